"""What Formgrader's pages need beside nbconvert's own cleaning."""

from __future__ import annotations

from typing import Any

from jinja2 import pass_context

from autograder.safe_html import markdown


@pass_context
def clean_markdown(context: Any, source: str) -> str:
    """Return a text cell as HTML in which nothing runs.

    Formgrader's template shows text cells as learners wrote them, scripts and all,
    whatever `HTMLExporter.sanitize_html` says. In `nbgrader_config.py`:

        c.HTMLExporter.filters = {
            "markdown2html": "autograder.formgrader.clean_markdown"
        }

    Args:
        context: The template's, with the cell and its attachments.
        source: The text.
    """
    cell = context.get("cell") or {}
    return str(markdown(source, cell.get("attachments")))
