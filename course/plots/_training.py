"""Figures of a training: learning curves, confusion matrix, compared runs."""

import math
from collections.abc import Mapping, Sequence

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator
from numpy.typing import ArrayLike

from course._arrays import numbers
from course.plots._style import (
    BLUE,
    CATEGORIES,
    DASHES,
    INK,
    LABEL_SIZE,
    LINE,
    MAGNITUDE,
    SMALL_SIZE,
    TITLE_SIZE,
    VERMILION,
    WIDEST,
    ink_on,
    new_figure,
)

Curves = Mapping[str, Sequence[float]]

VALIDATION = "val_"
MARKERS = ("o", "s", "^", "D", "v", "P", "X", "*")


def plot_learning_curves(
    curves: Curves, title: str = "", epochs: int | None = None
) -> Figure:
    """Draw what was measured after each epoch, a panel for each quantity.

    Training is a solid line with dots, validation a dashed one with squares. A ring
    marks the epoch with the lowest validation loss.

    Args:
        curves: Numbers for each epoch, by name; `val_` before a name means that it
            was measured on the validation set. So `History.history` of Keras fits.
        title: Title of the figure.
        epochs: How many epochs there are to be, so that the axis stands still while
            they come in; by default as many as there are numbers.

    Raises:
        ValueError: If there is no curve, or a name does not stand for numbers.
    """
    if not curves:
        raise ValueError(
            "`curves` is empty: there is nothing to draw. Pass what a training "
            'measured, such as {"loss": [0.9, 0.5]}.'
        )
    values = {
        name: np.asarray(list(curve), dtype=float) for name, curve in curves.items()
    }
    for name, curve in values.items():
        if curve.ndim != 1:
            raise ValueError(
                f"`curves` must hold one number for each epoch: {name!r} has shape "
                f"{curve.shape}. Pass a list of numbers for each name."
            )
    quantities = list(dict.fromkeys(name.removeprefix(VALIDATION) for name in values))
    columns = min(len(quantities), 2)
    rows = math.ceil(len(quantities) / columns)
    width = WIDEST if columns == 2 else 0.62 * WIDEST
    figure = new_figure(width, 2.9 * rows + (0.35 if title else 0))
    panels = figure.subplots(rows, columns, squeeze=False).ravel()
    for axes in panels[len(quantities) :]:
        axes.remove()
    last = max(epochs or 1, *(len(curve) for curve in values.values()))
    for axes, quantity in zip(panels, quantities, strict=False):
        _draw_curves(axes, values, quantity, last)
    if title:
        figure.suptitle(title, fontsize=TITLE_SIZE)
    return figure


def _draw_curves(
    axes: Axes, values: Mapping[str, np.ndarray], quantity: str, last: int
) -> None:
    styles = (
        (quantity, "training", BLUE, "-", "o"),
        (VALIDATION + quantity, "validation", VERMILION, "--", "s"),
    )
    for name, label, colour, dash, marker in styles:
        curve = values.get(name)
        if curve is None or not curve.size:
            continue
        axes.plot(
            np.arange(1, len(curve) + 1),
            curve,
            color=colour,
            linestyle=dash,
            marker=marker,
            markersize=5 if last <= 30 else 2.5,
            label=label,
        )
        if name == "val_loss" and len(curve) > 1 and np.isfinite(curve).any():
            best = int(np.nanargmin(curve))
            axes.plot(
                best + 1,
                curve[best],
                "o",
                markersize=11,
                markerfacecolor="none",
                markeredgecolor=INK,
                label="lowest",
            )
    axes.set_title(_words(quantity), fontsize=LABEL_SIZE + 1)
    axes.set_xlabel("epoch", fontsize=LABEL_SIZE)
    axes.set_xlim(0.5, last + 0.5)
    axes.xaxis.set_major_locator(MaxNLocator(10, integer=True, min_n_ticks=1))
    axes.tick_params(labelsize=SMALL_SIZE)
    axes.grid(color=LINE, linewidth=0.5, alpha=0.6)
    axes.spines[["top", "right"]].set_visible(False)
    if axes.lines:
        axes.legend(fontsize=SMALL_SIZE, frameon=False)


def describe_curves(curves: Curves) -> str:
    """Say in words what `plot_learning_curves` shows: the alternative text.

    Example:
        >>> describe_curves({"loss": [0.9, 0.5], "val_loss": [0.8, 0.6]})
        'Line plot against the epoch, 1 to 2. Loss: training from 0.9 to 0.5, \
validation from 0.8 to 0.6 (lowest in epoch 2).'
    """
    names = list(dict.fromkeys(name.removeprefix(VALIDATION) for name in curves))
    sentences = []
    for name in names:
        parts = []
        for key, who in ((name, "training"), (VALIDATION + name, "validation")):
            curve = [float(value) for value in curves.get(key, ())]
            if not curve:
                continue
            part = f"{who} from {number3(curve[0])} to {number3(curve[-1])}"
            if key == "val_loss" and np.isfinite(curve).any():
                part += f" (lowest in epoch {int(np.nanargmin(curve)) + 1})"
            parts.append(part)
        sentences.append(f"{_words(name).capitalize()}: {', '.join(parts)}.")
    most = max((len(curve) for curve in curves.values()), default=0)
    plots = "Line plot" if len(names) == 1 else f"{len(names)} line plots"
    return f"{plots} against the epoch, 1 to {most}. {' '.join(sentences)}"


def number3(value: float) -> str:
    """Write a measured number with three significant digits."""
    if not math.isfinite(value):
        return "not a number" if math.isnan(value) else "infinity"
    text = f"{value:.3g}"
    return text if "e" not in text or abs(value) < 1e-4 else f"{value:,.0f}"


def _words(name: str) -> str:
    return name.replace("sparse_categorical_", "").replace("_", " ")


def plot_compared_curves(
    runs: Mapping[str, Curves], quantity: str = "val_loss", title: str = ""
) -> Figure:
    """Draw one quantity of several trainings over one another.

    Args:
        runs: The curves of each training, by the name for the legend; at most 8.
        quantity: Which curve of each training.
        title: Title of the figure.

    Raises:
        ValueError: If there is no training, too many, or one lacks the curve.
    """
    if not 1 <= len(runs) <= len(MARKERS):
        raise ValueError(
            f"`runs` must hold 1 to {len(MARKERS)} trainings: received {len(runs)}. "
            "Lines beyond that cannot be told apart; draw two figures."
        )
    for name, curves in runs.items():
        if not len(curves.get(quantity, ())):
            raise ValueError(
                f"The training {name!r} has no curve {quantity!r}: it has "
                f"{', '.join(curves) or 'none'}. Name one that all of them have."
            )
    figure = new_figure(WIDEST, 3.6)
    axes = figure.subplots()
    for place, (name, curves) in enumerate(runs.items()):
        curve = curves[quantity]
        axes.plot(
            np.arange(1, len(curve) + 1),
            curve,
            color=CATEGORIES[place],
            linestyle=DASHES[place % len(DASHES)],
            marker=MARKERS[place],
            markersize=5,
            label=name,
        )
    measured = "validation " if quantity.startswith(VALIDATION) else ""
    axes.set_ylabel(
        measured + _words(quantity.removeprefix(VALIDATION)), fontsize=LABEL_SIZE
    )
    axes.set_xlabel("epoch", fontsize=LABEL_SIZE)
    axes.xaxis.set_major_locator(MaxNLocator(10, integer=True, min_n_ticks=1))
    axes.tick_params(labelsize=SMALL_SIZE)
    axes.grid(color=LINE, linewidth=0.5, alpha=0.6)
    axes.spines[["top", "right"]].set_visible(False)
    axes.legend(
        fontsize=SMALL_SIZE, frameon=False, loc="center left", bbox_to_anchor=(1, 0.5)
    )
    if title:
        figure.suptitle(title, fontsize=TITLE_SIZE)
    return figure


def plot_confusion(
    counts: ArrayLike, class_names: Sequence[str], title: str = "Confusion matrix"
) -> Figure:
    """Draw how often each class was taken for each other one.

    The colour is the share of the row, so that a rare class shows as well as a
    common one; the number is the count.

    Args:
        counts: Whole numbers, `(classes, classes)`; a row for each true class, a
            column for each prediction.
        class_names: The name of each class.
        title: Title of the figure.

    Raises:
        ValueError: If `counts` is not square, or the names do not fit.
    """
    counts = numbers("counts", counts, dimensions=2)
    classes = len(counts)
    if counts.shape != (classes, classes) or len(class_names) != classes:
        raise ValueError(
            "`counts` must have a row and a column for each class: received shape "
            f"{counts.shape} and {len(class_names)} names. Count for all classes, "
            "also for those that were never predicted."
        )
    totals = counts.sum(axis=1, keepdims=True)
    shares = counts / np.maximum(totals, 1)
    side = min(WIDEST, 1.9 + 0.56 * classes)
    figure = new_figure(side, side * 0.86)
    axes = figure.subplots()
    shown = axes.imshow(shares, cmap=MAGNITUDE, vmin=0, vmax=1)
    for row, column in np.ndindex(counts.shape):
        if counts[row, column]:
            axes.text(
                column,
                row,
                f"{counts[row, column]:.0f}",
                ha="center",
                va="center",
                fontsize=SMALL_SIZE,
                color=ink_on(MAGNITUDE(shares[row, column])),
            )
    axes.set_xticks(range(classes), class_names, rotation=40, ha="right")
    axes.set_yticks(range(classes), class_names)
    axes.tick_params(labelsize=SMALL_SIZE, length=0)
    axes.set_xlabel("predicted class", fontsize=LABEL_SIZE)
    axes.set_ylabel("true class", fontsize=LABEL_SIZE)
    axes.set_title(title, fontsize=TITLE_SIZE, loc="left")
    bar = figure.colorbar(shown, ax=axes, shrink=0.8)
    bar.set_label("share of the true class", fontsize=SMALL_SIZE)
    bar.ax.tick_params(labelsize=SMALL_SIZE - 1)
    bar.outline.set_visible(False)
    return figure


def describe_confusion(
    counts: ArrayLike, class_names: Sequence[str], pairs: int = 3
) -> str:
    """Say in words what a confusion matrix shows: the alternative text.

    Args:
        counts: As for `plot_confusion`.
        class_names: The name of each class.
        pairs: How many of the commonest mistakes to name.
    """
    counts = np.asarray(counts)
    wrong = counts - np.diag(np.diag(counts))
    order = np.argsort(wrong, axis=None)[::-1][:pairs]
    mistakes = [
        f"{class_names[row]} taken for {class_names[column]} "
        f"({int(wrong[row, column])} times)"
        for row, column in zip(*np.unravel_index(order, wrong.shape), strict=True)
        if wrong[row, column]
    ]
    right = int(np.trace(counts))
    total = int(counts.sum())
    text = (
        f"Confusion matrix of {len(class_names)} classes, true class against "
        f"predicted class. {right} of {total} lie on the diagonal and are right."
    )
    if mistakes:
        text += f" The commonest mistakes: {', '.join(mistakes)}."
    return text


def plot_layer_parameters(counts: Mapping[str, int], title: str = "") -> Figure:
    """Draw how many parameters each layer has, as bars from the first layer down.

    Args:
        counts: Whole numbers, by the name of the layer, first layer first.
        title: Title of the figure.

    Raises:
        ValueError: If there is no layer.
    """
    if not counts:
        raise ValueError("`counts` is empty: name at least one layer.")
    figure = new_figure(0.85 * WIDEST, 1.1 + 0.38 * len(counts))
    axes = figure.subplots()
    values = list(counts.values())
    axes.barh(list(counts), values, color=BLUE, height=0.62)
    total = sum(values)
    for place, value in enumerate(values):
        axes.text(
            value,
            place,
            f" {value:,} ({value / total:.1%})",
            va="center",
            fontsize=SMALL_SIZE,
            color=INK,
        )
    axes.invert_yaxis()
    axes.set_xlim(0, 1.3 * max(values))
    axes.set_xlabel("parameters", fontsize=LABEL_SIZE)
    axes.xaxis.set_major_formatter(lambda value, _: f"{value:,.0f}")
    axes.xaxis.set_major_locator(MaxNLocator(5))
    axes.tick_params(labelsize=SMALL_SIZE)
    axes.spines[["top", "right"]].set_visible(False)
    if title:
        axes.set_title(title, fontsize=TITLE_SIZE, loc="left")
    return figure


def plot_signal_spread(
    spreads: Curves, title: str = "Spread of the numbers after each layer"
) -> Figure:
    """Draw how the spread of a signal grows or shrinks with depth, on a log scale.

    Args:
        spreads: The standard deviation after each layer, by the name of the start.
        title: Title of the figure.

    Raises:
        ValueError: If there is nothing to draw, or more than 8 lines.
    """
    if not 1 <= len(spreads) <= len(MARKERS):
        raise ValueError(
            f"`spreads` must hold 1 to {len(MARKERS)} lines: received {len(spreads)}."
        )
    figure = new_figure(WIDEST, 3.4)
    axes = figure.subplots()
    for place, (name, curve) in enumerate(spreads.items()):
        axes.plot(
            np.arange(1, len(curve) + 1),
            curve,
            color=CATEGORIES[place],
            linestyle=DASHES[place % len(DASHES)],
            marker=MARKERS[place],
            markersize=4,
            label=name,
        )
    axes.set_yscale("log")
    axes.set_xlabel("layer", fontsize=LABEL_SIZE)
    axes.set_ylabel("standard deviation", fontsize=LABEL_SIZE)
    axes.xaxis.set_major_locator(MaxNLocator(10, integer=True, min_n_ticks=1))
    axes.tick_params(labelsize=SMALL_SIZE)
    axes.grid(color=LINE, linewidth=0.5, alpha=0.6)
    axes.spines[["top", "right"]].set_visible(False)
    axes.legend(
        fontsize=SMALL_SIZE, frameon=False, loc="center left", bbox_to_anchor=(1, 0.5)
    )
    axes.set_title(title, fontsize=TITLE_SIZE, loc="left")
    return figure
