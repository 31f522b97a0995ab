"""A session of picoquic's as the contract wants it."""

import asyncio
from collections.abc import Coroutine, Mapping
from typing import Any

from aiopquic.asyncio.webtransport import WebTransportSession
from aiopquic.quic.configuration import QuicConfiguration
from aiopquic.quic.events import (
    WebTransportDatagramReceived,
    WebTransportNewStream,
    WebTransportSessionClosed,
    WebTransportStreamDataReceived,
)

from contract.webtransport import Session

from .. import setup

# picoquic's worker takes what the binding holds for a stream.
CHUNK_BYTES = 256 * 1024
# A stream's ID says what it is (RFC 9000, section 2.1).
UNIDIRECTIONAL = 0x2


class PicoquicSession(Session):
    def __init__(self, session: WebTransportSession) -> None:
        super().__init__(session.negotiated_protocol)
        self._session = session
        self._tasks: set[asyncio.Task[None]] = set()
        self._start(self._events())

    async def push(self, message: bytes) -> None:
        await self._send(await self._session.create_stream(bidir=False), message)

    async def ask(self, message: bytes) -> bytes:
        stream = await self._session.create_stream(bidir=True)
        await self._send(stream, message)
        return await self._whole(stream)

    async def answer(self, stream: int, message: bytes) -> None:
        await self._send(stream, message)

    async def send_datagram(self, message: bytes) -> None:
        while self._session.send_datagram_frame(message) == 0:
            await self._session.get_datagram_tx_drain_event().wait()

    async def close(self, problem: str | None = None) -> None:
        await self._session.aclose(1 if problem else 0, (problem or "").encode())
        self.end(problem)

    async def _events(self) -> None:
        async for event in self._session.events():
            match event:
                case WebTransportNewStream():
                    self._start(self._received(event.stream_id))
                case WebTransportDatagramReceived():
                    self.datagrams.put_nowait(bytes(event.data))
                case WebTransportSessionClosed():
                    code, reason = event.error_code, bytes(event.reason).decode(errors="replace")
                    self.end(f"the session was closed with code {code}: {reason}" if code else None)
        self.end()

    async def _received(self, stream: int) -> None:
        message = await self._whole(stream)
        if stream & UNIDIRECTIONAL:
            self.unidirectional.put_nowait(message)
        else:
            self.bidirectional.put_nowait((stream, message))

    async def _whole(self, stream: int) -> bytes:
        message = bytearray()
        async for event in self._session.receive_stream_data(stream):
            if not isinstance(event, WebTransportStreamDataReceived):
                raise ConnectionError(f"stream {stream} was reset")
            message += event.data
        return bytes(message)

    async def _send(self, stream: int, message: bytes) -> None:
        starts = range(0, len(message), CHUNK_BYTES)
        for start in starts:
            chunk = message[start : start + CHUNK_BYTES]
            await self._session.send_stream_data_drained(stream, chunk, end_stream=start == starts[-1])

    def _start(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.ensure_future(work)
        self._tasks.add(task)
        task.add_done_callback(self._over)

    def _over(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and task.exception():
            self.end(str(task.exception()))


def configuration(environment: Mapping[str, str], is_client: bool) -> QuicConfiguration:
    quic = setup.configuration(environment, is_client)
    # The binding's default, of which datagrams are a part.
    quic.max_datagram_frame_size = QuicConfiguration(is_client=is_client).max_datagram_frame_size
    return quic
