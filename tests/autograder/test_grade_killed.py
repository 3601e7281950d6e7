"""Runs that are killed, interrupted or lose a process: the marks come out the same."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest
from sample_course import (
    ASSIGNMENT,
    NOTEBOOK,
    RIGHT,
    answered,
    code,
    make_course,
    read_notebook,
    sandbox_holds,
    write_notebook,
)

from autograder.build import build
from autograder.course import load_course

pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="looks at processes as Linux shows them"
)

HALF = {**RIGHT, "area": "def area(width, height):\n    return 4"}
CREDIT = {
    **RIGHT,
    "mean": "def mean(values):\n    return sum(values) / len(values[:2])",
}
CLASS = {
    "ann": (RIGHT, 6),
    "bob": (HALF, 4),
    "cem": (CREDIT, 5),
    "dora": ({**HALF, "mean": "mean = None"}, 1),
    "eve": (RIGHT, 6),
}
SECONDS = 180


class Class:
    """A course with submissions, and runs of the command over it."""

    def __init__(self, folder: Path) -> None:
        self.root = make_course(folder / "course")
        self.course = load_course(self.root)
        build(self.course)
        self.temporary = folder / "t"
        self.temporary.mkdir()
        self.started: list[subprocess.Popen] = []
        release = read_notebook(self.course.release(ASSIGNMENT) / f"{NOTEBOOK}.ipynb")
        for student, (answers, _) in CLASS.items():
            content = answered(release, **answers)
            content["cells"].append(code("import time; time.sleep(0.3)", "slow"))
            place = self.course.submitted(student, ASSIGNMENT)
            write_notebook(place / f"{NOTEBOOK}.ipynb", content)

    def start(self, *options: str) -> subprocess.Popen:
        command = [sys.executable, "-m", "autograder", "grade", ASSIGNMENT]
        running = subprocess.Popen(
            [*command, "--course", str(self.root), "--jobs", "2", *options],
            env={**os.environ, "TMPDIR": str(self.temporary)},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )
        self.started.append(running)
        return running

    def end(self) -> None:
        """End the runs that a failed test has left, which would hold the course."""
        for running in self.started:
            running.kill()
            running.wait()
            running.stdout.close()
        self.started.clear()

    def results(self) -> dict[str, int]:
        """Give the kept results, with the time at which each was written."""
        folder = self.course.state / "results" / ASSIGNMENT
        return {path.stem: path.stat().st_mtime_ns for path in folder.glob("*.json")}

    def forget(self) -> None:
        for student in self.results():
            folder = self.course.state / "results" / ASSIGNMENT
            (folder / f"{student}.json").unlink()

    def processes(self) -> list[psutil.Process]:
        """Give all processes that a run has started, wherever they stand by now."""
        mark = str(self.temporary)
        found = []
        for process in psutil.process_iter():
            try:
                words = [*process.cmdline(), process.environ().get("TMPDIR", "")]
                if any(mark in word for word in words) and process.status() != "zombie":
                    found.append(process)
            except psutil.Error:
                continue
        return found

    def nothing_is_left(self) -> None:
        wait_until(lambda: not self.processes(), 20)
        assert os.listdir(self.temporary) == []
        assert (self.course.state / "lock").read_text() == ""
        kept = self.root / "autograded"
        assert not [
            path for path in kept.rglob(".*") if path.suffix in (".new", ".old")
        ]

    def marks_are_right(self) -> None:
        from nbgrader.api import Gradebook

        with Gradebook(self.course.directory.db_url, "sample") as gradebook:
            for student, (_, score) in CLASS.items():
                assert gradebook.find_submission(ASSIGNMENT, student).score == score


def workers_of(run: psutil.Process) -> list[psutil.Process]:
    return [
        child for server in called("forkserver", run) for child in server.children()
    ]


def called(word: str, run: psutil.Process) -> list[psutil.Process]:
    """Give the processes that a run has started with this in their command lines."""
    found = []
    for child in run.children():
        with contextlib.suppress(psutil.NoSuchProcess):  # which a zombie is, too
            if word in " ".join(child.cmdline()):
                found.append(child)
    return found


def wait_until(condition: Callable[[], object], seconds: float = SECONDS) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "it did not come to this"
        time.sleep(0.02)


@pytest.fixture(scope="module")
def graded_class() -> Iterator[Class]:
    # A short path: sockets stand below it.
    with tempfile.TemporaryDirectory(prefix="kill-", dir="/tmp") as folder:
        yield Class(Path(folder))


@pytest.fixture
def made(graded_class: Class) -> Iterator[Class]:
    graded_class.forget()
    yield graded_class
    graded_class.end()


def test_a_run_that_is_killed_again_and_again_ends_with_the_same_marks(made, tmp_path):
    moments: list[Callable[[], object]] = [
        lambda: list(made.temporary.glob("autograder-*/plan")),
        lambda: list(made.temporary.glob("autograder-*/autograder-run-*")),
        lambda: len(made.results()) >= 1,
        lambda: len(made.results()) >= 3,
    ]
    before: dict[str, int] = {}
    for moment in moments:
        running = made.start()
        wait_until(lambda m=moment, r=running: m() or r.poll() is not None)
        os.kill(running.pid, signal.SIGKILL)
        assert running.wait() == -signal.SIGKILL
        running.stdout.close()
        wait_until(lambda: not made.processes(), 20)  # nobody works on for a dead run
        now = made.results()
        assert before.items() <= now.items()  # what was written was not graded again
        before = now
    assert 3 <= len(before) < len(CLASS)

    lines = tmp_path / "lines.jsonl"
    last = made.start("--json", str(lines))
    said, _ = last.communicate(timeout=SECONDS)
    assert last.returncode == 0, said
    results = [json.loads(line) for line in lines.read_text().splitlines()]
    assert {one["student"] for one in results if one["unchanged"]} == set(before)
    assert before.items() <= made.results().items()
    made.marks_are_right()
    made.nothing_is_left()


@pytest.mark.skipif(not sandbox_holds(), reason="kernels are forked in the sandbox")
def test_lost_processes_cost_nobody_marks(made):
    running = made.start()
    family = psutil.Process(running.pid)

    wait_until(lambda: workers_of(family))
    workers_of(family)[0].kill()
    wait_until(lambda: len(made.results()) >= 1)
    for one in called("zygote", family):
        one.kill()
    said, _ = running.communicate(timeout=SECONDS)
    assert running.returncode == 0, said
    assert set(made.results()) == set(CLASS), said
    made.marks_are_right()
    wait_until(lambda: not made.processes(), 20)


@pytest.mark.skipif(not sandbox_holds(), reason="kernels are forked in the sandbox")
@pytest.mark.parametrize(("losses", "score"), [(2, 6), (3, 0)])
def test_a_submission_whose_processes_are_lost_is_tried_three_times(
    made, losses, score, tmp_path
):
    lines = tmp_path / "lines.jsonl"
    running = made.start("--student", "ann", "--json", str(lines))
    family = psutil.Process(running.pid)
    killed: set[int] = set()
    for _ in range(losses):
        wait_until(lambda: {one.pid for one in workers_of(family)} - killed)
        for one in workers_of(family):
            killed.add(one.pid)
            one.kill()
    said, _ = running.communicate(timeout=SECONDS)
    [result] = [json.loads(line) for line in lines.read_text().splitlines()]
    assert result["score"] == score, said
    assert len(killed) == losses
    assert ("grader stopped" in said) == (score == 0)
    wait_until(lambda: not made.processes(), 20)


@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM"])
def test_a_run_that_is_asked_to_stop_tidies_up_and_says_so(made, name):
    number = getattr(signal, name)
    running = made.start()
    wait_until(lambda: made.results() or running.poll() is not None)
    if number == signal.SIGINT:  # as a terminal does, to all in the foreground
        os.killpg(running.pid, number)
    else:
        os.kill(running.pid, number)
    said, _ = running.communicate(timeout=30)
    assert running.returncode == 128 + number, said
    assert "Stopped. What was graded is kept; the same command goes on." in said
    assert "Traceback" not in said
    assert 1 <= len(made.results()) < len(CLASS)
    made.nothing_is_left()
