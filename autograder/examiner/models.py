"""Keras models that cross between the processes without code.

A model made of Keras's own layers is its configuration, plain nested dictionaries, and
its weights, arrays. The examiner rebuilds one from the student's process only if every
class that the configuration names is in the lists here: layers that only compute, no
`Lambda`, nothing that reads files, no class of another module. The memory for weights
is taken only up to what the student's process has sent of them.
"""

from __future__ import annotations

import contextlib
import re
import sys
import weakref
from collections.abc import Iterator
from typing import Any

from autograder.examiner.injected.networks import (
    compiled_with,
    model_content,
    model_state,
)

_MODELS = {"Sequential", "Functional", "Model"}
_LAYERS = frozenset(
    [
        "Activation",
        "ActivityRegularization",
        "Add",
        "AdditiveAttention",
        "AlphaDropout",
        "Attention",
        "Average",
        "AveragePooling1D",
        "AveragePooling2D",
        "AveragePooling3D",
        "BatchNormalization",
        "Bidirectional",
        "CategoryEncoding",
        "CenterCrop",
        "Concatenate",
        "Conv1D",
        "Conv1DTranspose",
        "Conv2D",
        "Conv2DTranspose",
        "Conv3D",
        "Conv3DTranspose",
        "ConvLSTM1D",
        "ConvLSTM2D",
        "ConvLSTM3D",
        "Cropping1D",
        "Cropping2D",
        "Cropping3D",
        "Dense",
        "DepthwiseConv1D",
        "DepthwiseConv2D",
        "Dot",
        "Dropout",
        "ELU",
        "EinsumDense",
        "Embedding",
        "Flatten",
        "GRU",
        "GRUCell",
        "GaussianDropout",
        "GaussianNoise",
        "GlobalAveragePooling1D",
        "GlobalAveragePooling2D",
        "GlobalAveragePooling3D",
        "GlobalMaxPooling1D",
        "GlobalMaxPooling2D",
        "GlobalMaxPooling3D",
        "GroupNormalization",
        "GroupQueryAttention",
        "Identity",
        "InputLayer",
        "LSTM",
        "LSTMCell",
        "LayerNormalization",
        "LeakyReLU",
        "Masking",
        "MaxPooling1D",
        "MaxPooling2D",
        "MaxPooling3D",
        "Maximum",
        "Minimum",
        "MultiHeadAttention",
        "Multiply",
        "Normalization",
        "PReLU",
        "Permute",
        "RMSNormalization",
        "RNN",
        "RandomBrightness",
        "RandomContrast",
        "RandomCrop",
        "RandomFlip",
        "RandomRotation",
        "RandomTranslation",
        "RandomZoom",
        "ReLU",
        "RepeatVector",
        "Rescaling",
        "Reshape",
        "Resizing",
        "SeparableConv1D",
        "SeparableConv2D",
        "SimpleRNN",
        "SimpleRNNCell",
        "Softmax",
        "SpatialDropout1D",
        "SpatialDropout2D",
        "SpatialDropout3D",
        "SpectralNormalization",
        "StackedRNNCells",
        "Subtract",
        "ThresholdedReLU",
        "TimeDistributed",
        "UnitNormalization",
        "UpSampling1D",
        "UpSampling2D",
        "UpSampling3D",
        "ZeroPadding1D",
        "ZeroPadding2D",
        "ZeroPadding3D",
    ]
)
#: What a functional model holds for `a + b`, a mask and the like: operations that
#: only compute, with results of the size of what goes in.
_OPERATIONS = frozenset(
    [
        "Abs",
        "Absolute",
        "Add",
        "Clip",
        "Concatenate",
        "Divide",
        "Equal",
        "Exp",
        "ExpandDims",
        "Greater",
        "Less",
        "Log",
        "Max",
        "Maximum",
        "Mean",
        "Min",
        "Minimum",
        "Multiply",
        "Negative",
        "NotEqual",
        "Power",
        "Reshape",
        "Sqrt",
        "Square",
        "Squeeze",
        "Stack",
        "Subtract",
        "Sum",
        "Tanh",
        "Transpose",
        "TrueDivide",
    ]
)
#: Modules of a configuration's classes; None stands for every public class of it.
_MODULES: dict[str, frozenset[str] | None] = {
    "keras": frozenset({"Sequential", "Functional", "Model", "DTypePolicy"}),
    "keras.models": frozenset(_MODELS),
    "keras.src.models.functional": frozenset({"Functional"}),
    "keras.src.models.sequential": frozenset({"Sequential"}),
    "keras.layers": _LAYERS,
    "keras.initializers": None,
    "keras.regularizers": None,
    "keras.constraints": None,
    "keras.optimizers": None,
    "keras.optimizers.schedules": None,
    "keras.losses": None,
    "keras.metrics": None,
    "keras.dtype_policies": frozenset({"DTypePolicy"}),
    "keras.activations": None,
    "keras.random": frozenset({"SeedGenerator"}),
    "keras.src.ops.numpy": _OPERATIONS,
    "keras.src.ops.nn": frozenset({"Gelu", "Relu", "Sigmoid", "Silu", "Softmax"}),
}
_PLAIN = (type(None), bool, int, float, str)
_MOST_ENTRIES = 100_000
_MOST_MODELS = 200


class ModelRefused(Exception):
    """A model cannot be rebuilt here; the test works with it through a handle."""


def is_model(value: Any) -> bool:
    """Say whether a value is a Keras model, without importing Keras."""
    keras = sys.modules.get("keras")
    return keras is not None and isinstance(value, keras.Model)


def is_layer(value: Any) -> bool:
    """Say whether a value is a Keras layer, without importing Keras."""
    keras = sys.modules.get("keras")
    return keras is not None and isinstance(value, keras.layers.Layer)


class ModelTable:
    """Which models of the two processes are the same."""

    def __init__(self) -> None:
        self._copies: dict[int, Any] = {}
        self._handles: dict[int, Any] = {}
        self._numbers: weakref.WeakKeyDictionary[Any, int] = weakref.WeakKeyDictionary()
        self._own: dict[int, Any] = {}
        self._refused: dict[int, str] = {}
        #: What the student's models were compiled with, and which layers are trained,
        #: when they came last: until that changes, the copy keeps what a test gave it.
        self._told: dict[int, Any] = {}

    def known(self, number: int) -> Any:
        """Return the copy of a student's model that was already made."""
        return self._copies.get(number)

    def refuse(self, number: int, reason: str) -> None:
        """Remember that a model stays with the student."""
        self._refused[number] = reason

    def refusal(self, number: int) -> str | None:
        """Return why a model was refused before."""
        return self._refused.get(number)

    def read(self, number: int, handle: Any, state: Any) -> Any:
        """Return this side's copy of a student's model, with its present weights."""
        if type(state) is not list or len(state) != 5:
            raise ModelRefused("its description has another form")
        known = self._copies.get(number)
        if known is not None:
            weights, *settings = state[2:]
            is_news = settings != self._told.get(number)
            self._told[number] = settings
            update(known, [weights, *(settings if is_news else (None, None))])
            return known
        if len(self._copies) >= _MOST_MODELS:
            raise ModelRefused(f"there are more than {_MOST_MODELS} models")
        model = rebuild(*state)
        self._told[number] = state[3:]
        self._copies[number] = model
        self._handles[number] = handle  # keeps the student's model alive, too
        self._numbers[model] = number
        return model

    def write(self, model: Any) -> list[Any]:
        """Return the record for a model of a test, or the copy of a student's."""
        number = self._numbers.get(model)
        if number is not None:
            return ["same model", number, model_content(model)]
        same = [own for own, known in self._own.items() if known is model]
        own = same[0] if same else len(self._own)
        self._own[own] = model
        return ["model", own, model_state(model)]

    def is_copy(self, model: Any) -> bool:
        """Say whether this is the copy of a student's model."""
        return is_model(model) and model in self._numbers

    def own(self, number: Any) -> Any:
        """Return the model of the test that has this number."""
        return self._own[number]

    def read_own(self, number: Any, content: Any) -> Any:
        """Return a model of the test that the student's code gave back."""
        model = self._own[number]
        update(model, content)
        return model


def update(model: Any, content: Any) -> None:
    """Give a model of this side what the student's process says of it.

    Args:
        model: The model.
        content: As of `networks.model_content`; None in it for what stays.

    Raises:
        ModelRefused: If anything of it is not on the lists, or does not fit. What
            comes before that is done.
    """
    if type(content) is not list or len(content) != 3:
        raise ModelRefused("its description has another form")
    weights, compiled, trained = content
    arrays = _checked_weights(weights)
    with refusing():
        model.set_weights(arrays)
        _choose_trained(model, trained)
        if compiled is not None and compiled != compiled_with(model):
            check_config(compiled)
            model.compile_from_config(compiled)


def _choose_trained(model: Any, trained: Any) -> None:
    if type(trained) is list and len(trained) == len(model.layers):
        for layer, is_trained in zip(model.layers, trained, strict=True):
            if layer.trainable != is_trained:
                layer.trainable = is_trained is True


def rebuild(name: Any, config: Any, weights: Any, compiled: Any, trainable: Any) -> Any:
    """Build a model from what a student's process sent.

    Args:
        name: Class of the model.
        config: Its configuration.
        weights: Its weights, a list of arrays.
        compiled: What it was compiled with, or None.
        trainable: For each layer, whether it is trained.

    Raises:
        ModelRefused: If anything of it is not on the lists, or does not fit.
    """
    if name not in _MODELS or type(config) is not dict:
        raise ModelRefused(f"it is a `{str(name)[:80]}`")
    arrays = _checked_weights(weights)
    check_config(config)
    check_config(compiled)
    import keras

    kind = keras.Sequential if name == "Sequential" else keras.Model
    with refusing():
        with _bounded_weights(sum(array.size for array in arrays)):
            model = kind.from_config(config)
        model.set_weights(arrays)
        _choose_trained(model, trainable)
        if compiled is not None:
            model.compile_from_config(compiled)
    return model


def continued(state: Any, symbols: list[Any]) -> Any:
    """Continue a functional model of the test's with what the student's code built.

    Args:
        state: As of `networks.model_state`, a model that begins where the test's ended.
        symbols: Where that is.

    Returns:
        The symbol at its end. The layers between have names that are free here, where
        Keras chose them.

    Raises:
        ModelRefused: As `rebuild`.
    """
    if type(state) is not list or len(state) != 5:
        raise ModelRefused("its description has another form")
    model = rebuild(*state)
    import keras

    with refusing():
        copy = keras.models.clone_model(model, clone_function=_renamed)
        copy.set_weights(model.get_weights())
        # Not the model itself: its layers, one by one, as in a notebook.
        return copy.call(symbols if len(symbols) > 1 else symbols[0])


def _renamed(layer: Any) -> Any:
    if not is_layer(layer):  # an operation, such as `+`
        return layer
    from keras.src.utils.naming import to_snake_case

    config = layer.get_config()
    usual = to_snake_case(type(layer).__name__)
    if re.fullmatch(rf"{usual}(_\d+)?", layer.name):
        config.pop("name", None)
    copy = type(layer).from_config(config)
    copy.trainable = layer.trainable
    return copy


def check_config(config: Any) -> None:
    """Refuse a configuration that names what is not on the lists.

    Raises:
        ModelRefused: With the first thing that is not.
    """
    entries = 0
    waiting = [config]
    while waiting:
        value = waiting.pop()
        entries += 1
        if entries > _MOST_ENTRIES:
            raise ModelRefused("its configuration is too long")
        if type(value) in (list, tuple):
            waiting.extend(value)
        elif type(value) is dict:
            _check_class(value)
            waiting.extend(value.values())
        elif type(value) not in _PLAIN:
            raise ModelRefused(f"its configuration holds a `{type(value).__name__}`")


def _check_class(value: dict[Any, Any]) -> None:
    if not all(type(key) is str for key in value):
        raise ModelRefused("its configuration has keys that are no text")
    if "class_name" not in value:
        if "module" in value or "registered_name" in value:
            raise ModelRefused("its configuration is incomplete")
        return
    name, module = value["class_name"], value.get("module")
    registered = value.get("registered_name")
    if name == "__keras_tensor__":
        return
    is_builtin = module in ("builtins", None) and name == "function"
    if is_builtin and registered in (value.get("config"), None, "function"):
        _check_function(value.get("config"))
        return
    if module is None and name in _MODELS | _LAYERS and "registered_name" not in value:
        return
    allowed = _MODULES.get(module, frozenset()) if type(module) is str else frozenset()
    known = type(name) is str and (
        name in allowed if allowed is not None else _is_public(module, name)
    )
    if not known:
        raise ModelRefused(f"it is made with `{str(module)[:80]}.{str(name)[:80]}`")
    if registered not in (None, name):
        raise ModelRefused(f"it holds the custom object `{str(registered)[:80]}`")


def _check_function(name: Any) -> None:
    for module in ("activations", "losses", "metrics"):
        if type(name) is str and _is_public(f"keras.{module}", name):
            return
    raise ModelRefused(f"it holds the function `{str(name)[:80]}`")


def _is_public(module: str, name: str) -> bool:
    import importlib

    if name in ("get", "deserialize", "serialize") or name.startswith("_"):
        return False
    return callable(getattr(importlib.import_module(module), name, None))


def _checked_weights(weights: Any) -> list[Any]:
    import numpy

    if type(weights) is not list or not all(
        type(one) is numpy.ndarray and one.dtype.kind in "biufV" for one in weights
    ):
        raise ModelRefused("its weights are no arrays of numbers")
    return weights


@contextlib.contextmanager
def _bounded_weights(size: int) -> Iterator[None]:
    """Refuse a layer that would take memory for more weights than were sent.

    They begin as zeros: what is drawn for them would be overwritten at once.
    """
    import math

    from keras import layers

    taken = 0
    original = layers.Layer.add_weight

    def add_weight(
        self: Any, shape: Any = None, initializer: Any = None, *args: Any, **kwargs: Any
    ) -> Any:
        nonlocal taken
        del initializer
        sizes = [shape] if isinstance(shape, int) else list(shape or ())
        taken += math.prod(int(one) for one in sizes)
        if taken > size + 10_000:
            raise ModelRefused("it has more weights than were sent")
        return original(self, shape, "zeros", *args, **kwargs)

    layers.Layer.add_weight = add_weight
    try:
        yield
    finally:
        layers.Layer.add_weight = original


@contextlib.contextmanager
def refusing() -> Iterator[None]:
    """Turn an error of Keras's into a refusal."""
    try:
        yield
    except ModelRefused:
        raise
    except Exception as error:
        raise ModelRefused(
            f"Keras does not rebuild it: {type(error).__name__}"
        ) from None
