"""What was got and what was wanted, as text for the details of a message."""

import math
from collections.abc import Sequence
from typing import Any

import numpy as np

from course.checks._comparison import Comparison
from course.checks._words import kind_of

_WHOLE_ARRAY_SIZE = 64  # larger arrays are shown around the first wrong value
_WINDOW = 6
_LONGEST_TEXT = 300


def short(value: Any) -> str:
    """Return a plain value as text, cut where it is long."""
    if isinstance(value, np.ndarray):
        return ("\n" if value.ndim > 1 else "") + show(value)
    try:
        text = repr(value)
    except Exception:  # a learner's class may fail to describe itself
        return kind_of(value)
    return text if len(text) <= _LONGEST_TEXT else text[:_LONGEST_TEXT] + " ..."


def show(array: np.ndarray, digits: int = 6) -> str:
    """Return an array as aligned text; a large one by its edges."""
    options: dict[str, Any] = {
        "threshold": _WHOLE_ARRAY_SIZE,
        "edgeitems": 2,
        "max_line_width": 100,
    }
    if array.dtype.kind == "f" and array.size:
        seen = array if array.size <= _WHOLE_ARRAY_SIZE else _edges(array)
        width = max(len(_number(value, digits)) for value in seen.ravel().tolist())
        options["formatter"] = {
            "float_kind": lambda value: _number(value, digits).rjust(width)
        }
    return np.array2string(array, **options)


def compare(c: Comparison) -> str:
    """Return got and wanted, near the first place where they differ."""
    if c.got.shape != c.want.shape:
        return (
            f"shape: got {c.got.shape}, wanted {c.want.shape}\n"
            f"got:\n{show(c.got)}\nwanted:\n{show(c.want)}"
        )
    wrong = c.wrong()
    first = first_index(wrong)
    digits = _digits(c, first)
    if c.want.size == 1:
        return (
            f"got:    {_number(c.got.item(), digits)}\n"
            f"wanted: {_number(c.want.item(), digits)}"
        )
    gap = np.abs(c.got - c.want)
    worst = [int(k) for k in np.unravel_index(np.argmax(gap), gap.shape)]
    place = _neighbourhood(c.want.shape, first)
    label = "" if place is None else f"[{', '.join(map(_slice_text, place))}]"
    part = (...,) if place is None else place
    return (
        f"shape: {c.want.shape}; {int(wrong.sum())} of {wrong.size} values differ, the "
        f"first at {first}\n"
        f"got{label}:\n{show(c.got[part], digits)}\n"
        f"wanted{label}:\n{show(c.want[part], digits)}\n"
        f"largest difference: {gap.max():.6g}, at {worst}"
    )


def shape_text(shape: Sequence[int | None]) -> str:
    """Return a shape as Python writes it, with "any" for None."""
    words = ["any" if length is None else str(length) for length in shape]
    return f"({', '.join(words)}{',' if len(words) == 1 else ''})"


def first_index(mask: np.ndarray) -> list[int]:
    """Return the index of the first true value."""
    return [int(k) for k in np.argwhere(mask)[0]]


def _number(value: float, digits: int) -> str:
    return f"{value + 0.0:.{digits}g}"  # adding 0.0 turns -0.0 into 0.0


def _edges(array: np.ndarray) -> np.ndarray:
    for axis, length in enumerate(array.shape):
        if length > 4:
            array = array.take([0, 1, length - 2, length - 1], axis=axis)
    return array


def _digits(c: Comparison, index: Sequence[int]) -> int:
    """Return enough significant digits to see the difference at `index`."""
    got, want = c.got[tuple(index)], c.want[tuple(index)]
    enough = (n for n in range(5, 17) if _number(got, n) != _number(want, n))
    return next(enough, 17)


def _neighbourhood(
    shape: tuple[int, ...], index: Sequence[int]
) -> tuple[int | slice, ...] | None:
    """Return slices round `index` along the two longest axes, None for all of it."""
    if math.prod(shape) <= _WHOLE_ARRAY_SIZE:
        return None
    longest = sorted(range(len(shape)), key=lambda axis: -shape[axis])[:2]
    place: list[int | slice] = list(index)
    for axis in longest:
        start = max(0, min(index[axis] - 2, shape[axis] - _WINDOW))
        place[axis] = slice(start, min(shape[axis], start + _WINDOW))
    return tuple(place)


def _slice_text(part: int | slice) -> str:
    return f"{part.start}:{part.stop}" if isinstance(part, slice) else str(part)
