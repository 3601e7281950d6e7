"""Figures of building recurrent networks: steps, splits, windows, padding, states."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

import numpy as np
from matplotlib.axes import Axes
from matplotlib.dates import AutoDateLocator, ConciseDateFormatter
from matplotlib.figure import Figure
from matplotlib.patches import FancyBboxPatch, Rectangle
from numpy.typing import ArrayLike

from course._arrays import numbers
from course.plots._style import (
    BLUE,
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

MOST_DRAWN = 1e12  # above, a training has blown up


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


def plot_windows(steps: int, length: int, horizon: int) -> Figure:
    """Draw a series as cells, and below it every window with its target.

    Args:
        steps: Steps of the series; at most 20 can be drawn.
        length: Steps that a window reads.
        horizon: Steps of the target.

    Raises:
        ValueError: If no window fits, or there are too many steps.
    """
    examples = steps - length - horizon + 1
    if examples < 1 or not 1 <= steps <= 20:
        raise ValueError(
            "`steps` must hold a window with its target and be at most 20: received "
            f"steps={steps}, length={length}, horizon={horizon}."
        )
    height = 0.36
    figure, axes = _canvas(WIDEST, 1.2 + height * (examples + 1))
    wide = min(0.6, (WIDEST - 1.9) / steps)
    top = height * (examples + 1) + 0.15
    for step in range(steps):
        _cell(axes, 1.75 + step * wide, top, wide, height, str(step), "white", QUIET)
    axes.text(
        1.65, top + height / 2, "step", ha="right", va="center", fontsize=LABEL_SIZE
    )
    for row in range(examples):
        bottom = top - 0.1 - (row + 1) * height
        axes.text(
            1.65,
            bottom + height / 2,
            f"example {row}",
            ha="right",
            va="center",
            fontsize=SMALL_SIZE,
            color=INK,
        )
        for step in range(row, row + length + horizon):
            is_read = step < row + length
            colour = BLUE if is_read else VERMILION
            _cell(
                axes,
                1.75 + step * wide,
                bottom + 0.03,
                wide,
                height - 0.06,
                str(step),
                tint(colour, 0.3),
                colour,
                bold=not is_read,
            )
    axes.text(
        1.75,
        top + height + 0.22,
        "blue: read     orange, bold: target",
        fontsize=SMALL_SIZE,
        color=INK,
        va="bottom",
    )
    return figure


def plot_errors(
    errors: Mapping[str, ArrayLike], unit: str, title: str, rules: Sequence[str] = ()
) -> Figure:
    """Draw the error of rules and networks, a row each, a dot for each seed.

    Args:
        errors: From name to its errors, `(seeds,)`; one number for a rule.
        unit: What the errors count.
        title: Title of the figure.
        rules: Names that are rules; the best of them is a dashed line.
    """
    values = {
        name: numbers(f"errors[{name!r}]", np.atleast_1d(value), dimensions=1)
        for name, value in errors.items()
    }
    figure = new_figure(WIDEST, 1.2 + 0.36 * len(values))
    axes = figure.subplots()
    places = np.arange(len(values))[::-1]
    for place, (name, dots) in zip(places, values.items(), strict=True):
        is_rule = name in rules
        colour = QUIET if is_rule else BLUE
        axes.hlines(place, 0, dots.mean(), color=tint(colour, 0.45), linewidth=7)
        axes.plot(
            dots,
            np.full(len(dots), place),
            "s" if is_rule else "o",
            color=colour,
            markersize=6,
        )
        axes.annotate(
            f"{dots.mean():.0f}",
            (dots.max(), place),
            xytext=(9, 0),
            textcoords="offset points",
            va="center",
            fontsize=SMALL_SIZE,
            color=INK,
        )
    if rules:
        best = min(values[name].mean() for name in rules)
        axes.axvline(best, color=VERMILION, linestyle="--", linewidth=1.2)
        axes.annotate(
            "best rule",
            (best, len(values) - 0.45),
            xytext=(4, 0),
            textcoords="offset points",
            fontsize=SMALL_SIZE,
            color=VERMILION,
        )
    axes.set_ylim(-0.6, len(values) - 0.1)
    axes.set_xlim(0, 1.12 * max(dots.max() for dots in values.values()))
    axes.set_yticks(places, list(values))
    axes.set_xlabel(f"mean absolute error ({unit})", fontsize=LABEL_SIZE)
    axes.set_title(title, fontsize=TITLE_SIZE, loc="left")
    axes.tick_params(labelsize=SMALL_SIZE)
    axes.spines[["top", "right"]].set_visible(False)
    return figure


def plot_gradient_norms(runs: Mapping[str, ArrayLike]) -> Figure:
    """Draw loss and gradient norm at every training step, on log axes.

    Args:
        runs: From name to numbers, `(steps, 2)`: loss, and norm before clipping. Where
            they are no finite numbers, the line ends.
    """
    figure = new_figure(WIDEST, 3.0)
    panels = figure.subplots(1, 2)
    for place, (name, run) in enumerate(runs.items()):
        values = np.asarray(run, dtype=float)
        if values.ndim != 2 or values.shape[1] != 2:
            raise ValueError(
                f"`runs[{name!r}]` must have a row for each step with loss and norm: "
                f"received shape {values.shape}."
            )
        finite = np.isfinite(values).all(axis=1) & (values < MOST_DRAWN).all(axis=1)
        stop = len(values) if finite.all() else int(np.argmin(finite))
        for axes, column in zip(panels, values[:stop].T, strict=True):
            axes.plot(
                column,
                color=(VERMILION, BLUE)[place % 2],
                linestyle=("--", "-")[place % 2],
                marker=("s", "o")[place % 2],
                markersize=3.5,
                label=name,
            )
            if stop < len(values) and stop:
                axes.plot(
                    stop - 1, column[-1], "X", color=VERMILION, markersize=10, zorder=5
                )
                axes.annotate(
                    "breaks off",
                    (stop - 1, column[-1]),
                    xytext=(9, -2),
                    textcoords="offset points",
                    fontsize=SMALL_SIZE,
                    color=INK,
                )
    for axes, title in zip(panels, ("loss", "norm of the gradient"), strict=True):
        axes.set_yscale("log")
        axes.set_title(title, fontsize=LABEL_SIZE + 1, loc="left")
        axes.set_xlabel("training step", fontsize=LABEL_SIZE)
        _quiet(axes)
    panels[1].legend(fontsize=SMALL_SIZE, frameon=False)
    return figure


def plot_padded_texts(texts: Sequence[Sequence[str]], rows: ArrayLike) -> Figure:
    """Draw texts as rows of cells with words and their numbers; padding is grey.

    Args:
        texts: The words of each text.
        rows: Word numbers, `(texts, length)`, 0 for padding.

    Raises:
        ValueError: If `rows` has no row for each text, or a row is too short.
    """
    table = np.asarray(rows)
    if table.ndim != 2 or len(table) != len(texts):
        raise ValueError(
            f"`rows` must have a row for each of the {len(texts)} texts: received "
            f"shape {table.shape}."
        )
    wide, high = min(1.25, (WIDEST - 0.3) / table.shape[1]), 0.62
    figure, axes = _canvas(WIDEST, 0.5 + 0.75 * len(table))
    for row, (words, places) in enumerate(zip(texts, table, strict=True)):
        bottom = 0.1 + 0.75 * (len(table) - 1 - row)
        for column, number in enumerate(places):
            is_word = number != 0 and column < len(words)
            colour = BLUE if is_word else QUIET
            left = 0.15 + column * wide
            axes.add_patch(
                Rectangle(
                    (left, bottom),
                    wide - 0.04,
                    high,
                    facecolor=tint(colour, 0.16),
                    edgecolor=colour if is_word else LINE,
                    hatch="" if is_word else "///",
                )
            )
            axes.text(
                left + wide / 2,
                bottom + 0.72 * high,
                words[column] if is_word else "",
                ha="center",
                va="center",
                fontsize=LABEL_SIZE,
                color=INK,
            )
            axes.text(
                left + wide / 2,
                bottom + (0.27 if is_word else 0.5) * high,
                str(number),
                ha="center",
                va="center",
                fontsize=LABEL_SIZE,
                fontweight="bold",
                color=INK,
                bbox=None if is_word else {"facecolor": "white", "edgecolor": "none"},
            )
    axes.text(
        0.15,
        0.2 + 0.75 * len(table),
        "blue: a word and its number     hatched: padding, number 0",
        fontsize=SMALL_SIZE,
        color=INK,
        va="center",
    )
    return figure


def plot_states(
    events: ArrayLike,
    states: Mapping[str, ArrayLike],
    event_names: Sequence[str],
    state_names: Sequence[str],
) -> Figure:
    """Draw events as marks, and below them states as staircases over the same steps.

    Args:
        events: Numbers 0 and 1, `(steps, events)`.
        states: From name to whole numbers, `(steps,)`; one or two staircases. Where the
            second differs from the first, a cross marks the step.
        event_names: A name for each event.
        state_names: A name for each state.
    """
    marks = numbers("events", events, dimensions=2)
    figure = new_figure(WIDEST, 2.3 + 0.95 * len(states))
    panels = figure.subplots(
        1 + len(states), 1, sharex=True, height_ratios=[1.0] + [0.9] * len(states)
    )
    for row in range(len(event_names)):
        steps = np.flatnonzero(marks[:, row])
        panels[0].plot(
            steps,
            np.full(len(steps), len(event_names) - 1 - row),
            ("^", "v", "o")[row % 3],
            color=(BLUE, VERMILION, GREEN)[row % 3],
            markersize=8,
        )
    panels[0].set_yticks(range(len(event_names))[::-1], event_names)
    panels[0].set_ylim(-0.6, len(event_names) - 0.4)
    panels[0].set_title("events", fontsize=LABEL_SIZE, loc="left")
    first = None
    for axes, (name, values) in zip(panels[1:], states.items(), strict=True):
        stairs = numbers(f"states[{name!r}]", values, dimensions=1)
        axes.stairs(
            stairs, np.arange(len(stairs) + 1), baseline=None, color=BLUE, linewidth=1.8
        )
        first = stairs if first is None else first
        wrong = np.flatnonzero(stairs != first)
        title = name
        if len(wrong):
            axes.plot(wrong, stairs[wrong], "x", color=VERMILION, markersize=8)
            title += " (cross: another state)"
        axes.set_title(title, fontsize=LABEL_SIZE, loc="left")
        axes.set_yticks(range(len(state_names)), state_names)
        axes.set_ylim(-0.4, len(state_names) - 0.6)
    panels[-1].set_xlabel("step", fontsize=LABEL_SIZE)
    for axes in panels:
        _quiet(axes)
    return figure


def plot_streaming() -> Figure:
    """Draw a network that is run step by step: reading in, scores out, state along."""
    figure, axes = _canvas(WIDEST, 2.6)
    wide, high, bottom = 1.35, 0.7, 0.98
    lefts = [1.5, 3.85, 6.2]
    arrow = {"arrowstyle": "->", "color": INK, "shrinkA": 0, "shrinkB": 0}
    for left, now in zip(lefts, ("t − 1", "t", "t + 1"), strict=True):
        axes.add_patch(
            FancyBboxPatch(
                (left, bottom),
                wide,
                high,
                boxstyle="round,pad=0,rounding_size=0.08",
                facecolor=tint(ORANGE, 0.25),
                edgecolor=ORANGE,
                linewidth=1.4,
            )
        )
        middle = left + wide / 2
        axes.text(
            middle,
            bottom + high / 2,
            f"step {now}",
            ha="center",
            va="center",
            fontsize=LABEL_SIZE,
        )
        axes.annotate("", (middle, bottom), (middle, bottom - 0.5), arrowprops=arrow)
        axes.annotate(
            "", (middle, bottom + high + 0.5), (middle, bottom + high), arrowprops=arrow
        )
        axes.text(
            middle, bottom - 0.58, "reading", ha="center", va="top", fontsize=SMALL_SIZE
        )
        axes.text(
            middle,
            bottom + high + 0.56,
            "scores",
            ha="center",
            va="bottom",
            fontsize=SMALL_SIZE,
        )
    y = bottom + high / 2
    ends = [(0.55, lefts[0])]
    ends += [(a + wide, b) for a, b in pairwise(lefts)]
    ends += [(lefts[-1] + wide, WIDEST - 0.1)]
    for place, (start, stop) in enumerate(ends):
        axes.annotate(
            "", (stop, y), (start, y), arrowprops={**arrow, "color": BLUE, "lw": 2}
        )
        axes.text(
            (start + stop) / 2,
            y + 0.1,
            "zeros" if place == 0 else "state",
            ha="center",
            va="bottom",
            fontsize=SMALL_SIZE,
            color=BLUE,
        )
    axes.text(
        0.55, y - 0.12, "start", ha="center", va="top", fontsize=SMALL_SIZE, color=QUIET
    )
    return figure


def _cell(
    axes: Axes,
    left: float,
    bottom: float,
    width: float,
    height: float,
    words: str,
    fill: object,
    edge: object,
    bold: bool = False,
) -> None:
    axes.add_patch(
        Rectangle((left, bottom), width, height, facecolor=fill, edgecolor=edge)
    )
    axes.text(
        left + width / 2,
        bottom + height / 2,
        words,
        ha="center",
        va="center",
        fontsize=SMALL_SIZE,
        fontweight="bold" if bold else "normal",
        color=INK,
    )


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
