"""Slips that show in the values of a result of the right shape.

Each function knows one sort of slip and returns the rest of a sentence whose subject
is the learner's result, or "" where the difference is of another sort. The first that
answers is shown, so the order at the end runs from the special to the general.
"""

import itertools

import numpy as np

from course.checks._comparison import Comparison


def _varied(array: np.ndarray) -> bool:
    return array.size > 1 and bool((array != array.flat[0]).any())


def _lost_fractions(c: Comparison) -> str:
    for way in (np.trunc, np.floor, np.round):
        if c.agrees(c.got, way(c.want)) and (c.got.any() or c.dtype.kind in "iu"):
            array = " Make it an array of floats." if c.dtype.kind in "iu" else ""
            return f"has lost its fractions: its numbers are whole.{array}"
    return ""


def _wrapped_round(c: Comparison) -> str:
    if c.dtype.kind != "u":
        return ""
    size = 2.0 ** (8 * c.dtype.itemsize)
    outside = (c.want <= -1) | (c.want >= size)
    if outside.any() and c.agrees(c.got, np.mod(np.trunc(c.want), size)):
        return (
            "has wrapped round: its dtype has no room for these numbers. Convert to "
            "float before you calculate."
        )
    return ""


def _constant(c: Comparison) -> str:
    if c.want.size < 2 or _varied(c.got):
        return ""
    if c.got.flat[0] == 0:
        return "is zero everywhere: is it ever filled in?"
    if _varied(c.want):
        return "has the same value everywhere: does it depend on the input?"
    return ""


def _negated(c: Comparison) -> str:
    return "has the wrong sign everywhere." if c.agrees(c.got, -c.want) else ""


def _permuted(c: Comparison) -> str:
    if c.want.ndim > 4:
        return ""
    for order in itertools.permutations(range(c.want.ndim)):
        turned = c.want.transpose(order)
        if c.agrees(c.got, turned):
            return c.swapped(order)
    return ""


def _reversed(c: Comparison) -> str:
    axes = [k for k, length in enumerate(c.want.shape) if length > 1]
    for count in range(1, len(axes) + 1):
        for some in itertools.combinations(axes, count):
            if not c.agrees(c.got, np.flip(c.want, some)):
                continue
            if c.want.ndim == 1:
                return "is in reverse order."
            if count == 1:
                sort = ("upside down", "left for right") if c.want.ndim == 2 else None
                words = f" ({sort[some[0]]})" if sort else ""
                return f"is reversed along {c.along(*some)}{words}."
            return (
                f"is reversed along {c.along(*some)}, which turns it by half a turn: "
                "a kernel that looks like this has been flipped."
            )
    if c.want.ndim == 2:
        for turns in (1, 3):
            if c.agrees(c.got, np.rot90(c.want, turns)):
                return "is turned by a quarter turn: transposed and reversed."
    return ""


def _shifted(c: Comparison) -> str:
    for axis, length in enumerate(c.want.shape):
        if length < 3:
            continue
        inner = np.moveaxis(c.got, axis, 0), np.moveaxis(c.want, axis, 0)
        for got, want, way in (
            (inner[0][1:], inner[1][:-1], "late"),
            (inner[0][:-1], inner[1][1:], "early"),
        ):
            if _varied(want) and c.agrees(got, want):
                return (
                    f"comes one place too {way} along {c.along(axis)}: off by one in "
                    "an index."
                )
    return ""


def _offset(c: Comparison) -> str:
    gap = c.got - c.want
    if c.want.size >= 3 and c.agrees(c.got - gap.flat[0], c.want):
        return (
            "is off by the same amount everywhere: is a bias missing, or added twice?"
        )
    if c.want.ndim < 2:
        return ""
    for axis in (c.want.ndim - 1, *range(c.want.ndim - 1)):
        if c.want.shape[axis] < 2 or c.want.size < 2 * c.want.shape[axis]:
            continue
        first = [0] * c.want.ndim
        first[axis] = slice(None)
        each = np.expand_dims(
            gap[tuple(first)], [k for k in range(c.want.ndim) if k != axis]
        )
        if c.agrees(c.got - each, c.want):
            last = axis == c.want.ndim - 1
            bias = ": is the bias missing, or added twice?" if last else "."
            return f"is off by one fixed amount per entry of {c.along(axis)}{bias}"
    return ""


def _probabilities(c: Comparison) -> str:
    """Detect what can go wrong where rows should be probabilities."""
    if not c.want.ndim or c.want.shape[-1] < 2 or (c.want < 0).any():
        return ""
    if not np.allclose(c.want.sum(axis=-1), 1.0, rtol=1e-3):
        return ""
    if c.agrees(_softmax(c.got), c.want):
        return "holds scores, not probabilities: the softmax is missing."
    if c.agrees(c.got, _softmax(c.want)):
        return "has been through softmax twice."
    if np.allclose(c.got.sum(axis=-1), 1.0, rtol=1e-3):
        return ""
    for axis in range(c.want.ndim - 1):
        if np.allclose(c.got.sum(axis=axis), 1.0, rtol=1e-3):
            return f"sums to one over {c.along(axis)}, not over the last: wrong axis."
    if c.want.ndim > 1 and np.isclose(c.got.sum(), 1.0, rtol=1e-3):
        return "sums to one over everything, not over each row: an axis is missing."
    return "should sum to one over the last axis, and does not."


def _softmax(scores: np.ndarray) -> np.ndarray:
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


def _factor(c: Comparison) -> str:
    largest = np.unravel_index(np.argmax(np.abs(c.want)), c.want.shape)
    if c.want.size < 3 or not _varied(c.want) or c.want[largest] == 0:
        return ""
    factor = c.got[largest] / c.want[largest]
    if factor == 0 or not c.agrees(c.got, factor * c.want):
        return ""
    base = "is off by the same factor everywhere"
    for scale in (255.0, 256.0):
        if np.isclose(factor, scale, rtol=1e-3):
            return f"{base}: the pixel values are not scaled to between 0 and 1."
        if np.isclose(factor, 1 / scale, rtol=1e-3):
            return f"{base}: the pixel values are scaled down once too often."
    if np.isclose(factor, 2.0, rtol=1e-3):
        return f"{base}: it is twice as large as it should be."
    if np.isclose(factor, 0.5, rtol=1e-3):
        return f"{base}: it is half as large as it should be."
    if np.isclose(factor, np.round(factor), rtol=1e-3):
        return f"{base}: is it a sum where a mean is expected?"
    if np.isclose(1 / factor, np.round(1 / factor), rtol=1e-3):
        return f"{base}: is it a mean where a sum is expected?"
    return f"{base}."


def _cut_at_zero(c: Comparison) -> str:
    if (c.want < 0).any():
        if c.agrees(c.got, np.maximum(c.want, 0)):
            return (
                "has zeros where negative values are expected: ReLU, or a cut at zero, "
                "is applied where it should not be."
            )
        if c.agrees(c.got, np.abs(c.want)):
            return "has lost the sign of its negative values."
    elif (c.got < -c.atol).any():
        if c.agrees(np.maximum(c.got, 0), c.want):
            return "keeps its negative values: ReLU should turn each of them into zero."
        return "has negative values, where none can be."
    return ""


def _nearly(c: Comparison) -> str:
    scale = np.abs(c.want).max()
    if scale > 0 and np.abs(c.got - c.want).max() < 5e-3 * scale:
        return (
            "is close, but further off than rounding explains: look for a rounded "
            "constant, a small extra term or too low a precision."
        )
    return ""


def _right_in_part(c: Comparison) -> str:
    wrong = c.wrong()
    if wrong.all():
        return ""
    if not c.want[~wrong].any():
        return "is right only where zero is expected; its other values are wrong."
    unfilled = not c.got[wrong].any()
    if c.want.ndim > 1:
        for axis in range(c.want.ndim):
            words = _wrong_along(c, wrong, axis, unfilled)
            if words:
                return words
    if _wrong_at_border(wrong):
        return "is right in the middle and wrong at the border: look at the padding."
    if unfilled:
        return "is zero in places that should be filled: a loop ends too early."
    if wrong[-1:].all() and wrong.sum() == 1:
        return "is wrong only in its last value."
    return "is right in some places and wrong in others."


def _wrong_along(c: Comparison, wrong: np.ndarray, axis: int, unfilled: bool) -> str:
    """Detect that only one end of an axis is right, or only one end wrong."""
    bad = np.moveaxis(wrong, axis, 0).reshape(wrong.shape[axis], -1).any(axis=1)
    along = c.along(axis)
    if bad.size > 1 and not bad[0] and bad[1:].all():
        turn = "end after its first turn" if unfilled else "use its index"
        return f"is right only for the first entry of {along}: does a loop {turn}?"
    if bad.size > 2 and bad[-1] and not bad[:-1].any():
        return f"is wrong only for the last entry of {along}: a loop ends too early."
    if bad.size > 2 and bad[0] and not bad[1:].any():
        return f"is wrong only for the first entry of {along}."
    return ""


def _wrong_at_border(wrong: np.ndarray) -> bool:
    """Return whether the wrong values form a frame round pictures."""
    for rows, columns in {2: [(0, 1)], 3: [(0, 1), (1, 2)], 4: [(1, 2)]}.get(
        wrong.ndim, []
    ):
        pictures = np.moveaxis(wrong, (rows, columns), (0, 1))
        height, width = pictures.shape[:2]
        for depth in range(1, max(2, min(height, width) // 4 + 1)):
            inner = np.zeros((height, width), bool)
            inner[depth:-depth, depth:-depth] = True
            if not inner.any() or pictures[inner].any():
                continue
            return bool(pictures[~inner].mean() >= 0.25)
    return False


def _reordered(c: Comparison) -> str:
    if not _varied(c.want):
        return ""
    if c.agrees(np.sort(c.got, axis=None), np.sort(c.want, axis=None)):
        return (
            "has all the right values in the wrong order: look at the order of axes "
            "in a loop, a reshape or a flattening."
        )
    return ""


def _other_values(c: Comparison) -> str:
    if c.want.size == 1:
        gap = c.got.item() - c.want.item()
        if float(c.want.item()).is_integer() and abs(gap) == 1:
            return f"is one too {'large' if gap > 0 else 'small'}."
        return f"is too {'large' if gap > 0 else 'small'}."
    return "has the right shape, but none of its values is right."


VALUE_SLIPS = (
    _lost_fractions,
    _wrapped_round,
    _constant,
    _negated,
    _permuted,
    _reversed,
    _shifted,
    _probabilities,
    _factor,
    _offset,
    _cut_at_zero,
    _nearly,
    _reordered,
    _right_in_part,
    _other_values,
)
