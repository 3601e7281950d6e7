"""What crosses between a test and the student's code, and what comes of it."""

import pytest

from tests.autograder.examiner.exam import Case, assert_case

SETUP = """
import collections, datetime, decimal, fractions
import numpy as np
"""


def same(name: str, expression: str) -> Case:
    """A value that the student returns and one that goes there and back."""
    return Case(
        name,
        f"{name} = {expression}\n"
        f"def {name}_give(): return {expression}\n"
        f"def {name}_echo(value): return value",
        f"want = {expression}\n"
        f"for got in ({name}, {name}_give(), {name}_echo(want)):\n"
        "    assert type(got) is type(want), type(got)\n"
        "    if isinstance(want, np.ndarray):\n"
        "        assert got.dtype == want.dtype and got.shape == want.shape\n"
        "        np.testing.assert_array_equal(got, want)\n"
        "    else:\n"
        "        assert got == want or got != got",
    )


VALUES = [
    same("nothing", "None"),
    same("truth", "True"),
    same("whole", "-7"),
    same("long_whole", "-(3 ** 400)"),
    same("unsigned_64", "2 ** 64 - 1"),
    same("real", "0.1"),
    same("infinite", "float('-inf')"),
    same("not_a_number", "float('nan')"),
    same("complex_number", "1 - 2j"),
    same("text", "'Grüße \\ud800 \\x00'"),
    same("octets", "b'\\x00\\xff'"),
    same("listed", "[1, [2.5, 'x'], (), {}]"),
    same("pair", "(1, (2, [3]))"),
    same("keyed", "{1: 'a', 'b': [2], (1, 2): None, 2.5: {True: b''}}"),
    same("chosen", "{1, 'a', (2, 3)}"),
    same("frozen", "frozenset({1, 2})"),
    same("counted", "range(2, 20, 3)"),
    same("sliced", "slice(None, 5, -1)"),
    same("dots", "..."),
    same("ordered", "collections.OrderedDict(b=1, a=2)"),
    same("counter", "collections.Counter('abca')"),
    same("queue", "collections.deque([1, 2], maxlen=3)"),
    same("decimal_number", "decimal.Decimal('1.10')"),
    same("fraction", "fractions.Fraction(1, 3)"),
    same("day", "datetime.date(2024, 2, 29)"),
    same("moment", "datetime.datetime(2024, 2, 29, 12, 30, 1, 5)"),
    same("duration", "datetime.timedelta(days=-1, seconds=3)"),
    same("array", "np.arange(12).reshape(3, 4)"),
    same("large_array", "np.arange(60_000, dtype='float32').reshape(3, -1)"),
    same("turned_array", "np.arange(12).reshape(3, 4).T[::-1]"),
    same("no_axes", "np.array(3.5)"),
    same("no_entries", "np.zeros((0, 3), dtype='int8')"),
    same("truths", "np.array([True, False])"),
    same("complex_array", "np.array([1j, 2])"),
    same("mixed", "np.array([[1, ...], ['a', None]], dtype=object)"),
    same("texts", "np.array(['a', 'bcd'])"),
    same("dates", "np.array(['2024-02-29'], dtype='datetime64[D]')"),
    same("half", "np.float16(0.5)"),
    same("numpy_whole", "np.int64(5)"),
    same("numpy_truth", "np.bool_(True)"),
    same("kind", "np.dtype('>i4')"),
    same("arrays_in_a_dictionary", "{'a': [1, 2]}"),
    same("built_in_class", "int"),
    same("numpy_class", "np.float32"),
]

CALLS = [
    Case(
        "keywords_and_defaults",
        "def f(a, b=2, *rest, c, **more): return [a, b, list(rest), c, more]",
        "assert f(1, c=3) == [1, 2, [], 3, {}]\n"
        "assert f(1, 5, 6, c=3, d=4) == [1, 5, [6], 3, {'d': 4}]",
    ),
    Case(
        "name_documentation_and_signature",
        'def area(width, height=2.0):\n    """The area."""\n    return width * height',
        "import inspect\n"
        "assert area.__name__ == 'area' and area.__doc__ == 'The area.'\n"
        "assert callable(area)\n"
        "assert str(inspect.signature(area)) == '(width, height=2.0)'",
    ),
    Case(
        "argument_changed_in_place_is_seen",
        "def f(array, numbers, table):\n"
        "    array[0] = 9; numbers.append(4); table['new'] = [1]\n"
        "    table['inner'][0] = 7",
        "array, numbers, inner = np.zeros(3), [1], np.zeros(2)\n"
        "table, view = {'inner': inner}, array[:1]\n"
        "f(array, numbers, table)\n"
        "assert array.tolist() == [9, 0, 0] and view[0] == 9\n"
        "assert numbers == [1, 4]\n"
        "assert inner.tolist() == [7, 0] and table['inner'] is inner\n"
        "assert table['new'] == [1]",
    ),
    Case(
        "argument_in_a_keyword_changed_in_place_is_seen",
        "def f(*, values): values.sort()",
        "values = [3, 1, 2]\nf(values=values)\nassert values == [1, 2, 3]",
    ),
    Case(
        "part_of_an_array_changed_in_place_is_seen",
        "def f(part): part += 1",
        "whole = np.zeros((3, 3))\nf(whole[1])\nassert whole.sum() == 3",
    ),
    Case(
        "unchanged_argument_keeps_its_entries",
        "def f(numbers): return sum(numbers)",
        "entry = [1]\nnumbers = [1, 2]\nassert f(numbers) == 3 and numbers == [1, 2]",
    ),
    Case(
        "same_array_twice_is_one_array_there",
        "def f(a, b):\n    a += 1\n    return a is b",
        "a = np.zeros(3)\nassert f(a, a) is True\nassert a.tolist() == [1, 1, 1]",
    ),
    Case(
        "read_only_array_stays_so",
        "def f(a): a[0] = 1",
        "a = np.zeros(3)\na.flags.writeable = False\n"
        "try:\n    f(a)\nexcept ValueError:\n    pass\n"
        "else:\n    raise AssertionError('written')",
    ),
    Case(
        "generator_of_numbers_goes_on",
        "def draw(rng): return rng.normal(size=3)",
        "ours, theirs = np.random.default_rng(3), np.random.default_rng(3)\n"
        "for _ in range(2):\n"
        "    np.testing.assert_array_equal(draw(ours), theirs.normal(size=3))",
    ),
    Case(
        "function_of_the_test_is_called_back",
        "def apply(f, x, times):\n    for _ in range(times): x = f(x)\n    return x",
        "seen = []\n"
        "def double(x):\n    seen.append(x)\n    return 2 * x\n"
        "assert apply(double, 1, 5) == 32 and len(seen) == 5\n"
        "assert apply(lambda x: x ** 2, 3, 2) == 81\n"
        "assert np.allclose(apply(np.sqrt, 16.0, 2), 2)\n"
        "assert apply(abs, -1, 1) == 1",
    ),
    Case(
        "exception_of_a_function_of_the_test_reaches_the_student",
        "def safe(f):\n"
        "    try: return f()\n"
        "    except ValueError as error: return str(error)",
        "def fail(): raise ValueError('no')\nassert safe(fail) == 'no'",
    ),
    Case(
        "function_of_the_student_is_handed_back_to_it",
        "def square(x): return x * x\ndef twice(f, x): return f(f(x))",
        "assert twice(square, 3) == 81",
    ),
    Case(
        "function_that_returns_a_function",
        "def adder(n):\n    return lambda x: x + n",
        "assert adder(2)(3) == 5",
    ),
    Case(
        "variable_bound_anew_by_a_call",
        "count = 0\ndef step():\n    global count\n    count += 1",
        "assert count == 0\nstep()\nassert count == 1",
    ),
    Case(
        "list_of_the_student_changed_by_a_call",
        "names = []\ndef add(name): names.append(name)\n"
        "def extend(known, name): known.append(name); return known is names",
        "before = names\nassert len(names) == 0\n"
        "add('Ann')\nassert names == ['Ann'] and names is before\n"
        "assert extend(names, 'Bob') is True\nassert names == ['Ann', 'Bob']\n"
        "names.append('Cid')\nadd('Dan')\nassert names == ['Ann', 'Bob', 'Cid']",
    ),
    Case(
        "object_of_the_test_cannot_go_over",
        "def f(x): return x",
        "class Mine(list): pass\nf(Mine())",
        "error",
        "no mistake of yours",
    ),
    Case(
        "generator_is_read_lazily",
        "def count():\n    n = 0\n    while True:\n        yield n\n        n += 1",
        "import itertools\n"
        "assert list(itertools.islice(count(), 4)) == [0, 1, 2, 3]\n"
        "numbers = count()\nassert next(numbers) == 0 and next(numbers) == 1\n"
        "assert list(zip(count(), 'ab')) == [(0, 'a'), (1, 'b')]",
    ),
    Case(
        "generator_ends",
        "def three(): yield from 'abc'",
        "assert list(three()) == ['a', 'b', 'c']\n"
        "g = three()\nassert sum(1 for _ in g) == 3 and next(g, None) is None",
    ),
    Case(
        "coroutine_is_awaited",
        "import asyncio\nasync def f(x):\n    await asyncio.sleep(0)\n    return x + 1",
        "assert await f(1) == 2",
    ),
    Case(
        "deeply_nested_answer_is_refused",
        "def f():\n    x = []\n    for _ in range(5000): x = [x]\n    return x",
        "f()",
        "error",
        "nested",
    ),
    Case(
        "huge_answer_is_refused",
        "def f(): return ['x' * 100] * 200_000",
        "f()",
        "error",
        "MiB",
    ),
    Case(
        "record_is_read_by_name",
        "Point = collections.namedtuple('Point', 'x y')\ndef f(): return Point(1, 2)",
        "p = f()\nassert p.x == 1 and p.y == 2 and p == (1, 2) and len(p) == 2",
    ),
]

OBJECTS = [
    Case(
        "class_of_the_student",
        "class Account:\n"
        '    """An account."""\n'
        "    rate = 0.1\n"
        "    def __init__(self, owner, balance=0):\n"
        "        self.owner, self.balance = owner, balance\n"
        "    def deposit(self, amount):\n"
        "        if amount < 0: raise ValueError('negative')\n"
        "        self.balance += amount\n"
        "    def __str__(self): return f'{self.owner}: {self.balance}'\n"
        "class Savings(Account): pass",
        "import pytest\n"
        "a = Account('Ann', balance=5)\n"
        "a.deposit(3)\n"
        "assert a.balance == 8 and a.owner == 'Ann' and Account.rate == 0.1\n"
        "assert str(a) == 'Ann: 8' and f'{a}' == 'Ann: 8'\n"
        "assert isinstance(a, Account) and not isinstance(3, Account)\n"
        "assert issubclass(Savings, Account) and isinstance(Savings('B'), Account)\n"
        "assert hasattr(a, 'deposit') and not hasattr(a, 'withdraw')\n"
        "assert type(a).__name__ == 'Account' and Account.__name__ == 'Account'\n"
        "assert Account.__doc__ == 'An account.'\n"
        "a.balance = 100\nassert a.balance == 100\n"
        "with pytest.raises(ValueError, match='negative'): a.deposit(-1)",
    ),
    Case(
        "operators_of_a_class_that_the_exercise_asks_for",
        "class Vector:\n"
        "    def __init__(self, x, y): self.x, self.y = x, y\n"
        "    def __add__(self, o): return Vector(self.x + o.x, self.y + o.y)\n"
        "    def __mul__(self, k): return Vector(self.x * k, self.y * k)\n"
        "    __rmul__ = __mul__\n"
        "    def __eq__(self, o): return (self.x, self.y) == (o.x, o.y)\n"
        "    def __abs__(self): return (self.x ** 2 + self.y ** 2) ** 0.5\n"
        "    def __neg__(self): return Vector(-self.x, -self.y)\n"
        "    def __len__(self): return 2\n"
        "    def __getitem__(self, i): return (self.x, self.y)[i]\n"
        "    def __contains__(self, v): return v in (self.x, self.y)\n"
        "    def __repr__(self): return f'Vector({self.x}, {self.y})'",
        "v = Vector(3, 4)\n"
        "assert v + Vector(1, 1) == Vector(4, 5) and v * 2 == Vector(6, 8) == 2 * v\n"
        "assert v != Vector(0, 0) and abs(v) == 5 and (-v).x == -3 and len(v) == 2\n"
        "assert v[0] == 3 and list(v) == [3, 4] and 4 in v and 5 not in v\n"
        "assert repr(v) == 'Vector(3, 4)'",
    ),
    Case(
        "context_manager",
        "class Log:\n"
        "    def __init__(self): self.said = []\n"
        "    def __enter__(self): self.said.append('in'); return self\n"
        "    def __exit__(self, kind, *_): self.said.append(kind and kind.__name__)\n"
        "log = Log()",
        "try:\n    with log as inner:\n"
        "        assert inner is log\n        raise KeyError\n"
        "except KeyError: pass\n"
        "assert log.said == ['in', 'KeyError']",
    ),
    Case(
        "items_are_set_and_deleted",
        "class Box:\n"
        "    def __init__(self): self.d = {}\n"
        "    def __setitem__(self, k, v): self.d[k] = v\n"
        "    def __delitem__(self, k): del self.d[k]\n"
        "box = Box()",
        "box['a'] = 1\nassert box.d == {'a': 1}\ndel box['a']\nassert box.d == {}",
    ),
    Case(
        "abilities_are_those_of_the_object",
        "class Plain: pass\nclass Called:\n    def __call__(self): return 1\n"
        "things = [Plain(), Called(), (n for n in 'ab')]",
        "from collections.abc import Callable, Iterable, Sized\n"
        "a, b, c = things\n"
        "assert [callable(one) for one in things] == [False, True, False]\n"
        "assert [isinstance(one, Iterable) for one in things] == [False, False, True]\n"
        "assert not any(isinstance(one, Sized) for one in things) and b() == 1",
    ),
    Case(
        "always_equal_object_in_an_array_earns_nothing",
        "class Sly0:\n    def __eq__(self, other): return True\n"
        "answer = np.array([1, Sly0()], dtype=object)",
        "np.testing.assert_array_equal(answer, [1, 2])",
        "failed",
        solution="answer = np.array([1, 2])",
    ),
    Case(
        "always_equal_object_earns_nothing",
        "class Sly:\n"
        "    def __eq__(self, other): return True\n"
        "    def __ne__(self, other): return False\n"
        "    __hash__ = None\n"
        "answer = Sly()",
        "assert answer == 42",
        "failed",
        "not a plain value",
        "answer = 42",
    ),
    Case(
        "object_equal_from_the_right_earns_nothing",
        "class Sly2:\n    def __eq__(self, other): return True\nanswer = Sly2()",
        "assert 42 == answer",
        "failed",
        "not a plain value",
        "answer = 42",
    ),
    Case(
        "object_in_a_list_earns_nothing",
        "class Sly3:\n    def __eq__(self, other): return True\nanswer = [1, Sly3()]",
        "assert answer == [1, 2]",
        "failed",
        "not a plain value",
        "answer = [1, 2]",
    ),
    Case(
        "true_object_earns_nothing",
        "class Sly4:\n    def __bool__(self): return True\ndef f(x): return Sly4()",
        "assert f(2)",
        "failed",
        "no truth value",
        "def f(x): return x == 2",
    ),
    Case(
        "object_whose_difference_is_zero_earns_nothing",
        "class Sly5:\n"
        "    def __sub__(self, other): return 0\n    __rsub__ = __sub__\n"
        "    def __abs__(self): return 0\n    def __round__(self, n=0): return 0\n"
        "def f(x): return Sly5()",
        "assert abs(f(2) - 4) < 1e-6",
        "failed",
        "not a plain value",
        "def f(x): return x * x",
    ),
    Case(
        "class_in_place_of_a_function_earns_nothing",
        "class f:\n"
        "    def __init__(self, x): pass\n"
        "    def __eq__(self, other): return True\n"
        "    def __sub__(self, other): return 0\n",
        "assert f(2) == 4",
        "failed",
        "not a plain value",
        "def f(x): return x * x",
    ),
    Case(
        "object_that_contains_everything_earns_nothing",
        "class Sly6:\n    def __contains__(self, x): return True\nanswer = Sly6()",
        "assert 7 in answer",
        "failed",
        "not a plain value",
        "answer = [7]",
    ),
    Case(
        "ordering_with_an_object_earns_nothing",
        "class Sly7:\n"
        "    def __lt__(self, x): return True\n    __gt__ = __le__ = __ge__ = __lt__\n"
        "score = Sly7()",
        "assert score > 0.9",
        "failed",
        "not a plain value",
        "score = 0.95",
    ),
    Case(
        "subclass_of_a_number_earns_nothing",
        "class Sly8(float):\n    def __eq__(self, o): return True\nanswer = Sly8(1)",
        "assert answer == 42",
        "failed",
        "not a plain value",
        "answer = 42",
    ),
    *[
        Case(
            f"object_fails_{name}",
            f"class Sly_{name}:\n"
            "    def __eq__(self, other): return True\n"
            "    def __ne__(self, other): return False\n"
            "    def __sub__(self, other): return 0\n    __rsub__ = __sub__\n"
            "    def __float__(self): return 42.0\n"
            "    def __array__(self, *a, **k): return np.array(42.0)\n"
            "    def __len__(self): return 1\n"
            "    def __abs__(self): return 0\n"
            "    def __lt__(self, other): return True\n"
            "    __le__ = __gt__ = __ge__ = __lt__\n"
            f"answer = Sly_{name}()",
            check,
            outcome,
            solution="answer = 42.0",
        )
        for name, check, outcome in [
            ("allclose", "assert np.allclose(answer, 42)", "failed"),
            ("isclose", "import math\nassert math.isclose(answer, 42)", "failed"),
            ("testing_close", "np.testing.assert_allclose(answer, 42)", "failed"),
            ("testing_equal", "np.testing.assert_equal(answer, 42)", "failed"),
            ("array_equal", "np.testing.assert_array_equal(answer, 42)", "failed"),
            (
                "approx",
                "import pytest\nassert answer == pytest.approx(42)",
                "failed",
            ),
            (
                "approx_left",
                "import pytest\nassert pytest.approx(42) == answer",
                "failed",
            ),
            (
                "unittest",
                "import unittest\nunittest.TestCase().assertEqual(answer, 42)",
                "failed",
            ),
            (
                "almost",
                "import unittest\nunittest.TestCase().assertAlmostEqual(answer, 42)",
                "failed",
            ),
        ]
    ],
    Case(
        "forgotten_call_is_named",
        "def f(): return 3",
        "assert f == 3",
        "failed",
        "call it, with parentheses",
    ),
]

ERRORS = [
    Case(
        "built_in_exception_keeps_its_type",
        "def f(x):\n    if x < 0: raise ValueError('x is negative')\n    return {}[x]",
        "import pytest\n"
        "with pytest.raises(ValueError, match='negative') as caught: f(-1)\n"
        "assert type(caught.value) is ValueError and caught.value.args == (\n"
        "    'x is negative',)\n"
        "try: f(3)\n"
        "except KeyError as error: assert error.args == (3,)",
    ),
    Case(
        "exception_with_a_message_of_its_own",
        "class Odd(Exception):\n    def __str__(self): return 'odd one'\n"
        "def fail(): raise Odd",
        "import pytest\nwith pytest.raises(Exception, match='odd one'): fail()",
    ),
    Case(
        "missing_exception_fails",
        "def f(x): return x",
        "import pytest\nwith pytest.raises(ValueError): f(-1)",
        "failed",
        "DID NOT RAISE",
    ),
    Case(
        "other_exception_is_an_error",
        "def f(x): raise TypeError('what')",
        "import pytest\nwith pytest.raises(ValueError): f(-1)",
        "error",
        "what",
    ),
    Case(
        "exception_class_of_the_student",
        "class TooLow(ValueError):\n"
        "    def __init__(self, balance):\n"
        "        super().__init__(f'only {balance}')\n"
        "        self.balance = balance\n"
        "def f(): raise TooLow(3)",
        "import pytest\n"
        "with pytest.raises(TooLow) as caught: f()\n"
        "assert caught.value.balance == 3 and 'only 3' in str(caught.value)\n"
        "assert issubclass(TooLow, ValueError)\n"
        "with pytest.raises(ValueError): f()",
    ),
    Case(
        "unittest_context",
        "def f(x): return 1 / x",
        "import unittest\n"
        "with unittest.TestCase().assertRaises(ZeroDivisionError): f(0)",
    ),
    Case(
        "numpy_error_of_the_student",
        "def f(a): return np.linalg.inv(a)",
        "try: f(np.zeros((2, 2)))\nexcept ValueError: pass",
    ),
    Case(
        "exit_of_the_student_fails_the_cell_only",
        "import sys\ndef f(): sys.exit(0)",
        "f()",
        "error",
    ),
    Case(
        "keyboard_interrupt_of_the_student_is_an_error",
        "def f(): raise KeyboardInterrupt",
        "f()",
        "error",
    ),
    Case(
        "undefined_name_is_explained",
        "raise NotImplementedError()",
        "assert missing_function(2) == 4",
        "error",
        "stopped with NotImplementedError",
        "def missing_function(x): return x * x",
    ),
    Case(
        "renamed_function_is_explained",
        "def other_name(x): return x",
        "assert expected_name(2) == 2",
        "error",
        "ran but does not define it",
        "def expected_name(x): return x",
    ),
]

ALL = [*VALUES, *CALLS, *OBJECTS, *ERRORS]


@pytest.fixture(scope="module")
def results(examiners):
    return examiners.cases(ALL, SETUP)


@pytest.mark.parametrize("case", ALL, ids=str)
def test_case_has_its_outcome(case, results):
    assert_case(case, results)


def test_message_of_the_students_exception_is_marked(results):
    assert results["other_exception_is_an_error"].by_student
    assert not results["missing_exception_fails"].by_student
    assert not results["always_equal_object_earns_nothing"].by_student


def test_traceback_shows_both_processes(results):
    shown = results["other_exception_is_an_error"].traceback
    assert "with pytest.raises(ValueError): f(-1)" in shown
    assert "In the student's process:" in shown
