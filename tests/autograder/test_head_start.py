"""What is imported ahead of grading, and how often nbgrader's statements compile."""

import subprocess
import sys
import time

import pytest
from sample_course import ASSIGNMENT, NOTEBOOK, make_course

from autograder import head_start
from autograder.build import build
from autograder.course import load_course
from autograder.gradebook import kept_engines
from autograder.kernels import client

needs_forks = pytest.mark.skipif(
    not client.is_supported(), reason="kernels are forked on Linux only"
)


@pytest.fixture
def course(tmp_path, monkeypatch):
    monkeypatch.delenv(client.ADDRESS_VARIABLE, raising=False)
    # Tests that ran before in this process may have left theirs.
    monkeypatch.setattr(client, "_zygotes", {})
    made = load_course(make_course(tmp_path / "course"))
    yield made
    client.close_shared()


def test_it_imports_nothing_slow():
    slow = {"IPython", "jupyter_client", "nbconvert", "nbgrader", "numpy", "tensorflow"}
    code = (
        "import sys, autograder.cli, autograder.head_start; "
        f"print(sorted({slow!r} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


@needs_forks
def test_the_guess_is_what_the_run_uses(course):
    head_start.guess(course.root, ASSIGNMENT, None)
    started = set(client._zygotes)
    folder = head_start.begin(course.source(ASSIGNMENT), [NOTEBOOK])
    assert set(client._zygotes) == started
    assert len(started) == 1
    assert folder is not None
    assert (folder / "socket").exists()


@needs_forks
def test_nothing_is_guessed_for_a_course_with_results_or_without_a_source(course):
    head_start.guess(course.root, "unknown", None)
    head_start.guess(course.root, ASSIGNMENT, "unknown")
    head_start.guess(course.root / "nowhere", "a" * 300, None)
    (course.state / "results" / ASSIGNMENT).mkdir(parents=True)
    head_start.guess(course.root, ASSIGNMENT, None)
    assert not client._zygotes


@needs_forks
def test_a_zygote_that_still_imports_is_ended_at_once():
    zygote = client.Zygote(("tensorflow",))
    started = time.monotonic()
    zygote.close()
    assert time.monotonic() - started < 1
    assert not zygote.is_alive()


def test_gradebooks_share_their_engine_for_a_while(course):
    from nbgrader import api

    build(course)
    url = course.directory.db_url
    make = api.create_engine
    with kept_engines():
        with api.Gradebook(url) as first:
            first.add_student("ann")
        with api.Gradebook(url) as second:
            assert second.engine is first.engine
            assert second.find_student("ann").id == "ann"
    assert api.create_engine is make
    with api.Gradebook(url) as third:
        assert third.engine is not first.engine
        assert third.find_student("ann").id == "ann"
