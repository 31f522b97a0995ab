"""Sessions over aioquic's HTTP/3, which has streams and datagrams of WebTransport; opening and closing a session is here."""

import asyncio
import re

from aioquic.asyncio import QuicConnectionProtocol
from aioquic.buffer import Buffer, encode_uint_var
from aioquic.h3.connection import FrameType, H3Connection
from aioquic.h3.events import (
    DataReceived,
    DatagramReceived,
    H3Event,
    HeadersReceived,
    WebTransportStreamDataReceived,
)
from aioquic.quic.connection import stream_is_unidirectional
from aioquic.quic.events import ConnectionTerminated, ProtocolNegotiated, QuicEvent, StreamReset

from contract.webtransport import Session

CLOSE_WEBTRANSPORT_SESSION = 0x2843
# Ends without an error, of QUIC and of HTTP/3.
ORDERLY = (0x0, 0x100)


class AioquicSession(Session):
    """A session; its number is that of the stream of its CONNECT request."""

    def __init__(self, connection: "Connection", number: int, protocol: str | None) -> None:
        super().__init__(protocol)
        self._connection = connection
        self._http = connection.http
        self._number = number
        self._received: dict[int, bytearray] = {}
        self._asked: dict[int, asyncio.Future[bytes]] = {}
        self._capsules = bytearray()

    async def push(self, message: bytes) -> None:
        self._send(self._http.create_webtransport_stream(self._number, is_unidirectional=True), message)

    async def ask(self, message: bytes) -> bytes:
        stream = self._http.create_webtransport_stream(self._number)
        # aioquic reads the head of such streams of the peer only, and takes the answer on its own for frames of HTTP/3.
        with self._http._get_or_create_stream(stream) as answered:
            answered.frame_type, answered.session_id = FrameType.WEBTRANSPORT_STREAM, self._number
        self._asked[stream] = asyncio.get_running_loop().create_future()
        self._send(stream, message)
        return await self._asked[stream]

    async def answer(self, stream: int, message: bytes) -> None:
        self._send(stream, message)

    def _send(self, stream: int, message: bytes) -> None:
        self._connection.quic.send_stream_data(stream, message, end_stream=True)
        self._connection.transmit()

    async def send_datagram(self, message: bytes) -> None:
        self._http.send_datagram(self._number, message)
        self._connection.transmit()

    async def close(self, problem: str | None = None) -> None:
        value = (1 if problem else 0).to_bytes(4, "big") + (problem or "").encode()
        capsule = encode_uint_var(CLOSE_WEBTRANSPORT_SESSION) + encode_uint_var(len(value)) + value
        self._http.send_data(self._number, capsule, end_stream=True)
        self._connection.transmit()
        self.end(problem)

    def stream_data(self, stream: int, data: bytes, ended: bool) -> None:
        message = self._received.setdefault(stream, bytearray())
        message += data
        if not ended:
            return
        whole = bytes(self._received.pop(stream))
        if stream in self._asked:
            self._asked.pop(stream).set_result(whole)
        elif stream_is_unidirectional(stream):
            self.unidirectional.put_nowait(whole)
        else:
            self.bidirectional.put_nowait((stream, whole))

    def reset(self, stream: int) -> None:
        """A stream that carries a message of the contract is never reset; the file that it had is missing then."""
        self._received.pop(stream, None)
        if stream in self._asked:
            self._asked.pop(stream).set_exception(ConnectionError(f"stream {stream} was reset"))

    def control_data(self, data: bytes, ended: bool) -> None:
        """Capsules (RFC 9297, section 3.2). Only the one that closes the session is read."""
        self._capsules += data
        buffer = Buffer(data=bytes(self._capsules))
        try:
            while not buffer.eof():
                kind = buffer.pull_uint_var()
                value = buffer.pull_bytes(buffer.pull_uint_var())
                if kind == CLOSE_WEBTRANSPORT_SESSION:
                    code = int.from_bytes(value[:4], "big")
                    self.end(f"the session was closed with code {code}: {value[4:].decode()}" if code else None)
        except ValueError:
            pass  # not all of it is there yet
        if ended:
            self.end()


class Connection(QuicConnectionProtocol):
    """One connection with its sessions."""

    def __init__(self, *arguments, **options) -> None:
        super().__init__(*arguments, **options)
        self.quic = self._quic
        self.http: H3Connection | None = None
        self.sessions: dict[int, AioquicSession] = {}

    def headers_received(self, stream: int, headers: dict[bytes, bytes]) -> None:
        """A request, or the answer to one."""
        raise NotImplementedError

    def terminated(self, problem: str | None) -> None:
        """The connection is over."""
        for session in self.sessions.values():
            session.end(problem)

    def quic_event_received(self, event: QuicEvent) -> None:
        match event:
            case ProtocolNegotiated():
                self.http = H3Connection(self._quic, enable_webtransport=True)
            case ConnectionTerminated():
                orderly = event.error_code in ORDERLY and event.reason_phrase != "Idle timeout"
                self.terminated(None if orderly else f"error {event.error_code:#x} {event.reason_phrase}")
            case StreamReset():
                for session in self.sessions.values():
                    session.reset(event.stream_id)
        if self.http is not None:
            for part in self.http.handle_event(event):
                self._http_event_received(part)

    def _http_event_received(self, event: H3Event) -> None:
        match event:
            case HeadersReceived():
                self.headers_received(event.stream_id, dict(event.headers))
                if event.stream_ended and event.stream_id in self.sessions:
                    self.sessions[event.stream_id].end()
            case WebTransportStreamDataReceived() if event.session_id in self.sessions:
                self.sessions[event.session_id].stream_data(event.stream_id, event.data, event.stream_ended)
            case DatagramReceived() if event.stream_id in self.sessions:
                self.sessions[event.stream_id].datagrams.put_nowait(event.data)
            case DataReceived() if event.stream_id in self.sessions:
                self.sessions[event.stream_id].control_data(event.data, event.stream_ended)


def strings(value: bytes) -> list[str]:
    """The strings of a list of RFC 9651; what else is in it is left out."""
    return [re.sub(r"\\(.)", r"\1", it) for it in re.findall(r'"((?:[^"\\]|\\.)*)"', value.decode("ascii", "replace"))]


def string(value: str) -> bytes:
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'.encode("ascii")
