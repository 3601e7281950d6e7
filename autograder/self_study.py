"""The self-study edition: every test visible, every solution at hand, nothing graded.

A notebook of it is the learners' notebook with two changes. The hidden tests show their
code and run like the others, as nobody grades a self-study reader. And behind the tests
of each exercise a collapsed block holds the solution and, where the source has one, the
worked explanation.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from autograder.build import normalise
from autograder.delimiters import Delimiters
from autograder.exceptions import UnknownAssignment
from autograder.generate import generate_assignment
from autograder.inspection import joined
from autograder.worked import is_worked_solution

if TYPE_CHECKING:
    from autograder.course import Course

_OPENING = "<details><summary>Worked solution</summary>"
_EXERCISE_TAG = "exercise:"


def write_self_study(
    course: Course, folder: Path, assignments: Sequence[str] = ()
) -> list[Path]:
    """Write the self-study notebooks of a course.

    Args:
        course: The course; only its source is read.
        folder: Gets `<assignment>/<notebook>.ipynb`; older files of that name are
            replaced, others stay.
        assignments: Names; all by default.

    Returns:
        The notebooks that were written.

    Raises:
        UnknownAssignment: If a name is not in the source folder, or it is empty.
        BuildError: If nbgrader refuses the source.
    """
    chosen = sorted(set(assignments)) or course.assignments()
    if not chosen:
        raise UnknownAssignment(
            f"{course.source('.')} holds no assignment: a folder with at least one "
            "notebook in it."
        )
    delimiters = Delimiters.of(course.config)
    written = []
    for assignment in chosen:
        names = course.notebooks(assignment)
        with tempfile.TemporaryDirectory(prefix="autograder-self-study-") as scratch:
            generated = generate_assignment(
                course, assignment, Path(scratch), keep_hidden=True
            )
            for name in names:
                notebook = make_self_study(
                    _read(course.source(assignment) / f"{name}.ipynb"),
                    _read(generated / f"{name}.ipynb"),
                    delimiters,
                )
                path = folder / assignment / f"{name}.ipynb"
                path.parent.mkdir(parents=True, exist_ok=True)
                text = json.dumps(notebook, indent=1, ensure_ascii=False)
                path.write_text(text + "\n", encoding="utf-8", newline="\n")
                written.append(path)
    return written


def make_self_study(
    source: dict[str, Any], generated: dict[str, Any], delimiters: Delimiters
) -> dict[str, Any]:
    """Make one self-study notebook.

    Args:
        source: The instructor's notebook, parsed.
        generated: What the build makes of it with the hidden tests kept.
        delimiters: The course's marks of hidden tests.
    """
    solutions = _solutions(source)
    explanations = _explanations(source)
    last_cell = _last_cells(generated, solutions)
    cells = []
    for cell in generated["cells"]:
        grade_id = _grade_id(cell)
        text = _without_marks(joined(cell["source"]), delimiters)
        cell = {**cell, "source": text, "metadata": {**cell["metadata"]}}
        settings = cell["metadata"].pop("nbgrader", {})
        if settings.get("grade") and not settings.get("solution"):
            cell["metadata"]["editable"] = False
        cells.append(cell)
        for exercise in last_cell.get(grade_id, ()):
            solution = solutions[exercise]
            text = _without_marks(joined(solution["source"]), delimiters)
            if solution["cell_type"] == "code":
                text = f"```python\n{text}\n```"
            cells.append(_worked_cell(exercise, text, explanations.get(exercise)))
    return normalise({**generated, "cells": cells})


def _solutions(source: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {
        _grade_id(cell): cell
        for cell in source["cells"]
        if cell["metadata"].get("nbgrader", {}).get("solution")
    }


def _explanations(source: dict[str, Any]) -> dict[str, str]:
    """Text of the worked solutions, by the exercise whose cells stand before them."""
    found: dict[str, str] = {}
    exercise = ""
    for cell in source["cells"]:
        exercise = _exercise(cell) or exercise
        if is_worked_solution(cell) and exercise:
            text = joined(cell["source"]).strip()
            found[exercise] = (
                f"{found[exercise]}\n\n{text}" if exercise in found else text
            )
    return found


def _exercise(cell: dict[str, Any]) -> str:
    for tag in cell["metadata"].get("tags", []):
        if tag.startswith(_EXERCISE_TAG):
            return tag.removeprefix(_EXERCISE_TAG)
    settings = cell["metadata"].get("nbgrader", {})
    return settings.get("grade_id", "") if settings.get("solution") else ""


def _last_cells(
    generated: dict[str, Any], solutions: dict[str, dict[str, Any]]
) -> dict[str, list[str]]:
    """Where each exercise ends: its name by the grade id of its last cell."""
    last: dict[str, str] = {}
    exercise = ""
    for cell in generated["cells"]:
        grade_id = _grade_id(cell)
        if not grade_id:
            continue
        if grade_id in solutions:
            exercise = grade_id
        elif _exercise(cell):
            exercise = _exercise(cell)
        elif not cell["metadata"]["nbgrader"].get("grade"):
            continue
        if exercise in solutions:
            last[exercise] = grade_id
    ends: dict[str, list[str]] = {}
    for exercise, grade_id in last.items():
        ends.setdefault(grade_id, []).append(exercise)
    return ends


def _grade_id(cell: dict[str, Any]) -> str:
    return cell["metadata"].get("nbgrader", {}).get("grade_id", "")


def _without_marks(text: str, delimiters: Delimiters) -> str:
    """The text without the lines that mark solutions, hidden tests and schemes."""
    marks = (delimiters.solution, delimiters.hidden_tests, delimiters.mark_scheme)
    lines = [
        line
        for line in text.split("\n")
        if not any(mark.begin in line or mark.end in line for mark in marks)
    ]
    return "\n".join(lines).strip("\n")


def _worked_cell(
    exercise: str, solution: str, explanation: str | None
) -> dict[str, Any]:
    parts = [_OPENING, *([explanation] if explanation else []), solution, "</details>"]
    return {
        "cell_type": "markdown",
        "id": f"{exercise.replace('_', '-')}-solved"[:64],
        "metadata": {"editable": False},
        "source": "\n\n".join(parts),
    }


def _read(path: Path) -> dict[str, Any]:
    return json.loads(path.read_text(encoding="utf-8"))
