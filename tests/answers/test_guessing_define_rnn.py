"""Guessing at the statements and the shapes of define-rnn does not pay."""

import random

import pytest

from course import checks
from tests.answers.bank import ROOT
from tests.answers.notebook import read_cells, run_test

NOTEBOOK = ROOT / "source" / "pc1-define" / "define-rnn.ipynb"
CELLS = [cell for cell in read_cells(NOTEBOOK) if cell.is_test]
STATEMENTS = [cell for cell in CELLS if cell.exercise == "statements"]
POINTS = sum(cell.points for cell in STATEMENTS)
NUMBERS = range(1, 13)
LETTERS = "abcd"


def earned(statements) -> float:
    """Points of both test cells; they need no more than the checks."""
    return sum(
        run_test(cell, {"checks": checks, "statements": statements}).earned
        for cell in STATEMENTS
    )


@pytest.fixture(scope="module")
def by_chance() -> list[float]:
    """Points of 1000 learners who draw a letter for each statement."""
    chance = random.Random(1000)
    return [
        earned({number: chance.choice(LETTERS) for number in NUMBERS})
        for _ in range(1000)
    ]


def right_statements() -> dict[int, str]:
    """Find the right letters as a patient guesser would: one statement at a time."""
    right = dict.fromkeys(NUMBERS, "a")
    for number in NUMBERS:
        right[number] = max(
            LETTERS, key=lambda letter, n=number: _right_count({**right, n: letter})
        )
    return right


def _right_count(statements) -> int:
    given = {"checks": checks, "statements": statements}
    message = run_test(STATEMENTS[1], given).message
    return int(message.split(" of 12 right")[0].split()[-1])


def test_there_are_twelve_statements_in_two_test_cells():
    assert POINTS == 8
    assert [cell.is_hidden for cell in STATEMENTS] == [False, True]


def test_random_choices_earn_close_to_nothing(by_chance):
    mean = sum(by_chance) / len(by_chance)
    assert mean < POINTS / 10
    assert sum(points == 0 for points in by_chance) > len(by_chance) / 2
    assert max(by_chance) < POINTS * 2 / 3


@pytest.mark.parametrize("letter", LETTERS)
def test_same_letter_everywhere_earns_close_to_nothing(letter):
    assert earned(dict.fromkeys(NUMBERS, letter)) <= POINTS / 10


@pytest.mark.parametrize("blank", [..., None, ""], ids=["dots", "none", "empty text"])
def test_unanswered_earns_nothing(blank):
    assert earned(dict.fromkeys(NUMBERS, blank)) == 0


def test_all_letters_at_once_earn_nothing():
    assert earned(dict.fromkeys(NUMBERS, LETTERS)) == 0
    assert earned({number: list(LETTERS) for number in NUMBERS}) == 0


def test_points_rise_with_each_right_verdict():
    right = right_statements()
    assert earned(right) == POINTS
    shares = [
        earned({n: right[n] if n <= count else ... for n in NUMBERS})
        for count in range(1, 13)
    ]
    assert shares == sorted(shares)
    assert shares[1] == 0  # no better than chance


def test_letters_of_the_right_verdicts_are_spread():
    letters = list(right_statements().values())
    assert {letters.count(letter) for letter in LETTERS} == {3}


def test_drawing_the_shapes_from_the_numbers_of_the_task_earns_next_to_nothing():
    """All five rows must be right in a cell; a row drawn at random seldom is."""
    hidden = next(
        cell for cell in CELLS if cell.exercise == "type_shapes" and cell.is_hidden
    )

    def shape_pair(answers, case):
        return [list(part) for part in answers[case][:2]]

    chance = random.Random(3)
    points = []
    for _ in range(1000):
        drawn = {
            case: ((3,), (6,), chance.choice([None, True, False])) for case in "abcde"
        }
        given = {"checks": checks, "type_shapes": drawn, "shape_pair": shape_pair}
        points.append(run_test(hidden, given).earned)
    assert sum(points) / len(points) < hidden.points / 50
