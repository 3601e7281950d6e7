"""Changes that a call made to its arguments, carried into the test's own objects.

In a notebook the student's function works on the very array that the test passed, so a
test can see that it was changed. Here it works on a copy, and what has changed comes
back: into the same objects where their kind and shape allow, so that a view, or a
list inside a dictionary, changes as it would have.
"""

from __future__ import annotations

import collections
import sys
from typing import Any

from autograder.examiner.handles import Handle


def write_back(original: Any, content: Any) -> None:
    """Make `original` hold what the student's copy holds after the call.

    Args:
        original: What the test passed.
        content: The same after the call; for a Keras model its weights, for a NumPy
            generator its state.

    Raises:
        TypeError, ValueError: If it cannot be followed: the array has another shape.
    """
    if isinstance(original, Handle):
        return  # it never left the student's process
    numpy = sys.modules.get("numpy")
    if hasattr(original, "set_weights"):
        original.set_weights(content)
    elif numpy is not None and isinstance(original, numpy.random.Generator):
        original.bit_generator.state = content
    else:
        _restore(original, content)


def _restore(original: Any, content: Any) -> Any:
    """Return what stands for `content`: `original` itself wherever it can hold it."""
    numpy = sys.modules.get("numpy")
    kind = type(original)
    if isinstance(original, Handle):
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
    elif kind in (list, collections.deque):
        old = list(original)
        merged = [
            _restore(old[index], entry) if index < len(old) else entry
            for index, entry in enumerate(content)
        ]
        original.clear()
        original.extend(merged)
    elif kind in (dict, collections.OrderedDict, collections.defaultdict):
        merged = {
            key: _restore(original[key], entry) if key in original else entry
            for key, entry in dict.items(content)
        }
        original.clear()
        original.update(merged)
    elif kind in (set, collections.Counter):
        original.clear()
        original.update(content)
    elif kind is tuple and len(original) == len(content):
        restored = tuple(map(_restore, original, content))
        same = all(a is b for a, b in zip(original, restored, strict=True))
        return original if same else restored
    else:
        return content
    return original
