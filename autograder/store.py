"""The results of earlier runs, a file for each submission, in the course folder."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from autograder.exceptions import UsageError
from autograder.leftovers import Leftovers
from autograder.results import SubmissionResult

if TYPE_CHECKING:
    from autograder.course import Course


def _path(course: Course, assignment: str, student: str) -> Path:
    return course.state / "results" / assignment / f"{student}.json"


def save_result(course: Course, result: SubmissionResult) -> None:
    """Keep a result, replacing an earlier one in one step."""
    path = _path(course, result.assignment, result.student)
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".new")
    with os.fdopen(handle, "w", encoding="utf-8", errors="replace") as file:
        json.dump(result.to_json(), file, ensure_ascii=False, indent=1)
    os.replace(name, path)


def forget_result(course: Course, assignment: str, student: str) -> None:
    """Drop a result, so that an interrupted run is not taken for a finished one."""
    _path(course, assignment, student).unlink(missing_ok=True)


def load_result(
    course: Course, assignment: str, student: str
) -> SubmissionResult | None:
    """Return the kept result; None if there is none, or from another version."""
    try:
        text = _path(course, assignment, student).read_text(encoding="utf-8")
        return SubmissionResult.from_json(json.loads(text))
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def load_results(course: Course, assignment: str) -> list[SubmissionResult]:
    """Return all kept results of an assignment, by student."""
    folder = course.state / "results" / assignment
    students = sorted(path.stem for path in folder.glob("*.json"))
    results = (load_result(course, assignment, student) for student in students)
    return [result for result in results if result is not None]


@contextmanager
def only_run(course: Course) -> Iterator[Leftovers]:
    """Hold the course folder for one grading run, and tidy up after a killed one.

    Yields:
        The run's temporary folders.

    Raises:
        UsageError: If another run holds it.
    """
    course.state.mkdir(exist_ok=True)
    ignore = course.state / ".gitignore"
    if not ignore.exists():
        ignore.write_text("*\n", encoding="utf-8")
    try:
        import fcntl
    except ImportError:  # Windows
        fcntl = None
    with (course.state / "lock").open("a+") as lock:
        try:
            if fcntl is not None:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise UsageError(
                f"Another grading run is at work in {course.root}. Wait for its end."
            ) from None
        for half_written in course.state.glob("results/*/.*.new"):
            half_written.unlink(missing_ok=True)
        leftovers = Leftovers(lock)
        try:
            yield leftovers
        finally:
            leftovers.close()
