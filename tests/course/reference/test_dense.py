"""ReLU to softmax, and the whole network: by hand, and against TensorFlow and Keras."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from reference_cases import few_properties, properties

from course.reference import (
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
    output_size,
    relu,
    relu_tensorflow,
    softmax,
    softmax_tensorflow,
)

relu_forms = pytest.mark.parametrize("form", [relu, relu_tensorflow])
flatten_forms = pytest.mark.parametrize("form", [flatten, flatten_tensorflow])
dense_forms = pytest.mark.parametrize("form", [dense, dense_tensorflow])
softmax_forms = pytest.mark.parametrize("form", [softmax, softmax_tensorflow])
one_hot_forms = pytest.mark.parametrize("form", [one_hot, one_hot_tensorflow])
loss_forms = pytest.mark.parametrize("form", [cross_entropy, cross_entropy_tensorflow])
forward_forms = pytest.mark.parametrize("form", [forward, forward_tensorflow])

seeds = st.integers(0, 2**32 - 1)
small = st.integers(1, 5)


def normal(seed, *shape, scale=1.0):
    values = np.random.default_rng(seed).standard_normal(shape)
    return (scale * values).astype(np.float32)


# ReLU


@relu_forms
def test_relu_keeps_what_is_positive(form):
    np.testing.assert_array_equal(form([-2.0, -0.5, 0.0, 0.5, 2.0]), [0, 0, 0, 0.5, 2])


@few_properties
@given(seed=seeds, shape=st.lists(small, max_size=5))
def test_relu_equals_tensorflow_and_keras(tf, keras, seed, shape):
    values = normal(seed, *shape)
    for form in (relu, relu_tensorflow):
        np.testing.assert_array_equal(form(values), tf.nn.relu(values))
        np.testing.assert_array_equal(form(values), keras.layers.ReLU()(values))


@relu_forms
def test_relu_passes_on_what_is_not_finite(form):
    np.testing.assert_array_equal(form([np.nan, np.inf, -np.inf]), [np.nan, np.inf, 0])


def test_relu_has_the_slope_of_tensorflow_also_at_zero(tf):
    values = tf.constant([-1.0, 0.0, 1.0])
    with tf.GradientTape(persistent=True) as tape:
        tape.watch(values)
        ours, theirs = relu_tensorflow(values), tf.nn.relu(values)
    expected = tape.gradient(theirs, values)
    np.testing.assert_array_equal(tape.gradient(ours, values), expected)


def test_relu_of_whole_numbers_is_whole():
    assert relu(np.array([-3, 3], np.int8)).dtype == np.int64


# Flattening


@flatten_forms
def test_flatten_runs_through_channels_then_columns_then_rows(form):
    height, width, channels = 2, 3, 4
    images = np.arange(2.0 * height * width * channels)
    images = images.reshape(2, height, width, channels)
    flat = np.asarray(form(images))
    for row, column, channel in np.ndindex(height, width, channels):
        index = (row * width + column) * channels + channel
        np.testing.assert_array_equal(flat[:, index], images[:, row, column, channel])


@few_properties
@given(seed=seeds, shape=st.lists(small, min_size=2, max_size=5))
def test_flatten_equals_keras(keras, seed, shape):
    images = normal(seed, *shape)
    for form in (flatten, flatten_tensorflow):
        np.testing.assert_array_equal(form(images), keras.layers.Flatten()(images))


def test_flatten_does_not_depend_on_the_order_in_memory():
    images = normal(0, 2, 3, 4, 5)
    np.testing.assert_array_equal(flatten(np.asfortranarray(images)), flatten(images))


@flatten_forms
def test_flatten_takes_no_pictures(form):
    assert tuple(form(np.zeros((0, 2, 3, 4))).shape) == (0, 24)


# Dense


@dense_forms
def test_dense_by_hand(form):
    weights = [[1.0, 0.0], [0.0, 1.0], [1.0, -1.0]]
    result = form([[1.0, 2.0, 3.0], [0.0, 0.0, 1.0]], weights, [10.0, 20.0])
    np.testing.assert_array_equal(result, [[14, 19], [11, 19]])


@dense_forms
def test_dense_bias_may_be_left_out(form):
    inputs, weights = normal(0, 2, 3), normal(1, 3, 4)
    expected = form(inputs, weights, np.zeros(4, np.float32))
    np.testing.assert_array_equal(form(inputs, weights), expected)


@few_properties
@given(seed=seeds, batch=small, inputs=small, units=small)
def test_dense_equals_keras(keras, seed, batch, inputs, units):
    layer = keras.layers.Dense(units)
    layer.build((None, inputs))
    weights, bias = normal(seed, inputs, units), normal(seed + 1, units)
    layer.set_weights([weights, bias])
    examples = normal(seed + 2, batch, inputs)
    for form in (dense, dense_tensorflow):
        result = form(examples, weights, bias)
        np.testing.assert_allclose(result, layer(examples), rtol=1e-5, atol=1e-5)


@pytest.mark.parametrize("use_bias", [True, False])
def test_dense_parameters_are_counted_as_keras_does(keras, use_bias):
    layer = keras.layers.Dense(10, use_bias=use_bias)
    layer.build((None, 784))
    assert dense_parameters(784, 10, use_bias) == layer.count_params()


# Softmax


@softmax_forms
def test_softmax_by_hand(form):
    scores = np.log([[1.0, 2.0, 5.0], [3.0, 3.0, 2.0]])
    expected = [[1 / 8, 2 / 8, 5 / 8], [3 / 8, 3 / 8, 2 / 8]]
    np.testing.assert_allclose(form(scores), expected, rtol=1e-12)


@properties
@given(
    seed=seeds,
    shape=st.lists(small, max_size=3).map(lambda axes: [*axes, 4]),
    scale=st.sampled_from([1.0, 30.0, 1000.0]),
)
def test_softmax_equals_tensorflow_and_keras(tf, keras, seed, shape, scale):
    scores = normal(seed, *shape, scale=scale)
    for form in (softmax, softmax_tensorflow):
        result = np.asarray(form(scores))
        np.testing.assert_allclose(result, tf.nn.softmax(scores), rtol=1e-5, atol=1e-7)
        np.testing.assert_allclose(
            result, keras.ops.softmax(scores), rtol=1e-5, atol=1e-7
        )
        np.testing.assert_allclose(result.sum(axis=-1), 1, rtol=1e-6)


@softmax_forms
def test_softmax_does_not_overflow(form):
    largest = float(np.finfo(np.float32).max)
    scores = np.array([[largest, 0.0], [-largest, 0.0]], np.float32)
    np.testing.assert_array_equal(form(scores), [[1, 0], [0, 1]])


@softmax_forms
def test_softmax_rules_out_a_class_of_minus_infinity(form):
    np.testing.assert_array_equal(form([[0.0, -np.inf, 0.0]]), [[0.5, 0, 0.5]])


def test_softmax_keeps_floats_and_turns_whole_numbers_into_float64():
    assert softmax(np.ones((1, 3), np.float32)).dtype == np.float32
    assert softmax([[1, 2, 3]]).dtype == np.float64


# Labels and the loss


@one_hot_forms
@pytest.mark.parametrize("dtype", ["uint8", "int32", "int64"])
def test_one_hot_puts_the_one_at_the_label(form, dtype):
    rows = form(np.array([2, 0, 1, 2], dtype), 3)
    np.testing.assert_array_equal(rows, [[0, 0, 1], [1, 0, 0], [0, 1, 0], [0, 0, 1]])
    assert np.asarray(rows).dtype == np.float32


@few_properties
@given(seed=seeds, batch=st.integers(0, 6), num_classes=small)
def test_one_hot_equals_tensorflow(tf, seed, batch, num_classes):
    labels = np.random.default_rng(seed).integers(0, num_classes, batch)
    for form in (one_hot, one_hot_tensorflow):
        expected = tf.one_hot(labels, num_classes)
        np.testing.assert_array_equal(form(labels, num_classes), expected)


@loss_forms
def test_loss_by_hand(form):
    outputs = [[0.5, 0.25, 0.25], [0.1, 0.8, 0.1], [0.0, 0.0, 1.0]]
    expected = [np.log(4), -np.log(0.8), 0]
    np.testing.assert_allclose(form([1, 1, 2], outputs), expected, rtol=1e-6)


@loss_forms
def test_loss_of_a_guess_is_the_logarithm_of_the_classes(form):
    np.testing.assert_allclose(form([3, 7], np.full((2, 10), 0.1)), np.log(10))


@loss_forms
def test_loss_of_a_certain_mistake_is_finite_as_in_keras(keras, form):
    outputs = np.array([[1.0, 0.0]], np.float32)
    expected = keras.losses.sparse_categorical_crossentropy(np.array([1]), outputs)
    np.testing.assert_allclose(form([1], outputs), expected, rtol=1e-5)


@properties
@given(
    seed=seeds,
    batch=small,
    classes=st.integers(2, 6),
    scale=st.sampled_from([1.0, 5.0, 1000.0]),
)
def test_loss_of_scores_equals_tensorflow(tf, seed, batch, classes, scale):
    scores = normal(seed, batch, classes, scale=scale)
    labels = np.random.default_rng(seed).integers(0, classes, batch)
    expected = tf.nn.sparse_softmax_cross_entropy_with_logits(labels, scores)
    for form in (cross_entropy, cross_entropy_tensorflow):
        result = form(labels, scores, from_logits=True)
        np.testing.assert_allclose(result, expected, rtol=1e-5, atol=1e-6)


@properties
@given(seed=seeds, batch=small, classes=st.integers(2, 6))
def test_loss_of_probabilities_equals_keras(keras, seed, batch, classes):
    outputs = softmax(normal(seed, batch, classes, scale=3.0))
    labels = np.random.default_rng(seed).integers(0, classes, batch)
    # Keras takes the logarithm of clipped probabilities and normalises them again.
    expected = keras.losses.sparse_categorical_crossentropy(labels, outputs)
    for form in (cross_entropy, cross_entropy_tensorflow):
        result = form(labels, outputs)
        np.testing.assert_allclose(result, expected, rtol=1e-5, atol=2e-6)


@loss_forms
def test_loss_of_no_examples_is_empty(form):
    assert tuple(form([], np.zeros((0, 3), np.float32)).shape) == (0,)


# The whole network


def parameters_for(images, *, filters, stride, padding, pool_size, seed, classes=4):
    _, height, width, channels = images.shape
    pooled = [
        output_size(output_size(size, 3, stride, padding), pool_size, pool_size)
        for size in (height, width)
    ]
    return {
        "conv_kernels": normal(seed, 3, 3, channels, filters, scale=0.5),
        "conv_bias": normal(seed + 1, filters),
        "dense_weights": normal(seed + 2, pooled[0] * pooled[1] * filters, classes),
        "dense_bias": normal(seed + 3, classes),
    }


def keras_twin(keras, images, parameters, stride, padding, pool_size):
    model = keras.Sequential(
        [
            keras.Input(images.shape[1:]),
            keras.layers.Conv2D(
                parameters["conv_bias"].size,
                3,
                strides=stride,
                padding=padding,
                activation="relu",
            ),
            keras.layers.MaxPooling2D(pool_size),
            keras.layers.Flatten(),
            keras.layers.Dense(parameters["dense_bias"].size, activation="softmax"),
        ]
    )
    model.set_weights(list(parameters.values()))
    return model


@few_properties
@given(
    size=st.tuples(st.integers(8, 12), st.integers(8, 12)),
    channels=st.integers(1, 3),
    filters=small,
    stride=st.integers(1, 2),
    padding=st.sampled_from(["valid", "same"]),
    pool_size=st.integers(1, 3),
    seed=st.integers(0, 2**31),
)
def test_forward_equals_keras_with_the_same_weights(
    keras, size, channels, filters, stride, padding, pool_size, seed
):
    images = normal(seed, 3, *size, channels)
    options = {"stride": stride, "padding": padding, "pool_size": pool_size}
    parameters = parameters_for(images, filters=filters, seed=seed, **options)
    expected = keras_twin(keras, images, parameters, **options)(images)
    for form in (forward, forward_tensorflow):
        result = form(images, parameters, **options)
        np.testing.assert_allclose(result, expected, rtol=1e-4, atol=1e-5)


def test_forward_by_hand():
    images = [[[[1], [2], [0]], [[0], [3], [1]], [[4], [0], [5]]]]
    parameters = {
        "conv_kernels": [[[[1]], [[-1]]]],  # left neighbour minus right neighbour
        "conv_bias": [1],
        "dense_weights": [[2, 0]],
        "dense_bias": [0, 5],
    }
    steps = forward_steps(images, parameters)
    maps = [steps[name][0, ..., 0] for name in ("feature_maps", "rectified", "pooled")]
    np.testing.assert_array_equal(maps[0], [[0, 3], [-2, 3], [5, -4]])
    np.testing.assert_array_equal(maps[1], [[0, 3], [0, 3], [5, 0]])
    np.testing.assert_array_equal(maps[2], [[3]])
    np.testing.assert_array_equal(steps["flat"], [[3]])
    np.testing.assert_array_equal(steps["scores"], [[6, 5]])
    sigmoid_of_1 = 1 / (1 + np.exp(-1))
    expected = [[sigmoid_of_1, 1 - sigmoid_of_1]]
    np.testing.assert_allclose(steps["probabilities"], expected)
    np.testing.assert_array_equal(forward(images, parameters), steps["probabilities"])
    assert list(steps) == [
        "feature_maps",
        "rectified",
        "pooled",
        "flat",
        "scores",
        "probabilities",
    ]


def test_gradients_of_the_loss_equal_those_of_keras(tf, keras):
    # Small enough that no probability is below 1e-7: there our slope is 0, while Keras
    # finds the scores before the softmax and takes the slope of those.
    images = normal(0, 5, 10, 9, 2, scale=0.2)
    labels = np.array([0, 3, 1, 2, 3])
    options = {"stride": 1, "padding": "same", "pool_size": 2}
    parameters = parameters_for(images, filters=3, seed=1, **options)
    model = keras_twin(keras, images, parameters, **options)
    variables = {name: tf.Variable(value) for name, value in parameters.items()}

    @tf.function
    def our_loss(images, labels):
        outputs = forward_tensorflow(images, variables, **options)
        return tf.reduce_mean(cross_entropy_tensorflow(labels, outputs))

    with tf.GradientTape() as our_tape:
        ours = our_loss(tf.constant(images), tf.constant(labels))
    with tf.GradientTape() as their_tape:
        theirs = tf.reduce_mean(
            keras.losses.sparse_categorical_crossentropy(labels, model(images))
        )
    np.testing.assert_allclose(ours, theirs, rtol=1e-4)
    our_gradients = our_tape.gradient(ours, list(variables.values()))
    their_gradients = their_tape.gradient(theirs, model.trainable_variables)
    for our_gradient, their_gradient in zip(
        our_gradients, their_gradients, strict=True
    ):
        np.testing.assert_allclose(our_gradient, their_gradient, rtol=1e-3, atol=1e-4)


# Bad input

IMAGES = normal(0, 2, 6, 6, 1)
PARAMETERS = parameters_for(
    IMAGES, filters=2, stride=1, padding="valid", pool_size=2, seed=0
)


def without(name):
    return {key: value for key, value in PARAMETERS.items() if key != name}


@pytest.mark.parametrize(
    ("name", "arguments", "message"),
    [
        ("relu", (["road"],), "`values` must hold"),
        ("flatten", ([1.0, 2.0],), r"`images`.*batch axis.*\(2,\)"),
        ("dense", ([1.0, 2.0], [[1.0], [1.0]]), r"`inputs`.*\(batch, inputs\)"),
        ("dense", ([[1.0]], [1.0]), r"`weights`.*\(inputs, units\)"),
        ("dense", ([[1.0]], [[1.0]], 1.0), r"`bias`.*\(units\)"),
        ("dense", ([[1.0]], [[1.0], [2.0]]), "expects 2 inputs but `inputs` has 1"),
        ("dense", ([[1.0]], [[1.0, 2.0]], [1.0]), "each of the 2 units.*Make"),
        ("softmax", (1.0,), "`scores`.*at least one class"),
        ("softmax", (np.zeros((2, 0)),), "`scores`.*at least one class"),
        ("softmax", ([[0.0, np.nan]],), "not-a-number.*overflow"),
        ("softmax", ([[0.0, np.inf]],), "plus infinity"),
        ("softmax", ([[-np.inf, -np.inf]],), "row of minus infinity"),
        ("one_hot", ([0, 3], 3), "from 0 to 2, for 3 classes: received 3"),
        ("one_hot", ([-1], 3), "from 0 to 2.*received -1"),
        ("one_hot", ([0.5], 3), "`labels` must be whole numbers.*float"),
        ("one_hot", ([[0, 1]], 3), r"`labels`.*received 2 axes.*argmax"),
        ("one_hot", ([0], 0), "`num_classes`.*received 0"),
        ("one_hot", ([[0], [1, 2]], 3), "`labels`.*different lengths"),
        ("cross_entropy", ([0], [0.5, 0.5]), r"`outputs`.*\(batch, classes\)"),
        ("cross_entropy", ([0], np.zeros((1, 0))), "`classes`.*received 0"),
        ("cross_entropy", ([0, 1], [[0.5, 0.5]]), "2 labels for 1 rows"),
        ("cross_entropy", ([2], [[0.5, 0.5]]), "from 0 to 1.*received 2"),
        ("cross_entropy", ([[0.0, 1.0]], [[0.5, 0.5]]), "`labels`.*one-hot rows"),
        ("cross_entropy", ([0], [[3.0, -1.0]]), "probabilities.*-1 to 3.*from_logits"),
        ("cross_entropy", ([0], [[0.5, 0.1]]), "add up to between 0.6 and 0.6"),
        ("cross_entropy", ([0], [[np.nan, 1.0]]), "must hold probabilities"),
        ("cross_entropy", ([0], [[np.nan, 1.0]], True), "not-a-number"),
        ("forward", (IMAGES[0], PARAMETERS), "`images`.*received 3 axes"),
        ("forward", (IMAGES, without("conv_bias")), "received the keys.*Add what"),
        ("forward", (IMAGES, {**PARAMETERS, "extra": 1}), "received the keys.*'extra'"),
        ("forward", (IMAGES, list(PARAMETERS.values())), "dictionary.*received list"),
        ("forward", (IMAGES, PARAMETERS, 2), "`weights` expects 8 inputs.*has 2"),
    ],
)
@pytest.mark.parametrize("ending", ["", "_tensorflow"])
def test_each_step_says_what_is_wrong_with_its_input(ending, name, arguments, message):
    if ending and name == "relu":
        message = "`values` must hold floats"
    with pytest.raises(ValueError, match=message):
        globals()[name + ending](*arguments)


def test_dense_parameters_says_what_is_wrong():
    with pytest.raises(ValueError, match=r"`inputs`.*received 0"):
        dense_parameters(0, 10)
    with pytest.raises(ValueError, match=r"`units`.*received 2.5"):
        dense_parameters(784, 2.5)


def test_tensorflow_forms_check_shapes_in_a_graph_too(tf):
    @tf.function(autograph=False)
    def loss(labels, outputs):
        return cross_entropy_tensorflow(labels, outputs)

    with pytest.raises(ValueError, match="one-hot rows"):
        loss(tf.constant([[0, 1]]), tf.constant([[0.5, 0.5]]))
    with pytest.raises(ValueError, match="whole numbers"):
        loss(tf.constant([0.0]), tf.constant([[0.5, 0.5]]))
    with pytest.raises(ValueError, match="2 labels for 1 rows"):
        loss(tf.constant([0, 1]), tf.constant([[0.5, 0.5]]))


def test_flatten_in_a_graph_needs_known_sizes(tf):
    traced = tf.function(
        flatten_tensorflow,
        input_signature=[tf.TensorSpec((None, None, 2, 1))],
        autograph=False,
    )
    with pytest.raises(ValueError, match="known size"):
        traced(tf.ones((1, 2, 2, 1)))
