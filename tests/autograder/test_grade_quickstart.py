"""The course that `nbgrader quickstart` makes gets the marks that nbgrader gives."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from autograder.build import build
from autograder.course import load_course
from autograder.gradebook import sqlite_url
from tests.autograder.test_grade import run_plain_nbgrader

_QUICKSTART = """
import sys
from autograder._startup import skip_slow_import
skip_slow_import()
from nbgrader.apps import QuickStartApp
QuickStartApp.launch_instance(["qs"])
"""
_SOLUTION = re.compile(r"^[ \t]*### (BEGIN|END) SOLUTION[ \t]*\n?", re.MULTILINE)


def cells(path: Path) -> dict[str, dict[str, Any]]:
    """Return the cells that nbgrader manages, by grade id."""
    content = json.loads(path.read_text(encoding="utf-8"))
    return {
        cell["metadata"]["nbgrader"]["grade_id"]: cell
        for cell in content["cells"]
        if "grade_id" in cell["metadata"].get("nbgrader", {})
    }


def answer(release: Path, source: Path, target: Path, wanted: set[str]) -> None:
    """Write the released notebook with the source's solutions in some cells."""
    solutions = cells(source)
    content = json.loads(release.read_text(encoding="utf-8"))
    for cell in content["cells"]:
        settings = cell["metadata"].get("nbgrader", {})
        name = settings.get("grade_id", "")
        if settings.get("solution") and name in wanted:
            text = "".join(solutions[name]["source"])
            cell["source"] = _SOLUTION.sub("", text)
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(json.dumps(content), encoding="utf-8")


def change(path: Path, before: str, after: str) -> None:
    """Make a slip in an answer, which must be there to be made."""
    content = json.loads(path.read_text(encoding="utf-8"))
    found = 0
    for cell in content["cells"]:
        text = "".join(cell["source"])
        if cell["metadata"].get("nbgrader", {}).get("solution") and before in text:
            cell["source"] = text.replace(before, after)
            found += 1
    assert found, path
    path.write_text(json.dumps(content), encoding="utf-8")


@pytest.fixture(scope="module")
def marks(tmp_path_factory) -> dict[str, dict[tuple[str, str], float | None]]:
    """Marks of the same class by `autograder grade` and by plain nbgrader."""
    folder = tmp_path_factory.mktemp("quickstart")
    subprocess.run(
        [sys.executable, "-c", _QUICKSTART],
        cwd=folder,
        check=True,
        capture_output=True,
    )
    ours = folder / "qs"
    (ours / "gradebook.db").unlink(missing_ok=True)
    build(load_course(ours))
    notebooks = sorted(path.name for path in (ours / "source" / "ps1").glob("*.ipynb"))
    assert notebooks
    for name in notebooks:
        release, source = (ours / step / "ps1" / name for step in ("release", "source"))
        solutions = {
            one
            for one, cell in cells(source).items()
            if cell["metadata"]["nbgrader"]["solution"]
        }
        classes = {
            "solved": solutions,
            "untouched": set(),
            "first-answer": set(sorted(solutions)[:1]),
            "all-but-first": set(sorted(solutions)[1:]),
            "slips": solutions,
        }
        for student, wanted in classes.items():
            target = ours / "submitted" / student / "ps1" / name
            answer(release, source, target, wanted)
    change(ours / "submitted" / "slips" / "ps1" / "problem1.ipynb", "** 2", "** 3")
    theirs = folder / "theirs"
    shutil.copytree(ours, theirs)
    for left in ("gradebook.db", "release", ".autograder"):
        path = theirs / left
        shutil.rmtree(path, ignore_errors=True) if path.is_dir() else path.unlink(True)
    run_plain_nbgrader(theirs, "ps1")
    command = [sys.executable, "-m", "autograder", "grade", "ps1"]
    subprocess.run(
        [*command, "--course", str(ours)], check=True, capture_output=True, text=True
    )
    return {"ours": scores(ours), "theirs": scores(theirs)}


def scores(root: Path) -> dict[tuple[str, str], float | None]:
    from nbgrader.api import Gradebook

    with Gradebook(sqlite_url(root / "gradebook.db")) as gradebook:
        return {
            (entry.student.id, f"{item.name}: {grade.name}"): grade.auto_score
            for entry in gradebook.assignment_submissions("ps1")
            for item in entry.notebooks
            for grade in item.grades
        }


def test_every_cell_has_the_same_mark(marks):
    assert len(marks["theirs"]) == 5 * len({name for _, name in marks["theirs"]})
    assert marks["ours"] == marks["theirs"]


def test_the_class_is_no_trivial_one(marks):
    def total(student: str) -> float:
        return sum(
            mark or 0 for (one, _), mark in marks["ours"].items() if one == student
        )

    assert total("untouched") == 0
    assert 0 < total("slips") < total("solved")
    assert 0 < total("all-but-first") < total("solved")
