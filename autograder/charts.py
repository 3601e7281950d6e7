"""The pictures of the class report, as data addresses with a text alternative."""

from __future__ import annotations

import base64
import io
import math
import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from matplotlib.figure import Figure

_BLUE, _GREY = "#0072b2", "#d5dae0"  # of the Okabe–Ito palette; quiet ground


@dataclass(frozen=True)
class Picture:
    """A picture in the page itself.

    Attributes:
        source: A `data:` address.
        alt: Kind of plot, axes and what it shows.
        caption: A sentence below it.
    """

    source: str
    alt: str
    caption: str


def score_distribution(scores: Sequence[float], max_score: float) -> Picture:
    """Draw how many submissions got how many points.

    Args:
        scores: One for each graded submission.
        max_score: Points to be had; above 0.
    """
    from matplotlib.figure import Figure
    from matplotlib.ticker import MaxNLocator

    width = _bin_width(max_score)
    bins = math.ceil(max_score / width)
    counts = [0] * bins
    for score in scores:
        counts[min(max(int(score / width), 0), bins - 1)] += 1
    figure = Figure(figsize=(7.2, 3.0), layout="constrained")
    axes = figure.subplots()
    edges = [width * place for place in range(bins)]
    axes.bar(edges, counts, width=width * 0.94, align="edge", color=_BLUE)
    axes.set_xlim(0, width * bins)
    axes.set_xticks([width * place for place in range(bins + 1)])
    axes.set_xlabel("Points")
    axes.set_ylabel("Submissions")
    axes.set_title("Distribution of scores")
    axes.yaxis.set_major_locator(MaxNLocator(integer=True))
    _quieten(axes)
    median = statistics.median(scores)
    axes.set_ylim(0, 1.2 * max(counts))
    axes.axvline(median, color="black", linestyle="--", linewidth=1.2)
    axes.annotate(
        f"median {median:g}",
        (median, 1.0),
        xycoords=("data", "axes fraction"),
        xytext=(4, -10),
        textcoords="offset points",
        fontsize=9,
    )
    parts = [
        f"{count} between {width * place:g} and {width * (place + 1):g}"
        for place, count in enumerate(counts)
        if count
    ]
    alt = (
        "Histogram. Horizontal axis: points. Vertical axis: number of submissions. "
        f"{'; '.join(parts)}. The median is {median:g}."
    )
    caption = f"Scores of {len(scores)} graded submissions, of {max_score:g} points."
    return Picture(_address(figure), alt, caption)


def _bin_width(max_score: float) -> float:
    """Return a round width that gives at most a dozen bins."""
    for power in range(-2, 6):
        for step in (1.0, 2.0, 5.0):
            if max_score / (step * 10**power) <= 12:
                return step * 10**power
    return max_score / 10


def shares(
    names: Sequence[str], values: Sequence[float], title: str, caption: str
) -> Picture:
    """Draw horizontal bars of shares between 0 and 1.

    Args:
        names: One for each bar, from the top.
        values: Their lengths.
        title: Title of the picture.
        caption: A sentence below it.
    """
    from matplotlib.figure import Figure

    height = 1.1 + 0.34 * len(names)
    figure = Figure(figsize=(7.2, height), layout="constrained")
    axes = figure.subplots()
    places = range(len(names))
    axes.barh(places, [1.0] * len(names), color=_GREY, height=0.62)
    axes.barh(places, values, color=_BLUE, height=0.62)
    for place, value in zip(places, values, strict=True):
        axes.text(1.01, place, f"{value:.0%}", va="center", fontsize=9)
    axes.set_yticks(list(places), [_short(name) for name in names])
    spare = 0.6 if len(names) > 1 else 1.0
    axes.set_ylim(len(names) - 1 + spare, -spare)
    axes.set_xlim(0, 1)
    axes.set_xticks([0, 0.25, 0.5, 0.75, 1.0], ["0 %", "25 %", "50 %", "75 %", "100 %"])
    axes.set_xlabel("Share of the points, mean of the class")
    axes.set_title(title)
    _quieten(axes)
    pairs = [f"{name} {value:.0%}" for name, value in zip(names, values, strict=True)]
    alt = f"Bar chart. {title}: share of the points. {'; '.join(pairs)}."
    return Picture(_address(figure), alt, caption)


def _quieten(axes) -> None:
    axes.spines[["top", "right"]].set_visible(False)


def _short(text: str, length: int = 48) -> str:
    text = text.replace("$", r"\$")  # no formulas in labels
    return text if len(text) <= length else f"{text[: length - 1]}…"


def _address(figure: Figure) -> str:
    buffer = io.BytesIO()
    figure.savefig(buffer, format="png", dpi=144, metadata={"Software": None})
    return f"data:image/png;base64,{base64.b64encode(buffer.getvalue()).decode()}"
