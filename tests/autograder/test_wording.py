"""Of a test's message only the course's own words are told."""

from __future__ import annotations

import pytest

from autograder.examiner.errors import NotHandedOver
from autograder.messages import guarded_message, hidden_message
from autograder.results import CellScore
from autograder.wording import Wording

SOURCE = """
for a, b in [(17, 23)]:
    got = area(a, b)
    assert got == a * b, (
        "The area is not width times height.\\n\\n"
        f"Got {got}, wanted {a * b}."
    )
assert x, "only words"
assert x, "a share of %d of %s (100%%)" % (3, 4)
assert x, "in {{braces}} {} of {name}".format(1, name=2)
REMARK = "by name " + str(x) + " and more"
assert x, REMARK
assert x, got
raise ValueError(f"raised for {a}")
case.assertEqual(a, b, "the totals differ")
case.assertTrue(a, msg="so it is false")
np.testing.assert_allclose(a, b, rtol=1, err_msg="far off")
"""


@pytest.mark.parametrize(
    ("message", "told"),
    [
        (
            "The area is not width times height.\n\nGot 5, wanted 391.",
            "The area is not width times height.\n\nGot …, wanted ….",
        ),
        ("only words", "only words"),
        ("a share of 17 of [23] (100%)", "a share of … of … (100%)"),
        ("in {braces} 17 of 23", "in {braces} … of"),
        ("by name 17 and more", "by name … and more"),
        ("raised for 17", "raised for"),
        ("17 != 23 : the totals differ", "the totals differ"),
        ("False is not true : so it is false", "so it is false"),
        ("\nNot equal to tolerance rtol=1\nfar off\nACTUAL: 17", "far off"),
        ("17 != 23", ""),
        ("17", ""),
        ("", ""),
    ],
)
def test_values_are_left_out(message, told):
    wording = Wording([SOURCE])
    # A message that ends with a value loses the gap at its end.
    assert wording.told(message).rstrip("… .") == told.rstrip("… .")
    assert "17" not in wording.told(message)


def test_what_a_value_says_does_not_matter():
    wording = Wording(['assert x, f"Got {x}, wanted more."'])
    forged = "Got only words, wanted 17, wanted more."
    assert wording.told(forged) == "Got …, wanted more."


@pytest.mark.parametrize(
    "source", ["", "def f(:", "\0", "(" * 300, "assert x", "%magic"]
)
def test_what_is_no_code_has_no_wording(source):
    assert Wording([source]).told("only words") == ""


def test_a_long_message_does_not_take_long():
    parts = "".join(f"{{a}}{letter}" for letter in "abcdefghij")
    wording = Wording([f'assert x, f"start {parts} end"'])
    assert wording.told("start " + "abcdefghi" * 20_000) == ""


def score(error: str, message: str, outcome: str) -> CellScore:
    return CellScore("test", 1, 0, outcome, error, message)


@pytest.mark.parametrize(
    ("error", "told"),
    [
        ("ValueError", "ValueError"),
        ("x_17_23", "an error"),
        ("ValueError in the learner's code", "an error"),
        ("InvalidArgumentError", "InvalidArgumentError"),
        ("", "an error"),
        ("print", "an error"),
    ],
)
def test_only_known_exceptions_are_named(error, told):
    text = hidden_message(score(error, "17", "error"), lambda _: "")
    assert text == f"Your code stopped with {told} on an input of this hidden test."
    cell = {"source": "x", "outputs": []}
    if error:
        text = guarded_message(score(error, "17", "error"), cell, lambda _: "")
        assert text.startswith(f"The test stopped with {told}.\n")


def test_a_bare_assertion_is_told_only_if_it_stands_in_the_test():
    failed = score("AssertionError", "", "failed")
    for source, words in (
        ("assert a == 3", "This does not hold: assert a == 3"),
        ("check(a)", "An assertion of this test does not hold."),
    ):
        lines = ["Traceback", "    assert a == 3", "AssertionError"]
        error = {"output_type": "error", "traceback": lines}
        cell = {"source": source, "outputs": [error]}
        assert guarded_message(failed, cell, lambda _: "").startswith(words)


def test_a_test_that_cannot_work_here_is_no_fault_of_the_learners():
    error = NotHandedOver("a `Mine` of 17")
    told = hidden_message(score("NotHandedOver", str(error), "error"), lambda _: "")
    assert told.startswith("This test hands something to your code")
    assert "no mistake of yours" in told
    assert "17" not in told
    assert "17" in str(error)
