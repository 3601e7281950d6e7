"""What becomes the kernel: process 1 of the sandbox, and the kernel that it forks.

Runs in forks of the zygote, below the keeper. Without a sandbox, as for what is the
grader's own, the fork is the kernel at once. Everything here is trusted until
`entry` is called in the kernel; by then nothing of the grader is left in reach: no
descriptor, no environment, no privilege.
"""

from __future__ import annotations

import os
import random
import select
import signal
import socket
import sys
from collections.abc import Callable
from typing import Any, NoReturn

from autograder.kernels import channel, frames, linux, sandbox
from autograder.kernels.cgroup import ControlGroup
from autograder.kernels.limits import Limits, apply_resource_limits
from autograder.kernels.view import View

_REAP_SECONDS = 1.0

Entry = Callable[[dict[str, Any], list[int]], None]


def main(
    report: socket.socket,
    log: int,
    descriptors: list[int],
    entry: Entry,
    request: dict[str, Any],
    view: View,
    limits: Limits,
    group: ControlGroup | None,
) -> NoReturn:
    """Close this process in, fork the kernel, and wait for it."""
    try:
        _take_signals()
        if group is not None:
            group.join()
        sandbox.enter(view, limits, report)
        # Nothing of this process is for the kernel to read or to trace.
        linux.prctl(linux.PR_SET_DUMPABLE, 0)
        ready_read, ready_write = os.pipe2(os.O_CLOEXEC)
        kernel = os.fork()
        if kernel == 0:
            # Not before its descriptor is with the keeper may the kernel run, nor
            # hold anything of the report channel.
            report.close()
            os.close(ready_write)
            os.read(ready_read, 1)
            os.close(ready_read)
            _become_kernel(log, descriptors, entry, request, limits)
        os.close(ready_read)
        for descriptor in (log, *descriptors):
            os.close(descriptor)
        pidfd = os.pidfd_open(kernel)
        channel.send(report, {"event": "started"}, [pidfd])
        os.close(ready_write)
        status = _wait(kernel, pidfd, report)
        channel.send(report, {"event": "ended", "status": status})
        os._exit(0)
    except BaseException as error:
        message = {"event": "failed", "why": f"{type(error).__name__}: {error}"}
        channel.send(report, message)
        os._exit(1)


def _wait(kernel: int, pidfd: int, report: socket.socket) -> int:
    """Reap orphans until the kernel ends or the keeper is gone."""
    poller = select.poll()
    poller.register(pidfd, select.POLLIN)
    poller.register(report, select.POLLIN)
    while True:
        events = poller.poll(_REAP_SECONDS * 1000)
        if any(descriptor == report.fileno() for descriptor, _ in events):
            os._exit(1)
        while True:
            try:
                pid, status = os.waitpid(-1, os.WNOHANG)
            except ChildProcessError:
                break
            if pid == kernel:
                return os.waitstatus_to_exitcode(status)
            if pid == 0:
                break


def be_kernel(
    log: int, descriptors: list[int], entry: Entry, request: dict[str, Any]
) -> NoReturn:
    """Be the kernel, without a sandbox."""
    _take_signals()
    _become_kernel(log, descriptors, entry, request, limits=None)


def _take_signals() -> None:
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGPIPE):
        signal.signal(number, signal.SIG_DFL)


def _become_kernel(
    log: int,
    descriptors: list[int],
    entry: Entry,
    request: dict[str, Any],
    limits: Limits | None,
) -> NoReturn:
    """Take on the notebook's own surroundings and run it."""
    status = 1
    try:
        linux.prctl(linux.PR_SET_DUMPABLE, 1)  # the kernel's own /proc is its own
        os.setsid()
        os.umask(0o022)
        null = os.open(os.devnull, os.O_RDWR)
        os.dup2(null, 0)
        os.dup2(null, 1)
        os.dup2(log, 2)
        for descriptor in {null, log} - {0, 1, 2}:
            os.close(descriptor)
        os.environ.clear()
        os.environ.update(request["environment"])
        os.chdir(request["cwd"])
        arguments = request["arguments"]
        request.clear()
        if limits is not None:
            apply_resource_limits(limits)
        signal.signal(signal.SIGINT, signal.default_int_handler)
        reseed()
        frames.call(entry, arguments, descriptors)
        status = 0
    except SystemExit as leaving:
        status = leaving.code if isinstance(leaving.code, int) else 1
    except BaseException:
        sys.excepthook(*sys.exc_info())
    finally:
        sys.stderr.flush()
        os._exit(status)


def reseed() -> None:
    """Give this fork random numbers of its own.

    TensorFlow and Keras draw their seeds at the first operation, which no zygote
    runs, from these generators and from the system.
    """
    random.seed()
    numpy_random = sys.modules.get("numpy.random")
    if numpy_random is not None:
        numpy_random.seed()
