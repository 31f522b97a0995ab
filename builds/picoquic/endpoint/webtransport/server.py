"""Accepts sessions for the folder of /www until it is told to stop."""

import asyncio
import os
import sys
from collections.abc import Mapping

from aiopquic.asyncio.webtransport import serve_webtransport

from contract.server import until_stopped
from contract.webtransport import Server

from .session import PicoquicSession, configuration


async def run(environment: Mapping[str, str]) -> None:
    server = Server(environment)
    # The binding has one path for sessions.
    (endpoint,) = server.endpoints
    serving = await serve_webtransport(
        "::",
        443,
        f"/{endpoint}",
        handler=lambda session: server.meet(PicoquicSession(session), endpoint),
        cert_file="/certs/cert.pem",
        key_file="/certs/priv.key",
        configuration=configuration(environment, is_client=False),
        wt_supported_protocols=server.protocols,
    )
    await until_stopped()
    await serving.aclose()


if __name__ == "__main__":
    asyncio.run(run(os.environ))
    sys.exit(0)
