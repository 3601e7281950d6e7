"""Write a graded submission where nbgrader keeps it: gradebook and `autograded/`.

Only the main process does this, for one submission after the other.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import warnings
from collections.abc import Collection, Mapping
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from autograder.files import copy_helpers
from autograder.pipeline import Steps, apply, resources_for
from autograder.plan import Plan
from autograder.results import Flag, NotebookResult, SubmissionResult
from autograder.store import forget_result, save_result

if TYPE_CHECKING:
    from autograder.course import Course


class Recorder:
    """Writes the results of one assignment."""

    def __init__(self, course: Course, plan: Plan, steps: Steps) -> None:
        self.course = course
        self.plan = plan
        self.steps = steps

    def record(
        self,
        result: SubmissionResult,
        fresh: set[str],
        executed: dict[str, str],
        only: Mapping[str, Collection[str]] | None = None,
    ) -> None:
        """Write one submission.

        What an earlier run left of it goes: files first, grades next. The kept result
        comes last, so that a run that is killed before does the submission again.

        Args:
            result: Scores and flags; flags of the submission are added to it.
            fresh: Names of the notebooks that this run graded.
            executed: The executed notebooks as JSON text, of graded ones.
            only: For notebooks of which only some cells were graded, their grade ids;
                the gradebook's marks of the others are not touched.
        """
        self.only = only or {}
        forget_result(self.course, result.assignment, result.student)
        self._update_submission(result)
        place = self.course.autograded(result.student, result.assignment)
        new = place.with_name(f".{place.name}.new")
        shutil.rmtree(new, ignore_errors=True)
        new.mkdir(parents=True)
        try:
            self._write(result, fresh, executed, place, new)
        finally:
            shutil.rmtree(new, ignore_errors=True)
        save_result(self.course, result)

    def _write(
        self,
        result: SubmissionResult,
        fresh: set[str],
        executed: dict[str, str],
        place: Path,
        new: Path,
    ) -> None:
        flags = copy_helpers(self.course, result.assignment, result.student, new)
        result.flags += [flag for flag in flags if flag not in result.flags]
        for name in self.plan.skeletons:
            if name not in fresh:  # an earlier run's may be there
                with contextlib.suppress(FileNotFoundError):
                    shutil.copyfile(place / f"{name}.ipynb", new / f"{name}.ipynb")
            elif name in executed:
                notebook = result.notebooks[name]
                text = self._save_scores(result, notebook, executed[name])
                (new / f"{name}.ipynb").write_text(
                    text, encoding="utf-8", errors="replace"
                )
            else:
                self._clear_scores(result, result.notebooks[name])
        _put(new, place, keep=any(new.glob("*.ipynb")))
        if place.exists():
            self._set_permissions(result)

    def _gradebook(self) -> Any:
        from nbgrader.api import Gradebook

        directory = self.course.directory
        return Gradebook(directory.db_url, directory.course_id)

    def _update_submission(self, result: SubmissionResult) -> None:
        from nbgrader.api import MissingEntry
        from nbgrader.converters import Autograde
        from sqlalchemy.exc import SAWarning

        values = {}
        timestamp = self._timestamp(result)
        if timestamp is not None:
            values["timestamp"] = timestamp
        with self._gradebook() as gradebook:
            try:
                gradebook.find_student(result.student)
            except MissingEntry:
                if not self.course.setting(Autograde, "create_student"):
                    text = "The student was not in the gradebook and was added."
                    result.flags.append(Flag("new student", text))
                gradebook.update_or_create_student(result.student)
            with warnings.catch_warnings():
                # nbgrader builds its entries while the session looks on.
                warnings.simplefilter("ignore", SAWarning)
                submission = gradebook.update_or_create_submission(
                    result.assignment, result.student, **values
                )
            late = submission.total_seconds_late
        if late > 0:
            text = f"Handed in {timedelta(seconds=int(late))} after the deadline."
            result.flags.append(Flag("late", text))

    def _timestamp(self, result: SubmissionResult) -> Any:
        folder = self.course.submitted(result.student, result.assignment)
        path = folder / "timestamp.txt"
        try:
            if folder.is_symlink() or path.is_symlink() or not path.is_file():
                return None
            if path.stat().st_size > 200:
                return None
            return self.course.directory.get_existing_timestamp(str(folder))
        except Exception:  # nbgrader's own complaint about it is an AttributeError
            text = "timestamp.txt holds no time that can be read; it was left out."
            result.flags.append(Flag("timestamp", text))
            return None

    def _save_scores(
        self, result: SubmissionResult, notebook: NotebookResult, executed: str
    ) -> str:
        resources = resources_for(
            self.course, result.assignment, result.student, notebook.name
        )
        resources["autograder"] = {
            "scores": {score.grade_id: score for score in notebook.scores},
            "only": self.only.get(notebook.name),
        }
        text, _ = apply(self.course, self.steps.save, executed, resources)
        return text.rstrip("\n") + "\n"

    def _clear_scores(self, result: SubmissionResult, notebook: NotebookResult) -> None:
        """Leave no grade of an earlier submission.

        A missing notebook is worth 0, as in nbgrader. One that could not be graded
        waits for a person; so does everything that a person has marked before.
        """
        missing = notebook.status == "missing"
        with self._gradebook() as gradebook:
            entry = gradebook.find_submission_notebook(
                notebook.name, result.assignment, result.student
            )
            for grade in entry.grades:
                grade.auto_score = 0.0 if missing else None
                grade.needs_manual_grade = not missing or grade.manual_score is not None
            for comment in entry.comments:
                comment.auto_comment = notebook.reason
            entry.late_submission_penalty = None
            gradebook.db.commit()

    def _set_permissions(self, result: SubmissionResult) -> None:
        from nbgrader.converters import Autograde

        from autograder.course import make_logger

        logger, _ = make_logger()
        converter = Autograde(
            coursedir=self.course.directory, config=self.course.config, log=logger
        )
        converter._sanitizing = True
        converter.set_permissions(result.assignment, result.student)


def _put(new: Path, place: Path, keep: bool) -> None:
    """Put a finished folder in its place, or nothing if it holds no notebook."""
    old = place.with_name(f".{place.name}.old")
    shutil.rmtree(old, ignore_errors=True)
    if place.exists():
        os.replace(place, old)
    if keep:
        os.replace(new, place)
    shutil.rmtree(old, ignore_errors=True)
