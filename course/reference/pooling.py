"""Pooling for pictures, in NumPy and in TensorFlow.

Pooling makes a feature map smaller: each window gives one number, its largest or its
mean, for each channel alone. It has no weights and learns nothing. Padding never wins
and never counts: it is below every number for the maximum, and left out of the mean,
as in TensorFlow. Shapes, dtypes and padding are as in `course.reference.convolution`.

Source:
    Dumoulin and Visin, arXiv:1603.07285, chapter 3. Goodfellow, Bengio and Courville,
    Deep Learning, 2016, section 9.3.
"""

from __future__ import annotations

from functools import reduce
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import ArrayLike

from course.reference.convolution import (
    IMAGES,
    Padding,
    check_array,
    check_tensor,
    check_whole_number,
    is_whole_number,
    shifted_tensorflow,
    sliding_windows,
)

if TYPE_CHECKING:
    import tensorflow as tf


def max_pool2d(
    images: ArrayLike,
    pool_size: int = 2,
    stride: int | None = None,
    padding: Padding = "valid",
) -> np.ndarray:
    """Keep the largest number of each window.

    Args:
        images: Numbers, `(batch, height, width, channels)`.
        pool_size: Pixels of the square window's side; at least 1.
        stride: Step between windows, in pixels; `pool_size` if left out, so that
            windows lie side by side.
        padding: `"valid"`, `"same"` or the pixels added on each side, fewer than
            `pool_size`.

    Returns:
        Pooled maps, `(batch, out_height, out_width, channels)`, of the same dtype.
        With `"valid"`, rows and columns that do not fill a window are left out.

    Raises:
        ValueError: If `images` is not of rank 4, or the sizes do not fit.

    Example:
        >>> image = np.array([[1, 3, 2, 0], [5, 2, 1, 1], [0, 0, 7, 8], [1, 2, 9, 4]])
        >>> max_pool2d(image.reshape(1, 4, 4, 1)).reshape(2, 2)
        array([[5, 2],
               [2, 9]])
    """
    images = check_array("images", images, IMAGES)
    stride = _check_pooling(pool_size, stride, padding)
    lowest = float("-inf") if images.dtype.kind == "f" else np.iinfo(images.dtype).min
    windows = sliding_windows(images, pool_size, stride, padding, lowest)
    # (batch, out_height, out_width, channels, pool_size, pool_size)
    return windows.max(axis=(4, 5))  # (batch, out_height, out_width, channels)


def max_pool2d_tensorflow(
    images: tf.Tensor,
    pool_size: int = 2,
    stride: int | None = None,
    padding: Padding = "valid",
) -> tf.Tensor:
    """Keep the largest number of each window, from TensorFlow's basic operations.

    `tf.nn.max_pool2d` is the fast equivalent.

    Args:
        images: Floats, `(batch, height, width, channels)`; height and width known.
        pool_size: Pixels of the square window's side; at least 1.
        stride: Step between windows, in pixels; `pool_size` if left out.
        padding: `"valid"`, `"same"` or the pixels added on each side, fewer than
            `pool_size`.

    Returns:
        Pooled maps, `(batch, out_height, out_width, channels)`.

    Raises:
        ValueError: As `max_pool2d`, or if `images` does not hold floats.
    """
    import tensorflow as tf

    images = check_tensor("images", images, IMAGES)
    stride = _check_pooling(pool_size, stride, padding)
    places = shifted_tensorflow(images, pool_size, stride, padding, float("-inf"))
    return reduce(tf.maximum, (pixels for _, _, pixels in places))


def average_pool2d(
    images: ArrayLike,
    pool_size: int = 2,
    stride: int | None = None,
    padding: Padding = "valid",
) -> np.ndarray:
    """Take the mean of each window.

    Args:
        images: Numbers, `(batch, height, width, channels)`.
        pool_size: Pixels of the square window's side; at least 1.
        stride: Step between windows, in pixels; `pool_size` if left out, so that
            windows lie side by side.
        padding: `"valid"`, `"same"` or the pixels added on each side, fewer than
            `pool_size`. Padding is not counted in the mean.

    Returns:
        Pooled maps, `(batch, out_height, out_width, channels)`; `float64` for whole
        numbers, else of the same dtype. With `"valid"`, rows and columns that do not
        fill a window are left out.

    Raises:
        ValueError: If `images` is not of rank 4, or the sizes do not fit.

    Example:
        >>> image = np.array([[1, 3, 2, 0], [5, 2, 1, 1], [0, 0, 7, 8], [1, 2, 9, 4]])
        >>> average_pool2d(image.reshape(1, 4, 4, 1)).reshape(2, 2)
        array([[2.75, 1.  ],
               [0.75, 7.  ]])
    """
    images = check_array("images", images, IMAGES)
    stride = _check_pooling(pool_size, stride, padding)
    ones = np.ones_like(images[:1, :, :, :1])
    sums = sliding_windows(images, pool_size, stride, padding).sum(axis=(4, 5))
    counts = sliding_windows(ones, pool_size, stride, padding).sum(axis=(4, 5))
    return sums / counts  # (batch, out_height, out_width, channels)


def average_pool2d_tensorflow(
    images: tf.Tensor,
    pool_size: int = 2,
    stride: int | None = None,
    padding: Padding = "valid",
) -> tf.Tensor:
    """Take the mean of each window, from TensorFlow's basic operations.

    `tf.nn.avg_pool2d` is the fast equivalent.

    Args:
        images: Floats, `(batch, height, width, channels)`; height and width known.
        pool_size: Pixels of the square window's side; at least 1.
        stride: Step between windows, in pixels; `pool_size` if left out.
        padding: `"valid"`, `"same"` or the pixels added on each side, fewer than
            `pool_size`. Padding is not counted in the mean.

    Returns:
        Pooled maps, `(batch, out_height, out_width, channels)`.

    Raises:
        ValueError: As `average_pool2d`, or if `images` does not hold floats.
    """
    import tensorflow as tf

    images = check_tensor("images", images, IMAGES)
    stride = _check_pooling(pool_size, stride, padding)
    ones = tf.ones((1, *images.shape[1:3], 1), images.dtype)
    sums = sum(p for _, _, p in shifted_tensorflow(images, pool_size, stride, padding))
    counts = sum(p for _, _, p in shifted_tensorflow(ones, pool_size, stride, padding))
    return sums / counts  # (batch, out_height, out_width, channels)


def global_average_pool2d(images: ArrayLike) -> np.ndarray:
    """Take the mean of each whole feature map.

    The result does not depend on height and width, so the layers after it take
    pictures of any size.

    Args:
        images: Numbers, `(batch, height, width, channels)`.

    Returns:
        Means, `(batch, channels)`; `float64` for whole numbers, else of the same dtype.

    Raises:
        ValueError: If `images` is not of rank 4 or has no pixels.

    Source:
        Lin, Chen and Yan, arXiv:1312.4400, section 3.2.

    Example:
        >>> global_average_pool2d([[[[1, 10], [3, 30]]]])
        array([[ 2., 20.]])
    """
    images = check_array("images", images, IMAGES)
    _check_has_pixels(images.shape)
    return images.mean(axis=(1, 2))  # (batch, channels)


def global_average_pool2d_tensorflow(images: tf.Tensor) -> tf.Tensor:
    """Take the mean of each whole feature map, in TensorFlow.

    Args:
        images: Floats, `(batch, height, width, channels)`.

    Returns:
        Means, `(batch, channels)`.

    Raises:
        ValueError: As `global_average_pool2d`, or if `images` does not hold floats.
    """
    import tensorflow as tf

    images = check_tensor("images", images, IMAGES)
    _check_has_pixels(tuple(images.shape))
    return tf.reduce_mean(images, axis=(1, 2))  # (batch, channels)


def _check_pooling(pool_size: int, stride: int | None, padding: Padding) -> int:
    """Refuse windows that could hold nothing but padding, and settle the stride."""
    check_whole_number("pool_size", pool_size, minimum=1)
    if is_whole_number(padding) and padding >= pool_size:
        raise ValueError(
            "`padding` must be smaller than `pool_size`, or a window could hold "
            f"nothing else: received padding={padding}, pool_size={pool_size}. "
            "Use less padding or a larger window."
        )
    if stride is None:
        return pool_size
    check_whole_number("stride", stride, minimum=1)
    return stride


def _check_has_pixels(shape: tuple[int | None, ...]) -> None:
    if 0 in shape[1:3]:
        raise ValueError(
            f"`images` must have pixels to average: received shape {shape}. "
            "Give pictures whose height and width are at least 1."
        )
