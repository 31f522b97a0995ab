"""What the drivers of browsers share: the browser's process, and answers that come in parts."""

import subprocess
from collections.abc import Callable
from typing import Any


class Driver:
    """A browser that runs until the end of a `with` block. A subclass starts it, and says how messages are sent and received."""

    def __init__(self, stop_seconds: float) -> None:
        self._stop_seconds = stop_seconds
        self._calls = 0
        self._rest = b""

    def start(self, command: list[str], log: str, **options: Any) -> None:
        with open(log, "w") as file:
            self.process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=file, stderr=file, **options)

    def __exit__(self, *failure: object) -> None:
        self.process.terminate()
        try:
            self.process.wait(self._stop_seconds)
        except subprocess.TimeoutExpired:
            self.process.kill()

    def receive(self) -> bytes:
        """More of what the browser says; nothing when it has ended."""
        raise NotImplementedError

    def message(self) -> Any:
        """The browser's next message."""
        raise NotImplementedError

    def next_call(self) -> int:
        """The number of another command."""
        self._calls += 1
        return self._calls

    def answer(self, is_answer: Callable[[Any], bool]) -> Any:
        """The first message that is the answer; what the browser says by itself is passed over."""
        while not is_answer(message := self.message()):
            pass
        return message

    def until(self, mark: bytes) -> bytes:
        """What comes before the next mark."""
        while mark not in self._rest:
            self._more()
        part, _, self._rest = self._rest.partition(mark)
        return part

    def exactly(self, length: int) -> bytes:
        """The next bytes."""
        while len(self._rest) < length:
            self._more()
        part, self._rest = self._rest[:length], self._rest[length:]
        return part

    def _more(self) -> None:
        part = self.receive()
        if not part:
            raise OSError("the browser ended")
        self._rest += part
