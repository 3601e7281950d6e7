"""TensorFlow's datasets, between the processes.

A dataset is a recipe, with functions in it. Of one of the test's crosses what it gives:
all its elements, once, of which `agent` makes a dataset of the same structure. For one
of the student's stands a dataset here that asks for each element.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import Any

from autograder.examiner.injected.networks import signature_of, structure_of
from autograder.examiner.injected.wire import WireError
from autograder.examiner.models import refusing

_MOST_ELEMENTS = 20_000
_MOST_BYTES = 128 * 2**20


def is_dataset(value: Any) -> bool:
    """Say whether a value is one of TensorFlow's datasets, without importing it."""
    tensorflow = sys.modules.get("tensorflow")
    data = getattr(tensorflow, "data", None)
    return data is not None and isinstance(value, data.Dataset)


def pack(dataset: Any) -> list[Any]:
    """Return a dataset's structure, shapes and types, and its elements.

    Returns:
        A nested structure of numbers in the place of tensors; for each of them shape
        and type; the number of elements; for each tensor what `_column` returns.

    Raises:
        WireError: If it has no end, is too large, or holds other than tensors.
    """
    import tensorflow as tf

    structure = structure_of(dataset)
    if structure is None:
        raise WireError("a dataset of other things than tensors")
    numbers, shapes = structure
    columns: list[list[Any]] = [[] for _ in shapes]
    size = 0
    for count, element in enumerate(dataset):
        for column, tensor in zip(columns, tf.nest.flatten(element), strict=True):
            column.append(tensor.numpy())
            size += getattr(column[-1], "nbytes", 100)
        if count >= _MOST_ELEMENTS or size > _MOST_BYTES:
            raise WireError(
                f"a dataset without end, of more than {_MOST_ELEMENTS} elements or "
                f"{_MOST_BYTES // 2**20} MiB; `take` a part of it"
            )
    return [numbers, shapes, len(columns[0]), [_column(one) for one in columns]]


def mirror(student: Any, handle: Any, description: Any) -> Any:
    """Return a dataset that asks one of the student's for its elements.

    Args:
        student: The student's process.
        handle: What stands for the dataset there.
        description: As of `networks.structure_of`, and the number of elements, negative
            where that is not known.

    Raises:
        ModelRefused: If the description is none.
    """
    import tensorflow as tf

    with refusing():
        structure, shapes, count = description
        signature = signature_of(structure, shapes)

        def elements() -> Iterator[Any]:
            iterator = student.operate("iter", handle)
            more, item = student.advance(iterator)
            while more:
                yield item
                more, item = student.advance(iterator)

        made = tf.data.Dataset.from_generator(elements, output_signature=signature)
        if count != tf.data.UNKNOWN_CARDINALITY:
            made = made.apply(tf.data.experimental.assert_cardinality(count))
    return made


def _column(arrays: list[Any]) -> list[Any]:
    """Return arrays as few: `["joined", array, lengths]`, or `["apart", arrays]`."""
    import numpy

    are_joined = all(
        isinstance(one, numpy.ndarray)
        and one.dtype.kind != "O"
        and one.ndim
        and one.shape[1:] == arrays[0].shape[1:]
        for one in arrays
    )
    if are_joined and arrays:
        return ["joined", numpy.concatenate(arrays), [len(one) for one in arrays]]
    scalars = [numpy.asarray(one) for one in arrays]
    if scalars and all(not one.ndim and one.dtype.kind in "biuf" for one in scalars):
        return ["joined", numpy.stack(scalars), None]
    return ["apart", arrays]
