"""See what a filter does to a photograph."""

from types import MappingProxyType
from typing import Any

import numpy as np
import traitlets
from matplotlib.figure import Figure
from numpy.typing import ArrayLike

from course._arrays import numbers
from course.plots import plot_filtered
from course.widgets._interactive import InteractiveFigure, load_script, packed

LARGEST_SIDE = 256

FILTERS = MappingProxyType(
    {
        "identity": ((0, 0, 0), (0, 1, 0), (0, 0, 0)),
        "blur": ((1 / 9,) * 3,) * 3,
        "sharpen": ((0, -1, 0), (-1, 5, -1), (0, -1, 0)),
        "vertical edges (Sobel)": ((-1, 0, 1), (-2, 0, 2), (-1, 0, 1)),
        "horizontal edges (Sobel)": ((-1, -2, -1), (0, 0, 0), (1, 2, 1)),
        "Laplacian": ((0, 1, 0), (1, -4, 1), (0, 1, 0)),
        "emboss": ((-2, -1, 0), (-1, 1, 1), (0, 1, 2)),
    }
)


def filter_lab(image: ArrayLike, name: str = "vertical edges (Sobel)") -> "FilterLab":
    """Lay a filter of nine numbers over a photograph and see the feature map.

    The learner chooses a filter by name or types its numbers, sets the stride, adds
    ReLU, and switches between colours about zero and grey.

    Args:
        image: A grey photograph, `(height, width)`, pixels in 0 to 1 or 0 to 255;
            3 to 256 pixels a side, about 120 by 160 is good.
        name: The filter to start with, one of `FILTERS`.

    Raises:
        ValueError: If the picture is not grey, too small or too large, or the filter
            is unknown.
    """
    pixels = numbers("image", image, dimensions=2)
    if not all(3 <= side <= LARGEST_SIDE for side in pixels.shape):
        raise ValueError(
            f"`image` has shape {pixels.shape}: 3 to {LARGEST_SIDE} pixels a side can "
            "be filtered while you watch. Take every second pixel with "
            "`image[::2, ::2]`."
        )
    if pixels.min() < 0 or pixels.max() > 255:
        raise ValueError(
            f"`image` must hold pixels from 0 to 1 or 0 to 255: received "
            f"{pixels.min():g} to {pixels.max():g}."
        )
    if name not in FILTERS:
        raise ValueError(f"`name` must be one of {list(FILTERS)}: received {name!r}.")
    scale = 255 if pixels.max() > 1 else 1
    return FilterLab(
        image=pixels / scale,
        filter_name=name,
        kernel=[list(row) for row in FILTERS[name]],
        filters={key: [list(row) for row in rows] for key, rows in FILTERS.items()},
    )


class FilterLab(InteractiveFigure):
    """The photograph (pixels in 0 to 1), the filter and the choices."""

    image = traitlets.Any().tag(sync=True, to_json=lambda array, _: packed(array))
    filters = traitlets.Dict().tag(sync=True)
    filter_name = traitlets.Unicode().tag(sync=True)
    kernel = traitlets.List().tag(sync=True)
    stride = traitlets.Int(1, min=1, max=2).tag(sync=True)
    relu = traitlets.Bool(False).tag(sync=True)
    colours = traitlets.Enum(("signed", "grey"), "signed").tag(sync=True)

    _esm = load_script("filter_lab")
    _title = "Filter lab"

    @traitlets.validate("kernel")
    def _check_kernel(self, proposal: Any) -> list[list[float]]:
        kernel = numbers("kernel", proposal["value"], dimensions=2)
        if kernel.shape != (3, 3):
            raise ValueError(f"`kernel` must be 3 by 3: received shape {kernel.shape}.")
        return kernel.tolist()

    @traitlets.validate("filter_name")
    def _check_name(self, proposal: Any) -> str:
        if proposal["value"] not in (*FILTERS, "own numbers"):
            raise ValueError(
                f"`filter_name` must be one of {[*FILTERS, 'own numbers']}: received "
                f"{proposal['value']!r}."
            )
        return proposal["value"]

    def feature_map(self) -> np.ndarray:
        """Compute what the figure shows, `(rows, columns)`."""
        windows = np.lib.stride_tricks.sliding_window_view(self.image, (3, 3))
        windows = windows[:: self.stride, :: self.stride]
        result = np.einsum("rcij,ij->rc", windows, np.array(self.kernel))
        return np.maximum(result, 0) if self.relu else result

    def static_figure(self) -> tuple[Figure, str]:
        """Draw the photograph beside its feature map."""
        result = self.feature_map()
        signed = self.colours == "signed"
        figure = plot_filtered(self.image, result, self.filter_name, signed)
        ground = "blue below zero, white at zero, red above; " if signed else ""
        alt = (
            f"Two pictures side by side: a grey photograph of {self.image.shape[0]} by "
            f"{self.image.shape[1]} pixels, and its feature map for the filter "
            f"{self.filter_name} with stride {self.stride}"
            f"{' after ReLU' if self.relu else ''}; {ground}values run from "
            f"{result.min():.2f} to {result.max():.2f}."
        )
        return figure, alt
