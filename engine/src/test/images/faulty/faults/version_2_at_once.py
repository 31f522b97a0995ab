"""Starts with v2 instead of changing from v1 to it; files and exit codes are right."""

from aioquic.quic.packet import QuicProtocolVersion


def client(endpoint):
    correct = endpoint.configuration

    def configuration(environment, is_client):
        quic = correct(environment, is_client)
        quic.original_version = QuicProtocolVersion.VERSION_2
        return quic

    endpoint.configuration = configuration
