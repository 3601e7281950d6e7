"""Pictures, kernels and feature maps: arrays shown as what they are."""

import math
from collections.abc import Sequence

import numpy as np
from matplotlib.cm import ScalarMappable
from matplotlib.colors import Colormap, Normalize
from matplotlib.figure import Figure
from numpy.typing import ArrayLike

from course._arrays import names_for, numbers, positive_integer
from course.plots._cells import (
    SMALLEST_CELL,
    add_grid,
    cell_size,
    draw_cells,
)
from course.plots._style import (
    GREY,
    LABEL_SIZE,
    SMALL_SIZE,
    TITLE_SIZE,
    WIDEST,
    by,
    colours_for,
    grey_for,
    hide_ticks,
    label_pixels,
    new_figure,
    number,
)

MOST_NUMBERED = 20


def plot_pixels(image: ArrayLike, title: str, annotate: bool = True) -> Figure:
    """Draw a small picture as the array it is, a number in every cell.

    Args:
        image: Numbers, `(height, width)`. Numbers below zero switch from grey to
            colours about zero.
        title: Title of the figure.
        annotate: Whether to write the numbers; pictures of more than 20 rows or
            columns have no room for them.

    Raises:
        ValueError: If the picture is not a matrix, or too large for numbers.
    """
    image = numbers("image", image, dimensions=2)
    rows, columns = image.shape
    if annotate and max(rows, columns) > MOST_NUMBERED:
        raise ValueError(
            f"`image` of shape {image.shape} has no room for its numbers: at most "
            f"{MOST_NUMBERED} rows and columns. Crop it, or pass annotate=False."
        )
    colormap, norm = colours_for(image) if image.min() < 0 else grey_for(image)
    cell = cell_size(max(rows, columns), 5.6 if annotate else 3.6)
    left, right, above, below = 0.7, 0.25, 0.5, 0.6
    grid_width = max(columns * cell, 0.085 * len(title) + 0.4 - left)
    figure = new_figure(
        left + grid_width + right, above + rows * cell + below, constrained=False
    )
    axes = add_grid(figure, left, above, image.shape, cell)
    draw_cells(axes, image, colormap, norm, cell=cell, annotate=annotate)
    if not annotate:
        axes.grid(False, which="minor")
    axes.set_xlabel("column (pixels)", fontsize=SMALL_SIZE)
    axes.set_ylabel("row (pixels)", fontsize=SMALL_SIZE)
    axes.set_title(title, fontsize=TITLE_SIZE, loc="left")
    return figure


def plot_images(
    images: ArrayLike | Sequence[ArrayLike],
    titles: Sequence[str] | None = None,
    columns: int = 5,
    title: str = "",
) -> Figure:
    """Draw pictures in a grid, each with its title.

    Args:
        images: Pictures, each `(height, width)` for grey or `(height, width, 3)` for
            colour, pixels in 0 to 1 or 0 to 255; also `(height, width, 1)`.
        titles: A title for each picture.
        columns: Pictures in a row, at least 1.
        title: Title of the whole figure.

    Raises:
        ValueError: If there is no picture, or one is not a picture.
    """
    pictures = [_picture(f"images[{i}]", one) for i, one in enumerate(images)]
    if not pictures:
        raise ValueError(
            "`images` is empty: there is nothing to draw. Pass a list with at least "
            "one picture."
        )
    titles = names_for("titles", titles, len(pictures))
    columns = min(positive_integer("columns", columns), len(pictures))
    rows = math.ceil(len(pictures) / columns)
    side = min(2.6, WIDEST / columns)
    shape = max(picture.shape[0] / picture.shape[1] for picture in pictures)
    lines = max(name.count("\n") + 1 for name in titles) if any(titles) else 0
    figure = new_figure(
        max(columns * side, 0.08 * len(title)),
        rows * (side * shape + 0.2 * lines) + (0.4 if title else 0.1),
    )
    panels = figure.subplots(rows, columns, squeeze=False).ravel()
    for axes in panels[len(pictures) :]:
        axes.remove()
    for axes, picture, name in zip(panels, pictures, titles, strict=False):
        if picture.ndim == 2:
            colormap, norm = grey_for(picture)
            axes.imshow(picture, cmap=colormap, norm=norm)
        else:
            axes.imshow(picture)
        hide_ticks(axes)
        axes.set_title(name, fontsize=min(LABEL_SIZE, 4.5 + 4 * side))
    if title:
        figure.suptitle(title, fontsize=TITLE_SIZE)
    return figure


def _picture(name: str, value: ArrayLike) -> np.ndarray:
    picture = numbers(name, value, dimensions=(2, 3))
    if picture.ndim == 2:
        return picture
    if picture.shape[2] == 1:
        return picture[..., 0]
    if picture.shape[2] != 3:
        raise ValueError(
            f"`{name}` has {picture.shape[2]} channels: received shape "
            f"{picture.shape}. A picture has 1 (grey) or 3 (red, green, blue); draw "
            "feature maps with `plot_feature_maps`."
        )
    scale = 255 if picture.max() > 1 else 1
    return np.clip(picture / scale, 0, 1)


def plot_kernels(kernels: ArrayLike, titles: Sequence[str] | None = None) -> Figure:
    """Draw kernels with their weights in the cells, on one scale about zero.

    Args:
        kernels: Numbers, `(kernel_height, kernel_width)` for one kernel,
            `(kernel_height, kernel_width, filters)` for several, or
            `(kernel_height, kernel_width, channels, filters)` as Keras keeps them: a
            row for each channel.
        titles: A name for each filter.

    Raises:
        ValueError: If the shape fits none of these, or a kernel exceeds 11 cells.
    """
    kernels = numbers("kernels", kernels, dimensions=(2, 3, 4))
    received = kernels.shape
    if kernels.ndim == 2:
        kernels = kernels[..., None]
    if kernels.ndim == 3:
        kernels = kernels[:, :, None, :]
    rows, columns, channels, filters = kernels.shape
    if max(rows, columns) > 11 or filters > 32:
        raise ValueError(
            f"`kernels` of shape {received} has kernels of {by(rows, columns)} cells "
            f"and {filters} filters: at most 11 by 11 cells and 32 filters can be "
            "drawn. The axes are (height, width, channels, filters); index the last "
            "one to show fewer."
        )
    given = names_for("titles", titles, filters)
    names = (
        [one or f"filter {i}" for i, one in enumerate(given)] if filters > 1 else given
    )
    colormap, norm = colours_for(kernels, signed=True)

    gap, left, right, above, below = 0.35, 0.45, 0.95, 0.45, 0.3
    room = WIDEST - left - right
    across = min(filters, max(1, int(room // (columns * 0.42 + gap))))
    cell = min(0.46, (room / across - gap) / columns)
    cell = max(cell, SMALLEST_CELL)
    block = channels * (rows * cell + gap)
    bands = math.ceil(filters / across)
    figure = new_figure(
        left + across * (columns * cell + gap) + right,
        bands * (block + above) + below - gap,
        constrained=False,
    )
    for i in range(filters):
        band, place = divmod(i, across)
        x = left + place * (columns * cell + gap)
        for channel in range(channels):
            y = above + band * (block + above) + channel * (rows * cell + gap)
            axes = add_grid(figure, x, y, (rows, columns), cell)
            draw_cells(axes, kernels[:, :, channel, i], colormap, norm, cell=cell)
            if channel == 0:
                axes.set_title(names[i], fontsize=LABEL_SIZE)
            if channels > 1 and place == 0:
                axes.set_ylabel(f"channel {channel}", fontsize=SMALL_SIZE)
            hide_ticks(axes)
    _colour_bar(figure, norm, colormap, "weight", right - 0.45, below)
    return figure


def _colour_bar(
    figure: Figure,
    norm: Normalize,
    colormap: Colormap,
    label: str,
    margin: float,
    below: float,
) -> None:
    """Put a colour bar into the right margin of a figure laid out by hand."""
    width, height = figure.get_size_inches()
    tall = min(height - 2 * below, 2.0)
    place = figure.add_axes(
        (
            1 - (margin + 0.3) / width,
            0.5 - tall / 2 / height,
            0.1 / width,
            tall / height,
        )
    )
    bar = figure.colorbar(ScalarMappable(norm, colormap), cax=place)
    bar.set_label(label, fontsize=SMALL_SIZE)
    bar.ax.tick_params(labelsize=SMALL_SIZE - 1)
    bar.outline.set_visible(False)


def plot_feature_maps(
    maps: ArrayLike,
    titles: Sequence[str] | None = None,
    signed: bool = True,
    title: str = "",
) -> Figure:
    """Draw the feature maps of one picture on one colour scale, with its bar.

    Args:
        maps: Numbers, `(height, width)` or `(height, width, filters)`.
        titles: A name for each map.
        signed: Whether zero is the middle of a diverging scale (before ReLU), or
            the low end of a scale of magnitude (after it).
        title: Title of the whole figure.

    Raises:
        ValueError: If there are no maps, or an unsigned scale meets a negative number.
    """
    maps = numbers("maps", maps, dimensions=(2, 3))
    maps = maps[..., None] if maps.ndim == 2 else maps
    filters = maps.shape[2]
    given = names_for("titles", titles, filters)
    if not signed and maps.min() < 0:
        raise ValueError(
            f"`maps` holds numbers below zero (least {number(maps.min())}) but "
            "signed=False has no colour for them. Pass signed=True, or rectify first."
        )
    colormap, norm = colours_for(maps, signed=signed)
    columns = min(filters, 4 if filters <= 8 else 8)
    rows = math.ceil(filters / columns)
    side = min(2.4, (WIDEST - 0.9) / columns)
    shape = maps.shape[0] / maps.shape[1]
    figure = new_figure(
        columns * side + 0.9, rows * (side * shape + 0.3) + 0.3 + (0.4 if title else 0)
    )
    panels = figure.subplots(rows, columns, squeeze=False)
    for axes in panels.ravel()[filters:]:
        axes.remove()
    for i in range(filters):
        axes = panels.ravel()[i]
        shown = axes.imshow(maps[:, :, i], cmap=colormap, norm=norm)
        axes.set_title(
            given[i] or (f"map {i}" if filters > 1 else ""), fontsize=LABEL_SIZE
        )
        below = i + columns >= filters
        label_pixels(axes, rows=i % columns == 0, columns=below)
        if columns > 4:
            hide_ticks(axes)
    bar = figure.colorbar(
        shown, ax=[axes for axes in panels.ravel() if axes.figure], shrink=0.9
    )
    bar.set_label(
        "value of the map, 0 is white" if signed else "value of the map",
        fontsize=SMALL_SIZE,
    )
    bar.ax.tick_params(labelsize=SMALL_SIZE - 1)
    bar.outline.set_visible(False)
    if title:
        figure.suptitle(title, fontsize=TITLE_SIZE)
    return figure


def plot_filtered(
    image: ArrayLike, feature_map: ArrayLike, name: str, signed: bool = True
) -> Figure:
    """Draw a photograph beside the feature map that a filter made of it.

    Args:
        image: Grey pixels, `(height, width)`, 0 to 1 or 0 to 255.
        feature_map: Numbers, `(rows, columns)`.
        name: What the filter is called.
        signed: Whether to colour the map about zero; else it is drawn as a grey
            picture from 0 to 1, and what lies outside is cut off.

    Raises:
        ValueError: If one of them is not a matrix.
    """
    image = numbers("image", image, dimensions=2)
    feature_map = numbers("feature_map", feature_map, dimensions=2)
    shape = max(image.shape[0] / image.shape[1], 0.4)
    figure = new_figure(WIDEST, min(0.6 + 3.6 * shape, 7))
    before, after = figure.subplots(1, 2)
    colormap, norm = grey_for(image)
    before.imshow(image, cmap=colormap, norm=norm)
    before.set_title(f"photograph, {by(*image.shape)}", fontsize=LABEL_SIZE)
    colormap, norm = (
        colours_for(feature_map, signed=True) if signed else (GREY, Normalize(0, 1))
    )
    shown = after.imshow(feature_map, cmap=colormap, norm=norm)
    after.set_title(
        f"feature map: {name}, {by(*feature_map.shape)}", fontsize=LABEL_SIZE
    )
    label_pixels(before)
    label_pixels(after, rows=False)
    bar = figure.colorbar(shown, ax=after, shrink=0.8)
    bar.set_label("value of the map", fontsize=SMALL_SIZE)
    bar.ax.tick_params(labelsize=SMALL_SIZE - 1)
    bar.outline.set_visible(False)
    return figure
