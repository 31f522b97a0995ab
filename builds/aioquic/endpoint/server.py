"""Serves /www until it is told to stop."""

import asyncio
import os
import sys
from collections.abc import Mapping
from pathlib import Path

from aioquic.asyncio import QuicConnectionProtocol, serve
from aioquic.h3.events import HeadersReceived
from aioquic.quic.configuration import QuicConfiguration
from aioquic.quic.connection import QuicConnection
from aioquic.quic.events import ProtocolNegotiated, QuicEvent
from aioquic.tls import SessionTicket

from contract.server import WWW, until_stopped

from .preferred_address import offer
from .setup import configuration, flush, http_layer


class Server(QuicConnectionProtocol):
    """One connection."""

    def __init__(self, *arguments, **options) -> None:
        super().__init__(*arguments, **options)
        self._http = None

    def quic_event_received(self, event: QuicEvent) -> None:
        if isinstance(event, ProtocolNegotiated):
            self._http = http_layer(self._quic)
        if self._http is None:
            return
        for part in self._http.handle_event(event):
            if isinstance(part, HeadersReceived):
                self.answer(part.stream_id, WWW / Path(dict(part.headers)[b":path"].decode()).name)

    def answer(self, stream: int, file: Path) -> None:
        found = file.is_file()
        self._http.send_headers(stream, [(b":status", b"200" if found else b"404")])
        self._http.send_data(stream, self.body(file) if found else b"", end_stream=True)

    def body(self, file: Path) -> bytes:
        return file.read_bytes()


class Tickets(dict[bytes, SessionTicket]):
    """The session tickets given out; each is good for one resumption (RFC 8446, section 8.1)."""

    def add(self, ticket: SessionTicket) -> None:
        self[ticket.ticket] = ticket

    def take(self, label: bytes) -> SessionTicket | None:
        return self.pop(label, None)


class MovingServer(Server):
    """One connection, whose client is asked to move to another address of this server."""

    def __init__(self, quic: QuicConnection, *arguments, **options) -> None:
        super().__init__(quic, *arguments, **options)
        offer(quic)


async def run(quic: QuicConfiguration, testcase: str) -> None:
    tickets = Tickets()
    # "::" takes IPv4 too: Linux leaves IPV6_V6ONLY off.
    await serve(
        "::",
        443,
        configuration=quic,
        create_protocol=MovingServer if testcase == "connectionmigration" else Server,
        session_ticket_handler=tickets.add,
        session_ticket_fetcher=tickets.take,
        retry=wants_retry(testcase),
    )
    await until_stopped()


def wants_retry(testcase: str) -> bool:
    return testcase == "retry"


def main(environment: Mapping[str, str]) -> int:
    quic = configuration(environment, is_client=False)
    quic.load_cert_chain("/certs/cert.pem", "/certs/priv.key")
    try:
        asyncio.run(run(quic, environment["TESTCASE"]))
        return 0
    finally:
        flush(quic)


if __name__ == "__main__":
    sys.exit(main(os.environ))
