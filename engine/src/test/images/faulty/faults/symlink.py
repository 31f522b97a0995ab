"""Tries to lead whoever copies or compares the downloads out of their folder."""

from pathlib import Path


def client(endpoint):
    correct = endpoint.run

    async def run(quic, testcase, urls):
        await correct(quic, testcase, urls)
        first = endpoint.DOWNLOADS / Path(urls[0].path).name
        first.unlink()
        first.symlink_to("/etc/passwd")
        (endpoint.DOWNLOADS / "up").symlink_to("..")
        (endpoint.DOWNLOADS / "..\\escaped").write_bytes(b"a way up where \\ separates folders")

    endpoint.run = run
