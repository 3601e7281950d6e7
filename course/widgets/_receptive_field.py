"""See which inputs one output of stacked convolutions is made of."""

from collections.abc import Sequence
from typing import Any

import traitlets
from matplotlib.figure import Figure

from course._arrays import positive_integer
from course.plots._select import output_sizes, plot_receptive_field, reached_places
from course.widgets._interactive import InteractiveFigure, load_script

PLACES = 32
MOST_LAYERS = 5
KERNEL_SIZES, STRIDES, DILATIONS = (1, 2, 3, 5), (1, 2, 3), (1, 2, 4, 8)


def receptive_field_explorer(
    layers: Sequence[Sequence[int]] = ((3, 1, 1), (3, 1, 1)),
) -> "ReceptiveFieldExplorer":
    """Stack convolutions along one axis of 32 inputs and see what an output reaches.

    The learner changes the number of layers and each layer's kernel size, stride and
    dilation, and moves the output.

    Args:
        layers: For each layer kernel size (1, 2, 3 or 5), stride (1 to 3) and dilation
            (1, 2, 4 or 8), the first layer first; 1 to 5 layers.

    Raises:
        ValueError: If a number is another one, or the layers do not fit on 32 inputs.
    """
    return ReceptiveFieldExplorer(layers=_checked(layers))


def _checked(layers: Any) -> list[list[int]]:
    if not 1 <= len(layers) <= MOST_LAYERS:
        raise ValueError(
            f"`layers` must be 1 to {MOST_LAYERS} layers: received {len(layers)}."
        )
    checked = []
    for layer in layers:
        if len(layer) != 3:
            raise ValueError(
                "each layer of `layers` needs kernel size, stride and dilation: "
                f"received {layer!r}."
            )
        numbers = [positive_integer("layers", number) for number in layer]
        for number, allowed, what in zip(
            numbers,
            (KERNEL_SIZES, STRIDES, DILATIONS),
            ("kernel sizes", "strides", "dilations"),
            strict=True,
        ):
            if number not in allowed:
                raise ValueError(
                    f"`layers` has the {what} {', '.join(map(str, allowed))}: received "
                    f"{number}."
                )
        checked.append(numbers)
    if min(output_sizes(checked, PLACES)) < 1:
        raise ValueError(
            f"`layers` need more than {PLACES} inputs: received {checked}. Take fewer "
            "layers, or smaller ones."
        )
    return checked


class ReceptiveFieldExplorer(InteractiveFigure):
    """The layers, and which output of the last one is looked at."""

    layers = traitlets.List().tag(sync=True)
    output = traitlets.Int(0, min=0).tag(sync=True)
    places = traitlets.Int(PLACES).tag(sync=True)
    choices = traitlets.Dict(
        {"kernel": KERNEL_SIZES, "stride": STRIDES, "dilation": DILATIONS}
    ).tag(sync=True)

    _esm = load_script("receptive_field")
    _title = "Receptive field of stacked convolutions"

    @traitlets.validate("layers")
    def _check_layers(self, proposal: Any) -> list[list[int]]:
        return _checked(proposal["value"])

    @traitlets.validate("output")
    def _check_output(self, proposal: Any) -> int:
        last = output_sizes(self.layers, PLACES)[-1] - 1
        if proposal["value"] > last:
            raise ValueError(
                f"`output` counts from 0 to {last}: received {proposal['value']}."
            )
        return proposal["value"]

    @traitlets.observe("layers")
    def _keep_output(self, _: Any) -> None:
        self.output = min(self.output, output_sizes(self.layers, PLACES)[-1] - 1)

    def reached(self) -> list[list[int]]:
        """List the places that the output is made of, the input first."""
        return reached_places(self.layers, self.output)

    def field(self) -> int:
        """Count inputs from the first to the last that is reached."""
        inputs = self.reached()[0]
        return inputs[-1] - inputs[0] + 1

    def static_figure(self) -> tuple[Figure, str]:
        """Draw the layers as they are now."""
        inputs = self.reached()[0]
        described = "; ".join(
            f"layer {number} with kernel {kernel}, stride {stride}, dilation {dilation}"
            for number, (kernel, stride, dilation) in enumerate(self.layers, start=1)
        )
        alt = (
            f"Rows of squares above each other: {PLACES} inputs, then the outputs of "
            f"{described}. Lines join output {self.output} of the last layer with what "
            f"it is made of, down to the inputs {inputs[0]} to {inputs[-1]}: a "
            f"receptive field of {self.field()}."
        )
        figure = plot_receptive_field(
            [tuple(layer) for layer in self.layers], self.output, PLACES
        )
        return figure, alt
