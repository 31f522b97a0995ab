"""Moves to the server's preferred address without changing the connection ID that it sends to."""

from aioquic.quic.connection import QuicNetworkPath


def client(endpoint):
    connection = endpoint.Connection

    def probe(self):
        address = self._find_preferred_address()
        self._remote_preferred_address = None
        path = QuicNetworkPath(address)
        path.peer_cid = self._peer_cid
        self._add_network_path(path)

    def keep(self, path):
        path.peer_cid = None

    connection._probe_preferred_address = probe
    connection._use_reserved_peer_cid = keep
