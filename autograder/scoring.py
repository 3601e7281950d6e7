"""From a cell's outputs to its points.

nbgrader's rules hold: an error gives nothing, a number is partial credit, anything
else is full marks; an answer that a person marks is left to them. Three things
differ, because they cost honest learners marks or give them away: text on stderr is
no failure (TensorFlow writes there when it is imported), a number that is negative,
not finite or above the maximum gives nothing, and so does a test that was not run.
"""

from __future__ import annotations

import math
import re
from typing import Any

from autograder.exercises import find_exercises, is_untouched
from autograder.results import CellScore, Flag, Outcome

#: Media type of an output that holds words, but no values, of a test.
SUMMARY_TYPE = "text/x-autograder-summary"

#: Longer messages are cut; they are kept with the results of the whole class.
MAX_MESSAGE = 4000

#: Names under which execution itself reports a cell; a cell that was interrupted
#: for its time also shows the interrupt.
TIMEOUT_ERROR = "CellTimeoutError"
NOT_RUN_ERROR = "CellNotRun"
KERNEL_DIED_ERROR = "KernelDied"
_OURS = (TIMEOUT_ERROR, NOT_RUN_ERROR, KERNEL_DIED_ERROR)

#: What an exception's type says; `CheckFailed` is `course.checks`' assertion, `Failed`
#: pytest's and `NotPlain` the examiner's; the stub of an answer raises
#: NotImplementedError.
_OUTCOMES: dict[str, Outcome] = {
    TIMEOUT_ERROR: "timeout",
    NOT_RUN_ERROR: "not run",
    "CheckFailed": "failed",
    "Failed": "failed",
    "NotPlain": "failed",
    "NotImplementedError": "unanswered",
}

_ANSI = re.compile(r"\x1b\[[0-9;?]*[ -/]*[@-~]")
_NUMPY_SCALAR = re.compile(r"np\.[a-z]+\d*\((.*)\)", re.DOTALL)


def score_notebook(executed: str) -> list[CellScore]:
    """Score all graded cells of an executed notebook.

    Args:
        executed: The notebook as JSON text.
    """
    import nbformat
    from nbgrader.utils import is_grade, is_task

    cells = nbformat.reads(executed, as_version=4).cells
    scores = [score_cell(cell) for cell in cells if is_grade(cell) or is_task(cell)]
    _note_unanswered(cells, scores)
    return scores


def _note_unanswered(cells: list[Any], scores: list[CellScore]) -> None:
    """Tell tests that failed for want of an answer from those of a wrong one."""
    tests_of_untouched = {
        name
        for exercise in find_exercises(cells)
        if exercise.answers and all(is_untouched(cells[n]) for n in exercise.answers)
        for name in exercise.tests
    }
    for score in scores:
        if score.grade_id in tests_of_untouched and score.score == 0:
            score.outcome = "unanswered"


def score_cell(cell: dict[str, Any]) -> CellScore:
    """Score one graded cell of an executed notebook.

    Args:
        cell: A cell with nbgrader's metadata, `grade` set.

    Returns:
        Its score. `score` is None where a person has to mark the cell.

    Raises:
        ValueError: If the cell is not a graded one.
    """
    from nbgrader.utils import is_grade, is_solution, is_task

    if not (is_grade(cell) or is_task(cell)):
        raise ValueError(
            f"cell {cell.get('id', '')!r} is not graded: its nbgrader metadata are "
            f"{dict(cell['metadata'].get('nbgrader', {}))}. Pass graded cells only."
        )
    settings = cell["metadata"]["nbgrader"]
    grade_id, points = settings["grade_id"], float(settings["points"])
    if is_task(cell):
        return CellScore(grade_id, points, None, "manual")
    if is_solution(cell):
        return _score_answer(cell, grade_id, points)
    if cell["cell_type"] != "code":
        return CellScore(grade_id, points, None, "manual")
    return _score_test(cell, grade_id, points)


def _score_answer(cell: dict[str, Any], grade_id: str, points: float) -> CellScore:
    from nbgrader.utils import compute_checksum

    if cell["metadata"]["nbgrader"].get("checksum") == compute_checksum(cell):
        return CellScore(grade_id, points, 0.0, "unanswered")
    return CellScore(grade_id, points, None, "manual")


def _score_test(cell: dict[str, Any], grade_id: str, points: float) -> CellScore:
    errors = [out for out in cell["outputs"] if out["output_type"] == "error"]
    if errors:
        error = next((out for out in errors if out["ename"] in _OURS), errors[0])
        name = plain_text(error["ename"])[:80]
        message = plain_text(error["evalue"])[:MAX_MESSAGE]
        return CellScore(grade_id, points, 0.0, _outcome(name), name, message)

    never_ran = cell.get("execution_count") is None and not cell["outputs"]
    if never_ran and _has_code(cell["source"]):
        flag = Flag("not run", "The test was not run, so it gives nothing.", grade_id)
        return CellScore(grade_id, points, 0.0, "not run", flags=[flag])

    results = [out for out in cell["outputs"] if out["output_type"] == "execute_result"]
    number = _number(results[-1]) if results else None
    if number is None:
        return CellScore(grade_id, points, points, "passed")
    score = _partial_credit(number, grade_id, points)
    score.summary = _summary(cell["outputs"])
    return score


def _summary(outputs: list[Any]) -> str:
    """Return what the test says under `SUMMARY_TYPE`, as `course.checks` does."""
    texts = [output.get("data", {}).get(SUMMARY_TYPE) for output in outputs]
    return plain_text("\n".join(text for text in texts if isinstance(text, str)))[
        :MAX_MESSAGE
    ]


def _outcome(error: str) -> Outcome:
    if error in _OUTCOMES:
        return _OUTCOMES[error]
    return "failed" if error.endswith("AssertionError") else "error"


def _partial_credit(number: float, grade_id: str, points: float) -> CellScore:
    shown = f"{number:g}"
    if not math.isfinite(number) or not 0 <= number <= points:
        flag = Flag(
            "partial credit",
            f"The test gave {shown} of {points:g} points, which cannot be; "
            "it counts as 0.",
            grade_id,
        )
        return CellScore(grade_id, points, 0.0, "error", "", shown, flags=[flag])
    outcome = "passed" if number == points else "partial" if number else "failed"
    return CellScore(grade_id, points, number, outcome, "", shown)


def _number(output: dict[str, Any]) -> float | None:
    """Return the number that a cell's result shows, if it is one."""
    text = output.get("data", {}).get("text/plain", "")
    text = text if isinstance(text, str) else "".join(text)
    match = _NUMPY_SCALAR.fullmatch(text.strip())  # NumPy 2 writes np.float64(0.5)
    try:
        return float(match[1] if match else text)
    except ValueError:
        return None


def _has_code(source: str) -> bool:
    lines = (line.strip() for line in source.split("\n"))
    return any(line and not line.startswith("#") for line in lines)


def plain_text(text: Any) -> str:
    """Return text without the escape sequences that colour it in a terminal."""
    return _ANSI.sub("", text if isinstance(text, str) else str(text))
