"""Run the tests of one exercise of a source notebook on one answer.

Only what the tests need is run: from the names that a cell uses and defines follow the
cells before it that it depends on. So a lesson's training run is not paid for.
"""

import ast
import contextlib
import io
import math
import os
import symtable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import nbformat

ROOT = Path(__file__).parent.parent.parent


@dataclass
class Cell:
    """A code cell of a source notebook."""

    grade_id: str
    source: str
    points: float | None
    is_solution: bool
    exercise: str
    uses: set[str] = field(init=False)
    defines: set[str] = field(init=False)

    def __post_init__(self) -> None:
        try:
            self.uses, self.defines = names_of(self.source)
        except SyntaxError:  # an answer may be no Python at all
            self.uses, self.defines = set(), set()

    @property
    def is_test(self) -> bool:
        """Whether nbgrader gives points for this cell."""
        return self.points is not None

    @property
    def is_hidden(self) -> bool:
        """Whether learners get this test cell without its body."""
        return "### BEGIN HIDDEN TESTS" in self.source


@dataclass
class TestResult:
    """What one test cell said of an answer.

    Attributes:
        grade_id: The test cell.
        earned: Points that the answer got.
        points: Points that it could get.
        message: What the learner is told. Where a hidden test fails with anything but
            an assertion, feedback shows the kind of exception alone, and so does this.
    """

    __test__ = False  # not a class of tests, whatever pytest thinks of its name

    grade_id: str
    earned: float
    points: float
    message: str


def names_of(source: str) -> tuple[set[str], set[str]]:
    """Names that a cell takes from the notebook, and names that it gives to it."""
    table = symtable.symtable(source, "<cell>", "exec")
    defines = {
        symbol.get_name()
        for symbol in table.get_symbols()
        if symbol.is_assigned() or symbol.is_imported() or symbol.is_namespace()
    }
    uses = {
        symbol.get_name() for symbol in table.get_symbols() if symbol.is_referenced()
    }
    inner = list(table.get_children())
    while inner:
        scope = inner.pop()
        inner += scope.get_children()
        uses |= {s.get_name() for s in scope.get_symbols() if s.is_global()}
    return uses - defines, defines


@cache
def read_cells(path: Path) -> tuple[Cell, ...]:
    """The code cells of a notebook, source or released."""
    cells = []
    for cell in nbformat.read(path, as_version=4).cells:
        if cell.cell_type != "code":
            continue
        grading = cell.metadata.get("nbgrader", {})
        tags = cell.metadata.get("tags", [])
        exercises = [
            tag.partition(":")[2] for tag in tags if tag.startswith("exercise:")
        ]
        cells.append(
            Cell(
                grade_id=grading.get("grade_id", cell.id),
                source=cell.source,
                points=grading["points"] if grading.get("grade") else None,
                is_solution=bool(grading.get("solution")),
                exercise=exercises[0] if exercises else "",
            )
        )
    return tuple(cells)


def needed_cells(cells: list[Cell], exercise: str) -> list[Cell]:
    """The cells to run for the tests of an exercise, in the order of the notebook."""
    needed: list[Cell] = []
    wanted: set[str] = set()
    for cell in reversed(cells):
        is_own = cell.exercise == exercise and (cell.is_test or cell.is_solution)
        is_other_test = cell.is_test and cell.exercise != exercise
        gives = cell.defines & wanted
        if is_own or (gives and not is_other_test):
            needed.append(cell if is_own or cell.is_solution else _undrawn(cell))
            wanted = (wanted - gives) | needed[-1].uses
        elif gives and is_other_test:
            # A test's helpers serve later tests; its assertions are not repeated.
            needed.append(_definitions_only(cell))
            wanted = (wanted - gives) | needed[-1].uses
    return needed[::-1]


def _definitions_only(cell: Cell) -> Cell:
    statements = [
        node
        for node in ast.parse(cell.source).body
        if isinstance(node, ast.FunctionDef | ast.Import | ast.ImportFrom | ast.Assign)
    ]
    source = "\n".join(ast.unparse(node) for node in statements)
    return Cell(cell.grade_id, source, None, False, "")


def _undrawn(cell: Cell) -> Cell:
    """The same cell without its figures: a test needs the data beside them only."""
    body = ast.parse(cell.source).body
    statements = [node for node in body if not _draws(node)]
    if len(statements) == len(body):
        return cell
    source = "\n".join(ast.unparse(node) for node in statements)
    return Cell(cell.grade_id, source, None, False, cell.exercise)


def _draws(node: ast.stmt) -> bool:
    return isinstance(node, ast.Expr) and ast.unparse(node).startswith(
        ("plots.", "widgets.")
    )


def run_answer(path: Path, exercise: str, answer: str) -> list[TestResult]:
    """Run the tests of an exercise with `answer` in place of its solution.

    Args:
        path: The source notebook; its solutions stand in for the other exercises.
        exercise: The exercise's grade id.
        answer: Text of the solution cell.

    Returns:
        A result for each test cell of the exercise.

    Raises:
        ValueError: If the notebook has no such exercise, or it has no test.
    """
    cells = [
        Cell(cell.grade_id, answer, None, True, exercise)
        if cell.is_solution and cell.exercise == exercise
        else cell
        for cell in read_cells(path)
    ]
    if not any(cell.is_solution and cell.exercise == exercise for cell in cells) or (
        not any(cell.is_test and cell.exercise == exercise for cell in cells)
    ):
        raise ValueError(f"{path} has no exercise {exercise!r} with a test.")
    os.environ.setdefault("CUDA_VISIBLE_DEVICES", "-1")
    namespace: dict[str, object] = {"__name__": "__main__"}
    results = []
    for cell in needed_cells(cells, exercise):
        if cell.is_test:
            results.append(run_test(cell, namespace))
            continue
        with contextlib.redirect_stdout(io.StringIO()), contextlib.ExitStack() as stack:
            if cell.is_solution:
                # A learner's cell may fail; the tests then find the name missing.
                stack.enter_context(contextlib.suppress(Exception, SystemExit))
            exec(compile(cell.source, cell.grade_id, "exec"), namespace)
    return results


def run_test(cell: Cell, namespace: dict[str, object]) -> TestResult:
    """Run one test cell.

    Args:
        cell: The test cell.
        namespace: The names that it uses; it adds those that it defines.

    Returns:
        Its points, by nbgrader's rules: none for an error, else the number on its last
        line where there is one, else all.
    """
    points = float(cell.points or 0)
    body = ast.parse(cell.source, cell.grade_id).body
    last = body.pop() if isinstance(body[-1], ast.Expr) else None
    said = io.StringIO()
    value = None
    try:
        with contextlib.redirect_stdout(said):
            exec(compile(ast.Module(body, []), cell.grade_id, "exec"), namespace)
            if last is not None:
                value = eval(
                    compile(ast.Expression(last.value), cell.grade_id, "eval"),
                    namespace,
                )
    except (Exception, SystemExit) as error:
        message = type(error).__name__
        if isinstance(error, AssertionError) or not cell.is_hidden:
            message += f": {error}"
        return TestResult(cell.grade_id, 0.0, points, message)
    earned = points
    if isinstance(value, int | float) and not isinstance(value, bool):
        earned = float(value) if math.isfinite(value) else 0.0
    return TestResult(cell.grade_id, earned, points, said.getvalue())
