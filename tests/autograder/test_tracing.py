"""Trainings in warm kernels are traced once, and come out as Keras leaves them."""

import json

import pytest

from autograder.kernels import client
from tests.autograder.warm_kernels import session, why_no_sandbox

#: Trains a network, with Keras as it is and as the kernel has it, and prints for both
#: how often a layer was traced, and everything that came of the training.
SCRIPT = """
import hashlib, json, warnings
import keras
import numpy as np
import tensorflow as tf
from keras import layers, optimizers
from keras.src.backend.tensorflow.trainer import TensorFlowTrainer as Trainer

warnings.simplefilter("ignore")
rng = np.random.default_rng(1)
pictures = rng.normal(size=(70, 8, 8, 1)).astype("float32")
series = rng.normal(size=(70, 10, 4)).astype("float32")
kinds = rng.integers(0, 3, 70)
coded = np.eye(3)[kinds]


class Counting(layers.Dense):
    traced = 0

    def call(self, inputs):
        Counting.traced += 1
        return super().call(inputs)


def convolutional():
    return keras.Sequential([
        keras.Input((8, 8, 1)), layers.Conv2D(4, 3, activation="relu"),
        layers.BatchNormalization(), layers.MaxPooling2D(2), layers.Flatten(),
        layers.Dropout(0.3), Counting(3, activation="softmax"),
    ])


def recurrent():
    return keras.Sequential([
        keras.Input((10, 4)), layers.LSTM(6, dropout=0.2),
        Counting(1, activation="sigmoid"),
    ])


def functional():
    inputs = keras.Input((8, 8, 1))
    maps = layers.Conv2D(3, 3, trainable=False)(inputs)
    maps = layers.Conv2D(3, 3)(layers.SpatialDropout2D(0.2)(maps))
    return keras.Model(inputs, Counting(3)(layers.GlobalAveragePooling2D()(maps)))


def unbuilt():
    return keras.Sequential([layers.Flatten(), Counting(3)])


def endless():
    while True:
        for start in range(0, 64, 16):
            yield pictures[start : start + 16], kinds[start : start + 16]


def dataset():
    return tf.data.Dataset.from_tensor_slices((pictures, kinds)).batch(16)


CONFUSION = "sparse_categorical_crossentropy"
CASES = {
    "adam": (convolutional, lambda: dict(
        optimizer="adam", loss=CONFUSION, metrics=["accuracy"]), (pictures, kinds), {}),
    "momentum": (convolutional, lambda: dict(
        optimizer=optimizers.SGD(0.1, 0.9, gradient_accumulation_steps=2, use_ema=True),
        loss="categorical_crossentropy", metrics=["accuracy", "AUC"]),
        (pictures, coded), {}),
    "loss only": (convolutional, lambda: dict(
        optimizer="rmsprop", loss=CONFUSION), (pictures, kinds), {}),
    "recurrent": (recurrent, lambda: dict(
        optimizer=optimizers.Adam(optimizers.schedules.ExponentialDecay(0.01, 5, 0.9)),
        loss="binary_crossentropy", metrics=["accuracy"]),
        (series, kinds > 0), {"validation_split": 0.2}),
    "functional": (functional, lambda: dict(
        optimizer="adamw", loss=keras.losses.SparseCategoricalCrossentropy(True),
        metrics=["accuracy"], weighted_metrics=["accuracy"]),
        (pictures, kinds), {"class_weight": {0: 1.0, 1: 2.0, 2: 0.5}}),
    "dataset": (convolutional, lambda: dict(
        optimizer="adam", loss=CONFUSION, metrics=["accuracy"]), (dataset(),), {}),
    "generator": (convolutional, lambda: dict(
        optimizer="adam", loss=CONFUSION, metrics=["accuracy"]), (endless(),),
        {"steps_per_epoch": 3}),
    "unbuilt": (unbuilt, lambda: dict(
        optimizer="adam", loss="mse", metrics=["mae"]), (pictures, coded), {}),
    "wrong metric": (convolutional, lambda: dict(
        optimizer="adam", loss=CONFUSION, metrics=["acuracy"]), (pictures, kinds), {}),
    "wrong shape": (convolutional, lambda: dict(
        optimizer="adam", loss="categorical_crossentropy", metrics=["accuracy"]),
        (pictures, kinds), {}),
}


def digest(arrays):
    arrays = [np.asarray(array).tobytes() for array in arrays]
    return hashlib.sha256(b"".join(arrays)).hexdigest()


def outcome(name):
    make, settings, data, options = CASES[name]
    if name == "generator":
        data = (endless(),)
    keras.backend.clear_session()
    keras.utils.set_random_seed(3)
    network = make()
    network.compile(**settings())
    before = Counting.traced
    try:
        history = network.fit(
            *data, batch_size=None if len(data) == 1 else 16, epochs=2, verbose=0,
            **options).history
    except Exception as error:
        return [f"{type(error).__name__}: {error}"]
    traced = Counting.traced - before
    optimizer = network.optimizer
    inputs = series if name == "recurrent" else pictures
    return [
        {metric: list(map(repr, values)) for metric, values in history.items()},
        digest(network.get_weights()), digest(optimizer.variables),
        [one.path for one in optimizer.variables],
        [one.path for one in network.variables], network.metrics_names,
        network.predict(inputs, verbose=0)[0].tolist(),
        float(tf.random.uniform(())), float(np.random.random()), traced,
    ]


def plain(name):
    names = "_maybe_symbolic_build", "make_train_function"
    kept = {key: vars(Trainer)[key] for key in names}
    for key, method in kept.items():
        setattr(Trainer, key, method.__wrapped__)
    try:
        return outcome(name)
    finally:
        for key, method in kept.items():
            setattr(Trainer, key, method)
"""
#: How often the layer is traced in a warm kernel, and in plain Keras.
TRACED = {
    "adam": (1, 2),
    "momentum": (1, 2),
    "loss only": (1, 2),
    "recurrent": (2, 3),  # once more for the validation
    "functional": (1, 2),
    "dataset": (1, 2),
    "generator": (1, 2),
    "unbuilt": (2, 2),
}


@pytest.fixture(scope="module")
def kernel(tmp_path_factory):
    if why := why_no_sandbox():
        pytest.skip(why)
    folder = tmp_path_factory.mktemp("notebook")
    with session(folder, modules=("tensorflow", "keras")) as kernel:
        kernel.run(SCRIPT)
        yield kernel
    client.close_shared()


@pytest.mark.parametrize("name", TRACED)
def test_a_training_is_traced_once_and_comes_out_as_keras_leaves_it(name, kernel):
    text = kernel.run(f"print(json.dumps([outcome({name!r}), plain({name!r})]))")
    (*warm, traced), (*plain, usual) = json.loads(text.splitlines()[-1])
    assert warm == plain
    assert (traced, usual) == TRACED[name]


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("wrong metric", "identifier: acuracy"),
        ("wrong shape", "must have the same rank"),
    ],
)
def test_what_is_wrong_with_a_training_is_said_as_keras_says_it(name, says, kernel):
    text = kernel.run(f"print(json.dumps([outcome({name!r}), plain({name!r})]))")
    [warm], [plain] = json.loads(text.splitlines()[-1])
    assert warm == plain
    assert says in warm
