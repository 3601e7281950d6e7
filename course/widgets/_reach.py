"""See what a stack of convolutions and a recurrence know of the past."""

from typing import Any

import numpy as np
import traitlets
from matplotlib.figure import Figure

from course._arrays import positive_integer
from course.plots import plot_reach
from course.widgets._interactive import InteractiveFigure, load_script

STEPS = 32


def reach_explorer(
    kernel_size: int = 3, layers: int = 3, doubling: bool = True, keep: float = 0.8
) -> "ReachExplorer":
    """Choose a time step and see which inputs can have an effect on its output.

    The learner chooses the step, kernel size, layers and dilations of a stack of
    causal convolutions, and how much a recurrence keeps of its state.

    Args:
        kernel_size: Steps that a kernel covers, 2 to 5.
        layers: Layers of the stack, 1 to 6.
        doubling: True for dilations 1, 2, 4, ...; False for all 1.
        keep: Weight of the old state in the recurrence, from 0 to 1.

    Raises:
        ValueError: If a number is out of these ranges.
    """
    for name, value, least, most in (
        ("kernel_size", kernel_size, 2, 5),
        ("layers", layers, 1, 6),
    ):
        if positive_integer(name, value, least=least) > most:
            raise ValueError(
                f"`{name}` must be from {least} to {most}: received {value}."
            )
    if not 0 <= keep <= 1:
        raise ValueError(f"`keep` must be from 0 to 1: received {keep}.")
    return ReachExplorer(
        kernel_size=int(kernel_size),
        layers=int(layers),
        doubling=bool(doubling),
        keep=float(keep),
    )


class ReachExplorer(InteractiveFigure):
    """The step that is looked at, the stack and the recurrence."""

    steps = traitlets.Int(STEPS).tag(sync=True)
    step = traitlets.Int(25, min=0, max=STEPS - 1).tag(sync=True)
    kernel_size = traitlets.Int(3, min=2, max=5).tag(sync=True)
    layers = traitlets.Int(3, min=1, max=6).tag(sync=True)
    doubling = traitlets.Bool(True).tag(sync=True)
    keep = traitlets.Float(0.8, min=0.0, max=1.0).tag(sync=True)

    _esm = load_script("reach_explorer")
    _title = "Reach explorer"

    @traitlets.validate("keep")
    def _check_keep(self, proposal: Any) -> float:
        if not np.isfinite(proposal["value"]):
            raise ValueError(
                f"`keep` must be from 0 to 1: received {proposal['value']}."
            )
        return round(proposal["value"], 2)

    def dilations(self) -> list[int]:
        """List the dilation of each layer, from the input up."""
        return [2**layer if self.doubling else 1 for layer in range(self.layers)]

    def field(self) -> int:
        """Compute the receptive field of the stack, in steps."""
        return 1 + (self.kernel_size - 1) * sum(self.dilations())

    def convolution_weights(self) -> np.ndarray:
        """Compute the weight of each input where all kernels hold equal weights."""
        weights = np.ones(1)
        for dilation in self.dilations():
            kernel = np.zeros((self.kernel_size - 1) * dilation + 1)
            kernel[::dilation] = 1 / self.kernel_size
            weights = np.convolve(weights, kernel)
        return self._at_steps(weights)

    def recurrent_weights(self) -> np.ndarray:
        """Compute the weight of each input in the state of the recurrence."""
        return self._at_steps((1 - self.keep) * self.keep ** np.arange(STEPS))

    def _at_steps(self, by_lag: np.ndarray) -> np.ndarray:
        by_lag = np.pad(by_lag, (0, STEPS))
        return np.array(
            [by_lag[self.step - at] if at <= self.step else 0 for at in range(STEPS)]
        )

    def static_figure(self) -> tuple[Figure, str]:
        """Draw the stack with what it sees, and the weights below."""
        figure = plot_reach(
            self.kernel_size, self.dilations(), self.keep, self.step, STEPS
        )
        first = max(0, self.step - self.field() + 1)
        alt = (
            f"Above, {self.layers} layers of dots over {STEPS} time steps. Lines lead "
            f"from the output at step {self.step} down to the inputs that it sees, "
            f"steps {first} to {self.step}. Below, bars: the weights of the inputs. In "
            f"the convolutions they end there; in the recurrence with keep "
            f"{self.keep:g} they fall from step to step back to step 0."
        )
        return figure, alt
