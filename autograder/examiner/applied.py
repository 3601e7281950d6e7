"""Functions of Python's library that look into an object, for objects of the student's.

They run where the object is. What they say there is the student's word, as what an
attribute says is.
"""

from __future__ import annotations

import abc
import dataclasses
import functools
from collections.abc import Callable
from typing import Any

from autograder.examiner.handles import Handle, applied, derives

_FUNCTIONS = ("asdict", "astuple", "fields", "is_dataclass", "replace")


def offer_functions() -> None:
    """Have `dataclasses` and abstract classes look into the student's objects."""
    for name in _FUNCTIONS:
        original = getattr(dataclasses, name)
        if not hasattr(original, "knows_handles"):
            setattr(dataclasses, name, _knowing(original))
    if not hasattr(abc.ABCMeta.__subclasscheck__, "knows_handles"):
        check = _knowing_classes(abc.ABCMeta.__subclasscheck__)
        abc.ABCMeta.__subclasscheck__ = check  # type: ignore[method-assign]


def _knowing(original: Callable[..., Any]) -> Callable[..., Any]:
    @functools.wraps(original)
    def function(*args: Any, **kwargs: Any) -> Any:
        if args and isinstance(args[0], Handle):
            return applied(function, *args, **kwargs)
        return original(*args, **kwargs)

    function.knows_handles = True  # type: ignore[attr-defined]
    return function


def _knowing_classes(original: Callable[..., bool]) -> Callable[..., bool]:
    @functools.wraps(original)
    def check(kind: Any, other: Any) -> bool:
        if isinstance(other, Handle):
            return derives(other, kind)
        return original(kind, other)

    check.knows_handles = True  # type: ignore[attr-defined]
    return check
