"""Changes that a call made to its arguments, carried into the test's own objects.

In a notebook the student's function works on the very array that the test passed, so a
test can see that it was changed. Here it works on a copy, and what has changed comes
back: into the same objects where their kind and shape allow, so that a view, or a
list inside a dictionary, changes as it would have.

That holds until the test cell is done. Then data from before the cell are put back as
they were, so that no answer changes what a later test works with.
"""

from __future__ import annotations

import collections
import contextlib
import gc
import sys
import types
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any

from autograder.examiner import models
from autograder.examiner.handles import Handle
from autograder.examiner.injected.attributes import fields_of, set_fields

#: Objects that are looked through for data from before a cell.
_MOST_OBJECTS = 200_000
_LISTS = (list, collections.deque)
_DICTIONARIES = (dict, collections.OrderedDict, collections.defaultdict)
_SETS = (set, collections.Counter)
_LEAVES = (type(None), bool, int, float, complex, str, bytes, type, types.ModuleType)


class EarlierData:
    """What a test cell found in place, to be put back when it is done."""

    def __init__(self) -> None:
        self.begin_cell(None)

    def begin_cell(self, values: Iterable[Any] | None) -> None:
        """Take note of what is there.

        Args:
            values: Of the grader's names, before the cell runs; None where changes
                are to stay, in a cell that is no test.
        """
        self._is_watching = values is not None
        self._values = list(values or ())
        self._found: dict[int, Any] | None = None
        self._kept: dict[int, Any] = {}
        self._restorers: list[Callable[[], Any]] = []

    def keep(self, original: Any) -> None:
        """Remember an argument, and all in it that may change, as it is now."""
        waiting = [original] if self._is_watching else []
        seen: set[int] = set()
        while waiting:
            value = waiting.pop()
            if id(value) in seen or isinstance(value, _LEAVES):
                continue
            seen.add(id(value))
            if type(value) in (tuple, *_LISTS):
                waiting.extend(value)
            elif type(value) in _DICTIONARIES:
                waiting.extend(value.values())
            elif _is_bare(value):
                waiting.extend(fields_of(value).values())
            owner = _owner(value)
            if id(owner) not in self._kept and self._is_earlier(owner):
                restorer = _restorer(owner)
                if restorer is not None:
                    self._kept[id(owner)] = owner
                    self._restorers.append(restorer)

    def end_cell(self) -> bool:
        """Put everything back; whether all of it could be."""
        is_whole = True
        for restore in reversed(self._restorers):
            try:
                restore()
            except Exception:
                is_whole = False
        self.begin_cell(None)
        return is_whole

    def _is_earlier(self, value: Any) -> bool:
        if self._found is None:
            self._found = _reachable(self._values)
        return id(value) in self._found or len(self._found) >= _MOST_OBJECTS


def write_back(original: Any, content: Any) -> None:
    """Make `original` hold what the student's copy holds after the call.

    Args:
        original: What the test passed.
        content: The same after the call; of a Keras model what may change, of a NumPy
            generator the state.

    Raises:
        TypeError, ValueError, models.ModelRefused: If it cannot be followed: the array
            has another shape.
    """
    if isinstance(original, Handle) or original is content:
        return  # it never left the student's process, or has been written to
    numpy = sys.modules.get("numpy")
    if hasattr(original, "set_weights"):
        models.update(original, content)
    elif numpy is not None and isinstance(original, numpy.random.Generator):
        original.bit_generator.state = content
    elif numpy is not None and isinstance(original, numpy.random.RandomState):
        original.set_state(content)
    else:
        _restore(original, content)


def write_fields(original: Any, fields: dict[str, Any]) -> None:
    """Make an object of a class of the lesson hold these attributes."""
    old = fields_of(original)
    merged = {
        name: _restore(old[name], one) if name in old else one
        for name, one in fields.items()
    }
    set_fields(original, merged)


def _restore(original: Any, content: Any) -> Any:
    """Return what stands for `content`: `original` itself wherever it can hold it."""
    numpy = sys.modules.get("numpy")
    kind = type(original)
    if isinstance(original, Handle) or original is content:
        return content
    if kind is not type(content):
        if hasattr(original, "assign"):
            original.assign(content)
            return original
        return content
    if numpy is not None and kind is numpy.ndarray:
        if original.shape != content.shape or original.dtype != content.dtype:
            original.resize(content.shape)
        if original.flags.writeable:
            original[...] = content
    elif hasattr(original, "assign"):
        original.assign(content)
    elif kind in _LISTS:
        old = list(original)
        merged = [
            _restore(old[index], entry) if index < len(old) else entry
            for index, entry in enumerate(content)
        ]
        original.clear()
        original.extend(merged)
    elif kind in _DICTIONARIES:
        merged = {
            key: _restore(original[key], entry) if key in original else entry
            for key, entry in dict.items(content)
        }
        original.clear()
        original.update(merged)
    elif kind in _SETS:
        original.clear()
        original.update(content)
    elif kind is tuple and len(original) == len(content):
        restored = tuple(map(_restore, original, content))
        same = all(a is b for a, b in zip(original, restored, strict=True))
        return original if same else restored
    else:
        return content
    return original


def _is_array(value: Any) -> bool:
    numpy = sys.modules.get("numpy")
    return numpy is not None and isinstance(value, numpy.ndarray)


def _is_of_keras(value: Any) -> bool:
    return type(value).__module__.startswith(("tensorflow.", "keras."))


def _owner(value: Any) -> Any:
    """Return the array of which a value is a view, or else the value itself."""
    while _is_array(value) and _is_array(value.base) and value.base.flags.writeable:
        value = value.base
    return value


def _restorer(value: Any) -> Callable[[], Any] | None:
    """Return what puts back the present state of one object, without its parts."""
    numpy = sys.modules.get("numpy")
    kind = type(value)
    if _is_array(value):
        may_change = value.size and value.flags.writeable
        return partial(numpy.copyto, value, value.copy()) if may_change else None
    if hasattr(value, "set_weights"):
        return partial(models.update, value, models.model_content(value))
    if numpy is not None and isinstance(value, numpy.random.Generator):
        return partial(setattr, value.bit_generator, "state", value.bit_generator.state)
    if numpy is not None and isinstance(value, numpy.random.RandomState):
        return partial(value.set_state, value.get_state(legacy=False))
    if _is_of_keras(value) and hasattr(value, "assign"):
        return partial(value.assign, numpy.array(value.numpy()))
    if kind in _LISTS:
        return partial(_refill, value, value.extend, list(value))
    if kind in (*_DICTIONARIES, *_SETS):
        return partial(_refill, value, value.update, value.copy())
    if _is_bare(value):
        return partial(set_fields, value, fields_of(value))
    return None


def _is_bare(value: Any) -> bool:
    """Whether a value is an object of a class that the grader's cells define."""
    return type(value).__module__ == "__main__" and not isinstance(value, Handle)


def _refill(container: Any, fill: Callable[[Any], None], content: Any) -> None:
    container.clear()
    fill(content)


def _reachable(values: list[Any]) -> dict[int, Any]:
    """Return, by their ids, the objects that can be got at from these."""
    found: dict[int, Any] = {}
    waiting = list(values)
    while waiting and len(found) < _MOST_OBJECTS:
        value = waiting.pop()
        if id(value) not in found and not isinstance(value, _LEAVES):
            found[id(value)] = value
            with contextlib.suppress(Exception):
                waiting.extend(_parts(value))
    return found


def _parts(value: Any) -> Iterator[Any]:
    if isinstance(value, Handle) or type(value).__module__.startswith("autograder."):
        return
    if _is_array(value):
        yield value.base
        if value.dtype.kind == "O":
            yield from value.flat
    elif hasattr(value, "set_weights"):
        yield from value.weights
    elif _is_of_keras(value):
        yield getattr(value, "value", None)
    elif isinstance(value, types.FunctionType):  # not the names around it
        for cell in value.__closure__ or ():
            yield cell.cell_contents
        yield from (value.__defaults__, value.__kwdefaults__, value.__dict__)
    else:
        yield from gc.get_referents(value)
