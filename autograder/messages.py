"""What a learner is told of a test that was not passed."""

from __future__ import annotations

import re
from typing import Any

from autograder.results import CellScore
from autograder.safe_html import shorten
from autograder.scoring import KERNEL_DIED_ERROR, plain_text

_EXCEPTION_NAME = re.compile(r"[A-Za-z_]\w{0,59}")


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


def hidden_message(score: CellScore) -> str:
    """Return what may be told of a hidden test that was not passed."""
    if score.outcome == "partial":
        return score.summary or "Part of this hidden test was passed."
    if score.outcome == "failed":
        summary = first_paragraph(score.message) if score.error else score.summary
        return summary or "An assertion of this hidden test does not hold."
    if score.outcome == "timeout":
        return "Your code took too long in this hidden test."
    if score.outcome == "not run":
        return "This hidden test could not be run."
    if score.outcome == "unanswered":
        return "This exercise has not been answered yet."
    if _EXCEPTION_NAME.fullmatch(score.error):
        return f"Your code stopped with {score.error} on an input of this hidden test."
    return "Your code stopped with an error on an input of this hidden test."
