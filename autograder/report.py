"""What a class can do and what it stumbles over, as one page and as a table."""

from __future__ import annotations

import csv
import statistics
import tempfile
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from autograder.charts import Picture, score_distribution, shares
from autograder.classwork import Work, load_work
from autograder.delimiters import Delimiters
from autograder.exercises import claim_of, criteria_of, find_exercises
from autograder.hidden import HiddenTests
from autograder.messages import first_paragraph
from autograder.pages import render
from autograder.plan import make_plan

if TYPE_CHECKING:
    from autograder.course import Course

#: From this share of its points on, a criterion counts as mastered by a learner.
MASTERY = 0.8


@dataclass
class Row:
    """A line of the report: an exercise, a test or a criterion.

    Attributes:
        name: For people.
        notebook: Where it stands.
        max_score: Points to be had.
        shares: What share of them each graded submission got.
        detail: More about it: an exercise's grade id, a test's exercise.
        hidden: Whether it is a hidden test.
        waiting: How many have parts that a person has to mark; they are not in
            `shares`.
        unanswered: How many left it as it was.
        cells: Grade ids of an exercise's marked cells.
        messages: The most frequent messages of those who did not pass, with counts.
    """

    name: str
    notebook: str
    max_score: float
    shares: list[float] = field(default_factory=list)
    detail: str = ""
    hidden: bool = False
    waiting: int = 0
    unanswered: int = 0
    cells: list[str] = field(default_factory=list)
    messages: list[tuple[str, int]] = field(default_factory=list)

    @property
    def mean(self) -> float:
        """Mean share of the points."""
        return statistics.fmean(self.shares) if self.shares else 0.0

    @property
    def full(self) -> int:
        """How many got all points."""
        return sum(share >= 1 for share in self.shares)

    @property
    def mastered(self) -> int:
        """How many got at least the share that counts as mastery."""
        return sum(share >= MASTERY for share in self.shares)


@dataclass
class Report:
    """A class's results on one assignment.

    Attributes:
        assignment: The assignment.
        max_score: Points to be had.
        works: One for each student.
        exercises: In the notebooks' order.
        tests: The hardest first.
        criteria: By name.
    """

    assignment: str
    max_score: float
    works: list[Work]
    exercises: list[Row]
    tests: list[Row]
    criteria: list[Row]

    @property
    def graded(self) -> list[Work]:
        """The submissions that could be graded; only these are in the figures."""
        return [work for work in self.works if work.status == "graded"]

    def count(self, status: str) -> int:
        """Return how many submissions have this status."""
        return sum(work.status == status for work in self.works)


def make_report(course: Course, assignment: str) -> Report:
    """Work out the report of an assignment.

    Raises:
        UnknownAssignment: If the source folder has no such assignment.
        NothingGraded: If nothing of it has been graded.
    """
    works = load_work(course, assignment)
    with tempfile.TemporaryDirectory() as scratch:
        plan = make_plan(course, assignment, Path(scratch))
    graded = [work for work in works if work.status == "graded"]
    exercises: list[Row] = []
    tests: list[Row] = []
    criteria: dict[str, dict[tuple[str, str], float]] = {}
    for notebook, skeleton in plan.skeletons.items():
        cells = [cell.content for cell in skeleton.cells]
        hidden = HiddenTests(cells, Delimiters.of(course.config))
        worth = {
            cell.grade_id: float(cell.content["metadata"]["nbgrader"]["points"])
            for cell in skeleton.graded()
        }
        by_id = {cell.grade_id: cell for cell in skeleton.cells if cell.grade_id}
        for exercise in find_exercises(cells):
            row = _row(exercise.title, notebook, exercise.tests, worth, graded)
            row.detail, row.cells = exercise.name, list(exercise.tests)
            row.unanswered = _unanswered(notebook, exercise.tests, graded)
            exercises.append(row)
            for name in exercise.tests:
                for tag in criteria_of(by_id[name].content) or exercise.criteria:
                    criteria.setdefault(tag, {})[notebook, name] = worth[name]
                if by_id[name].kind != "test":
                    continue
                source = by_id[name].content["source"]
                claim = claim_of(hidden.visible_part(source)) or name
                test = _row(claim, notebook, [name], worth, graded)
                test.detail, test.hidden = exercise.title, hidden.in_cell(source)
                test.messages = _messages(notebook, name, graded)
                tests.append(test)
    tests.sort(key=lambda row: row.mean)
    return Report(
        assignment,
        plan.max_score,
        works,
        exercises,
        tests,
        [_criterion(tag, criteria[tag], graded) for tag in sorted(criteria)],
    )


def _row(
    title: str,
    notebook: str,
    names: Iterable[str],
    worth: dict[str, float],
    graded: Iterable[Work],
) -> Row:
    return _fill(
        Row(title, notebook, 0), {(notebook, n): worth[n] for n in names}, graded
    )


def _criterion(
    tag: str, tests: dict[tuple[str, str], float], graded: Iterable[Work]
) -> Row:
    return _fill(Row(tag, "", 0, detail=str(len(tests))), tests, graded)


def _fill(row: Row, tests: dict[tuple[str, str], float], graded: Iterable[Work]) -> Row:
    """Add what each submission got of the points of some cells."""
    row.max_score = sum(tests.values())
    for work in graded:
        marks = [work.marks[notebook].cells.get(name) for notebook, name in tests]
        if any(mark is not None and mark.waits for mark in marks):
            row.waiting += 1
        elif row.max_score:
            points = sum(mark.score for mark in marks if mark is not None)
            row.shares.append(points / row.max_score)
    return row


def _unanswered(notebook: str, names: Sequence[str], graded: Iterable[Work]) -> int:
    def untouched(work: Work) -> bool:
        scores = [work.scores[notebook].get(name) for name in names]
        return all(
            score is not None and score.outcome == "unanswered" for score in scores
        )

    return sum(untouched(work) for work in graded)


def _messages(
    notebook: str, name: str, graded: Iterable[Work]
) -> list[tuple[str, int]]:
    """Count why a test was not passed; exceptions are told by their name as well."""
    counts: Counter[str] = Counter()
    for work in graded:
        score = work.scores[notebook].get(name)
        if score is None or score.outcome in ("passed", "manual"):
            continue
        message = first_paragraph(score.message, 200)
        if score.outcome == "unanswered":
            message = "not answered"
        elif message and not score.error:
            message = f"{message} of {score.max_score:g} points"
        elif score.outcome == "error":
            message = f"{score.error}: {message}" if message else score.error
        counts[message or score.error or score.outcome] += 1
    return counts.most_common(3)


def write_report(report: Report, path: Path) -> None:
    """Write the report as one HTML page."""
    graded = report.graded
    scores = [work.score for work in graded]
    pictures: list[Picture] = []
    if scores and report.max_score:
        pictures.append(score_distribution(scores, report.max_score))
        for rows, title in (
            (report.exercises, "Exercises"),
            (report.criteria, "Performance criteria"),
        ):
            known = [row for row in rows if row.shares]
            if known:
                names, means = [row.name for row in known], [row.mean for row in known]
                caption = f"{title}: mean share of the points."
                pictures.append(shares(names, means, title, caption))
    page = render(
        "report.html.j2",
        report=report,
        pictures=pictures,
        mastery=MASTERY,
        mean_score=statistics.fmean(scores) if scores else 0.0,
        median_score=statistics.median(scores) if scores else 0.0,
        waiting=sum(work.waiting > 0 for work in graded),
        several_notebooks=len({row.notebook for row in report.exercises}) > 1,
    )
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(page, encoding="utf-8")


def write_scores(report: Report, path: Path) -> None:
    """Write one line for each student: score, status, points by exercise, flags."""
    several = len({row.notebook for row in report.exercises}) > 1
    heads = [
        f"{row.notebook}/{row.detail}" if several else row.detail
        for row in report.exercises
    ]
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(
            ["student", "status", "score", "max_score", "to_mark", *heads, "flags"]
        )
        for work in report.works:
            by_exercise = [_points(work, row) for row in report.exercises]
            codes = dict.fromkeys(flag.code for flag in work.flags)
            writer.writerow(
                [
                    plain_id(work.student),
                    work.status,
                    f"{work.score:g}",
                    f"{report.max_score:g}",
                    work.waiting,
                    *by_exercise,
                    "; ".join(codes),
                ]
            )


def _points(work: Work, row: Row) -> str:
    """Return the points for an exercise; empty while they are not known."""
    cells = work.marks[row.notebook].cells
    marks = [cells[name] for name in row.cells if name in cells]
    if work.status != "graded" or not marks or any(mark.waits for mark in marks):
        return ""
    return f"{sum(mark.score for mark in marks):g}"


def plain_id(text: str) -> str:
    """Keep a spreadsheet from taking an id for a formula."""
    return f"'{text}" if text[:1] in ("=", "+", "-", "@") else text
