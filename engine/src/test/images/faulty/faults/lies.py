"""Says success without having asked for a file."""


def client(endpoint):
    async def run(quic, testcase, urls):
        async with endpoint.connect(quic, urls[0]):
            pass

    endpoint.run = run
