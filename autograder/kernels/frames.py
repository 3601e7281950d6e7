"""One piece of memory for the frames of all calls of a thread.

CPython (3.11 and later) keeps frames in pieces of 16 KiB: a call that no longer fits
takes a new piece from the system, and its return gives the piece back. A loop whose
calls cross the end of a piece does so each time round. That was a tenth of all page
faults while a class was graded, thousands for each submission. A frame that asks for
much room gets one large piece, and what it calls finds the rest of it free.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

#: In words of 8 bytes. A piece is as large as a power of two that holds this and a
#: little more; so half of it stays free, for thousands of calls in each other.
_WORDS = 1 << 17


def call(function: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
    """Call a function whose own calls find room for their frames.

    The room is taken from the system, but not touched before it is used.
    """
    return function(*args, **kwargs)


call.__code__ = call.__code__.replace(co_stacksize=_WORDS)
