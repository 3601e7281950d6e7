"""What the author of a test hands in: the expected value and the known slips."""

from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np

from course.checks._failure import CheckFailed
from course.checks._plain import as_plain
from course.checks._show import short
from course.checks._words import kind_of

Slips = Mapping[str, Any] | Iterable[tuple[str, Any]]


def wanted_numbers(want: Any) -> np.ndarray:
    """Return the expected numbers as float64, or say what is wrong with the test."""
    try:
        array = np.array(want)
        usable = array.dtype.kind in "iuf" and bool(np.isfinite(array).all())
    except (TypeError, ValueError):
        usable = False
    if not usable:
        raise ValueError(
            "`want` expects finite real numbers: received "
            f"{kind_of(want)}, {short(want)}. For text and for true or false use "
            "`assert_equal`."
        )
    return array.astype(np.float64)


def wanted_plain(want: Any) -> Any:
    """Return the expected value as plain values, or say what is wrong with the test."""
    try:
        return as_plain(want, "it")
    except CheckFailed as error:
        raise ValueError(f"this value cannot be compared exactly: {error}") from None


def slip_numbers(description: str, value: Any) -> np.ndarray:
    """Return what a slip gives as float64."""
    try:
        return np.array(value).astype(np.float64)
    except (TypeError, ValueError):
        raise ValueError(
            f"the slip {description!r} expects numbers, received {kind_of(value)}."
        ) from None


def indistinct_slip(description: str) -> ValueError:
    """Return the error for a slip that the test cannot tell from the right answer."""
    return ValueError(
        f"the slip {description!r} gives the same value as the right answer, so this "
        "test cannot tell them apart. Choose other input, or leave the slip out."
    )


def slip_pairs(slips: Slips | None) -> list[tuple[str, Any]]:
    """Return slips as pairs of description and value."""
    if slips is None:
        return []
    return list(slips.items() if isinstance(slips, Mapping) else slips)
