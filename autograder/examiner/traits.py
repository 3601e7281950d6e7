"""What an exercise's own class is asked to do, read off the instructor's solution.

An operator that the class defines may be answered by the student's object, also with a
plain value of the test at its other side; no other may. And only of methods whose
result is an object of the class, in the solution, is the result taken for one.
"""

from __future__ import annotations

import ast
import builtins
from collections.abc import Mapping
from dataclasses import dataclass

_ORDER = frozenset({"__lt__", "__le__", "__gt__", "__ge__"})
_COPIES = {"copy", "deepcopy", "replace", "_replace"}


@dataclass(frozen=True)
class Traits:
    """What the objects of a class may be asked.

    Attributes:
        operators: Special methods that the class has of its own, such as `__add__`.
        makers: Its methods that return an object of the class.
    """

    operators: frozenset[str] = frozenset()
    makers: frozenset[str] = frozenset()


def traits_of(tree: ast.Module, known: Mapping[str, Traits]) -> dict[str, Traits]:
    """Read the classes of a cell.

    Args:
        tree: The instructor's solution.
        known: Classes of cells before, which these may be derived from.
    """
    found: dict[str, Traits] = {}
    for node in tree.body:
        if isinstance(node, ast.ClassDef):
            found[node.name] = _read(node, {**known, **found})
    return found


def _read(node: ast.ClassDef, known: Mapping[str, Traits]) -> Traits:
    operators: set[str] = set()
    makers: set[str] = set()
    for base in node.bases:
        name = base.id if isinstance(base, ast.Name) else ""
        if name in known:
            operators |= known[name].operators
            makers |= known[name].makers
        elif isinstance(getattr(builtins, name, None), type) and name != "object":
            operators |= set(vars(getattr(builtins, name)))
    family = {node.name, *known}
    for one in node.body:
        if isinstance(one, ast.FunctionDef | ast.AsyncFunctionDef):
            operators.add(one.name)
            if _returns_one(one, family):
                makers.add(one.name)
        elif isinstance(one, ast.Assign) and isinstance(one.value, ast.Name):
            for target in one.targets:  # `__radd__ = __add__`
                if isinstance(target, ast.Name):
                    operators.add(target.id)
                    makers |= {target.id} if one.value.id in makers else set()
    for decorator in node.decorator_list:
        operators |= _given_by(decorator)
    if "__eq__" in operators:
        operators.add("__ne__")
    special = {name for name in operators if name.startswith("__")}
    return Traits(frozenset(special), frozenset(makers))


def _given_by(decorator: ast.expr) -> set[str]:
    """Special methods that a class gets from a decorator."""
    call = decorator if isinstance(decorator, ast.Call) else None
    function = call.func if call else decorator
    name = getattr(function, "attr", None) or getattr(function, "id", "")
    if name == "total_ordering":
        return set(_ORDER)
    if name != "dataclass":
        return set()
    chosen = {
        one.arg
        for one in (call.keywords if call else ())
        if getattr(one.value, "value", False) is True
    }
    is_hashed = not chosen.isdisjoint({"frozen", "unsafe_hash"})
    order = _ORDER if "order" in chosen else ()
    return {"__eq__", *order, *(("__hash__",) if is_hashed else ())}


def _returns_one(
    function: ast.FunctionDef | ast.AsyncFunctionDef, family: set[str]
) -> bool:
    """Say whether a method returns an object of its class, or may."""
    return any(
        isinstance(node, ast.Return) and node.value and _is_one(node.value, family)
        for node in ast.walk(function)
    )


def _is_one(value: ast.expr, family: set[str]) -> bool:
    if isinstance(value, ast.IfExp):
        return _is_one(value.body, family) or _is_one(value.orelse, family)
    if isinstance(value, ast.Name):
        return value.id == "self"
    if isinstance(value, ast.BinOp):
        sides = (value.left, value.right)
        return any(isinstance(one, ast.Name) and one.id == "self" for one in sides)
    if isinstance(value, ast.UnaryOp):
        return isinstance(value.operand, ast.Name) and value.operand.id == "self"
    if not isinstance(value, ast.Call):
        return False
    made_by = value.func
    if isinstance(made_by, ast.Name) and made_by.id in {*family, "cls"}:
        return True
    if isinstance(made_by, ast.Attribute) and made_by.attr == "__class__":
        return True
    if isinstance(made_by, ast.Call):  # `type(self)(…)`
        return getattr(made_by.func, "id", "") == "type"
    name = getattr(made_by, "attr", None) or getattr(made_by, "id", "")
    return name in _COPIES and any(
        isinstance(one, ast.Name) and one.id == "self" for one in value.args
    )
