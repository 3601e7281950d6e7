"""Random generators of the student's process, seeded as the test has seeded its own.

What goes over, and when, is decided in `seeds`, on the examiner's side.
"""

import contextlib
import importlib
import random
import sys
from typing import Any


@contextlib.contextmanager
def kept() -> Any:
    """Draw nothing from generators that the student's code would miss."""
    state = random.getstate()
    numpy = sys.modules.get("numpy")
    old = None if numpy is None else numpy.random.get_state(legacy=False)
    try:
        yield
    finally:
        random.setstate(state)
        if numpy is not None:
            numpy.random.set_state(old)


def _seed_keras(seed: int) -> None:
    keras = sys.modules.get("keras")
    if keras is not None:
        with kept():
            keras.utils.set_random_seed(seed)


def _seed_tensorflow(state: list[Any]) -> None:
    tensorflow = sys.modules.get("tensorflow")
    if tensorflow is not None:
        tensorflow.random.set_seed(state[0])
        context = sys.modules.get("tensorflow.python.eager.context")
        with contextlib.suppress(AttributeError):  # not a public name
            context._context._rng.setstate(state[1])  # type: ignore[union-attr]


def _seed_numpy(state: list[Any]) -> None:
    numpy = importlib.import_module("numpy")
    key, position, has_gauss, gauss = state
    key = numpy.frombuffer(key, dtype=numpy.uint32)
    numpy.random.set_state(("MT19937", key, position, has_gauss, gauss))


#: In an order in which none undoes what another has done.
SEEDERS = {
    "keras": _seed_keras,
    "tensorflow": _seed_tensorflow,
    "numpy": _seed_numpy,
    "random": random.setstate,
}
