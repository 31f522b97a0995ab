"""Serves /www until it is told to stop."""

import asyncio
import os
import sys
from collections.abc import Mapping
from pathlib import Path

from aiopquic.asyncio import QuicConnectionProtocol, serve
from aiopquic.quic.configuration import QuicConfiguration
from aiopquic.quic.events import QuicEvent, StreamDataReceived

from contract.server import WWW, until_stopped

from .setup import configuration

CHUNK_BYTES = 256 * 1024


class Server(QuicConnectionProtocol):
    """One connection."""

    def __init__(self, *arguments, **options) -> None:
        super().__init__(*arguments, **options)
        self._requests: dict[int, bytes] = {}
        self._answers: set[asyncio.Task[None]] = set()

    def quic_event_received(self, event: QuicEvent) -> None:
        if not isinstance(event, StreamDataReceived):
            return
        request = self._requests.pop(event.stream_id, b"") + bytes(event.data)
        if not event.end_stream:
            self._requests[event.stream_id] = request
            return
        path = request.decode(errors="replace").removeprefix("GET ").strip()
        answer = asyncio.get_running_loop().create_task(self.answer(event.stream_id, WWW / Path(path).name))
        self._answers.add(answer)
        answer.add_done_callback(self._answers.discard)

    async def answer(self, stream: int, file: Path) -> None:
        body = file.read_bytes() if file.is_file() else b""
        for start in range(0, len(body), CHUNK_BYTES):
            await self._quic.send_stream_data_drained(stream, body[start : start + CHUNK_BYTES])
        await self._quic.send_stream_data_drained(stream, b"", end_stream=True)


async def run(quic: QuicConfiguration, retry: bool) -> None:
    server = await serve("::", 443, configuration=quic, create_protocol=Server, retry=retry)
    await until_stopped()
    server.close()


def main(environment: Mapping[str, str]) -> int:
    quic = configuration(environment, is_client=False)
    quic.load_cert_chain("/certs/cert.pem", "/certs/priv.key")
    asyncio.run(run(quic, environment["TESTCASE"] == "retry"))
    return 0


if __name__ == "__main__":
    sys.exit(main(os.environ))
