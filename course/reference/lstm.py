"""The long short-term memory (LSTM) layer, forwards and backwards through time.

Beside the state there is a second memory, the carry (or cell state). It is changed by
adding and by multiplying with the forget gate, never by a matrix, so that a gradient
finds a way back through many steps.

    input_gate  = sigmoid(inputs @ W_i + state @ U_i + b_i)
    forget_gate = sigmoid(inputs @ W_f + state @ U_f + b_f)
    candidate   = tanh   (inputs @ W_c + state @ U_c + b_c)
    output_gate = sigmoid(inputs @ W_o + state @ U_o + b_o)
    carry       = forget_gate * carry + input_gate * candidate
    state       = output_gate * tanh(carry)

As in Keras, `kernel` holds W_i, W_f, W_c and W_o side by side, `recurrent_kernel` the
four U, and `bias` the four b. Shapes are as in `course.reference.recurrent`.

Source:
    Hochreiter and Schmidhuber, Long short-term memory, Neural Computation 9(8), 1997.
    The forget gate is from Gers, Schmidhuber and Cummins, Learning to forget, Neural
    Computation 12(10), 2000.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import ArrayLike

from course.reference.convolution import (
    check_array,
    check_one_dtype,
    check_tensor,
    check_whole_number,
)
from course.reference.recurrent import (
    STATE,
    STEP,
    check_state,
    check_state_gradients,
    recurrent_weights,
    recurrent_weights_tensorflow,
    sequence_arrays,
    sequence_tensors,
    zero_gradients,
)

if TYPE_CHECKING:
    import tensorflow as tf

GATES = 4


def lstm_step(
    inputs: ArrayLike,
    state: ArrayLike,
    carry: ArrayLike,
    kernel: ArrayLike,
    recurrent_kernel: ArrayLike,
    bias: ArrayLike | None = None,
) -> tuple[np.ndarray, np.ndarray]:
    """Make the next state and carry out of one input and the ones before.

    Args:
        inputs: Numbers of one time step, `(batch, features)`.
        state: The state before, `(batch, units)`.
        carry: The carry before, `(batch, units)`.
        kernel: Weights of the input, `(features, 4 * units)`.
        recurrent_kernel: Weights of the state, `(units, 4 * units)`.
        bias: Numbers, `(4 * units,)`; none if left out. Keras starts the forget gate's
            part at 1.

    Returns:
        The new state and the new carry, each `(batch, units)`.

    Raises:
        ValueError: If an array has the wrong rank, or two of them disagree on a size.

    Source:
        Gers, Schmidhuber and Cummins, Neural Computation 12(10), 2000.

    Example:
        >>> keep_all = [-99.0, 99.0, 0.0, -99.0]  # input and output shut, forget open
        >>> weights = np.zeros((1, 4)), np.zeros((1, 4)), keep_all
        >>> lstm_step([[5.0]], [[0.3]], [[0.7]], *weights)[1]
        array([[0.7]])
    """
    gates = lstm_gates(inputs, state, carry, kernel, recurrent_kernel, bias)
    return gates["state"], gates["carry"]


def lstm_gates(
    inputs: ArrayLike,
    state: ArrayLike,
    carry: ArrayLike,
    kernel: ArrayLike,
    recurrent_kernel: ArrayLike,
    bias: ArrayLike | None = None,
) -> dict[str, np.ndarray]:
    """Take one step as `lstm_step` does, and keep what each gate gives.

    Args:
        inputs: As in `lstm_step`.
        state: As in `lstm_step`.
        carry: As in `lstm_step`.
        kernel: As in `lstm_step`.
        recurrent_kernel: As in `lstm_step`.
        bias: As in `lstm_step`.

    Returns:
        `"input_gate"`, `"forget_gate"`, `"candidate"`, `"output_gate"`, `"carry"` and
        `"state"`, each `(batch, units)`.

    Raises:
        ValueError: As `lstm_step`.
    """
    inputs = check_array("inputs", inputs, STEP)
    kernel, recurrent_kernel, bias = recurrent_weights(
        inputs.shape[-1], kernel, recurrent_kernel, bias, GATES
    )
    state = check_array("state", state, STATE)
    carry = check_array("carry", carry, STATE)
    for name, memory in (("state", state), ("carry", carry)):
        check_state(name, memory.shape, inputs.shape[0], recurrent_kernel.shape[0])
    sums = inputs @ kernel + state @ recurrent_kernel + bias  # (batch, 4 * units)
    for_input, for_forget, for_candidate, for_output = np.split(sums, GATES, axis=1)
    input_gate = sigmoid(for_input)  # (batch, units)
    forget_gate = sigmoid(for_forget)
    candidate = np.tanh(for_candidate)
    output_gate = sigmoid(for_output)
    carry = forget_gate * carry + input_gate * candidate
    return {
        "input_gate": input_gate,
        "forget_gate": forget_gate,
        "candidate": candidate,
        "output_gate": output_gate,
        "carry": carry,
        "state": output_gate * np.tanh(carry),
    }


def lstm(
    inputs: ArrayLike,
    kernel: ArrayLike,
    recurrent_kernel: ArrayLike,
    bias: ArrayLike | None = None,
    initial_state: ArrayLike | None = None,
    initial_carry: ArrayLike | None = None,
) -> tuple[np.ndarray, np.ndarray]:
    """Take the steps of a sequence one after the other, with the same weights.

    Args:
        inputs: Numbers, `(batch, steps, features)`; at least one step.
        kernel: Weights of the input, `(features, 4 * units)`.
        recurrent_kernel: Weights of the state, `(units, 4 * units)`.
        bias: Numbers, `(4 * units,)`; none if left out.
        initial_state: The state before the first step, `(batch, units)`; zeros if left
            out.
        initial_carry: The carry before the first step, `(batch, units)`; zeros if left
            out.

    Returns:
        The state and the carry after every step, each `(batch, steps, units)`. Keras
        gives all states with `return_sequences=True`, but only the last carry.

    Raises:
        ValueError: As `lstm_step`, or if there is no step.

    Example:
        >>> weights = np.zeros((3, 8)), np.zeros((2, 8))
        >>> states, carries = lstm(np.ones((1, 5, 3)), *weights)
        >>> states.shape, carries.shape
        ((1, 5, 2), (1, 5, 2))
    """
    inputs, state = sequence_arrays(inputs, initial_state, recurrent_kernel)
    _, carry = sequence_arrays(inputs, initial_carry, recurrent_kernel)
    states, carries = [], []
    for step in range(inputs.shape[1]):
        state, carry = lstm_step(
            inputs[:, step], state, carry, kernel, recurrent_kernel, bias
        )
        states.append(state)
        carries.append(carry)
    return np.stack(states, axis=1), np.stack(carries, axis=1)


def lstm_backward(
    inputs: ArrayLike,
    state_gradients: ArrayLike,
    kernel: ArrayLike,
    recurrent_kernel: ArrayLike,
    bias: ArrayLike | None = None,
    initial_state: ArrayLike | None = None,
    initial_carry: ArrayLike | None = None,
    last_carry_gradient: ArrayLike | None = None,
) -> dict[str, np.ndarray]:
    """Carry the gradient of a loss back through the steps of `lstm`.

    Args:
        inputs: As in `lstm`.
        state_gradients: The loss's gradient with respect to each state,
            `(batch, steps, units)`; zeros at the steps that the loss does not see.
        kernel: As in `lstm`.
        recurrent_kernel: As in `lstm`.
        bias: As in `lstm`.
        initial_state: As in `lstm`.
        initial_carry: As in `lstm`.
        last_carry_gradient: The loss's gradient with respect to the last carry,
            `(batch, units)`, where it was handed on to a decoder; zeros if left out.

    Returns:
        The loss's gradients with respect to `"inputs"`, `"kernel"`,
        `"recurrent_kernel"`, `"bias"`, `"initial_state"` and `"initial_carry"`, each of
        the shape of what it belongs to.

    Raises:
        ValueError: As `lstm`, or if `state_gradients` has another shape than the
            states.

    Source:
        Werbos, Proceedings of the IEEE 78(10), 1990, applied to the equations of
        Gers, Schmidhuber and Cummins, 2000. (The 1997 paper cuts the gradient short;
        this one is exact, as in today's libraries.)
    """
    inputs, state = sequence_arrays(inputs, initial_state, recurrent_kernel)
    _, carry = sequence_arrays(inputs, initial_carry, recurrent_kernel)
    steps = inputs.shape[1]
    before, gates = [], []
    for step in range(steps):
        before.append((state, carry))
        gates.append(
            lstm_gates(inputs[:, step], state, carry, kernel, recurrent_kernel, bias)
        )
        state, carry = gates[-1]["state"], gates[-1]["carry"]
    kernel, recurrent_kernel, bias = recurrent_weights(
        inputs.shape[-1], kernel, recurrent_kernel, bias, GATES
    )
    state_gradients = check_state_gradients(
        state_gradients, (inputs.shape[0], steps, state.shape[1])
    )
    of_carry = np.zeros_like(carry)  # (batch, units)
    if last_carry_gradient is not None:
        of_carry = check_array("last_carry_gradient", last_carry_gradient, STATE)
        check_state("last_carry_gradient", of_carry.shape, *carry.shape)

    gradients = zero_gradients(inputs, kernel, recurrent_kernel, bias)
    reaching_back = np.zeros_like(state)
    for step in reversed(range(steps)):
        now = gates[step]
        state_before, carry_before = before[step]
        bent = np.tanh(now["carry"])
        of_state = state_gradients[:, step] + reaching_back
        of_carry = of_carry + of_state * now["output_gate"] * (1 - bent**2)
        of_sums = np.concatenate(
            [
                of_carry * now["candidate"] * _sigmoid_slope(now["input_gate"]),
                of_carry * carry_before * _sigmoid_slope(now["forget_gate"]),
                of_carry * now["input_gate"] * (1 - now["candidate"] ** 2),
                of_state * bent * _sigmoid_slope(now["output_gate"]),
            ],
            axis=1,
        )  # (batch, 4 * units)
        gradients["kernel"] += inputs[:, step].T @ of_sums
        gradients["recurrent_kernel"] += state_before.T @ of_sums
        gradients["bias"] += of_sums.sum(axis=0)
        gradients["inputs"][:, step] = of_sums @ kernel.T
        reaching_back = of_sums @ recurrent_kernel.T  # (batch, units)
        of_carry = of_carry * now["forget_gate"]
    return gradients | {"initial_state": reaching_back, "initial_carry": of_carry}


def lstm_parameters(features: int, units: int, use_bias: bool = True) -> int:
    """Count what an LSTM layer learns: four times as much as a simple one.

    Args:
        features: Numbers that each step brings.
        units: Numbers in the state, and in the carry.
        use_bias: Whether each sum has a bias.

    Returns:
        Weights and biases together.

    Raises:
        ValueError: If a number is not whole or less than 1.

    Example:
        >>> lstm_parameters(3, units=8)
        384
    """
    check_whole_number("features", features, minimum=1)
    check_whole_number("units", units, minimum=1)
    return GATES * (features + units + bool(use_bias)) * units


def lstm_step_tensorflow(
    inputs: tf.Tensor,
    state: tf.Tensor,
    carry: tf.Tensor,
    kernel: tf.Tensor,
    recurrent_kernel: tf.Tensor,
    bias: tf.Tensor | None = None,
) -> tuple[tf.Tensor, tf.Tensor]:
    """Make the next state and carry as `lstm_step` does, in TensorFlow.

    Args:
        inputs: Floats of one time step, `(batch, features)`.
        state: The state before, `(batch, units)`.
        carry: The carry before, `(batch, units)`.
        kernel: Weights of the input, `(features, 4 * units)`.
        recurrent_kernel: Weights of the state, `(units, 4 * units)`.
        bias: Floats, `(4 * units,)`; none if left out.

    Returns:
        The new state and the new carry, each `(batch, units)`.

    Raises:
        ValueError: As `lstm_step`, or if the tensors are not floats of one dtype.
    """
    import tensorflow as tf

    inputs = check_tensor("inputs", inputs, STEP)
    kernel, recurrent_kernel, bias = recurrent_weights_tensorflow(
        inputs, kernel, recurrent_kernel, bias, GATES
    )
    state = check_tensor("state", state, STATE)
    carry = check_tensor("carry", carry, STATE)
    check_one_dtype(inputs=inputs, state=state, carry=carry)
    for name, memory in (("state", state), ("carry", carry)):
        check_state(name, memory.shape, inputs.shape[0], recurrent_kernel.shape[0])
    sums = tf.matmul(inputs, kernel) + tf.matmul(state, recurrent_kernel) + bias
    for_input, for_forget, for_candidate, for_output = tf.split(sums, GATES, axis=1)
    carry = tf.sigmoid(for_forget) * carry + tf.sigmoid(for_input) * tf.tanh(
        for_candidate
    )  # (batch, units)
    return tf.sigmoid(for_output) * tf.tanh(carry), carry


def lstm_tensorflow(
    inputs: tf.Tensor,
    kernel: tf.Tensor,
    recurrent_kernel: tf.Tensor,
    bias: tf.Tensor | None = None,
    initial_state: tf.Tensor | None = None,
    initial_carry: tf.Tensor | None = None,
) -> tuple[tf.Tensor, tf.Tensor]:
    """Take the steps of a sequence as `lstm` does, in TensorFlow.

    Args:
        inputs: Floats, `(batch, steps, features)`; at least one step.
        kernel: Weights of the input, `(features, 4 * units)`.
        recurrent_kernel: Weights of the state, `(units, 4 * units)`.
        bias: Floats, `(4 * units,)`; none if left out.
        initial_state: The state before the first step, `(batch, units)`; zeros if left
            out.
        initial_carry: The carry before the first step, `(batch, units)`; zeros if left
            out.

    Returns:
        The state and the carry after every step, each `(batch, steps, units)`.

    Raises:
        ValueError: As `lstm`, or if the tensors are not floats of one dtype.
    """
    import tensorflow as tf

    by_step, state = sequence_tensors(inputs, initial_state, recurrent_kernel)
    _, carry = sequence_tensors(inputs, initial_carry, recurrent_kernel)
    states, carries = tf.scan(
        lambda memory, one: lstm_step_tensorflow(
            one, *memory, kernel, recurrent_kernel, bias
        ),
        by_step,
        initializer=(state, carry),
    )  # (steps, batch, units) each
    return tf.transpose(states, (1, 0, 2)), tf.transpose(carries, (1, 0, 2))


def sigmoid(values: np.ndarray) -> np.ndarray:
    """Press numbers between 0 and 1, as a gate needs them.

    Written with tanh, which does not overflow for large numbers.
    """
    return 0.5 + 0.5 * np.tanh(0.5 * values)


def _sigmoid_slope(gate: np.ndarray) -> np.ndarray:
    """Give the slope of `sigmoid` where its output is `gate`."""
    return gate * (1 - gate)
