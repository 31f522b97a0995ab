"""Two full handshakes: right files over two connections, but no ticket is used."""


def client(endpoint):
    async def resumed(quic, urls, early=False):
        await endpoint.plain(quic, urls[:1])
        await endpoint.plain(quic, urls[1:])

    endpoint.resumed = resumed
