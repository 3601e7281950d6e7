"""Exceptions that a test cell meets when the student's side does not play its part.

Those that a test could mean to catch derive from `Exception`; those that end the cell,
whatever the test catches, derive from `BaseException`.
"""

from __future__ import annotations

import builtins
import types
from typing import Any

_MOST_TEXT = 4000


class NotPlain(AssertionError):
    """A test compares or counts with an object that only the student's code knows."""


class NotHandedOver(TypeError):
    """A test passes something that cannot cross to the student's process."""

    def __init__(self, reason: str) -> None:
        super().__init__(
            "This test hands something to your code that cannot reach it here. That is "
            "no mistake of yours: tell whoever runs the course.\n\n"
            f"An argument cannot be handed to the notebook's code: {reason}."
        )


class StudentUnavailable(BaseException):
    """The student's process does not answer; the cell cannot be examined."""


class StudentTooSlow(StudentUnavailable):
    """A call of the student's code has not returned in time."""


class StudentGone(StudentUnavailable):
    """The student's process has ended."""


class StudentBroke(StudentUnavailable):
    """The student's process answers nonsense, or too much."""


def builtin_exception(name: Any) -> type[BaseException]:
    """Return the built-in exception class of this name, `Exception` where none is."""
    found = getattr(builtins, name, None) if isinstance(name, str) else None
    is_exception = isinstance(found, type) and issubclass(found, BaseException)
    return found if is_exception else Exception


def student_exception(
    kind: type[BaseException], message: Any, args: Any, shown: Any
) -> BaseException:
    """Make the exception that stands for one which the student's code raised.

    Args:
        kind: Its class on this side.
        message: What it said in the student's process.
        args: Its plain arguments.
        shown: The traceback in the student's process, as text.

    Returns:
        An instance of `kind`; `raised_by_student` is true for it.
    """
    message = str(message)[:_MOST_TEXT]
    plain = (type(None), bool, int, float, str)
    usable = isinstance(args, list) and all(type(one) in plain for one in args)
    values = tuple(args[:20]) if usable else (message,)
    try:
        if isinstance(kind.__init__, types.FunctionType):  # a class of the lesson's
            error = kind.__new__(kind, *values)
        else:
            error = kind(*values)
    except Exception:
        error = Exception(message)
    error.student_message = message  # type: ignore[attr-defined]
    error.student_traceback = str(shown)[-_MOST_TEXT:]  # type: ignore[attr-defined]
    return error


def raised_by_student(error: BaseException) -> bool:
    """Say whether an exception stands for one of the student's code."""
    return hasattr(error, "student_traceback")
