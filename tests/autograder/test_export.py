"""The table of marks holds what the gradebook says, by exercise and criterion."""

from __future__ import annotations

import csv
import subprocess
import sys

import pytest
from sample_course import (
    ASSIGNMENT,
    NOTEBOOK,
    RIGHT,
    answered,
    make_course,
    read_notebook,
    write_notebook,
)

from autograder.build import build
from autograder.course import load_course
from autograder.engine import grade
from autograder.exceptions import NothingGraded, UnknownAssignment
from autograder.export import export_marks


@pytest.fixture(scope="module")
def graded(tmp_path_factory):
    """Two students, graded, one of them also by a person."""
    from nbgrader.api import Gradebook

    course = load_course(make_course(tmp_path_factory.mktemp("export") / "course"))
    build(course)
    release = read_notebook(course.release(ASSIGNMENT) / f"{NOTEBOOK}.ipynb")
    answers = {
        "ann": RIGHT,
        "=cmd()": {**RIGHT, "area": "def area(width, height):\n    return 4"},
    }
    for student, given in answers.items():
        folder = course.submitted(student, ASSIGNMENT)
        write_notebook(folder / f"{NOTEBOOK}.ipynb", answered(release, **given))
    grade(course, ASSIGNMENT)
    with Gradebook(course.directory.db_url, "sample") as gradebook:
        mark = gradebook.find_grade("why", NOTEBOOK, ASSIGNMENT, "ann")
        mark.manual_score, mark.needs_manual_grade = 2.5, False
        gradebook.db.commit()
    return course


def read(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_a_line_for_each_student_and_exercise(graded, tmp_path):
    path = tmp_path / "out" / "marks.csv"
    assert export_marks(graded, path) == 6
    rows = read(path)
    common = {"assignment": ASSIGNMENT, "notebook": NOTEBOOK}
    assert [one for one in rows if one["student"] == "ann"] == [
        {
            **common,
            "student": "ann",
            "exercise": "area",
            "title": "Rectangles",
            "criteria": "AIT.U3.E5.PC1",
            "score": "3",
            "max_score": "3",
            "to_mark": "0",
        },
        {
            **common,
            "student": "ann",
            "exercise": "mean",
            "title": "Means",
            "criteria": "AIT.U3.E5.PC2",
            "score": "3",
            "max_score": "3",
            "to_mark": "0",
        },
        {
            **common,
            "student": "ann",
            "exercise": "why",
            "title": "In words",
            "criteria": "",
            "score": "2.5",
            "max_score": "4",
            "to_mark": "0",
        },
    ]
    others = [one for one in rows if one["student"] != "ann"]
    assert {one["student"] for one in others} == {"'=cmd()"}  # no formula
    assert [(one["score"], one["to_mark"]) for one in others] == [
        ("1", "0"),
        ("3", "0"),
        ("0", "1"),
    ]


def test_students_and_assignments_can_be_chosen(graded, tmp_path):
    path = tmp_path / "marks.csv"
    assert export_marks(graded, path, [ASSIGNMENT], ["ann"]) == 3
    with pytest.raises(UnknownAssignment, match="Known assignments: shapes"):
        export_marks(graded, path, ["circles"])
    with pytest.raises(NothingGraded, match="no marks of nobody"):
        export_marks(graded, path, [], ["nobody"])


def test_an_ungraded_course_says_what_to_do(course, tmp_path):
    with pytest.raises(NothingGraded, match="Run `autograder grade` first"):
        export_marks(course, tmp_path / "marks.csv")


def test_the_command_and_nbgraders_own_write_the_same(graded, tmp_path):
    ours, theirs = tmp_path / "ours.csv", tmp_path / "theirs.csv"
    command = [sys.executable, "-m", "autograder", "export", ASSIGNMENT]
    done = subprocess.run(
        [*command, "--course", str(graded.root), "--to", str(ours)],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == f"{ours}: 6 lines\n"
    script = (
        "import sys\n"
        "from autograder._startup import skip_slow_import\n"
        "skip_slow_import()\n"
        "from nbgrader.apps import ExportApp\n"
        "ExportApp.launch_instance(sys.argv[1:])\n"
    )
    options = ["--exporter=autograder.export.ExerciseExport", f"--to={theirs}"]
    subprocess.run(
        [sys.executable, "-c", script, *options],
        cwd=graded.root,
        capture_output=True,
        check=True,
    )
    assert ours.read_bytes() == theirs.read_bytes()
