"""Whatever was done to a notebook, all of the course's cells are there afterwards."""

import copy
import random
from collections import Counter

import nbformat
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from nbgrader.nbgraderformat import MetadataValidator
from sample_course import (
    ASSIGNMENT,
    NOTEBOOK,
    RIGHT,
    answered,
    code,
    find,
    make_course,
    markdown,
    read_notebook,
)

from autograder.build import build
from autograder.course import load_course
from autograder.delimiters import Delimiters
from autograder.exceptions import ForeignNotebook
from autograder.plan import make_plan
from autograder.reading import cell_text
from autograder.sanitise import rebuild
from autograder.skeleton import FIXED


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """The skeleton of the sample notebook, and the released notebook answered."""
    root = make_course(tmp_path_factory.mktemp("sanitise") / "course")
    course = load_course(root)
    build(course)
    plan = make_plan(course, ASSIGNMENT, tmp_path_factory.mktemp("plan"))
    release = read_notebook(course.release(ASSIGNMENT) / f"{NOTEBOOK}.ipynb")
    for cell in release["cells"]:
        cell["source"] = cell_text(cell)
    return plan.skeletons[NOTEBOOK], answered(release, **RIGHT)


def sources(notebook):
    return [cell["source"] for cell in notebook["cells"]]


def check_form(rebuilt, skeleton):
    """Every course cell once, in order, with the course's metadata and text."""
    node = nbformat.from_dict(copy.deepcopy(rebuilt.notebook))
    nbformat.validate(node)
    MetadataValidator().validate_nb(node)
    managed = [
        cell for cell in rebuilt.notebook["cells"] if "nbgrader" in cell["metadata"]
    ]
    wanted = [cell for cell in skeleton.cells if cell.grade_id]
    assert [cell["metadata"] for cell in managed] == [
        cell.content["metadata"] for cell in wanted
    ]
    for cell, course_cell in zip(managed, wanted, strict=True):
        assert cell["cell_type"] == course_cell.cell_type
        if course_cell.kind in FIXED:
            assert cell["source"] == course_cell.text


def test_an_untouched_form_gives_no_flags(made):
    skeleton, submitted = made
    rebuilt = rebuild(copy.deepcopy(submitted), skeleton)
    check_form(rebuilt, skeleton)
    assert rebuilt.flags == []
    assert find(rebuilt.notebook, "area")["source"] == RIGHT["area"]
    assert find(rebuilt.notebook, "why")["source"] == RIGHT["why"]
    assert "(17, 23)" in find(rebuilt.notebook, "area_any")["source"]


EDITS = ("delete", "copy", "move", "strip", "retype", "insert", "spoil", "forge")


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(EDITS), max_size=8), st.integers(0, 10**6))
def test_any_damage_leaves_a_gradable_notebook(made, edits, seed):
    skeleton, submitted = made
    damaged = copy.deepcopy(submitted)
    cells = damaged["cells"]
    chance = random.Random(seed)
    for edit in edits:
        place = chance.randrange(len(cells)) if cells else None
        if edit == "insert" or place is None:
            cells.insert(place or 0, code(f"extra_{len(cells)} = 1", "new"))
        elif edit == "delete":
            del cells[place]
        elif edit == "copy":
            cells.insert(chance.randrange(len(cells)), copy.deepcopy(cells[place]))
        elif edit == "move":
            cells.insert(chance.randrange(len(cells)), cells.pop(place))
        elif edit == "strip":
            cells[place]["metadata"] = {}
            cells[place].pop("id", None)
        elif edit == "retype":
            cells[place]["cell_type"] = chance.choice(["code", "markdown", "raw"])
        elif edit == "spoil":
            cells[place] = chance.choice([None, 3, {}, {"cell_type": "code"}])
        elif edit == "forge" and isinstance(cells[place], dict):
            metadata = {"grade_id": "area_any", "points": -1, "grade": "yes"}
            cells[place]["metadata"] = {"nbgrader": metadata}
        cells[:] = [cell if isinstance(cell, dict) else {"spoilt": 1} for cell in cells]
        for cell in cells:
            cell.setdefault("metadata", {})
    try:
        rebuilt = rebuild(damaged, skeleton)
    except ForeignNotebook:
        return
    check_form(rebuilt, skeleton)
    # The learner's own cells are all still there. One that claims to be a test cell of
    # the course may be taken for it, and has the course's text then.
    own = [
        cell_text(cell)
        for cell in cells
        if cell_text(cell).startswith("extra_") and not cell["metadata"].get("nbgrader")
    ]
    kept = [text for text in sources(rebuilt.notebook) if text.startswith("extra_")]
    assert not Counter(own) - Counter(kept)


def test_own_cells_stay_behind_the_cell_they_stood_behind(made):
    skeleton, submitted = made
    content = copy.deepcopy(submitted)
    place = content["cells"].index(find(content, "area"))
    content["cells"].insert(place + 1, code("one = 1", "one"))
    content["cells"].insert(0, markdown("first", "first"))
    content["cells"].append(code("last = 1", "last"))
    texts = sources(rebuild(content, skeleton).notebook)
    assert texts[0] == "first"
    assert texts[texts.index(RIGHT["area"]) + 1] == "one = 1"
    assert texts[-1] == "last = 1"


def test_an_answer_split_for_a_person_is_joined(made):
    skeleton, submitted = made
    content = copy.deepcopy(submitted)
    second = copy.deepcopy(find(content, "why"))
    second.update(id="second", source="And so on.")
    content["cells"].insert(content["cells"].index(find(content, "why")) + 1, second)
    rebuilt = rebuild(content, skeleton)
    assert find(rebuilt.notebook, "why")["source"] == f"{RIGHT['why']}\n\nAnd so on."
    assert sources(rebuilt.notebook).count("And so on.") == 0


@pytest.mark.parametrize("strip_ids", [True, False])
def test_answers_are_recognised_without_metadata(made, strip_ids):
    skeleton, submitted = made
    content = copy.deepcopy(submitted)
    for cell in content["cells"]:
        cell["metadata"] = {}
        if strip_ids:
            del cell["id"]
    rebuilt = rebuild(content, skeleton)
    check_form(rebuilt, skeleton)
    for name in ("area", "mean", "why"):
        assert find(rebuilt.notebook, name)["source"] == RIGHT[name]
    assert [flag.code for flag in rebuilt.flags] == ["metadata stripped"]
    texts = sources(rebuilt.notebook)
    assert len(texts) == len(set(texts)) == len(skeleton.cells)


def test_a_changed_ordinary_cell_is_the_learners(made):
    skeleton, submitted = made
    content = copy.deepcopy(submitted)
    content["cells"][1]["source"] = "import math, os"
    texts = sources(rebuild(content, skeleton).notebook)
    assert "import math, os" in texts
    assert "import math" not in texts


def test_a_deleted_ordinary_cell_is_restored(made):
    skeleton, submitted = made
    content = copy.deepcopy(submitted)
    del content["cells"][1]
    rebuilt = rebuild(content, skeleton)
    assert "import math" in sources(rebuilt.notebook)
    assert rebuilt.flags == []


def test_another_notebook_is_refused(made):
    skeleton, _ = made
    other = {"cells": [code("print(1)", "a"), markdown("# Other", "b")]}
    with pytest.raises(ForeignNotebook, match="none of its 2 cells"):
        rebuild(other, skeleton)


def test_marks_are_those_of_the_configuration(course):
    delimiters = Delimiters.of(course.config)
    assert delimiters.hidden_tests.begin == "BEGIN HIDDEN TESTS"
    assert delimiters.hidden_tests.without_regions(
        "a\n### BEGIN HIDDEN TESTS\nb\n### END HIDDEN TESTS\nc"
    ) == ("a\nc")
