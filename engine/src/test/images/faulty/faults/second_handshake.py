"""Two connections where one is allowed; the files are right."""


def client(endpoint):
    correct = endpoint.plain

    async def plain(quic, urls):
        async with endpoint.connect(quic, urls[0]):
            pass
        await correct(quic, urls)

    endpoint.plain = plain
