"""The exception of a failed check, and how a notebook shows it."""

import linecache
import traceback
from pathlib import Path

_PACKAGE = Path(__file__).parent
_MOST_SOURCE_LINES = 8


class CheckFailed(AssertionError):
    """An answer is not right yet.

    Attributes:
        summary: One paragraph in words, without values from the test.
        details: What was got and what was wanted; may be empty.
    """

    def __init__(self, summary: str, details: str = "") -> None:
        super().__init__(summary, details)
        self.summary = summary
        self.details = details

    def __str__(self) -> str:
        return f"{self.summary}\n\n{self.details}" if self.details else self.summary

    def _render_traceback_(self) -> list[str]:
        """Return what IPython shows in place of a traceback through our frames."""
        lines = [f"\x1b[1;31mNot right yet.\x1b[0m {self.summary}"]
        if self.details:
            lines += ["", self.details]
        source = self._failing_source()
        if source:
            lines += ["", "\x1b[1mThe test that failed:\x1b[0m", *source]
        return lines

    def _failing_source(self) -> list[str]:
        """Return the statement that called the check, where its source is known."""
        frames = traceback.extract_tb(self.__traceback__)
        callers = [one for one in frames if Path(one.filename).parent != _PACKAGE]
        if not callers or callers[-1].lineno is None:
            return []
        caller = callers[-1]
        last = caller.end_lineno or caller.lineno
        numbers = range(caller.lineno, last + 1)[:_MOST_SOURCE_LINES]
        source = [linecache.getline(caller.filename, one).rstrip() for one in numbers]
        return [f"    {line}" for line in source] if any(source) else []
