"""Speaks HTTP/0.9 where HTTP/3 is asked for: take it for both roles."""

from aioquic.h0.connection import H0_ALPN


def both(endpoint):
    correct = endpoint.configuration

    def configuration(environment, is_client):
        quic = correct(environment, is_client)
        quic.alpn_protocols = H0_ALPN
        return quic

    endpoint.configuration = configuration


client = both
server = both
