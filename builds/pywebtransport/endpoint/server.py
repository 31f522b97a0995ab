"""Accepts sessions for the folders of /www until it is told to stop."""

import asyncio
import os
import sys
from collections.abc import Mapping

from pywebtransport import ServerConfig, WebTransportConnection, WebTransportServer, WebTransportSession

from contract.server import until_stopped
from contract.webtransport import Server

from .session import PySession


class Acceptor:
    def __init__(self, environment: Mapping[str, str]) -> None:
        self._server = Server(environment)

    async def accept(self, library: WebTransportServer) -> None:
        async with asyncio.TaskGroup() as connections:
            async for connection in library.incoming_connections():
                connections.create_task(self._sessions(connection))

    async def _sessions(self, connection: WebTransportConnection) -> None:
        async for session in connection.incoming_sessions():
            await self._session(session)

    async def _session(self, session: WebTransportSession) -> None:
        endpoint = session.path.strip("/")
        if endpoint not in self._server.endpoints:
            await session.reject(status_code=404)
            return
        chosen = self._server.choose(session.wt_available_protocols or [])
        await session.accept(wt_protocol=chosen)
        self._server.meet(PySession(session, chosen), endpoint)


async def run(environment: Mapping[str, str]) -> None:
    configuration = ServerConfig(bind_host="::", bind_port=443, certfile="/certs/cert.pem", keyfile="/certs/priv.key")
    async with WebTransportServer(config=configuration) as library:
        await library.listen()
        accepting = asyncio.ensure_future(Acceptor(environment).accept(library))
        await until_stopped()
        accepting.cancel()


if __name__ == "__main__":
    asyncio.run(run(os.environ))
    sys.exit(0)
