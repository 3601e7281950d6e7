"""A small nbgrader course in a folder, made by code."""

from __future__ import annotations

import copy
import json
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from autograder.kernels.probe import holds, probe

ASSIGNMENT = "shapes"
NOTEBOOK = "areas"

HIDDEN = '''"""area works for every rectangle."""
### BEGIN HIDDEN TESTS
for width, height in [(17, 23), (0.5, 8)]:
    got = area(width, height)
    assert got == width * height, (
        "The area is not width times height.\\n\\n"
        f"Got {got}, wanted {width * height}."
    )
### END HIDDEN TESTS'''

VISIBLE = '''"""area gives 4 for a square of side 2."""
got = area(2, 2)
assert got == 4, f"The square's area is wrong.\\n\\nGot {got}, wanted 4."'''

PARTIAL = '''"""mean is right on each of three lists."""
credit = 0
for values, wanted in [([1], 1), ([1, 3], 2), ([2, 2, 5], 3)]:
    try:
        credit += mean(values) == wanted
    except Exception:
        pass
credit'''

AREA = """def area(width, height):
    \"\"\"Return the area of a rectangle.\"\"\"
    ### BEGIN SOLUTION
    product_of_sides = width * height
    return product_of_sides
    ### END SOLUTION"""

MEAN = """def mean(values):
    ### BEGIN SOLUTION
    total_of_values = sum(values)
    return total_of_values / len(values)
    ### END SOLUTION"""

STUB = '# YOUR CODE HERE\nraise NotImplementedError("Write your answer here.")'


@cache
def sandbox_holds() -> bool:
    """Tell whether learners' code can be shut in on this machine."""
    return holds(probe())


CONFIG = f"""c = get_config()
c.CourseDirectory.course_id = "sample"
c.ClearSolutions.code_stub = {{"python": {STUB!r}}}
c.Execute.timeout = 4
"""


def markdown(source: str, cell_id: str, **metadata: Any) -> dict[str, Any]:
    return {
        "cell_type": "markdown",
        "id": cell_id,
        "metadata": metadata,
        "source": source,
    }


def code(source: str, cell_id: str, **metadata: Any) -> dict[str, Any]:
    return {
        "cell_type": "code",
        "id": cell_id,
        "metadata": metadata,
        "source": source,
        "execution_count": None,
        "outputs": [],
    }


def nbgrader(grade_id: str, **settings: Any) -> dict[str, Any]:
    """Return the metadata of a cell that nbgrader manages."""
    return {
        "grade": False,
        "solution": False,
        "locked": False,
        "task": False,
        "schema_version": 3,
        "grade_id": grade_id,
        **settings,
    }


def solution(source: str, grade_id: str) -> dict[str, Any]:
    return code(
        source, f"id-{grade_id}"[:64], nbgrader=nbgrader(grade_id, solution=True)
    )


def check_cell(
    source: str, grade_id: str, points: float, tags: list[str]
) -> dict[str, Any]:
    settings = nbgrader(grade_id, grade=True, locked=True, points=points)
    return code(source, f"id-{grade_id}"[:64], nbgrader=settings, tags=tags)


def source_cells() -> list[dict[str, Any]]:
    """Return the cells of the sample notebook: 3 + 3 automatic and 4 manual points."""
    return [
        markdown("# Areas\n\nThe area is $A = w \\cdot h$.", "title"),
        code("import math", "setup"),
        markdown("## Rectangles\n\nWrite `area`.", "ask-area"),
        solution(AREA, "area"),
        code("area(1, 1)", "play"),
        check_cell(VISIBLE, "area_square", 1, ["exercise:area", "AIT.U3.E5.PC1"]),
        check_cell(HIDDEN, "area_any", 2, ["exercise:area", "AIT.U3.E5.PC1"]),
        markdown("## Means\n\nWrite `mean`.", "ask-mean"),
        solution(MEAN, "mean"),
        check_cell(PARTIAL, "mean_lists", 3, ["exercise:mean", "AIT.U3.E5.PC2"]),
        markdown("## In words\n\nWhy does it work?", "ask-why"),
        markdown(
            "Because.",
            "id-why",
            nbgrader=nbgrader("why", grade=True, solution=True, points=4),
        ),
    ]


def notebook(cells: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "cells": cells,
        "metadata": {
            "kernelspec": {
                "display_name": "Python 3 (ipykernel)",
                "language": "python",
                "name": "python3",
            },
            "language_info": {"name": "python", "version": "3.11.7"},
        },
        "nbformat": 4,
        "nbformat_minor": 5,
    }


def write_notebook(path: Path, content: dict[str, Any]) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(content, indent=1), encoding="utf-8")
    return path


def read_notebook(path: Path) -> dict[str, Any]:
    return json.loads(path.read_text(encoding="utf-8"))


def make_course(root: Path, cells: list[dict[str, Any]] | None = None) -> Path:
    """Write the sample course; return its folder."""
    content = notebook(source_cells() if cells is None else cells)
    write_notebook(root / "source" / ASSIGNMENT / f"{NOTEBOOK}.ipynb", content)
    (root / "source" / ASSIGNMENT / "data.csv").write_text("1,2\n", encoding="utf-8")
    config = CONFIG
    if not sandbox_holds():  # tests of the sandbox itself say so and are skipped
        config += "c.ExamineNotebook.sandbox = False\n"
    (root / "nbgrader_config.py").write_text(config, encoding="utf-8")
    return root


@dataclass
class Run:
    """A finished `autograder grade` over a class; results by student."""

    root: Path
    results: dict[str, dict[str, Any]]
    returncode: int
    output: str


def grade_by_command(root: Path, *more: str, under: Sequence[str] = ()) -> Run:
    """Grade the assignment by the command line, under another command if need be."""
    lines = root / "results.jsonl"
    command = [*under, sys.executable, "-m", "autograder", "grade", ASSIGNMENT]
    command += ["--course", str(root), "--json", str(lines), *more]
    done = subprocess.run(
        command, capture_output=True, text=True, errors="replace", check=False
    )
    found = lines.read_text(encoding="utf-8").splitlines() if lines.exists() else []
    results = {result["student"]: result for result in map(json.loads, found)}
    return Run(root, results, done.returncode, done.stdout + done.stderr)


def find(content: dict[str, Any], grade_id: str) -> dict[str, Any]:
    """Return the cell with this grade id."""
    for cell in content["cells"]:
        if cell["metadata"].get("nbgrader", {}).get("grade_id") == grade_id:
            return cell
    raise LookupError(grade_id)


def answered(release: dict[str, Any], **answers: str) -> dict[str, Any]:
    """Return a copy of a released notebook with answers in its solution cells."""
    content = copy.deepcopy(release)
    for grade_id, text in answers.items():
        find(content, grade_id)["source"] = text
    return content


RIGHT = {
    "area": "def area(width, height):\n    return width * height",
    "mean": "def mean(values):\n    return sum(values) / len(values)",
    "why": "Because a rectangle is rows of squares.",
}
