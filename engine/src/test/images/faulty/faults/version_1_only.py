"""Stays with v1 where a change to v2 is asked for; files and exit codes are right."""

from aioquic.quic.packet import QuicProtocolVersion


def _only_v1(endpoint):
    correct = endpoint.configuration

    def configuration(environment, is_client):
        quic = correct(environment, is_client)
        quic.supported_versions = [QuicProtocolVersion.VERSION_1]
        return quic

    endpoint.configuration = configuration


client = server = _only_v1
