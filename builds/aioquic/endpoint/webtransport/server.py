"""Accepts sessions for the folders of /www until it is told to stop."""

import asyncio
import os
import sys
from collections.abc import Mapping
from functools import partial

from aioquic.asyncio import serve

from contract.server import until_stopped
from contract.webtransport import Server

from ..setup import flush
from .session import AioquicSession, Connection, string, strings
from .setup import configuration


class ServerConnection(Connection):
    def __init__(self, *arguments, server: Server, **options) -> None:
        super().__init__(*arguments, **options)
        self._server = server

    def headers_received(self, stream: int, headers: dict[bytes, bytes]) -> None:
        endpoint = headers.get(b":path", b"").decode().strip("/")
        # Draft 15 has a name of its own.
        is_session = headers.get(b":protocol") in (b"webtransport", b"webtransport-h3")
        if not is_session or endpoint not in self._server.endpoints:
            self.http.send_headers(stream, [(b":status", b"404")], end_stream=True)
            self.transmit()
            return
        chosen = self._server.choose(strings(headers.get(b"wt-available-protocols", b"")))
        answer = [(b":status", b"200"), (b"sec-webtransport-http3-draft", b"draft02")]
        if chosen:
            answer.append((b"wt-protocol", string(chosen)))
        self.http.send_headers(stream, answer)
        self.transmit()
        session = self.sessions[stream] = AioquicSession(self, stream, chosen)
        self._server.meet(session, endpoint)


async def run(environment: Mapping[str, str]) -> None:
    quic = configuration(environment, is_client=False)
    quic.load_cert_chain("/certs/cert.pem", "/certs/priv.key")
    server = Server(environment)
    try:
        # "::" takes IPv4 too: Linux leaves IPV6_V6ONLY off.
        await serve("::", 443, configuration=quic, create_protocol=partial(ServerConnection, server=server))
        await until_stopped()
    finally:
        flush(quic)


def main(environment: Mapping[str, str]) -> int:
    asyncio.run(run(environment))
    return 0


if __name__ == "__main__":
    sys.exit(main(os.environ))
