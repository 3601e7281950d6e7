"""Guessing does not pay in the notebook `select`: cards and statements."""

import random

import pytest

from course import cards, checks
from tests.answers.bank import ROOT
from tests.answers.notebook import read_cells, run_test

NOTEBOOK = ROOT / "source" / "pc4-select" / "select.ipynb"
GROUPS = {
    "cards_pictures": {
        "traffic sign": ((64, 64, 3), 43),
        "paint defect": ((128, 256, 1), 1),
        "drivable area": ((96, 160, 3), 1),
        "steering angle": ((66, 200, 3), 1),
    },
    "cards_sequences": {
        "remaining life": ((30, 14), 1),
        "current gear": ((200, 4), 6),
        "voice command": ((98, 40), 12),
        "traffic volume": ((168, 1), 1),
    },
    "cards_tables": {
        "car price": ((18,), 1),
        "road users": ((120, 160, 3), 9),
        "battery health": ((120, 1), 4),
        "bus fuel": ((48, 5), 6),
    },
    "cards_mixed": {
        "workshop report": ((60,), 8),
        "bus intrusion": ((100, 8), 1),
        "report translation": ((30,), 4000),
        "engine vibration": ((4000, 1), 5),
    },
}
NUMBERS, LETTERS = range(1, 11), "abcd"


def cells_of(exercise: str):
    return [
        cell
        for cell in read_cells(NOTEBOOK)
        if cell.is_test and cell.exercise == exercise
    ]


def points_of(exercise: str) -> float:
    return sum(cell.points for cell in cells_of(exercise))


def earned(exercise: str, answer) -> float:
    names = {"checks": checks, "cards": cards, exercise: answer}
    return sum(run_test(cell, dict(names)).earned for cell in cells_of(exercise))


def guessed_card(shape: tuple, units: int, chance: random.Random) -> tuple:
    """Draw a card; shape and units are half read off the case."""
    menu = {field: list(words) for field, words in cards.MENU.items()}
    shapes = [shape, shape[:-1], (None, *shape), tuple(reversed(shape))]
    return (
        chance.choice(menu["architecture"]),
        chance.choice(shapes),
        chance.choice([units, 1, 2]),
        chance.choice(menu["activation"]),
        chance.choice(menu["loss"]),
        chance.choice(menu["baseline"]),
        chance.choice(menu["reason"]),
    )


@pytest.fixture(scope="module", params=GROUPS)
def drawn(request) -> tuple[str, list[float]]:
    """An exercise, and the points of 300 learners who draw its cards."""
    chance = random.Random(300)
    points = []
    for _ in range(300):
        answer = {
            case: guessed_card(*facts, chance)
            for case, facts in GROUPS[request.param].items()
        }
        points.append(earned(request.param, answer))
    return request.param, points


def test_every_group_of_cards_is_visible_and_hidden_once():
    for exercise in GROUPS:
        assert [cell.is_hidden for cell in cells_of(exercise)] == [False, True]
        assert points_of(exercise) == 7


def test_sealed_cards_do_not_show_an_answer():
    words = {
        word
        for field in ("architecture", "baseline", "reason")
        for word in cards.MENU[field]
    }
    for exercise in GROUPS:
        visible = cells_of(exercise)[0].source
        assert not [word for word in words if f'"{word}"' in visible]


def test_drawn_cards_earn_less_than_a_third_on_average(drawn):
    exercise, points = drawn
    assert sum(points) / len(points) < points_of(exercise) / 3


def test_no_drawn_cards_in_three_hundred_earn_two_thirds(drawn):
    exercise, points = drawn
    assert max(points) < points_of(exercise) * 2 / 3


@pytest.mark.parametrize("exercise", GROUPS)
def test_most_plausible_card_everywhere_earns_less_than_two_thirds(exercise):
    """A convolutional network that classifies, with shape and units read off."""
    answer = {
        case: (
            "conv2d",
            shape,
            units,
            "softmax",
            "categorical",
            "most frequent",
            "anywhere in the picture",
        )
        for case, (shape, units) in GROUPS[exercise].items()
    }
    assert earned(exercise, answer) < points_of(exercise) * 2 / 3


@pytest.mark.parametrize("exercise", GROUPS)
def test_blank_cards_earn_nothing(exercise):
    for blank in (..., None, (...,) * 7):
        assert earned(exercise, dict.fromkeys(GROUPS[exercise], blank)) == 0
    assert earned(exercise, {}) == 0


def test_drawn_verdicts_earn_less_than_a_tenth_on_average():
    chance = random.Random(1000)
    points = [
        earned("statements", {number: chance.choice(LETTERS) for number in NUMBERS})
        for _ in range(1000)
    ]
    assert sum(points) / len(points) < points_of("statements") / 10
    assert max(points) < points_of("statements") * 2 / 3


@pytest.mark.parametrize("letter", LETTERS)
def test_same_letter_for_every_statement_earns_close_to_nothing(letter):
    answer = dict.fromkeys(NUMBERS, letter)
    assert earned("statements", answer) <= points_of("statements") / 10
