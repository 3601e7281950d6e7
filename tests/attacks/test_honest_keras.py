"""Ordinary tests of courses on TensorFlow give an honest answer its marks."""

from __future__ import annotations

import textwrap

import pytest

from autograder.examiner import WarmExaminers
from tests.autograder.examiner.exam import Case, Examiners, assert_case

SETUP = "import keras\nimport numpy as np\nimport tensorflow as tf\nL = keras.layers"

ANSWERS = """
def optimizer(): return keras.optimizers.Adam(1e-3)
def loss(): return keras.losses.SparseCategoricalCrossentropy(from_logits=True)
def layer(): return L.Conv2D(8, 3, activation="relu")
def stopper(): return keras.callbacks.EarlyStopping(patience=2, monitor="loss")
def starter(): return keras.initializers.HeNormal(seed=1)
def falling(): return keras.optimizers.schedules.ExponentialDecay(0.1, 10, 0.5)
def metric(): return keras.metrics.SparseCategoricalAccuracy()
def words(texts):
    vectors = L.TextVectorization(max_tokens=20)
    vectors.adapt(texts)
    return vectors

class Seen(keras.callbacks.Callback):
    def __init__(self):
        super().__init__()
        self.epochs = []
    def on_epoch_end(self, epoch, logs=None):
        self.epochs.append(epoch)

class Scale(L.Layer):
    def __init__(self, factor=2.0):
        super().__init__()
        self.factor = factor
    def call(self, x):
        return x * self.factor

def one_layer(): return keras.Sequential([keras.Input((1,)), L.Dense(1)])
def with_lambda(): return keras.Sequential([keras.Input((2,)), L.Lambda(abs)])
def stacked(layers): return keras.Sequential([keras.Input((4,)), *layers])
def block(x, filters):
    y = L.Conv2D(filters, 3, padding="same", activation="relu")(x)
    return L.Add()([x, y])
def joined(one, two):
    both = L.Concatenate()([one, two])
    return L.Dense(2, name="end")(both), both
def shifted(x): return keras.ops.relu(x) + 1
def applied(one, x): return one(x)
def same(thing): return thing

def compiled(model, optimizer="sgd", loss="mae"):
    model.compile(optimizer, loss)
    return model
def freeze(model):
    for one in model.layers[:-1]:
        one.trainable = False
def thaw(model):
    for one in model.layers:
        one.trainable = True
def train(model, *data, epochs=3):
    return model.fit(*data, epochs=epochs, verbose=0)
def step(model, x, y, optimizer):
    with tf.GradientTape() as tape:
        error = tf.reduce_mean((model(x) - y) ** 2)
    slopes = tape.gradient(error, model.trainable_variables)
    optimizer.apply_gradients(zip(slopes, model.trainable_variables))
    return error
def measured(metric, y, p):
    metric.update_state(y, p)
    return float(metric.result())

def pairs(x, y): return tf.data.Dataset.from_tensor_slices((x, y)).batch(2)
def windows(x, size):
    data = tf.data.Dataset.from_tensor_slices(x)
    data = data.window(size + 1, shift=1, drop_remainder=True)
    data = data.flat_map(lambda window: window.batch(size + 1))
    return data.map(lambda window: (window[:-1], window[-1:])).batch(3)
def again(): return tf.data.Dataset.range(3).repeat()
def mixed(): return tf.data.Dataset.range(50).shuffle(50)
def count(data): return sum(1 for _ in data)
def listed(data): return [(x.numpy().tolist(), y.numpy().decode()) for x, y in data]
def looked_at(data):
    return data.element_spec["a"].shape.as_list(), len(data), list(next(iter(data)))
def doubled(data): return data.map(lambda value: value * 2)
def lengths(data): return [len(one) for one in data]

def squared(y, p): return tf.reduce_mean(tf.square(y - p))
def absolute(y, p): return tf.reduce_mean(tf.abs(y - p), axis=-1)
def bent(x): return tf.nn.relu(x) + 0.1
def cube(x): return x ** 3
def brightness(picture): return tf.cast(picture, tf.float32) / 255.0
def mirrored(picture, label): return picture[:, ::-1], label
def parts(x): return {"a": x, "b": tf.cast(x, tf.int32)}
def variable(x): return tf.Variable(x)
def best(x): return tf.argmax(x, axis=-1)
@tf.function
def square(x): return x * x
def slope(f, x):
    x = tf.Variable(x)
    with tf.GradientTape() as tape:
        y = f(x)
    return tape.gradient(y, x)
def descend(f, x):
    x = tf.Variable(x)
    for _ in range(60):
        with tf.GradientTape() as tape:
            y = f(x)
        x.assign_sub(0.1 * tape.gradient(y, x))
    return float(x)
def numbers():
    yield 1
"""

#: Objects that an answer returns.
RETURNED = {
    "optimizer": """
        one = optimizer()
        assert isinstance(one, keras.optimizers.Adam)
        assert abs(float(one.learning_rate) - 1e-3) < 1e-9
        model = one_layer()
        model.compile(one, "mse")
        model.fit(np.ones((8, 1)), np.ones((8, 1)), verbose=0)""",
    "loss": """
        one = loss()
        assert isinstance(one, keras.losses.SparseCategoricalCrossentropy)
        assert abs(float(one(np.array([0]), np.array([[1.0, 1.0]]))) - 0.6931) < 1e-3
        model = keras.Sequential([keras.Input((1,)), L.Dense(2)])
        model.compile("sgd", one)
        model.fit(np.ones((8, 1)), np.ones((8, 1), int), verbose=0)""",
    "layer": """
        one = layer()
        assert isinstance(one, L.Conv2D) and one.filters == 8
        assert one.kernel_size == (3, 3)
        assert tuple(one(np.ones((1, 8, 8, 1), "float32")).shape) == (1, 6, 6, 8)
        model = keras.Sequential([keras.Input((8, 8, 1)), layer(), L.Flatten()])
        assert model.count_params() == 80""",
    "own_layer": """
        one = Scale(3.0)
        assert isinstance(one, L.Layer) and isinstance(one, Scale)
        assert np.allclose(one(np.ones((2, 2), "float32")), 3.0)""",
    "callback": """
        one = stopper()
        assert isinstance(one, keras.callbacks.EarlyStopping) and one.patience == 2
        model = compiled(one_layer())
        model.fit(np.ones((8, 1)), np.ones((8, 1)), verbose=0, callbacks=[one])""",
    "own_callback": """
        seen = Seen()
        model = compiled(one_layer())
        data = np.ones((8, 1))
        model.fit(data, data, epochs=2, verbose=0, callbacks=[seen])
        assert seen.epochs == [0, 1] and issubclass(Scale, L.Layer)""",
    "initializer": "assert isinstance(starter(), keras.initializers.HeNormal)",
    "schedule": "assert abs(float(falling()(10)) - 0.05) < 1e-6",
    "metric": """
        one = metric()
        one.update_state([0, 1], [[0.9, 0.1], [0.8, 0.2]])
        assert abs(float(one.result()) - 0.5) < 1e-6""",
    "words": """
        one = words(["a b", "b c"])
        assert isinstance(one, L.TextVectorization) and "b" in one.get_vocabulary()
        assert one(["a b"]).shape == (1, 2)""",
    "history": """
        got = train(compiled(one_layer()), np.ones((8, 1)), 9 * np.ones((8, 1)))
        assert isinstance(got, keras.callbacks.History) and got.epoch == [0, 1, 2]
        assert got.history["loss"][-1] < got.history["loss"][0]""",
    "dataset": """
        data = pairs(np.arange(6.0), np.arange(6))
        assert isinstance(data, tf.data.Dataset) and len(data) == 3
        assert int(data.cardinality()) == 3
        assert data.element_spec[0].dtype == tf.float64
        for x, y in data.take(1):
            assert x.shape == (2,) and y.numpy().tolist() == [0, 1]
        data = pairs(np.ones((8, 1), "float32"), np.ones((8, 1), "float32"))
        model = one_layer()
        model.compile("sgd", "mse")
        model.fit(data, verbose=0)""",
    "dataset_of_windows": """
        model = keras.Sequential([keras.Input((4,)), L.Dense(1)])
        model.compile("sgd", "mse")
        model.fit(windows(np.arange(20, dtype="float32"), 4), epochs=2, verbose=0)
        data = pairs(np.arange(6.0), np.arange(6))
        assert count(data) == 3 and same(data) is data
        data = data.map(lambda x, y: x * 2).unbatch()
        assert [float(one) for one in data] == [0, 2, 4, 6, 8, 10]""",
    "datasets_without_end_or_order": """
        assert [int(one) for one in again().take(5)] == [0, 1, 2, 0, 1]
        assert sorted(int(one) for one in mixed()) == list(range(50))""",
    "variable": "assert isinstance(variable(tf.constant(2.0)), tf.Variable)",
    "graph_function": "assert float(square(tf.constant(3.0))) == 9",
    "generator": """
        import inspect, types
        assert isinstance(numbers(), types.GeneratorType)
        assert inspect.isgenerator(numbers())""",
}
#: Objects that a test passes.
PASSED = {
    "compiled_in_place": """
        model = one_layer()
        keras_own = keras.Sequential([keras.Input((1,)), L.Dense(1)])
        for one in (model, keras_own):
            compiled(one, keras.optimizers.Adam(0.01), "mse")
            assert isinstance(one.optimizer, keras.optimizers.Adam) and one.compiled
            assert abs(float(one.optimizer.learning_rate) - 0.01) < 1e-8
            one.fit(np.ones((8, 1)), np.ones((8, 1)), verbose=0)""",
    "compiled_and_returned": """
        model = keras.Sequential([keras.Input((1,)), L.Dense(1)])
        got = compiled(model)
        assert got is model and got.loss == "mae"
        assert isinstance(got.optimizer, keras.optimizers.SGD)""",
    "frozen": """
        model = keras.Sequential([keras.Input((1,)), L.Dense(3), L.Dense(1)])
        freeze(model)
        assert [one.trainable for one in model.layers] == [False, True]
        assert len(model.trainable_weights) == 2
        thaw(model)
        assert [one.trainable for one in model.layers] == [True, True]""",
    "trained": """
        model = keras.Sequential([keras.Input((1,)), L.Dense(1)])
        model.compile("sgd", "mse")
        before, own = model.get_weights()[0], model.optimizer
        train(model, np.ones((8, 1)), 9 * np.ones((8, 1)))
        assert not np.allclose(before, model.get_weights()[0])
        assert model.optimizer is own""",
    "optimizer_with_state": """
        model = keras.Sequential([keras.Input((1,)), L.Dense(1)])
        own, x = keras.optimizers.Adam(0.1), np.ones((8, 1), "float32")
        errors = [float(step(model, x, 2 * x, own)) for _ in range(20)]
        assert errors[-1] < errors[0]""",
    "loss_object": """
        y, p = np.array([1.0, 2.0]), np.array([1.0, 4.0])
        assert abs(float(applied(lambda z: keras.losses.MeanSquaredError()(y, z), p))
                   - 2) < 1e-6
        assert abs(measured(keras.metrics.MeanSquaredError(), y, p) - 2) < 1e-6""",
    "layers": """
        assert applied(L.Dense(3), np.ones((2, 4), "float32")).shape == (2, 3)
        own, x = L.Dense(3), np.ones((2, 4), "float32")
        own.build((None, 4))
        assert np.allclose(applied(own, x), own(x)) and same(own) is own
        model = stacked([L.Dense(3), L.Dense(2)])
        assert isinstance(model, keras.Model) and model.output_shape == (None, 2)""",
    "datasets": """
        slices = tf.data.Dataset.from_tensor_slices
        assert count(tf.data.Dataset.range(10).batch(4)) == 3
        assert count(tf.data.Dataset.range(0)) == 0
        data = slices({"a": np.ones((5, 2)), "b": np.array(list("xyzuv"))}).batch(2)
        assert looked_at(data) == ([None, 2], 3, ["a", "b"])
        data = slices((np.arange(4, dtype="int32").reshape(2, 2), ["a", "b"]))
        assert listed(data) == [([0, 1], "a"), ([2, 3], "b")]
        assert [int(one) for one in doubled(tf.data.Dataset.range(4))] == [0, 2, 4, 6]
        assert lengths(slices(np.zeros((3, 2, 2), "float32"))) == [2, 2, 2]
        uneven = tf.data.Dataset.from_generator(
            lambda: iter([[1], [2, 3]]),
            output_signature=tf.TensorSpec([None], "int32"))
        assert lengths(uneven) == [1, 2] and same(uneven) is uneven""",
    "data_to_train_on": """
        x = np.ones((8, 1), "float32")
        data = tf.data.Dataset.from_tensor_slices((x, 9 * x)).batch(4)
        got = train(compiled(keras.Sequential([keras.Input((1,)), L.Dense(1)])), data)
        assert got.history["loss"][-1] < got.history["loss"][0]""",
}
#: Functions of one side in graphs and under tapes of the other.
TIED = {
    "gradient_of_the_answer": """
        x = tf.constant([2.0, 3.0])
        with tf.GradientTape() as tape:
            tape.watch(x)
            y = cube(x=x)
        assert np.allclose(tape.gradient(y, x), [12, 27])""",
    "gradient_of_a_loss": """
        w = tf.Variable([1.0, 2.0])
        with tf.GradientTape() as tape:
            error = squared(tf.constant([0.0, 0.0]), w * 2)
        assert np.allclose(tape.gradient(error, w), [4, 8])""",
    "no_gradient": """
        with tf.GradientTape() as tape:
            x = tf.constant([[1.0, 2.0]])
            tape.watch(x)
            assert int(best(x)[0]) == 1""",
    "function_of_the_test": """
        assert abs(float(slope(lambda v: v * v, 3.0)) - 6) < 1e-6
        assert abs(descend(lambda v: (v - 3.0) ** 2, 0.0) - 3) < 1e-3""",
    "loss_that_trains": """
        model = keras.Sequential([keras.Input((1,)), L.Dense(1)])
        model.compile(keras.optimizers.SGD(0.1), squared, metrics=[absolute])
        x = np.linspace(-1, 1, 32).reshape(-1, 1)
        got = model.fit(x, 3 * x, epochs=15, verbose=0).history
        assert got["loss"][-1] < 0.2 * got["loss"][0] and "absolute" in got""",
    "activation": """
        model = keras.Sequential(
            [keras.Input((4,)), L.Dense(8, activation=bent), L.Dense(1)])
        model.compile("sgd", "mse")
        model.fit(np.ones((8, 4)), np.ones((8, 1)), verbose=0)
        assert model.predict(np.ones((2, 4)), verbose=0).shape == (2, 1)""",
    "graph_of_the_test": """
        own = tf.function(lambda v: cube(v) + 1)
        assert float(own(tf.constant(2.0))) == 9""",
    "map_of_the_test": """
        slices = tf.data.Dataset.from_tensor_slices
        for one in slices(np.full((4, 2, 2), 255, "uint8")).map(brightness):
            assert one.dtype == tf.float32 and float(tf.reduce_max(one)) == 1
        data = slices((np.arange(8.0).reshape(2, 2, 2), [5, 6])).map(mirrored)
        assert [(int(x[0, 0]), int(y)) for x, y in data] == [(1, 5), (5, 6)]
        for one in slices(np.ones((4, 2), "float32")).map(parts).batch(2):
            assert one["a"].shape == (2, 2) and one["b"].dtype == tf.int32""",
}
#: Functional models that a test and the answer build together.
BUILT = {
    "block": """
        start = keras.Input((8, 8, 4))
        model = keras.Model(start, block(start, 4))
        assert model.output_shape == (None, 8, 8, 4) and model.count_params() == 148
        assert [type(one) for one in model.layers[1:]] == [L.Conv2D, L.Add]
        assert same(start) is start""",
    "blocks": """
        start = keras.Input((8, 8, 4))
        one = block(L.Conv2D(4, 3, padding="same")(start), 4)
        two = block(one, 4)
        model = keras.Model(start, L.Flatten()(L.Add()([one, two])))
        assert model.count_params() == 3 * 148
        model.compile("sgd", "mse")
        model.fit(np.ones((4, 8, 8, 4)), np.ones((4, 256)), verbose=0)""",
    "two_ways": """
        one, two = keras.Input((3,)), keras.Input((4,))
        end, before = joined(one, two)
        assert tuple(before.shape) == (None, 7)
        model = keras.Model([one, two], end)
        assert model.count_params() == 16 and model.get_layer("end").units == 2""",
    "operations": """
        start = keras.Input((3,))
        model = keras.Model(start, shifted(start))
        assert np.allclose(model.predict(-np.ones((1, 3)), verbose=0), 1)""",
}
#: Wrong answers, and what stays with the learner's process.
OTHER = [
    Case(
        "another_optimizer",
        "def wrong(): return keras.optimizers.SGD(1e-3)",
        "assert isinstance(wrong(), keras.optimizers.Adam)",
        "failed",
    ),
    Case(
        "another_slope",
        "def wrong_cube(x): return x ** 2",
        "x = tf.constant([2.0, 3.0])\nwith tf.GradientTape() as tape:\n"
        "    tape.watch(x)\n    y = wrong_cube(x)\n"
        "assert np.allclose(tape.gradient(y, x), [12, 27])",
        "failed",
    ),
    Case(
        "block_without_a_way_around",
        "def plain_block(x, n): return L.Conv2D(n, 3, padding='same')(x)",
        "start = keras.Input((8, 8, 4))\n"
        "model = keras.Model(start, plain_block(start, 4))\n"
        "assert any(isinstance(one, L.Add) for one in model.layers)",
        "failed",
    ),
    Case(
        "one_layer_left_to_train",
        "def freeze_first(model): model.layers[0].trainable = False",
        "model = keras.Sequential(\n"
        "    [keras.Input((1,)), L.Dense(3), L.Dense(2), L.Dense(1)])\n"
        "freeze_first(model)\n"
        "assert [one.trainable for one in model.layers] == [False, False, True]",
        "failed",
    ),
    Case(
        "data_without_end",
        "",
        "count(tf.data.Dataset.range(3).repeat())",
        "error",
        "a dataset without end",
    ),
    Case(
        "code_in_a_layer_stays_there",
        "def code(): return L.Lambda(lambda x: x)",
        "assert type(code()).__module__ == '__main__'\n"
        "assert with_lambda().predict(-np.ones((1, 2)), verbose=0).sum() == 2",
    ),
    Case(
        "model_that_answers_for_itself",
        "class Fake(keras.Model):\n    def evaluate(self, *a, **k): return [0.0, 1.0]\n"
        "def fake(): return Fake()",
        "assert isinstance(fake(), keras.Model)",
        "failed",
    ),
    Case(
        "model_that_is_asked",
        "def lies(): return Fake()",
        "assert lies().evaluate(np.ones((2, 1)), np.ones(2))[1] == 1.0",
    ),
    Case(
        "forged_configuration",
        "import _autograder.agent as agent\n"
        "def forged():\n    real = agent.Agent._do_part\n"
        "    agent.Agent._do_part = lambda self, _, part: {\n"
        "        'module': 'keras.layers', 'class_name': 'Lambda',\n"
        "        'config': {'function': 'os.system'}, 'registered_name': None}\n"
        "    return L.Dense(2)",
        "got = forged()\nassert type(got).__module__ == '__main__'",
    ),
    Case(
        "forged_class",
        "def claimed(place):\n    import _autograder.agent as agent\n"
        "    real = agent.descriptions.describe\n"
        "    def describe(value):\n"
        "        sort, name, abilities, more = real(value)\n"
        "        return [sort, name, abilities, more | {'library': place}]\n"
        "    agent.descriptions.describe = describe\n"
        "    class Thing: pass\n    return Thing()",
        "import types\n"
        "for place in (['builtins', 'int'], ['numpy', 'ndarray'], ['os', 'system'],\n"
        "              ['keras.src.models.model', 'Model'], 'keras', [1, 2], None,\n"
        "              ['keras.src.layers', 'no.such'], ['builtins', 'ValueError']):\n"
        "    got = claimed(place)\n    assert got.__class__ is type(got), place",
    ),
]


def cases() -> list[Case]:
    found = [Case("answers", ANSWERS, "assert True")]
    for tests in (RETURNED, PASSED, TIED, BUILT):
        for name, text in tests.items():
            found.append(Case(name, "", textwrap.dedent(text).strip()))
    return [*found, *OTHER]


CASES = cases()


@pytest.fixture(scope="module")
def results(tmp_path_factory):
    with WarmExaminers(["tensorflow", "keras"]) as warm:
        yield Examiners(warm, tmp_path_factory.mktemp("course")).cases(CASES, SETUP)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_case(results, case):
    assert_case(case, results)
    stays_there = ("model_that_is_asked", "code_in_a_layer_stays_there")
    assert bool(results[case.name].flags) == (case.name in stays_there)
