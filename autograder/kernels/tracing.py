"""Keras's training functions are traced once where networks are graded, not twice.

Keras makes the optimizer's variables, and those of metrics such as `"accuracy"`, while
TensorFlow traces the first training step. A trace in which variables are made cannot
be used again: TensorFlow traces the step a second time, and runs a function of its own
that sets the variables. For the networks that tests train, that is a quarter of the
time of a short training. Here the variables are made before the trace, as Keras itself
does below a distribution strategy; weights and losses are the same to the last bit.

Only for what is certain to come out the same: sequential and functional models with one
output that are built, optimizers of Keras's own. Anything else is left to Keras.
"""

from __future__ import annotations

import contextlib
import functools
import sys
from typing import Any


def trace_once() -> None:
    """Have it so in this process and its forks, if Keras uses TensorFlow here."""
    keras = sys.modules.get("keras")
    if keras is None or keras.backend.backend() != "tensorflow":
        return
    from keras.src.backend.tensorflow.trainer import TensorFlowTrainer

    wanted = {
        "_maybe_symbolic_build": _make_metrics,
        "make_train_function": _make_optimizer,
    }
    for name, first in wanted.items():
        method = getattr(TensorFlowTrainer, name)
        if not hasattr(method, "__wrapped__"):
            setattr(TensorFlowTrainer, name, _after(first, method))


def _after(first: Any, method: Any) -> Any:
    @functools.wraps(method)
    def both(self: Any, *arguments: Any, **options: Any) -> Any:
        if _is_plain(self):
            first(self, **options)
        return method(self, *arguments, **options)

    return both


def _is_plain(model: Any) -> bool:
    from keras.src.models.functional import Functional
    from keras.src.models.sequential import Sequential

    return (
        type(model) in (Functional, Sequential)
        and model.built
        and model.compiled
        and len(model.outputs) == 1
        and not model.run_eagerly
        and model._distribute_strategy is None
    )


def _make_optimizer(model: Any, **_: Any) -> None:
    """Make the optimizer's variables; called when a training is about to begin."""
    from keras.src import backend

    optimizer = model.optimizer
    if (
        optimizer is not None
        and not optimizer.built
        and type(optimizer).__module__.startswith("keras.")
        and model.trainable_weights
    ):
        with backend.name_scope(optimizer.name, caller=optimizer):
            optimizer.build(model.trainable_weights)


def _make_metrics(model: Any, iterator: Any = None, **_: Any) -> None:
    """Make the metrics for the shapes of the targets in the data; reads none of it."""
    import tensorflow as tf
    from keras.src import backend

    metrics = model._compile_metrics
    if iterator is None or metrics is None or metrics.built:
        return
    shapes = iterator._distributed_dataset.element_spec
    targets = shapes[1] if type(shapes) is tuple and len(shapes) > 1 else None
    if isinstance(targets, tf.TensorSpec) and targets.shape.rank is not None:
        like = backend.KerasTensor(tuple(targets.shape), targets.dtype.name)
        with contextlib.suppress(Exception):  # Keras will say it better
            metrics.build(like, model.outputs[0])
