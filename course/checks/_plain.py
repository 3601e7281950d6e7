"""From whatever a learner returns to plain arrays and plain Python values.

A subclass of a built-in class may answer for itself in a comparison; what these
functions return never does.
"""

import numbers
from collections.abc import Mapping
from typing import Any

import numpy as np

from course.checks._failure import CheckFailed
from course.checks._show import first_index, shape_text, show
from course.checks._words import class_name, kind_of, subject_of

_ARRAY_HOOKS = ("__array__", "__array_interface__", "__buffer__")


def as_array(got: Any, name: str) -> np.ndarray:
    """Return a plain copy of `got`, an array of numbers or truth values."""
    subject = subject_of(name)
    refuse_placeholder(got, subject)
    if isinstance(got, str | bytes):
        raise CheckFailed(
            f"{subject} is text, where numbers are expected. Remove the quotes, or "
            "return the value in place of printing it."
        )
    if isinstance(got, Mapping | set | frozenset):
        raise CheckFailed(
            f"{subject} is {kind_of(got)}, where an array of numbers is expected."
        )
    readable = isinstance(got, np.ndarray | np.generic | numbers.Number | list | tuple)
    if not readable and not any(hasattr(got, hook) for hook in _ARRAY_HOOKS):
        hint = " Call it, with parentheses." if callable(got) else ""
        raise CheckFailed(
            f"{subject} is {kind_of(got)}, where an array of numbers is expected.{hint}"
        )
    try:
        array = np.array(got)
    except Exception as error:  # a learner's object, or a tensor without a value
        raise CheckFailed(
            f"{subject} {_unreadable(got, error)}", f"{class_name(error)}: {error}"
        ) from None
    if array.dtype.kind == "V" and array.dtype.name.startswith(("bfloat", "float")):
        array = array.astype(np.float32)
    if array.dtype.kind == "O":
        if any(entry is None for entry in array.ravel().tolist()):
            raise CheckFailed(
                f"{subject} contains None: does a function inside it lack its `return`?"
            )
        raise CheckFailed(
            f"{subject} is an array of objects, where numbers are expected. Make each "
            "entry a plain number, and each row equally long."
        )
    if array.dtype.kind not in "biufc":
        raise CheckFailed(
            f"{subject} holds text or dates, where numbers are expected.",
            f"dtype: got {array.dtype}",
        )
    return array


def as_numbers(got: Any, name: str, want: np.ndarray) -> np.ndarray:
    """Return `got` as an array of real numbers; they may still be NaN."""
    subject = subject_of(name)
    array = as_array(got, name)
    if isinstance(got, tuple) and len(got) == 1 and array.shape == (1, *want.shape):
        raise CheckFailed(
            f"{subject} is a tuple with one entry: is there a comma after the value "
            "that is returned?",
            f"shape: got {shape_text(array.shape)}, wanted {shape_text(want.shape)}",
        )
    if array.dtype.kind == "b":
        raise CheckFailed(
            f"{subject} holds true and false, not numbers. A comparison such as "
            "`x > 0` only says where; use it to choose between numbers.",
            f"dtype: got {array.dtype}, wanted numbers",
        )
    if array.dtype.kind == "c":
        raise CheckFailed(
            f"{subject} holds complex numbers, where real ones are expected.",
            f"dtype: got {array.dtype}",
        )
    return array


def refuse_not_finite(array: np.ndarray, name: str) -> None:
    """Refuse NaN and infinity, with their usual causes."""
    bad = ~np.isfinite(array)
    if not bad.any():
        return
    details = (
        f"{int(bad.sum())} of {bad.size} values, the first at {first_index(bad)}\n"
        f"got:\n{show(array)}"
    )
    if np.isnan(array).any():
        raise CheckFailed(
            f"{subject_of(name)} contains NaN (not a number). The usual causes are "
            "zero divided by zero, the logarithm of a negative number and an "
            "exponential that overflows.",
            details,
        )
    raise CheckFailed(
        f"{subject_of(name)} contains infinite values. The usual causes are a division "
        "by zero, the logarithm of zero and an exponential that overflows.",
        details,
    )


def refuse_placeholder(got: Any, subject: str, may_be_none: bool = False) -> None:
    """Refuse what stands where nothing has been written yet."""
    if got is None and not may_be_none:
        raise CheckFailed(
            f"{subject} is None: is the `return` missing, or an answer not filled in?"
        )
    if got is Ellipsis:
        raise CheckFailed(f"{subject} is still `...`: put your answer in its place.")
    if got is NotImplemented:
        raise CheckFailed(
            f"{subject} is NotImplemented: the solution is not written yet."
        )


def as_plain(value: Any, subject: str) -> Any:
    """Return `value` as plain Python values and arrays, or refuse it."""
    if value is None or value is Ellipsis:
        return value
    if isinstance(value, bool | np.bool_):
        return bool(value)
    if isinstance(value, np.ndarray | np.generic):
        return _plain_array(np.array(value), subject)
    # the methods of the built-in classes, past any that a subclass puts in their place
    if isinstance(value, int):
        return int.__add__(value, 0)
    if isinstance(value, float):
        return float.__add__(value, 0.0)
    if isinstance(value, complex):
        return complex.__add__(value, 0)
    if isinstance(value, str):
        return "".join(str.__iter__(value))
    if isinstance(value, bytes):
        return bytes.__add__(value, b"")
    if isinstance(value, tuple):
        return tuple(as_plain(entry, subject) for entry in tuple.__iter__(value))
    if isinstance(value, list):
        return [as_plain(entry, subject) for entry in list.__iter__(value)]
    if isinstance(value, set | frozenset):
        return {as_plain(entry, subject) for entry in value}
    if isinstance(value, dict):
        return {
            as_plain(key, subject): as_plain(entry, subject)
            for key, entry in dict.items(value)
        }
    if hasattr(value, "__array__"):
        return _plain_array(as_array(value, subject), subject)
    if type(value).__name__ == "TensorShape":
        return tuple(as_plain(entry, subject) for entry in value)
    hint = ": call it, with parentheses" if callable(value) else ""
    raise CheckFailed(f"{subject} is {kind_of(value)}, not a plain value{hint}.")


def _plain_array(array: np.ndarray, subject: str) -> Any:
    if array.dtype.kind not in "biufcUS":
        raise CheckFailed(f"{subject} is an array of objects, not of plain values.")
    return array.item() if array.ndim == 0 else array


def _unreadable(got: Any, error: Exception) -> str:
    if "inhomogeneous" not in str(error):
        return (
            f"is {kind_of(got)} that holds no numbers, where an array of numbers is "
            "expected."
        )
    if isinstance(got, tuple):
        return (
            "is a tuple of several values, where one array is expected: return that "
            "one only."
        )
    return "cannot be read as an array of numbers: its rows differ in length."
