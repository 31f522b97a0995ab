"""Downloads the requested files, over as many connections as the test case wants."""

import asyncio
import os
import sys
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from urllib.parse import SplitResult

from aiopquic.asyncio import QuicConnectionProtocol, connect
from aiopquic.quic.configuration import QuicConfiguration
from aiopquic.quic.events import ConnectionTerminated, QuicEvent, StreamDataReceived, StreamReset

from contract.client import DOWNLOADS, Download, start

from .setup import configuration

SESSION = "/tmp/session"


class Client(QuicConnectionProtocol):
    """One connection."""

    def __init__(self, *arguments, **options) -> None:
        super().__init__(*arguments, **options)
        self._downloads: dict[int, Download] = {}

    async def get_all(self, urls: list[SplitResult]) -> None:
        """Asks for all files at once; requests beyond the server's stream credit wait in picoquic."""
        pending = [await self._get(url) for url in urls]
        await asyncio.gather(*pending)

    async def _get(self, url: SplitResult) -> asyncio.Future[None]:
        stream = self._quic.get_next_available_stream_id()
        download = self._downloads[stream] = Download(DOWNLOADS / Path(url.path).name)
        await self._quic.send_stream_data_drained(stream, f"GET {url.path}\r\n".encode(), end_stream=True)
        return download.done

    def quic_event_received(self, event: QuicEvent) -> None:
        match event:
            case StreamDataReceived() if event.stream_id in self._downloads:
                self._downloads[event.stream_id].write(event.data, event.end_stream)
            case StreamReset() if event.stream_id in self._downloads:
                self._downloads[event.stream_id].fail(f"stream {event.stream_id} was reset")
            case ConnectionTerminated():
                for download in self._downloads.values():
                    download.fail(f"connection closed: error {event.error_code:#x}")


async def plain(quic: QuicConfiguration, urls: list[SplitResult], early: bool = False) -> None:
    """All files over one connection; early requests travel as 0-RTT."""
    host = urls[0].hostname
    async with connect(
        host,
        urls[0].port or 443,
        configuration=replace(quic, server_name=host),
        create_protocol=Client,
        wait_connected=not early,
    ) as client:
        await client.get_all(urls)


async def run(quic: QuicConfiguration, testcase: str, urls: list[SplitResult]) -> None:
    match testcase:
        case "multiconnect":
            for url in urls:
                await plain(quic, [url])
        case "resumption" | "zerortt":
            quic.session_ticket_file = SESSION
            await plain(quic, urls[:1])
            await plain(quic, urls[1:], early=testcase == "zerortt")
        case _:
            await plain(quic, urls)


def main(environment: Mapping[str, str]) -> int:
    quic = configuration(environment, is_client=True)
    quic.load_verify_locations("/certs/ca.pem")
    return start(environment, lambda urls: run(quic, environment["TESTCASE"], urls))


if __name__ == "__main__":
    sys.exit(main(os.environ))
