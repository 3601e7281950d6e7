"""Which tests belong to which exercise, and what an exercise is called."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from autograder.reading import cell_text
from autograder.skeleton import kind_of

_EXERCISE_TAG = "exercise:"
#: A performance criterion such as AIT.U3.E5.PC1.
_CRITERION_TAG = re.compile(r"[A-Z][A-Z0-9]*(?:\.[A-Z0-9]+)+")
_HEADING = re.compile(r"^ {0,3}(#{1,6})\s+(.+?)\s*#*\s*$", re.MULTILINE)


@dataclass
class Exercise:
    """One exercise of a notebook.

    Attributes:
        name: Grade id of its answer, or of its first test if it has none.
        title: The heading above it.
        question: Places of the text cells between that heading and the answer.
        answers: Places of the cells with the learner's answer.
        tests: Grade ids of its tests, and of an answer that a person marks.
        criteria: Performance criteria that it belongs to.
    """

    name: str
    title: str = ""
    question: list[int] = field(default_factory=list)
    answers: list[int] = field(default_factory=list)
    tests: list[str] = field(default_factory=list)
    criteria: list[str] = field(default_factory=list)


def find_exercises(cells: Sequence[dict[str, Any]]) -> list[Exercise]:
    """Group the graded cells of a notebook by exercise, in order.

    A test belongs to the exercise that its tag `exercise:<grade id>` names; without a
    tag to the answer whose grade id its own begins with; else to the answer before.

    Args:
        cells: The cells of a notebook with nbgrader's metadata.

    Returns:
        The exercises that carry points.
    """
    exercises: dict[str, Exercise] = {}
    before: Exercise | None = None
    for place, cell in enumerate(cells):
        kind = kind_of(cell)
        if kind in ("ordinary", "locked"):
            continue
        grade_id = cell["metadata"]["nbgrader"]["grade_id"]
        if kind == "test":
            exercise = _owner(cell, grade_id, exercises, before)
            exercise.tests.append(grade_id)
        else:
            exercise = exercises.setdefault(grade_id, Exercise(grade_id))
            if not exercise.answers:
                exercise.title, exercise.question = _introduction(cells, place)
            exercise.answers.append(place)
            if kind in ("answer", "task"):
                exercise.tests.append(grade_id)
            before = exercise
        exercise.title = exercise.title or _introduction(cells, place)[0]
        exercise.criteria += [
            tag for tag in criteria_of(cell) if tag not in exercise.criteria
        ]
    return _with_distinct_titles([e for e in exercises.values() if e.tests])


def criteria_of(cell: dict[str, Any]) -> list[str]:
    """Return the performance criteria that a cell is tagged with."""
    tags = cell["metadata"].get("tags", [])
    return [tag for tag in tags if _CRITERION_TAG.fullmatch(tag)]


def _owner(
    cell: dict[str, Any],
    grade_id: str,
    exercises: dict[str, Exercise],
    before: Exercise | None,
) -> Exercise:
    for tag in cell["metadata"].get("tags", []):
        if tag.startswith(_EXERCISE_TAG):
            name = tag.removeprefix(_EXERCISE_TAG)
            return exercises.setdefault(name, Exercise(name))
    alike = [name for name in exercises if grade_id.startswith(f"{name}_")]
    if alike:
        return exercises[max(alike, key=len)]
    return before or exercises.setdefault(grade_id, Exercise(grade_id))


def _introduction(cells: Sequence[dict[str, Any]], place: int) -> tuple[str, list[int]]:
    """Return the heading above a cell and the places of the text under it."""
    text: list[int] = []
    for above in range(place - 1, -1, -1):
        cell = cells[above]
        if cell["cell_type"] != "markdown":
            continue
        if kind_of(cell) not in ("ordinary", "locked"):
            continue
        if not text or text[-1] == above + 1:
            text.append(above)
        headings = _HEADING.findall(cell_text(cell))
        if headings:
            return plain_heading(headings[-1][1]), text[::-1]
    return "", text[::-1]


def plain_heading(text: str) -> str:
    """Return a heading without Markdown's emphasis, code and link marks."""
    text = re.sub(r"!?\[([^]]*)\]\([^)]*\)", r"\1", text)
    return re.sub(r"[*`]|(?<!\w)_|_(?!\w)|<[^>]*>", "", text).strip()


def _with_distinct_titles(exercises: list[Exercise]) -> list[Exercise]:
    titles = [exercise.title for exercise in exercises]
    for exercise in exercises:
        if not exercise.title:
            exercise.title = exercise.name
        elif titles.count(exercise.title) > 1:
            exercise.title = f"{exercise.title}: {exercise.name}"
    return exercises


def claim_of(source: str) -> str:
    """Return what a test says that it checks: its docstring, or its first remark."""
    match = re.match(r'\s*[rRuU]?("""|\'\'\'|"|\')(.*?)\1', source, re.DOTALL)
    if match:
        return " ".join(match[2].split())
    for line in source.split("\n"):
        if line.startswith("#"):
            words = line.lstrip("# ").strip()
            if words and not re.match(r"(BEGIN|END)\b", words):
                return words
        elif line.strip():
            break
    return ""


def is_untouched(cell: dict[str, Any]) -> bool:
    """Say whether an answer is still as it was released."""
    from nbformat import from_dict
    from nbgrader.utils import compute_checksum

    checksum = cell["metadata"]["nbgrader"].get("checksum")
    return checksum == compute_checksum(from_dict({**cell, "source": cell_text(cell)}))
