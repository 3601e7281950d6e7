"""Recurrent networks: the loop, its copies in time, the terms of a step, the types."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Circle, FancyArrowPatch, FancyBboxPatch
from matplotlib.ticker import MaxNLocator
from numpy.typing import ArrayLike

from course._arrays import numbers, positive_integer
from course.plots._cells import add_grid, draw_cells, place_text
from course.plots._style import (
    BLUE,
    CATEGORIES,
    DASHES,
    GREEN,
    INK,
    LABEL_SIZE,
    LINE,
    ORANGE,
    PURPLE,
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

MARKERS = ("o", "s", "^", "D", "v", "P")
MOST_STEPS = 8
MOST_UNITS = 6

# Where inputs come in and outputs go out, of five cells at most.
SEQUENCE_TYPES: dict[str, dict[str, Any]] = {
    "one to one": {
        "steps": 1,
        "inputs": (0,),
        "outputs": (0,),
        "loop": False,
        "input": "(features,)",
        "output": "(outputs,)",
    },
    "one to many": {
        "steps": 4,
        "inputs": (0,),
        "outputs": (0, 1, 2, 3),
        "fed_back": (0, 1, 2),
        "input": "(features,)",
        "output": "(steps, outputs)",
    },
    "many to one": {
        "steps": 4,
        "inputs": (0, 1, 2, 3),
        "outputs": (3,),
        "input": "(steps, features)",
        "output": "(outputs,)",
    },
    "many to many, aligned": {
        "steps": 4,
        "inputs": (0, 1, 2, 3),
        "outputs": (0, 1, 2, 3),
        "input": "(steps, features)",
        "output": "(steps, outputs)",
    },
    "many to many, encoder–decoder": {
        "steps": 5,
        "inputs": (0, 1, 2),
        "outputs": (3, 4),
        "fed_back": (3,),
        "decoder": (3, 4),
        "input": "(steps, features)",
        "output": "(other_steps, outputs)",
    },
}


def plot_series(
    time: ArrayLike,
    panels: Mapping[str, Mapping[str, ArrayLike]],
    *,
    xlabel: str,
    ylabel: str,
    title: str,
) -> Figure:
    """Draw series over one time axis, panels side by side with a shared scale.

    Args:
        time: Numbers, `(steps,)`, ascending.
        panels: From a panel's name to its series, from a series' name to its numbers,
            `(steps,)`; at most three panels of four series.
        xlabel: What the time axis is, with its unit.
        ylabel: What the series are, with their unit.
        title: Title of the figure.

    Raises:
        ValueError: If there are too many panels or series, or a series is not as long
            as `time`.
    """
    time = numbers("time", time, dimensions=1)
    if not 1 <= len(panels) <= 3 or max(map(len, panels.values())) > len(DASHES):
        raise ValueError(
            f"`panels` takes one to three panels of at most {len(DASHES)} series: "
            f"received {len(panels)}. Draw the rest in another figure."
        )
    figure = new_figure(WIDEST, 2.9)
    figure.suptitle(title, fontsize=TITLE_SIZE, x=0.02, ha="left")
    all_axes = figure.subplots(1, len(panels), sharey=True, squeeze=False)[0]
    for axes, (name, series) in zip(all_axes, panels.items(), strict=True):
        for i, (label, values) in enumerate(series.items()):
            values = numbers(label, values, dimensions=1)
            if values.shape != time.shape:
                raise ValueError(
                    f"{label!r} must have one number for each of the {len(time)} "
                    f"points of `time`: received shape {values.shape}."
                )
            axes.plot(
                time,
                values,
                color=CATEGORIES[i],
                linestyle=DASHES[i],
                marker=MARKERS[i] if len(time) <= 30 else "",
                markersize=4.5,
                label=label,
            )
        axes.set_title(name, fontsize=LABEL_SIZE, loc="left")
        axes.set_xlabel(xlabel, fontsize=SMALL_SIZE)
        _quiet_axes(axes)
        if len(series) > 1:
            axes.legend(fontsize=SMALL_SIZE - 1, frameon=False)
    all_axes[0].set_ylabel(ylabel, fontsize=SMALL_SIZE)
    return figure


def plot_curves_by_lag(
    curves: Mapping[str, ArrayLike],
    *,
    ylabel: str,
    title: str,
    logarithmic: bool = False,
    lowest: float = 1e-12,
) -> Figure:
    """Draw what is left after a number of steps, one curve for each network.

    Args:
        curves: From a label to the numbers at lag 0, 1, 2, ...; at most six curves.
        ylabel: What the numbers are.
        title: Title of the figure.
        logarithmic: Whether the y axis is logarithmic.
        lowest: Numbers below are drawn at this height on a logarithmic axis.

    Raises:
        ValueError: If there is no curve, or more than six.
    """
    if not 1 <= len(curves) <= len(MARKERS):
        raise ValueError(
            f"`curves` takes one to {len(MARKERS)} curves: received {len(curves)}. "
            "Leave some out."
        )
    figure = new_figure(WIDEST, 3.6)
    axes = figure.add_subplot()
    for i, (label, values) in enumerate(curves.items()):
        values = numbers(label, values, dimensions=1)
        lags = np.arange(len(values))
        axes.plot(
            lags,
            np.maximum(values, lowest) if logarithmic else values,
            color=CATEGORIES[i],
            linestyle=DASHES[i % len(DASHES)],
            marker=MARKERS[i],
            markersize=4.5,
            markevery=max(1, len(values) // 10),
            label=label,
        )
    if logarithmic:
        axes.set_yscale("log")
        axes.axhline(1, color=LINE, linewidth=1)
    axes.xaxis.set_major_locator(MaxNLocator(integer=True))
    axes.set_xlabel("lag: steps back from the last state", fontsize=SMALL_SIZE)
    axes.set_ylabel(ylabel, fontsize=SMALL_SIZE)
    axes.set_title(title, fontsize=TITLE_SIZE, loc="left")
    _quiet_axes(axes)
    axes.legend(
        fontsize=SMALL_SIZE,
        frameon=False,
        loc="center left",
        bbox_to_anchor=(1.01, 0.5),
    )
    return figure


def plot_unrolled(steps: int = 4) -> Figure:
    """Draw the network as a loop, and beside it unrolled: a copy for each time step.

    Args:
        steps: Copies to draw, 2 to 6.

    Raises:
        ValueError: If there are fewer or more.
    """
    steps = positive_integer("steps", steps, least=2)
    if steps > 6:
        raise ValueError(f"`steps` of {steps} has no room: 6 at most.")
    width, height = WIDEST, 3.3
    figure, axes = _canvas(width, height)
    place_text(
        figure,
        0.2,
        0.28,
        "A recurrent network: the loop (left), and unrolled along time (right)",
        ha="left",
        fontsize=TITLE_SIZE,
    )
    middle, low, high = 1.5, 0.55, 2.45
    _cell(axes, 1.0, middle, "cell", BLUE)
    _dot(axes, 1.0, low, "$x_t$", GREEN)
    _dot(axes, 1.0, high, "$h_t$", ORANGE)
    _arrow(axes, (1.0, low + 0.22), (1.0, middle - 0.3), "W", beside=(0.17, 0))
    _arrow(axes, (1.0, middle + 0.3), (1.0, high - 0.22))
    loop = FancyArrowPatch(
        (1.39, middle + 0.19),
        (1.39, middle - 0.19),
        connectionstyle="arc3,rad=-1.9",
        arrowstyle="-|>",
        mutation_scale=12,
        linewidth=1.6,
        color=VERMILION,
    )
    axes.add_patch(loop)
    axes.text(
        1.83, middle, "U", ha="left", va="center", fontsize=LABEL_SIZE, color=VERMILION
    )
    axes.text(2.45, middle, "=", ha="center", va="center", fontsize=18, color=INK)

    first, last = 3.55, width - 0.75
    places = np.linspace(first, last, steps)
    _arrow(
        axes,
        (2.85, middle),
        (first - 0.42, middle),
        "U",
        beside=(0, 0.14),
        colour=VERMILION,
    )
    axes.text(
        2.8,
        middle - 0.02,
        "$h_0$",
        ha="right",
        va="center",
        fontsize=LABEL_SIZE,
        color=INK,
    )
    for i, x in enumerate(places):
        _cell(axes, x, middle, "cell", BLUE)
        _dot(axes, x, low, f"$x_{i + 1}$", GREEN)
        _dot(axes, x, high, f"$h_{i + 1}$", ORANGE)
        _arrow(axes, (x, low + 0.22), (x, middle - 0.3), "W", beside=(0.17, 0))
        _arrow(axes, (x, middle + 0.3), (x, high - 0.22))
        if i + 1 < steps:
            _arrow(
                axes,
                (x + 0.42, middle),
                (places[i + 1] - 0.42, middle),
                "U",
                beside=(0, 0.14),
                colour=VERMILION,
            )
    axes.annotate(
        "",
        (last + 0.4, 0.17),
        (first - 0.4, 0.17),
        arrowprops={"arrowstyle": "->", "color": QUIET},
    )
    axes.text(
        (first + last) / 2,
        0.17,
        " time ",
        ha="center",
        va="center",
        fontsize=SMALL_SIZE,
        color=QUIET,
        bbox={"facecolor": "white", "edgecolor": "none", "pad": 1},
    )
    return figure


def plot_rnn_step(
    inputs: ArrayLike,
    state: ArrayLike,
    kernel: ArrayLike,
    recurrent_kernel: ArrayLike,
    bias: ArrayLike,
    step: int | None = None,
) -> Figure:
    """Draw one step of a simple recurrent cell: three terms, their sum, the new state.

    Args:
        inputs: Numbers of one time step, `(features,)`.
        state: The state before, `(units,)`.
        kernel: Weights of the input, `(features, units)`.
        recurrent_kernel: Weights of the state, `(units, units)`.
        bias: Numbers, `(units,)`.
        step: The step's number for the title; None leaves it out.

    Raises:
        ValueError: If the shapes do not fit, or there are more than six features or
            units.
    """
    inputs = numbers("inputs", inputs, dimensions=1)
    state = numbers("state", state, dimensions=1)
    kernel = numbers("kernel", kernel, dimensions=2)
    recurrent_kernel = numbers("recurrent_kernel", recurrent_kernel, dimensions=2)
    bias = numbers("bias", bias, dimensions=1)
    features, units = len(inputs), len(state)
    wanted = {
        "kernel": (kernel, (features, units)),
        "recurrent_kernel": (recurrent_kernel, (units, units)),
        "bias": (bias, (units,)),
    }
    for name, (array, shape) in wanted.items():
        if array.shape != shape:
            raise ValueError(
                f"`{name}` must have shape {shape} for {features} features and {units} "
                f"units: received {array.shape}."
            )
    if max(features, units) > MOST_UNITS:
        raise ValueError(
            f"Received {features} features and {units} units: at most {MOST_UNITS} "
            "stay readable. Show a smaller cell."
        )
    from_input, from_state = inputs @ kernel, state @ recurrent_kernel
    total = from_input + from_state + bias
    new_state = np.tanh(total)
    every = (inputs, state, kernel, recurrent_kernel, bias, total)
    colormap, norm = colours_for(
        np.concatenate([a.ravel() for a in every]), signed=True
    )
    widest = max(features, units)
    gap, left, wide = 0.42, 1.5, 0.75
    across = WIDEST - left - 2 * gap - wide - 0.15
    cell = min(0.46, across / (widest + 3 * units))
    head, between = 0.8, 0.42
    rows = [
        ("from the input", inputs, "x", kernel, "W", from_input),
        ("from the state", state, "h", recurrent_kernel, "U", from_state),
    ]
    tall = [len(values) * cell for _, values, *_ in rows]
    height = head + sum(tall) + 2 * between + 2 * cell + 0.9
    figure = new_figure(WIDEST, height, constrained=False)
    titled = "One step of the cell" if step is None else f"Step {step} of the cell"
    place_text(
        figure,
        0.2,
        0.28,
        f"{titled}: three terms, their sum, and tanh",
        ha="left",
        fontsize=TITLE_SIZE,
    )
    place_of_term = left + (widest + units) * cell + 2 * gap
    top = head

    def grid(x: float, y: float, values: np.ndarray, name: str) -> None:
        values = np.atleast_2d(values)
        axes = add_grid(figure, x, y, values.shape, cell)
        draw_cells(axes, values, soft(colormap), norm, cell=cell)
        axes.set_xticks([])
        axes.set_yticks([])
        if name:
            axes.set_title(name, fontsize=SMALL_SIZE, pad=3)

    def words(y: float, text: str) -> None:
        place_text(figure, 0.2, y, text, ha="left", fontsize=LABEL_SIZE)

    for (name, values, short, weights, letter, term), size in zip(
        rows, tall, strict=True
    ):
        middle = top + size / 2
        words(middle, name)
        grid(left + (widest - len(values)) * cell, middle - cell / 2, values, short)
        place_text(figure, left + widest * cell + gap / 2, middle, "@", fontsize=12)
        grid(left + widest * cell + gap, top, weights, letter)
        place_text(figure, place_of_term - gap / 2, middle, "=", fontsize=13)
        grid(place_of_term, middle - cell / 2, term, "")
        top += size + between
    words(top + cell / 2, "bias")
    grid(place_of_term, top, bias, "")
    top += cell + 0.22
    words(top + cell / 2, "sum of the three")
    place_text(figure, place_of_term - gap / 2, top + cell / 2, "=", fontsize=13)
    grid(place_of_term, top, total, "")
    right = place_of_term + units * cell
    place_text(figure, right + wide / 2, top + cell / 2, "tanh →", fontsize=LABEL_SIZE)
    grid(right + wide, top, new_state, "new state")
    place_text(
        figure,
        0.2,
        top + cell + 0.36,
        "The new state is the next step's h. All cells share one scale of colours.",
        ha="left",
        fontsize=SMALL_SIZE,
        color=QUIET,
    )
    return figure


def plot_sequence_types(names: Sequence[str] | None = None) -> Figure:
    """Draw the types of recurrent network: where inputs come in and outputs go out.

    Args:
        names: Some of `SEQUENCE_TYPES`; None draws all five.

    Raises:
        ValueError: If one is unknown, or there is none.
    """
    names = list(SEQUENCE_TYPES) if names is None else list(names)
    unknown = [name for name in names if name not in SEQUENCE_TYPES]
    if unknown or not names:
        raise ValueError(
            f"`names` takes some of {list(SEQUENCE_TYPES)}: received {names}."
        )
    row = 1.75
    height = 0.55 + row * len(names)
    figure, axes = _canvas(WIDEST, height)
    place_text(
        figure,
        0.2,
        0.25,
        "Where inputs (green) come in and outputs (orange) go out",
        ha="left",
        fontsize=TITLE_SIZE,
    )
    for i, name in enumerate(names):
        kind = SEQUENCE_TYPES[name]
        middle = height - 0.55 - row * (i + 0.5)
        if i:
            axes.axhline(middle + row / 2, 0.02, 0.98, color=LINE, linewidth=0.8)
        title, _, rest = name.partition(", ")
        axes.text(0.2, middle + 0.28, title, fontsize=LABEL_SIZE + 1, weight="bold")
        if rest:
            axes.text(0.2, middle + 0.04, rest, fontsize=LABEL_SIZE, weight="bold")
        axes.text(
            0.2,
            middle - 0.5,
            f"in   {kind['input']}\nout {kind['output']}",
            fontsize=SMALL_SIZE,
            color=INK,
            linespacing=1.4,
        )
        _draw_type(axes, kind, 3.55, middle)
    return figure


def _draw_type(axes: Axes, kind: Mapping[str, Any], left: float, middle: float) -> None:
    pitch = 0.98
    for step in range(kind["steps"]):
        x = left + step * pitch
        decoding = step in kind.get("decoder", ())
        colour = PURPLE if decoding else BLUE if kind.get("loop", True) else QUIET
        _cell(axes, x, middle, "", colour, size=(0.36, 0.26))
        if step in kind["inputs"]:
            _dot(axes, x, middle - 0.62, "", GREEN, radius=0.11)
            _arrow(axes, (x, middle - 0.5), (x, middle - 0.14))
        if step in kind["outputs"]:
            _dot(axes, x, middle + 0.62, "", ORANGE, radius=0.11)
            _arrow(axes, (x, middle + 0.14), (x, middle + 0.5))
        if step + 1 < kind["steps"]:
            _arrow(
                axes, (x + 0.19, middle), (x + pitch - 0.19, middle), colour=VERMILION
            )
        if step in kind.get("fed_back", ()):
            axes.add_patch(
                FancyArrowPatch(
                    (x + 0.12, middle + 0.6),
                    (x + pitch, middle - 0.15),
                    connectionstyle="angle3,angleA=0,angleB=90",
                    arrowstyle="-|>",
                    mutation_scale=9,
                    linestyle=(0, (3, 2)),
                    color=QUIET,
                    linewidth=1.1,
                )
            )


def plot_gates(values: Mapping[str, ArrayLike], title: str) -> Figure:
    """Draw what the gates of a cell do over time: a row for each, a column a step.

    Args:
        values: From a row's name to its numbers, `(steps,)`; at most eight rows.
        title: Title of the figure.

    Raises:
        ValueError: If there are too many rows, or their lengths differ.
    """
    rows = {name: numbers(name, row, dimensions=1) for name, row in values.items()}
    lengths = {len(row) for row in rows.values()}
    if len(lengths) != 1 or len(rows) > 8 or max(lengths) > 16:
        raise ValueError(
            "`values` takes at most 8 rows of equal length, up to 16 steps: received "
            f"{len(rows)} rows of lengths {sorted(lengths)}."
        )
    steps = lengths.pop()
    cell = min(0.46, 6.2 / steps)
    left, head = 1.85, 0.95
    figure = new_figure(
        WIDEST, head + len(rows) * (cell + 0.1) + 0.45, constrained=False
    )
    place_text(figure, 0.2, 0.28, title, ha="left", fontsize=TITLE_SIZE)
    table = np.array(list(rows.values()))
    colormap, norm = colours_for(table, signed=True)
    for step in range(steps):
        place_text(
            figure,
            left + (step + 0.5) * cell,
            head - 0.18,
            str(step + 1),
            fontsize=SMALL_SIZE,
            color=QUIET,
        )
    place_text(
        figure,
        left - 0.12,
        head - 0.18,
        "step",
        ha="right",
        fontsize=SMALL_SIZE,
        color=QUIET,
    )
    for i, (name, row) in enumerate(rows.items()):
        top = head + i * (cell + 0.1)
        axes = add_grid(figure, left, top, (1, steps), cell)
        draw_cells(axes, row[np.newaxis], soft(colormap), norm, cell=cell)
        axes.set_xticks([])
        axes.set_yticks([])
        place_text(
            figure, left - 0.12, top + cell / 2, name, ha="right", fontsize=LABEL_SIZE
        )
    return figure


def plot_lstm_cell() -> Figure:
    """Draw the LSTM cell: the carry's straight road, and the gates beside it."""
    width, height = WIDEST, 4.0
    figure, axes = _canvas(width, height)
    place_text(
        figure,
        0.2,
        0.28,
        "The LSTM cell: the carry is multiplied and added to, and no matrix touches it",
        ha="left",
        fontsize=TITLE_SIZE,
    )
    road, gates, base = 3.0, 1.62, 0.72
    columns = {"forget": 2.2, "input": 3.5, "candidate": 4.55, "output": 6.15}
    colours = {
        "forget": VERMILION,
        "input": GREEN,
        "candidate": ORANGE,
        "output": PURPLE,
    }
    axes.text(0.85, road, "carry before", ha="center", va="center", fontsize=LABEL_SIZE)
    axes.text(7.6, road, "new carry", ha="center", va="center", fontsize=LABEL_SIZE)
    times, plus = columns["forget"], (columns["input"] + columns["candidate"]) / 2
    _arrow(axes, (1.4, road), (times - 0.17, road), width=2.6, colour=BLUE)
    _arrow(axes, (times + 0.17, road), (plus - 0.17, road), width=2.6, colour=BLUE)
    _arrow(axes, (plus + 0.17, road), (7.1, road), width=2.6, colour=BLUE)
    _operation(axes, times, road, "×")
    _operation(axes, plus, road, "+")
    _operation(axes, plus, 2.32, "×")
    _arrow(axes, (plus, 2.49), (plus, road - 0.17))
    labels = {
        "forget": "forget gate\nsigmoid",
        "input": "input gate\nsigmoid",
        "candidate": "candidate\ntanh",
        "output": "output gate\nsigmoid",
    }
    for name, x in columns.items():
        _cell(axes, x, gates, labels[name], colours[name], size=(0.98, 0.52))
        _arrow(axes, (x, base), (x, gates - 0.27))
    _arrow(axes, (columns["forget"], gates + 0.27), (times, road - 0.17))
    _arrow(axes, (columns["input"] + 0.1, gates + 0.27), (plus - 0.14, 2.24))
    _arrow(axes, (columns["candidate"] - 0.1, gates + 0.27), (plus + 0.14, 2.24))
    right = 6.9
    _operation(axes, right, 2.32, "×")
    _arrow(axes, (right, road - 0.02), (right, 2.49))
    axes.text(right + 0.1, 2.72, "tanh", fontsize=SMALL_SIZE, color=INK)
    _arrow(axes, (columns["output"] + 0.2, gates + 0.27), (right - 0.15, 2.24))
    _arrow(axes, (right + 0.17, 2.32), (7.45, 2.32))
    axes.text(7.92, 2.32, "new state", ha="center", va="center", fontsize=LABEL_SIZE)
    axes.plot([1.55, columns["output"]], [base, base], color=INK, linewidth=1.3)
    axes.text(
        0.8,
        base,
        "input and\nstate before",
        ha="center",
        va="center",
        fontsize=LABEL_SIZE,
    )
    axes.text(
        2.0,
        0.3,
        "Each of the four has weights of its own for the input and for the state, and "
        "a bias.",
        fontsize=SMALL_SIZE,
        color=QUIET,
    )
    return figure


# Pieces


def _canvas(width: float, height: float) -> tuple[Figure, Axes]:
    figure = new_figure(width, height, constrained=False)
    axes = figure.add_axes((0, 0, 1, 1), xlim=(0, width), ylim=(0, height))
    axes.axis("off")
    return figure, axes


def _cell(
    axes: Axes,
    x: float,
    y: float,
    text: str,
    colour: Any,
    size: tuple[float, float] = (0.76, 0.54),
) -> None:
    width, height = size
    axes.add_patch(
        FancyBboxPatch(
            (x - width / 2, y - height / 2),
            width,
            height,
            boxstyle="round,pad=0,rounding_size=0.06",
            facecolor=tint(colour),
            edgecolor=colour,
            linewidth=1.6,
        )
    )
    axes.text(
        x, y, text, ha="center", va="center", fontsize=SMALL_SIZE, color=INK, zorder=4
    )


def _dot(
    axes: Axes, x: float, y: float, text: str, colour: Any, radius: float = 0.21
) -> None:
    axes.add_patch(
        Circle((x, y), radius, facecolor=tint(colour), edgecolor=colour, linewidth=1.6)
    )
    axes.text(x, y, text, ha="center", va="center", fontsize=LABEL_SIZE, color=INK)


def _operation(axes: Axes, x: float, y: float, sign: str) -> None:
    axes.add_patch(
        Circle((x, y), 0.17, facecolor="white", edgecolor=INK, linewidth=1.3, zorder=3)
    )
    axes.text(x, y, sign, ha="center", va="center", fontsize=12, color=INK, zorder=4)


def _arrow(
    axes: Axes,
    start: tuple[float, float],
    end: tuple[float, float],
    text: str = "",
    *,
    beside: tuple[float, float] = (0, 0),
    colour: Any = INK,
    width: float = 1.3,
) -> None:
    axes.add_patch(
        FancyArrowPatch(
            start,
            end,
            arrowstyle="-|>",
            mutation_scale=10 + 2 * (width - 1.3),
            color=colour,
            linewidth=width,
            shrinkA=0,
            shrinkB=0,
        )
    )
    if text:
        axes.text(
            (start[0] + end[0]) / 2 + beside[0],
            (start[1] + end[1]) / 2 + beside[1],
            text,
            ha="center",
            va="center",
            fontsize=LABEL_SIZE,
            color=colour,
        )


def _quiet_axes(axes: Axes) -> None:
    axes.tick_params(labelsize=SMALL_SIZE - 1)
    axes.spines[["top", "right"]].set_visible(False)
    axes.grid(color=LINE, linewidth=0.5, alpha=0.6)
