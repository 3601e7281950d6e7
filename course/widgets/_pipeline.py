"""Follow a picture through convolution, ReLU, pooling, flattening, dense, softmax."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import traitlets
from matplotlib.figure import Figure
from numpy.typing import ArrayLike

from course._arrays import names_for, numbers, positive_integer
from course.plots import plot_pipeline
from course.widgets._interactive import InteractiveFigure, load_script, packed

MOST_PICTURES = 12
MOST_FILTERS = 8


def pipeline_explorer(
    images: ArrayLike,
    conv_kernels: ArrayLike,
    conv_bias: ArrayLike,
    dense_weights: ArrayLike,
    dense_bias: ArrayLike,
    class_names: Sequence[str],
    labels: Sequence[int] | None = None,
    pool_size: int = 2,
) -> "PipelineExplorer":
    """Follow a picture through a network of one convolution and one dense layer.

    The steps are convolution (stride 1, no padding), ReLU, max pooling (windows side
    by side, what is left over at the edge is dropped), flattening (channel fastest),
    and a dense layer with softmax, all with the weights passed in. Pointing at a cell,
    or reaching it with the arrow keys, frames what it was computed from.

    Args:
        images: One to 12 pictures, pixels in 0 to 1, `(count, height, width)` or
            `(count, height, width, channels)` with 1 or 3 channels.
        conv_kernels: `(kernel_height, kernel_width, channels, filters)`, as Keras
            keeps them; at most 8 filters.
        conv_bias: `(filters,)`.
        dense_weights: `(units, classes)`, where units is the length of the
            flattened vector.
        dense_bias: `(classes,)`.
        class_names: A name for each class.
        labels: The right class of each picture, if it is known.
        pool_size: Side of the pooling window, in cells; at least 1.

    Raises:
        ValueError: If the shapes do not fit together.
    """
    images = numbers("images", images, dimensions=(3, 4))
    images = images[..., None] if images.ndim == 3 else images
    kernels = numbers("conv_kernels", conv_kernels, dimensions=4)
    bias = numbers("conv_bias", conv_bias, dimensions=1)
    weights = numbers("dense_weights", dense_weights, dimensions=2)
    dense_bias = numbers("dense_bias", dense_bias, dimensions=1)
    pool_size = positive_integer("pool_size", pool_size)
    count, height, width, channels = images.shape
    filters = kernels.shape[3]

    if count > MOST_PICTURES or channels not in (1, 3) or images.min() < 0:
        raise ValueError(
            f"`images` must be 1 to {MOST_PICTURES} pictures with 1 or 3 channels and "
            f"no pixel below 0: received shape {images.shape}, least pixel "
            f"{images.min():g}. Take a few, for example `images[:6]`."
        )
    if images.max() > 1:
        raise ValueError(
            f"`images` must hold pixels in 0 to 1: received up to {images.max():g}. "
            "Divide by 255, as for the network that the weights come from."
        )
    if kernels.shape[2] != channels:
        raise ValueError(
            f"`conv_kernels` expects {kernels.shape[2]} channels but `images` has "
            f"{channels}: received conv_kernels.shape={kernels.shape}, "
            f"images.shape={images.shape}. Keras keeps kernels as (height, width, "
            "channels, filters)."
        )
    if filters > MOST_FILTERS:
        raise ValueError(
            f"`conv_kernels` has {filters} filters: at most {MOST_FILTERS} can be "
            "drawn side by side. Use a network with fewer."
        )
    if bias.size != filters:
        raise ValueError(
            f"`conv_bias` needs one number for each of the {filters} filters: received "
            f"{bias.size}."
        )
    rows = (height - kernels.shape[0] + 1) // pool_size
    columns = (width - kernels.shape[1] + 1) // pool_size
    if rows < 1 or columns < 1:
        raise ValueError(
            f"Nothing is left after convolution and pooling: received pictures of "
            f"{height} by {width}, kernels of {kernels.shape[0]} by "
            f"{kernels.shape[1]} and pool_size={pool_size}. Use larger pictures or "
            "smaller windows."
        )
    units = rows * columns * filters
    if weights.shape[0] != units:
        raise ValueError(
            f"`dense_weights` must have a row for each of the {units} numbers of the "
            f"flattened vector ({rows} by {columns} by {filters}): received shape "
            f"{weights.shape}. Flatten with the channel fastest, as Keras does."
        )
    if dense_bias.size != weights.shape[1]:
        raise ValueError(
            f"`dense_bias` needs one number for each of the {weights.shape[1]} classes "
            f"of `dense_weights`: received {dense_bias.size}."
        )
    names = names_for("class_names", list(class_names), weights.shape[1])
    if labels is None:
        known = []
    else:
        known = numbers("labels", labels, dimensions=1).tolist()
        if len(known) != count or not all(
            label in range(len(names)) for label in known
        ):
            raise ValueError(
                f"`labels` needs one class from 0 to {len(names) - 1} for each of the "
                f"{count} pictures: received {known}."
            )
    return PipelineExplorer(
        images=images,
        conv_kernels=kernels,
        conv_bias=bias,
        dense_weights=weights,
        dense_bias=dense_bias,
        class_names=names,
        labels=[int(label) for label in known],
        pool_size=pool_size,
    )


def _array() -> traitlets.Any:
    return traitlets.Any().tag(sync=True, to_json=lambda array, _: packed(array))


class PipelineExplorer(InteractiveFigure):
    """The pictures, the weights, the picture chosen and the number looked at.

    `selected` is empty, or names a number: `{"stage": "pooling", "row": 2, "column": 3,
    "map": 0}`, with stage one of picture, convolution, relu, pooling; or
    `{"stage": "vector", "index": 5}`; or `{"stage": "classes", "index": 2}`.
    """

    images = _array()
    conv_kernels = _array()
    conv_bias = _array()
    dense_weights = _array()
    dense_bias = _array()
    class_names = traitlets.List(traitlets.Unicode()).tag(sync=True)
    labels = traitlets.List(traitlets.Int()).tag(sync=True)
    pool_size = traitlets.Int(2, min=1).tag(sync=True)
    picture = traitlets.Int(0, min=0).tag(sync=True)
    selected = traitlets.Dict().tag(sync=True)

    _esm = load_script("pipeline_explorer")
    _title = "Pipeline explorer"

    @traitlets.validate("picture")
    def _check_picture(self, proposal: Any) -> int:
        if proposal["value"] >= len(self.images):
            raise ValueError(
                f"`picture` must be from 0 to {len(self.images) - 1}: received "
                f"{proposal['value']}."
            )
        return proposal["value"]

    @traitlets.validate("selected")
    def _check_selected(self, proposal: Any) -> dict[str, Any]:
        place = proposal["value"]
        if not place:
            return {}
        _, convolution, relu, pooling, vector, classes = self.stages().values()
        shapes = {
            "picture": (*self.images.shape[1:3], 1),
            "convolution": convolution.shape,
            "relu": relu.shape,
            "pooling": pooling.shape,
            "vector": vector.shape,
            "classes": classes.shape,
        }
        shape = shapes.get(place.get("stage"), ())
        keys = ("index",) if len(shape) == 1 else ("row", "column", "map")
        if not shape or not all(
            place.get(key) in range(size) for key, size in zip(keys, shape, strict=True)
        ):
            raise ValueError(
                f"`selected` must name a number of a step: received {place}. The steps "
                f"and their shapes are {shapes}; give row, column and map, or index."
            )
        return place

    def stages(self) -> dict[str, np.ndarray]:
        """Compute what comes out of every step for the chosen picture."""
        picture = self.images[self.picture]
        kernels = self.conv_kernels
        windows = np.lib.stride_tricks.sliding_window_view(
            picture, kernels.shape[:2], axis=(0, 1)
        )
        maps = np.einsum("rcnij,ijnf->rcf", windows, kernels) + self.conv_bias
        rectified = np.maximum(maps, 0)
        pool = self.pool_size
        rows, columns = (size // pool for size in maps.shape[:2])
        pooled = rectified[: rows * pool, : columns * pool]
        pooled = pooled.reshape(rows, pool, columns, pool, -1).max(axis=(1, 3))
        vector = pooled.reshape(-1)
        scores = vector @ self.dense_weights + self.dense_bias
        powers = np.exp(scores - scores.max())
        return {
            "Picture": picture[..., 0] if picture.shape[2] == 1 else picture,
            "1 Convolution": maps,
            "2 ReLU": rectified,
            "3 Pooling": pooled,
            "4 Flatten": vector,
            "5 Dense, softmax": powers / powers.sum(),
        }

    def static_figure(self) -> tuple[Figure, str]:
        """Draw every step for the chosen picture."""
        stages = self.stages()
        shapes = "; ".join(
            f"{name}: {' by '.join(map(str, values.shape))}"
            for name, values in stages.items()
        )
        probabilities = stages["5 Dense, softmax"]
        guess = self.class_names[int(probabilities.argmax())]
        truth = (
            f" The right class is {self.class_names[self.labels[self.picture]]}."
            if self.labels
            else ""
        )
        alt = (
            "What comes out of every step for one picture, from left to right, with "
            f"its shape: {shapes}. The bars at the end give {guess} the largest "
            f"probability, {probabilities.max():.2f}.{truth}"
        )
        return plot_pipeline(stages, self.class_names), alt
