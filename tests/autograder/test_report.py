"""The class report, its table of scores, and the examination of a course."""

import csv
import re
import subprocess
import sys

import pytest
from sample_course import (
    ASSIGNMENT,
    NOTEBOOK,
    RIGHT,
    answered,
    check_cell,
    make_course,
    read_notebook,
    sandbox_holds,
    source_cells,
    write_notebook,
)

from autograder.build import build
from autograder.charts import score_distribution, shares
from autograder.course import load_course
from autograder.doctor import examine
from autograder.engine import grade
from autograder.exceptions import NothingGraded
from autograder.exercises import claim_of, find_exercises, plain_heading
from autograder.report import make_report, write_report, write_scores

FOUR = {**RIGHT, "area": "def area(width, height):\n    return 4"}
CRASH = {**RIGHT, "area": "def area(width, height):\n    return width / 0"}


@pytest.fixture(scope="module")
def graded_course(tmp_path_factory):
    course = load_course(make_course(tmp_path_factory.mktemp("report") / "course"))
    build(course)
    release = read_notebook(course.release(ASSIGNMENT) / f"{NOTEBOOK}.ipynb")
    for student, answers in {
        "=ann": RIGHT,
        "ben": FOUR,
        "cem": FOUR,
        "dot": CRASH,
        "eve": {},
    }.items():
        path = course.submitted(student, ASSIGNMENT) / f"{NOTEBOOK}.ipynb"
        write_notebook(path, answered(release, **answers))
    broken = course.submitted("fay", ASSIGNMENT) / f"{NOTEBOOK}.ipynb"
    broken.parent.mkdir(parents=True)
    broken.write_text("?", encoding="utf-8")
    grade(course, ASSIGNMENT)
    return course


@pytest.fixture(scope="module")
def report(graded_course):
    return make_report(graded_course, ASSIGNMENT)


def test_counts_and_means(report):
    assert [report.count(s) for s in ("graded", "missing", "failed")] == [5, 0, 1]
    assert [
        (row.detail, row.mean, row.full, row.unanswered) for row in report.exercises
    ] == [
        ("area", pytest.approx((1 + 1 / 3 + 1 / 3 + 0 + 0) / 5), 1, 1),
        ("mean", pytest.approx(4 / 5), 4, 1),
        ("why", 0, 0, 1),
    ]
    assert report.exercises[2].waiting == 4


def test_hardest_test_comes_first_with_its_frequent_messages(report):
    hardest = report.tests[0]
    assert (hardest.name, hardest.hidden) == ("area works for every rectangle.", True)
    assert hardest.full == 1
    assert hardest.messages == [
        ("The area is not width times height.", 2),
        ("ZeroDivisionError: division by zero", 1),
        ("not answered", 1),
    ]


def test_criteria_collect_the_tests_that_name_them(report):
    assert [(row.name, row.detail, row.mastered) for row in report.criteria] == [
        ("AIT.U3.E5.PC1", "2", 1),
        ("AIT.U3.E5.PC2", "1", 4),
    ]


def test_page_has_pictures_with_alternatives_and_needs_no_network(report, tmp_path):
    page = tmp_path / "report.html"
    write_report(report, page)
    text = page.read_text(encoding="utf-8")
    pictures = re.findall(r'<img src="([^"]+)" alt="([^"]+)">', text)
    assert len(pictures) == 3
    assert all(source.startswith("data:image/png;base64,") for source, _ in pictures)
    assert pictures[0][1].startswith("Histogram. Horizontal axis: points.")
    assert "Rectangles 33%" in pictures[1][1]
    assert "AIT.U3.E5.PC2 80%" in pictures[2][1]
    assert "http" not in re.sub(r"data:[^\"]+", "", text).replace("http-equiv", "")
    assert "<script" not in text
    assert "fay" in text
    assert "is not JSON" in text


def test_table_has_a_line_for_each_student(report, tmp_path):
    path = tmp_path / "scores.csv"
    write_scores(report, path)
    with path.open(encoding="utf-8", newline="") as file:
        lines = list(csv.DictReader(file))
    assert [line["student"] for line in lines] == [
        "'=ann", "ben", "cem", "dot", "eve", "fay",
    ]  # fmt: skip
    assert lines[1] == {
        "student": "ben",
        "status": "graded",
        "score": "4",
        "max_score": "10",
        "to_mark": "1",
        "area": "1",
        "mean": "3",
        "why": "",
        "flags": "",
    }
    assert (lines[5]["status"], lines[5]["area"]) == ("failed", "")


def test_commands_write_page_and_table(graded_course, tmp_path):
    place = ["--course", str(graded_course.root)]
    command = [sys.executable, "-m", "autograder", "report", ASSIGNMENT, *place]
    command += ["--output", str(tmp_path / "r.html"), "--csv", str(tmp_path / "s.csv")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "r.html").exists()
    assert (tmp_path / "s.csv").exists()


def test_report_before_grading_is_refused(course):
    with pytest.raises(NothingGraded, match="autograder grade shapes"):
        make_report(course, ASSIGNMENT)


@pytest.mark.parametrize("max_score", [0.5, 3, 10, 52, 100, 1000])
def test_every_score_is_in_a_bin(max_score):
    picture = score_distribution([0, max_score / 2, max_score], max_score)
    numbers = re.findall(r"(\d+) between", picture.alt)
    assert sum(map(int, numbers)) == 3
    assert picture.source.startswith("data:image/png;base64,")


def test_same_numbers_give_the_same_picture():
    def draw():
        return shares(["a", "$b"], [0.5, 1.0], "Title", "Caption")

    assert draw() == draw()


def test_exercises_are_found_by_tag_by_name_and_by_place():
    cells = [
        *source_cells(),
        check_cell("assert area(0, 1) == 0", "zero", 1, ["exercise:area"]),
        check_cell("assert mean([1]) == 1", "mean_one", 1, []),
        check_cell("assert True", "other", 1, []),
    ]
    found = {e.name: e for e in find_exercises(cells)}
    assert found["area"].tests == ["area_square", "area_any", "zero"]
    assert found["mean"].tests == ["mean_lists", "mean_one"]
    assert found["why"].tests == ["why", "other"]
    assert found["area"].title == "Rectangles"
    assert found["area"].criteria == ["AIT.U3.E5.PC1"]
    assert [cells[place]["id"] for place in found["area"].question] == ["ask-area"]


@pytest.mark.parametrize(
    ("source", "claim"),
    [
        ('"""One\n   claim."""\nassert x', "One claim."),
        ("'x is 1.'\nassert x", "x is 1."),
        ("# Check x\nassert x", "Check x"),
        ("### BEGIN HIDDEN TESTS\n### END HIDDEN TESTS", ""),
        ("assert x\n# later", ""),
        ("", ""),
    ],
)
def test_claim_is_the_docstring_or_the_first_remark(source, claim):
    assert claim_of(source) == claim


def test_headings_lose_their_marks():
    assert (
        plain_heading("**Step 2**: `relu` and [more](x.html)")
        == "Step 2: relu and more"
    )
    assert plain_heading("max_pool2d") == "max_pool2d"


def states(findings, topic):
    return {f.state for f in findings if f.topic.startswith(topic)}


def test_doctor_finds_a_sound_course_and_tries_the_sandbox_out(graded_course):
    findings = examine(graded_course)
    tried = [one for one in findings if one.topic.startswith("sandbox: ")]
    if sandbox_holds():
        assert not any(finding.state == "error" for finding in findings)
        assert any("no network" in finding.topic for finding in tried)
        assert len(tried) > 15
    else:
        assert any(finding.state == "error" for finding in tried)
    assert states(findings, "release") == {"fine"}
    assert any("6 submissions" in finding.text for finding in findings)


def test_doctor_finds_what_keeps_grading_from_working(course_root):
    source = course_root / "source" / ASSIGNMENT / f"{NOTEBOOK}.ipynb"
    source.write_text("{", encoding="utf-8")
    findings = examine(load_course(course_root))
    assert states(findings, "source") == {"error"}
    command = [sys.executable, "-m", "autograder", "doctor", "--course"]
    done = subprocess.run(
        [*command, str(course_root)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert "not a notebook" in done.stdout
