"""What a student's objects may decide about, and what they may not.

Each case is an exercise of a small course, with the instructor's solution, a hidden
test worth two points, and an answer; it goes through `autograder grade`.
"""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from sample_course import (
    ASSIGNMENT,
    NOTEBOOK,
    answered,
    check_cell,
    code,
    make_course,
    markdown,
    read_notebook,
    solution,
    write_notebook,
)

from autograder.build import build
from autograder.course import load_course


@dataclass(frozen=True)
class Exercise:
    """A solution, a hidden test of it, and an answer with the marks it must get."""

    name: str
    solution: str
    test: str
    answer: str
    marks: float = 0.0


AGREES = """
    def __eq__(self, other): LOOT.append(other); return True
    def __sub__(self, other): return self
    def __abs__(self): return self
    def __lt__(self, other): return True
"""
STACK = (
    "class Stack:\n"
    "    def __init__(self): self.items = []\n"
    "    def push(self, item): self.items.append(item)\n"
    "    def pop(self): return self.items.pop()"
)
STACK_TEST = "stack = Stack()\nstack.push(3)\nassert stack.pop() == 3"
VECTOR = (
    "class Vector:\n"
    "    def __init__(self, x, y): self.x, self.y = x, y\n"
    "    def __eq__(self, other):\n"
    "        if isinstance(other, (int, float)): return abs(self) == other\n"
    "        return (self.x, self.y) == (other.x, other.y)\n"
    "    def __add__(self, other): return Vector(self.x + other.x, self.y + other.y)\n"
    "    def __mul__(self, k): return Vector(self.x * k, self.y * k)\n"
    "    __rmul__ = __mul__\n"
    "    def __neg__(self): return self * -1\n"
    "    def __abs__(self): return (self.x ** 2 + self.y ** 2) ** 0.5\n"
    "    def turned(self): return Vector(-self.y, self.x)\n"
    "    def length(self): return abs(self)"
)
VECTOR_TEST = (
    "v = Vector(3, 4)\n"
    "assert v == 5 and v * 2 == 10 and 2 * v == Vector(6, 8)\n"
    "assert -v == Vector(-3, -4) and v + v == 10 and abs(v) == 5\n"
    "assert v.turned() == Vector(-4, 3) and v.turned() == 5\n"
    "assert v.length() == 5 and v != 6 and not v == 7"
)
CREDIT = "3 - abs(twice(5) - 10)"

LENGTHY = (
    STACK.replace("Stack", "Lengthy")
    + "\n    def __len__(self): return len(self.items)"
)
LENGTHY_TEST = (
    "stack = Lengthy()\nassert not stack\nstack.push(3)\nassert stack\n"
    "assert bool(stack) is True"
)
DEGREES = (
    "class Degrees:\n"
    "    def __init__(self, value): self.value = value\n"
    "    def __float__(self): return float(self.value)\n"
    "    def __int__(self): return int(self.value)"
)
DEGREES_TEST = "assert float(Degrees(3)) == 3.0 and int(Degrees(2.7)) == 2"
CARD = (
    "import dataclasses\n@dataclasses.dataclass(frozen=True)\n"
    "class Card:\n    suit: str\n    rank: int"
)
CARD_TEST = (
    "assert len({Card('a', 1), Card('a', 1), Card('b', 1)}) == 2\n"
    "assert {Card('a', 1): 5}[Card('a', 1)] == 5"
)

EXERCISES = [
    Exercise("truth", LENGTHY, LENGTHY_TEST, LENGTHY, 2),
    Exercise(
        "truth_that_is_always_true",
        LENGTHY.replace("Lengthy", "Always"),
        LENGTHY_TEST.replace("Lengthy", "Always"),
        LENGTHY.replace("Lengthy", "Always") + "\n    def __bool__(self): return True",
    ),
    Exercise(
        "truth_that_nobody_asked_for",
        "def is_even(n): return n % 2 == 0",
        "assert is_even(4)",
        "class Yes:\n    def __bool__(self): return True\ndef is_even(n): return Yes()",
    ),
    Exercise("numbers", DEGREES, DEGREES_TEST, DEGREES, 2),
    Exercise(
        "number_that_nobody_asked_for",
        "def half(n): return n / 2",
        "assert float(half(5)) == 2.5",
        "class Any:\n    def __float__(self): return 2.5\ndef half(n): return Any()",
    ),
    Exercise("hashes", CARD, CARD_TEST, CARD, 2),
    Exercise(
        "hashes_by_identity",
        CARD.replace("Card", "Token"),
        CARD_TEST.replace("Card", "Token"),
        "class Token:\n    def __init__(self, suit, rank): pass",
    ),
    Exercise("class_right", STACK, STACK_TEST, STACK, 2),
    Exercise(
        "class_agrees",
        STACK,
        STACK_TEST,
        "LOOT = []\nclass Yes:" + AGREES + "class Stack:\n"
        "    def push(self, item): pass\n    def pop(self): return Yes()",
    ),
    Exercise(
        "class_returns_itself",
        STACK,
        STACK_TEST,
        "KEEP, LOOT = [], []\nclass Stack:\n"
        "    def __init__(self): KEEP.append(self)\n"
        "    def push(self, item): pass\n    def pop(self): return self" + AGREES,
    ),
    Exercise(
        "kept_object",
        "def area(a, b): return a * b",
        "assert area(904171, 3) == 904171 * 3\n"
        "assert [area(1, 2)] == [2] and abs(area(2, 2) - 4) < 1e-9",
        "def area(a, b): return KEEP[0]",
    ),
    Exercise(
        "kept_object_beside_its_class",
        "def area(a, b): return a * b",
        "s = Stack()\nassert area(904171, 3) == 904171 * 3",
        "def area(a, b): return KEEP[-1]",
    ),
    Exercise("operators_right", VECTOR, VECTOR_TEST, VECTOR, 2),
    Exercise(
        "operators_wrong",
        VECTOR,
        VECTOR_TEST,
        VECTOR.replace("self.x * k", "self.x + k"),
    ),
    Exercise(
        "plain_result_agrees",
        VECTOR,
        "assert Vector(3, 4).length() == 5",
        VECTOR.replace("def length(self): return abs(self)", "def length(self): "
                       "return self").replace("return (self.x, self.y) ==",
                                              "return True or ()"),
    ),
    Exercise(
        "class_under_a_functions_name",
        "class Arrow:\n    def __init__(self, x): self.x = x\n"
        "    def __eq__(self, other): return self.x == other.x\n"
        "def size(arrow): return abs(arrow.x)",
        "kept = [Arrow]\nassert Arrow(1) == Arrow(1)\nassert size(Arrow(-3)) == 3",
        "class Arrow:\n    def __init__(self, x): pass\n"
        "    def __eq__(self, other): return True\nsize = Arrow",
    ),
    Exercise(
        "class_under_a_methods_name",
        "class Turn:\n    def __init__(self, x): self.x = x\n"
        "    def __eq__(self, other): return self.x == other.x\n"
        "    def back(self): return Turn(-self.x)\n"
        "    def size(self): return abs(self.x)",
        "turn = Turn(3)\nassert turn.back() == Turn(-3)\nassert turn.size() == 3",
        "class Turn:\n    def __init__(self, x): pass\n"
        "    def __eq__(self, other): return True\n"
        "    back = size = property(lambda self: Turn)",
    ),
    Exercise(
        "exception_that_swallows_assertions",
        "class NoNumber(Exception): pass\n"
        "def parse(text):\n    if not text.isdigit(): raise NoNumber(text)\n"
        "    return int(text)",
        "import contextlib, pytest\n"
        "with pytest.raises(NoNumber):\n    parse('x')\n"
        "with contextlib.suppress(NoNumber):\n    assert parse('12') == 12",
        "NoNumber = Exception\n"
        "def parse(text):\n    if text == 'x': raise ValueError\n    return 0",
    ),
    Exercise(
        "linked_right",
        "class Node:\n    def __init__(self, value, next=None):\n"
        "        self.value, self.next = value, next",
        "b = Node(2)\na = Node(1, b)\nassert a.next is b and a.next.value == 2",
        "class Node:\n    def __init__(self, value, next=None):\n"
        "        self.value, self.next = value, next",
        2,
    ),
    Exercise(
        "swallows",
        "class timer:\n    running = True\n    def __enter__(self): return self\n"
        "    def __exit__(self, *error): return False",
        "with timer() as t:\n    assert t.running is True\n    assert t.running == 7",
        "class timer:\n    running = True\n    def __enter__(self): return self\n"
        "    def __exit__(self, *error): return True",
    ),
    Exercise(
        "suppresses_right",
        "class ignore:\n    def __enter__(self): return self\n"
        "    def __exit__(self, kind, *rest): return kind is ValueError",
        "with ignore():\n    raise ValueError('x')\nassert True",
        "class ignore:\n    def __enter__(self): return self\n"
        "    def __exit__(self, kind, *rest): return kind is ValueError",
        2,
    ),
    Exercise(
        "false_library",
        "import numpy as np\ndef relu(x): return np.maximum(x, 0)",
        "np.testing.assert_allclose(relu(np.array([-1.0, 2.0])), [0, 2])\n"
        "assert np.allclose(relu(np.array([3.0])), [3])",
        "class N:\n    def __getattr__(self, n): return lambda *a, **k: True\n"
        "class T:\n    def assert_allclose(self, *a): pass\n"
        "np = N(); np.testing = T(); np.float64 = int\ndef relu(x): return 5",
    ),
    Exercise(
        "false_function",
        "from math import isclose\ndef third(x): return x / 3",
        "assert isclose(third(6), 2)",
        "isclose = 5\ndef third(x): return 7",
    ),
    Exercise(
        "changed_in_place",
        'prices["tea"] = 2.5\nnumbers.sort()',
        'assert prices["tea"] == 2.5 and prices["bread"] == 3\n'
        "assert numbers == [1, 2, 3]",
        'prices["tea"] = 2.5\nnumbers.sort()',
        2,
    ),
    Exercise(
        "changed_in_place_wrong",
        'drinks["tea"] = 2.5',
        'assert drinks["tea"] == 2.5',
        'drinks["tea"] = 3.5',
    ),
    Exercise(
        "class_body",
        "LIMIT = 3\ndef f(x): return x < LIMIT",
        "class Case:\n    limit = LIMIT\n    def at(self, n=LIMIT): return f(n)\n"
        "assert Case.limit == 3 and not Case().at()",
        "LIMIT = 3\ndef f(x): return x < LIMIT",
        2,
    ),
    Exercise(
        "factories",
        "from collections import defaultdict, namedtuple\n"
        "P = namedtuple('P', 'x y')\n"
        "def count(table, word):\n    table[word] += 1\n    return table\n"
        "def point(): return P(1, 2)",
        "from collections import defaultdict\n"
        "assert count(defaultdict(int), 'a')['a'] == 1\n"
        "assert point()._replace(x=5) == (5, 2) and point()._asdict()['y'] == 2",
        "from collections import defaultdict, namedtuple\n"
        "P = namedtuple('P', 'x y')\n"
        "def count(table, word):\n    table[word] += 1\n    return table\n"
        "def point(): return P(1, 2)",
        2,
    ),
    Exercise(
        "iterator_that_begins_anew",
        "class Upto:\n    def __init__(self, n): self.n = n\n"
        "    def __iter__(self):\n        self.i = 0\n        return self\n"
        "    def __next__(self):\n        self.i += 1\n"
        "        if self.i > self.n: raise StopIteration\n        return self.i",
        "u = Upto(3)\nassert list(u) == [1, 2, 3] and list(u) == [1, 2, 3]",
        "class Upto:\n    def __init__(self, n): self.n = n\n"
        "    def __iter__(self):\n        self.i = 0\n        return self\n"
        "    def __next__(self):\n        self.i += 1\n"
        "        if self.i > self.n: raise StopIteration\n        return self.i",
        2,
    ),
]  # fmt: skip

TWICE = "def twice(a): return 2 * a"
PARTIAL = {
    "right": (TWICE, 3),
    "a_bit_off": ("def twice(a): return 2 * a - 1", 2),
    "fraction": ("from fractions import Fraction\n"
                 "def twice(a): return Fraction(2 * a) - Fraction(1, 2)", 2.5),
    "array": ("import numpy as np\ndef twice(a): return np.zeros(2)", 0),
    "one_number_in_an_array": ("import numpy as np\n"
                               "def twice(a): return np.array([77.0])", 0),
    "far_fraction": ("from fractions import Fraction\n"
                     "def twice(a): return Fraction(777777)", 0),
    "decimal": ("from decimal import Decimal\n"
                "def twice(a): return Decimal('14.99')", 0),
    "huge": ("def twice(a): return 10**30", 0),
    "long": ("def twice(a): return 2**70", 0),
    "long_double": ("import numpy as np\n"
                    "def twice(a): return np.longdouble(77777)", 0),
    "complex": ("def twice(a): return 3j", 0),
    "object": ("class A:\n    def __rsub__(self, o): return self\n"
               "    def __sub__(self, o): return self\n"
               "    def __abs__(self): return self\n"
               "def twice(a): return A()", 0),
}  # fmt: skip


def grade(root: Path, cells: list, answers: dict[str, str]) -> dict[str, float]:
    """Build a course of these cells, hand the answers in, return the scores."""
    make_course(root, [markdown("# Trust", "title"), *cells])
    build(load_course(root))
    release = read_notebook(root / "release" / ASSIGNMENT / f"{NOTEBOOK}.ipynb")
    write_notebook(
        root / "submitted" / "ann" / ASSIGNMENT / f"{NOTEBOOK}.ipynb",
        answered(release, **answers),
    )
    lines = root / "lines.jsonl"
    command = ["grade", ASSIGNMENT, "--course", root, "--json", lines]
    done = subprocess.run(
        [sys.executable, "-m", "autograder", *map(str, command)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    (notebook,) = json.loads(lines.read_text())["notebooks"].values()
    return {one["grade_id"]: one for one in notebook["scores"]}


@pytest.fixture(scope="module")
def scores(tmp_path_factory):
    setup = code(
        "import numpy as np\nprices = {'bread': 3}\ndrinks = {}\nnumbers = [3, 1, 2]",
        "setup",
    )
    cells = [setup]
    for one in EXERCISES:
        marked = f"### BEGIN SOLUTION\n{one.solution}\n### END SOLUTION"
        cells.append(solution(marked, one.name))
        hidden = f"### BEGIN HIDDEN TESTS\n{one.test}\n### END HIDDEN TESTS"
        cells.append(
            check_cell(f'"""{one.name}."""\n{hidden}', f"{one.name}_test", 2, [])
        )
    answers = {one.name: one.answer for one in EXERCISES}
    return grade(tmp_path_factory.mktemp("trust"), cells, answers)


@pytest.mark.parametrize("case", EXERCISES, ids=lambda case: case.name)
def test_marks_are_those_of_the_answer(scores, case):
    found = scores[f"{case.name}_test"]
    assert found["score"] == case.marks, found


@pytest.fixture(scope="module")
def credits(tmp_path_factory):
    cells = []
    for name in PARTIAL:
        marked = f"### BEGIN SOLUTION\n{TWICE}\n### END SOLUTION"
        cells.append(solution(marked, name))
        hidden = f"### BEGIN HIDDEN TESTS\n{CREDIT}\n### END HIDDEN TESTS"
        cells.append(check_cell(f'"""{name}."""\n{hidden}', f"{name}_test", 3, []))
    answers = {name: answer for name, (answer, _) in PARTIAL.items()}
    return grade(tmp_path_factory.mktemp("credits"), cells, answers)


@pytest.mark.parametrize("name", PARTIAL)
def test_partial_credit_is_a_number_or_nothing(credits, name):
    found = credits[f"{name}_test"]
    assert found["score"] == pytest.approx(PARTIAL[name][1]), found
