"""Guessing at the statements does not pay, whichever way it is done."""

import random

import pytest

from course import checks
from tests.answers.bank import ROOT
from tests.answers.notebook import read_cells, run_test

NOTEBOOK = ROOT / "source" / "pc1-define" / "define-cnn.ipynb"
TESTS = [
    cell
    for cell in read_cells(NOTEBOOK)
    if cell.is_test and cell.exercise == "statements"
]
POINTS = sum(cell.points for cell in TESTS)
NUMBERS = range(1, 11)
LETTERS = "abcd"


def earned(statements) -> float:
    """Points of both test cells; they need no more than the checks."""
    return sum(
        run_test(cell, {"checks": checks, "statements": statements}).earned
        for cell in TESTS
    )


@pytest.fixture(scope="module")
def by_chance() -> list[float]:
    """Points of 2000 learners who draw a letter for each statement."""
    chance = random.Random(2000)
    return [
        earned({number: chance.choice(LETTERS) for number in NUMBERS})
        for _ in range(2000)
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
    message = run_test(TESTS[1], {"checks": checks, "statements": statements}).message
    return int(message.split(" of 10 right")[0].split()[-1])


def test_there_are_ten_statements_in_two_test_cells():
    assert POINTS == 8
    assert [cell.is_hidden for cell in TESTS] == [False, True]


def test_random_choices_earn_less_than_a_third_on_average(by_chance):
    assert sum(by_chance) / len(by_chance) < POINTS / 3


def test_random_choices_earn_close_to_nothing(by_chance):
    mean = sum(by_chance) / len(by_chance)
    assert mean < POINTS / 10
    assert sum(points == 0 for points in by_chance) > len(by_chance) / 2


def test_no_guess_in_two_thousand_earns_two_thirds(by_chance):
    assert max(by_chance) < POINTS * 2 / 3


@pytest.mark.parametrize("letter", LETTERS)
def test_same_letter_everywhere_earns_close_to_nothing(letter):
    assert earned(dict.fromkeys(NUMBERS, letter)) <= POINTS / 10


@pytest.mark.parametrize("blank", [..., None, ""], ids=["dots", "none", "empty text"])
def test_unanswered_earns_nothing(blank):
    assert earned(dict.fromkeys(NUMBERS, blank)) == 0


def test_empty_dictionary_earns_nothing():
    assert earned({}) == 0


def test_all_letters_at_once_earn_nothing():
    assert earned(dict.fromkeys(NUMBERS, LETTERS)) == 0
    assert earned({number: list(LETTERS) for number in NUMBERS}) == 0


def test_knowing_half_and_leaving_out_the_rest_earns_part_of_the_points():
    right = right_statements()
    half = {number: right[number] if number <= 5 else ... for number in NUMBERS}
    assert earned(right) == POINTS
    assert 0 < earned(half) < POINTS / 2


def test_points_rise_with_each_right_verdict():
    right = right_statements()
    shares = [
        earned({n: right[n] if n <= count else ... for n in NUMBERS})
        for count in range(1, 11)
    ]
    assert shares == sorted(shares)
    assert shares[0] == shares[1] == 0  # no better than chance
    assert len(set(shares[2:])) == 8


def test_letters_of_the_right_verdicts_are_spread():
    letters = list(right_statements().values())
    assert max(letters.count(letter) for letter in LETTERS) <= 3
