"""The random generators that a test seeds, for the student's process to follow.

In a notebook a test and the answer draw from the same generators: that of `random`,
NumPy's old one, TensorFlow's and Keras's. Here each process has its own, so a state
that the test has seeded goes over before the student's code runs.

It goes over only if this very cell seeded it: the state of a generator that nobody
seeded tells which numbers a test has drawn. What the student's code draws does not come
back; a test that goes on drawing does so where it stopped itself.
"""

from __future__ import annotations

import contextlib
import functools
import itertools
import random
import sys
from collections.abc import Callable, Iterator
from importlib.machinery import PathFinder
from typing import Any

_set_random_state = random.setstate
_counter = itertools.count()
#: By library, which seeding of this process the state comes from.
_seeded: dict[str, int] = {}
#: Libraries whose seeding is noted.
_watched: set[str] = set()


class Seeds:
    """What the cell that runs has seeded, and what of it the other process knows."""

    def __init__(self) -> None:
        self._sent: dict[str, Any] = {}
        self._tensorflow: Any = None
        self.begin_cell()

    def begin_cell(self) -> None:
        """Forget what cells before have seeded."""
        _watch()
        _seeded.clear()
        self._sent.clear()
        self._tensorflow = _tensorflow_generator()

    def news(self) -> dict[str, Any]:
        """Return seeds and states, by library, that the other process has to take."""
        found = self._tensorflow_news()
        for name, read in (("numpy", _numpy_state), ("random", random.getstate)):
            if name not in _seeded:
                continue
            now = _seeded[name], read()
            if now != self._sent.get(name) and now[1] is not None:
                self._sent[name] = now
                found[name] = now[1]
        return found

    def _tensorflow_news(self) -> dict[str, Any]:
        generator = _tensorflow_generator()
        if generator is self._tensorflow:
            return {}
        self._tensorflow = generator
        seed = getattr(_tensorflow_context(), "_seed", None)
        if generator is None or seed is None:
            return {}
        found = {"tensorflow": [int(seed), generator.getstate()]}
        keras = sys.modules.get("keras.src.utils.rng_utils")
        read = getattr(keras, "get_random_seed", None)
        if read is not None and read() == seed:
            found["keras"] = int(seed)
        return found


@contextlib.contextmanager
def kept() -> Iterator[None]:
    """Draw nothing from `random` that the test would miss, as a Keras layer does."""
    state = random.getstate()
    try:
        yield
    finally:
        _set_random_state(state)


def _watch() -> None:
    """Note from now on what is seeded, in NumPy as soon as it is there."""
    if _watched:
        return
    _watch_module("random", random, "seed", "setstate")
    numpy_random = sys.modules.get("numpy.random")
    if numpy_random is None:
        sys.meta_path.insert(0, _NumpyFinder())
    else:
        _watch_module("numpy", numpy_random, "seed", "set_state")


def _watch_module(name: str, module: Any, seed: str, restore: str) -> None:
    _watched.add(name)
    for function, is_seed in ((seed, True), (restore, False)):
        original = getattr(module, function)
        setattr(module, function, _noting(original, name, module, is_seed))


class _NumpyFinder:
    """Finds `numpy.random` where it is, which NumPy imports when it is first used."""

    def find_spec(self, name: str, path: Any = None, target: Any = None) -> Any:
        """Return how to import it, None for any other module."""
        spec = None
        if name == "numpy.random":
            spec = PathFinder.find_spec(name, path, target)
        if spec is None or spec.loader is None:
            return None
        run = spec.loader.exec_module

        def exec_module(module: Any) -> None:
            run(module)
            _watch_module("numpy", module, "seed", "set_state")

        spec.loader.exec_module = exec_module  # type: ignore[method-assign]
        return spec


def _noting(
    original: Callable[..., Any], name: str, module: Any, is_seed: bool
) -> Callable[..., Any]:
    """Wrap a function that seeds a generator, or that puts back a state of it.

    The state that is put back may be one that nobody seeded.
    """

    @functools.wraps(original)
    def change(*args: Any, **kwargs: Any) -> Any:
        result = original(*args, **kwargs)
        given = next(iter([*args, *kwargs.values()]), None)
        if is_seed and given is not None:
            _seeded[name] = next(_counter)
        else:
            _seeded.pop(name, None)
        return result

    change.__module__ = module.__name__
    change.__qualname__ = change.__name__
    return change


def _numpy_state() -> Any:
    """Return the state of NumPy's old generator, None if it is of another kind."""
    state = sys.modules["numpy"].random.get_state(legacy=False)
    if state.get("bit_generator") != "MT19937":
        return None
    inner = state["state"]
    return [
        inner["key"].tobytes(),
        int(inner["pos"]),
        int(state["has_gauss"]),
        float(state["gauss"]),
    ]


def _tensorflow_context() -> Any:
    module = sys.modules.get("tensorflow.python.eager.context")
    return getattr(module, "_context", None)


def _tensorflow_generator() -> Any:
    """Return what TensorFlow draws seeds from: another object after each seeding."""
    return getattr(_tensorflow_context(), "_rng", None)
