"""Starts the endpoint of the role, with the fault that was chosen."""

import os
import sys
from importlib import import_module

IN_SHELL = (
    "",
    "flood-logs",
    "http3-unasked",
    "ignores-sigterm",
    "ignores-unknown-testcase",
    "late-127",
    "no-ecn",
    "no-keylog",
)

role = os.environ["ROLE"]
name = os.environ.get("FAULT", "")
# Only WebTransport has protocols to offer.
package = "endpoint.webtransport" if os.environ.get("PROTOCOLS") else "endpoint"
endpoint = import_module(f"{package}.{role}")
if name not in IN_SHELL:
    try:
        fault = import_module(f"faults.{name.replace('-', '_')}")
    except ModuleNotFoundError:
        print(f"there is no fault '{name}'", file=sys.stderr)
        sys.exit(2)
    getattr(fault, role, lambda _: None)(endpoint)
sys.exit(endpoint.main(os.environ))
