"""One run over a class in which almost every submission is broken in its own way."""

from __future__ import annotations

import copy
import json
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from sample_course import (
    ASSIGNMENT,
    NOTEBOOK,
    RIGHT,
    Run,
    answered,
    code,
    find,
    grade_by_command,
    make_course,
    markdown,
    read_notebook,
    write_notebook,
)

from autograder.build import build
from autograder.course import load_course

pytestmark = pytest.mark.skipif(os.name != "posix", reason="uses links and pipes")

FULL = 6.0  # what the tests give; four more points are a person's to give
Notebook = dict[str, Any]


@dataclass(frozen=True)
class Case:
    """A submission and what must become of it.

    Attributes:
        student: Names the case.
        hand_in: Writes the submission: gets the released notebook and the folder.
        score: Points that the tests give.
        status: Status of the submission.
        flags: Codes that must be there; with `exactly`, no others may.
        reason: What the reason of a failure must say.
    """

    student: str
    hand_in: Callable[[Notebook, Path], None]
    score: float = FULL
    status: str = "graded"
    flags: tuple[str, ...] = ()
    reason: str = ""


CASES: list[Case] = []


def case(student: str, **expected: Any) -> Callable:
    """Turn a function that changes a right notebook into a case."""

    def add(change: Callable[[Notebook], Notebook | None]) -> Callable:
        def hand_in(release: Notebook, folder: Path) -> None:
            content = answered(release, **RIGHT)
            content = change(content) or content
            write_notebook(folder / f"{NOTEBOOK}.ipynb", content)

        CASES.append(Case(student, hand_in, **expected))
        return change

    return add


def raw_case(student: str, **expected: Any) -> Callable:
    """Turn a function that writes the file itself into a case."""

    def add(hand_in: Callable[[Notebook, Path], None]) -> Callable:
        CASES.append(Case(student, hand_in, **expected))
        return hand_in

    return add


def right_text(release: Notebook) -> str:
    return json.dumps(answered(release, **RIGHT), ensure_ascii=False)


# Honest ones ---------------------------------------------------------------------


@case("right")
def right(notebook):
    pass


@raw_case("untouched", score=0)
def untouched(release, folder):
    write_notebook(folder / f"{NOTEBOOK}.ipynb", release)


@case("half-right", score=4)
def half_right(notebook):
    find(notebook, "area")["source"] = "def area(width, height):\n    return 4"


@case("partial-credit", score=5)
def partial_credit(notebook):
    find(notebook, "mean")["source"] = (
        "def mean(values):\n    return sum(values) / len(values[:2])"
    )


@case("writes-to-stderr")
def writes_to_stderr(notebook):
    find(notebook, "area")["source"] = (
        "import sys, warnings\n"
        "def area(width, height):\n"
        "    print('starting', file=sys.stderr)\n"
        "    warnings.warn('careful')\n"
        "    return width * height"
    )


@case("added-cells")
def added_cells(notebook):
    cells = notebook["cells"]
    cells.insert(0, markdown("my notes", "notes"))
    cells.insert(4, code("def helper(a, b):\n    return a * b", "helper"))
    find(notebook, "area")["source"] = "def area(w, h):\n    return helper(w, h)"
    cells.append(code("1 / 0", "scratch"))


@case("split-answer")
def split_answer(notebook):
    place = notebook["cells"].index(find(notebook, "area"))
    second = copy.deepcopy(notebook["cells"][place])
    second["id"] = "second-half"
    notebook["cells"][place]["source"] = "def times(a, b):\n    return a * b"
    second["source"] = "def area(width, height):\n    return times(width, height)"
    notebook["cells"].insert(place + 1, second)


@case("old-release", flags=("cells deleted", "tests changed"))
def old_release(notebook):
    notebook["cells"].remove(find(notebook, "area_any"))
    find(notebook, "area_square")["source"] = "assert area(3, 3) == 9"


@case("o'neil & söhne $(x) [1]")
def odd_student_id(notebook):
    pass


@case("..two.dots")
def dots_in_a_student_id(notebook):
    pass


@case("-leading dash")
def dash_before_a_student_id(notebook):
    pass


@case("ünïcode-学生-👩‍🎓")
def letters_of_the_world_in_a_student_id(notebook):
    pass


@case("reordered", flags=("cells moved",))
def reordered(notebook):
    cells = notebook["cells"]
    test = find(notebook, "area_any")
    cells.remove(test)
    cells.insert(0, test)


@case("switched-off-a-cell")
def switched_off_a_cell(notebook):
    notebook["cells"][4].update(cell_type="raw", source="while True: pass")


# Files that are no notebooks, or hardly ----------------------------------------


def failing_file(student: str, data: bytes, reason: str) -> None:
    def hand_in(release: Notebook, folder: Path) -> None:
        (folder / f"{NOTEBOOK}.ipynb").write_bytes(data)

    CASES.append(Case(student, hand_in, 0, "failed", reason=reason))


failing_file("not-json", b'{"cells": [', "not JSON")
failing_file("empty-file", b"", "is empty")
failing_file("only-spaces", b" \n\n", "is empty")
failing_file("web-page", b"<!DOCTYPE html><title>Login</title>", "a web page")
failing_file("zip-archive", b"PK\x03\x04....", "a zip archive")
failing_file("binary", b"\x00\x01\xff\xfe\x00abc", "not text")
failing_file("a-list", b"[1, 2]", "is a list, not an object")
failing_file("no-cells", b'{"nbformat": 4}', "no list of cells")
failing_file("nested", b"[" * 200_000, "nested too deeply")
failing_file("merge", b"<<<<<<< HEAD\n{}\n=======\n{}\n>>>>>>> b\n", "a web page|merge")
failing_file("other-notebook", b'{"nbformat": 4, "cells": []}', "None of the")
failing_file("broken-format-3", b'{"nbformat": 3, "worksheets": [1]}', "cannot be conv")


@raw_case("huge", score=0, status="failed", reason="60 MB")
def huge(release, folder):
    with (folder / f"{NOTEBOOK}.ipynb").open("wb") as file:
        file.truncate(60_000_000)


@raw_case("much-text", score=0, status="failed", reason="million characters")
def much_text(release, folder):
    content = answered(release, **RIGHT)
    content["cells"].append(code("x" * 6_000_000, "long"))
    write_notebook(folder / f"{NOTEBOOK}.ipynb", content)


@raw_case("link", score=0, status="failed", reason="symbolic link")
def link(release, folder):
    source = folder.parents[2] / "source" / ASSIGNMENT / f"{NOTEBOOK}.ipynb"
    (folder / f"{NOTEBOOK}.ipynb").symlink_to(source)


@raw_case("linked-folder", score=0, status="failed", reason="symbolic link")
def linked_folder(release, folder):
    folder.rmdir()
    folder.symlink_to(folder.parents[1] / "right" / ASSIGNMENT)


@raw_case("linked-data", flags=("links",))
def linked_data(release, folder):
    (folder / f"{NOTEBOOK}.ipynb").write_text(right_text(release), encoding="utf-8")
    (folder / "grades.db").symlink_to(folder.parents[2] / "gradebook.db")


@raw_case("pipe", score=0, status="failed", reason="special file")
def pipe(release, folder):
    os.mkfifo(folder / f"{NOTEBOOK}.ipynb")


@raw_case("nothing-handed-in", score=0, status="missing", reason="There is no areas")
def nothing_handed_in(release, folder):
    (folder / "readme.txt").write_text("I was ill.", encoding="utf-8")


@raw_case("utf-16", flags=("encoding",))
def utf_16(release, folder):
    (folder / f"{NOTEBOOK}.ipynb").write_text(right_text(release), encoding="utf-16")


@raw_case("utf-8-with-mark")
def utf_8_with_mark(release, folder):
    text = right_text(release)
    (folder / f"{NOTEBOOK}.ipynb").write_text(text, encoding="utf-8-sig")


@raw_case("latin-1", flags=("encoding",))
def latin_1(release, folder):
    text = right_text(answered(release, why="Fläche"))
    text = text.replace("Because a rectangle", "Fläche")
    (folder / f"{NOTEBOOK}.ipynb").write_text(text, encoding="latin-1")


@raw_case("copied-name", flags=("renamed",))
def copied_name(release, folder):
    path = folder / f"{NOTEBOOK}-Copy1 (2).ipynb"
    path.write_text(right_text(release), encoding="utf-8")


@raw_case("in-a-folder", flags=("renamed",))
def in_a_folder(release, folder):
    write_notebook(folder / "hand-in" / f"{NOTEBOOK}.ipynb", answered(release, **RIGHT))


# Notebooks whose form is wrong -----------------------------------------------------


@case("copied-answer", flags=("repeated grade ids",))
def copied_answer(notebook):
    experiment = copy.deepcopy(find(notebook, "area"))
    experiment["id"] = "experiment"
    experiment["source"] = "def area(width, height):\n    return 'broken'"
    notebook["cells"].append(experiment)


@case("answer-in-the-copy", flags=("repeated grade ids",))
def answer_in_the_copy(notebook):
    original = find(notebook, "area")
    answer = copy.deepcopy(original)
    answer["id"] = "the-copy"
    original["source"] = (
        "def area(width, height):\n"
        '    """Return the area of a rectangle."""\n'
        "    # YOUR CODE HERE\n"
        '    raise NotImplementedError("Write your answer here.")'
    )
    notebook["cells"].insert(notebook["cells"].index(original), answer)


@case("copied-test", flags=("repeated grade ids",))
def copied_test(notebook):
    test = copy.deepcopy(find(notebook, "area_square"))
    test["id"] = "again"
    notebook["cells"].append(test)


@case("deleted-tests", flags=("cells deleted",))
def deleted_tests(notebook):
    for name in ("area_square", "area_any", "mean_lists"):
        notebook["cells"].remove(find(notebook, name))


@case("deleted-answer", score=3, flags=("cells deleted",))
def deleted_answer(notebook):
    notebook["cells"].remove(find(notebook, "area"))


@case("only-answers-left", flags=("cells deleted",))
def only_answers_left(notebook):
    notebook["cells"] = [find(notebook, name) for name in ("mean", "area")]


@case("tests-made-easy", score=4, flags=("tests changed",))
def easier_tests(notebook):
    find(notebook, "area")["source"] = "def area(width, height):\n    return 4"
    find(notebook, "area_any")["source"] = "pass"
    find(notebook, "mean_lists")["source"] = "3"


@case("schema-1", flags=("schema version",))
def schema_1(notebook):
    for cell in notebook["cells"]:
        settings = cell["metadata"].get("nbgrader", {})
        if settings:
            settings["schema_version"] = 1
            for key in ("task", "cell_type"):
                settings.pop(key, None)


@case("schema-missing", flags=("schema version",))
def schema_missing(notebook):
    for cell in notebook["cells"]:
        cell["metadata"].get("nbgrader", {}).pop("schema_version", None)


@case("schema-99", flags=("schema version",))
def schema_99(notebook):
    for cell in notebook["cells"]:
        if "nbgrader" in cell["metadata"]:
            cell["metadata"]["nbgrader"]["schema_version"] = 99


@case("points-raised", flags=("points changed",))
def points_raised(notebook):
    find(notebook, "mean_lists")["metadata"]["nbgrader"]["points"] = 1000
    find(notebook, "area_any")["metadata"]["nbgrader"]["points"] = "many"


@case("roles-swapped", flags=("metadata changed",))
def roles_swapped(notebook):
    find(notebook, "area_any")["metadata"]["nbgrader"].update(grade=False)
    find(notebook, "mean")["metadata"]["nbgrader"].update(grade=True, solution=False)


@case("tests-tagged-away", score=4)
def skipped_tests(notebook):
    find(notebook, "area")["source"] = "def area(width, height):\n    return 4"
    find(notebook, "area_any")["metadata"]["tags"] = ["skip-execution"]


@case("types-changed", flags=("cell type changed",))
def types_changed(notebook):
    for name, kind in (("area", "markdown"), ("area_any", "raw"), ("why", "code")):
        cell = find(notebook, name)
        cell["cell_type"] = kind
        if kind == "code":
            cell.update(outputs=[], execution_count=None)
        else:
            cell.pop("outputs", None)
            cell.pop("execution_count", None)


@case("metadata-stripped", flags=("metadata stripped",))
def metadata_stripped(notebook):
    notebook["metadata"] = {}
    for cell in notebook["cells"]:
        cell["metadata"] = {}


@case("metadata-and-ids-stripped", flags=("metadata stripped",))
def metadata_and_ids_stripped(notebook):
    notebook["nbformat_minor"] = 2
    for cell in notebook["cells"]:
        cell["metadata"] = {}
        del cell["id"]


@case("nbformat-3", flags=("notebook format",))
def nbformat_3(notebook):
    cells = []
    for cell in notebook["cells"]:
        old = {key: cell[key] for key in ("cell_type", "metadata")}
        if cell["cell_type"] == "code":
            old.update(input=cell["source"], language="python", outputs=[])
        else:
            old["source"] = cell["source"]
        cells.append(old)
    return {
        "nbformat": 3,
        "nbformat_minor": 0,
        "metadata": {"name": ""},
        "worksheets": [{"cells": cells, "metadata": {}}],
    }


@case("nbformat-9", flags=("notebook format",))
def nbformat_9(notebook):
    notebook["nbformat"] = 9


@case("broken-cells", flags=("broken cells",))
def broken_cells(notebook):
    notebook["cells"][2:2] = [
        7,
        None,
        {"cell_type": "heading", "source": "x"},
        {"cell_type": "code", "metadata": 3, "source": {"a": 1}, "outputs": "no"},
    ]


@case("half-characters")
def half_characters(notebook):
    notebook["cells"].append(markdown("\ud83d", "half"))


@case("other-kernel")
def other_kernel(notebook):
    notebook["metadata"]["kernelspec"] = {"name": "matlab", "display_name": "M"}


@case("same-cell-ids")
def same_cell_ids(notebook):
    for cell in notebook["cells"]:
        cell["id"] = "same"


# Code that does harm ---------------------------------------------------------------


@case("infinite-loop", score=3, flags=("timeout",))
def infinite_loop(notebook):
    find(notebook, "mean")["source"] = (
        "def mean(values):\n    while True:\n        pass"
    )


@case("deaf-loop", score=3, flags=("timeout",))
def deaf_loop(notebook):
    find(notebook, "mean")["source"] = (
        "while True:\n    try:\n        while True:\n            pass\n"
        "    except KeyboardInterrupt:\n        pass"
    )


@case("kernel-dies", score=3, flags=("kernel died",))
def kernel_dies(notebook):
    find(notebook, "mean")["source"] = (
        "def mean(values):\n    import os\n    os._exit(1)"
    )


@case("kernel-dies-often", score=2, flags=("kernel died",))
def kernel_dies_often(notebook):
    kill = "import os, signal\nos.kill(os.getpid(), signal.SIGKILL)"
    notebook["cells"].insert(1, code(kill, "first"))
    notebook["cells"].insert(3, code(kill, "second"))
    find(notebook, "area")["source"] = (
        "def area(w, h):\n    if w == 2:\n        "
        + kill.replace("\n", "\n        ")
        + "\n    return w * h"
    )
    find(notebook, "mean")["source"] = kill


@case("sys-exit")
def sys_exit(notebook):
    notebook["cells"].insert(3, code("import sys\nsys.exit(3)", "leave"))


@case("exit")
def plain_exit(notebook):
    notebook["cells"].insert(3, code("exit()", "leave"))


@case("sys-exit-in-answer", score=3)
def sys_exit_in_answer(notebook):
    find(notebook, "area")["source"] = "def area(*sides):\n    raise SystemExit(0)"


@case("much-output", flags=("much output",))
def much_output(notebook):
    find(notebook, "area")["source"] = (
        "def area(width, height):\n"
        "    print('x' * 5_000_000)\n"
        "    return width * height"
    )


@case("answers-with-a-number", score=3)
def answers_with_a_number(notebook):
    find(notebook, "area")["source"] = "area = 1000\narea"


@raw_case("reads-its-data")
def reads_its_data(release, folder):
    text = "assert open('data.csv').read() == '1,2\\n'\n" + RIGHT["area"]
    content = answered(release, **{**RIGHT, "area": text})
    write_notebook(folder / f"{NOTEBOOK}.ipynb", content)
    (folder / "data.csv").write_text("my own", encoding="utf-8")


@raw_case("late", flags=("late",))
def late(release, folder):
    (folder / f"{NOTEBOOK}.ipynb").write_text(right_text(release), encoding="utf-8")
    (folder / "timestamp.txt").write_text("2030-01-02 00:00:00 UTC", encoding="utf-8")


@raw_case("bad-timestamp", flags=("timestamp",))
def bad_timestamp(release, folder):
    (folder / f"{NOTEBOOK}.ipynb").write_text(right_text(release), encoding="utf-8")
    (folder / "timestamp.txt").write_text("the day before", encoding="utf-8")


# The run ---------------------------------------------------------------------------


@pytest.fixture(scope="module")
def run(tmp_path_factory) -> Run:
    root = make_course(tmp_path_factory.mktemp("class") / "course")
    build(load_course(root))
    release = read_notebook(root / "release" / ASSIGNMENT / f"{NOTEBOOK}.ipynb")
    for item in CASES:
        folder = root / "submitted" / item.student / ASSIGNMENT
        folder.mkdir(parents=True)
        item.hand_in(copy.deepcopy(release), folder)

    set_deadline(root)
    return grade_by_command(root, "--jobs", "3")


def set_deadline(root: Path) -> None:
    from nbgrader.api import Gradebook

    from autograder.gradebook import ensure_gradebook, sqlite_url

    url = sqlite_url(root / "gradebook.db")
    ensure_gradebook(url)
    with Gradebook(url, "sample") as gradebook:
        gradebook.add_assignment(ASSIGNMENT, duedate="2030-01-01 00:00:00 UTC")


def test_every_submission_is_reported_and_the_run_ends_well(run):
    assert run.returncode == 0, run.output
    assert set(run.results) == {item.student for item in CASES}
    assert "Traceback" not in run.output


@pytest.mark.parametrize("item", CASES, ids=lambda item: item.student)
def test_submission(run, item):
    result = run.results[item.student]
    flags = {flag["code"] for flag in result["flags"]}
    notebook = result["notebooks"][NOTEBOOK]
    flags |= {flag["code"] for flag in notebook["flags"]}
    assert result["status"] == item.status, result
    assert result["score"] == item.score, result
    assert flags >= set(item.flags), flags
    if item.reason:
        assert any(part in notebook["reason"] for part in item.reason.split("|")), (
            notebook
        )
        assert notebook["advice"]
    else:
        assert {score["grade_id"] for score in notebook["scores"]} == {
            "area_square",
            "area_any",
            "mean_lists",
            "why",
        }


def test_table_names_every_student_with_score_and_status(run):
    for student in ("half-right", "partial-credit", "not-json", "infinite-loop"):
        assert student in run.output
    assert "failed: unreadable" in run.output
    assert "not-json: areas: areas.ipynb is not a notebook: it is not JSON" in (
        run.output
    )


def test_nbgraders_gradebook_has_the_same_scores(run):
    from nbgrader.api import Gradebook

    course = load_course(run.root)
    with Gradebook(course.directory.db_url, "sample") as gradebook:
        for student, result in run.results.items():
            submission = gradebook.find_submission(ASSIGNMENT, student)
            assert submission.score == result["score"], student
            assert submission.max_score == 10
            if result["status"] == "failed":
                assert submission.needs_manual_grade, student
            if result["status"] == "missing":
                assert not submission.needs_manual_grade, student


def test_autograded_holds_valid_notebooks_of_the_graded_only(run):
    import nbformat
    from nbgrader.nbgraderformat import MetadataValidator

    for student, result in run.results.items():
        path = run.root / "autograded" / student / ASSIGNMENT / f"{NOTEBOOK}.ipynb"
        assert path.exists() == (result["status"] == "graded"), student
        if path.exists():
            notebook = nbformat.read(path, as_version=4)
            nbformat.validate(notebook)
            MetadataValidator().validate_nb(notebook)


def test_links_are_not_followed(run):
    copied = run.root / "autograded" / "linked-data" / ASSIGNMENT
    assert sorted(path.name for path in copied.iterdir()) == [
        f"{NOTEBOOK}.ipynb",
        "data.csv",
    ]


def test_nbgraders_export_works_on_the_result(run):
    from autograder.course import load_course

    course = load_course(run.root)
    target = run.root / "grades.csv"
    from nbgrader.api import Gradebook
    from nbgrader.plugins import CsvExportPlugin

    with Gradebook(course.directory.db_url, "sample") as gradebook:
        CsvExportPlugin(to=str(target)).export(gradebook)
    lines = target.read_text(encoding="utf-8").splitlines()
    assert len(lines) == len(CASES) + 1
    assert any(",right,,,,6.0,0.0,6.0,10.0" in line for line in lines)


def test_nothing_is_left_running_or_lying_about(run):
    leftovers = [
        path
        for path in (run.root / "autograded").rglob(".*")
        if path.name.endswith((".new", ".old"))
    ]
    assert leftovers == []
    import psutil

    kernels = [
        process.pid
        for process in psutil.process_iter(["cmdline"])
        if any(str(run.root) in part for part in process.info["cmdline"] or [])
    ]
    assert kernels == []
