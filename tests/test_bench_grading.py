"""The grading benchmark runs, and says what it measured."""

import json

import pytest

from tests import bench_grading
from tests.bench_courses import COURSES
from tests.bench_grading import Measured, Run


def measured(course, plain, engine, single, floor) -> Measured:
    return Measured(course, floor, plain, engine, single)


def test_the_table_says_what_is_met_and_what_is_not():
    slow, fast = Run(10, 60, cpu_seconds=30), Run(10, 12, cpu_seconds=9.5)
    one = measured(COURSES[2], [slow], [fast], Run(1, 5, cpu_seconds=5), 0.1)
    assert one.ratio == 5
    assert one.cpu_per_submission == 0.5
    assert one.overhead == pytest.approx(0.4)
    text = "\n".join(bench_grading.table([one], [300.0, 200.0, 310.0]))
    assert "| 10.0 | 50.0 | 5.0 | at least 4: met |" in text
    assert "| 3.00 | 0.10 | 0.50 | 0.40 | 4.5 | at most 0.6: met |" in text
    assert "300 MiB unique" in text
    assert "at most 250: NOT met" in text


def test_medians_of_rounds_pair_what_ran_in_turn():
    plain = [Run(4, 40), Run(4, 80), Run(4, 400)]
    engine = [Run(4, 10, 1.0), Run(4, 10, 1.0), Run(4, 40, 1.0)]
    one = measured(COURSES[0], plain, engine, Run(1, 1, 0.5), 0.1)
    assert one.ratio == 8


@pytest.mark.parametrize("course", COURSES, ids=lambda course: course.name)
def test_courses_have_answers_and_tests_that_can_be_read(course):
    notebook = course.notebook()
    json.dumps(notebook)
    for text in course.cells():
        compile(text, "<cell>", "exec")
    graded = [
        cell["metadata"]["nbgrader"]["points"]
        for cell in notebook["cells"]
        if cell["metadata"].get("nbgrader", {}).get("grade")
    ]
    assert len(graded) == 8
    assert sum(graded) == 12


@pytest.mark.slow
def test_a_class_of_two_is_measured(tmp_path, capsys):
    course = COURSES[2]
    found = bench_grading.measure(course, 2, 1, tmp_path)
    assert 0 < found.floor < 5
    assert found.plain[0].seconds > 0
    assert found.engine[0].cpu_seconds > found.floor
    memory = bench_grading.measure_memory(course, 2)
    assert len(memory) == 2
    assert all(1 < one < 2000 for one in memory)
    assert course.title in "\n".join(bench_grading.table([found], memory))
