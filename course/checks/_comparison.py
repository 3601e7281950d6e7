"""Two arrays of numbers, and when they count as equal."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from course.checks._words import axes_words


@dataclass
class Comparison:
    """The learner's array beside the expected one.

    Attributes:
        got: The learner's numbers, as float64.
        want: The expected numbers, as float64, finite.
        dtype: What the learner's numbers were before they became float64.
        rtol: Tolerance relative to the size of each expected number.
        atol: Tolerance added to the relative one.
        axes: A word for each axis of `want`.
    """

    got: np.ndarray
    want: np.ndarray
    dtype: np.dtype
    rtol: float = 0.0
    atol: float = 0.0
    axes: Sequence[str] | None = None

    def agrees(self, first: np.ndarray, second: np.ndarray) -> bool:
        """Return whether shapes are equal and values are, within the tolerance."""
        if first.shape != second.shape:
            return False
        with np.errstate(all="ignore"):
            return bool(
                np.allclose(first, second, self.rtol, self.atol, equal_nan=True)
            )

    def holds(self) -> bool:
        """Return whether the learner's array is right."""
        return self.agrees(self.got, self.want)

    def wrong(self) -> np.ndarray:
        """Return where the values differ by more than the tolerance."""
        with np.errstate(all="ignore"):
            return ~np.isclose(self.got, self.want, self.rtol, self.atol)

    def along(self, *axes: int) -> str:
        """Return the names of axes of `want`."""
        return axes_words(axes, self.want.ndim, self.axes)

    def swapped(self, order: Sequence[int]) -> str:
        """Return what to say where `got` is `want` with its axes in `order`."""
        if self.want.ndim == 2:
            return "is transposed: its rows and columns are swapped."
        moved = [axis for axis, source in enumerate(order) if axis != source]
        return f"has the right values with its axes swapped: {self.along(*moved)}."
