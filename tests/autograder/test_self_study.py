"""Worked solutions stay out of release/; the self-study edition shows them folded."""

import json
import subprocess
import sys

import nbformat
import pytest
from sample_course import (
    ASSIGNMENT,
    NOTEBOOK,
    check_cell,
    find,
    make_course,
    markdown,
    notebook,
    read_notebook,
    solution,
    source_cells,
)

from autograder.build import build
from autograder.course import load_course
from autograder.delimiters import Delimiters
from autograder.exceptions import UnknownAssignment
from autograder.plan import make_plan
from autograder.self_study import make_self_study, write_self_study
from autograder.worked import TAG

WHY = "A rectangle of $w$ by $h$ holds $h$ rows of $w$ squares."


def worked(text, cell_id):
    return markdown(text, cell_id, tags=[TAG])


@pytest.fixture
def cells():
    """The sample notebook with a worked solution behind the tests of `area`."""
    cells = source_cells()
    place = next(
        number for number, cell in enumerate(cells) if cell["id"] == "id-area_any"
    )
    cells.insert(place + 1, worked(WHY, "area-worked"))
    return cells


@pytest.fixture
def explained(tmp_path, cells):
    return load_course(make_course(tmp_path / "course", cells))


def edition(course, tmp_path):
    (path,) = write_self_study(course, tmp_path / "self-study")
    assert path == tmp_path / "self-study" / ASSIGNMENT / f"{NOTEBOOK}.ipynb"
    return read_notebook(path)


def text_of(cell):
    return "".join(cell["source"])


def by_id(content, cell_id):
    return next(cell for cell in content["cells"] if cell["id"] == cell_id)


def test_release_holds_no_worked_solution(explained):
    build(explained)
    text = (explained.release(ASSIGNMENT) / f"{NOTEBOOK}.ipynb").read_text("utf-8")
    assert "rows of" not in text
    assert "area_any" in text
    assert not build(explained, check=True).differences


def test_steps_named_in_a_configuration_are_kept_and_the_own_one_added(explained):
    explained.config.GenerateAssignment.preprocessors = [
        "nbgrader.preprocessors.LockCells",
        "nbgrader.preprocessors.ClearSolutions",
        "nbgrader.preprocessors.ClearOutput",
        "nbgrader.preprocessors.ComputeChecksums",
        "nbgrader.preprocessors.SaveCells",
        "nbgrader.preprocessors.ClearHiddenTests",
        "nbgrader.preprocessors.ComputeChecksums",
    ]
    build(explained)
    text = (explained.release(ASSIGNMENT) / f"{NOTEBOOK}.ipynb").read_text("utf-8")
    assert "rows of" not in text
    assert "(17, 23)" not in text


def test_grading_knows_the_hidden_tests_but_no_worked_solution(explained, tmp_path):
    explained.config.GenerateAssignment.preprocessors = [
        "nbgrader.preprocessors.ClearSolutions",
        "nbgrader.preprocessors.ComputeChecksums",
        "nbgrader.preprocessors.SaveCells",
        "nbgrader.preprocessors.ClearHiddenTests",
    ]
    plan = make_plan(explained, ASSIGNMENT, tmp_path)
    texts = [cell.content["source"] for cell in plan.skeletons[NOTEBOOK].cells]
    assert any("(17, 23)" in text for text in texts)
    assert not any("rows of" in text for text in texts)


def test_nbgraders_own_command_leaves_them_out_with_this_courses_settings(tmp_path):
    from tests.answers.bank import ROOT

    config = load_course(ROOT).config
    steps = config.GenerateAssignment.preprocessors
    assert "autograder.worked.ClearWorkedSolutions" in steps
    from nbgrader.converters import GenerateAssignment

    own = {step.__name__ for step in GenerateAssignment().preprocessors}
    assert {step.rpartition(".")[2] for step in steps} == own | {"ClearWorkedSolutions"}


def test_solution_and_explanation_are_folded_behind_the_last_test(explained, tmp_path):
    content = edition(explained, tmp_path)
    ids = [cell["id"] for cell in content["cells"]]
    assert ids[ids.index("id-area_any") + 1] == "area-solved"
    block = text_of(by_id(content, "area-solved"))
    assert block.startswith("<details><summary>Worked solution</summary>\n\n")
    assert block.endswith("\n\n</details>")
    assert WHY in block
    assert "```python\ndef area(width, height):" in block
    assert "product_of_sides = width * height" in block
    assert "SOLUTION" not in block


def test_exercise_without_explanation_has_its_solution(explained, tmp_path):
    block = text_of(by_id(edition(explained, tmp_path), "mean-solved"))
    assert "total_of_values" in block
    assert WHY not in block


def test_written_answer_is_shown_as_text(explained, tmp_path):
    content = edition(explained, tmp_path)
    ids = [cell["id"] for cell in content["cells"]]
    assert ids[ids.index("id-why") + 1] == "why-solved"
    assert "```" not in text_of(by_id(content, "why-solved"))


def test_hidden_tests_are_there_to_run_and_solutions_are_to_be_written(
    explained, tmp_path
):
    content = edition(explained, tmp_path)
    hidden = text_of(by_id(content, "id-area_any"))
    assert "(17, 23)" in hidden
    assert "HIDDEN" not in hidden
    assert "Write your answer here." in text_of(by_id(content, "id-area"))
    assert "product_of_sides" not in text_of(by_id(content, "id-area"))


def test_nothing_of_it_is_for_grading_and_tests_cannot_be_edited(explained, tmp_path):
    content = edition(explained, tmp_path)
    nbformat.validate(nbformat.from_dict(content))
    assert not any("nbgrader" in cell["metadata"] for cell in content["cells"])
    assert by_id(content, "id-area_any")["metadata"]["editable"] is False
    assert "editable" not in by_id(content, "id-area")["metadata"]
    assert "editable" not in by_id(content, "id-why")["metadata"]


def test_edition_runs_with_the_solution_and_fails_with_a_wrong_one(explained, tmp_path):
    content = edition(explained, tmp_path)

    def run(area):
        names = {"area": area}
        for cell_id in ("id-area_square", "id-area_any"):
            exec(text_of(by_id(content, cell_id)), names)

    run(lambda width, height: width * height)
    with pytest.raises(AssertionError, match="not width times height"):
        run(lambda width, height: width + height)


def test_two_exercises_whose_tests_are_mixed_have_their_blocks_behind_them(tmp_path):
    cells = [
        solution("### BEGIN SOLUTION\na = 1\n### END SOLUTION", "a"),
        solution("### BEGIN SOLUTION\nb = 2\n### END SOLUTION", "b"),
        check_cell("assert a == 1", "a_is_one", 1, ["exercise:a"]),
        check_cell("assert b == 2", "b_is_two", 1, ["exercise:b"]),
        check_cell("assert a < 2", "a_is_small", 1, ["exercise:a"]),
    ]
    course = load_course(make_course(tmp_path / "course", cells))
    ids = [cell["id"] for cell in edition(course, tmp_path)["cells"]]
    assert ids[-4:] == ["id-b_is_two", "b-solved", "id-a_is_small", "a-solved"]


def test_notebook_without_exercises_is_left_as_it_is(explained):
    content = notebook([markdown("# Only words", "title")])
    made = make_self_study(content, content, Delimiters.of(explained.config))
    assert [text_of(cell) for cell in made["cells"]] == ["# Only words"]


def test_unknown_assignment_is_named(explained, tmp_path):
    with pytest.raises(UnknownAssignment, match="'circles'"):
        write_self_study(explained, tmp_path, ["circles"])


def test_command_writes_it_and_leaves_release_alone(explained, tmp_path):
    folder = tmp_path / "edition"
    arguments = ["build", "--course", explained.root, "--self-study", folder]
    run = subprocess.run(
        [sys.executable, "-m", "autograder", *map(str, arguments)],
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert run.returncode == 0, run.stderr
    assert f"{ASSIGNMENT}/{NOTEBOOK}.ipynb" in run.stdout
    assert not explained.release(".").exists()
    content = json.loads((folder / ASSIGNMENT / f"{NOTEBOOK}.ipynb").read_text())
    assert any(cell["id"] == "area-solved" for cell in content["cells"])
    with pytest.raises(LookupError):
        find(content, "area")
