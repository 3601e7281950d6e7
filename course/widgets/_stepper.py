"""Step a convolution window over a small picture."""

from typing import Any

import numpy as np
import traitlets
from matplotlib.figure import Figure
from numpy.typing import ArrayLike

from course._arrays import numbers, positive_integer
from course.plots import plot_convolution_step
from course.widgets._interactive import InteractiveFigure, load_script

LARGEST_PICTURE = 8
LARGEST_KERNEL = 5


def convolution_stepper(
    image: ArrayLike, kernel: ArrayLike, stride: int = 1, padding: int = 0
) -> "ConvolutionStepper":
    """Step a window over a small picture and watch the feature map grow.

    The learner moves the window, edits the kernel, chooses stride and padding, and
    turns the kernel by 180 degrees for a convolution in the strict sense.

    Args:
        image: Numbers, `(height, width)`, at most 8 a side.
        kernel: Numbers, `(kernel_height, kernel_width)`, at most 5 a side.
        stride: Step between windows, in pixels: 1, 2 or 3.
        padding: Rings of zeros around the picture: 0, 1 or 2.

    Raises:
        ValueError: If the kernel does not fit into the picture, or something else is
            out of these ranges.

    Example:
        >>> convolution_stepper([[1, 2, 3], [4, 5, 6]], [[1, -1]])
    """
    image = numbers("image", image, dimensions=2)
    kernel = numbers("kernel", kernel, dimensions=2)
    for name, array, most in (
        ("image", image, LARGEST_PICTURE),
        ("kernel", kernel, LARGEST_KERNEL),
    ):
        if max(array.shape) > most:
            raise ValueError(
                f"`{name}` has shape {array.shape}: at most {most} rows and columns "
                f"stay readable. Crop it, for example `{name}[:{most}, :{most}]`."
            )
    if any(k > i for k, i in zip(kernel.shape, image.shape, strict=True)):
        raise ValueError(
            f"`kernel` of shape {kernel.shape} does not fit into `image` of shape "
            f"{image.shape}. Use a smaller kernel or a larger picture."
        )
    return ConvolutionStepper(
        image=image.tolist(),
        kernel=kernel.tolist(),
        stride=_choice("stride", stride, (1, 2, 3)),
        padding=_choice("padding", padding, (0, 1, 2)),
    )


def _choice(name: str, value: Any, choices: tuple[int, ...]) -> int:
    if positive_integer(name, value, least=choices[0]) not in choices:
        raise ValueError(
            f"`{name}` must be one of {', '.join(map(str, choices))}: received {value}."
        )
    return int(value)


class ConvolutionStepper(InteractiveFigure):
    """The window, the kernel and the choices; `position` counts windows row by row."""

    image = traitlets.List().tag(sync=True)
    kernel = traitlets.List().tag(sync=True)
    stride = traitlets.Int(1, min=1, max=3).tag(sync=True)
    padding = traitlets.Int(0, min=0, max=2).tag(sync=True)
    flip = traitlets.Bool(False).tag(sync=True)
    position = traitlets.Int(0, min=0).tag(sync=True)
    start = traitlets.Dict().tag(sync=True)

    _esm = load_script("convolution_stepper")
    _title = "Convolution stepper"

    def __init__(self, **traits: Any) -> None:
        super().__init__(**traits)
        self.start = {
            "kernel": self.kernel,
            "stride": self.stride,
            "padding": self.padding,
            "flip": self.flip,
        }

    @traitlets.validate("kernel")
    def _check_kernel(self, proposal: Any) -> list[list[float]]:
        kernel = numbers("kernel", proposal["value"], dimensions=2)
        if self.kernel and kernel.shape != np.shape(self.kernel):
            raise ValueError(
                f"`kernel` must keep its shape {np.shape(self.kernel)}: received "
                f"{kernel.shape}. Call `convolution_stepper` again for another one."
            )
        return kernel.tolist()

    def map_shape(self) -> tuple[int, int]:
        """Count the window positions: rows and columns of the feature map."""
        return tuple(
            (size + 2 * self.padding - kernel) // self.stride + 1
            for size, kernel in zip(
                np.shape(self.image), np.shape(self.kernel), strict=True
            )
        )

    @traitlets.validate("position")
    def _check_position(self, proposal: Any) -> int:
        rows, columns = self.map_shape()
        if proposal["value"] >= rows * columns:
            raise ValueError(
                f"`position` counts the {rows * columns} windows from 0 to "
                f"{rows * columns - 1}: received {proposal['value']}."
            )
        return proposal["value"]

    @traitlets.observe("stride", "padding")
    def _start_again(self, _: Any) -> None:
        rows, columns = self.map_shape()
        if self.position >= rows * columns:
            self.position = 0

    def static_figure(self) -> tuple[Figure, str]:
        """Draw the window where it is now."""
        image = np.array(self.image)
        kernel = np.array(self.kernel)
        kernel = kernel[::-1, ::-1] if self.flip else kernel
        row, column = divmod(self.position, self.map_shape()[1])
        top, left = row * self.stride, column * self.stride
        padded = np.pad(image, self.padding)
        window = padded[top : top + kernel.shape[0], left : left + kernel.shape[1]]
        figure = plot_convolution_step(
            image, kernel, row, column, self.stride, self.padding
        )
        alt = (
            "Grids of numbers from left to right: a picture of "
            f"{image.shape[0]} rows and {image.shape[1]} columns with a window framed "
            f"from row {top - self.padding} and column {left - self.padding} on; a "
            f"kernel of {kernel.shape[0]} by {kernel.shape[1]}; their products; the "
            f"feature map. The products sum to {float((window * kernel).sum()):g}, the "
            f"value of the feature map at row {row}, column {column}."
        )
        return figure, alt
