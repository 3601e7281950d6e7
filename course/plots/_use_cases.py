"""Use cases: what arrives, what rules and detectors are worth, how many steps."""

from collections.abc import Mapping, Sequence

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import FancyArrowPatch, Rectangle
from matplotlib.ticker import MaxNLocator, PercentFormatter
from numpy.typing import ArrayLike

from course._arrays import numbers, positive_integer
from course.plots._style import (
    BLUE,
    CATEGORIES,
    DASHES,
    GREEN,
    GREY,
    INK,
    LABEL_SIZE,
    LINE,
    MAGNITUDE,
    ORANGE,
    QUIET,
    SIGNED,
    SMALL_SIZE,
    TITLE_SIZE,
    VERMILION,
    WIDEST,
    hide_ticks,
    ink_on,
    label_pixels,
    new_figure,
    tint,
)

STEP_TYPES = {
    "one to one": ((), ()),
    "one to many": ((0,), (0, 1, 2)),
    "many to one": ((0, 1, 2), (2,)),
    "aligned": ((0, 1, 2), (0, 1, 2)),
    "encoder-decoder": ((0, 1), (2, 3, 4)),
}
"""For each type, at which steps an input comes in and at which an output goes out."""

_MARKERS = ("o", "s", "^", "D")


def plot_input_kinds() -> Figure:
    """Draw the four kinds of input, and what shuffling an axis would destroy."""
    figure = new_figure(WIDEST, 3.5, constrained=False)
    axes = figure.add_axes((0, 0, 1, 1), xlim=(0, WIDEST), ylim=(0, 3.5))
    axes.axis("off")
    axes.text(
        0.2, 3.24, "Which axes may be shuffled?", fontsize=TITLE_SIZE, va="center"
    )
    kinds = (
        ("Table", "one row of columns", "columns may be shuffled:\nnothing is lost"),
        ("Picture", "rows and columns", "no axis may: neighbours\nbelong together"),
        (
            "Series",
            "one step after the other",
            "time may not: what came\nbefore counts",
        ),
        ("Film", "pictures, one after the other", "no axis may: neighbours,\nand time"),
    )
    slot = (WIDEST - 0.3) / 4
    rng = np.random.default_rng(3)
    for i, (name, axis, loss) in enumerate(kinds):
        middle = 0.15 + slot * (i + 0.5)
        axes.text(middle, 2.85, name, ha="center", fontsize=LABEL_SIZE, weight="bold")
        axes.text(middle, 0.85, axis, ha="center", fontsize=SMALL_SIZE)
        axes.text(
            middle,
            0.32,
            loss,
            ha="center",
            fontsize=SMALL_SIZE,
            color=QUIET,
            va="center",
        )
        if name == "Table":
            colours = [tint(colour, 0.55) for colour in CATEGORIES[:5]]
            _cells(axes, middle - 0.75, 1.75, 0.3, np.array(colours)[None])
        elif name == "Picture":
            _cells(axes, middle - 0.7, 1.2, 0.2, _disc(7, rng))
        elif name == "Series":
            shades = SIGNED(0.5 + 0.4 * np.sin(np.arange(6) * 1.1))[None, :, :3]
            _cells(axes, middle - 0.8, 1.85, 0.27, shades)
            _time_arrow(axes, middle - 0.8, middle + 0.82, 1.6)
        else:
            for step in range(3):
                left = middle - 0.86 + 0.58 * step
                _cells(axes, left, 1.85, 0.1, _disc(5, rng, shift=step - 1))
            _time_arrow(axes, middle - 0.86, middle + 0.86, 1.6)
    return figure


def _disc(size: int, rng: np.random.Generator, shift: float = 0) -> np.ndarray:
    row, column = np.indices((size, size)) - (size - 1) / 2
    ring = np.abs(np.hypot(row, column - shift) - size / 3.2) < 0.75
    grey = np.clip(0.25 + 0.6 * ring + rng.normal(0, 0.05, ring.shape), 0, 1)
    return np.repeat(grey[..., None], 3, axis=2)


def _cells(
    axes: Axes, left: float, bottom: float, side: float, colours: np.ndarray
) -> None:
    rows, columns = colours.shape[:2]
    for row, column in np.ndindex(rows, columns):
        axes.add_patch(
            Rectangle(
                (left + column * side, bottom + (rows - 1 - row) * side),
                side,
                side,
                facecolor=colours[row, column],
                edgecolor="white",
                linewidth=0.6,
            )
        )


def _time_arrow(axes: Axes, left: float, right: float, height: float) -> None:
    arrow = FancyArrowPatch(
        (left, height),
        (right, height),
        arrowstyle="-|>",
        mutation_scale=10,
        color=INK,
        linewidth=1,
        shrinkA=0,
        shrinkB=0,
    )
    axes.add_patch(arrow)
    axes.text(
        (left + right) / 2, height - 0.17, "time", ha="center", fontsize=SMALL_SIZE - 1
    )


def plot_matches(
    picture: ArrayLike, piece: ArrayLike, fit: ArrayLike, number: int = 5
) -> Figure:
    """Draw a picture, a piece of it, and where else that piece fits best.

    Args:
        picture: Grey, `(height, width)`, from 0 to 1.
        piece: Grey, `(rows, columns)`, no larger.
        fit: How well the piece fits at each place, `(height - rows + 1, width -
            columns + 1)`.
        number: How many places to frame; frames do not overlap by more than half.

    Raises:
        ValueError: If the shapes do not go together.
    """
    picture = numbers("picture", picture, dimensions=2)
    piece = numbers("piece", piece, dimensions=2)
    fit = numbers("fit", fit, dimensions=2)
    number = positive_integer("number", number)
    places = tuple(np.subtract(picture.shape, piece.shape) + 1)
    if fit.shape != places:
        raise ValueError(
            f"`fit` must have a number for each of the {places} places of the piece: "
            f"received shape {fit.shape}. Slide the piece without padding."
        )
    figure = new_figure(WIDEST, 3.6)
    left, middle, right = figure.subplots(1, 3, width_ratios=(3, 1.1, 3))
    left.imshow(picture, cmap=GREY, vmin=0, vmax=1)
    left.set_title(f"the {number} places that fit best", fontsize=LABEL_SIZE)
    rest = fit.copy()
    rows, columns = piece.shape
    for rank in range(1, number + 1):
        row, column = np.unravel_index(np.argmax(rest), rest.shape)
        if not np.isfinite(rest[row, column]):
            break
        left.add_patch(
            Rectangle(
                (column - 0.5, row - 0.5),
                columns,
                rows,
                fill=False,
                edgecolor=ORANGE,
                linewidth=2,
            )
        )
        left.text(
            column + columns + 0.5,
            row - 1,
            str(rank),
            fontsize=SMALL_SIZE,
            weight="bold",
            color="black",
            va="top",
            bbox={"facecolor": ORANGE, "edgecolor": "none", "pad": 1},
        )
        rest[
            max(row - rows // 2, 0) : row + rows // 2 + 1,
            max(column - columns // 2, 0) : column + columns // 2 + 1,
        ] = -np.inf
    middle.imshow(piece, cmap=GREY, vmin=0, vmax=1)
    middle.set_title("the piece", fontsize=LABEL_SIZE)
    hide_ticks(middle)
    drawn = right.imshow(fit, cmap=SIGNED, vmin=-1, vmax=1)
    right.set_title("how well it fits where", fontsize=LABEL_SIZE)
    bar = figure.colorbar(drawn, ax=right, shrink=0.75)
    bar.set_label("correlation (no unit)", fontsize=SMALL_SIZE)
    bar.ax.tick_params(labelsize=SMALL_SIZE - 1)
    label_pixels(left)
    label_pixels(right, rows=False)
    return figure


def plot_rule_errors(errors: Mapping[str, Mapping[str, float]]) -> Figure:
    """Draw how far off simple forecasts are, beside the last value.

    Args:
        errors: From task to rule to mean absolute error; each task has the rule
            "last value", whose error is the unit.

    Raises:
        ValueError: If a task lacks the last value, or an error is not above 0.
    """
    rules: list[str] = []
    for task, by_rule in errors.items():
        if "last value" not in by_rule or not all(e > 0 for e in by_rule.values()):
            raise ValueError(
                f"`errors` of {task!r} must hold errors above 0, among them that of "
                f"'last value': received {dict(by_rule)}."
            )
        rules += [rule for rule in by_rule if rule not in rules]
    figure = new_figure(WIDEST, 0.75 + 0.62 * len(errors))
    axes = figure.subplots()
    height = 0.8 / len(rules)
    for i, rule in enumerate(rules):
        tasks = [t for t, by_rule in enumerate(errors.values()) if rule in by_rule]
        ratios = [
            by_rule[rule] / by_rule["last value"]
            for by_rule in errors.values()
            if rule in by_rule
        ]
        places = np.array(tasks) + (i - (len(rules) - 1) / 2) * height
        axes.barh(
            places,
            ratios,
            height * 0.9,
            color=tint(CATEGORIES[i], 0.75),
            edgecolor=CATEGORIES[i],
            hatch=("", "//", "..", "xx")[i % 4],
            label=rule,
        )
        for place, ratio in zip(places, ratios, strict=True):
            axes.text(
                ratio + 0.02,
                place,
                f"{ratio:.2f}",
                va="center",
                fontsize=SMALL_SIZE - 1,
            )
    axes.axvline(1, color=INK, linewidth=1, linestyle="--")
    axes.set_yticks(range(len(errors)), list(errors), fontsize=SMALL_SIZE)
    axes.invert_yaxis()
    axes.set_xlabel(
        "mean absolute error, divided by that of the last value (no unit)",
        fontsize=SMALL_SIZE,
    )
    axes.set_xlim(0, axes.get_xlim()[1] * 1.05)
    axes.tick_params(axis="x", labelsize=SMALL_SIZE - 1)
    axes.spines[["top", "right"]].set_visible(False)
    axes.set_title("How far off rules are: shorter is better", fontsize=TITLE_SIZE)
    axes.legend(
        fontsize=SMALL_SIZE, frameon=False, loc="center left", bbox_to_anchor=(1, 0.5)
    )
    return figure


def plot_forecast_curves(
    actual: ArrayLike,
    forecasts: Mapping[str, ArrayLike],
    step: str,
    quantity: str,
    title: str,
) -> Figure:
    """Draw what came, and what was forecast for the same steps.

    Args:
        actual: Numbers, `(steps,)`.
        forecasts: From name to numbers, `(steps,)`; one to three.
        step: What a step is, for the axis.
        quantity: What the numbers are, with their unit.
        title: Title of the figure.

    Raises:
        ValueError: If a forecast has another number of steps, or there are too many.
    """
    actual = numbers("actual", actual, dimensions=1)
    if not 1 <= len(forecasts) <= 3:
        raise ValueError(
            f"`forecasts` takes one to three forecasts: received {len(forecasts)}."
        )
    figure = new_figure(WIDEST, 3.2)
    axes = figure.subplots()
    axes.plot(actual, color=INK, linewidth=2, label="what came")
    for i, (name, values) in enumerate(forecasts.items()):
        values = numbers(f"forecasts[{name!r}]", values, dimensions=1)
        if values.size != actual.size:
            raise ValueError(
                f"The forecast {name!r} has {values.size} steps but `actual` has "
                f"{actual.size}. Cut both to the same steps."
            )
        axes.plot(
            values,
            color=CATEGORIES[i],
            linestyle=DASHES[i + 1],
            marker=_MARKERS[i],
            markersize=6 - 2.5 * i,
            markerfacecolor="none",
            linewidth=1.2,
            label=f"forecast: {name}",
        )
    axes.set_xlabel(step, fontsize=SMALL_SIZE)
    axes.set_ylabel(quantity, fontsize=SMALL_SIZE)
    axes.tick_params(labelsize=SMALL_SIZE - 1)
    axes.set_title(title, fontsize=TITLE_SIZE, loc="left")
    axes.legend(fontsize=SMALL_SIZE, frameon=False)
    axes.spines[["top", "right"]].set_visible(False)
    return figure


def plot_length_pairs(
    first: ArrayLike, second: ArrayLike, names: Sequence[str], longest: int = 12
) -> Figure:
    """Draw how often each pair of lengths occurs, as a grid of numbers.

    Args:
        first: Words of one side, `(pairs,)`.
        second: Words of the other side, `(pairs,)`.
        names: The two sides.
        longest: Longer ones are counted as this long.

    Raises:
        ValueError: If the two do not go together.
    """
    first = numbers("first", first, dimensions=1).astype(int)
    second = numbers("second", second, dimensions=1).astype(int)
    if first.size != second.size or len(names) != 2:
        raise ValueError(
            f"`first` and `second` must hold a length for each pair: received "
            f"{first.size} and {second.size}, and {len(names)} names in place of 2."
        )
    first, second = first.clip(1, longest), second.clip(1, longest)
    right, top = first.max(), second.max()
    counts = np.zeros((top, right), dtype=int)
    np.add.at(counts, (second - 1, first - 1), 1)
    figure = new_figure(min(1.6 + 0.55 * right, WIDEST), 1.3 + 0.36 * top)
    axes = figure.subplots()
    shades = np.sqrt(counts / counts.max())
    axes.imshow(
        np.where(counts > 0, shades, np.nan),
        cmap=MAGNITUDE,
        vmin=0,
        vmax=1,
        origin="lower",
        aspect="auto",
    )
    for row, column in np.argwhere(counts > 0):
        axes.text(
            column,
            row,
            f"{counts[row, column]}",
            ha="center",
            va="center",
            fontsize=SMALL_SIZE - 1,
            color=ink_on(MAGNITUDE(shades[row, column])[:3]),
        )
    end = min(right, top) - 0.5
    axes.plot([-0.5, end], [-0.5, end], "--", color=VERMILION, label="equally long")
    for axis, size, name in ((axes.xaxis, right, 0), (axes.yaxis, top, 1)):
        axis.set_ticks(
            range(size),
            [f"{n}+" if n == longest else str(n) for n in range(1, size + 1)],
            fontsize=SMALL_SIZE - 1,
        )
        axis.set_label_text(f"words in {names[name]}", fontsize=SMALL_SIZE)
    axes.set_title("Number of sentence pairs", fontsize=LABEL_SIZE)
    axes.legend(fontsize=SMALL_SIZE, loc="lower right")
    return figure


def plot_step_types(highlight: str | None = None) -> Figure:
    """Draw the five types by the steps at which inputs and outputs stand.

    Args:
        highlight: A type to stand out; None for none.

    Raises:
        ValueError: If the type is unknown.
    """
    if highlight is not None and highlight not in STEP_TYPES:
        raise ValueError(
            f"`highlight` must be one of {list(STEP_TYPES)}: received {highlight!r}."
        )
    figure = new_figure(WIDEST, 2.9, constrained=False)
    axes = figure.add_axes((0, 0, 1, 1), xlim=(0, WIDEST), ylim=(0, 2.9))
    axes.axis("off")
    axes.text(
        0.15,
        2.65,
        "Inputs below, outputs above, one column for each step",
        fontsize=TITLE_SIZE,
        va="center",
    )
    sizes = [_columns(kind) + 1.4 for kind in STEP_TYPES]
    unit = (WIDEST - 0.3) / sum(sizes)
    left = 0.15
    for i, (kind, size) in enumerate(zip(STEP_TYPES, sizes, strict=True)):
        middle = left + size * unit / 2
        if kind == highlight:
            axes.add_patch(
                Rectangle(
                    (left + 0.03, 0.45),
                    size * unit - 0.06,
                    1.98,
                    facecolor="#f2f2f2",
                    edgecolor=INK,
                )
            )
        elif i:
            axes.plot([left, left], [0.5, 2.3], color=LINE, linewidth=0.8)
        axes.text(middle, 2.2, kind, ha="center", fontsize=SMALL_SIZE, weight="bold")
        draw_steps(axes, kind, middle, 1.25, unit)
        left += size * unit
    for x, colour, words in (
        (0.2, GREEN, "input"),
        (1.0, BLUE, "state (recurrent)"),
        (2.65, ORANGE, "output"),
        (3.6, LINE, "ordinary layers, no recurrence"),
    ):
        axes.add_patch(
            Rectangle((x, 0.17), 0.15, 0.15, facecolor=tint(colour, 0.6), edgecolor=INK)
        )
        axes.text(x + 0.22, 0.24, words, fontsize=SMALL_SIZE - 1, va="center")
    return figure


def _columns(kind: str) -> int:
    ins, outs = STEP_TYPES[kind]
    return max((*ins, *outs, 0)) + 1


def draw_steps(
    axes: Axes, kind: str, middle: float, height: float, unit: float
) -> None:
    """Draw one type about a point; `unit` is the distance of two steps, in inches."""
    ins, outs = STEP_TYPES[kind]
    columns = _columns(kind)
    side = min(0.8 * unit, 0.3)
    recurrent = bool(ins)
    for step in range(columns):
        x = middle + (step - (columns - 1) / 2) * unit
        boxes = [(0.0, BLUE if recurrent else LINE)]
        if step in ins or not recurrent:
            boxes.append((-0.6, GREEN))
            _step_arrow(axes, (x, height - 0.6 + side / 2), (x, height - side / 2))
        if step in outs or not recurrent:
            boxes.append((0.6, ORANGE))
            _step_arrow(axes, (x, height + side / 2), (x, height + 0.6 - side / 2))
        for rise, colour in boxes:
            axes.add_patch(
                Rectangle(
                    (x - side / 2, height + rise - side / 2),
                    side,
                    side,
                    facecolor=tint(colour, 0.6),
                    edgecolor=INK,
                    linewidth=1,
                )
            )
        if step < columns - 1:
            _step_arrow(axes, (x + side / 2, height), (x + unit - side / 2, height))


def _step_arrow(
    axes: Axes, start: tuple[float, float], end: tuple[float, float]
) -> None:
    axes.add_patch(
        FancyArrowPatch(
            start,
            end,
            arrowstyle="-|>",
            mutation_scale=8,
            color=INK,
            linewidth=1,
            shrinkA=0,
            shrinkB=0,
        )
    )


def plot_alarms(
    scores: ArrayLike,
    labels: ArrayLike,
    threshold: float,
    names: Sequence[str] = ("negative", "positive"),
) -> Figure:
    """Draw the scores of a detector, and precision and recall for every threshold.

    Args:
        scores: Floats in 0 to 1, `(cases,)`.
        labels: 1 for what should raise an alarm, else 0, `(cases,)`.
        threshold: Scores above it raise an alarm.
        names: What 0 and 1 are called.

    Raises:
        ValueError: If the two do not go together.
    """
    scores = numbers("scores", scores, dimensions=1)
    labels = numbers("labels", labels, dimensions=1)
    if scores.shape != labels.shape or len(names) != 2:
        raise ValueError(
            f"`labels` needs one entry for each of the {scores.size} scores, and "
            f"`names` two names: received {labels.size} and {len(names)}."
        )
    figure = new_figure(WIDEST, 3.2)
    left, right = figure.subplots(1, 2)
    edges = np.linspace(0, 1, 21)
    for label, style in enumerate(
        ({"color": tint(BLUE, 0.6), "edgecolor": BLUE}, {"color": "none"})
    ):
        heights, _ = np.histogram(scores[labels == label], edges)
        style = style if label == 0 else {"facecolor": "none", "edgecolor": VERMILION}
        left.bar(
            edges[:-1],
            np.maximum(heights, 0),
            width=0.05,
            align="edge",
            hatch="" if label == 0 else "//",
            label=names[label],
            **style,
        )
    left.set_yscale("symlog", linthresh=1)
    left.axvline(
        threshold, color=INK, linestyle="--", label=f"threshold {threshold:.2f}"
    )
    left.set_xlabel("score (no unit)", fontsize=SMALL_SIZE)
    left.set_ylabel("cases", fontsize=SMALL_SIZE)
    left.set_title("Scores", fontsize=LABEL_SIZE)
    left.legend(fontsize=SMALL_SIZE - 1, loc="upper center")
    grid = np.linspace(0, 0.99, 100)
    flagged = scores > grid[:, None]
    caught = (flagged & (labels == 1)).sum(axis=1)
    alarms = flagged.sum(axis=1)
    precision = np.where(alarms > 0, caught / np.maximum(alarms, 1), np.nan)
    recall = caught / max((labels == 1).sum(), 1)
    right.plot(grid, precision, color=BLUE, label="precision")
    right.plot(grid, recall, color=VERMILION, linestyle="--", label="recall")
    right.axvline(threshold, color=INK, linestyle="--")
    right.set_ylim(0, 1.03)
    right.yaxis.set_major_formatter(PercentFormatter(1))
    right.set_xlabel("threshold (no unit)", fontsize=SMALL_SIZE)
    right.set_title("Precision and recall", fontsize=LABEL_SIZE)
    right.legend(fontsize=SMALL_SIZE, loc="lower left")
    for axes in (left, right):
        axes.tick_params(labelsize=SMALL_SIZE - 1)
        axes.spines[["top", "right"]].set_visible(False)
        axes.xaxis.set_major_locator(MaxNLocator(6))
    return figure
