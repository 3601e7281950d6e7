"""Random layers, and what TensorFlow makes of them."""

from dataclasses import dataclass

import numpy as np
from hypothesis import settings
from hypothesis import strategies as st

# The same examples on every run, so that a failure is never a matter of luck.
properties = settings(max_examples=60, deadline=None, derandomize=True, database=None)
few_properties = settings(properties, max_examples=15)

PADDINGS = ["valid", "same", 0, 1, 2, 3]


@dataclass
class Layer:
    images: np.ndarray
    kernels: np.ndarray
    bias: np.ndarray
    stride: int
    padding: int | str

    @property
    def arguments(self):
        return self.images, self.kernels, self.bias, self.stride, self.padding

    def astype(self, dtype):
        arrays = (self.images, self.kernels, self.bias)
        return Layer(*(a.astype(dtype) for a in arrays), self.stride, self.padding)


@st.composite
def layers(draw, *, paddings=PADDINGS, whole=True):
    """A convolution layer with its pictures; small whole numbers sum exactly."""
    padding = draw(st.sampled_from(paddings))
    height, width = draw(st.integers(1, 9)), draw(st.integers(1, 9))
    border = 2 * padding if isinstance(padding, int) else 0
    tallest, widest = (
        5 if padding == "same" else min(5, size + border) for size in (height, width)
    )
    kernel_size = draw(st.integers(1, tallest)), draw(st.integers(1, widest))
    channels, filters = draw(st.integers(1, 3)), draw(st.integers(1, 3))
    rng = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))

    def numbers(*shape):
        values = rng.integers(-4, 5, shape) if whole else rng.standard_normal(shape)
        return values.astype(np.float32)

    return Layer(
        numbers(draw(st.integers(1, 3)), height, width, channels),
        numbers(*kernel_size, channels, filters),
        numbers(filters),
        draw(st.integers(1, 4)),
        padding,
    )


@dataclass
class Pool:
    images: np.ndarray
    pool_size: int
    stride: int | None
    padding: int | str

    @property
    def arguments(self):
        return self.images, self.pool_size, self.stride, self.padding


@st.composite
def pools(draw, *, paddings=PADDINGS):
    """A pooling layer with its pictures; every number occurs once."""
    pool_size = draw(st.integers(1, 4))
    padding = draw(
        st.sampled_from(
            [p for p in paddings if p in ("valid", "same") or p < pool_size]
        )
    )
    border = 2 * padding if isinstance(padding, int) else 0
    smallest = 1 if padding == "same" else max(1, pool_size - border)
    shape = (
        draw(st.integers(1, 3)),
        draw(st.integers(smallest, 9)),
        draw(st.integers(smallest, 9)),
        draw(st.integers(1, 3)),
    )
    rng = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    count = int(np.prod(shape))
    return Pool(
        (rng.permutation(count) - count // 2).reshape(shape).astype(np.float32),
        pool_size,
        draw(st.none() | st.integers(1, 4)),
        padding,
    )


def for_tensorflow(padding):
    """The course's padding in the words of `tf.nn`."""
    if isinstance(padding, str):
        return padding.upper()
    return [[0, 0], [padding, padding], [padding, padding], [0, 0]]
