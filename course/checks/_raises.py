"""Check that bad input raises the right exception."""

import re
import sys
from collections.abc import Callable
from typing import Any

from course.checks._failure import CheckFailed
from course.checks._plain import refuse_placeholder
from course.checks._show import short
from course.checks._words import class_name, exception_words, kind_of, subject_of


def assert_raises(
    exception: type[Exception] | tuple[type[Exception], ...],
    function: Callable[..., Any],
    *args: Any,
    match: str | None = None,
    name: str | None = None,
    **kwargs: Any,
) -> None:
    """Check that a call with bad input raises the right exception.

    Args:
        exception: The expected class, or several.
        function: What to call.
        *args: Its arguments.
        match: A regular expression that the exception's message must contain.
        name: What the call is, for the message; made from the function by default.
        **kwargs: Its keyword arguments.

    Raises:
        CheckFailed: If nothing or something else is raised, or the message does not
            match.
    """
    classes = exception if isinstance(exception, tuple) else (exception,)
    wanted = " or ".join(f"`{one.__name__}`" for one in classes)
    if name is None:
        name = f"{_name_in_test(function)}(...)"
    subject = subject_of(name)
    if not callable(function):
        refuse_placeholder(function, subject)
        raise CheckFailed(
            f"{subject} is {kind_of(function)}, where a function is expected."
        )
    try:
        returned = function(*args, **kwargs)
    except Exception as error:
        message = _message(error)
        if isinstance(error, NotImplementedError) and type(error) not in classes:
            raise CheckFailed(f"{subject} is not written yet.", message) from None
        if not isinstance(error, classes):
            raise CheckFailed(
                f"{subject} should raise {wanted} for this input, but raises "
                f"{exception_words(error)}. Test the input at the start of the "
                "function and raise the exception yourself.",
                f"it raised {class_name(error)}: {message}",
            ) from error
        if match is not None and not re.search(match, message):
            raise CheckFailed(
                f"{subject} raises {wanted} as it should, but the message does not say "
                "what is wrong. Name what arrived and what was expected.",
                f"message:  {message}\nexpected: a match of {match!r}",
            ) from None
        return
    raise CheckFailed(
        f"{subject} accepts input that it should refuse: it should raise {wanted}.",
        f"it returned: {short(returned)}",
    )


def _name_in_test(function: Any) -> str:
    """Return the function's name if a caller's code holds it.

    A name that a learner's code has made up is not for a summary.
    """
    name = str(getattr(function, "__name__", ""))
    frame = sys._getframe(1)
    while frame is not None:
        code = frame.f_code
        if name in (*code.co_names, *code.co_varnames, *code.co_freevars):
            return name
        frame = frame.f_back
    return "the function"


def _message(error: Exception) -> str:
    try:
        return str(error)
    except Exception:  # a learner's exception may fail to describe itself
        return class_name(error)
