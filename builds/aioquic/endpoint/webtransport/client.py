"""Opens the sessions that REQUESTS names, all over one connection."""

import asyncio
import os
import ssl
import sys
from collections.abc import Mapping
from urllib.parse import SplitResult

from contract.client import start
from contract.webtransport import Client, Session

from ..client import connect
from ..setup import flush
from .session import AioquicSession, Connection, string, strings
from .setup import configuration

OPEN_SECONDS = 10


class ClientConnection(Connection):
    def __init__(self, *arguments, **options) -> None:
        super().__init__(*arguments, **options)
        self._opening: dict[int, asyncio.Future[dict[bytes, bytes]]] = {}

    async def open(self, authority: str, path: str, protocols: list[str]) -> Session:
        stream = self._quic.get_next_available_stream_id()
        answer = self._opening[stream] = asyncio.get_running_loop().create_future()
        headers = [
            (b":method", b"CONNECT"),
            (b":protocol", b"webtransport"),
            (b":scheme", b"https"),
            (b":authority", authority.encode()),
            (b":path", path.encode()),
        ]
        if protocols:
            headers.append((b"wt-available-protocols", b", ".join(map(string, protocols))))
        self.http.send_headers(stream, headers)
        self.transmit()
        fields = await asyncio.wait_for(answer, OPEN_SECONDS)
        if not fields.get(b":status", b"").startswith(b"2"):
            raise ConnectionError(f"the server answered with status {fields.get(b':status', b'').decode()}")
        return self.sessions[stream]

    def headers_received(self, stream: int, headers: dict[bytes, bytes]) -> None:
        answer = self._opening.pop(stream, None)
        if answer is not None:
            chosen = strings(headers.get(b"wt-protocol", b""))
            # It is there before the next event, which may be data of the server's.
            self.sessions[stream] = AioquicSession(self, stream, chosen[0] if chosen else None)
            answer.set_result(headers)

    def terminated(self, problem: str | None) -> None:
        super().terminated(problem)
        for answer in self._opening.values():
            answer.set_exception(ConnectionError(problem or "the connection was closed before a session was there"))
        self._opening.clear()


async def run(environment: Mapping[str, str], urls: list[SplitResult]) -> None:
    client = Client(environment, urls)
    quic = configuration(environment, is_client=True)
    quic.verify_mode = ssl.CERT_NONE
    try:
        async with connect(quic, urls[0], create=ClientConnection) as connection:
            await client.run(lambda path: connection.open(urls[0].netloc, path, client.protocols))
    finally:
        flush(quic)


def main(environment: Mapping[str, str]) -> int:
    return start(environment, lambda urls: run(environment, urls))


if __name__ == "__main__":
    sys.exit(main(os.environ))
