"""Cells are left out at grading only where no score can depend on them."""

import nbformat
import pytest
from nbformat import NotebookNode

from autograder.examiner import make_plan
from autograder.examiner.skipping import find_unneeded
from tests.answers.bank import ROOT
from tests.autograder.examiner.exam import check, notebook, plain, solution


def unneeded(
    *cells: str | NotebookNode, theirs: dict[int, str] | None = None
) -> list[int]:
    """Places of lesson cells that are left out of a submission without changes.

    Args:
        cells: Texts of lesson cells, or cells.
        theirs: Other texts that the learner handed in, by place.
    """
    source = notebook(*(plain(c) if isinstance(c, str) else c for c in cells))
    submission = nbformat.from_dict(source)
    for place, text in (theirs or {}).items():
        submission.cells[place] = nbformat.from_dict(submission.cells[place])
        submission.cells[place].source = text
    tests = {i for i, c in enumerate(source.cells) if _is_test(c)}
    students = set(range(len(source.cells))) - tests
    return sorted(find_unneeded(make_plan(source), submission, students))


def _is_test(cell: NotebookNode) -> bool:
    grading = cell.metadata.get("nbgrader", {})
    return bool(grading.get("grade")) and not grading.get("solution")


def answer(text: str) -> NotebookNode:
    return solution(text, "answer")


def asks(text: str = "assert f() == 1") -> NotebookNode:
    return check(text, "test")


SETUP = "import numpy as np\nfrom course import plots, widgets"
ANSWER = answer("def f(): return 1")


# What is left out ------------------------------------------------------------------


def test_a_figure_and_a_training_run_are_left_out():
    assert unneeded(
        "import numpy as np, keras\nfrom course import plots",
        "data = np.zeros(3)",
        "plots.show(plots.plot_images([data]), alt='three')",
        "network = keras.Sequential([keras.layers.Dense(1)])\n"
        "network.compile('adam', 'mse')\nnetwork.fit(data, data, verbose=0)\n"
        "print(network.evaluate(data, data))",
        "network.predict(data)",
        ANSWER,
        asks(),
    ) == [1, 2, 3, 4]


def test_a_lesson_that_shows_the_learners_own_result_is_left_out():
    assert unneeded(ANSWER, "mine = [f() for _ in range(3)]\nprint(mine)", asks()) == [
        1
    ]


def test_what_comes_after_the_last_test_is_left_out():
    assert unneeded(ANSWER, asks(), "open('notes.txt', 'w').write('done')") == [2]


def test_only_the_last_cell_that_binds_a_name_is_needed():
    assert unneeded(
        "x = sum([1])", "x = 2", answer("def f(): return 1\ny = x"), asks()
    ) == [0]


def test_a_changed_lesson_cell_is_run():
    cells = ["x = 1", "print(x)", ANSWER, asks()]
    assert unneeded(*cells) == [0, 1]
    assert unneeded(*cells, theirs={1: "print(x + 1)"}) == []


def test_numbers_drawn_after_a_new_seed_do_not_depend_on_those_before():
    draw = "noise = np.random.normal(size=3)"
    own = answer("sample = np.random.rand(3)\ndef f(): return 1")
    seed = "keras.utils.set_random_seed(1)"
    setup = "import keras, numpy as np"
    assert unneeded(setup, draw, own, asks("assert sample.shape == (3,)")) == []
    assert unneeded(setup, draw, seed, own, asks("assert sample.shape == (3,)")) == [1]


def test_generators_of_their_own_are_followed_as_objects():
    setup = "import numpy as np\nrng = np.random.default_rng(0)"
    draw = "noise = rng.normal(size=3)"
    assert unneeded(setup, draw, ANSWER, asks()) == [0, 1]
    uses = answer("sample = rng.normal(size=3)\ndef f(): return 1")
    assert unneeded(setup, draw, uses, asks()) == []


def quiet(text: str) -> NotebookNode:
    cell = plain(text)
    cell.metadata["tags"] = ["no-side-effects"]
    return cell


def test_by_its_tag_a_cell_leaves_no_random_numbers_and_no_files():
    setup = "import helpers, numpy as np"
    own = answer("sample = np.random.rand(3)\ndef f(): return 1")
    tests = asks("assert sample.shape == (3,)")
    for text in ("np.random.rand(3)", "open('a', 'w').close()", "helpers.run()"):
        assert unneeded(setup, text, own, tests) == []
        assert unneeded(setup, quiet(text), own, tests) == [1]


def test_the_tag_hides_no_name_and_no_object():
    own = answer("def f(): return data[0]")
    assert unneeded("data = [0]", quiet("data[0] = 1"), own, asks()) == []
    assert unneeded(quiet("data = [1]"), own, asks()) == []


def test_the_tag_is_the_instructors_to_give():
    source = notebook(plain("open('a', 'w').close()"), ANSWER, asks())
    submission = nbformat.from_dict(source)
    submission.cells[0] = quiet("open('a', 'w').close()")
    assert sorted(find_unneeded(make_plan(source), submission, {0, 1})) == []


# What must run ---------------------------------------------------------------------

#: A lesson's cells before the answer, the answer, and the names the test asks; each of
#: the lesson's cells must run.
NEEDED = {
    "name read at once": (["a = 1"], "b = a"),
    "name read when called": (["a = 1"], "def f(): return a"),
    "name bound behind the function": (["def g(): return a", "a = 1"], "b = g()"),
    "name of a name": (["a = 1", "b = a + 1"], "c = b"),
    "helper of a helper": (["def g(): return 1", "def h(): return g()"], "b = h()"),
    "index": (["a = [1]", "a[0] = 2"], "b = a"),
    "deep index": (["a = {'x': [1]}", "a['x'][0] = 2"], "b = a"),
    "attribute": (["class A: pass", "a = A()", "a.x = 2"], "b = a.x"),
    "augmented assignment": (["a = [1]", "a += [2]"], "b = a"),
    "method": (["a = []", "a.append(1)"], "b = a"),
    "method in a condition": (["a = [1]", "if a.pop(): print('x')"], "b = a"),
    "method of an index": (["a = [[]]", "a[0].append(1)"], "b = a"),
    "method in a comprehension": (["a = [[]]", "[x.append(1) for x in a]"], "b = a"),
    "method in a loop": (["a = [[]]", "for x in a:\n    x.append(1)"], "b = a"),
    "deletion of an item": (["a = [1]", "del a[0]"], "b = a"),
    "deletion of a name": (["a = 1", "del a"], "b = 'a' in globals"),
    "other name": (["a = [1]", "b = a\nb.append(2)"], "c = a"),
    "other name in another cell": (["a = [1]", "b = a", "b.append(2)"], "c = a"),
    "other name of what is needed": (["a = [1]", "b = a", "a.append(2)"], "c = b"),
    "view": (["import numpy as np\na = np.zeros(3)", "v = a[1:]\nv[0] = 1"], "b = a"),
    "view by a method": (
        ["import numpy as np\na = np.zeros(4)", "v = a.reshape(2, 2)\nv[0, 0] = 1"],
        "b = a",
    ),
    "part in a container": (["a = []", "d = {'a': a}", "d['a'].append(1)"], "b = a"),
    "item taken out": (["a = []", "d = [a]", "x = d[0]\nx.append(1)"], "b = a"),
    "unpacking": (["a = [[], 1]", "x, y = a\nx.append(1)"], "b = a"),
    "swap": (["a, b = [], []", "a, b = b, a", "a.append(1)"], "c = (a, b)"),
    "shuffle": (["import random\na = [1, 2]", "random.shuffle(a)"], "b = a"),
    "NumPy's shuffle": (
        ["import numpy as np\na = [1]", "np.random.default_rng(0).shuffle(a)"],
        "b = a",
    ),
    "out": (["import numpy as np\na = np.zeros(1)", "np.add(1, 2, out=a)"], "b = a"),
    "fill_diagonal": (
        ["import numpy as np\na = np.zeros((2, 2))", "np.fill_diagonal(a, 1)"],
        "b = a",
    ),
    "in place": (["a = load()", "a.drop('x', inplace=True)"], "b = a"),
    "training": (
        ["import keras\na = keras.Sequential()", "a.fit(1, 2)"],
        "b = a.predict(3)",
    ),
    "training in a helper": (
        ["def train(m):\n    m.fit(1)", "a = load()", "train(a)"],
        "b = a",
    ),
    "change in a helper": (
        ["def put(m):\n    n = m\n    n[0] = 1", "a = [0]", "put(a)"],
        "b = a",
    ),
    "change in a helper of a helper": (
        ["def put(m):\n    m[0] = 1", "def g(m):\n    put(m)", "a = [0]", "g(a)"],
        "b = a",
    ),
    "change through a lambda": (["a = []", "g = lambda: a.append(1)", "g()"], "b = a"),
    "global": (["a = 1", "def g():\n    global a\n    a = 2", "g()"], "b = a"),
    "counter": (
        ["def g():\n    g.n = 1", "g()"],
        "b = g.n",
    ),
    "method of a class": (
        ["class A:\n    n = []\n    def add(self):\n        self.n.append(1)",
         "a = A()", "a.add()"],
        "b = a.n",
    ),
    "class that counts": (
        ["class A:\n    n = 0\n    def __init__(self):\n        A.n += 1", "A()"],
        "b = A.n",
    ),
    "iterator": (["a = iter([1, 2])", "print(next(a))"], "b = next(a)"),
    "iterator read by list": (
        ["a = (x for x in [1])", "print(list(a))"], "b = list(a)"
    ),
    "generator of a function": (
        ["def g():\n    yield 1", "a = g()", "for x in a:\n    print(x)"],
        "b = list(a)",
    ),
    "unsure binding": (["a = 1", "if True:\n    a = 2"], "b = a"),
    "loop variable": (["for a in range(3):\n    pass"], "b = a"),
    "walrus": (["print(a := 3)"], "b = a"),
    "with": (["with thing() as a:\n    pass"], "b = a"),
    "match": (["match [1]:\n    case [a]:\n        pass"], "b = a"),
    "import": (["import math as a"], "b = a.pi"),
    "seed": (["import numpy as np", "np.random.seed(3)"], "b = np.random.rand()"),
    "seed for a function": (
        ["import numpy as np", "np.random.seed(3)"],
        "def f(): return np.random.rand()",
    ),
    "numbers drawn before": (
        ["import random", "random.seed(3)", "print(random.random())"],
        "b = random.random()",
    ),
    "numbers drawn by a model before": (
        ["import keras", "keras.utils.set_random_seed(1)",
         "m = keras.layers.Dense(3)\nm.build((None, 2))"],
        "b = keras.layers.Dense(2)",
    ),
    "numbers drawn by a helper": (
        ["import random", "def g(): return random.random()", "print(g())"],
        "b = random.random()",
    ),
    "imported generator": (
        ["from random import random", "print(random())"], "b = random()"
    ),
    "file": (["with open('a.txt', 'w') as file:\n    file.write('1')"], "b = 1"),
    "file by NumPy": (["import numpy as np", "np.save('a', [1])"], "b = np.load('a')"),
    "file by a method": (["a = 1", "table().to_csv('a.csv')"], "b = a"),
    "file by a path": (
        ["from pathlib import Path", "Path('a').write_text('1')"], "b = Path"
    ),
    "file by a helper": (
        ["def g():\n    open('a', 'w').close()", "g()"], "b = 1"
    ),
    "environment": (["import os\nos.environ['A'] = '1'"], "b = 1"),
    "environment by a call": (["import os\nos.putenv('A', '1')"], "b = 1"),
    "attribute of a module": (["import math", "math.pi = 3"], "b = math.pi"),
    "setattr": (["import math", "setattr(math, 'pi', 3)"], "b = math.pi"),
    "setting of NumPy": (["import numpy as np", "np.set_printoptions(2)"], "b = np"),
    "setting of Matplotlib": (
        ["import matplotlib.pyplot as plt", "plt.rcParams['a'] = 1"], "b = plt"
    ),
    "style of Matplotlib": (
        ["import matplotlib.pyplot as plt", "plt.style.use('a')"], "b = plt"
    ),
    "setting of Keras": (
        ["import keras", "keras.config.set_floatx('float16')"], "b = keras"
    ),
    "setting of TensorFlow": (
        ["import tensorflow as tf", "tf.config.run_functions_eagerly(True)"], "b = tf"
    ),
    "path": (["import sys", "sys.path.append('helpers')"], "b = 1"),
    "warnings": (["import warnings", "warnings.simplefilter('error')"], "b = 1"),
    "thread": (
        ["import threading", "threading.Thread(target=print).start()"], "b = 1"
    ),
    "unknown library": (["import somelib", "somelib.begin()"], "b = 1"),
    "import of the course's": (["import helpers"], "b = 1"),
    "magic": (["%matplotlib inline"], "b = 1"),
    "shell": (["!echo 1 > a.txt"], "b = 1"),
    "future": (["from __future__ import annotations"], "def f(x: y): return 1"),
}  # fmt: skip


@pytest.mark.parametrize("name", NEEDED)
def test_cells_that_may_matter_are_run(name):
    lessons, text = NEEDED[name]
    if "def f" not in text:
        text += "\ndef f(): return 1"
    left_out = unneeded(*lessons, answer(text), asks("assert f() == 1"))
    assert left_out == [], [lessons[place] for place in left_out]


#: What a learner may write instead, such that nothing may be left out.
UNCLEAR = {
    "exec": "exec('f = 1')",
    "eval": "def f(): return eval('a')",
    "globals": "def f(): return globals()['a']",
    "locals": "b = locals()['a']",
    "get_ipython": "get_ipython().user_ns",
    "Out": "b = Out[1]",
    "last result": "b = _",
    "numbered result": "b = _3",
    "input": "b = In[1]",
    "time": "%time f()",
    "cell magic": "%%time\nb = 1",
    "star": "from numpy import *",
    "main": "import __main__",
    "frames": "import sys\ndef f(): return sys._getframe(1).f_globals['a']",
    "globals of a function": "b = (lambda: 1).__globals__['a']",
    "patch": "plots.show = print",
    "patch by setattr": "setattr(plots, 'show', print)",
    "own module": "import my_helpers",
}


@pytest.mark.parametrize("name", UNCLEAR)
def test_nothing_is_left_out_where_names_cannot_be_known(name):
    cells = [SETUP, "a = 1", "plots.show(a)", answer("def f(): return 1"), asks()]
    assert unneeded(*cells) == [1, 2]
    changed = {3: UNCLEAR[name] + "\ndef g(): return 1"}
    assert unneeded(*cells, theirs=changed) == []


def test_more_text_than_anybody_writes_is_run_as_it_is():
    cells = ["a = 1", answer("def f(): return 1"), asks()]
    assert unneeded(*cells, theirs={1: "b = 1\n" * 100_000}) == []
    deep = "b = " + "-" * 50_000 + "1"
    assert unneeded(*cells, theirs={1: deep}) == []
    assert unneeded(*cells, theirs={1: "b = x" + ".y" * 5000}) == []


#: Learner's code whose state a lesson's cell changes by calling it.
STATEFUL = {
    "global": "n = 0\ndef g(x):\n    global n\n    n += 1\ndef f(): return n",
    "list": "seen = []\ndef g(x): seen.append(x)\ndef f(): return len(seen)",
    "default": "def g(x, s=[]):\n    s.append(x)\n    return s\ndef f(): return 1",
    "nonlocal": "def make():\n    n = 0\n    def g(x):\n        nonlocal n\n"
    "        n += 1\n        return n\n    return g\ng = make()\ndef f(): return g(0)",
    "attribute": "def g(x): g.n = 1\ndef f(): return g.n",
    "object": "class A:\n    n = 0\n    def __call__(self, x):\n        self.n += 1\n"
    "g = A()\ndef f(): return g.n",
    "argument": "def g(x): x[0] = 2\ndef f(): return a",
    "cache": "import functools\n@functools.cache\ndef g(x): return 1\n"
    "def f(): return g.cache_info()",
    "random": "import random\ndef g(x): return random.random()\n"
    "def f(): return random.random()",
    "file": "def g(x): open('a', 'w').close()\ndef f(): return open('a').read()",
    "iterator": "def g(x): return next(it)\nit = iter([1, 2])\n"
    "def f(): return next(it)",
}  # fmt: skip


@pytest.mark.parametrize("name", STATEFUL)
def test_a_lesson_runs_where_the_learners_code_keeps_a_state(name):
    cells = ["a = [1]", answer(STATEFUL[name]), "print(g(a))", asks()]
    assert 2 not in unneeded(*cells)


def test_a_helper_file_of_the_learners_own_may_do_anything():
    cells = ["import numpy as np", "np.zeros(1)", ANSWER, asks()]
    assert unneeded(*cells, theirs={2: "import trick\ndef f(): return 1"}) == []


def test_a_test_that_looks_names_up_by_text_asks_for_all():
    lesson = "data = [1]"
    own = answer("data = [2]\ndef f(): return 1")
    after = "data = [3]"
    assert 2 not in unneeded(lesson, own, after, asks("assert globals()['data']"))


# The course ------------------------------------------------------------------------


NOTEBOOKS = sorted(ROOT.glob("source/pc*/*.ipynb"), key=lambda path: path.stem)


@pytest.mark.parametrize("folder", ["source", "release"])
@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_of_our_notebooks_only_the_imports_and_the_answers_run(path, folder):
    source = nbformat.read(path, as_version=4)
    place = ROOT / folder / path.parent.name / path.name
    handed_in = nbformat.read(place, as_version=4)
    students = {
        index
        for index, cell in enumerate(handed_in.cells)
        if cell.cell_type == "code" and not _is_test(cell)
    }
    left_out = find_unneeded(make_plan(source), handed_in, students)
    run = [handed_in.cells[index] for index in sorted(students - left_out)]
    lessons = [
        cell for cell in run if not cell.metadata.get("nbgrader", {}).get("solution")
    ]
    assert [cell.id for cell in lessons] == ["setup"]
    assert len(left_out) > 10
