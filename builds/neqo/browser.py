"""Firefox without a window, driven by Marionette."""

import json
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Mapping
from pathlib import Path

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


class Browser:
    def __init__(self, origins: list[str], environment: Mapping[str, str]) -> None:
        self._qlog = environment.get("QLOGDIR")
        # Names and ports that are said to speak HTTP/3, as an earlier answer would have done.
        mapping = ",".join("{};h3=:{}".format(*(origin + ":443").split(":")[:2]) for origin in origins)
        self._preferences = PREFERENCES | {"network.http.http3.alt-svc-mapping-for-testing": mapping}
        self._number = 0

    def __enter__(self) -> "Browser":
        PROFILE.mkdir()
        lines = [f"user_pref({json.dumps(name)}, {json.dumps(value)});\n" for name, value in self._preferences.items()]
        (PROFILE / "user.js").write_text("".join(lines))
        trust = ["certutil", "-A", "-d", f"sql:{PROFILE}", "-n", "interop", "-t", "C,,", "-i", "/certs/ca.pem"]
        subprocess.run(["certutil", "-N", "-d", f"sql:{PROFILE}", "--empty-password"], check=True)
        subprocess.run(trust, check=True)
        with open("/logs/firefox.log", "w") as log:
            self._process = subprocess.Popen(
                ["firefox-esr", "--headless", "--marionette", "--remote-allow-system-access", "--profile", str(PROFILE)],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                env=os.environ | {"HOME": "/tmp", "MOZ_CRASHREPORTER_DISABLE": "1"},
            )
        self._socket = self._connect()
        self._rest = b""
        self._next()
        self._call("WebDriver:NewSession", {})
        # The browser's own context may fetch from any origin.
        self._call("Marionette:SetContext", {"value": "chrome"})
        self._call("WebDriver:SetTimeouts", {"script": SCRIPT_MILLIS})
        return self

    def __exit__(self, *failure: object) -> None:
        self._process.terminate()
        try:
            self._process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
        if self._qlog:
            for file in Path("/tmp").glob("qlog_*/*"):
                shutil.copy(file, self._qlog)

    def run(self, body: str, urls: list[str]) -> list[str]:
        script = f"const [urls, done] = arguments; (async () => {{{body}}})().then(done, failure => done(String(failure)));"
        answer = self._call(
            "WebDriver:ExecuteAsyncScript", {"script": script, "args": [urls], "newSandbox": True, "sandbox": "system"}
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
                if self._process.poll() is not None or time.monotonic() > end:
                    raise OSError("the browser did not start") from None
                time.sleep(0.05)

    def _call(self, command: str, parameters: dict) -> dict:
        self._number += 1
        message = json.dumps([0, self._number, command, parameters]).encode()
        self._socket.sendall(str(len(message)).encode() + b":" + message)
        while True:
            answer = self._next()
            if answer[:2] == [1, self._number]:
                break
        if answer[2]:
            raise OSError(f"{command}: {answer[2]['message']}")
        return answer[3]

    def _next(self) -> list | dict:
        while b":" not in self._rest:
            self._read()
        length, _, self._rest = self._rest.partition(b":")
        while len(self._rest) < int(length):
            self._read()
        message, self._rest = self._rest[: int(length)], self._rest[int(length) :]
        return json.loads(message)

    def _read(self) -> None:
        part = self._socket.recv(1 << 20)
        if not part:
            raise OSError("the browser ended")
        self._rest += part
