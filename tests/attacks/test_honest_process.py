"""Honest answers to tests that lean on sharing a process with the answer.

In a notebook a test can seed the generators that the answer draws from, catch what the
answer prints, call it deep inside itself and read its source. Each right answer must
get its marks here too, and each wrong one must not.
"""

from __future__ import annotations

from dataclasses import replace

import pytest

from autograder.examiner import WarmExaminers
from tests.autograder.examiner.exam import BOUNDS, Case, Examiners, assert_case


@pytest.fixture(scope="module")
def examiners(tmp_path_factory):
    with WarmExaminers(["pytest"]) as warm:
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


SEEDS = [
    Case(
        "python_seed",
        "def roll(n): return [random.randint(1, 6) for _ in range(n)]",
        "random.seed(42)\nassert roll(3) == [6, 1, 1]\n"
        "random.seed(42)\nassert roll(3) == [6, 1, 1]\n"
        "assert roll(3) == [6, 3, 2]",
    ),
    Case(
        "python_seed_wrong_answer",
        "def roll_wrong(n): return [random.randint(1, 5) for _ in range(n)]",
        "random.seed(42)\nassert roll_wrong(3) == [6, 1, 1]",
        "failed",
    ),
    Case(
        "numpy_seed",
        "def rn(n): return np.random.rand(n)",
        "np.random.seed(3)\na = rn(4)\n"
        "np.random.seed(3)\nassert np.array_equal(a, np.random.rand(4))\n"
        "np.random.seed(3)\nassert np.array_equal(rn(4), a)\n"
        "assert not np.array_equal(rn(4), a)",
    ),
    Case(
        "numpy_seed_wrong_answer",
        "def rn_wrong(n): return np.random.randn(n)",
        "np.random.seed(3)\na = rn_wrong(4)\n"
        "np.random.seed(3)\nassert np.array_equal(a, np.random.rand(4))",
        "failed",
    ),
    Case(
        "data_drawn_before_the_call",
        "def noisy(x): return x + np.random.rand(len(x))",
        "np.random.seed(5)\nx = np.random.rand(3)\nok = noisy(x)\n"
        "np.random.seed(5)\nx = np.random.rand(3)\n"
        "assert np.array_equal(ok, x + np.random.rand(3))",
    ),
    Case(
        "normal_numbers_come_in_pairs",
        "def rnn(n): return np.random.randn(n)",
        "np.random.seed(1)\nnp.random.randn()\na = rnn(3)\n"
        "np.random.seed(1)\nnp.random.randn()\n"
        "assert np.array_equal(a, np.random.randn(3))",
    ),
    Case(
        "seed_for_a_generator",
        "def dice():\n    while True:\n        yield random.random()",
        "random.seed(7)\na = next(dice())\nrandom.seed(7)\nassert a == random.random()",
    ),
    Case(
        "seed_of_its_own_stays",
        "def own():\n    random.seed(1)\n    return random.random()",
        "random.seed(5)\nassert own() == random.Random(1).random()",
    ),
    Case(
        "seed_of_an_earlier_cell_is_not_sent",
        "def peek(): return hash(random.getstate())",
        "first = peek()\nrandom.random()\nassert peek() == first",
    ),
]

PRINTED = [
    Case(
        "redirect_stdout",
        "def hello(n): print(f'Hello, {n}!')",
        "import io\nfrom contextlib import redirect_stdout\nbuf = io.StringIO()\n"
        "with redirect_stdout(buf):\n    hello('Ann')\n"
        "assert buf.getvalue() == 'Hello, Ann!\\n'\n"
        "hello('Bob')\nassert 'Bob' not in buf.getvalue()\nprint('my own words')",
    ),
    Case(
        "wrong_words",
        "def hello_wrong(n): print(f'Hello {n}')",
        "import io\nfrom contextlib import redirect_stdout\nbuf = io.StringIO()\n"
        "with redirect_stdout(buf):\n    hello_wrong('Ann')\n"
        "assert buf.getvalue() == 'Hello, Ann!\\n'",
        "failed",
    ),
    Case(
        "returned_instead_of_printed",
        "def hello_returned(n): return f'Hello, {n}!'",
        "import io\nfrom contextlib import redirect_stdout\nbuf = io.StringIO()\n"
        "with redirect_stdout(buf):\n    hello_returned('Ann')\n"
        "assert buf.getvalue() == 'Hello, Ann!\\n'",
        "failed",
    ),
    Case(
        "stdout_replaced",
        "def hi(n): print('hi', n)",
        "import io, sys\nold = sys.stdout\nsys.stdout = io.StringIO()\n"
        "hi(3)\nout = sys.stdout.getvalue()\nsys.stdout = old\nhi(4)\n"
        "assert out == 'hi 3\\n', repr(out)",
    ),
    Case(
        "capture_output",
        "def hi2(n): print('hi', n)",
        "from IPython.utils.capture import capture_output\n"
        "with capture_output() as cap:\n    hi2(3)\n"
        "assert cap.stdout == 'hi 3\\n', repr(cap.stdout)",
    ),
    Case(
        "order_of_both_sides",
        "def around(f):\n    print('a')\n    f()\n    print('c')",
        "import io, contextlib\n"
        "with contextlib.redirect_stdout(io.StringIO()) as said:\n"
        "    around(lambda: print('b'))\n    print('d')\n"
        "assert said.getvalue().split() == ['a', 'b', 'c', 'd']",
    ),
    Case(
        "printed_before_an_error",
        "def stops():\n    print('before')\n    raise ValueError('no')",
        "import io, contextlib\n"
        "with contextlib.redirect_stdout(io.StringIO()) as said:\n"
        "    try:\n        stops()\n    except ValueError:\n        pass\n"
        "assert said.getvalue() == 'before\\n'",
    ),
    Case(
        "generator_and_method_print",
        "class Dog:\n    def bark(self): print('Woof')\n"
        "def counted():\n    for n in range(2):\n        print(n)\n        yield n",
        "import io, contextlib\n"
        "with contextlib.redirect_stdout(io.StringIO()) as said:\n"
        "    Dog().bark()\n    assert list(counted()) == [0, 1]\n"
        "assert said.getvalue().split() == ['Woof', '0', '1']",
    ),
    Case(
        "answer_redirects_itself",
        "import io, contextlib\n"
        "def quiet():\n"
        "    with contextlib.redirect_stdout(io.StringIO()) as mine:\n"
        "        print('inside')\n    print('outside')\n    return mine.getvalue()",
        "with contextlib.redirect_stdout(io.StringIO()) as said:\n"
        "    assert quiet() == 'inside\\n'\n"
        "assert said.getvalue() == 'outside\\n'",
    ),
    Case(
        "too_much_text_is_cut",
        "def long():\n    for _ in range(300):\n        print('x' * 10_000)",
        "import io, contextlib\n"
        "with contextlib.redirect_stdout(io.StringIO()) as said:\n"
        "    long()\n    long()\n"
        "assert len(said.getvalue()) == 1_000_000",
    ),
]

SOURCES = [
    Case(
        "no_loops",
        "def tot(xs):\n    return sum(xs)",
        "import inspect, ast\ntree = ast.parse(inspect.getsource(tot))\n"
        "assert not any(isinstance(n, (ast.For, ast.While)) for n in ast.walk(tree))\n"
        "assert inspect.getsourcelines(tot)[0][0] == 'def tot(xs):\\n'",
    ),
    Case(
        "loops",
        "def tot_loop(xs):\n    s = 0\n    for x in xs:\n        s += x\n    return s",
        "import inspect, ast\ntree = ast.parse(inspect.getsource(tot_loop))\n"
        "assert not any(isinstance(n, (ast.For, ast.While)) for n in ast.walk(tree))",
        "failed",
    ),
    Case(
        "source_of_a_method",
        "class Cat:\n    def meow(self):\n        return 'meow'",
        "import inspect\nassert 'return' in inspect.getsource(Cat.meow)\n"
        "assert 'return' in inspect.getsource(Cat().meow)\n",
    ),
    Case(
        "source_of_the_test",
        "nothing = 1",
        "import inspect, textwrap\ndef mine():\n    return 5\n"
        "assert 'return 5' in inspect.getsource(mine)\n"
        "assert 'def dedent' in inspect.getsource(textwrap.dedent)",
    ),
    Case(
        "no_source",
        "largest = max",
        "import inspect\ninspect.getsource(largest)",
        "error",
    ),
]

CASES = [*DEPTH, *ERRORS, *SEEDS, *PRINTED, *SOURCES]


@pytest.fixture(scope="module")
def results(examiners):
    return examiners.cases(CASES, "import random\nimport numpy as np")


@pytest.mark.parametrize("case", CASES, ids=str)
def test_answer_gets_its_marks(case, results):
    assert_case(case, results)


def test_endless_mutual_recursion_ends_at_once(results):
    assert results["endless_mutual_recursion"].seconds < 5


def test_what_the_answer_prints_is_not_said_by_the_test(results):
    for name in ("redirect_stdout", "stdout_replaced"):
        assert results[name].outcome == "passed"
    assert results["redirect_stdout"].stdout == "my own words\n"
    assert results["redirect_stdout"].student_output == "Hello, Ann!\nHello, Bob!\n"
    assert results["stdout_replaced"].stdout == ""
    assert results["stdout_replaced"].student_output == "hi 3\nhi 4\n"


def test_numbers_that_nobody_seeded_stay_secret(examiners):
    result = examiners.one(
        "def look(): return random.getstate(), np.random.get_state()[1].tolist()",
        "import random, numpy\n"
        "def own(): return random.getstate(), numpy.random.get_state()[1].tolist()\n"
        "before = own()\n"
        "numbers = random.random(), numpy.random.rand()\n"
        "after = own()\n"
        "for mine in (before, after):\n"
        "    assert look()[0] != mine[0] and look()[1] != mine[1]\n"
        "random.seed(1); numpy.random.seed(1)\n"
        "assert look() == own()\n"
        "random.setstate(after[0]); numpy.random.seed(None)\n"
        "assert look()[0] != own()[0] and look()[1] != own()[1]\n"
        "random.seed(); random.random()\n"
        "assert look()[0] != own()[0]",
        "import random\nimport numpy as np",
    )
    assert result.outcome == "passed", result.traceback


def test_numpy_is_first_imported_in_the_test(examiners):
    test = (
        "import numpy as np\nnp.random.seed(3)\na = rn(4)\n"
        "np.random.seed(3)\nassert a == np.random.rand(4).tolist()"
    )
    answer = "def rn(n):\n    import numpy\n    return numpy.random.rand(n).tolist()"
    assert examiners.one(answer, test).outcome == "passed"
    assert examiners.one(answer.replace("rand(n)", "randn(n)"), test).outcome != (
        "passed"
    )


KERAS = [
    Case(
        "tensorflow_seed",
        "def init(): return tf.random.normal((2,))",
        "tf.random.set_seed(1); a = init()\n"
        "tf.random.set_seed(1); b = init()\n"
        "assert np.array_equal(a, b)\n"
        "tf.random.set_seed(1)\n"
        "assert np.array_equal(a, tf.random.normal((2,)))\n"
        "tf.random.set_seed(1); tf.random.normal((2,)); c = init()\n"
        "assert not np.array_equal(a, c) and not np.array_equal(init(), c)",
    ),
    Case(
        "tensorflow_seed_wrong_answer",
        "def init_wrong(): return tf.random.uniform((2,))",
        "tf.random.set_seed(1); a = init_wrong()\n"
        "tf.random.set_seed(1)\n"
        "assert np.array_equal(a, tf.random.normal((2,)))",
        "failed",
    ),
    Case(
        "keras_seed",
        "def build():\n"
        "    return keras.Sequential([keras.Input((2,)), keras.layers.Dense(1)])",
        "def dense():\n"
        "    return keras.Sequential([keras.Input((2,)), keras.layers.Dense(1)])\n"
        "keras.utils.set_random_seed(1); a = build().get_weights()[0]\n"
        "keras.utils.set_random_seed(1); b = build().get_weights()[0]\n"
        "c = build().get_weights()[0]\n"
        "keras.utils.set_random_seed(1); d = dense().get_weights()[0]\n"
        "e = dense().get_weights()[0]\n"
        "assert np.array_equal(a, b) and np.array_equal(a, d)\n"
        "assert not np.array_equal(a, c)",
    ),
    Case(
        "keras_random",
        "def drawn(): return keras.random.normal((2,))",
        "keras.utils.set_random_seed(1); a = drawn()\n"
        "keras.utils.set_random_seed(1); b = drawn()\n"
        "keras.utils.set_random_seed(1)\n"
        "assert np.array_equal(a, b)\n"
        "assert np.array_equal(a, keras.random.normal((2,)))",
    ),
    Case(
        "model_of_the_test_draws_nothing",
        "def pick(model): return random.random()",
        "model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1)])\n"
        "random.seed(3)\n"
        "assert pick(model) == random.Random(3).random()",
    ),
    Case(
        "keras_seed_wrong_answer",
        "def build_wrong():\n"
        "    keras.utils.set_random_seed(len(str(id({}))) + random.randint(1, 9999))\n"
        "    return keras.Sequential([keras.Input((2,)), keras.layers.Dense(1)])",
        "def dense():\n"
        "    return keras.Sequential([keras.Input((2,)), keras.layers.Dense(1)])\n"
        "keras.utils.set_random_seed(1); a = build_wrong().get_weights()[0]\n"
        "keras.utils.set_random_seed(1); d = dense().get_weights()[0]\n"
        "assert np.array_equal(a, d)",
        "failed",
    ),
]


SAME = [
    Case(
        "the_argument_itself",
        "def add(values, one):\n    values.append(one)\n    return values",
        "mine = [1]\ngot = add(mine, 2)\nassert got is mine and mine == [1, 2]\n"
        "table = {'a': [3]}\nassert add(table['a'], one=4) is table['a']\n"
        "assert table == {'a': [3, 4]}",
    ),
    Case(
        "a_copy_of_the_argument",
        "def plus(values, one):\n    return [*values, one]",
        "mine = [1]\ngot = plus(mine, 2)\nassert got is not mine and got == [1, 2]",
    ),
    Case(
        "no_copy_where_one_is_wanted",
        "def doubled(array):\n    array *= 2\n    return array",
        "import numpy as np\na = np.ones(3)\nb = doubled(a)\nassert b is not a",
        "failed",
    ),
    Case(
        "a_view_is_not_the_array",
        "def same(array): return array\ndef view(array): return array[:]",
        "import numpy as np\na = np.ones(3)\nassert same(a) is a\n"
        "assert view(a) is not a and (view(a) == a).all()\n"
        "assert same(array=a) is a and same((1, 2)) == (1, 2) and same(5) == 5",
    ),
]


REPLACED = [
    Case(
        "input_is_replaced",
        "def ask():\n    return 'Hello ' + input('Who? ')",
        "from unittest.mock import patch\n"
        "with patch('builtins.input', return_value='Ann') as asked:\n"
        "    assert ask() == 'Hello Ann'\n"
        "asked.assert_called_once_with('Who? ')\n"
        "with patch('builtins.input', side_effect=['a', 'b']):\n"
        "    assert [ask(), ask()] == ['Hello a', 'Hello b']",
    ),
    Case(
        "input_is_not_used",
        "def ask():\n    return 'Hello Ann'",
        "from unittest.mock import patch\n"
        "with patch('builtins.input', return_value='Bob'):\n"
        "    assert ask() == 'Hello Bob'",
        "failed",
    ),
    Case(
        "print_is_replaced",
        "def greet(name):\n    print('Hello', name, sep=', ')",
        "from unittest.mock import patch\n"
        "with patch('builtins.print') as printed:\n    greet('Ann')\n"
        "printed.assert_called_once_with('Hello', 'Ann', sep=', ')",
    ),
    Case(
        "dice_are_replaced",
        "import random\ndef throw(n): return [random.randint(1, 6) for _ in range(n)]",
        "import random\nfrom unittest import mock\n"
        "with mock.patch('random.randint', side_effect=[6, 1, 4]) as dice:\n"
        "    assert throw(3) == [6, 1, 4]\n"
        "assert dice.call_count == 3\nassert set(throw(200)) == set(range(1, 7))",
    ),
    Case(
        "sleep_is_replaced",
        "import time\ndef wait(seconds):\n    time.sleep(seconds)\n    return 'done'",
        "from unittest.mock import patch\n"
        "with patch('time.sleep') as slept:\n    assert wait(500) == 'done'\n"
        "slept.assert_called_once_with(500)",
    ),
    Case(
        "replaced_for_one_cell_only",
        "import builtins\ndef own_name():\n    return builtins.print.__module__",
        "import contextlib, io\nwith contextlib.redirect_stdout(io.StringIO()) as said:"
        "\n    greet('Eve')\nassert said.getvalue() == 'Hello, Eve\\n'\n"
        "assert own_name() == 'builtins'",
    ),
]


SHARED = [
    Case(
        "shallow_copy",
        "def copied(rows): return rows[:]",
        "rows = [[1], [2]]\ngot = copied(rows)\ngot[0][0] = 9\n"
        "assert rows == [[1], [2]]",
        "failed",
    ),
    Case(
        "deep_copy",
        "def copied_whole(rows): return [row[:] for row in rows]",
        "rows = [[1], [2]]\ngot = copied_whole(rows)\ngot[0][0] = 9\n"
        "assert rows == [[1], [2]] and got[1] is not rows[1]",
    ),
    Case(
        "copied_dictionary",
        "def copied_names(names): return dict(names)",
        "names = {'a': [1]}\ncopied_names(names)['a'].append(2)\n"
        "assert names == {'a': [1]}",
        "failed",
    ),
    Case(
        "view_of_an_array",
        "def row(a): return a[0]\ndef flat(a): return a.ravel()",
        "import numpy as np\na = np.arange(6).reshape(2, 3)\n"
        "row(a)[1] = 99\nflat(a)[5] = 98\nassert a[0, 1] != 99 and a[1, 2] != 98",
        "failed",
    ),
    Case(
        "view_that_is_wanted",
        "def mirrored(a): return a.T[::-1]\ndef own_row(a): return a[0].copy()",
        "import numpy as np\na = np.arange(6.0).reshape(2, 3)\n"
        "got, own = mirrored(a), own_row(a)\nassert (got == a.T[::-1]).all()\n"
        "a[0, 0] = 7\nassert got[2, 0] == 7 and own[0] == 0",
    ),
    Case(
        "one_row_many_times",
        "def grid(n): return [[0] * n] * n",
        "got = grid(2)\ngot[0][0] = 1\nassert got == [[1, 0], [0, 0]]",
        "failed",
    ),
    Case(
        "many_rows",
        "def rows(n): return [[0] * n for _ in range(n)]",
        "got = rows(2)\ngot[0][0] = 1\nassert got == [[1, 0], [0, 0]]\n"
        "assert len(rows(200)) == 200",
    ),
    Case(
        "parts_of_an_argument",
        "def parts(rows): return {'x': rows[0], 'y': (rows[1], 5)}",
        "rows = [[1], [2]]\ngot = parts(rows)\n"
        "assert got['x'] is rows[0] and got['y'][0] is rows[1]\n"
        "got['y'][0].append(3)\nassert rows == [[1], [2, 3]]",
    ),
    Case(
        "changed_and_shared",
        "def grown(rows):\n    rows.append([7])\n    return [rows[-1], rows[0]]",
        "rows = [[1]]\ngot = grown(rows)\n"
        "assert rows == [[1], [7]] and got == [[7], [1]]\n"
        "got[0].append(8)\nassert rows == [[1], [7, 8]]",
    ),
    Case(
        "list_of_an_object",
        "class Box:\n    def __init__(self): self.items = []\n"
        "    def add(self, x): self.items.append(x)\n"
        "    def total(self): return sum(self.items)",
        "box = Box()\nbox.items.append(3)\nassert box.total() == 3\n"
        "items = box.items\nbox.add(4)\nassert items == [3, 4] and box.items is items",
    ),
    Case(
        "containers_of_an_object",
        "import numpy as np\nclass Kept:\n    def __init__(self):\n"
        "        self.names, self.seen, self.a = {}, set(), np.zeros(3)\n"
        "        self.rows = [[1], [2]]\n"
        "    def told(self): return (self.names.get('x'), 7 in self.seen,\n"
        "        float(self.a.sum()), sum(map(sum, self.rows)))",
        "kept = Kept()\nkept.names['x'] = 1\nkept.seen.add(7)\nkept.a[1] = 5\n"
        "kept.rows[0].append(4)\nassert kept.told() == (1, True, 5, 7)",
    ),
    Case(
        "one_list_for_all_objects",
        "class Bad:\n    items = []",
        "one, other = Bad(), Bad()\none.items.append(1)\nassert other.items == []",
        "failed",
        solution="class Bad:\n    def __init__(self): self.items = []",
    ),
    Case(
        "list_that_is_kept",
        "class Keeps:\n    def __init__(self, xs): self.xs = xs\n"
        "    def push(self, x): self.xs.append(x)\n"
        "    def size(self): return len(self.xs)",
        "xs = [1]\nkeeps = Keeps(xs)\nxs.append(5)\nassert keeps.size() == 2\n"
        "keeps.push(2)\nassert xs == [1, 5, 2]",
    ),
    Case(
        "list_that_should_be_copied",
        "class Takes:\n    def __init__(self, xs): self.xs = xs\n"
        "    def push(self, x): self.xs.append(x)",
        "xs = [1]\ntakes = Takes(xs)\ntakes.push(2)\nassert xs == [1]",
        "failed",
    ),
    Case(
        "list_of_a_logger",
        "import contextlib\n@contextlib.contextmanager\ndef logged(out):\n"
        "    out.append('in')\n    yield\n    out.append('out')",
        "log = []\nwith logged(log):\n    log.append('mid')\n"
        "assert log == ['in', 'mid', 'out']",
    ),
    Case(
        "one_list_for_all_calls",
        "def grow(x, into=[]):\n    into.append(x)\n    return into\n"
        "def fresh(): return []",
        "mine = fresh()\nmine.append(1)\nassert fresh() == []\n"
        "assert grow(1) == [1]\nassert grow(2) == [2]",
        "failed",
    ),
    Case(
        "forged_news",
        "import _autograder.agent as agent\nreal_send = agent.Agent._send\n"
        "def forged(news):\n    def send(self, token, reply):\n"
        "        reply[4:] = [news]\n        return real_send(self, token, reply)\n"
        "    agent.Agent._send = send\n    return 1",
        "xs = [1]\nfor news in ([[-1, (1, 2)], [-1, 'x'], ['a', []], [9, []]], 5):\n"
        "    assert forged(news) == 1 and xs == [1]",
    ),
    *(
        Case(
            f"forged_{name}",
            f"import _autograder.agent as agent\ndef forged_{name}(a):\n"
            f"    agent.links.find = lambda *_: [{link}]\n    return [a[:1]]",
            f"import numpy as np\nforged_{name}(np.arange(8))",
            "not examined",
        )
        for name, link in {
            "view": "[[0], ['view', 0, [], -64, [4], [8]]]",
            "long_view": "[[0], ['view', 0, [], 0, [400], [8]]]",
            "argument": "[[0], ['argument', 3, []]]",
            "steps": "[[0], ['argument', 0, ['__class__']]]",
            "kind": "[[0], ['module', 'os']]",
            "place": "[[5], ['argument', 0, []]]",
        }.items()
    ),
]


OBJECTS = [
    Case(
        "object_that_can_be_called_and_compared",
        "class Line:\n    def __init__(self, slope): self.slope = slope\n"
        "    def __call__(self, x): return self.slope * x\n"
        "    def __eq__(self, other): return self.slope == other.slope",
        "line = Line(3)\nassert line.slope == 3 and line(2) == 6 and line == Line(3)\n"
        "assert line != Line(4)",
    ),
    Case(
        "objects_of_the_library_have_a_truth",
        "import re\nNUMBER = re.compile(r'\\d+')\n"
        "class Node:\n    def __init__(self, value, next=None):\n"
        "        self.value, self.next = value, next",
        "assert NUMBER.match('12') and not NUMBER.match('x')\n"
        "node, total = Node(1, Node(2)), 0\n"
        "while node is not None:\n    total += node.value\n    node = node.next\n"
        "assert total == 3",
    ),
    Case(
        "class_of_an_object",
        "class Leaf(Node): pass",
        "assert type(Node(1)) == Node and type(Leaf(1)) != Node\n"
        "assert isinstance(Leaf(1), Node) and not isinstance(Node(1), Leaf)\n"
        "assert type(Node(1)) is Node and type(Leaf(1)) is not Node\n"
        "assert Node(1).__class__ is Node and type(3) is not Node and Node != int\n"
        "assert Leaf is not Node and Leaf != Node",
    ),
    Case(
        "object_of_a_class_of_the_library",
        "import re\nimport collections\ndef search(text): return re.search('a', text)\n"
        "class Rows(collections.abc.Sequence):\n"
        "    def __getitem__(self, n): return [1, 2][n]\n"
        "    def __len__(self): return 2",
        "import abc, collections.abc, re\n"
        "assert type(search('cab')) is re.Match and type(search('b')) is type(None)\n"
        "assert issubclass(Rows, collections.abc.Iterable)\n"
        "assert issubclass(Rows, abc.ABC) is False and list(Rows()) == [1, 2]\n"
        "assert not issubclass(Rows, collections.abc.Mapping)",
    ),
    Case(
        "a_class_that_is_not_abstract",
        "class Plain:\n    def area(self): return 1",
        "import abc\nassert issubclass(Plain, abc.ABC), 'not abstract'",
        "failed",
        "not abstract",
        solution="import abc\nclass Plain(abc.ABC):\n    def area(self): return 1",
    ),
    Case(
        "class_of_a_named_tuple",
        "from collections import namedtuple\nItem = namedtuple('Item', 'a b')\n"
        "Other = namedtuple('Other', 'a b')\ndef item(): return Item(1, 2)",
        "assert isinstance(item(), Item) and item() == Item(1, 2)\n"
        "assert not isinstance(item(), Other) and not isinstance((1, 2), Item)",
    ),
    Case(
        "iterators_of_the_test",
        "import itertools\ndef total(values): return sum(values)\n"
        "def first(values): return list(itertools.islice(values, 3))",
        "import itertools\nassert total(x * x for x in range(4)) == 14\n"
        "assert total(map(int, ['1', '2'])) == 3\n"
        "assert first(itertools.count(5)) == [5, 6, 7]\n"
        "assert total({'a': 1, 'b': 2}.values()) == 3\n"
        "rest = iter(range(10))\nfirst(rest)\nassert next(rest) == 3",
    ),
    Case(
        "random_state",
        "def draw(source): return source.rand(2).tolist()",
        "import numpy as np\n"
        "mine, its = np.random.RandomState(3), np.random.RandomState(3)\n"
        "assert draw(its) == mine.rand(2).tolist() and its.rand() == mine.rand()",
    ),
]


POINT = """
@dataclasses.dataclass
class Point:
    x: float
    y: float = 0.0
"""

NODES = """
class Node:
    def __init__(self, value, following=None):
        self.value, self.following = value, following

def chain(values):
    first = None
    for value in reversed(values):
        first = Node(value, first)
    return first
"""

COUNTED = """
def counted(function):
    @functools.wraps(function)
    def call(*args):
        call.calls += 1
        return function(*args)
    call.calls = 0
    return call
"""

LOOKED_INTO = [
    Case(
        "dataclass",
        POINT,
        "import dataclasses\n"
        "point = Point(1, 2)\n"
        "assert dataclasses.is_dataclass(Point) and dataclasses.is_dataclass(point)\n"
        "assert dataclasses.asdict(point) == {'x': 1, 'y': 2}\n"
        "assert dataclasses.astuple(point) == (1, 2)\n"
        "assert [one.name for one in dataclasses.fields(Point)] == ['x', 'y']\n"
        "moved = dataclasses.replace(point, x=5)\n"
        "assert moved == Point(5, 2) and moved.x == 5 and point.x == 1",
    ),
    Case(
        "dataclass_without_default",
        POINT.replace(" = 0.0", "").replace("Point", "Spot"),
        "import dataclasses\nassert dataclasses.fields(Spot)[1].default == 0",
        "failed",
        solution=POINT.replace("Point", "Spot"),
    ),
    Case(
        "frozen_dataclass",
        POINT.replace("dataclass\n", "dataclass(frozen=True)\n").replace("Point", "F"),
        "import dataclasses, pytest\nfixed = F(1)\n"
        "with pytest.raises(dataclasses.FrozenInstanceError):\n    fixed.x = 2",
    ),
    Case(
        "copied_objects",
        "class Bag:\n"
        "    def __init__(self, *things): self.things = list(things)\n"
        "    def __eq__(self, other): return self.things == other.things",
        "import copy\nbag = Bag(1)\ndeep, flat = copy.deepcopy(bag), copy.copy(bag)\n"
        "assert deep == bag and deep is not bag\n"
        "bag.things.append(2)\n"
        "assert deep.things == [1] and flat.things == [1, 2]",
    ),
    Case(
        "linked_nodes",
        NODES,
        "node, values = chain([1, 2, 3]), []\n"
        "while node:\n    values.append(node.value)\n    node = node.following\n"
        "assert values == [1, 2, 3] and not chain([])",
    ),
    Case(
        "linked_nodes_too_few",
        NODES.replace("chain", "chain2").replace("reversed(values)", "values[1:]"),
        "node, values = chain2([1, 2, 3]), []\n"
        "while node:\n    values.append(node.value)\n    node = node.following\n"
        "assert values == [1, 2, 3]",
        "failed",
        solution=NODES.replace("chain", "chain2"),
    ),
    Case(
        "object_of_no_class_of_the_solution",
        "class Yes: pass\ndef is_odd(n): return Yes()",
        "assert is_odd(3)",
        "failed",
        "no truth value",
        solution="def is_odd(n): return n % 2 == 1",
    ),
    Case(
        "function_instead_of_its_answer",
        "def is_even(n): return is_even",
        "assert is_even(4)",
        "failed",
        "call it, with parentheses",
    ),
    Case(
        "decorated_function",
        COUNTED,
        "import inspect\n@counted\ndef add(a, b=2):\n    'Add.'\n    return a + b\n"
        "assert add(1) == 3 and add(1, 1) == 2 and add.calls == 2\n"
        "assert add.__name__ == 'add' and add.__doc__ == 'Add.'\n"
        "assert list(inspect.signature(add).parameters) == ['a', 'b']\n"
        "assert add.__wrapped__(2) == 4 and add.calls == 2",
    ),
    Case(
        "function_of_a_test_hides_what_it_may",
        "def shown(function):\n"
        "    import inspect\n"
        "    signature = inspect.signature(function)\n"
        "    code = getattr(function, '__code__', None)\n"
        "    names = [] if code is None else code.co_consts\n"
        "    return repr((function.__doc__, str(signature), names))",
        "def secret(a, wanted=12345):\n    'It is 12345.'\n    return 12345 + a\n"
        "text = shown(secret)\nassert 'wanted' in text and '12345' not in text",
    ),
    Case(
        "decorator_that_forgets_the_name",
        COUNTED.replace("counted", "bare").replace("@functools.wraps(function)", ""),
        "@bare\ndef add(a, b=2): return a + b\nassert add.__name__ == 'add'",
        "failed",
    ),
    Case(
        "kinds_of_functions",
        "def plain(a, b): pass\n"
        "def steps(n): yield n\n"
        "async def later(n): return n\n"
        "class Plan(abc.ABC):\n"
        "    @abc.abstractmethod\n    def cost(self): pass\n"
        "    @property\n    def name(self): return 'plan'",
        "import inspect, types\n"
        "assert isinstance(plain, types.FunctionType) and inspect.isfunction(plain)\n"
        "assert type(plain) is types.FunctionType is not type(Plan)\n"
        "assert plain.__code__.co_argcount == 2\n"
        "assert inspect.isgeneratorfunction(steps)\n"
        "assert not inspect.isgeneratorfunction(plain)\n"
        "assert inspect.iscoroutinefunction(later)\n"
        "assert inspect.isclass(Plan) and not inspect.isclass(plain)\n"
        "assert isinstance(Plan, type) and inspect.isabstract(Plan)\n"
        "assert isinstance(Plan.name, property)\n"
        "names = [name for name, _ in inspect.getmembers(Plan, inspect.isfunction)]\n"
        "assert names == ['cost']",
    ),
    Case(
        "coroutines",
        "async def after(x):\n    return x + 1",
        "import asyncio\n"
        "assert await asyncio.gather(after(1), after(2)) == [2, 3]\n"
        "assert await asyncio.wait_for(after(3), 5) == 4 and await after(4) == 5",
    ),
    Case(
        "array_of_records",
        "def table(): return np.array([(1, 2.5)], dtype=[('a', 'i4'), ('b', 'f8')])",
        "records = table()\n"
        "assert records['a'].tolist() == [1] and records.dtype.names == ('a', 'b')",
    ),
    Case(
        "threads_that_call_the_test",
        "def spread(function, count):\n"
        "    found = []\n"
        "    def work(n): found.append(function(n))\n"
        "    numbers = range(count)\n"
        "    threads = [threading.Thread(target=work, args=[n]) for n in numbers]\n"
        "    for one in threads: one.start()\n"
        "    for one in threads: one.join()\n"
        "    return sorted(found)",
        "assert spread(lambda n: n * n, 5) == [0, 1, 4, 9, 16]",
    ),
    Case(
        "errors_of_the_library",
        "def parse(text): return json.loads(text)\n"
        "def mean(values): return statistics.mean(values)\n"
        "def invert(table): return np.linalg.inv(table)\n"
        "class Unread(json.JSONDecodeError):\n"
        "    def __init__(self, text): super().__init__('unread', text, 0)\n"
        "def refuse(text): raise Unread(text)",
        "import json, pytest, statistics\nimport numpy as np\n"
        "with pytest.raises(json.JSONDecodeError) as caught:\n    parse('[1')\n"
        "assert caught.value.pos == 2 and isinstance(caught.value, ValueError)\n"
        "try:\n    mean([])\nexcept statistics.StatisticsError as error:\n"
        "    assert str(error)\nelse:\n    assert False\n"
        "with pytest.raises(np.linalg.LinAlgError):\n    invert(np.zeros((2, 2)))\n"
        "with pytest.raises(json.JSONDecodeError):\n    refuse('x')",
    ),
    Case(
        "errors_with_a_text_of_their_own",
        "def times(values): return np.array(values) * 2\n"
        "def total(values): return np.sum(values, axis=3)",
        "import numpy as np, pytest\n"
        "with pytest.raises(TypeError) as caught:\n    times(['a'])\n"
        "assert 'ufunc' in str(caught.value) and 'ufunc' in repr(str(caught.value))\n"
        "with pytest.raises(np.exceptions.AxisError, match='out of bounds') as axis:\n"
        "    total([1, 2])\n"
        "assert axis.value.axis == 3",
    ),
    Case(
        "error_with_a_text_of_its_own_is_told",
        "def sum_up(values): return np.sum(values, axis=3)",
        "sum_up([1, 2])",
        "error",
        "axis 3 is out of bounds",
    ),
    Case(
        "warnings",
        "import warnings\n"
        "class Slow(UserWarning): pass\n"
        "def old(n):\n"
        "    warnings.warn('use new', DeprecationWarning, stacklevel=2)\n"
        "    return n + 1\n"
        "def slow(n):\n    warnings.warn(Slow('takes long'))\n    return n\n"
        "def mean(values): return np.mean(values)",
        "import pytest, unittest, warnings\n"
        "with pytest.warns(DeprecationWarning, match='use n.w'):\n"
        "    assert old(1) == 2\n"
        "with warnings.catch_warnings(record=True) as caught:\n"
        "    warnings.simplefilter('always')\n"
        "    assert old(1) == 2 and slow(3) == 3\n"
        "assert [one.category for one in caught] == [DeprecationWarning, Slow]\n"
        "assert str(caught[1].message) == 'takes long'\n"
        "with warnings.catch_warnings():\n"
        "    warnings.simplefilter('error')\n"
        "    with pytest.raises(Slow, match='takes long'):\n        slow(4)\n"
        "with pytest.warns(RuntimeWarning):\n    mean([])\n"
        "unittest.TestCase().assertWarns(Slow, slow, 5)\n"
        "with warnings.catch_warnings():\n"
        "    warnings.simplefilter('ignore')\n    assert slow(5) == 5\n"
        "assert slow(6) == 6",
    ),
    Case(
        "warning_that_does_not_come",
        "import warnings\nwarnings.simplefilter('ignore')\ndef silent(n): return n + 1",
        "import pytest, warnings\nwith pytest.warns(UserWarning):\n    silent(1)",
        "failed",
        "DID NOT WARN",
    ),
    Case(
        "error_that_skips_a_test",
        "import unittest\n"
        "class Own(unittest.SkipTest): pass\n"
        "def skip(n): raise unittest.SkipTest if n else Own",
        "import unittest\n"
        "class Tests(unittest.TestCase):\n"
        "    def test_one(self): self.assertEqual(skip(1), 1)\n"
        "    def test_own(self): self.assertEqual(skip(0), 0)\n"
        "tests = unittest.defaultTestLoader.loadTestsFromTestCase(Tests)\n"
        "result = unittest.TestResult()\ntests.run(result)\n"
        "assert result.wasSuccessful(), 'not right'",
        "failed",
        "not right",
    ),
]

#: What a right answer may do in a notebook, each group in a notebook of its own.
GROUPS = {
    "what a library sees of an answer": LOOKED_INTO,
    "answer that is an argument": SAME,
    "functions of a library replaced": REPLACED,
    "what an answer shares": SHARED,
    "objects": OBJECTS,
}


@pytest.fixture(scope="module")
def group_results(examiners):
    setup = (
        "import abc, dataclasses, functools, json, statistics, threading\n"
        "import numpy as np"
    )
    return {
        name: examiners.cases(group, setup if group is LOOKED_INTO else "")
        for name, group in GROUPS.items()
    }


@pytest.mark.parametrize(
    ("group", "case"),
    [(name, case) for name, group in GROUPS.items() for case in group],
    ids=str,
)
def test_answer_gets_its_marks_as_in_a_notebook(group, case, group_results):
    assert_case(case, group_results[group])


@pytest.fixture(scope="module")
def keras_results(tmp_path_factory):
    setup = "import random\nimport keras\nimport numpy as np\nimport tensorflow as tf"
    with WarmExaminers(["tensorflow", "keras"]) as warm:
        examiners = Examiners(warm, tmp_path_factory.mktemp("keras"))
        yield examiners.cases(KERAS, setup, replace(BOUNDS, cell_seconds=60))


@pytest.mark.parametrize("case", KERAS, ids=str)
def test_keras_answer_gets_its_marks(case, keras_results):
    assert_case(case, keras_results)
