"""Grade one submission. Runs in a process of its own, and writes nothing that stays.

This is the seam for another way of executing: it takes a rebuilt notebook and must
give back the executed one and a score for each graded cell.
"""

from __future__ import annotations

import json
import os
import tempfile
import traceback
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from time import monotonic, process_time
from typing import Any

from autograder.course import Course, load_course
from autograder.delimiters import Delimiters
from autograder.exceptions import KernelUnavailable, SubmissionError
from autograder.files import copy_helpers, submitted_notebook
from autograder.kernels.client import ADDRESS_VARIABLE
from autograder.pipeline import apply, resources_for, steps_of
from autograder.reading import read_submission
from autograder.results import CellScore, Flag, NotebookResult, notebook_from_json
from autograder.sanitise import rebuild
from autograder.scoring import score_notebook
from autograder.skeleton import Skeleton


@dataclass(frozen=True)
class Job:
    """What a worker is told: plain values only.

    Attributes:
        root: The course folder.
        assignment: The assignment.
        student: Whose submission to grade.
        notebooks: Names of the notebooks to grade.
        all_notebooks: Names of all notebooks of the assignment.
        plan: Folder with the course's notebooks (`Plan.folder`).
        sandbox: Whether learners' code is shut in.
        run_everything: Whether cells run on which nothing graded depends.
        zygote: Socket of the process that kernels are forked from; "" for none.
        only: For notebooks of which only some tests are wanted, their grade ids.
        scratch: Folder for temporary files, which goes with the run; "" for the usual.
    """

    root: str
    assignment: str
    student: str
    notebooks: tuple[str, ...]
    all_notebooks: tuple[str, ...]
    plan: str
    sandbox: bool = True
    zygote: str = ""
    run_everything: bool = False
    only: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    scratch: str = ""


@dataclass
class Graded:
    """What a worker gives back.

    Attributes:
        results: By notebook.
        executed: The executed notebooks as JSON text; only of graded ones.
        flags: About the submission as a whole.
        cpu_seconds: Processor time of the worker and of all that it had started.
    """

    results: dict[str, NotebookResult]
    executed: dict[str, str]
    flags: list[Flag]
    cpu_seconds: float = 0.0

    def to_json(self) -> dict[str, Any]:
        """Return plain values."""
        return asdict(self)

    @classmethod
    def from_json(cls, values: dict[str, Any]) -> Graded:
        """Make the same again of plain values."""
        return cls(
            results={
                name: notebook_from_json(result)
                for name, result in values["results"].items()
            },
            executed=dict(values["executed"]),
            flags=[Flag(**flag) for flag in values["flags"]],
            cpu_seconds=values["cpu_seconds"],
        )


def grade_submission(job: Job) -> Graded:
    """Grade the notebooks of one submission.

    Whatever is wrong with one of them becomes its result; an error in this package is
    reported as such.
    """
    os.environ["NBGRADER_EXECUTION"] = "autograde"  # as under nbgrader
    course = load_course(job.root)
    if not job.sandbox:
        course.config.ExamineNotebook.sandbox = False
    if job.run_everything:
        course.config.ExamineNotebook.run_everything = True
    if job.scratch:
        tempfile.tempdir = job.scratch
    if job.zygote:
        os.environ[ADDRESS_VARIABLE] = job.zygote
    graded = Graded({}, {}, [])
    with tempfile.TemporaryDirectory(prefix="autograder-run-") as name:
        scratch = Path(name)
        graded.flags = copy_helpers(course, job.assignment, job.student, scratch)
        for notebook in job.notebooks:
            started = monotonic()
            try:
                result, executed = _grade_notebook(course, job, notebook, scratch)
                if executed:
                    graded.executed[notebook] = executed
            except SubmissionError as error:
                result = failed(notebook, error)
            except Exception as error:
                result = NotebookResult(
                    notebook,
                    "failed",
                    cause="internal error",
                    reason=f"Grading failed with {type(error).__name__}: {error}",
                    advice=SubmissionError.advice,
                    flags=[Flag("internal error", traceback.format_exc()[-4000:])],
                )
            result.seconds = round(monotonic() - started, 3)
            graded.results[notebook] = result
    graded.cpu_seconds = round(
        process_time() + sum(one.cpu_seconds for one in graded.results.values()), 3
    )
    return graded


def grade_to_json(job: Job) -> dict[str, Any]:
    """Grade one submission; the result is plain values."""
    return grade_submission(job).to_json()


def failed(notebook: str, error: SubmissionError) -> NotebookResult:
    """Return the result of a notebook that could not be graded."""
    return NotebookResult(
        notebook, "failed", cause=error.code, reason=str(error), advice=error.advice
    )


def _grade_notebook(
    course: Course, job: Job, notebook: str, scratch: Path
) -> tuple[NotebookResult, str]:
    result = NotebookResult(notebook, "graded")
    others = set(job.all_notebooks) - {notebook}
    folder = course.submitted(job.student, job.assignment)
    path = submitted_notebook(folder, notebook, others, result.flags)
    if path is None:
        result.status = "missing"
        result.reason = f"There is no {notebook}.ipynb in what was handed in."
        result.advice = "Hand in the notebook under the name that it was given."
        return result, ""

    delimiters = Delimiters.of(course.config)
    skeleton = Skeleton.load(Path(job.plan) / f"{notebook}.ipynb", delimiters)
    submitted, flags = read_submission(path)
    result.flags += flags
    rebuilt = rebuild(submitted, skeleton)
    result.flags += rebuilt.flags

    _choose_kernel(rebuilt.notebook, result)
    text = json.dumps(rebuilt.notebook)
    executed, result.scores = _execute(course, job, text, scratch, result)
    return result, executed


def _execute(
    course: Course,
    job: Job,
    rebuilt: str,
    scratch: Path,
    result: NotebookResult,
) -> tuple[str, list[CellScore]]:
    """Run a rebuilt notebook and score it."""
    resources = resources_for(course, job.assignment, job.student, result.name)
    resources["metadata"] = {"path": str(scratch)}
    resources["autograder"] = {"only": job.only.get(result.name)}
    executed, resources = apply(course, steps_of(course).run, rebuilt, resources)
    notes = resources.get("autograder", {})
    result.flags += notes.get("flags", [])
    result.cell_seconds = notes.get("cell_seconds", {})
    result.cell_cpu_seconds = notes.get("cell_cpu_seconds", {})
    result.cpu_seconds = round(notes.get("cpu_seconds", 0.0), 3)
    return executed, score_notebook(executed)


def _choose_kernel(rebuilt: dict[str, Any], result: NotebookResult) -> None:
    """Use this machine's Python kernel for a Python course whose own is not here."""
    from jupyter_client.kernelspec import KernelSpecManager, NoSuchKernel

    kernelspec = rebuilt["metadata"].get("kernelspec", {})
    name = kernelspec.get("name", "python3")
    try:
        KernelSpecManager().get_kernel_spec(name)
    except NoSuchKernel as error:
        language = kernelspec.get("language", "python")
        if language.lower() != "python":
            raise KernelUnavailable(
                f"The kernel {name!r} is not installed on this machine."
            ) from error
        text = f"The course's kernel {name!r} is not installed; python3 was used."
        result.flags.append(Flag("other kernel", text))
        rebuilt["metadata"]["kernelspec"] = {
            "display_name": "Python 3",
            "language": "python",
            "name": "python3",
        }
