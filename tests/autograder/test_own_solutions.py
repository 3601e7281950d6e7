"""A course learns before its class does which tests take points from right answers."""

import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from sample_course import (
    ASSIGNMENT,
    NOTEBOOK,
    check_cell,
    make_course,
    notebook,
    sandbox_holds,
    solution,
    source_cells,
    write_notebook,
)

from autograder.build import build
from autograder.course import load_course
from autograder.doctor import examine
from autograder.examiner import find_hidden_dependencies
from autograder.exceptions import UnknownAssignment
from autograder.own_solutions import chosen_assignments, grade_own_solution

PROJECT = Path(__file__).parents[2]

GREET = """def greet():
    ### BEGIN SOLUTION
    import pprint
    pprint.pprint("Hello")
    ### END SOLUTION"""

GREETS = '''"""greet prints."""
from unittest.mock import patch
with patch("pprint.pprint") as printed:
    greet()
assert printed.called, "greet does not print."'''

SAVE = """### BEGIN SOLUTION
with open("squares.bin", "wb") as file:
    file.write(b"1 4 9")
### END SOLUTION"""

SAVES = '''"""The squares are in squares.bin."""
assert open("squares.bin", "rb").read() == b"1 4 9"'''

TWICE = """### BEGIN SOLUTION
twice = 2 * side
### END SOLUTION"""


def autograder(*arguments):
    return subprocess.run(
        [sys.executable, "-m", "autograder", *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
    )


def files_of(root):
    return {
        path: path.read_bytes()
        for path in root.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


def course_with(root, *cells):
    return load_course(make_course(root, [*source_cells(), *cells]))


def test_sound_course_gets_full_marks_and_nothing_of_it_is_written(tmp_path):
    root = make_course(tmp_path / "course")
    elsewhere = tmp_path / "elsewhere"
    for step in ("release", "submitted", "autograded", "feedback"):
        (elsewhere / step).mkdir(parents=True)
    handed_in = elsewhere / "submitted" / "ann" / ASSIGNMENT
    handed_in.mkdir(parents=True)
    (handed_in / f"{NOTEBOOK}.ipynb").write_text("{}", encoding="utf-8")
    (elsewhere / "grades.db").write_bytes(b"")
    with (root / "nbgrader_config.py").open("a", encoding="utf-8") as config:
        config.write(f"c.CourseDirectory.db_url = 'sqlite:///{elsewhere}/grades.db'\n")
        for folder in elsewhere.iterdir():
            if folder.is_dir():
                setting = f"c.CourseDirectory.{folder.name}_directory"
                config.write(f"{setting} = {str(folder)!r}\n")
    before = files_of(tmp_path)

    done = autograder("doctor", "--solutions", "--course", root)

    assert done.returncode == 0, done.stderr
    assert "[1/1] shapes" in done.stdout
    assert "full marks in 3 tests" in done.stdout
    assert "Every test gives the course's own solution full marks." in done.stdout
    assert files_of(tmp_path) == before


def test_tests_that_hold_only_within_one_process_are_named(tmp_path):
    course = course_with(
        tmp_path,
        solution(GREET, "greet"),
        check_cell(GREETS, "greet_prints", 1, []),
        solution(SAVE, "save"),
        check_cell(SAVES, "squares_are_saved", 2, []),
    )
    before = files_of(tmp_path)
    findings = grade_own_solution(course, ASSIGNMENT, sandbox=sandbox_holds())

    assert {finding.state for finding in findings} == {"error"}
    patched, saved = (finding.text for finding in findings)
    assert patched.startswith("areas, greet_prints: 0 of 1 points. AssertionError")
    assert "greet does not print." in patched
    assert "relies on a name that it replaces for the answer" in patched
    assert saved.startswith("areas, squares_are_saved: 0 of 2 points. FileNotFound")
    assert "relies on a file that the answer writes" in saved
    assert files_of(tmp_path) == before


def test_missing_solution_ends_the_command_with_1(tmp_path):
    cells = source_cells()
    cells[3]["source"] = "# a comment only"
    root = make_course(tmp_path, cells)
    done = autograder("doctor", ASSIGNMENT, "--solutions", "--course", root)
    assert done.returncode == 1
    assert "error: areas, area_any: 0 of 2 points. NameError" in done.stdout
    assert "mean_lists" not in done.stdout
    assert "Every test" not in done.stdout


def test_source_that_nbgrader_refuses_is_an_error(tmp_path):
    course = course_with(tmp_path, check_cell("area(1, 1)", "area_any", 1, []))
    (finding,) = grade_own_solution(course, ASSIGNMENT, sandbox=sandbox_holds())
    assert finding.state == "error"
    assert "nbgrader refuses" in finding.text


def test_header_and_modules_of_the_course_are_found(tmp_path):
    root = make_course(tmp_path)
    header = notebook([solution("import helper", "imports")])
    write_notebook(root / "source" / "header.ipynb", header)
    (root / "settings.py").write_text('HEADER = "source/header.ipynb"\n')
    (root / "source" / ASSIGNMENT / "helper.py").write_text("SIDE = 2\n")
    with (root / "nbgrader_config.py").open("a", encoding="utf-8") as config:
        config.write(
            "import settings\nc.IncludeHeaderFooter.header = settings.HEADER\n"
        )
    course = load_course(root)
    (finding,) = grade_own_solution(course, ASSIGNMENT, sandbox=sandbox_holds())
    assert finding.state == "fine", finding.text


def test_unknown_assignment_is_refused(course):
    assert chosen_assignments(course, []) == [ASSIGNMENT]
    with pytest.raises(UnknownAssignment, match="Known assignments: shapes"):
        chosen_assignments(course, ["shades"])


def test_plain_doctor_names_the_flag_and_takes_no_assignment(course):
    assert any("doctor --solutions" in finding.text for finding in examine(course))
    done = autograder("doctor", ASSIGNMENT, "--course", course.root)
    assert done.returncode == 2
    assert "--solutions" in done.stderr


@pytest.mark.parametrize("check", [False, True])
def test_build_warns_of_a_name_that_only_a_test_defines(tmp_path, check):
    course = course_with(
        tmp_path,
        check_cell("side = 3\nassert area(side, side) == 9", "area_of_side", 1, []),
        solution(TWICE, "twice"),
    )
    report = build(course, check=check)
    (finding,) = report.findings
    assert not finding.serious
    assert "uses `side`, which the test cell `area_of_side` defines" in str(finding)
    assert report.written is not check


def test_build_says_nothing_about_tests_in_another_language(tmp_path):
    root = make_course(tmp_path)
    content = notebook([check_cell("x <- 1 +", "in_r", 1, [])])
    content["metadata"]["kernelspec"] = {
        "display_name": "R",
        "language": "R",
        "name": "ir",
    }
    write_notebook(root / "source" / ASSIGNMENT / f"{NOTEBOOK}.ipynb", content)
    with (root / "nbgrader_config.py").open("a", encoding="utf-8") as config:
        config.write('c.ClearSolutions.code_stub = {"R": "stop()"}\n')
    (finding,) = build(load_course(root)).findings
    assert "'ir' is not installed" in str(finding)


@pytest.mark.parametrize(
    "path", sorted(PROJECT.glob("source/*/*.ipynb")), ids=lambda path: path.stem
)
def test_notebooks_of_this_project_have_no_hidden_dependencies(path):
    assert find_hidden_dependencies(nbformat.read(path, as_version=4)) == []
