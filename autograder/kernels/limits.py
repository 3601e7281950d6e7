"""How much a learner's notebook may use, and the part that the process enforces.

Memory, processor time and wall time of all processes together are watched from
outside, by the keeper (`autograder.kernels.keeper`). What the Linux kernel limits for
each process is set here, in the fork, before any of the learner's code runs.
"""

from __future__ import annotations

import os
import resource
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from autograder.kernels.errors import TooMuchOutput

MIB = 1024 * 1024


def _default_processes() -> int:
    # Threads count as processes. TensorFlow starts a few for each processor.
    return 192 + 16 * (os.cpu_count() or 1)


@dataclass(frozen=True)
class Limits:
    """Limits for one kernel, that is for one notebook.

    Attributes:
        memory_bytes: Proportional set size of all processes of the notebook together.
            What they share with the zygote is counted by share.
        scratch_bytes: All files that the notebook writes, together; also the largest
            single file.
        processes: Processes and threads at one time.
        open_files: Descriptors of each process.
        cpu_seconds: Processor time of all processes together; `None` for no limit.
        wall_seconds: Time from the start of the kernel; `None` for no limit.
        output_bytes: Output that the grader reads; see `OutputMeter`.
    """

    memory_bytes: int = 4096 * MIB
    scratch_bytes: int = 512 * MIB
    processes: int = 0
    open_files: int = 1024
    cpu_seconds: float | None = 1800.0
    wall_seconds: float | None = 1800.0
    output_bytes: int = 10 * MIB

    def __post_init__(self) -> None:
        if self.processes == 0:
            object.__setattr__(self, "processes", _default_processes())
        for name, value in vars(self).items():
            if value is not None and value <= 0:
                raise ValueError(
                    f"`{name}` must be above zero: received {value!r}. "
                    "Leave it out for the default."
                )


def apply_resource_limits(limits: Limits) -> None:
    """Set this process's resource limits, which its children inherit.

    The limit on data is on address space that could be written, so it is set above
    what the fork holds already: TensorFlow maps more than it ever uses. It turns a
    single huge allocation into a `MemoryError` in the notebook before the keeper
    needs to end the kernel.
    """
    held = _status_bytes("VmData")
    values = {
        resource.RLIMIT_CORE: 0,
        resource.RLIMIT_DATA: held + limits.memory_bytes,
        resource.RLIMIT_FSIZE: limits.scratch_bytes,
        resource.RLIMIT_NOFILE: limits.open_files,
        resource.RLIMIT_NPROC: limits.processes,
        resource.RLIMIT_MEMLOCK: 0,
        resource.RLIMIT_MSGQUEUE: 0,
    }
    if limits.cpu_seconds is not None:
        values[resource.RLIMIT_CPU] = int(limits.cpu_seconds) + 1
    for kind, value in values.items():
        _, hard = resource.getrlimit(kind)
        if hard != resource.RLIM_INFINITY:
            value = min(value, hard)
        resource.setrlimit(kind, (value, value))


def _status_bytes(field: str) -> int:
    with open("/proc/self/status") as file:
        for line in file:
            if line.startswith(field + ":"):
                return int(line.split()[1]) * 1024
    return 0


class OutputMeter:
    """Counts what a kernel writes, where the grader reads it.

    Call it with every message of the iopub channel, for example from nbclient's
    `on_cell_executed` loop or an `iopub` hook. Bytes are counted, not lines: one line
    of 50 MB is 50 MB.

    Args:
        limit_bytes: The most that one notebook may write.
    """

    def __init__(self, limit_bytes: int) -> None:
        self.limit_bytes = limit_bytes
        self.count = 0

    def __call__(self, message: Mapping[str, Any]) -> None:
        """Add one message.

        Raises:
            TooMuchOutput: Once the sum is above the limit.
        """
        self.count += _size(message.get("content")) + sum(
            len(buffer) for buffer in message.get("buffers") or ()
        )
        if self.count > self.limit_bytes:
            raise TooMuchOutput(
                f"The notebook wrote {self.count} bytes of output; "
                f"{self.limit_bytes} are allowed. Print less, or print a summary."
            )


def _size(value: Any) -> int:
    """Bytes of the text in a message; nesting is walked without recursion."""
    total, pending = 0, [value]
    while pending:
        item = pending.pop()
        if isinstance(item, str):
            total += len(item)
        elif isinstance(item, Mapping):
            pending.extend(item.keys())
            pending.extend(item.values())
        elif isinstance(item, list | tuple):
            pending.extend(item)
        else:
            total += 8
    return total
