"""Folders that learners hand in cannot stop the class, whatever is in them."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
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
    find,
    grade_by_command,
    make_course,
    read_notebook,
    write_notebook,
)

from autograder.build import build
from autograder.course import load_course

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="Linux's file names")

FULL = 6.0
ESCAPE = "\x1b[2J\x1b]0;title\x07"


@dataclass(frozen=True)
class Case:
    """A submission whose notebook is right, and what must become of it.

    Attributes:
        student: Names the case.
        spoil: Changes what was handed in: gets the folder.
        score: Points that the tests give.
        status: Status of the submission.
        flags: Codes that must be there.
    """

    student: str
    spoil: Callable[[Path], None]
    score: float = FULL
    status: str = "graded"
    flags: tuple[str, ...] = ()


CASES: list[Case] = []


def case(student: str, **expected: Any) -> Callable:
    """Turn a function that spoils a folder into a case."""

    def add(spoil: Callable[[Path], None]) -> Callable:
        CASES.append(Case(student, spoil, **expected))
        return spoil

    return add


@case("nothing-odd")
def nothing_odd(folder):
    (folder / "table.txt").write_text("1")


@case("nested-beyond-the-longest-path", flags=("unreadable files",))
def nested_beyond_the_longest_path(folder):
    nest(folder, "d" * 200, 25)


@case("nested-beyond-all-sense", flags=("unreadable files",))
def nested_beyond_all_sense(folder):
    nest(folder, "d", 1_500)


def nest(folder: Path, name: str, times: int) -> None:
    """Make folders in folders, each with a file."""
    place = os.open(folder, os.O_RDONLY)
    for _ in range(times):
        os.mkdir(name, dir_fd=place)
        inner = os.open(name, os.O_RDONLY, dir_fd=place)
        os.close(place)
        place = inner
        os.close(os.open("file", os.O_CREAT | os.O_WRONLY, 0o600, dir_fd=place))
    os.close(place)


@case("path-that-fits-here-only", flags=("unreadable files",))
def path_that_fits_here_only(folder):
    place = folder
    while len(str(place)) + 252 < 4080:
        place /= "d" * 250
        place.mkdir()
    (place / ("f" * (4094 - len(str(place))))).write_text("")


@case("closed-file", flags=("unreadable files",))
def closed_file(folder):
    closed(folder / "secret.txt")


@case("closed-folder", flags=("unreadable files",))
def closed_folder(folder):
    closed(folder / "inner" / "secret.txt")
    (folder / "inner").chmod(0)


@case("folder-that-only-lists", flags=("unreadable files",))
def folder_that_only_lists(folder):
    closed(folder / "inner" / "secret.txt")
    (folder / "inner").chmod(0o444)


@case("closed-notebook", score=0, status="failed")
def closed_notebook(folder):
    (folder / f"{NOTEBOOK}.ipynb").chmod(0)


@case("closed-submission", score=0, status="failed")
def closed_submission(folder):
    folder.chmod(0)


@case("submission-that-only-lists", score=0, status="failed")
def submission_that_only_lists(folder):
    folder.chmod(0o444)


def closed(path: Path) -> None:
    """Write a file that nobody may read."""
    path.parent.mkdir(exist_ok=True)
    path.write_text("secret")
    path.chmod(0)


@case("folder-in-the-way", flags=("files in the way",))
def folder_in_the_way(folder):
    (folder / "data.csv").mkdir()
    (folder / "data.csv" / "mine.txt").write_text("mine")


@case("file-in-the-way", flags=("files in the way",))
def file_in_the_way(folder):
    (folder / "more").write_text("mine")


@case("names-that-are-not-utf-8", flags=("links", "large files"))
def names_that_are_not_utf_8(folder):
    place = os.fsencode(folder)
    os.symlink(b"x", place + b"/l\xe9nk")
    with open(place + b"/f\xe9le", "wb") as file:
        file.truncate(10**9)


@case("names-that-steer-terminals", flags=("links", "renamed"))
def names_that_steer_terminals(folder):
    (folder / f"{ESCAPE}link").symlink_to("x")
    (folder / f"{ESCAPE}\nhere").mkdir()
    os.rename(
        folder / f"{NOTEBOOK}.ipynb", folder / f"{ESCAPE}\nhere" / f"{NOTEBOOK}.ipynb"
    )


@case("id\nof two lines\x1b[31m")
def id_of_two_lines(folder):
    pass


@case("id" * 126, score=0, status="failed")
def id_that_is_too_long(folder):
    pass


@case("st\udce9dent", score=0, status="failed")
def id_that_is_not_utf_8(folder):
    pass


@case("long-version", flags=("schema version",))
def long_version(folder):
    change_setting(folder, "schema_version", f"{ESCAPE}{'9' * 10_000_000}")


@case("endless-points", flags=("points changed",))
def endless_points(folder):
    change_setting(folder, "points", 10**400)


def change_setting(folder: Path, key: str, value: Any) -> None:
    """Change nbgrader's metadata of a test."""
    path = folder / f"{NOTEBOOK}.ipynb"
    content = read_notebook(path)
    find(content, "area_any")["metadata"]["nbgrader"][key] = value
    write_notebook(path, content)


@case("many-files", flags=("many files",))
def many_files(folder):
    for number in range(30_000):
        os.close(os.open(folder / f"f{number}", os.O_CREAT | os.O_WRONLY, 0o600))


@case("endless-file", flags=("large files",))
def endless_file(folder):
    with (folder / "big.bin").open("wb") as file:
        file.truncate(200 * 10**9)


@pytest.fixture(scope="module")
def run(tmp_path_factory):
    root = make_course(tmp_path_factory.mktemp("folders") / "course")
    more = root / "source" / ASSIGNMENT / "more"
    more.mkdir()
    (more / "data.txt").write_text("the course's")
    build(load_course(root))
    release = read_notebook(root / "release" / ASSIGNMENT / f"{NOTEBOOK}.ipynb")
    for item in CASES:
        folder = root / "submitted" / item.student / ASSIGNMENT
        path = folder / f"{NOTEBOOK}.ipynb"
        write_notebook(path, answered(release, **RIGHT))
        item.spoil(folder)
    yield grade(root)
    subprocess.run(["rm", "-rf", str(root)], check=True)


def grade(root: Path) -> Run:
    """Grade as someone who may not read everything."""
    under = []
    if os.geteuid() == 0:
        if shutil.which("setpriv") is None:
            pytest.skip("the administrator may read everything")
        dropped = "-dac_override,-dac_read_search"
        under = ["setpriv", f"--bounding-set={dropped}", f"--inh-caps={dropped}", "--"]
    return grade_by_command(root, under=under)


def shown(student: str) -> str:
    return student.replace("\x1b", "?").replace("\udce9", "?")


@pytest.mark.parametrize("item", CASES, ids=lambda item: repr(item.student[:40]))
def test_folder(run, item):
    assert run.results, run.output
    result = next(
        result
        for student, result in run.results.items()
        if shown(student) == shown(item.student)
    )
    flags = {flag["code"] for flag in result["flags"]}
    for notebook in result["notebooks"].values():
        flags |= {flag["code"] for flag in notebook["flags"]}
    assert (result["status"], result["score"]) == (item.status, item.score), result
    assert flags >= set(item.flags), result
    assert not flags & {"not recorded", "internal error"}, result
    assert len(json.dumps(result)) < 20_000
    assert result["seconds"] < 60


def test_the_run_ends_well_and_writes_no_codes_to_the_terminal(run):
    assert run.returncode == 0, run.output
    assert "Traceback" not in run.output
    assert not set(run.output) & {"\x1b", "\x07"}


@pytest.mark.parametrize("student", ["folder-in-the-way", "file-in-the-way"])
def test_the_courses_files_win(run, student):
    graded = run.root / "autograded" / student / ASSIGNMENT
    assert (graded / "data.csv").read_text() == "1,2\n"
    assert (graded / "more" / "data.txt").read_text() == "the course's"


def test_what_was_graded_is_not_graded_again(run):
    again = grade(run.root)
    for item in CASES:
        if item.status == "graded":
            assert again.results[item.student]["unchanged"], item.student
