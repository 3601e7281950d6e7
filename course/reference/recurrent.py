"""The simple recurrent layer, forwards and backwards through time.

One rule, applied at every time step with the same weights:

    state = tanh(inputs @ kernel + previous_state @ recurrent_kernel + bias)

Sequences are `(batch, steps, features)`, and weights have the layout and the order of
Keras, so they can be copied from `layer.get_weights()`. `course.reference.lstm` and
`course.reference.gru` are the two gated layers, in the same style.

The functions that end in `_backward` are backpropagation through time. They take the
gradient of a loss with respect to the states and walk back from the last step to the
first; `tf.GradientTape` does the same to the functions that end in `_tensorflow`.

Source:
    Werbos, Backpropagation through time: what it does and how to do it, Proceedings of
    the IEEE 78(10), 1990. Goodfellow, Bengio and Courville, Deep Learning, 2016,
    chapter 10.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Literal

import numpy as np
from numpy.typing import ArrayLike

from course.reference.convolution import (
    check_array,
    check_one_dtype,
    check_tensor,
    check_whole_number,
)
from course.reference.dense import relu_tensorflow

if TYPE_CHECKING:
    import tensorflow as tf

Activation = Literal["tanh", "relu", "linear"]

SEQUENCE = ("batch", "steps", "features")
STEP = ("batch", "features")
STATE = ("batch", "units")


# One step


def simple_rnn_step(
    inputs: ArrayLike,
    state: ArrayLike,
    kernel: ArrayLike,
    recurrent_kernel: ArrayLike,
    bias: ArrayLike | None = None,
    activation: Activation = "tanh",
) -> np.ndarray:
    """Make the next state out of one input and the state before.

    Args:
        inputs: Numbers of one time step, `(batch, features)`.
        state: The state before, `(batch, units)`.
        kernel: Weights of the input, `(features, units)`.
        recurrent_kernel: Weights of the state, `(units, units)`.
        bias: Numbers, `(units,)`; none if left out.
        activation: `"tanh"`, `"relu"` or `"linear"` (none).

    Returns:
        The new state, `(batch, units)`.

    Raises:
        ValueError: If an array has the wrong rank, two of them disagree on a size, or
            the activation is unknown.

    Source:
        Goodfellow, Bengio and Courville, Deep Learning, 2016, equations 10.8 and 10.9.

    Example:
        >>> simple_rnn_step([[1.0]], [[0.5]], [[2.0]], [[4.0]], [-4.0])
        array([[0.]])
    """
    terms = simple_rnn_terms(inputs, state, kernel, recurrent_kernel, bias, activation)
    return terms["state"]


def simple_rnn_terms(
    inputs: ArrayLike,
    state: ArrayLike,
    kernel: ArrayLike,
    recurrent_kernel: ArrayLike,
    bias: ArrayLike | None = None,
    activation: Activation = "tanh",
) -> dict[str, np.ndarray]:
    """Take one step as `simple_rnn_step` does, and keep each term of the sum.

    Args:
        inputs: As in `simple_rnn_step`.
        state: As in `simple_rnn_step`.
        kernel: As in `simple_rnn_step`.
        recurrent_kernel: As in `simple_rnn_step`.
        bias: As in `simple_rnn_step`.
        activation: As in `simple_rnn_step`.

    Returns:
        `"from_input"`, `"from_state"`, `"bias"`, `"sum"` and `"state"`, each
        `(batch, units)`.

    Raises:
        ValueError: As `simple_rnn_step`.
    """
    inputs = check_array("inputs", inputs, STEP)
    kernel, recurrent_kernel, bias = recurrent_weights(
        inputs.shape[-1], kernel, recurrent_kernel, bias
    )
    state = check_array("state", state, STATE)
    check_state("state", state.shape, inputs.shape[0], recurrent_kernel.shape[0])
    from_input = inputs @ kernel  # (batch, units)
    from_state = state @ recurrent_kernel  # (batch, units)
    total = from_input + from_state + bias  # (batch, units)
    return {
        "from_input": from_input,
        "from_state": from_state,
        "bias": np.broadcast_to(bias, total.shape),
        "sum": total,
        "state": _activate(total, activation),
    }


# A sequence


def simple_rnn(
    inputs: ArrayLike,
    kernel: ArrayLike,
    recurrent_kernel: ArrayLike,
    bias: ArrayLike | None = None,
    initial_state: ArrayLike | None = None,
    activation: Activation = "tanh",
) -> np.ndarray:
    """Take the steps of a sequence one after the other, with the same weights.

    Args:
        inputs: Numbers, `(batch, steps, features)`; at least one step.
        kernel: Weights of the input, `(features, units)`.
        recurrent_kernel: Weights of the state, `(units, units)`.
        bias: Numbers, `(units,)`; none if left out.
        initial_state: The state before the first step, `(batch, units)`; zeros if left
            out.
        activation: `"tanh"`, `"relu"` or `"linear"` (none).

    Returns:
        The state after every step, `(batch, steps, units)`: what Keras gives with
        `return_sequences=True`. The last one, `[:, -1]`, is what it gives without.

    Raises:
        ValueError: As `simple_rnn_step`, or if there is no step.

    Example:
        >>> simple_rnn([[[1.0], [0.0], [0.0]]], [[0.5]], [[2.0]], activation="linear")
        array([[[0.5],
                [1. ],
                [2. ]]])
    """
    inputs, state = sequence_arrays(inputs, initial_state, recurrent_kernel)
    states = []
    for step in range(inputs.shape[1]):
        state = simple_rnn_step(
            inputs[:, step], state, kernel, recurrent_kernel, bias, activation
        )
        states.append(state)
    return np.stack(states, axis=1)  # (batch, steps, units)


def simple_rnn_backward(
    inputs: ArrayLike,
    state_gradients: ArrayLike,
    kernel: ArrayLike,
    recurrent_kernel: ArrayLike,
    bias: ArrayLike | None = None,
    initial_state: ArrayLike | None = None,
    activation: Activation = "tanh",
) -> dict[str, np.ndarray]:
    """Carry the gradient of a loss back through the steps of `simple_rnn`.

    Every step used the same weights, so the gradient of a weight is the sum of what
    each step adds to it.

    Args:
        inputs: As in `simple_rnn`.
        state_gradients: What the loss has as gradient with respect to each state that
            `simple_rnn` gives, `(batch, steps, units)`. A loss on the last state alone
            has zeros at all other steps.
        kernel: As in `simple_rnn`.
        recurrent_kernel: As in `simple_rnn`.
        bias: As in `simple_rnn`.
        initial_state: As in `simple_rnn`.
        activation: As in `simple_rnn`.

    Returns:
        The loss's gradients with respect to `"inputs"`, `"kernel"`,
        `"recurrent_kernel"`, `"bias"` and `"initial_state"`, each of the shape of what
        it belongs to.

    Raises:
        ValueError: As `simple_rnn`, or if `state_gradients` has another shape than the
            states.

    Source:
        Werbos, Proceedings of the IEEE 78(10), 1990. Goodfellow, Bengio and Courville,
        Deep Learning, 2016, section 10.2.2.
    """
    states = simple_rnn(
        inputs, kernel, recurrent_kernel, bias, initial_state, activation
    )
    state_gradients = check_state_gradients(state_gradients, states.shape)
    inputs, first = sequence_arrays(inputs, initial_state, recurrent_kernel)
    kernel, recurrent_kernel, bias = recurrent_weights(
        inputs.shape[-1], kernel, recurrent_kernel, bias
    )
    before = np.concatenate([first[:, np.newaxis], states[:, :-1]], axis=1)
    slopes = _slope(states, activation)  # (batch, steps, units)

    gradients = zero_gradients(inputs, kernel, recurrent_kernel, bias)
    reaching_back = np.zeros_like(states[:, 0])  # (batch, units)
    for step in reversed(range(inputs.shape[1])):
        of_state = state_gradients[:, step] + reaching_back
        of_sum = of_state * slopes[:, step]  # (batch, units)
        gradients["kernel"] += inputs[:, step].T @ of_sum
        gradients["recurrent_kernel"] += before[:, step].T @ of_sum
        gradients["bias"] += of_sum.sum(axis=0)
        gradients["inputs"][:, step] = of_sum @ kernel.T
        reaching_back = of_sum @ recurrent_kernel.T  # (batch, units)
    return gradients | {"initial_state": reaching_back}


# How far a gradient reaches


def jacobian_norms(
    states: ArrayLike, recurrent_kernel: ArrayLike, activation: Activation = "tanh"
) -> np.ndarray:
    """Measure how much of a small change of an earlier state reaches the last one.

    A change of the state `lag` steps back is multiplied by one Jacobian matrix for each
    step in between. The spectral norm of their product is the largest factor by which
    any such change grows or shrinks. Below 1 at each step it vanishes, above 1 it can
    explode.

    Args:
        states: What `simple_rnn` gives for one example, `(steps, units)`.
        recurrent_kernel: Weights of the state, `(units, units)`.
        activation: The activation that gave the states.

    Returns:
        Floats, `(steps,)`: the norm for lag 0 (which is 1), 1, ..., `steps - 1`.

    Raises:
        ValueError: If an array has the wrong rank, the two disagree on the units, or
            the activation is unknown.

    Source:
        Pascanu, Mikolov and Bengio, arXiv:1211.5063, section 2. Bengio, Simard and
        Frasconi, IEEE Transactions on Neural Networks 5(2), 1994.

    Example:
        >>> jacobian_norms(np.zeros((4, 1)), [[0.5]])
        array([1.   , 0.5  , 0.25 , 0.125])
    """
    states = check_array("states", states, ("steps", "units"))
    recurrent_kernel = check_array("recurrent_kernel", recurrent_kernel, ("units",) * 2)
    _check_square(recurrent_kernel.shape)
    if states.shape[1] != len(recurrent_kernel) or not len(states):
        raise ValueError(
            f"`states` must have at least one step of {len(recurrent_kernel)} units: "
            f"received states.shape={states.shape}, "
            f"recurrent_kernel.shape={recurrent_kernel.shape}. "
            "Give the states of one example, for example `simple_rnn(...)[0]`."
        )
    slopes = _slope(states, activation)
    product = np.eye(states.shape[1])
    norms = [1.0]
    for step in reversed(range(1, len(states))):
        jacobian = slopes[step][:, np.newaxis] * recurrent_kernel.T  # (units, units)
        product = product @ jacobian
        norms.append(np.linalg.norm(product, ord=2))
    return np.array(norms)


def clip_by_global_norm(
    gradients: Sequence[ArrayLike], limit: float
) -> tuple[list[np.ndarray], float]:
    """Shorten gradients that are too long together, and keep their direction.

    All arrays are multiplied by the same number. Clipping each of them, or each of
    their numbers, by itself would change the direction of the step.

    Args:
        gradients: Arrays of any shapes.
        limit: The largest norm of all numbers together; above 0.

    Returns:
        The gradients, shortened where needed, and their norm before.

    Raises:
        ValueError: If `limit` is not above 0, or the norm is not finite, which no
            factor mends.

    Source:
        Pascanu, Mikolov and Bengio, arXiv:1211.5063, algorithm 1.

    Example:
        >>> clip_by_global_norm([[3.0], [4.0]], limit=1.0)
        ([array([0.6]), array([0.8])], 5.0)
    """
    if not limit > 0:
        raise ValueError(
            f"`limit` must be above 0: received {limit!r}. Give a norm such as 1.0."
        )
    arrays = [check_array("gradients", gradient) for gradient in gradients]
    norm = float(np.sqrt(sum(np.sum(array.astype(float) ** 2) for array in arrays)))
    if not np.isfinite(norm):
        raise ValueError(
            f"`gradients` have the norm {norm}: received a number that is not finite, "
            "or too large to square. Clip earlier, or lower the learning rate."
        )
    factor = min(1.0, limit / norm) if norm else 1.0
    return [array * factor for array in arrays], norm


# Counting


def simple_rnn_parameters(features: int, units: int, use_bias: bool = True) -> int:
    """Count what a simple recurrent layer learns.

    The number of steps does not appear: every step uses the same weights.

    Args:
        features: Numbers that each step brings.
        units: Numbers in the state.
        use_bias: Whether each unit has a bias.

    Returns:
        Weights and biases together.

    Raises:
        ValueError: If a number is not whole or less than 1.

    Example:
        >>> simple_rnn_parameters(3, units=8)
        96
    """
    check_whole_number("features", features, minimum=1)
    check_whole_number("units", units, minimum=1)
    return (features + units + bool(use_bias)) * units


# In TensorFlow


def simple_rnn_step_tensorflow(
    inputs: tf.Tensor,
    state: tf.Tensor,
    kernel: tf.Tensor,
    recurrent_kernel: tf.Tensor,
    bias: tf.Tensor | None = None,
    activation: Activation = "tanh",
) -> tf.Tensor:
    """Make the next state as `simple_rnn_step` does, in TensorFlow.

    Args:
        inputs: Floats of one time step, `(batch, features)`.
        state: The state before, `(batch, units)`.
        kernel: Weights of the input, `(features, units)`.
        recurrent_kernel: Weights of the state, `(units, units)`.
        bias: Floats, `(units,)`; none if left out.
        activation: `"tanh"`, `"relu"` or `"linear"` (none).

    Returns:
        The new state, `(batch, units)`.

    Raises:
        ValueError: As `simple_rnn_step`, or if the tensors are not floats of one dtype.
    """
    import tensorflow as tf

    inputs = check_tensor("inputs", inputs, STEP)
    kernel, recurrent_kernel, bias = recurrent_weights_tensorflow(
        inputs, kernel, recurrent_kernel, bias
    )
    state = check_tensor("state", state, STATE)
    check_one_dtype(inputs=inputs, state=state)
    check_state("state", state.shape, inputs.shape[0], recurrent_kernel.shape[0])
    total = (
        tf.matmul(inputs, kernel) + tf.matmul(state, recurrent_kernel) + bias
    )  # (batch, units)
    if _known(activation) == "tanh":
        return tf.tanh(total)
    return relu_tensorflow(total) if activation == "relu" else total


def simple_rnn_tensorflow(
    inputs: tf.Tensor,
    kernel: tf.Tensor,
    recurrent_kernel: tf.Tensor,
    bias: tf.Tensor | None = None,
    initial_state: tf.Tensor | None = None,
    activation: Activation = "tanh",
) -> tf.Tensor:
    """Take the steps of a sequence as `simple_rnn` does, in TensorFlow.

    `tf.scan` hands the state on from step to step; it also works where the number of
    steps is not known when a graph is traced.

    Args:
        inputs: Floats, `(batch, steps, features)`; at least one step.
        kernel: Weights of the input, `(features, units)`.
        recurrent_kernel: Weights of the state, `(units, units)`.
        bias: Floats, `(units,)`; none if left out.
        initial_state: The state before the first step, `(batch, units)`; zeros if left
            out.
        activation: `"tanh"`, `"relu"` or `"linear"` (none).

    Returns:
        The state after every step, `(batch, steps, units)`.

    Raises:
        ValueError: As `simple_rnn`, or if the tensors are not floats of one dtype.
    """
    import tensorflow as tf

    by_step, state = sequence_tensors(inputs, initial_state, recurrent_kernel)
    states = tf.scan(
        lambda state, one: simple_rnn_step_tensorflow(
            one, state, kernel, recurrent_kernel, bias, activation
        ),
        by_step,
        initializer=state,
    )  # (steps, batch, units)
    return tf.transpose(states, (1, 0, 2))  # (batch, steps, units)


# Activations


def _known(activation: Any) -> str:
    if activation not in ("tanh", "relu", "linear"):
        raise ValueError(
            '`activation` must be "tanh", "relu" or "linear": received '
            f"{activation!r}. A simple recurrent layer of Keras uses "
            '"tanh" unless told otherwise.'
        )
    return activation


def _activate(total: np.ndarray, activation: str) -> np.ndarray:
    if _known(activation) == "tanh":
        return np.tanh(total)
    return np.maximum(total, 0) if activation == "relu" else total


def _slope(states: np.ndarray, activation: str) -> np.ndarray:
    """Give the activation's slope where its output is `states`."""
    if _known(activation) == "tanh":
        return 1 - states**2
    if activation == "relu":
        return (states > 0).astype(np.result_type(states, np.float32))
    return np.ones_like(states, dtype=np.result_type(states, np.float32))


# What the recurrent layers share: weights and states, checked


def recurrent_weights(
    features: int,
    kernel: ArrayLike,
    recurrent_kernel: ArrayLike,
    bias: ArrayLike | None,
    gates: int = 1,
    bias_rows: int = 1,
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Make arrays of a layer's weights, with zeros for a bias that is left out.

    Raises:
        ValueError: If one has the wrong rank, or two disagree on a size.
    """
    kernel = check_array("kernel", kernel, ("features", "units"))
    recurrent_kernel = check_array(
        "recurrent_kernel", recurrent_kernel, ("units", "units")
    )
    if bias is None:
        bias = np.zeros(_bias_shape(recurrent_kernel.shape, bias_rows), kernel.dtype)
    bias = check_array("bias", bias, _bias_layout(bias_rows))
    _check_weights(
        features, kernel.shape, recurrent_kernel.shape, bias.shape, gates, bias_rows
    )
    return kernel, recurrent_kernel, bias


def recurrent_weights_tensorflow(
    inputs: tf.Tensor,
    kernel: Any,
    recurrent_kernel: Any,
    bias: Any,
    gates: int = 1,
    bias_rows: int = 1,
) -> tuple[tf.Tensor, tf.Tensor, tf.Tensor]:
    """Make tensors of a layer's weights, with zeros for a bias that is left out.

    Raises:
        ValueError: If one has the wrong rank or dtype, or two disagree on a size.
    """
    import tensorflow as tf

    kernel = check_tensor("kernel", kernel, ("features", "units"))
    recurrent_kernel = check_tensor(
        "recurrent_kernel", recurrent_kernel, ("units", "units")
    )
    if bias is None:
        bias = tf.zeros(_bias_shape(recurrent_kernel.shape, bias_rows), kernel.dtype)
    bias = check_tensor("bias", bias, _bias_layout(bias_rows))
    check_one_dtype(
        inputs=inputs, kernel=kernel, recurrent_kernel=recurrent_kernel, bias=bias
    )
    _check_weights(
        inputs.shape[-1],
        tuple(kernel.shape),
        tuple(recurrent_kernel.shape),
        tuple(bias.shape),
        gates,
        bias_rows,
    )
    return kernel, recurrent_kernel, bias


def sequence_arrays(
    inputs: ArrayLike, initial_state: ArrayLike | None, recurrent_kernel: ArrayLike
) -> tuple[np.ndarray, np.ndarray]:
    """Make arrays of a sequence and of the state before it, zeros if left out.

    Raises:
        ValueError: If one has the wrong rank, there is no step, or batches differ.
    """
    inputs = check_array("inputs", inputs, SEQUENCE)
    _check_steps(inputs.shape)
    recurrent_kernel = check_array(
        "recurrent_kernel", recurrent_kernel, ("units", "units")
    )
    units = recurrent_kernel.shape[0]
    if initial_state is None:
        dtype = np.result_type(inputs, recurrent_kernel)
        return inputs, np.zeros((inputs.shape[0], units), dtype)
    state = check_array("initial_state", initial_state, STATE)
    check_state("initial_state", state.shape, inputs.shape[0], units)
    return inputs, state


def sequence_tensors(
    inputs: Any, initial_state: Any, recurrent_kernel: Any
) -> tuple[tf.Tensor, tf.Tensor]:
    """Make tensors of a sequence, its steps first, and of the state before it.

    Raises:
        ValueError: If one has the wrong rank, there is no step, or batches differ.
    """
    import tensorflow as tf

    inputs = check_tensor("inputs", inputs, SEQUENCE)
    _check_steps(inputs.shape)
    recurrent_kernel = check_tensor(
        "recurrent_kernel", recurrent_kernel, ("units", "units")
    )
    units = recurrent_kernel.shape[0]
    if initial_state is None:
        state = tf.zeros((tf.shape(inputs)[0], units), inputs.dtype)
    else:
        state = check_tensor("initial_state", initial_state, STATE)
        check_state("initial_state", state.shape, inputs.shape[0], units)
    return tf.transpose(inputs, (1, 0, 2)), state  # (steps, batch, features)


def check_state(
    name: str, shape: Sequence[int | None], batch: int | None, units: int
) -> None:
    """Refuse a state of another size than `(batch, units)`; None fits all.

    Raises:
        ValueError: If it has one; the message names the argument.
    """
    if None not in (shape[0], batch) and shape[0] != batch:
        raise ValueError(
            f"`{name}` must have a row for each of the {batch} examples: received "
            f"shape {tuple(shape)}. Each example has a state of its own; for a fresh "
            f"start give np.zeros(({batch}, {units}))."
        )
    if shape[1] is not None and shape[1] != units:
        raise ValueError(
            f"`{name}` must have {units} units, as many as `recurrent_kernel` has "
            f"rows: received shape {tuple(shape)}. "
            "Make its last axis equal the first axis of `recurrent_kernel`."
        )


def check_state_gradients(values: ArrayLike, shape: tuple[int, ...]) -> np.ndarray:
    """Make an array of gradients with the shape of the states.

    Raises:
        ValueError: If it has another shape.
    """
    gradients = check_array("state_gradients", values, ("batch", "steps", "units"))
    if gradients.shape != shape:
        raise ValueError(
            f"`state_gradients` must have the shape of the states, {shape}: received "
            f"{gradients.shape}. For a loss on the last state alone put its gradient "
            "at the last step and zeros at the others."
        )
    return gradients


def zero_gradients(
    inputs: np.ndarray,
    kernel: np.ndarray,
    recurrent_kernel: np.ndarray,
    bias: np.ndarray,
) -> dict[str, np.ndarray]:
    """Give a zero for each input and weight, to add gradients to."""
    dtype = np.result_type(inputs, kernel, recurrent_kernel, bias, np.float32)
    return {
        "inputs": np.zeros(inputs.shape, dtype),
        "kernel": np.zeros(kernel.shape, dtype),
        "recurrent_kernel": np.zeros(recurrent_kernel.shape, dtype),
        "bias": np.zeros(bias.shape, dtype),
    }


def _bias_layout(rows: int) -> tuple[str, ...]:
    return ("units",) if rows == 1 else ("kernel or recurrent", "units")


def _bias_shape(recurrent_kernel: Sequence[int], rows: int) -> tuple[int, ...]:
    return (recurrent_kernel[1],) if rows == 1 else (rows, recurrent_kernel[1])


def _check_square(shape: Sequence[int], gates: int = 1) -> None:
    if shape[1] != gates * shape[0]:
        times = "" if gates == 1 else f"{gates} times "
        raise ValueError(
            f"`recurrent_kernel` must have {times}as many columns as rows: received "
            f"shape {tuple(shape)}. It takes a state of so many units to "
            f"{'a sum' if gates == 1 else f'{gates} sums'} for each unit."
        )


def _check_weights(
    features: int | None,
    kernel: tuple[int, ...],
    recurrent_kernel: tuple[int, ...],
    bias: tuple[int, ...],
    gates: int,
    bias_rows: int,
) -> None:
    if features is not None and features != kernel[0]:
        raise ValueError(
            f"`kernel` expects {kernel[0]} features but `inputs` has {features}: "
            f"received kernel.shape={kernel}. "
            "Make the last axis of `inputs` equal the first axis of `kernel`."
        )
    _check_square(recurrent_kernel, gates)
    if kernel[1] != recurrent_kernel[1]:
        raise ValueError(
            "`kernel` and `recurrent_kernel` must have as many columns: received "
            f"kernel.shape={kernel}, recurrent_kernel.shape={recurrent_kernel}. "
            "Take both from the same layer."
        )
    wanted = _bias_shape(recurrent_kernel, bias_rows)
    if bias != wanted:
        raise ValueError(
            f"`bias` must have the shape {wanted}: received {bias}. It has a number "
            "for each column of `kernel`, in the same order."
        )


def _check_steps(shape: Sequence[int | None]) -> None:
    if shape[1] == 0:
        raise ValueError(
            f"`inputs` must have at least one step: received shape {tuple(shape)}, "
            "which means (batch, steps, features). Leave empty sequences out."
        )
