"""Checks of exact values, and where two of them differ first."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from course.checks._comparison import Comparison
from course.checks._diagnosis import diagnose
from course.checks._failure import CheckFailed
from course.checks._plain import as_plain, refuse_placeholder
from course.checks._show import short
from course.checks._slips import Slips, indistinct_slip, slip_pairs, wanted_plain
from course.checks._words import ORDINALS, kind_of, subject_of


def assert_equal(
    got: Any, want: Any, name: str = "the result", slips: Slips | None = None
) -> None:
    """Check that a value is exactly the expected one.

    For whole numbers, text, true and false, and tuples, lists, dictionaries and arrays
    of them. Strict where it teaches something: 5.0 and "5" and True are not 5 and 1.
    Lenient where it does not: NumPy's integers are integers, and a list passes for a
    tuple.

    Args:
        got: The learner's value.
        want: The expected value.
        name: What `got` is, for the message.
        slips: As in `assert_close`.

    Raises:
        CheckFailed: If `got` is not `want`.
        ValueError: If a slip equals `want`.
    """
    wanted = wanted_plain(want)
    pairs = [
        (description, wanted_plain(value)) for description, value in slip_pairs(slips)
    ]
    for description, value in pairs:
        if _first_difference(value, wanted) is None:
            raise indistinct_slip(description)
    subject = subject_of(name)
    refuse_placeholder(got, subject, may_be_none=want is None)
    received = as_plain(got, subject)
    difference = _first_difference(received, wanted)
    if difference is None:
        return
    details = f"got:    {short(received)}\nwanted: {short(wanted)}"
    for description, value in pairs:
        if _first_difference(received, value) is None:
            raise CheckFailed(
                f"{subject} is what comes out when {description}.", details
            )
    place, problem = difference
    where = f"{subject} is not right {place}: that part" if place else subject
    raise CheckFailed(f"{where} {problem}.", details)


def _first_difference(got: Any, want: Any) -> tuple[str, str] | None:
    """Return place and problem of the first difference, None where there is none."""
    if isinstance(want, np.ndarray) or (
        isinstance(got, np.ndarray) and not isinstance(want, list | tuple)
    ):
        return _array_difference(got, want)
    if isinstance(want, tuple | list):
        return _sequence_difference(got, want)
    if isinstance(want, dict):
        return _dictionary_difference(got, want)
    if isinstance(want, set):
        return _set_difference(got, want)
    if got is None or got is Ellipsis:
        words = "not filled in yet" if got is Ellipsis else "None"
        return None if got is want else ("", f"is {words}")
    problem = _kind_problem(got, want)
    if problem:
        return "", problem
    if got == want:
        return None
    return "", _scalar_problem(got, want)


def _kind_problem(got: Any, want: Any) -> str:
    if type(got) is type(want):
        return ""
    hints = {
        (float, int): "; for a whole number divide with `//`, or do not divide",
        (str, int): "; remove the quotes",
        (str, float): "; remove the quotes",
        (str, bool): "; remove the quotes",
        (int, str): "; put it in quotes",
    }
    if type(want) is float and type(got) is int:
        return ""
    hint = hints.get((type(got), type(want)), "")
    return f"is {kind_of(got)}, where {_expected(want)} is expected{hint}"


def _expected(want: Any) -> str:
    return "a number" if type(want) is float else kind_of(want)


def _scalar_problem(got: Any, want: Any) -> str:
    if isinstance(want, str):
        if got.strip().casefold() == want.strip().casefold():
            return "differs only in capital letters or spaces"
        return "is another text than the expected one"
    if isinstance(want, bool):
        return "is the opposite of what is expected"
    if isinstance(want, int | float):
        if got == -want:
            return "has the wrong sign"
        size = "large" if got > want else "small"
        by = "one too" if abs(got - want) == 1 else "too"
        return f"is {by} {size}" if got == got else "is NaN (not a number)"
    return "is not the expected value"


def _sequence_difference(got: Any, want: Sequence[Any]) -> tuple[str, str] | None:
    if isinstance(got, np.ndarray) and got.ndim == 1:
        got = got.tolist()
    if not isinstance(got, tuple | list):
        expected = "a tuple" if isinstance(want, tuple) else "a list"
        return "", f"is {kind_of(got)}, where {expected} is expected"
    if len(got) != len(want):
        gap = len(got) - len(want)
        amount = "many" if gap > 0 else "few"
        if abs(gap) == 1:
            return "", f"has one entry too {amount}"
        return "", f"has too {amount} entries"
    found = [
        (index, difference)
        for index, pair in enumerate(zip(got, want, strict=True))
        if (difference := _first_difference(*pair)) is not None
    ]
    if not found:
        return None
    received, expected = [[repr(entry) for entry in one] for one in (got, want)]
    if received[::-1] == expected:
        return "", "is in reverse order"
    if sorted(received) == sorted(expected):
        return "", "has the right entries in the wrong order"
    index, (place, problem) = found[0]
    here = "in a later entry"
    if index < len(ORDINALS):
        here = f"in its {ORDINALS[index]} entry"
    return f"{here} and there {place}" if place else here, problem


def _dictionary_difference(got: Any, want: dict[Any, Any]) -> tuple[str, str] | None:
    if not isinstance(got, dict):
        return "", f"is {kind_of(got)}, where a dictionary is expected"
    if set(got) - set(want):
        return "", "has a key that is not expected"
    if set(want) - set(got):
        return "", "lacks a key"
    for key, value in want.items():
        difference = _first_difference(got[key], value)
        if difference is not None:
            place, problem = difference
            here = "under one of its keys"
            return f"{here} and there {place}" if place else here, problem
    return None


def _set_difference(got: Any, want: set[Any]) -> tuple[str, str] | None:
    if not isinstance(got, set):
        return "", f"is {kind_of(got)}, where a set is expected"
    if got == want:
        return None
    parts = ["lacks an entry"] if want - got else []
    if got - want:
        parts.append("has an entry that does not belong there")
    return "", " and ".join(parts)


def _array_difference(got: Any, want: Any) -> tuple[str, str] | None:
    if not isinstance(want, np.ndarray):
        return "", f"is an array, where {kind_of(want)} is expected"
    if not isinstance(got, np.ndarray):
        try:
            got = np.array(got)
        except ValueError:
            return "", "has rows of different lengths, where an array is expected"
        if got.dtype.kind not in "biufcUS":
            return "", "is no array of plain values"
    kinds = {"b": "true and false", "i": "whole numbers", "u": "whole numbers"}
    kinds |= {"f": "numbers with fractions", "U": "text", "S": "bytes"}
    received, expected = (kinds.get(a.dtype.kind, "numbers") for a in (got, want))
    if received != expected and got.size:
        return "", f"holds {received}, where {expected} are expected"
    if got.shape == want.shape and np.array_equal(got, want):
        return None
    if want.dtype.kind not in "iuf" or not np.isfinite(got.astype(np.float64)).all():
        words = "shape" if got.shape != want.shape else "values"
        return "", f"has other {words} than expected"
    exact = Comparison(got.astype(np.float64), want.astype(np.float64), got.dtype)
    return "", diagnose(exact).removesuffix(".")
