"""Convolutional beside recurrent networks: what each costs, waits for and sees."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter, LogLocator, MaxNLocator
from numpy.typing import ArrayLike

from course._arrays import numbers, positive_integer
from course.plots._cells import (
    add_grid,
    draw_cells,
    outline,
    place_text,
)
from course.plots._style import (
    BLUE,
    CATEGORIES,
    DASHES,
    INK,
    LABEL_SIZE,
    LINE,
    SMALL_SIZE,
    TITLE_SIZE,
    VERMILION,
    WIDEST,
    by,
    colours_for,
    grey_for,
    new_figure,
    number,
    soft,
    tint,
)

MARKERS = ("o", "s", "^", "D")
HATCHES = ("", "///", "...", "xx")
MOST_STEPS, MOST_LAYERS = 48, 6


def plot_growth(
    lengths: ArrayLike,
    curves: Mapping[str, ArrayLike],
    *,
    xlabel: str,
    ylabel: str,
    title: str,
) -> Figure:
    """Draw how a cost of several networks grows, both axes logarithmic.

    Args:
        lengths: Sizes of the input, `(points,)`, above 0.
        curves: From a network's name to its cost at each size, above 0; at most four.
        xlabel: What the sizes are, with their unit.
        ylabel: What the cost is, with its unit.
        title: Title of the figure.

    Raises:
        ValueError: If a curve lacks a number, or one is not above 0.
    """
    lengths = numbers("lengths", lengths, dimensions=1)
    read = _curves(curves, len(lengths), "curves")
    if lengths.min() <= 0 or min(values.min() for values in read.values()) <= 0:
        raise ValueError(
            "`lengths` and `curves` need numbers above 0, for their axes are "
            f"logarithmic: received lengths {lengths.tolist()} and "
            f"{ {name: values.tolist() for name, values in read.items()} }."
        )
    figure = new_figure(7.2, 3.7)
    axes = figure.subplots()
    for i, (name, values) in enumerate(read.items()):
        axes.plot(
            lengths,
            values,
            DASHES[i],
            marker=MARKERS[i],
            color=CATEGORIES[i],
            linewidth=2,
            label=name,
        )
    axes.set_xscale("log", base=2)
    axes.set_yscale("log")
    axes.set_xticks(lengths, [f"{length:g}" for length in lengths])
    axes.yaxis.set_major_locator(LogLocator(subs=(1, 2, 5)))
    axes.yaxis.set_major_formatter(FuncFormatter(lambda value, _: f"{value:,g}"))
    axes.minorticks_off()
    _finish(axes, xlabel, ylabel, title)
    return figure


def plot_scores(
    scores: Mapping[str, Mapping[str, float]],
    *,
    chance: float,
    title: str,
) -> Figure:
    """Draw the accuracy of several networks under several conditions as bars.

    Args:
        scores: From a network's name to its accuracy, 0 to 1, under each condition;
            the same conditions for every network, at most four.
        chance: Accuracy of guessing, drawn as a line.
        title: Title of the figure.

    Raises:
        ValueError: If the networks differ in their conditions, or a score is not
            between 0 and 1.
    """
    if not scores:
        raise ValueError("`scores` holds no network.")
    conditions = list(next(iter(scores.values())))
    for name, values in scores.items():
        if list(values) != conditions or not 1 <= len(conditions) <= len(HATCHES):
            raise ValueError(
                f"`scores[{name!r}]` must have the one to four conditions "
                f"{conditions}: received {list(values)}."
            )
        if not all(0 <= score <= 1 for score in values.values()):
            raise ValueError(
                f"`scores[{name!r}]` must lie between 0 and 1: received {values}."
            )
    figure = new_figure(WIDEST, 3.6)
    axes = figure.subplots()
    wide = 0.8 / len(conditions)
    for i, condition in enumerate(conditions):
        places = np.arange(len(scores)) + (i - (len(conditions) - 1) / 2) * wide
        heights = [values[condition] for values in scores.values()]
        colour = CATEGORIES[i]
        axes.bar(
            places,
            heights,
            wide * 0.92,
            label=condition,
            color=tint(colour, 0.5),
            edgecolor=INK,
            linewidth=0.8,
            hatch=HATCHES[i],
        )
        for place, height in zip(places, heights, strict=True):
            axes.text(
                place,
                height + 0.015,
                f"{height:.2f}",
                ha="center",
                va="bottom",
                fontsize=SMALL_SIZE,
                color=INK,
            )
    axes.axhline(
        chance, color=INK, linestyle="--", linewidth=1.2, label=f"guessing, {chance:g}"
    )
    axes.set_xticks(range(len(scores)), list(scores), fontsize=SMALL_SIZE)
    axes.set_ylim(0, 1.12)
    axes.set_yticks(np.arange(0, 1.01, 0.2))
    _finish(axes, "", "accuracy on new examples", title, outside=True)
    return figure


def plot_driving_signals(
    signals: Mapping[str, ArrayLike], *, ylabel: str, title: str
) -> Figure:
    """Draw short signals over time, a panel for each, one scale for all.

    Args:
        signals: From what a signal shows to its values, `(steps,)`; at most four.
        ylabel: What is measured, with its unit.
        title: Title of the figure.

    Raises:
        ValueError: If there is no signal or more than four.
    """
    if not 1 <= len(signals) <= 4:
        raise ValueError(f"`signals` needs one to four: received {len(signals)}.")
    figure = new_figure(WIDEST, 2.7)
    panels = figure.subplots(1, len(signals), sharey=True, squeeze=False)[0]
    for axes, (name, values) in zip(panels, signals.items(), strict=True):
        values = numbers(f"signals[{name!r}]", values, dimensions=1)
        axes.axhline(0, color=LINE, linewidth=1)
        axes.plot(values, color=BLUE, marker=".", linewidth=1.6)
        axes.set_title(name, fontsize=LABEL_SIZE, color=INK)
        axes.set_xlabel("time step", fontsize=SMALL_SIZE, color=INK)
        axes.tick_params(labelsize=SMALL_SIZE - 1)
        axes.spines[["top", "right"]].set_visible(False)
    panels[0].set_ylabel(ylabel, fontsize=SMALL_SIZE, color=INK)
    figure.suptitle(title, fontsize=TITLE_SIZE, color=INK)
    return figure


def plot_work_graphs(steps: int = 8, layers: int = 2, kernel_size: int = 3) -> Figure:
    """Draw what waits for what: stacked causal convolutions beside stacked recurrence.

    A dot is one layer's work at one step, an arrow a result that it needs. One of the
    longest chains is drawn thick, and its dots are numbered.

    Args:
        steps: Time steps, 2 to 12.
        layers: Layers of each network, 1 to 4.
        kernel_size: Steps that a kernel covers, at least 2.

    Raises:
        ValueError: If a number is out of these ranges.
    """
    steps = _in_range("steps", steps, 2, 12)
    layers = _in_range("layers", layers, 1, 4)
    kernel_size = _in_range("kernel_size", kernel_size, 2, 12)
    figure = new_figure(WIDEST, 1.5 + 0.62 * (layers + 1))
    panels = figure.subplots(1, 2)
    for axes, recurrent in zip(panels, (False, True), strict=True):
        edges = []
        for layer in range(1, layers + 1):
            for step in range(steps):
                below = [step] if recurrent else range(step - kernel_size + 1, step + 1)
                edges += [((s, layer - 1), (step, layer)) for s in below if s >= 0]
                if recurrent and step:
                    edges.append(((step - 1, layer), (step, layer)))
        if recurrent:
            chain = [(step, 1) for step in range(steps)]
            chain += [(steps - 1, layer) for layer in range(2, layers + 1)]
            chain = [(0, 0), *chain]
        else:
            chain = [(steps - 1, layer) for layer in range(layers + 1)]
        longest = set(pairwise(chain))
        for edge in edges:
            on_chain = edge in longest
            axes.annotate(
                "",
                xy=edge[1],
                xytext=edge[0],
                arrowprops={
                    "arrowstyle": "-|>",
                    "color": VERMILION if on_chain else LINE,
                    "linewidth": 2.6 if on_chain else 0.9,
                    "shrinkA": 7,
                    "shrinkB": 7,
                },
                zorder=3 if on_chain else 1,
            )
        place_on_chain = {dot: i for i, dot in enumerate(chain)}
        for layer in range(layers + 1):
            for step in range(steps):
                rank = place_on_chain.get((step, layer))
                axes.scatter(
                    step,
                    layer,
                    s=150,
                    marker="s" if layer == 0 else "o",
                    color="white" if layer == 0 else tint(BLUE, 0.35),
                    edgecolor=INK if rank is None else VERMILION,
                    linewidth=0.9 if rank is None else 2,
                    zorder=4,
                )
                if rank:
                    axes.text(
                        step,
                        layer,
                        str(rank),
                        ha="center",
                        va="center",
                        fontsize=SMALL_SIZE - 1,
                        color=INK,
                        zorder=5,
                    )
        name = "recurrent" if recurrent else f"convolution, kernels of {kernel_size}"
        axes.set_title(
            f"{name}: {len(chain) - 1} steps one after another",
            fontsize=LABEL_SIZE,
            color=INK,
        )
        axes.set_xlim(-0.6, steps - 0.4)
        axes.set_ylim(-0.4, layers + 0.45)
        axes.set_yticks(
            range(layers + 1),
            ["input", *(f"layer {i}" for i in range(1, layers + 1))],
            fontsize=SMALL_SIZE,
        )
        axes.set_xticks(range(steps))
        axes.tick_params(labelsize=SMALL_SIZE - 1, length=0)
        axes.set_xlabel("time step", fontsize=SMALL_SIZE, color=INK)
        for spine in axes.spines.values():
            spine.set_visible(False)
    return figure


def plot_reach(
    kernel_size: int,
    dilations: Sequence[int],
    keep: float,
    step: int,
    steps: int = 32,
) -> Figure:
    """Draw what one output of a causal convolution stack and of a recurrence sees.

    Above, the stack with the inputs that reach the output marked; below, the weight
    of each input, in the stack if all its weights are equal, and in the recurrence
    `state = keep * state + (1 - keep) * input`.

    Args:
        kernel_size: Steps that a kernel covers, 2 to 5.
        dilations: Distance between the steps of a kernel, for each layer from the
            input up; one to six layers.
        keep: Weight of the old state, from 0 to 1.
        step: The output to look at, counted from 0.
        steps: Length of the sequence, at most 48.

    Raises:
        ValueError: If a number is out of these ranges.
    """
    steps = _in_range("steps", steps, 2, MOST_STEPS)
    step = _in_range("step", step, 0, steps - 1)
    kernel_size = _in_range("kernel_size", kernel_size, 2, 5)
    dilations = [_in_range("dilations", one, 1, MOST_STEPS) for one in dilations]
    _in_range("len(dilations)", len(dilations), 1, MOST_LAYERS)
    if not 0 <= keep <= 1:
        raise ValueError(f"`keep` must lie between 0 and 1: received {keep}.")
    reached, edges = {step}, []
    rows = [reached]
    for layer, dilation in reversed(list(enumerate(dilations, start=1))):
        below = set()
        for at in reached:
            for tap in range(kernel_size):
                source = at - tap * dilation
                if source >= 0:
                    below.add(source)
                    edges.append(((source, layer - 1), (at, layer)))
        rows.append(below)
        reached = below
    rows = rows[::-1]
    figure = new_figure(WIDEST, 2.9 + 0.4 * len(dilations))
    upper, lower = figure.subplots(
        2, 1, sharex=True, height_ratios=(0.6 + 0.4 * len(dilations), 1.2)
    )
    for (x0, y0), (x1, y1) in edges:
        upper.plot([x0, x1], [y0, y1], color=BLUE, linewidth=0.9, zorder=1)
    for layer, inside in enumerate(rows):
        for at in range(steps):
            upper.scatter(
                at,
                layer,
                s=38,
                marker="s" if layer == 0 else "o",
                color=BLUE if at in inside else "white",
                edgecolor=INK if at in inside else LINE,
                linewidth=0.9,
                zorder=2,
            )
    field = 1 + (kernel_size - 1) * sum(dilations)
    upper.set_title(
        f"Convolutions, kernel {kernel_size}, dilations "
        f"{', '.join(map(str, dilations))}: receptive field {field} steps",
        fontsize=LABEL_SIZE,
        color=INK,
    )
    upper.set_yticks(
        range(len(rows)),
        ["input", *(f"layer {i}" for i in range(1, len(rows)))],
        fontsize=SMALL_SIZE - 1,
    )
    upper.set_ylim(-0.5, len(rows) - 0.5)
    upper.tick_params(length=0)
    lags = step - np.arange(steps)
    equal = np.ones(1)
    for dilation in dilations:
        kernel = np.zeros((kernel_size - 1) * dilation + 1)
        kernel[::dilation] = 1 / kernel_size
        equal = np.convolve(equal, kernel)
    stack = np.where(lags >= 0, np.pad(equal, (0, steps))[np.maximum(lags, 0)], 0)
    recurrence = np.where(lags >= 0, (1 - keep) * keep ** np.maximum(lags, 0.0), 0)
    for weights, offset, colour, hatch, label in (
        (stack, -0.21, BLUE, "", "convolutions, all weights equal"),
        (recurrence, 0.21, VERMILION, "///", f"recurrence, keep = {keep:g}"),
    ):
        lower.bar(
            np.arange(steps) + offset,
            weights,
            0.42,
            color=tint(colour, 0.6),
            edgecolor=INK,
            linewidth=0.5,
            hatch=hatch,
            label=label,
        )
    lower.set_title(
        f"Weight of each input at step {step}", fontsize=LABEL_SIZE, color=INK
    )
    lower.legend(fontsize=SMALL_SIZE - 1, frameon=False, loc="upper left")
    lower.set_ylabel("weight", fontsize=SMALL_SIZE, color=INK)
    lower.set_xlabel("time step", fontsize=SMALL_SIZE, color=INK)
    lower.tick_params(labelsize=SMALL_SIZE - 1)
    for axes in (upper, lower):
        axes.spines[["top", "right"]].set_visible(False)
    upper.spines[["left", "bottom"]].set_visible(False)
    lower.xaxis.set_major_locator(MaxNLocator(12, integer=True))
    lower.set_xlim(-0.8, steps - 0.2)
    return figure


def plot_recall(
    curves: Mapping[str, ArrayLike], receptive_field: int, *, title: str
) -> Figure:
    """Draw how much of a value each network still knows, against its age.

    Args:
        curves: From a network's name to the share that it explains for each lag, from
            lag 0; 1 is all, 0 no more than the mean. At most four.
        receptive_field: Steps that the convolution stack sees, marked by a line.
        title: Title of the figure.

    Raises:
        ValueError: If the curves differ in length.
    """
    if not curves:
        raise ValueError("`curves` holds no network.")
    count = len(np.asarray(next(iter(curves.values()))))
    read = _curves(curves, count, "curves")
    figure = new_figure(WIDEST, 3.7)
    axes = figure.subplots()
    axes.axhline(0, color=LINE, linewidth=1)
    axes.axvline(receptive_field - 0.5, color=INK, linestyle=":", linewidth=1.5)
    axes.text(
        receptive_field - 0.3,
        0.2,
        f"receptive field:\n{receptive_field} steps, lags\n0 to {receptive_field - 1}",
        fontsize=SMALL_SIZE,
        color=INK,
        va="center",
        bbox={"facecolor": "white", "edgecolor": "none", "pad": 1.5, "alpha": 0.85},
    )
    for i, (name, values) in enumerate(read.items()):
        axes.plot(
            values.clip(-0.25, 1),
            DASHES[i],
            marker=MARKERS[i],
            markersize=4,
            color=CATEGORIES[i],
            linewidth=1.8,
            label=name,
        )
    axes.set_ylim(-0.3, 1.08)
    _finish(
        axes,
        "lag: steps since the value was shown",
        "share of the value explained",
        title,
        outside=True,
    )
    return figure


def plot_smoothing(
    signal: ArrayLike,
    smoothed: ArrayLike,
    kernel: ArrayLike,
    *,
    keep: float,
    ylabel: str,
) -> Figure:
    """Draw a signal with its exponential average, and the kernel that gives the same.

    Args:
        signal: Numbers, `(steps,)`.
        smoothed: Its exponential average, `(steps,)`.
        kernel: Weight of the input at each lag, `(lags,)`.
        keep: Weight of the old state, for the title.
        ylabel: What the signal is, with its unit.

    Raises:
        ValueError: If signal and average differ in length.
    """
    signal = numbers("signal", signal, dimensions=1)
    smoothed = numbers("smoothed", smoothed, dimensions=1)
    kernel = numbers("kernel", kernel, dimensions=1)
    if len(signal) != len(smoothed):
        raise ValueError(
            f"`signal` has {len(signal)} steps but `smoothed` {len(smoothed)}: both "
            "belong on one time axis."
        )
    figure = new_figure(WIDEST, 3.0)
    left, right = figure.subplots(1, 2, width_ratios=(2.2, 1))
    left.plot(signal, color=LINE, linewidth=1, marker=".", label="signal")
    left.plot(smoothed, color=VERMILION, linewidth=2.2, label="state of the recurrence")
    _finish(left, "time step", ylabel, f"Recurrence, keep = {keep:g}")
    right.bar(
        np.arange(len(kernel)), kernel, color=tint(BLUE, 0.55), edgecolor=INK, width=0.8
    )
    _finish(right, "lag (steps)", "weight", "The same as a kernel", legend=False)
    return figure


def plot_shifted_maps(
    picture: ArrayLike,
    feature_map: ArrayLike,
    pooled: ArrayLike,
    places: ArrayLike,
    scores: tuple[float, float],
) -> Figure:
    """Draw a moved picture with its feature map, pooled map and two scores.

    Args:
        picture: Pixels, `(height, width)`.
        feature_map: The map of one kernel.
        pooled: The map after max pooling.
        places: Row and column of the frame, drawn where the object stands.
        scores: A score after flattening and after a global maximum.
    """
    grids = {
        "picture": numbers("picture", picture, dimensions=2),
        "feature map after ReLU": numbers("feature_map", feature_map, dimensions=2),
        "pooled map": numbers("pooled", pooled, dimensions=2),
    }
    margin, gap, above, below = 0.45, 0.55, 0.8, 0.85
    cells = sum(grid.shape[1] for grid in grids.values())
    cell = (WIDEST - 2 * margin - 2 * gap) / cells
    tallest = max(grid.shape[0] for grid in grids.values()) * cell
    figure = new_figure(WIDEST, above + tallest + below, constrained=False)
    x = margin
    for (title, grid), scale in zip(
        grids.items(),
        (
            grey_for(grids["picture"]),
            *[colours_for(grids["feature map after ReLU"])] * 2,
        ),
        strict=True,
    ):
        axes = add_grid(figure, x, above, grid.shape, cell)
        colormap, norm = scale
        draw_cells(axes, grid, soft(colormap), norm, cell=cell)
        axes.set_title(f"{title}, {by(*grid.shape)}", fontsize=LABEL_SIZE)
        if title == "picture":
            outline(axes, *places, colour=VERMILION)
        x += grid.shape[1] * cell + gap
    place_text(
        figure,
        margin,
        0.25,
        "Move the object: what moves along, and what stays?",
        fontsize=TITLE_SIZE,
        ha="left",
    )
    place_text(
        figure,
        margin,
        above + tallest + below - 0.3,
        f"score after flattening: {number(scores[0])}     score after a global "
        f"maximum: {number(scores[1])}",
        fontsize=LABEL_SIZE,
        ha="left",
    )
    return figure


def _curves(
    curves: Mapping[str, ArrayLike], count: int, name: str
) -> dict[str, np.ndarray]:
    if not 1 <= len(curves) <= 4:
        raise ValueError(
            f"`{name}` needs one to four networks: received {len(curves)}."
        )
    read = {
        key: numbers(f"{name}[{key!r}]", values, dimensions=1)
        for key, values in curves.items()
    }
    for key, values in read.items():
        if len(values) != count:
            raise ValueError(
                f"`{name}[{key!r}]` needs {count} numbers: received {len(values)}."
            )
    return read


def _in_range(name: str, value: int, least: int, most: int) -> int:
    value = positive_integer(name, value, least=least)
    if value > most:
        raise ValueError(f"`{name}` must be at most {most}: received {value}.")
    return value


def _finish(
    axes: Axes,
    xlabel: str,
    ylabel: str,
    title: str,
    *,
    legend: bool = True,
    outside: bool = False,
) -> None:
    axes.set_xlabel(xlabel, fontsize=SMALL_SIZE, color=INK)
    axes.set_ylabel(ylabel, fontsize=SMALL_SIZE, color=INK)
    axes.set_title(title, fontsize=LABEL_SIZE + 1, color=INK)
    axes.tick_params(labelsize=SMALL_SIZE - 1)
    axes.spines[["top", "right"]].set_visible(False)
    if legend and outside:
        axes.legend(
            fontsize=SMALL_SIZE - 1,
            frameon=False,
            loc="upper left",
            bbox_to_anchor=(1.0, 1.0),
        )
    elif legend:
        axes.legend(fontsize=SMALL_SIZE - 1, frameon=False)
