"""The gated recurrent unit (GRU), forwards and backwards through time.

One memory, two gates:

    update_gate = sigmoid(inputs @ W_z + state @ U_z + b_z)
    reset_gate  = sigmoid(inputs @ W_r + state @ U_r + b_r)
    candidate   = tanh(inputs @ W_h + (reset_gate * state) @ U_h + b_h)
    state       = update_gate * state + (1 - update_gate) * candidate

That is the textbook's form, `reset_after=False`. Keras's own default,
`reset_after=True`, multiplies with the reset gate after the matrix, because the three
products with the state can then be made at once, and gives the state a bias of its own:

    candidate   = tanh(inputs @ W_h + b_h + reset_gate * (state @ U_h + c_h))

As in Keras, `kernel` holds W_z, W_r and W_h side by side, `recurrent_kernel` the three
U, and `bias` the three b; for `reset_after=True` it has a second row, c. An update gate
of 1 keeps the state here and in Cho et al.; in Chung et al. it replaces the state.
Shapes are as in `course.reference.recurrent`.

Source:
    Cho et al., arXiv:1406.1078, section 2.3. Chung et al., arXiv:1412.3555, section
    3.2. For both forms, Keras's documentation of `GRU`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import ArrayLike

from course.reference.convolution import (
    check_array,
    check_one_dtype,
    check_tensor,
    check_whole_number,
)
from course.reference.lstm import sigmoid
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

GATES = 3


def gru_step(
    inputs: ArrayLike,
    state: ArrayLike,
    kernel: ArrayLike,
    recurrent_kernel: ArrayLike,
    bias: ArrayLike | None = None,
    reset_after: bool = True,
) -> np.ndarray:
    """Make the next state out of one input and the state before.

    Args:
        inputs: Numbers of one time step, `(batch, features)`.
        state: The state before, `(batch, units)`.
        kernel: Weights of the input, `(features, 3 * units)`.
        recurrent_kernel: Weights of the state, `(units, 3 * units)`.
        bias: Numbers, `(3 * units,)`, or `(2, 3 * units)` where `reset_after`; none if
            left out.
        reset_after: Whether the reset gate multiplies after the matrix, as Keras does
            by default, or before it, as in the textbook.

    Returns:
        The new state, `(batch, units)`.

    Raises:
        ValueError: If an array has the wrong rank, or two of them disagree on a size.

    Source:
        Cho et al., arXiv:1406.1078, section 2.3.

    Example:
        >>> keep_all = [99.0, 0.0, 0.0]  # the update gate is open: the state stays
        >>> weights = np.zeros((1, 3)), np.zeros((1, 3)), keep_all
        >>> gru_step([[5.0]], [[0.3]], *weights, reset_after=False)
        array([[0.3]])
    """
    gates = gru_gates(inputs, state, kernel, recurrent_kernel, bias, reset_after)
    return gates["state"]


def gru_gates(
    inputs: ArrayLike,
    state: ArrayLike,
    kernel: ArrayLike,
    recurrent_kernel: ArrayLike,
    bias: ArrayLike | None = None,
    reset_after: bool = True,
) -> dict[str, np.ndarray]:
    """Take one step as `gru_step` does, and keep what each gate gives.

    Args:
        inputs: As in `gru_step`.
        state: As in `gru_step`.
        kernel: As in `gru_step`.
        recurrent_kernel: As in `gru_step`.
        bias: As in `gru_step`.
        reset_after: As in `gru_step`.

    Returns:
        `"update_gate"`, `"reset_gate"`, `"candidate"` and `"state"`, each
        `(batch, units)`.

    Raises:
        ValueError: As `gru_step`.
    """
    inputs = check_array("inputs", inputs, STEP)
    kernel, recurrent_kernel, bias = recurrent_weights(
        inputs.shape[-1], kernel, recurrent_kernel, bias, GATES, 1 + bool(reset_after)
    )
    state = check_array("state", state, STATE)
    units = recurrent_kernel.shape[0]
    check_state("state", state.shape, inputs.shape[0], units)
    input_bias, state_bias = _two_biases(bias, reset_after)
    from_input = inputs @ kernel + input_bias  # (batch, 3 * units)
    gate_columns, candidate_columns = slice(2 * units), slice(2 * units, None)
    from_state = state @ recurrent_kernel[:, gate_columns] + state_bias[gate_columns]
    sums = from_input[:, gate_columns] + from_state  # (batch, 2 * units)
    update_gate, reset_gate = np.split(sigmoid(sums), 2, axis=1)  # (batch, units)
    memory_kernel = recurrent_kernel[:, candidate_columns]  # (units, units)
    if reset_after:
        memory = reset_gate * (state @ memory_kernel + state_bias[candidate_columns])
    else:
        memory = (reset_gate * state) @ memory_kernel
    candidate = np.tanh(from_input[:, candidate_columns] + memory)  # (batch, units)
    return {
        "update_gate": update_gate,
        "reset_gate": reset_gate,
        "candidate": candidate,
        "state": update_gate * state + (1 - update_gate) * candidate,
    }


def gru(
    inputs: ArrayLike,
    kernel: ArrayLike,
    recurrent_kernel: ArrayLike,
    bias: ArrayLike | None = None,
    initial_state: ArrayLike | None = None,
    reset_after: bool = True,
) -> np.ndarray:
    """Take the steps of a sequence one after the other, with the same weights.

    Args:
        inputs: Numbers, `(batch, steps, features)`; at least one step.
        kernel: Weights of the input, `(features, 3 * units)`.
        recurrent_kernel: Weights of the state, `(units, 3 * units)`.
        bias: Numbers, `(3 * units,)`, or `(2, 3 * units)` where `reset_after`; none if
            left out.
        initial_state: The state before the first step, `(batch, units)`; zeros if left
            out.
        reset_after: As in `gru_step`.

    Returns:
        The state after every step, `(batch, steps, units)`.

    Raises:
        ValueError: As `gru_step`, or if there is no step.

    Example:
        >>> gru(np.ones((1, 5, 3)), np.zeros((3, 6)), np.zeros((2, 6))).shape
        (1, 5, 2)
    """
    inputs, state = sequence_arrays(inputs, initial_state, recurrent_kernel)
    states = []
    for step in range(inputs.shape[1]):
        state = gru_step(
            inputs[:, step], state, kernel, recurrent_kernel, bias, reset_after
        )
        states.append(state)
    return np.stack(states, axis=1)  # (batch, steps, units)


def gru_backward(
    inputs: ArrayLike,
    state_gradients: ArrayLike,
    kernel: ArrayLike,
    recurrent_kernel: ArrayLike,
    bias: ArrayLike | None = None,
    initial_state: ArrayLike | None = None,
    reset_after: bool = True,
) -> dict[str, np.ndarray]:
    """Carry the gradient of a loss back through the steps of `gru`.

    Args:
        inputs: As in `gru`.
        state_gradients: The loss's gradient with respect to each state,
            `(batch, steps, units)`; zeros at the steps that the loss does not see.
        kernel: As in `gru`.
        recurrent_kernel: As in `gru`.
        bias: As in `gru`.
        initial_state: As in `gru`.
        reset_after: As in `gru`.

    Returns:
        The loss's gradients with respect to `"inputs"`, `"kernel"`,
        `"recurrent_kernel"`, `"bias"` and `"initial_state"`, each of the shape of what
        it belongs to.

    Raises:
        ValueError: As `gru`, or if `state_gradients` has another shape than the states.

    Source:
        Werbos, Proceedings of the IEEE 78(10), 1990, applied to the equations above.
    """
    inputs, state = sequence_arrays(inputs, initial_state, recurrent_kernel)
    batch, steps, features = inputs.shape
    before, gates = [], []
    for step in range(steps):
        before.append(state)
        gates.append(
            gru_gates(
                inputs[:, step], state, kernel, recurrent_kernel, bias, reset_after
            )
        )
        state = gates[-1]["state"]
    kernel, recurrent_kernel, bias = recurrent_weights(
        features, kernel, recurrent_kernel, bias, GATES, 1 + bool(reset_after)
    )
    units = recurrent_kernel.shape[0]
    state_gradients = check_state_gradients(state_gradients, (batch, steps, units))
    _, state_bias = _two_biases(bias, reset_after)
    memory_kernel = recurrent_kernel[:, 2 * units :]  # (units, units)
    memory_bias = state_bias[2 * units :]

    gradients = zero_gradients(inputs, kernel, recurrent_kernel, bias)
    reaching_back = np.zeros_like(state)  # (batch, units)
    for step in reversed(range(steps)):
        now, state = gates[step], before[step]
        update, reset = now["update_gate"], now["reset_gate"]
        of_state = state_gradients[:, step] + reaching_back
        of_update = of_state * (state - now["candidate"]) * update * (1 - update)
        of_candidate = of_state * (1 - update) * (1 - now["candidate"] ** 2)
        reaching_back = of_state * update
        if reset_after:
            of_memory = of_candidate * reset  # of state @ memory_kernel + memory_bias
            of_reset = of_candidate * (state @ memory_kernel + memory_bias)
            gradients["recurrent_kernel"][:, 2 * units :] += state.T @ of_memory
            reaching_back += of_memory @ memory_kernel.T
        else:
            of_memory = of_candidate
            of_product = of_candidate @ memory_kernel.T  # of reset * state
            of_reset = of_product * state
            memory = (reset * state).T
            gradients["recurrent_kernel"][:, 2 * units :] += memory @ of_candidate
            reaching_back += of_product * reset
        of_gates = np.concatenate([of_update, of_reset * reset * (1 - reset)], axis=1)
        gradients["recurrent_kernel"][:, : 2 * units] += state.T @ of_gates
        reaching_back += of_gates @ recurrent_kernel[:, : 2 * units].T

        of_sums = np.concatenate([of_gates, of_candidate], axis=1)
        gradients["kernel"] += inputs[:, step].T @ of_sums
        gradients["inputs"][:, step] = of_sums @ kernel.T
        if reset_after:
            of_both = np.concatenate([of_gates, of_memory], axis=1)
            gradients["bias"][0] += of_sums.sum(axis=0)
            gradients["bias"][1] += of_both.sum(axis=0)
        else:
            gradients["bias"] += of_sums.sum(axis=0)
    return gradients | {"initial_state": reaching_back}


def gru_parameters(
    features: int, units: int, use_bias: bool = True, reset_after: bool = True
) -> int:
    """Count what a GRU layer learns: three times as much as a simple one, or more.

    Args:
        features: Numbers that each step brings.
        units: Numbers in the state.
        use_bias: Whether each sum has a bias.
        reset_after: Whether the state has a bias of its own, as Keras does by default.

    Returns:
        Weights and biases together.

    Raises:
        ValueError: If a number is not whole or less than 1.

    Example:
        >>> gru_parameters(3, units=8), gru_parameters(3, units=8, reset_after=False)
        (312, 288)
    """
    check_whole_number("features", features, minimum=1)
    check_whole_number("units", units, minimum=1)
    biases = bool(use_bias) * (1 + bool(reset_after))
    return GATES * (features + units + biases) * units


def gru_step_tensorflow(
    inputs: tf.Tensor,
    state: tf.Tensor,
    kernel: tf.Tensor,
    recurrent_kernel: tf.Tensor,
    bias: tf.Tensor | None = None,
    reset_after: bool = True,
) -> tf.Tensor:
    """Make the next state as `gru_step` does, in TensorFlow.

    Args:
        inputs: Floats of one time step, `(batch, features)`.
        state: The state before, `(batch, units)`.
        kernel: Weights of the input, `(features, 3 * units)`.
        recurrent_kernel: Weights of the state, `(units, 3 * units)`.
        bias: Floats, `(3 * units,)`, or `(2, 3 * units)` where `reset_after`; none if
            left out.
        reset_after: As in `gru_step`.

    Returns:
        The new state, `(batch, units)`.

    Raises:
        ValueError: As `gru_step`, or if the tensors are not floats of one dtype.
    """
    import tensorflow as tf

    inputs = check_tensor("inputs", inputs, STEP)
    kernel, recurrent_kernel, bias = recurrent_weights_tensorflow(
        inputs, kernel, recurrent_kernel, bias, GATES, 1 + bool(reset_after)
    )
    state = check_tensor("state", state, STATE)
    check_one_dtype(inputs=inputs, state=state)
    units = recurrent_kernel.shape[0]
    check_state("state", state.shape, inputs.shape[0], units)
    input_bias, state_bias = (bias[0], bias[1]) if reset_after else (bias, 0 * bias)
    for_update, for_reset, for_candidate = tf.split(
        tf.matmul(inputs, kernel) + input_bias, GATES, axis=1
    )  # (batch, units) each
    update_kernel, reset_kernel, memory_kernel = tf.split(
        recurrent_kernel, GATES, axis=1
    )
    update_bias, reset_bias, memory_bias = tf.split(state_bias, GATES)
    update_gate = tf.sigmoid(for_update + tf.matmul(state, update_kernel) + update_bias)
    reset_gate = tf.sigmoid(for_reset + tf.matmul(state, reset_kernel) + reset_bias)
    if reset_after:
        memory = reset_gate * (tf.matmul(state, memory_kernel) + memory_bias)
    else:
        memory = tf.matmul(reset_gate * state, memory_kernel)
    candidate = tf.tanh(for_candidate + memory)  # (batch, units)
    return update_gate * state + (1 - update_gate) * candidate


def gru_tensorflow(
    inputs: tf.Tensor,
    kernel: tf.Tensor,
    recurrent_kernel: tf.Tensor,
    bias: tf.Tensor | None = None,
    initial_state: tf.Tensor | None = None,
    reset_after: bool = True,
) -> tf.Tensor:
    """Take the steps of a sequence as `gru` does, in TensorFlow.

    Args:
        inputs: Floats, `(batch, steps, features)`; at least one step.
        kernel: Weights of the input, `(features, 3 * units)`.
        recurrent_kernel: Weights of the state, `(units, 3 * units)`.
        bias: Floats, `(3 * units,)`, or `(2, 3 * units)` where `reset_after`; none if
            left out.
        initial_state: The state before the first step, `(batch, units)`; zeros if left
            out.
        reset_after: As in `gru_step`.

    Returns:
        The state after every step, `(batch, steps, units)`.

    Raises:
        ValueError: As `gru`, or if the tensors are not floats of one dtype.
    """
    import tensorflow as tf

    by_step, state = sequence_tensors(inputs, initial_state, recurrent_kernel)
    states = tf.scan(
        lambda state, one: gru_step_tensorflow(
            one, state, kernel, recurrent_kernel, bias, reset_after
        ),
        by_step,
        initializer=state,
    )  # (steps, batch, units)
    return tf.transpose(states, (1, 0, 2))  # (batch, steps, units)


def _two_biases(bias: Any, reset_after: bool) -> tuple[Any, Any]:
    """Give the bias beside the input's product, and beside the state's."""
    return (bias[0], bias[1]) if reset_after else (bias, np.zeros_like(bias))
