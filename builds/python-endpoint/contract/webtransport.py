"""What endpoints share that speak WebTransport: who asks whom, the messages, and the folders. It knows no library."""

import asyncio
import sys
from abc import ABC, abstractmethod
from collections.abc import Awaitable, Callable, Coroutine, Iterable, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import SplitResult

from .client import DOWNLOADS
from .server import WWW

NEGOTIATED = DOWNLOADS / "negotiated_protocol.txt"
# Requests by datagram that are under way at a time: nothing repeats a lost one, and the scenario's queue holds 25 packets.
DATAGRAMS_UNDER_WAY = 8


class Session(ABC):
    """A session of a library. Each message of the contract is a whole stream or datagram, and comes as such."""

    def __init__(self, protocol: str | None) -> None:
        self.protocol = protocol
        self.unidirectional: asyncio.Queue[bytes] = asyncio.Queue()
        # Each request with the stream that its answer is for.
        self.bidirectional: asyncio.Queue[tuple[Any, bytes]] = asyncio.Queue()
        self.datagrams: asyncio.Queue[bytes] = asyncio.Queue()
        self.ended: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    def end(self, problem: str | None = None) -> None:
        """Says that the session is over, and what was wrong with that."""
        if self.ended.done():
            return
        if problem is None:
            self.ended.set_result(None)
        else:
            self.ended.set_exception(ConnectionError(problem))
            # Not every role asks how its session ended.
            self.ended.exception()

    @abstractmethod
    async def push(self, message: bytes) -> None:
        """Sends a message on a new unidirectional stream."""

    @abstractmethod
    async def ask(self, message: bytes) -> bytes:
        """Sends a message on a new bidirectional stream, and returns the answer on it."""

    @abstractmethod
    async def answer(self, stream: Any, message: bytes) -> None:
        """Sends an answer on a stream of the peer's."""

    @abstractmethod
    async def send_datagram(self, message: bytes) -> None: ...

    @abstractmethod
    async def close(self, problem: str | None = None) -> None:
        """Closes the session, with an error if there is a problem."""


def by_endpoint(paths: Iterable[str]) -> dict[str, list[str]]:
    """Files by their endpoint, of paths such as ENDPOINT/FILE; a path without a file only names an endpoint."""
    files: dict[str, list[str]] = {}
    for path in paths:
        endpoint, _, file = path.strip("/").partition("/")
        asked = files.setdefault(endpoint, [])
        if file:
            asked.append(file)
    return files


class Downloads:
    """The files that one side asks for; each is stored once, and only if it was asked for."""

    def __init__(self, endpoint: str, files: list[str]) -> None:
        self._folder = DOWNLOADS / endpoint
        self._folder.mkdir(parents=True, exist_ok=True)
        self.missing = {Path(file).name for file in files}

    def store(self, file: str, content: bytes) -> None:
        name = Path(file).name
        if name not in self.missing:
            raise ConnectionError(f"'{name}' came, which is not missing")
        (self._folder / name).write_bytes(content)
        self.missing.remove(name)

    def store_push(self, message: bytes) -> None:
        head, _, content = message.partition(b"\n")
        if not head.startswith(b"PUSH "):
            raise ConnectionError("something came that is no PUSH")
        self.store(head.removeprefix(b"PUSH ").decode(), content)


async def fetch(session: Session, carrier: str, endpoint: str, files: list[str]) -> None:
    """Asks for all files, and returns when they are stored."""
    downloads = Downloads(endpoint, files)
    await _while_open(session, _FETCH[carrier](session, downloads, files))


async def _fetch_unidirectional(session: Session, downloads: Downloads, files: list[str]) -> None:
    async def store() -> None:
        while downloads.missing:
            downloads.store_push(await session.unidirectional.get())

    await asyncio.gather(store(), *(session.push(_get(file)) for file in files))


async def _fetch_bidirectional(session: Session, downloads: Downloads, files: list[str]) -> None:
    async def one(file: str) -> None:
        downloads.store(file, await session.ask(_get(file)))

    await asyncio.gather(*map(one, files))


async def _fetch_datagram(session: Session, downloads: Downloads, files: list[str]) -> None:
    waiting = iter(files)

    async def ask(count: int) -> None:
        for _, file in zip(range(count), waiting):
            await session.send_datagram(_get(file))

    await ask(DATAGRAMS_UNDER_WAY)
    while downloads.missing:
        downloads.store_push(await session.datagrams.get())
        await ask(1)


_FETCH = {"unidirectional": _fetch_unidirectional, "bidirectional": _fetch_bidirectional, "datagram": _fetch_datagram}


def _get(file: str) -> bytes:
    return f"GET {file}".encode()


async def serve(session: Session, endpoint: str) -> None:
    """Answers requests of all kinds until the session is over. Raises then, if it or an answer failed."""

    async def unidirectional() -> Coroutine[Any, Any, None]:
        request = await session.unidirectional.get()
        return session.push(_push(endpoint, request))

    async def bidirectional() -> Coroutine[Any, Any, None]:
        stream, request = await session.bidirectional.get()
        return session.answer(stream, _content(endpoint, _file(request)))

    async def datagram() -> Coroutine[Any, Any, None]:
        request = await session.datagrams.get()
        return session.send_datagram(_push(endpoint, request))

    async def each(request: Callable[[], Awaitable[Coroutine[Any, Any, None]]]) -> None:
        # The group ends with the first answer that fails.
        async with asyncio.TaskGroup() as answers:
            while True:
                answers.create_task(await request())

    serving = asyncio.gather(each(unidirectional), each(bidirectional), each(datagram))
    await asyncio.wait({serving, session.ended}, return_when=asyncio.FIRST_COMPLETED)
    if serving.done():
        await serving
    serving.cancel()
    await asyncio.gather(serving, return_exceptions=True)
    session.ended.result()


def _push(endpoint: str, request: bytes) -> bytes:
    file = _file(request)
    return f"PUSH {Path(file).name}\n".encode() + _content(endpoint, file)


def _file(request: bytes) -> str:
    text = request.decode().strip()
    if not text.startswith("GET "):
        raise ConnectionError("a request came that is no GET")
    return text.removeprefix("GET ")


def _content(endpoint: str, file: str) -> bytes:
    if ".." in Path(file).parts:
        raise ConnectionError(f"'{file}' was asked for")
    return (WWW / endpoint / file).read_bytes()


async def _while_open(session: Session, work: Coroutine[Any, Any, None]) -> None:
    task = asyncio.ensure_future(work)
    await asyncio.wait({task, session.ended}, return_when=asyncio.FIRST_COMPLETED)
    if not task.done():
        task.cancel()
        session.ended.result()
        raise ConnectionError("the session ended before all files were there")
    await task


class Client:
    """What a client does in its sessions."""

    def __init__(self, environment: Mapping[str, str], urls: list[SplitResult]) -> None:
        self._testcase = environment["TESTCASE"]
        self.protocols = environment.get("PROTOCOLS", "").split()
        self._asked = by_endpoint(url.path for url in urls)

    async def run(self, connect: Callable[[str], Awaitable[Session]]) -> None:
        """Opens a session for each endpoint, and does in all what the test case wants."""
        await asyncio.gather(*(self._run(connect, endpoint) for endpoint in self._asked))

    async def _run(self, connect: Callable[[str], Awaitable[Session]], endpoint: str) -> None:
        session = await connect(f"/{endpoint}")
        if self._testcase == "transfer":
            await serve(session, endpoint)
            return
        if self._testcase == "handshake":
            write_protocol(session)
        else:
            await fetch(session, self._testcase.split("-")[1], endpoint, self._asked[endpoint])
        await session.close()


class Server:
    """What a server does in its sessions."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        self._testcase = environment["TESTCASE"]
        self.protocols = environment.get("PROTOCOLS", "").split()
        self._asked = by_endpoint(environment.get("REQUESTS", "").split())
        self._meetings: set[asyncio.Task[None]] = set()

    @property
    def endpoints(self) -> list[str]:
        """The endpoints for which sessions are accepted."""
        return [it.name for it in WWW.iterdir() if it.is_dir()]

    def choose(self, offered: list[str]) -> str | None:
        """The client's first protocol that this server has."""
        return next((it for it in offered if it in self.protocols), None)

    def meet(self, session: Session, endpoint: str) -> None:
        """Does in a session what the test case wants."""
        meeting = asyncio.ensure_future(self._meet(session, endpoint))
        self._meetings.add(meeting)
        meeting.add_done_callback(self._over)

    async def _meet(self, session: Session, endpoint: str) -> None:
        if self._testcase == "handshake":
            write_protocol(session)
        elif self._testcase == "transfer":
            await serve(session, endpoint)
        else:
            try:
                await fetch(session, self._testcase.split("-")[1], endpoint, self._asked.get(endpoint, []))
            except BaseException:
                await session.close("not all files could be fetched")
                raise
            await session.close()

    def _over(self, meeting: asyncio.Task[None]) -> None:
        self._meetings.discard(meeting)
        if not meeting.cancelled() and meeting.exception():
            print(f"session: {meeting.exception()!r}", file=sys.stderr, flush=True)


def write_protocol(session: Session) -> None:
    """Writes down the protocol that the session was opened with."""
    if not session.protocol:
        raise ConnectionError("no application protocol was chosen")
    NEGOTIATED.write_text(session.protocol)
