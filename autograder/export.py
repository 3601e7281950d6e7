"""Marks as a table: one line for each student, assignment and exercise.

`ExerciseExport` is an nbgrader exporter as well:
`nbgrader export --exporter=autograder.export.ExerciseExport --to=marks.csv`.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from nbgrader.api import Gradebook
from nbgrader.plugins import ExportPlugin

from autograder.exercises import Exercise, find_exercises

if TYPE_CHECKING:
    from autograder.course import Course

COLUMNS = (
    "student",
    "assignment",
    "notebook",
    "exercise",
    "title",
    "criteria",
    "score",
    "max_score",
    "to_mark",
)


class ExerciseExport(ExportPlugin):
    """Writes the gradebook's marks by exercise and performance criterion.

    `score` is the sum of what tests and persons gave; `to_mark` counts the cells that
    wait for a person and are not in it. Exercises and criteria are the source's.
    """

    def export(self, gradebook: Gradebook) -> None:
        """Write the table to `to`, `marks.csv` by default."""
        from autograder.course import load_course

        course = load_course(Path(self.parent.coursedir.root))
        path = Path(self.to or "marks.csv")
        write_marks(course, gradebook, path, self.assignment, self.student)


def export_marks(
    course: Course,
    path: Path,
    assignments: Sequence[str] = (),
    students: Sequence[str] = (),
) -> int:
    """Write the marks in a course's gradebook.

    Args:
        course: The course.
        path: The table.
        assignments: Names; all by default.
        students: Ids; all by default.

    Returns:
        The number of lines below the head.

    Raises:
        UnknownAssignment: If the source folder has no such assignment.
        NothingGraded: If the gradebook has no marks of what was asked for.
    """
    from autograder.gradebook import ensure_gradebook

    for name in assignments:
        course.notebooks(name)
    directory = course.directory
    ensure_gradebook(directory.db_url)
    with Gradebook(directory.db_url, directory.course_id) as gradebook:
        return write_marks(course, gradebook, path, assignments, students)


def write_marks(
    course: Course,
    gradebook: Gradebook,
    path: Path,
    assignments: Sequence[str],
    students: Sequence[str],
) -> int:
    """Write a gradebook's marks; see `export_marks`."""
    from autograder.exceptions import NothingGraded
    from autograder.report import plain_id

    rows = [
        row
        for entry in sorted(gradebook.assignments, key=lambda one: one.name)
        if not assignments or entry.name in assignments
        for row in _rows(course, entry, students)
    ]
    if not rows:
        raise NothingGraded(
            f"The gradebook of {course.root} has no marks of "
            f"{', '.join([*assignments, *students]) or 'anybody'}. "
            "Run `autograder grade` first."
        )
    path.parent.mkdir(parents=True, exist_ok=True)
    new = path.with_name(f".{path.name}.new")
    with new.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(COLUMNS)
        writer.writerows([plain_id(row[0]), *row[1:]] for row in rows)
    new.replace(path)
    return len(rows)


def _rows(course: Course, entry: Any, students: Sequence[str]) -> Iterator[list[Any]]:
    exercises = {
        notebook.name: _exercises(course, entry.name, notebook)
        for notebook in entry.notebooks
    }
    submissions = sorted(entry.submissions, key=lambda one: one.student.id)
    for submission in submissions:
        if students and submission.student.id not in students:
            continue
        for notebook in sorted(submission.notebooks, key=lambda one: one.name):
            marks = {grade.name: grade for grade in notebook.grades}
            for exercise in exercises[notebook.name]:
                found = [marks[name] for name in exercise.tests if name in marks]
                yield [
                    submission.student.id,
                    entry.name,
                    notebook.name,
                    exercise.name,
                    exercise.title,
                    "; ".join(exercise.criteria),
                    f"{sum(_score(mark) for mark in found):g}",
                    f"{sum(mark.max_score for mark in found):g}",
                    sum(bool(mark.needs_manual_grade) for mark in found),
                ]


def _score(mark: Any) -> float:
    return 0.0 if mark.needs_manual_grade else mark.score


def _exercises(course: Course, assignment: str, notebook: Any) -> list[Exercise]:
    """Return the source's exercises, and one for each cell that it has no longer."""
    path = course.source(assignment) / f"{notebook.name}.ipynb"
    known: list[Exercise] = []
    if path.is_file():
        cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
        known = find_exercises(cells)
    placed = {name for one in known for name in one.tests}
    cells = [*notebook.grade_cells, *notebook.task_cells]
    others = [cell.name for cell in cells if cell.name not in placed]
    return known + [Exercise(name, title=name, tests=[name]) for name in others]
