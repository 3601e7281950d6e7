"""Guessing at predictions and verdicts of `differences` does not pay."""

import random
import re

import nbformat
import pytest

from course import checks
from tests.answers.bank import ROOT
from tests.answers.notebook import read_cells, run_test

NOTEBOOK = ROOT / "source" / "pc2-differences" / "differences.ipynb"
EXERCISES = {"predict_mixing": (7, "abc"), "comparison_table": (12, "abcd")}
DRAWS = 1000

every_exercise = pytest.mark.parametrize("exercise", EXERCISES)


def cells_of(exercise: str) -> list:
    return [
        cell
        for cell in read_cells(NOTEBOOK)
        if cell.is_test and cell.exercise == exercise
    ]


def points_of(exercise: str) -> float:
    return sum(cell.points for cell in cells_of(exercise))


def earned(exercise: str, answers) -> float:
    """Points of both test cells; they need no more than the checks."""
    return sum(
        run_test(cell, {"checks": checks, exercise: answers}).earned
        for cell in cells_of(exercise)
    )


def right_answers(exercise: str) -> dict[int, str]:
    """Find the right letters as a patient guesser would: one question at a time."""
    count, letters = EXERCISES[exercise]
    right = dict.fromkeys(range(1, count + 1), letters[0])
    hidden = cells_of(exercise)[1]

    def score(answers) -> int:
        said = run_test(hidden, {"checks": checks, exercise: answers}).message
        return int(re.search(rf"(\d+) of {count} right", said)[1])

    for number in right:
        right[number] = max(
            letters, key=lambda letter, n=number: score({**right, n: letter})
        )
    return right


@every_exercise
def test_all_right_earns_all_points_in_a_visible_and_a_hidden_cell(exercise):
    assert [cell.is_hidden for cell in cells_of(exercise)] == [False, True]
    assert earned(exercise, right_answers(exercise)) == points_of(exercise)


@every_exercise
def test_random_choices_earn_less_than_a_third_on_average(exercise):
    count, letters = EXERCISES[exercise]
    chance = random.Random(11)
    points = [
        earned(exercise, {n: chance.choice(letters) for n in range(1, count + 1)})
        for _ in range(DRAWS)
    ]
    assert sum(points) / DRAWS < points_of(exercise) / 5
    assert sum(one == 0 for one in points) > DRAWS / 3


@every_exercise
def test_same_letter_everywhere_earns_close_to_nothing(exercise):
    count, letters = EXERCISES[exercise]
    for letter in letters:
        same = dict.fromkeys(range(1, count + 1), letter)
        assert earned(exercise, same) < points_of(exercise) / 5


@every_exercise
@pytest.mark.parametrize("blank", [..., None, ""], ids=["dots", "none", "empty text"])
def test_unanswered_earns_nothing(exercise, blank):
    count, letters = EXERCISES[exercise]
    assert earned(exercise, dict.fromkeys(range(1, count + 1), blank)) == 0
    assert earned(exercise, dict.fromkeys(range(1, count + 1), letters)) == 0
    assert earned(exercise, {}) == 0


@pytest.mark.parametrize("pick", [max, min], ids=["longest", "shortest"])
def test_choosing_verdicts_by_their_length_does_not_pay(pick):
    task = next(
        cell.source
        for cell in nbformat.read(NOTEBOOK, as_version=4).cells
        if cell.id == "exercise-comparison-table"
    )
    answers = {}
    for line in re.findall(r"^\| \d+ \|.*\|$", task, re.MULTILINE):
        number, _, *verdicts = (part.strip() for part in line.strip("|").split("|"))
        lengths = dict(zip("abcd", map(len, verdicts), strict=True))
        answers[int(number)] = pick(lengths, key=lengths.get)
    assert len(answers) == 12
    assert earned("comparison_table", answers) < points_of("comparison_table") / 3


def test_letters_of_the_right_verdicts_are_spread():
    letters = list(right_answers("comparison_table").values())
    assert max(letters.count(letter) for letter in "abcd") <= 4
