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
from autograder.exceptions import PagesFailed, UnknownStudent
from autograder.handed_in import read_handed_in
from autograder.hidden import HiddenTests
from autograder.pages import render
from autograder.results import NotebookResult
from autograder.views import NotebookView

if TYPE_CHECKING:
    from autograder.course import Course

#: What learners are told of the flags that they can use. Never the flag's own text,
#: which may hold what their code had of a hidden test.
_LEARNERS_FLAGS = {
    "broken attachments": "Pictures in your text cells could not be read and were "
    "left out.",
    "cells deleted": "Cells of the assignment were missing; they were put back.",
    "cells moved": "Cells of the assignment stood in another order; it was restored.",
    "cell type changed": "The type of a cell of the assignment was changed; it was "
    "restored.",
    "encoding": "The file was not in UTF-8; letters with accents may be wrong.",
    "kernel died": "Your code ended the process that ran it, most often by using too "
    "much memory.",
    "large files": "Files that you handed in were too large and were left out.",
    "much output": "Your code printed more than is kept; the rest was cut.",
    "not run": "Not all of your cells could be run.",
    "renamed": "The notebook had another name than the assignment's.",
    "repeated grade ids": "A cell of the assignment was there more than once; the "
    "original was marked.",
    "tests changed": "The text of tests was changed; the assignment's was used.",
    "timeout": "Cells of yours, or tests of them, took too long and were stopped.",
}


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
        PagesFailed: If a page could not be made. All others are written, and one that
            says so stands in its place.
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
    failed: list[str] = []
    for student in students or works:
        for notebook in works[student].marks:
            work = works[student]
            try:
                page = _page(course, assignment, work, notebook, delimiters)
            except Exception as error:  # one learner's; the class goes on
                page = _stand_in(assignment, work, notebook)
                why = f"{type(error).__name__}: {str(error)!r:.200}"
                failed.append(f"{student}, {notebook} ({why})")
            if page:
                path = course.feedback(student, assignment) / f"{notebook}.html"
                _write(path, page)
                pages.append(path)
    if failed:
        raise PagesFailed(
            f"These pages could not be made and only say so: {'; '.join(failed)}. "
            f"The other {len(pages) - len(failed)} were written."
        )
    return pages


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    new = path.with_name(f".{path.name}.new")
    new.write_text(text, encoding="utf-8", errors="replace")
    os.replace(new, path)


def _stand_in(assignment: str, work: Work, notebook: str) -> str:
    """Return a page for one that cannot be made: the points, and nothing else."""
    marks = work.marks[notebook]
    return render(
        "stand_in.html.j2",
        assignment=assignment,
        notebook=notebook,
        student=work.student,
        score=marks.score - marks.late_penalty,
        max_score=marks.max_score,
    )


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
        remarks=_remarks(known),
        **common,
    )


def _remarks(result: NotebookResult | None) -> list[str]:
    codes = {flag.code for flag in result.flags} if result else set()
    return [text for code, text in _LEARNERS_FLAGS.items() if code in codes]
