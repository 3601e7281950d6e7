"""Say what is installed, what the course folder holds, and what grading protects."""

from __future__ import annotations

import platform
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from autograder.exceptions import AutograderError

if TYPE_CHECKING:
    from autograder.course import Course

State = Literal["fine", "warning", "error"]

_PACKAGES = (
    "nbgrader",
    "nbconvert",
    "nbclient",
    "ipykernel",
    "jupyterlab",
    "tensorflow",
)


@dataclass(frozen=True)
class Finding:
    """One line of the examination."""

    topic: str
    state: State
    text: str


def examine(course: Course) -> list[Finding]:
    """Examine this machine and a course.

    Returns:
        What was found; something with the state `error` keeps grading from working.
    """
    return [
        *_versions(),
        *_kernel(),
        *_layout(course),
        *_sources(course),
        *_release(course),
        *_isolation(course),
        Finding(
            "own solutions",
            "fine",
            "not tried; `autograder doctor --solutions` grades them",
        ),
    ]


def _versions() -> Iterator[Finding]:
    yield Finding("Python", "fine", f"{platform.python_version()}, {platform.system()}")
    for name in _PACKAGES:
        try:
            yield Finding(name, "fine", version(name))
        except PackageNotFoundError:
            needed = name not in ("tensorflow", "jupyterlab")
            state: State = "error" if needed else "warning"
            yield Finding(name, state, "not installed")


def _kernel() -> Iterator[Finding]:
    from jupyter_client.kernelspec import KernelSpecManager, NoSuchKernel

    try:
        spec = KernelSpecManager().get_kernel_spec("python3")
    except NoSuchKernel:
        text = "no kernel python3; run `python -m ipykernel install --sys-prefix`"
        yield Finding("kernel", "error", text)
    else:
        yield Finding("kernel", "fine", f"python3 in {spec.resource_dir}")


def _layout(course: Course) -> Iterator[Finding]:
    yield Finding("course", "fine", str(course.root))
    files = ", ".join(str(path) for path in course.config_files) or "none"
    yield Finding("configuration", "fine", files)
    for step in ("source", "release", "submitted", "autograded", "feedback"):
        folder = course.path(step, ".", ".")
        state: State = "fine"
        if not folder.is_dir():
            state = "error" if step == "source" else "fine"
            yield Finding(step, state, f"{folder} is not there yet")
    url = course.directory.db_url
    path = Path(url.removeprefix("sqlite:///"))
    if url.startswith("sqlite:///") and not path.exists():
        yield Finding("gradebook", "fine", f"{path} is made by the first grading")
    else:
        yield _gradebook(course)
    for assignment in course.assignments():
        names = ", ".join(course.notebooks(assignment))
        number = len(course.students(assignment))
        text = f"{names}; {number} submission{'' if number == 1 else 's'}"
        yield Finding(f"assignment {assignment}", "fine", text)


def _gradebook(course: Course) -> Finding:
    from nbgrader.api import Gradebook

    directory = course.directory
    try:
        with Gradebook(directory.db_url, directory.course_id) as gradebook:
            students = len(gradebook.students)
            return Finding(
                "gradebook", "fine", f"{directory.db_url}, {students} students"
            )
    except Exception as error:  # whatever the database driver raises
        return Finding("gradebook", "error", f"{directory.db_url}: {error}")


def _sources(course: Course) -> Iterator[Finding]:
    from autograder.delimiters import Delimiters
    from autograder.inspection import inspect_source

    delimiters = Delimiters.of(course.config)
    for assignment in course.assignments():
        for name in course.notebooks(assignment):
            path = course.source(assignment) / f"{name}.ipynb"
            findings = inspect_source(path, delimiters)
            for finding in findings:
                state: State = "error" if finding.serious else "warning"
                yield Finding(f"source {assignment}", state, str(finding))
            if not findings:
                yield Finding(f"source {assignment}", "fine", f"{name} is sound")


def _release(course: Course) -> Iterator[Finding]:
    from autograder.build import build

    try:
        report = build(course, check=True)
    except AutograderError as error:
        yield Finding("release", "error", str(error))
        return
    if report.differences:
        text = "not what source/ makes; run `autograder build`"
        yield Finding("release", "warning", text)
    elif not report.serious:
        yield Finding("release", "fine", "up to date")


def _isolation(course: Course) -> Iterator[Finding]:
    """Try out what keeps learners' code away from everything else."""
    from autograder.examined import ExamineNotebook
    from autograder.kernels.probe import probe

    cell = course.setting(ExamineNotebook, "timeout")
    notebook = course.setting(ExamineNotebook, "notebook_timeout")
    memory = course.setting(ExamineNotebook, "memory_limit")
    yield Finding(
        "limits",
        "fine",
        f"{cell} s for a cell, {notebook} s and {memory} MiB for a notebook",
    )
    if not course.setting(ExamineNotebook, "sandbox"):
        yield Finding(
            "sandbox",
            "warning",
            "switched off by the course's configuration: learners' code runs with "
            "your rights and can read and change your files",
        )
    for check in probe([course.source("."), course.submitted(".", ".")]):
        state: State = "fine"
        if not check.holds:
            state = "error" if check.required else "warning"
        text = check.why if check.why else "holds" if check.holds else "does not hold"
        yield Finding(f"sandbox: {check.name}", state, text)
