"""What an answer shares with the arguments it was given, or within itself.

An answer crosses as a copy. In a notebook it may hold a row of the very list that the
test passed, or the same row three times, and a test that changes one of them sees that.
The agent says where; the examiner puts its own objects there.
"""

import collections
import sys
from typing import Any

#: Objects that are looked at; a larger answer is taken as it comes.
MOST_OBJECTS = 20_000
MOST_LINKS = 1_000
_LISTS = (list, collections.deque)
_PARENTS = (tuple, *_LISTS, dict)


def find(answer: Any, arguments: dict[Any, Any]) -> list[list[Any]]:
    """Return where an answer holds what is elsewhere, too.

    Args:
        answer: What a function returned.
        arguments: What it was called with, by position or name.

    Returns:
        Pairs: where in the answer, as steps into it, and what is there:
        `["argument", name, steps]`, `["answer", steps]` or, for an array,
        `["view", name, steps, offset, shape, strides]`.
    """
    if not isinstance(answer, _PARENTS) and not _is_array(answer):
        return []
    places: dict[int, list[Any]] = {}
    arrays: list[tuple[Any, list[Any]]] = []
    left = MOST_OBJECTS
    for name, argument in arguments.items():
        for value, steps in _walk(argument):
            left -= 1
            if left < 0:
                return []
            places.setdefault(id(value), ["argument", name, steps])
            if _is_array(value):
                arrays.append((value, [name, steps]))
    found: list[list[Any]] = []
    walk = _walk(answer)
    seen: set[int] = set()
    for value, steps in walk:
        left -= 1
        if left < 0 or len(found) >= MOST_LINKS:
            return []
        target = places.get(id(value)) or _view(value, arrays)
        if target is None:
            places[id(value)] = ["answer", steps]
            seen.add(id(value))
        elif steps or target[0] == "view":
            found.append([steps, target])
    return found


def apply(answer: Any, links: Any, arguments: dict[Any, Any]) -> Any:
    """Return an answer with what it shares put into it.

    Args:
        answer: The copy that came over.
        links: As from `find`.
        arguments: The test's own, as they are after the call.

    Raises:
        Exception: If the links are none.
    """
    if type(links) is not list or len(links) > MOST_LINKS:
        raise ValueError("links that are none")
    for steps, target in links:
        kind, *details = target
        if kind == "argument":
            name, there = details
            shared = _at(arguments[name], there)
        elif kind == "answer":
            shared = _at(answer, details[0])
        elif kind == "view":
            name, there, *layout = details
            shared = _view_of(_at(arguments[name], there), *layout)
        else:
            raise ValueError("a link of no kind")
        here = _at(answer, steps)
        if type(here) is not type(shared) or not _may_be_shared(here):
            raise ValueError("a link to something else")
        answer = _put(answer, list(steps), shared)
    return answer


def _may_be_shared(value: Any) -> bool:
    return type(value) in (*_LISTS, dict, set) or _is_array(value)


def _walk(value: Any) -> Any:
    """Give what may be shared in a value, with the steps to it; each object once."""
    waiting: list[tuple[Any, list[Any]]] = [(value, [])]
    opened: set[int] = set()
    while waiting:
        one, steps = waiting.pop(0) if len(waiting) < 100 else waiting.pop()
        if _may_be_shared(one):
            yield one, steps
        if type(one) not in _PARENTS or id(one) in opened or len(steps) > 40:
            continue
        opened.add(id(one))
        pairs = one.items() if type(one) is dict else enumerate(one)
        for step, part in pairs:
            if type(part) in _PARENTS or _may_be_shared(part):
                waiting.append((part, [*steps, step]))


def _is_array(value: Any) -> bool:
    numpy = sys.modules.get("numpy")
    return numpy is not None and type(value) is numpy.ndarray


def _view(value: Any, arrays: list[tuple[Any, list[Any]]]) -> list[Any] | None:
    """Return where an array lies in the memory of one of the arguments."""
    if not _is_array(value) or not value.size:
        return None
    numpy = sys.modules["numpy"]
    for array, place in arrays:
        is_plain = array.flags.c_contiguous and array.dtype == value.dtype
        if is_plain and array.dtype != object and numpy.shares_memory(value, array):
            offset = _address(value) - _address(array)
            return ["view", *place, offset, list(value.shape), list(value.strides)]
    return None


def _address(array: Any) -> int:
    return int(array.__array_interface__["data"][0])


def _view_of(array: Any, offset: Any, shape: Any, strides: Any) -> Any:
    numpy = sys.modules["numpy"]
    numbers = [offset, *shape, *strides]
    if not _is_array(array) or not all(type(one) is int for one in numbers):
        raise ValueError("a view that is none")
    if not array.flags.c_contiguous or array.dtype.hasobject:
        raise ValueError("a view that is none")
    # NumPy refuses what does not lie within the array.
    return numpy.ndarray(tuple(shape), array.dtype, array, offset, tuple(strides))


def _at(value: Any, steps: list[Any]) -> Any:
    for step in steps:
        if type(value) not in _PARENTS:
            raise ValueError("steps to nowhere")
        value = value[step]
    return value


def _put(value: Any, steps: list[Any], shared: Any) -> Any:
    """Return a value with another object at a place in it."""
    if not steps:
        return shared
    part = _put(value[steps[0]], steps[1:], shared)
    if type(value) is tuple:
        return tuple(part if n == steps[0] else one for n, one in enumerate(value))
    value[steps[0]] = part
    return value
