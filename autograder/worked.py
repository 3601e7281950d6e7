"""Worked solutions: written beside each exercise, kept from learners in a class.

A Markdown cell with the tag `worked-solution` behind an exercise's tests says why the
solution is what it is. It stands in `source/` only: `ClearWorkedSolutions` takes it out
of `release/`, and the self-study edition shows it on request.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from nbformat import NotebookNode
from nbgrader.preprocessors import NbGraderPreprocessor

TAG = "worked-solution"


def is_worked_solution(cell: Mapping[str, Any]) -> bool:
    """Whether a cell is kept out of `release/` as a worked solution."""
    return TAG in (cell.get("metadata", {}).get("tags") or ())


class ClearWorkedSolutions(NbGraderPreprocessor):
    """Take the cells with the tag `worked-solution` out of a learner's notebook.

    For `GenerateAssignment.preprocessors`; `autograder build` takes the step without
    being told to.
    """

    def preprocess(
        self, nb: NotebookNode, resources: dict[str, Any]
    ) -> tuple[NotebookNode, dict[str, Any]]:
        """Return the notebook without its worked solutions."""
        nb.cells = [cell for cell in nb.cells if not is_worked_solution(cell)]
        return nb, resources
