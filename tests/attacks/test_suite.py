"""The attacks by group: none of them is thin, and no case stands there twice."""

from __future__ import annotations

import pytest

from tests.attacks import test_escape, test_honest, test_leaks, test_tampering
from tests.attacks.examiner import test_forged_answers, test_hostile_process
from tests.autograder import test_feedback, test_grade_class

#: Codes of flags of a submission that was repaired before it ran.
REPAIRED = {
    "broken cells",
    "cell type changed",
    "cells deleted",
    "cells moved",
    "encoding",
    "links",
    "metadata changed",
    "metadata stripped",
    "notebook format",
    "points changed",
    "renamed",
    "repeated grade ids",
    "schema version",
    "tests changed",
    "timestamp",
}
#: Those of one that used up what it may use.
USED_UP = {"timeout", "kernel died", "much output"}


def _exhausting() -> list[str]:
    cases = test_grade_class.CASES
    return [case.student for case in cases if USED_UP & set(case.flags)]


def _malformed() -> list[str]:
    return [
        case.student
        for case in test_grade_class.CASES
        if case.status == "failed" or REPAIRED & set(case.flags)
    ]


def _names(cases: object) -> list[str]:
    return [str(getattr(one, "name", one)) for one in cases]


GROUPS = {
    "tamper": _names(test_tampering.ATTACKS)
    + _names(test_hostile_process.EARNERS)
    + _names(test_forged_answers.FORGERIES)
    + _names(test_forged_answers.HARMLESS),
    "leak": _names(test_hostile_process.LEAKS) + _names(test_leaks.CHANNELS),
    "exhaust": _names(test_hostile_process.STOPPERS) + _exhausting(),
    "escape": _names(test_escape.CASES) + _names(test_escape.SECCOMP_CASES),
    "malformed": _malformed(),
    "feedback": test_feedback.HOSTILE.splitlines()[1:],
}


@pytest.mark.parametrize("group", GROUPS)
def test_group_has_enough_cases_and_none_twice(group):
    names = GROUPS[group]
    assert len(names) >= 9
    assert len(set(names)) == len(names)


def test_there_are_enough_attacks_and_honest_answers():
    assert sum(map(len, GROUPS.values())) >= 200
    assert len(test_honest.HONEST) >= 40
