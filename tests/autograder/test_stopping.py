"""A command that is asked to stop ends, wherever the signal finds it."""

import signal
import sys
import time

import pytest

from autograder.stopping import Stopped, stopped_by_signals

SIGNALS = [signal.SIGINT, signal.SIGTERM]


class _Interrupted:
    """Is interrupted in its destructor, where Python ignores exceptions."""

    def __init__(self, number: int) -> None:
        self.number = number

    def __del__(self) -> None:
        signal.raise_signal(self.number)


@pytest.mark.parametrize("number", SIGNALS)
def test_a_signal_stops_the_command(number):
    with pytest.raises(Stopped) as stopped, stopped_by_signals():
        signal.raise_signal(number)
    assert stopped.value.number == number


@pytest.mark.parametrize("number", SIGNALS)
def test_a_signal_in_a_destructor_stops_it_too(number, capsys):
    def interrupted() -> None:
        _Interrupted(number)  # is destroyed at once
        for _ in range(500):
            time.sleep(0.01)

    with pytest.raises(Stopped) as stopped, stopped_by_signals():
        interrupted()
    assert stopped.value.number == number
    assert capsys.readouterr().err == ""


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
