"""What grading needs to know of an assignment, found once for the class."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from autograder.delimiters import Delimiters
from autograder.exceptions import BuildError, GradebookError
from autograder.generate import generate_assignment
from autograder.gradebook import ensure_gradebook
from autograder.skeleton import Skeleton

if TYPE_CHECKING:
    from autograder.course import Course


@dataclass(frozen=True)
class Plan:
    """An assignment as it is graded.

    Attributes:
        assignment: Its name.
        folder: Holds the course's notebooks with their hidden tests. Not for learners.
        skeletons: By name of the notebook.
        digest: Of the notebooks and of the files that go with them.
    """

    assignment: str
    folder: Path
    skeletons: dict[str, Skeleton]
    digest: str

    @property
    def max_score(self) -> float:
        """Points to be had in the assignment."""
        return sum(skeleton.max_score for skeleton in self.skeletons.values())


def make_plan(course: Course, assignment: str, scratch: Path) -> Plan:
    """Work out an assignment from its source.

    Args:
        course: The course.
        assignment: Its name.
        scratch: An empty folder that lives as long as the plan.

    Raises:
        BuildError: If nbgrader refuses the source.
    """
    folder = generate_assignment(course, assignment, scratch, keep_hidden=True)
    delimiters = Delimiters.of(course.config)
    skeletons = {
        name: Skeleton.load(folder / f"{name}.ipynb", delimiters)
        for name in course.notebooks(assignment)
    }
    digest = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        digest.update(f"{path.relative_to(folder)}\0".encode())
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return Plan(assignment, folder, skeletons, digest.hexdigest())


def register(course: Course, plan: Plan, scratch: Path) -> bool:
    """Tell the gradebook of the assignment, if it does not know it as it is.

    Args:
        course: The course, whose gradebook is written.
        plan: The assignment.
        scratch: An empty folder.

    Returns:
        Whether the gradebook had to be changed.

    Raises:
        GradebookError: If cells were added to or taken from an assignment that has
            graded submissions; nbgrader does not allow that.
    """
    ensure_gradebook(course.directory.db_url)
    if _known(course, plan):
        return False
    try:
        generate_assignment(
            course, plan.assignment, scratch, db_url=course.directory.db_url
        )
    except BuildError as error:
        if "submissions associated" not in str(error):
            raise
        raise GradebookError(
            f"The graded cells of {plan.assignment!r} are others than when its first "
            "submissions were graded, and the gradebook holds their grades. Either "
            "take the change of source/ back, or give those grades up with "
            f"`nbgrader db assignment remove {plan.assignment} --force` and grade "
            "again."
        ) from error
    return True


def _known(course: Course, plan: Plan) -> bool:
    from nbgrader.api import Gradebook, MissingEntry

    directory = course.directory
    with Gradebook(directory.db_url, directory.course_id) as gradebook:
        try:
            entry = gradebook.find_assignment(plan.assignment)
        except MissingEntry:
            return False
        there = {
            notebook.name: _from_gradebook(notebook) for notebook in entry.notebooks
        }
    wanted = {name: _from_skeleton(s) for name, s in plan.skeletons.items()}
    return there == wanted


def _from_gradebook(notebook: Any) -> dict[str, Any]:
    points = {cell.name: cell.max_score for cell in notebook.grade_cells}
    points.update({cell.name: cell.max_score for cell in notebook.task_cells})
    cells: dict[str, Any] = {
        cell.name: (cell.cell_type, cell.locked, cell.source, points.get(cell.name))
        for cell in notebook.source_cells
    }
    cells["solutions"] = {cell.name for cell in notebook.solution_cells}
    cells["kernelspec"] = json.loads(notebook.kernelspec or "{}")
    return cells


def _from_skeleton(skeleton: Skeleton) -> dict[str, Any]:
    from nbformat import from_dict
    from nbgrader.utils import is_locked

    points = {
        cell.grade_id: float(cell.content["metadata"]["nbgrader"]["points"])
        for cell in skeleton.graded()
    }
    managed = [cell for cell in skeleton.cells if cell.grade_id]
    cells: dict[str, Any] = {
        cell.grade_id: (
            cell.cell_type,
            bool(is_locked(from_dict(cell.content))),
            cell.text,
            points.get(cell.grade_id),
        )
        for cell in managed
    }
    cells["solutions"] = {
        cell.grade_id for cell in managed if cell.kind in ("solution", "answer")
    }
    cells["kernelspec"] = skeleton.metadata.get("kernelspec", {})
    return cells
