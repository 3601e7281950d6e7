"""Mistakes in source notebooks that would spoil a release or its grading."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from autograder.delimiters import Delimiters, Marks

#: Words that look like a mark; only the course's own spelling works.
_LIKE_A_MARK = re.compile(
    r"^\s*(?:#+|%+|//+|<!--)\s*(?:BEGIN|END)[\s_-]*"
    r"(?:\w{0,3}SOL\w*|HID\w*|HIDDEN[\s_-]*TESTS?|MARK[\s_-]*SCHEME)",
    re.IGNORECASE,
)

#: Shorter lines are found in many cells by chance.
_TELLING_LENGTH = 12


@dataclass(frozen=True)
class Finding:
    """One mistake.

    Attributes:
        notebook: Name of the notebook, without `.ipynb`.
        cell: The cell's grade id, or its number counted from 1; empty if the
            mistake is the notebook's.
        message: What is wrong and how to mend it.
        serious: Whether a release must not be made from it.
    """

    notebook: str
    cell: str
    message: str
    serious: bool

    def __str__(self) -> str:
        """Show place and message on one line."""
        place = f"{self.notebook}, {self.cell}" if self.cell else self.notebook
        return f"{place}: {self.message}"


def inspect_source(path: Path, delimiters: Delimiters) -> list[Finding]:
    """Look for mistakes in an instructor's notebook.

    Args:
        path: The notebook in `source/`.
        delimiters: The course's marks.

    Returns:
        What was found, in the order of the cells; empty if nothing is wrong.
    """
    return list(_inspect(path, delimiters))


def _inspect(path: Path, delimiters: Delimiters) -> Iterator[Finding]:
    name = path.stem

    def serious(cell: str, message: str) -> Finding:
        return Finding(name, cell, message, serious=True)

    def minor(cell: str, message: str) -> Finding:
        return Finding(name, cell, message, serious=False)

    try:
        notebook = json.loads(path.read_text(encoding="utf-8"))
    except (UnicodeDecodeError, ValueError) as error:
        yield serious("", f"not a notebook in UTF-8 JSON ({error}).")
        return
    problem = _format_problem(notebook)
    if problem:
        yield serious("", f"not a valid notebook: {problem}.")
        return

    yield from (minor("", text) for text in _kernel_problems(notebook))

    seen: set[str] = set()
    for number, cell in enumerate(notebook["cells"], start=1):
        settings = cell["metadata"].get("nbgrader", {})
        source = joined(cell["source"])
        label = settings.get("grade_id") or f"cell {number}"
        graded, solution = settings.get("grade"), settings.get("solution")
        managed = graded or solution or settings.get("locked") or settings.get("task")

        if managed and settings.get("grade_id") in seen:
            yield serious(
                label, "this grade id is used twice; give each cell an id of its own."
            )
        if managed:
            seen.add(settings.get("grade_id", ""))

        yield from (serious(label, text) for text in _mark_problems(source, delimiters))

        is_code = cell["cell_type"] == "code"
        if is_code and solution and not delimiters.solution.regions(source):
            yield minor(
                label,
                f"a solution cell without {delimiters.solution.begin!r}: the whole "
                "cell is replaced in the release. Mark the part that is the answer.",
            )
        if is_code and graded and not solution:
            if not float(settings.get("points") or 0) > 0:
                yield minor(label, "a test cell worth 0 points; give it points.")
            if _ends_with_number(source):
                yield minor(
                    label,
                    "the test ends with a bare number, which is read as partial "
                    "credit; end it on an assertion.",
                )
        if is_code and (cell.get("outputs") or cell.get("execution_count")):
            yield minor(
                label,
                "has outputs; they are left out of the release. Clear them before "
                "committing the source.",
            )


def joined(source: str | list[str]) -> str:
    """Return a cell's source as one text; files hold it as a list of lines."""
    return source if isinstance(source, str) else "".join(source)


def _format_problem(notebook: Any) -> str:
    from nbformat.validator import better_validation_error, iter_validate

    if not isinstance(notebook, dict) or notebook.get("nbformat") != 4:
        return "its nbformat is not 4; open it in JupyterLab and save it"
    cells = notebook.get("cells")
    if not isinstance(cells, list) or not all(isinstance(cell, dict) for cell in cells):
        return "it has no list of cells"
    ids = [cell["id"] for cell in cells if "id" in cell]
    twice = next((name for name in ids if ids.count(name) > 1), None)
    if twice is not None:
        return f"two cells have the id {twice!r}; delete the id of the copied cell"
    minor = notebook.get("nbformat_minor", 0)
    if minor >= 5:  # the build gives ids to cells that have none
        cells = [{"id": f"made-{number}", **cell} for number, cell in enumerate(cells)]
    checked = {**notebook, "cells": cells}
    for error in iter_validate(checked, version=4, version_minor=minor):
        reason = str(better_validation_error(error, 4, minor)).strip()
        return reason.split("\n")[0].rstrip(".")
    return ""


def _kernel_problems(notebook: dict[str, Any]) -> Iterator[str]:
    from jupyter_client.kernelspec import KernelSpecManager, NoSuchKernel

    name = notebook["metadata"].get("kernelspec", {}).get("name")
    if not name:
        yield (
            "no kernelspec: JupyterLab will ask learners to choose a kernel. Set "
            'the kernel to "python3".'
        )
        return
    try:
        KernelSpecManager().get_kernel_spec(name)
    except NoSuchKernel:
        yield (
            f"its kernel {name!r} is not installed here, and perhaps not at the "
            'learners\' either. "python3" is everywhere.'
        )


def _mark_problems(source: str, delimiters: Delimiters) -> Iterator[str]:
    pairs = (delimiters.solution, delimiters.hidden_tests, delimiters.mark_scheme)
    for marks in pairs:
        if any(not region.closed for region in marks.regions(source)):
            yield f"{marks.begin!r} without {marks.end!r}; add the closing line."
        if marks.stray_end(source):
            yield (
                f"{marks.end!r} without {marks.begin!r} before it, so the text above "
                "it would be released; add or mend the opening line."
            )
    for line in source.split("\n"):
        known = any(marks.occur_in(line) for marks in pairs)
        if _LIKE_A_MARK.match(line) and not known:
            yield (
                f"{line.strip()!r} looks like a mark but is none; write for example "
                f"{delimiters.solution.begin!r} or {delimiters.hidden_tests.begin!r}."
            )


def _ends_with_number(source: str) -> bool:
    try:
        body = ast.parse(source).body
    except SyntaxError:  # cell magics and shell lines
        return False
    if not body or not isinstance(body[-1], ast.Expr):
        return False
    value = body[-1].value
    if isinstance(value, ast.UnaryOp):
        value = value.operand
    return (
        isinstance(value, ast.Constant)
        and isinstance(value.value, int | float)
        and not isinstance(value.value, bool)
    )


def inspect_release(
    source: dict[str, Any], release: dict[str, Any], name: str, delimiters: Delimiters
) -> list[Finding]:
    """Look for solutions and hidden tests that got into the learners' notebook.

    Args:
        source: The instructor's notebook, as parsed JSON.
        release: What was generated from it, as parsed JSON.
        name: Name of the notebook, without `.ipynb`.
        delimiters: The course's marks.

    Returns:
        What was found; each finding names the cell of the source.
    """
    findings: list[Finding] = []
    text = "\n".join(_strings(release))
    for marks in (delimiters.solution, delimiters.hidden_tests, delimiters.mark_scheme):
        for mark in (marks.begin, marks.end):
            if mark in text:
                message = f"{mark!r} is still in the release."
                findings.append(Finding(name, "", message, serious=True))

    lines = [line.strip() for line in text.split("\n") if line.strip()]
    for number, cell in enumerate(source["cells"], start=1):
        settings = cell["metadata"].get("nbgrader", {})
        label = settings.get("grade_id") or f"cell {number}"
        for what, secret in _secrets(joined(cell["source"]), settings, delimiters):
            if _contains(lines, secret):
                message = (
                    f"{what} ({secret[0]!r} …) can be read in the release; it stands "
                    "unmarked elsewhere in the source. Change or mark that place."
                )
                serious = len(secret) > 1
                findings.append(Finding(name, label, message, serious=serious))
    return findings


def _strings(value: Any) -> Iterator[str]:
    """Yield every text in a notebook: sources, outputs, metadata, attachments."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        if all(isinstance(item, str) for item in value):
            yield "".join(value)
        else:
            for item in value:
                yield from _strings(item)
    elif isinstance(value, dict):
        for item in value.values():
            yield from _strings(item)


def _secrets(
    source: str, settings: dict[str, Any], delimiters: Delimiters
) -> Iterator[tuple[str, list[str]]]:
    def parts(marks: Marks) -> Iterator[list[str]]:
        for region in marks.regions(source):
            lines = [line.strip() for line in region.lines]
            lines = [line for line in lines if line and not line.startswith("#")]
            if sum(len(line) for line in lines) >= _TELLING_LENGTH:
                yield lines

    for lines in parts(delimiters.hidden_tests):
        yield "the hidden test", lines
    for lines in parts(delimiters.mark_scheme):
        yield "the marking scheme", lines
    for lines in parts(delimiters.solution):
        yield "the solution", lines
    if settings.get("solution") and not delimiters.solution.regions(source):
        lines = [line.strip() for line in source.split("\n") if line.strip()]
        if len(lines) > 1:
            yield "the solution", lines


def _contains(lines: list[str], part: list[str]) -> bool:
    """Say whether `part` stands in `lines`, one line after the other."""
    if len(part) == 1 and len(part[0]) < 2 * _TELLING_LENGTH:
        return False
    first = part[0]
    return any(
        line == first and lines[index : index + len(part)] == part
        for index, line in enumerate(lines)
    )
