"""All requested files are right, but there is one more."""


def client(endpoint):
    correct = endpoint.run

    async def run(quic, testcase, urls):
        await correct(quic, testcase, urls)
        (endpoint.DOWNLOADS / "unasked").write_bytes(b"nobody asked for this")

    endpoint.run = run
