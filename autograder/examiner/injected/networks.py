"""Keras's models, their parts, and datasets, as the two processes tell of them.

In the student's process the agent describes and rebuilds with it. How the examiner
rebuilds, under rules, is in its `models`, `parts` and `datasets`.
"""

import importlib
import itertools
import sys
from typing import Any

from . import wire


def is_model(value: Any) -> bool:
    """Say whether a value is a model of Keras's own classes that has its weights."""
    keras = sys.modules.get("keras")
    if keras is None:
        return False
    functional = getattr(getattr(keras, "src", None), "models", None)
    kinds = (keras.Sequential, keras.Model, getattr(functional, "Functional", None))
    return type(value) in kinds and bool(getattr(value, "built", False))


def is_new_part(value: Any) -> bool:
    """Say whether a value is an object of Keras's own that holds no state."""
    keras = sys.modules.get("keras")
    if keras is None or not type(value).__module__.startswith("keras."):
        return False
    if isinstance(value, keras.layers.Layer | keras.optimizers.Optimizer):
        return not value.built and not isinstance(value, keras.Model)
    return isinstance(
        value,
        keras.losses.Loss
        | keras.optimizers.schedules.LearningRateSchedule
        | keras.initializers.Initializer
        | keras.regularizers.Regularizer
        | keras.constraints.Constraint,
    )


def model_state(model: Any) -> list[Any]:
    """Class and configuration of a Keras model, and its `model_content`."""
    return [type(model).__name__, model.get_config(), *model_content(model)]


def model_content(model: Any) -> list[Any]:
    """What may change of a Keras model.

    Returns:
        Its weights, what it is compiled with or None, and which layers are trained.
    """
    trained = [bool(layer.trainable) for layer in model.layers]
    return [list(model.get_weights()), compiled_with(model), trained]


def compiled_with(model: Any) -> Any:
    """Return what a Keras model is compiled with, None if that cannot be written."""
    if not getattr(model, "compiled", False):
        return None
    try:
        compiled = model.get_compile_config()
        wire.Encoder(_refuse).encode(compiled)
    except Exception:
        return None
    return compiled


def _refuse(_: Any) -> Any:
    raise wire.WireError("not plain")


def make_model(
    name: str, config: Any, weights: list[Any], compiled: Any, trainable: list[bool]
) -> Any:
    """Build a model from its `model_state`."""
    keras = importlib.import_module("keras")
    kind = keras.Sequential if name == "Sequential" else keras.Model
    model = kind.from_config(config)
    model.set_weights(weights)
    for layer, is_trainable in zip(model.layers, trainable, strict=True):
        layer.trainable = is_trainable
    if compiled:
        model.compile_from_config(compiled)
    return model


def is_symbol(value: Any) -> bool:
    """Say whether a value is what Keras's functional models are built with."""
    keras = sys.modules.get("keras")
    return keras is not None and isinstance(value, keras.KerasTensor)


def leading_to(symbol: Any, starts: dict[int, Any]) -> list[Any]:
    """Return what leads from some symbols of a functional model to another one.

    Args:
        symbol: Where it ends.
        starts: Where it may begin, by number.

    Returns:
        The state of a model, and the numbers of those at which it begins.
    """
    keras = importlib.import_module("keras")
    known = {id(one): number for number, one in starts.items()}
    found, waiting, seen = [], [symbol], set()
    while waiting:
        one = waiting.pop()
        if id(one) in seen:
            continue
        seen.add(id(one))
        if id(one) in known:
            found.append(known[id(one)])
            continue
        history = one._keras_history
        node = history.operation._inbound_nodes[history.node_index]
        waiting.extend(node.input_tensors)
    found.sort()
    model = keras.Model([starts[number] for number in found], symbol)
    return [model_state(model), found]


def is_dataset(value: Any) -> bool:
    """Say whether a value is one of TensorFlow's datasets, of tensors."""
    tensorflow = sys.modules.get("tensorflow")
    kind = getattr(getattr(tensorflow, "data", None), "Dataset", None)
    is_one = kind is not None and isinstance(value, kind)
    return is_one and structure_of(value) is not None


def structure_of(dataset: Any) -> list[Any] | None:
    """Return what the elements of one of TensorFlow's datasets are like.

    Returns:
        A nested structure of numbers in the place of tensors, and shape and type for
        each; None if there are other things than tensors in it.
    """
    tensorflow = importlib.import_module("tensorflow")
    specs = tensorflow.nest.flatten(dataset.element_spec)
    if not all(isinstance(one, tensorflow.TensorSpec) for one in specs):
        return None
    numbers = tensorflow.nest.pack_sequence_as(dataset.element_spec, range(len(specs)))
    shapes = [
        [None if one.shape.rank is None else one.shape.as_list(), one.dtype.name]
        for one in specs
    ]
    return [numbers, shapes]


def signature_of(structure: Any, shapes: list[Any]) -> Any:
    """Return a structure like that of elements, of what TensorFlow calls their spec."""
    tensorflow = importlib.import_module("tensorflow")
    specs = [tensorflow.TensorSpec(*one) for one in shapes]
    order = tensorflow.nest.flatten(structure)
    return tensorflow.nest.pack_sequence_as(structure, [specs[n] for n in order])


def make_dataset(
    structure: Any, shapes: list[Any], count: int, columns: list[Any]
) -> Any:
    """Make a dataset of the elements that one of the test's gave."""
    tensorflow = importlib.import_module("tensorflow")
    nest = tensorflow.nest
    order = nest.flatten(structure)

    def elements() -> Any:
        parts = [_column(*columns[number]) for number in order]
        for row in zip(*parts, strict=True):
            yield nest.pack_sequence_as(structure, row)

    made = tensorflow.data.Dataset.from_generator(
        elements, output_signature=signature_of(structure, shapes)
    )
    return made.apply(tensorflow.data.experimental.assert_cardinality(count))


def _column(how: str, values: Any, lengths: Any = None) -> Any:
    if how == "apart" or lengths is None:
        return iter(values)
    ends = list(itertools.accumulate(lengths))
    pairs = zip(ends, lengths, strict=True)
    return (values[end - length : end] for end, length in pairs)


def update_model(
    model: Any, weights: list[Any], compiled: Any, trained: list[bool]
) -> None:
    """Give a model what a `model_content` says, as far as it is not so already."""
    import numpy

    mine = model.get_weights()
    if len(mine) != len(weights) or any(
        a.shape != b.shape or not numpy.array_equal(a, b, equal_nan=True)
        for a, b in zip(mine, weights, strict=True)
    ):
        model.set_weights(weights)
    for layer, is_trained in zip(model.layers, trained, strict=True):
        if layer.trainable != is_trained:
            layer.trainable = is_trained
    if compiled is not None and compiled != compiled_with(model):
        model.compile_from_config(compiled)
