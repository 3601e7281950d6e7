"""From feature maps to a class: the rest of a small network, and all of it together.

ReLU, flattening, the fully connected (dense) layer, softmax and cross-entropy, in NumPy
and in TensorFlow, and `forward`, which takes pictures through the five steps of a
convolutional network. Shapes and dtypes are as in `course.reference.convolution`.

TensorFlow functions check shapes always, and values wherever these are at hand: not
while `tf.function` traces a graph.

Source:
    Goodfellow, Bengio and Courville, Deep Learning, 2016, chapter 6.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import ArrayLike

from course.reference.convolution import (
    IMAGES,
    Padding,
    check_array,
    check_known_axes,
    check_one_dtype,
    check_tensor,
    check_whole_number,
    conv2d,
    conv2d_tensorflow,
)
from course.reference.pooling import max_pool2d, max_pool2d_tensorflow

if TYPE_CHECKING:
    import tensorflow as tf

PARAMETERS = ("conv_kernels", "conv_bias", "dense_weights", "dense_bias")

# No probability counts as less than this in the loss, which so stays finite (Keras).
SMALLEST_PROBABILITY = 1e-7


# ReLU


def relu(values: ArrayLike) -> np.ndarray:
    """Replace every negative number by 0 and keep the rest.

    Args:
        values: Numbers of any shape.

    Returns:
        Numbers of the same shape.

    Raises:
        ValueError: If `values` does not hold real numbers.

    Source:
        Nair and Hinton, Rectified linear units improve restricted Boltzmann machines,
        2010.

    Example:
        >>> relu([-2, 0, 3])
        array([0, 0, 3])
    """
    return np.maximum(check_array("values", values), 0)


def relu_tensorflow(values: tf.Tensor) -> tf.Tensor:
    """Replace every negative number by 0 and keep the rest, in TensorFlow.

    Args:
        values: Floats of any shape.

    Returns:
        Floats of the same shape.

    Raises:
        ValueError: If `values` does not hold floats.
    """
    import tensorflow as tf

    values = check_tensor("values", values)
    # In this order the slope at exactly 0 is 0, as in `tf.nn.relu`.
    return tf.maximum(tf.zeros((), values.dtype), values)


# Flattening


def flatten(images: ArrayLike) -> np.ndarray:
    """Lay the numbers of each picture out in one row.

    The last axis runs fastest: the number at `row`, `column` and `channel` lands at
    `(row * width + column) * channels + channel`. Keras's `Flatten` does the same, so
    weights can be copied between the two.

    Args:
        images: Numbers, `(batch, height, width, channels)`, or any rank of at least 2
            with the batch first.

    Returns:
        Numbers, `(batch, height * width * channels)`.

    Raises:
        ValueError: If `images` has fewer than 2 axes.

    Example:
        >>> flatten([[[[1, 2], [3, 4]], [[5, 6], [7, 8]]]])
        array([[1, 2, 3, 4, 5, 6, 7, 8]])
    """
    images = check_array("images", images)
    _check_has_batch(images.shape)
    batch, *axes = images.shape
    return images.reshape(batch, math.prod(axes))


def flatten_tensorflow(images: tf.Tensor) -> tf.Tensor:
    """Lay the numbers of each picture out in one row, in TensorFlow.

    Args:
        images: Floats, the batch first; all other axes of known size.

    Returns:
        Floats, `(batch, height * width * channels)`, in the order of `flatten`.

    Raises:
        ValueError: If `images` has fewer than 2 axes, an axis of unknown size, or does
            not hold floats.
    """
    import tensorflow as tf

    images = check_tensor("images", images)
    _check_has_batch(tuple(images.shape))
    check_known_axes("images", images.shape)
    return tf.reshape(images, (tf.shape(images)[0], math.prod(images.shape[1:])))


# The dense layer


def dense(
    inputs: ArrayLike, weights: ArrayLike, bias: ArrayLike | None = None
) -> np.ndarray:
    """Weigh all inputs and add them up, once for each unit.

    Args:
        inputs: Numbers, `(batch, inputs)`.
        weights: Numbers, `(inputs, units)`.
        bias: Numbers, `(units,)`, one for each unit; none if left out.

    Returns:
        Numbers, `(batch, units)`.

    Raises:
        ValueError: If an array has the wrong rank, `inputs` and `weights` disagree on
            the number of inputs, or `bias` and `weights` on the units.

    Source:
        Goodfellow, Bengio and Courville, Deep Learning, 2016, chapter 6.

    Example:
        >>> dense([[1, 2, 3]], [[1, 0], [0, 1], [1, 1]], [10, 20])
        array([[14, 25]])
    """
    inputs = check_array("inputs", inputs, ("batch", "inputs"))
    weights = check_array("weights", weights, ("inputs", "units"))
    if bias is None:
        bias = np.zeros(weights.shape[1], weights.dtype)
    bias = check_array("bias", bias, ("units",))
    _check_dense_shapes(inputs.shape, weights.shape, bias.shape)
    return inputs @ weights + bias  # (batch, units)


def dense_tensorflow(
    inputs: tf.Tensor, weights: tf.Tensor, bias: tf.Tensor | None = None
) -> tf.Tensor:
    """Weigh all inputs and add them up, once for each unit, in TensorFlow.

    Args:
        inputs: Floats, `(batch, inputs)`.
        weights: Floats, `(inputs, units)`.
        bias: Floats, `(units,)`, one for each unit; none if left out.

    Returns:
        Floats, `(batch, units)`.

    Raises:
        ValueError: As `dense`, or if the tensors are not floats of one dtype.
    """
    import tensorflow as tf

    inputs = check_tensor("inputs", inputs, ("batch", "inputs"))
    weights = check_tensor("weights", weights, ("inputs", "units"))
    if bias is None:
        bias = tf.zeros(weights.shape[1], weights.dtype)
    bias = check_tensor("bias", bias, ("units",))
    check_one_dtype(inputs=inputs, weights=weights, bias=bias)
    _check_dense_shapes(inputs.shape, weights.shape, bias.shape)
    return tf.matmul(inputs, weights) + bias  # (batch, units)


def dense_parameters(inputs: int, units: int, use_bias: bool = True) -> int:
    """Count what a dense layer learns.

    Args:
        inputs: Numbers that each example brings.
        units: Numbers that the layer gives.
        use_bias: Whether each unit has a bias.

    Returns:
        Weights and biases together.

    Raises:
        ValueError: If a number is not whole or less than 1.

    Example:
        >>> dense_parameters(28 * 28, units=10)
        7850
    """
    check_whole_number("inputs", inputs, minimum=1)
    check_whole_number("units", units, minimum=1)
    return inputs * units + (units if use_bias else 0)


# Softmax


def softmax(scores: ArrayLike) -> np.ndarray:
    """Turn the scores of each example into probabilities.

    The largest score is subtracted first: it cancels out, and `exp` cannot overflow.

    Args:
        scores: Numbers, `(..., classes)`. Minus infinity rules a class out.

    Returns:
        Probabilities of the same shape; each row adds up to 1.

    Raises:
        ValueError: If `scores` has no classes, holds not-a-number or plus infinity, or
            rules out all classes of a row.

    Source:
        Goodfellow, Bengio and Courville, Deep Learning, 2016, section 4.1.

    Example:
        >>> softmax([[1000, 1000], [-1, -1]])
        array([[0.5, 0.5],
               [0.5, 0.5]])
    """
    scores = check_array("scores", scores)
    _check_scores(scores)
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


def softmax_tensorflow(scores: tf.Tensor) -> tf.Tensor:
    """Turn the scores of each example into probabilities, in TensorFlow.

    Args:
        scores: Floats, `(..., classes)`. Minus infinity rules a class out.

    Returns:
        Probabilities of the same shape; each row adds up to 1.

    Raises:
        ValueError: As `softmax`, or if `scores` does not hold floats.
    """
    import tensorflow as tf

    scores = check_tensor("scores", scores)
    _check_scores(_values_at_hand(scores))
    powers = tf.exp(scores - tf.reduce_max(scores, axis=-1, keepdims=True))
    return powers / tf.reduce_sum(powers, axis=-1, keepdims=True)


# Labels and the loss


def one_hot(labels: ArrayLike, num_classes: int) -> np.ndarray:
    """Turn each label into a row with a 1 at its class and 0 elsewhere.

    Args:
        labels: Whole numbers from 0 to `num_classes - 1`, `(batch,)`.
        num_classes: Classes; at least 1.

    Returns:
        `float32`, `(batch, num_classes)`.

    Raises:
        ValueError: If `labels` are not of rank 1, not whole or out of range.

    Example:
        >>> one_hot([2, 0], 3)
        array([[0., 0., 1.],
               [1., 0., 0.]], dtype=float32)
    """
    check_whole_number("num_classes", num_classes, minimum=1)
    labels = _check_labels(labels, num_classes)
    return np.eye(num_classes, dtype=np.float32)[labels]


def one_hot_tensorflow(labels: tf.Tensor, num_classes: int) -> tf.Tensor:
    """Turn each label into a row with a 1 at its class and 0 elsewhere.

    Args:
        labels: Whole numbers from 0 to `num_classes - 1`, `(batch,)`.
        num_classes: Classes; at least 1.

    Returns:
        `float32`, `(batch, num_classes)`. In a graph, where values are not checked, a
        label out of range gives a row of zeros, as in `tf.one_hot`.

    Raises:
        ValueError: As `one_hot`.
    """
    import tensorflow as tf

    check_whole_number("num_classes", num_classes, minimum=1)
    labels = _check_labels_tensorflow(labels, num_classes)
    hits = labels[:, tf.newaxis] == tf.range(num_classes, dtype=labels.dtype)
    return tf.cast(hits, tf.float32)


def cross_entropy(
    labels: ArrayLike, outputs: ArrayLike, from_logits: bool = False
) -> np.ndarray:
    """Measure how far the outputs are from the labels, for each example.

    The loss is minus the logarithm of the probability given to the true class: 0 where
    the network is certain and right, `log(classes)` where it guesses.

    Args:
        labels: Whole numbers from 0 to `classes - 1`, `(batch,)`.
        outputs: Probabilities, `(batch, classes)`. Below 1e-7 they count as 1e-7, as
            in Keras, so that no loss exceeds 16.2.
        from_logits: Whether `outputs` are scores, before the softmax, instead.

    Returns:
        Losses, `(batch,)`. Their mean is the loss of the batch.

    Raises:
        ValueError: If `labels` are not of rank 1, not whole or out of range, if
            `outputs` is not of rank 2 with as many rows, or does not hold
            probabilities (or scores, see `softmax`).

    Source:
        Goodfellow, Bengio and Courville, Deep Learning, 2016, section 6.2.2.3.

    Example:
        >>> cross_entropy([0, 1], [[0.5, 0.5], [0.1, 0.9]]).round(3)
        array([0.693, 0.105])
    """
    outputs = check_array("outputs", outputs, ("batch", "classes"))
    batch, classes = outputs.shape
    check_whole_number("classes", classes, minimum=1)
    labels = _check_labels(labels, classes, batch)
    if from_logits:
        _check_scores(outputs)
        shifted = outputs - outputs.max(axis=1, keepdims=True)
        totals = np.exp(shifted).sum(axis=1)  # (batch,)
        return np.log(totals) - shifted[np.arange(batch), labels]
    _check_probabilities(outputs)
    of_true_class = outputs[np.arange(batch), labels]  # (batch,)
    return -np.log(np.clip(of_true_class, SMALLEST_PROBABILITY, 1.0))


def cross_entropy_tensorflow(
    labels: tf.Tensor, outputs: tf.Tensor, from_logits: bool = False
) -> tf.Tensor:
    """Measure how far the outputs are from the labels, in TensorFlow.

    Args:
        labels: Whole numbers from 0 to `classes - 1`, `(batch,)`.
        outputs: Probabilities, `(batch, classes)`. Below 1e-7 they count as 1e-7.
        from_logits: Whether `outputs` are scores, before the softmax, instead.

    Returns:
        Losses, `(batch,)`.

    Raises:
        ValueError: As `cross_entropy`, or if `outputs` does not hold floats.
    """
    import tensorflow as tf

    outputs = check_tensor("outputs", outputs, ("batch", "classes"))
    batch, classes = outputs.shape
    check_whole_number("classes", classes, minimum=1)
    labels = _check_labels_tensorflow(labels, classes, batch)
    if from_logits:
        _check_scores(_values_at_hand(outputs))
        shifted = outputs - tf.reduce_max(outputs, axis=1, keepdims=True)
        totals = tf.reduce_sum(tf.exp(shifted), axis=1)  # (batch,)
        return tf.math.log(totals) - tf.gather(shifted, labels, batch_dims=1)
    _check_probabilities(_values_at_hand(outputs))
    of_true_class = tf.gather(outputs, labels, batch_dims=1)  # (batch,)
    return -tf.math.log(tf.clip_by_value(of_true_class, SMALLEST_PROBABILITY, 1.0))


# The whole network


def forward(
    images: ArrayLike,
    parameters: Mapping[str, ArrayLike],
    stride: int = 1,
    padding: Padding = "valid",
    pool_size: int = 2,
) -> np.ndarray:
    """Classify pictures: convolution, ReLU, pooling, flattening, dense with softmax.

    Args:
        images: Numbers, `(batch, height, width, channels)`.
        parameters: What the network has learned: `"conv_kernels"`, `(kernel_height,
            kernel_width, channels, filters)`; `"conv_bias"`, `(filters,)`;
            `"dense_weights"`, `(pooled_height * pooled_width * filters, classes)`;
            `"dense_bias"`, `(classes,)`. Keras keeps the same shapes.
        stride: Step of the convolution, in pixels; at least 1.
        padding: Padding of the convolution.
        pool_size: Side and step of the max-pooling windows, in pixels.

    Returns:
        Probabilities, `(batch, classes)`.

    Raises:
        ValueError: If a parameter is missing or unknown, or as the five steps do.

    Example:
        >>> parameters = {
        ...     "conv_kernels": np.ones((3, 3, 1, 2)),
        ...     "conv_bias": np.zeros(2),
        ...     "dense_weights": np.zeros((13 * 13 * 2, 10)),
        ...     "dense_bias": np.zeros(10),
        ... }
        >>> forward(np.ones((1, 28, 28, 1)), parameters).round(3)
        array([[0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1]])
    """
    steps = forward_steps(images, parameters, stride, padding, pool_size)
    return steps["probabilities"]


def forward_steps(
    images: ArrayLike,
    parameters: Mapping[str, ArrayLike],
    stride: int = 1,
    padding: Padding = "valid",
    pool_size: int = 2,
) -> dict[str, np.ndarray]:
    """Classify pictures as `forward` does, and keep what each step gives.

    Args:
        images: As in `forward`.
        parameters: As in `forward`.
        stride: Step of the convolution, in pixels; at least 1.
        padding: Padding of the convolution.
        pool_size: Side and step of the max-pooling windows, in pixels.

    Returns:
        `"feature_maps"`, `"rectified"` and `"pooled"`, each `(batch, height, width,
        filters)`; `"flat"`, `(batch, height * width * filters)`; `"scores"` and
        `"probabilities"`, `(batch, classes)`. In this order.

    Raises:
        ValueError: As `forward`.
    """
    kernels, conv_bias, weights, dense_bias = _take_parameters(parameters)
    feature_maps = conv2d(images, kernels, conv_bias, stride, padding)
    rectified = relu(feature_maps)  # (batch, height, width, filters)
    pooled = max_pool2d(rectified, pool_size)  # (batch, smaller, smaller, filters)
    flat = flatten(pooled)  # (batch, smaller * smaller * filters)
    scores = dense(flat, weights, dense_bias)  # (batch, classes)
    return {
        "feature_maps": feature_maps,
        "rectified": rectified,
        "pooled": pooled,
        "flat": flat,
        "scores": scores,
        "probabilities": softmax(scores),
    }


def forward_tensorflow(
    images: tf.Tensor,
    parameters: Mapping[str, tf.Tensor],
    stride: int = 1,
    padding: Padding = "valid",
    pool_size: int = 2,
) -> tf.Tensor:
    """Classify pictures as `forward` does, in TensorFlow.

    Args:
        images: Floats, `(batch, height, width, channels)`; height and width known.
        parameters: As in `forward`, of the dtype of `images`.
        stride: Step of the convolution, in pixels; at least 1.
        padding: Padding of the convolution.
        pool_size: Side and step of the max-pooling windows, in pixels.

    Returns:
        Probabilities, `(batch, classes)`.

    Raises:
        ValueError: As `forward`, or if the tensors are not floats of one dtype.
    """
    kernels, conv_bias, weights, dense_bias = _take_parameters(parameters)
    feature_maps = conv2d_tensorflow(images, kernels, conv_bias, stride, padding)
    rectified = relu_tensorflow(feature_maps)  # (batch, height, width, filters)
    pooled = max_pool2d_tensorflow(rectified, pool_size)
    flat = flatten_tensorflow(pooled)  # (batch, smaller * smaller * filters)
    scores = dense_tensorflow(flat, weights, dense_bias)  # (batch, classes)
    return softmax_tensorflow(scores)


# Checks


def _take_parameters(parameters: Mapping[str, Any]) -> list[Any]:
    if not isinstance(parameters, Mapping) or set(parameters) != set(PARAMETERS):
        received = (
            f"the keys {sorted(map(str, parameters))}"
            if isinstance(parameters, Mapping)
            else type(parameters).__name__
        )
        raise ValueError(
            f"`parameters` must be a dictionary with the keys {list(PARAMETERS)}: "
            f"received {received}. Add what is missing and remove the rest."
        )
    return [parameters[name] for name in PARAMETERS]


def _check_has_batch(shape: tuple[int | None, ...]) -> None:
    if len(shape) < 2:
        raise ValueError(
            f"`images` must have a batch axis and at least one more: received "
            f"{len(shape)} axes, shape {shape}. "
            f"A batch of pictures has the axes ({', '.join(IMAGES)})."
        )


def _check_dense_shapes(
    inputs: tuple[int | None, ...], weights: tuple[int, ...], bias: tuple[int, ...]
) -> None:
    if inputs[1] != weights[0]:
        raise ValueError(
            f"`weights` expects {weights[0]} inputs but `inputs` has {inputs[1]}: "
            f"received inputs.shape={tuple(inputs)}, weights.shape={tuple(weights)}. "
            "Make the last axis of `inputs` equal the first axis of `weights`."
        )
    if bias[0] != weights[1]:
        raise ValueError(
            f"`bias` must have one number for each of the {weights[1]} units: "
            f"received bias.shape={tuple(bias)}, weights.shape={tuple(weights)}. "
            "Make the length of `bias` equal the last axis of `weights`."
        )


def _check_scores(scores: np.ndarray | None) -> None:
    if scores is None:
        return
    if scores.ndim == 0 or scores.shape[-1] == 0:
        raise ValueError(
            f"`scores` must have at least one class on its last axis: received shape "
            f"{scores.shape}. Give (batch, classes)."
        )
    if not np.isfinite(scores.max(axis=-1)).all():
        raise ValueError(
            "Softmax needs a finite largest score in each row: received not-a-number, "
            "plus infinity, or a row of minus infinity. Look for an overflow in the "
            "layers before, or for weights that are not finite."
        )


def _check_probabilities(outputs: np.ndarray | None) -> None:
    if outputs is None:
        return
    # Written so that not-a-number fails, and loose enough for half precision.
    in_range = (outputs >= 0) & (outputs <= 1 + 1e-3)
    adds_up = np.abs(outputs.sum(axis=1) - 1) <= 1e-2
    if not (in_range.all() and adds_up.all()):
        raise ValueError(
            "`outputs` must hold probabilities, from 0 to 1 with rows that add up to "
            f"1: received values from {outputs.min():g} to {outputs.max():g}, rows "
            f"that add up to between {outputs.sum(axis=1).min():g} and "
            f"{outputs.sum(axis=1).max():g}. "
            "Apply `softmax`, or pass from_logits=True where these are scores."
        )


def _check_labels(
    labels: ArrayLike, num_classes: int, batch: int | None = None
) -> np.ndarray:
    labels = check_array("labels", labels)
    if labels.size == 0:  # an empty list arrives as floats
        labels = labels.astype(np.int64)
    _check_labels_layout(labels.shape, labels.dtype.name, batch)
    wrong = (labels < 0) | (labels >= num_classes)
    if wrong.any():
        raise ValueError(
            f"`labels` must be from 0 to {num_classes - 1}, for {num_classes} classes: "
            f"received {labels[wrong][0]}. "
            "Number the classes from 0, or raise the number of classes."
        )
    return labels


def _check_labels_tensorflow(
    labels: Any, num_classes: int, batch: int | None = None
) -> tf.Tensor:
    import tensorflow as tf

    values = labels
    if tf.is_tensor(labels):
        labels = tf.convert_to_tensor(labels)  # a variable, too, becomes a tensor
        values = _values_at_hand(labels)
    if values is not None:
        return tf.constant(_check_labels(values, num_classes, batch))
    _check_labels_layout(tuple(labels.shape), labels.dtype.name, batch)
    return tf.cast(labels, tf.int64)


def _check_labels_layout(shape: tuple[int, ...], dtype: str, batch: int | None) -> None:
    if len(shape) != 1:
        raise ValueError(
            f"`labels` must have the axis (batch): received {len(shape)} axes, shape "
            f"{shape}. For one-hot rows give np.argmax(labels, axis=1), for a column "
            "give labels[:, 0]."
        )
    if "int" not in dtype:
        raise ValueError(
            f"`labels` must be whole numbers: received dtype {dtype}. "
            "Give the number of each example's class, such as [0, 2, 1]."
        )
    if None not in (batch, shape[0]) and shape[0] != batch:
        raise ValueError(
            f"`labels` must have one number for each row of `outputs`: received "
            f"{shape[0]} labels for {batch} rows. Take both from the same examples."
        )


def _values_at_hand(tensor: tf.Tensor) -> np.ndarray | None:
    """Give the values of a tensor, or nothing while a graph is traced."""
    import tensorflow as tf

    return tf.get_static_value(tensor)
