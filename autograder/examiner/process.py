"""The examiner's process: what runs in it, and the grader's line to it.

It runs the instructor's cells, so it is trusted, but a test cell may loop for ever or
take all memory, and what it reads was written by a student's process. So it is a
process of its own, which the grader can end at any time and start again. The two
exchange msgpack over a socket pair; the examiner's own cells hold its other end only
through this module.
"""

from __future__ import annotations

import ast
import contextlib
import os
import resource
import select
import signal
import socket
import time
import traceback
from collections.abc import Callable
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import msgpack

from autograder.examiner.bounds import Bounds
from autograder.examiner.exchange import WORDS, Exchange, names_in
from autograder.examiner.traits import Traits

#: Names in a test that looks at what a function shows: the test's own functions, which
#: a decorator of the student's wraps, show it then.
LOOKING = {"__doc__", "getdoc", "getfullargspec", "help", "signature"}


class ExaminerDied(Exception):
    """The examiner's process ended, or was ended, in the midst of a cell."""


class ExaminerProcess:
    """The grader's end.

    Args:
        control: A connected socket whose other end `run_examiner` has; its first
            message brings a descriptor of the process.
        bounds: Limits of the examination.
        folder: Where the instructor's cells run.
    """

    def __init__(self, control: socket.socket, bounds: Bounds, folder: Path) -> None:
        control.settimeout(bounds.startup_seconds)
        try:
            _, descriptors, _, _ = socket.recv_fds(control, 1, 1)
        except OSError as error:
            raise ExaminerDied(f"The examiner does not start: {error}.") from error
        if not descriptors:
            raise ExaminerDied("The examiner ended while it started.")
        self._process = descriptors[0]
        control.settimeout(None)
        self._line = Connection(control.detach())
        self._bounds = bounds
        self.send("start", {"folder": str(folder), "bounds": vars(bounds)})
        self.receive(bounds.startup_seconds)

    def fileno(self) -> int:
        """Return the descriptor that becomes readable when it answers or dies."""
        return self._line.fileno()

    def send(self, kind: str, content: Any = None) -> None:
        """Send it a message."""
        with _dying():
            self._line.send_bytes(msgpack.packb([kind, content]))

    def has_answer(self) -> bool:
        """Say whether a message is there, or its end."""
        with _dying():
            return self._line.poll(0)

    def receive(self, seconds: float) -> Any:
        """Return its next message.

        Raises:
            ExaminerDied: If it ends, or says nothing for this long.
        """
        with _dying():
            if not self._line.poll(seconds):
                raise ExaminerDied(f"The examiner has not answered in {seconds:.0f} s.")
            kind, content = msgpack.unpackb(
                self._line.recv_bytes(), strict_map_key=False, unicode_errors="replace"
            )
        if kind == "crash":
            raise ExaminerDied(f"The examiner stopped:\n{content}")
        return kind, content

    def kill(self) -> None:
        """End the process, whatever it does."""
        if self._process is not None:
            with contextlib.suppress(ProcessLookupError):
                signal.pidfd_send_signal(self._process, signal.SIGKILL)
            with contextlib.suppress(OSError):
                select.select([self._process], [], [], 10)
            os.close(self._process)
            self._process = None
            self._line.close()


@contextlib.contextmanager
def _dying() -> Any:
    try:
        yield
    except (EOFError, OSError) as error:
        raise ExaminerDied("The process that runs the tests has ended.") from error


def run_examiner(control: socket.socket) -> None:
    """Be the examiner, until the grader closes the line. For a process of its own."""
    socket.send_fds(control, [b"p"], [os.pidfd_open(os.getpid())])
    line = Connection(control.detach())
    _, settings = msgpack.unpackb(line.recv_bytes())
    bounds = Bounds(**settings["bounds"])
    os.chdir(settings["folder"])
    _limit_memory(bounds.examiner_memory_bytes)
    _end_with(line)
    try:
        examiner = _Examiner(line, bounds)
        line.send_bytes(msgpack.packb(["ready", None]))
        while True:
            kind, content = msgpack.unpackb(line.recv_bytes())
            answer = examiner.handle(kind, content)
            if answer is not None:
                line.send_bytes(_packed(answer))
    except (EOFError, OSError):
        return
    except Exception:
        line.send_bytes(_packed(["crash", traceback.format_exc()]))


def _packed(message: list[Any]) -> bytes:
    return msgpack.packb(message, unicode_errors="surrogatepass", default=repr)


class _Examiner:
    """What the examiner's process holds from cell to cell."""

    def __init__(self, line: Connection, bounds: Bounds) -> None:
        from autograder.examiner.applied import offer_functions
        from autograder.examiner.cell import CellRunner
        from autograder.examiner.namespace import Namespace

        offer_functions()
        self._line = line
        self._bounds = bounds
        self._namespace = Namespace()
        self._runner = CellRunner(self._namespace, bounds.text_characters)
        self._files = Exchange(Path.cwd())
        self._channel: Any = None
        self._student: Any = None

    def handle(self, kind: str, content: Any) -> Any:
        """Do what a message asks for and return the answer, None for none."""
        if kind == "kernel":
            return self._connect(content)
        if kind == "gone":
            self._disconnect()
        if kind == "cell":
            return self._run_cell(**content)
        return None

    def _connect(self, connection: dict[str, Any]) -> Any:
        from autograder.examiner.channel import Channel
        from autograder.examiner.student import Student

        self._disconnect()
        self._channel = Channel(connection, self._line, self._bounds)
        find = partial(dict.get, self._namespace)
        self._student = Student(self._channel, self._bounds, find)
        return ["identity", self._channel.identity.hex()]

    def _disconnect(self) -> None:
        if self._channel is not None:
            self._channel.close()
        self._channel = self._student = None

    def _run_cell(
        self,
        code: str,
        label: str,
        seconds: float,
        students: list[str],
        classes: list[tuple[str, list[str], list[str]]],
        imports: dict[str, str],
        graders: list[str],
        reasons: dict[str, str],
        is_test: bool,
    ) -> Any:
        words: set[str] = set()
        if self._channel is not None:
            self._channel.begin_cell(seconds)
        self._namespace.begin_cell(
            self._student,
            frozenset(students),
            {
                name: Traits(frozenset(operators), frozenset(makers))
                for name, operators, makers in classes
            },
            imports,
            frozenset(graders),
            reasons,
        )
        if self._student is not None:
            words = self._names_in(code) if is_test else words
            files = None if words.isdisjoint(WORDS) else self._files
            earlier = self._namespace.values() if is_test else None
            self._student.begin_cell(earlier, files)
            self._student.shows_functions = not words.isdisjoint(LOOKING)
        started, used = time.perf_counter(), time.process_time()
        with (
            self._files.temporary_files()
            if "tempfile" in words
            else contextlib.nullcontext()
        ):
            outcome = self._runner.run(code, label)
        failure = None if self._channel is None else self._channel.failure
        if failure is not None and outcome.outcome != "unavailable":
            outcome = self._runner.failed(failure, outcome.stdout)
        answer = outcome.as_plain()
        answer["seconds"] = time.perf_counter() - started
        answer["cpu_seconds"] = time.process_time() - used
        answer["notes"] = []
        if self._student is not None:
            self._student.end_cell()
            answer["notes"] = sorted(self._student.notes)
            self._student.notes.clear()
        return ["outcome", answer]

    def _names_in(self, code: str) -> set[str]:
        flags = ast.PyCF_ALLOW_TOP_LEVEL_AWAIT
        try:
            compiled = compile(code, "<cell>", "exec", flags, dont_inherit=True)
        except (SyntaxError, ValueError):  # which running it will say
            return set()
        return names_in(compiled, dict(dict.items(self._namespace)))


def _limit_memory(more: int | None) -> None:
    if more is None:
        return
    pages = int(Path("/proc/self/statm").read_text().split()[0])
    most = pages * os.sysconf("SC_PAGE_SIZE") + more
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    if hard != resource.RLIM_INFINITY:
        most = min(most, hard)
    resource.setrlimit(resource.RLIMIT_AS, (most, hard))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _end_with(line: Connection) -> None:
    """End this process at once when the grader's end of the line is closed."""
    import threading

    poll = select.poll()
    poll.register(line.fileno(), select.POLLRDHUP)

    def watch() -> None:
        poll.poll()
        os._exit(1)

    threading.Thread(target=watch, daemon=True, name="lifeline").start()


Starter = Callable[[], socket.socket]
"""Starts `run_examiner` in a new process and returns the other end of its line."""
