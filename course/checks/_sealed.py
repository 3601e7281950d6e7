"""Check answers against sealed ones, so that a visible test does not give them away."""

import hashlib
from collections.abc import Mapping, Sequence
from typing import Any

from course.checks._failure import CheckFailed
from course.checks._plain import refuse_placeholder
from course.checks._words import kind_of, subject_of

_SEAL_LENGTH = 8


def seal(question: Any, choice: str) -> str:
    """Return the seal of a right choice, to be written into a visible test.

    A seal keeps the answer from being read by accident. It is no secret: whoever
    tries every choice will find it, just as by running the test again and again.

    Args:
        question: The question's label.
        choice: The right choice.

    Returns:
        Eight hexadecimal digits.

    Example:
        >>> len(seal(1, "c"))
        8
    """
    text = f"AIT.U3.E5 {question} {_plain_choice(choice)}"
    return hashlib.sha256(text.encode()).hexdigest()[:_SEAL_LENGTH]


def assert_sealed_answers(
    got: Any,
    options: Sequence[str],
    sealed: Mapping[Any, str],
    look_again: Mapping[Any, str],
    name: str = "your answers",
) -> None:
    """Check answers to questions in a test that learners can read.

    Args:
        got: The learner's answers, `{question: choice}`.
        options: The choices that each question has.
        sealed: The seal of the right choice of each question, made by `seal`.
        look_again: For each question, what to think over when the answer is wrong.
        name: What `got` is, for the message.

    Raises:
        CheckFailed: If an answer is wrong, missing or none of the options. The summary
            names each such question and says where to look again.
        ValueError: If `sealed` and `look_again` are not about the same questions, or a
            seal fits none of the options.
    """
    if set(sealed) != set(look_again):
        raise ValueError(
            "`sealed` and `look_again` expect the same questions: received "
            f"{sorted(map(str, sealed))} and {sorted(map(str, look_again))}."
        )
    for question, digits in sealed.items():
        if digits not in {seal(question, option) for option in options}:
            raise ValueError(
                f"the seal {digits!r} of question {question!r} fits none of the "
                f"options {list(options)}. Make it with "
                "`checks.seal(question, choice)`."
            )
    subject = subject_of(name)
    refuse_placeholder(got, subject)
    if not isinstance(got, Mapping):
        raise CheckFailed(
            f"{subject} should be a dictionary with one entry for each question, but "
            f"is {kind_of(got)}."
        )
    listed = ", ".join(repr(option) for option in options)
    notes = []
    for question, digits in sealed.items():
        answer = got.get(question)
        if answer is None or answer is Ellipsis:
            notes.append(f"{question}: not answered yet.")
        elif not isinstance(answer, str) or _plain_choice(answer) not in list(options):
            notes.append(f"{question}: this is none of the choices {listed}.")
        elif seal(question, answer) != digits:
            notes.append(f"{question}: look again. {look_again[question]}")
    unknown = [str(question) for question in got if question not in sealed]
    if unknown:
        notes.append("There is no question under one of the labels: was one changed?")
    if notes:
        right = sum(
            isinstance(got.get(question), str)
            and seal(question, got[question]) == digits
            for question, digits in sealed.items()
        )
        headline = f"{subject}: {right} of {len(sealed)} right."
        details = f"no question: {', '.join(unknown)[:200]}" if unknown else ""
        summary = "\n".join([headline, *(f"- {note}" for note in notes)])
        raise CheckFailed(summary, details)


def _plain_choice(choice: str) -> str:
    return " ".join(choice.split()).casefold()
