"""Move the threshold of a detector, and make what it looks for rarer."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import traitlets
from matplotlib.figure import Figure
from numpy.typing import ArrayLike

from course._arrays import numbers
from course.plots import plot_alarms
from course.widgets._interactive import InteractiveFigure, load_script, packed

RARITIES = (0, 10, 100, 1_000, 10_000, 100_000)


def alarm_explorer(
    scores: ArrayLike,
    labels: ArrayLike,
    names: Sequence[str] = ("negative", "positive"),
    threshold: float = 0.5,
) -> "AlarmExplorer":
    """Move the threshold of a detector and watch precision and recall.

    A second control makes the positive cases rarer than they are here: recall and the
    share of false alarms stay as they are, precision does not.

    Args:
        scores: Floats in 0 to 1, `(cases,)`; a score above the threshold is an alarm.
        labels: 1 for a case that should raise an alarm, else 0, `(cases,)`.
        names: What 0 and 1 are called.
        threshold: The threshold to start with, in 0 to 1.

    Raises:
        ValueError: If scores and labels do not go together, or a class is empty.
    """
    scores = numbers("scores", scores, dimensions=1)
    labels = numbers("labels", labels, dimensions=1)
    if scores.size != labels.size or not set(np.unique(labels)) == {0, 1}:
        raise ValueError(
            f"`labels` must hold a 0 or a 1 for each of the {scores.size} scores, and "
            f"both must occur: received {labels.size} labels with the values "
            f"{np.unique(labels)[:5].tolist()}."
        )
    if scores.min() < 0 or scores.max() > 1:
        raise ValueError(
            f"`scores` must lie between 0 and 1: received {scores.min():g} to "
            f"{scores.max():g}. Use the output of a sigmoid."
        )
    if isinstance(names, str) or len(names) != 2:
        raise ValueError(
            f"`names` takes two names, for 0 and for 1: received {names!r}."
        )
    return AlarmExplorer(
        scores=scores,
        labels=labels,
        names=[str(name) for name in names],
        threshold=threshold,
    )


def _array() -> traitlets.Any:
    return traitlets.Any().tag(sync=True, to_json=lambda array, _: packed(array))


class AlarmExplorer(InteractiveFigure):
    """Scores and labels, the threshold, and how rare the positive cases are.

    `rarity` is 0 for as many positive cases as there are here, and otherwise N for one
    in N cases.
    """

    scores = _array()
    labels = _array()
    names = traitlets.List(traitlets.Unicode()).tag(sync=True)
    threshold = traitlets.Float(0.5).tag(sync=True)
    rarity = traitlets.Int(0).tag(sync=True)
    rarities = traitlets.List(list(RARITIES)).tag(sync=True)

    _esm = load_script("alarm_explorer")
    _title = "Alarm explorer"

    @traitlets.validate("threshold")
    def _check_threshold(self, proposal: Any) -> float:
        if not 0 <= proposal["value"] <= 1:
            raise ValueError(
                f"`threshold` must be from 0 to 1: received {proposal['value']}."
            )
        return proposal["value"]

    @traitlets.validate("rarity")
    def _check_rarity(self, proposal: Any) -> int:
        if proposal["value"] not in RARITIES:
            raise ValueError(
                f"`rarity` must be one of {list(RARITIES)}: received "
                f"{proposal['value']}."
            )
        return proposal["value"]

    def counts(self) -> dict[str, int]:
        """Count the cases of each kind at the threshold."""
        alarm = np.asarray(self.scores, dtype=np.float32) > np.float32(self.threshold)
        real = np.asarray(self.labels) == 1
        return {
            "caught": int(np.sum(alarm & real)),
            "missed": int(np.sum(~alarm & real)),
            "false_alarms": int(np.sum(alarm & ~real)),
            "quiet": int(np.sum(~alarm & ~real)),
        }

    def report(self) -> dict[str, float]:
        """Compute the shares that the figure shows; precision without alarms is 0."""
        counts = self.counts()
        real = counts["caught"] + counts["missed"]
        genuine = counts["false_alarms"] + counts["quiet"]
        base = 1 / self.rarity if self.rarity else real / (real + genuine)
        recall = counts["caught"] / real
        false_rate = counts["false_alarms"] / genuine
        alarms = base * recall + (1 - base) * false_rate
        return {
            "base_rate": base,
            "recall": recall,
            "precision": base * recall / alarms if alarms else 0.0,
            "accuracy": base * recall + (1 - base) * (1 - false_rate),
            "never": 1 - base,
        }

    def static_figure(self) -> tuple[Figure, str]:
        """Draw the scores, and precision and recall for every threshold."""
        figure = plot_alarms(self.scores, self.labels, self.threshold, self.names)
        counts, report = self.counts(), self.report()
        alt = (
            f"Left, a histogram of the scores of {self.names[0]} and {self.names[1]} "
            "cases. Right, precision and recall against the threshold. At threshold "
            f"{self.threshold:.2f} the detector catches {counts['caught']} and misses "
            f"{counts['missed']}, with {counts['false_alarms']} false alarms: recall "
            f"{report['recall']:.1%}, precision {report['precision']:.1%}, accuracy "
            f"{report['accuracy']:.1%}; never raising an alarm is right for "
            f"{report['never']:.1%}."
        )
        return figure, alt
