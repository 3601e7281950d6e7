"""What every figure of the course shares: sizes, colours, numbers, checks."""

from typing import Any

import matplotlib
import numpy as np
from matplotlib.axes import Axes
from matplotlib.colors import (
    CenteredNorm,
    Colormap,
    LinearSegmentedColormap,
    Normalize,
    to_rgb,
)
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

BLACK, ORANGE, SKY, GREEN, YELLOW, BLUE, VERMILION, PURPLE = matplotlib.color_sequences[
    "okabe_ito"
]
CATEGORIES = (BLUE, VERMILION, GREEN, PURPLE, ORANGE, SKY, YELLOW, BLACK)
DASHES = ("-", "--", "-.", ":")

GREY = matplotlib.colormaps["gray"]
MAGNITUDE = matplotlib.colormaps["viridis"]
SIGNED = matplotlib.colormaps["RdBu_r"]

TIMES = "\N{MULTIPLICATION SIGN}"

INK = "#1a1a1a"
QUIET = "#5c5c5c"
LINE = "#b8b8b8"

TITLE_SIZE, LABEL_SIZE, SMALL_SIZE = 12, 10, 9
WIDEST = 8.4  # inches; 806 CSS pixels, what a notebook's output area holds


def new_figure(width: float, height: float, *, constrained: bool = True) -> Figure:
    """Make a white figure that pyplot knows nothing of, sizes in inches."""
    figure = Figure(figsize=(width, height), facecolor="white")
    if constrained:
        figure.set_layout_engine("constrained", w_pad=0.08, h_pad=0.08)
    return figure


def number(value: float) -> str:
    """Write a number as briefly as two decimals allow, with a true minus sign."""
    text = (
        f"{value:.2f}".rstrip("0").rstrip(".") if abs(value) < 1e5 else f"{value:.2g}"
    )
    return "0" if text in {"-0", ""} else text.replace("-", "\N{MINUS SIGN}")


def by(*sizes: int) -> str:
    """Write sizes as in 3 by 3, with the multiplication sign between them."""
    return TIMES.join(map(str, sizes))


def contrast_ratio(first: Any, second: Any) -> float:
    """Measure the contrast of two colours, from 1 (none) to 21.

    Source:
        Web Content Accessibility Guidelines 2.2, definition of contrast ratio.
    """

    def luminance(colour: Any) -> float:
        channels = np.asarray(to_rgb(colour))
        linear = np.where(
            channels <= 0.04045, channels / 12.92, ((channels + 0.055) / 1.055) ** 2.4
        )
        return float(linear @ (0.2126, 0.7152, 0.0722))

    lighter, darker = sorted((luminance(first), luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def ink_on(background: Any) -> str:
    """Pick black or white, whichever reads better on `background`."""
    return max("black", "white", key=lambda ink: contrast_ratio(ink, background))


def tint(colour: Any, strength: float = 0.25) -> tuple[float, float, float]:
    """Mix `colour` into white; `strength` 1 is the colour itself."""
    return tuple(1 - strength * (1 - np.asarray(to_rgb(colour))))


def colours_for(values: np.ndarray, signed: bool | None = None) -> tuple[Colormap, Any]:
    """Choose colour map and norm: diverging about zero if signed, else viridis.

    Args:
        values: Every number that is to share the scale.
        signed: None asks whether there are numbers below zero.
    """
    finite = values[np.isfinite(values)]
    if signed is None:
        signed = bool(finite.size) and finite.min() < 0
    if signed:
        reach = float(np.abs(finite).max()) if finite.size else 0
        return SIGNED, CenteredNorm(0, halfrange=reach or 1)
    low, high = (
        (min(0.0, finite.min()), float(finite.max())) if finite.size else (0.0, 0.0)
    )
    return MAGNITUDE, Normalize(low, high if high > low else low + 1)


def grey_for(values: np.ndarray) -> tuple[Colormap, Any]:
    """Choose the grey scale of a picture from its brightest pixel.

    Up to 1 it is 0 to 1. Up to 16 it is a small example made by hand, and the
    brightest pixel is white. Above, it is 0 to 255.
    """
    low, high = float(values.min()), float(values.max())
    if low < 0:
        return GREY, Normalize(low, high if high > low else low + 1)
    if high <= 1:
        return GREY, Normalize(0, 1)
    return GREY, Normalize(0, high if high <= 16 else max(255.0, high))


def soft(colormap: Colormap, strength: float = 0.8) -> Colormap:
    """Lighten a colour map, for cells that also carry lines and small type."""
    shades = 1 - strength * (1 - colormap(np.linspace(0, 1, 64))[:, :3])
    return LinearSegmentedColormap.from_list(f"soft {colormap.name}", shades)


def label_pixels(axes: Axes, *, rows: bool = True, columns: bool = True) -> None:
    """Name the two axes of a picture, whose unit is the pixel."""
    if columns:
        axes.set_xlabel("column (pixels)", fontsize=SMALL_SIZE, color=INK)
    if rows:
        axes.set_ylabel("row (pixels)", fontsize=SMALL_SIZE, color=INK)
    axes.tick_params(labelsize=SMALL_SIZE - 1, length=2, color=LINE)
    for axis in (axes.xaxis, axes.yaxis):
        axis.set_major_locator(MaxNLocator(5, integer=True, min_n_ticks=1))


def hide_ticks(axes: Axes) -> None:
    """Leave a thin frame and nothing else around a picture."""
    axes.set_xticks([])
    axes.set_yticks([])
    for spine in axes.spines.values():
        spine.set_color(LINE)
