"""Which cells are run, and what is said of a notebook before it is released."""

import ast
import textwrap

import pytest

from autograder.examiner import find_hidden_dependencies, make_plan
from autograder.examiner.names import Unreadable, names_of
from autograder.examiner.traits import traits_of
from tests.autograder.examiner.exam import check, locked, notebook, plain, solution


def names(source: str):
    return names_of(textwrap.dedent(source))


@pytest.mark.parametrize(
    ("source", "defines", "uses", "later"),
    [
        ("x = y", {"x"}, {"y"}, set()),
        ("x = x + 1", {"x"}, {"x"}, set()),
        ("x = 1\nx = x + 1", {"x"}, set(), set()),
        ("x += 1", {"x"}, {"x"}, set()),
        (
            "for i in n:\n    total = i\nprint(total)",
            {"i", "total"},
            {"n", "print"},
            set(),
        ),
        ("def f(a): return a + b", {"f"}, set(), {"b"}),
        ("def f(a=c): return a", {"f"}, {"c"}, set()),
        ("class A(B):\n    x = y\n    def m(self): return z", {"A"}, {"B", "y"}, {"z"}),
        ("[g(i) for i in n]", set(), {"g", "n"}, set()),
        ("i = 1\n[i for i in n]", {"i"}, {"n"}, set()),
        ("[i for i in i]", set(), {"i"}, set()),
        ("print(i, [i for i in n])", set(), {"i", "n", "print"}, set()),
        ("[(y := i) for i in n]", {"y"}, {"n"}, set()),
        ("{k: v for k, v in n if (lambda: k)()}", set(), {"n"}, set()),
        ("[j for i in n for j in i]", set(), {"n"}, set()),
        ("def f(): return [i for i in n]", {"f"}, set(), {"n"}),
        ("f = lambda: h", {"f"}, set(), {"h"}),
        ("import a.b, c as d\nfrom e import g", {"a", "d", "g"}, set(), set()),
        ("def f():\n    global x\n    x = 1", {"f", "x"}, set(), set()),
        ("with a as b: pass", {"b"}, {"a"}, set()),
        ("(n := 3)", {"n"}, set(), set()),
        ("try:\n    pass\nexcept E as e: print(e)", {"e"}, {"E", "print"}, set()),
        ("match v:\n    case [p, *q]: pass", {"p", "q"}, {"v"}, set()),
        ("await f()", set(), {"f"}, set()),
    ],
)
def test_names_of_a_cell(source, defines, uses, later):
    found = names(source)
    assert found.defines == defines
    assert found.uses == uses
    assert found.later == later


@pytest.mark.parametrize(
    ("source", "changes"),
    [
        ("a[0] = 1", {"a"}),
        ("a.b.c = 1", {"a"}),
        ("del a[0]", {"a"}),
        ("a[0] += 1", {"a"}),
        ("a.append(1)", {"a"}),
        ("for i in n:\n    a.fit(i)", {"a"}),
        ("b = a.mean()", set()),
        ("a = []\na.append(1)", set()),
        ("import a\na.show()", set()),
        ("def f(): a.append(1)", set()),
    ],
)
def test_names_that_a_cell_changes(source, changes):
    assert names(source).changes == changes


def test_text_that_is_not_python_is_refused():
    with pytest.raises(Unreadable, match="not Python"):
        names("def f(:")


def ran(*cells, only=None) -> list[int]:
    return [step.cell.index for step in make_plan(notebook(*cells), only).steps]


def test_provider_is_the_last_cell_before():
    assert ran(plain("x = 1"), plain("x = 2"), check("x", "t"), plain("x = 3")) == [
        1,
        2,
    ]


def test_dependencies_of_dependencies_are_run():
    cells = plain("a = 1"), plain("c = 3"), plain("b = a"), check("b", "t")
    assert ran(*cells) == [0, 2, 3]


def test_cells_that_change_an_object_are_run():
    cells = (
        plain("import numpy as np\nimport plots"),
        plain("a = np.zeros(3)"),
        plain("a[0] = 1"),
        plain("plots.show(a)"),
        plain("a.sort()"),
        plain("b = a.sum()"),
        check("a", "t"),
    )
    assert ran(*cells) == [0, 1, 2, 4, 6]


def test_name_that_a_function_reads_may_be_defined_after_it():
    cells = plain("def f(): return g()"), plain("def g(): return 1"), check("f()", "t")
    assert ran(*cells) == [0, 1, 2]


def test_solution_cells_are_not_run():
    cells = plain("a = 1"), solution("b = a", "s"), check("b", "t")
    assert ran(*cells) == [2]


CLASSES = """
import functools, dataclasses, copy
class Base:
    def __eq__(self, other): return True
    def half(self): return self.__class__(1)
class Money(Base):
    def __add__(self, other): return Money(1)
    __radd__ = __add__
    def __abs__(self): return 3.0
    def copy(self): return copy.copy(self)
    def me(self): return self
    def twice(self): return self + self
    def text(self): return str(self)
@dataclasses.dataclass(order=True)
class Card:
    rank: int
@functools.total_ordering
class Level:
    def __lt__(self, other): return True
class Bag(list): pass
"""


def test_of_a_class_its_operators_and_what_makes_objects_are_known():
    found = traits_of(ast.parse(CLASSES), {})
    assert found["Money"].operators >= {"__eq__", "__ne__", "__add__", "__radd__"}
    assert "__sub__" not in found["Money"].operators
    makers = {"half", "__add__", "__radd__", "copy", "me", "twice"}
    assert found["Money"].makers == makers
    assert found["Card"].operators >= {"__eq__", "__lt__", "__ge__"}
    assert found["Level"].operators >= {"__lt__", "__ge__"}
    assert {"__eq__", "__contains__"} <= found["Bag"].operators


def test_an_object_that_a_solution_changes_is_the_students():
    cells = [
        plain("import m\nprices = {}\nother = []"),
        solution("prices['tea'] = 2\nother.append(1)\nm.seed(1)\nnew = prices", "s"),
        check("prices, other, m, new", "t"),
    ]
    plan = make_plan(notebook(*cells))
    (step,) = [one for one in plan.steps if one.cell.is_test]
    assert step.students == {"prices", "other", "new"}
    assert plan.providers["prices"] == "s"


def test_names_after_a_solution_are_the_students():
    plan = make_plan(
        notebook(
            plain("x = 1\ny = 1"),
            solution("import m\nx = 2\nclass C: pass", "s"),
            check("x, y, m, C", "t"),
        )
    )
    (step,) = [one for one in plan.steps if one.cell.is_test]
    assert step.students == {"x", "m", "C"}
    assert step.classes == (("C", (), ()),)
    assert step.imports == {"m": "import m"}
    assert plan.providers["x"] == "s"


def test_star_import_is_run_for_names_from_nowhere():
    cells = plain("from os import *"), plain("a = 1"), check("getcwd()", "t")
    assert ran(*cells) == [0, 2]


def test_only_the_asked_tests_and_what_they_need():
    cells = (
        check("helper = 1", "one"),
        check("other = 1", "two"),
        check("helper", "three"),
    )
    assert ran(*cells, only={"three"}) == [0, 2]
    asked = [s.asked for s in make_plan(notebook(*cells), {"three"}).steps]
    assert asked == [False, True]


def test_cell_that_is_not_python_has_a_problem():
    plan = make_plan(notebook(check("def f(:", "t")))
    assert "not Python" in plan.steps[0].cell.problem


@pytest.mark.parametrize(
    ("cells", "words"),
    [
        ([check("want = 1", "t"), solution("x = want", "s")], "will be missing there"),
        ([check("want = 1", "t"), locked("x = want", "l")], "will be missing there"),
        (
            [plain("x = 1"), solution("x = 2", "s"), check("assert x", "t")],
            "here it is the student's",
        ),
        (
            [solution("x = []", "s"), check("x.append(1)", "t"), plain("print(x)")],
            "Work on a copy",
        ),
        (
            [solution("def f(): return 1", "s"), check("f()", "t")],
            "read as partial credit",
        ),
        ([check("def f(:", "t")], "not Python"),
    ],
)
def test_hidden_dependency_is_reported(cells, words):
    (finding,) = find_hidden_dependencies(notebook(*cells))
    assert words in finding


def test_notebook_without_hidden_dependencies_has_no_findings():
    cells = (
        plain("import math"),
        solution("def f(x): return x", "s"),
        check("base = 2\nassert f(base) == math.sqrt(4)", "t"),
        check("assert f(base) == 2", "u"),
        plain("print(f(2))"),
    )
    assert find_hidden_dependencies(notebook(*cells)) == []
