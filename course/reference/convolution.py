"""Convolution for pictures, in NumPy and in TensorFlow.

The same operation is written three ways. `conv2d_loops` is the definition, one window
at a time. `conv2d` takes all windows at once and is fast. `conv2d_tensorflow` adds up
shifted copies of the pictures, from basic operations that TensorFlow can
differentiate; `tf.nn.conv2d` is its fast equivalent.

Pictures are `(batch, height, width, channels)`, the order that Keras uses, and kernels
`(kernel_height, kernel_width, channels, filters)`. Padding is one of

- `"valid"`: none, so the kernel stays inside the picture;
- `"same"`: TensorFlow's rule, `ceil(size / stride)` windows along each axis, with the
  odd pixel at the bottom and at the right;
- a whole number: that many pixels on every side.

NumPy functions compute whole numbers and booleans as `int64`, so that 8-bit pixels do
not overflow and small examples stay exact; floats keep their precision. Not-a-number
and infinity pass through to the windows that hold them, as in TensorFlow.

TensorFlow functions take floats of one dtype, since TensorFlow does not convert between
dtypes. They import TensorFlow when they are called.

Source:
    Dumoulin and Visin, arXiv:1603.07285, chapter 2. Goodfellow, Bengio and Courville,
    Deep Learning, 2016, chapter 9.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, Literal

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import ArrayLike

if TYPE_CHECKING:
    import tensorflow as tf

Padding = int | Literal["valid", "same"]

IMAGES = ("batch", "height", "width", "channels")
KERNELS = ("kernel_height", "kernel_width", "channels", "filters")


# Sizes


def output_size(
    size: int, kernel_size: int, stride: int = 1, padding: Padding = "valid"
) -> int:
    """Count the windows along one axis.

    `floor((size + 2 * padding - kernel_size) / stride) + 1`, or `ceil(size / stride)`
    for `"same"`. Pooling windows are counted in the same way.

    Args:
        size: Pixels along the axis; at least 1.
        kernel_size: Pixels of the kernel along the axis; at least 1.
        stride: Step between windows, in pixels; at least 1.
        padding: `"valid"`, `"same"` or the pixels added on each side.

    Returns:
        The size of the feature map along the axis.

    Raises:
        ValueError: If a number is out of its range, the padding is unknown, or the
            kernel is larger than the padded picture.

    Source:
        Dumoulin and Visin, arXiv:1603.07285, relationship 6. For `"same"`, the notes
        on padding in TensorFlow's documentation of `tf.nn`.

    Example:
        >>> output_size(5, 3)
        3
        >>> output_size(28, 3, stride=2, padding=1)
        14
    """
    before, after = padding_widths(size, kernel_size, stride, padding)
    padded_size = before + size + after
    if kernel_size > padded_size:
        raise ValueError(
            f"The kernel is larger than the padded picture: received "
            f"kernel_size={kernel_size}, but size={size} with padding={padding!r} "
            f"gives {padded_size} pixels. "
            "Use a smaller kernel, a larger picture or more padding."
        )
    return (padded_size - kernel_size) // stride + 1


def padding_widths(
    size: int, kernel_size: int, stride: int = 1, padding: Padding = "valid"
) -> tuple[int, int]:
    """Say how many pixels of padding go before and after one axis.

    Args:
        size: Pixels along the axis; at least 1.
        kernel_size: Pixels of the kernel along the axis; at least 1.
        stride: Step between windows, in pixels; at least 1.
        padding: `"valid"`, `"same"` or the pixels added on each side.

    Returns:
        Pixels before (top or left) and after (bottom or right). They differ for
        `"same"` where the total is odd.

    Raises:
        ValueError: If a number is out of its range or the padding is unknown.

    Source:
        The notes on padding in TensorFlow's documentation of `tf.nn`.

    Example:
        >>> padding_widths(28, 3, stride=2, padding="same")
        (0, 1)
    """
    check_whole_number("size", size, minimum=1)
    check_whole_number("kernel_size", kernel_size, minimum=1)
    check_whole_number("stride", stride, minimum=1)
    if isinstance(padding, str) and padding == "valid":
        return 0, 0
    if isinstance(padding, str) and padding == "same":
        windows = -(-size // stride)  # rounded up
        total = max((windows - 1) * stride + kernel_size - size, 0)
        return total // 2, total - total // 2
    if not is_whole_number(padding) or padding < 0:
        raise ValueError(
            '`padding` must be "valid", "same" or a whole number of pixels, at least '
            f'0: received {padding!r}. Write "valid" for no padding, "same" (in lower '
            "case) for TensorFlow's rule, or a number such as 1."
        )
    return padding, padding


def conv2d_parameters(
    kernel_size: int | tuple[int, int],
    channels: int,
    filters: int,
    use_bias: bool = True,
) -> int:
    """Count what a convolution layer learns.

    The picture's height and width do not appear: each filter is shared by all windows.

    Args:
        kernel_size: Pixels of a square kernel's side, or `(height, width)`.
        channels: Channels of the layer's input.
        filters: Feature maps that the layer gives.
        use_bias: Whether each filter has a bias (one number a filter, not a weight).

    Returns:
        Weights and biases together.

    Raises:
        ValueError: If a number is not whole or less than 1.

    Example:
        >>> conv2d_parameters(3, channels=3, filters=8)
        224
    """
    height, width = _height_and_width(kernel_size)
    check_whole_number("channels", channels, minimum=1)
    check_whole_number("filters", filters, minimum=1)
    return height * width * channels * filters + (filters if use_bias else 0)


# One picture of one channel


def pad2d(
    images: ArrayLike,
    padding: int | tuple[tuple[int, int], tuple[int, int]],
    value: float = 0,
) -> np.ndarray:
    """Put a border around each picture.

    Args:
        images: Numbers, `(height, width)` or `(batch, height, width, channels)`.
        padding: Pixels on every side, or `((top, bottom), (left, right))`, such as
            `padding_widths` gives for each axis.
        value: What the border holds.

    Returns:
        A copy, higher by `top + bottom` and wider by `left + right`.

    Raises:
        ValueError: If `images` has another rank or a width is negative.

    Example:
        >>> pad2d([[1, 2], [3, 4]], 1)
        array([[0, 0, 0, 0],
               [0, 1, 2, 0],
               [0, 3, 4, 0],
               [0, 0, 0, 0]])
    """
    images = check_array("images", images, IMAGES[1:3], IMAGES)
    if is_whole_number(padding):
        padding = ((padding, padding), (padding, padding))
    try:
        (top, bottom), (left, right) = padding
    except (TypeError, ValueError):
        raise ValueError(
            "`padding` must be a whole number of pixels or ((top, bottom), (left, "
            f'right)): received {padding!r}. For the widths of "same" call '
            "`padding_widths` for each axis."
        ) from None
    for width in (top, bottom, left, right):
        check_whole_number("padding", width, minimum=0)
    border = ((top, bottom), (left, right))
    if images.ndim == 4:
        border = ((0, 0), *border, (0, 0))
    images = images.astype(np.result_type(images, value), copy=False)
    return np.pad(images, border, constant_values=value)


def cross_correlate2d(
    image: ArrayLike, kernel: ArrayLike, stride: int = 1, padding: Padding = "valid"
) -> np.ndarray:
    """Slide a kernel over a picture: at each place, multiply and add up.

    This is what deep learning calls convolution; the kernel is not flipped.

    Args:
        image: Numbers, `(height, width)`.
        kernel: Numbers, `(kernel_height, kernel_width)`.
        stride: Step between windows, in pixels; at least 1.
        padding: `"valid"`, `"same"` or the pixels added on each side.

    Returns:
        The feature map, `(out_height, out_width)`.

    Raises:
        ValueError: If an array is not of rank 2, or the sizes do not fit (see
            `output_size`).

    Source:
        Goodfellow, Bengio and Courville, Deep Learning, 2016, section 9.1.

    Example:
        >>> image = [
        ...     [1, 1, 1, 0, 0],
        ...     [0, 1, 1, 1, 0],
        ...     [0, 0, 1, 1, 1],
        ...     [0, 0, 1, 1, 0],
        ...     [0, 1, 1, 0, 0],
        ... ]
        >>> cross_correlate2d(image, [[1, 0, 1], [0, 1, 0], [1, 0, 1]])
        array([[4, 3, 4],
               [2, 4, 3],
               [2, 3, 4]])
    """
    image = check_array("image", image, ("height", "width"))
    kernel = check_array("kernel", kernel, KERNELS[:2])
    kernel_height, kernel_width = kernel.shape
    out_height, out_width = _map_size(image.shape, kernel.shape, stride, padding)
    padded = pad2d(image, _borders(image.shape, kernel.shape, stride, padding))
    feature_map = np.zeros((out_height, out_width), np.result_type(image, kernel))
    for row in range(out_height):
        for column in range(out_width):
            top, left = row * stride, column * stride
            window = padded[top : top + kernel_height, left : left + kernel_width]
            feature_map[row, column] = np.sum(window * kernel)
    return feature_map


def convolve2d(
    image: ArrayLike, kernel: ArrayLike, stride: int = 1, padding: Padding = "valid"
) -> np.ndarray:
    """Convolve as mathematics defines it: turn the kernel by 180°, then slide it.

    A network that learns its kernels can learn them turned, so its layers leave the
    turn out (`cross_correlate2d`). The two agree where the kernel looks the same after
    half a turn.

    Args:
        image: Numbers, `(height, width)`.
        kernel: Numbers, `(kernel_height, kernel_width)`.
        stride: Step between windows, in pixels; at least 1.
        padding: `"valid"`, `"same"` or the pixels added on each side.

    Returns:
        The feature map, `(out_height, out_width)`.

    Raises:
        ValueError: As `cross_correlate2d`.

    Source:
        Goodfellow, Bengio and Courville, Deep Learning, 2016, section 9.1.

    Example:
        >>> convolve2d([[1, 2, 4]], [[1, 0]]), cross_correlate2d([[1, 2, 4]], [[1, 0]])
        (array([[2, 4]]), array([[1, 2]]))
    """
    kernel = check_array("kernel", kernel, KERNELS[:2])
    return cross_correlate2d(image, kernel[::-1, ::-1], stride, padding)


# A layer: many pictures, channels and filters


def conv2d_loops(
    images: ArrayLike,
    kernels: ArrayLike,
    bias: ArrayLike | None = None,
    stride: int = 1,
    padding: Padding = "valid",
) -> np.ndarray:
    """Slide each kernel over each picture, summing products.

    Written as loops, to be read; `conv2d` is the fast equivalent.

    Args:
        images: Numbers, `(batch, height, width, channels)`.
        kernels: Numbers, `(kernel_height, kernel_width, channels, filters)`.
        bias: Numbers, `(filters,)`, one for each filter; none if left out.
        stride: Step between windows, in pixels; at least 1.
        padding: `"valid"`, `"same"` or the pixels added on each side.

    Returns:
        Feature maps, `(batch, out_height, out_width, filters)`.

    Raises:
        ValueError: If an array has the wrong rank, `images` and `kernels` disagree on
            channels, `bias` and `kernels` on filters, or the sizes do not fit (see
            `output_size`).

    Source:
        Dumoulin and Visin, arXiv:1603.07285, chapter 2.

    Example:
        >>> conv2d_loops(np.ones((1, 5, 5, 3)), np.ones((3, 3, 3, 2))).shape
        (1, 3, 3, 2)
    """
    images, kernels, bias = _layer_arrays(images, kernels, bias)
    batch, *size, _ = images.shape
    *kernel_size, _, filters = kernels.shape
    kernel_height, kernel_width = kernel_size
    out_height, out_width = _map_size(size, kernel_size, stride, padding)
    padded = pad2d(images, _borders(size, kernel_size, stride, padding))
    feature_maps = np.zeros(
        (batch, out_height, out_width, filters), np.result_type(images, kernels, bias)
    )
    for picture in range(batch):
        for row in range(out_height):
            for column in range(out_width):
                top, left = row * stride, column * stride
                window = padded[
                    picture, top : top + kernel_height, left : left + kernel_width
                ]  # (kernel_height, kernel_width, channels)
                for filter_ in range(filters):
                    feature_maps[picture, row, column, filter_] = (
                        np.sum(window * kernels[..., filter_]) + bias[filter_]
                    )
    return feature_maps


def conv2d(
    images: ArrayLike,
    kernels: ArrayLike,
    bias: ArrayLike | None = None,
    stride: int = 1,
    padding: Padding = "valid",
) -> np.ndarray:
    """Slide each kernel over each picture, all windows at once.

    The windows become the rows of one matrix and the kernels the columns of another,
    so that one matrix product does the work. For 32 pictures of 28×28 and 1 to 32
    filters that was 150 to 2700 times as fast as the loops, on an otherwise idle
    machine.

    In `float32`, over 300 random layers (up to 32 channels and 5×5 kernels), neither
    this nor `conv2d_tensorflow` was further from `tf.nn.conv2d` than 2.7 rounding units
    (1.2e-7) of the sum of the absolute products. For 32 pictures of 28×28, pixels in
    [0, 1] and 3×3 kernels of He's scale, that is less than 1e-6.

    Args:
        images: Numbers, `(batch, height, width, channels)`.
        kernels: Numbers, `(kernel_height, kernel_width, channels, filters)`.
        bias: Numbers, `(filters,)`, one for each filter; none if left out.
        stride: Step between windows, in pixels; at least 1.
        padding: `"valid"`, `"same"` or the pixels added on each side.

    Returns:
        Feature maps, `(batch, out_height, out_width, filters)`.

    Raises:
        ValueError: As `conv2d_loops`.

    Source:
        Chellapilla, Puri and Simard, High performance convolutional neural networks
        for document processing, 2006.

    Example:
        >>> conv2d(np.ones((1, 5, 5, 3)), np.ones((3, 3, 3, 2)), stride=2).shape
        (1, 2, 2, 2)
    """
    images, kernels, bias = _layer_arrays(images, kernels, bias)
    windows = sliding_windows(images, kernels.shape[:2], stride, padding)
    # (batch, out_height, out_width, channels, kernel_height, kernel_width)
    feature_maps = np.tensordot(windows, kernels, axes=((4, 5, 3), (0, 1, 2)))
    return feature_maps + bias  # (batch, out_height, out_width, filters)


def sliding_windows(
    images: ArrayLike,
    kernel_size: int | tuple[int, int],
    stride: int = 1,
    padding: Padding = "valid",
    value: float = 0,
) -> np.ndarray:
    """Show every window of every picture, without copying a pixel twice.

    Args:
        images: Numbers, `(batch, height, width, channels)`.
        kernel_size: Pixels of a square window's side, or `(height, width)`.
        stride: Step between windows, in pixels; at least 1.
        padding: `"valid"`, `"same"` or the pixels added on each side.
        value: What the padding holds.

    Returns:
        A read-only view, `(batch, out_height, out_width, channels, kernel_height,
        kernel_width)`.

    Raises:
        ValueError: If `images` is not of rank 4, or the sizes do not fit (see
            `output_size`).

    Example:
        >>> picture = np.arange(9).reshape(1, 3, 3, 1)
        >>> sliding_windows(picture, 2)[0, 0, 1, 0]
        array([[1, 2],
               [4, 5]])
    """
    images = check_array("images", images, IMAGES)
    kernel_size = _height_and_width(kernel_size)
    size = images.shape[1:3]
    _map_size(size, kernel_size, stride, padding)  # refuses sizes that do not fit
    padded = pad2d(images, _borders(size, kernel_size, stride, padding), value)
    windows = sliding_window_view(padded, kernel_size, axis=(1, 2))
    return windows[:, ::stride, ::stride]


def conv2d_tensorflow(
    images: tf.Tensor,
    kernels: tf.Tensor,
    bias: tf.Tensor | None = None,
    stride: int = 1,
    padding: Padding = "valid",
) -> tf.Tensor:
    """Slide each kernel over each picture, as a sum of shifted pictures.

    For each place in the kernel, the pixels that lie there in all windows form a
    shifted picture; its channels times the weights at that place are added up.

    Args:
        images: Floats, `(batch, height, width, channels)`; height and width known.
        kernels: Floats, `(kernel_height, kernel_width, channels, filters)`.
        bias: Floats, `(filters,)`, one for each filter; none if left out.
        stride: Step between windows, in pixels; at least 1.
        padding: `"valid"`, `"same"` or the pixels added on each side.

    Returns:
        Feature maps, `(batch, out_height, out_width, filters)`.

    Raises:
        ValueError: As `conv2d_loops`, or if the tensors are not floats of one dtype.

    Source:
        Dumoulin and Visin, arXiv:1603.07285, chapter 2.

    Example:
        >>> import tensorflow as tf
        >>> out = conv2d_tensorflow(tf.ones((1, 5, 5, 3)), tf.ones((3, 3, 3, 2)))
        >>> tuple(out.shape)
        (1, 3, 3, 2)
    """
    import tensorflow as tf

    images = check_tensor("images", images, IMAGES)
    kernels = check_tensor("kernels", kernels, KERNELS)
    if bias is None:
        bias = tf.zeros(kernels.shape[3], kernels.dtype)
    bias = check_tensor("bias", bias, ("filters",))
    check_one_dtype(images=images, kernels=kernels, bias=bias)
    _check_layer_shapes(images.shape, kernels.shape, bias.shape)
    feature_maps = bias
    for row, column, pixels in shifted_tensorflow(
        images, tuple(kernels.shape[:2]), stride, padding
    ):
        # (batch, out_height, out_width, channels) times (channels, filters)
        feature_maps += tf.tensordot(pixels, kernels[row, column], axes=1)
    return feature_maps  # (batch, out_height, out_width, filters)


def shifted_tensorflow(
    images: tf.Tensor,
    kernel_size: int | tuple[int, int],
    stride: int = 1,
    padding: Padding = "valid",
    value: float = 0,
) -> Iterator[tuple[int, int, tf.Tensor]]:
    """Go through the places of a window, with the pixels that lie there in each.

    Args:
        images: Floats, `(batch, height, width, channels)`; height and width known.
        kernel_size: Pixels of a square window's side, or `(height, width)`.
        stride: Step between windows, in pixels; at least 1.
        padding: `"valid"`, `"same"` or the pixels added on each side.
        value: What the padding holds.

    Yields:
        Row and column within the window, and the pixels there, `(batch, out_height,
        out_width, channels)`.

    Raises:
        ValueError: If the sizes do not fit (see `output_size`).
    """
    import tensorflow as tf

    size = images.shape[1:3]
    check_known_axes("images", images.shape)
    kernel_size = kernel_height, kernel_width = _height_and_width(kernel_size)
    out_height, out_width = _map_size(size, kernel_size, stride, padding)
    rows, columns = _borders(size, kernel_size, stride, padding)
    padded = tf.pad(images, ((0, 0), rows, columns, (0, 0)), constant_values=value)
    for row in range(kernel_height):
        for column in range(kernel_width):
            bottom = row + (out_height - 1) * stride + 1
            right = column + (out_width - 1) * stride + 1
            yield row, column, padded[:, row:bottom:stride, column:right:stride]


def _height_and_width(kernel_size: int | Sequence[int]) -> tuple[int, int]:
    sides = kernel_size if isinstance(kernel_size, Sequence) else (kernel_size,) * 2
    if len(sides) != 2:
        raise ValueError(
            f"`kernel_size` must be one number or two: received {kernel_size!r}. "
            "Write the side of a square, or (height, width)."
        )
    for side in sides:
        check_whole_number("kernel_size", side, minimum=1)
    height, width = sides
    return height, width


def _map_size(
    size: Sequence[int], kernel_size: Sequence[int], stride: int, padding: Padding
) -> tuple[int, int]:
    (height, width), (kernel_height, kernel_width) = size, kernel_size
    return (
        output_size(height, kernel_height, stride, padding),
        output_size(width, kernel_width, stride, padding),
    )


def _borders(
    size: Sequence[int], kernel_size: Sequence[int], stride: int, padding: Padding
) -> tuple[tuple[int, int], tuple[int, int]]:
    (height, width), (kernel_height, kernel_width) = size, kernel_size
    return (
        padding_widths(height, kernel_height, stride, padding),
        padding_widths(width, kernel_width, stride, padding),
    )


# Checks of what arrives, shared with `pooling` and `dense`


def is_whole_number(value: Any) -> bool:
    """Say whether a value is an integer, of Python or NumPy, and no boolean."""
    return isinstance(value, int | np.integer) and not isinstance(value, bool)


def check_whole_number(name: str, value: Any, minimum: int) -> None:
    """Refuse what is not an integer of at least `minimum`.

    Raises:
        ValueError: If it is not; the message names the argument.
    """
    if not is_whole_number(value) or value < minimum:
        raise ValueError(
            f"`{name}` must be a whole number, at least {minimum}: received {value!r}. "
            f"Give an int such as {max(minimum, 1)}."
        )


def check_array(name: str, values: ArrayLike, *layouts: tuple[str, ...]) -> np.ndarray:
    """Make an array of numbers, with one of the given layouts of named axes.

    Args:
        name: The argument's name, for the message.
        values: What arrived.
        layouts: Names of the axes; any rank is right if there is none.

    Returns:
        An array of floats, or of `int64` where whole numbers or booleans arrived.

    Raises:
        ValueError: If the values are not real numbers, or the rank is wrong.
    """
    try:
        array = np.asarray(values)
    except ValueError:
        raise ValueError(
            f"`{name}` must be an array: received rows of different lengths. "
            "Give every row the same length."
        ) from None
    if array.dtype.kind not in "buif":
        raise ValueError(
            f"`{name}` must hold real numbers: received dtype {array.dtype}. "
            "Convert it first, for example with np.asarray(values, dtype=float)."
        )
    _check_rank(name, array.shape, layouts)
    return array if array.dtype.kind == "f" else array.astype(np.int64)


def check_tensor(name: str, values: Any, *layouts: tuple[str, ...]) -> tf.Tensor:
    """Make a tensor of floats, with one of the given layouts of named axes.

    Args:
        name: The argument's name, for the message.
        values: What arrived.
        layouts: Names of the axes; any known rank is right if there is none.

    Returns:
        The tensor.

    Raises:
        ValueError: If the values are not floats, or the rank is unknown or wrong.
    """
    import tensorflow as tf

    try:
        tensor = tf.convert_to_tensor(values)
    except (TypeError, ValueError) as error:
        raise ValueError(
            f"`{name}` must be something that TensorFlow can turn into a tensor: "
            f"received {type(values).__name__}. "
            "Give a tensor, an array, or lists of floats with rows of one length."
        ) from error
    if not tensor.dtype.is_floating:
        raise ValueError(
            f"`{name}` must hold floats: received dtype {tensor.dtype.name}. "
            f"Convert it with tf.cast({name}, tf.float32)."
        )
    if tensor.shape.rank is None:
        raise ValueError(
            f"`{name}` must have a known rank: received a tensor of unknown shape. "
            "Give its shape with tf.ensure_shape or an input signature."
        )
    _check_rank(name, tuple(tensor.shape), layouts)
    return tensor


def check_known_axes(name: str, shape: Sequence[int | None]) -> None:
    """Refuse a tensor of which an axis other than the batch is of unknown size.

    Raises:
        ValueError: If one is unknown.
    """
    if None in tuple(shape)[1:]:
        raise ValueError(
            f"`{name}` must have axes of known size, except for the batch: received "
            f"shape {tuple(shape)}. Give the size in the input signature, or by "
            "tf.ensure_shape."
        )


def check_one_dtype(**tensors: tf.Tensor) -> None:
    """Refuse tensors of different dtypes, which TensorFlow does not mix.

    Raises:
        ValueError: If they differ; the message names each.
    """
    if len({tensor.dtype for tensor in tensors.values()}) > 1:
        received = ", ".join(f"{name} {t.dtype.name}" for name, t in tensors.items())
        raise ValueError(
            f"TensorFlow needs one dtype for all: received {received}. "
            "Convert with tf.cast(values, tf.float32)."
        )


def _check_rank(
    name: str, shape: tuple[int | None, ...], layouts: tuple[tuple[str, ...], ...]
) -> None:
    if not layouts or len(shape) in [len(axes) for axes in layouts]:
        return
    expected = " or ".join(f"({', '.join(axes)})" for axes in layouts)
    advice = "Reshape it."
    if IMAGES in layouts:
        advice = (
            "np.newaxis adds an axis: values[np.newaxis] the batch, "
            "values[..., np.newaxis] the channels."
        )
    raise ValueError(
        f"`{name}` must have the axes {expected}: received {len(shape)} axes, "
        f"shape {shape}. {advice}"
    )


def _layer_arrays(
    images: ArrayLike, kernels: ArrayLike, bias: ArrayLike | None
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    images = check_array("images", images, IMAGES)
    kernels = check_array("kernels", kernels, KERNELS)
    if bias is None:
        bias = np.zeros(kernels.shape[3], kernels.dtype)
    bias = check_array("bias", bias, ("filters",))
    _check_layer_shapes(images.shape, kernels.shape, bias.shape)
    return images, kernels, bias


def _check_layer_shapes(
    images: Sequence[int], kernels: Sequence[int], bias: Sequence[int]
) -> None:
    *_, channels = images
    *_, kernel_channels, filters = kernels
    if channels != kernel_channels:
        raise ValueError(
            f"`kernels` expects {kernel_channels} channels but `images` has "
            f"{channels}: received images.shape={tuple(images)}, "
            f"kernels.shape={tuple(kernels)}. "
            "Make the last axis of `images` equal the third axis of `kernels`."
        )
    if tuple(bias) != (filters,):
        raise ValueError(
            f"`bias` must have one number for each of the {filters} filters: "
            f"received bias.shape={tuple(bias)}, kernels.shape={tuple(kernels)}. "
            "Make the length of `bias` equal the last axis of `kernels`."
        )
