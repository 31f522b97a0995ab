"""Downloads the requested files, over as many connections as the test case wants."""

import asyncio
import os
import socket
import ssl
import sys
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from urllib.parse import SplitResult

from aioquic.asyncio import QuicConnectionProtocol
from aioquic.h3.events import DataReceived, HeadersReceived
from aioquic.quic.configuration import QuicConfiguration
from aioquic.quic.connection import QuicConnection
from aioquic.quic.events import ConnectionTerminated, QuicEvent, StreamReset
from aioquic.tls import CipherSuite, SessionTicket

from contract.client import DOWNLOADS, Download, start

from .setup import configuration, dual_stack, flush, http_layer

CHACHA20_SUITES = [CipherSuite.CHACHA20_POLY1305_SHA256]
TICKET_SECONDS = 10


class Connection(QuicConnection):
    """A connection that moves to the server's preferred address of the other family, as the client's own then changes."""

    def _find_preferred_address(self) -> tuple | None:
        offered = self._remote_preferred_address
        now = self._network_paths[0].addr
        if now[0].startswith("::ffff:") and offered.ipv6_address:
            return dual_stack(offered.ipv6_address)
        if ":" in now[0] and offered.ipv4_address:
            return dual_stack(offered.ipv4_address)
        return super()._find_preferred_address()


class Client(QuicConnectionProtocol):
    """One connection."""

    def __init__(self, *arguments, **options) -> None:
        super().__init__(*arguments, **options)
        self._http = http_layer(self._quic)
        self._downloads: dict[int, Download] = {}

    async def get_all(self, urls: list[SplitResult], folder: Path = DOWNLOADS) -> None:
        """Asks for all files at once; requests beyond the server's stream credit wait in aioquic."""
        pending = [self._get(url, folder / Path(url.path).name) for url in urls]
        self.transmit()
        await asyncio.gather(*pending)

    def _get(self, url: SplitResult, target: Path) -> asyncio.Future[None]:
        stream = self._quic.get_next_available_stream_id()
        download = self._downloads[stream] = Download(target)
        headers = [
            (b":method", b"GET"),
            (b":scheme", url.scheme.encode()),
            (b":authority", url.netloc.encode()),
            (b":path", url.path.encode()),
        ]
        self._http.send_headers(stream, headers, end_stream=True)
        return download.done

    def quic_event_received(self, event: QuicEvent) -> None:
        if isinstance(event, ConnectionTerminated):
            reason = f"connection closed: error {event.error_code:#x} {event.reason_phrase}"
            for download in self._downloads.values():
                download.fail(reason)
        elif isinstance(event, StreamReset) and event.stream_id in self._downloads:
            self._downloads[event.stream_id].fail(f"stream {event.stream_id} was reset")
        for part in self._http.handle_event(event):
            download = self._downloads.get(part.stream_id)
            if download is None:
                continue
            if isinstance(part, HeadersReceived):
                status = dict(part.headers).get(b":status", b"200")
                if status != b"200":
                    download.fail(f"status {status.decode()}")
                elif part.stream_ended:
                    download.write(b"", True)
            elif isinstance(part, DataReceived) and not download.done.done():
                download.write(part.data, part.stream_ended)


class Tickets:
    """Keeps the newest session ticket."""

    def __init__(self) -> None:
        self._arrived = asyncio.Event()
        self._newest: SessionTicket | None = None

    def __call__(self, ticket: SessionTicket) -> None:
        self._newest = ticket
        self._arrived.set()

    async def newest(self) -> SessionTicket:
        await asyncio.wait_for(self._arrived.wait(), TICKET_SECONDS)
        return self._newest


@asynccontextmanager
async def connect[Protocol: QuicConnectionProtocol](
    quic: QuicConfiguration,
    url: SplitResult,
    tickets: Tickets | None = None,
    early: bool = False,
    create: Callable[[QuicConnection], Protocol] = Client,
) -> AsyncIterator[Protocol]:
    """
    Connects; an early connection is handed out before anything is sent, so that requests travel as 0-RTT.

    Unlike aioquic's own `connect` it does not sit out the draining period of three PTOs at the end (6 s at an RTT of
    1.5 s): the socket is gone with the process.
    """
    loop = asyncio.get_running_loop()
    found = await loop.getaddrinfo(url.hostname, url.port or 443, type=socket.SOCK_DGRAM)
    family, _, _, _, address = found[0]
    if len({it[0] for it in found}) > 1:
        family, address = socket.AF_INET6, dual_stack(address)
    connection = Connection(configuration=replace(quic, server_name=url.hostname), session_ticket_handler=tickets)
    transport, client = await loop.create_datagram_endpoint(
        lambda: create(connection), sock=socket.socket(family, socket.SOCK_DGRAM)
    )
    try:
        client.connect(address, transmit=not early)
        if not early:
            await client.wait_connected()
        yield client
    finally:
        client.close()
        transport.close()


async def plain(quic: QuicConfiguration, urls: list[SplitResult]) -> None:
    """All files over one connection."""
    async with connect(quic, urls[0]) as client:
        await client.get_all(urls)


async def key_update(quic: QuicConfiguration, urls: list[SplitResult]) -> None:
    """All files over one connection that updates its keys as soon as it may."""
    async with connect(quic, urls[0]) as client:
        client.request_key_update()
        await client.get_all(urls)


async def one_each(quic: QuicConfiguration, urls: list[SplitResult]) -> None:
    """A new connection for every file."""
    for url in urls:
        await plain(quic, [url])


async def resumed(quic: QuicConfiguration, urls: list[SplitResult], early: bool = False) -> None:
    """The first file over a new connection, the others over one that resumes its session."""
    tickets = Tickets()
    async with connect(quic, urls[0], tickets) as client:
        await client.get_all(urls[:1])
        ticket = await tickets.newest()
    async with connect(replace(quic, session_ticket=ticket), urls[1], early=early) as client:
        await client.get_all(urls[1:])


async def connect_only(quic: QuicConfiguration, urls: list[SplitResult]) -> None:
    """No file: after Version Negotiation the connection is made with a version that both know."""
    async with connect(quic, urls[0]):
        pass


async def run(quic: QuicConfiguration, testcase: str, urls: list[SplitResult]) -> None:
    match testcase:
        case "multiconnect":
            await one_each(quic, urls)
        case "resumption":
            await resumed(quic, urls)
        case "zerortt":
            await resumed(quic, urls, early=True)
        case "keyupdate":
            await key_update(quic, urls)
        case "versionnegotiation":
            await connect_only(quic, urls)
        case _:
            await plain(quic, urls)


def main(environment: Mapping[str, str]) -> int:
    testcase = environment["TESTCASE"]
    quic = configuration(environment, is_client=True)
    quic.verify_mode = ssl.CERT_NONE
    if testcase == "chacha20":
        quic.cipher_suites = CHACHA20_SUITES
    try:
        return start(environment, lambda urls: run(quic, testcase, urls))
    finally:
        flush(quic)


if __name__ == "__main__":
    sys.exit(main(os.environ))
