"""Sends as much as it has before it knows that the client is where it says: every path counts as validated."""

from aioquic.quic.connection import QuicNetworkPath


def server(endpoint):
    QuicNetworkPath.is_validated = property(lambda self: True, lambda self, value: None)
