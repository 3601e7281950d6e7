"""Examine one submission: the student's cells in their kernel, the tests outside it.

The two notebooks are walked through together. The student's cells run in the order of
the student's notebook, up to the place of the next cell of the grader; that one then
runs in the examiner's process, which asks the student's for what it does not have.
Whatever the student's side does, there is a result for each test cell.
"""

from __future__ import annotations

import time
from collections.abc import Collection
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from nbformat import NotebookNode

from autograder.examiner.bounds import Bounds
from autograder.examiner.kernel import CellRun, KernelDied, StudentKernel
from autograder.examiner.outputs import text_of
from autograder.examiner.places import Places
from autograder.examiner.plan import Plan, Step, make_plan
from autograder.examiner.process import ExaminerDied, ExaminerProcess, Starter
from autograder.examiner.skipping import find_unneeded


@dataclass(frozen=True)
class TestResult:
    """What the examiner says of a test cell.

    Attributes:
        grade_id: nbgrader's name for the cell.
        outcome: "passed"; "failed" for an assertion that does not hold; "error" for
            any other exception; "timeout"; "not examined".
        error_type: Class of the exception, or "".
        message: Its text, or why the cell could not be examined.
        traceback: For instructors only: it shows hidden tests.
        value: `repr` of the cell's last expression, None where there is none.
        number: The same as a number, which nbgrader's rules take as partial credit.
        stdout: What the test cell itself printed.
        summary: What a check said of the answer, without values of the test.
        student_output: What the student's code printed while the test called it; may
            hold values of the test.
        by_student: Whether the exception came out of the student's code, so that its
            message may hold values of the test.
        seconds: Wall time.
        cpu_seconds: Processor time of the test, and of the student's code it called.
        flags: What an instructor should look at, a short sentence each.
    """

    __test__ = False  # no class of tests, whatever pytest thinks of its name

    grade_id: str
    outcome: str
    error_type: str = ""
    message: str = ""
    traceback: str = ""
    value: str | None = None
    number: float | int | None = None
    stdout: str = ""
    summary: str = ""
    student_output: str = ""
    by_student: bool = False
    seconds: float = 0.0
    cpu_seconds: float = 0.0
    flags: tuple[str, ...] = ()


@dataclass
class Examination:
    """Results of one submission.

    Attributes:
        tests: By grade id, for every test cell that was asked for.
        cells: By index in the submission, what running that cell of the student's came
            to; its outputs belong into the graded notebook.
        flags: What an instructor should look at.
        seconds: Wall time of the whole.
        grader_problems: Cells of the instructor, other than tests, that failed.
        unneeded: Indexes in the submission of cells that were not run, since nothing
            that is graded depends on them.
        order: Indexes in the submission of what ran, tests included, in that order.
    """

    tests: dict[str, TestResult] = field(default_factory=dict)
    cells: dict[int, CellRun] = field(default_factory=dict)
    flags: list[str] = field(default_factory=list)
    seconds: float = 0.0
    grader_problems: dict[str, str] = field(default_factory=dict)
    unneeded: frozenset[int] = frozenset()
    order: list[int] = field(default_factory=list)


def examine(
    source: NotebookNode,
    submission: NotebookNode,
    student: StudentKernel,
    start_examiner: Starter,
    bounds: Bounds,
    *,
    folder: Path = Path("."),
    only: Collection[str] | None = None,
    plan: Plan | None = None,
    run_everything: bool = True,
) -> Examination:
    """Run a submission and its tests.

    Args:
        source: The instructor's notebook, with hidden tests.
        submission: The student's notebook, sanitised: its cells of the grader's have
            their grade ids.
        student: The student's kernel, not yet started; it is ended in any case.
        start_examiner: Starts a process that runs `run_examiner`; a `WarmExaminers`.
        bounds: Limits.
        folder: Where the instructor's cells run and find their files.
        only: Grade ids of the test cells to examine, None for all.
        plan: `make_plan(source, only)`, where it is at hand for a class.
        run_everything: Also run cells on which no test depends; see `skipping`.

    Returns:
        A result for each test cell that was asked for, whatever happens.

    Raises:
        ExaminerDied: If no examiner or no kernel can be started.
    """
    run = _Run(
        plan or make_plan(source, only), submission, student, start_examiner, bounds
    )
    if not run_everything:
        run.leave_out_unneeded()
    return run.examine(folder)


class _Run:
    """The state of one examination."""

    def __init__(
        self,
        plan: Plan,
        submission: NotebookNode,
        student: StudentKernel,
        start_examiner: Starter,
        bounds: Bounds,
    ) -> None:
        self.plan = plan
        self.submission = submission
        self.student = student
        self.start_examiner = start_examiner
        self.bounds = bounds
        self.result = Examination()
        self.examiner: ExaminerProcess | None = None
        self.identity = ""
        self.next_cell = 0
        self.deadline = 0.0
        self.restarts = 0
        self.unusable = ""
        self.reasons: dict[str, str] = {}
        self.ran: list[int] = []
        self.culprits: set[str] = set()
        self.places = Places(submission)
        self.graders = sorted(
            name for name in plan.graders if name not in plan.providers
        )

    def leave_out_unneeded(self) -> None:
        cells = self.submission.cells
        students = [index for index, cell in enumerate(cells) if _is_students(cell)]
        self.result.unneeded = find_unneeded(self.plan, self.submission, students)

    def examine(self, folder: Path) -> Examination:
        started = time.monotonic()
        self.deadline = started + self.bounds.notebook_seconds
        self.folder = folder
        try:
            self._start_student()
            for step in self.plan.steps:
                place = self.places.of(step.cell)
                self._advance(self._end_before(step, place))
                self._run_step(step)
                if place is not None:
                    self.result.order.append(place)
            self._advance(len(self.submission.cells))
        finally:
            self.student.shutdown()
            self._end_examiner()
        if self.student.malformed:
            self._flag("The notebook's process sent malformed messages.")
        self.result.seconds = time.monotonic() - started
        return self.result

    # The student's side.

    def _start_student(self) -> None:
        """Start a kernel; that there is none is never the learner's fault."""
        try:
            self.student.start()
        except KernelDied as error:
            raise ExaminerDied(f"No kernel can be started. {error}") from error
        self._introduce()

    def _introduce(self) -> None:
        """Tell the examiner of a new kernel."""
        for is_last in (False, True):
            try:
                if self.examiner is None:
                    self.examiner = ExaminerProcess(
                        self.start_examiner(), self.bounds, self.folder
                    )
                self.examiner.send("kernel", self.student.connection())
                _, self.identity = self.examiner.receive(self.bounds.startup_seconds)
            except ExaminerDied:
                self._end_examiner()
                if is_last:
                    raise
            else:
                return

    def _end_examiner(self) -> None:
        if self.examiner is not None:
            self.examiner.kill()
            self.examiner = None

    def _end_before(self, step: Step, place: int | None) -> int:
        """Up to which cell the student's run before a cell of the grader's."""
        if place is not None:
            return place
        if step.asked:
            name = step.cell.grade_id
            self._flag(f"The test cell `{name}` is missing in the notebook.")
            return len(self.submission.cells)
        return self.next_cell

    def _advance(self, place: int) -> None:
        """Run the student's cells before a place that have not run yet."""
        while self.next_cell < place:
            index, self.next_cell = self.next_cell, self.next_cell + 1
            cell = self.submission.cells[index]
            if index in self.result.unneeded:
                continue
            if _is_students(cell) and not self.unusable:
                self._run_students_cell(index, cell)

    def _run_students_cell(self, index: int, cell: NotebookNode) -> None:
        grade_id = cell.metadata.get("nbgrader", {}).get("grade_id")
        seconds = self._seconds()
        if seconds <= 0:
            self._give_up("The notebook used up its whole time.")
            return
        self.result.order.append(index)
        try:
            run = self.student.run_cell(cell.source, seconds)
        except KernelDied as error:
            run = CellRun("error", "DeadKernel")
            self._note_failure(grade_id, f"stopped the kernel ({error})")
            self._flag(f"Cell {index + 1} of the notebook: {error}")
            self.result.cells[index] = run
            self._restart()
            return
        self.result.cells[index] = run
        if run.status == "ok":
            self._forget_failure(grade_id)
        elif run.status == "timeout":
            self._flag(f"Cell {index + 1} of the notebook took too long.")
            self._note_failure(grade_id, "took too long")
        else:
            self._note_failure(grade_id, f"stopped with {run.error_name}")
        if run.dropped_bytes:
            self._flag(f"Output of cell {index + 1} was cut.")
        self.ran.append(index)

    def _note_failure(self, grade_id: str | None, what: str) -> None:
        for name in self._names_of(grade_id):
            self.reasons[name] = (
                f"the cell `{grade_id}`, which should define it, {what}"
            )

    def _forget_failure(self, grade_id: str | None) -> None:
        for name in self._names_of(grade_id):
            self.reasons[name] = f"the cell `{grade_id}` ran but does not define it"

    def _names_of(self, grade_id: str | None) -> list[str]:
        """Names that a solution cell should define."""
        if grade_id is None:
            return []
        return [name for name, one in self.plan.providers.items() if one == grade_id]

    def _restart(self) -> None:
        """Start the kernel again and run what has run before, but for the culprit."""
        self.student.shutdown()
        self.restarts += 1
        if self.restarts > self.bounds.restarts:
            self._give_up("The notebook's process ended again and again.")
            return
        self._flag("The kernel was started again, and the cells before run again.")
        self._start_student()
        for index in self.ran:
            if self.unusable:
                return
            seconds = self._seconds()
            if seconds <= 0:
                self._give_up("The notebook used up its whole time.")
                return
            try:
                self.student.run_cell(self.submission.cells[index].source, seconds)
            except KernelDied as error:
                self.ran.remove(index)
                self._flag(f"Cell {index + 1}, when run again: {error}")
                self._restart()
                return

    def _give_up(self, why: str) -> None:
        self.unusable = self.unusable or why
        self._flag(why)

    def _seconds(self) -> float:
        return min(self.bounds.cell_seconds, self.deadline - time.monotonic())

    def _flag(self, what: str) -> None:
        if what not in self.result.flags:
            self.result.flags.append(what)

    # The grader's side.

    def _run_step(self, step: Step) -> None:
        label = _label(step)
        seconds = self._seconds()
        if step.cell.problem:
            result = TestResult(label, "not examined", message=step.cell.problem)
        elif self.unusable or seconds <= 0:
            why = self.unusable or "The notebook used up its whole time."
            result = TestResult(label, "not examined", message=why)
        else:
            result = self._run_grader_cell(step, label, seconds)
        if step.asked:
            self.result.tests[label] = result
        elif result.outcome != "passed" and not step.cell.is_test:
            words = f"{result.error_type}: {result.message}".strip(": ")
            self.result.grader_problems[label] = words
            for name in step.cell.names.defines:
                self.reasons[name] = (
                    f"`{label}`, which defines it, stopped with "
                    f"{result.error_type or result.message}"
                )

    def _run_grader_cell(self, step: Step, label: str, seconds: float) -> TestResult:
        """Run one cell in the examiner, with the student's kernel at its service."""
        if self.examiner is None:
            self._replace_examiner(step)
        assert self.examiner is not None
        started = time.monotonic()
        try:
            self.student.begin_serving(self.identity)
            outcome = self._ask(step, label, seconds)
        except ExaminerDied as error:
            return self._after_examiner(label, str(error), started, seconds)
        except KernelDied as error:
            return self._after_kernel(label, str(error), started)
        flags = list(outcome.pop("notes"))
        kind, error_type = outcome.pop("outcome"), outcome["error_type"]
        if kind == "unavailable":
            kind = "not examined"
            if error_type == "StudentTooSlow":
                kind = "timeout"
                self.student.interrupt()
        result = TestResult(label, kind, **outcome)
        try:
            served = self.student.end_serving()
        except KernelDied as error:
            flags.append(str(error))
            self._restart()
        else:
            result = replace(
                result,
                student_output=text_of(served.outputs),
                cpu_seconds=result.cpu_seconds + served.cpu_seconds,
            )
            if served.dropped_bytes:
                flags.append("Output of the notebook's code was cut.")
        return replace(result, flags=tuple(flags), seconds=time.monotonic() - started)

    def _ask(self, step: Step, label: str, seconds: float) -> dict[str, Any]:
        examiner = self.examiner
        assert examiner is not None
        examiner.send(
            "cell",
            {
                "code": step.cell.code,
                "label": label,
                "seconds": seconds,
                "students": sorted(step.students),
                "classes": sorted(step.classes),
                "imports": step.imports,
                "graders": self.graders,
                "reasons": self.reasons,
                "is_test": step.cell.is_test,
            },
        )
        try:
            answered = self.student.wait(
                [examiner], seconds + self.bounds.grace_seconds / 2
            )
        except KernelDied:
            examiner.send("gone")
            if self._settle(examiner):
                raise
            raise ExaminerDied(
                "The notebook's process ended, the test went on."
            ) from None
        if not answered:
            raise ExaminerDied("The test took too long.")
        kind, outcome = examiner.receive(self.bounds.grace_seconds)
        assert kind == "outcome"
        return outcome

    def _settle(self, examiner: ExaminerProcess) -> bool:
        """Take the answer of a cell whose student has gone; whether there is one."""
        try:
            examiner.receive(self.bounds.grace_seconds)
        except ExaminerDied:
            self._end_examiner()
            return False
        return True

    def _after_kernel(self, label: str, why: str, started: float) -> TestResult:
        """The student's process died while a test asked it."""
        self._flag(f"While `{label}` was examined: {why}")
        self._restart()
        return TestResult(
            label,
            "not examined",
            message=f"{why} It happened while this test called the notebook's code.",
            seconds=time.monotonic() - started,
        )

    def _after_examiner(
        self, label: str, why: str, started: float, seconds: float
    ) -> TestResult:
        """The test itself did not come back: end it, and go on with a new examiner."""
        took = time.monotonic() - started
        self._end_examiner()
        self.culprits.add(label)
        self._flag(f"While `{label}` was examined: {why}")
        self.student.interrupt()
        try:
            self.student.end_serving()
        except KernelDied:
            self._restart()
        kind = "timeout" if took >= seconds else "not examined"
        return TestResult(label, kind, message=why, seconds=took)

    def _replace_examiner(self, step: Step) -> None:
        """Start an examiner and run again what this step depends on."""
        self._introduce()
        place = self.plan.steps.index(step)
        wanted = {
            name
            for one in self.plan.steps[place:]
            for name in one.cell.names.uses | one.cell.names.later
        }
        for earlier in self.plan.steps[:place]:
            cell = earlier.cell
            label = _label(earlier)
            # A test cell is run again only for the helpers that it defines.
            is_needed = not cell.is_test or bool(cell.names.defines & wanted)
            seconds = self._seconds()
            if is_needed and label not in self.culprits and seconds > 0:
                self._run_grader_cell(earlier, label, seconds)


def _label(step: Step) -> str:
    return step.cell.grade_id or f"cell {step.cell.index + 1}"


def _is_students(cell: NotebookNode) -> bool:
    """Whether a cell runs in the student's kernel: code, and no test cell."""
    grading = cell.metadata.get("nbgrader", {})
    is_test = bool(grading.get("grade")) and not grading.get("solution")
    return cell.cell_type == "code" and not is_test and bool(cell.source.strip())
