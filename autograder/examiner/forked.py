"""Examiners forked from the zygote that the kernels of a class are forked from.

The zygote runs no code of any student's, so what it forks without a sandbox is as
trusted as the grader. Worker processes of a pool share it.
"""

from __future__ import annotations

import os
import socket
import sys
import tempfile
from collections.abc import Sequence
from typing import Any

from autograder.examiner.process import run_examiner
from autograder.kernels import client
from autograder.kernels.limits import Limits

#: Watched from outside by the examination itself; this is the last resort.
_LIMITS = Limits(cpu_seconds=None, wall_seconds=None)


class ForkedExaminers:
    """Starts examiners; call the object for the line to a new one.

    Args:
        modules: What the zygote imports before it forks.
    """

    def __init__(self, modules: Sequence[str] = ()) -> None:
        self._address = client.shared_address(modules)
        self._processes: list[client.KernelProcess] = []
        # TensorFlow writes functions that it has converted to files and leaves them.
        self._temporary = tempfile.TemporaryDirectory(prefix="autograder-examiner-")
        #: Processor time of the examiners that have been ended.
        self.cpu_seconds = 0.0

    def __call__(self) -> socket.socket:
        """Start an examiner and return the grader's end of the line to it.

        Raises:
            KernelStartFailed: If the zygote does not fork.
        """
        mine, theirs = socket.socketpair()
        with theirs:
            process = client.spawn_at(
                self._address,
                entry=f"{__name__}:run",
                arguments={},
                descriptors=[theirs.fileno()],
                view=None,
                limits=_LIMITS,
                environment={
                    **os.environ,
                    "MPLBACKEND": "Agg",
                    "TMPDIR": self._temporary.name,
                },
            )
        # Letting go of a process ends it.
        self._processes.append(process)
        return mine

    def close(self) -> None:
        """End all examiners that were started here, and remove what they left."""
        for process in self._processes:
            process.kill()
            process.wait(timeout=30)
            self.cpu_seconds += process.cpu_seconds + process.keeper_seconds
        self._processes.clear()
        self._temporary.cleanup()


def run(arguments: dict[str, Any], descriptors: list[int]) -> None:
    """Be an examiner; called in the fork."""
    del arguments
    tempfile.tempdir = None  # the zygote's choice; this fork has a folder of its own
    sys.path.insert(0, "")  # the course's own modules, beside the notebook
    run_examiner(socket.socket(fileno=descriptors[0]))
