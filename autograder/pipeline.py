"""nbgrader's lists of preprocessors, cut into what each process does.

A course may put steps of its own into `Autograde.sanitize_preprocessors` and
`Autograde.autograde_preprocessors`; they are kept, in their order.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from autograder.course import Course


@dataclass(frozen=True)
class Steps:
    """The steps from a rebuilt notebook to the gradebook.

    Attributes:
        run: In the process of one submission: the course's own sanitising, execution
            and what follows up to the saving of grades. None of nbgrader's steps
            here touch the gradebook.
        save: In the main process: saving of grades and everything behind it.
    """

    run: tuple[Any, ...]
    save: tuple[Any, ...]


def steps_of(course: Course) -> Steps:
    """Cut the course's lists; rebuilding stands in for nbgrader's sanitising."""
    from nbgrader import preprocessors as nbgrader
    from nbgrader.converters import Autograde
    from traitlets.utils.importstring import import_item

    from autograder.examined import ExamineNotebook
    from autograder.preprocessors import RebuildSubmission, SaveScores

    rebuilt = (
        nbgrader.ClearOutput,
        nbgrader.DeduplicateIds,
        nbgrader.OverwriteKernelspec,
        nbgrader.OverwriteCells,
        nbgrader.CheckCellMetadata,
        RebuildSubmission,
    )
    instead = {nbgrader.Execute: ExamineNotebook, nbgrader.SaveAutoGrades: SaveScores}

    def resolved(name: str) -> list[Any]:
        steps = course.setting(Autograde, name)
        return [import_item(step) if isinstance(step, str) else step for step in steps]

    sanitise = [
        step for step in resolved("sanitize_preprocessors") if step not in rebuilt
    ]
    grade = [
        instead.get(step, step) if isinstance(step, type) else step
        for step in resolved("autograde_preprocessors")
    ]
    saving = next(
        (
            place
            for place, step in enumerate(grade)
            if _is(step, nbgrader.SaveAutoGrades)
        ),
        len(grade),
    )
    # The metadata of a rebuilt notebook are the course's, checked when it was released.
    save = [one for one in grade[saving:] if one is not nbgrader.CheckCellMetadata]
    save = save or [SaveScores]
    return Steps(run=(*sanitise, *grade[:saving]), save=tuple(save))


def _is(step: Any, kind: type) -> bool:
    return isinstance(step, type) and issubclass(step, kind)


def apply(
    course: Course,
    steps: Sequence[Any],
    notebook: str,
    resources: dict[str, Any],
) -> tuple[str, dict[str, Any]]:
    """Send a notebook through steps as nbgrader's converters do.

    Args:
        course: Its configuration is given to the steps.
        steps: Preprocessors: classes, instances or functions.
        notebook: JSON text.
        resources: nbconvert's.

    Returns:
        The notebook as JSON text, and the resources.
    """
    import nbformat
    from nbconvert.exporters import NotebookExporter

    from autograder.course import make_logger

    logger, _ = make_logger()
    exporter = NotebookExporter(
        config=course.config, log=logger, default_preprocessors=[]
    )
    for step in steps:
        exporter.register_preprocessor(step)
    return exporter.from_notebook_node(
        nbformat.reads(notebook, as_version=4), resources
    )


def resources_for(
    course: Course, assignment: str, student: str, notebook: str
) -> dict[str, Any]:
    """Return the resources that nbgrader's steps expect."""
    return {
        "unique_key": notebook,
        "output_files_dir": f"{notebook}_files",
        "nbgrader": {
            "student": student,
            "assignment": assignment,
            "notebook": notebook,
            "db_url": course.directory.db_url,
        },
    }
