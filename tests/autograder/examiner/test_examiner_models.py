"""Keras models and tensors that cross between a test and the student's code."""

import pytest

from autograder.examiner import Bounds, WarmExaminers
from tests.autograder.examiner.exam import Case, Examiners, assert_case

SETUP = """
import numpy as np
import keras
import tensorflow as tf
keras.utils.set_random_seed(1)
x = np.random.default_rng(0).normal(size=(64, 4)).astype("float32")
y = (x.sum(axis=1) > 0).astype("int32")
"""
BUILD = """
def build{n}(units=8):
    model = keras.Sequential([
        keras.Input((4,)),
        keras.layers.Dense(units, activation="relu", kernel_initializer="he_normal"),
        keras.layers.Dropout(0.1),
        keras.layers.Dense(2, "softmax", kernel_regularizer="l2"),
    ])
    model.compile(keras.optimizers.Adam(0.05), metrics=["accuracy"],
                  loss="sparse_categorical_crossentropy")
    return model
"""

CASES = [
    Case(
        "sequential_model_is_the_examiners_own",
        BUILD.format(n=1),
        "model = build1(units=6)\n"
        "assert isinstance(model, keras.Sequential) and len(model.layers) == 3\n"
        "assert isinstance(model.layers[0], keras.layers.Dense)\n"
        "assert model.layers[0].units == 6 and model.output_shape == (None, 2)\n"
        "assert model.count_params() == 4 * 6 + 6 + 6 * 2 + 2\n"
        "assert model.layers[0].activation.__name__ == 'relu'\n"
        "model.fit(x, y, epochs=12, verbose=0)\n"
        "assert model.evaluate(x, y, verbose=0)[1] > 0.8\n"
        "assert model.predict(x[:3], verbose=0).shape == (3, 2)",
    ),
    Case(
        "functional_model_with_two_branches",
        "def two():\n"
        "    i = keras.Input((8, 8, 1))\n"
        "    a = keras.layers.Conv2D(3, 3, padding='same')(i)\n"
        "    b = keras.layers.MaxPooling2D(3, strides=1, padding='same')(i)\n"
        "    j = keras.layers.Concatenate()([a, b])\n"
        "    o = keras.layers.Dense(2)(keras.layers.GlobalAveragePooling2D()(j))\n"
        "    return keras.Model(i, o, name='two')",
        "model = two()\n"
        "assert model.name == 'two' and model.input_shape == (None, 8, 8, 1)\n"
        "out = model(np.ones((1, 8, 8, 1)))\n"
        "w, b, dense, bias = model.get_weights()\n"
        "assert out.shape == (1, 2) and w.shape == (3, 3, 1, 3)",
    ),
    Case(
        "functional_model_with_a_mask_and_operations",
        "def masked():\n"
        "    i = keras.Input((None,), dtype='int32')\n"
        "    e = keras.layers.Embedding(10, 4, mask_zero=True)(i)\n"
        "    h = keras.layers.GRU(3)(e)\n"
        "    return keras.Model(i, keras.layers.Dense(1)(h + 2.0 * h))",
        "model = masked()\n"
        "short = model(np.array([[3, 5]])).numpy()\n"
        "padded = model(np.array([[3, 5, 0, 0]])).numpy()\n"
        "np.testing.assert_allclose(short, padded, rtol=1e-5)\n"
        "assert short.shape == (1, 1) and short[0, 0] != 0",
    ),
    Case(
        "recurrent_model",
        "def rnn():\n"
        "    return keras.Sequential([keras.Input((5,)),\n"
        "        keras.layers.Embedding(10, 4), keras.layers.Bidirectional(\n"
        "        keras.layers.LSTM(3, return_sequences=True)), keras.layers.GRU(2),\n"
        "        keras.layers.LayerNormalization(), keras.layers.Dense(1)])",
        "model = rnn()\nassert model(np.ones((2, 5))).shape == (2, 1)\n"
        "assert isinstance(model.layers[1].forward_layer, keras.layers.LSTM)",
    ),
    Case(
        "weights_are_the_students",
        "def known():\n"
        "    m = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1)])\n"
        "    m.set_weights([np.array([[2.], [3.]]), np.array([1.])])\n    return m",
        "np.testing.assert_allclose(known()(np.ones((1, 2))), [[6.0]])",
    ),
    Case(
        "model_of_the_test_is_trained_by_the_student",
        "def train(model, x, y, epochs):\n"
        "    history = model.fit(x, y, epochs=epochs, verbose=0)\n"
        "    return history.history['loss']",
        "model = keras.Sequential([keras.Input((4,)),\n"
        "    keras.layers.Dense(2, activation='softmax')])\n"
        "model.compile('adam', 'sparse_categorical_crossentropy')\n"
        "before = [w.copy() for w in model.get_weights()]\n"
        "losses = train(model, x, y, 3)\n"
        "assert len(losses) == 3 and losses[2] < losses[0]\n"
        "assert not np.allclose(before[0], model.get_weights()[0])\n"
        "loss = model.evaluate(x, y, verbose=0)\n"
        "np.testing.assert_allclose(loss, losses[2], atol=.1)",
    ),
    Case(
        "model_of_the_student_is_handed_back",
        BUILD.format(n=2) + "made = []\n"
        "def fit2(model, x, y):\n    model.fit(x, y, epochs=10, verbose=0)\n"
        "def make2():\n    made.append(build2())\n    return made[-1]\n"
        "def is_same(model): return model is made[-1]",
        "model = make2()\nfit2(model, x, y)\nassert is_same(model)\n"
        "assert model.evaluate(x, y, verbose=0)[1] > 0.8\n"
        "assert model.optimizer.name.startswith('adam')",
    ),
    Case(
        "frozen_layers_stay_frozen",
        "def frozen():\n"
        "    m = keras.Sequential([keras.Input((2,)), keras.layers.Dense(3),\n"
        "                          keras.layers.Dense(1)])\n"
        "    m.layers[0].trainable = False\n    return m",
        "assert [l.trainable for l in frozen().layers] == [False, True]\n"
        "assert len(frozen().trainable_weights) == 2",
    ),
    Case(
        "lambda_layer_stays_with_the_student",
        "def sly():\n"
        "    m = keras.Sequential([keras.Input((2,)),\n"
        "        keras.layers.Lambda(lambda v: v * 2)])\n"
        "    return m",
        "model = sly()\n"
        "assert not isinstance(model, keras.Model)\n"
        "doubled = model.predict(np.ones((1, 2)), verbose=0)\n"
        "np.testing.assert_allclose(doubled, [[2, 2]])",
    ),
    Case(
        "subclassed_model_is_used_through_a_handle",
        "class Net(keras.Model):\n"
        "    def __init__(self):\n"
        "        super().__init__()\n        self.d = keras.layers.Dense(3)\n"
        "    def call(self, v): return self.d(v)\n",
        "net = Net()\nout = net(np.ones((2, 4), 'float32'))\n"
        "assert tf.is_tensor(out) and out.shape == (2, 3)\n"
        "assert net.count_params() == 15",
    ),
    Case(
        "layer_of_the_student_is_a_handle",
        "layer = keras.layers.Dense(3)",
        "assert layer.units == 3\nassert layer(np.ones((1, 2))).shape == (1, 3)",
    ),
    Case(
        "tensors_are_tensors",
        "t = tf.constant([[1, 2]], tf.int64)\nv = tf.Variable([1.0])\n"
        "def add(a, b): return a + b\n"
        "def step(w): w.assign_add([1.0])\n"
        "def kinds(a): return [tf.is_tensor(a), a.dtype == tf.float32]",
        "assert tf.is_tensor(t) and t.dtype == tf.int64 and t.shape == (1, 2)\n"
        "assert isinstance(v, tf.Variable) and v.numpy() == [1.0]\n"
        "assert add(tf.constant(1.5), tf.constant(2.0)).numpy() == 3.5\n"
        "assert kinds(tf.zeros(2)) == [True, True]\n"
        "w = tf.Variable([1.0])\nstep(w)\nassert w.numpy() == [2.0]\n"
        "assert add(tf.constant('a'), tf.constant('b')).numpy() == b'ab'\n"
        "assert t.dtype.name == 'int64'",
    ),
    Case(
        "tensor_with_a_training_loop_of_the_student",
        "def gradient(f, x):\n"
        "    x = tf.Variable(x)\n"
        "    with tf.GradientTape() as tape: y = x * x\n"
        "    return tape.gradient(y, x)",
        "assert gradient(None, 3.0).numpy() == 6.0",
    ),
    Case(
        "history_is_read",
        "h = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])\n"
        "h.compile('sgd', 'mse')\n"
        "history = h.fit(x, y, epochs=2, verbose=0)",
        "assert len(history.history['loss']) == 2 and history.epoch == [0, 1]",
    ),
    Case(
        "data_set_is_iterated",
        "data = tf.data.Dataset.from_tensor_slices((x, y)).batch(16)",
        "shapes = [(tuple(a.shape), tuple(b.shape)) for a, b in data]\n"
        "assert shapes == [((16, 4), (16,))] * 4\n"
        "assert next(iter(data.take(1)))[0].shape == (16, 4)",
    ),
]
# What a hostile student's agent could send in place of a model's description.
FORGED = [
    (
        "lambda",
        "{'module': 'keras.layers', 'class_name': 'Lambda', 'config': {},"
        " 'registered_name': None}",
    ),
    (
        "os_system",
        "{'module': 'os', 'class_name': 'system', 'config': {},"
        " 'registered_name': None}",
    ),
    (
        "builtin_function",
        "{'module': 'builtins', 'class_name': 'function', 'config': 'eval',"
        " 'registered_name': 'function'}",
    ),
    (
        "lambda_record",
        "{'class_name': '__lambda__', 'config': {'value': ['4wAAAA==', None, None]}}",
    ),
    (
        "vocabulary_file",
        "{'module': 'keras.layers', 'class_name': 'TextVectorization',"
        " 'config': {'vocabulary': '/etc/passwd'}, 'registered_name': None}",
    ),
    (
        "registered_name",
        "{'module': 'keras.layers', 'class_name': 'Dense',"
        " 'config': {'units': 1}, 'registered_name': 'Custom>Evil'}",
    ),
    (
        "huge_layer",
        "{'module': 'keras.layers', 'class_name': 'Dense', 'config':"
        " {'name': 'd', 'units': 2 ** 31}, 'registered_name': None}",
    ),
    (
        "deserialiser",
        "{'module': 'keras.initializers', 'class_name': 'deserialize',"
        " 'config': {}, 'registered_name': None}",
    ),
]
ALL = [*CASES]


@pytest.fixture(scope="module")
def tensorflow_examiners(tmp_path_factory):
    with WarmExaminers(["numpy.testing", "tensorflow", "keras"]) as warm:
        yield Examiners(warm, tmp_path_factory.mktemp("course"))


@pytest.fixture(scope="module")
def results(tensorflow_examiners):
    forged = [
        Case(
            f"forged_{name}",
            f"""
import _autograder.networks as agent_{name}
real_state_{name} = agent_{name}.model_state
def forge_{name}(model):
    kind, config, weights, compiled, trainable = real_state_{name}(model)
    config['layers'][1] = {layer}
    return [kind, config, weights, compiled, trainable]
def forged_{name}():
    agent_{name}.model_state = forge_{name}
    return keras.Sequential([keras.Input((4,)), keras.layers.Dense(2)])
def honest_{name}():
    agent_{name}.model_state = real_state_{name}
""",
            f"model = forged_{name}()\n"
            f"honest_{name}()\n"
            "assert not isinstance(model, keras.Model), model.layers",
            solution=f"def forged_{name}(): pass\ndef honest_{name}(): pass",
        )
        for name, layer in FORGED
    ]
    bounds = Bounds(cell_seconds=60, grace_seconds=2)
    return tensorflow_examiners.cases([*CASES, *forged], SETUP, bounds)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_model_case_has_its_outcome(case, results):
    assert_case(case, results)


@pytest.mark.parametrize("name", [name for name, _ in FORGED])
def test_forged_model_is_not_rebuilt(name, results):
    result = results[f"forged_{name}"]
    assert result.outcome == "passed", result.message + result.traceback
    assert any("a Keras model stays" in flag for flag in result.flags)
