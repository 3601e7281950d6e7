"""Tests that use classes of the lesson, on both sides of the trust boundary."""

from __future__ import annotations

import pytest

from autograder.examiner import WarmExaminers
from tests.autograder.examiner.exam import Case, Examiners, assert_case

SETUP = '''
import abc, dataclasses, enum, math

@dataclasses.dataclass
class Point:
    x: float
    y: float
    def norm(self): return math.hypot(self.x, self.y)

@dataclasses.dataclass(frozen=True, slots=True)
class Car:
    name: str
    speed: int = 0

class Node:
    def __init__(self, value, next=None):
        self.value, self.next = value, next

class Pair:
    """Two that know each other."""

class Shape(abc.ABC):
    @abc.abstractmethod
    def area(self): ...

class Base:
    kinds = []
    def name(self): return "base"

class Direction(enum.Enum):
    NORTH, EAST, SOUTH, WEST = range(4)

class Vector:
    def __init__(self, *parts): self.parts = list(parts)
    def __eq__(self, other): return self.parts == other.parts
    def __add__(self, other):
        return Vector(*(a + b for a, b in zip(self.parts, other.parts)))

class InsufficientFunds(Exception):
    def __init__(self, missing):
        super().__init__(f"{missing} missing")
        self.missing = missing

KEEP = Point(1, 1)
'''

CASES = [
    Case(
        "objects_of_the_lesson_as_arguments",
        "def middle(a, b): return (a.x + b.x) / 2, a.norm()",
        "assert middle(Point(3, 4), Point(5, 6)) == (4, 5)",
    ),
    Case(
        "objects_of_the_lesson_as_answers",
        "def middle(a, b): return Point((a.x + b.x) / 2, (a.y + b.y) / 2)",
        "got = middle(Point(0, 0), Point(2, 4))\n"
        "assert isinstance(got, Point)\nassert (got.x, got.y) == (1, 2)\n"
        "assert got == Point(1, 2)\nassert Point(1, 2) == got\n"
        "assert got != Point(2, 2)\nassert [got] == [Point(1, 2)]\n"
        "assert middle(got, got) == got",
    ),
    Case(
        "wrong_object_of_the_lesson",
        "def centre(): return Point(0, 0)",
        "assert centre() == Point(1, 1)",
        "failed",
    ),
    Case(
        "frozen_with_slots",
        "def faster(car): return Car(car.name, car.speed + 10)\n"
        "def fastest(cars): return max(cars, key=lambda car: car.speed)",
        "assert faster(Car('a', 1)) == Car('a', 11)\n"
        "cars = [Car('a', 1), Car('b', 3), Car('c', 2)]\n"
        "assert fastest(cars) is cars[1]",
    ),
    Case(
        "sorted_objects_are_the_same_objects",
        "def by_value(nodes): return sorted(nodes, key=lambda node: node.value)",
        "nodes = [Node(3), Node(1), Node(2)]\n"
        "assert by_value(nodes) == [nodes[1], nodes[2], nodes[0]]",
    ),
    Case(
        "changed_in_place",
        "def move(point, dx):\n    point.x += dx\n"
        "def move_all(points, dx):\n    for point in points: point.x += dx\n"
        "def label(point):\n    point.label = [1]",
        "p = Point(1, 2)\nmove(p, 3)\nassert p == Point(4, 2)\n"
        "move_all([p, p], 1)\nassert p.x == 6\n"
        "label(p)\nassert p.label == [1]",
    ),
    Case(
        "a_linked_list",
        "def length(node):\n    return 0 if node is None else 1 + length(node.next)\n"
        "def push(node, value): return Node(value, node)\n"
        "def append(node, value):\n"
        "    while node.next: node = node.next\n    node.next = Node(value)",
        "head = Node(1, Node(2, Node(3)))\nassert length(head) == 3\n"
        "new = push(head, 0)\nassert new.value == 0 and new.next is head\n"
        "append(head, 4)\nassert head.next.next.next.value == 4\n"
        "assert length(head) == 4",
    ),
    Case(
        "objects_that_know_each_other",
        "def marry(a, b):\n    a.other, b.other = b, a",
        "a, b = Pair(), Pair()\nmarry(a, b)\nassert a.other is b and b.other is a\n"
        "marry(b, a)\nassert a.other is b",
    ),
    Case(
        "class_derived_from_the_lessons",
        "class Circle(Shape):\n    def __init__(self, r): self.r = r\n"
        "    def area(self): return 3 * self.r ** 2\n"
        "class Other(Base):\n    pass",
        "c = Circle(2)\nassert isinstance(c, Shape)\nassert not isinstance(c, Point)\n"
        "assert c.area() == 12\nassert c.__class__.__name__ == 'Circle'\n"
        "assert issubclass(Other, Base) and not issubclass(Other, Point)\n"
        "assert isinstance(Other(), Base) and Other().name() == 'base'\n"
        "assert issubclass(Circle, Shape) and issubclass(Circle, abc.ABC)\n"
        "assert not issubclass(Other, Shape) and not issubclass(Other, abc.ABC)",
    ),
    Case(
        "just_which_class_an_object_is_of",
        "class Far(Point): pass\n"
        "def point(x, y): return Point(x, y)\n"
        "def far(x, y): return Far(x, y)",
        "assert type(point(1, 2)) is Point and type(far(1, 2)) is not Point\n"
        "assert type(far(1, 2)) is Far and far(1, 2).__class__ is not Point\n"
        "assert type(point(1, 2)) == Point and Point != type(far(1, 2))\n"
        "assert type(Point(1, 2)) is Point and type(point(1, 2)) in (int, Point)\n"
        "assert type(point(1, 2).x) is int is not float and type(Far) is type",
    ),
    Case(
        "another_class_of_the_same_kind",
        "class Near(Point): pass\ndef near(x, y): return Near(x, y)",
        "assert type(near(1, 2)) is Point, 'no point'",
        "failed",
        "no point",
        solution="def near(x, y): return Point(x, y)",
    ),
    Case(
        "class_that_is_not_derived",
        "class Square:\n    def area(self): return 4",
        "assert isinstance(Square(), Shape)",
        "failed",
        solution="class Square(Shape):\n    def area(self): return 4",
    ),
    Case(
        "members_of_an_enumeration",
        "def turn(direction):\n    return Direction((direction.value + 1) % 4)",
        "assert turn(Direction.NORTH) is Direction.EAST\n"
        "assert [turn(one) for one in Direction][-1] == Direction.NORTH\n"
        "assert {turn(Direction.WEST)} == {Direction.NORTH}",
    ),
    Case(
        "operators_of_the_lesson",
        "def double(v): return v + v\ndef zero(n): return Vector(*[0] * n)",
        "v = Vector(1, 2)\nassert double(v) == Vector(2, 4)\n"
        "assert zero(2) + v == v\nassert v + zero(2) == v\n"
        "assert zero(2) != v and zero(3) == zero(3)",
    ),
    Case(
        "exceptions_of_the_lesson",
        "def take(balance, amount):\n    if amount > balance:\n"
        "        raise InsufficientFunds(amount - balance)\n"
        "    return balance - amount",
        "import pytest\nassert take(5, 3) == 2\n"
        "with pytest.raises(InsufficientFunds, match='^4 missing$') as error:\n"
        "    take(1, 5)\nassert error.value.missing == 4\n"
        "try:\n    take(1, 2)\nexcept InsufficientFunds as error:\n"
        "    assert str(error) == '1 missing'",
    ),
    Case(
        "another_exception_than_the_lessons",
        "def take(balance, amount): raise ValueError('4 missing')",
        "import pytest\nwith pytest.raises(InsufficientFunds): take(1, 5)",
        "error",
    ),
    Case(
        "class_that_only_the_test_has",
        "def first(thing): return thing.a",
        "class Thing:\n    a = 1\nassert first(Thing()) == 1",
        "error",
        says="no class `Thing`",
    ),
    # Attacks ------------------------------------------------------------------------
    Case(
        "field_that_equals_everything",
        "class All:\n    def __eq__(self, other): return True\n"
        "def origin(): return Point(All(), All())",
        "assert origin() == Point(0, 0)",
        "failed",
        solution="def origin(): return Point(0, 0)",
    ),
    Case(
        "class_of_the_lesson_that_equals_everything",
        "class Point:\n    def __eq__(self, other): return True\n"
        "    __ne__ = lambda *_: False\n"
        "def origin():\n    point = Point()\n    point.x = point.y = 7\n"
        "    return point",
        "assert origin() == Point(0, 0)",
        "failed",
        solution="def origin(): return Point(0, 0)",
    ),
    Case(
        "field_in_the_place_of_a_method",
        "def shrink(point):\n    point.x = 1\n    point.norm = lambda: 0",
        "p = Point(3, 4)\nshrink(p)\nassert p.norm() == 0",
        "not examined",
    ),
    Case(
        "method_of_the_lesson_is_replaced",
        "Node.__init__ = lambda self, *_: setattr(self, 'value', 42)\n"
        "Vector.__eq__ = lambda *_: True\ndef answer(): return Vector(1)",
        "assert Vector(2) != Vector(3)\nassert answer() == Vector(2)",
        "failed",
    ),
    Case(
        "data_of_the_lesson_are_changed",
        "def spoil(point):\n    point.x = 99",
        "spoil(KEEP)\nassert KEEP.x == 99",
    ),
    Case(
        "data_of_the_lesson_are_put_back",
        "pass",
        "assert KEEP == Point(1, 1)",
    ),
]


@pytest.fixture(scope="module")
def results(tmp_path_factory):
    with WarmExaminers(["pytest"]) as warm:
        examiners = Examiners(warm, tmp_path_factory.mktemp("course"))
        yield examiners.cases(CASES, SETUP)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_case(results, case):
    assert_case(case, results)
