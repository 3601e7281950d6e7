"""What the command says when files, disk or gradebook do not allow what it does."""

import json
import shutil
import sqlite3
import sys
from pathlib import Path

import pytest
from sample_course import ASSIGNMENT

from autograder.build import build
from autograder.cli import main


@pytest.fixture
def course(course, own_zygotes):
    build(course)
    shutil.copytree(course.release(ASSIGNMENT), course.submitted("ann", ASSIGNMENT))
    return course


@pytest.fixture
def command(course, monkeypatch, capsys):
    def run(*words: str) -> tuple[int, str]:
        line = ["autograder", *words, "--course", str(course.root)]
        monkeypatch.setattr(sys, "argv", line)
        with pytest.raises(SystemExit) as ended:
            main()
        return ended.value.code or 0, capsys.readouterr().err

    return run


def gradebook_of(course):
    return course.root / "gradebook.db"


@pytest.mark.parametrize("name", ["grade", "feedback", "export"])
def test_a_gradebook_in_use(course, command, name):
    assert command("grade", ASSIGNMENT)[0] == 0
    other = sqlite3.connect(gradebook_of(course))
    other.execute("BEGIN EXCLUSIVE")
    try:
        code, said = command(name, ASSIGNMENT, *["--force"] * (name == "grade"))
    finally:
        other.close()
    assert code == 1
    assert "in use by another program" in said
    assert "Traceback" not in said


def test_a_gradebook_that_is_none(course, command):
    gradebook_of(course).write_text("no database" * 100)
    code, said = command("grade", ASSIGNMENT)
    assert code == 1
    assert "file is not a database" in said
    assert "move it away" in said


def test_a_folder_in_place_of_the_gradebook(course, command):
    gradebook_of(course).mkdir()
    code, said = command("grade", ASSIGNMENT)
    assert code == 1
    assert "The gradebook cannot be used: unable to open database file." in said


def test_a_file_in_place_of_a_folder(course, command):
    course.state.write_text("")
    code, said = command("grade", ASSIGNMENT)
    assert code == 1
    assert str(course.state) in said
    assert "Traceback" not in said


@pytest.mark.parametrize("text", ["[]", '{"flags": [], "notebooks": []}', "{", "1"])
def test_an_earlier_result_that_cannot_be_read_is_made_again(course, command, text):
    assert command("grade", ASSIGNMENT)[0] == 0
    path = course.state / "results" / ASSIGNMENT / "ann.json"
    before = path.read_text()
    path.write_text(text)
    assert command("grade", ASSIGNMENT)[0] == 0
    kept = ("score", "status", "fingerprint")
    first, second = json.loads(before), json.loads(path.read_text())
    assert [first.get(key) for key in kept] == [second.get(key) for key in kept]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the full disk is Linux's")
def test_a_full_disk(command):
    code, said = command("grade", ASSIGNMENT, "--json", "/dev/full")
    assert code == 1
    assert "No space left on device" in said
    assert "Make room" in said
