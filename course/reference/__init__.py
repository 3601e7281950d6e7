"""Reference implementations, to be read: in NumPy, and in TensorFlow's operations.

For instructors and for self-study; learners who are graded build these themselves.
Importing this package does not import TensorFlow: functions named `..._tensorflow` do
so when they are called.

`dense` is here the function; the rest of its module comes by `from
course.reference.dense import ...`.
"""

from course.reference.convolution import (
    Padding,
    conv2d,
    conv2d_loops,
    conv2d_parameters,
    conv2d_tensorflow,
    convolve2d,
    cross_correlate2d,
    output_size,
    pad2d,
    padding_widths,
    sliding_windows,
)
from course.reference.dense import (
    cross_entropy,
    cross_entropy_tensorflow,
    dense,
    dense_parameters,
    dense_tensorflow,
    flatten,
    flatten_tensorflow,
    forward,
    forward_steps,
    forward_tensorflow,
    one_hot,
    one_hot_tensorflow,
    relu,
    relu_tensorflow,
    softmax,
    softmax_tensorflow,
)
from course.reference.pooling import (
    average_pool2d,
    average_pool2d_tensorflow,
    global_average_pool2d,
    global_average_pool2d_tensorflow,
    max_pool2d,
    max_pool2d_tensorflow,
)

__all__ = [
    "Padding",
    "average_pool2d",
    "average_pool2d_tensorflow",
    "conv2d",
    "conv2d_loops",
    "conv2d_parameters",
    "conv2d_tensorflow",
    "convolve2d",
    "cross_correlate2d",
    "cross_entropy",
    "cross_entropy_tensorflow",
    "dense",
    "dense_parameters",
    "dense_tensorflow",
    "flatten",
    "flatten_tensorflow",
    "forward",
    "forward_steps",
    "forward_tensorflow",
    "global_average_pool2d",
    "global_average_pool2d_tensorflow",
    "max_pool2d",
    "max_pool2d_tensorflow",
    "one_hot",
    "one_hot_tensorflow",
    "output_size",
    "pad2d",
    "padding_widths",
    "relu",
    "relu_tensorflow",
    "sliding_windows",
    "softmax",
    "softmax_tensorflow",
]
