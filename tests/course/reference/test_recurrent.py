"""Recurrent layers: by hand, against Keras, and gradients against two other ways."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from reference_cases import few_properties

from course.reference import (
    clip_by_global_norm,
    gru,
    gru_backward,
    gru_gates,
    gru_parameters,
    gru_step,
    gru_step_tensorflow,
    gru_tensorflow,
    jacobian_norms,
    lstm,
    lstm_backward,
    lstm_gates,
    lstm_parameters,
    lstm_step,
    lstm_step_tensorflow,
    lstm_tensorflow,
    simple_rnn,
    simple_rnn_backward,
    simple_rnn_parameters,
    simple_rnn_step,
    simple_rnn_step_tensorflow,
    simple_rnn_tensorflow,
    simple_rnn_terms,
)

ACTIVATIONS = ["tanh", "relu", "linear"]

seeds = st.integers(0, 2**32 - 1)
sizes = st.fixed_dictionaries(
    {
        "batch": st.integers(1, 4),
        "steps": st.integers(1, 7),
        "features": st.integers(1, 5),
        "units": st.integers(1, 5),
    }
)


class Case:
    """A layer's weights, a sequence and a first state, all different everywhere."""

    def __init__(
        self, seed, batch, steps, features, units, gates=1, bias_rows=1, dtype="float32"
    ):
        rng = np.random.default_rng(seed)

        def normal(*shape):
            return rng.standard_normal(shape).astype(dtype)

        width = gates * units
        self.inputs = normal(batch, steps, features)
        self.kernel = normal(features, width) / np.sqrt(features).astype(dtype)
        self.recurrent_kernel = normal(units, width) / np.sqrt(units).astype(dtype)
        self.bias = normal(*([width] if bias_rows == 1 else [bias_rows, width])) / 2
        self.state = normal(batch, units)
        self.carry = normal(batch, units)
        self.state_gradients = normal(batch, steps, units)
        self.last_carry_gradient = normal(batch, units)

    @property
    def weights(self):
        return self.kernel, self.recurrent_kernel, self.bias

    def keras_states(self, layer, *memories):
        """All states, and the last memories, that a Keras layer gives."""
        layer.build(self.inputs.shape)
        layer.set_weights(list(self.weights))
        return layer(self.inputs, initial_state=list(memories) or None)


def close(got, want, tolerance=2e-5):
    np.testing.assert_allclose(got, want, rtol=tolerance, atol=tolerance)


# The simple layer, forwards

step_forms = pytest.mark.parametrize(
    "form", [simple_rnn_step, simple_rnn_step_tensorflow]
)


@step_forms
def test_step_by_hand(form):
    inputs, state = [[1.0, 2.0]], [[0.5, -1.0, 0.0]]
    kernel = [[1.0, 0.0, -1.0], [0.0, 0.25, 0.5]]
    recurrent_kernel = [[0.0, 2.0, 1.0], [1.0, 0.0, -1.0], [9.0, 9.0, 9.0]]
    bias = [0.5, -1.0, 0.0]
    # from the input 1, 0.5, 0; from the state -1, 1, 1.5
    sums = [[0.5, 0.5, 1.5]]
    got = form(inputs, state, kernel, recurrent_kernel, bias, "linear")
    np.testing.assert_array_equal(got, sums)
    got = form(inputs, state, kernel, recurrent_kernel, bias)
    close(got, np.tanh(sums))


@step_forms
@pytest.mark.parametrize("activation", ACTIVATIONS)
def test_step_bias_may_be_left_out(form, activation):
    case = Case(1, batch=2, steps=1, features=3, units=4)
    got, want = (
        form(case.inputs[:, 0], case.state, *case.weights[:2], bias, activation)
        for bias in (None, np.zeros(4, np.float32))
    )
    np.testing.assert_array_equal(got, want)


def test_terms_add_up_to_the_sum():
    case = Case(2, batch=2, steps=1, features=3, units=4)
    terms = simple_rnn_terms(case.inputs[:, 0], case.state, *case.weights)
    close(terms["from_input"], case.inputs[:, 0] @ case.kernel)
    close(terms["from_state"], case.state @ case.recurrent_kernel)
    total = terms["from_input"] + terms["from_state"] + terms["bias"]
    close(terms["sum"], total)
    close(terms["state"], np.tanh(total))


@few_properties
@given(seed=seeds, size=sizes, activation=st.sampled_from(ACTIVATIONS))
def test_simple_rnn_equals_keras(keras, seed, size, activation):
    case = Case(seed, **size)
    layer = keras.layers.SimpleRNN(
        size["units"], activation=activation, return_sequences=True
    )
    want = case.keras_states(layer, case.state)
    for form in (simple_rnn, simple_rnn_tensorflow):
        got = form(case.inputs, *case.weights, case.state, activation)
        close(got, want, 1e-4)


def test_keras_gives_the_last_state_without_return_sequences(keras):
    case = Case(3, batch=2, steps=5, features=3, units=4)
    want = case.keras_states(keras.layers.SimpleRNN(4))
    close(simple_rnn(case.inputs, *case.weights)[:, -1], want)


def test_a_sequence_in_two_parts_gives_the_same_states():
    case = Case(4, batch=2, steps=7, features=3, units=4)
    whole = simple_rnn(case.inputs, *case.weights)
    first = simple_rnn(case.inputs[:, :3], *case.weights)
    second = simple_rnn(case.inputs[:, 3:], *case.weights, first[:, -1])
    close(np.concatenate([first, second], axis=1), whole, 1e-6)


def test_order_of_the_steps_matters():
    case = Case(5, batch=1, steps=4, features=2, units=3)
    forwards = simple_rnn(case.inputs, *case.weights)[:, -1]
    backwards = simple_rnn(case.inputs[:, ::-1], *case.weights)[:, -1]
    assert np.abs(forwards - backwards).max() > 0.1


# The gated layers, forwards


@pytest.mark.parametrize("form", [lstm_step, lstm_step_tensorflow])
def test_lstm_step_by_hand(form):
    """Sums of ln 3 make gates of 3/4, and sums of -ln 3 gates of 1/4."""
    log3 = np.log(3.0)
    kernel = np.zeros((1, 4))
    recurrent_kernel = np.zeros((1, 4))
    bias = np.array([log3, -log3, np.arctanh(0.5), log3])
    state, carry = form(
        np.array([[7.0]]),
        np.array([[3.0]]),
        np.array([[2.0]]),
        kernel,
        recurrent_kernel,
        bias,
    )
    new_carry = 2.0 / 4 + 0.75 * 0.5
    close(carry, [[new_carry]])
    close(state, [[0.75 * np.tanh(new_carry)]])


@pytest.mark.parametrize("form", [gru_step, gru_step_tensorflow])
@pytest.mark.parametrize("reset_after", [True, False])
def test_gru_step_by_hand(form, reset_after):
    """Update gate 1/4, reset gate 3/4, so that a state of 2 counts as 1.5."""
    log3 = np.log(3.0)
    kernel = np.array([[0.0, 0.0, 1.0]])
    recurrent_kernel = np.array([[0.0, 0.0, 0.2]])
    bias = np.array([-log3, log3, 0.1])
    if reset_after:
        bias = np.stack([bias, [0.0, 0.0, 0.4]])
    candidate = np.tanh(0.5 + 0.1 + 1.5 * 0.2 + (0.75 * 0.4 if reset_after else 0))
    got = form(
        np.array([[0.5]]),
        np.array([[2.0]]),
        kernel,
        recurrent_kernel,
        bias,
        reset_after=reset_after,
    )
    close(got, [[0.25 * 2 + 0.75 * candidate]])


@few_properties
@given(seed=seeds, size=sizes)
def test_lstm_equals_keras(keras, seed, size):
    case = Case(seed, **size, gates=4)
    layer = keras.layers.LSTM(size["units"], return_sequences=True, return_state=True)
    want, last_state, last_carry = case.keras_states(layer, case.state, case.carry)
    for form in (lstm, lstm_tensorflow):
        states, carries = form(case.inputs, *case.weights, case.state, case.carry)
        close(states, want)
        close(states[:, -1], last_state)
        close(carries[:, -1], last_carry)


@few_properties
@given(seed=seeds, size=sizes, reset_after=st.booleans())
def test_gru_equals_keras(keras, seed, size, reset_after):
    case = Case(seed, **size, gates=3, bias_rows=1 + reset_after)
    layer = keras.layers.GRU(
        size["units"], return_sequences=True, reset_after=reset_after
    )
    want = case.keras_states(layer, case.state)
    for form in (gru, gru_tensorflow):
        got = form(case.inputs, *case.weights, case.state, reset_after)
        close(got, want)


def test_memories_start_at_zero():
    case = Case(6, batch=2, steps=3, features=2, units=3, gates=4)
    zeros = np.zeros((2, 3))
    got, want = (
        lstm(case.inputs, *case.weights),
        lstm(case.inputs, *case.weights, zeros, zeros),
    )
    close(got[0], want[0])
    close(got[1], want[1])
    case = Case(7, batch=2, steps=3, features=2, units=3, gates=3, bias_rows=2)
    got = gru(case.inputs, *case.weights)
    close(got, gru(case.inputs, *case.weights, zeros))


def test_gates_lie_between_0_and_1():
    case = Case(8, batch=2, steps=1, features=2, units=3, gates=4)
    for scale in (1.0, 1e4):
        one = scale * case.inputs[:, 0]
        gates = lstm_gates(one, case.state, case.carry, *case.weights)
        for name in ("input_gate", "forget_gate", "output_gate"):
            assert ((gates[name] >= 0) & (gates[name] <= 1)).all()
    case = Case(9, batch=2, steps=1, features=2, units=3, gates=3, bias_rows=2)
    gates = gru_gates(1e4 * case.inputs[:, 0], case.state, *case.weights)
    for name in ("update_gate", "reset_gate"):
        assert ((gates[name] >= 0) & (gates[name] <= 1)).all()


def test_both_gru_forms_agree_where_the_reset_gate_is_open():
    case = Case(10, batch=2, steps=4, features=2, units=3, gates=3)
    case.bias[3:6] = 99
    both = np.stack([case.bias, np.zeros_like(case.bias)])
    textbook = gru(case.inputs, *case.weights, reset_after=False)
    of_keras = gru(case.inputs, case.kernel, case.recurrent_kernel, both)
    close(textbook, of_keras, 1e-6)


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_floats_keep_their_precision(dtype):
    simple = Case(11, 2, 3, 2, 3, dtype=dtype)
    gated = Case(11, 2, 3, 2, 3, gates=4, dtype=dtype)
    update = Case(11, 2, 3, 2, 3, gates=3, bias_rows=2, dtype=dtype)
    assert simple_rnn(simple.inputs, *simple.weights).dtype == dtype
    assert lstm(gated.inputs, *gated.weights)[1].dtype == dtype
    assert gru(update.inputs, *update.weights).dtype == dtype


# Counting


@pytest.mark.parametrize("use_bias", [True, False])
@pytest.mark.parametrize(("features", "units"), [(3, 8), (1, 1), (7, 2)])
def test_parameters_are_counted_as_keras_does(keras, features, units, use_bias):
    def count(layer):
        layer.build((None, None, features))
        return layer.count_params()

    layers = keras.layers
    assert simple_rnn_parameters(features, units, use_bias) == count(
        layers.SimpleRNN(units, use_bias=use_bias)
    )
    assert lstm_parameters(features, units, use_bias) == count(
        layers.LSTM(units, use_bias=use_bias)
    )
    for reset_after in (True, False):
        assert gru_parameters(features, units, use_bias, reset_after) == count(
            layers.GRU(units, use_bias=use_bias, reset_after=reset_after)
        )


def test_parameters_of_the_units_examples():
    assert simple_rnn_parameters(3, 8) == 96
    assert lstm_parameters(3, 8) == 384
    assert gru_parameters(3, 8) == 312
    assert gru_parameters(3, 8, reset_after=False) == 288


# Backwards through time


def numerical_gradient(loss, values, step=1e-6):
    """Change each number a little, both ways, and see how much the loss changes."""
    gradient = np.zeros_like(values)
    for place in np.ndindex(values.shape):
        up, down = values.copy(), values.copy()
        up[place] += step
        down[place] -= step
        gradient[place] = (loss(up) - loss(down)) / (2 * step)
    return gradient


def variants():
    for activation in ACTIVATIONS:
        yield pytest.param("simple", {"activation": activation}, id=activation)
    yield pytest.param("lstm", {}, id="lstm")
    for reset_after in (True, False):
        name = f"gru-reset-{'after' if reset_after else 'before'}"
        yield pytest.param("gru", {"reset_after": reset_after}, id=name)


def layer_of(kind, options):
    """The case's gates and rows of bias, forms forwards, in TensorFlow, backwards."""
    if kind == "simple":
        return {}, simple_rnn, simple_rnn_tensorflow, simple_rnn_backward
    if kind == "lstm":
        return {"gates": 4}, lstm, lstm_tensorflow, lstm_backward
    rows = 1 + options["reset_after"]
    return {"gates": 3, "bias_rows": rows}, gru, gru_tensorflow, gru_backward


def arguments_of(case, kind):
    named = {
        "inputs": case.inputs,
        "kernel": case.kernel,
        "recurrent_kernel": case.recurrent_kernel,
        "bias": case.bias,
        "initial_state": case.state,
    }
    return named | ({"initial_carry": case.carry} if kind == "lstm" else {})


@pytest.mark.parametrize(("kind", "options"), list(variants()))
def test_gradients_equal_small_changes(kind, options):
    """The loss weighs every number of every state differently."""
    layout, forwards, _, backwards = layer_of(kind, options)
    case = Case(12, batch=2, steps=4, features=3, units=2, dtype="float64", **layout)
    named = arguments_of(case, kind)
    last = {"last_carry_gradient": case.last_carry_gradient} if kind == "lstm" else {}

    def loss(**changed):
        out = forwards(**(named | changed), **options)
        if kind != "lstm":
            return np.sum(case.state_gradients * out)
        states, carries = out
        return np.sum(case.state_gradients * states) + np.sum(
            case.last_carry_gradient * carries[:, -1]
        )

    got = backwards(state_gradients=case.state_gradients, **named, **last, **options)
    assert set(got) == set(named)
    for name, values in named.items():
        want = numerical_gradient(lambda v, name=name: loss(**{name: v}), values)
        assert got[name].shape == values.shape
        np.testing.assert_allclose(got[name], want, rtol=1e-6, atol=1e-7, err_msg=name)


@pytest.mark.parametrize(("kind", "options"), list(variants()))
@few_properties
@given(seed=seeds, size=sizes)
def test_gradients_equal_those_of_a_tape(tf, kind, options, seed, size):
    layout, _, in_tensorflow, backwards = layer_of(kind, options)
    case = Case(seed, **size, dtype="float64", **layout)
    named = arguments_of(case, kind)
    tensors = {name: tf.constant(values) for name, values in named.items()}
    with tf.GradientTape() as tape:
        tape.watch(tensors)
        out = in_tensorflow(**tensors, **options)
        states = out[0] if kind == "lstm" else out
        loss = tf.reduce_sum(case.state_gradients * states)
    want = tape.gradient(loss, tensors)
    got = backwards(state_gradients=case.state_gradients, **named, **options)
    for name in named:
        close(got[name], want[name], 1e-9)


def test_gradients_equal_those_through_a_keras_layer(tf, keras):
    case = Case(13, batch=3, steps=6, features=2, units=4)
    layer = keras.layers.SimpleRNN(4)
    layer.build(case.inputs.shape)
    layer.set_weights(list(case.weights))
    with tf.GradientTape() as tape:
        loss = tf.reduce_sum(layer(case.inputs) ** 2)
    want = tape.gradient(loss, [one.value for one in layer.trainable_weights])
    last = simple_rnn(case.inputs, *case.weights)[:, -1]
    of_states = np.zeros((3, 6, 4), np.float32)
    of_states[:, -1] = 2 * last
    got = simple_rnn_backward(case.inputs, of_states, *case.weights)
    for name, one in zip(("kernel", "recurrent_kernel", "bias"), want, strict=True):
        close(got[name], one, 1e-4)


def test_tensorflow_forms_take_sequences_of_unknown_length(tf):
    case = Case(14, batch=2, steps=5, features=3, units=4)
    layout = tf.TensorSpec((None, None, 3), tf.float32)
    traced = tf.function(
        lambda inputs: simple_rnn_tensorflow(inputs, *case.weights),
        input_signature=[layout],
    )
    for steps in (2, 5):
        inputs = case.inputs[:, :steps]
        close(traced(inputs), simple_rnn(inputs, *case.weights))


def test_inputs_are_left_as_they_were():
    case = Case(15, batch=2, steps=4, features=3, units=2, gates=4)
    named = arguments_of(case, "lstm")
    before = {name: values.copy() for name, values in named.items()}
    lstm_backward(state_gradients=case.state_gradients, **named)
    for name, values in named.items():
        np.testing.assert_array_equal(values, before[name])


# How far a gradient reaches


def test_norms_of_a_linear_unit_are_powers_of_its_weight():
    norms = jacobian_norms(np.ones((6, 1)), [[1.5]], activation="linear")
    np.testing.assert_allclose(norms, 1.5 ** np.arange(6))


def test_norms_equal_those_of_the_jacobians_of_a_tape(tf):
    case = Case(16, batch=1, steps=5, features=2, units=3, dtype="float64")
    states = simple_rnn(case.inputs, *case.weights)[0]
    got = jacobian_norms(states, case.recurrent_kernel)
    for lag in range(1, 5):
        start = tf.constant(states[None, 4 - lag])
        with tf.GradientTape() as tape:
            tape.watch(start)
            last = simple_rnn_tensorflow(
                case.inputs[:, 5 - lag :], *case.weights, start
            )[:, -1]
        jacobian = tape.jacobian(last, start)[0, :, 0, :]
        want = np.linalg.norm(jacobian, ord=2)
        assert got[lag] == pytest.approx(want, rel=1e-9)
    assert got[0] == 1


def test_clipping_equals_that_of_tensorflow(tf):
    rng = np.random.default_rng(17)
    gradients = [rng.standard_normal((3, 4)), rng.standard_normal(5)]
    for limit in (0.5, 100.0):
        got, norm = clip_by_global_norm(gradients, limit)
        want, tensorflow_norm = tf.clip_by_global_norm(gradients, limit)
        assert norm == pytest.approx(float(tensorflow_norm))
        for one, other in zip(got, want, strict=True):
            close(one, other, 1e-9)


def test_clipping_leaves_zeros_alone():
    clipped, norm = clip_by_global_norm([np.zeros(3)], 1.0)
    np.testing.assert_array_equal(clipped[0], np.zeros(3))
    assert norm == 0


# What is refused


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"inputs": np.zeros((2, 3))}, "must have the axes"),
        ({"inputs": np.zeros((2, 0, 3))}, "at least one step"),
        ({"inputs": np.zeros((2, 5, 7))}, "expects 3 features"),
        ({"recurrent_kernel": np.zeros((4, 5))}, "as many columns as rows"),
        ({"kernel": np.zeros((3, 5))}, "must have as many columns"),
        ({"bias": np.zeros(5)}, "`bias` must have the shape"),
        ({"initial_state": np.zeros((3, 4))}, "a row for each of the 2 examples"),
        ({"initial_state": np.zeros((2, 5))}, "must have 4 units"),
        ({"activation": "sigmoid"}, "`activation` must be"),
    ],
)
@pytest.mark.parametrize("form", [simple_rnn, simple_rnn_tensorflow])
def test_what_does_not_fit_is_refused_in_words(form, changed, says):
    named = {
        "inputs": np.zeros((2, 5, 3)),
        "kernel": np.zeros((3, 4)),
        "recurrent_kernel": np.zeros((4, 4)),
    }
    with pytest.raises(ValueError, match=says):
        form(**(named | changed))


@pytest.mark.parametrize("form", [lstm, lstm_tensorflow])
def test_weights_of_another_layer_are_refused(form):
    simple = Case(18, batch=2, steps=3, features=2, units=4)
    with pytest.raises(ValueError, match="must have 4 times as many columns"):
        form(simple.inputs, *simple.weights)


@pytest.mark.parametrize("form", [gru, gru_tensorflow])
def test_bias_of_the_other_gru_is_refused(form):
    case = Case(19, batch=2, steps=3, features=2, units=4, gates=3)
    with pytest.raises(ValueError, match="bias"):
        form(case.inputs, *case.weights, reset_after=True)


def test_gradients_of_another_shape_are_refused():
    case = Case(20, batch=2, steps=3, features=2, units=4)
    with pytest.raises(ValueError, match="shape of the states"):
        simple_rnn_backward(
            case.inputs, np.zeros((2, 4)).reshape(2, 1, 4), *case.weights
        )


@pytest.mark.parametrize("limit", [0.0, -1.0, float("nan")])
def test_limit_of_clipping_is_above_zero(limit):
    with pytest.raises(ValueError, match="must be above 0"):
        clip_by_global_norm([np.ones(2)], limit)


def test_clipping_refuses_what_is_not_finite():
    with pytest.raises(ValueError, match="not finite"):
        clip_by_global_norm([np.array([np.inf, 1.0])], 1.0)


def test_norms_want_the_states_of_one_example():
    with pytest.raises(ValueError, match="states of one example"):
        jacobian_norms(np.zeros((3, 2)), np.eye(4))
