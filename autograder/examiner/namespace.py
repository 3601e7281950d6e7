"""The names that the grader's cells see: their own, and behind them the student's."""

from __future__ import annotations

import builtins
import types
from dataclasses import dataclass
from typing import Any

from autograder.examiner import handles
from autograder.examiner.student import Student
from autograder.examiner.traits import Traits
from autograder.examiner.writeback import write_back

_IMMUTABLE = (type(None), bool, int, float, complex, str, bytes)
_CONTAINERS = (list, dict, set)
_NOBODYS = {"__builtins__", "__name__", "__doc__", "__file__", "__annotations__"}


@dataclass
class _Fetched:
    """A value of the student's, the number of calls before, and how it was written."""

    calls: int
    value: Any
    written: bytes | None


class Namespace(dict):  # type: ignore[type-arg]
    """Globals of the grader's cells.

    A name that is in the dictionary is the grader's. Of one that is not, Python asks
    `__missing__`, which has it from the student's process. What is fetched so is kept
    for the cell, so that a list stays the same list; after a call of the student's
    code, which may have bound the name anew or changed the list, a plain value is
    fetched again. Arrays and large containers are fetched once for a cell.

    A test may take a function of the student's away, or put another in its place, to
    see whether the student's code uses it. That holds in the student's process, too,
    until the cell is done. Other values that a test binds stay with the grader: one of
    them may be the wanted answer.
    """

    def __init__(self) -> None:
        super().__init__(__name__="__main__", __builtins__=builtins)
        self._student: Student | None = None
        self._fetched: dict[str, _Fetched] = {}
        self._classes: dict[str, Traits] = {}
        self._imports: dict[str, str] = {}
        self._students: frozenset[str] = frozenset()
        self._graders: frozenset[str] = frozenset()
        self._reasons: dict[str, str] = {}
        self._trusted: dict[str, Any] = {}

    def begin_cell(
        self,
        student: Student | None,
        students: frozenset[str],
        classes: dict[str, Traits],
        imports: dict[str, str],
        graders: frozenset[str],
        reasons: dict[str, str],
    ) -> None:
        """Set whose the names are for the next cell.

        Args:
            student: The student's process, None when it cannot be asked.
            students: Names that are the student's here, whatever was bound before.
            classes: Those that the instructor's solution defines as classes, with what
                their objects may be asked.
            imports: Import statements of the solution, by the name they bind.
            graders: Names that only the grader's cells define.
            reasons: Why a name may be missing.
        """
        self._student = student
        self._fetched.clear()
        self._trusted.clear()
        if student is not None:
            student.forget_names()
            student.classes = classes
        self._students = students
        self._classes = classes
        self._imports = imports
        self._graders = graders - students
        self._reasons = reasons
        for name in students:
            dict.pop(self, name, None)

    def __missing__(self, name: str) -> Any:
        if name in _NOBODYS or (hasattr(builtins, name) and name not in self._students):
            raise KeyError(name)
        found, value = self._fetch(name)
        if not found:
            raise NameError(self._why_missing(name), name=name)
        return value

    def __contains__(self, name: object) -> bool:
        if dict.__contains__(self, name):
            return True
        return type(name) is str and name not in _NOBODYS and self._fetch(name)[0]

    def __setitem__(self, name: str, value: Any) -> None:
        dict.__setitem__(self, name, value)
        replaces = isinstance(value, handles.Handle | types.FunctionType)
        if replaces and name in self._students and self._student is not None:
            self._student.bind(name, value)

    def __delitem__(self, name: str) -> None:
        own = dict.__contains__(self, name)
        if own:
            dict.__delitem__(self, name)
        self._fetched.pop(name, None)
        taken = False
        if name in self._students and self._student is not None:
            taken = self._student.unbind(name)
        if not own and not taken:
            raise NameError(self._why_missing(name), name=name)

    def get(self, name: str, default: Any = None) -> Any:
        """Return a name's value as `globals().get(name)` does in a notebook."""
        if dict.__contains__(self, name):
            return dict.__getitem__(self, name)
        found, value = self._fetch(name)
        return value if found else default

    def _fetch(self, name: str) -> tuple[bool, Any]:
        student = self._student
        if student is None or name in self._graders:
            return False, None
        known = self._fetched.get(name)
        if known is not None and not self._is_stale(known, student):
            return True, known.value
        found, value = student.name(name)
        if not found:
            return False, None
        if name in self._imports:
            # Whatever the student's side says that it is: tests reckon with it.
            value = _import(self._imports[name])
        elif isinstance(value, handles.Handle):
            value = self._own_object(name, value)
        elif name in self._classes and _catches_assertions(value):
            # A test's own assertion shall not end in its `except` or `suppress`.
            value = handles.exception_class(0, name, Exception)
        elif known is not None and type(value) is type(known.value) in _CONTAINERS:
            write_back(known.value, value)
            value = known.value
        written = None
        if type(value) in _CONTAINERS:
            written = student.written(value)
        if type(value) not in _IMMUTABLE:
            student.keep_name(name, value)
        self._fetched[name] = _Fetched(student.calls, value, written)
        return True, value

    def _is_stale(self, known: _Fetched, student: Student) -> bool:
        """Whether the student's code may have changed what was fetched."""
        if known.calls == student.calls:
            return False
        if type(known.value) in _IMMUTABLE:
            return True
        # Where the test has changed its copy, or a call has through an argument, the
        # copy is ahead; a large one is not fetched again and again.
        return known.written is not None and known.written == student.written(
            known.value
        )

    def _own_object(self, name: str, handle: Any) -> Any:
        if handles.kind_of(handle) != "class" or name not in self._classes:
            return handle
        known = self._trusted.get(name)
        if known is None or not handles.is_of(known, handle):
            known = self._trusted[name] = handles.trusted(handle, self._classes[name])
        return known

    def _why_missing(self, name: str) -> str:
        reason = self._reasons.get(name)
        return f"`{name}` is not defined" + (f": {reason}." if reason else ".")


def _catches_assertions(value: Any) -> bool:
    return isinstance(value, type) and issubclass(AssertionError, value)


def _import(statement: str) -> Any:
    """Import for the grader what the instructor's solution imports."""
    scope: dict[str, Any] = {}
    exec(statement, scope)
    scope.pop("__builtins__", None)
    return next(iter(scope.values()))
