"""Tensors by rank, how two of them are stretched to one shape, and graphs of steps."""

from collections.abc import Mapping, Sequence

import numpy as np
from matplotlib.figure import Figure
from matplotlib.patches import FancyArrowPatch, FancyBboxPatch
from numpy.typing import ArrayLike

from course._arrays import names_for, numbers
from course.plots._cells import add_grid, cell_size, draw_cells, place_text
from course.plots._style import (
    BLUE,
    CATEGORIES,
    DASHES,
    INK,
    LABEL_SIZE,
    LINE,
    QUIET,
    SMALL_SIZE,
    TITLE_SIZE,
    VERMILION,
    WIDEST,
    colours_for,
    new_figure,
    soft,
    tint,
)

_CELL = 0.46  # inches


def plot_tensors(tensors: Sequence[ArrayLike], titles: Sequence[str]) -> Figure:
    """Draw tensors of rank 0 to 3 side by side: a cell, a row, a table, a pile.

    Args:
        tensors: Numbers, each of rank 0, 1, 2 or 3; a tensor of rank 3 is drawn as one
            table below the other, one for each index of its first axis.
        titles: A title for each.

    Raises:
        ValueError: If there is no tensor, one has more than three axes, or the titles
            are not as many.
    """
    arrays = [np.asarray(tensor, dtype=float) for tensor in tensors]
    if not arrays:
        raise ValueError("`tensors` is empty: pass at least one tensor of numbers.")
    for array in arrays:
        if array.ndim > 3 or array.size == 0:
            raise ValueError(
                "`tensors` can be drawn up to rank 3 and not empty: received the shape "
                f"{array.shape}."
            )
    labels = names_for("titles", titles, len(arrays))
    piles = [_as_pile(array) for array in arrays]
    gap = 0.85
    width = sum(pile.shape[2] for pile in piles) + gap * (len(piles) + 1) / _CELL
    cell = cell_size(width, WIDEST - 0.2)
    heights = [_pile_height(pile, cell) for pile in piles]
    top = 1.0
    height = top + max(heights) + 0.25
    figure = new_figure(WIDEST, height, constrained=False)
    everything = np.concatenate([array.ravel() for array in arrays])
    colormap, norm = colours_for(everything)
    needs = [max(pile.shape[2] * cell + gap, 1.5) for pile in piles]
    slots = [WIDEST * need / sum(needs) for need in needs]
    left = 0.0
    for array, pile, label, slot in zip(arrays, piles, labels, slots, strict=True):
        centre = left + slot / 2
        place_text(figure, centre, 0.25, label, fontsize=TITLE_SIZE)
        place_text(
            figure,
            centre,
            0.55,
            f"rank {array.ndim}, shape {array.shape}",
            fontsize=SMALL_SIZE,
            color=QUIET,
        )
        start = centre - pile.shape[2] * cell / 2
        down = top
        for number, table in enumerate(pile):
            axes = add_grid(figure, start, down, table.shape, cell)
            draw_cells(axes, table, soft(colormap), norm, cell=cell)
            if array.ndim == 0:
                axes.set_xticks([])
            if array.ndim < 2:
                axes.set_yticks([])
            if array.ndim == 3:
                axes.set_xticks([])
                place_text(
                    figure,
                    start - 0.28,
                    down + table.shape[0] * cell / 2,
                    f"[{number}]",
                    fontsize=SMALL_SIZE,
                    color=QUIET,
                    ha="right",
                )
            down += table.shape[0] * cell + 0.18
        left += slot
    return figure


def _as_pile(array: np.ndarray) -> np.ndarray:
    """The same numbers as `(tables, rows, columns)`."""
    return array.reshape((1,) * (3 - array.ndim) + array.shape)


def _pile_height(pile: np.ndarray, cell: float) -> float:
    return pile.shape[0] * (pile.shape[1] * cell + 0.18)


def plot_broadcast(
    first: ArrayLike, second: ArrayLike, names: Sequence[str] = ("first", "second")
) -> Figure:
    """Draw how two small tensors are stretched to one shape and added.

    What a tensor really holds is drawn strong, its repetitions pale.

    Args:
        first: Numbers of rank 0 to 2.
        second: Numbers of rank 0 to 2.
        names: What to call them.

    Raises:
        ValueError: If one has more than two axes or the shapes do not go together.
    """
    one = np.asarray(first, dtype=float)
    other = np.asarray(second, dtype=float)
    if max(one.ndim, other.ndim) > 2:
        raise ValueError(
            "`first` and `second` can be drawn up to rank 2: received the shapes "
            f"{one.shape} and {other.shape}."
        )
    try:
        shape = np.broadcast_shapes(one.shape, other.shape)
    except ValueError as error:
        raise ValueError(
            f"the shapes {one.shape} and {other.shape} do not go together: seen from "
            "the last axis, lengths must be equal or one of them 1."
        ) from error
    table_shape = (1,) * (2 - len(shape)) + shape
    tables = [np.broadcast_to(array, table_shape) for array in (one, other)]
    total = tables[0] + tables[1]
    cell = cell_size(3 * table_shape[1] + 5, WIDEST)
    width_of_table = table_shape[1] * cell
    height = 1.05 + table_shape[0] * cell + 0.4
    figure = new_figure(WIDEST, height, constrained=False)
    colormap, norm = colours_for(np.concatenate([t.ravel() for t in (*tables, total)]))
    gap = (WIDEST - 3 * width_of_table) / 4
    labels = names_for("names", names, 2)
    middle = 0.85 + table_shape[0] * cell / 2
    for place, (array, table, label) in enumerate(
        [
            (one, tables[0], labels[0]),
            (other, tables[1], labels[1]),
            (None, total, "sum"),
        ]
    ):
        left = gap + place * (width_of_table + gap)
        true_shape = shape if array is None else array.shape
        place_text(figure, left + width_of_table / 2, 0.25, label, fontsize=TITLE_SIZE)
        place_text(
            figure,
            left + width_of_table / 2,
            0.52,
            f"shape {true_shape}",
            fontsize=SMALL_SIZE,
            color=QUIET,
        )
        axes = add_grid(figure, left, 0.85, table_shape, cell)
        draw_cells(axes, table, soft(colormap), norm, cell=cell)
        axes.set_xticks([])
        axes.set_yticks([])
        if array is not None:
            held = (1,) * (2 - array.ndim) + array.shape
            for row, column in np.ndindex(*table_shape):
                if row >= held[0] or column >= held[1]:
                    axes.add_patch(_veil(row, column))
        sign = ("+", "=")[place] if place < 2 else ""
        place_text(figure, left + width_of_table + gap / 2, middle, sign, fontsize=16)
    place_text(
        figure,
        WIDEST / 2,
        height - 0.16,
        "pale: not stored, the same number used again",
        fontsize=SMALL_SIZE,
        color=QUIET,
    )
    return figure


def _veil(row: int, column: int) -> FancyBboxPatch:
    return FancyBboxPatch(
        (column - 0.5, row - 0.5),
        1,
        1,
        boxstyle="square,pad=0",
        facecolor="white",
        alpha=0.68,
        linewidth=0,
        zorder=3,
    )


def plot_graph(
    nodes: Mapping[str, tuple[float, float]],
    edges: Sequence[tuple[str, str]],
    *,
    forward: Mapping[str, str] | None = None,
    backward: Mapping[str, str] | None = None,
    inputs: Sequence[str] = (),
    title: str = "A computation as a graph",
) -> Figure:
    """Draw a computation: boxes for steps, arrows for the tensors that flow.

    Args:
        nodes: From the text of each box to its place: column and row, from 0.
        edges: Pairs of box texts, from and to.
        forward: From box text to the value that comes out of it, written above it.
        backward: From box text to its gradient, written below it.
        inputs: The boxes that are put in rather than computed; drawn in another colour.
        title: Title of the figure.

    Raises:
        ValueError: If an edge, a value or an input names no box.
    """
    named = [end for edge in edges for end in edge]
    for name in [*named, *(forward or {}), *(backward or {}), *inputs]:
        if name not in nodes:
            raise ValueError(f"there is no box {name!r}: known are {list(nodes)}.")
    columns = max(column for column, _ in nodes.values())
    rows = max(row for _, row in nodes.values())
    height = 1.1 + 1.05 * rows + 0.7
    figure = new_figure(WIDEST, height, constrained=False)
    axes = figure.add_axes((0, 0, 1, 1), xlim=(0, WIDEST), ylim=(0, height))
    axes.axis("off")
    axes.text(
        0.2, height - 0.3, title, fontsize=TITLE_SIZE, color=INK, va="center", ha="left"
    )
    step = (WIDEST - 1.7) / max(columns, 1)
    places = {
        name: (0.85 + column * step, height - 1.1 - 1.05 * row)
        for name, (column, row) in nodes.items()
    }
    half_width, half_height = 0.62, 0.2
    for name, (x, y) in places.items():
        colour = VERMILION if name in inputs else BLUE
        axes.add_patch(
            FancyBboxPatch(
                (x - half_width, y - half_height),
                2 * half_width,
                2 * half_height,
                boxstyle="round,pad=0.02",
                facecolor=tint(colour, 0.16),
                edgecolor=colour,
                linestyle="--" if name in inputs else "-",
            )
        )
        axes.text(x, y, name, ha="center", va="center", fontsize=10, color=INK)
        if name in (forward or {}):
            axes.text(
                x,
                y + 0.36,
                forward[name],
                ha="center",
                va="center",
                fontsize=9,
                color=INK,
            )
        if name in (backward or {}):
            axes.text(
                x,
                y - 0.37,
                backward[name],
                ha="center",
                va="center",
                fontsize=9,
                color=QUIET,
            )
    for start, end in edges:
        (x1, y1), (x2, y2) = places[start], places[end]
        axes.add_patch(
            FancyArrowPatch(
                (x1 + half_width + 0.04, y1),
                (x2 - half_width - 0.05, y2 + np.sign(y1 - y2) * 0.08),
                arrowstyle="-|>",
                mutation_scale=12,
                color=QUIET,
                linewidth=1.2,
                shrinkA=0,
                shrinkB=0,
            )
        )
    return figure


def plot_traces(calls: Sequence[str], traced: Sequence[bool], title: str) -> Figure:
    """Draw a row of calls of a `tf.function`: which traced it anew, which did not.

    Args:
        calls: The arguments of each call, as text, in order.
        traced: Whether each call traced the function anew.
        title: Title of the figure.

    Raises:
        ValueError: If there is no call or the two are not equally long.
    """
    if not calls or len(calls) != len(traced):
        raise ValueError(
            "`calls` and `traced` must be equally long and not empty: received "
            f"{len(calls)} and {len(traced)}."
        )
    numbers("traced", np.asarray(traced, dtype=float), dimensions=1)
    height = 1.55
    figure = new_figure(WIDEST, height, constrained=False)
    axes = figure.add_axes((0, 0, 1, 1), xlim=(0, WIDEST), ylim=(0, height))
    axes.axis("off")
    axes.text(0.2, height - 0.25, title, fontsize=TITLE_SIZE, color=INK, va="center")
    slot = (WIDEST - 0.4) / len(calls)
    for number, (call, anew) in enumerate(zip(calls, traced, strict=True)):
        left = 0.2 + number * slot
        colour = VERMILION if anew else LINE
        axes.add_patch(
            FancyBboxPatch(
                (left + 0.05, 0.5),
                slot - 0.1,
                0.42,
                boxstyle="round,pad=0.01",
                facecolor=tint(colour, 0.3),
                edgecolor=colour,
            )
        )
        axes.text(
            left + slot / 2, 0.71, call, ha="center", va="center", fontsize=9, color=INK
        )
        axes.text(
            left + slot / 2,
            0.25,
            "traced" if anew else "graph used again",
            ha="center",
            va="center",
            fontsize=SMALL_SIZE,
            color=INK if anew else QUIET,
        )
    return figure


def plot_line_fit(
    x: ArrayLike, y: ArrayLike, *, learning_rate: float, steps: Sequence[int]
) -> Figure:
    """Draw points and the line that gradient descent has after some steps.

    Args:
        x: Temperatures in tens of °C above 20 °C, `(points,)`.
        y: Pressures in bar, `(points,)`.
        learning_rate: Of the descent on the mean squared error, from 0 and 0.
        steps: After how many steps to draw a line, at most four numbers.

    Raises:
        ValueError: If the arrays differ in length or the steps are none or too many.
    """
    across = numbers("x", x, dimensions=1).astype(float)
    up = numbers("y", y, dimensions=1).astype(float)
    if len(across) != len(up):
        raise ValueError(
            f"`x` and `y` must be equally long: received {len(across)} and {len(up)}."
        )
    if not 1 <= len(steps) <= len(DASHES):
        raise ValueError(
            f"`steps` needs one to {len(DASHES)} numbers: received {len(steps)}."
        )
    figure = new_figure(6.4, 3.4)
    axes = figure.add_subplot()
    axes.plot(across, up, "o", color=INK, label="measured", zorder=3)
    weight = bias = 0.0
    lines = {0: (weight, bias)}
    for step in range(1, max(steps) + 1):
        residual = weight * across + bias - up
        weight, bias = (
            weight - learning_rate * 2 * np.mean(residual * across),
            bias - learning_rate * 2 * np.mean(residual),
        )
        lines[step] = (weight, bias)
    ends = np.array([across.min() - 0.1, across.max() + 0.1])
    for step, dashes, colour in zip(steps, DASHES, CATEGORIES, strict=False):
        weight, bias = lines[step]
        axes.plot(
            ends,
            weight * ends + bias,
            linestyle=dashes,
            color=colour,
            label=f"after {step} step{'' if step == 1 else 's'}",
        )
    axes.set_xlabel("temperature (tens of °C above 20 °C)", fontsize=LABEL_SIZE)
    axes.set_ylabel("pressure (bar)", fontsize=LABEL_SIZE)
    axes.set_title("The line after some steps of gradient descent", fontsize=TITLE_SIZE)
    axes.legend(
        fontsize=SMALL_SIZE, frameon=False, loc="center left", bbox_to_anchor=(1, 0.5)
    )
    axes.spines[["top", "right"]].set_visible(False)
    return figure
