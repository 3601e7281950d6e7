"""Honest answers to tests that lean on sharing a process with the answer.

In a notebook a test can seed the generators that the answer draws from, catch what the
answer prints, call it deep inside itself and read its source. Each right answer must
get its marks here too, and each wrong one must not.
"""

from __future__ import annotations

import pytest

from autograder.examiner import WarmExaminers
from tests.autograder.examiner.exam import BOUNDS, Case, Examiners, assert_case


@pytest.fixture(scope="module")
def examiners(tmp_path_factory):
    with WarmExaminers(["numpy", "numpy.testing", "random", "pytest"]) as warm:
        yield Examiners(warm, tmp_path_factory.mktemp("course"))


MEMO = """
def memo(f):
    known = {}
    def wrapper(x):
        if x not in known:
            known[x] = f(x)
        return known[x]
    return wrapper
"""

DEPTH = [
    Case(
        "memoised_recursion",
        MEMO,
        "@memo\ndef fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)\n"
        "assert fib(30) == 832040\n"
        "@memo\ndef down(n): return 0 if n == 0 else 1 + down(n - 1)\n"
        "assert down(120) == 120",
    ),
    Case(
        "memo_that_computes_again",
        "def memo(f): return f",
        "calls = []\n@memo\n"
        "def down(n):\n    calls.append(n)\n    return 0 if n == 0 else down(n - 1)\n"
        "down(60); down(60)\nassert len(calls) == 61",
        "failed",
    ),
    Case(
        "stack_is_left_to_the_answer",
        "def total(f, n):\n    return f(n) if n < 1 else 1 + total(f, n - 1)",
        "def back(n): return 0 if n < -40 else total(back, n - 1)\n"
        "assert total(back, 600) == 600",
    ),
    Case(
        "endless_mutual_recursion",
        "def apply(f, x):\n    return f(x)",
        "def again(x): return apply(again, x)\napply(again, 1)",
        "error",
        "call each other",
    ),
    Case(
        "endless_recursion",
        "def endless(x):\n    return endless(x + 1)",
        "import pytest\nwith pytest.raises(RecursionError):\n    endless(1)",
    ),
]

ERRORS = [
    Case(
        "key_error_of_the_test",
        "def get(f, k):\n"
        "    try:\n        return f(k)\n"
        "    except KeyError as error:\n        return error.args[0]",
        "def look(k): raise KeyError(k)\n"
        "assert get(look, 'a') == 'a'\nassert get(look, 3) == 3",
    ),
    Case(
        "key_error_not_caught",
        "def get_it(f, k):\n    return f(k)",
        "def look(k): raise KeyError(k)\n"
        "try:\n    get_it(look, 'kk')\n"
        "except KeyError as error:\n    assert error.args == ('kk',)\n"
        "else:\n    assert False",
    ),
    Case(
        "error_with_two_arguments",
        "def why(f):\n"
        "    try:\n        f()\n"
        "    except OSError as error:\n        return error.errno, error.args",
        "def fail(): raise OSError(2, 'gone')\n"
        "number, args = why(fail)\n"
        "assert number == 2 and list(args) == [2, 'gone']",
    ),
    Case(
        "error_that_cannot_be_made_again",
        "def name_of(f):\n"
        "    try:\n        f()\n"
        "    except Exception as error:\n        return type(error).__name__",
        "def fail(): b'\\xff'.decode()\n"
        "assert name_of(fail) in ('UnicodeDecodeError', 'RuntimeError')",
    ),
    Case(
        "own_error_of_the_test",
        "def said(f):\n"
        "    try:\n        f()\n"
        "    except Exception as error:\n        return str(error)",
        "class Own(Exception): pass\n"
        "def fail(): raise Own('words')\n"
        "assert said(fail) == 'words'",
    ),
    Case(
        "wrong_argument_is_wrong",
        "def get_wrong(f, k):\n"
        "    try:\n        return f(k)\n"
        "    except KeyError as error:\n        return str(error)",
        "def look(k): raise KeyError(k)\nassert get_wrong(look, 'a') == 'a'",
        "failed",
    ),
]


def ids(cases: list[Case]) -> list[str]:
    return [case.name for case in cases]


@pytest.fixture(scope="module")
def results(examiners):
    return examiners.cases([*DEPTH, *ERRORS], bounds=BOUNDS)


@pytest.mark.parametrize("case", [*DEPTH, *ERRORS], ids=str)
def test_answer_gets_its_marks(case, results):
    assert_case(case, results)


def test_endless_mutual_recursion_ends_at_once(results):
    assert results["endless_mutual_recursion"].seconds < 5
