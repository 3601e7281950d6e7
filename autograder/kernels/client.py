"""The grader's side: start a zygote, ask it for forks, hold on to what it forked.

One zygote serves a process for its whole life. Worker processes of a pool share their
parent's through `ADDRESS_VARIABLE`, which names its socket.
"""

from __future__ import annotations

import atexit
import contextlib
import os
import secrets
import select
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from autograder.kernels import channel
from autograder.kernels.errors import KernelStartFailed
from autograder.kernels.limits import Limits
from autograder.kernels.view import HOME, View

#: Names the socket of a zygote that another process owns, for its workers.
ADDRESS_VARIABLE = "AUTOGRADER_ZYGOTE"

#: Imported in every zygote: what the first cell of any notebook needs, and what an
#: examiner does, which is forked from the same process.
BASE = (
    "numpy",
    "numpy.random",
    "numpy.testing",
    "sqlite3",
    "autograder.examiner.cell",
    "autograder.examiner.forked",
    "autograder.examiner.namespace",
    "autograder.examiner.student",
)

_ROOT = Path(__file__).resolve().parent.parent.parent
_PROGRAM = (
    "import sys; sys.path.insert(0, {root!r}); "
    "from autograder.kernels.zygote import main; main()"
)
#: What a zygote, and so every kernel, may know of the grader's environment.
_PASSED_ON = ("LANG", "LC_ALL", "LC_CTYPE", "LD_LIBRARY_PATH", "TZ", "KERAS_BACKEND")
_QUIET_TENSORFLOW = {"TF_CPP_MIN_LOG_LEVEL": "3", "CUDA_VISIBLE_DEVICES": "-1"}
_START_SECONDS = 120.0
#: Settings and caches go where the learner's own files are not.
_PRIVATE = {
    "HOME": HOME,
    "TMPDIR": "/tmp",
    "IPYTHONDIR": "/tmp/.ipython",
    "MPLCONFIGDIR": "/tmp/.matplotlib",
}


def is_supported() -> bool:
    """Tell whether kernels can be forked here at all: on Linux only."""
    return sys.platform == "linux" and hasattr(os, "pidfd_open")


def base_environment() -> dict[str, str]:
    """Give the environment that a kernel starts with; nothing of it is private."""
    kept = {name: os.environ[name] for name in _PASSED_ON if name in os.environ}
    return {
        "PATH": f"{sys.prefix}/bin:/usr/bin:/bin",
        "LANG": "C.UTF-8",
        **kept,
        **_QUIET_TENSORFLOW,
    }


class KernelProcess:
    """One kernel that a zygote forked.

    Attributes:
        pid: Its number as seen from the grader.
        returncode: Its exit status, negative for a signal; `None` while it lives.
        reason: Why the keeper ended it: a limit, with the numbers; else `None`.
        log: The end of what it wrote to its standard error.
        cpu_seconds: Processor time of it and all it started, once it has ended.
        keeper_seconds: Processor time of its keeper, once it has ended.
    """

    def __init__(self, connection: socket.socket, timeout: float) -> None:
        self._connection = connection
        self._lock = threading.Lock()
        self.pid = -1
        self.returncode: int | None = None
        self.reason: str | None = None
        self.log = ""
        self.cpu_seconds = 0.0
        self.keeper_seconds = 0.0
        self._pidfd = -1
        connection.settimeout(timeout)
        try:
            message, descriptors = channel.receive(connection)
        except TimeoutError:
            connection.close()
            raise KernelStartFailed(
                f"The zygote did not answer within {timeout:g} s."
            ) from None
        if message is None or message["event"] != "started":
            connection.close()
            why = message["why"] if message else "the zygote's fork ended at once"
            raise KernelStartFailed(f"No kernel could be forked: {why}")
        self.pid = message["pid"]
        self._pidfd = descriptors[0]
        connection.setblocking(False)

    def poll(self) -> int | None:
        """Give the exit status, or `None` while it lives; never waits."""
        with self._lock:
            if self.returncode is None:
                self._hear()
            return self.returncode

    def wait(self, timeout: float | None = None) -> int:
        """Wait for the end of the kernel and of everything that it started.

        Raises:
            TimeoutError: If that takes longer than `timeout` seconds.
        """
        deadline = None if timeout is None else time.monotonic() + timeout
        while (status := self.poll()) is None:
            left = None if deadline is None else deadline - time.monotonic()
            if left is not None and left <= 0:
                raise TimeoutError(f"The kernel still runs after {timeout:g} s.")
            poller = select.poll()
            poller.register(self._connection, select.POLLIN)
            poller.poll(None if left is None else left * 1000)
        return status

    def _hear(self) -> None:
        while self.returncode is None:
            try:
                message, _ = channel.receive(self._connection)
            except BlockingIOError:
                return
            if message is None:  # the keeper was killed, and its forks with it
                self._end(-signal.SIGKILL, "the keeper of the kernel ended")
            elif message["event"] == "ended":
                self.log = message["log"]
                self.cpu_seconds = message["cpu_seconds"]
                self.keeper_seconds = message["keeper_seconds"]
                status = message["status"]
                self._end(-signal.SIGKILL if status is None else status)
                self.reason = message["reason"]
            elif message["event"] == "failed":
                self.reason = message["why"]

    def _end(self, status: int, reason: str | None = None) -> None:
        self.returncode = status
        self.reason = reason
        self._connection.close()
        os.close(self._pidfd)

    def send_signal(self, number: int) -> None:
        """Send a signal to the kernel and the commands it runs in the foreground."""
        with self._lock:
            if self.returncode is not None:
                return
            with contextlib.suppress(ProcessLookupError):
                # Fails when the kernel is gone, whose number may then be another's.
                signal.pidfd_send_signal(self._pidfd, 0)
                os.killpg(self.pid, number)

    def __del__(self) -> None:
        # The keeper takes the end of the connection for the end of the grader.
        if self.returncode is None and self._pidfd >= 0:
            self._end(-signal.SIGKILL, "let go of")

    def kill(self) -> None:
        """End the kernel and everything that it started; `wait` tells when."""
        with self._lock:
            if self.returncode is None:
                with contextlib.suppress(OSError):
                    channel.send(self._connection, {"event": "kill"})


class Zygote:
    """A zygote that this process owns; it ends with this process at the latest.

    Args:
        modules: What to import before the first fork.
    """

    def __init__(self, modules: Sequence[str] = ()) -> None:
        self.modules = tuple(modules)
        self._owner = os.getpid()
        # The name first: a signal may come as soon as the folder is there.
        name = f"zygote-{secrets.token_urlsafe(6)}"
        self._folder = os.path.join(short_folder(), name)
        self.address = os.path.join(self._folder, "socket")
        try:
            os.mkdir(self._folder, 0o700)
            self._start()
            atexit.register(self.close)
        except BaseException:  # a signal, too; the process ends with its standard input
            shutil.rmtree(self._folder, ignore_errors=True)
            raise

    def _start(self) -> None:
        self._log = open(os.path.join(self._folder, "log"), "w+b")  # noqa: SIM115
        empty_home = os.path.join(self._folder, "home")
        os.mkdir(empty_home)
        environment = base_environment() | {
            "HOME": empty_home,
            "MPLCONFIGDIR": empty_home,
            "IPYTHONDIR": empty_home,
        }
        with socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET) as listener:
            listener.bind(self.address)
            listener.listen(128)
            self.process = subprocess.Popen(
                [
                    sys.executable,
                    "-I",
                    "-c",
                    _PROGRAM.format(root=str(_ROOT)),
                    str(listener.fileno()),
                    self._folder,
                    *BASE,
                    *self.modules,
                ],
                stdin=subprocess.PIPE,
                stdout=subprocess.DEVNULL,
                stderr=self._log,
                pass_fds=[listener.fileno()],
                env=environment,
                cwd="/",
                start_new_session=True,
            )

    def is_alive(self) -> bool:
        """Tell whether the process still runs."""
        return self.process.poll() is None

    def spawn(self, **request: Any) -> KernelProcess:
        """Fork; see `spawn_at`.

        Raises:
            KernelStartFailed: If the zygote is gone; its last words are in the message.
        """
        try:
            return spawn_at(self.address, **request)
        except KernelStartFailed as error:
            if self.is_alive():
                raise
            raise KernelStartFailed(
                f"The zygote ended with {self.process.returncode}: {self._last_words()}"
            ) from error

    def _last_words(self) -> str:
        self._log.seek(0)
        return self._log.read()[-2000:].decode("utf-8", "replace").strip()

    def close(self) -> None:
        """End the zygote. Kernels that it forked live on until they are closed."""
        if os.getpid() != self._owner:
            return  # a fork of the owner runs the owner's exit handlers, too
        atexit.unregister(self.close)
        self.process.kill()  # it has nothing to lose, and may still be importing
        self.process.wait()
        assert self.process.stdin is not None
        self.process.stdin.close()
        self._log.close()
        shutil.rmtree(self._folder, ignore_errors=True)


def spawn_at(
    address: str,
    *,
    entry: str,
    arguments: Mapping[str, Any],
    descriptors: Sequence[int] = (),
    view: View | None,
    limits: Limits,
    environment: Mapping[str, str] | None = None,
    folder: str | None = None,
    timeout: float = _START_SECONDS,
) -> KernelProcess:
    """Have the zygote at `address` fork and run a function.

    Args:
        address: Path of the zygote's socket.
        entry: `package.module:function`, called with `arguments` and the numbers of
            the descriptors in the fork.
        arguments: Plain values.
        descriptors: Open files for the fork; the caller's stay open.
        view: What the fork may see; `None` for everything, without a sandbox.
        limits: What it may use.
        environment: Its variables, beside `PATH` and the like.
        folder: Where it works, without a sandbox.
        timeout: Seconds until the fork must have started, the zygote's own start
            included.

    Raises:
        KernelStartFailed: If there is no fork, or its sandbox cannot be built.
    """
    connection = socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    home = HOME if view is not None else folder or os.getcwd()
    private = _PRIVATE if view is not None else {}
    variables = base_environment() | private | dict(environment or {})
    try:
        connection.connect(address)
        channel.send(
            connection,
            {
                "entry": entry,
                "arguments": dict(arguments),
                "view": view.record() if view is not None else None,
                "limits": vars(limits),
                "environment": variables,
                "cwd": home,
            },
            descriptors,
        )
    except (FileNotFoundError, ConnectionError) as error:
        connection.close()
        raise KernelStartFailed(f"No zygote listens at {address}: {error}") from error
    except BaseException:
        connection.close()
        raise
    return KernelProcess(connection, timeout)


_zygotes: dict[tuple[str, ...], Zygote] = {}
_zygotes_lock = threading.Lock()
_owner = os.getpid()


def shared_address(modules: Sequence[str] = ()) -> str:
    """Give the socket of this process's zygote, started if there is none.

    Args:
        modules: What it must have imported; there is one zygote for each list.
            Ignored in a worker, which uses the zygote of the process it works for as
            long as that lives.
    """
    global _owner
    inherited = os.environ.get(ADDRESS_VARIABLE)
    if inherited and os.path.exists(inherited):
        return inherited
    key = tuple(sorted(set(modules)))
    with _zygotes_lock:
        if _owner != os.getpid():
            # A fork of the owner: the zygotes are not its to end.
            _zygotes.clear()
            _owner = os.getpid()
        zygote = _zygotes.get(key)
        if zygote is None or not zygote.is_alive():
            if zygote is not None:
                zygote.close()
            zygote = _zygotes[key] = Zygote(key)
        return zygote.address


def close_shared() -> None:
    """End this process's zygotes before it ends itself."""
    with _zygotes_lock:
        for zygote in _zygotes.values():
            zygote.close()
        _zygotes.clear()


def make_folder(address: str) -> str:
    """Make a folder for a kernel's sockets, which goes with the zygote at the latest.

    Args:
        address: The zygote's socket.
    """
    return tempfile.mkdtemp(prefix="k", dir=os.path.dirname(address))


def short_folder(wanted: str | Path | None = None) -> str:
    """Give a folder for temporary files whose path leaves room for a socket's name.

    The whole path of a Unix socket has at most 107 bytes.

    Args:
        wanted: Is given back if it is short enough; the usual folder by default.
    """
    wanted = os.fspath(wanted or tempfile.gettempdir())
    return wanted if len(os.fsencode(wanted)) < 50 else "/tmp"
