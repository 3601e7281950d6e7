"""What a process and all its descendants use, read from `/proc`, from outside."""

from __future__ import annotations

import os
from collections.abc import Iterator

from autograder.kernels.limits import Limits

_TICKS = os.sysconf("SC_CLK_TCK")


def children(pid: int) -> list[int]:
    """Give the direct children of a process; none if it is gone."""
    found: list[int] = []
    try:
        threads = os.listdir(f"/proc/{pid}/task")
    except OSError:
        return found
    for thread in threads:
        try:
            with open(f"/proc/{pid}/task/{thread}/children") as file:
                found.extend(int(word) for word in file.read().split())
        except OSError:
            continue
    return found


def descendants(pid: int) -> Iterator[int]:
    """Give a process and everything below it."""
    pending = [pid]
    while pending:
        current = pending.pop()
        yield current
        pending.extend(children(current))


def cpu_seconds(pid: int) -> float:
    """Processor time of a process and of the children it has waited for, in seconds."""
    try:
        with open(f"/proc/{pid}/stat") as file:
            fields = file.read().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return sum(int(field) for field in fields[11:15]) / _TICKS


def tree_cpu_seconds(pid: int) -> float:
    """Processor time of a process and of all below it, to a hundredth of a second."""
    return sum(map(cpu_seconds, descendants(pid)))


def anonymous_bytes(pid: int) -> int:
    """Memory that is not a file's, also what is shared with the parent; cheap."""
    return _sum_fields(f"/proc/{pid}/status", ("RssAnon:", "RssShmem:"))


def proportional_bytes(pid: int) -> int:
    """Proportional set size; the kernel walks all pages for it, so ask rarely."""
    size = _sum_fields(f"/proc/{pid}/smaps_rollup", ("Pss:",))
    # A process that changed its user cannot be asked; count all that it has.
    return size or anonymous_bytes(pid)


def unique_bytes(pid: int) -> int:
    """Memory that would be free again if this process ended."""
    fields = ("Private_Clean:", "Private_Dirty:")
    return _sum_fields(f"/proc/{pid}/smaps_rollup", fields)


def _sum_fields(path: str, names: tuple[str, ...]) -> int:
    try:
        with open(path) as file:
            return sum(
                int(line.split()[1]) * 1024 for line in file if line.startswith(names)
            )
    except OSError:
        return 0


class Watch:
    """Compares what all processes below one use with their limits.

    Args:
        pid: The process; what it uses itself is not counted.
        limits: What all of them together may use.
        started: `time.monotonic()` at the start.
    """

    def __init__(self, pid: int, limits: Limits, started: float) -> None:
        self.pid = pid
        self.limits = limits
        self.started = started
        self._most_cpu = 0.0

    def exceeded(self, now: float) -> str | None:
        """Name the limit that is exceeded, or `None`."""
        limits = self.limits
        if limits.wall_seconds is not None and now - self.started > limits.wall_seconds:
            return f"wall time: more than {limits.wall_seconds:g} s"
        tree = list(descendants(self.pid))[1:]
        if sum(map(anonymous_bytes, tree)) > limits.memory_bytes:
            used = sum(map(proportional_bytes, tree))
            if used > limits.memory_bytes:
                return f"memory: {used} bytes, {limits.memory_bytes} are allowed"
        if limits.cpu_seconds is not None and self.cpu_seconds() > limits.cpu_seconds:
            return f"processor time: more than {limits.cpu_seconds:g} s"
        return None

    def cpu_seconds(self) -> float:
        """Most that the processes, and the dead ones they waited for, had together.

        Process 1 of a sandbox waits for orphans, so their time is in its sum.
        """
        now = sum(map(tree_cpu_seconds, children(self.pid)))
        self._most_cpu = max(self._most_cpu, now)
        return self._most_cpu
