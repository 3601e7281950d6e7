"""A control group for one kernel, where this process may make one.

It counts what no other limit does: memory that is mapped nowhere, and what the Linux
kernel holds on behalf of a process. Where there is none, the keeper's look at the
processes and the resource limits have to do.
"""

from __future__ import annotations

import contextlib
import os
import time
from pathlib import Path

from autograder.kernels.limits import Limits

_ROOT = Path("/sys/fs/cgroup")
_REMOVE_SECONDS = 1.0


class ControlGroup:
    """The group of one kernel; made by the keeper, joined by its fork.

    Attributes:
        folders: One for each hierarchy in use; none where none may be made.
    """

    def __init__(self, limits: Limits) -> None:
        # The learner's files are memory as well, and counted here with the rest.
        memory = str(limits.memory_bytes + limits.scratch_bytes)
        processes = str(limits.processes)
        name = f"autograder-{os.getpid()}"
        self.folders: list[Path] = []
        if (_ROOT / "cgroup.controllers").exists():
            settings = {
                "memory.max": memory,
                "memory.swap.max": "0",
                "pids.max": processes,
            }
            for parent in (_own(_ROOT, "").parent, _ROOT):
                if self._make(parent / name, settings, required="memory.max"):
                    break
            return
        memory_v1 = {
            "memory.limit_in_bytes": memory,
            "memory.memsw.limit_in_bytes": memory,
        }
        self._make(
            _own(_ROOT / "memory", "memory") / name,
            memory_v1,
            required="memory.limit_in_bytes",
        )
        pids = {"pids.max": processes}
        self._make(_own(_ROOT / "pids", "pids") / name, pids, required="pids.max")

    def _make(self, folder: Path, settings: dict[str, str], required: str) -> bool:
        _remove_abandoned(folder.parent)
        try:
            folder.mkdir()
        except OSError:
            return False
        try:
            (folder / required).write_text(settings.pop(required))
        except OSError:
            folder.rmdir()
            return False
        for name, value in settings.items():
            with contextlib.suppress(OSError):
                (folder / name).write_text(value)
        self.folders.append(folder)
        return True

    def join(self) -> None:
        """Put the calling process, and so all that it forks, into the group."""
        for folder in self.folders:
            (folder / "cgroup.procs").write_text("0")

    def ran_out_of_memory(self) -> bool:
        """Tell whether the Linux kernel ended a process of the group for its memory."""
        for folder in self.folders:
            for name in ("memory.events", "memory.oom_control"):
                with contextlib.suppress(OSError):
                    for line in (folder / name).read_text().splitlines():
                        if line.startswith("oom_kill ") and line != "oom_kill 0":
                            return True
        return False

    def remove(self) -> None:
        """Remove the group, whose processes are dead."""
        deadline = time.monotonic() + _REMOVE_SECONDS
        for folder in self.folders:
            while True:
                try:
                    folder.rmdir()
                except FileNotFoundError:
                    break
                except OSError:  # the last process is still being taken down
                    if time.monotonic() > deadline:
                        break
                    time.sleep(0.01)
                else:
                    break


def _remove_abandoned(parent: Path) -> None:
    """Remove the groups of keepers that were killed; one that is in use stays."""
    with contextlib.suppress(OSError):
        for folder in parent.glob("autograder-*"):
            if not Path("/proc", folder.name.partition("-")[2]).exists():
                with contextlib.suppress(OSError):
                    folder.rmdir()


def can_be_made() -> bool:
    """Tell whether this process may make a group with a limit on memory."""
    group = ControlGroup(Limits())
    group.remove()
    return any("pids" not in folder.parts[:5] for folder in group.folders)


def _own(root: Path, controller: str) -> Path:
    """Find the group of this process in the hierarchy of a controller."""
    with open("/proc/self/cgroup") as file:
        for line in file:
            _, controllers, path = line.rstrip("\n").split(":", 2)
            if controller in controllers.split(","):
                return root / path.lstrip("/")
    return root
