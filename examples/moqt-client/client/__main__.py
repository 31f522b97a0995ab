"""The client: a point of TAP for each test case; exit code 0 all passed, 1 failures, 127 a test case that it has not."""

import argparse
import asyncio
import os
import sys
import time

from . import misbehave, tap
from .cases import CASES
from .session import session

LIMIT_SECONDS = 10


def main() -> int:
    options = _options()
    if options.list:
        print("\n".join(CASES))
        return 0
    fault = os.environ.get("MISBEHAVE", "")
    if options.test and options.test not in CASES:
        if fault != "ignores-unknown-testcase":
            print(f"unsupported: no test case '{options.test}'; see --list", file=sys.stderr)
            return 127
        options.test = "setup-only"
    names = [options.test] if options.test else list(CASES)
    if fault in misbehave.FAULTS:
        code = misbehave.FAULTS[fault](names)
        if code is not None:
            return code
    return run(names, options)


def run(names: list[str], options: argparse.Namespace) -> int:
    tap.version()
    tap.plan(len(names))
    failed = False
    for number, name in enumerate(names, 1):
        if options.verbose:
            print(f"{name}: begins", file=sys.stderr, flush=True)
        begun = time.monotonic()
        connections: dict[str, str] = {}
        problem = _problem(name, options, connections)
        tap.point(number, name, problem, milliseconds=(time.monotonic() - begun) * 1000, connections=connections)
        failed = failed or bool(problem)
    return 1 if failed else 0


def _problem(name: str, options: argparse.Namespace, connections: dict[str, str]) -> str:
    """Why a test case failed; empty when it passed. Its connections' IDs are added by role."""

    def connect(role: str = ""):
        return session(options.relay, options.tls_disable_verify, lambda it: connections.update({role: it}))

    try:
        asyncio.run(asyncio.wait_for(CASES[name](connect), LIMIT_SECONDS))
        return ""
    except TimeoutError:
        return f"no answer within {LIMIT_SECONDS} s"
    except (OSError, AssertionError) as problem:
        return str(problem) or repr(problem)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="example-client", description=__doc__)
    parser.add_argument("-r", "--relay", default="", help="moqt://HOST:PORT[/PATH]")
    parser.add_argument("-t", "--test", default="", help="one test case (default: all)")
    parser.add_argument("-l", "--list", action="store_true", help="list the test cases")
    parser.add_argument("-v", "--verbose", action="store_true")
    parser.add_argument("--tls-disable-verify", action="store_true")
    options = parser.parse_args()
    if not options.relay and not options.list:
        parser.error("no relay: name one with --relay, or in RELAY_URL")
    return options


if __name__ == "__main__":
    sys.exit(main())
