"""What holds for every source notebook before it is run.

Running them is nbval's work: `pytest` collects `source/` with `--nbval-lax`.
"""

import ast
import itertools
import re
from pathlib import Path

import nbformat
import pytest

ROOT = Path(__file__).parent.parent.parent
SOURCES = sorted(ROOT.glob("source/*/*.ipynb"))
LANDING = ROOT / "START_HERE.ipynb"
CRITERIA = {f"AIT.U3.E5.PC{number}" for number in range(1, 6)}

every_source = pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem)
every_notebook = pytest.mark.parametrize(
    "path", [*SOURCES, LANDING], ids=lambda path: path.stem
)


def read(path):
    return nbformat.read(path, as_version=4)


def prose(path) -> str:
    return "\n\n".join(
        cell.source for cell in read(path).cells if cell.cell_type == "markdown"
    )


def calls(path, function: str) -> list[ast.Call]:
    """The calls of `module.function` in the code cells."""
    found = []
    for cell in read(path).cells:
        if cell.cell_type == "code":
            found += [
                node
                for node in ast.walk(ast.parse(cell.source))
                if isinstance(node, ast.Call) and ast.unparse(node.func) == function
            ]
    return found


def test_there_are_source_notebooks():
    assert SOURCES


@every_notebook
def test_notebook_is_valid_and_holds_no_outputs(path):
    notebook = read(path)
    nbformat.validate(notebook)
    assert (notebook.nbformat, notebook.nbformat_minor) == (4, 5)
    for cell in notebook.cells:
        if cell.cell_type == "code":
            assert cell.outputs == []
            assert cell.execution_count is None


@every_notebook
def test_cell_ids_can_be_read(path):
    ids = [cell.id for cell in read(path).cells]
    assert len(ids) == len(set(ids))
    assert all(re.fullmatch(r"[a-z][a-z0-9]*(-[a-z0-9]+)*", one) for one in ids), ids


@every_notebook
def test_notebook_opens_with_the_kernel_that_every_jupyter_has(path):
    assert read(path).metadata.kernelspec.name == "python3"


@every_notebook
def test_headings_skip_no_level(path):
    outside_code = re.sub(r"```.*?```", "", prose(path), flags=re.DOTALL)
    levels = [len(hashes) for hashes in re.findall(r"^(#+) ", outside_code, re.M)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))


@every_notebook
def test_links_to_files_lead_somewhere(path):
    for target in re.findall(r"\]\((?!https?:)([^)#]+)", prose(path)):
        # Learners' copies are made by `make lab`, from release/.
        file = re.sub(r"^work/", "release/", target)
        assert (path.parent / file).exists(), target


@every_notebook
def test_link_text_names_its_target(path):
    texts = re.findall(r"\[([^\]]+)\]\(", prose(path))
    assert not {text.casefold() for text in texts} & {
        "here",
        "link",
        "this",
        "click here",
    }


@every_source
def test_notebook_closes_with_a_summary_and_references(path):
    headings = re.findall(r"^## (.+)", prose(path), re.M)
    assert headings[0] == "Setup"
    assert headings[-2:] == ["Summary", "References"]


@every_source
def test_every_figure_has_words_for_who_cannot_see_it(path):
    shown = calls(path, "plots.show")
    assert shown
    for call in shown:
        assert [keyword.arg for keyword in call.keywords] == ["alt"]
        assert len(ast.unparse(call.keywords[0].value)) > 40


@every_source
def test_every_graded_cell_is_tagged_with_its_exercise_and_criterion(path):
    cells = read(path).cells
    solutions = {
        cell.metadata.nbgrader.grade_id
        for cell in cells
        if cell.metadata.get("nbgrader", {}).get("solution")
    }
    for cell in cells:
        if not cell.metadata.get("nbgrader", {}).get("grade"):
            continue
        exercise = [
            tag[9:] for tag in cell.metadata.tags if tag.startswith("exercise:")
        ]
        assert len(exercise) == 1
        assert exercise[0] in solutions
        assert cell.metadata.nbgrader.grade_id.startswith(exercise[0] + "_")
        assert len(CRITERIA & set(cell.metadata.tags)) == 1


@every_source
def test_every_test_cell_opens_with_its_claim(path):
    for cell in read(path).cells:
        if cell.metadata.get("nbgrader", {}).get("grade"):
            claim = ast.get_docstring(ast.parse(cell.source))
            assert claim is not None
            assert claim.endswith(".")


@every_source
def test_every_exercise_has_a_hint(path):
    cells = read(path).cells
    for before, cell in itertools.pairwise(cells):
        if cell.metadata.get("nbgrader", {}).get("solution"):
            assert before.cell_type == "markdown"
            assert "<summary>Hint" in before.source, before.id


@every_source
def test_what_the_slides_say_is_put_right_at_once(path):
    boxes = re.findall(
        r"^> \*\*What the slide .*?(?=\n\n|\Z)", prose(path), re.M | re.S
    )
    for box in boxes:
        if "does not say" not in box:
            assert "> **What holds.**" in box


@every_source
def test_exercises_are_numbered_in_order(path):
    numbers = [int(n) for n in re.findall(r"^### Exercise (\d+): ", prose(path), re.M)]
    assert numbers == list(range(1, len(numbers) + 1))
    solutions = [
        cell
        for cell in read(path).cells
        if cell.metadata.get("nbgrader", {}).get("solution")
    ]
    assert len(numbers) == len(solutions)


@every_source
def test_every_exercise_has_a_worked_solution_for_self_study(path):
    cells = read(path).cells
    worked = [
        cell for cell in cells if "worked-solution" in cell.metadata.get("tags", [])
    ]
    exercises = {
        cell.metadata.nbgrader.grade_id.replace("_", "-")
        for cell in cells
        if cell.metadata.get("nbgrader", {}).get("solution")
    }
    assert {cell.id.removesuffix("-worked") for cell in worked} == exercises
    for cell in worked:
        assert cell.cell_type == "markdown"
        assert len(cell.source.split()) >= 30, cell.id
