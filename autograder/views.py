"""A graded notebook as its feedback page shows it, exercise by exercise.

Here it is decided what a learner sees. All text of theirs is cleaned, and of a hidden
test only the visible part of its cell and what `messages` allows gets through.
"""

from __future__ import annotations

import re
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from markupsafe import Markup

from autograder.exercises import Exercise, claim_of, find_exercises, is_untouched
from autograder.gradebook import Marks
from autograder.handed_in import HandedIn
from autograder.hidden import HiddenTests
from autograder.messages import (
    NOT_SHOWN,
    error_text,
    first_paragraph,
    guarded_message,
    hidden_message,
    visible_message,
)
from autograder.reading import cell_text
from autograder.results import CellScore
from autograder.safe_html import code, markdown, output, preformatted, shorten
from autograder.scoring import plain_text
from autograder.skeleton import kind_of

_AS_HANDED_IN = "The output is as you handed it in."
_TOO_SLOW = "The output is left out: your page takes too long to make, or to load."
#: With more a page shows no more outputs, and text cells as they were written.
_MOST_SECONDS = 20.0
_MOST_LETTERS = 50_000_000  # of a page, pictures included
#: Frames of a traceback that stand in a cell, or say where a syntax error is.
_OWN_FRAME = re.compile(r"\s*(?:Cell In\[|File .*<ipython)")


@dataclass
class TestView:
    """One test on the page."""

    claim: str
    state: str
    score: float
    max_score: float
    hidden: bool
    message: str = ""
    traceback: str = ""
    source: str = ""


@dataclass
class CellView:
    """One cell with its output on the page."""

    label: str
    source: Markup
    is_code: bool
    outputs: list[Markup] = field(default_factory=list)
    error: str = ""
    traceback: str = ""
    comment: str = ""
    note: str = ""


@dataclass
class ExerciseView:
    """One exercise on the page."""

    anchor: str
    title: str
    state: str
    score: float
    max_score: float
    advice: str
    criteria: list[str]
    question: list[Markup]
    cells: list[CellView]
    tests: list[TestView]


class NotebookView:
    """Turns the cells of a graded notebook into what the page shows."""

    def __init__(
        self,
        cells: list[dict[str, Any]],
        scores: dict[str, CellScore],
        marks: Marks,
        hidden: HiddenTests,
        folder: Path,
        handed_in: HandedIn,
    ) -> None:
        self.cells = cells
        self.scores = scores
        self.marks = marks
        self.hidden = hidden
        self.folder = folder
        self.handed_in = handed_in
        self._deadline = time.monotonic() + _MOST_SECONDS
        self._letters_left = _MOST_LETTERS
        self.shown: set[int] = set()
        self.place_of = {
            cell["metadata"]["nbgrader"]["grade_id"]: place
            for place, cell in enumerate(cells)
            if kind_of(cell) != "ordinary"
        }

    def exercises(self) -> list[ExerciseView]:
        """Return all exercises in order."""
        return [self._exercise(exercise) for exercise in find_exercises(self.cells)]

    def other_cells(self) -> list[CellView]:
        """Return the code cells that belong to no exercise, if they did something."""
        return [
            self._cell(place)
            for place, cell in enumerate(self.cells)
            if cell["cell_type"] == "code"
            and kind_of(cell) in ("ordinary", "solution")
            and place not in self.shown
            and cell_text(cell).strip()
        ]

    def _exercise(self, exercise: Exercise) -> ExerciseView:
        places = [self.place_of[name] for name in exercise.tests]
        answers = exercise.answers
        between = [
            place
            for place in range(min(answers + places) + 1, max(answers + places))
            if kind_of(self.cells[place]) == "ordinary"
            and cell_text(self.cells[place]).strip()
        ]
        work = [self._cell(place) for place in sorted({*answers, *between})]
        unanswered = bool(answers) and all(
            is_untouched(self.cells[place]) for place in answers
        )
        tests = [
            self._test(name, unanswered)
            for name in exercise.tests
            if kind_of(self.cells[self.place_of[name]]) == "test"
        ]
        marks = [self.marks.cells[n] for n in exercise.tests if n in self.marks.cells]
        score = sum(mark.score for mark in marks)
        max_score = sum(mark.max_score for mark in marks)
        waits = any(mark.waits for mark in marks)
        state = _state(score, max_score, waits, unanswered)
        return ExerciseView(
            anchor=re.sub(r"[^\w-]", "-", exercise.name),
            title=exercise.title,
            state=state,
            score=score,
            max_score=max_score,
            advice=_advice(state, tests),
            criteria=exercise.criteria,
            question=[self._text(place) for place in exercise.question],
            cells=work,
            tests=tests,
        )

    def _text(self, place: int) -> Markup:
        cell = self.cells[place]
        if self._is_full():
            return preformatted(cell_text(cell))
        return self._counted(
            markdown(cell_text(cell), cell.get("attachments"), self.folder)
        )

    def _is_full(self) -> bool:
        return time.monotonic() > self._deadline or self._letters_left < 0

    def _counted(self, shown: Markup) -> Markup:
        self._letters_left -= len(shown)
        return shown

    def _cell(self, place: int) -> CellView:
        self.shown.add(place)
        cell = self.cells[place]
        settings = cell["metadata"].get("nbgrader", {})
        label = "Your answer" if settings.get("solution") else "A cell beside it"
        if settings.get("task"):
            label = "The task"
        comment = self.marks.comments.get(settings.get("grade_id", ""), "")
        if cell["cell_type"] != "code":
            return CellView(label, self._text(place), is_code=False, comment=comment)
        outputs, note = cell.get("outputs", []), ""
        if self.hidden.met_at(place):
            outputs, note = self._outputs_before_grading(cell)
        shown: list[Markup] = []
        for value in outputs:
            if self._is_full():
                note = _TOO_SLOW
                break
            shown.append(self._counted(output(value)))
        errors = [value for value in outputs if value["output_type"] == "error"]
        error = error_text(errors[0]) if errors else ""
        return CellView(
            label,
            code(cell_text(cell)),
            is_code=True,
            outputs=[text for text in shown if text],
            error=error,
            traceback=self._traceback(errors),
            comment=comment,
            note=note,
        )

    def _outputs_before_grading(
        self, cell: dict[str, Any]
    ) -> tuple[list[dict[str, Any]], str]:
        """Return what may be shown of a cell that ran after a hidden test."""
        outputs = self.handed_in.outputs(cell_text(cell))
        if outputs:
            return outputs, _AS_HANDED_IN
        return [], NOT_SHOWN if cell.get("outputs") else ""

    def _test(self, name: str, unanswered: bool) -> TestView:
        place = self.place_of[name]
        self.shown.add(place)
        cell = self.cells[place]
        source = cell_text(cell)
        score, mark = self.scores.get(name), self.marks.cells.get(name)
        if score is None or mark is None:
            return TestView(name, "failed", 0, 0, hidden=True)
        hidden = self.hidden.in_cell(source)
        view = TestView(
            claim=claim_of(self.hidden.visible_part(source)) or name,
            state=_state(mark.score, mark.max_score, mark.waits, unanswered),
            score=mark.score,
            max_score=mark.max_score,
            hidden=hidden,
            source=code(self.hidden.visible_part(source).strip()),
        )
        if score.outcome in ("passed", "manual"):
            return view
        if unanswered:
            view.message = "This exercise has not been answered yet."
        elif hidden:
            text = hidden_message(score, self.hidden.told)
            view.message = self.hidden.redact_message(text)
        elif self.hidden.met_at(place):
            text = guarded_message(score, cell, self.hidden.told)
            view.message = self.hidden.redact_message(text)
        else:
            errors = [out for out in cell["outputs"] if out["output_type"] == "error"]
            view.message = visible_message(score, errors)
            view.traceback = self._traceback(errors) if score.outcome == "error" else ""
        return view

    def _traceback(self, errors: list[dict[str, Any]]) -> str:
        """Return the part of a traceback that stands in the learner's notebook."""
        if not errors:
            return ""
        frames = [plain_text(frame) for frame in errors[0].get("traceback", [])]
        own = [frame for frame in frames if _OWN_FRAME.match(frame)]
        return shorten("\n".join(own).strip(), 4000)


def _state(score: float, max_score: float, waits: bool, unanswered: bool) -> str:
    if waits:
        return "waits"
    if score >= max_score:
        return "passed"
    if unanswered and not score:
        return "unanswered"
    return "partly" if score > 0 else "failed"


def _advice(state: str, tests: list[TestView]) -> str:
    if state in ("passed", "unanswered"):
        return ""
    if state == "waits":
        return "Your instructor will mark this."
    for test in tests:
        if test.message:
            return first_paragraph(test.message, 160)
    return "See your instructor's remarks." if not tests else ""
