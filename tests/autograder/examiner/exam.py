"""Small notebooks for the examiner, written as Python, and how they are examined."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from jupyter_client.manager import KernelManager
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_notebook

from autograder.examiner import (
    Bounds,
    Examination,
    StudentKernel,
    TestResult,
    WarmExaminers,
    examine,
)

BOUNDS = Bounds(cell_seconds=20, notebook_seconds=120, grace_seconds=2)


@dataclass(frozen=True)
class Case:
    """A solution cell and the test cell after it.

    Attributes:
        name: Grade id of the test cell.
        student: The student's cell.
        test: The test cell.
        outcome: What must come of it.
        says: Words that the message must hold.
        solution: The instructor's solution, where it matters; else the student's.
    """

    name: str
    student: str
    test: str
    outcome: str = "passed"
    says: str = ""
    solution: str | None = None

    def __str__(self) -> str:
        return self.name


def plain(source: str) -> NotebookNode:
    return new_code_cell(source)


def solution(source: str, grade_id: str) -> NotebookNode:
    return _graded(source, grade_id, solution=True, grade=False, locked=False)


def locked(source: str, grade_id: str) -> NotebookNode:
    return _graded(source, grade_id, solution=False, grade=False, locked=True)


def check(source: str, grade_id: str) -> NotebookNode:
    cell = _graded(source, grade_id, solution=False, grade=True, locked=True)
    cell.metadata.nbgrader.points = 1
    return cell


def _graded(source: str, grade_id: str, **settings: bool) -> NotebookNode:
    cell = new_code_cell(source)
    cell.metadata.nbgrader = NotebookNode(
        grade_id=grade_id, schema_version=3, task=False, **settings
    )
    return cell


def notebook(*cells: NotebookNode) -> NotebookNode:
    return new_notebook(cells=list(cells))


class Examiners:
    """Examines notebooks, each with a kernel of its own."""

    def __init__(
        self, warm: WarmExaminers, folder: Path, students: Path | None = None
    ) -> None:
        self._warm = warm
        self._folder = folder
        self._students = students or folder

    def kernel(self, bounds: Bounds = BOUNDS) -> StudentKernel:
        return StudentKernel(
            lambda: KernelManager(kernel_name="python3"),
            bounds,
            cwd=str(self._students),
            env={**os.environ, "CUDA_VISIBLE_DEVICES": "-1"},
        )

    def examine(
        self,
        source: NotebookNode,
        submission: NotebookNode,
        bounds: Bounds = BOUNDS,
        **options: object,
    ) -> Examination:
        kernel = self.kernel(bounds)
        return examine(
            source,
            submission,
            kernel,
            self._warm,
            bounds,
            folder=self._folder,
            **options,
        )

    def cases(
        self, cases: Sequence[Case], setup: str = "", bounds: Bounds = BOUNDS
    ) -> dict[str, TestResult]:
        """Examine cases one after the other in one notebook."""
        source, submission = [plain(setup)], [plain(setup)]
        for case in cases:
            key = f"{case.name}_solution"
            answer = case.student if case.solution is None else case.solution
            source += [solution(answer, key), check(case.test, case.name)]
            submission += [solution(case.student, key), check("pass", case.name)]
        return self.examine(notebook(*source), notebook(*submission), bounds).tests

    def one(
        self, student: str, test: str, setup: str = "", bounds: Bounds = BOUNDS
    ) -> TestResult:
        """Examine one solution and one test."""
        return self.cases([Case("case", student, test)], setup, bounds)["case"]


def assert_case(case: Case, results: dict[str, TestResult]) -> None:
    result = results[case.name]
    assert result.outcome == case.outcome, (
        f"{result.error_type}: {result.message}\n{result.traceback}"
    )
    assert case.says in result.message
