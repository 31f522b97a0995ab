"""Opens the session that REQUESTS names."""

import os
import sys
from collections.abc import Mapping
from contextlib import AsyncExitStack
from urllib.parse import SplitResult

from aiopquic.asyncio.webtransport import connect_webtransport

from contract.client import start
from contract.webtransport import Client, Session

from .session import PicoquicSession, configuration


async def run(environment: Mapping[str, str], urls: list[SplitResult]) -> None:
    client = Client(environment, urls)
    quic = configuration(environment, is_client=True)
    async with AsyncExitStack() as sessions:

        async def connect(path: str) -> Session:
            opening = connect_webtransport(
                urls[0].hostname,
                urls[0].port or 443,
                path,
                sni=urls[0].hostname,
                wt_available_protocols=client.protocols,
                configuration=quic,
                ca_file="/certs/ca.pem",
            )
            return PicoquicSession(await sessions.enter_async_context(opening))

        await client.run(connect)


if __name__ == "__main__":
    sys.exit(start(os.environ, lambda urls: run(os.environ, urls)))
