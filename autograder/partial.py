"""Grade one exercise again and keep all else as it is."""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import replace

from autograder.exceptions import UnknownExercise
from autograder.exercises import Exercise, find_exercises
from autograder.plan import Plan
from autograder.reading import cell_text
from autograder.results import CellScore, NotebookResult

#: Grade ids of the tests to run, by notebook.
Chosen = dict[str, frozenset[str]]


def tests_of_exercise(plan: Plan, name: str, notebooks: Collection[str]) -> Chosen:
    """Return the tests of an exercise, in every notebook that has one of this name.

    Args:
        plan: The assignment.
        name: Grade id of the exercise's answer, or its title.
        notebooks: Where to look.

    Raises:
        UnknownExercise: If none of them has it.
    """
    exercises = {notebook: _exercises(plan, notebook) for notebook in notebooks}
    chosen = {
        notebook: frozenset(
            test for one in found if name in (one.name, one.title) for test in one.tests
        )
        for notebook, found in exercises.items()
    }
    chosen = {notebook: tests for notebook, tests in chosen.items() if tests}
    if not chosen:
        known = [one.name for found in exercises.values() for one in found]
        raise UnknownExercise(
            f"No exercise {name!r} in {', '.join(notebooks)} of {plan.assignment}. "
            f"Known exercises: {', '.join(known) or 'none'}."
        )
    return chosen


def _exercises(plan: Plan, notebook: str) -> list[Exercise]:
    cells = [cell.content for cell in plan.skeletons[notebook].cells]
    return find_exercises(cells)


def can_keep(earlier: NotebookResult | None, tests: Collection[str]) -> bool:
    """Say whether an earlier result has the marks of all cells but these."""
    return earlier is not None and earlier.status == "graded" and bool(tests)


def merge_results(
    earlier: NotebookResult, fresh: NotebookResult, tests: Collection[str]
) -> NotebookResult:
    """Return a result with these tests' scores from the fresh one, others as before.

    It keeps the earlier fingerprint: what else changed since is not graded yet.
    """
    before: dict[str, CellScore] = {one.grade_id: one for one in earlier.scores}
    about_others = [one for one in earlier.flags if one.cell and one.cell not in tests]
    return replace(
        fresh,
        scores=[
            one if one.grade_id in tests else before.get(one.grade_id, one)
            for one in fresh.scores
        ],
        flags=[
            *(one for one in fresh.flags if not one.cell or one.cell in tests),
            *about_others,
        ],
        cell_seconds={**earlier.cell_seconds, **fresh.cell_seconds},
        fingerprint=earlier.fingerprint,
    )


def merge_notebooks(earlier: str, fresh: str, tests: Collection[str]) -> str:
    """Return the fresh notebook with the earlier outputs of tests that did not run.

    Args:
        earlier: The graded notebook of an earlier run, as JSON text.
        fresh: The one of this run, as JSON text.
        tests: Grade ids of the tests that this run ran.
    """
    before = {_grade_id(cell): cell for cell in json.loads(earlier)["cells"]}
    notebook = json.loads(fresh)
    for cell in notebook["cells"]:
        grade_id = _grade_id(cell)
        settings = cell["metadata"].get("nbgrader", {})
        is_test = settings.get("grade") and not settings.get("solution")
        same = before.get(grade_id)
        if not is_test or grade_id in tests or same is None:
            continue
        if cell["cell_type"] == "code" and cell_text(same) == cell_text(cell):
            cell["outputs"] = same.get("outputs", [])
            cell["execution_count"] = same.get("execution_count")
    return json.dumps(notebook)


def _grade_id(cell: dict) -> str:
    return cell["metadata"].get("nbgrader", {}).get("grade_id", "")
