"""What a learner's code prints while a test listens."""

import io
from typing import Any

#: Characters kept of what the student's code prints while the test listens.
MOST_PRINTED = 1_000_000


class Listener(io.TextIOBase):
    """Passes on what is printed, and keeps its beginning."""

    def __init__(self, stream: Any) -> None:
        self.stream = stream
        self._kept: list[str] = []
        self._left = MOST_PRINTED

    def write(self, text: str) -> int:
        """Pass text on."""
        self.stream.write(text)
        kept = text[: self._left]
        self._left -= len(kept)
        self._kept.append(kept)
        return len(text)

    def flush(self) -> None:
        """Pass on what is held back."""
        self.stream.flush()

    def writable(self) -> bool:
        """Say that it can be written to."""
        return True

    def take(self) -> str:
        """Return what was printed since the last time."""
        text = "".join(self._kept)
        self._kept.clear()
        self._left = MOST_PRINTED
        return text
