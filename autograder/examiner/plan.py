"""What of a source notebook the examiner runs, and whose the names are.

The examiner runs the test cells, and of the instructor's other cells those that a test
cell depends on. Which these are follows from the names: for each name that a cell uses,
the last cell before it that binds the name provides it. If that one is a solution cell,
the name is the student's; otherwise it is the grader's and its cell is needed, too.
"""

from __future__ import annotations

import ast
import builtins
from collections.abc import Collection
from dataclasses import dataclass, field

from IPython.core.inputtransformer2 import TransformerManager
from nbformat import NotebookNode

from autograder.examiner.names import Names, Unreadable, names_of
from autograder.examiner.traits import Traits, traits_of

#: By this tag an instructor says that a cell of the lesson leaves nothing behind for
#: later cells but the names that it binds and what it does to objects by name: no file,
#: no setting, no random number that a score hangs on.
NO_SIDE_EFFECTS = "no-side-effects"

_ALWAYS_KNOWN = frozenset(dir(builtins)) | {"display", "get_ipython", "In", "Out", "_"}


@dataclass(frozen=True)
class SourceCell:
    """A code cell of the source notebook.

    Attributes:
        index: Its place among all cells of the notebook.
        grade_id: nbgrader's name for it, or None.
        cell_id: The notebook format's id.
        source: Its text.
        code: Its text with IPython's magics turned into calls.
        is_solution: Whether students write it.
        is_test: Whether nbgrader gives points for running it.
        names: Its names; empty where the text is not Python.
        problem: Why the text could not be read, or "".
        is_quiet: Whether it carries the tag `NO_SIDE_EFFECTS`.
    """

    index: int
    grade_id: str | None
    cell_id: str | None
    source: str
    code: str
    is_solution: bool
    is_test: bool
    names: Names
    problem: str = ""
    is_quiet: bool = False


@dataclass(frozen=True)
class Step:
    """A cell for the examiner to run.

    Attributes:
        cell: The cell.
        students: Names that are the student's at this place of the notebook.
        classes: Those of them that the instructor's solution defines as classes, each
            with its `Traits`: operators and makers.
        imports: Import statements in solution cells, by the name they bind: where the
            student has imported a module of that name, the examiner imports its own.
        asked: Whether a result of this cell was asked for.
    """

    cell: SourceCell
    students: frozenset[str]
    classes: tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...]
    imports: dict[str, str]
    asked: bool


@dataclass(frozen=True)
class Plan:
    """The cells to run, in the order of the notebook.

    Attributes:
        steps: The cells to run.
        providers: For names of the student's, the grade id of the cell that should
            define each, as the instructor's solution does.
        graders: For names of the grader's, the index of the cell that defines each.
        lessons: Texts of the instructor's cells that are neither solution nor test.
        quiet: Those of them that carry the tag `NO_SIDE_EFFECTS`.
    """

    steps: tuple[Step, ...]
    providers: dict[str, str | None]
    graders: dict[str, int]
    lessons: frozenset[str] = frozenset()
    quiet: frozenset[str] = frozenset()


@dataclass
class _Notebook:
    """The cells of a source notebook, and who provides which name."""

    cells: list[SourceCell]
    _needed: set[int] = field(default_factory=set)

    def provider(self, name: str, before: int) -> SourceCell | None:
        """The last cell before a place that binds a name.

        A solution that changes an object of the lesson in place, as in
        `prices["tea"] = 2.5`, provides it as if it had bound its name.
        """
        for cell in reversed(self.cells):
            if cell.index >= before:
                continue
            if name in cell.names.defines:
                return cell
            if cell.is_solution and name in cell.names.changes:
                found = self.provider(name, cell.index)
                if found is not None and name not in found.names.imports:
                    return cell
        return None

    def given_by(self, cell: SourceCell) -> frozenset[str]:
        """Names that a cell binds, or provides by changing their objects."""
        return cell.names.defines | {
            name
            for name in cell.names.changes
            if self.provider(name, cell.index + 1) is cell
        }

    def need(self, cell: SourceCell, at: int) -> None:
        """Add a cell, and those that it depends on, for a test at place `at`."""
        wanted = [(name, cell.index) for name in cell.names.uses | cell.names.changes]
        wanted += [(name, at) for name in cell.names.later]
        self._needed.add(cell.index)
        for name, before in wanted:
            self._need_name(name, before, at)

    def _need_name(self, name: str, before: int, at: int) -> None:
        provider = self.provider(name, before)
        if provider is None:
            if name not in _ALWAYS_KNOWN:
                for cell in self.cells:
                    if cell.names.stars and cell.index < before:
                        self._add(cell, at)
            return
        if not provider.is_solution:
            self._add(provider, at)
        if name in provider.names.imports:
            return  # a call of a module's function is no change of the module
        for cell in self.cells:
            between = provider.index < cell.index < before
            if between and name in cell.names.changes and not cell.is_solution:
                self._add(cell, at)

    def _add(self, cell: SourceCell, at: int) -> None:
        if cell.index not in self._needed and not cell.is_solution:
            self.need(cell, at)

    def needed(self) -> list[SourceCell]:
        """All cells that were added, in order."""
        return [cell for cell in self.cells if cell.index in self._needed]


def without_magics(source: str) -> str:
    """Return a cell's text with IPython's magics turned into calls."""
    try:
        ast.parse(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return TransformerManager().transform_cell(source)
    return source  # what is Python has none


def read_source(source: NotebookNode) -> list[SourceCell]:
    """Return the code cells of a source notebook."""
    cells = []
    for index, cell in enumerate(source.cells):
        if cell.cell_type != "code":
            continue
        grading = cell.metadata.get("nbgrader", {})
        problem = ""
        try:
            code = without_magics(cell.source)
            names = names_of(code)
        except (Unreadable, SyntaxError) as error:
            code, names, problem = cell.source, Names(), str(error)
        is_solution = bool(grading.get("solution"))
        cells.append(
            SourceCell(
                index=index,
                grade_id=grading.get("grade_id"),
                cell_id=cell.get("id"),
                source=cell.source,
                code=code,
                is_solution=is_solution,
                is_test=bool(grading.get("grade")) and not is_solution,
                names=names,
                problem=problem,
                is_quiet=NO_SIDE_EFFECTS in cell.metadata.get("tags", ()),
            )
        )
    return cells


def make_plan(source: NotebookNode, only: Collection[str] | None = None) -> Plan:
    """Find what to run for the tests of a source notebook.

    Args:
        source: The instructor's notebook, with solutions and hidden tests.
        only: Grade ids of the test cells to examine, None for all.
    """
    cells = read_source(source)
    notebook = _Notebook(cells)
    asked = set()
    for cell in cells:
        if cell.is_test and (only is None or cell.grade_id in only):
            asked.add(cell.index)
            notebook.need(cell, cell.index)
    given = {cell.index: notebook.given_by(cell) for cell in cells}
    traits = _traits(cells)
    steps = []
    for cell in notebook.needed():
        last: dict[str, SourceCell] = {}
        for earlier in cells:
            if earlier.index < cell.index:
                last |= dict.fromkeys(given[earlier.index], earlier)
        students = {name: one for name, one in last.items() if one.is_solution}
        steps.append(
            Step(
                cell=cell,
                students=frozenset(students),
                classes=tuple(
                    (name, *traits[one.index][name])
                    for name, one in sorted(students.items())
                    if name in traits[one.index]
                ),
                imports={
                    name: one.names.imports[name]
                    for name, one in students.items()
                    if name in one.names.imports
                },
                asked=cell.index in asked,
            )
        )
    providers: dict[str, str | None] = {}
    graders: dict[str, int] = {}
    for cell in cells:
        if cell.is_solution:
            providers |= dict.fromkeys(given[cell.index], cell.grade_id)
        else:
            graders |= dict.fromkeys(cell.names.defines, cell.index)
    lessons = [cell for cell in cells if not cell.is_solution and not cell.is_test]
    return Plan(
        tuple(steps),
        providers,
        graders,
        lessons=frozenset(cell.source for cell in lessons),
        quiet=frozenset(cell.source for cell in lessons if cell.is_quiet),
    )


def _traits(
    cells: list[SourceCell],
) -> dict[int, dict[str, tuple[tuple[str, ...], tuple[str, ...]]]]:
    """The classes that each solution cell defines, as plain values."""
    known: dict[str, Traits] = {}
    rows = {}
    for cell in cells:
        found: dict[str, Traits] = {}
        if cell.is_solution and not cell.problem:
            found = traits_of(ast.parse(cell.code), known)
        known |= found
        rows[cell.index] = {
            name: (tuple(sorted(one.operators)), tuple(sorted(one.makers)))
            for name, one in found.items()
        }
    return rows


def find_hidden_dependencies(source: NotebookNode) -> list[str]:
    """Report where a notebook relies on what holds only within one process.

    Args:
        source: The instructor's notebook.

    Returns:
        A sentence for each finding: a name that only a test cell defines and that
        cells of students use later; a test cell that changes an object of theirs that
        they use later; a name that students' and grader's cells both define before a
        test uses it; a test cell that ends with a call of the student's code, whose
        number would be read as partial credit; a cell that is not Python.
    """
    cells = read_source(source)
    notebook = _Notebook(cells)
    findings = []
    for cell in cells:
        place = f"Cell {cell.index + 1}" + (
            f" (`{cell.grade_id}`)" if cell.grade_id else ""
        )
        if cell.problem:
            findings.append(f"{place}: {cell.problem}")
        if cell.is_test:
            findings += _about_test(notebook, cell, place)
            continue
        for name in sorted(cell.names.uses | cell.names.later):
            provider = notebook.provider(name, cell.index)
            only_tests = all(
                one.is_test
                for one in cells
                if one.index < cell.index and name in one.names.defines
            )
            if provider is not None and only_tests:
                findings.append(
                    f"{place} uses `{name}`, which the test cell "
                    f"`{provider.grade_id}` defines. Test cells run apart from the "
                    "student's code, so it will be missing there. Define it in a cell "
                    "of its own, before the test."
                )
    return findings


def _about_test(notebook: _Notebook, cell: SourceCell, place: str) -> list[str]:
    findings = []
    for name in sorted(cell.names.uses | cell.names.later):
        before = [
            one
            for one in notebook.cells
            if one.index < cell.index and name in one.names.defines
        ]
        sorts = {one.is_solution for one in before}
        if len(sorts) == 2:
            whose = "the student's" if before[-1].is_solution else "the grader's"
            findings.append(
                f"{place} uses `{name}`, which a solution cell and a cell of yours "
                f"both define: here it is {whose}. Give one of them another name."
            )
    for name in sorted(cell.names.changes):
        provider = notebook.provider(name, cell.index)
        if provider is not None and provider.is_solution:
            used_later = any(
                name in one.names.uses | one.names.later and not one.is_test
                for one in notebook.cells
                if one.index > cell.index
            )
            if used_later:
                findings.append(
                    f"{place} changes `{name}`, an object of the student's, in place: "
                    "later cells of the student do not see that. Work on a copy."
                )
    last = cell.names.ends_with
    if last is not None:
        provider = notebook.provider(last, cell.index)
        if provider is not None and provider.is_solution:
            findings.append(
                f"{place} ends with a value of the student's, `{last}`: a number there "
                "is read as partial credit. End on an assertion."
            )
    return findings
