"""Grade a course's own solutions, to find tests that take points from right answers.

Tests run in a process of their own, apart from the learner's code. One that relies on
what holds only within one process fails for everybody, and this tells before a class
is graded.
"""

from __future__ import annotations

import re
import shutil
import tempfile
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from autograder.course import STATE_FOLDER, load_course
from autograder.doctor import Finding
from autograder.engine import Options, grade
from autograder.exceptions import BuildError, UnknownAssignment
from autograder.generate import generate_assignment
from autograder.gradebook import sqlite_url
from autograder.messages import first_paragraph

if TYPE_CHECKING:
    from nbformat import NotebookNode

    from autograder.course import Course
    from autograder.results import CellScore, NotebookResult

_STUDENT = "own-solution"

_STEPS = ("source", "release", "submitted", "autograded", "feedback")

#: The course's configuration, except for where things are.
_CONFIG = """\
from autograder.course import load_course

c = get_config()
c.merge(load_course({root!r}).config)
c.CourseDirectory.update({own!r})
"""

#: What a test may rely on that another process does not see, by signs in its text.
_SIGNS = (
    (r"redirect_std|sys\.std|StringIO|capture_output|%%?capture", "what is printed"),
    (r"\bpatch\b|[Mm]ock|builtins|setattr\(", "a name that it replaces for the answer"),
    (r"getsource|\bIn\[|\b_ih\b", "the text of the answer"),
    (r"\bopen\(|\bread_\w+\(|\bPath\(|os\.path", "a file that the answer writes"),
    (r"\bpd\.|pandas", "objects of pandas that it hands to the answer or gets back"),
)

_REASONS = {
    "timeout": "The test takes longer than the course allows for a cell.",
    "unanswered": "In source/ the solution cell holds no more than learners get.",
}


def chosen_assignments(course: Course, names: Sequence[str]) -> list[str]:
    """Return the assignments of these names, all by default.

    Raises:
        UnknownAssignment: If a name is not in the source folder, or it holds none.
    """
    for name in names:
        course.notebooks(name)
    chosen = sorted(set(names)) or course.assignments()
    if not chosen:
        raise UnknownAssignment(f"{course.source('.')} holds no assignment.")
    return chosen


def grade_own_solution(
    course: Course, assignment: str, *, sandbox: bool = True
) -> list[Finding]:
    """Hand in the solutions of an assignment's source, and grade them as a learner's.

    This happens in a copy of the course, with a gradebook of its own.

    Args:
        course: The course, of which nothing is changed.
        assignment: The assignment.
        sandbox: As in `Options`.

    Returns:
        An error for each test that does not give full marks, or one line that is fine.
    """
    topic = f"solution {assignment}"
    with _copy_of(course, assignment) as copy:
        try:
            _hand_in(copy, assignment)
            options = Options([_STUDENT], sandbox=sandbox)
            (result,) = grade(copy, assignment, options)
        except BuildError as error:
            return [Finding(topic, "error", str(error))]
    texts = [
        text
        for notebook in result.notebooks.values()
        for text in _losses(notebook, course.source(assignment))
    ]
    if texts:
        return [Finding(topic, "error", text) for text in texts]
    tests = sum(score.outcome == "passed" for score in result.all_scores())
    text = f"full marks in {tests} tests, {result.seconds:.0f} s"
    return [Finding(topic, "fine", text)]


@contextmanager
def _copy_of(course: Course, assignment: str) -> Iterator[Course]:
    """Make a course of links to this one's files, with all that is written its own."""
    with tempfile.TemporaryDirectory(prefix="autograder-solutions-") as name:
        root = Path(name).resolve()
        configs = ("nbgrader_config.py", "nbgrader_config.json")
        left_out = {*_STEPS, *configs, STATE_FOLDER}
        for path in course.root.iterdir():
            if path.name not in left_out:
                (root / path.name).symlink_to(path)
        # Beside the assignments there may be a header for all notebooks.
        sources = {path.name: path for path in (course.root / "source").glob("*")}
        sources[assignment] = course.source(assignment)
        (root / "source").mkdir()
        (root / STATE_FOLDER).mkdir()
        for label, path in sources.items():
            (root / "source" / label).symlink_to(path)
        own = {
            **{f"{step}_directory": step for step in _STEPS},
            "directory_structure": "{nbgrader_step}/{student_id}/{assignment_id}",
            "db_url": sqlite_url(root / STATE_FOLDER / "gradebook.db"),
        }
        text = _CONFIG.format(root=str(course.root), own=own)
        (root / "nbgrader_config.py").write_text(text, encoding="utf-8")
        yield load_course(root)


def _hand_in(course: Course, assignment: str) -> None:
    """Submit the notebooks that learners get, with the solutions of the source."""
    import nbformat

    made = course.state / "made"
    made.mkdir()
    folder = course.submitted(_STUDENT, assignment)
    folder.parent.mkdir(parents=True)
    shutil.move(generate_assignment(course, assignment, made), folder)
    for path in folder.glob("*.ipynb"):
        own = _managed_cells(_read(course.source(assignment) / path.name))
        notebook = _read(path)
        for grade_id, cell in _managed_cells(notebook).items():
            if cell.metadata.nbgrader.get("solution") and grade_id in own:
                cell.source = own[grade_id].source
        nbformat.write(notebook, path)


def _read(path: Path) -> NotebookNode:
    import nbformat

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # cells of a source may lack ids
        return nbformat.read(path, as_version=4)


def _managed_cells(notebook: NotebookNode) -> dict[str, NotebookNode]:
    """Return the cells that nbgrader manages, by grade id."""
    return {
        cell.metadata.nbgrader.grade_id: cell
        for cell in notebook.cells
        if cell.metadata.get("nbgrader", {}).get("grade_id")
    }


def _losses(notebook: NotebookResult, source: Path) -> Iterator[str]:
    """Say of each test that does not give full marks what it says, and why."""
    if notebook.status != "graded":
        yield f"{notebook.name}: {notebook.reason}"
        return
    tests = _managed_cells(_read(source / f"{notebook.name}.ipynb"))
    for score in notebook.scores:
        if score.outcome in ("passed", "manual"):
            continue
        test = tests[score.grade_id].source if score.grade_id in tests else ""
        yield (
            f"{notebook.name}, {score.grade_id}: {score.score:g} of "
            f"{score.max_score:g} points. {_message(score)} "
            f"{_likely_reason(score, test)}"
        )


def _message(score: CellScore) -> str:
    texts = [score.error, " ".join(first_paragraph(score.message, 300).split())]
    text = ": ".join(text for text in texts if text) or "It says nothing."
    return text if text.endswith((".", "…", "!", "?")) else f"{text}."


def _likely_reason(score: CellScore, test: str) -> str:
    if score.outcome in _REASONS:
        return _REASONS[score.outcome]
    if score.error == "ModuleNotFoundError":
        return "Grading needs it installed, or beside the notebook in source/."
    found = [what for signs, what in _SIGNS if re.search(signs, test)]
    relies = (
        f"The test probably relies on {found[0]}"
        if found
        else "If it passes in JupyterLab, it relies on what holds only in one process"
    )
    return f"{relies}: tests run in a process of their own, apart from the answer's."
