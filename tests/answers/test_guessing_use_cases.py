"""Guessing at the sorting exercises of `use-cases` does not pay."""

import random

import numpy as np
import pytest

from course import checks
from tests.answers.bank import FOLDER, ROOT, read_answers
from tests.answers.notebook import needed_cells, read_cells, run_test

NOTEBOOK = ROOT / "source" / "pc3-use-cases" / "use-cases.ipynb"
ARCHITECTURES = ("cnn", "rnn", "both", "neither")
REASONS = ("space", "shape", "order", "both", "table", "naive")
FITTING = {
    "cnn": ("space", "shape", "order"),
    "rnn": ("shape", "order"),
    "both": ("both",),
    "neither": ("table", "naive"),
}
TYPES = ("one to one", "one to many", "many to one", "aligned", "encoder-decoder")
PAIRS = {"cnn_cases": 10, "rnn_cases": 9, "car_cases": 10}
CHOICES = {
    "rnn_types": (10, TYPES),
    "what_may_change": (8, "abcd"),
    "statements": (10, "abcd"),
}

every_sorting = pytest.mark.parametrize("exercise", PAIRS)
every_choice = pytest.mark.parametrize("exercise", CHOICES)


@pytest.fixture(scope="module")
def earned():
    """Points of the test cells of an exercise for an answer.

    Helpers that an earlier test cell defines are run once; the set-up cell is not, for
    the tests need no more of it than the checks.
    """
    prepared = {}

    def prepare(exercise):
        cells = needed_cells(list(read_cells(NOTEBOOK)), exercise)
        names = {"checks": checks, "np": np}
        for cell in cells:
            own = cell.is_test or (cell.is_solution and cell.exercise == exercise)
            if not own and cell.grade_id != "setup":
                exec(compile(cell.source, cell.grade_id, "exec"), names)
        return names, [cell for cell in cells if cell.is_test]

    def points(exercise, answer) -> float:
        if exercise not in prepared:
            prepared[exercise] = prepare(exercise)
        names, tests = prepared[exercise]
        names = {**names, exercise: answer}
        return sum(run_test(cell, names).earned for cell in tests)

    return points


def everything(exercise) -> float:
    return sum(
        cell.points
        for cell in read_cells(NOTEBOOK)
        if cell.is_test and cell.exercise == exercise
    )


def right_answer(exercise):
    answers = read_answers(FOLDER / "pc3-use-cases" / "use-cases" / f"{exercise}.py")
    answer = next(one for one in answers if one.is_right)
    names = {}
    exec(answer.source, names)
    return names[exercise]


def mean(values) -> float:
    values = list(values)
    return sum(values) / len(values)


@pytest.mark.parametrize("exercise", [*PAIRS, *CHOICES])
def test_right_answers_earn_everything(earned, exercise):
    assert earned(exercise, right_answer(exercise)) == everything(exercise) > 0


@every_sorting
def test_random_codes_earn_less_than_a_third_on_average(earned, exercise):
    chance = random.Random(3)
    guesses = [
        {
            case: (chance.choice(ARCHITECTURES), chance.choice(REASONS))
            for case in range(1, PAIRS[exercise] + 1)
        }
        for _ in range(400)
    ]
    assert mean(earned(exercise, guess) for guess in guesses) < everything(exercise) / 6


@every_sorting
def test_random_codes_that_go_together_earn_less_than_a_third(earned, exercise):
    chance = random.Random(4)
    points = []
    for _ in range(400):
        guess = {}
        for case in range(1, PAIRS[exercise] + 1):
            architecture = chance.choice(ARCHITECTURES)
            guess[case] = (architecture, chance.choice(FITTING[architecture]))
        points.append(earned(exercise, guess))
    assert mean(points) < everything(exercise) / 4


@every_sorting
@pytest.mark.parametrize("architecture", ARCHITECTURES)
def test_the_same_pair_everywhere_earns_less_than_a_third(
    earned, exercise, architecture
):
    for reason in FITTING[architecture]:
        answer = dict.fromkeys(range(1, PAIRS[exercise] + 1), (architecture, reason))
        assert earned(exercise, answer) <= everything(exercise) / 3, reason


@every_sorting
def test_points_rise_with_each_right_case(earned, exercise):
    right = right_answer(exercise)
    shares = [
        earned(exercise, {n: right[n] if n <= count else ... for n in right})
        for count in range(1, len(right) + 1)
    ]
    assert shares == sorted(shares)
    assert 0 < shares[len(right) // 2] < everything(exercise)


@every_choice
def test_random_choices_earn_less_than_a_third_on_average(earned, exercise):
    chance = random.Random(5)
    number, choices = CHOICES[exercise]
    points = [
        earned(exercise, {n: chance.choice(choices) for n in range(1, number + 1)})
        for _ in range(600)
    ]
    assert mean(points) < everything(exercise) / 6


@every_choice
def test_the_same_choice_everywhere_earns_little(earned, exercise):
    number, choices = CHOICES[exercise]
    for choice in choices:
        answer = dict.fromkeys(range(1, number + 1), choice)
        assert earned(exercise, answer) <= everything(exercise) / 6, choice


@pytest.mark.parametrize("exercise", [*PAIRS, *CHOICES])
@pytest.mark.parametrize("blank", [..., None], ids=["dots", "none"])
def test_unanswered_earns_nothing(earned, exercise, blank):
    right = right_answer(exercise)
    assert earned(exercise, dict.fromkeys(right, blank)) == 0
    assert earned(exercise, {}) == 0


def test_guessing_true_and_false_in_shapes_earns_nothing(earned):
    chance = random.Random(6)
    tasks = list(right_answer("shapes"))
    for _ in range(50):
        guess = {task: ((1,), chance.random() < 0.5, (2,)) for task in tasks}
        assert earned("shapes", guess) == 0


def test_usual_sizes_in_shapes_earn_less_than_a_third(earned):
    tasks = list(right_answer("shapes"))
    guess = {task: ((10, 1), False, (1,)) for task in tasks}
    assert earned("shapes", guess) < everything("shapes") / 3
