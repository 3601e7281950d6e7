"""All that is known of a class's work on one assignment, from gradebook and results."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from autograder.exceptions import NothingGraded
from autograder.gradebook import Marks, read_marks
from autograder.results import CellScore, Flag, NotebookResult, SubmissionResult
from autograder.scoring import score_notebook
from autograder.store import load_results

if TYPE_CHECKING:
    from autograder.course import Course


@dataclass
class Work:
    """One student's work on an assignment.

    Attributes:
        student: The student's id.
        result: What `autograder grade` found; None if only nbgrader graded it.
        marks: What the gradebook says, by notebook.
        scores: How each test went, by notebook and grade id.
    """

    student: str
    result: SubmissionResult | None
    marks: dict[str, Marks] = field(default_factory=dict)
    scores: dict[str, dict[str, CellScore]] = field(default_factory=dict)

    @property
    def score(self) -> float:
        """All points, less what was taken off for being late."""
        return sum(marks.score - marks.late_penalty for marks in self.marks.values())

    @property
    def waiting(self) -> int:
        """Number of cells that a person has to mark."""
        return sum(
            mark.waits for marks in self.marks.values() for mark in marks.cells.values()
        )

    @property
    def status(self) -> str:
        """`graded`, `missing` or `failed`."""
        return self.result.status if self.result else "graded"

    @property
    def flags(self) -> list[Flag]:
        """What is odd about it."""
        return self.result.all_flags() if self.result else []

    @property
    def reasons(self) -> list[str]:
        """Why it failed or is missing."""
        return self.result.reasons() if self.result else []

    def notebook(self, name: str) -> NotebookResult | None:
        """Return what `autograder grade` found of a notebook."""
        return self.result.notebooks.get(name) if self.result else None


def load_work(course: Course, assignment: str) -> list[Work]:
    """Return the work of all students of whom something was graded, by student.

    Raises:
        UnknownAssignment: If the source folder has no such assignment.
        NothingGraded: If nothing of the assignment has been graded.
    """
    notebooks = course.notebooks(assignment)
    results = {result.student: result for result in load_results(course, assignment)}
    students = sorted(results.keys() | set(course.students(assignment, "autograded")))
    if not students:
        raise NothingGraded(
            f"Nothing of {assignment!r} has been graded yet. "
            f"Run `autograder grade {assignment}` first."
        )
    works = []
    for student in students:
        work = Work(student, results.get(student))
        for notebook in notebooks:
            work.marks[notebook] = read_marks(course, assignment, student, notebook)
            work.scores[notebook] = _scores(course, assignment, work, notebook)
        works.append(work)
    return works


def _scores(
    course: Course, assignment: str, work: Work, notebook: str
) -> dict[str, CellScore]:
    known = work.notebook(notebook)
    if known is not None:
        scores = known.scores
    else:
        path = course.autograded(work.student, assignment) / f"{notebook}.ipynb"
        if not path.exists():
            return {}
        scores = score_notebook(path.read_text(encoding="utf-8"))
    return {score.grade_id: score for score in scores}
