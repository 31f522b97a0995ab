"""Firefox without a window, driven by Marionette."""

import json
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from .driver import Driver

PROFILE = Path("/tmp/firefox")
PORT = 2828
START_SECONDS = 30
STOP_SECONDS = 5
SCRIPT_MILLIS = 120_000

# What a browser asks the world by itself has no way out of the test network; it is not asked, so that nothing waits for it.
PREFERENCES = {
    "network.http.http3.enable": True,
    "network.http.http3.enable_qlog": True,
    "network.http.http3.disable_when_third_party_roots_found": False,
    # A connection made ahead is never used by a session, which opens one of its own.
    "network.http.speculative-parallel-limit": 0,
    "network.trr.mode": 5,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "network.dns.disablePrefetch": True,
    "network.stricttransportsecurity.preloadlist": False,
    "security.OCSP.enabled": 0,
    "app.update.disabledForTesting": True,
    "browser.safebrowsing.malware.enabled": False,
    "browser.safebrowsing.phishing.enabled": False,
    "browser.shell.checkDefaultBrowser": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "extensions.update.enabled": False,
    "services.settings.server": "",
    "toolkit.telemetry.enabled": False,
}


class Browser(Driver):
    def __init__(self, origins: list[str], environment: Mapping[str, str], page: str | None = None) -> None:
        super().__init__(STOP_SECONDS)
        self._page = page
        self._qlog = environment.get("QLOGDIR")
        # Names and ports that are said to speak HTTP/3, as an earlier answer would have done.
        mapping = ",".join("{};h3=:{}".format(*(origin + ":443").split(":")[:2]) for origin in origins)
        self._preferences = PREFERENCES | {"network.http.http3.alt-svc-mapping-for-testing": mapping}

    def __enter__(self) -> "Browser":
        PROFILE.mkdir()
        lines = [f"user_pref({json.dumps(name)}, {json.dumps(value)});\n" for name, value in self._preferences.items()]
        (PROFILE / "user.js").write_text("".join(lines))
        trust = ["certutil", "-A", "-d", f"sql:{PROFILE}", "-n", "interop", "-t", "C,,", "-i", "/certs/ca.pem"]
        subprocess.run(["certutil", "-N", "-d", f"sql:{PROFILE}", "--empty-password"], check=True)
        subprocess.run(trust, check=True)
        command = ["firefox-esr", "--headless", "--marionette", "--remote-allow-system-access", "--profile", str(PROFILE)]
        self.start(command, "/logs/firefox.log", env=os.environ | {"HOME": "/tmp", "MOZ_CRASHREPORTER_DISABLE": "1"})
        self._socket = self._connect()
        self.message()
        self._call("WebDriver:NewSession", {})
        if self._page:
            self._call("WebDriver:Navigate", {"url": self._page})
        else:
            # The browser's own context may fetch from any origin.
            self._call("Marionette:SetContext", {"value": "chrome"})
        self._call("WebDriver:SetTimeouts", {"script": SCRIPT_MILLIS})
        return self

    def __exit__(self, *failure: object) -> None:
        super().__exit__(*failure)
        if self._qlog:
            for file in Path("/tmp").glob("qlog_*/*"):
                shutil.copy(file, self._qlog)

    def run(self, body: str, argument: object, name: str = "urls") -> Any:
        script = f"const [{name}, done] = arguments; (async () => {{{body}}})().then(done, failure => done(String(failure)));"
        sandbox = {} if self._page else {"sandbox": "system"}
        answer = self._call(
            "WebDriver:ExecuteAsyncScript", {"script": script, "args": [argument], "newSandbox": True} | sandbox
        )["value"]
        if isinstance(answer, str):
            raise OSError(answer)
        return answer

    def _connect(self) -> socket.socket:
        end = time.monotonic() + START_SECONDS
        while True:
            try:
                return socket.create_connection(("127.0.0.1", PORT))
            except OSError:
                if self.process.poll() is not None or time.monotonic() > end:
                    raise OSError("the browser did not start") from None
                time.sleep(0.05)

    def _call(self, command: str, parameters: dict) -> dict:
        number = self.next_call()
        message = json.dumps([0, number, command, parameters]).encode()
        self._socket.sendall(str(len(message)).encode() + b":" + message)
        answer = self.answer(lambda it: it[:2] == [1, number])
        if answer[2]:
            raise OSError(f"{command}: {answer[2]['message']}")
        return answer[3]

    def receive(self) -> bytes:
        return self._socket.recv(1 << 20)

    def message(self) -> list | dict:
        return json.loads(self.exactly(int(self.until(b":"))))
