"""Convolution: by hand, and against TensorFlow and Keras on random layers."""

import os
import subprocess
import sys

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from reference_cases import (
    PADDINGS,
    few_properties,
    for_tensorflow,
    layers,
    properties,
)

from course.reference import (
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

UNIT_IMAGE = np.array(
    [
        [1, 1, 1, 0, 0],
        [0, 1, 1, 1, 0],
        [0, 0, 1, 1, 1],
        [0, 0, 1, 1, 0],
        [0, 1, 1, 0, 0],
    ]
)
UNIT_KERNEL = np.array([[1, 0, 1], [0, 1, 0], [1, 0, 1]])
RAMP = np.arange(12).reshape(3, 4)

forms = pytest.mark.parametrize("form", [conv2d_loops, conv2d, conv2d_tensorflow])


def random_layer(rng, dtype=np.float32):
    return (
        rng.standard_normal((2, 6, 7, 3)).astype(dtype),
        rng.standard_normal((3, 2, 3, 4)).astype(dtype),
        rng.standard_normal(4).astype(dtype),
    )


# By hand


def test_unit_example_has_4_3_4_as_its_first_row():
    expected = [[4, 3, 4], [2, 4, 3], [2, 3, 4]]
    np.testing.assert_array_equal(cross_correlate2d(UNIT_IMAGE, UNIT_KERNEL), expected)


def test_unit_example_hides_a_flipped_kernel():
    np.testing.assert_array_equal(
        convolve2d(UNIT_IMAGE, UNIT_KERNEL), cross_correlate2d(UNIT_IMAGE, UNIT_KERNEL)
    )


@pytest.mark.parametrize(
    ("kernel", "stride", "padding", "expected"),
    [
        ([[-1, 1]], 1, "valid", [[1, 1, 1], [1, 1, 1], [1, 1, 1]]),
        ([[1], [-1]], 1, "valid", [[-4] * 4, [-4] * 4]),
        ([[1, 2], [3, 4]], 1, "valid", [[34, 44, 54], [74, 84, 94]]),
        ([[1, 2], [3, 4]], 2, "valid", [[34, 54]]),
        ([[1, 2], [3, 4]], 2, 1, [[0, 11, 9], [40, 84, 40]]),
        (
            [[1, 2], [3, 4]],
            1,
            "same",
            [[34, 44, 54, 24], [74, 84, 94, 40], [26, 29, 32, 11]],
        ),
        ([[1, 2], [3, 4]], 3, "same", [[34, 24]]),
    ],
)
def test_cross_correlation_by_hand(kernel, stride, padding, expected):
    result = cross_correlate2d(RAMP, kernel, stride, padding)
    np.testing.assert_array_equal(result, expected)


def test_convolution_turns_the_kernel_around():
    # 0*4 + 1*3 + 4*2 + 5*1 = 16 at the first place.
    result = convolve2d(RAMP, [[1, 2], [3, 4]])
    np.testing.assert_array_equal(result, [[16, 26, 36], [56, 66, 76]])


@forms
def test_channels_are_added_up_and_the_bias_counts_once(form):
    images = np.stack([np.ones((3, 3)), 10 * np.ones((3, 3))], axis=-1)[np.newaxis]
    kernels = np.ones((2, 2, 2, 2))
    kernels[..., 1] = -1
    result = np.asarray(form(images, kernels, np.array([0.5, 100.0])))
    np.testing.assert_array_equal(result[0, ..., 0], [[44.5, 44.5], [44.5, 44.5]])
    np.testing.assert_array_equal(result[0, ..., 1], [[56, 56], [56, 56]])


@forms
def test_bias_may_be_left_out(form):
    images, kernels, bias = random_layer(np.random.default_rng(0))
    with_zeros = form(images, kernels, np.zeros_like(bias))
    np.testing.assert_array_equal(form(images, kernels), with_zeros)


@forms
def test_no_pictures_give_no_maps(form):
    out = form(np.zeros((0, 5, 5, 1), np.float32), np.ones((3, 3, 1, 2), np.float32))
    assert tuple(out.shape) == (0, 3, 3, 2)


@forms
def test_not_a_number_stays_in_the_windows_that_hold_it(form):
    images = np.ones((1, 5, 5, 1))
    images[0, 0, 0, 0] = np.nan
    result = np.asarray(form(images, np.ones((2, 2, 1, 1))))[0, ..., 0]
    assert np.isnan(result[0, 0])
    assert np.isfinite(result).sum() == result.size - 1


# Against TensorFlow and Keras


@properties
@given(layer=layers())
def test_all_forms_equal_tensorflow_exactly_on_whole_numbers(tf, layer):
    images, kernels, bias, stride, padding = layer.arguments
    expected = tf.nn.conv2d(images, kernels, stride, for_tensorflow(padding)) + bias
    for form in (conv2d_loops, conv2d, conv2d_tensorflow):
        np.testing.assert_array_equal(form(*layer.arguments), expected, form.__name__)


@properties
@given(layer=layers(whole=False))
def test_all_forms_are_within_rounding_of_tensorflow(tf, layer):
    images, kernels, bias, stride, padding = layer.arguments
    expected = tf.nn.conv2d(images, kernels, stride, for_tensorflow(padding)) + bias
    # A sum of n products and a bias errs by at most (n + 1) / 2 rounding units of the
    # sum of their absolute values, in whatever order it is taken; here two such sums.
    absolute = conv2d(abs(images), abs(kernels), abs(bias), stride, padding)
    terms = np.prod(kernels.shape[:3]) + 1
    bound = terms * np.finfo(np.float32).eps * absolute
    for form in (conv2d_loops, conv2d, conv2d_tensorflow):
        difference = np.abs(np.asarray(form(*layer.arguments)) - expected)
        assert (difference <= bound).all(), form.__name__


def test_distance_from_tensorflow_is_as_the_docstring_states(tf):
    rng = np.random.default_rng(0)
    images = rng.random((32, 28, 28, 1), np.float32)
    kernels = rng.normal(0, np.sqrt(2 / 9), (3, 3, 1, 32)).astype(np.float32)
    expected = tf.nn.conv2d(images, kernels, 1, "VALID")
    for form in (conv2d, conv2d_tensorflow):
        assert np.abs(np.asarray(form(images, kernels)) - expected).max() < 1e-6


@few_properties
@given(layer=layers(paddings=["valid", "same"]))
def test_all_forms_equal_the_keras_layer(keras, layer):
    _, kernels, bias, stride, padding = layer.arguments
    keras_layer = keras.layers.Conv2D(
        bias.size, kernels.shape[:2], strides=stride, padding=padding
    )
    keras_layer.build(layer.images.shape)
    keras_layer.set_weights([kernels, bias])
    expected = keras_layer(layer.images)
    for form in (conv2d_loops, conv2d, conv2d_tensorflow):
        np.testing.assert_array_equal(form(*layer.arguments), expected, form.__name__)


@few_properties
@given(layer=layers())
def test_one_picture_of_one_channel_equals_the_layer(layer):
    images, kernels, _, stride, padding = layer.arguments
    expected = conv2d(
        images[:1, :, :, :1], kernels[:, :, :1, :1], None, stride, padding
    )
    result = cross_correlate2d(images[0, ..., 0], kernels[..., 0, 0], stride, padding)
    np.testing.assert_array_equal(result, expected[0, ..., 0])


@properties
@given(
    sides=st.tuples(st.integers(1, 7), st.integers(1, 7)),
    kernel_size=st.integers(1, 4),
    seed=st.integers(0, 2**32 - 1),
)
def test_true_convolution_is_a_product_of_spectra(sides, kernel_size, seed):
    rng = np.random.default_rng(seed)
    image = rng.integers(-4, 5, sides)
    kernel = rng.integers(-4, 5, (kernel_size, kernel_size))
    full = [side + kernel_size - 1 for side in sides]
    spectrum = np.fft.fft2(image, full) * np.fft.fft2(kernel, full)
    np.testing.assert_array_equal(
        convolve2d(image, kernel, padding=kernel_size - 1),
        np.fft.ifft2(spectrum).real.round(),
    )


@few_properties
@given(layer=layers(whole=False))
def test_gradients_equal_those_of_tensorflow(tf, layer):
    images, kernels, bias, stride, padding = map(
        lambda x: tf.constant(x, tf.float64) if isinstance(x, np.ndarray) else x,
        layer.arguments,
    )
    with tf.GradientTape(persistent=True) as tape:
        tape.watch([images, kernels, bias])
        ours = conv2d_tensorflow(images, kernels, bias, stride, padding)
        theirs = tf.nn.conv2d(images, kernels, stride, for_tensorflow(padding)) + bias
        ours, theirs = tf.reduce_sum(ours**2), tf.reduce_sum(theirs**2)
    for variable in (images, kernels, bias):
        np.testing.assert_allclose(
            tape.gradient(ours, variable), tape.gradient(theirs, variable), atol=1e-9
        )


def test_tensorflow_form_runs_in_a_graph_of_unknown_batch(tf):
    images, kernels, bias = random_layer(np.random.default_rng(1))
    kernels = tf.Variable(kernels)
    traced = tf.function(
        lambda values: conv2d_tensorflow(values, kernels, bias, 2, "same"),
        input_signature=[tf.TensorSpec((None, *images.shape[1:]))],
    )
    expected = tf.nn.conv2d(images, kernels, 2, "SAME") + bias
    np.testing.assert_allclose(traced(images), expected, rtol=1e-5, atol=1e-5)


# Sizes


@properties
@given(
    size=st.integers(1, 40),
    kernel_size=st.integers(1, 40),
    stride=st.integers(1, 5),
    padding=st.sampled_from(PADDINGS),
)
def test_output_size_counts_the_windows(size, kernel_size, stride, padding):
    before, after = padding_widths(size, kernel_size, stride, padding)
    starts = range(0, before + size + after - kernel_size + 1, stride)
    if len(starts) == 0:
        with pytest.raises(ValueError, match="kernel is larger"):
            output_size(size, kernel_size, stride, padding)
    else:
        assert output_size(size, kernel_size, stride, padding) == len(starts)


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ((5, 3), 3),
        ((5, 5), 1),
        ((28, 3, 1, 1), 28),
        ((28, 3, 2), 13),
        ((28, 3, 2, 1), 14),
        ((7, 2, 2), 3),
        ((7, 2, 2, "same"), 4),
        ((2, 5, 1, "same"), 2),
        ((1, 3, 1, 1), 1),
        ((np.int64(28), np.int64(3)), 26),
    ],
)
def test_output_size_by_hand(arguments, expected):
    assert output_size(*arguments) == expected


def test_same_puts_the_odd_pixel_last():
    assert padding_widths(5, 2, 1, "same") == (0, 1)
    assert padding_widths(5, 4, 1, "same") == (1, 2)


def test_same_needs_no_padding_where_the_stride_skips_pixels():
    assert padding_widths(5, 1, 3, "same") == (0, 0)


def test_pad2d_takes_a_different_width_on_each_side():
    padded = pad2d([[1]], ((0, 1), (2, 0)), value=7)
    np.testing.assert_array_equal(padded, [[7, 7, 1], [7, 7, 7]])


def test_pad2d_leaves_batch_and_channels_alone():
    assert pad2d(np.ones((2, 3, 4, 5)), 1).shape == (2, 5, 6, 5)


def test_pad2d_makes_room_for_a_fraction():
    np.testing.assert_array_equal(pad2d([[1]], ((0, 0), (0, 1)), 0.5), [[1, 0.5]])
    assert pad2d(np.ones((1, 1), np.float32), 1, 0.5).dtype == np.float32


def test_sliding_windows_cannot_be_written_to():
    windows = sliding_windows(np.zeros((1, 4, 4, 1)), (2, 3))
    assert windows.shape == (1, 3, 2, 1, 2, 3)
    with pytest.raises(ValueError, match="read-only"):
        windows[0] = 1


@pytest.mark.parametrize("use_bias", [True, False])
@pytest.mark.parametrize(
    ("kernel_size", "channels", "filters"), [(3, 3, 8), ((1, 5), 4, 2), (5, 1, 32)]
)
def test_parameters_are_counted_as_keras_does(
    keras, kernel_size, channels, filters, use_bias
):
    layer = keras.layers.Conv2D(filters, kernel_size, use_bias=use_bias)
    layer.build((None, 28, 28, channels))
    counted = conv2d_parameters(kernel_size, channels, filters, use_bias)
    assert counted == layer.count_params()


# dtypes


@pytest.mark.parametrize(
    ("of_images", "of_kernels", "expected"),
    [
        ("float32", "float32", "float32"),
        ("float64", "float64", "float64"),
        ("float16", "float16", "float16"),
        ("float32", "float64", "float64"),
        ("uint8", "int8", "int64"),
        ("bool", "int64", "int64"),
        ("uint8", "float32", "float64"),
    ],
)
def test_numpy_forms_keep_floats_and_widen_whole_numbers(
    of_images, of_kernels, expected
):
    images = np.ones((1, 3, 3, 1), of_images)
    kernels = np.ones((2, 2, 1, 1), of_kernels)
    for form in (conv2d_loops, conv2d):
        assert form(images, kernels).dtype == expected
    assert cross_correlate2d(images[0, ..., 0], kernels[..., 0, 0]).dtype == expected


def test_8_bit_pixels_do_not_overflow():
    bright = np.full((1, 2, 2, 1), 255, np.uint8)
    assert conv2d(bright, np.full((2, 2, 1, 1), -3, np.int8)).item() == -3060


@pytest.mark.parametrize("dtype", ["float16", "float32", "float64"])
def test_tensorflow_form_keeps_the_dtype(dtype):
    images, kernels, bias = random_layer(np.random.default_rng(2), dtype)
    assert conv2d_tensorflow(images, kernels, bias).dtype.name == dtype


@forms
def test_what_is_passed_in_is_not_changed(form):
    arrays = random_layer(np.random.default_rng(3))
    copies = [array.copy() for array in arrays]
    form(*arrays, 2, 1)
    for array, copy in zip(arrays, copies, strict=True):
        np.testing.assert_array_equal(array, copy)


# Bad input

IMAGES = np.ones((1, 5, 5, 3), np.float32)
KERNELS = np.ones((3, 3, 3, 2), np.float32)
BIAS = np.ones(2, np.float32)


@forms
@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((IMAGES[0], KERNELS), r"`images`.*received 3 axes.*\(5, 5, 3\).*newaxis"),
        ((IMAGES, KERNELS[..., 0]), r"`kernels`.*filters\): received 3 axes"),
        ((IMAGES, KERNELS, BIAS[0]), r"`bias`.*\(filters\): received 0 axes"),
        ((IMAGES[..., :1], KERNELS), "expects 3 channels but `images` has 1.*Make"),
        ((IMAGES, KERNELS, BIAS[:1]), "each of the 2 filters.*Make the length"),
        ((IMAGES, KERNELS, BIAS, 0), "`stride`.*at least 1: received 0"),
        ((IMAGES, KERNELS, BIAS, 1.0), "`stride`.*whole number.*received 1.0"),
        ((IMAGES, KERNELS, BIAS, True), "`stride`.*whole number.*received True"),
        ((IMAGES, KERNELS, BIAS, 1, "SAME"), "`padding`.*received 'SAME'.*lower"),
        ((IMAGES, KERNELS, BIAS, 1, -1), "`padding`.*at least 0: received -1"),
        ((IMAGES, KERNELS, BIAS, 1, 0.5), "`padding`.*received 0.5"),
        ((IMAGES, KERNELS, BIAS, 1, None), "`padding`.*received None"),
        ((IMAGES, KERNELS, BIAS, 1, BIAS), "`padding`.*received array"),
        ((IMAGES[:, :2], KERNELS), "kernel is larger.*kernel_size=3, but size=2.*Use"),
        ((IMAGES[:, :0], KERNELS), "`size`.*at least 1: received 0"),
        ((IMAGES, KERNELS[:0]), "`kernel_size`.*at least 1: received 0"),
        (([[1.0], [1.0, 2.0]], KERNELS), "`images`"),
        ((IMAGES.astype(complex), KERNELS), "`images` must hold .*complex.*Convert"),
        ((IMAGES, np.full(KERNELS.shape, "w")), "`kernels`"),
    ],
)
def test_layer_says_what_is_wrong_with_its_input(form, arguments, message):
    with pytest.raises(ValueError, match=f"(?s){message}"):
        form(*arguments)


@pytest.mark.parametrize("function", [cross_correlate2d, convolve2d])
@pytest.mark.parametrize(
    ("image", "kernel", "message"),
    [
        (IMAGES, UNIT_KERNEL, r"`image`.*\(height, width\): received 4 axes"),
        (UNIT_IMAGE, KERNELS, "`kernel`.*received 4 axes"),
        (UNIT_KERNEL, UNIT_IMAGE, "kernel is larger"),
        ([[1, 2], [3]], UNIT_KERNEL, "`image`.*rows of different lengths"),
    ],
)
def test_one_picture_says_what_is_wrong(function, image, kernel, message):
    with pytest.raises(ValueError, match=message):
        function(image, kernel)


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: output_size(5.0, 3), "`size`.*received 5.0"),
        (lambda: output_size(5, 0), "`kernel_size`.*received 0"),
        (lambda: output_size(2, 5, padding=1), "gives 4 pixels"),
        (lambda: pad2d([1, 2], 1), r"`images`.*received 1 axes, shape \(2,\)"),
        (lambda: pad2d([[1]], -1), "`padding`.*at least 0"),
        (lambda: pad2d([[1]], "same"), "`padding`.*padding_widths"),
        (lambda: pad2d([[1]], (1, 1)), "`padding`.*received \\(1, 1\\)"),
        (
            lambda: sliding_windows(IMAGES, (2, 2, 2)),
            "`kernel_size`.*one number or two",
        ),
        (lambda: sliding_windows(IMAGES, 2.5), "`kernel_size`.*received 2.5"),
        (lambda: conv2d_parameters(3, 0, 8), "`channels`.*received 0"),
        (lambda: conv2d_parameters(3, 3, -8), "`filters`.*received -8"),
        (lambda: conv2d_parameters((3,), 3, 8), "`kernel_size`.*one number or two"),
        (lambda: conv2d_parameters("3", 3, 8), "`kernel_size`"),
    ],
)
def test_sizes_say_what_is_wrong(call, message):
    with pytest.raises(ValueError, match=message):
        call()


@pytest.mark.parametrize(
    ("images", "message"),
    [
        (IMAGES.astype(np.float64), "one dtype.*images float64, kernels float32.*cast"),
        (IMAGES.astype(np.uint8), "`images` must hold floats.*uint8.*tf.cast"),
        ([IMAGES, "road"], "`images`.*received list"),
    ],
)
def test_tensorflow_form_says_which_dtype_is_wrong(images, message):
    with pytest.raises(ValueError, match=message):
        conv2d_tensorflow(images, KERNELS)


@pytest.mark.parametrize(
    ("shape", "message"),
    [(None, "known rank"), ((None, None, 5, 3), "known size.*None, None, 5, 3")],
)
def test_tensorflow_form_says_that_a_size_is_unknown(tf, shape, message):
    traced = tf.function(
        lambda values: conv2d_tensorflow(values, KERNELS),
        input_signature=[tf.TensorSpec(shape)],
        autograph=False,
    )
    with pytest.raises(ValueError, match=message):
        traced(IMAGES)


# Speed


def test_conv2d_is_a_hundred_times_as_fast_as_the_loops():
    # In a process of its own, on one core: where other work holds a core, the threads
    # of a small matrix product wait for each other for longer than they calculate.
    program = """
import numpy as np
from time import perf_counter
from course.reference import conv2d, conv2d_loops

rng = np.random.default_rng(4)
images = rng.random((32, 28, 28, 1), np.float32)
kernels = rng.random((3, 3, 1, 8), np.float32)

def seconds(form):
    start = perf_counter()
    form(images, kernels)
    return perf_counter() - start

fastest = min(seconds(conv2d) for _ in range(20))
print(seconds(conv2d_loops) / fastest)
"""
    one_thread = dict.fromkeys(["OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS"], "1")
    done = subprocess.run(
        [sys.executable, "-c", program],
        env=os.environ | one_thread,
        capture_output=True,
        text=True,
        check=True,
    )
    assert float(done.stdout) >= 100
