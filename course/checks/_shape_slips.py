"""Slips that show in the shape of a result.

Each function knows one sort of slip and returns the rest of a sentence whose subject
is the learner's result, or "" where the difference is of another sort. The first that
answers is shown, so the order at the end runs from the special to the general.
"""

import itertools

import numpy as np

from course.checks._comparison import Comparison
from course.checks._words import axes_words, off_by_one_words


def _empty(c: Comparison) -> str:
    if not c.got.size:
        return "is empty: one of its axes has length zero."
    return "" if c.want.size else "should be empty, and is not."


def _single_number(c: Comparison) -> str:
    if c.got.ndim or not c.want.ndim:
        return ""
    for what, value in (("sum", c.want.sum()), ("mean", c.want.mean())):
        if c.agrees(c.got, np.asarray(value)):
            return (
                f"is a single number, the {what} of all values, where an array is "
                f"expected: the {what} runs over too many axes."
            )
    return "is a single number, where an array is expected."


def _axes_of_length_one(c: Comparison) -> str:
    missing = c.got.ndim < c.want.ndim
    larger, smaller = (c.want, c.got) if missing else (c.got, c.want)
    count = larger.ndim - smaller.ndim
    ones = [axis for axis, length in enumerate(larger.shape) if length == 1]
    # the last axis first, then the front ones: where channels and batches are
    ones.sort(key=lambda axis: (axis != larger.ndim - 1, axis))
    verb = "lacks" if missing else "has"
    for some in itertools.combinations(ones, count):
        if count == 0 or np.squeeze(larger, some).shape != smaller.shape:
            continue
        if count > 1:
            return f"{verb} {'' if missing else 'extra '}axes of length one."
        extra = "an axis" if missing else "an extra axis"
        return f"{verb} {extra} of length one {_place(c, some[0], larger.ndim)}."
    return ""


def _place(c: Comparison, axis: int, rank: int) -> str:
    if rank == c.want.ndim and c.axes is not None:
        return f"({c.axes[axis]})"
    if axis == rank - 1:
        return "at the end" + (" (the channel axis?)" if rank >= 3 else "")
    if axis == 0:
        return "at the front (the batch axis?)"
    return "in the middle"


def _axis_summed(c: Comparison) -> str:
    """Detect an axis summed, averaged or maximised away, or left in."""
    ways = (("sum", np.sum), ("mean", np.mean), ("maximum", np.max))
    for axis, (word, way) in itertools.product(range(c.want.ndim), ways):
        if c.agrees(c.got, way(c.want, axis=axis)):
            return f"is the {word} over {c.along(axis)}, which should have been kept."
    for axis, (word, way) in itertools.product(range(c.got.ndim), ways):
        if c.agrees(way(c.got, axis=axis), c.want):
            over = axes_words([axis], c.got.ndim)
            return f"has an axis too many: the {word} over {over} is missing."
    return ""


def _flattened(c: Comparison) -> str:
    if c.got.size != c.want.size:
        return ""
    same = c.agrees(c.got.ravel(), c.want.ravel())
    if c.got.ndim == 1 and c.want.ndim > 1:
        return (
            "is one long row of values, where an array with more axes is expected"
            + (": it is flattened too early, or a reshape is missing." if same else ".")
        )
    if c.want.ndim == 1 and c.got.ndim > 1:
        return "still has several axes, where one long row is expected: flatten it."
    return ""


def _permuted_shape(c: Comparison) -> str:
    if sorted(c.got.shape) != sorted(c.want.shape):
        return ""
    for order in itertools.permutations(range(c.want.ndim)):
        if c.agrees(c.got, c.want.transpose(order)):
            return c.swapped(order)
    if c.agrees(c.got.ravel(), c.want.ravel()):
        return (
            "has the right values in the right order, but its axes have each other's "
            "lengths: look at the arguments of `reshape`."
        )
    return (
        "has axes of the right lengths in the wrong order: rows for columns, or "
        "height for width."
    )


def _stride(c: Comparison) -> str:
    if c.got.ndim != c.want.ndim:
        return ""
    for step in (2, 3, 4):
        if c.agrees(_every(step, c.got, c.want), c.want):
            return "has a value at every place: the stride is ignored."
        if c.agrees(c.got, _every(step, c.want, c.got)):
            return "leaves places out: the stride is too large, or applied twice."
    return ""


def _every(step: int, larger: np.ndarray, smaller: np.ndarray) -> np.ndarray:
    """Return `larger` thinned out along the axes on which it is longer."""
    pairs = zip(larger.shape, smaller.shape, strict=True)
    return larger[tuple(slice(None, None, step if m > n else 1) for m, n in pairs)]


def _off_by_one(c: Comparison) -> str:
    if c.got.ndim != c.want.ndim:
        return ""
    gaps = [abs(g - w) for g, w in zip(c.got.shape, c.want.shape, strict=True)]
    if max(gaps) > 1:
        return ""
    return off_by_one_words(c.got.shape, c.want.shape, c.axes)


def _padding(c: Comparison) -> str:
    if c.got.ndim != c.want.ndim:
        return ""
    if c.agrees(c.got, _middle(c.want, c.got)):
        return "is right in the middle but lacks its border: the padding is missing."
    if c.agrees(_middle(c.got, c.want), c.want):
        return (
            "is right in the middle but has a border too many: it was padded where no "
            "padding is expected."
        )
    return ""


def _middle(larger: np.ndarray, smaller: np.ndarray) -> np.ndarray:
    """Return the middle of `larger`, with the shape of `smaller` where it fits."""
    starts = [(m - n) // 2 for m, n in zip(larger.shape, smaller.shape, strict=True)]
    if min(starts) < 0:
        return larger
    return larger[
        tuple(slice(a, a + n) for a, n in zip(starts, smaller.shape, strict=True))
    ]


def _other_shape(c: Comparison) -> str:
    if c.got.ndim != c.want.ndim:
        amount = "few" if c.got.ndim < c.want.ndim else "many"
        return f"has too {amount} axes."
    pairs = list(zip(c.got.shape, c.want.shape, strict=True))
    small = [k for k, (g, w) in enumerate(pairs) if g < w]
    large = [k for k, (g, w) in enumerate(pairs) if g > w]
    parts = [f"too small along {c.along(*small)}"] if small else []
    if large:
        parts.append(f"too large along {c.along(*large)}")
    return f"has the wrong shape: {' and '.join(parts)}."


SHAPE_SLIPS = (
    _empty,
    _single_number,
    _axes_of_length_one,
    _axis_summed,
    _flattened,
    _permuted_shape,
    _stride,
    _off_by_one,
    _padding,
    _other_shape,
)
