"""One step of the network at a time, on arrays small enough to check by hand."""

import string

import numpy as np
from matplotlib.figure import Figure
from matplotlib.patches import Circle
from numpy.typing import ArrayLike

from course._arrays import numbers, positive_integer
from course.plots._cells import (
    SMALLEST_CELL,
    add_grid,
    cell_size,
    draw_cells,
    outline,
    place_text,
    rule_cells,
    write_numbers,
)
from course.plots._style import (
    BLUE,
    CATEGORIES,
    DASHES,
    INK,
    LABEL_SIZE,
    LINE,
    QUIET,
    SMALL_SIZE,
    TIMES,
    TITLE_SIZE,
    VERMILION,
    WIDEST,
    by,
    colours_for,
    grey_for,
    new_figure,
    number,
    soft,
    tint,
)


def plot_convolution_step(
    image: ArrayLike,
    kernel: ArrayLike,
    row: int,
    column: int,
    stride: int = 1,
    padding: int = 0,
) -> Figure:
    """Draw one position of the sliding window, from picture to feature map.

    From left to right: the picture (with its ring of zeros, if padded) and the
    window; the kernel; their products; the feature map as far as it is known, filled
    row by row. The kernel is not flipped, as in every deep-learning library.

    Args:
        image: Numbers, `(height, width)`, at most 12 cells a side with padding.
        kernel: Numbers, `(kernel_height, kernel_width)`.
        row: Row of the result in the feature map, from 0.
        column: Column of the result in the feature map, from 0.
        stride: Step between windows, in pixels; at least 1.
        padding: Rings of zeros around the picture; at least 0.

    Raises:
        ValueError: If the kernel does not fit, or the position is off the map.
    """
    image = numbers("image", image, dimensions=2)
    kernel = numbers("kernel", kernel, dimensions=2)
    stride = positive_integer("stride", stride)
    padding = positive_integer("padding", padding, least=0)
    row = positive_integer("row", row, least=0)
    column = positive_integer("column", column, least=0)
    padded = np.pad(image, padding)
    if any(k > p for k, p in zip(kernel.shape, padded.shape, strict=True)):
        raise ValueError(
            f"`kernel` of shape {kernel.shape} does not fit into the picture, which "
            f"is {padded.shape} with its padding. Use a smaller kernel or more padding."
        )
    if max(padded.shape) > 12:
        raise ValueError(
            f"`image` is {padded.shape} with its padding: at most 12 cells a side "
            "leave room for the numbers. Crop it, for example `image[:8, :8]`."
        )
    windows = np.lib.stride_tricks.sliding_window_view(padded, kernel.shape)
    sums = np.einsum("rcij,ij->rc", windows[::stride, ::stride], kernel)
    if row >= sums.shape[0] or column >= sums.shape[1]:
        raise ValueError(
            f"Position ({row}, {column}) is off the feature map, whose shape is "
            f"{sums.shape}: `row` must be below {sums.shape[0]} and `column` below "
            f"{sums.shape[1]}."
        )

    top, left = row * stride, column * stride
    window = padded[top : top + kernel.shape[0], left : left + kernel.shape[1]]
    products = window * kernel
    known = sums.astype(float)
    known.ravel()[row * sums.shape[1] + column + 1 :] = np.nan

    margin, gap, above, below = 0.3, 0.62, 0.95, 0.95
    grids = (padded, kernel, products, known)
    cells = sum(grid.shape[1] for grid in grids)
    cell = max(cell_size(cells, WIDEST - 2 * margin - 3 * gap), SMALLEST_CELL)
    tallest = max(grid.shape[0] for grid in grids) * cell
    figure = new_figure(
        2 * margin + 3 * gap + cells * cell,
        above + tallest + below,
        constrained=False,
    )
    signed = colours_for(np.concatenate([kernel.ravel(), products.ravel()]), True)
    titles = ("picture", "kernel", "products", "feature map")
    scales = (grey_for(padded), signed, signed, colours_for(sums))
    if padded.min() < 0:
        scales = (colours_for(padded), *scales[1:])
    panels, x = [], margin
    for grid, title, scale, sign in zip(
        grids, titles, scales, ("", TIMES, "=", "→"), strict=True
    ):
        y = above + (tallest - grid.shape[0] * cell) / 2
        axes = add_grid(figure, x, y, grid.shape, cell)
        colormap, norm = scale
        origin = (-padding, -padding) if title == "picture" else (0, 0)
        draw_cells(axes, grid, soft(colormap), norm, cell=cell, origin=origin)
        if title in ("kernel", "products"):
            axes.set_xticks([])
            axes.set_yticks([])
        axes.set_title(title, fontsize=LABEL_SIZE)
        if sign:
            place_text(figure, x - gap / 2, above + tallest / 2, sign, fontsize=16)
        panels.append(axes)
        x += grid.shape[1] * cell + gap

    outline(panels[0], top, left, *kernel.shape, colour=VERMILION)
    for axes in panels[1:3]:
        outline(axes, 0, 0, *kernel.shape, colour=VERMILION)
    outline(panels[3], row, column, 1, 1, colour=VERMILION)
    if padding:
        frame = outline(
            panels[0], padding, padding, *image.shape, colour=BLUE, thickness=1.5
        )
        frame.set_linestyle((0, (3, 2)))
        panels[0].set_xlabel(
            "dashed: the picture without\nits padding of zeros",
            fontsize=SMALL_SIZE - 1,
            color=QUIET,
        )
    settings = f"stride {stride}, padding {padding}"
    place_text(
        figure,
        margin,
        0.3,
        f"Convolution at row {row}, column {column} of the feature map ({settings})",
        fontsize=TITLE_SIZE,
        ha="left",
    )
    place_text(
        figure,
        margin,
        above + tallest + below - 0.25,
        _sum_in_words(window, kernel, float(sums[row, column])),
        fontsize=LABEL_SIZE,
        ha="left",
    )
    return figure


def _sum_in_words(window: np.ndarray, kernel: np.ndarray, total: float) -> str:
    def factor(value: float) -> str:
        return f"({number(value)})" if value < 0 else number(value)

    terms = [
        f"{factor(pixel)}·{factor(weight)}"
        for pixel, weight in zip(window.ravel(), kernel.ravel(), strict=True)
    ]
    written = " + ".join(terms)
    if len(written) > 105:
        return f"Sum of the {len(terms)} products = {number(total)}"
    return f"{written} = {number(total)}"


def plot_relu(feature_map: ArrayLike | None = None) -> Figure:
    """Draw ReLU as a curve, and a feature map before and after it.

    Args:
        feature_map: Numbers, `(height, width)`, at most 8 cells a side; None takes
            a small example with numbers on both sides of zero.

    Raises:
        ValueError: If the map is not a matrix, or too large for its numbers.
    """
    if feature_map is None:
        feature_map = [[3, -1, 0], [-2.5, 4, -4], [1, -0.5, 2]]
    before = numbers("feature_map", feature_map, dimensions=2)
    if max(before.shape) > 8:
        raise ValueError(
            f"`feature_map` of shape {before.shape} has no room for its numbers: at "
            "most 8 rows and columns. Crop it, for example `feature_map[:8, :8]`."
        )
    after = np.maximum(before, 0)
    reach = float(np.abs(before).max()) or 1.0
    rows, columns = before.shape
    cell = min(0.5, 2.3 / max(rows, columns))
    width, height = WIDEST, 3.6
    figure = new_figure(width, height, constrained=False)

    axes = figure.add_axes((0.6 / width, 0.6 / height, 2.3 / width, 2.1 / height))
    axes.axhline(0, color=LINE, linewidth=1)
    axes.axvline(0, color=LINE, linewidth=1)
    axes.plot(
        [-reach, reach],
        [-reach, reach],
        color=QUIET,
        linestyle=":",
        label="input as is",
    )
    axes.plot(
        [-reach, 0, reach], [0, 0, reach], color=BLUE, linewidth=2.5, label="ReLU"
    )
    values = np.unique(before)
    axes.plot(
        values,
        np.maximum(values, 0),
        linestyle="",
        marker="o",
        color=VERMILION,
        label="values of the map",
    )
    axes.set_xlabel("input x (no unit)", fontsize=SMALL_SIZE)
    axes.set_ylabel("output max(0, x) (no unit)", fontsize=SMALL_SIZE)
    axes.tick_params(labelsize=SMALL_SIZE - 1)
    axes.set_title("the function", fontsize=LABEL_SIZE)
    axes.legend(fontsize=SMALL_SIZE - 1, frameon=False, loc="upper left")
    axes.spines[["top", "right"]].set_visible(False)

    colormap, norm = colours_for(before, signed=True)
    x = 3.55
    for grid, title in ((before, "feature map"), (after, "rectified feature map")):
        y = 0.9 + (2.1 - rows * cell) / 2
        panel = add_grid(figure, x, y, grid.shape, cell)
        draw_cells(panel, grid, soft(colormap), norm, cell=cell)
        panel.set_title(title, fontsize=LABEL_SIZE)
        for place in np.argwhere(before < 0):
            outline(
                panel,
                *place,
                1,
                1,
                colour=VERMILION,
                dashes="--",
                thickness=1.5,
                inset=0.06,
            )
        x += columns * cell + 0.9
    place_text(figure, x - columns * cell - 1.35, 1.95, "→", fontsize=16)
    place_text(
        figure,
        0.15,
        0.25,
        "ReLU replaces every negative number by 0 (dashed frames) and keeps the rest",
        ha="left",
        fontsize=TITLE_SIZE,
    )
    return figure


def plot_pooling(
    feature_map: ArrayLike, window: int = 2, stride: int | None = None
) -> Figure:
    """Draw max pooling: each window of the map, its largest number, the result.

    Windows carry a letter and a colour, their cell of the result carries the same.
    The largest number of each window is framed.

    Args:
        feature_map: Numbers, `(height, width)`, at most 10 cells a side.
        window: Side of the window, in cells; at least 1.
        stride: Step between windows, in cells; None means `window`.

    Raises:
        ValueError: If no window fits, or there are more than 26.
    """
    values = numbers("feature_map", feature_map, dimensions=2)
    window = positive_integer("window", window)
    stride = window if stride is None else positive_integer("stride", stride)
    if window > min(values.shape):
        raise ValueError(
            f"`window` of {window} does not fit into a feature map of shape "
            f"{values.shape}. Use a window of at most {min(values.shape)}."
        )
    views = np.lib.stride_tricks.sliding_window_view(values, (window, window))
    pooled = views[::stride, ::stride].max(axis=(2, 3))
    if pooled.size > 26 or max(values.shape) > 10:
        raise ValueError(
            f"`feature_map` of shape {values.shape} gives {pooled.size} windows: at "
            "most 26 windows and 10 cells a side stay readable. Crop it, or use a "
            "larger stride."
        )
    cell, margin, gap, above, below = 0.52, 0.45, 1.0, 0.95, 0.45
    rows, columns = values.shape
    figure = new_figure(
        max(2 * margin + gap + (columns + pooled.shape[1]) * cell, 5.4),
        above + rows * cell + below,
        constrained=False,
    )
    place_text(
        figure,
        margin,
        0.28,
        f"Max pooling, window {by(window, window)}, stride {stride}: "
        f"{by(rows, columns)} becomes {by(*pooled.shape)}",
        ha="left",
        fontsize=TITLE_SIZE,
    )
    names = np.array(list(string.ascii_uppercase[: pooled.size])).reshape(pooled.shape)
    palette = [CATEGORIES[i % len(CATEGORIES)] for i in range(pooled.size)]
    result_colours = np.array([tint(colour) for colour in palette])
    result_colours = result_colours.reshape(*pooled.shape, 3)
    map_colours = np.ones((*values.shape, 3))
    apart = stride >= window
    before = add_grid(figure, margin, above, values.shape, cell)
    after = add_grid(
        figure,
        margin + columns * cell + gap,
        above + (rows - pooled.shape[0]) * cell / 2,
        pooled.shape,
        cell,
    )
    for i, (row, column) in enumerate(np.ndindex(pooled.shape)):
        top, left = row * stride, column * stride
        if apart:
            map_colours[top : top + window, left : left + window] = tint(palette[i])
        outline(
            before,
            top,
            left,
            window,
            window,
            colour=palette[i],
            dashes=DASHES[i % len(DASHES)] if not apart else "-",
            thickness=2,
            inset=0.04 if apart else 0.04 + 0.035 * (i % 4),
        )
        largest = np.unravel_index(np.argmax(views[top, left]), (window, window))
        before.add_patch(
            Circle(
                (left + largest[1], top + largest[0]),
                0.34,
                fill=False,
                edgecolor=INK,
                linewidth=1.4,
            )
        )
        for axes, x, y, ground in (
            (before, left, top, map_colours[top, left]),
            (after, column, row, result_colours[row, column]),
        ):
            axes.text(
                x - 0.32,
                y - 0.3,
                names[row, column],
                fontsize=7,
                fontweight="bold",
                ha="center",
                va="center",
                color=INK,
                zorder=5,
                bbox={"facecolor": ground, "edgecolor": "none", "pad": 0.4},
            )
    for axes, grid, colours, title in (
        (before, values, map_colours, "feature map"),
        (after, pooled, result_colours, "pooled map"),
    ):
        axes.imshow(colours)
        rule_cells(axes, grid.shape)
        write_numbers(axes, grid, colours, cell * 0.8)
        axes.set_title(title, fontsize=LABEL_SIZE)
    place_text(
        figure,
        margin + columns * cell + gap / 2 - 0.05,
        above + rows * cell / 2,
        "max →",
        fontsize=LABEL_SIZE,
    )
    place_text(
        figure,
        margin,
        above + rows * cell + below - 0.15,
        "A ring marks the largest number of its window.",
        ha="left",
        fontsize=SMALL_SIZE,
        color=QUIET,
    )
    return figure


def plot_flatten(maps: ArrayLike) -> Figure:
    """Draw where every cell of the maps goes in the flattened vector.

    The order is that of NumPy's `reshape(-1)` and Keras's `Flatten` on
    `(height, width, channels)`: row by row, in a row cell by cell, and in a cell
    channel by channel, so the channel changes fastest.

    Args:
        maps: Numbers, `(height, width, channels)`, at most 48 in all.

    Raises:
        ValueError: If the array has other axes, or too many numbers to draw.
    """
    values = numbers("maps", maps, dimensions=3)
    rows, columns, channels = values.shape
    if values.size > 48 or channels > len(CATEGORIES):
        raise ValueError(
            f"`maps` of shape {values.shape} has {values.size} numbers and "
            f"{channels} channels: at most 48 numbers and {len(CATEGORIES)} channels "
            "can be followed by eye. Crop it, for example `maps[:2, :3, :2]`."
        )
    cell, margin, gap = 0.52, 0.45, 0.45
    across = min(values.size, 14)
    lines = -(-values.size // across)
    above, between = 1.0, 0.85
    width = 2 * margin + max(
        channels * columns * cell + (channels - 1) * gap, across * cell, 6.4
    )
    height = above + rows * cell + between + lines * (cell + 0.25) + 0.25
    figure = new_figure(width, height, constrained=False)
    place_text(
        figure,
        margin,
        0.28,
        f"Flatten: shape {values.shape} becomes ({values.size},), "
        "the channel changing fastest",
        ha="left",
        fontsize=TITLE_SIZE,
    )
    places = np.arange(values.size).reshape(values.shape)
    palette = [tint(colour, 0.3) for colour in CATEGORIES]
    for channel in range(channels):
        axes = add_grid(
            figure,
            margin + channel * (columns * cell + gap),
            above,
            (rows, columns),
            cell,
        )
        colours = np.tile(palette[channel], (rows, columns, 1))
        axes.imshow(colours)
        rule_cells(axes, (rows, columns))
        write_numbers(axes, values[:, :, channel], colours, cell * 0.8)
        axes.set_title(f"channel {channel}", fontsize=LABEL_SIZE)
        for row, column in np.ndindex(rows, columns):
            axes.text(
                column + 0.46,
                row + 0.46,
                f"→{places[row, column, channel]}",
                ha="right",
                va="bottom",
                fontsize=6.5,
                color=INK,
            )
    top = above + rows * cell + between
    place_text(
        figure,
        margin,
        top - 0.4,
        "vector: index above each cell, channel (c) below the number",
        ha="left",
        fontsize=LABEL_SIZE,
    )
    vector = values.reshape(-1)
    for line in range(lines):
        part = vector[line * across : (line + 1) * across][None]
        axes = add_grid(figure, margin, top + line * (cell + 0.25), part.shape, cell)
        first = line * across
        colours = np.array(
            [[palette[(first + i) % channels] for i in range(part.size)]]
        )
        axes.imshow(colours)
        rule_cells(axes, part.shape)
        axes.set_yticks([])
        axes.xaxis.tick_top()
        axes.set_xticks(range(part.size), range(first, first + part.size))
        axes.tick_params(top=False)
        write_numbers(axes, part, colours, cell * 0.8)
        for i in range(part.size):
            axes.text(
                i,
                0.46,
                f"c{(first + i) % channels}",
                ha="center",
                va="bottom",
                fontsize=6.5,
                color=INK,
            )
    return figure
