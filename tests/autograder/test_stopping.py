"""A command that is asked to stop ends, wherever the signal finds it."""

import contextlib
import signal
import subprocess
import sys
import time

import pytest

from autograder import stopping
from autograder.stopping import Stopped, stopped_by_signals

SIGNALS = [
    getattr(signal, name)
    for name in ("SIGINT", "SIGTERM", "SIGHUP")
    if hasattr(signal, name)
]


@pytest.fixture(autouse=True)
def _handlers():
    """Put back what a block that was stopped leaves ignored."""
    before = {number: signal.getsignal(number) for number in SIGNALS}
    for number in SIGNALS:  # whoever runs the tests may have SIGHUP ignored
        signal.signal(number, signal.SIG_DFL)
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


class _Interrupted:
    """Is interrupted in its destructor, where Python ignores exceptions."""

    def __init__(self, number: int) -> None:
        self.number = number

    def __del__(self) -> None:
        signal.raise_signal(self.number)


def wait_for_signal() -> None:
    for _ in range(500):
        time.sleep(0.01)


@pytest.mark.parametrize("number", SIGNALS)
def test_a_signal_stops_the_command(number):
    with pytest.raises(Stopped) as stopped, stopped_by_signals():
        signal.raise_signal(number)
    assert stopped.value.number == number


@pytest.mark.parametrize("number", SIGNALS)
def test_a_signal_in_a_destructor_stops_it_too(number, capsys):
    def interrupted() -> None:
        _Interrupted(number)  # is destroyed at once
        wait_for_signal()

    with pytest.raises(Stopped) as stopped, stopped_by_signals():
        interrupted()
    assert stopped.value.number == number
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("number", SIGNALS)
def test_a_signal_in_the_last_destructor_stops_it_too(number):
    with pytest.raises(Stopped) as stopped, stopped_by_signals():
        _Interrupted(number)
    assert stopped.value.number == number
    time.sleep(3 * stopping._AGAIN_SECONDS)  # it is not sent again


def test_further_signals_do_not_interrupt_the_tidying():
    tidied = False

    def interrupted() -> None:
        nonlocal tidied
        try:
            signal.raise_signal(signal.SIGTERM)
        finally:
            for number in SIGNALS * 2:
                signal.raise_signal(number)
            tidied = True

    with pytest.raises(Stopped) as stopped, stopped_by_signals():
        interrupted()
    assert tidied
    assert stopped.value.number == signal.SIGTERM
    for number in SIGNALS:  # nor do they what is done at exit
        signal.raise_signal(number)


def test_a_command_that_goes_on_all_the_same_can_be_stopped_later(monkeypatch):
    monkeypatch.setattr(stopping, "_TIDY_SECONDS", 0.1)

    def goes_on() -> None:
        with contextlib.suppress(Stopped):
            signal.raise_signal(signal.SIGTERM)
        time.sleep(0.2)
        signal.raise_signal(signal.SIGINT)

    with pytest.raises(Stopped) as stopped, stopped_by_signals():
        goes_on()
    assert stopped.value.number == signal.SIGINT


@pytest.mark.skipif(not hasattr(signal, "SIGHUP"), reason="Windows has no SIGHUP")
def test_what_nohup_ignores_stays_ignored():
    signal.signal(signal.SIGHUP, signal.SIG_IGN)
    with stopped_by_signals():
        signal.raise_signal(signal.SIGHUP)
    assert signal.getsignal(signal.SIGHUP) == signal.SIG_IGN


def test_afterwards_everything_is_as_before():
    before = [signal.getsignal(number) for number in SIGNALS], sys.unraisablehook
    with stopped_by_signals():
        during = [signal.getsignal(number) for number in SIGNALS], sys.unraisablehook
    after = [signal.getsignal(number) for number in SIGNALS], sys.unraisablehook
    assert before == after
    assert before[0] != during[0]
    assert before[1] is not during[1]


def test_other_ignored_exceptions_are_reported_as_ever(monkeypatch):
    class Failing:
        def __del__(self) -> None:
            raise ValueError("in a destructor")

    seen = []
    monkeypatch.setattr(sys, "unraisablehook", lambda u: seen.append(str(u.exc_value)))
    with stopped_by_signals():
        failing = Failing()
        del failing
    assert seen == ["in a destructor"]


LOGGED = """
import logging, signal
from autograder.stopping import Stopped, stopped_by_signals

def close(interrupted):
    try:
        if interrupted:
            signal.raise_signal(signal.SIGTERM)
        raise ValueError("another")
    except BaseException:
        logging.getLogger("library").error("not closed", exc_info=True)
        raise

for interrupted in (False, True):
    try:
        with stopped_by_signals():
            close(interrupted)
    except (Stopped, ValueError) as error:
        print(type(error).__name__)
"""


def test_a_library_that_logs_errors_says_nothing_of_a_stop():
    done = subprocess.run(
        [sys.executable, "-c", LOGGED], capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["ValueError", "Stopped"]
    assert done.stderr.count("not closed") == 1
    assert "ValueError: another" in done.stderr
    assert "Stopped" not in done.stderr
