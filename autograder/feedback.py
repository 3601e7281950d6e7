"""A page for each learner: the score, the work, and what each test says.

Of a hidden test a page tells its claim and the first paragraph of its message, never
its code, its values or what it printed.
"""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from autograder.classwork import Work, load_work
from autograder.delimiters import Delimiters
from autograder.exceptions import UnknownStudent
from autograder.handed_in import read_handed_in
from autograder.hidden import HiddenTests
from autograder.pages import render
from autograder.results import Flag, NotebookResult
from autograder.views import NotebookView

if TYPE_CHECKING:
    from autograder.course import Course

#: Flags that tell learners something they can use.
_LEARNERS_FLAGS = (
    "cells deleted",
    "cells moved",
    "cell type changed",
    "encoding",
    "kernel died",
    "large files",
    "much output",
    "not run",
    "renamed",
    "repeated grade ids",
    "tests changed",
    "timeout",
)


def write_feedback(
    course: Course, assignment: str, students: Sequence[str] = ()
) -> list[Path]:
    """Write the feedback pages of an assignment.

    A page goes to nbgrader's place, `feedback/<student>/<assignment>/<notebook>.html`,
    also for a notebook that is missing or could not be graded. Scores and comments
    are the gradebook's, with what people added to them.

    Args:
        course: The course.
        assignment: The assignment; it must have been graded.
        students: Ids; all by default.

    Returns:
        The pages, in order.

    Raises:
        NothingGraded: If nothing of the assignment has been graded.
        UnknownStudent: If a student has nothing graded.
    """
    works = {work.student: work for work in load_work(course, assignment)}
    unknown = sorted(set(students) - set(works))
    if unknown:
        raise UnknownStudent(
            f"Nothing of {assignment!r} has been graded for "
            f"{', '.join(map(repr, unknown))}. Graded: {', '.join(works)}."
        )
    delimiters = Delimiters.of(course.config)
    pages: list[Path] = []
    for student in students or works:
        for notebook in works[student].marks:
            page = _page(course, assignment, works[student], notebook, delimiters)
            if page:
                path = course.feedback(student, assignment) / f"{notebook}.html"
                _write(path, page)
                pages.append(path)
    return pages


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    new = path.with_name(f".{path.name}.new")
    new.write_text(text, encoding="utf-8")
    os.replace(new, path)


def _page(
    course: Course, assignment: str, work: Work, notebook: str, delimiters: Delimiters
) -> str:
    """Return the page of one notebook; empty if nobody has graded it."""
    known = work.notebook(notebook)
    common = {
        "assignment": assignment,
        "notebook": notebook,
        "student": work.student,
        "other_notebooks": [
            name for name in work.marks if name != notebook and work.notebook(name)
        ],
    }
    path = course.autograded(work.student, assignment) / f"{notebook}.ipynb"
    if known is not None and known.status != "graded":
        return render("failed.html.j2", result=known, **common)
    if not path.exists():
        return ""
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    marks = work.marks[notebook]
    view = NotebookView(
        cells,
        work.scores[notebook],
        marks,
        HiddenTests(cells, delimiters),
        course.source(assignment),
        read_handed_in(course, assignment, work.student, notebook),
    )
    exercises = view.exercises()
    return render(
        "feedback.html.j2",
        exercises=exercises,
        other_cells=view.other_cells(),
        score=marks.score - marks.late_penalty,
        max_score=marks.max_score,
        late_penalty=marks.late_penalty,
        waiting=sum(exercise.state == "waits" for exercise in exercises),
        flags=_for_learner(known),
        **common,
    )


def _for_learner(result: NotebookResult | None) -> list[Flag]:
    flags = result.flags if result else []
    return [flag for flag in flags if flag.code in _LEARNERS_FLAGS]
