"""Where the cells of a source notebook stand in a submission."""

from __future__ import annotations

from nbformat import NotebookNode

from autograder.examiner.plan import SourceCell


class Places:
    """The places of the course's cells in a submission.

    A test is known by its grade id alone, which no cell of the learner's own has in a
    sanitised submission: their ids and texts are the learner's to choose.

    Args:
        submission: The student's notebook, sanitised.
    """

    def __init__(self, submission: NotebookNode) -> None:
        self._by_grade_id: dict[str, int] = {}
        self._by_id: dict[str, int] = {}
        self._by_text: dict[str, int] = {}
        for index, cell in enumerate(submission.cells):
            grade_id = cell.metadata.get("nbgrader", {}).get("grade_id")
            if isinstance(grade_id, str):
                self._by_grade_id.setdefault(grade_id, index)
                continue
            if isinstance(cell.get("id"), str):
                self._by_id.setdefault(cell.id, index)
            if cell.cell_type == "code":
                self._by_text.setdefault(cell.source, index)

    def of(self, cell: SourceCell) -> int | None:
        """Return the index of a cell in the submission; None if it is not there."""
        place = self._by_grade_id.get(cell.grade_id or "")
        if place is not None or cell.is_test:
            return place
        place = self._by_id.get(cell.cell_id or "")
        return self._by_text.get(cell.source) if place is None else place
