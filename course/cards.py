"""Decision cards: which network for which case, marked field by field.

A card answers seven questions about a case: architecture, input shape, units and
activation of the last layer, loss, baseline, reason. A case may have several good
cards, for example one with a convolutional and one with a recurrent network. A card is
held against the good one that it resembles most, so the reason must fit the
architecture, and the loss the activation.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from course.checks import CheckFailed, score_answers, seal

FIELDS = (
    "architecture",
    "input_shape",
    "units",
    "activation",
    "loss",
    "baseline",
    "reason",
)

MENU: Mapping[str, Mapping[str, str]] = {
    "architecture": {
        "simple": "a linear model or trees, no network",
        "dense": "fully connected layers",
        "conv1d": "convolutions along one axis, one answer at the end",
        "conv2d": "convolutions along two axes, one answer at the end",
        "recurrent": "SimpleRNN, LSTM or GRU, one answer at the end",
        "recurrent steps": "recurrent with an answer at every time step",
        "fully convolutional": "convolutions to the end, an answer at every place",
        "encoder-decoder": "one network reads, another writes a sequence",
    },
    "activation": {
        "softmax": "the units share 100 %",
        "sigmoid": "each unit from 0 to 1 on its own",
        "linear": "any number, no activation",
    },
    "loss": {
        "categorical": "categorical cross-entropy (sparse or one-hot)",
        "binary": "binary cross-entropy",
        "error": "mean squared or absolute error",
    },
    "baseline": {
        "most frequent": "always the most frequent class of the training data",
        "training mean": "always the mean of the training targets",
        "last value": "the value before, once more",
        "last season": "the value at the same hour of the last day or week",
        "look-up": "for each word, its most frequent partner",
        "random": "a random draw",
    },
    "reason": {
        "anywhere in the picture": "a pattern may be at any place of a picture",
        "anywhere in time": "a short pattern may come at any time",
        "memory": "order counts, and so does what was long ago",
        "own place": "each number has a meaning of its own at a fixed place",
        "every place": "an answer is wanted at every place or time step",
        "own length": "the output is a sequence with a length of its own",
    },
}

_LOOK_AGAIN = {
    "architecture": "what are neighbours in these data, and how many answers are "
    "wanted?",
    "input_shape": "the shape of one example, without the batch, the channel last",
    "units": "how many numbers must come out (at each place)?",
    "activation": "can exactly one be true, several, or is it a quantity?",
    "loss": "what does the activation give, and what is it compared with?",
    "baseline": "what would you say without any model, and can that be beaten?",
    "reason": "which property of the data does this architecture use?",
}

_ONE_ANSWER = "one answer for the whole"
_ARCHITECTURE = {
    ("picture", "simple"): "A linear model on pixels ties each weight to one pixel: "
    "a thing that moves is lost.",
    ("picture", "dense"): "A dense layer ties each weight to one pixel: what it has "
    "learned at one place it does not know at another.",
    ("picture", "conv1d"): "Conv1D slides along one axis; in a picture things move "
    "along two.",
    ("picture", "recurrent"): "A recurrent network reads a picture row by row; the "
    "neighbours above and below are far apart for it.",
    (
        "series",
        "simple",
    ): "A linear model ties each weight to one time step: what "
    "comes earlier or later than usual is lost.",
    ("series", "dense"): "A dense layer ties each weight to one time step: what "
    "comes earlier or later than usual is lost.",
    ("series", "conv2d"): "Conv2D needs two axes along which a pattern keeps its "
    "meaning when it moves. Along the list of sensors it does not.",
    ("table", "conv1d"): "Convolution uses that neighbours belong together; columns of "
    "a table are neighbours by accident.",
    ("table", "conv2d"): "A table of attributes is no picture: its columns can be "
    "put in any order.",
    ("table", "recurrent"): "The columns of a table come in no order that a memory "
    "could use.",
}
_MAY_DO = "This may do, but then the other entries of the card must fit it."
_ARCHITECTURE_ANYWHERE = {
    "recurrent steps": f"An answer at every time step, where {_ONE_ANSWER} is wanted.",
    "fully convolutional": f"An answer at every place, where {_ONE_ANSWER} is wanted.",
    "encoder-decoder": "An encoder with a decoder writes a sequence; nothing of that "
    "kind is wanted here.",
}
_ARCHITECTURE_PLACES = {
    "simple": "A linear model knows nothing of neighbours, and an answer is wanted at "
    "every place.",
    "dense": "A dense layer would need weights of its own for every place.",
    "conv1d": f"This gives {_ONE_ANSWER}, where one at every place is wanted.",
    "conv2d": f"This gives {_ONE_ANSWER}, where one at every place is wanted.",
    "recurrent": f"This gives {_ONE_ANSWER}, where one at every place is wanted.",
    "recurrent steps": "It walks along one axis of time; a picture has two of space.",
    "encoder-decoder": "Input and output have the same places: nothing needs to be "
    "written anew, one by one.",
}
_ARCHITECTURE_WRITES = {
    "simple": "A linear model gives a fixed set of numbers, not a sequence of words.",
    "dense": "A dense network gives a fixed set of numbers, not a sequence of words.",
    "conv1d": "This gives one answer, where a whole sequence is wanted.",
    "conv2d": "Neither axis of a picture is here, and a whole sequence is wanted.",
    "recurrent": "This gives one answer, where a whole sequence is wanted.",
    "recurrent steps": "This gives one word for each word read: the output has another "
    "length and another order.",
    "fully convolutional": "This gives one word for each word read: the output has "
    "another length and another order.",
}
_ACTIVATION = {
    (
        "softmax",
        "sigmoid",
    ): "Softmax makes the units share 100 %. With one unit that "
    "is always 1; with several labels at once, one takes from the other.",
    ("softmax", "linear"): "Softmax gives shares of 100 %, where a quantity is wanted.",
    ("sigmoid", "softmax"): "Sigmoid judges each unit on its own; exactly one class is "
    "right, so let them share 100 %.",
    ("sigmoid", "linear"): "Sigmoid cannot leave 0 to 1, a quantity can.",
    ("linear", "softmax"): "Without an activation the outputs are scores, no "
    "probabilities.",
    ("linear", "sigmoid"): "Without an activation the output is a score, no "
    "probability.",
}
_LOSS = {
    ("categorical", "binary"): "Categorical cross-entropy expects exactly one class in "
    "100 %; here each unit is a yes or no of its own.",
    ("categorical", "error"): "A cross-entropy compares probabilities; for a quantity "
    "measure how far off it is.",
    ("binary", "categorical"): "Binary cross-entropy treats every unit as a yes or no "
    "of its own; here exactly one class is right.",
    ("binary", "error"): "A cross-entropy compares probabilities; for a quantity "
    "measure how far off it is.",
    ("error", "categorical"): "A squared error of class numbers would call class 9 "
    "three times class 3, and of probabilities it learns slowly.",
    ("error", "binary"): "A squared error of probabilities hardly punishes a sure and "
    "wrong answer; a cross-entropy does.",
}
_BASELINE = {
    ("most frequent", "training mean"): "A quantity has no most frequent class.",
    ("most frequent", "last value"): "A quantity has no most frequent class.",
    ("most frequent", "last season"): "A quantity has no most frequent class.",
    (
        "most frequent",
        "look-up",
    ): "The same text for every input is too low a bar "
    "where each word can be looked up.",
    ("training mean", "most frequent"): "Classes have no mean: class 2 is not the mean "
    "of classes 1 and 3.",
    ("training mean", "last value"): "In a series the value before is mostly closer "
    "than the mean of all.",
    ("training mean", "last season"): "In a series that repeats itself, the same hour "
    "of the last day or week is closer than the mean of all.",
    ("training mean", "look-up"): "Words have no mean.",
    ("last value", "most frequent"): "Each example comes on its own: no class is known "
    "before it that could be repeated.",
    ("last value", "training mean"): "Each example comes on its own: no value of the "
    "target is known before it.",
    ("last value", "last season"): "The hour before is a bar, but the same hour of the "
    "last day or week is harder to beat.",
    ("last value", "look-up"): "There is no text before that could be repeated.",
    ("last season", "most frequent"): "Nothing here repeats with the hour or the day.",
    ("last season", "training mean"): "Nothing here repeats with the hour or the day.",
    ("last season", "last value"): "Nothing here repeats with the hour or the day.",
    ("last season", "look-up"): "Nothing here repeats with the hour or the day.",
}
_BASELINE_ANYWHERE = {
    "look-up": "There are no words to be looked up one by one.",
    "random": "A random draw is beaten by a constant answer: too low a bar.",
}
_REASON = {
    "anywhere in the picture": "This does not fit: no pattern of two directions is "
    "looked for at any place here, or your architecture does not look for it.",
    "anywhere in time": "This does not fit: sliding along time is not what is needed "
    "here, or not what your architecture does.",
    "memory": "This does not fit: there is no long row of events to keep in mind, or "
    "your architecture keeps none.",
    "own place": "This does not fit: here the same thing may come at different places, "
    "or your architecture does not tie weights to places.",
    "every place": f"This does not fit: {_ONE_ANSWER} is wanted, or your architecture "
    "gives no more.",
    "own length": "This does not fit: the length of the output is known before.",
}
_SHAPE = {
    "with batch": "The batch is not part of the input shape: give one example's.",
    "without channels": "The channel axis is missing: the last axis says how many "
    "numbers there are at each place.",
    "swapped": "The right lengths in the wrong order: time or height and width first, "
    "channels last.",
    "flattened": "All in one row: then nothing is left of what is next to what.",
    "no shape": "This is no shape: write a tuple such as `(64, 64, 3)`.",
    "another": "Another shape than an example has.",
}
_UNITS = {
    "too few": "Too few: one unit for each class or label, or for each number wanted.",
    "too many": "Too many: a unit for each class or label, one for a yes or no, one "
    "for each number wanted.",
    "no number": "This is no whole number.",
}


def check(cards: Any, sealed: Mapping[str, Sequence[str]], name: str) -> None:
    """Check cards in a test that learners can read; it does not hold the answers.

    Args:
        cards: The learner's cards, `{case: card}`, a card being seven values in the
            order of `FIELDS` or a dictionary of them.
        sealed: For each case what `sealed_card` gives for each of its good cards.
        name: What `cards` is, for the message.

    Raises:
        CheckFailed: If a field is wrong. The summary names it and asks the question to
            think over.
    """
    notes = []
    fields_right = 0
    for case, card in _read(cards, list(sealed), name).items():
        if isinstance(card, str):
            notes.append(f"{case}: {card}")
            continue
        matches = []
        for good in sealed[case]:
            seals = dict(zip(FIELDS, good.split(), strict=True))
            matches.append(
                [f for f in FIELDS if _seal(case, f, card[f]) in seals[f].split(",")]
            )
        right = max(matches, key=lambda one: (len(one), "architecture" in one))
        fields_right += len(right)
        notes += [
            f"{case}, {field}: look again, {_LOOK_AGAIN[field]}"
            for field in FIELDS
            if field not in right
        ]
    if notes:
        headline = (
            f"`{name}`: {fields_right} of {len(sealed) * len(FIELDS)} fields right."
        )
        raise CheckFailed("\n".join([headline, *(f"- {note}" for note in notes)]))


def score(
    cards: Any, cases: Mapping[str, Mapping[str, Any]], points: float, name: str
) -> float:
    """Mark cards with partial credit beyond guessing, and say what is wrong.

    Args:
        cards: As in `check`.
        cases: For each case `kind` ("picture", "series", "table", "places" or
            "writes"), `cards` (the good ones, dictionaries of a value or a list of
            values for each field), and if wanted `messages`, which stand in for the
            usual ones: `{(field, choice): words}`.
        points: The score for all right.
        name: What `cards` is, for the message.

    Returns:
        The score, between 0 and `points`, as `checks.score_answers` counts it.
    """
    answers: dict[str, Any] = {}
    want: dict[str, set[str]] = {}
    messages: dict[str, dict[str, str]] = {}
    for case, card in _read(cards, list(cases), name).items():
        entry = cases[case]
        written = {field: ... for field in FIELDS} if isinstance(card, str) else card
        good = _most_alike(entry["cards"], written)
        for field in FIELDS:
            question = f"{case}, {field}"
            right = _right(field, good[field])
            answers[question] = _kind_of_answer(field, written[field], good[field])
            want[question] = right
            own = entry.get("messages", {})
            messages[question] = {
                choice: own.get((field, choice)) or words
                for choice, words in _messages(field, entry["kind"], right).items()
            }
    return score_answers(answers, want, messages, points, name)


def sealed_card(case: str, card: Mapping[str, Any]) -> str:
    """Seal a good card of a case, for `check`: a word for each field."""
    return " ".join(
        ",".join(_seal(case, field, value) for value in _several(card[field]))
        for field in FIELDS
    )


def _most_alike(
    good: Sequence[Mapping[str, Any]], written: Mapping[str, Any]
) -> Mapping[str, Any]:
    """Choose the good card that a card resembles most, first by its architecture."""

    def likeness(one: Mapping[str, Any]) -> tuple[int, bool]:
        right = [
            field
            for field in FIELDS
            if _kind_of_answer(field, written[field], one[field])
            in _right(field, one[field])
        ]
        return len(right), "architecture" in right

    return max(good, key=likeness)


def _several(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _seal(case: str, field: str, value: Any) -> str:
    return seal(f"{case} {field}", _text(field, value))


def _text(field: str, value: Any) -> str:
    if field == "input_shape" and isinstance(value, tuple | list):
        return " x ".join("any" if one is None else str(one) for one in value)
    return str(value)


def _read(cards: Any, cases: list[str], name: str) -> dict[str, Any]:
    """Return a dictionary of fields for each case, or words that say what it lacks."""
    if not isinstance(cards, Mapping):
        raise CheckFailed(
            f"`{name}` should be a dictionary with one card for each case. Restore the "
            "cell and fill in the cards only."
        )
    unknown = [str(case)[:200] for case in cards if case not in cases]
    if unknown:
        raise CheckFailed(
            f"`{name}` has a card under another label than the cases have: was one "
            f"changed? They are {', '.join(cases)}.",
            f"no case: {', '.join(unknown)[:200]}",
        )
    read: dict[str, Any] = {}
    for case in cases:
        card = cards.get(case)
        if card is None or card is Ellipsis:
            read[case] = "this card is not filled in yet."
        elif isinstance(card, Mapping):
            read[case] = {field: _plain(field, card.get(field)) for field in FIELDS}
        elif isinstance(card, tuple | list) and len(card) == len(FIELDS):
            pairs = zip(FIELDS, card, strict=True)
            read[case] = {field: _plain(field, value) for field, value in pairs}
        else:
            read[case] = f"a card has {len(FIELDS)} entries: {', '.join(FIELDS)}."
    return read


def _plain(field: str, value: Any) -> Any:
    if value is None or value is Ellipsis:
        return ...
    if field == "input_shape":
        if not isinstance(value, tuple | list):
            return value
        return tuple(
            int(one) if hasattr(one, "__index__") else one for one in tuple(value)
        )
    if field == "units":
        is_whole = hasattr(value, "__index__") and not isinstance(value, bool)
        return int(value) if is_whole else value
    return "".join(value).strip().casefold() if isinstance(value, str) else value


def _right(field: str, good: Any) -> set[str]:
    if field in ("input_shape", "units"):
        return {"right"}
    return set(_several(good))


def _kind_of_answer(field: str, value: Any, good: Any) -> Any:
    """Name what is wrong with a shape or a number; a choice stands for itself."""
    if value is Ellipsis or field not in ("input_shape", "units"):
        return value
    wanted = _several(good)
    if field == "units":
        if not isinstance(value, int) or isinstance(value, bool):
            return "no number"
        if value in wanted:
            return "right"
        return "too few" if value < min(wanted) else "too many"
    return _kind_of_shape(value, wanted)


def _kind_of_shape(shape: Any, wanted: list[tuple[int | None, ...]]) -> str:
    if not isinstance(shape, tuple) or not all(
        one is None or (isinstance(one, int) and not isinstance(one, bool))
        for one in shape
    ):
        return "no shape"
    if shape in wanted:
        return "right"
    if shape[1:] in wanted:
        return "with batch"
    if any(shape == one[:-1] or (*shape, 1) == one for one in wanted):
        return "without channels"
    for one in wanted:
        if None in one:
            continue
        if sorted(map(str, shape)) == sorted(map(str, one)):
            return "swapped"
        size = 1
        for length in one:
            size *= length
        if shape == (size,):
            return "flattened"
    return "another"


def _messages(field: str, kind: str, right: set[str]) -> dict[str, str]:
    """Return what to say to each wrong choice of a field."""
    if field == "input_shape":
        return _SHAPE
    if field == "units":
        return _UNITS
    first = next(choice for choice in MENU[field] if choice in right)
    found = {}
    for choice in MENU[field]:
        if choice in right:
            continue
        if field == "architecture":
            special = {"places": _ARCHITECTURE_PLACES, "writes": _ARCHITECTURE_WRITES}
            words = special.get(kind, {}).get(choice)
            words = words or _ARCHITECTURE.get((kind, choice))
            words = words or _ARCHITECTURE_ANYWHERE.get(choice, "")
            words = words or _MAY_DO
        elif field == "activation":
            words = _ACTIVATION[choice, first]
        elif field == "loss":
            words = _LOSS[choice, first]
        elif field == "baseline":
            words = _BASELINE_ANYWHERE.get(choice) or _BASELINE[choice, first]
        else:
            words = _REASON[choice]
        found[choice] = words
    return found
