"""Checks that serve tests which learners can read: sealed answers, slips that show."""

import nbformat
import numpy as np
import pytest
from nbclient import NotebookClient

from course import checks

SEALED = {1: checks.seal(1, "c"), 2: checks.seal(2, "a")}
LOOK_AGAIN = {1: "Part 4 has it.", 2: "Part 9 has it."}


def check(answers):
    checks.assert_sealed_answers(answers, "abcd", SEALED, LOOK_AGAIN, name="verdicts")


@pytest.mark.parametrize(
    "answers", [{1: "c", 2: "a"}, {2: "A", 1: " c "}], ids=["plain", "case and spaces"]
)
def test_right_sealed_answers_pass(answers):
    check(answers)


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        ({1: "b", 2: "a"}, "1: look again. Part 4 has it."),
        ({1: "c"}, "2: not answered yet"),
        ({1: "c", 2: ...}, "2: not answered yet"),
        ({1: "c", 2: None}, "2: not answered yet"),
        ({1: "c", 2: "e"}, "2: this is none of the choices 'a', 'b', 'c', 'd'"),
        ({1: "c", 2: 1}, "2: this is none of the choices"),
        ({1: "c", 2: "ab"}, "2: this is none of the choices"),
        ({1: "c", 2: ""}, "2: this is none of the choices"),
        ({1: "c", 2: ["a"]}, "2: this is none of the choices"),
        ({1: "c", 2: "a", 3: "a"}, "There is no question"),
        (["c", "a"], "should be a dictionary"),
        (None, "None"),
    ],
)
def test_wrong_sealed_answers_say_where_to_look_again(answers, words):
    with pytest.raises(checks.CheckFailed) as caught:
        check(answers)
    assert words in caught.value.summary


def test_summary_of_sealed_answers_counts_the_right_ones():
    with pytest.raises(checks.CheckFailed, match="1 of 2 right"):
        check({1: "c", 2: "b"})


def test_seal_does_not_show_its_choice_and_depends_on_the_question():
    seals = {checks.seal(question, "a") for question in range(50)}
    assert len(seals) == 50
    assert all(len(seal) == 8 for seal in seals)


def test_an_object_equal_to_everything_is_no_answer():
    class Chameleon(str):
        def __eq__(self, other):
            return True

        __hash__ = str.__hash__

    with pytest.raises(checks.CheckFailed, match="1: "):
        check({1: Chameleon("z"), 2: "a"})


def test_seal_that_fits_no_option_is_the_authors_mistake():
    with pytest.raises(ValueError, match=r"question 1 fits none of the options"):
        checks.assert_sealed_answers({1: "a"}, "abcd", {1: "00000000"}, {1: "Think."})


def test_questions_of_seals_and_notes_must_agree():
    with pytest.raises(ValueError, match="same questions"):
        checks.assert_sealed_answers({}, "abcd", SEALED, {1: "Think."})


@pytest.mark.parametrize("right", [5, [1.0, 2.0], np.ones((2, 3))])
def test_slips_that_show_are_kept_and_the_others_left_out(right):
    same, shifted = np.array(right), np.array(right) + 1
    other_shape = np.ones((4, 4))
    slips = {"same": same, "shifted": shifted, "other shape": other_shape}
    assert set(checks.distinct_slips(slips, right)) == {"shifted", "other shape"}


def test_partial_credit_shows_its_words_under_a_type_of_their_own():
    source = (
        "from course import checks\n"
        "checks.score_answers({1: 'a', 2: 'b'}, {1: 'a', 2: 'a'},"
        " {1: {'b': 'No.'}, 2: {'b': 'Zero padding comes in.'}}, points=4)"
    )
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(source)])
    NotebookClient(notebook, timeout=60, kernel_name="python3").execute()
    shown, value = notebook.cells[0].outputs
    assert "2: Zero padding comes in." in shown.data["text/x-autograder-summary"]
    assert value.data["text/plain"] == "0.0"
