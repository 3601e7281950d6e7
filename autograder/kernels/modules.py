"""Which of the modules that are slow to import a course's notebooks need."""

from __future__ import annotations

import ast
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

_TENSORFLOW = (
    "tensorflow",
    "keras",
    # Keras's training imports these when it first runs.
    *(
        f"tensorflow.python.data.ops.{name}_op"
        for name in ("concatenate", "flat_map", "from_tensors", "range", "zip")
    ),
)
#: Modules worth importing once, and what else they bring along at first use.
_HEAVY = {
    "tensorflow": _TENSORFLOW,
    "keras": _TENSORFLOW,
    "matplotlib": ("matplotlib.pyplot", "matplotlib_inline.backend_inline"),
    "pandas": ("pandas",),
    "scipy": ("scipy",),
    "sklearn": ("sklearn",),
    "PIL": ("PIL.Image",),
    "course": ("course",),
    "ipywidgets": ("ipywidgets",),
    "jupyterquiz": ("jupyterquiz",),
}


def modules_of(notebooks: Iterable[Path]) -> tuple[str, ...]:
    """Find which of the modules that are slow to import some notebooks import.

    Args:
        notebooks: Paths of the instructor's notebooks.
    """
    return modules_in(
        json.loads(path.read_text(encoding="utf-8")) for path in notebooks
    )


def modules_in(notebooks: Iterable[Mapping[str, Any]]) -> tuple[str, ...]:
    """Find which of the modules that are slow to import some notebooks import.

    Args:
        notebooks: The instructor's notebooks; a cell that is not Python is passed over.
    """
    imported: set[str] = set()
    for notebook in notebooks:
        for cell in notebook.get("cells", ()):
            if cell.get("cell_type") == "code":
                imported |= _imported("".join(cell.get("source", ())))
    found: dict[str, None] = {}
    for name, modules in _HEAVY.items():
        if name in imported:
            found.update(dict.fromkeys(modules))
    return tuple(found)


def _imported(source: str) -> set[str]:
    lines = (
        "" if line.lstrip().startswith(("%", "!")) else line
        for line in source.splitlines()
    )
    try:
        tree = ast.parse("\n".join(lines))
    except SyntaxError:
        return set()
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names.add(node.module.partition(".")[0])
    return names
