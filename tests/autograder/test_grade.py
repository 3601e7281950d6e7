"""Grading again, part of it, and after changes."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import nbgrader
import pytest
from sample_course import (
    ASSIGNMENT,
    NOTEBOOK,
    RIGHT,
    answered,
    check_cell,
    code,
    find,
    make_course,
    notebook,
    read_notebook,
    solution,
    source_cells,
    write_notebook,
)

from autograder.build import build
from autograder.course import load_course
from autograder.engine import Listener, Options, grade
from autograder.exceptions import (
    GradebookError,
    UnknownAssignment,
    UnknownNotebook,
    UnknownStudent,
    UsageError,
)
from autograder.gradebook import ensure_gradebook, sqlite_url
from autograder.store import load_result, only_run


@pytest.fixture
def release(course):
    build(course)
    return read_notebook(course.release(ASSIGNMENT) / f"{NOTEBOOK}.ipynb")


def hand_in(course, student, content, name=NOTEBOOK):
    folder = course.submitted(student, ASSIGNMENT)
    return write_notebook(folder / f"{name}.ipynb", content)


def gradebook_of(course):
    from nbgrader.api import Gradebook

    return Gradebook(course.directory.db_url, "sample")


def saved(course, student):
    with gradebook_of(course) as gradebook:
        entry = gradebook.find_submission(ASSIGNMENT, student)
        return {
            grade.name: (grade.auto_score, grade.needs_manual_grade)
            for item in entry.notebooks
            for grade in item.grades
        }


WRONG = {**RIGHT, "area": "def area(width, height):\n    return 4"}


def test_unchanged_submissions_are_not_graded_again(course, release):
    hand_in(course, "ann", answered(release, **RIGHT))
    hand_in(course, "ben", answered(release, **WRONG))
    first = grade(course, ASSIGNMENT)
    assert [(r.student, r.score, r.unchanged) for r in first] == [
        ("ann", 6, False),
        ("ben", 4, False),
    ]
    again = grade(course, ASSIGNMENT)
    assert [(r.score, r.unchanged) for r in again] == [(6, True), (4, True)]

    hand_in(course, "ben", answered(release, **RIGHT))
    third = grade(course, ASSIGNMENT)
    assert [(r.score, r.unchanged) for r in third] == [(6, True), (6, False)]
    assert saved(course, "ben")["area_any"] == (2, False)

    forced = grade(course, ASSIGNMENT, Options(students=["ann"], force=True))
    assert [(r.student, r.unchanged) for r in forced] == [("ann", False)]


def test_a_broken_resubmission_leaves_no_old_grades(course, release):
    path = hand_in(course, "ann", answered(release, **RIGHT))
    grade(course, ASSIGNMENT)
    assert saved(course, "ann")["mean_lists"] == (3, False)

    path.write_text("not a notebook", encoding="utf-8")
    result = grade(course, ASSIGNMENT)[0]
    assert (result.status, result.score) == ("failed", 0)
    assert set(saved(course, "ann").values()) == {(None, True)}
    assert not course.autograded("ann", ASSIGNMENT).exists()

    path.unlink()
    result = grade(course, ASSIGNMENT)[0]
    assert result.status == "missing"
    assert set(saved(course, "ann").values()) == {(0, False)}


def test_a_persons_marks_are_kept_and_asked_for_again(course, release):
    hand_in(course, "ann", answered(release, **RIGHT))
    grade(course, ASSIGNMENT)
    with gradebook_of(course) as gradebook:
        mark = gradebook.find_grade("why", NOTEBOOK, ASSIGNMENT, "ann")
        mark.manual_score, mark.needs_manual_grade = 3.5, False
        gradebook.db.commit()
    grade(course, ASSIGNMENT, Options(force=True))
    with gradebook_of(course) as gradebook:
        mark = gradebook.find_grade("why", NOTEBOOK, ASSIGNMENT, "ann")
        assert (mark.manual_score, mark.needs_manual_grade) == (3.5, True)
        assert gradebook.find_submission(ASSIGNMENT, "ann").score == 9.5


def test_a_lost_gradebook_is_filled_again(course, release):
    hand_in(course, "ann", answered(release, **RIGHT))
    grade(course, ASSIGNMENT)
    (course.root / "gradebook.db").unlink()
    assert grade(course, ASSIGNMENT)[0].unchanged is False
    assert saved(course, "ann")["area_square"] == (1, False)


def test_changed_tests_are_used_at_once(course, release):
    hand_in(course, "ann", answered(release, **RIGHT))
    assert grade(course, ASSIGNMENT)[0].score == 6
    cells = source_cells()
    find({"cells": cells}, "area_any")["metadata"]["nbgrader"]["points"] = 5
    find({"cells": cells}, "area_square")["source"] = "assert area(2, 2) == 5"
    make_course(course.root, cells)
    result = grade(course, ASSIGNMENT)[0]
    assert (result.score, result.max_score, result.unchanged) == (8, 13, False)
    with gradebook_of(course) as gradebook:
        assert gradebook.find_assignment(ASSIGNMENT).max_score == 13


def test_new_graded_cells_after_grading_are_refused_with_advice(course, release):
    hand_in(course, "ann", answered(release, **RIGHT))
    grade(course, ASSIGNMENT)
    make_course(course.root, [*source_cells(), check_cell("assert 1", "new", 1, [])])
    with pytest.raises(GradebookError, match="nbgrader db assignment remove"):
        grade(course, ASSIGNMENT)


def test_one_notebook_of_two_can_be_graded(course_root):
    second = [
        solution("x = 0\n### BEGIN SOLUTION\nx = 1\n### END SOLUTION", "x"),
        check_cell("assert x == 1", "x_is_one", 2, []),
    ]
    path = course_root / "source" / ASSIGNMENT / "numbers.ipynb"
    write_notebook(path, notebook(second))
    course = load_course(course_root)
    build(course)
    released = {
        name: read_notebook(course.release(ASSIGNMENT) / f"{name}.ipynb")
        for name in (NOTEBOOK, "numbers")
    }
    hand_in(course, "ann", answered(released[NOTEBOOK], **RIGHT))
    hand_in(course, "ann", answered(released["numbers"], x="x = 2"), "numbers")

    result = grade(course, ASSIGNMENT, Options(notebook="numbers"))[0]
    assert list(result.notebooks) == ["numbers"]
    assert (result.score, result.max_score) == (0, 12)
    autograded = course.autograded("ann", ASSIGNMENT)
    assert [path.name for path in autograded.glob("*.ipynb")] == ["numbers.ipynb"]

    assert grade(course, ASSIGNMENT)[0].score == 6
    hand_in(course, "ann", answered(released["numbers"], x="x = 1"), "numbers")
    result = grade(course, ASSIGNMENT, Options(notebook="numbers"))[0]
    assert result.score == 8
    assert sorted(path.stem for path in autograded.glob("*.ipynb")) == [
        NOTEBOOK,
        "numbers",
    ]
    with gradebook_of(course) as gradebook:
        assert gradebook.find_submission(ASSIGNMENT, "ann").score == 8


def test_result_survives_the_trip_to_disk(course, release):
    hand_in(course, "ann", answered(release, **WRONG))
    result = grade(course, ASSIGNMENT)[0]
    kept = load_result(course, ASSIGNMENT, "ann")
    assert kept == result
    assert (
        kept.notebooks[NOTEBOOK]
        .scores[1]
        .message.startswith("The area is not width times height.")
    )
    assert kept.notebooks[NOTEBOOK].cell_seconds["mean_lists"] >= 0


def test_unknown_names_are_listed_with_the_known_ones(course, release):
    hand_in(course, "ann", release)
    with pytest.raises(UnknownAssignment, match="Known assignments: shapes"):
        grade(course, "forms")
    with pytest.raises(UnknownStudent, match=r"'zoe'.*Submissions by: ann"):
        grade(course, ASSIGNMENT, Options(students=["zoe"]))
    with pytest.raises(UnknownNotebook, match="Known notebooks: areas"):
        grade(course, ASSIGNMENT, Options(notebook="area"))


def test_nobody_handed_in(course, release):
    assert grade(course, ASSIGNMENT) == []


def test_two_runs_at_once_are_refused(course, release):
    with only_run(course), pytest.raises(UsageError, match="Another grading run"):
        grade(course, ASSIGNMENT)


def test_listener_hears_of_every_submission(course, release):
    hand_in(course, "ann", release)
    heard = []

    class Recording(Listener):
        def planned(self, students):
            heard.append(("planned", *students))

        def started(self, student):
            heard.append(("started", student))

        def finished(self, result):
            heard.append(("finished", result.student, result.unchanged))

    grade(course, ASSIGNMENT, listener=Recording())
    grade(course, ASSIGNMENT, listener=Recording())
    assert heard == [
        ("planned", "ann"),
        ("started", "ann"),
        ("finished", "ann", False),
        ("planned", "ann"),
        ("finished", "ann", True),
    ]


def test_a_steps_list_of_the_course_is_honoured(course_root):
    (course_root / "own_steps.py").write_text(
        "from nbgrader.preprocessors import NbGraderPreprocessor\n"
        "class Mark(NbGraderPreprocessor):\n"
        "    def preprocess(self, nb, resources):\n"
        "        nb.metadata['marked'] = True\n"
        "        return nb, resources\n",
        encoding="utf-8",
    )
    with (course_root / "nbgrader_config.py").open("a") as file:
        file.write(
            "from own_steps import Mark\n"
            "from nbgrader.preprocessors import Execute, SaveAutoGrades\n"
            "c.Autograde.autograde_preprocessors = [Execute, Mark, SaveAutoGrades]\n"
        )
    course = load_course(course_root)
    build(course)
    content = read_notebook(course.release(ASSIGNMENT) / f"{NOTEBOOK}.ipynb")
    hand_in(course, "ann", answered(content, **RIGHT))
    assert grade(course, ASSIGNMENT)[0].score == 6
    graded = read_notebook(course.autograded("ann", ASSIGNMENT) / f"{NOTEBOOK}.ipynb")
    assert graded["metadata"]["marked"] is True


def test_command_ends_with_2_for_unknown_names(course_root):
    command = [sys.executable, "-m", "autograder", "grade", "forms"]
    command += ["--course", str(course_root)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "Known assignments: shapes" in done.stderr


def test_a_killed_run_is_finished_by_the_next(course, release):
    slow = answered(release, **RIGHT)
    slow["cells"].append(code("import time; time.sleep(2)", "slow"))
    hand_in(course, "ann", answered(release, **RIGHT))
    hand_in(course, "zoe", slow)
    command = [sys.executable, "-m", "autograder", "grade", ASSIGNMENT]
    command += ["--course", str(course.root), "--jobs", "1"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, text=True, start_new_session=True
    ) as running:
        for line in running.stdout:
            if "ann: graded" in line:
                break
        time.sleep(0.5)
        os.killpg(running.pid, signal.SIGKILL)
    results = grade(course, ASSIGNMENT)
    assert [(r.student, r.score, r.unchanged) for r in results] == [
        ("ann", 6, True),
        ("zoe", 6, False),
    ]


_NBGRADER = """
import sys
from autograder._startup import find_own_commands, skip_slow_import
skip_slow_import()
find_own_commands()
from nbgrader.apps import AutogradeApp, GenerateAssignmentApp
assignment, apps = sys.argv[1], (GenerateAssignmentApp, AutogradeApp)
for app in apps:
    running = app()
    running.initialize([assignment])
    try:
        running.start()
    except SystemExit:
        if app is GenerateAssignmentApp:
            raise
"""


def run_plain_nbgrader(root, assignment):
    """Run `nbgrader generate_assignment` and `nbgrader autograde`, as one process."""
    ensure_gradebook(sqlite_url(root / "gradebook.db"))
    command = [sys.executable, "-c", _NBGRADER, assignment]
    done = subprocess.run(
        command, cwd=root, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


def test_plain_nbgrader_repairs_and_scores_alike_with_our_settings(course, release):
    config = course.root / "nbgrader_config.py"
    ours = course.root.parent / "ours.py"
    shutil.copy(Path(__file__).parents[2] / "nbgrader_config.py", ours)
    config.write_text(
        f"load_subconfig({str(ours)!r})\n" + config.read_text(encoding="utf-8"),
        encoding="utf-8",
    )
    noisy = "import sys\nprint('loading', file=sys.stderr)\n" + RIGHT["area"]
    content = answered(release, **{**RIGHT, "area": noisy})
    find(content, "area")["source"] += "\narea(1, 1)"
    content["cells"].append(dict(find(content, "mean"), id="copy"))
    content["cells"].remove(find(content, "area_any"))
    for cell in content["cells"]:
        cell["metadata"].get("nbgrader", {}).pop("schema_version", None)
    hand_in(course, "ann", content)

    shutil.rmtree(course.root / "release")
    run_plain_nbgrader(course.root, ASSIGNMENT)
    assert saved(course, "ann") == {
        "area_square": (1, False),
        "area_any": (2, False),
        "mean_lists": (3, False),
        "why": (None, True),
    }


def test_graded_by_ours_is_the_same_as_graded_by_nbgrader(tmp_path):
    """nbgrader's own documentation course, honest submissions, cell by cell."""
    guide = Path(nbgrader.__file__).parent / "docs" / "source" / "user_guide"
    roots = {name: tmp_path / name for name in ("ours", "theirs")}
    for root in roots.values():
        for folder in ("source", "submitted"):
            if (guide / folder).exists():
                shutil.copytree(guide / folder, root / folder)
        shutil.rmtree(root / "source" / "ps1_autotest", ignore_errors=True)
        for timestamp in root.rglob("timestamp.txt"):
            timestamp.unlink()
        (root / "nbgrader_config.py").write_text("c = get_config()\n")
    if not (roots["ours"] / "submitted").exists():
        pytest.skip("this nbgrader was installed without its documentation")

    run_plain_nbgrader(roots["theirs"], "ps1")
    results = grade(load_course(roots["ours"]), "ps1")
    assert len(results) >= 2

    def scores(root):
        from nbgrader.api import Gradebook

        with Gradebook(sqlite_url(root / "gradebook.db")) as gradebook:
            return {
                (entry.student.id, grade.name): grade.auto_score
                for entry in gradebook.assignment_submissions("ps1")
                for item in entry.notebooks
                for grade in item.grades
            }

    theirs = scores(roots["theirs"])
    ours = scores(roots["ours"])
    assert theirs
    assert {key: ours[key] for key in theirs} == theirs


def test_json_lines_hold_scores_and_times(course, release, tmp_path):
    hand_in(course, "ann", answered(release, **RIGHT))
    lines = tmp_path / "out.jsonl"
    command = [sys.executable, "-m", "autograder", "grade", ASSIGNMENT]
    command += ["--course", str(course.root), "--json", str(lines)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "ann" in done.stdout
    assert "6/10 + 1 to mark" in done.stdout
    result = json.loads(lines.read_text(encoding="utf-8"))
    assert (result["student"], result["score"], result["status"]) == (
        "ann",
        6,
        "graded",
    )
    assert set(result["notebooks"][NOTEBOOK]["cell_seconds"]) >= {"area", "area_any"}
