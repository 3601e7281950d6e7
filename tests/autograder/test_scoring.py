"""Points from a cell's outputs: nbgrader's rules, and the three that differ."""

import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_output
from nbgrader.utils import compute_checksum, determine_grade
from sample_course import nbgrader

from autograder.scoring import score_cell


def cell(*outputs, source="assert True", points=4.0):
    made = new_code_cell(source, execution_count=1, outputs=list(outputs))
    made.metadata["nbgrader"] = nbgrader("t", grade=True, locked=True, points=points)
    return made


def result(text):
    return new_output("execute_result", data={"text/plain": text}, execution_count=1)


def error(name, text=""):
    return new_output("error", ename=name, evalue=text, traceback=[])


def stream(name):
    return new_output("stream", name=name, text="some text")


SAME_AS_NBGRADER = {
    "nothing": ([], 4, "passed"),
    "printed": ([stream("stdout")], 4, "passed"),
    "assertion": ([error("AssertionError")], 0, "failed"),
    "error after output": ([stream("stdout"), error("KeyError")], 0, "error"),
    "partial": ([result("1.5")], 1.5, "partial"),
    "nothing of it": ([result("0")], 0, "failed"),
    "all of it": ([result("4")], 4, "passed"),
    "a word": ([result("'fine'")], 4, "passed"),
    "true": ([result("True")], 4, "passed"),
    "display": ([new_output("display_data", data={"text/plain": "2"})], 4, "passed"),
}


@pytest.mark.parametrize("name", SAME_AS_NBGRADER)
def test_score_agrees_with_nbgrader(name):
    outputs, points, outcome = SAME_AS_NBGRADER[name]
    score = score_cell(cell(*outputs))
    assert (score.score, score.max_score) == determine_grade(cell(*outputs))
    assert (score.score, score.outcome) == (points, outcome)
    assert score.flags == []


def test_stderr_costs_nothing():
    score = score_cell(cell(stream("stderr")))
    assert (score.score, score.outcome, score.flags) == (4, "passed", [])
    assert score_cell(cell(stream("stderr"), result("1"))).score == 1


@pytest.mark.parametrize("text", ["nan", "inf", "-inf", "-1", "4.01", "1e999"])
def test_impossible_credit_gives_nothing_and_a_flag(text):
    score = score_cell(cell(result(text)))
    assert (score.score, score.outcome) == (0, "error")
    assert [flag.code for flag in score.flags] == ["partial credit"]
    assert score.flags[0].cell == "t"


@pytest.mark.parametrize("text", ["np.float64(2.5)", "np.float32(2.5)"])
def test_numpy_scalars_are_numbers(text):
    assert score_cell(cell(result(text))).score == 2.5


def test_a_test_that_was_not_run_gives_nothing():
    skipped = cell()
    skipped.execution_count = None
    score = score_cell(skipped)
    assert (score.score, score.outcome) == (0, "not run")
    assert score.flags[0].code == "not run"


@pytest.mark.parametrize("source", ["", "# only a remark\n"])
def test_a_test_without_code_needs_not_run(source):
    empty = cell(source=source)
    empty.execution_count = None
    assert score_cell(empty).score == 4


@pytest.mark.parametrize(
    ("name", "outcome"),
    [
        ("CheckFailed", "failed"),
        ("MyAssertionError", "failed"),
        ("Failed", "failed"),
        ("Failed in the learner's code", "error"),
        ("NotImplementedError", "unanswered"),
        ("CellTimeoutError", "timeout"),
        ("CellNotRun", "not run"),
        ("KernelDied", "error"),
        ("ZeroDivisionError", "error"),
    ],
)
def test_outcome_says_what_stopped_the_test(name, outcome):
    score = score_cell(cell(error(name, "\x1b[31mwhy\x1b[0m")))
    assert (score.score, score.outcome) == (0, outcome)
    assert (score.error, score.message) == (name, "why")


def test_a_stopped_cell_counts_as_a_timeout_whatever_it_showed_before():
    score = score_cell(cell(error("KeyboardInterrupt"), error("CellTimeoutError", "x")))
    assert (score.outcome, score.error) == ("timeout", "CellTimeoutError")


@pytest.mark.parametrize("make", [new_code_cell, new_markdown_cell])
def test_answers_for_people_wait_unless_untouched(make):
    answer = make("YOUR ANSWER HERE")
    settings = nbgrader("w", grade=True, solution=True, points=2)
    answer.metadata["nbgrader"] = settings
    answer.metadata.nbgrader["checksum"] = compute_checksum(answer)
    assert score_cell(answer).score == 0
    assert score_cell(answer).outcome == "unanswered"
    answer.source = "An answer."
    assert score_cell(answer).score is None
    assert score_cell(answer).outcome == "manual"


def test_an_ungraded_cell_is_refused():
    made = new_code_cell("x")
    made.metadata["nbgrader"] = nbgrader("s", solution=True)
    with pytest.raises(ValueError, match="not graded"):
        score_cell(made)
