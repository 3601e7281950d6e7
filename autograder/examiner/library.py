"""Classes of libraries, by the names that the student's process gives for them."""

from __future__ import annotations

import functools
import sys
import types
from typing import Any

#: Libraries besides Python's own.
_LIBRARIES = {"keras", "tensorflow"}
#: Of Python's built-in classes those that hold no value: a number, text or list of the
#: student's own class is none that a test could compare.
_BUILTIN = {
    "generator": types.GeneratorType,
    "coroutine": types.CoroutineType,
    "async_generator": types.AsyncGeneratorType,
    **{one.__name__: one for one in (enumerate, filter, map, reversed, zip)},
}
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
    if type(place) is not list or [type(one) for one in place] != [str, str]:
        return None
    return _class_at(*place)


@functools.lru_cache(maxsize=1024)
def _class_at(module: str, name: str) -> type | None:
    if module == "builtins":
        return _BUILTIN.get(name)
    package = module.partition(".")[0]
    if package in _WITHOUT or package not in _LIBRARIES | sys.stdlib_module_names:
        return None
    found: Any = sys.modules.get(module)
    for part in name.split("."):
        found = getattr(found, "__dict__", {}).get(part)
    if not isinstance(found, type) or found.__module__ != module:
        return None
    return None if issubclass(found, BaseException | type) else found


def _is_model(kind: type) -> bool:
    """Whether a class is one of models.

    A test that trains or asks a model relies on it; such a one is rebuilt, see
    `models`, or none.
    """
    keras = sys.modules.get("keras")
    return keras is not None and issubclass(kind, keras.Model)
