"""Starts with a version that the server knows, so that there is nothing to negotiate."""

from aioquic.quic.packet import QuicProtocolVersion


def client(endpoint):
    correct = endpoint.configuration

    def configuration(environment, is_client):
        quic = correct(environment, is_client)
        quic.original_version = QuicProtocolVersion.VERSION_1
        return quic

    endpoint.configuration = configuration
