"""Figures of building recurrent networks: steps, splits, windows, padding, states."""

from collections.abc import Mapping, Sequence

import numpy as np
from matplotlib.axes import Axes
from matplotlib.dates import AutoDateLocator, ConciseDateFormatter
from matplotlib.figure import Figure
from matplotlib.patches import FancyBboxPatch, Rectangle
from numpy.typing import ArrayLike

from course._arrays import numbers
from course.plots._style import (
    BLUE,
    CATEGORIES,
    DASHES,
    GREEN,
    INK,
    LABEL_SIZE,
    LINE,
    ORANGE,
    QUIET,
    SMALL_SIZE,
    TITLE_SIZE,
    VERMILION,
    WIDEST,
    new_figure,
    tint,
)

EIGHT_STEPS = (
    ("import\nmodules", ""),
    ("get the\ndata", "split, scale,\nwindows"),
    ("define\nthe input", "keras.Input"),
    ("define the\nnetwork", "SimpleRNN,\nLSTM, GRU"),
    ("choose\nthe loss", "error or\ncross-entropy"),
    ("compile", "optimiser\nand loss"),
    ("train\nand test", "fit, predict"),
    ("visualise\nthe training", "learning\ncurves"),
)


def plot_eight_steps() -> Figure:
    """Draw the eight steps from the import to the test, in an order that works."""
    figure, axes = _canvas(WIDEST, 1.95)
    wide, gap = 0.9, 0.136
    for place, (words, notes) in enumerate(EIGHT_STEPS):
        left = 0.1 + place * (wide + gap)
        colour = (BLUE, GREEN, ORANGE, VERMILION)[(0, 1, 2, 2, 2, 2, 3, 3)[place]]
        axes.add_patch(
            FancyBboxPatch(
                (left, 0.95),
                wide,
                0.62,
                boxstyle="round,pad=0,rounding_size=0.06",
                facecolor=tint(colour, 0.18),
                edgecolor=colour,
                linewidth=1.3,
            )
        )
        axes.text(
            left + wide / 2, 1.26, words, ha="center", va="center", fontsize=SMALL_SIZE
        )
        axes.text(
            left + wide / 2,
            1.76,
            str(place + 1),
            ha="center",
            va="center",
            fontsize=LABEL_SIZE,
            fontweight="bold",
            color=INK,
        )
        axes.text(
            left + wide / 2,
            0.84,
            notes,
            ha="center",
            va="top",
            fontsize=SMALL_SIZE - 1,
            color=QUIET,
        )
        if place:
            axes.annotate(
                "",
                (left, 1.26),
                (left - gap, 1.26),
                arrowprops={
                    "arrowstyle": "->",
                    "color": INK,
                    "shrinkA": 0,
                    "shrinkB": 0,
                },
            )
    left = 0.1 + 6 * (wide + gap)
    right = left + 2 * wide + gap
    axes.plot(
        [left, left, right, right], [0.4, 0.32, 0.32, 0.4], color=QUIET, linewidth=1
    )
    axes.text(
        (left + right) / 2,
        0.26,
        "at the same time",
        ha="center",
        va="top",
        fontsize=SMALL_SIZE,
        color=INK,
    )
    return figure


def plot_hours(hours: ArrayLike, values: ArrayLike, title: str) -> Figure:
    """Draw hourly counts over the calendar.

    Args:
        hours: datetime64, `(steps,)`.
        values: Vehicles in each hour, `(steps,)`.
        title: Title of the figure.
    """
    values = numbers("values", values, dimensions=1)
    figure = new_figure(WIDEST, 2.6)
    axes = figure.subplots()
    axes.plot(np.asarray(hours, "datetime64[h]"), values, color=BLUE, linewidth=1.2)
    locator = AutoDateLocator()
    axes.xaxis.set_major_locator(locator)
    axes.xaxis.set_major_formatter(ConciseDateFormatter(locator))
    axes.set_ylabel("vehicles per hour", fontsize=LABEL_SIZE)
    axes.set_ylim(bottom=0)
    axes.set_title(title, fontsize=TITLE_SIZE, loc="left")
    _quiet(axes)
    return figure


def plot_time_split(steps: int, validation: int, test: int, lookback: int) -> Figure:
    """Draw how a series is cut in time, and from where each part reads.

    Args:
        steps: Steps of the series; at most 40 can be drawn.
        validation: Steps that validation forecasts.
        test: Steps that the test forecasts.
        lookback: Steps before these that are read only.

    Raises:
        ValueError: If the parts leave no training, or there are too many steps.
    """
    middle, last = steps - validation - test, steps - test
    if not 0 <= lookback < middle or steps > 40:
        raise ValueError(
            "`steps` must hold training longer than `lookback`, validation and test, "
            f"and be at most 40: received steps={steps}, validation={validation}, "
            f"test={test}, lookback={lookback}."
        )
    figure, axes = _canvas(WIDEST, 2.35)
    wide = (WIDEST - 1.5) / steps
    rows = (
        ("training", 0, 0, middle, BLUE),
        ("validation", middle - lookback, middle, last, ORANGE),
        ("test", last - lookback, last, steps, VERMILION),
    )
    for row, (name, start, own, stop, colour) in enumerate(rows):
        bottom = 1.45 - 0.5 * row
        axes.text(
            1.15,
            bottom + 0.16,
            name,
            ha="right",
            va="center",
            fontsize=LABEL_SIZE,
            color=INK,
        )
        for step in range(start, stop):
            read_only = step < own
            axes.add_patch(
                Rectangle(
                    (1.3 + step * wide, bottom),
                    wide,
                    0.32,
                    facecolor="white" if read_only else tint(colour, 0.45),
                    edgecolor=colour,
                    hatch="////" if read_only else "",
                    linewidth=0.9,
                )
            )
    axes.annotate(
        "",
        (WIDEST - 0.15, 0.27),
        (1.3, 0.27),
        arrowprops={"arrowstyle": "->", "color": QUIET},
    )
    axes.text(
        (1.3 + WIDEST) / 2, 0.2, "time", ha="center", va="top", fontsize=SMALL_SIZE
    )
    axes.text(
        1.3,
        2.0,
        "filled: to be forecast (in training: learned from)     hatched: read only",
        fontsize=SMALL_SIZE,
        color=INK,
        va="bottom",
    )
    return figure


def _canvas(width: float, height: float) -> tuple[Figure, Axes]:
    """Make empty axes measured in inches."""
    figure = new_figure(width, height, constrained=False)
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set_xlim(0, width)
    axes.set_ylim(0, height)
    axes.axis("off")
    return figure, axes


def _quiet(axes: Axes) -> None:
    axes.tick_params(labelsize=SMALL_SIZE)
    axes.grid(color=LINE, linewidth=0.5, alpha=0.6)
    axes.spines[["top", "right"]].set_visible(False)
