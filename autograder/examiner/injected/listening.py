"""What a learner's code prints, or warns of, while a test listens."""

import io
import warnings
from typing import Any

#: Characters kept of what the student's code prints while the test listens.
MOST_PRINTED = 1_000_000
#: Warnings kept of one call, and characters of each.
MOST_WARNINGS = 100
MOST_TEXT = 1000


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


class Warned:
    """Keeps warnings, all of them, from its making until it is closed."""

    def __init__(self) -> None:
        self._context = warnings.catch_warnings(record=True)
        self._caught: Any = self._context.__enter__()
        warnings.simplefilter("always")

    def take(self) -> list[list[Any]]:
        """Return class and text of each since the last time."""
        caught = [
            [one.category, str(one.message)[:MOST_TEXT]]
            for one in self._caught[:MOST_WARNINGS]
        ]
        self._caught.clear()
        return caught

    def close(self) -> None:
        """Leave warnings as they were before."""
        self._context.__exit__(None, None, None)
