"""End a command in good order when it is asked to, wherever it happens to be."""

from __future__ import annotations

import logging
import math
import os
import signal
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

#: After this the signal is sent again, if Python has thrown its exception away.
_AGAIN_SECONDS = 0.05
#: For so long a command that was asked to stop is left alone while it tidies up.
_TIDY_SECONDS = 10.0


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
    """Raise `Stopped` in the main thread on SIGINT (Ctrl-C), SIGTERM and SIGHUP.

    It is raised once: who presses Ctrl-C again would interrupt the tidying. After a
    block that was stopped the signals are ignored, for the command is about to end.

    Python ignores an exception in a destructor or in the callback of a weak
    reference, and a signal may arrive in one. Then it is sent again a moment later, for
    otherwise the command would go on to its end. A library that logs each error before
    it passes it on does not say anything of this one on the terminal.
    """
    stopping = _Stopping()
    handlers = {
        number: signal.signal(number, stopping.on_signal) for number in _signals()
    }
    before, sys.unraisablehook = sys.unraisablehook, stopping.on_ignored
    if logging.lastResort is not None:
        logging.lastResort.addFilter(_is_about_something_else)
    try:
        yield
    finally:
        if logging.lastResort is not None:
            logging.lastResort.removeFilter(_is_about_something_else)
        sys.unraisablehook = before
        for number, handler in handlers.items():
            signal.signal(number, signal.SIG_IGN if stopping.was_asked else handler)
        stopping.raise_lost()


def _is_about_something_else(record: logging.LogRecord) -> bool:
    return not (record.exc_info and isinstance(record.exc_info[1], Stopped))


def _signals() -> list[int]:
    """Give the signals to stop on; what `nohup` has ignored stays so."""
    hangup = getattr(signal, "SIGHUP", None)  # none on Windows
    ignored = hangup is None or signal.getsignal(hangup) == signal.SIG_IGN
    return [signal.SIGINT, signal.SIGTERM, *([] if ignored else [hangup])]


class _Stopping:
    """Knows whether the command was asked to stop, and whether that was lost."""

    def __init__(self) -> None:
        self.was_asked = False
        self._unraisable_before = sys.unraisablehook
        self._raised_at = -math.inf
        self._lost: int | None = None
        self._again: threading.Timer | None = None

    def on_signal(self, number: int, _frame: FrameType | None) -> None:
        self.was_asked = True
        now = time.monotonic()
        if now - self._raised_at > _TIDY_SECONDS:
            self._raised_at, self._lost = now, None
            raise Stopped(number)

    def on_ignored(self, unraisable: sys.UnraisableHookArgs) -> None:
        stopped = unraisable.exc_value
        if not isinstance(stopped, Stopped):
            self._unraisable_before(unraisable)
            return
        self._raised_at, self._lost = -math.inf, stopped.number
        again = (os.getpid(), stopped.number)
        self._again = threading.Timer(_AGAIN_SECONDS, os.kill, again)
        self._again.daemon = True
        self._again.start()

    def raise_lost(self) -> None:
        """Raise what was lost and not yet sent again."""
        if self._again is not None:
            self._again.cancel()
        if self._lost is not None:
            raise Stopped(self._lost)
