"""Ends with 1 and a traceback, after the simulator is up."""


def client(endpoint):
    async def run(quic, testcase, urls):
        raise RuntimeError("a deliberate crash")

    endpoint.run = run
