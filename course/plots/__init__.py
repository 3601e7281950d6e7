"""Figures of the course: made of plain arrays, returned, shown with `show`.

Every function returns a matplotlib `Figure` that pyplot does not know of, so nothing
is drawn twice and nothing stays open. `show` puts it into the notebook together with
the words that a screen reader reads out.
"""

from course.plots._network import (
    plot_network_diagram,
    plot_parameter_counts,
    plot_pipeline,
    plot_probabilities,
)
from course.plots._pictures import (
    plot_feature_maps,
    plot_filtered,
    plot_images,
    plot_kernels,
    plot_pixels,
)
from course.plots._show import image_bundle, show
from course.plots._steps import (
    plot_convolution_step,
    plot_flatten,
    plot_pooling,
    plot_relu,
)

__all__ = [
    "image_bundle",
    "plot_convolution_step",
    "plot_feature_maps",
    "plot_filtered",
    "plot_flatten",
    "plot_images",
    "plot_kernels",
    "plot_network_diagram",
    "plot_parameter_counts",
    "plot_pipeline",
    "plot_pixels",
    "plot_pooling",
    "plot_probabilities",
    "plot_relu",
    "show",
]
