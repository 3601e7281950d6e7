"""Checks of answers to questions, with a message for each misconception."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from course.checks._failure import CheckFailed
from course.checks._plain import as_plain
from course.checks._summary import show_summary
from course.checks._words import kind_of, subject_of


def assert_answers(
    got: Any,
    want: Mapping[str, Any],
    messages: Mapping[str, Mapping[Any, str]],
    name: str = "your answers",
) -> None:
    """Check answers to questions, with a message for each misconception.

    The choices of a question are the expected one and those that have a message. An
    answer of None, `...` or "" is not given yet. Case and outer spaces of text do not
    count. No message tells the right choice.

    Args:
        got: The learner's answers, `{question: choice}`.
        want: The expected choice for each question, or a set where several are right.
        messages: For each question, what to say to each wrong choice.
        name: What `got` is, for the message.

    Raises:
        CheckFailed: If an answer is wrong, missing or no choice. The summary names each
            such question.
        ValueError: If `want` and `messages` do not fit each other.
    """
    marked = _mark(got, want, messages, name)
    if marked.notes:
        raise CheckFailed(marked.report(name), "\n".join(marked.details))


def score_answers(
    got: Any,
    want: Mapping[str, Any],
    messages: Mapping[str, Mapping[Any, str]],
    points: float,
    name: str = "your answers",
) -> float:
    """Mark answers to questions with partial credit, so that guessing does not pay.

    The last line of a test cell, which nbgrader reads as its score. With `right` the
    share of right answers and `chance` the share that blind guessing gets on average
    (the mean of 1 / number of choices, or more where several are right), the score is

        points * max(0, (right - chance) / (1 - chance))

    rounded to two decimals. All right is all points. Guessing six questions of three
    choices each averages 11 % of the points, where marking without the correction
    would give 33 %; more questions bring it down further. An answer not given counts
    as a wrong one. What is wrong is shown, as in `assert_answers`.

    Args:
        got: The learner's answers, `{question: choice}`.
        want: The expected choice for each question, or a set where several are right.
        messages: For each question, what to say to each wrong choice.
        points: The score for all right; above 0.
        name: What `got` is, for the message.

    Returns:
        The score, between 0 and `points`.

    Raises:
        CheckFailed: If no question is answered, or `got` is not a dictionary.
        ValueError: If `want` and `messages` do not fit each other, or `points` is not a
            number above 0.
    """
    if not (math.isfinite(points) and points > 0):
        raise ValueError(f"`points` expects a number above 0, received {points!r}.")
    marked = _mark(got, want, messages, name)
    if marked.answered == 0:
        raise CheckFailed(marked.report(name), "\n".join(marked.details))
    right = marked.right / marked.asked
    earned = max(0.0, (right - marked.chance) / (1 - marked.chance))
    show_summary(marked.report(name))
    return min(float(points), round(float(points) * earned, 2))


@dataclass
class _Marked:
    """What marking a set of answers found."""

    asked: int
    chance: float
    right: int = 0
    answered: int = 0
    notes: list[str] = field(default_factory=list)
    details: list[str] = field(default_factory=list)

    def report(self, name: str) -> str:
        """Return one paragraph: a headline and a line for each note."""
        headline = f"{subject_of(name)}: {self.right} of {self.asked} right."
        if self.answered == 0:
            headline = f"{subject_of(name)}: no question is answered yet."
        return "\n".join([headline, *(f"- {note}" for note in self.notes)])


def _mark(
    got: Any,
    want: Mapping[str, Any],
    messages: Mapping[str, Mapping[Any, str]],
    name: str,
) -> _Marked:
    questions = _questions(want, messages)
    chance = sum(
        len(right) / (len(right) + len(wrong)) for right, wrong in questions.values()
    )
    marked = _Marked(asked=len(questions), chance=chance / len(questions))
    if not isinstance(got, Mapping):
        raise CheckFailed(
            f"{subject_of(name)}: a dictionary with one entry for each question is "
            f"expected, but this is {kind_of(got)}. Restore the cell and fill in the "
            "values only."
        )
    for question, (right, wrong) in questions.items():
        if question not in got:
            marked.notes.append(f"{question}: this question is missing; add it again.")
            continue
        choice = _choice_key(got[question])
        if choice in _NO_ANSWER:
            marked.notes.append(f"{question}: not answered yet.")
            continue
        marked.answered += 1
        if choice in right:
            marked.right += 1
        elif choice in wrong:
            marked.notes.append(f"{question}: {wrong[choice]}")
        else:
            choices = sorted(_choice_words(one) for one in (*right, *wrong))
            marked.notes.append(
                f"{question}: this is none of the choices. "
                f"Write one of {', '.join(choices)}."
            )
            marked.details.append(f"{question}: got {_choice_words(choice)}")
    unknown = ", ".join(repr(key) for key in got if key not in questions)
    if unknown:
        marked.notes.append(
            "There is no question under one of the labels: was one changed?"
        )
        marked.details.append(f"no question: {unknown[:200]}")
    return marked


def _questions(
    want: Mapping[str, Any], messages: Mapping[str, Mapping[Any, str]]
) -> dict[str, tuple[set[Any], dict[Any, str]]]:
    if not want:
        raise ValueError("`want` holds no question.")
    extra = set(messages) - set(want)
    if extra:
        raise ValueError(
            f"`messages` has questions that `want` has not: {sorted(extra)}."
        )
    questions = {}
    for question, choice in want.items():
        several = isinstance(choice, set | frozenset)
        right = {_choice_key(one) for one in (choice if several else [choice])}
        wrong = {
            _choice_key(one): " ".join(text.split())
            for one, text in messages.get(question, {}).items()
        }
        if not right or not wrong:
            raise ValueError(
                f"question {question!r} needs at least one right choice in `want` and "
                "a message for each wrong choice in `messages`."
            )
        if right & set(wrong):
            raise ValueError(
                f"question {question!r}: a right choice has a message in `messages`."
            )
        if not all(wrong.values()):
            raise ValueError(f"question {question!r}: a message is empty.")
        questions[question] = (right, wrong)
    return questions


def _choice_key(choice: Any) -> tuple[str, Any]:
    """Return a choice as a plain value that only equals choices of its own kind."""
    try:
        choice = as_plain(choice, "the answer")
    except CheckFailed:
        return "other", kind_of(choice)
    if isinstance(choice, str):
        return "text", " ".join(choice.split()).casefold()
    if isinstance(choice, bool):
        return "truth", choice
    if isinstance(choice, int | float):
        return "number", choice
    return "other", kind_of(choice)


def _choice_words(choice: tuple[str, Any]) -> str:
    sort, value = choice
    words = value if sort == "other" else repr(value)
    return words if len(words) <= 60 else words[:60] + " ..."


_NO_ANSWER = {_choice_key(one) for one in (None, ..., "", "?")}
