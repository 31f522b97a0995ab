"""Waits longer for an answer to its ClientHello than any network takes, instead of sending it again."""


def client(endpoint):
    correct = endpoint.configuration

    def configuration(environment, is_client):
        quic = correct(environment, is_client)
        quic.initial_rtt = 20.0
        return quic

    endpoint.configuration = configuration
