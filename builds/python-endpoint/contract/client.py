"""What clients share: the requested files, the wait for the simulator, and the exit code."""

import asyncio
import sys
from collections.abc import Callable, Coroutine, Mapping
from pathlib import Path
from urllib.parse import SplitResult, urlsplit

DOWNLOADS = Path("/downloads")


class Download:
    """One request: its answer goes to a file as it comes."""

    def __init__(self, target: Path) -> None:
        self.done: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._file = target.open("wb")

    def write(self, data: bytes | memoryview, ended: bool) -> None:
        self._file.write(data)
        if ended:
            self._file.close()
            self.done.set_result(None)

    def fail(self, reason: str) -> None:
        self._file.close()
        if not self.done.done():
            self.done.set_exception(ConnectionError(reason))


def start(environment: Mapping[str, str], run: Callable[[list[SplitResult]], Coroutine[None, None, None]]) -> int:
    """Runs a client for the requested URLs once the simulator is there, and returns its exit code."""
    urls = [urlsplit(url) for url in environment["REQUESTS"].split()]
    if not sys.stdin.readline():
        print("the simulator did not start", file=sys.stderr)
        return 1
    try:
        asyncio.run(run(urls))
        return 0
    except (OSError, TimeoutError) as failure:
        print(f"failed: {failure!r}", file=sys.stderr)
        return 1
