"""Fill the templates of the HTML pages. A page needs no other file and no network."""

from __future__ import annotations

from functools import lru_cache
from typing import Any


def render(template: str, **values: Any) -> str:
    """Return a page.

    Args:
        template: Name of a file in `templates/`.
        **values: What it shows; text is escaped, `Markup` is not.
    """
    return _environment().get_template(template).render(**values)


@lru_cache(maxsize=1)
def _environment() -> Any:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("autograder", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["points"] = points
    return environment


def points(value: float) -> str:
    """Return a number of points with at most two decimals."""
    return f"{value:.2f}".rstrip("0").rstrip(".") or "0"
