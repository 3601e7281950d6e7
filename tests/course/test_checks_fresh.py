"""What `checks.fresh_copy` keeps of a network, and what it leaves behind."""

import numpy as np
import pytest

from course import checks

keras = pytest.importorskip("keras")
layers = keras.layers


def network(**settings):
    model = keras.Sequential(
        [
            keras.Input((8, 8, 1)),
            layers.Conv2D(4, 3, padding="same", activation="relu"),
            layers.ZeroPadding2D(((1, 1), (1, 1))),
            layers.RandomTranslation((-0.1, 0.1), 0.2),
            layers.MaxPooling2D(2),
            layers.Flatten(),
            layers.Dense(3, **settings),
        ]
    )
    model.compile("adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


def branches():
    picture = keras.Input((8, 8, 1))
    paths = [layers.Conv2D(2, size)(picture) for size in (3, 3, 3)]
    joined = layers.Concatenate()(paths) + 0.5
    inner = keras.Sequential([keras.Input((6, 6, 6)), layers.Flatten()])
    model = keras.Model(picture, layers.Dense(3)(inner(joined)))
    rate = keras.optimizers.schedules.PiecewiseConstantDecay([5, 9], [0.1, 0.02, 0.01])
    model.compile(
        keras.optimizers.SGD(rate, momentum=0.9, global_clipnorm=1.0),
        keras.losses.SparseCategoricalCrossentropy(from_logits=True),
        metrics=[keras.metrics.SparseCategoricalAccuracy(name="right")],
    )
    return model


@pytest.mark.parametrize("make", [network, branches])
def test_copy_has_the_form_and_other_weights(make):
    model = make()
    model.set_weights([one + 7 for one in model.get_weights()])
    copy = checks.fresh_copy(model)
    assert copy.get_compile_config() == model.get_compile_config()
    assert copy.count_params() == model.count_params()
    assert all(np.abs(one).max() < 7 for one in copy.get_weights() if one.ndim > 1)
    assert all((one > 1).any() for one in model.get_weights())
    copy.fit(np.zeros((4, 8, 8, 1)), np.array([0, 1, 2, 0]), verbose=0)


def test_the_same_seed_gives_the_same_weights():
    copies = []
    for _ in range(2):
        model = network()
        keras.utils.set_random_seed(3)
        copies.append(checks.fresh_copy(model).get_weights())
    assert all(map(np.array_equal, *copies))


@pytest.mark.parametrize(
    "value",
    [np.ones((64, 3)), np.ones((64, 3)).tolist(), [0.5, 0.2, 0.1], [[1, 2, 3]] * 3],
    ids=["array", "lists", "fractions", "whole numbers"],
)
def test_weights_in_the_settings_are_refused(value):
    model = keras.Sequential([keras.Input((8, 8, 1)), layers.Rescaling(1.0)])
    model.layers[0].scale = value
    with pytest.raises(checks.CheckFailed, match="written into the settings"):
        checks.fresh_copy(model)


def test_an_initialiser_that_holds_weights_is_refused():
    kernel = np.random.default_rng(1).normal(size=(100, 3)).tolist()
    model = network(kernel_initializer=keras.initializers.Constant(kernel))
    with pytest.raises(checks.CheckFailed, match="written into the settings"):
        checks.fresh_copy(model)
