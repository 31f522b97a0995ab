"""Sends as much as it has before it knows that the client is where it says."""

from aioquic.quic.connection import QuicNetworkPath


def server(endpoint):
    QuicNetworkPath.can_send = lambda self, size: True
