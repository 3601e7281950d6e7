"""Attacks that borrow from the test: its loops, and the data that it uses again."""

from __future__ import annotations

import pytest

from autograder.examiner import WarmExaminers
from tests.autograder.examiner.exam import (
    Case,
    Examiners,
    assert_case,
)


@pytest.fixture(scope="module")
def examiners(tmp_path_factory):
    with WarmExaminers(["numpy", "numpy.testing", "pytest"]) as warm:
        yield Examiners(warm, tmp_path_factory.mktemp("course"))


LOOPS = """
assert all(map(is_even, [2, 4, 60]))
assert not any(map(is_even, [1, 3]))
for n, even in zip([1, 2, 3], map(is_even, [1, 2, 3])):
    assert even == (n % 2 == 0)
"""
ENDS = [
    Case(
        "stops_the_loop",
        "def is_even(n): raise StopIteration",
        LOOPS,
        "error",
        "StopIteration",
        "def is_even(n): return n % 2 == 0",
    ),
    Case(
        "stops_the_loop_with_a_class_of_its_own",
        "class Enough(StopIteration): pass\ndef odd(n): raise Enough(n)",
        LOOPS.replace("is_even", "odd"),
        "error",
        "StopIteration",
        "def odd(n): return n % 2 == 0",
    ),
    Case(
        "stops_the_loop_from_a_method",
        "class Even:\n    def check(self, n): raise StopIteration",
        "even = Even()\n" + LOOPS.replace("is_even", "even.check"),
        "error",
        "StopIteration",
        "class Even:\n    def check(self, n): return n % 2 == 0",
    ),
    Case(
        "stops_the_loop_from_an_attribute",
        "class Two:\n    @property\n    def value(self): raise StopIteration",
        "two = Two()\nassert list(map(lambda _: two.value, 'ab')) == []",
        "error",
        "StopIteration",
        "class Two:\n    value = 2",
    ),
    Case(
        "stops_the_loop_from_an_operator",
        "class Number:\n    def __add__(self, other): raise StopIteration",
        "one = Number()\nassert list(map(lambda n: one + n, [1, 2])) == []",
        "error",
        "StopIteration",
    ),
    Case(
        "stops_an_asynchronous_loop",
        "def stop(n): raise StopAsyncIteration",
        "class Numbers:\n"
        "    def __aiter__(self): return self\n"
        "    async def __anext__(self): return stop(1)\n"
        "async for n in Numbers(): assert n == 1",
        "error",
        "StopAsyncIteration",
    ),
    Case(
        "closes_a_generator_of_the_test",
        "def close(n): raise GeneratorExit",
        "def numbers():\n"
        "    try:\n        yield 1\n    finally:\n        assert close(1) == 1\n"
        "given = numbers()\nnext(given)\ngiven.close()",
        "error",
        "GeneratorExit",
    ),
    Case(
        "an_iterator_may_end",
        "class Three:\n"
        "    def __init__(self): self.left = 3\n"
        "    def __iter__(self): return self\n"
        "    def __next__(self):\n"
        "        if not self.left: raise StopIteration\n"
        "        self.left -= 1\n        return self.left\n"
        "def pair():\n    yield from 'ab'",
        "assert list(Three()) == [2, 1, 0]\n"
        "three, letters = Three(), pair()\n"
        "assert [next(three, None) for _ in range(4)] == [2, 1, 0, None]\n"
        "assert next(letters) + next(letters) == 'ab'\n"
        "try:\n    next(letters)\nexcept StopIteration:\n    pass\n"
        "else:\n    raise AssertionError",
    ),
]


@pytest.fixture(scope="module")
def ended(examiners):
    return examiners.cases(ENDS)


@pytest.mark.parametrize("case", ENDS, ids=str)
def test_only_an_iterator_ends_a_loop_of_the_test(case, ended):
    assert_case(case, ended)
    if case.outcome == "error":
        assert ended[case.name].error_type == "RuntimeError"
        assert ended[case.name].by_student
