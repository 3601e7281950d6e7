"""Every right answer of the bank earns everything, every wrong one is told its slip."""

import multiprocessing
import re
from concurrent.futures import Future, ProcessPoolExecutor

import nbformat
import pytest

from tests.answers.bank import ROOT, Answer, all_answers
from tests.answers.notebook import TestResult, read_cells, run_answer

SOURCES = sorted(ROOT.glob("source/*/*.ipynb"))
EXERCISES = [
    (path, cell.exercise)
    for path in SOURCES
    for cell in read_cells(path)
    if cell.is_solution
]
RIGHT = [answer for answer in all_answers() if answer.is_right]
WRONG = [answer for answer in all_answers() if not answer.is_right]


def _source_of(answer: Answer):
    return ROOT / "source" / answer.assignment / f"{answer.notebook}.ipynb"


def _exercise_id(exercise) -> str:
    path, name = exercise
    return f"{path.stem}/{name}"


def released_cell(path, exercise: str) -> str:
    """The solution cell as learners get it."""
    released = nbformat.read(
        ROOT / "release" / path.relative_to(ROOT / "source"), as_version=4
    )
    return next(
        cell.source
        for cell in released.cells
        if cell.metadata.get("nbgrader", {}).get("grade_id") == exercise
    )


def solution_cell(path, exercise: str) -> str:
    """The solution cell as the instructor wrote it."""
    return next(
        cell.source
        for cell in read_cells(path)
        if cell.is_solution and cell.exercise == exercise
    )


class _Marking:
    """Marks answers, each in a fresh fork of a process that has TensorFlow imported."""

    def __init__(self, pool: ProcessPoolExecutor) -> None:
        self._pool = pool
        self._futures: dict[tuple, Future] = {}

    def order(self, path, exercise: str, source: str) -> Future:
        key = (path, exercise, source)
        if key not in self._futures:
            self._futures[key] = self._pool.submit(run_answer, *key)
        return self._futures[key]

    def results(self, path, exercise: str, source: str) -> list[TestResult]:
        return self.order(path, exercise, source).result(timeout=300)


@pytest.fixture(scope="module")
def marking(request):
    """Start marking all that the selected tests will ask for, on both cores."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.answers.warm"])
    with ProcessPoolExecutor(2, mp_context=context, max_tasks_per_child=1) as pool:
        marking = _Marking(pool)
        for item in request.session.items:
            if getattr(item, "module", None) is request.module and hasattr(
                item, "callspec"
            ):
                answer = item.callspec.params.get("answer")
                if answer is not None:
                    marking.order(_source_of(answer), answer.exercise, answer.source)
        yield marking
        pool.shutdown(cancel_futures=True)  # after `-x` nobody waits for the rest


@pytest.mark.parametrize("answer", RIGHT, ids=str)
def test_right_answer_gets_full_marks(answer, marking):
    results = marking.results(_source_of(answer), answer.exercise, answer.source)
    lost = {one.grade_id: one.message for one in results if one.earned != one.points}
    assert not lost


@pytest.mark.parametrize("answer", WRONG, ids=str)
def test_wrong_answer_loses_marks_and_is_told_why(answer, marking):
    results = marking.results(_source_of(answer), answer.exercise, answer.source)
    messages = [one.message for one in results if one.earned < one.points]
    assert messages, "every test passed"
    for words in answer.says:
        # Only what a hidden test's feedback would show counts: the first paragraph.
        told = [" ".join(message.split("\n\n")[0].split()) for message in messages]
        assert any(words in one for one in told), f"{words!r} is not in {messages}"


@pytest.mark.parametrize("exercise", EXERCISES, ids=_exercise_id)
def test_solution_gets_full_marks(exercise, marking):
    path, name = exercise
    results = marking.results(path, name, solution_cell(path, name))
    assert [one.earned for one in results] == [one.points for one in results]


@pytest.mark.parametrize("exercise", EXERCISES, ids=_exercise_id)
def test_released_cell_earns_nothing(exercise, marking):
    path, name = exercise
    results = marking.results(path, name, released_cell(path, name))
    assert sum(one.earned for one in results) == 0


@pytest.mark.parametrize("exercise", EXERCISES, ids=_exercise_id)
def test_exercise_has_enough_answers_in_the_bank(exercise):
    path, name = exercise
    answers = [
        one
        for one in all_answers()
        if (one.notebook, one.exercise) == (path.stem, name)
    ]
    right = [one for one in answers if one.is_right]
    assert len(right) >= 2
    assert len(answers) - len(right) >= 4
    texts = [re.sub(r"\s+", " ", one.source) for one in answers]
    assert len(set(texts)) == len(texts), "two answers are the same"
    assert solution_cell(path, name) not in [one.source for one in answers]


@pytest.mark.parametrize("exercise", EXERCISES, ids=_exercise_id)
def test_exercise_has_a_visible_and_a_hidden_test(exercise):
    path, name = exercise
    tests = [one for one in read_cells(path) if one.is_test and one.exercise == name]
    hidden = [one for one in tests if "### BEGIN HIDDEN TESTS" in one.source]
    assert len(hidden) < len(tests), "no test that the learner can read"
    assert hidden or name == "feature_map_by_hand", "no hidden test"


def test_bank_holds_only_exercises_that_exist():
    known = {(path.parent.name, path.stem, name) for path, name in EXERCISES}
    strays = {
        (one.assignment, one.notebook, one.exercise) for one in all_answers()
    } - known
    assert not strays
