"""
What the client can be told to do wrong (MISBEHAVE=NAME), each a way in which real clients were seen to fail or could.
A function that returns an exit code has done all; one that returns None leaves the rest to the client.
"""

import atexit
import os
import signal
import sys
import time
from collections.abc import Callable

from . import cases, tap


def lie(names: list[str]) -> int:
    """Says ok without having connected."""
    return _claim(names, 0)


def no_plan(names: list[str]) -> int:
    """Never says how many points there are."""
    tap.version()
    for number, name in enumerate(names, 1):
        tap.point(number, name)
    return 0


def bail_out(names: list[str]) -> int:
    """Gives up before its first point."""
    tap.version()
    tap.plan(len(names))
    tap.say("Bail out! no route to the relay")
    return 1


def missing_points(names: list[str]) -> int:
    """Plans two points more than it has."""
    tap.version()
    tap.plan(len(names) + 2)
    for number, name in enumerate(names, 1):
        tap.point(number, name)
    return 0


def extra_points(names: list[str]) -> int:
    """Has one point more than it planned."""
    code = _claim(names, 0)
    tap.point(len(names) + 1, "unplanned")
    return code


def duplicate(names: list[str]) -> int:
    """Gives the same number twice."""
    tap.version()
    tap.plan(len(names) + 1)
    for _ in range(2):
        tap.point(1, names[0])
    return 0


def wrong_exit(names: list[str]) -> int:
    """All ok, yet exit code 1."""
    return _claim(names, 1)


def failed_with_0(names: list[str]) -> int:
    """Not ok, yet exit code 0."""
    tap.version()
    tap.plan(len(names))
    for number, name in enumerate(names, 1):
        tap.point(number, name, problem="said to be failed, with exit code 0")
    return 0


def todo(names: list[str]) -> int:
    """A known failure."""
    tap.version()
    tap.plan(len(names))
    for number, name in enumerate(names, 1):
        tap.point(number, name, problem="not implemented", directive="TODO not implemented yet")
    return 0


def skip(names: list[str]) -> int:
    """Does not test it, and says so."""
    tap.version()
    tap.plan(len(names))
    for number, name in enumerate(names, 1):
        tap.point(number, name, directive="SKIP not today")
    return 0


def nested(names: list[str]) -> int:
    """No fault: a subtest with two points below each point."""
    tap.version()
    tap.plan(len(names))
    for number, name in enumerate(names, 1):
        for line in (f"# Subtest: {name}", "    1..2", "    ok 1 - connects", "    ok 2 - closes"):
            tap.say(line)
        tap.point(number, name)
    return 0


def noise(names: list[str]) -> None:
    """Says on standard output what belongs on standard error."""
    print("connecting to the relay", flush=True)


def no_version(names: list[str]) -> None:
    """A report that begins with its plan."""
    tap.version = lambda: None


def wrong_name(names: list[str]) -> int:
    """Calls its point otherwise than it was called."""
    return _claim(["the connection is there"], 0)


def garbage(names: list[str]) -> int:
    """Output that is no TAP."""
    print("everything is fine, trust me\n\x00\x1b[31m\xff", flush=True)
    return 0


def silent(names: list[str]) -> int:
    """No output at all, and exit code 0."""
    return 0


def crash(names: list[str]) -> int:
    """Breaks down half-way."""
    tap.version()
    tap.plan(len(names))
    raise RuntimeError("a deliberate crash")


def exit_127(names: list[str]) -> int:
    """Refuses a test case that it has."""
    return 127


def hang(names: list[str]) -> int:
    """Begins and never ends; goes when it is asked to."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    tap.version()
    tap.plan(len(names))
    while True:
        time.sleep(3600)


def hang_for_good(names: list[str]) -> int:
    """As hang, and does not go when it is asked to."""
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    tap.version()
    tap.plan(len(names))
    while True:
        time.sleep(3600)


def flood(names: list[str]) -> int:
    """Comments without end."""
    tap.version()
    while True:
        tap.say("# one of very many lines that nobody needs")


def no_keylog(names: list[str]) -> None:
    """Keeps its keys to itself, so that nothing can be proven by them."""
    os.environ["SSLKEYLOGFILE"] = ""


def false_keys(names: list[str]) -> None:
    """Writes secrets that are none."""
    path = os.environ.get("SSLKEYLOGFILE", "")
    hidden = os.environ["SSLKEYLOGFILE"] = "/tmp/keys.log"

    def forge() -> None:
        with open(hidden) as true, open(path, "w") as false:
            false.writelines(line.rsplit(" ", 1)[0] + " " + "0" * 64 + "\n" for line in true)

    atexit.register(forge)


def no_qlog(names: list[str]) -> None:
    """Writes no qlog."""
    os.environ["QLOGDIR"] = ""


def error_is_ok(names: list[str]) -> None:
    """Takes the relay's error for the answer that it wanted, after a subscription to what nobody publishes."""

    async def taken_for_ok(connect: cases.Connect) -> None:
        async with connect() as subscriber:
            await subscriber.subscribe(["nobody", "publishes", "this"], cases.TRACK)

    cases.CASES["announce-subscribe"] = taken_for_ok


def rejects_env(names: list[str]) -> int | None:
    """Wants another value of TLS_DISABLE_VERIFY than the contract's 1, as a command-line library may."""
    if os.environ.get("TLS_DISABLE_VERIFY") == "1":
        print("error: invalid value '1' for '--tls-disable-verify' [possible values: true, false]", file=sys.stderr)
        return 2
    return None


FAULTS: dict[str, Callable[[list[str]], int | None]] = {
    it.__name__.replace("_", "-"): it
    for it in (
        lie, no_plan, bail_out, missing_points, extra_points, duplicate, wrong_exit, failed_with_0, todo, skip, nested,
        noise, no_version, wrong_name, garbage, silent, crash, exit_127, hang, hang_for_good, flood, no_keylog, false_keys, no_qlog, error_is_ok, rejects_env,
    )
}  # fmt: skip
"""What is done before the test cases; two more are not here: ignores-unknown-testcase and binary-missing."""


def _claim(names: list[str], code: int) -> int:
    tap.version()
    tap.plan(len(names))
    for number, name in enumerate(names, 1):
        tap.point(number, name)
    return code
