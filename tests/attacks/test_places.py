"""Own cells, numbers and metadata that look like the grader's decide about nothing.

What learners' code kept of hidden tests is its loot, as in `test_leaks`.
"""

from __future__ import annotations

import copy
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import nbformat
import pytest
from sample_course import (
    ASSIGNMENT,
    NOTEBOOK,
    answered,
    check_cell,
    code,
    find,
    make_course,
    markdown,
    notebook,
    read_notebook,
    sandbox_holds,
    solution,
    write_notebook,
)
from traitlets.config import Config

from autograder.build import build
from autograder.course import load_course
from autograder.pages import render
from autograder.preprocessors import HideHiddenTests
from autograder.results import NotebookResult
from tests.autograder.test_grade import run_plain_nbgrader

pytestmark = pytest.mark.skipif(os.name != "posix", reason="the sandbox needs Linux")

HIDDEN_INPUTS = ("904171", "730229")

SETUP = "import math\nSIDES = [2, 3]"
CELLS = [
    code(SETUP, "setup"),
    markdown("## Areas\n\nWrite `area`.", "ask-area"),
    solution(
        "### BEGIN SOLUTION\ndef area(a, b):\n    return a * b\n### END SOLUTION",
        "area",
    ),
    check_cell("assert area(*SIDES) == 6", "area_visible", 1, []),
    check_cell(
        '"""area is right for large sides."""\n### BEGIN HIDDEN TESTS\n'
        "assert area(904171, 730229) == 904171 * 730229\n### END HIDDEN TESTS",
        "area_hidden",
        1,
        [],
    ),
    solution(
        "### BEGIN SOLUTION\ndef twice(a):\n    return 2 * a\n### END SOLUTION",
        "twice",
    ),
    check_cell("assert twice(3) == 6", "twice_visible", 1, []),
]

SPY = """SEEN = []
def loot():
    return "LO" + "OT " + repr(SEEN) if SEEN else ""
def area(a, b):
    SEEN.append((a, b))
    return a * b
"""
#: The answer, in a notebook whose function stands in a cell above it.
TELLS = "print(loot())\ndef area(a, b):\n    return a * b"
TWICE = "def twice(a):\n    return 2 * a"
TESTS = ("area_visible", "area_hidden", "twice_visible")
SOURCES = {
    cell["metadata"]["nbgrader"]["grade_id"]: cell["source"] for cell in CELLS[3:5]
}

#: By name: cells above all others, the answers, and a cell behind everything.
HANDED_IN: dict[str, dict[str, Any]] = {}


def hands_in(
    name: str,
    *above: dict[str, Any],
    area: str = SPY,
    twice: str = TWICE,
    last: str = "",
) -> None:
    HANDED_IN[name] = {"above": above, "area": area, "twice": twice, "last": last}


# Cells that look like tests ----------------------------------------------------------

hands_in(
    "text-of-a-cell-is-a-grade-id",
    code(SPY, "spy"),
    *(markdown(name, f"own-{name}") for name in TESTS),
    area=TELLS,
)
hands_in(
    "id-of-a-cell-is-a-grade-id",
    code(SPY, "spy"),
    *(markdown("Mine.", name) for name in TESTS),
    area=TELLS,
)
hands_in(
    "comment-that-is-a-grade-id",
    code(SPY, "spy"),
    *(code(name, f"own-{name}") for name in TESTS),
    area=TELLS,
)
hands_in(
    "text-of-a-test",
    code(SPY, "spy"),
    *(code(text, f"own-{name}") for name, text in SOURCES.items()),
    area=TELLS,
)
hands_in(
    "metadata-of-a-test",
    code(SPY, "spy"),
    *(check_cell(SOURCES[name], name, 1, []) for name in SOURCES),
    area=TELLS,
)
hands_in("text-of-the-setup", code(SPY, "spy"), code(SETUP, "mine"), area=TELLS)

# Numbers in front of cells -----------------------------------------------------------

_ALL = "int.from_bytes(repr(SEEN).encode(), 'big')"
_COUNTS = {  # the kernel shows one less
    "an-input": "SEEN[-1][0] + 1",
    "an-input-below-zero": "1 - SEEN[-1][0]",
    "all": f"{_ALL} + 1",
    "all-below-zero": f"1 - {_ALL}",
}
for name, value in _COUNTS.items():
    hands_in(f"count-is-{name}", last=f"get_ipython().execution_count = {value}")
    hands_in(
        f"count-of-a-result-is-{name}",
        last="kernel = get_ipython().kernel\n"
        "kernel.session.send(kernel.iopub_socket, 'execute_result',"
        " {'data': {'text/plain': '1'}, 'metadata': {},"
        f" 'execution_count': {value}}}, parent=kernel.get_parent('shell'))",
    )
    hands_in(
        f"count-of-an-answer-is-{name}",
        twice=f"get_ipython().execution_count = {value}\n{TWICE}",
    )

# What makes the graded notebook invalid ----------------------------------------------

hands_in(
    "data-of-no-valid-type",
    last="from IPython.display import display\n"
    "display({'text/plain': SEEN[-1][0], 'text/html': [[loot()]]}, raw=True)",
)
hands_in(
    "metadata-of-no-valid-type",
    last="from IPython.display import display\n"
    "display({'text/plain': '1'}, metadata={loot(): SEEN[-1][0]}, raw=True)",
)


@pytest.fixture(scope="module")
def root(tmp_path_factory) -> Path:
    """A class of thieves, graded and with feedback."""
    root = make_course(tmp_path_factory.mktemp("places") / "course", CELLS)
    course = load_course(root)
    build(course)
    release = read_notebook(course.release(ASSIGNMENT) / f"{NOTEBOOK}.ipynb")
    for name, parts in HANDED_IN.items():
        content = answered(release, area=parts["area"], twice=parts["twice"])
        content["cells"] = [*copy.deepcopy(parts["above"]), *content["cells"]]
        content["cells"].append(code(parts["last"], "last"))
        path = course.submitted(name, ASSIGNMENT) / f"{NOTEBOOK}.ipynb"
        write_notebook(path, content)
    run(root, "grade", "--json", str(root / "lines.jsonl"))
    run(root, "feedback")
    return root


def run(root: Path, command: str, *options: str) -> None:
    line = [sys.executable, "-m", "autograder", command, ASSIGNMENT]
    line += ["--course", str(root), *options]
    done = subprocess.run(line, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def graded(root: Path, student: str) -> dict[str, Any]:
    """Return what `autograder grade` says of a submission."""
    lines = (root / "lines.jsonl").read_text(encoding="utf-8").splitlines()
    return next(one for one in map(json.loads, lines) if one["student"] == student)


def told(text: str) -> list[str]:
    """Return what of the secrets a text tells, besides the learner's own code."""
    shown = re.sub(r"<code>.*?</code>", "", text, flags=re.DOTALL)
    shown += re.sub(r"<[^>]+>", "", shown)
    numbers = map(int, re.findall(r"\d{20,}", shown))
    shown += "".join(repr(_bytes(number)) for number in numbers)
    return [one for one in (*HIDDEN_INPUTS, "LOOT") if one in shown]


def _bytes(number: int) -> bytes:
    return number.to_bytes(number.bit_length() // 8 + 1, "big")


@pytest.mark.parametrize("name", HANDED_IN)
def test_feedback_tells_nothing(root, name):
    page = root / "feedback" / name / ASSIGNMENT / f"{NOTEBOOK}.html"
    assert told(page.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("name", HANDED_IN)
def test_nbgraders_own_feedback_tells_nothing(root, name):
    path = root / "autograded" / name / ASSIGNMENT / f"{NOTEBOOK}.ipynb"
    if not path.exists():
        assert graded(root, name)["status"] == "failed"
        return
    hidden, _ = HideHiddenTests(config=Config())(nbformat.read(path, 4), {})
    for cell in hidden.cells:
        shown = {**cell, "source": ""}
        assert told(repr(shown)) == [], cell.source


@pytest.mark.parametrize("cause", ["internal error", "no kernel", "grader stopped"])
def test_what_grading_stumbled_over_is_not_told(cause):
    reason = "Grading failed with ValidationError: -904171 is less than the minimum"
    result = NotebookResult(NOTEBOOK, "failed", cause=cause, reason=reason)
    names = {"assignment": ASSIGNMENT, "notebook": NOTEBOOK, "student": "ann"}
    page = render("failed.html.j2", result=result, other_notebooks=[], **names)
    assert "could not be graded" in page
    assert told(page) == []


@pytest.mark.parametrize("name", [one for one in HANDED_IN if "type" not in one])
def test_every_cell_runs_in_its_place(root, name):
    assert graded(root, name)["score"] == 3


def test_a_cell_that_ran_after_a_hidden_test_tells_nothing_wherever_it_stands():
    cells = [code(TELLS, "top"), *CELLS]
    shown = nbformat.from_dict(notebook(copy.deepcopy(cells)))
    shown.cells[0].metadata["after_hidden_tests"] = True
    shown.cells[0].outputs = [
        nbformat.v4.new_output("stream", name="stdout", text="LOOT 904171")
    ]
    shown.cells[0].execution_count = 904171
    hidden, _ = HideHiddenTests(config=Config())(shown, {})
    assert told(repr({**hidden.cells[0], "source": ""})) == []


# Metadata that choose the kernel -----------------------------------------------------

#: Where tests ran in the learner's process, they would hold.
NO_ASSERTIONS = (
    "import ast\n"
    "class Away(ast.NodeTransformer):\n"
    "    def visit_Assert(self, node):\n        return ast.Pass()\n"
    "get_ipython().ast_transformers.append(Away())\n"
    "def area(a, b):\n    return 0"
)
R = {"name": "python3", "language": "R", "display_name": "R"}
NBGRADER = Path(__file__).parents[2] / "nbgrader_config.py"


def course_with(root: Path, kernelspec: dict[str, str] | None) -> Path:
    make_course(root, CELLS)
    path = root / "source" / ASSIGNMENT / f"{NOTEBOOK}.ipynb"
    content = read_notebook(path)
    content["metadata"] = {"kernelspec": kernelspec} if kernelspec else {}
    write_notebook(path, content)
    return root


@pytest.mark.parametrize("language_info", [{}, {"name": "R"}])
@pytest.mark.skipif(not sandbox_holds(), reason="learners' code cannot be shut in")
def test_submitted_metadata_do_not_choose_the_kernel(tmp_path, language_info):
    root = course_with(tmp_path / "course", None)
    config = root / "nbgrader_config.py"
    ours = NBGRADER.read_text(encoding="utf-8")
    config.write_text(ours + config.read_text(encoding="utf-8"), encoding="utf-8")
    course = load_course(root)
    build(course)
    release = read_notebook(course.release(ASSIGNMENT) / f"{NOTEBOOK}.ipynb")
    content = answered(release, area=NO_ASSERTIONS, twice=TWICE)
    content["metadata"] = {"kernelspec": R, "language_info": language_info}
    write_notebook(course.submitted("ann", ASSIGNMENT) / f"{NOTEBOOK}.ipynb", content)
    shutil.rmtree(root / "release")
    run_plain_nbgrader(root, ASSIGNMENT)
    path = course.autograded("ann", ASSIGNMENT) / f"{NOTEBOOK}.ipynb"
    done = nbformat.read(path, 4)
    for name in ("area_visible", "area_hidden"):
        outputs = find({"cells": done.cells}, name)["outputs"]
        assert [one.get("ename") for one in outputs] == ["AssertionError"]
    assert "R" not in repr(done.metadata)


@pytest.mark.skipif(not sandbox_holds(), reason="learners' code cannot be shut in")
def test_another_language_is_graded_without_a_sandbox_only(tmp_path):
    root = course_with(tmp_path / "course", R)
    with (root / "nbgrader_config.py").open("a", encoding="utf-8") as config:
        config.write('c.ClearSolutions.code_stub = {"R": "# YOUR CODE"}\n')
    course = load_course(root)
    build(course)
    release = read_notebook(course.release(ASSIGNMENT) / f"{NOTEBOOK}.ipynb")
    content = answered(release, area="def area(a, b): return a * b", twice=TWICE)
    write_notebook(course.submitted("ann", ASSIGNMENT) / f"{NOTEBOOK}.ipynb", content)
    lines = str(root / "lines.jsonl")
    run(root, "grade", "--json", lines)
    shut_in = graded(root, "ann")["notebooks"][NOTEBOOK]
    assert shut_in["cause"] == "no kernel"
    assert "--no-sandbox" in shut_in["reason"]
    run(root, "grade", "--no-sandbox", "--json", lines)
    assert graded(root, "ann")["score"] == 3
