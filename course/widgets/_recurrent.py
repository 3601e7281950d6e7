"""Recurrent networks to play with: a sequence, gradients, types, an LSTM's gates."""

from types import MappingProxyType
from typing import Any

import numpy as np
import traitlets
from matplotlib.figure import Figure
from numpy.typing import ArrayLike

from course._arrays import numbers, positive_integer
from course.plots import (
    SEQUENCE_TYPES,
    plot_curves_by_lag,
    plot_gates,
    plot_rnn_step,
    plot_sequence_types,
)
from course.widgets._interactive import InteractiveFigure, load_script

LARGEST_SIDE = 4
MOST_STEPS = 8

GATE_PRESETS = MappingProxyType(
    {
        "store the first, keep it": {
            "input_gate": (1, 0, 0, 0, 0, 0, 0, 0),
            "forget_gate": (1, 1, 1, 1, 1, 1, 1, 1),
            "output_gate": (1, 1, 1, 1, 1, 1, 1, 1),
        },
        "add everything up": {
            "input_gate": (1, 1, 1, 1, 1, 1, 1, 1),
            "forget_gate": (1, 1, 1, 1, 1, 1, 1, 1),
            "output_gate": (1, 1, 1, 1, 1, 1, 1, 1),
        },
        "start again at step 5": {
            "input_gate": (1, 1, 1, 1, 1, 1, 1, 1),
            "forget_gate": (1, 1, 1, 1, 0, 1, 1, 1),
            "output_gate": (1, 1, 1, 1, 1, 1, 1, 1),
        },
        "keep in secret, show at the end": {
            "input_gate": (1, 0, 0, 0, 0, 0, 0, 0),
            "forget_gate": (1, 1, 1, 1, 1, 1, 1, 1),
            "output_gate": (0, 0, 0, 0, 0, 0, 0, 1),
        },
        "all half open": {
            "input_gate": (0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5),
            "forget_gate": (0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5),
            "output_gate": (0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5),
        },
    }
)


# A sequence, step by step


def rnn_stepper(
    inputs: ArrayLike, kernel: ArrayLike, recurrent_kernel: ArrayLike, bias: ArrayLike
) -> "RnnStepper":
    """Step a simple recurrent cell (tanh) through a sequence, term by term.

    The learner moves from step to step, types other inputs, and takes each of the three
    terms away to see what it does.

    Args:
        inputs: Numbers, `(steps, features)`, at most 8 by 4.
        kernel: Weights of the input, `(features, units)`.
        recurrent_kernel: Weights of the state, `(units, units)`, at most 4 by 4.
        bias: Numbers, `(units,)`.

    Raises:
        ValueError: If the shapes do not fit each other, or are too large to be read.

    Example:
        >>> rnn_stepper([[1, 0], [0, 1]], [[1], [2]], [[0.5]], [0])
    """
    inputs = numbers("inputs", inputs, dimensions=2)
    kernel = numbers("kernel", kernel, dimensions=2)
    recurrent_kernel = numbers("recurrent_kernel", recurrent_kernel, dimensions=2)
    bias = numbers("bias", bias, dimensions=1)
    features, units = kernel.shape
    for name, array, shape in (
        ("inputs", inputs, (len(inputs), features)),
        ("recurrent_kernel", recurrent_kernel, (units, units)),
        ("bias", bias, (units,)),
    ):
        if array.shape != shape:
            raise ValueError(
                f"`{name}` must have shape {shape} to fit a kernel of {features} "
                f"features and {units} units: received {array.shape}."
            )
    if max(features, units) > LARGEST_SIDE or len(inputs) > MOST_STEPS:
        raise ValueError(
            f"Received {len(inputs)} steps of {features} features and {units} units: "
            f"at most {MOST_STEPS} steps, and {LARGEST_SIDE} of each, stay readable. "
            f"Take fewer, for example `inputs[:{MOST_STEPS}]`."
        )
    return RnnStepper(
        inputs=inputs.tolist(),
        kernel=kernel.tolist(),
        recurrent_kernel=recurrent_kernel.tolist(),
        bias=bias.tolist(),
    )


class RnnStepper(InteractiveFigure):
    """The sequence, the weights, which terms count; `position` counts steps from 0."""

    inputs = traitlets.List().tag(sync=True)
    kernel = traitlets.List().tag(sync=True)
    recurrent_kernel = traitlets.List().tag(sync=True)
    bias = traitlets.List().tag(sync=True)
    use_input = traitlets.Bool(True).tag(sync=True)
    use_state = traitlets.Bool(True).tag(sync=True)
    use_bias = traitlets.Bool(True).tag(sync=True)
    position = traitlets.Int(0, min=0).tag(sync=True)
    start = traitlets.Dict().tag(sync=True)

    _esm = load_script("rnn_stepper")
    _title = "RNN stepper"

    def __init__(self, **traits: Any) -> None:
        super().__init__(**traits)
        self.start = {"inputs": self.inputs}

    @traitlets.validate("inputs")
    def _check_inputs(self, proposal: Any) -> list[list[float]]:
        inputs = numbers("inputs", proposal["value"], dimensions=2)
        if self.inputs and inputs.shape != np.shape(self.inputs):
            raise ValueError(
                f"`inputs` must keep its shape {np.shape(self.inputs)}: received "
                f"{inputs.shape}. Call `rnn_stepper` again for another one."
            )
        return inputs.tolist()

    @traitlets.validate("position")
    def _check_position(self, proposal: Any) -> int:
        if proposal["value"] >= len(self.inputs):
            raise ValueError(
                f"`position` counts the {len(self.inputs)} steps from 0 to "
                f"{len(self.inputs) - 1}: received {proposal['value']}."
            )
        return proposal["value"]

    def weights(self) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Give the weights as they count now: zeros for a term that is taken away."""
        return (
            np.array(self.kernel) * self.use_input,
            np.array(self.recurrent_kernel) * self.use_state,
            np.array(self.bias) * self.use_bias,
        )

    def states(self) -> np.ndarray:
        """Compute the state after every step, `(steps, units)`."""
        kernel, recurrent_kernel, bias = self.weights()
        state, states = np.zeros(len(bias)), []
        for inputs in np.array(self.inputs):
            state = np.tanh(inputs @ kernel + state @ recurrent_kernel + bias)
            states.append(state)
        return np.array(states)

    def static_figure(self) -> tuple[Figure, str]:
        """Draw the step that is chosen now."""
        states = np.vstack([np.zeros(len(self.bias)), self.states()])
        inputs = np.array(self.inputs[self.position])
        kernel, recurrent_kernel, bias = self.weights()
        before, after = states[self.position], states[self.position + 1]
        figure = plot_rnn_step(
            inputs, before, kernel, recurrent_kernel, bias, step=self.position + 1
        )
        alt = (
            f"Grids of numbers: step {self.position + 1} of {len(self.inputs)}. The "
            f"input {_listed(inputs)} times its kernel gives "
            f"{_listed(inputs @ kernel)}; the old state {_listed(before)} times the "
            f"recurrent kernel gives {_listed(before @ recurrent_kernel)}; with the "
            f"bias {_listed(bias)}, tanh of the sum gives the new state "
            f"{_listed(after)}."
        )
        return figure, alt


def _listed(values: np.ndarray) -> str:
    return ", ".join(f"{value:.2f}".rstrip("0").rstrip(".") for value in values + 0.0)


# How far a gradient reaches


def gradient_lag(
    factor: float = 0.9, strength: float = 0.5, steps: int = 61
) -> "GradientLag":
    """Set the recurrent weight and see how far back a gradient reaches.

    The network has eight units. Its recurrent kernel is a rotation, which neither
    stretches nor shrinks, times the recurrent weight. Drawn is the norm of the product
    of Jacobians between the last state and each one before it, with tanh and without.

    Args:
        factor: The recurrent weight to start with, 0.1 to 2.5.
        strength: What the inputs are multiplied with to start with, 0 to 2.
        steps: Length of the sequence, 11 to 101.

    Raises:
        ValueError: If something is out of these ranges.
    """
    steps = positive_integer("steps", steps, least=11)
    if steps > 101:
        raise ValueError(f"`steps` must be at most 101: received {steps}.")
    for name, value, least, most in (
        ("factor", factor, 0.1, 2.5),
        ("strength", strength, 0, 2),
    ):
        if not least <= value <= most:
            raise ValueError(
                f"`{name}` must be from {least} to {most}: received {value!r}."
            )
    rng = np.random.default_rng(8)
    rotation, _ = np.linalg.qr(rng.normal(size=(8, 8)))
    return GradientLag(
        factor=factor,
        strength=strength,
        lag=min(20, steps - 1),
        rotation=rotation.tolist(),
        kernel=rng.normal(size=(1, 8)).tolist(),
        inputs=rng.normal(size=(steps, 1)).tolist(),
    )


class GradientLag(InteractiveFigure):
    """The recurrent weight, the strength of the inputs, and the lag to read."""

    factor = traitlets.Float(0.9, min=0.1, max=2.5).tag(sync=True)
    strength = traitlets.Float(0.5, min=0, max=2).tag(sync=True)
    lag = traitlets.Int(20, min=0).tag(sync=True)
    rotation = traitlets.List().tag(sync=True)
    kernel = traitlets.List().tag(sync=True)
    inputs = traitlets.List().tag(sync=True)

    _esm = load_script("gradient_lag")
    _title = "Gradient against lag"

    @traitlets.validate("lag")
    def _check_lag(self, proposal: Any) -> int:
        if self.inputs and proposal["value"] >= len(self.inputs):
            raise ValueError(
                f"`lag` must be below the {len(self.inputs)} steps: received "
                f"{proposal['value']}."
            )
        return proposal["value"]

    def norms(self, activation: str = "tanh") -> np.ndarray:
        """Compute the norm at each lag, for "tanh" or "linear"."""
        recurrent_kernel = self.factor * np.array(self.rotation)
        kernel = np.array(self.kernel)
        state, states = np.zeros(len(recurrent_kernel)), []
        for inputs in self.strength * np.array(self.inputs):
            state = np.tanh(inputs @ kernel + state @ recurrent_kernel)
            states.append(state)
        product, norms = np.eye(len(recurrent_kernel)), [1.0]
        for state in states[:0:-1]:
            slopes = 1 - state**2 if activation == "tanh" else np.ones_like(state)
            product = product @ (slopes[:, np.newaxis] * recurrent_kernel.T)
            norms.append(float(np.linalg.norm(product, 2)))
        return np.array(norms)

    def static_figure(self) -> tuple[Figure, str]:
        """Draw both curves as they are now."""
        bent, linear = self.norms("tanh"), self.norms("linear")
        figure = plot_curves_by_lag(
            {"with tanh": bent, "without (linear)": linear},
            ylabel="norm of the product of Jacobians",
            title=f"Gradient against lag, recurrent weight {self.factor:.2f}",
            logarithmic=True,
        )
        alt = (
            "Line plot with a logarithmic axis: norm of the product of Jacobians "
            f"against the lag, for a recurrent weight of {self.factor:.2f}. At lag "
            f"{self.lag} the norm is {bent[self.lag]:.2g} with tanh and "
            f"{linear[self.lag]:.2g} without."
        )
        return figure, alt


# The types


def sequence_types(kind: str = "many to one") -> "SequenceTypes":
    """Choose a type of recurrent network and see its cells and its shapes.

    Args:
        kind: The type to start with, one of `course.plots.SEQUENCE_TYPES`.

    Raises:
        ValueError: If the type is unknown.
    """
    if kind not in SEQUENCE_TYPES:
        raise ValueError(
            f"`kind` must be one of {list(SEQUENCE_TYPES)}: received {kind!r}."
        )
    return SequenceTypes(kind=kind)


class SequenceTypes(InteractiveFigure):
    """The type, and the sizes that its shapes are made of."""

    kinds = traitlets.List(list(SEQUENCE_TYPES)).tag(sync=True)
    kind = traitlets.Enum(tuple(SEQUENCE_TYPES), "many to one").tag(sync=True)
    steps = traitlets.Int(4, min=2, max=4).tag(sync=True)
    other_steps = traitlets.Int(3, min=2, max=4).tag(sync=True)
    features = traitlets.Int(2, min=1, max=9).tag(sync=True)
    outputs = traitlets.Int(1, min=1, max=9).tag(sync=True)

    _esm = load_script("sequence_types")
    _title = "Types of recurrent network"

    def shapes(self) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """Give the shapes of one example that go in and come out."""
        steps_in = (self.steps,) if self.kind.startswith("many") else ()
        steps_out = ()
        if "to many" in self.kind:
            aligned = self.kind.endswith("aligned")
            steps_out = (self.steps if aligned else self.other_steps,)
        return (*steps_in, self.features), (*steps_out, self.outputs)

    def static_figure(self) -> tuple[Figure, str]:
        """Draw all types below each other."""
        alt = (
            "Five diagrams below each other, cells in a row with arrows from each to "
            "the next. One to one: one cell, one input, one output. One to many: an "
            "input at the first of four cells, an output at each, fed back as the next "
            "input. Many to one: an input at each, an output at the last. Aligned: an "
            "input and an output at each. Encoder–decoder: three cells with inputs, "
            "then two with outputs."
        )
        return plot_sequence_types(), alt


# One unit of an LSTM


def lstm_explorer(
    candidate: ArrayLike = (1, -0.5, 0.5, 1, -1, 0.5, 0.5, 1),
    preset: str = "store the first, keep it",
) -> "LstmExplorer":
    """Set the gates of one LSTM unit at eight steps and see what the carry does.

    Args:
        candidate: What could be let in at each step, eight numbers from -1 to 1.
        preset: The gates to start with, one of `GATE_PRESETS`.

    Raises:
        ValueError: If there are not eight candidates, one is out of its range, or the
            preset is unknown.
    """
    values = numbers("candidate", candidate, dimensions=1)
    if values.shape != (MOST_STEPS,) or np.abs(values).max() > 1:
        raise ValueError(
            f"`candidate` must be {MOST_STEPS} numbers from -1 to 1, as tanh gives "
            f"them: received {len(values)} from {values.min():g} to {values.max():g}."
        )
    if preset not in GATE_PRESETS:
        raise ValueError(
            f"`preset` must be one of {list(GATE_PRESETS)}: received {preset!r}."
        )
    gates = {name: list(values) for name, values in GATE_PRESETS[preset].items()}
    return LstmExplorer(candidate=values.tolist(), **gates)


class LstmExplorer(InteractiveFigure):
    """The candidates and the gates at each step, from which the memories follow."""

    candidate = traitlets.List().tag(sync=True)
    input_gate = traitlets.List().tag(sync=True)
    forget_gate = traitlets.List().tag(sync=True)
    output_gate = traitlets.List().tag(sync=True)
    presets = traitlets.Dict(
        {
            name: {gate: list(values) for gate, values in gates.items()}
            for name, gates in GATE_PRESETS.items()
        }
    ).tag(sync=True)

    _esm = load_script("lstm_explorer")
    _title = "LSTM explorer"

    @traitlets.validate("candidate", "input_gate", "forget_gate", "output_gate")
    def _check_row(self, proposal: Any) -> list[float]:
        name = proposal["trait"].name
        values = numbers(name, proposal["value"], dimensions=1)
        least = -1 if name == "candidate" else 0
        if values.shape != (MOST_STEPS,) or values.min() < least or values.max() > 1:
            raise ValueError(
                f"`{name}` must be {MOST_STEPS} numbers from {least} to 1: received "
                f"{len(values)} from {values.min():g} to {values.max():g}."
            )
        return values.tolist()

    def memories(self) -> tuple[np.ndarray, np.ndarray]:
        """Compute carry and state after every step."""
        carry, carries, states = 0.0, [], []
        rows = (self.candidate, self.input_gate, self.forget_gate, self.output_gate)
        for candidate, let_in, keep, show in zip(*rows, strict=True):
            carry = keep * carry + let_in * candidate
            carries.append(carry)
            states.append(show * np.tanh(carry))
        return np.array(carries), np.array(states)

    def static_figure(self) -> tuple[Figure, str]:
        """Draw gates and memories as they are now."""
        carries, states = self.memories()
        figure = plot_gates(
            {
                "candidate c": self.candidate,
                "input gate i": self.input_gate,
                "forget gate f": self.forget_gate,
                "output gate o": self.output_gate,
                "new carry": carries,
                "new state": states,
            },
            title="One LSTM unit: gates that are set, the memories that follow",
        )
        alt = (
            "A table of numbers with a column for each of eight steps. Candidates "
            f"{_listed(np.array(self.candidate))}; forget gates "
            f"{_listed(np.array(self.forget_gate))}; input gates "
            f"{_listed(np.array(self.input_gate))}; the carry goes through "
            f"{_listed(carries)}."
        )
        return figure, alt
