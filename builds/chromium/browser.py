"""Chromium without a window, driven by its debugging protocol over two pipes."""

import base64
import hashlib
import json
import os
import ssl
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from .driver import Driver

PROGRAM = "chromium-headless-shell"
HOME = Path("/tmp/home")
STOP_SECONDS = 3
# The pipes have these numbers in the browser.
COMMANDS, ANSWERS = 3, 4


class Browser(Driver):
    def __init__(self, origins: list[str], environment: Mapping[str, str], page: str | None = None) -> None:
        super().__init__(STOP_SECONDS)
        self._page = page
        self._options = [
            "--no-sandbox",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--disable-background-networking",
            "--user-data-dir=/tmp/chromium",
            # A page of no origin fetches.
            "--disable-web-security",
            "--origin-to-force-quic-on=" + ",".join(origins),
            "--remote-debugging-pipe",
        ]
        if not page:
            self._options.append("--ignore-certificate-errors-spki-list=" + key_digest("/certs/cert.pem"))
        if environment.get("SSLKEYLOGFILE"):
            self._options.append("--ssl-key-log-file=" + environment["SSLKEYLOGFILE"])

    def __enter__(self) -> "Browser":
        from_us, self._commands = os.pipe()
        self._answers, to_us = os.pipe()

        def number_pipes() -> None:
            # Both are moved out of the way first: one may have the other's number.
            high = os.dup(from_us), os.dup(to_us)
            os.dup2(high[0], COMMANDS)
            os.dup2(high[1], ANSWERS)

        command = [PROGRAM, *self._options, "about:blank"]
        if self._page:
            trust("/certs/ca.pem")
        home = {"HOME": str(HOME)} if self._page else {}
        self.start(command, "/logs/chromium.log", env=os.environ | home, close_fds=False, preexec_fn=number_pipes)
        os.close(from_us)
        os.close(to_us)
        targets = self._call("Target.getTargets", {})["targetInfos"]
        page = next(target["targetId"] for target in targets if target["type"] == "page")
        self._session = self._call("Target.attachToTarget", {"targetId": page, "flatten": True})["sessionId"]
        if self._page:
            # It answers once the page is there instead of the one before.
            self._call("Page.navigate", {"url": self._page}, self._session)
        return self

    def run(self, body: str, argument: object, name: str = "urls") -> Any:
        answer = self._call(
            "Runtime.evaluate",
            {
                "expression": f"(async {name} => {{{body}}})({json.dumps(argument)})",
                "awaitPromise": True,
                "returnByValue": True,
            },
            self._session,
        )
        if "exceptionDetails" in answer:
            raise OSError(answer["exceptionDetails"]["exception"]["description"])
        return answer["result"]["value"]

    def _call(self, method: str, parameters: dict, session: str | None = None) -> dict:
        number = self.next_call()
        message = {"id": number, "method": method, "params": parameters}
        if session:
            message["sessionId"] = session
        os.write(self._commands, json.dumps(message).encode() + b"\0")
        answer = self.answer(lambda it: it.get("id") == number)
        if "error" in answer:
            raise OSError(f"{method}: {answer['error']['message']}")
        return answer["result"]

    def receive(self) -> bytes:
        return os.read(self._answers, 1 << 20)

    def message(self) -> dict:
        return json.loads(self.until(b"\0"))


def trust(authority: str) -> None:
    """Puts an authority into the database in which Chromium looks for those that its user trusts."""
    database = HOME / ".pki" / "nssdb"
    database.mkdir(parents=True)
    certutil = ["certutil", "-d", f"sql:{database}"]
    subprocess.run([*certutil, "-N", "--empty-password"], check=True)
    subprocess.run([*certutil, "-A", "-n", "interop", "-t", "C,,", "-i", authority], check=True)


def key_digest(certificate: str) -> str:
    """The digest of the public key of the first certificate, by which the browser accepts it from an unknown authority."""
    with open(certificate) as file:
        pem = file.read().split("-----END CERTIFICATE-----")[0] + "-----END CERTIFICATE-----\n"
    return base64.b64encode(hashlib.sha256(public_key(ssl.PEM_cert_to_DER_cert(pem))).digest()).decode()


def public_key(certificate: bytes) -> bytes:
    """subjectPublicKeyInfo: the seventh field of a certificate of version 3 (RFC 5280, section 4.1)."""
    _, start, _ = element(certificate, 0)
    _, at, _ = element(certificate, start)
    for _ in range(6):
        _, _, at = element(certificate, at)
    _, _, end = element(certificate, at)
    return certificate[at:end]


def element(der: bytes, at: int) -> tuple[int, int, int]:
    """An element's tag, and where its content begins and ends."""
    length, content = der[at + 1], at + 2
    if length & 0x80:
        content += length & 0x7F
        length = int.from_bytes(der[at + 2 : content], "big")
    return der[at], content, content + length
