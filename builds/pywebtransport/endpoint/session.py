"""A session of PyWebTransport's as the contract wants it."""

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine
from typing import Any

from pywebtransport import ErrorCodes, WebTransportSession

from contract.webtransport import Session


class PySession(Session):
    def __init__(self, session: WebTransportSession, protocol: str | None) -> None:
        super().__init__(protocol)
        self._session = session
        self._tasks: set[asyncio.Task[None]] = set()
        self._start(self._each(session.incoming_unidirectional_streams(), self._unidirectional))
        self._start(self._each(session.incoming_bidirectional_streams(), self._bidirectional))
        self._start(self._datagrams())

    async def push(self, message: bytes) -> None:
        stream = await self._session.create_unidirectional_stream()
        await stream.write_all(data=message, end_stream=True)

    async def ask(self, message: bytes) -> bytes:
        stream = await self._session.create_bidirectional_stream()
        await stream.write_all(data=message, end_stream=True)
        return await stream.read_all()

    async def answer(self, stream: Any, message: bytes) -> None:
        await stream.write_all(data=message, end_stream=True)

    async def send_datagram(self, message: bytes) -> None:
        await self._session.send_datagram(data=message)

    async def close(self, problem: str | None = None) -> None:
        code = ErrorCodes.APP_GENERIC_ERROR if problem else ErrorCodes.APP_NO_ERROR
        await self._session.close(error_code=code, reason=problem)
        self.end(problem)

    async def _each(self, streams: AsyncIterator[Any], read: Callable[[Any], Coroutine[Any, Any, None]]) -> None:
        async for stream in streams:
            self._start(read(stream))
        self.end()

    async def _unidirectional(self, stream: Any) -> None:
        self.unidirectional.put_nowait(await stream.read_all())

    async def _bidirectional(self, stream: Any) -> None:
        self.bidirectional.put_nowait((stream, await stream.read_all()))

    async def _datagrams(self) -> None:
        while True:
            self.datagrams.put_nowait(await self._session.read_datagram())

    def _start(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.ensure_future(work)
        self._tasks.add(task)
        task.add_done_callback(self._over)

    def _over(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and task.exception() and not self._session.is_closed:
            self.end(str(task.exception()))
