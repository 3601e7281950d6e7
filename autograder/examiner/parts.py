"""Keras's objects besides models: layers, optimizers, losses, schedules and the like.

One of the test's goes to the student's process as its configuration, a built layer with
its weights; there it is the same object in each call. One of the student's that holds
no state yet comes as its configuration, under the rules of `models`; any other stays
there, and the test has a handle.
"""

from __future__ import annotations

import sys
from typing import Any

from autograder.examiner.datasets import pack
from autograder.examiner.models import ModelRefused, check_config, refusing

_MOST_PARTS = 1000


def is_part(value: Any) -> bool:
    """Say whether a value is such an object, of a class of Keras's own."""
    keras = sys.modules.get("keras")
    if keras is None or not type(value).__module__.startswith("keras."):
        return False
    return isinstance(value, kinds(keras)) and not isinstance(value, keras.Model)


def kinds(keras: Any) -> tuple[type, ...]:
    """Return the classes of which such objects are."""
    return (
        keras.layers.Layer,
        keras.optimizers.Optimizer,
        keras.optimizers.schedules.LearningRateSchedule,
        keras.losses.Loss,
        keras.metrics.Metric,
        keras.initializers.Initializer,
        keras.regularizers.Regularizer,
        keras.constraints.Constraint,
    )


class PartTable:
    """Which of them, and which datasets, of the two processes are the same."""

    def __init__(self) -> None:
        self._own: list[Any] = []
        self._packed: dict[int, Any] = {}
        self._copies: dict[int, Any] = {}
        self._handles: dict[int, Any] = {}
        self._refused: dict[int, str] = {}

    def write(self, part: Any) -> list[Any]:
        """Return the record for an object of the test, or a copy of a student's."""
        import keras

        number = self._number_there(part)
        if number is not None:
            return ["same part", number]
        own = self._number_of(part)
        is_built = isinstance(part, keras.layers.Layer) and part.built
        shapes = part.get_build_config() if is_built else None
        weights = list(part.get_weights()) if is_built else []
        return ["part", own, keras.saving.serialize_keras_object(part), shapes, weights]

    def write_dataset(self, dataset: Any) -> list[Any]:
        """Return the record for a dataset of the test."""
        there = self._number_there(dataset)
        if there is not None:
            return ["same part", there]
        number = self._number_of(dataset)
        if number not in self._packed:
            self._packed[number] = pack(dataset)
        return ["dataset", number, self._packed[number]]

    def write_symbol(self, symbol: Any) -> list[Any]:
        """Return the record for the end, so far, of a functional model."""
        shape = list(symbol.shape)
        return ["symbol", self._number_of(symbol), shape, str(symbol.dtype)]

    def _number_there(self, copy: Any) -> int | None:
        """Return the student's number of what a copy here is of."""
        return next((n for n, one in self._copies.items() if one is copy), None)

    def _number_of(self, own: Any) -> int:
        for number, one in enumerate(self._own):
            if one is own:
                return number
        self._own.append(own)
        return len(self._own) - 1

    def own(self, number: Any) -> Any:
        """Return the object of the test that has this number."""
        return self._own[number]

    def known(self, number: int) -> Any:
        """Return the copy of a student's object that was already made."""
        return self._copies.get(number)

    def refusal(self, number: int) -> str | None:
        """Return why an object was refused before."""
        return self._refused.get(number)

    def refuse(self, number: int, reason: str) -> None:
        """Remember that an object stays with the student."""
        self._refused[number] = reason

    def read(self, number: int, handle: Any, config: Any) -> Any:
        """Build an object from what the student's process sent.

        Args:
            number: The student's number for it.
            handle: What stands for it; kept, so that it lives as long as the copy.
            config: As Keras writes it.

        Raises:
            ModelRefused: If anything of it is not on the lists, or does not fit.
        """
        if type(config) is not dict:
            raise ModelRefused("its configuration has another form")
        check_config(config)
        import keras

        with refusing():
            part = keras.saving.deserialize_keras_object(config)
        if not is_part(part) or isinstance(part, keras.metrics.Metric):
            raise ModelRefused("it is of another kind")
        return self.keep(number, handle, part)

    def keep(self, number: int, handle: Any, copy: Any) -> Any:
        """Remember what stands here for an object of the student's, and return it.

        Raises:
            ModelRefused: If there are too many.
        """
        if len(self._copies) >= _MOST_PARTS:
            raise ModelRefused(f"there are more than {_MOST_PARTS}")
        self._copies[number] = copy
        self._handles[number] = handle
        return copy
