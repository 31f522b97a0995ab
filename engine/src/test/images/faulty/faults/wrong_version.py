"""Two such endpoints agree on v2 in test cases that are about v1; files and exit codes are right."""

from aioquic.quic.packet import QuicProtocolVersion


def _only_v2(endpoint):
    correct = endpoint.configuration

    def configuration(environment, is_client):
        quic = correct(environment, is_client)
        quic.supported_versions = [QuicProtocolVersion.VERSION_2]
        return quic

    endpoint.configuration = configuration


client = server = _only_v2
