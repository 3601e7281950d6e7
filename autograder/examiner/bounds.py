"""How long, how often and how much: the limits of one examination."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Bounds:
    """Limits of one examination.

    Attributes:
        cell_seconds: Wall time of one cell, of the student or of the grader; a test
            cell's time includes the calls that it makes.
        notebook_seconds: Wall time of the whole notebook.
        grace_seconds: How long an interrupted cell has to stop before the process
            that runs it is replaced.
        startup_seconds: How long the kernel and the examiner have to start.
        restarts: Times that a kernel which died is started again.
        calls: Requests to the student's process in one cell.
        items: Items taken from one of the student's iterators.
        output_bytes: Output kept of one cell, its text and pictures together.
        notebook_output_bytes: Output kept of the whole notebook.
        message_bytes: A message from the kernel on one of Jupyter's own channels.
        text_characters: Kept of a message, a traceback or what a test cell prints.
        examiner_memory_bytes: Address space that the examiner may take on top of what
            it has when it starts; None for no limit.
        parent_memory_bytes: Memory by which the process that talks to the kernel may
            grow before the kernel is taken for hostile and ended.
    """

    cell_seconds: float = 60.0
    notebook_seconds: float = 900.0
    grace_seconds: float = 5.0
    startup_seconds: float = 60.0
    restarts: int = 3
    calls: int = 1_000_000
    items: int = 1_000_000
    output_bytes: int = 1_000_000
    notebook_output_bytes: int = 10_000_000
    message_bytes: int = 24 * 2**20
    text_characters: int = 20_000
    examiner_memory_bytes: int | None = 8 * 2**30
    parent_memory_bytes: int = 1 * 2**30
