"""Figures for choosing an architecture: receptive fields, scores, forecasts."""

import textwrap
from collections.abc import Mapping, Sequence

import numpy as np
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle
from numpy.typing import ArrayLike

from course._arrays import names_for, numbers
from course.plots._style import (
    BLUE,
    CATEGORIES,
    DASHES,
    INK,
    LABEL_SIZE,
    LINE,
    ORANGE,
    QUIET,
    SIGNED,
    SMALL_SIZE,
    TITLE_SIZE,
    VERMILION,
    WIDEST,
    new_figure,
    tint,
)

MARKERS = ("o", "s", "^", "D", "v", "P")


def reached_places(
    layers: Sequence[tuple[int, int, int]], output: int
) -> list[list[int]]:
    """Find which places one output is made of, layer by layer.

    Args:
        layers: For each layer kernel size, stride and dilation, the first layer first.
        output: Which output of the last layer, from 0.

    Returns:
        Places in the input, in the output of the first layer, and so on, up to the
        output itself; sorted.
    """
    places = [[output]]
    for kernel_size, stride, dilation in reversed(layers):
        below = {
            place * stride + tap * dilation
            for place in places[0]
            for tap in range(kernel_size)
        }
        places.insert(0, sorted(below))
    return places


def output_sizes(layers: Sequence[tuple[int, int, int]], size: int) -> list[int]:
    """Count the places of the input and of each layer's output, without padding."""
    sizes = [size]
    for kernel_size, stride, dilation in layers:
        sizes.append((sizes[-1] - (kernel_size - 1) * dilation - 1) // stride + 1)
    return sizes


def plot_receptive_field(
    layers: Sequence[tuple[int, int, int]], output: int = 0, size: int = 32
) -> Figure:
    """Draw stacked layers along one axis, and what one output is made of.

    Args:
        layers: For each layer kernel size, stride and dilation, the first layer first.
        output: Which output of the last layer, from 0.
        size: Places in the input.

    Raises:
        ValueError: If nothing is left of the input, or there is no such output.
    """
    sizes = output_sizes(layers, size)
    if min(sizes) < 1:
        raise ValueError(
            f"`layers` need more than the {size} places of the input: sizes {sizes}. "
            "Take fewer layers, or smaller ones."
        )
    if not 0 <= output < sizes[-1]:
        raise ValueError(
            f"`output` must be 0 to {sizes[-1] - 1}: received {output}. The last layer "
            f"gives {sizes[-1]} outputs."
        )
    places = reached_places(layers, output)
    figure = new_figure(WIDEST, 1.1 + 0.72 * len(sizes))
    axes = figure.add_subplot()
    centres = _centres(layers, sizes)
    for level, (row, reached) in enumerate(zip(centres, places, strict=True)):
        if level:
            kernel_size, stride, dilation = layers[level - 1]
            for place in reached:
                for tap in range(kernel_size):
                    below = place * stride + tap * dilation
                    axes.plot(
                        [centres[level - 1][below], row[place]],
                        [level - 0.7, level - 0.3],
                        color=BLUE,
                        linewidth=0.8,
                        zorder=1,
                    )
        for place, centre in enumerate(row):
            hit = place in reached
            axes.add_patch(
                Rectangle(
                    (centre - 0.42, level - 0.3),
                    0.84,
                    0.6,
                    facecolor=tint(ORANGE, 0.85) if hit else "white",
                    edgecolor=INK if hit else LINE,
                    linewidth=1.2 if hit else 0.8,
                )
            )
    names = ["input"]
    for number, (kernel_size, stride, dilation) in enumerate(layers, start=1):
        names.append(
            f"layer {number}\nkernel {kernel_size}, stride {stride}, dil. {dilation}"
        )
    axes.set_yticks(range(len(sizes)), names, fontsize=SMALL_SIZE)
    axes.set_xlim(-0.7, size - 0.3)
    axes.set_ylim(-0.55, len(sizes) - 0.45)
    axes.set_xticks(range(0, size, 4))
    axes.tick_params(labelsize=SMALL_SIZE, length=0)
    axes.set_xlabel("place in the input", fontsize=LABEL_SIZE, color=INK)
    for spine in axes.spines.values():
        spine.set_visible(False)
    field = places[0][-1] - places[0][0] + 1
    axes.set_title(
        f"One output reaches {field} places of the input", fontsize=TITLE_SIZE
    )
    return figure


def _centres(
    layers: Sequence[tuple[int, int, int]], sizes: Sequence[int]
) -> list[list[float]]:
    """Put each output above the middle of what it is made of."""
    rows: list[list[float]] = [[float(place) for place in range(sizes[0])]]
    for (kernel_size, stride, dilation), size in zip(layers, sizes[1:], strict=True):
        below = rows[-1]
        rows.append(
            [
                (below[i * stride] + below[i * stride + (kernel_size - 1) * dilation])
                / 2
                for i in range(size)
            ]
        )
    return rows


def plot_accuracy_by_lag(
    accuracies: Mapping[str, ArrayLike], receptive_fields: Mapping[str, int]
) -> Figure:
    """Draw how well each network recalls an input of some steps ago.

    Args:
        accuracies: For each network its accuracy at lags 0, 1, 2, ..., in 0 to 1.
        receptive_fields: For each network the places that one output reaches.
    """
    figure = new_figure(WIDEST, 3.4)
    axes = figure.add_subplot()
    for index, (name, values) in enumerate(accuracies.items()):
        array = numbers(f"accuracies[{name!r}]", values, dimensions=1)
        colour = CATEGORIES[index]
        axes.plot(
            range(len(array)),
            array,
            marker=MARKERS[index],
            linestyle=DASHES[index % len(DASHES)],
            color=colour,
            label=name,
        )
        last = receptive_fields[name] - 1
        axes.axvline(last + 0.5, color=colour, linestyle=":", linewidth=1.4)
        axes.annotate(
            f"reaches {last} steps back",
            (last + 0.6, 0.72 + 0.07 * index),
            fontsize=SMALL_SIZE,
            color=colour,
        )
    axes.axhline(0.5, color=QUIET, linewidth=1)
    axes.annotate("guessing", (0, 0.515), fontsize=SMALL_SIZE, color=QUIET)
    axes.set_ylim(0.4, 1.05)
    axes.xaxis.get_major_locator().set_params(integer=True)
    axes.set_xlabel("lag (time steps back)", fontsize=LABEL_SIZE)
    axes.set_ylabel("accuracy on new signals", fontsize=LABEL_SIZE)
    axes.set_title("What lies beyond the receptive field is lost", fontsize=TITLE_SIZE)
    axes.legend(fontsize=SMALL_SIZE, loc="lower left", bbox_to_anchor=(0.0, 0.22))
    return figure


def plot_windows_by_class(
    panels: Mapping[str, tuple[ArrayLike, ArrayLike]],
    class_names: Sequence[str],
    shown: int = 25,
) -> Figure:
    """Draw example curves of two or more classes, one panel for each way to cut them.

    Args:
        panels: Title to windows, `(n, steps)`, and labels, `(n,)`, whole numbers.
        class_names: A name for each label.
        shown: How many curves of each class.
    """
    figure = new_figure(WIDEST, 3.2)
    rows = figure.subplots(1, len(panels), sharey=True, squeeze=False)[0]
    for axes, (title, (windows, labels)) in zip(rows, panels.items(), strict=True):
        curves = numbers("windows", windows, dimensions=2)
        classes = np.asarray(labels)
        for label, name in enumerate(class_names):
            chosen = curves[classes == label][:shown]
            colour = CATEGORIES[label]
            axes.plot(chosen.T, color=colour, alpha=0.25, linewidth=0.8)
            axes.plot(
                chosen.mean(axis=0),
                color=colour,
                linewidth=2.4,
                linestyle=DASHES[label],
                label=f"{name} (thick: mean)",
            )
        axes.set_title(title, fontsize=LABEL_SIZE)
        axes.set_xlabel("hour of the window", fontsize=LABEL_SIZE)
        axes.set_xticks(range(0, curves.shape[1] + 1, 6))
    rows[0].set_ylabel("vehicles per hour", fontsize=LABEL_SIZE)
    handles, texts = rows[0].get_legend_handles_labels()
    figure.legend(
        handles, texts, fontsize=SMALL_SIZE, loc="outside lower center", ncols=2
    )
    return figure


def plot_model_scores(
    names: Sequence[str],
    scores: Mapping[str, Sequence[float]],
    floor: float,
    notes: Sequence[str] | None = None,
) -> Figure:
    """Draw scores of several models as points, beside a floor to be beaten.

    Args:
        names: The models, one row each.
        scores: For each way of testing a score for each model, in 0 to 1.
        floor: What the most frequent class scores.
        notes: Words for the end of each row, such as its parameters.
    """
    figure = new_figure(WIDEST, 1.6 + 0.42 * len(names))
    axes = figure.add_subplot()
    places = np.arange(len(names))[::-1]
    for index, (test, values) in enumerate(scores.items()):
        axes.plot(
            numbers(test, values, dimensions=1),
            places,
            linestyle="none",
            marker=MARKERS[index],
            markersize=8,
            color=CATEGORIES[index],
            label=test,
        )
    for place, note in zip(places, names_for("notes", notes, len(names)), strict=True):
        axes.annotate(
            note,
            (1.01, place),
            xycoords=("axes fraction", "data"),
            va="center",
            fontsize=SMALL_SIZE,
            color=QUIET,
            annotation_clip=False,
        )
    axes.axvline(floor, color=QUIET, linestyle="--", linewidth=1.2, label="baseline")
    axes.set_yticks(places, names, fontsize=LABEL_SIZE)
    axes.set_ylim(-0.6, len(names) - 0.4)
    axes.grid(axis="x", color=LINE, linewidth=0.6)
    axes.set_axisbelow(True)
    axes.set_xlabel("accuracy on later days", fontsize=LABEL_SIZE)
    figure.legend(fontsize=SMALL_SIZE, loc="outside upper center", ncols=3)
    return figure


def plot_forecasts(
    times: ArrayLike,
    actual: ArrayLike,
    forecasts: Mapping[str, ArrayLike],
    unit: str,
    time_label: str,
) -> Figure:
    """Draw a stretch of a series and what was forecast for it.

    Args:
        times: For each value its time, numbers or dates.
        actual: What happened; NaN leaves a gap.
        forecasts: What each method had said, as long as `actual`.
        unit: The unit of the values.
        time_label: Name and unit of the time axis.
    """
    figure = new_figure(WIDEST, 3.3)
    axes = figure.add_subplot()
    axes.plot(times, actual, color=INK, linewidth=2, label="what happened")
    for index, (name, values) in enumerate(forecasts.items()):
        axes.plot(
            times,
            values,
            color=CATEGORIES[index],
            linestyle=DASHES[1 + index % (len(DASHES) - 1)],
            linewidth=1.5,
            label=name,
        )
    axes.set_xlabel(time_label, fontsize=LABEL_SIZE)
    axes.set_ylabel(unit, fontsize=LABEL_SIZE)
    axes.tick_params(labelsize=SMALL_SIZE)
    figure.legend(fontsize=SMALL_SIZE, loc="outside upper center", ncols=4)
    return figure


def plot_unknown_set(
    inputs: ArrayLike, labels: ArrayLike, title: str, shown: int = 3
) -> Figure:
    """Draw some examples of each class, and the mean of all its examples.

    Args:
        inputs: `(n, rows, columns)`.
        labels: Whole numbers from 0, `(n,)`.
        title: Above all panels.
        shown: Examples of each class.
    """
    array = numbers("inputs", inputs, dimensions=3)
    classes = np.asarray(labels)
    count = int(classes.max()) + 1
    figure = new_figure(WIDEST, 3.9)
    grid = figure.subplots(1, count * (shown + 1), squeeze=False)[0]
    reach = float(np.abs(array[: 3 * count]).max())
    for label in range(count):
        own = array[classes == label]
        panels = [*own[:shown], own.mean(axis=0)]
        for position, panel in enumerate(panels):
            axes = grid[label * (shown + 1) + position]
            is_mean = position == shown
            limit = max(0.4, float(np.abs(panel).max())) if is_mean else reach
            axes.imshow(panel, cmap=SIGNED, vmin=-limit, vmax=limit, aspect="auto")
            axes.set_xticks([0, panel.shape[1] - 1])
            axes.set_yticks([0, panel.shape[0] - 1] if label + position == 0 else [])
            axes.tick_params(labelsize=SMALL_SIZE - 1, length=2)
            axes.set_title(
                "mean" if is_mean else f"class {label}",
                fontsize=SMALL_SIZE,
                color=VERMILION if is_mean else INK,
            )
            for spine in axes.spines.values():
                spine.set_color(VERMILION if is_mean else LINE)
                spine.set_linewidth(2 if is_mean else 0.8)
    figure.suptitle(title, fontsize=TITLE_SIZE)
    figure.supxlabel("column; red above 0, blue below", fontsize=SMALL_SIZE)
    figure.supylabel("row", fontsize=SMALL_SIZE)
    return figure


def plot_advice(
    rows: Sequence[tuple[Sequence[str], str]], marked: int | None = None
) -> Figure:
    """Draw a table of answers about the data and the architecture they lead to.

    Args:
        rows: For each row the answers, and the advice.
        marked: A row to be framed, counted from 0.
    """
    height = 0.46
    figure = new_figure(WIDEST, 0.75 + height * len(rows), constrained=False)
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set_xlim(0, 1)
    axes.set_ylim(len(rows) + 1.1, -0.5)
    axes.axis("off")
    axes.text(0.02, 0, "What is known about the data", weight="bold", va="center")
    axes.text(0.7, 0, "Advice", weight="bold", va="center")
    for number, (answers, title) in enumerate(rows, start=1):
        axes.add_patch(
            Rectangle(
                (0.01, number - 0.47),
                0.98,
                0.94,
                facecolor=tint(BLUE, 0.08 if number % 2 else 0.18),
                edgecolor=VERMILION if marked == number - 1 else "none",
                linewidth=2,
            )
        )
        first, rest = answers[0], "; ".join(answers[1:])
        axes.text(0.02, number - 0.2, first, fontsize=SMALL_SIZE - 0.5, va="center")
        axes.text(
            0.02,
            number + 0.22,
            rest,
            fontsize=SMALL_SIZE - 0.5,
            va="center",
            color=QUIET,
        )
        words = textwrap.fill(title, 34)
        axes.text(0.7, number, words, fontsize=SMALL_SIZE, va="center", color=INK)
    return figure
