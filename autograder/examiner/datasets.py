"""TensorFlow's datasets of a test, as values that the student's process can be sent.

A dataset is a recipe, with functions of the test in it. What crosses is what it gives:
all its elements, once, of which `agent` makes a dataset of the same structure.
"""

from __future__ import annotations

import sys
from typing import Any

from autograder.examiner.wire import WireError

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

    specs = tf.nest.flatten(dataset.element_spec)
    if not all(isinstance(one, tf.TensorSpec) for one in specs):
        raise WireError("a dataset of other things than tensors")
    columns: list[list[Any]] = [[] for _ in specs]
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
    numbers = tf.nest.pack_sequence_as(dataset.element_spec, range(len(specs)))
    shapes = [
        [None if one.shape.rank is None else one.shape.as_list(), one.dtype.name]
        for one in specs
    ]
    return [numbers, shapes, len(columns[0]), [_column(one) for one in columns]]


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
