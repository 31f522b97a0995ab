"""What servers share: the served files, and the end."""

import asyncio
import signal
from pathlib import Path

WWW = Path("/www")


async def until_stopped() -> None:
    """Returns when the container is stopped."""
    stop = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stop.set)
    await stop.wait()
