"""Decision cards: reading, sealed checks, marks and messages."""

import pytest

from course import cards
from course.checks import CheckFailed

GOOD = {
    "architecture": "conv1d",
    "input_shape": [(60, 2), (None, 2)],
    "units": 1,
    "activation": "sigmoid",
    "loss": "binary",
    "baseline": "most frequent",
    "reason": "anywhere in time",
}
OTHER = {**GOOD, "architecture": "recurrent", "reason": "memory"}
CASES = {"cabin": {"kind": "series", "cards": [GOOD, OTHER]}}
RIGHT = ("conv1d", (60, 2), 1, "sigmoid", "binary", "most frequent", "anywhere in time")
SEALED = {"cabin": [cards.sealed_card("cabin", one) for one in (GOOD, OTHER)]}


def changed(**fields):
    return {"cabin": {**dict(zip(cards.FIELDS, RIGHT, strict=True)), **fields}}


def marked(answer, capsys):
    points = cards.score(answer, CASES, 7, "cards_cabin")
    return points, capsys.readouterr().out


@pytest.mark.parametrize(
    "answer",
    [
        {"cabin": RIGHT},
        {"cabin": list(RIGHT)},
        changed(),
        changed(input_shape=(None, 2)),
        changed(input_shape=[60, 2]),
        changed(architecture=" CONV1D "),
        changed(architecture="recurrent", reason="memory"),
    ],
)
def test_every_good_card_gets_all_points_and_passes_the_sealed_check(answer, capsys):
    cards.check(answer, SEALED, "cards_cabin")
    assert marked(answer, capsys)[0] == 7


def test_reason_must_fit_the_architecture(capsys):
    answer = changed(architecture="recurrent")
    points, said = marked(answer, capsys)
    assert 0 < points < 7
    assert "cabin, reason: This does not fit" in said
    with pytest.raises(CheckFailed, match="cabin, reason: look again"):
        cards.check(answer, SEALED, "cards_cabin")


@pytest.mark.parametrize(
    ("shape", "words"),
    [
        ((None, 60, 2), "The batch is not part"),
        ((32, 60, 2), "The batch is not part"),
        ((60,), "The channel axis is missing"),
        ((2, 60), "The right lengths in the wrong order"),
        ((120,), "All in one row"),
        ((61, 2), "Another shape"),
        ("60 x 2", "This is no shape"),
        (60, "This is no shape"),
        ((60.0, 2), "This is no shape"),
        ((True, 2), "Another shape"),
    ],
)
def test_wrong_shape_is_named(shape, words, capsys):
    points, said = marked(changed(input_shape=shape), capsys)
    assert points < 7
    assert f"cabin, input_shape: {words}" in said


@pytest.mark.parametrize(
    ("units", "words"),
    [(0, "Too few"), (2, "Too many"), ("1", "no whole number"), (1.5, "no whole")],
)
def test_wrong_number_of_units_is_named(units, words, capsys):
    points, said = marked(changed(units=units), capsys)
    assert points < 7
    assert words in said


def test_every_wrong_choice_has_words_of_its_own(capsys):
    for field in ("architecture", "activation", "loss", "baseline", "reason"):
        for choice in cards.MENU[field]:
            if choice == GOOD[field]:
                continue
            points, said = marked(changed(**{field: choice}), capsys)
            assert points < 7
            assert "cabin, " in said
            assert "none of the choices" not in said


def test_sealed_check_tells_no_answer():
    wrong = changed(loss="error", units=5)
    with pytest.raises(CheckFailed) as failed:
        cards.check(wrong, SEALED, "cards_cabin")
    words = str(failed.value)
    assert "5 of 7 fields right" in words
    assert "binary" not in words
    assert "cabin, units: look again" in words
    assert all("conv1d" not in seals for seals in SEALED["cabin"])


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        ([RIGHT], "should be a dictionary"),
        ({"secret words": RIGHT}, "under another label"),
        ({"cabin": ...}, "not filled in yet"),
        ({"cabin": RIGHT[:6]}, "a card has 7 entries"),
    ],
)
def test_what_is_no_card_is_said(answer, words):
    with pytest.raises(CheckFailed, match=words) as failed:
        cards.check(answer, SEALED, "cards_cabin")
    assert "secret words" not in str(failed.value).split("\n\n")[0]


def test_blank_cards_earn_nothing():
    with pytest.raises(CheckFailed, match="no question is answered yet"):
        cards.score({"cabin": (...,) * 7}, CASES, 7, "cards_cabin")


def test_own_messages_of_a_case_come_first(capsys):
    own = {("loss", "error"): "Think of the two answers."}
    cases = {"cabin": {**CASES["cabin"], "messages": own}}
    cards.score(changed(loss="error"), cases, 7, "cards_cabin")
    assert "cabin, loss: Think of the two answers." in capsys.readouterr().out
