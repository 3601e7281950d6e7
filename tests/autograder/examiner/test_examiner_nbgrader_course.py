"""The course of nbgrader's own documentation gets the marks that nbgrader gave."""

from importlib.resources import files
from pathlib import Path

import nbformat
import pytest
from nbgrader.utils import determine_grade

from autograder.examiner import find_hidden_dependencies

GUIDE = Path(str(files("nbgrader"))) / "docs" / "source" / "user_guide"
NOTEBOOKS = ["problem1", "problem2"]
STUDENTS = ["bitdiddle", "hacker"]


def read(*parts: str) -> nbformat.NotebookNode:
    path = GUIDE.joinpath(*parts)
    if not path.is_file():
        pytest.skip(f"this nbgrader comes without {path.name} of its guide")
    return nbformat.read(path, as_version=4)


def test_cells(notebook: nbformat.NotebookNode) -> dict[str, nbformat.NotebookNode]:
    return {
        cell.metadata.nbgrader.grade_id: cell
        for cell in notebook.cells
        if cell.metadata.get("nbgrader", {}).get("grade")
        and not cell.metadata.nbgrader.solution
    }


test_cells.__test__ = False


@pytest.mark.parametrize("student", STUDENTS)
@pytest.mark.parametrize("name", NOTEBOOKS)
def test_marks_are_those_that_nbgrader_gave(name, student, examiners):
    source = read("source", "ps1", f"{name}.ipynb")
    graded = read("autograded", student, "ps1", f"{name}.ipynb")
    examination = examiners.examine(source, graded)
    for grade_id, cell in test_cells(graded).items():
        result = examination.tests[grade_id]
        points, most = determine_grade(cell)
        earned = most if result.outcome == "passed" else 0
        assert earned == points, f"{grade_id}: {result.message}"


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_solution_gets_full_marks(name, examiners):
    source = read("source", "ps1", f"{name}.ipynb")
    examination = examiners.examine(source, source)
    assert set(examination.tests) == set(test_cells(source))
    lost = [one for one in examination.tests.values() if one.outcome != "passed"]
    assert not lost


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_guide_has_no_hidden_dependencies(name):
    assert find_hidden_dependencies(read("source", "ps1", f"{name}.ipynb")) == []
