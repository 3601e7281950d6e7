"""End a command in good order when it is asked to, wherever it happens to be."""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

#: After this the signal is sent again, if Python has thrown its exception away.
_AGAIN_SECONDS = 0.05


class Stopped(KeyboardInterrupt):
    """The command was asked to end.

    Attributes:
        number: The signal's.
    """

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


@contextmanager
def stopped_by_signals() -> Iterator[None]:
    """Raise `Stopped` in the main thread on SIGINT (Ctrl-C) and SIGTERM.

    Python ignores an exception in a destructor or in the callback of a weak
    reference, and a signal may arrive in one. Then it is sent again a moment later, for
    otherwise the command would go on to its end.
    """

    def stop(number: int, _frame: FrameType | None) -> None:
        raise Stopped(number)

    def ignored(unraisable: sys.UnraisableHookArgs) -> None:
        stopped = unraisable.exc_value
        if not isinstance(stopped, Stopped):
            before(unraisable)
            return
        again = threading.Timer(_AGAIN_SECONDS, os.kill, (os.getpid(), stopped.number))
        again.daemon = True
        again.start()

    handlers = {
        number: signal.signal(number, stop)
        for number in (signal.SIGINT, signal.SIGTERM)
    }
    before, sys.unraisablehook = sys.unraisablehook, ignored
    try:
        yield
    finally:
        sys.unraisablehook = before
        for number, handler in handlers.items():
            signal.signal(number, handler)
