"""Checks of arrays of numbers: values, shape, dtype, and an input left alone."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from course.checks._comparison import Comparison
from course.checks._diagnosis import diagnose
from course.checks._failure import CheckFailed
from course.checks._plain import as_array, as_numbers, refuse_not_finite
from course.checks._show import compare, shape_text, show
from course.checks._slips import (
    Slips,
    indistinct_slip,
    slip_numbers,
    slip_pairs,
    wanted_numbers,
)
from course.checks._words import axes_words, off_by_one_words, subject_of


def assert_close(
    got: Any,
    want: Any,
    name: str = "the result",
    rtol: float = 1e-4,
    atol: float = 1e-5,
    slips: Slips | None = None,
    *,
    axes: Sequence[str] | None = None,
) -> None:
    """Check that numbers agree with the expected ones, up to rounding.

    Shapes must be equal; there is no broadcasting. Integers pass where their values are
    right, true and false do not. Where no slip fits, the summary names what the
    difference looks like: swapped axes, reversed order, a missing bias, a factor, ...

    Args:
        got: The learner's numbers: array, tensor, list or number.
        want: The expected numbers, finite, of any shape.
        name: What `got` is, for the message: "the result", "conv2d(image, kernel)".
        rtol: Tolerance relative to the size of each expected number.
        atol: Tolerance in the unit of `want`, added to the relative one.
        slips: What known mistakes would give, as a mapping or as pairs, description
            first. The description is a clause that completes "is what comes out when
            ...", for example "the kernel is flipped".
        axes: A word for each axis of `want`, such as ("batch", "height"), for the
            message.

    Raises:
        CheckFailed: If `got` is not `want`.
        ValueError: If the test itself is at fault: `want` is not finite numbers, `axes`
            does not fit it, or a slip gives the same numbers as `want`, so that the
            test cannot tell them apart.

    Example:
        >>> assert_close([1.0, 2.0], np.array([1.0, 2.0]))
    """
    wanted = wanted_numbers(want)
    if axes is not None and len(axes) != wanted.ndim:
        raise ValueError(
            f"`axes` names {len(axes)} axes but `want` has {wanted.ndim}: received "
            f"axes={tuple(axes)}, want.shape={wanted.shape}. Give one word per axis."
        )
    named = [
        (clause, slip_numbers(clause, value)) for clause, value in slip_pairs(slips)
    ]
    for clause, value in named:
        if Comparison(value, wanted, value.dtype, rtol, atol).holds():
            raise indistinct_slip(clause)
    received = as_numbers(got, name, wanted)
    comparison = Comparison(
        received.astype(np.float64), wanted, received.dtype, rtol, atol, axes
    )
    if comparison.holds():
        return
    subject = subject_of(name)
    for clause, value in named:
        if comparison.agrees(comparison.got, value):
            raise CheckFailed(
                f"{subject} is what comes out when {clause}.", compare(comparison)
            )
    refuse_not_finite(comparison.got, name)
    raise CheckFailed(f"{subject} {diagnose(comparison)}", compare(comparison))


def assert_shape(
    got: Any, shape: Sequence[int | None], name: str = "the result"
) -> None:
    """Check the shape of an array.

    Args:
        got: The learner's array, tensor, list or number.
        shape: The expected length of each axis; `None` stands for any length.
        name: What `got` is, for the message.

    Raises:
        CheckFailed: If the shape is another one.
    """
    wanted = tuple(shape)
    received = as_array(got, name).shape
    details = f"shape: got {shape_text(received)}, wanted {shape_text(wanted)}"
    subject = subject_of(name)
    if len(received) != len(wanted):
        amount = "few" if len(received) < len(wanted) else "many"
        raise CheckFailed(f"{subject} has too {amount} axes.", details)
    wrong = [
        axis
        for axis, (length, expected) in enumerate(zip(received, wanted, strict=True))
        if expected is not None and length != expected
    ]
    if not wrong:
        return
    if None not in wanted and sorted(received) == sorted(wanted):
        raise CheckFailed(
            f"{subject} has its axes swapped: the right lengths in the wrong order.",
            details,
        )
    if all(abs(received[axis] - wanted[axis]) == 1 for axis in wrong):
        raise CheckFailed(f"{subject} {off_by_one_words(received, wanted)}", details)
    raise CheckFailed(
        f"{subject} has the wrong length along {axes_words(wrong, len(wanted))}.",
        details,
    )


def assert_dtype(got: Any, dtype: Any, name: str = "the result") -> None:
    """Check the dtype of an array.

    Args:
        got: The learner's array, tensor, list or number.
        dtype: A dtype such as "float32", or a kind such as `np.floating`.
        name: What `got` is, for the message.

    Raises:
        CheckFailed: If the dtype is another one.
    """
    received = as_array(got, name).dtype
    if np.issubdtype(received, dtype):
        return
    wanted = dtype.__name__ if isinstance(dtype, type) else str(np.dtype(dtype))
    held = {
        "b": "true and false",
        "i": "whole numbers",
        "u": "whole numbers without a sign",
        "f": "floats",
        "c": "complex numbers",
    }[received.kind]
    precision = received.kind == "f" and np.issubdtype(dtype, np.floating)
    hint = "floats of another precision" if precision else held
    raise CheckFailed(
        f"{subject_of(name)} has the wrong dtype: it holds {hint}.",
        f"dtype: got {received}, wanted {wanted}",
    )


def assert_unchanged(before: Any, after: Any, name: str = "the input") -> None:
    """Check that a function has left its input as it was.

    Args:
        before: A copy of the input, made before the call.
        after: The input after the call.
        name: What the input is, for the message.

    Raises:
        CheckFailed: If shape, dtype or any value has changed.
        ValueError: If both are the same object: a copy is needed to compare with.
    """
    if before is after and isinstance(before, np.ndarray | list):
        raise ValueError(
            "`before` and `after` are the same object, so no change could show. "
            "Make `before` a copy, for example `images.copy()`, ahead of the call."
        )
    old, new = as_array(before, name), as_array(after, name)
    what = ""
    if old.shape != new.shape:
        what = "its shape"
    elif old.dtype != new.dtype:
        what = "its dtype"
    elif not _identical(old, new):
        what = "values in it"
    if what:
        raise CheckFailed(
            f"{subject_of(name)} was changed by the call ({what}). Work on a copy: "
            "`.copy()`, or an operation that makes a new array in place of `+=` or "
            "`x[...] = ...`.",
            f"before:\n{show(old)}\nafter:\n{show(new)}",
        )


def _identical(first: np.ndarray, second: np.ndarray) -> bool:
    floats = first.dtype.kind in "fc"
    return bool(np.array_equal(first, second, equal_nan=floats))
