"""The source text of the student's functions and classes, for `inspect.getsource`."""

from __future__ import annotations

import functools
import inspect
from typing import Any

from autograder.examiner import handles

_MOST_TEXT = 200_000


def offer_sources() -> None:
    """Have `inspect` ask the student's process for the source of a handle."""
    original = inspect.getsourcelines
    if getattr(original, "knows_handles", False):
        return

    @functools.wraps(original)
    def getsourcelines(object: Any) -> tuple[list[str], int]:
        if not isinstance(object, handles.Handle):
            return original(object)
        answer = handles._state(object).student.source(object)
        text, line = answer if type(answer) is list and len(answer) == 2 else (None, 0)
        if type(text) is not str or type(line) is not int:
            raise OSError("could not get source code")
        return text[:_MOST_TEXT].splitlines(keepends=True), line

    getsourcelines.knows_handles = True  # type: ignore[attr-defined]
    inspect.getsourcelines = getsourcelines
