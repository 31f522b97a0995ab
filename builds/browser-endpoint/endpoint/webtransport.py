"""Runs one session of WebTransport in a page of a browser."""

import base64
import os
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from urllib.parse import urlsplit

from .browser import Browser

WWW = Path("/www")
DOWNLOADS = Path("/downloads")
PROGRAM = Path(__file__).with_name("session.js")


class EmptyPage(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()

    def log_message(self, *arguments: object) -> None:
        pass


@contextmanager
def secure_page() -> Iterator[str]:
    """A page that browsers trust as if it came over TLS, since it is this machine's: only such pages have WebTransport."""
    server = HTTPServer(("127.0.0.1", 0), EmptyPage)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()


def main(environment: Mapping[str, str]) -> int:
    urls = [urlsplit(url) for url in environment["REQUESTS"].split()]
    paths = [url.path.strip("/").partition("/") for url in urls]
    try:
        endpoint, *others = {endpoint for endpoint, _, _ in paths}
        if others:
            # A browser makes a connection for each session.
            raise OSError("REQUESTS has several endpoints; one is possible")
        task = {
            "testcase": environment["TESTCASE"],
            "url": f"https://{urls[0].netloc}/{endpoint}",
            "protocols": environment["PROTOCOLS"].split(),
            "requests": [file for _, _, file in paths if file],
            "files": served(WWW / endpoint),
        }
        with secure_page() as page, Browser([urls[0].netloc], environment, page) as browser:
            # The start script writes a line when the simulator runs; until then the browser has time to start.
            if not sys.stdin.readline():
                raise OSError("the simulator did not start")
            store(task["testcase"], endpoint, browser.run(PROGRAM.read_text(), task, "task"))
    except OSError as failure:
        print(f"failed: {failure}", file=sys.stderr)
        return 1
    return 0


def served(folder: Path) -> dict[str, str]:
    files = (it for it in folder.rglob("*") if it.is_file())
    return {str(it.relative_to(folder)): base64.b64encode(it.read_bytes()).decode() for it in files}


def store(testcase: str, endpoint: str, result: dict) -> None:
    if testcase == "handshake":
        if not result["protocol"]:
            raise OSError("the session has no application protocol")
        (DOWNLOADS / "negotiated_protocol.txt").write_text(result["protocol"])
        return
    for name, content in result["downloads"].items():
        (DOWNLOADS / endpoint).mkdir(exist_ok=True)
        (DOWNLOADS / endpoint / Path(name).name).write_bytes(base64.b64decode(content))


if __name__ == "__main__":
    sys.exit(main(os.environ))
