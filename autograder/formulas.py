"""Formulas as small drawings, without a script and without the network."""

from __future__ import annotations

import html
import re
import warnings
from functools import lru_cache

_FONT_SIZE = 100  # of the drawing's own units for one em
_MOST_LETTERS = 500  # of a formula that is drawn

#: LaTeX that Matplotlib's mathtext writes otherwise.
_REPLACEMENTS = (
    (r"\\(?:text|textrm|operatorname)\s*\{", r"\\mathrm{"),
    (r"\\(?:d|t)frac", r"\\frac"),
    (r"\\(?:big|Big|bigg|Bigg)[lr]?\b", ""),
    (r"\\lVert|\\rVert", r"\\|"),
    (r"\\lvert|\\rvert", "|"),
    (r"\\le(?![a-zA-Z])", r"\\leq"),
    (r"\\ge(?![a-zA-Z])", r"\\geq"),
    (r"\\ne(?![a-zA-Z])", r"\\neq"),
    (r"\\(?:displaystyle|limits|nolimits)\b", ""),
    (r"\\tag\{[^}]*\}", ""),
    (r"\s+", " "),
)


@lru_cache(maxsize=4096)
def formula_svg(latex: str) -> str:
    """Return a formula as SVG text that takes the colour of the text around it.

    Args:
        latex: The formula without its dollar signs.

    Returns:
        The drawing with the LaTeX as its text alternative, or, for what Matplotlib
        cannot draw or is long, the LaTeX itself as code.
    """
    label = html.escape(" ".join(latex.split()), quote=True)
    if len(latex) > _MOST_LETTERS:
        return f"<code>{label}</code>"
    try:
        return _draw(latex, label)
    except Exception:  # mathtext raises many kinds for what it does not know
        return f"<code>{label}</code>"


def _draw(latex: str, label: str) -> str:
    from matplotlib.font_manager import FontProperties
    from matplotlib.textpath import TextPath

    text = latex.strip()
    for pattern, replacement in _REPLACEMENTS:
        text = re.sub(pattern, replacement, text)
    with warnings.catch_warnings():
        warnings.simplefilter("error")  # a missing glyph would be an empty box
        font = FontProperties(family="DejaVu Sans", math_fontfamily="dejavuserif")
        path = TextPath((0, 0), f"${text}$", size=_FONT_SIZE, prop=font)
    box = path.get_extents()
    if not box.width:
        raise ValueError("an empty formula")
    left, bottom = box.x0 - 2, box.y0 - 2
    width, height = box.width + 4, box.height + 4
    return (
        f'<svg class="formula" role="img" aria-label="{label}" '
        f'viewBox="{left:.0f} {-(bottom + height):.0f} {width:.0f} {height:.0f}" '
        f'style="width:{width / _FONT_SIZE:.2f}em;height:{height / _FONT_SIZE:.2f}em;'
        f'vertical-align:{bottom / _FONT_SIZE:.2f}em">'
        f'<path fill="currentColor" d="{_outline(path)}"/></svg>'
    )


def _outline(path) -> str:
    letters = {1: "M", 2: "L", 3: "Q", 4: "C"}
    parts = []
    for points, code in path.iter_segments(curves=True, simplify=False):
        if code in letters:
            numbers = " ".join(
                f"{value:.0f} {-points[i + 1]:.0f}"
                for i, value in enumerate(points)
                if i % 2 == 0
            )
            parts.append(f"{letters[code]}{numbers}")
        else:
            parts.append("Z")
    return "".join(parts)
