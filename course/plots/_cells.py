"""Small arrays drawn as cells with their numbers in them, sized in inches."""

import math
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.colors import Colormap
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from course.plots._style import INK, LINE, QUIET, SMALL_SIZE, ink_on, number

LARGEST_CELL = 0.52  # inches
SMALLEST_CELL = 0.21


def cell_size(columns: float, width: float) -> float:
    """Choose the side of a cell so that `columns` of them fill `width` inches."""
    return min(LARGEST_CELL, width / columns)


def add_grid(
    figure: Figure, left: float, top: float, shape: tuple[int, int], cell: float
) -> Axes:
    """Place axes for `shape` cells; `left` and `top` in inches from the top left."""
    width, height = figure.get_size_inches()
    rows, columns = shape
    return figure.add_axes(
        (
            left / width,
            1 - (top + rows * cell) / height,
            columns * cell / width,
            rows * cell / height,
        )
    )


def place_text(
    figure: Figure, left: float, top: float, text: str, **style: Any
) -> None:
    """Write on the figure; `left` and `top` in inches from the top left."""
    width, height = figure.get_size_inches()
    style = {"ha": "center", "va": "center", "color": INK, "fontsize": 10} | style
    figure.text(left / width, 1 - top / height, text, **style)


def draw_cells(
    axes: Axes,
    values: np.ndarray,
    colormap: Colormap,
    norm: Any,
    *,
    cell: float,
    annotate: bool = True,
    origin: tuple[int, int] = (0, 0),
) -> None:
    """Draw a matrix as coloured cells, NaN as empty cells, numbers inside.

    Args:
        axes: Where to draw.
        values: Numbers, `(rows, columns)`.
        colormap: Colours of the cells.
        norm: Scale of the colours.
        cell: Side of a cell, in inches, from which the type size follows.
        annotate: Whether to write the numbers.
        origin: Row and column that the first cell is labelled with; -1 for an
            array with one ring of padding.
    """
    axes.imshow(np.ma.masked_invalid(values), cmap=colormap, norm=norm)
    rule_cells(axes, values.shape, origin)
    if annotate:
        write_numbers(axes, values, colormap(norm(values)), cell)


def rule_cells(
    axes: Axes, shape: tuple[int, int], origin: tuple[int, int] = (0, 0)
) -> None:
    """Rule lines between cells and number the rows and columns."""
    rows, columns = shape
    axes.set_xticks(np.arange(columns + 1) - 0.5, minor=True)
    axes.set_yticks(np.arange(rows + 1) - 0.5, minor=True)
    axes.grid(which="minor", color=LINE, linewidth=0.6)
    axes.tick_params(which="minor", length=0)
    step = math.ceil(max(rows, columns) / 16)
    axes.set_xticks(
        range(0, columns, step), range(origin[1], origin[1] + columns, step)
    )
    axes.set_yticks(range(0, rows, step), range(origin[0], origin[0] + rows, step))
    axes.tick_params(labelsize=SMALL_SIZE - 1, length=0, pad=2, labelcolor=QUIET)
    for spine in axes.spines.values():
        spine.set_color(LINE)


def write_numbers(
    axes: Axes, values: np.ndarray, backgrounds: np.ndarray, cell: float
) -> None:
    """Write each number on its cell in black or white; NaN is left out.

    Args:
        axes: Where to write.
        values: Numbers, `(rows, columns)`.
        backgrounds: Colours of the cells, `(rows, columns, 3 or 4)`.
        cell: Side of a cell, in inches, from which the type size follows.
    """
    written = {
        place: number(value)
        for place, value in np.ndenumerate(values)
        if value == value
    }
    longest = max(map(len, written.values()), default=1)
    points = cell * 72
    # A DejaVu Sans digit is 0.64 of the type size wide; leave a tenth free.
    size = min(0.5 * points, 0.9 * points / (0.64 * longest), 12)
    for (row, column), text in written.items():
        axes.text(
            column,
            row,
            text,
            ha="center",
            va="center",
            fontsize=size,
            color=ink_on(backgrounds[row, column][:3]),
        )


def outline(
    axes: Axes,
    top: float,
    left: float,
    height: float,
    width: float,
    *,
    colour: Any,
    dashes: str = "-",
    thickness: float = 2.5,
    inset: float = 0.0,
) -> Rectangle:
    """Draw a frame round cells, `top` and `left` in rows and columns."""
    frame = Rectangle(
        (left - 0.5 + inset, top - 0.5 + inset),
        width - 2 * inset,
        height - 2 * inset,
        fill=False,
        edgecolor=colour,
        linewidth=thickness,
        linestyle=dashes,
        clip_on=False,
        zorder=4,
    )
    axes.add_patch(frame)
    return frame
