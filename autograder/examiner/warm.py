"""Examiners that start at once: forks of a process that has the libraries imported.

`WarmExaminers` starts one process that imports what the tests of a course need and runs
no operation of theirs; for each examiner it forks. A course without TensorFlow, say,
names other modules, or none.
"""

from __future__ import annotations

import contextlib
import importlib
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterable
from types import TracebackType

#: What an examiner imports in any case.
_OWN = (
    "autograder.examiner.cell",
    "autograder.examiner.channel",
    "autograder.examiner.namespace",
    "autograder.examiner.process",
    "autograder.examiner.student",
)
_ENVIRONMENT = {
    "CUDA_VISIBLE_DEVICES": "-1",
    "MPLBACKEND": "Agg",
    "TF_CPP_MIN_LOG_LEVEL": "3",
}


class WarmExaminers:
    """Starts examiners; call the object for the line to a new one.

    Args:
        modules: What to import before forking; what is not installed is left out.
    """

    def __init__(self, modules: Iterable[str] = ("numpy",)) -> None:
        mine, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self._socket = mine
        entry = f"from {__name__} import main; main()"
        command = [sys.executable, "-c", entry, str(theirs.fileno()), *modules]
        self._process = subprocess.Popen(
            command,
            pass_fds=[theirs.fileno()],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env={**os.environ, **_ENVIRONMENT},
        )
        theirs.close()

    def __call__(self) -> socket.socket:
        """Start an examiner and return the grader's end of the line to it.

        Raises:
            ConnectionError: If the warm process has ended.
        """
        mine, theirs = socket.socketpair()
        with theirs:
            socket.send_fds(self._socket, [b"examiner"], [theirs.fileno()])
        return mine

    def close(self) -> None:
        """End the warm process; examiners that run go on."""
        self._socket.close()
        self._process.wait(10)

    def __enter__(self) -> WarmExaminers:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def serve(requests: socket.socket, modules: Iterable[str]) -> None:
    """Import the modules, then fork an examiner for each request."""
    for module in (*_OWN, *modules):
        with contextlib.suppress(ImportError):
            importlib.import_module(module)
    signal.signal(signal.SIGCHLD, _reap)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the grader decides when to stop
    while True:
        message, descriptors, _, _ = socket.recv_fds(requests, 64, 1)
        if not message:
            return
        if os.fork() == 0:
            requests.close()
            _become_examiner(socket.socket(fileno=descriptors[0]))
        os.close(descriptors[0])


def _reap(*_: object) -> None:
    """Take note of examiners that have ended, so that their time is accounted for."""
    with contextlib.suppress(ChildProcessError):
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass


def _become_examiner(control: socket.socket) -> None:
    from autograder.examiner.process import run_examiner

    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    try:
        run_examiner(control)
    finally:
        os._exit(0)


def main() -> None:
    """Be the warm process; the arguments are a descriptor and names of modules."""
    serve(socket.socket(fileno=int(sys.argv[1])), sys.argv[2:])
