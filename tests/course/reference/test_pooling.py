"""Pooling: by hand, and against TensorFlow and Keras on random layers."""

import numpy as np
import pytest
from hypothesis import given
from reference_cases import few_properties, for_tensorflow, pools, properties

from course.reference import (
    average_pool2d,
    average_pool2d_tensorflow,
    global_average_pool2d,
    global_average_pool2d_tensorflow,
    max_pool2d,
    max_pool2d_tensorflow,
)

MAP = np.array([[1, 3, 2, 0], [5, 2, 1, 1], [0, 0, 7, 8], [1, 2, 9, 4]])
MAP = MAP.reshape(1, 4, 4, 1).astype(np.float32)

max_forms = pytest.mark.parametrize("form", [max_pool2d, max_pool2d_tensorflow])
average_forms = pytest.mark.parametrize(
    "form", [average_pool2d, average_pool2d_tensorflow]
)
window_forms = pytest.mark.parametrize(
    "form",
    [max_pool2d, max_pool2d_tensorflow, average_pool2d, average_pool2d_tensorflow],
)
global_forms = pytest.mark.parametrize(
    "form", [global_average_pool2d, global_average_pool2d_tensorflow]
)


# By hand


@max_forms
@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ((), [[5, 2], [2, 9]]),
        ((2, 1), [[5, 3, 2], [5, 7, 8], [2, 9, 9]]),
        ((3,), [[7]]),
        ((3, 1), [[7, 8], [9, 9]]),
        ((2, 2, 1), [[1, 3, 0], [5, 7, 8], [1, 9, 4]]),
        ((3, 2, "same"), [[7, 8], [9, 9]]),
    ],
)
def test_max_pooling_by_hand(form, arguments, expected):
    np.testing.assert_array_equal(
        np.asarray(form(MAP, *arguments))[0, ..., 0], expected
    )


@average_forms
@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ((), [[2.75, 1], [0.75, 7]]),
        ((2, 1), [[2.75, 2, 1], [1.75, 2.5, 4.25], [0.75, 4.5, 7]]),
        ((2, 2, 1), [[1, 2.5, 0], [2.5, 2.5, 4.5], [1, 5.5, 4]]),
        ((3, 2, "same"), [[21 / 9, 19 / 6], [19 / 6, 7]]),
    ],
)
def test_average_pooling_by_hand(form, arguments, expected):
    result = np.asarray(form(MAP, *arguments))[0, ..., 0]
    np.testing.assert_allclose(result, expected, rtol=1e-6)


@max_forms
@pytest.mark.parametrize("padding", [1, "same"])
def test_padding_never_wins(form, padding):
    assert np.asarray(form(-MAP - 1, 3, 2, padding)).max() < 0


@max_forms
def test_minus_infinity_is_a_number_like_any_other(form):
    nothing = np.full((1, 3, 3, 1), -np.inf, np.float32)
    assert np.isneginf(form(nothing, 2, 2, "same")).all()


@average_forms
@pytest.mark.parametrize("padding", [2, "same"])
def test_padding_is_not_counted_in_the_mean(form, padding):
    np.testing.assert_array_equal(form(np.ones_like(MAP), 3, 1, padding), 1)


@global_forms
def test_global_average_by_hand(form):
    images = np.stack([MAP[..., 0], 2 * MAP[..., 0]], axis=-1)
    np.testing.assert_array_equal(form(images), [[46 / 16, 92 / 16]])


@window_forms
def test_no_pictures_give_no_maps(form):
    assert tuple(form(MAP[:0]).shape) == (0, 2, 2, 1)


# Against TensorFlow and Keras


@properties
@given(pool=pools())
def test_max_pooling_equals_tensorflow(tf, pool):
    images, pool_size, stride, padding = pool.arguments
    expected = tf.nn.max_pool(
        images, pool_size, stride or pool_size, for_tensorflow(padding)
    )
    for form in (max_pool2d, max_pool2d_tensorflow):
        np.testing.assert_array_equal(form(*pool.arguments), expected, form.__name__)


@properties
@given(pool=pools(paddings=["valid", "same"]))
def test_average_pooling_equals_tensorflow(tf, pool):
    images, pool_size, stride, padding = pool.arguments
    expected = tf.nn.avg_pool2d(images, pool_size, stride or pool_size, padding.upper())
    for form in (average_pool2d, average_pool2d_tensorflow):
        np.testing.assert_allclose(
            form(*pool.arguments), expected, rtol=1e-6, err_msg=form.__name__
        )


@properties
@given(pool=pools(paddings=[0, 1, 2, 3]))
def test_average_pooling_with_padding_is_the_mean_of_the_pixels(pool):
    images, pool_size, stride, padding = pool.arguments
    stride = stride or pool_size
    result = average_pool2d(*pool.arguments)
    for _, row, column, _ in np.ndindex(result.shape):
        top, left = row * stride - padding, column * stride - padding
        window = images[
            :, max(top, 0) : top + pool_size, max(left, 0) : left + pool_size
        ]
        mean = window.astype(np.float64).mean(axis=(1, 2))
        np.testing.assert_allclose(result[:, row, column], mean, rtol=1e-6)
    np.testing.assert_allclose(
        average_pool2d_tensorflow(*pool.arguments), result, rtol=1e-6
    )


@few_properties
@given(pool=pools(paddings=["valid", "same"]))
def test_pooling_equals_the_keras_layers(keras, pool):
    images, *options = pool.arguments
    for keras_layer, *forms in [
        (keras.layers.MaxPooling2D, max_pool2d, max_pool2d_tensorflow),
        (keras.layers.AveragePooling2D, average_pool2d, average_pool2d_tensorflow),
    ]:
        expected = keras_layer(*options)(images)
        for form in forms:
            result = form(images, *options)
            np.testing.assert_allclose(result, expected, rtol=1e-6)


@few_properties
@given(pool=pools())
def test_global_average_equals_the_keras_layer(keras, pool):
    expected = keras.layers.GlobalAveragePooling2D()(pool.images)
    for form in (global_average_pool2d, global_average_pool2d_tensorflow):
        np.testing.assert_allclose(form(pool.images), expected, rtol=1e-5, atol=1e-5)


@few_properties
@given(pool=pools(paddings=["valid", "same"]))
def test_gradients_equal_those_of_tensorflow(tf, pool):
    images, pool_size, stride, padding = pool.arguments
    images = tf.constant(images)
    for ours, theirs in [
        (max_pool2d_tensorflow, tf.nn.max_pool2d),
        (average_pool2d_tensorflow, tf.nn.avg_pool2d),
    ]:
        with tf.GradientTape(persistent=True) as tape:
            tape.watch(images)
            our_loss = tf.reduce_sum(ours(images, *pool.arguments[1:]) ** 2)
            their_loss = tf.reduce_sum(
                theirs(images, pool_size, stride or pool_size, padding.upper()) ** 2
            )
        np.testing.assert_allclose(
            tape.gradient(our_loss, images),
            tape.gradient(their_loss, images),
            rtol=1e-5,
            atol=1e-4,
        )


def test_tensorflow_forms_run_in_a_graph_of_unknown_batch(tf):
    @tf.function(input_signature=[tf.TensorSpec((None, 4, 4, 1))])
    def pooled(images):
        return max_pool2d_tensorflow(images), average_pool2d_tensorflow(images)

    largest, mean = pooled(MAP)
    np.testing.assert_array_equal(largest, max_pool2d(MAP))
    np.testing.assert_array_equal(mean, average_pool2d(MAP))


def test_global_average_takes_pictures_of_any_size(tf):
    traced = tf.function(
        global_average_pool2d_tensorflow,
        input_signature=[tf.TensorSpec((None, None, None, 3))],
    )
    for size in (2, 5):
        assert traced(tf.ones((1, size, size + 1, 3))).shape == (1, 3)


# dtypes


@pytest.mark.parametrize("dtype", ["float16", "float32", "float64"])
def test_floats_keep_their_dtype(dtype):
    images = MAP.astype(dtype)
    for form in (max_pool2d, average_pool2d, global_average_pool2d):
        assert form(images).dtype == dtype
    for form in (
        max_pool2d_tensorflow,
        average_pool2d_tensorflow,
        global_average_pool2d_tensorflow,
    ):
        assert form(images).dtype.name == dtype


def test_whole_numbers_have_a_whole_maximum_and_a_float_mean():
    pixels = np.full((1, 4, 4, 1), 255, np.uint8)
    assert max_pool2d(pixels, 3, 2, 1).dtype == np.int64
    np.testing.assert_array_equal(max_pool2d(pixels, 3, 2, 1), 255)
    np.testing.assert_array_equal(average_pool2d(pixels), 255.0)
    assert average_pool2d(pixels).dtype == np.float64
    assert global_average_pool2d(pixels).dtype == np.float64


# Bad input


@window_forms
@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((MAP[0],), "`images`.*received 3 axes.*newaxis"),
        ((MAP.astype(complex),), "`images` must hold.*complex"),
        ((MAP, 0), "`pool_size`.*received 0"),
        ((MAP, (2, 2)), r"`pool_size`.*received \(2, 2\)"),
        ((MAP, 2, 0), "`stride`.*received 0"),
        ((MAP, 2, 1.5), "`stride`.*received 1.5"),
        ((MAP, 5), "larger.*kernel_size=5, but size=4"),
        ((MAP, 2, 2, "full"), "`padding`.*received 'full'"),
        ((MAP, 2, 2, -1), "`padding`.*received -1"),
        ((MAP, 2, 2, 2), "`padding` must be smaller.*padding=2, pool_size=2.*Use"),
    ],
)
def test_pooling_says_what_is_wrong_with_its_input(form, arguments, message):
    with pytest.raises(ValueError, match=message):
        form(*arguments)


@global_forms
def test_global_average_says_what_is_wrong_with_its_input(form):
    with pytest.raises(ValueError, match=r"`images`.*received 2 axes"):
        form(MAP[0, ..., 0])
    with pytest.raises(ValueError, match=r"pixels to average.*\(1, 0, 4, 1\)"):
        form(MAP[:, :0])


@pytest.mark.parametrize(
    "form",
    [
        max_pool2d_tensorflow,
        average_pool2d_tensorflow,
        global_average_pool2d_tensorflow,
    ],
)
def test_tensorflow_forms_ask_for_floats(form):
    with pytest.raises(ValueError, match=r"floats: received dtype int64.*tf\.cast"):
        form(MAP.astype(np.int64))
