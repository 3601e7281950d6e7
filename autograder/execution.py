"""Run a rebuilt notebook, whatever its code does.

nbgrader's own execution gives a submission up when its kernel dies or does not
answer. Here the kernel is started again, the cells before are run again, and only
the cell that did it is marked as failed.

Everything in the notebook, tests included, still runs in one process, the learner's.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic
from typing import Any

from nbclient.client import NotebookClient
from nbclient.exceptions import CellTimeoutError, DeadKernelError
from nbformat import NotebookNode
from nbformat.v4 import new_output
from nbgrader.preprocessors import Execute
from traitlets import Dict, Integer, default

from autograder.exceptions import KernelUnavailable
from autograder.results import Flag
from autograder.scoring import KERNEL_DIED_ERROR, NOT_RUN_ERROR, TIMEOUT_ERROR

_OUTPUT_KINDS = ("stream", "display_data", "execute_result", "update_display_data")
_RESULT_LENGTH = 1000
_ERROR_LENGTH = 20_000


class RunNotebook(Execute):
    """nbgrader's `Execute`, which also outlives its kernel; configured as `Execute`.

    What happened is left in `resources["autograder"]`: `flags`, a list of `Flag`, and
    `cell_seconds`, wall times by grade id.
    """

    notebook_timeout = Integer(
        1200, help="Seconds that a whole notebook may take; the rest is not run."
    ).tag(config=True)

    output_limit = Integer(
        2_000_000, help="Characters of output kept of one cell; the rest is dropped."
    ).tag(config=True)

    max_restarts = Integer(
        3, help="How often a dead kernel is started again for one notebook."
    ).tag(config=True)

    @default("shutdown_kernel")
    def _shutdown_at_once(self) -> str:
        return "immediate"  # a kernel that does not answer would be waited for

    error_on_timeout = Dict(
        default_value={
            "ename": TIMEOUT_ERROR,
            "evalue": "The cell took too long and was stopped.",
            "traceback": ["The cell took too long and was stopped."],
        }
    ).tag(config=True)

    def preprocess(
        self, nb: NotebookNode, resources: dict[str, Any], km: Any = None
    ) -> tuple[NotebookNode, dict[str, Any]]:
        """Run all code cells.

        Args:
            nb: The notebook; changed in place.
            resources: nbconvert's; `metadata.path` is the working directory.
            km: A kernel manager to use instead of a new one.

        Returns:
            The notebook with outputs, and the resources.

        Raises:
            KernelUnavailable: If no kernel can be started at all.
        """
        NotebookClient.__init__(self, nb, km)
        self.reset_execution_trackers()
        self._check_assign_resources(resources)
        notes = resources.setdefault("autograder", {})
        self.flags: list[Flag] = notes.setdefault("flags", [])
        self.seconds: dict[str, float] = notes.setdefault("cell_seconds", {})
        self.deadline = monotonic() + self.notebook_timeout
        self.current = 0
        self.replaying = False
        self.asked_to_exit = False
        self.output_left = self.output_limit
        self._run_all()
        self.set_widgets_metadata()
        return self.nb, self.resources

    def _run_all(self) -> None:
        done: list[int] = []
        position = 0
        for starts in range(self.max_restarts + 1):
            try:
                with self._kernel(first=starts == 0):
                    self._replay(done)
                    position = self._run_from(position, done)
            except (DeadKernelError, CellTimeoutError) as error:
                if self.replaying:  # a cell that went well once did not again
                    self.replaying = False
                    done.remove(self.current)
                else:
                    self._blame(self.current, error)
                    position = self.current + 1
            if position >= len(self.nb.cells):
                return
        self._leave_out(position, "The kernel had died too often.")

    @contextmanager
    def _kernel(self, first: bool) -> Iterator[None]:
        """Start a kernel, and end it whatever happens."""
        try:
            manager = self.setup_kernel()
            manager.__enter__()
            info = self.wait_for_reply(self.kc.kernel_info())
        except Exception as error:
            if not first:
                raise DeadKernelError(str(error)) from error
            raise KernelUnavailable(
                f"The kernel {self.kernel_name or 'python3'!r} cannot be started: "
                f"{error}"
            ) from error
        if info:
            self.nb.metadata["language_info"] = info["content"]["language_info"]
        try:
            yield
        finally:
            manager.__exit__(None, None, None)

    def _replay(self, done: list[int]) -> None:
        """Bring a new kernel to where the last one was; outputs stay as they were."""
        self.replaying = True
        for index in list(done):
            original = self.nb.cells[index]
            try:
                self._execute(copy.deepcopy(original), index)
            finally:
                self.nb.cells[index] = original
        self.replaying = False

    def _run_from(self, position: int, done: list[int]) -> int:
        """Run cells until the end or until a new kernel is needed."""
        while position < len(self.nb.cells):
            if monotonic() > self.deadline:
                self._leave_out(position, "The notebook had used up its time.")
                return len(self.nb.cells)
            cell = self.nb.cells[position]
            started = monotonic()
            self._execute(cell, position)
            grade_id = cell.metadata.get("nbgrader", {}).get("grade_id")
            if grade_id:
                self.seconds[grade_id] = round(monotonic() - started, 3)
            position += 1
            if self.asked_to_exit:
                self._flag("kernel died", position - 1, "ended its own kernel")
                return position
            if not _timed_out(cell):
                done.append(position - 1)
        return position

    def _execute(self, cell: NotebookNode, index: int) -> None:
        self.current = index
        self.asked_to_exit = False
        self.output_left = self.output_limit
        if cell.cell_type == "code":
            cell.outputs = []
        self.execute_cell(cell, index, store_history=True)
        if _timed_out(cell) and not self.replaying:
            self._flag("timeout", index, "took too long and was stopped")

    def _blame(self, index: int, error: Exception) -> None:
        """Mark the cell that was running when the kernel was lost."""
        cell = self.nb.cells[index]
        if isinstance(error, CellTimeoutError):
            name, text = TIMEOUT_ERROR, "took too long and could not be interrupted"
            self._flag("timeout", index, text)
        else:
            name, text = KERNEL_DIED_ERROR, "ended the process that ran the notebook"
            self._flag("kernel died", index, text)
        cell.outputs.append(_error(name, f"The cell {text}."))

    def _leave_out(self, position: int, reason: str) -> None:
        left = [cell for cell in self.nb.cells[position:] if cell.cell_type == "code"]
        for cell in left:
            cell.outputs = [_error(NOT_RUN_ERROR, f"The cell was not run. {reason}")]
        if left:
            text = f"{reason} The last {len(left)} code cells were not run."
            self.flags.append(Flag("not run", text))

    def _flag(self, code: str, index: int, text: str) -> None:
        cell = self.nb.cells[index]
        grade_id = cell.metadata.get("nbgrader", {}).get("grade_id", "")
        self.flags.append(Flag(code, f"{describe(cell, index)} {text}.", grade_id))

    def _get_timeout(self, cell: NotebookNode | None) -> int | None:
        left = max(1, int(self.deadline - monotonic()))
        timeout = super()._get_timeout(cell)
        return left if timeout is None else min(timeout, left)

    def on_cell_executed(self, **kwargs: Any) -> None:
        """Note a cell that asked its kernel to end; the kernel obeys a bit later."""
        super().on_cell_executed(**kwargs)
        payload = kwargs["execute_reply"]["content"].get("payload", [])
        self.asked_to_exit = any(
            part.get("source") == "ask_exit" and not part.get("keepkernel")
            for part in payload
        )

    def process_message(
        self, msg: dict[str, Any], cell: NotebookNode, cell_index: int
    ) -> NotebookNode | None:
        """Drop output beyond the limit, and all state of widgets."""
        kind = msg["msg_type"]
        if kind.startswith("comm"):
            return None
        if kind == "error":
            _shorten_error(msg["content"])
        elif kind in _OUTPUT_KINDS:
            within = self.output_left > 0
            self.output_left -= _size(msg["content"])
            if self.output_left <= 0:
                if within:
                    text = "\n… The rest of the output was left out.\n"
                    cell.outputs.append(new_output("stream", name="stdout", text=text))
                    self._flag("much output", cell_index, "wrote more than is kept")
                if kind != "execute_result":
                    return None
                _make_room_for_result(cell, msg["content"])  # it may be the credit
        return super().process_message(msg, cell, cell_index)


def _make_room_for_result(cell: NotebookNode, content: dict[str, Any]) -> None:
    text = content.get("data", {}).get("text/plain", "")
    content["data"] = {"text/plain": str(text)[:_RESULT_LENGTH]}
    cell.outputs = [
        output for output in cell.outputs if output.output_type != "execute_result"
    ]


def _shorten_error(content: dict[str, Any]) -> None:
    content["evalue"] = str(content.get("evalue", ""))[:_ERROR_LENGTH]
    lines = [str(line)[:_ERROR_LENGTH] for line in content.get("traceback", [])]
    content["traceback"] = lines[:100]


def _size(content: dict[str, Any]) -> int:
    values = [content.get("text", ""), *content.get("data", {}).values()]
    return sum(len(value if isinstance(value, str) else str(value)) for value in values)


def _timed_out(cell: NotebookNode) -> bool:
    return any(
        output.output_type == "error" and output.ename == TIMEOUT_ERROR
        for output in cell.get("outputs", [])
    )


def _error(name: str, text: str) -> NotebookNode:
    return new_output("error", ename=name, evalue=text, traceback=[text])


def describe(cell: NotebookNode, index: int) -> str:
    """Name a cell for people: its grade id, or its number and first line."""
    grade_id = cell.metadata.get("nbgrader", {}).get("grade_id")
    if grade_id:
        return f"Cell {grade_id}"
    first = cell.source.strip().split("\n")[0][:40]
    return f"Cell {index + 1} ({first!r})"
