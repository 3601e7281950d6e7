"""What grading a submission gives: plain values that can cross a process border."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from typing import Any, Literal

Outcome = Literal[
    "passed",  # full marks
    "partial",  # a number between nothing and full marks
    "failed",  # an assertion of the test failed
    "error",  # another exception stopped the test
    "timeout",  # the test took too long
    "not run",  # the kernel was gone before the test's turn
    "unanswered",  # the answer is still the released stub
    "manual",  # a person has to mark it
]

Status = Literal["graded", "missing", "failed"]


#: A traceback fits in; what learners put into names and metadata need not.
_MAX_TEXT = 4_000
_STAND_INS = dict.fromkeys("\t\r\v\f\xa0\u2028\u2029", " ")


def printable(text: str) -> str:
    """Return a text without what terminals obey and UTF-8 cannot hold, and bounded."""
    if len(text) > _MAX_TEXT:
        text = f"{text[:_MAX_TEXT]} …"
    if text.isprintable():
        return text
    return "".join(
        letter
        if letter.isprintable() or letter == "\n"
        else _STAND_INS.get(letter, "?")
        for letter in text
    )


@dataclass(frozen=True)
class Flag:
    """Something an instructor should know about a submission.

    Attributes:
        code: A short name for the kind, the same for all submissions.
        text: A sentence for people.
        cell: The grade id it concerns, if one.
    """

    code: str
    text: str
    cell: str = ""

    def __post_init__(self) -> None:
        """Make the text safe to show and to keep: some of it can be a learner's."""
        object.__setattr__(self, "text", printable(self.text))


@dataclass
class CellScore:
    """The score of one graded cell.

    Attributes:
        grade_id: The cell.
        max_score: Points to be had.
        score: Points, or None while a person has to give them.
        outcome: How it went.
        error: Name of the exception's type, if one stopped the cell.
        message: The exception's text, or the printed partial credit.
        summary: What a test that gives part of its points says of the answer; holds
            no values of the test.
        flags: What is odd about the score.
    """

    grade_id: str
    max_score: float
    score: float | None
    outcome: Outcome
    error: str = ""
    message: str = ""
    summary: str = ""
    flags: list[Flag] = field(default_factory=list)


@dataclass
class NotebookResult:
    """What became of one notebook of a submission.

    Attributes:
        name: The notebook, without `.ipynb`.
        status: `graded`, `missing` (nothing was handed in) or `failed`.
        scores: One for each graded cell; empty unless graded.
        flags: What was repaired or is odd.
        cause: For a failed one, the short name of the cause.
        reason: For a failed one, what is wrong, in a sentence.
        advice: For a failed one, what the learner can do.
        cell_seconds: Wall time of each executed cell that has a grade id.
        cell_cpu_seconds: Processor time of the same, of all processes together.
        seconds: Wall time of the whole notebook.
        cpu_seconds: Processor time of the processes that ran it and examined it.
        fingerprint: Of everything that the result depends on.
    """

    name: str
    status: Status
    scores: list[CellScore] = field(default_factory=list)
    flags: list[Flag] = field(default_factory=list)
    cause: str = ""
    reason: str = ""
    advice: str = ""
    cell_seconds: dict[str, float] = field(default_factory=dict)
    cell_cpu_seconds: dict[str, float] = field(default_factory=dict)
    seconds: float = 0.0
    cpu_seconds: float = 0.0
    fingerprint: str = ""

    def all_flags(self) -> list[Flag]:
        """Return the flags of the notebook and of its cells."""
        return self.flags + [flag for score in self.scores for flag in score.flags]


@dataclass
class SubmissionResult:
    """What became of one submission.

    Attributes:
        assignment: The assignment.
        student: The student's id.
        notebooks: By name, in the assignment's order.
        max_score: Points to be had in the assignment.
        seconds: Wall time of grading it.
        cpu_seconds: Processor time of grading it, writing of the result left aside.
        flags: What is odd about the submission as a whole.
        unchanged: Whether this is an earlier result that still holds.
    """

    assignment: str
    student: str
    notebooks: dict[str, NotebookResult] = field(default_factory=dict)
    max_score: float = 0.0
    seconds: float = 0.0
    cpu_seconds: float = 0.0
    flags: list[Flag] = field(default_factory=list)
    unchanged: bool = False

    @property
    def status(self) -> Status:
        """`failed` if any notebook failed, `missing` if all are missing."""
        states = {notebook.status for notebook in self.notebooks.values()}
        if "failed" in states:
            return "failed"
        return "missing" if states == {"missing"} else "graded"

    @property
    def score(self) -> float:
        """Points given by the tests; a person's come on top."""
        return math.fsum(score.score or 0.0 for score in self.all_scores())

    @property
    def waiting(self) -> int:
        """Number of cells that a person has to mark."""
        return sum(score.score is None for score in self.all_scores())

    def all_scores(self) -> Iterable[CellScore]:
        """Yield the scores of all notebooks."""
        for notebook in self.notebooks.values():
            yield from notebook.scores

    def all_flags(self) -> list[Flag]:
        """Return all flags, the submission's first."""
        flags = list(self.flags)
        for notebook in self.notebooks.values():
            flags += notebook.all_flags()
        return flags

    def has_flag(self, code: str) -> bool:
        """Say whether there is a flag of this kind."""
        return any(flag.code == code for flag in self.all_flags())

    def reasons(self) -> list[str]:
        """Return why notebooks failed or are missing, a sentence each."""
        return [
            f"{notebook.name}: {notebook.reason}"
            for notebook in self.notebooks.values()
            if notebook.reason
        ]

    def to_json(self) -> dict[str, Any]:
        """Return plain values; `from_json` makes the same result of them."""
        values = asdict(self)
        values["status"] = self.status
        values["score"] = self.score
        return values

    @classmethod
    def from_json(cls, values: dict[str, Any]) -> SubmissionResult:
        """Make a result of what `to_json` gave.

        Raises:
            KeyError, TypeError: If the values come from another version.
        """
        values = {
            key: value for key, value in values.items() if key not in _COMPUTED_KEYS
        }
        values["flags"] = [Flag(**flag) for flag in values["flags"]]
        values["notebooks"] = {
            name: notebook_from_json(notebook)
            for name, notebook in values["notebooks"].items()
        }
        return cls(**values)

    def json_line(self) -> str:
        """Return the result as one line of JSON."""
        return json.dumps(self.to_json(), ensure_ascii=False)


_COMPUTED_KEYS = ("status", "score")


def notebook_from_json(values: dict[str, Any]) -> NotebookResult:
    """Make a notebook's result of plain values."""
    scores = [
        CellScore(**{**score, "flags": [Flag(**flag) for flag in score["flags"]]})
        for score in values["scores"]
    ]
    flags = [Flag(**flag) for flag in values["flags"]]
    return NotebookResult(**{**values, "scores": scores, "flags": flags})
