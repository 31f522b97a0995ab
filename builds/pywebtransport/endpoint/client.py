"""Opens the session that REQUESTS names."""

import os
import sys
from collections.abc import Mapping
from urllib.parse import SplitResult

from pywebtransport import ClientConfig, WebTransportClient, WebTransportError

from contract.client import start
from contract.webtransport import Client, Session

from .session import PySession


async def run(environment: Mapping[str, str], urls: list[SplitResult]) -> None:
    client = Client(environment, urls)
    configuration = ClientConfig(ca_certs="/certs/ca.pem", wt_available_protocols=client.protocols)
    async with WebTransportClient(config=configuration) as library:

        async def connect(path: str) -> Session:
            session = await library.connect(url=f"https://{urls[0].netloc}{path}")
            return PySession(session, session.wt_protocol)

        try:
            await client.run(connect)
        except WebTransportError as failure:
            raise ConnectionError(str(failure)) from failure


if __name__ == "__main__":
    sys.exit(start(os.environ, lambda urls: run(os.environ, urls)))
