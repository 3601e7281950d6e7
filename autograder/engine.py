"""Grade a class: which submissions, in what order, and what to do with the results."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Sequence
from concurrent.futures import Future, as_completed
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from autograder import head_start
from autograder.examined import ExamineNotebook
from autograder.exceptions import (
    KernelUnavailable,
    SubmissionError,
    UnknownNotebook,
    UnknownStudent,
    UnreadableSubmission,
    WorkerDied,
)
from autograder.execution import RunNotebook
from autograder.files import contents
from autograder.gradebook import kept_engines
from autograder.kernels import client
from autograder.kernels.modules import modules_of
from autograder.kernels.probe import Check, probe, require
from autograder.leftovers import Leftovers
from autograder.partial import (
    Chosen,
    can_keep,
    merge_notebooks,
    merge_results,
    tests_of_exercise,
)
from autograder.pipeline import steps_of
from autograder.plan import Plan, make_plan, register
from autograder.processes import ProcessPerJob
from autograder.reading import MAX_FILE_BYTES
from autograder.recording import Recorder
from autograder.results import Flag, SubmissionResult, printable
from autograder.store import load_result, only_run
from autograder.worker import Graded, Job, failed, grade_to_json

if TYPE_CHECKING:
    from autograder.course import Course

#: Part of every fingerprint: results of another way of grading do not hold.
GRADING_VERSION = "2"

#: The code of the flag of a result that is not in the gradebook.
NOT_RECORDED = "not recorded"

_SETTINGS_WITHOUT_EFFECT = (
    "CourseDirectory",
    "Exchange",
    "FormgradeApp",
    "GenerateAssignment",  # what it does is in the plan
    "GenerateFeedback",
    "HTMLExporter",
    "NbGrader",
    "ServerApp",
)

#: How often a submission is graded whose processes are lost, which it may cause itself.
_MOST_TRIES = 3

#: What a submission may take beyond the time of its notebooks: start, replays, stop.
_SPARE_SECONDS = 300


class Listener:
    """Is told how a run goes; this one does nothing with it."""

    def planned(self, students: Sequence[str]) -> None:
        """The submissions that will be looked at."""

    def started(self, student: str) -> None:
        """A submission's turn has come."""

    def finished(self, result: SubmissionResult) -> None:
        """A submission is done and written, or was found unchanged."""


@dataclass(frozen=True)
class Options:
    """What to grade, and how.

    Attributes:
        students: Ids; all that handed something in by default.
        notebook: Only this one of the assignment's notebooks.
        jobs: Submissions graded at the same time; the machine's cores by default.
        force: Grade again what has not changed.
        sandbox: Shut learners' code in, and refuse to grade where that fails; off as
            well where the course sets `ExamineNotebook.sandbox = False`.
        run_everything: Also run cells of the lesson on which nothing graded depends;
            as well where the course sets `ExamineNotebook.run_everything = True`.
        exercise: Grade this exercise again, changed or not, and keep all other marks.
    """

    students: Sequence[str] = ()
    notebook: str | None = None
    jobs: int | None = None
    force: bool = False
    sandbox: bool = True
    exercise: str | None = None
    run_everything: bool = False


def grade(
    course: Course,
    assignment: str,
    options: Options | None = None,
    listener: Listener | None = None,
) -> list[SubmissionResult]:
    """Grade the submissions of an assignment.

    Gradebook and `autograded/` are written as nbgrader writes them, by this process
    only. A submission that cannot be graded gives a result that says why.

    Args:
        course: The course.
        assignment: The assignment.
        options: What to grade.
        listener: Is told of each submission.

    Returns:
        One result for each submission, by student.

    Raises:
        UsageError: If the assignment, a student or the notebook is not there.
        BuildError: If the source of the assignment is broken.
        GradebookError: If the gradebook cannot take the assignment as it is.
    """
    options = options or Options()
    listener = listener or Listener()
    notebooks = course.notebooks(assignment)
    if options.notebook is not None and options.notebook not in notebooks:
        raise UnknownNotebook(
            f"{assignment} has no notebook {options.notebook!r}. "
            f"Known notebooks: {', '.join(notebooks)}."
        )
    students = _chosen_students(course, assignment, options.students)

    with ExitStack() as stack:
        leftovers = stack.enter_context(only_run(course))
        stack.enter_context(kept_engines())
        scratch = leftovers.scratch
        if options.force or any(
            load_result(course, assignment, student) is None for student in students
        ):
            _head_start(course, assignment, options, leftovers)
        (scratch / "plan").mkdir()
        (scratch / "register").mkdir()
        plan = make_plan(course, assignment, scratch / "plan")
        register(course, plan, scratch / "register")
        return _Run(course, plan, options, listener, leftovers).grade(students)


def _head_start(
    course: Course, assignment: str, options: Options, leftovers: Leftovers
) -> None:
    """Have the processes that others are forked from import, while this one plans."""
    names = course.notebooks(assignment)
    if options.exercise is not None:
        return  # the plan will say which notebook it is in
    if options.notebook is not None:
        names = [options.notebook]
    folder = head_start.begin(course.source(assignment), names)
    if folder is not None:
        leftovers.note(folder)


def _chosen_students(
    course: Course, assignment: str, wanted: Sequence[str]
) -> list[str]:
    there = course.students(assignment)
    unknown = sorted(set(wanted) - set(there))
    if unknown:
        raise UnknownStudent(
            f"No submission of {assignment} by {', '.join(map(repr, unknown))} in "
            f"{course.submitted('.', '.')}. "
            f"Submissions by: {', '.join(there) or 'nobody'}."
        )
    excluded = course.directory.student_id_exclude.split(",")
    return [
        student
        for student in there
        if student in wanted or (not wanted and student not in excluded)
    ]


class _Run:
    """One run over the submissions of one assignment."""

    def __init__(
        self,
        course: Course,
        plan: Plan,
        options: Options,
        listener: Listener,
        leftovers: Leftovers,
    ) -> None:
        self.course = course
        self.plan = plan
        self.options = options
        self.listener = listener
        self.leftovers = leftovers
        self.notebooks = [
            name for name in plan.skeletons if options.notebook in (None, name)
        ]
        self.chosen: Chosen = {}
        if options.exercise is not None:
            self.chosen = tests_of_exercise(plan, options.exercise, self.notebooks)
            self.notebooks = [name for name in self.notebooks if name in self.chosen]
        self.sandbox = options.sandbox and course.setting(ExamineNotebook, "sandbox")
        self.recorder = Recorder(course, plan, steps_of(course))
        self.setup = _digest_of_setup(course, plan, options.run_everything)
        self.in_gradebook = _students_in_gradebook(course, plan.assignment)
        self.started: dict[str, float] = {}

    def grade(self, students: Sequence[str]) -> list[SubmissionResult]:
        self.listener.planned(students)
        results: dict[str, SubmissionResult] = {}
        waiting: dict[str, str] = {}
        for student in students:
            try:
                _check_id(student)
                fingerprint = self._fingerprint(student)
                earlier = self._unchanged(student, fingerprint)
            except SubmissionError as error:
                earlier = self._refused(student, error)
            except OSError as error:
                text = f"The submission cannot be read: {error.strerror}."
                earlier = self._refused(student, UnreadableSubmission(text))
            if earlier is None:
                waiting[student] = fingerprint
            else:
                results[student] = earlier
                self.listener.finished(earlier)
        if waiting:
            self._grade_all(waiting, results)
        return [results[student] for student in students]

    def _unchanged(self, student: str, fingerprint: str) -> SubmissionResult | None:
        """Return the kept result if it still holds and nbgrader has it too."""
        again = self.options.force or self.options.exercise is not None
        if again or student not in self.in_gradebook:
            return None
        result = load_result(self.course, self.plan.assignment, student)
        if result is None or result.has_flag(NOT_RECORDED):
            return None
        place = self.course.autograded(student, self.plan.assignment)
        for name in self.notebooks:
            notebook = result.notebooks.get(name)
            if notebook is None or notebook.fingerprint != fingerprint:
                return None
            graded = (place / f"{name}.ipynb").exists()
            if notebook.status == "failed" or graded != (notebook.status == "graded"):
                return None
        result.unchanged = True
        return result

    def _refused(self, student: str, error: SubmissionError) -> SubmissionResult:
        """Return the result of a submission that is not even looked at."""
        return SubmissionResult(
            self.plan.assignment,
            printable(student),
            notebooks={name: failed(name, error) for name in self.notebooks},
            max_score=self.plan.max_score,
        )

    def _grade_all(
        self, waiting: dict[str, str], results: dict[str, SubmissionResult]
    ) -> None:
        jobs = min(self.options.jobs or _cores(), len(waiting))
        self.zygote = self._start_zygote()
        executor = ProcessPerJob(jobs, self._time_limit(), on_start=self._note_start)
        try:
            futures = {
                executor.submit(grade_to_json, self._job(student)): student
                for student in waiting
            }
            tries = dict.fromkeys(waiting, 1)
            while futures:
                future = next(as_completed(futures))
                student = futures.pop(future)
                graded = self._graded(future)
                if _may_be_the_machines_fault(graded) and tries[student] < _MOST_TRIES:
                    tries[student] += 1
                    self.zygote = self._start_zygote()
                    again = executor.submit(grade_to_json, self._job(student))
                    futures[again] = student
                    continue
                result = self._record(student, graded, waiting[student])
                results[student] = result
                self.listener.finished(result)
        finally:
            executor.shutdown(cancel_futures=True)

    def _start_zygote(self) -> str:
        """Start what kernels are forked from, and try the sandbox out."""
        if not client.is_supported():
            return ""
        place = self.course.source(self.plan.assignment)
        modules = modules_of(place / f"{name}.ipynb" for name in self.notebooks)
        address = client.shared_address(modules)
        self.leftovers.note(Path(address).parent)
        if self.sandbox:
            private = (place, self.course.submitted(".", "."))
            require(_probed(private, address, self.leftovers.scratch))
        return address

    def _job(self, student: str) -> Job:
        return Job(
            root=str(self.course.root),
            assignment=self.plan.assignment,
            student=student,
            notebooks=tuple(self.notebooks),
            all_notebooks=tuple(self.plan.skeletons),
            plan=str(self.plan.folder),
            sandbox=self.sandbox,
            run_everything=self.options.run_everything,
            zygote=self.zygote,
            scratch=str(self.leftovers.scratch),
            only={name: tuple(self.chosen[name]) for name in self._kept(student)},
        )

    def _kept(self, student: str) -> list[str]:
        """Return the notebooks of which only the chosen exercise is graded."""
        earlier = load_result(self.course, self.plan.assignment, student)
        if earlier is None or student not in self.in_gradebook:
            return []
        place = self.course.autograded(student, self.plan.assignment)
        return [
            name
            for name, tests in self.chosen.items()
            if can_keep(earlier.notebooks.get(name), tests)
            and (place / f"{name}.ipynb").exists()
        ]

    def _keep_others(
        self, student: str, graded: Graded, earlier: SubmissionResult | None
    ) -> dict[str, frozenset[str]]:
        """Put earlier scores and outputs where nothing was graded; say what was."""
        only = {}
        for name in self._kept(student):
            fresh = graded.results[name]
            if earlier is None or fresh.status != "graded":
                continue
            tests = only[name] = self.chosen[name]
            place = self.course.autograded(student, self.plan.assignment)
            before = (place / f"{name}.ipynb").read_text(encoding="utf-8")
            merged = merge_notebooks(before, graded.executed[name], tests)
            graded.executed[name] = merged
            graded.results[name] = merge_results(earlier.notebooks[name], fresh, tests)
        return only

    def _note_start(self, job: Job) -> None:
        self.started[job.student] = monotonic()
        self.listener.started(job.student)

    def _time_limit(self) -> float:
        timeout = self.course.setting(RunNotebook, "notebook_timeout")
        return timeout * len(self.notebooks) + _SPARE_SECONDS

    def _graded(self, future: Future) -> Graded:
        try:
            return Graded.from_json(future.result())
        except SubmissionError as error:
            results = {name: failed(name, error) for name in self.notebooks}
            return Graded(results, {}, [])

    def _record(
        self, student: str, graded: Graded, fingerprint: str
    ) -> SubmissionResult:
        for notebook in graded.results.values():
            notebook.fingerprint = fingerprint
        earlier = load_result(self.course, self.plan.assignment, student)
        only = self._keep_others(student, graded, earlier)
        kept = earlier.notebooks if earlier else {}
        found = {**kept, **graded.results}
        result = SubmissionResult(
            self.plan.assignment,
            student,
            notebooks={n: found[n] for n in self.plan.skeletons if n in found},
            max_score=self.plan.max_score,
            seconds=round(monotonic() - self.started[student], 3),
            cpu_seconds=graded.cpu_seconds,
            flags=list(graded.flags),
        )
        try:
            fresh = set(graded.results)
            self.recorder.record(result, fresh, graded.executed, only)
        except Exception as error:
            text = (
                f"The result could not be written ({type(error).__name__}: {error}). "
                "Grade again once the cause is mended."
            )
            result.flags.append(Flag(NOT_RECORDED, text))
        return result

    def _fingerprint(self, student: str) -> str:
        """Digest everything that was handed in, and what it is graded with."""
        folder = self.course.submitted(student, self.plan.assignment)
        digest = hashlib.sha256(self.setup.encode())
        if folder.is_symlink():
            digest.update(os.readlink(folder).encode())
            return digest.hexdigest()
        found = contents(folder)
        directory = self.course.directory
        file_limit = max(directory.max_file_size * 1000, MAX_FILE_BYTES)
        left = directory.max_dir_size * 1000 + MAX_FILE_BYTES * len(self.notebooks)
        for path in found.files:
            digest.update(f"{path.relative_to(folder)}\0".encode(errors="replace"))
            try:
                status = path.stat()
                if status.st_size > min(file_limit, left):  # it will not be used
                    what = f"{status.st_size} {status.st_mtime_ns}".encode()
                else:
                    left -= status.st_size
                    with path.open("rb") as file:
                        what = hashlib.file_digest(file, "sha256").digest()
            except OSError:
                what = b"unreadable"
            digest.update(what)
        for name in found.closed:
            digest.update(f"{name}\0unreadable".encode(errors="replace"))
        return digest.hexdigest()


def _check_id(student: str) -> None:
    """Refuse an id that neither the gradebook nor a file's name can hold.

    Raises:
        UnreadableSubmission: If it is one.
    """
    try:
        fits = len(f"{student}.json".encode()) <= 255
    except UnicodeEncodeError:
        fits = False
    if not fits:
        raise UnreadableSubmission(
            "The student's id, which is the name of a folder, is too long or not in "
            "UTF-8. Rename the folder."
        )


_PROBED: dict[tuple[tuple[Path, ...], str], list[Check]] = {}


def _probed(private: tuple[Path, ...], address: str, scratch: Path) -> list[Check]:
    """Try the sandbox of a zygote out, once for all runs of this process."""
    if (private, address) not in _PROBED:
        _PROBED[private, address] = probe(private, address, scratch=scratch)
    return _PROBED[private, address]


def _may_be_the_machines_fault(graded: Graded) -> bool:
    """Say whether a process that no learner should reach was lost."""
    lost = (KernelUnavailable.code, WorkerDied.code)
    return any(result.cause in lost for result in graded.results.values())


def _digest_of_setup(course: Course, plan: Plan, run_everything: bool) -> str:
    """Digest the assignment and the settings that the result depends on."""
    relevant = {
        name: repr(section)
        for name, section in sorted(course.config.items())
        if name not in _SETTINGS_WITHOUT_EFFECT
    }
    text = re.sub(r" at 0x[0-9a-f]+", "", repr(relevant))
    parts = (GRADING_VERSION, plan.digest, text, *["everything"] * run_everything)
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def _students_in_gradebook(course: Course, assignment: str) -> set[str]:
    from nbgrader.api import Gradebook

    directory = course.directory
    with Gradebook(directory.db_url, directory.course_id) as gradebook:
        submissions = gradebook.assignment_submissions(assignment)
        return {submission.student.id for submission in submissions}


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
