"""The outputs that a notebook had when it was handed in.

They come from the learner's own computer, where no hidden test has ever run, so they
can be shown where those of grading cannot.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from autograder.exceptions import SubmissionError
from autograder.files import submitted_notebook
from autograder.reading import cell_text, read_submission

if TYPE_CHECKING:
    from autograder.course import Course

Outputs = list[dict[str, Any]]


class HandedIn:
    """Outputs of a submitted notebook, by the text of their cell."""

    def __init__(self, cells: list[Any]) -> None:
        self._outputs: dict[str, Outputs] = {}
        for cell in cells:
            outputs = cell.get("outputs") if isinstance(cell, dict) else None
            if isinstance(outputs, list):
                found = (_well_formed(output) for output in outputs)
                self._outputs[cell_text(cell)] = [one for one in found if one]

    def outputs(self, source: str) -> Outputs:
        """Return what stood under the cell with this text."""
        return self._outputs.get(source, [])


def read_handed_in(
    course: Course, assignment: str, student: str, notebook: str
) -> HandedIn:
    """Read the outputs of a submitted notebook; none if it cannot be read."""
    others = set(course.notebooks(assignment)) - {notebook}
    folder = course.submitted(student, assignment)
    try:
        path = submitted_notebook(folder, notebook, others, [])
        if path is None:
            return HandedIn([])
        submitted, _ = read_submission(path)
    except (OSError, SubmissionError):
        return HandedIn([])
    return HandedIn(submitted["cells"])


def _well_formed(output: Any) -> dict[str, Any] | None:
    """Return an output as nbformat has it, with texts alone; None for what is none."""
    if not isinstance(output, dict):
        return None
    kind = output.get("output_type")
    if kind == "stream":
        name = "stderr" if output.get("name") == "stderr" else "stdout"
        return {"output_type": kind, "name": name, "text": _text(output.get("text"))}
    if kind == "error":
        frames = output.get("traceback")
        return {
            "output_type": kind,
            "ename": _text(output.get("ename")),
            "evalue": _text(output.get("evalue")),
            "traceback": [_text(one) for one in frames]
            if isinstance(frames, list)
            else [],
        }
    data = output.get("data")
    if kind in ("display_data", "execute_result") and isinstance(data, dict):
        texts = {_text(name): _text(value) for name, value in data.items()}
        return {"output_type": kind, "data": texts, "metadata": {}}
    return None


def _text(value: Any) -> str:
    """Return a text that may be given in lines; an empty one for anything else."""
    return cell_text({"source": value})
