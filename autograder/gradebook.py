"""nbgrader's gradebook: making one quickly, and reading a student's marks."""

from __future__ import annotations

import functools
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from autograder.course import Course

_SQLITE = "sqlite:///"


def sqlite_url(path: Path) -> str:
    """Return the address of a gradebook in a file."""
    return f"{_SQLITE}{path}"


def ensure_gradebook(db_url: str) -> None:
    """Create a gradebook in a file if there is none; leave any other alone.

    nbgrader would do it too, but asks the `alembic` command for the version of its
    tables, which imports all of nbgrader once more and takes seconds.
    """
    if not db_url.startswith(_SQLITE):
        return
    path = Path(db_url.removeprefix(_SQLITE))
    if path.exists():
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    connection = sqlite3.connect(path)
    with connection:
        connection.execute(
            "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL)"
        )
        connection.execute(
            "INSERT INTO alembic_version VALUES (?)", (_newest_table_version(),)
        )
    connection.close()


def _newest_table_version() -> str:
    import nbgrader
    from alembic.script import ScriptDirectory

    folder = Path(nbgrader.__file__).parent / "alembic"
    return ScriptDirectory(str(folder)).get_current_head() or ""


@contextmanager
def kept_engines() -> Iterator[None]:
    """Have nbgrader's gradebooks share one SQLAlchemy engine for each address.

    Each would make its own, compile each of its statements anew and look for each of
    the tables, which takes most of the time of a short look into the gradebook. A
    gradebook that is closed still closes its connections.
    """
    from nbgrader import api

    tables = api.Base.metadata
    make, make_tables = api.create_engine, tables.create_all
    api.create_engine = functools.cache(make)
    tables.create_all = functools.cache(make_tables)
    try:
        yield
    finally:
        api.create_engine = make
        tables.create_all = make_tables


@dataclass
class Mark:
    """What the gradebook says of one graded cell."""

    score: float
    max_score: float
    waits: bool
    extra_credit: float = 0.0


@dataclass
class Marks:
    """What the gradebook says of one notebook of one student."""

    cells: dict[str, Mark] = field(default_factory=dict)
    comments: dict[str, str] = field(default_factory=dict)
    late_penalty: float = 0.0

    @property
    def score(self) -> float:
        """All points, without the penalty for being late."""
        return sum(mark.score for mark in self.cells.values())

    @property
    def max_score(self) -> float:
        """Points to be had."""
        return sum(mark.max_score for mark in self.cells.values())


def read_marks(course: Course, assignment: str, student: str, notebook: str) -> Marks:
    """Read scores and comments from the gradebook; empty if it has none."""
    from nbgrader.api import Gradebook, MissingEntry

    directory = course.directory
    with Gradebook(directory.db_url, directory.course_id) as gradebook:
        try:
            entry = gradebook.find_submission_notebook(notebook, assignment, student)
        except MissingEntry:
            return Marks()
        cells = {
            grade.name: Mark(
                grade.score,
                grade.max_score,
                bool(grade.needs_manual_grade),
                grade.extra_credit or 0.0,
            )
            for grade in entry.grades
        }
        comments = {
            comment.name: comment.comment
            for comment in entry.comments
            if comment.comment and comment.comment != "No response."
        }
        return Marks(cells, comments, entry.late_submission_penalty or 0.0)
