"""TAP 14, as the contract wants it on standard output."""

import json


def say(line: str) -> None:
    print(line, flush=True)


def version() -> None:
    say("TAP version 14")


def plan(number: int) -> None:
    say(f"1..{number}")


def point(number: int, name: str, problem: str = "", directive: str = "", milliseconds: float = 0.0) -> None:
    """A point with its diagnostics; without a problem it is ok."""
    say(f"{'not ok' if problem else 'ok'} {number} - {name}{' # ' + directive if directive else ''}")
    say("  ---")
    say(f"  duration_ms: {milliseconds:.1f}")
    if problem:
        # A JSON string is a YAML string, whatever it holds.
        say(f"  message: {json.dumps(problem)}")
    say("  ...")
