"""Marks every packet as one that has met congestion, which only routers may do."""

from .ecn_without_counts import MarkingSockets

CONGESTION_EXPERIENCED = 3


def client(endpoint):
    endpoint.socket = MarkingSockets(CONGESTION_EXPERIENCED)
