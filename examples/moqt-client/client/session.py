"""A MoQT session over raw QUIC."""

import asyncio
import os
import ssl
from collections import defaultdict
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from urllib.parse import urlsplit

from aioquic.asyncio import QuicConnectionProtocol, connect
from aioquic.quic.configuration import QuicConfiguration
from aioquic.quic.events import ConnectionTerminated, QuicEvent, StreamDataReceived, StreamReset
from aioquic.quic.logger import QuicFileLogger

from . import messages

ALPN = "moqt-18"


class Session(QuicConnectionProtocol):
    """One connection to the relay; each request has a stream of its own (draft 18)."""

    def __init__(self, *arguments, **options) -> None:
        super().__init__(*arguments, **options)
        self._received: dict[int, bytes] = defaultdict(bytes)
        self._change = asyncio.Event()
        self._ended = ""
        self._request = -2
        self.publishes = False

    async def set_up(self, authority: str, path: str) -> None:
        """Sends SETUP and waits for the relay's, on the first unidirectional stream of each."""
        control = self._quic.get_next_available_stream_id(is_unidirectional=True)
        self._send(control, messages.setup(authority, path))
        kind, _ = await self._message(3)
        if kind != messages.SETUP:
            raise ConnectionError(f"the relay's control stream begins with message {kind:#x}, not with SETUP")

    async def publish_namespace(self, namespace: list[str]) -> tuple[int, int]:
        """Announces a namespace; the stream of the request and the type of the answer."""
        return await self._ask(messages.publish_namespace(self._next_request(), namespace))

    async def subscribe(self, namespace: list[str], track: str) -> tuple[int, int]:
        """Subscribes to a track; the stream of the request and the type of the answer."""
        return await self._ask(messages.subscribe(self._next_request(), namespace, track))

    def withdraw(self, stream: int) -> None:
        """Cancels a request (draft 18: by its stream)."""
        self._quic.reset_stream(stream, 0)
        self._quic.stop_stream(stream, 0)
        self.transmit()

    async def _ask(self, request: bytes) -> tuple[int, int]:
        stream = self._quic.get_next_available_stream_id()
        self._send(stream, request)
        kind, _ = await self._message(stream)
        return stream, kind

    async def _message(self, stream: int) -> tuple[int, bytes]:
        while True:
            found = messages.read_message(self._received[stream])
            if found:
                return found
            if self._ended:
                raise ConnectionError(self._ended)
            self._change.clear()
            await self._change.wait()

    def _next_request(self) -> int:
        self._request += 2
        return self._request

    def _send(self, stream: int, data: bytes) -> None:
        self._quic.send_stream_data(stream, data)
        self.transmit()

    def quic_event_received(self, event: QuicEvent) -> None:
        if isinstance(event, StreamDataReceived):
            self._received[event.stream_id] += event.data
            self._answer(event.stream_id)
        elif isinstance(event, StreamReset):
            self._ended = f"the relay reset stream {event.stream_id}: error {event.error_code:#x}"
        elif isinstance(event, ConnectionTerminated):
            self._ended = f"the connection was closed: error {event.error_code:#x} {event.reason_phrase}"
        self._change.set()

    def _answer(self, stream: int) -> None:
        """A publisher accepts each SUBSCRIBE that the relay hands on to it."""
        opened_by_relay = stream % 4 == 1
        found = messages.read_message(self._received[stream])
        if self.publishes and opened_by_relay and found and found[0] == messages.SUBSCRIBE:
            self._send(stream, messages.subscribe_ok(alias=0))
            self._received[stream] = b""


@asynccontextmanager
async def session(url: str, insecure: bool, named: Callable[[str], None]) -> AsyncIterator[Session]:
    """A session that is set up; closed without an error at the end. Its connection's ID is told."""
    target = urlsplit(url)
    if target.scheme != "moqt":
        raise ConnectionError(f"only raw QUIC (moqt://) is spoken, not {target.scheme}://")
    quic = QuicConfiguration(is_client=True, alpn_protocols=[ALPN], server_name=target.hostname)
    if insecure:
        quic.verify_mode = ssl.CERT_NONE
    else:
        quic.load_verify_locations(cafile="/certs/cert.pem")
    if os.environ.get("QLOGDIR"):
        Path(os.environ["QLOGDIR"]).mkdir(parents=True, exist_ok=True)
        quic.quic_logger = QuicFileLogger(os.environ["QLOGDIR"])
    with open(os.environ.get("SSLKEYLOGFILE") or os.devnull, "a", buffering=1) as keys:
        quic.secrets_log_file = keys
        async with connect(
            target.hostname, target.port or 443, configuration=quic, create_protocol=Session
        ) as client:
            named(client._quic.original_destination_connection_id.hex())
            await client.set_up(target.netloc, target.path)
            yield client
