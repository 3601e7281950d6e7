"""What a learner is told of a test that was not passed.

`visible_message` tells all; `guarded_message` and `hidden_message` tell the course's
own words only, which hold no value of a hidden test.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from autograder.pages import points
from autograder.reading import cell_text
from autograder.results import CellScore
from autograder.safe_html import shorten
from autograder.scoring import KERNEL_DIED_ERROR, plain_text

#: Assertions of `course.checks` and of the examiner: their first paragraphs hold no
#: values and no text of a learner's.
_WITHOUT_VALUES = ("CheckFailed", "NotPlain", "NotHandedOver")
#: Exceptions whose names help a learner. Few, because code can choose what it raises
#: by the hidden input that it was given.
_TELLING_NAMES = {
    "AttributeError",
    "IndexError",
    "InvalidArgumentError",
    "KeyError",
    "NameError",
    "RecursionError",
    "TypeError",
    "UnboundLocalError",
    "ValueError",
    "ZeroDivisionError",
}
NOT_SHOWN = (
    "What this cell gave at grading is not shown, because hidden tests had called your "
    "code before; run it in your notebook to see it."
)
_MORE = "Run this test in your notebook to see the values."


def first_paragraph(message: str, limit: int = 2000) -> str:
    """Return the summary of a message: the text before its first empty line."""
    paragraph = re.split(r"\n\s*\n", message.strip(), maxsplit=1)[0]
    paragraph = "\n".join(" ".join(line.split()) for line in paragraph.split("\n"))
    return paragraph if len(paragraph) <= limit else f"{paragraph[:limit]} …"


def error_text(error: dict[str, Any]) -> str:
    """Return name and text of an exception as Python prints them."""
    name, text = plain_text(error.get("ename", "")), plain_text(error.get("evalue", ""))
    return shorten(f"{name}: {text}" if text else name, 2000)


def visible_message(score: CellScore, errors: list[dict[str, Any]]) -> str:
    """Return what a visible test says: all of it."""
    if score.message and not score.error:
        gave = f"The test gave {score.message} of {score.max_score:g} points."
        return f"{gave}\n{score.summary}" if score.summary else gave
    by_itself = score.outcome in ("timeout", "not run")
    if by_itself or not errors or score.error == KERNEL_DIED_ERROR:
        return score.message or "The test gave no points."
    if score.outcome == "failed":
        return score.message or _failing_assertion(errors[0])
    if score.outcome == "unanswered":
        return score.message or "This exercise has not been answered yet."
    return f"{score.error}: {score.message}" if score.message else score.error


def _failing_assertion(error: dict[str, Any]) -> str:
    """Name the assertion that has no message of its own."""
    lines = [plain_text(line) for line in error.get("traceback", [])]
    for line in reversed(lines):  # as Python prints it
        if re.match(r"\s+assert\b", line):
            return f"This does not hold: {line.strip()}"
    for frame in error.get("traceback", []):  # as IPython prints it
        match = re.search(r"^-+>\s*\d+\s+(.*)$", plain_text(frame), re.MULTILINE)
        if match:
            return f"This does not hold: {match[1].strip()}"
    return "An assertion of this test does not hold."


def guarded_message(
    score: CellScore, cell: dict[str, Any], told: Callable[[str], str]
) -> str:
    """Return what a visible test says after hidden ones have met the learner's code.

    Args:
        score: How it went.
        cell: The executed test.
        told: Returns what of a message is the course's own wording.
    """
    if score.outcome == "timeout":
        return "Your code took too long in this test."
    if score.outcome == "not run":
        return "This test could not be run with your code."
    if score.outcome == "unanswered":
        return "This exercise has not been answered yet."
    if not score.error:
        return _guarded_credit(score)
    words = _words_of_failure(score, told)
    if not words and score.outcome == "failed":
        words = _own_assertion(cell)
    words = words or f"The test stopped with {_telling_name(score.error)}."
    return f"{words}\n{_MORE}"


def _guarded_credit(score: CellScore) -> str:
    """Say how many points a test gave, if it is a number of points."""
    if score.outcome == "error":
        return "The test gave a number of points that cannot be; it counts as 0."
    gave = "The test gave no points."
    if score.score is not None and score.message:
        gave = f"The test gave {points(score.score)} of {score.max_score:g} points."
    return f"{gave}\n{score.summary}" if score.summary else gave


def _own_assertion(cell: dict[str, Any]) -> str:
    errors = [out for out in cell["outputs"] if out["output_type"] == "error"]
    words = _failing_assertion(errors[0]) if errors else ""
    statement = words.removeprefix("This does not hold: ")
    if statement and statement in cell_text(cell):
        return words
    return "An assertion of this test does not hold."


def _words_of_failure(score: CellScore, told: Callable[[str], str]) -> str:
    """Return what may be told of a failed assertion's message."""
    if score.error in _WITHOUT_VALUES:
        return first_paragraph(score.message)
    return first_paragraph(told(score.message)) if score.outcome == "failed" else ""


def _telling_name(error: str) -> str:
    """Return the name of an exception if it is one of the few that may be told."""
    return error if error in _TELLING_NAMES else "an error"


def hidden_message(score: CellScore, told: Callable[[str], str]) -> str:
    """Return what may be told of a hidden test that was not passed.

    Args:
        score: How it went.
        told: Returns what of a message is the course's own wording.
    """
    if score.outcome == "partial":
        return score.summary or "Part of this hidden test was passed."
    if score.outcome == "timeout":
        return "Your code took too long in this hidden test."
    if score.outcome == "not run":
        return "This hidden test could not be run."
    if score.outcome == "unanswered":
        return "This exercise has not been answered yet."
    words = _words_of_failure(score, told) if score.error else score.summary
    if words:
        return words
    if score.outcome == "failed":
        return "An assertion of this hidden test does not hold."
    name = _telling_name(score.error)
    return f"Your code stopped with {name} on an input of this hidden test."
