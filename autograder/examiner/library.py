"""Classes of libraries, by the names that the student's process gives for them."""

from __future__ import annotations

import functools
import sys
import types
from typing import Any

#: Libraries besides Python's own.
_LIBRARIES = frozenset({"keras", "matplotlib", "tensorflow"})
#: Of Python's built-in classes those that hold no value: a number, text or list of the
#: student's own class is none that a test could compare.
_BUILTIN = {
    "function": types.FunctionType,
    "code": types.CodeType,
    "property": property,
    "generator": types.GeneratorType,
    "coroutine": types.CoroutineType,
    "async_generator": types.AsyncGeneratorType,
    **{one.__name__: one for one in (enumerate, filter, map, reversed, zip)},
}
#: Whose exceptions skip or end a test, and one that ends a training.
_OF_TESTS = {"bdb", "doctest", "unittest"}
_ENDING = {"OutOfRangeError"}
_WITHOUT = {"builtins", "abc", "numbers", "typing"}


def class_at(place: Any) -> type | None:
    """Return the class that a module of a library defines under a name.

    Args:
        place: Module and name from the student's process, a list. Nothing is imported.
    """
    found = _found(place)
    return None if found is None or _is_model(found) else found


def is_model_at(place: Any) -> bool:
    """Say whether the class under such a name is one of Keras's models."""
    found = _found(place)
    return found is not None and _is_model(found)


def _found(place: Any) -> type | None:
    return _class_at(*place) if _is_place(place) else None


def _is_place(place: Any) -> bool:
    return type(place) is list and [type(one) for one in place] == [str, str]


def exception_at(place: Any) -> type[Exception] | None:
    """Return the exception class that a module of a library defines under a name.

    None of those by which a test says how it went itself.

    Args:
        place: As of `class_at`.
    """
    if not _is_place(place) or place[0].partition(".")[0] in _OF_TESTS:
        return None
    found = _defined(*place, frozenset({*_LIBRARIES, "numpy"}))
    if found is None or not issubclass(found, Exception):
        return None
    ends = issubclass(found, AssertionError) or found.__name__ in _ENDING
    return None if ends else found


@functools.lru_cache(maxsize=1024)
def _class_at(module: str, name: str) -> type | None:
    if module == "builtins":
        return _BUILTIN.get(name)
    found = _defined(module, name, _LIBRARIES)
    if found is None or issubclass(found, BaseException | type):
        return None
    return found


def _defined(module: str, name: str, libraries: frozenset[str]) -> type | None:
    package = module.partition(".")[0]
    if package in _WITHOUT or package not in libraries | sys.stdlib_module_names:
        return None
    found: Any = sys.modules.get(module)
    for part in name.split("."):
        found = getattr(found, "__dict__", {}).get(part)
    is_one = isinstance(found, type) and found.__module__ == module
    return found if is_one else None


def _is_model(kind: type) -> bool:
    """Whether a class is one of models.

    A test that trains or asks a model relies on it; such a one is rebuilt, see
    `models`, or none.
    """
    keras = sys.modules.get("keras")
    return keras is not None and issubclass(kind, keras.Model)
