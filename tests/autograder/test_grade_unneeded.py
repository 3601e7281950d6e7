"""What grading leaves out changes no mark, and the feedback says so."""

import shutil

import nbformat
import pytest
from sample_course import (
    ASSIGNMENT,
    NOTEBOOK,
    RIGHT,
    answered,
    code,
    find,
    make_course,
    read_notebook,
    sandbox_holds,
    source_cells,
    write_notebook,
)

from autograder.build import build
from autograder.course import load_course
from autograder.engine import Options, grade
from autograder.feedback import write_feedback
from tests.answers.bank import ROOT

WORDS = "Not run at grading: the cell is unchanged and nothing graded depends on it."


def hand_in(course, student, change=lambda content: content, **answers):
    content = read_notebook(course.release(ASSIGNMENT) / f"{NOTEBOOK}.ipynb")
    content = change(answered(content, **{**RIGHT, **answers}))
    folder = course.submitted(student, ASSIGNMENT)
    write_notebook(folder / f"{NOTEBOOK}.ipynb", content)


def outputs(course, student, cell_id):
    place = course.autograded(student, ASSIGNMENT) / f"{NOTEBOOK}.ipynb"
    cells = nbformat.read(place, as_version=4).cells
    return next(cell.outputs for cell in cells if cell.id == cell_id)


@pytest.fixture
def course(tmp_path):
    cells = source_cells()
    figure = code("print('a', 'figure')", "figure")
    root = make_course(tmp_path / "course", [*cells[:2], figure, *cells[2:]])
    course = load_course(root)
    build(course)
    return course


def test_an_unneeded_cell_is_not_run_and_its_old_output_not_trusted(course):
    def forge(content):
        cell = next(cell for cell in content["cells"] if cell["id"] == "figure")
        text = {"name": "stdout", "output_type": "stream", "text": "all marks please"}
        cell["outputs"] = [text]
        return content

    hand_in(course, "ann", forge)
    (result,) = grade(course, ASSIGNMENT)
    assert result.score == 6
    (output,) = outputs(course, "ann", "figure")
    assert output["data"] == {"text/plain": WORDS}
    (page,) = write_feedback(course, ASSIGNMENT)
    assert "Not run at grading" in page.read_text(encoding="utf-8")
    assert "all marks please" not in page.read_text(encoding="utf-8")


def test_everything_runs_on_request(course):
    hand_in(course, "ann")
    grade(course, ASSIGNMENT)
    (result,) = grade(course, ASSIGNMENT, Options(run_everything=True))
    assert not result.unchanged
    assert result.score == 6
    assert outputs(course, "ann", "figure")[0]["text"] == "a figure\n"


def test_a_course_can_have_everything_run(course):
    with (course.root / "nbgrader_config.py").open("a") as file:
        file.write("c.ExamineNotebook.run_everything = True\n")
    hand_in(course, "ann")
    grade(load_course(course.root), ASSIGNMENT)
    assert outputs(course, "ann", "figure")[0]["text"] == "a figure\n"


def test_a_changed_cell_runs(course):
    def change(content):
        cell = next(cell for cell in content["cells"] if cell["id"] == "figure")
        cell["source"] = "print('mine')"
        return content

    hand_in(course, "ann", change)
    grade(course, ASSIGNMENT)
    assert outputs(course, "ann", "figure")[0]["text"] == "mine\n"


@pytest.mark.skipif(not sandbox_holds(), reason="no sandbox on this machine")
@pytest.mark.parametrize(
    "run_everything", [False, pytest.param(True, marks=pytest.mark.slow)]
)
def test_define_cnn_gets_all_marks(tmp_path, run_everything):
    root = tmp_path / "course"
    name, notebook = "pc1-define", "define-cnn"
    place = root / "source" / name
    place.mkdir(parents=True)
    original = ROOT / "source" / name / f"{notebook}.ipynb"
    shutil.copy(original, place)
    shutil.copy(ROOT / "nbgrader_config.py", root)
    course = load_course(root)
    build(course)
    solved = read_notebook(course.release(name) / f"{notebook}.ipynb")
    for cell in read_notebook(original)["cells"]:
        settings = cell["metadata"].get("nbgrader", {})
        if settings.get("solution"):
            find(solved, settings["grade_id"])["source"] = cell["source"]
    write_notebook(course.submitted("ann", name) / f"{notebook}.ipynb", solved)

    (result,) = grade(course, name, Options(run_everything=run_everything))
    assert result.all_flags() == []
    assert result.score == result.max_score > 0
    place = course.autograded("ann", name) / f"{notebook}.ipynb"
    cells = nbformat.read(place, as_version=4).cells
    trained = next(cell for cell in cells if cell.id == "train")
    left_out = trained.outputs[0].get("data") == {"text/plain": WORDS}
    assert left_out != run_everything
