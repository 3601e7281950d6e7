"""Steps for nbgrader's own lists, for `nbgrader autograde` and Formgrader.

In `nbgrader_config.py`:

    c.Autograde.sanitize_preprocessors = [
        "autograder.preprocessors.RebuildSubmission",
        "nbgrader.preprocessors.CheckCellMetadata",
    ]
    c.Autograde.autograde_preprocessors = [
        "autograder.examined.ExamineNotebook",
        "nbgrader.preprocessors.LimitOutput",
        "autograder.preprocessors.SaveScores",
        "nbgrader.preprocessors.AssignLatePenalties",
        "nbgrader.preprocessors.CheckCellMetadata",
    ]
"""

from __future__ import annotations

import json
from typing import Any

from nbformat import NotebookNode, from_dict
from nbformat.v4 import new_output
from nbgrader import utils
from nbgrader.api import Gradebook
from nbgrader.preprocessors import NbGraderPreprocessor, SaveAutoGrades

from autograder.delimiters import Delimiters
from autograder.examiner.outputs import keep_sizes_only
from autograder.hidden import HiddenTests
from autograder.messages import NOT_SHOWN, guarded_message, hidden_message
from autograder.results import CellScore
from autograder.sanitise import rebuild
from autograder.scoring import score_cell
from autograder.skeleton import Skeleton


class RebuildSubmission(NbGraderPreprocessor):
    """Rebuild a submission on the course's notebook, as the gradebook has it."""

    def preprocess(
        self, nb: NotebookNode, resources: dict[str, Any]
    ) -> tuple[NotebookNode, dict[str, Any]]:
        """Return the rebuilt notebook; what was repaired is logged."""
        names = resources["nbgrader"]
        skeleton = skeleton_from_gradebook(
            names["db_url"],
            names["assignment"],
            names["notebook"],
            nb,
            Delimiters.of(self.config),
        )
        rebuilt = rebuild(json.loads(json.dumps(nb)), skeleton)
        for flag in rebuilt.flags:
            self.log.warning("%s: %s", names["student"], flag.text)
        return from_dict(rebuilt.notebook), resources


def skeleton_from_gradebook(
    db_url: str,
    assignment: str,
    notebook: str,
    submitted: NotebookNode,
    delimiters: Delimiters,
) -> Skeleton:
    """Make a skeleton of the cells that the gradebook keeps.

    It keeps no cells that carry no grade id, so those stay as they were handed in.

    Args:
        db_url: Address of the gradebook.
        assignment: Name of the assignment.
        notebook: Name of the notebook.
        submitted: Its version of the notebook format is used. Of its metadata nothing
            is: they would decide what runs its code.
        delimiters: The course's marks.
    """
    from nbgrader.nbgraderformat import SCHEMA_VERSION

    with Gradebook(db_url) as gradebook:
        entry = gradebook.find_notebook(notebook, assignment)
        points = {cell.name: cell.max_score for cell in entry.grade_cells}
        points_of_tasks = {cell.name: cell.max_score for cell in entry.task_cells}
        solutions = {cell.name for cell in entry.solution_cells}
        kernelspec = json.loads(entry.kernelspec or "{}")
        cells = []
        for source in entry.source_cells:
            name = source.name
            settings: dict[str, Any] = {
                "grade": name in points,
                "solution": name in solutions,
                "locked": source.locked,
                "task": name in points_of_tasks,
                "grade_id": name,
                "schema_version": SCHEMA_VERSION,
                "cell_type": source.cell_type,
                "checksum": source.checksum,
            }
            worth = {**points, **points_of_tasks}.get(name)
            if worth is not None:
                settings["points"] = worth
            cells.append(
                {
                    "cell_type": source.cell_type,
                    "metadata": {"nbgrader": settings},
                    "source": source.source or "",
                }
            )
    notebook_of_cells = {
        "cells": cells,
        "metadata": {"kernelspec": kernelspec} if kernelspec else {},
        "nbformat_minor": submitted.get("nbformat_minor", 4),
    }
    return Skeleton.from_notebook(notebook_of_cells, delimiters)


class HideHiddenTests(NbGraderPreprocessor):
    """Leave of hidden tests what `autograder feedback` leaves: claim and message.

    For `GenerateFeedback.preprocessors`, behind `GetGrades`.
    """

    def preprocess(
        self, nb: NotebookNode, resources: dict[str, Any]
    ) -> tuple[NotebookNode, dict[str, Any]]:
        """Return the notebook without code, values and output of hidden tests."""
        hidden = HiddenTests(nb.cells, Delimiters.of(self.config))
        for place, cell in enumerate(nb.cells):
            is_hidden = hidden.in_cell(cell.source)
            if is_hidden:
                self._hide(cell, hidden)
            elif hidden.met_at(place):
                self._guard(cell, hidden)
            else:
                for output in cell.get("outputs", []):
                    # What was graded long ago has all of its metadata.
                    keep_sizes_only(output)
            if cell.cell_type == "code" and (is_hidden or hidden.met_at(place)):
                cell.execution_count = None  # a kernel's own can be a hidden value
        return nb, resources

    @staticmethod
    def _guard(cell: NotebookNode, hidden: HiddenTests) -> None:
        """Leave of a cell that ran after a hidden test only the course's words."""
        if not cell.get("outputs"):
            return
        text = NOT_SHOWN
        if utils.is_grade(cell) and not utils.is_solution(cell):
            score = score_cell(cell)
            if score.outcome in ("passed", "manual"):
                cell.outputs = []
                return
            text = hidden.redact_message(guarded_message(score, cell, hidden.told))
        cell.outputs = [new_output("stream", name="stdout", text=text)]

    @staticmethod
    def _hide(cell: NotebookNode, hidden: HiddenTests) -> None:
        score = score_cell(cell) if utils.is_grade(cell) else None
        cell.source = hidden.visible_part(cell.source)
        if cell.cell_type != "code":
            return
        cell.outputs = []
        if score and score.outcome not in ("passed", "manual"):
            text = hidden.redact_message(hidden_message(score, hidden.told))
            cell.outputs = [new_output("stream", name="stdout", text=text)]


class SaveScores(SaveAutoGrades):
    """nbgrader's `SaveAutoGrades` with this package's scoring, in one transaction.

    Scores in `resources["autograder"]["scores"]`, by grade id, are saved as they are;
    without them they are found from the cells' outputs. With grade ids in `only`
    beside them, no other cell's marks are touched.
    """

    def preprocess(
        self, nb: NotebookNode, resources: dict[str, Any]
    ) -> tuple[NotebookNode, dict[str, Any]]:
        """Save the scores and comments of all cells, or none if something fails."""
        names = resources["nbgrader"]
        self.notebook_id = names["notebook"]
        self.assignment_id = names["assignment"]
        self.student_id = names["student"]
        self.db_url = names["db_url"]
        self.scores: dict[str, CellScore] = resources.get("autograder", {}).get(
            "scores", {}
        )
        self.only = resources.get("autograder", {}).get("only")
        self.gradebook = Gradebook(self.db_url)
        with self.gradebook:
            nb, resources = NbGraderPreprocessor.preprocess(self, nb, resources)
            self.gradebook.db.commit()
        return nb, resources

    def _add_score(self, cell: NotebookNode, _resources: dict[str, Any]) -> None:
        grade_id = cell.metadata.nbgrader["grade_id"]
        if self.only is not None and grade_id not in self.only:
            return
        score = self.scores.get(grade_id) or score_cell(cell)
        for flag in score.flags:
            self.log.warning("%s, %s: %s", self.student_id, grade_id, flag.text)
        grade = self.gradebook.find_grade(
            grade_id, self.notebook_id, self.assignment_id, self.student_id
        )
        grade.auto_score = score.score
        # A person's score stays, and is to be looked at again: as in nbgrader.
        grade.needs_manual_grade = (
            grade.manual_score is not None or grade.auto_score is None
        )

    def _add_comment(self, cell: NotebookNode, _resources: dict[str, Any]) -> None:
        grade_id = cell.metadata.nbgrader["grade_id"]
        if self.only is not None and grade_id not in self.only:
            return
        comment = self.gradebook.find_comment(
            grade_id,
            self.notebook_id,
            self.assignment_id,
            self.student_id,
        )
        unchanged = cell.metadata.nbgrader.get("checksum") == utils.compute_checksum(
            cell
        )
        comment.auto_comment = (
            "No response." if unchanged and not utils.is_task(cell) else None
        )
