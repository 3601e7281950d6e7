"""Show on the terminal how a run goes, and what came of it."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from time import monotonic
from types import TracebackType

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    ProgressColumn,
    Task,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)
from rich.progress import Progress as Bar
from rich.table import Table
from rich.text import Text

from autograder.engine import Listener
from autograder.results import SubmissionResult, printable

#: From this many seconds on, a running submission is named as a slow one.
_SLOW_SECONDS = 10


class _SlowColumn(ProgressColumn):
    """Names the submissions that have been running for long."""

    def __init__(self, running: dict[str, float]) -> None:
        super().__init__()
        self.running = running

    def render(self, _task: Task) -> Text:
        """Return the names, with the seconds so far."""
        now = monotonic()
        slow = [
            f"{_one_line(student)} {now - started:.0f} s"
            for student, started in list(self.running.items())
            if now - started > _SLOW_SECONDS
        ]
        return Text(f"slow: {', '.join(slow[:3])}" if slow else "")


class Progress(Listener):
    """A bar on a terminal; elsewhere a line for each submission."""

    def __init__(self) -> None:
        self.console = Console(highlight=False)
        self.total = 0
        self.done = 0
        self.running: dict[str, float] = {}
        self.bar: Bar | None = None
        if self.console.is_terminal:
            self.bar = Bar(
                TextColumn("Grading"),
                BarColumn(),
                MofNCompleteColumn(),
                TimeElapsedColumn(),
                TextColumn("left"),
                TimeRemainingColumn(),
                _SlowColumn(self.running),
                console=self.console,
            )

    def __enter__(self) -> Progress:
        """Start showing."""
        if self.bar:
            self.bar.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Stop showing."""
        if self.bar:
            self.bar.stop()

    def planned(self, students: Sequence[str]) -> None:
        """Learn how many there are."""
        self.total = len(students)
        if self.bar:
            self.task = self.bar.add_task("grade", total=self.total)
        else:
            self._print(f"Grading {_count(self.total, 'submission')}.")

    def started(self, student: str) -> None:
        """Learn what is running."""
        self.running[student] = monotonic()

    def finished(self, result: SubmissionResult) -> None:
        """Show one more."""
        self.running.pop(result.student, None)
        self.done += 1
        if self.bar:
            self.bar.advance(self.task)
        else:
            state = "unchanged" if result.unchanged else result.status
            self._print(
                f"[{self.done}/{self.total}] {_one_line(result.student)}: {state}, "
                f"{points(result)}, {result.seconds:.1f} s"
            )

    def _print(self, text: str) -> None:
        self.console.print(text, markup=False, soft_wrap=True)
        sys.stdout.flush()


def points(result: SubmissionResult) -> str:
    """Return a score as people write it, with what is still to be marked."""
    text = f"{result.score:g}/{result.max_score:g}"
    return f"{text} + {result.waiting} to mark" if result.waiting else text


def print_results(results: Sequence[SubmissionResult]) -> None:
    """Print a table of all submissions, and below it what is odd about them."""
    console = Console(highlight=False)
    if not console.is_terminal:
        console = Console(highlight=False, width=100)
    table = Table(show_edge=False, pad_edge=False)
    table.add_column("Student")
    table.add_column("Score", justify="right")
    table.add_column("Status")
    table.add_column("Flags", overflow="fold")
    table.add_column("Seconds", justify="right")
    for result in results:
        codes = dict.fromkeys(flag.code for flag in result.all_flags())
        causes = [n.cause for n in result.notebooks.values() if n.cause]
        state = f"{result.status}: {causes[0]}" if causes else result.status
        table.add_row(
            _safe(_one_line(result.student)),
            points(result),
            f"{state} (unchanged)" if result.unchanged else state,
            _safe(", ".join(codes)),
            f"{result.seconds:.1f}",
        )
    console.print(table)
    for result in results:
        for text in [*result.reasons(), *(flag.text for flag in result.all_flags())]:
            line = f"{_one_line(result.student)}: {_one_line(text)}"
            console.print(line, markup=False, soft_wrap=True)
    console.print(_summary(results), markup=False, soft_wrap=True)


def _summary(results: Sequence[SubmissionResult]) -> str:
    states = [result.status for result in results]
    parts = [
        f"{states.count(state)} {state}" for state in ("graded", "missing", "failed")
    ]
    fresh = [result for result in results if not result.unchanged]
    slowest = sorted(fresh, key=lambda result: -result.seconds)[:3]
    slow = ", ".join(
        f"{_one_line(result.student)} {result.seconds:.0f} s" for result in slowest
    )
    text = f"{_count(len(results), 'submission')}: {', '.join(parts)}."
    return f"{text} Slowest: {slow}." if slow else text


def _safe(text: str) -> str:
    from rich.markup import escape

    return escape(text)


def _one_line(text: str) -> str:
    text = printable(" ".join(text.split()))
    return text if len(text) <= 300 else f"{text[:300]} …"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
