"""Move an object over a picture and see what moves along."""

from typing import Any

import numpy as np
import traitlets
from matplotlib.figure import Figure
from numpy.typing import ArrayLike

from course._arrays import numbers
from course.plots import plot_shifted_maps
from course.widgets._interactive import InteractiveFigure, load_script

SIDE = 12
BEYOND = 2  # pixels that the object may stand out over the border


def shift_explorer(sign: ArrayLike, kernel: ArrayLike) -> "ShiftExplorer":
    """Move an object over a picture: feature map, pooled map and two scores follow.

    The learner moves the object by arrow keys, buttons or a click, and chooses
    whether zeros are put around the picture.

    Args:
        sign: The object, `(height, width)`, pixels in 0 to 1, at most 6 a side.
        kernel: Numbers, `(3, 3)`.

    Raises:
        ValueError: If the object is too large or out of 0 to 1, or the kernel is not
            3 by 3.
    """
    sign = numbers("sign", sign, dimensions=2)
    kernel = numbers("kernel", kernel, dimensions=2)
    if max(sign.shape) > 6 or sign.min() < 0 or sign.max() > 1:
        raise ValueError(
            f"`sign` must be at most 6 by 6, its pixels from 0 to 1: received shape "
            f"{sign.shape} with {sign.min():g} to {sign.max():g}."
        )
    if kernel.shape != (3, 3):
        raise ValueError(f"`kernel` must be 3 by 3: received shape {kernel.shape}.")
    return ShiftExplorer(
        sign=sign.tolist(),
        kernel=kernel.tolist(),
        weights=np.random.default_rng(1).normal(size=(6, 6)).round(1).tolist(),
    )


class ShiftExplorer(InteractiveFigure):
    """The object and the row and column of its upper left corner."""

    sign = traitlets.List().tag(sync=True)
    kernel = traitlets.List().tag(sync=True)
    weights = traitlets.List().tag(sync=True)
    row = traitlets.Int(4).tag(sync=True)
    column = traitlets.Int(4).tag(sync=True)
    zero_padding = traitlets.Bool(False).tag(sync=True)
    side = traitlets.Int(SIDE).tag(sync=True)
    beyond = traitlets.Int(BEYOND).tag(sync=True)
    start = traitlets.List([4, 4]).tag(sync=True)

    _esm = load_script("shift_explorer")
    _title = "Shift explorer"

    @traitlets.validate("row", "column")
    def _check_place(self, proposal: Any) -> int:
        name = proposal["trait"].name
        length = np.shape(self.sign)[0 if name == "row" else 1]
        most = SIDE - length + BEYOND
        if not -BEYOND <= proposal["value"] <= most:
            raise ValueError(
                f"`{name}` must be from {-BEYOND} to {most}, so that most of the "
                f"object stays in the picture: received {proposal['value']}."
            )
        return proposal["value"]

    def picture(self, row: int | None = None, column: int | None = None) -> np.ndarray:
        """Draw the object where it stands, `(12, 12)`."""
        row = self.row if row is None else row
        column = self.column if column is None else column
        sign = np.array(self.sign)
        wide = np.zeros((SIDE + 2 * BEYOND,) * 2)
        wide[
            row + BEYOND : row + BEYOND + sign.shape[0],
            column + BEYOND : column + BEYOND + sign.shape[1],
        ] = sign
        return wide[BEYOND:-BEYOND, BEYOND:-BEYOND]

    def feature_map(self, row: int | None = None, column: int | None = None):
        """Compute the map after ReLU, `(10, 10)`, or `(12, 12)` with padding."""
        padded = np.pad(self.picture(row, column), int(self.zero_padding))
        windows = np.lib.stride_tricks.sliding_window_view(padded, (3, 3))
        return np.maximum(np.einsum("rcij,ij->rc", windows, np.array(self.kernel)), 0)

    def pooled_map(self, row: int | None = None, column: int | None = None):
        """Compute the largest of every 2 by 2 places of the map."""
        maps = self.feature_map(row, column)
        half = len(maps) // 2
        return maps.reshape(half, 2, half, 2).max(axis=(1, 3))

    def scores(self) -> tuple[float, float]:
        """Compute a score of the flattened pooled map, and the largest number."""
        pooled = self.pooled_map()
        half = len(pooled)
        weights = np.array(self.weights)[:half, :half]
        return float((pooled * weights).sum()), float(pooled.max())

    def gaps(self) -> tuple[float, float | None]:
        """Measure equivariance against the start, of the map and the pooled map.

        The pooled map moves in steps of two pixels; after other moves its gap is None.
        """
        down, right = self.row - self.start[0], self.column - self.start[1]
        gap = _gap(self.feature_map(*self.start), self.feature_map(), down, right)
        if down % 2 or right % 2:
            return gap, None
        pooled = self.pooled_map(*self.start), self.pooled_map()
        return gap, _gap(*pooled, down // 2, right // 2)

    def static_figure(self) -> tuple[Figure, str]:
        """Draw picture, feature map and pooled map."""
        height, width = np.shape(self.sign)
        flat, largest = self.scores()
        figure = plot_shifted_maps(
            self.picture(),
            self.feature_map(),
            self.pooled_map(),
            (self.row, self.column, height, width),
            (flat, largest),
        )
        alt = (
            f"Grids of numbers from left to right: a dark picture of {SIDE} by {SIDE} "
            f"pixels with a bright object framed at row {self.row}, column "
            f"{self.column}; its feature map after ReLU; the map after pooling. The "
            f"score of the flattened map is {flat:.2f}, its largest number {largest:g}."
        )
        return figure, alt


def _gap(before: np.ndarray, after: np.ndarray, down: int, right: int) -> float:
    height, width = before.shape
    target = (
        slice(max(down, 0), height + min(down, 0)),
        slice(max(right, 0), width + min(right, 0)),
    )
    source = (
        slice(max(-down, 0), height + min(-down, 0)),
        slice(max(-right, 0), width + min(-right, 0)),
    )
    return float(np.abs(after[target] - before[source]).max())
