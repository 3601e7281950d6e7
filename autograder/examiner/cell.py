"""Run one of the grader's cells in the examiner's process."""

from __future__ import annotations

import ast
import asyncio
import builtins
import contextlib
import decimal
import inspect
import io
import linecache
import math
import numbers
import sys
import traceback
import types
from dataclasses import asdict, dataclass
from typing import Any

from autograder.examiner import summaries
from autograder.examiner.errors import StudentUnavailable, raised_by_student

_GIVE_NUMBERS = {"abs", "float", "int", "len", "max", "min", "pow", "round", "sum"}
_SKIPPED_MAGICS = {"matplotlib", "pip", "conda", "load_ext", "config", "autosave"}


@dataclass
class CellOutcome:
    """What running a cell of the grader's came to.

    Attributes:
        outcome: "passed"; "failed" for an assertion; "error" for another exception;
            "unavailable" if the student's process did not play its part.
        error_type: Class of the exception, or "".
        message: Its text.
        traceback: The traceback, with that in the student's process if there is one;
            for instructors only.
        value: `repr` of the cell's last expression, None where there is none.
        number: The same as a number, where it is a plain one and no truth value.
        stdout: What the cell printed.
        summary: What a check said of the answer, without values of the test.
        by_student: Whether the exception was raised by the student's code, so that its
            message may hold values of the test.
    """

    outcome: str
    error_type: str = ""
    message: str = ""
    traceback: str = ""
    value: str | None = None
    number: float | int | None = None
    stdout: str = ""
    summary: str = ""
    by_student: bool = False

    def as_plain(self) -> dict[str, Any]:
        """Return the fields as a dictionary."""
        return asdict(self)


class CellRunner:
    """Runs cells one after the other in one namespace.

    Args:
        namespace: Globals of the cells.
        most_characters: Kept of any text.
    """

    def __init__(self, namespace: dict[str, Any], most_characters: int) -> None:
        self._namespace = namespace
        self._most = most_characters
        self._shell: Any = None
        namespace["display"] = print
        namespace["get_ipython"] = self._get_ipython
        sys.modules["__main__"] = _MainModule(namespace)

    def run(self, code: str, label: str) -> CellOutcome:
        """Run a cell.

        Args:
            code: Its text, magics turned into calls.
            label: A name for it, for tracebacks.
        """
        said = SaidText(self._most)
        value: Any = None
        outcome = CellOutcome("passed")
        filename = f"<{label}>"
        linecache.cache[filename] = (len(code), None, code.splitlines(True), filename)
        with contextlib.redirect_stdout(said), contextlib.redirect_stderr(_Nowhere()):
            try:
                tree = ast.parse(code, filename)
                is_credit = bool(tree.body) and _expects_number(tree)
                value = self._execute(tree, code, filename)
                outcome.value = None if value is None else self._short(repr(value))
                outcome.number = _plain_number(value, is_credit)
            except BaseException as error:
                outcome = self._failure(error)
        outcome.stdout = said.getvalue()
        outcome.summary = self._short(summaries.take())
        return outcome

    def failed(self, error: BaseException, stdout: str) -> CellOutcome:
        """Return the outcome of a cell that has met this error, caught or not."""
        outcome = self._failure(error)
        outcome.stdout = stdout
        return outcome

    def _execute(self, tree: ast.Module, code: str, filename: str) -> Any:
        tree = _Kinds().visit(_ClassBodies().visit(tree))
        ast.fix_missing_locations(tree)
        last = None
        if tree.body and isinstance(tree.body[-1], ast.Expr) and not _is_quiet(code):
            last = ast.Expression(tree.body.pop().value)
        flags = ast.PyCF_ALLOW_TOP_LEVEL_AWAIT
        self._evaluate(compile(tree, filename, "exec", flags, dont_inherit=True))
        if last is None:
            return None
        return self._evaluate(compile(last, filename, "eval", flags, dont_inherit=True))

    def _evaluate(self, code: Any) -> Any:
        value = eval(code, self._namespace)
        if code.co_flags & inspect.CO_COROUTINE:
            value = asyncio.run(value)
        return value

    def _failure(self, error: BaseException) -> CellOutcome:
        kind = "error"
        if isinstance(error, AssertionError) or type(error).__name__ == "Failed":
            kind = "failed"
        if isinstance(error, StudentUnavailable):
            kind = "unavailable"
        try:
            message = str(error)
        except Exception:
            message = "(its message cannot be shown)"
        try:
            shown = "".join(traceback.format_exception(error))
        except Exception:
            shown = ""
        theirs = getattr(error, "student_traceback", "")
        if theirs:
            shown += f"\nIn the student's process:\n{theirs}"
        return CellOutcome(
            kind,
            error_type=type(error).__name__,
            message=self._short(message),
            traceback=self._short(shown),
            by_student=raised_by_student(error),
        )

    def _short(self, text: str) -> str:
        return text if len(text) <= self._most else text[: self._most] + " …"

    def _get_ipython(self) -> Any:
        """Return a shell for the magics and `!` lines of the instructor's cells."""
        if self._shell is None:
            self._shell = _make_shell(self._namespace)
        return self._shell


class _MainModule(types.ModuleType):
    """The cells' names as the module `__main__`, where `unittest.main` looks."""

    def __init__(self, namespace: dict[str, Any]) -> None:
        super().__init__("__main__")
        self._namespace = namespace

    def __getattr__(self, name: str) -> Any:
        if not dict.__contains__(self._namespace, name):
            raise AttributeError(name)
        return self._namespace[name]

    def __dir__(self) -> list[str]:
        return list(dict.keys(self._namespace))


def _plain_number(value: Any, is_credit: bool) -> float | int | None:
    """Return what a cell's last line gives, if it is a number.

    Args:
        value: The value of the last line.
        is_credit: Whether a number is expected there: then anything else, which only
            an answer can have made of it, is not a number, and so no points.
    """
    if value is None or isinstance(value, bool | str):
        return None
    numpy = sys.modules.get("numpy")
    real: tuple[type, ...] = (int, float)
    if numpy is not None:
        real += (numpy.integer, numpy.floating)
        if isinstance(value, numpy.bool_):
            return None
    if type(value) is int and abs(value) < 2**53:
        return value
    if not isinstance(value, real):
        if not is_credit:
            return None
        if not isinstance(value, numbers.Real | decimal.Decimal):
            return math.nan
    try:
        return float(value)
    except OverflowError:
        return math.inf
    except ValueError:  # a Decimal that is none
        return math.nan


def _expects_number(tree: ast.Module) -> bool:
    """Say whether a cell's last line is one that gives points by a number.

    It is if it reckons, calls a function for numbers, or names what the cell has
    begun with a number, such as `credit = 0`.
    """
    last = tree.body[-1].value if isinstance(tree.body[-1], ast.Expr) else None
    if isinstance(last, ast.BinOp):
        return not isinstance(last.op, ast.BitAnd | ast.BitOr | ast.BitXor)
    if isinstance(last, ast.UnaryOp):
        return not isinstance(last.op, ast.Not)
    if isinstance(last, ast.Call) and isinstance(last.func, ast.Name):
        return last.func.id in _GIVE_NUMBERS
    return isinstance(last, ast.Name) and any(
        isinstance(node, ast.Assign)
        and isinstance(node.value, ast.Constant)
        and type(node.value.value) in (int, float)
        and any(getattr(target, "id", "") == last.id for target in node.targets)
        for node in tree.body
    )


class _ClassBodies(ast.NodeTransformer):
    """Has class bodies at the top level ask for global names as functions do.

    Python looks names up there without asking a namespace's `__missing__`, and so
    would find no name of the student's.
    """

    def __init__(self) -> None:
        self._own: set[str] | None = None

    def visit_ClassDef(self, node: ast.ClassDef) -> ast.AST:
        node.bases = [self.visit(one) for one in node.bases]
        node.keywords = [self.visit(one) for one in node.keywords]
        node.decorator_list = [self.visit(one) for one in node.decorator_list]
        before, self._own = self._own, _bound_in(node)
        node.body = [self.visit(one) for one in node.body]
        self._own = before
        return node

    def _visit_function(self, node: Any) -> ast.AST:
        node.decorator_list = [self.visit(one) for one in node.decorator_list]
        defaults = [*node.args.defaults, *node.args.kw_defaults]
        done = [one and self.visit(one) for one in defaults]
        node.args.defaults = done[: len(node.args.defaults)]
        node.args.kw_defaults = done[len(node.args.defaults) :]
        return node  # a class in a function may read what is bound there

    visit_FunctionDef = visit_AsyncFunctionDef = _visit_function

    def visit_Lambda(self, node: ast.Lambda) -> ast.AST:
        return node

    def visit_Name(self, node: ast.Name) -> ast.AST:
        if (
            self._own is None
            or node.id in self._own
            or not isinstance(node.ctx, ast.Load)
            or hasattr(builtins, node.id)
        ):
            return node
        asked = ast.parse(f"globals()[{node.id!r}]", mode="eval").body
        return ast.copy_location(asked, node)


_EQUAL = {ast.Is: ast.Eq, ast.IsNot: ast.NotEq}


class _Kinds(ast.NodeTransformer):
    """Has `type(x) is Name` compare by `==`, which a class of the student's answers.

    What `type` gives for an object of the student's is a class of this process, and
    so never the same object as the class there.
    """

    def visit_Compare(self, node: ast.Compare) -> ast.AST:
        self.generic_visit(node)
        sides = [node.left, *node.comparators]
        node.ops = [
            _EQUAL.get(type(one), type(one))()
            if _is_kind(left) or _is_kind(right)
            else one
            for one, left, right in zip(node.ops, sides, sides[1:], strict=False)
        ]
        return node


def _is_kind(node: ast.expr) -> bool:
    """Whether an expression is `type(x)` or `x.__class__`."""
    if isinstance(node, ast.Call):
        return getattr(node.func, "id", "") == "type" and len(node.args) == 1
    return isinstance(node, ast.Attribute) and node.attr == "__class__"


def _bound_in(node: ast.ClassDef) -> set[str]:
    """Names that a class body may bind itself."""
    return {
        one.id
        for one in ast.walk(node)
        if isinstance(one, ast.Name) and not isinstance(one.ctx, ast.Load)
    } | {
        one.name
        for one in ast.walk(node)
        if isinstance(one, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)
    }


def _is_quiet(code: str) -> bool:
    """Whether a semicolon at the end hides the last value, as in IPython."""
    return code.rstrip().endswith(";")


class SaidText(io.StringIO):
    """Keeps the first characters of what a cell says itself."""

    def __init__(self, most: int) -> None:
        super().__init__()
        self._left = most

    def write(self, text: str) -> int:
        """Take a text and return its length, kept or not."""
        kept = text[: self._left]
        self._left -= len(kept)
        super().write(kept)
        return len(text)


class _Nowhere(io.TextIOBase):
    """Takes what the cell writes to stderr, which is no failure here."""

    def write(self, text: str) -> int:
        return len(text)


def _make_shell(namespace: dict[str, Any]) -> Any:
    """Make an IPython shell in which magics see the cells' names.

    Those that would change the environment or choose a window for figures do nothing:
    grading installs nothing and draws to memory.
    """
    from IPython.core.interactiveshell import InteractiveShell
    from traitlets.config import Config

    class Shell(InteractiveShell):
        def run_line_magic(self, name: str, line: str, _stack_depth: int = 1) -> Any:
            if name in _SKIPPED_MAGICS:
                return None
            return super().run_line_magic(name, line, _stack_depth + 1)

        def system(self, cmd: str) -> Any:
            return None if _changes_environment(cmd) else self.system_piped(cmd)

    config = Config()
    config.HistoryManager.enabled = False
    config.InteractiveShell.colors = "nocolor"
    shell = Shell(config=config, user_ns={})
    shell.user_ns = namespace
    return shell


def _changes_environment(command: str) -> bool:
    first = command.split()[:1]
    return first in (["pip"], ["pip3"], ["conda"], ["mamba"], ["apt"], ["apt-get"])
