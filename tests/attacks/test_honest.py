"""Honest answers in odd styles get exactly their marks, through `autograder grade`."""

from __future__ import annotations

import copy
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sample_course import (
    ASSIGNMENT,
    NOTEBOOK,
    answered,
    check_cell,
    code,
    find,
    make_course,
    markdown,
    read_notebook,
    solution,
    write_notebook,
)

from autograder.build import build
from autograder.course import load_course

ADD = '''"""add is right for numbers and arrays."""
### BEGIN HIDDEN TESTS
import numpy as np
assert add(51234, 1) == 51235
assert add(-7, b=3) == -4
np.testing.assert_allclose(
    add(np.array([1.5, 2.0]), np.array([1.0, 0.25])), [2.5, 2.25]
)
### END HIDDEN TESTS'''

SQUARES = '''"""squares gives the first squares, one after the other."""
### BEGIN HIDDEN TESTS
assert list(squares(4)) == [0, 1, 4, 9]
assert sum(squares(0)) == 0
### END HIDDEN TESTS'''

STACK = '''"""Stack hands out what came last, and says when it is empty."""
### BEGIN HIDDEN TESTS
stack = Stack()
for item in (5, 9):
    stack.push(item)
assert len(stack) == 2
assert stack.pop() == 9
try:
    Stack().pop()
except IndexError:
    pass
else:
    raise AssertionError("An empty stack gives something.")
### END HIDDEN TESTS'''

POINT = '''"""middle returns a point with x and y."""
### BEGIN HIDDEN TESTS
point = middle((0, 0), (4, 2))
assert (point.x, point.y) == (2, 1)
### END HIDDEN TESTS'''

ENGINE = """class Engine:
    def __init__(self, kind, power):
        self.kind, self.power = kind, power
    def __eq__(self, other):
        return (self.kind, self.power) == (other.kind, other.power)"""

TUNED = '''"""tuned gives a stronger engine of the same kind."""
### BEGIN HIDDEN TESTS
standard = Engine("diesel", 90)
got = tuned(standard, 20)
assert isinstance(got, Engine)
assert got == Engine("diesel", 110) and standard == Engine("diesel", 90)
### END HIDDEN TESTS'''

SAVED = '''"""save writes one value to a line, and load reads them again."""
### BEGIN HIDDEN TESTS
from pathlib import Path
save("values.txt", [3, 5])
assert Path("values.txt").read_text().split() == ["3", "5"]
Path("other.txt").write_text("7\\n")
assert load("other.txt") == [7]
### END HIDDEN TESTS'''

RIGHT = {
    "tuned": (
        "def tuned(engine, more):\n    return Engine(engine.kind, engine.power + more)"
    ),
    "save": (
        "def save(name, values):\n"
        "    with open(name, 'w') as file:\n"
        "        file.writelines(f'{value}\\n' for value in values)\n"
        "def load(name):\n"
        "    with open(name) as file:\n"
        "        return [int(line) for line in file]"
    ),
    "add": "def add(a, b):\n    return a + b",
    "squares": "def squares(n):\n    return [k * k for k in range(n)]",
    "stack": (
        "class Stack:\n"
        "    def __init__(self):\n        self.items = []\n"
        "    def push(self, item):\n        self.items.append(item)\n"
        "    def pop(self):\n        return self.items.pop()\n"
        "    def __len__(self):\n        return len(self.items)"
    ),
    "middle": (
        "from collections import namedtuple\n"
        "Point = namedtuple('Point', 'x y')\n"
        "def middle(p, q):\n"
        "    return Point((p[0] + q[0]) / 2, (p[1] + q[1]) / 2)"
    ),
    "ordered": "ordered = sorted(DATA)",
}


def _solved(name: str) -> dict[str, Any]:
    return solution(f"### BEGIN SOLUTION\n{RIGHT[name]}\n### END SOLUTION", name)


CELLS = [
    code(f"import numpy as np\nDATA = [3, 1, 2]\n{ENGINE}", "setup"),
    markdown("## Sums\n\nWrite `add`.", "ask-add"),
    _solved("add"),
    code("add(1, 1)", "play"),
    check_cell("assert add(1, 2) == 3", "add_small", 1, []),
    check_cell(ADD, "add_any", 4, []),
    markdown("## Squares\n\nWrite `squares`.", "ask-squares"),
    _solved("squares"),
    check_cell(SQUARES, "squares_any", 2, []),
    _solved("stack"),
    check_cell(STACK, "stack_any", 3, []),
    _solved("middle"),
    check_cell(POINT, "middle_any", 2, []),
    _solved("ordered"),
    check_cell("assert ordered == [1, 2, 3]", "ordered_right", 2, []),
    _solved("tuned"),
    check_cell(TUNED, "tuned_any", 2, []),
    _solved("save"),
    check_cell(SAVED, "saved_any", 2, []),
]
FULL = 18.0

Notebook = dict[str, Any]
#: What each one hands in, and the marks it must get.
HONEST: dict[str, tuple[Callable[[Notebook], Notebook | bytes], float]] = {}


def answers(name: str, score: float = FULL, **given: str) -> None:
    HONEST[name] = (lambda release: answered(release, **{**RIGHT, **given}), score)


def hands_in(name: str, score: float = FULL) -> Callable:
    def add(change: Callable[[Notebook], Any]) -> Callable:
        def make(release: Notebook) -> Notebook | bytes:
            content = answered(release, **RIGHT)
            return change(content) or content

        HONEST[name] = (make, score)
        return change

    return add


answers("plain")
answers("nothing-right", 0, **dict.fromkeys(RIGHT, "pass"))
answers("one-exercise-only", 5, **{name: "pass" for name in RIGHT if name != "add"})
answers("no-arrays", FULL - 4, add="def add(a, b):\n    return int(a) + int(b)")
answers("lambda", add="add = lambda a, b: a + b")
answers(
    "operator", add="from operator import add as plus\ndef add(a, b): return plus(a, b)"
)
answers(
    "numpy-function", add="import numpy\ndef add(a, b):\n    return numpy.add(a, b)"
)
answers("numpy-scalars", add="def add(a, b):\n    return np.asarray(a + b)[()]")
answers(
    "partial",
    add="from functools import partial\n"
    "def sum_of(sign, a, b):\n    return a + sign * b\n"
    "add = partial(sum_of, 1)",
)
answers(
    "closure",
    add="def make(start):\n    def add(a, b):\n        return start + a + b\n"
    "    return add\nadd = make(0)",
)
answers(
    "decorated",
    add="import functools\ndef traced(function):\n"
    "    @functools.wraps(function)\n    def inner(*args, **kwargs):\n"
    "        print('call', args)\n        return function(*args, **kwargs)\n"
    "    return inner\n@traced\ndef add(a, b):\n    return a + b",
)
answers(
    "star-arguments",
    add="def add(*args, **more):\n    return sum([*args, *more.values()])",
)
answers(
    "method-of-an-object",
    add="class Sums:\n    def add(self, a, b):\n        return a + b\nadd = Sums().add",
)
answers(
    "static-method",
    add="class Sums:\n    @staticmethod\n    def add(a, b):\n        return a + b\n"
    "add = Sums.add",
)
answers(
    "callable-object",
    add="class Add:\n    def __call__(self, a, b):\n        return a + b\nadd = Add()",
)
answers(
    "counting-calls",
    add="calls = 0\ndef add(a, b):\n    global calls\n    calls += 1\n    return a + b",
)
answers(
    "warnings-and-stderr",
    add="import sys, warnings, logging\n"
    "warnings.warn('old')\nlogging.warning('hm')\n"
    "def add(a, b):\n    print('adding', file=sys.stderr)\n"
    "    warnings.warn('careful')\n    return a + b",
)
answers(
    "own-print",
    add="import builtins\n_print = builtins.print\n"
    "def print(*words, **more):\n    _print('>', *words, **more)\n"
    "def add(a, b):\n    print(a, b)\n    return a + b",
)
answers(
    "main-guard",
    add="def add(a, b):\n    return a + b\n"
    "if __name__ == '__main__':\n    assert add(2, 2) == 4\n    print('fine')",
)
answers(
    "annotations-and-docstring",
    add="from __future__ import annotations\n"
    "def add(a: Number, b: Number) -> Number:\n    '''Add.'''\n    return a + b",
)
answers(
    "cached",
    squares="import functools\n@functools.cache\n"
    "def squares(n):\n    return [k**2 for k in range(n)]",
)
answers(
    "generator", squares="def squares(n):\n    for k in range(n):\n        yield k * k"
)
answers(
    "generator-expression",
    squares="def squares(n):\n    return (k * k for k in range(n))",
)
answers("map", squares="def squares(n):\n    return map(lambda k: k * k, range(n))")
answers("tuple", squares="def squares(n):\n    return tuple(k * k for k in range(n))")
answers("array", squares="def squares(n):\n    return np.arange(n) ** 2")
answers(
    "recursion",
    squares="def squares(n):\n"
    "    return [] if n == 0 else [*squares(n - 1), (n - 1) ** 2]",
)
answers(
    "iterator-class",
    squares="class squares:\n"
    "    def __init__(self, n):\n        self.n, self.k = n, 0\n"
    "    def __iter__(self):\n        return self\n"
    "    def __next__(self):\n        if self.k >= self.n:\n"
    "            raise StopIteration\n"
    "        self.k += 1\n        return (self.k - 1) ** 2",
)
answers(
    "async-inside",
    squares="import asyncio\nasync def one(k):\n    await asyncio.sleep(0)\n"
    "    return k * k\nfirst = [await one(k) for k in range(3)]\n"
    "def squares(n):\n    return [k * k for k in range(n)]",
)
answers("stack-of-a-list", stack="class Stack(list):\n    push = list.append")
answers(
    "stack-of-a-deque",
    stack="from collections import deque\nclass Stack:\n"
    "    __slots__ = ('_items',)\n"
    "    def __init__(self):\n        self._items = deque()\n"
    "    def push(self, item):\n        self._items.append(item)\n"
    "    def pop(self):\n        if not self._items:\n"
    "            raise IndexError('the stack is empty')\n"
    "        return self._items.pop()\n"
    "    def __len__(self):\n        return len(self._items)",
)
answers(
    "own-exception",
    stack=RIGHT["stack"].replace(
        "return self.items.pop()",
        "if not self.items:\n            raise Empty('nothing there')\n"
        "        return self.items.pop()",
    )
    + "\nclass Empty(IndexError):\n    pass",
)
answers(
    "dataclass",
    middle="from dataclasses import dataclass\n@dataclass(frozen=True)\nclass Point:\n"
    "    x: float\n    y: float\ndef middle(p, q):\n"
    "    return Point((p[0] + q[0]) / 2, (p[1] + q[1]) / 2)",
)
answers(
    "properties",
    middle="class Point:\n"
    "    def __init__(self, p, q):\n        self.p, self.q = p, q\n"
    "    @property\n    def x(self):\n        return (self.p[0] + self.q[0]) / 2\n"
    "    @property\n    def y(self):\n        return (self.p[1] + self.q[1]) / 2\n"
    "middle = Point",
)
answers(
    "simple-namespace",
    middle="from types import SimpleNamespace\ndef middle(p, q):\n"
    "    return SimpleNamespace(x=(p[0] + q[0]) / 2, y=(p[1] + q[1]) / 2)",
)
answers(
    "magics", ordered="%matplotlib inline\n%time ordered = sorted(DATA)\n!echo done"
)
answers("cell-magic", ordered="%%capture said\nprint('quiet')\nordered = sorted(DATA)")
answers("in-place", ordered="ordered = DATA.copy()\nordered.sort()")
answers("by-numpy", ordered="ordered = [int(one) for one in np.sort(DATA)]")
answers(
    "plots",
    ordered="import matplotlib.pyplot as plt\nordered = sorted(DATA)\n"
    "plt.plot(ordered)\nplt.title('ordered')\nplt.show()",
)
answers(
    "walrus-and-match",
    ordered="match DATA:\n    case [*some] if (found := sorted(some)):\n"
    "        ordered = found",
)
answers("semicolons", ordered="x = 1; ordered = sorted(DATA); x;")
answers("help-and-shell-names", ordered="ordered = sorted(DATA)\nlen?\n_ = ordered")
answers(
    "unicode-names", ordered="größe = sorted(DATA)\nordered = größe  # wie verlangt – ✓"
)
answers("tabs", add="def add(a, b):\n\treturn a + b")
answers("windows-lines", add="def add(a, b):\r\n    return a + b\r\n")


@hands_in("deleted-lesson-cells")
def deleted_lesson_cells(content):
    keep = {"setup"}
    content["cells"] = [
        cell
        for cell in content["cells"]
        if "nbgrader" in cell["metadata"] or cell["id"] in keep
    ]


@hands_in("own-cells-everywhere")
def own_cells_everywhere(content):
    cells = []
    for place, cell in enumerate(content["cells"]):
        cells += [cell, code(f"note = {place}", f"own-{place}")]
        cells += [markdown(f"<b>note {place}</b>\n\n<script>1</script>", f"md-{place}")]
    content["cells"] = cells


@hands_in("helper-in-a-cell-above")
def helper_in_a_cell_above(content):
    place = content["cells"].index(find(content, "add"))
    content["cells"].insert(place, code("def plus(a, b):\n    return a + b", "plus"))
    find(content, "add")["source"] = "def add(a, b):\n    return plus(a, b)"


@hands_in("a-cell-that-fails-at-the-end")
def a_cell_that_fails_at_the_end(content):
    content["cells"].append(code("1 / 0", "oops"))


@hands_in("as-windows-text")
def as_windows_text(content):
    text = json.dumps(content, indent=1, ensure_ascii=False)
    return text.replace("\n", "\r\n").encode("utf-8-sig")


@hands_in("outputs-and-counts-kept")
def outputs_and_counts_kept(content):
    for count, cell in enumerate(content["cells"]):
        if cell["cell_type"] == "code":
            cell["execution_count"] = count
            stream = {"output_type": "stream", "name": "stdout", "text": "old"}
            cell["outputs"] = [stream]


@hands_in("source-as-lists")
def source_as_lists(content):
    for cell in content["cells"]:
        cell["source"] = "".join(cell["source"]).splitlines(keepends=True)


@pytest.fixture(scope="module")
def results(tmp_path_factory) -> dict[str, dict[str, Any]]:
    root = make_course(tmp_path_factory.mktemp("honest") / "course", CELLS)
    with (root / "nbgrader_config.py").open("a") as config:
        config.write("c.Execute.timeout = 60\n")  # Matplotlib's import is slow
    course = load_course(root)
    build(course)
    release = read_notebook(course.release(ASSIGNMENT) / f"{NOTEBOOK}.ipynb")
    for name, (make, _) in HONEST.items():
        path = Path(course.submitted(name, ASSIGNMENT)) / f"{NOTEBOOK}.ipynb"
        content = make(copy.deepcopy(release))
        if isinstance(content, bytes):
            path.parent.mkdir(parents=True)
            path.write_bytes(content)
        else:
            write_notebook(path, content)
    lines = root / "lines.jsonl"
    command = [sys.executable, "-m", "autograder", "grade", ASSIGNMENT]
    command += ["--course", str(root), "--json", str(lines)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    found = map(json.loads, lines.read_text(encoding="utf-8").splitlines())
    return {one["student"]: one for one in found}


@pytest.mark.parametrize("name", HONEST)
def test_honest_answer_gets_its_marks(name, results):
    notebook = results[name]["notebooks"][NOTEBOOK]
    scores = {one["grade_id"]: one for one in notebook["scores"]}
    assert results[name]["score"] == HONEST[name][1], scores
    assert results[name]["status"] == "graded"


def test_there_are_enough_styles():
    assert len(HONEST) >= 40
