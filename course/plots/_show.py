"""Put a figure into the notebook with its alternative text."""

import base64
import html
import io
import sys

from IPython.display import display
from matplotlib.figure import Figure
from PIL import Image

DPI = 192  # two device pixels for each CSS pixel
CSS_DPI = 96


def show(fig: Figure, *, alt: str) -> None:
    """Display a figure as an HTML image that screen readers can read out.

    JupyterLab and nbconvert drop the alternative text of plain image output, so the
    picture goes out as an `<img>` element. It keeps a white ground, so that it also
    reads on a dark theme. Front ends without HTML get the plain image (a PDF made by
    way of LaTeX) or the alternative text (a terminal).

    Args:
        fig: The figure; it is closed for pyplot, and can be shown again.
        alt: What the figure shows, in words: kind of plot, axes, the point.

    Raises:
        ValueError: If `alt` is empty.
    """
    display(image_bundle(fig, alt=alt), raw=True)
    if pyplot := sys.modules.get("matplotlib.pyplot"):
        pyplot.close(fig)


def image_bundle(fig: Figure, *, alt: str) -> dict[str, str]:
    """Give the picture as HTML, PNG and words, by MIME type.

    Raises:
        ValueError: If `alt` is empty, or `fig` is not a figure.
    """
    if not isinstance(fig, Figure):
        raise ValueError(
            f"`fig` must be a matplotlib Figure: received {type(fig).__name__}. "
            "Pass what a function of `course.plots` returned."
        )
    if not isinstance(alt, str) or not alt.strip():
        raise ValueError(
            f"`alt` must say in words what the figure shows: received {alt!r}. "
            "Name the kind of plot, its axes and the point it makes."
        )
    alt = " ".join(alt.split())
    picture = base64.b64encode(_png(fig)).decode()
    width = round(fig.get_figwidth() * CSS_DPI)
    image = (
        f'<img alt="{html.escape(alt)}" width="{width}" '
        'style="max-width:100%;height:auto;background:#fff;border-radius:4px" '
        f'src="data:image/png;base64,{picture}">'
    )
    return {"text/html": image, "image/png": picture, "text/plain": alt}


def _png(fig: Figure) -> bytes:
    drawn = io.BytesIO()
    fig.savefig(drawn, format="png", dpi=DPI, facecolor="white")
    # 256 colours chosen for this picture: a third of the bytes, no visible loss.
    small = io.BytesIO()
    picture = Image.open(drawn).convert("RGB")
    picture.quantize(256, dither=Image.Dither.NONE).save(small, "PNG", optimize=True)
    return small.getvalue()
