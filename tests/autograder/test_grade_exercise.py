"""One exercise graded again: its marks change, every other mark stays."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest
from sample_course import (
    ASSIGNMENT,
    NOTEBOOK,
    RIGHT,
    answered,
    check_cell,
    find,
    make_course,
    notebook,
    read_notebook,
    solution,
    write_notebook,
)

from autograder.build import build
from autograder.course import load_course
from autograder.engine import Options, grade
from autograder.exceptions import UnknownExercise
from autograder.feedback import write_feedback

WRONG = {
    "area": "def area(width, height):\n    return 4",
    "mean": "def mean(values):\n    return sum(values) / len(values[:2])",
    "why": "I do not know.",
}
#: Points of the tests with `WRONG`, then with `RIGHT`.
WRONG_MARKS = {"area_square": 1, "area_any": 0, "mean_lists": 2}
RIGHT_MARKS = {"area_square": 1, "area_any": 2, "mean_lists": 3}


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A course with two notebooks, graded for ann and zoe with wrong answers."""
    root = make_course(tmp_path_factory.mktemp("exercise") / "course")
    second = [
        solution("x = 0\n### BEGIN SOLUTION\nx = 1\n### END SOLUTION", "number"),
        check_cell("assert x == 1", "number_is_one", 2, []),
    ]
    path = root / "source" / ASSIGNMENT / "numbers.ipynb"
    write_notebook(path, notebook(second))
    course = load_course(root)
    build(course)
    return course


@pytest.fixture
def course(made):
    """The same, handed in and graded anew with wrong answers."""
    for student in ("ann", "zoe"):
        hand_in(made, student, WRONG, "x = 2")
    grade(made, ASSIGNMENT, Options(force=True))
    return made


def hand_in(course, student, answers, number):
    texts = {NOTEBOOK: answers, "numbers": {"number": number}}
    for name, given in texts.items():
        release = read_notebook(course.release(ASSIGNMENT) / f"{name}.ipynb")
        folder = course.submitted(student, ASSIGNMENT)
        write_notebook(folder / f"{name}.ipynb", answered(release, **given))


def gradebook_of(course):
    from nbgrader.api import Gradebook

    return Gradebook(course.directory.db_url, "sample")


def marks(course, student):
    with gradebook_of(course) as gradebook:
        entry = gradebook.find_submission(ASSIGNMENT, student)
        return {
            grade.name: grade.auto_score
            for one in entry.notebooks
            for grade in one.grades
        }


def test_only_the_exercises_marks_change(course):
    hand_in(course, "ann", RIGHT, "x = 1")
    result = grade(course, ASSIGNMENT, Options(students=["ann"], exercise="area"))[0]
    wanted = {**WRONG_MARKS, "area_any": 2, "why": None, "number_is_one": 0}
    assert marks(course, "ann") == wanted
    assert {one.grade_id: one.score for one in result.all_scores()} == wanted
    assert marks(course, "zoe") == {**WRONG_MARKS, "why": None, "number_is_one": 0}


def test_a_persons_marks_of_other_cells_stay_and_need_no_second_look(course):
    with gradebook_of(course) as gradebook:
        for name, score in (("why", 3.5), ("mean_lists", 2.5)):
            mark = gradebook.find_grade(name, NOTEBOOK, ASSIGNMENT, "ann")
            mark.manual_score, mark.needs_manual_grade = score, False
        gradebook.db.commit()
    hand_in(course, "ann", RIGHT, "x = 1")
    grade(course, ASSIGNMENT, Options(students=["ann"], exercise="area"))
    with gradebook_of(course) as gradebook:
        entry = gradebook.find_submission(ASSIGNMENT, "ann")
        assert entry.score == 1 + 2 + 2.5 + 3.5
        assert not entry.needs_manual_grade


def test_what_was_left_out_is_graded_by_the_next_whole_run(course):
    hand_in(course, "ann", RIGHT, "x = 1")
    grade(course, ASSIGNMENT, Options(students=["ann"], exercise="area"))
    results = {one.student: one for one in grade(course, ASSIGNMENT)}
    assert not results["ann"].unchanged
    assert results["zoe"].unchanged
    assert marks(course, "ann") == {**RIGHT_MARKS, "why": None, "number_is_one": 2}


def test_an_unchanged_exercise_is_graded_again_when_it_is_named(course):
    with gradebook_of(course) as gradebook:
        for name in ("area_square", "mean_lists"):
            mark = gradebook.find_grade(name, NOTEBOOK, ASSIGNMENT, "ann")
            mark.auto_score = 0.25
        gradebook.db.commit()
    grade(course, ASSIGNMENT, Options(students=["ann"], exercise="area"))
    found = marks(course, "ann")
    assert found["area_square"] == 1
    assert found["mean_lists"] == 0.25
    assert grade(course, ASSIGNMENT, Options(students=["ann"]))[0].unchanged


def test_who_was_never_graded_is_graded_as_a_whole(course):
    hand_in(course, "new", RIGHT, "x = 1")
    result = grade(course, ASSIGNMENT, Options(students=["new"], exercise="area"))[0]
    found = {one.grade_id: one.score for one in result.all_scores()}
    assert found == {**RIGHT_MARKS, "why": None}


def test_feedback_and_notebook_hold_both_the_new_and_the_old(course):
    # Not ann, whose marks a person has changed above.
    hand_in(course, "zoe", RIGHT, "x = 1")
    grade(course, ASSIGNMENT, Options(students=["zoe"], exercise="area"))
    path = course.autograded("zoe", ASSIGNMENT) / f"{NOTEBOOK}.ipynb"
    graded = read_notebook(path)
    assert find(graded, "area_any")["outputs"][0]["output_type"] == "stream"
    assert find(graded, "mean_lists")["outputs"][0]["data"]["text/plain"] == ["2"]
    pages = write_feedback(course, ASSIGNMENT, ["zoe"])
    text = next(one for one in pages if one.stem == NOTEBOOK).read_text()
    assert ">3 / 3 " in text  # the areas, now
    assert ">2 / 3 " in text  # the means, before


def test_an_exercise_that_is_not_there_is_refused_with_the_known_ones(course):
    with pytest.raises(UnknownExercise, match=r"'perimeter'.*: area, mean, why"):
        grade(course, ASSIGNMENT, Options(exercise="perimeter"))
    with pytest.raises(UnknownExercise, match=r"in numbers of .*exercises: number\."):
        grade(course, ASSIGNMENT, Options(exercise="area", notebook="numbers"))


def test_all_four_options_together_by_the_command(course, tmp_path):
    for student in ("ann", "zoe"):
        hand_in(course, student, RIGHT, "x = 1")
    lines = tmp_path / "lines.jsonl"
    command = [sys.executable, "-m", "autograder", "grade", ASSIGNMENT, "--force"]
    command += ["--student", "ann", "--notebook", NOTEBOOK, "--exercise", "mean"]
    command += ["--course", str(course.root), "--json", str(lines)]
    subprocess.run(command, check=True, capture_output=True)
    wrong = {**WRONG_MARKS, "why": None, "number_is_one": 0}
    assert marks(course, "ann") == {**wrong, "mean_lists": 3}
    assert marks(course, "zoe") == wrong
    (line,) = lines.read_text().splitlines()
    assert json.loads(line)["student"] == "ann"
    assert json.loads(line)["score"] == 1 + 0 + 3 + 0
