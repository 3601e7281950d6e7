"""Run each job in a process of its own, and survive whatever becomes of it."""

from __future__ import annotations

import atexit
import json
import multiprocessing
import os
import shutil
import signal
import sys
import tempfile
import threading
import types
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from contextlib import contextmanager, suppress
from multiprocessing import forkserver, resource_tracker
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from multiprocessing.util import get_temp_dir
from typing import Any

from autograder.exceptions import OutOfTime, WorkerDied
from autograder.kernels.client import short_folder

#: An executed notebook is rarely over a few megabytes.
MAX_RESULT_BYTES = 200_000_000

#: What a terminal sends to all processes in its foreground.
_FROM_TERMINAL = [
    getattr(signal, name) for name in ("SIGINT", "SIGHUP") if hasattr(signal, name)
]
_HELD_BACK = [*_FROM_TERMINAL, signal.SIGTERM]


class ProcessPerJob(Executor):
    """An executor that gives every job a fresh process.

    A job must be a function that can be imported and its arguments must be picklable;
    what it returns must be plain values, for it comes back as JSON. nbgrader's steps
    change the working directory, so threads would not do; here threads only wait.
    """

    def __init__(
        self,
        max_workers: int,
        timeout_seconds: float,
        on_start: Callable[..., None] | None = None,
    ) -> None:
        """Make an executor.

        Args:
            max_workers: Jobs that run at the same time.
            timeout_seconds: After this a job's process is killed.
            on_start: Is called with a job's arguments when its turn comes.
        """
        self._on_start = on_start or (lambda *_, **__: None)
        self._threads = ThreadPoolExecutor(max_workers, thread_name_prefix="job")
        self._timeout = timeout_seconds
        self._context = _context()
        self._running: set[BaseProcess] = set()
        self._lock = threading.Lock()
        self._closed = False

    def submit(
        self, job: Callable[..., Any], /, *arguments: Any, **keywords: Any
    ) -> Future:
        """Queue a job.

        The future raises `WorkerDied` if the process ends without a result, and
        `OutOfTime` if it had to be killed.
        """
        return self._threads.submit(self._run, job, arguments, keywords)

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Take no more jobs; with `cancel_futures` also kill those that run."""
        if cancel_futures:
            self._threads.shutdown(wait=False, cancel_futures=True)
            with self._lock:
                self._closed = True
                running = list(self._running)
            for process in running:
                _kill(process)
        self._threads.shutdown(wait=wait)

    def _run(
        self, job: Callable[..., Any], arguments: tuple, keywords: dict[str, Any]
    ) -> Any:
        receiver, sender = self._context.Pipe(duplex=False)
        process = self._context.Process(
            target=_work, args=(sender, job, arguments, keywords), daemon=False
        )
        with self._lock:
            if self._closed:
                raise WorkerDied("Grading was stopped.")
            warm_up()  # the process may have died
            with _without_main_module():
                process.start()
            self._running.add(process)
        self._on_start(*arguments, **keywords)
        sender.close()
        try:
            if not receiver.poll(self._timeout):
                raise OutOfTime(
                    f"Grading took longer than {self._timeout / 60:.0f} minutes."
                )
            answer = json.loads(receiver.recv_bytes(MAX_RESULT_BYTES))
        except EOFError:
            process.join(5)
            raise WorkerDied(_how_it_ended(process.exitcode)) from None
        except (OSError, ValueError) as error:
            raise WorkerDied(f"The grading process sent no result: {error}") from error
        finally:
            receiver.close()
            _kill(process)
            with self._lock:
                self._running.discard(process)
        if "error" in answer:
            raise WorkerDied(answer["error"])
        return answer["result"]


def warm_up() -> None:
    """Start the process that those of the jobs are forked from; do not wait for it.

    It imports for seconds. Until it ignores what the terminal sends, see
    `become_server`, that is held back; so it is from the tracker of `multiprocessing`,
    which ignores it only in part. And no signal comes between the making of a folder
    and the note that it is to go.
    """
    if _context().get_start_method() != "forkserver":
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _HELD_BACK)
    try:
        resource_tracker.ensure_running()  # which lets two of them through again
        signal.pthread_sigmask(signal.SIG_BLOCK, _HELD_BACK)
        _choose_short_paths()
        forkserver.ensure_running()
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _choose_short_paths() -> None:
    """Have `multiprocessing` make the folder for its sockets where they fit."""
    before, tempfile.tempdir = tempfile.tempdir, short_folder()
    try:
        get_temp_dir()  # which it keeps
    finally:
        tempfile.tempdir = before


def become_server() -> None:
    """Make this the process that jobs are forked from; called before its imports.

    It outlives its parent by a moment, and then tidies up for one that was killed.
    """
    for number in _FROM_TERMINAL:
        signal.signal(number, signal.SIG_IGN)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, _HELD_BACK)
    atexit.register(_remove_servers_folder, os.getpid())


def _remove_servers_folder(server: int) -> None:
    address = forkserver._forkserver._forkserver_address
    if os.getpid() == server and isinstance(address, str):
        folder = os.path.dirname(address)
        if os.path.basename(folder).startswith("pymp-"):
            shutil.rmtree(folder, ignore_errors=True)


def _context() -> Any:
    methods = multiprocessing.get_all_start_methods()
    if "forkserver" not in methods:
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["autograder._preload"])
    return context


@contextmanager
def _without_main_module() -> Iterator[None]:
    """Spare a new process the import of the command that was called.

    `multiprocessing` has each process import the main module again; no job needs it.
    """
    main = sys.modules["__main__"]
    sys.modules["__main__"] = types.ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = main


def _work(
    sender: Connection, job: Callable[..., Any], arguments: tuple, keywords: dict
) -> None:
    """Do the job in the new process and send its result."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent ends its jobs itself
    threading.Thread(target=_end_with_parent, daemon=True).start()
    nowhere = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1, 2):  # kernels write there; the terminal is the parent's
        os.dup2(nowhere, descriptor)
    try:
        answer = {"result": job(*arguments, **keywords)}
        message = json.dumps(answer).encode()
    except BaseException as error:
        message = json.dumps(
            {"error": f"Grading failed with {type(error).__name__}: {error}"}
        ).encode()
    sender.send_bytes(message)
    sender.close()


def _end_with_parent() -> None:
    """End this process as soon as the one that gave it its job is gone."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)


def _kill(process: BaseProcess) -> None:
    """End a process with everything it started."""
    if process.pid is not None and process.is_alive():
        _kill_children(process.pid)
        process.kill()
    process.join()


def _kill_children(pid: int) -> None:
    import psutil

    with suppress(psutil.NoSuchProcess):
        for child in psutil.Process(pid).children(recursive=True):
            with suppress(psutil.NoSuchProcess):
                child.kill()


def _how_it_ended(exit_code: int | None) -> str:
    if exit_code is not None and exit_code < 0:
        how = f"was killed by signal {-exit_code}"
        if exit_code == -9 and sys.platform == "linux":
            how += ", most likely because memory ran out"
    else:
        how = f"ended with code {exit_code}"
    return f"The grading process {how}."
