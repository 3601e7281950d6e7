"""Plain words for kinds of values, names and axes."""

import re
from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np

ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth")

_KINDS = {
    bool: "True or False",
    int: "a whole number",
    float: "a number with a decimal point",
    complex: "a complex number",
    str: "text",
    bytes: "bytes",
    tuple: "a tuple",
    list: "a list",
    dict: "a dictionary",
    set: "a set",
    frozenset: "a set",
    type(None): "None",
    type(Ellipsis): "`...`",
}


def kind_of(value: Any) -> str:
    """Return what `value` is, with its article: "a list", "text", "a function"."""
    if type(value) in _KINDS:
        return _KINDS[type(value)]
    if isinstance(value, np.ndarray):
        return "an array"
    if isinstance(value, type):
        return "a class"
    if callable(value) and hasattr(value, "__name__"):
        return "a function"
    if _is_at_grading(value):
        return "an object of another class"
    return f"an object of class `{class_name(value)}`"


def class_name(value: Any) -> str:
    """Return the name of the class, cut down to what is safe in a message."""
    return re.sub(r"\W", "", str(type(value).__name__))[:40]


def exception_words(error: BaseException) -> str:
    """Return what an exception is: its class, or that it is another one."""
    return "another exception" if _is_at_grading(error) else f"`{class_name(error)}`"


def _is_at_grading(value: Any) -> bool:
    """Say whether the grader's examiner made this class for one of the learner's.

    Its name may be chosen by the values of a hidden test, so it is not for a summary.
    """
    return any(
        str(one.__module__).startswith("autograder.") for one in type(value).__mro__
    )


def subject_of(name: str) -> str:
    """Return `name` as the start of a sentence; code keeps its small letter."""
    article, _, rest = name.partition(" ")
    if rest and article in ("the", "your", "a", "an", "each", "its", "this", "that"):
        return name[:1].upper() + name[1:]
    return name


def axes_words(
    axes: Iterable[int], rank: int, names: Sequence[str] | None = None
) -> str:
    """Return names for axes: "the first axis and the batch axis"."""

    def word(axis: int) -> str:
        if names is not None and axis < len(names):
            return f"the {names[axis]} axis"
        if rank == 1:
            return "its only axis"
        return f"the {ORDINALS[axis]} axis" if axis < len(ORDINALS) else "a later axis"

    return " and ".join(word(axis) for axis in axes)


def off_by_one_words(
    got: Sequence[int],
    want: Sequence[int | None],
    names: Sequence[str] | None = None,
) -> str:
    """Return what to say of shapes that are one off along some axes."""
    parts = []
    units = {1: ("value",), 2: ("row", "column")}.get(len(want))
    for axis, (length, expected) in enumerate(zip(got, want, strict=True)):
        if expected is None or length == expected:
            continue
        amount = "few" if length < expected else "many"
        if names is None and units:
            parts.append(f"one {units[axis]} too {amount}")
        else:
            along = axes_words([axis], len(want), names)
            parts.append(f"one entry too {amount} along {along}")
    return f"has {' and '.join(parts)}: off by one in the output size."
