"""Ask about the data, advise an architecture, and say why."""

from collections.abc import Sequence
from types import MappingProxyType
from typing import Any

import traitlets
from matplotlib.figure import Figure

from course.plots._select import plot_advice
from course.widgets._interactive import InteractiveFigure, load_script

QUESTIONS = MappingProxyType(
    {
        "example": {
            "text": "What is one example?",
            "why": "It tells what is next to what.",
            "options": [
                ["a picture: neighbours in two directions", "picture output"],
                ["a row of measurements, sounds or words", "series output"],
                ["a row of a table: columns in any order", "table"],
            ],
        },
        "picture output": {
            "text": "What must come out?",
            "why": "It decides whether places may be summed up.",
            "options": [
                ["one answer for the picture", "picture places"],
                ["an answer for each pixel", "fully convolutional"],
                ["a row of words", "caption"],
            ],
        },
        "picture places": {
            "text": "May what counts be at any place?",
            "why": "If so, one detector can serve all places.",
            "options": [
                ["yes", "picture number"],
                ["no, each pixel always means the same", "dense picture"],
            ],
        },
        "picture number": {
            "text": "How many labelled pictures are there?",
            "why": "Kernels must be learned from something.",
            "options": [
                ["thousands", "conv2d"],
                ["some hundreds or fewer", "pretrained"],
            ],
        },
        "series output": {
            "text": "What must come out?",
            "why": "It decides whether steps may be summed up.",
            "options": [
                ["one answer for the whole row", "series places"],
                ["an answer at every step", "live"],
                ["a row with a length of its own", "encoder-decoder"],
            ],
        },
        "series places": {
            "text": "Does each step always mean the same?",
            "why": "As if it always began at midnight: then each step can have weights "
            "of its own.",
            "options": [
                ["yes, it always begins at the same moment", "dense series"],
                ["no, things come earlier or later", "reach"],
            ],
        },
        "reach": {
            "text": "How far apart are things that must be seen together?",
            "why": "A convolution sees as far as its receptive field.",
            "options": [
                ["close together: a short pattern", "conv1d"],
                ["far apart, and their order counts", "recurrent"],
            ],
        },
        "live": {
            "text": "Must the answer come while data still arrive?",
            "why": "Then the network may only look back.",
            "options": [
                ["yes", "causal"],
                ["no, the whole row is there", "both ways"],
            ],
        },
    }
)

ADVICE = MappingProxyType(
    {
        "table": {
            "title": "No CNN and no RNN",
            "because": "Columns can be put into any order: nothing slides, and nothing "
            "must be remembered.",
            "layers": "a few Dense layers at most",
            "first": "trees (gradient boosting) or a linear model; often they stay the "
            "best",
        },
        "fully convolutional": {
            "title": "A fully convolutional network",
            "because": "An answer is wanted at every place, so no layer may throw the "
            "places away.",
            "layers": "Conv2D to the end, often down and up again (U-Net)",
            "first": "a threshold on the colour of each pixel",
        },
        "caption": {
            "title": "A CNN that reads, a recurrent network or transformer that writes",
            "because": "The input is spatial, the output a sequence with a length of "
            "its own.",
            "layers": "Conv2D …, then LSTM or attention, word by word",
            "first": "the most frequent caption, or that of the most similar picture",
        },
        "dense picture": {
            "title": "A dense network",
            "because": "Each pixel has a meaning of its own, so each gets its own "
            "weight.",
            "layers": "Flatten, Dense",
            "first": "a linear model on the pixels",
        },
        "conv2d": {
            "title": "A CNN with Conv2D",
            "because": "One small detector serves all places, so few parameters find "
            "the thing wherever it is.",
            "layers": "Conv2D, pooling, …, GlobalMaxPooling2D, Dense",
            "first": "the most frequent class, then a linear model on the pixels",
        },
        "pretrained": {
            "title": "A CNN that was trained on other pictures",
            "because": "A few hundred pictures do not teach good kernels; borrowed "
            "ones are adapted.",
            "layers": "keras.applications without its last layer, then Dense",
            "first": "the most frequent class, then a linear model on the borrowed "
            "features",
        },
        "encoder-decoder": {
            "title": "An encoder with a decoder",
            "because": "The output has a length and an order of its own: one network "
            "reads, one writes.",
            "layers": "two LSTMs, or today mostly a transformer",
            "first": "a look-up table, word by word",
        },
        "dense series": {
            "title": "A dense network",
            "because": "Each step always means the same, so each gets its own weight.",
            "layers": "Flatten, Dense",
            "first": "a linear model on the steps; for forecasts the seasonal naive "
            "one",
        },
        "conv1d": {
            "title": "A CNN with Conv1D",
            "because": "A short pattern may come at any time: slide a small detector "
            "along.",
            "layers": "Conv1D, pooling, …, GlobalMaxPooling1D, Dense",
            "first": "mean, spread and extremes of each row into a linear model or "
            "trees",
        },
        "recurrent": {
            "title": "A recurrent network with gates, or dilated convolutions",
            "because": "What is far back must be kept: by a memory, or by a receptive "
            "field that is wide enough. Work out the field.",
            "layers": "GRU or LSTM; or Conv1D with dilations 1, 2, 4, …",
            "first": "a linear model on the last few values; for forecasts the naive "
            "one",
        },
        "causal": {
            "title": "A recurrent network with an answer at every step",
            "because": "It carries its state along and needs no later data; causal "
            "convolutions do the same with a fixed view.",
            "layers": "GRU(return_sequences=True), Dense; or Conv1D(padding='causal')",
            "first": "repeat the last answer, or a linear model on the last few values",
        },
        "both ways": {
            "title": "A recurrent network in both directions, or convolutions",
            "because": "The whole row is there, so each step may look ahead as well.",
            "layers": "Bidirectional(LSTM(return_sequences=True)); or "
            "Conv1D(padding='same')",
            "first": "a linear model on each step and its neighbours",
        },
    }
)
FIRST_QUESTION = "example"


def architecture_chooser(path: Sequence[int] = ()) -> "ArchitectureChooser":
    """Ask questions about a problem one by one, then advise and explain.

    Args:
        path: Options that are chosen already, counted from 0.

    Raises:
        ValueError: If the path leads nowhere.
    """
    return ArchitectureChooser(path=list(path))


def follow_path(path: Sequence[int]) -> str:
    """Return the key of the question or the advice that a path leads to.

    Raises:
        ValueError: If the path leads nowhere.
    """
    key = FIRST_QUESTION
    for step, chosen in enumerate(path):
        options = QUESTIONS[key]["options"] if key in QUESTIONS else []
        is_number = isinstance(chosen, int) and not isinstance(chosen, bool)
        if not is_number or not 0 <= chosen < len(options):
            raise ValueError(
                f"`path` has at step {step} the option {chosen!r}: there are "
                f"{len(options)} options, counted from 0."
            )
        key = options[chosen][1]
    return key


def all_paths() -> list[tuple[int, ...]]:
    """List every path that leads to an advice."""
    done, waiting = [], [()]
    while waiting:
        path = waiting.pop(0)
        key = follow_path(path)
        if key in ADVICE:
            done.append(path)
        else:
            number = len(QUESTIONS[key]["options"])
            waiting += [(*path, option) for option in range(number)]
    return sorted(done)


class ArchitectureChooser(InteractiveFigure):
    """The options chosen so far; `advice` once they lead to one."""

    path = traitlets.List().tag(sync=True)
    questions = traitlets.Dict(dict(QUESTIONS)).tag(sync=True)
    advices = traitlets.Dict(dict(ADVICE)).tag(sync=True)
    first_question = traitlets.Unicode(FIRST_QUESTION).tag(sync=True)

    _esm = load_script("chooser")
    _title = "Which architecture? A chooser that explains its advice"

    @traitlets.validate("path")
    def _check_path(self, proposal: Any) -> list[int]:
        follow_path(proposal["value"])
        return list(proposal["value"])

    def advice(self) -> dict[str, str] | None:
        """Return the advice, None while there are questions left."""
        return ADVICE.get(follow_path(self.path))

    def static_figure(self) -> tuple[Figure, str]:
        """Draw every way through the questions, with the advice at its end."""
        rows = []
        for path in all_paths():
            answers = []
            for step, chosen in enumerate(path):
                question = QUESTIONS[follow_path(path[:step])]
                answers.append(question["options"][chosen][0])
            rows.append((answers, ADVICE[follow_path(path)]["title"]))
        marked = all_paths().index(tuple(self.path)) if self.advice() else None
        alt = (
            "A table of answers about the data and the advice they lead to. "
            + " ".join(f"{'; '.join(answers)}: {title}." for answers, title in rows)
            + " Before each of them, try a simpler model."
        )
        return plot_advice(rows, marked), alt
