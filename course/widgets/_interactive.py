"""What every interactive figure shares: its script, its static stand-in, its arrays."""

import html
import re
from pathlib import Path
from typing import Any

import anywidget
import numpy as np
import traitlets
from IPython.display import display
from matplotlib.figure import Figure

from course.plots import image_bundle

STATIC = Path(__file__).parent.parent / "static"

_IMPORT = re.compile(r'^import \{[^}]*\} from "\./(\w+)\.js";\n', re.MULTILINE)


def load_script(name: str) -> str:
    """Read a script of `course/static` with the scripts it imports put before it.

    A widget's script reaches the browser as one text with no address of its own, so
    a relative import would find nothing. Joining the files keeps each of them a plain
    module and needs no bundler.
    """
    script = (STATIC / f"{name}.js").read_text(encoding="utf-8")
    parts = [
        re.sub(
            r"^export ",
            "",
            (STATIC / f"{imported}.js").read_text(encoding="utf-8"),
            flags=re.MULTILINE,
        )
        for imported in _IMPORT.findall(script)
    ]
    return "\n".join([*parts, _IMPORT.sub("", script)])


def load_style() -> str:
    """Read the style sheet that the figures share."""
    return (STATIC / "widgets.css").read_text(encoding="utf-8")


def packed(array: np.ndarray) -> dict[str, Any]:
    """Write an array as shape and 32-bit floats, for `tensorFrom` in `page.js`."""
    floats = np.ascontiguousarray(array, dtype="<f4")
    return {"shape": list(floats.shape), "data": floats.tobytes()}


class InteractiveFigure(anywidget.AnyWidget):
    """An interactive figure with a static picture in its place until it is live."""

    fallback_id = traitlets.Unicode().tag(sync=True)

    _css = load_style()
    _title = "Interactive figure"

    def __init__(self, **traits: Any) -> None:
        super().__init__(**traits)
        self.fallback_id = f"course-fallback-{self.model_id}"

    def __repr__(self) -> str:
        return f"{self._title}: an interactive figure, run this cell in JupyterLab."

    def static_figure(self) -> tuple[Figure, str]:
        """Draw the figure as it stands now, and say in words what it shows."""
        raise NotImplementedError

    def _ipython_display_(self) -> None:
        figure, alt = self.static_figure()
        display(self._fallback(image_bundle(figure, alt=alt)), raw=True)
        data, metadata = self._repr_mimebundle_()
        display(data, metadata=metadata, raw=True)

    def _fallback(self, bundle: dict[str, str]) -> dict[str, str]:
        # While the static picture shows, the output after it is empty or says that
        # it found no model (a notebook opened again), so it is kept out of sight.
        block = f"#{self.fallback_id}:not([hidden])"
        after = (
            f".jp-OutputArea-child:has({block}) + .jp-OutputArea-child{{display:none}}"
        )
        return bundle | {
            "text/html": (
                f'<div id="{self.fallback_id}">{bundle["text/html"]}'
                f"<p><small>{html.escape(self._title)}, as a still picture. Run this "
                "cell in JupyterLab to use it.</small></p>"
                f"<style>{after}</style></div>"
            )
        }
