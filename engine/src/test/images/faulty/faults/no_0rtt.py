"""Resumes, but asks only when the handshake is over."""


def client(endpoint):
    correct = endpoint.resumed

    async def resumed(quic, urls, early=False):
        await correct(quic, urls, early=False)

    endpoint.resumed = resumed
