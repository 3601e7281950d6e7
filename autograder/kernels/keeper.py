"""The keeper: the trusted process that stands between the grader and one kernel.

A fork of the zygote, outside of the sandbox. It reads the request, has the sandbox
built around a second fork, watches what that uses, and makes sure that all of it is
dead when it ends or when the grader goes away:

    grader ── connection ── keeper ── report ── init (process 1 of the sandbox)
                                                  └── kernel, and all it starts

Without a sandbox there is no process 1: the fork is the kernel, and `report` is not
used.

It never reads anything that the kernel wrote, except the tail of its standard error,
as bytes. `report` is closed in the kernel before the learner's code runs.
"""

from __future__ import annotations

import contextlib
import importlib
import os
import select
import signal
import socket
import struct
import time
from collections.abc import Callable, Iterable
from typing import Any, NoReturn

from autograder.kernels import channel, child, linux, namespaces, usage
from autograder.kernels.cgroup import ControlGroup
from autograder.kernels.limits import Limits
from autograder.kernels.view import View

_POLL_SECONDS = 0.2
_LOG_BYTES = 8192


def main(connection: socket.socket) -> NoReturn:
    """Serve one request; never returns to the zygote's loop."""
    status = 1
    try:
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        os.setsid()
        if _same_user(connection):
            request, descriptors = channel.receive(connection)
            if request is not None:
                close_all_but([connection.fileno(), *descriptors])
                status = _Keeper(connection, request, descriptors).run()
    except BaseException as error:
        _tell(
            connection, {"event": "failed", "why": f"{type(error).__name__}: {error}"}
        )
    finally:
        os._exit(status)


def _same_user(connection: socket.socket) -> bool:
    size = struct.calcsize("3i")
    record = connection.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, size)
    _, user, _ = struct.unpack("3i", record)
    return user == os.geteuid()


def close_all_but(keep: Iterable[int]) -> None:
    """Close every descriptor above 2 that is not in `keep`."""
    low = 3
    for descriptor in sorted(set(keep)):
        if descriptor >= low:
            os.closerange(low, descriptor)
            low = descriptor + 1
    os.closerange(low, os.sysconf("SC_OPEN_MAX"))


def _tell(
    connection: socket.socket, message: dict[str, Any], descriptors: Iterable[int] = ()
) -> None:
    with contextlib.suppress(OSError):  # the grader is gone; so are we, soon
        channel.send(connection, message, list(descriptors))


class _Keeper:
    """One kernel's life."""

    def __init__(
        self,
        connection: socket.socket,
        request: dict[str, Any],
        descriptors: list[int],
    ) -> None:
        self.connection = connection
        self.request = request
        self.descriptors = descriptors
        self.limits = Limits(**request["limits"])
        self.view = View.from_record(request["view"]) if request["view"] else None
        self.entry = find_entry(request["entry"])
        self.log = b""
        self.kernel_status: int | None = None
        self.reason: str | None = None
        self.cpu_seconds = 0.0

    def run(self) -> int:
        """Fork, watch, end; returns the keeper's own exit status."""
        linux.prctl(linux.PR_SET_CHILD_SUBREAPER, 1)
        self.report, theirs = channel.pair()
        self.log_read, log_write = os.pipe2(os.O_CLOEXEC)
        os.set_blocking(self.log_read, False)
        self.outside = namespaces.Outside() if self.view else None
        self.group = ControlGroup(self.limits) if self.view else None
        if self.outside:
            self.outside.enter_process_namespace()
        self.first = os.fork()
        if self.first == 0:
            close_all_but([theirs.fileno(), log_write, *self.descriptors])
            if self.view is None:
                theirs.close()
                child.be_kernel(
                    log=log_write,
                    descriptors=self.descriptors,
                    entry=self.entry,
                    request=self.request,
                )
            child.main(
                report=theirs,
                log=log_write,
                descriptors=self.descriptors,
                entry=self.entry,
                request=self.request,
                view=self.view,
                limits=self.limits,
                group=self.group,
            )
        theirs.close()
        os.close(log_write)
        for descriptor in self.descriptors:
            os.close(descriptor)
        #: Readable when the first process has ended.
        self.end = os.pidfd_open(self.first)
        try:
            if self.view is None:
                self._started(self.end)
            self._watch()
        finally:
            self._end_all()
            if self.group:
                self.reason = self.reason or self._out_of_memory()
                self.group.remove()
        self._drain_log()
        _tell(self.connection, self._exit_message())
        return 0

    def _watch(self) -> None:
        """Return when the kernel has ended or must end."""
        watched = self.watched = usage.Watch(os.getpid(), self.limits, time.monotonic())
        poller = select.poll()
        first = self.end if self.view is None else self.report.fileno()
        for source in (self.connection.fileno(), self.log_read, first):
            poller.register(source, select.POLLIN)
        last_look = time.monotonic()
        while True:
            events = poller.poll(_POLL_SECONDS * 1000)
            for descriptor, _ in events:
                if descriptor == self.connection.fileno():
                    message, _ = channel.receive(self.connection)
                    self.reason = "killed" if message else "grader gone"
                    return
                if descriptor == self.log_read:
                    if not self._drain_log():
                        poller.unregister(self.log_read)
                elif descriptor == self.end or not self._hear_report():
                    return
            now = time.monotonic()
            if not events or now - last_look > _POLL_SECONDS:
                last_look = now
                self.reason = watched.exceeded(now) or self._out_of_memory()
                if self.reason:
                    return

    def _out_of_memory(self) -> str | None:
        if self.group and self.group.ran_out_of_memory():
            return f"memory: {self.limits.memory_bytes} bytes are allowed"
        return None

    def _hear_report(self) -> bool:
        message, descriptors = channel.receive(self.report)
        if message is None:
            return False
        if message["event"] == "map user":
            assert self.outside is not None
            self.outside.map_users(self.first)
            channel.send(self.report, {"event": "mapped"})
        elif message["event"] == "started":
            self._started(descriptors[0])
            os.close(descriptors[0])
        elif message["event"] == "ended":
            self.kernel_status = message["status"]
            return False
        elif message["event"] == "failed":
            self.reason = message["why"]
            _tell(self.connection, message)
            return False
        return True

    def _started(self, pidfd: int) -> None:
        """Hand a descriptor of the kernel to the grader."""
        message = {"event": "started", "pid": _pid_of(pidfd)}
        _tell(self.connection, message, [pidfd])

    def _drain_log(self) -> bool:
        """Read what is there of the kernel's standard error; `False` at its end."""
        try:
            data = os.read(self.log_read, 65536)
        except BlockingIOError:
            return True
        self.log = (self.log + data)[-_LOG_BYTES:]
        return bool(data)

    def _end_all(self) -> None:
        """Kill whatever this keeper's fork started, wherever it went.

        With a process namespace the death of its first process is the death of all,
        and `waitpid` returns after it. Without, orphans are handed to this process,
        a subreaper, and the loop goes on until there are none.
        """
        # The dead of a process namespace are not added to their parent's time.
        self.cpu_seconds = self.watched.cpu_seconds()
        os.kill(self.first, signal.SIGKILL)
        while True:
            for pid in usage.children(os.getpid()):
                if pid != self.first:
                    _kill_quietly(pid)
            try:
                pid, status = os.waitpid(-1, 0)
            except ChildProcessError:
                return
            if pid == self.first and self.kernel_status is None:
                self.kernel_status = os.waitstatus_to_exitcode(status)

    def _exit_message(self) -> dict[str, Any]:
        return {
            "event": "ended",
            "status": self.kernel_status,
            "reason": self.reason,
            "cpu_seconds": self.cpu_seconds,
            "keeper_seconds": time.process_time(),
            "log": self.log.decode("utf-8", "replace"),
        }


def find_entry(name: str) -> Callable[[dict[str, Any], list[int]], None]:
    """Find `package.module:function`; done before the sandbox hides the files."""
    module, _, function = name.partition(":")
    return getattr(importlib.import_module(module), function)


def _pid_of(pidfd: int) -> int:
    with open(f"/proc/self/fdinfo/{pidfd}") as file:
        for line in file:
            if line.startswith("Pid:"):
                return int(line.split()[1])
    return -1


def _kill_quietly(pid: int) -> None:
    with contextlib.suppress(ProcessLookupError):
        os.kill(pid, signal.SIGKILL)
