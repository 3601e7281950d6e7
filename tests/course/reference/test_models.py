"""The course's networks are what their tables say, and two forms of one are equal."""

import re

import numpy as np
import pytest

from course.reference import models

TABLE_ROW = re.compile(r"^\s*\| (\w+) \|([\w, ]*)\| ([\d,]+) \|$", re.MULTILINE)
DOCUMENTED = [
    "unit_network",
    "compact_network",
    "dense_classifier",
    "linear_classifier",
    "forecaster",
    "text_classifier",
    "tagger",
]


def documented_rows(name):
    rows = TABLE_ROW.findall(getattr(models, name).__doc__)
    return [
        (layer, output.strip(), int(count.replace(",", "")))
        for layer, output, count in rows
    ]


@pytest.mark.parametrize("name", DOCUMENTED)
def test_table_in_the_docstring_is_what_is_built(name):
    model = getattr(models, name)()
    rows = [
        (layer.name, ", ".join(map(str, layer.output.shape[1:])), layer.count_params())
        for layer in model.layers
    ]
    assert documented_rows(name) == [*rows, ("all", "", model.count_params())]


def test_table_of_the_module_names_the_parameters():
    rows = dict(re.findall(r"\| `(\w+)` \| ([\d,]+) \|", models.__doc__))
    assert len(rows) == 4
    for name, count in rows.items():
        assert getattr(models, name)().count_params() == int(count.replace(",", ""))


def test_compact_network_has_fewer_than_100_000_parameters():
    assert models.compact_network().count_params() < 100_000


@pytest.mark.parametrize(("cell", "parameters"), [("simple", 1088), ("gru", 3360)])
def test_parameters_of_the_other_forecasters(cell, parameters):
    layer = models.forecaster(cell).get_layer("recurrent")
    assert layer.count_params() == parameters
    assert f"{parameters:,}" in models.forecaster.__doc__


def test_unknown_cell_is_refused():
    with pytest.raises(ValueError, match="received 'rnn'"):
        models.forecaster("rnn")


def test_low_level_form_equals_keras_form():
    model = models.unit_network()
    pictures = np.random.default_rng(1).random((3, 28, 28, 1)).astype("float32")
    for layer in model.layers:  # biases of 0 would hide a missing one
        layer.set_weights(
            [
                w + 0.1 * np.arange(w.size).reshape(w.shape) / w.size
                if w.ndim == 1
                else w
                for w in layer.get_weights()
            ]
        )
    weights, biases = models.unit_from_keras(model)
    assert {n: w.shape for n, w in weights.items()} == models.UNIT_WEIGHTS
    assert {n: len(b) for n, b in biases.items()} == models.UNIT_BIASES
    scores = models.unit_forward(pictures, weights, biases).numpy()
    np.testing.assert_allclose(scores, model(pictures).numpy(), atol=1e-5)


def test_keras_form_equals_low_level_form():
    weights, biases = models.unit_variables(seed=4)
    model = models.unit_network()
    models.unit_to_keras(model, weights, biases)
    pictures = np.random.default_rng(2).random((2, 28, 28, 1)).astype("float32")
    np.testing.assert_allclose(
        model(pictures).numpy(),
        models.unit_forward(pictures, weights, biases).numpy(),
        atol=1e-5,
    )


@pytest.mark.parametrize(
    ("initializer", "variance"),
    [
        ("glorot_uniform", lambda inputs, outputs: 2 / (inputs + outputs)),
        ("he_normal", lambda inputs, outputs: 2 / inputs),
    ],
)
def test_initial_weights_have_the_promised_spread(initializer, variance):
    weights, biases = models.unit_variables(initializer, seed=1)
    for name in ("wc2", "wc3", "wd1"):
        *window, inputs, outputs = weights[name].shape
        places = int(np.prod(window))
        want = variance(places * inputs, places * outputs)
        assert np.var(weights[name].numpy()) == pytest.approx(want, rel=0.05)
    assert all(not bias.numpy().any() for bias in biases.values())


def test_initial_weights_follow_the_seed():
    first, again, other = (models.unit_variables(seed=s)[0] for s in (1, 1, 9))
    np.testing.assert_array_equal(first["wc2"], again["wc2"])
    assert not np.array_equal(first["wc2"], other["wc2"])


@pytest.mark.parametrize("height", [4, 5, 7])
def test_the_units_functions_keep_ragged_edges(height):
    x = np.random.default_rng(0).normal(size=(2, height, 6, 3)).astype("float32")
    kernels = np.random.default_rng(1).normal(size=(3, 3, 3, 5)).astype("float32")
    bias = np.linspace(-1, 1, 5).astype("float32")
    from course.reference import convolution, pooling

    for strides in (1, 2):
        want = convolution.conv2d(x, kernels, bias, strides, "same").clip(min=0)
        got = models.conv2d(x, kernels, bias, strides).numpy()
        np.testing.assert_allclose(got, want, atol=1e-5)
    np.testing.assert_array_equal(
        models.maxpool2d(x).numpy(), pooling.max_pool2d(x, padding="same")
    )


def test_training_step_makes_the_loss_fall():
    import keras
    import tensorflow as tf

    rng = np.random.default_rng(5)
    labels = np.arange(20) % 10
    pictures = rng.random((20, 28, 28, 1)).astype("float32")
    weights, biases = models.unit_variables("he_normal", seed=2)
    optimizer = keras.optimizers.Adam(1e-3)
    optimizer.build([*weights.values(), *biases.values()])
    step = tf.function(models.unit_training_step)
    losses = [
        float(step(pictures, labels, weights, biases, optimizer)) for _ in range(40)
    ]
    assert losses[0] == pytest.approx(np.log(10), abs=0.5)
    assert losses[-1] < 0.5 * losses[0]


def test_one_cycle_rises_and_falls():
    rate = models.one_cycle(0.01, steps=100)
    values = np.array([float(rate(step)) for step in range(101)])
    assert values[0] == pytest.approx(0.001)
    assert values.argmax() == 25
    assert values.max() == pytest.approx(0.01)
    assert values[-1] == pytest.approx(0, abs=1e-6)
    assert (np.diff(values[:26]) > 0).all()
    assert (np.diff(values[25:]) < 0).all()


def test_shifted_pictures_are_the_same_pixels_moved():
    rng = np.random.default_rng(0)
    pictures = np.zeros((300, 9, 8, 1), "float32")
    pictures[:, 4, 3] = 1
    pictures[:, 4, 2] = 2  # two pixels tell left from right
    before = pictures.copy()
    changed = models.shifted_and_mirrored(pictures, rng, shift=2)
    np.testing.assert_array_equal(pictures, before)
    assert changed.shape == pictures.shape
    assert changed.dtype == pictures.dtype
    assert (changed.sum(axis=(1, 2, 3)) == 3).all()
    rows, columns = np.divmod(changed.reshape(300, -1).argmax(axis=1), 8)
    assert set(rows) == {2, 3, 4, 5, 6}
    ones = np.divmod((changed.reshape(300, -1) == 1).argmax(axis=1), 8)[1]
    mirrored = ones < columns
    assert set(columns[~mirrored]) == {0, 1, 2, 3, 4}
    assert set(columns[mirrored]) == {3, 4, 5, 6, 7}
    assert 0.4 < mirrored.mean() < 0.6


@pytest.mark.parametrize("cell", ["simple", "lstm", "gru"])
def test_padding_does_not_change_what_a_text_scores(cell):
    model = models.text_classifier(cell, vocabulary=20, embedding=4, units=5)
    text = np.array([[3, 7, 1, 9]])
    padded = np.array([[3, 7, 1, 9, 0, 0, 0]])
    other = np.array([[3, 7, 1, 9, 2, 2, 2]])
    np.testing.assert_allclose(model(text), model(padded), atol=1e-6)
    assert not np.allclose(model(text), model(other), atol=1e-4)


@pytest.mark.parametrize("cell", ["simple", "lstm", "gru"])
def test_tagger_answers_at_each_step_from_the_steps_before(cell):
    model = models.tagger(cell)
    series = np.random.default_rng(3).normal(size=(2, 9, 3)).astype("float32")
    tags = model(series).numpy()
    assert tags.shape == (2, 9, 4)
    np.testing.assert_allclose(model(series[:, :5]).numpy(), tags[:, :5], atol=1e-6)
