"""Attacks that borrow from the test: its loops, and the data that it uses again."""

from __future__ import annotations

import numpy as np
import pytest

from autograder.examiner import WarmExaminers
from autograder.examiner.writeback import EarlierData
from tests.autograder.examiner.exam import (
    Case,
    Examiners,
    assert_case,
    check,
    locked,
    notebook,
    plain,
    solution,
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


DATA = """
import functools
import numpy as np
IMAGE = np.arange(12.0).reshape(3, 4)
PICTURES = np.arange(24.0).reshape(2, 3, 4)
NUMBERS = [3, 1, 2]
TABLE = {"rows": [[1, 2], [3, 4]], "names": {"a", "b"}}
PAIR = ([1, 2], np.ones(3))
ROUTES = [{"stops": ["A", "B"], "times": np.arange(3.0)}]
RNG = np.random.default_rng(3)
READ_ONLY = np.arange(3)
READ_ONLY.flags.writeable = False

@functools.cache
def drawn(size):
    return np.full(size, 7.0)

def maker():
    kept = np.full(3, 5.0)
    return lambda: kept

hidden_in_a_function = maker()

class Shop:
    def __init__(self):
        self.stock = {"apples": 3}

shop = Shop()
"""
#: An exercise whose answer may change what it gets, and ruins it.
RUIN = """
import numpy as np
def ruin(value):
    if isinstance(value, np.ndarray):
        if value.flags.writeable: value[...] = 0
    elif isinstance(value, np.random.Generator):
        value.normal(size=100)
    elif isinstance(value, dict):
        for one in value.values(): ruin(one)
        value["new"] = 0
        value.pop("names", None)
    elif isinstance(value, (list, tuple)):
        for one in value: ruin(one)
        if isinstance(value, list): value.reverse(); value.append(0)
    return value
"""
#: What the first test hands over, and what the second then finds.
USED_AGAIN = {
    "array": ("ruin(IMAGE)", "np.array_equal(IMAGE, np.arange(12.0).reshape(3, 4))"),
    "view": ("ruin(IMAGE[1:, ::2])", "np.sum(IMAGE) == 66 and IMAGE[0, 1] == 1"),
    "views": (
        "for one in PICTURES: ruin(one); ruin(one[0])",
        "PICTURES.ravel().tolist() == list(range(24))",
    ),
    "keyword": ("ruin(value=IMAGE)", "np.sum(IMAGE) == 66"),
    "twice": ("ruin(IMAGE); IMAGE; ruin(IMAGE.T)", "np.sum(IMAGE) == 66"),
    "list": ("ruin(NUMBERS)", "NUMBERS == [3, 1, 2]"),
    "list_in_a_new_list": (
        "ruin([NUMBERS, IMAGE])",
        "NUMBERS + [IMAGE.sum()] == [3, 1, 2, 66]",
    ),
    "dictionary": (
        "rows = TABLE['rows']; ruin(TABLE)",
        "TABLE == {'rows': [[1, 2], [3, 4]], 'names': {'a', 'b'}}"
        " and TABLE['rows'] is rows",
    ),
    "part_of_a_dictionary": ("ruin(TABLE['rows'][1])", "TABLE['rows'][1] == [3, 4]"),
    "tuple": ("ruin(PAIR)", "PAIR[0] == [1, 2] and PAIR[1].sum() == 3"),
    "nested": (
        "ruin(ROUTES)",
        "len(ROUTES) == 1 and ROUTES[0]['stops'] == ['A', 'B']"
        " and list(ROUTES[0]) == ['stops', 'times'] and ROUTES[0]['times'].sum() == 3",
    ),
    "generator_of_numbers": (
        "ruin(RNG)",
        "RNG.normal() == np.random.default_rng(3).normal()",
    ),
    "read_only": ("ruin([READ_ONLY, NUMBERS])", "READ_ONLY.sum() + NUMBERS[0] == 6"),
    "kept_by_a_cache": ("ruin(drawn(4))", "drawn(4).sum() == 28"),
    "kept_by_a_function": (
        "ruin(hidden_in_a_function())",
        "hidden_in_a_function().sum() == 15",
    ),
    "kept_by_an_object": ("ruin(shop.stock)", "shop.stock == {'apples': 3}"),
    "of_a_failed_test": ("ruin(IMAGE); assert IMAGE.sum()", "np.sum(IMAGE) == 66"),
    "when_the_call_fails": (
        "try: fail(IMAGE)\nexcept ValueError: pass",
        "np.sum(IMAGE) == 66",
    ),
}
FAIL = "def fail(value):\n    ruin(value)\n    raise ValueError('no')"


@pytest.fixture(scope="module")
def used_again(examiners):
    cells = [plain(DATA), solution(f"{RUIN}\n{FAIL}", "ruin")]
    for name, (hands_over, finds) in USED_AGAIN.items():
        cells += [check(hands_over, name), check(f"assert {finds}", f"then_{name}")]
    return examiners.examine(notebook(*cells), notebook(*cells)).tests


@pytest.mark.parametrize("name", USED_AGAIN)
def test_data_of_the_tests_are_put_back(name, used_again):
    fails = name == "of_a_failed_test"
    assert used_again[name].outcome == ("failed" if fails else "passed")
    assert used_again[name].flags == ()
    assert used_again[f"then_{name}"].outcome == "passed", used_again[f"then_{name}"]


def test_models_and_variables_are_put_back():
    tensorflow = pytest.importorskip("tensorflow")
    keras = pytest.importorskip("keras")
    model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1)])
    kernel = model.layers[0].kernel
    variable, other = tensorflow.Variable([1.0, 2.0]), keras.Variable([3.0])
    before = [one.copy() for one in model.get_weights()]
    earlier = EarlierData()
    earlier.begin_cell([model, {"rates": [variable]}, other])
    for changed in (0.0, 5.0):
        for given in (kernel.value, kernel, model, (other, [variable])):
            earlier.keep(given)
        for one in (kernel, variable, other):
            one.assign(changed + 0 * one)
    assert earlier.end_cell()
    for one, wanted in zip(model.get_weights(), before, strict=True):
        np.testing.assert_array_equal(one, wanted)
    assert variable.numpy().tolist() == [1, 2]
    assert other.numpy().tolist() == [3]


def test_a_change_is_seen_by_the_test_that_asked_for_it(examiners):
    cells = [
        plain("NUMBERS = [3, 1, 2]"),
        solution("def put_in_order(numbers): numbers.sort()", "put_in_order"),
        check(
            "put_in_order(NUMBERS)\nassert NUMBERS == [1, 2, 3]\n"
            "NUMBERS.append(0)\nput_in_order(NUMBERS)\n"
            "assert NUMBERS == [0, 1, 2, 3]",
            "in_place",
        ),
        check("assert NUMBERS == [3, 1, 2]", "put_back"),
    ]
    result = examiners.examine(notebook(*cells), notebook(*cells)).tests
    assert {one.outcome for one in result.values()} == {"passed"}


def test_what_a_test_made_itself_goes_on_to_the_next(examiners):
    cells = [
        plain("names = []"),
        solution("def add(book, name): book[name] = len(book)", "add"),
        check("book = {}\nadd(book, 'Ann')", "first"),
        check("assert book == {'Ann': 0}", "second"),
    ]
    result = examiners.examine(notebook(*cells), notebook(*cells)).tests
    assert {one.outcome for one in result.values()} == {"passed"}


def test_a_cell_that_is_no_test_keeps_its_changes(examiners):
    cells = [
        plain("NUMBERS = [3, 1, 2]"),
        solution("def put_in_order(numbers): numbers.sort()", "put_in_order"),
        locked("put_in_order(NUMBERS)\nready = True", "prepare"),
        check("assert ready and NUMBERS == [1, 2, 3]", "prepared"),
    ]
    result = examiners.examine(notebook(*cells), notebook(*cells)).tests
    assert result["prepared"].outcome == "passed", result["prepared"].message
