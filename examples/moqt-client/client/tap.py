"""TAP 14, as the contract wants it on standard output."""

import json


def say(line: str) -> None:
    print(line, flush=True)


def version() -> None:
    say("TAP version 14")


def plan(number: int) -> None:
    say(f"1..{number}")


def point(
    number: int,
    name: str,
    problem: str = "",
    directive: str = "",
    milliseconds: float = 0.0,
    connections: dict[str, str] | None = None,
) -> None:
    """A point with its diagnostics; without a problem it is ok. Connections are named by role, so that all can tell
    which are this test case's where a run has many."""
    say(f"{'not ok' if problem else 'ok'} {number} - {name}{' # ' + directive if directive else ''}")
    say("  ---")
    say(f"  duration_ms: {milliseconds:.1f}")
    for role, it in (connections or {}).items():
        say(f'  {role + "_" if role else ""}connection_id: "{it}"')
    if problem:
        # A JSON string is a YAML string, whatever it holds.
        say(f"  message: {json.dumps(problem)}")
    say("  ...")
