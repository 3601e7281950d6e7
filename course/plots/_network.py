"""The network as a whole: its boxes, a picture's way through it, what it costs."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

import numpy as np
from matplotlib.axes import Axes
from matplotlib.cm import ScalarMappable
from matplotlib.figure import Figure
from matplotlib.patches import FancyArrowPatch, Rectangle
from matplotlib.ticker import FuncFormatter, MaxNLocator
from numpy.typing import ArrayLike

from course._arrays import names_for, numbers
from course.plots._style import (
    BLUE,
    CATEGORIES,
    GREEN,
    INK,
    LABEL_SIZE,
    LINE,
    ORANGE,
    QUIET,
    SKY,
    SMALL_SIZE,
    TITLE_SIZE,
    VERMILION,
    WIDEST,
    by,
    colours_for,
    grey_for,
    hide_ticks,
    new_figure,
    number,
    tint,
)


def plot_network_diagram(
    shapes: Mapping[str, Sequence[int]], title: str = "From picture to class"
) -> Figure:
    """Draw what comes out of each step as a box of its shape, arrows between.

    Args:
        shapes: From the name of each step to the shape that comes out of it, in
            order, without the batch: `(height, width, channels)` is drawn as a stack
            of sheets, `(units,)` as a column of cells. The first entry is the picture.
        title: Title of the figure.

    Raises:
        ValueError: If there are fewer than two entries, or a shape has another
            number of axes.

    Example:
        >>> figure = plot_network_diagram(
        ...     {"picture": (28, 28, 1), "convolution": (26, 26, 8), "dense": (10,)}
        ... )
    """
    if len(shapes) < 2:
        raise ValueError(
            f"`shapes` needs at least two entries, the picture and one step: received "
            f"{len(shapes)}. Pass a dict from step name to output shape."
        )
    sizes: dict[str, tuple[int, ...]] = {}
    for name, shape in shapes.items():
        sizes[name] = tuple(int(size) for size in shape)
        if len(sizes[name]) not in (1, 3) or min(sizes[name]) < 1:
            raise ValueError(
                f"The shape of {name!r} must be (height, width, channels) or (units,): "
                f"received {tuple(shape)}. Leave the batch axis out."
            )
    width, height = WIDEST, 3.5
    figure = new_figure(width, height, constrained=False)
    axes = figure.add_axes((0, 0, 1, 1), xlim=(0, width), ylim=(0, height))
    axes.axis("off")
    place_title(axes, title, height)
    largest = (
        max(max(size[:2]) for size in sizes.values() if len(size) == 3)
        if any(len(size) == 3 for size in sizes.values())
        else 1
    )
    slot = (width - 0.4) / len(sizes)
    longest = 3 + max(map(len, sizes))
    middle = 1.75
    edges = []
    for i, (name, size) in enumerate(sizes.items()):
        centre = 0.2 + slot * (i + 0.5)
        colour = CATEGORIES[i % len(CATEGORIES)]
        if len(size) == 3:
            half = _draw_sheets(axes, centre, middle, size, largest, slot, colour)
        else:
            half = _draw_column(axes, centre, middle, size[0], colour)
        edges.append((centre - half, centre + half))
        label = name if i == 0 else f"{i}  {name}"
        axes.text(
            centre,
            height - 0.72,
            label,
            ha="center",
            va="center",
            fontsize=LABEL_SIZE if longest < 14 else SMALL_SIZE,
            fontweight="bold",
            color=INK,
        )
        axes.text(
            centre,
            0.38,
            by(*size),
            ha="center",
            va="center",
            fontsize=LABEL_SIZE,
            color=INK,
        )
        axes.text(
            centre,
            0.16,
            f"{int(np.prod(size)):,} numbers".replace(",", "\N{THIN SPACE}"),
            ha="center",
            va="center",
            fontsize=SMALL_SIZE - 1,
            color=QUIET,
        )
    for (_, start), (end, _) in pairwise(edges):
        axes.add_patch(
            FancyArrowPatch(
                (start + 0.04, middle),
                (end - 0.04, middle),
                arrowstyle="-|>",
                mutation_scale=11,
                color=INK,
                linewidth=1.3,
                shrinkA=0,
                shrinkB=0,
            )
        )
    return figure


def place_title(axes: Axes, title: str, height: float) -> None:
    """Write a title at the top left of axes measured in inches."""
    axes.text(0.2, height - 0.28, title, fontsize=TITLE_SIZE, va="center", color=INK)


def _draw_sheets(axes, centre, middle, size, largest, slot, colour):
    """Draw feature maps as sheets one behind the other; return half the width."""
    sheets = min(size[2], 6)
    side = min(1.25, slot * 0.62) * (0.35 + 0.65 * max(size[:2]) / largest)
    tall = side * size[0] / max(size[:2])
    wide = side * size[1] / max(size[:2])
    step = min(0.07, 0.3 / sheets)
    shift = step * (sheets - 1) / 2
    for sheet in reversed(range(sheets)):
        axes.add_patch(
            Rectangle(
                (
                    centre - wide / 2 - shift + sheet * step,
                    middle - tall / 2 - shift + sheet * step,
                ),
                wide,
                tall,
                facecolor=tint(colour, 0.35),
                edgecolor=INK,
                linewidth=0.8,
            )
        )
    return wide / 2 + shift


def _draw_column(axes, centre, middle, units, colour):
    """Draw a vector as a column of cells, dots where there are too many."""
    shown = min(units, 12)
    wide, cell = 0.18, 0.13
    tall = cell * shown
    for i in range(shown):
        hidden = units > shown and i in (shown // 2 - 1, shown // 2)
        if hidden:
            axes.plot(
                [centre],
                [middle + tall / 2 - (i + 0.5) * cell],
                marker=".",
                color=INK,
                markersize=3,
            )
            continue
        axes.add_patch(
            Rectangle(
                (centre - wide / 2, middle + tall / 2 - (i + 1) * cell),
                wide,
                cell,
                facecolor=tint(colour, 0.35),
                edgecolor=INK,
                linewidth=0.8,
            )
        )
    return wide / 2


def plot_pipeline(
    stages: Mapping[str, ArrayLike],
    class_names: Sequence[str] | None = None,
    title: str = "One picture's way through the network",
) -> Figure:
    """Draw what comes out of every step for one picture, from left to right.

    Args:
        stages: From the name of each step to its output, in order, without the
            batch: the picture `(height, width)` or `(height, width, channels)`, then
            maps `(height, width, filters)`, of which the first four are drawn, and
            vectors `(units,)`. The last entry is the vector of class probabilities.
        class_names: A name for each class.
        title: Title of the figure.

    Raises:
        ValueError: If there are fewer than two stages, or the last is not a vector.
    """
    arrays = {
        name: numbers(f"stages[{name!r}]", value, dimensions=(1, 2, 3))
        for name, value in stages.items()
    }
    if len(arrays) < 2 or list(arrays.values())[-1].ndim != 1:
        raise ValueError(
            "`stages` must begin with the picture and end with a vector of class "
            f"probabilities: received shapes {[a.shape for a in arrays.values()]}. "
            "Leave the batch axis out."
        )
    *middle_stages, (last_name, probabilities) = arrays.items()
    class_names = names_for("class_names", class_names, probabilities.size)
    maps = [min(a.shape[2], 4) if a.ndim == 3 else 1 for a in arrays.values()]
    height = 1.0 + 0.95 * max(*maps, 3)
    figure = new_figure(WIDEST, height)
    ratios = [0.42 if a.ndim == 1 else 1 for _, a in middle_stages] + [1.25]
    columns = figure.add_gridspec(1, len(arrays), width_ratios=ratios)
    for i, (name, values) in enumerate(middle_stages):
        heading = f"{name}\n{by(*values.shape)}"
        if values.ndim == 1:
            axes = figure.add_subplot(columns[i])
            colormap, norm = colours_for(values)
            axes.imshow(
                values[:, None],
                cmap=colormap,
                norm=norm,
                aspect="auto",
                interpolation="nearest",
            )
            axes.set_xticks([])
            axes.tick_params(labelsize=SMALL_SIZE - 2, length=2, color=LINE)
            axes.set_ylabel("index", fontsize=SMALL_SIZE - 1, labelpad=0)
            axes.set_title(heading, fontsize=SMALL_SIZE)
            continue
        if i == 0 and (values.ndim == 2 or values.shape[2] in (1, 3)):
            _draw_picture(figure.add_subplot(columns[i]), values, heading)
            continue
        _draw_map_column(figure, columns[i], values, heading)
    axes = figure.add_subplot(columns[-1])
    _draw_bars(axes, probabilities, class_names, None)
    axes.set_title(f"{last_name}\n{probabilities.size}", fontsize=SMALL_SIZE)
    axes.set_xlabel("probability", fontsize=SMALL_SIZE - 1)
    figure.suptitle(title, fontsize=TITLE_SIZE)
    return figure


def _draw_picture(axes: Axes, values: np.ndarray, heading: str) -> None:
    if values.ndim == 3 and values.shape[2] == 3:
        axes.imshow(np.clip(values / (255 if values.max() > 1 else 1), 0, 1))
    else:
        colormap, norm = grey_for(values)
        axes.imshow(values.reshape(values.shape[:2]), cmap=colormap, norm=norm)
    hide_ticks(axes)
    axes.set_title(heading, fontsize=SMALL_SIZE)


def _draw_map_column(figure: Figure, place, values: np.ndarray, heading: str) -> None:
    """Draw the first four maps below each other, with one colour bar."""
    values = values if values.ndim == 3 else values[..., None]
    shown = min(values.shape[2], 4)
    colormap, norm = colours_for(values)
    rows = place.subgridspec(shown, 1)
    panels = [figure.add_subplot(rows[i]) for i in range(shown)]
    for i, axes in enumerate(panels):
        axes.imshow(values[:, :, i], cmap=colormap, norm=norm)
        hide_ticks(axes)
    panels[0].set_title(heading, fontsize=SMALL_SIZE)
    if values.shape[2] > shown:
        panels[-1].set_xlabel(f"first {shown} of {values.shape[2]}", fontsize=7)
    bar = figure.colorbar(
        ScalarMappable(norm, colormap),
        ax=panels,
        location="bottom",
        fraction=0.05,
        pad=0.02,
        aspect=12,
    )
    bar.ax.tick_params(labelsize=7, length=2)
    bar.ax.xaxis.set_major_locator(MaxNLocator(2))
    bar.outline.set_visible(False)


def plot_probabilities(
    probabilities: ArrayLike,
    class_names: Sequence[str],
    truth: int | str | None = None,
    title: str = "What the network believes",
) -> Figure:
    """Draw class probabilities as bars; the guess and the truth are marked in words.

    Args:
        probabilities: Numbers from 0 to 1, `(classes,)`.
        class_names: A name for each class.
        truth: Index or name of the right class, if it is known.
        title: Title of the figure.

    Raises:
        ValueError: If these are no probabilities, or `truth` is no class.
    """
    values = numbers("probabilities", probabilities, dimensions=1)
    names = names_for("class_names", list(class_names), values.size)
    if values.min() < 0 or abs(float(values.sum()) - 1) > 1e-3:
        raise ValueError(
            f"`probabilities` must be at least 0 and sum to 1: received sum "
            f"{number(float(values.sum()))}, least {number(float(values.min()))}. "
            "Apply softmax to scores first."
        )
    if isinstance(truth, str):
        if truth not in names:
            raise ValueError(
                f"`truth` must be one of the class names: received {truth!r}, "
                f"expected one of {names}."
            )
        truth = names.index(truth)
    if truth is not None and not 0 <= truth < values.size:
        raise ValueError(
            f"`truth` must be a class from 0 to {values.size - 1}: received {truth}."
        )
    figure = new_figure(6.4, 0.9 + 0.28 * values.size)
    axes = figure.subplots()
    _draw_bars(axes, values, names, truth, legend=True)
    axes.set_xlabel("probability (sums to 1)", fontsize=SMALL_SIZE)
    axes.set_title(title, fontsize=TITLE_SIZE, loc="left")
    return figure


def _draw_bars(axes, values, names, truth, legend=False) -> None:
    guess = int(np.argmax(values))
    for i, value in enumerate(values):
        axes.barh(
            i,
            value,
            color=BLUE if i == guess else tint(BLUE, 0.35),
            hatch="///" if i == truth else None,
            edgecolor=VERMILION if i == truth else BLUE,
            linewidth=1,
        )
        words = number(float(value)) if value >= 0.005 else "<0.01"
        if legend:
            words += "  guess" if i == guess else ""
            words += "  truth" if i == truth else ""
        axes.text(
            value + 0.015,
            i,
            words,
            va="center",
            color=INK,
            fontsize=SMALL_SIZE if legend else 7,
        )
    axes.set_yticks(range(len(names)), names if any(names) else None)
    axes.set_ylim(len(names) - 0.4, -0.6)
    axes.set_xlim(0, 1.28)
    axes.set_xticks([0, 0.5, 1])
    axes.tick_params(labelsize=SMALL_SIZE if legend else 7, length=2, color=LINE)
    axes.spines[["top", "right"]].set_visible(False)


def plot_parameter_counts(
    sides: Sequence[int],
    counts: Mapping[str, Sequence[int]],
    title: str = "Parameters as the picture grows",
) -> Figure:
    """Draw the number of parameters of several layers as bars on a log axis.

    Args:
        sides: Sides of the square pictures, in pixels.
        counts: From the name of each layer to its number of parameters at each side.
        title: Title of the figure.

    Raises:
        ValueError: If a layer lacks a number, or one is below 1.
    """
    sides = [int(side) for side in numbers("sides", sides, dimensions=1)]
    if not 1 <= len(counts) <= 4:
        raise ValueError(
            f"`counts` needs one to four layers: received {len(counts)}. Pass a dict "
            "from layer name to its numbers of parameters."
        )
    read = {
        name: numbers(f"counts[{name!r}]", values, dimensions=1)
        for name, values in counts.items()
    }
    for name, values in read.items():
        if len(values) != len(sides) or values.min() < 1:
            raise ValueError(
                f"`counts[{name!r}]` needs one number of at least 1 for each of the "
                f"{len(sides)} sides: received {values.tolist()}."
            )
    figure = new_figure(7.2, 3.8)
    axes = figure.subplots()
    wide = 0.8 / len(read)
    hatches = ("", "///", "...", "xx")
    for i, (name, values) in enumerate(read.items()):
        colour = (BLUE, ORANGE, GREEN, SKY)[i]
        places = np.arange(len(sides)) + (i - (len(read) - 1) / 2) * wide
        axes.bar(
            places,
            values,
            wide * 0.92,
            label=name,
            color=tint(colour, 0.55),
            edgecolor=INK,
            linewidth=0.8,
            hatch=hatches[i],
        )
        for place, value in zip(places, values, strict=True):
            axes.text(
                place,
                value * 1.12,
                _short_count(float(value)),
                ha="center",
                va="bottom",
                fontsize=SMALL_SIZE - 1,
                color=INK,
            )
    axes.set_yscale("log")
    axes.set_ylim(1, max(values.max() for values in read.values()) * 8)
    axes.yaxis.set_major_formatter(FuncFormatter(lambda value, _: _short_count(value)))
    axes.set_xticks(range(len(sides)), [by(side, side) for side in sides])
    axes.set_xlabel("picture (pixels)", fontsize=LABEL_SIZE)
    axes.set_ylabel("parameters (count, log scale)", fontsize=LABEL_SIZE)
    axes.set_title(title, fontsize=TITLE_SIZE, loc="left")
    axes.legend(fontsize=SMALL_SIZE, frameon=False, loc="upper left")
    axes.spines[["top", "right"]].set_visible(False)
    return figure


def _short_count(value: float) -> str:
    for least, size, letter in ((1e9, 1e9, " bn"), (1e6, 1e6, " M"), (1e4, 1e3, " k")):
        if value >= least:
            return f"{value / size:.3g}{letter}"
    return f"{value:,.0f}".replace(",", "\N{THIN SPACE}")
