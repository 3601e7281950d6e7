"""Run nbgrader's `GenerateAssignment` with everything it writes redirected."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import warnings
from collections.abc import Container, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from autograder.course import LogCollector, make_logger
from autograder.exceptions import BuildError
from autograder.gradebook import ensure_gradebook, sqlite_url

if TYPE_CHECKING:
    from autograder.course import Course

_NBGRADER_LAYOUT = os.path.join("{nbgrader_step}", "{student_id}", "{assignment_id}")


def generate_assignment(
    course: Course,
    assignment: str,
    scratch: Path,
    *,
    db_url: str | None = None,
    keep_hidden: bool = False,
) -> Path:
    """Generate one assignment into a scratch folder.

    Args:
        course: The course whose source is read; nothing in it is written, except
            the gradebook if `db_url` names it.
        assignment: The assignment's name.
        scratch: An existing folder for this call alone.
        db_url: The gradebook that learns of the assignment; by default a new one
            in `scratch`.
        keep_hidden: Leave hidden tests and marking schemes in the result. It then
            holds the cells as the gradebook knows them, and is never for learners.

    Returns:
        The folder with the generated notebooks and the copied helper files.

    Raises:
        BuildError: If nbgrader refuses the source; the message is nbgrader's.
    """
    from nbformat.warnings import MissingIDFieldWarning
    from nbgrader.converters import GenerateAssignment
    from nbgrader.converters.base import NbGraderException

    from autograder.worked import ClearWorkedSolutions

    staged = scratch / "source" / assignment
    _stage(course.source(assignment), staged)
    db_url = db_url or sqlite_url(scratch / "gradebook.db")
    ensure_gradebook(db_url)

    logger, collector = make_logger()
    # nbgrader works in `root`, where a course's header and test templates are.
    directory = course.make_directory(
        log=logger,
        directory_structure=_NBGRADER_LAYOUT,
        source_directory=str(scratch / "source"),
        release_directory=str(scratch / "release"),
        db_url=db_url,
        assignment_id=assignment,
        notebook_id="*",
    )
    converter = GenerateAssignment(
        coursedir=directory,
        config=course.config,
        log=logger,
        create_assignment=True,
        no_database=False,
        force=True,
    )
    if not _names(converter.preprocessors) & {ClearWorkedSolutions.__name__}:
        converter.preprocessors = [ClearWorkedSolutions, *converter.preprocessors]
    if keep_hidden:
        converter.preprocessors = [
            step
            for step in converter.preprocessors
            if not _names([step]) & {"ClearHiddenTests", "ClearMarkScheme"}
        ]
    try:
        with warnings.catch_warnings():
            # A header in an older format has no ids; they are given below.
            warnings.simplefilter("ignore", MissingIDFieldWarning)
            converter.start()
    except NbGraderException as error:
        raise BuildError(_explain(course, assignment, collector, error)) from error
    folder = scratch / "release" / assignment
    for path in folder.glob("*.ipynb"):
        _restore_ids(path, staged / path.name)
    return folder


def _names(steps: Iterable[type | str]) -> set[str]:
    """Names of nbgrader's steps, which a configuration gives as dotted text."""
    return {
        step.rpartition(".")[2] if isinstance(step, str) else step.__name__
        for step in steps
    }


def _restore_ids(path: Path, staged: Path) -> None:
    """Replace the ids that nbformat made up for cells of a header or footer."""
    notebook = json.loads(path.read_text(encoding="utf-8"))
    source = json.loads(staged.read_text(encoding="utf-8"))
    name_cells(notebook, keep={cell.get("id") for cell in source["cells"]})
    path.write_text(json.dumps(notebook), encoding="utf-8")


def _stage(source: Path, place: Path) -> None:
    """Lay out an assignment's source: notebooks with cell ids, links to the rest.

    A cell without an id gets one made from its place and text. nbformat would make
    up another one each time.
    """
    shutil.copytree(source, place, copy_function=_link)
    for path in place.glob("*.ipynb"):
        text = path.read_text(encoding="utf-8")
        path.unlink()  # the link, not the source
        try:
            notebook = json.loads(text)
            name_cells(notebook)
            text = json.dumps(notebook)
        except (ValueError, KeyError, TypeError, AttributeError):
            pass  # nbgrader says what is wrong with it
        path.write_text(text, encoding="utf-8")


def _link(source: str, place: str) -> None:
    try:
        os.symlink(os.path.abspath(source), place)
    except OSError:  # no links on this file system
        shutil.copy2(source, place)


def name_cells(notebook: dict[str, Any], keep: Container[str] | None = None) -> None:
    """Give an id to each cell that has none, or one that another cell has.

    Notebook formats before 4.5 know no ids; there they are removed.

    Args:
        notebook: Parsed JSON, changed in place.
        keep: The ids to keep; by default all that are there.
    """
    has_ids = (notebook["nbformat"], notebook["nbformat_minor"]) >= (4, 5)
    used: set[str] = set()
    for number, cell in enumerate(notebook["cells"]):
        if not has_ids:
            cell.pop("id", None)
        elif (
            not cell.get("id")
            or cell["id"] in used
            or (keep is not None and cell["id"] not in keep)
        ):
            seed = f"{number}\n{''.join(cell['source'])}"
            cell["id"] = hashlib.sha256(seed.encode()).hexdigest()[:8]
        used.add(cell.get("id", ""))


def _explain(
    course: Course, assignment: str, collector: LogCollector, error: Exception
) -> str:
    """Name the cause: the last line of the traceback that nbgrader logged."""
    tracebacks = [text for text in collector.messages if "Traceback" in text]
    others = [text for text in collector.messages if "Traceback" not in text]
    if tracebacks:
        cause = tracebacks[0].strip().splitlines()[-1]
    else:
        cause = others[0] if others else str(error)
    mark = "Cell contents are:"
    cells = [text.split(mark)[-1].strip() for text in others if mark in text]
    preview = f"\nThe cell:\n{_indent(cells[0])}" if cells else ""
    return f"nbgrader refuses {course.source(assignment)}: {cause}{preview}"


def _indent(text: str, lines: int = 8) -> str:
    return "\n".join(f"    {line}" for line in text.splitlines()[:lines])
