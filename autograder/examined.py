"""Grade a rebuilt notebook through the examiner, its own code shut in a warm fork.

`ExamineNotebook` stands where nbgrader's `Execute` stands. The learner's cells run in
a sandboxed kernel; the test cells run in the examiner, from the instructor's own
notebook, so nothing in the learner's process decides about a score or reads a hidden
test.
"""

from __future__ import annotations

import builtins
import re
import shutil
import tempfile
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any

import nbformat
from nbformat import NotebookNode
from nbformat.v4 import new_output
from nbgrader.coursedir import CourseDirectory
from traitlets import Bool, Integer

from autograder.delimiters import Delimiters
from autograder.exceptions import KernelUnavailable, SourceUnavailable
from autograder.execution import RunNotebook
from autograder.hidden import AFTER_HIDDEN_TESTS, HiddenTests
from autograder.results import Flag
from autograder.scoring import NOT_RUN_ERROR, SUMMARY_TYPE, TIMEOUT_ERROR

#: What a kernel may take beyond the time of its cells: to start and to end.
_SPARE_SECONDS = 120


class ExamineNotebook(RunNotebook):
    """Runs the learner's cells in a sandbox and the tests in the examiner.

    Where the course's kernel is not Python, the notebook is run as a whole, in one
    process; only with `sandbox` off, since nothing shuts that process in.
    """

    sandbox = Bool(
        True, help="Shut the learner's code in; refuse to grade where that fails."
    ).tag(config=True)

    memory_limit = Integer(
        4096, help="Mebibytes that all processes of one notebook may use together."
    ).tag(config=True)

    run_everything = Bool(
        False,
        help="Also run a course's own unchanged cells on which nothing graded depends.",
    ).tag(config=True)

    def preprocess(
        self, nb: NotebookNode, resources: dict[str, Any], km: Any = None
    ) -> tuple[NotebookNode, dict[str, Any]]:
        """Run and examine the notebook; see `RunNotebook.preprocess`.

        Raises:
            KernelUnavailable: If no kernel or no examiner can be started, or learners'
                code cannot be shut in.
            SourceUnavailable: If the instructor's notebook is not there.
        """
        from autograder.kernels import client

        if km is not None:
            return super().preprocess(nb, resources, km)
        if not client.is_supported():
            if self.sandbox:
                raise KernelUnavailable(
                    "Learners' code can be shut in on Linux only. Grade on Linux, or "
                    "use --no-sandbox if you trust every submission."
                )
            return super().preprocess(nb, resources, km)
        place = self._source(resources)
        source = nbformat.read(place, as_version=4)
        # What was handed in has no say in how it is run.
        language = source.metadata.get("kernelspec", {}).get("language", "python")
        if language.lower() != "python":
            if self.sandbox:
                raise KernelUnavailable(
                    f"Learners' code can be shut in in Python only, and this course's "
                    f"is in {language}. Use --no-sandbox if you trust every submission."
                )
            return super().preprocess(nb, resources, km)
        notes = resources.setdefault("autograder", {})
        self.flags: list[Flag] = notes.setdefault("flags", [])
        seconds: dict[str, float] = notes.setdefault("cell_seconds", {})
        self.cell_cpu_seconds: dict[str, float] = notes.setdefault(
            "cell_cpu_seconds", {}
        )
        self.cpu_seconds = 0.0
        folder = Path(resources.get("metadata", {}).get("path") or ".").resolve()
        with _own_copy(place.parent) as examiners_folder:
            examination = self._examine(
                source, nb, folder, examiners_folder, notes.get("only")
            )
        self._write_outputs(nb, examination, seconds)
        self._mark_after_hidden_tests(nb, examination.order)
        notes["cpu_seconds"] = self.cpu_seconds
        return nb, resources

    def _source(self, resources: dict[str, Any]) -> Path:
        names = resources["nbgrader"]
        directory = CourseDirectory(config=self.config)
        place = Path(
            directory.format_path(
                directory.source_directory,
                student_id=".",
                assignment_id=names["assignment"],
            )
        )
        path = place / f"{names['notebook']}.ipynb"
        if not path.is_file():
            raise SourceUnavailable(
                f"The instructor's notebook {path} is not there, and the tests are "
                "run from it. Grade in the course folder, with its source/."
            )
        return path

    def _examine(
        self,
        source: NotebookNode,
        nb: NotebookNode,
        folder: Path,
        own_folder: Path,
        only: Collection[str] | None = None,
    ) -> Any:
        from autograder.examiner import Bounds, ExaminerDied, StudentKernel, examine
        from autograder.examiner.forked import ForkedExaminers
        from autograder.kernels.limits import MIB, Limits
        from autograder.kernels.manager import kernel_manager
        from autograder.kernels.modules import modules_in

        modules = modules_in([source])
        seconds = self.notebook_timeout + _SPARE_SECONDS
        limits = Limits(
            memory_bytes=self.memory_limit * MIB,
            cpu_seconds=float(2 * seconds),
            wall_seconds=float(seconds),
        )
        bounds = Bounds(
            cell_seconds=float(self._get_cell_timeout()),
            notebook_seconds=float(self.notebook_timeout),
            output_bytes=self.output_limit,
            notebook_output_bytes=5 * self.output_limit,
            restarts=self.max_restarts,
        )
        student = StudentKernel(
            lambda: kernel_manager(
                blocking=True,
                sandbox=self.sandbox,
                modules=modules,
                limits=limits,
                environment={"COURSE_OFFLINE": "1"},
            ),
            bounds,
            cwd=str(folder),
        )
        examiners = ForkedExaminers(modules)
        try:
            return examine(
                source,
                nb,
                student,
                examiners,
                bounds,
                folder=own_folder,
                only=only,
                run_everything=self.run_everything,
            )
        except ExaminerDied as error:
            raise KernelUnavailable(str(error)) from error
        finally:
            examiners.close()
            self.cpu_seconds = student.cpu_seconds + examiners.cpu_seconds

    def _get_cell_timeout(self) -> int:
        return self.timeout if self.timeout and self.timeout > 0 else 10**6

    def _write_outputs(
        self, nb: NotebookNode, examination: Any, seconds: dict[str, float]
    ) -> None:
        """Put what the examination found where execution would have put it."""
        self.flags += [Flag(_code_of(text), text) for text in examination.flags]
        self.flags += [
            Flag("course", f"The course's own {label} stopped with {text}.")
            for label, text in examination.grader_problems.items()
        ]
        numbers = count(1)
        for index, cell in enumerate(nb.cells):
            if cell.cell_type != "code":
                continue
            grade_id = cell.metadata.get("nbgrader", {}).get("grade_id", "")
            test = examination.tests.get(grade_id)
            run = examination.cells.get(index)
            if test is not None:
                cell.outputs = outputs_of_test(test)
                cell.execution_count = None
                seconds[grade_id] = round(test.seconds, 3)
                self.cell_cpu_seconds[grade_id] = round(test.cpu_seconds, 3)
                texts = list(test.flags)
                if test.outcome == "timeout":
                    texts.append("It took too long.")
                self.flags += [
                    Flag(_code_of(text), f"Test {grade_id}: {text}", grade_id)
                    for text in texts
                ]
            elif run is not None:
                cell.outputs = [nbformat.from_dict(output) for output in run.outputs]
                # The kernel's own numbers are the learner's to choose.
                cell.execution_count = next(numbers)
                for output in cell.outputs:
                    if output.output_type == "execute_result":
                        output.execution_count = cell.execution_count
                if grade_id:
                    seconds[grade_id] = round(run.seconds, 3)
                    self.cell_cpu_seconds[grade_id] = round(run.cpu_seconds, 3)
            elif index in examination.unneeded:
                data = {"text/plain": _NOT_NEEDED}
                cell.outputs = [new_output("display_data", data=data)]
                cell.execution_count = None
            else:
                cell.outputs, cell.execution_count = [], None

    def _mark_after_hidden_tests(self, nb: NotebookNode, order: list[int]) -> None:
        """Mark what ran once the learner's process could know of a hidden test."""
        hidden = HiddenTests(nb.cells, Delimiters.of(self.config))
        met = False
        for index in order:
            cell = nb.cells[index]
            if met:
                cell.metadata[AFTER_HIDDEN_TESTS] = True
            met = met or hidden.in_cell(cell.source)


#: Stands where the output of a cell would, of which the handed-in one is not trusted.
_NOT_NEEDED = (
    "Not run at grading: the cell is unchanged and nothing graded depends on it."
)

_PLACE = (
    r"(Cell \d+ of the notebook: |Cell \d+, when run again: "
    r"|While `[^`]+` was examined: )?"
)
#: Kinds of flags, by whole sentences of the examination's: in a part of one, words of
#: the learner's could stand.
_CODES = {
    r"Cell \d+ of the notebook took too long\.": "timeout",
    rf"{_PLACE}A cell that took too long could not be interrupted\.": "timeout",
    rf"{_PLACE}The test took too long\.": "timeout",
    r"It took too long\.": "timeout",
    r"The notebook used up its whole time\.": "timeout",
    r"The notebook's process ended again and again\.": "kernel died",
    rf"{_PLACE}The notebook's process ended\.": "kernel died",
    r"Output of (cell \d+|the notebook's code) was cut\.": "much output",
}


def _code_of(text: str) -> str:
    """Return the kind of a flag; what holds other words is for instructors only."""
    kinds = (code for form, code in _CODES.items() if re.fullmatch(form, text))
    return next(kinds, "examined")


def outputs_of_test(test: Any) -> list[NotebookNode]:
    """Return the outputs that say what the examiner found.

    Args:
        test: A `TestResult`.
    """
    outputs = []
    if test.stdout:
        outputs.append(new_output("stream", name="stdout", text=test.stdout))
    if test.summary:
        data = {"text/plain": test.summary, SUMMARY_TYPE: test.summary}
        outputs.append(new_output("display_data", data=data))
    if test.outcome == "passed":
        if test.number is not None:
            data = {"text/plain": repr(test.number)}
            outputs.append(
                new_output("execute_result", data=data, execution_count=None)
            )
        elif not outputs:
            # Otherwise it would look like a cell that was never run.
            outputs.append(new_output("stream", name="stdout", text=""))
        return outputs
    name, text = test.error_type or "Error", test.message
    if test.outcome == "timeout":
        name, text = TIMEOUT_ERROR, "The cell took too long and was stopped."
    elif test.outcome == "not examined":
        name = NOT_RUN_ERROR
    elif test.by_student and not _may_be_theirs(name):
        # Its words are the learner's own and may hold values of the test.
        name = f"{name} in the learner's code"
    trace = test.traceback.splitlines() or [f"{name}: {text}"]
    outputs.append(new_output("error", ename=name, evalue=text, traceback=trace))
    return outputs


def _may_be_theirs(name: str) -> bool:
    """Say whether an exception of a learner's may go by this name.

    By that of an assertion it would be taken for the test's own words.
    """
    known = getattr(builtins, name, None)
    is_builtin = isinstance(known, type) and issubclass(known, BaseException)
    return is_builtin and not issubclass(known, AssertionError)


@contextmanager
def _own_copy(folder: Path) -> Iterator[Path]:
    """Copy the course's files for the examiner, which may write beside them."""
    with tempfile.TemporaryDirectory(prefix="examiner-") as name:
        copy = Path(name) / "files"
        shutil.copytree(folder, copy, ignore=shutil.ignore_patterns("*.ipynb"))
        yield copy
