"""The student's Jupyter kernel: an ordinary one, spoken to within bounds.

Whichever way the kernel was started (cold, or forked into a sandbox by a provisioner),
it is reached through a `KernelManager` and its channels. What it sends is not trusted:
messages have a greatest size, malformed ones are dropped, output is cut, every wait
ends, and a kernel that makes this process grow is ended.
"""

from __future__ import annotations

import contextlib
import functools
import marshal
import os
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import zmq
from jupyter_client.connect import ConnectionFileMixin
from jupyter_client.manager import KernelManager
from nbformat import NotebookNode

from autograder.examiner import injected
from autograder.examiner.bounds import Bounds
from autograder.examiner.channel import bound_socket
from autograder.examiner.outputs import OutputCollector
from autograder.kernels import usage
from autograder.kernels.client import KernelProcess

_TICK_SECONDS = 0.25
_IDLE_SECONDS = 1.0
_END_SECONDS = 5.0
_MOST_PARTS = 64
_MOST_HEADER = 64 * 1024
_QUEUED_MESSAGES = 64

_AGENT = "_autograder.agent"

#: Takes the agent out of the message that asks for it. As part of the cell's text it
#: would go through all that IPython does with a learner's cell, ten times as long.
_INSTALL = """
import marshal, sys, types
from IPython import get_ipython
shell = get_ipython()
message = shell.get_parent()
tag, modules = message["content"]["agent"]
if tag == sys.implementation.cache_tag:
    codes = marshal.loads(message["buffers"][0])
else:
    codes = [compile(text, f"<{name}>", "exec") for name, text in modules]
package = sys.modules["_autograder"] = types.ModuleType("_autograder")
package.__path__ = []
for (name, _), code in zip(modules, codes):
    module = sys.modules[name] = types.ModuleType(name)
    module.__package__ = package.__name__
    exec(code, module.__dict__)
    setattr(package, name.rpartition(".")[2], module)
module.AGENT = module.Agent(shell.user_ns, shell.kernel.stdin_socket)
# A forgotten `exit()` would end the kernel some time after its cell.
shell.ask_exit = lambda: None
"""


@functools.cache
def agent_modules() -> tuple[list[tuple[str, str]], bytes]:
    """Return names and texts of the agent's modules, and them all compiled."""
    folder = Path(str(injected.__file__)).parent
    modules = [
        (f"_autograder.{name}", (folder / f"{name}.py").read_text(encoding="utf-8"))
        for name in injected.ORDER
    ]
    codes = [compile(text, f"<{name}>", "exec") for name, text in modules]
    return modules, marshal.dumps(codes)


class KernelDied(Exception):
    """The student's kernel has ended, or could not be started."""


@dataclass
class CellRun:
    """What running a cell in the kernel came to.

    Attributes:
        status: "ok", "error" or "timeout".
        error_name: Class of the exception, or "".
        outputs: The outputs, bounded.
        dropped_bytes: Output beyond the bound.
        seconds: Wall time.
        cpu_seconds: Processor time of the kernel meanwhile; 0 where it is not known.
    """

    status: str = "ok"
    error_name: str = ""
    outputs: list[NotebookNode] = field(default_factory=list)
    dropped_bytes: int = 0
    seconds: float = 0.0
    cpu_seconds: float = 0.0


class _Channels(ConnectionFileMixin):
    """Sockets of a Jupyter client, within bounds."""

    def connect(self, channel: str, kind: int, bounds: Bounds) -> zmq.Socket:
        socket = self.context.socket(kind)
        bound_socket(socket, bounds.message_bytes, _QUEUED_MESSAGES)
        key = getattr(self, "curve_publickey", None)
        if key is not None:
            socket.curve_secretkey = self.curve_secretkey
            socket.curve_publickey = socket.curve_serverkey = key
        if kind == zmq.SUB:
            socket.subscribe(b"")
        else:
            socket.identity = self.session.bsession
        socket.connect(self._make_url(channel))
        return socket


class StudentKernel:
    """Runs a student's cells, and lets the examiner ask about their names.

    Args:
        make_manager: Returns a manager, not yet started; called again for each restart.
        bounds: Limits of the examination.
        start_options: Passed to `KernelManager.start_kernel`, such as `cwd` and `env`.
    """

    def __init__(
        self,
        make_manager: Callable[[], KernelManager],
        bounds: Bounds,
        **start_options: Any,
    ) -> None:
        self._make_manager = make_manager
        self._bounds = bounds
        self._start_options = start_options
        self._manager: KernelManager | None = None
        self._context: zmq.Context | None = None
        self._channels: _Channels
        self._shell: zmq.Socket
        self._iopub: zmq.Socket
        self._output_left = bounds.notebook_output_bytes
        self._request: str | None = None
        self._idle = False
        self._collector = OutputCollector(0)
        self._memory = 0
        self._used_before = 0.0
        self.malformed = 0
        #: Processor time of the kernels that have been ended.
        self.cpu_seconds = 0.0

    def start(self) -> None:
        """Start the kernel, connect, and put the agent into it.

        Raises:
            KernelDied: If it does not start in time.
        """
        self._manager = manager = self._make_manager()
        try:
            manager.start_kernel(**self._start_options)
            self._context = zmq.Context()
            self._channels = _Channels()
            self._channels.load_connection_info(self.connection())
            self._channels.context = self._context
            self._shell = self._channels.connect("shell", zmq.DEALER, self._bounds)
            self._iopub = self._channels.connect("iopub", zmq.SUB, self._bounds)
            self._memory = _resident_bytes()
            self._wait_until_ready()
            self._install_agent()
        except KernelDied:
            self.shutdown()
            raise
        except Exception as error:
            self.shutdown()
            raise KernelDied(f"The kernel does not start: {error}") from error

    def connection(self) -> dict[str, Any]:
        """Return the connection information, as plain values."""
        assert self._manager is not None
        info = dict(self._manager.get_connection_info())
        return {
            name: value.decode() if isinstance(value, bytes) else value
            for name, value in info.items()
            if isinstance(value, str | bytes | int)
        }

    def shutdown(self) -> None:
        """End the kernel at once and close the sockets."""
        if self._context is not None:
            self._context.destroy(0)
            self._context = None
        if self._manager is not None:
            process = self._process()
            with contextlib.suppress(Exception):
                if process is not None:  # the manager looks every tenth of a second
                    process.kill()
                    process.wait(_END_SECONDS)
                self._manager.shutdown_kernel(now=True)
            self._manager = None
            if process is not None:
                self.cpu_seconds += process.cpu_seconds + process.keeper_seconds
        self._request = None

    def _process(self) -> KernelProcess | None:
        """The kernel's process, where it is a fork of a zygote."""
        process = getattr(getattr(self._manager, "provisioner", None), "kernel", None)
        return process if isinstance(process, KernelProcess) else None

    def _used(self) -> float:
        """Processor time of the kernel and all that it started, so far."""
        process = self._process()
        return 0.0 if process is None else usage.tree_cpu_seconds(process.pid)

    def process_id(self) -> int:
        """Return the number of the kernel's process, where it is a zygote's fork."""
        process = self._process()
        return -1 if process is None else process.pid

    def is_alive(self) -> bool:
        """Say whether the kernel's process runs."""
        return self._manager is not None and bool(self._manager.is_alive())

    def interrupt(self) -> None:
        """Send the kernel the interrupt that stops a cell."""
        if self._manager is not None:
            with contextlib.suppress(Exception):
                self._manager.interrupt_kernel()

    def run_cell(self, code: str, seconds: float) -> CellRun:
        """Run a cell of the student's and wait for its end.

        Args:
            code: The cell.
            seconds: Time it has; it is interrupted when that is over.

        Raises:
            KernelDied: If the kernel ends, or cannot be interrupted; it must be
                started again before the next call.
        """
        started = time.monotonic()
        self._send(code, silent=False)
        run = self._finish(seconds)
        run.seconds = time.monotonic() - started
        return run

    def begin_serving(self, identity: str) -> None:
        """Have the agent answer the examiner, until the examiner ends the cell."""
        module = f"__import__('sys').modules[{_AGENT!r}]"
        self._send(f"{module}.AGENT.serve({identity!r})", silent=True)

    def wait(self, descriptors: list[Any], seconds: float) -> bool:
        """Wait for one of the descriptors while the agent serves.

        Returns:
            Whether one is readable; False once `seconds` are over.

        Raises:
            KernelDied: If the kernel ends before.
        """
        poller = zmq.Poller()
        for one in descriptors:
            poller.register(one.fileno(), zmq.POLLIN)
        poller.register(self._iopub, zmq.POLLIN)
        deadline = time.monotonic() + seconds
        while True:
            left = deadline - time.monotonic()
            ready = dict(poller.poll(max(0, min(left, _TICK_SECONDS)) * 1000))
            if self._iopub in ready:
                self._read_iopub(self._request)
            if any(one.fileno() in ready for one in descriptors):
                return True
            if left <= 0:
                return False
            self._check()

    def end_serving(self) -> CellRun:
        """Wait for the agent to stop, interrupting it if need be.

        Raises:
            KernelDied: As `run_cell`.
        """
        return self._finish(self._bounds.grace_seconds)

    # Messages.

    def _send(
        self,
        code: str,
        silent: bool,
        more: Mapping[str, Any] | None = None,
        buffers: Sequence[bytes] = (),
    ) -> None:
        content = {
            **(more or {}),
            "code": code,
            "silent": silent,
            "store_history": not silent,
            "user_expressions": {},
            "allow_stdin": False,
            "stop_on_error": False,
        }
        most = min(self._bounds.output_bytes, self._output_left)
        self._collector = OutputCollector(most)
        message = self._session.send(
            self._shell, "execute_request", content, buffers=buffers
        )
        self._request = message["header"]["msg_id"]
        self._idle = False
        self._used_before = self._used()

    @property
    def _session(self) -> Any:
        return self._channels.session

    def _finish(self, seconds: float) -> CellRun:
        """Wait for reply and idle status; interrupt when the time is over."""
        request = self._request
        assert request is not None
        run = CellRun()
        if not self._wait_for(request, seconds, run):
            run.status = "timeout"
            for _ in range(2):  # the first may be caught by a careless `except`
                self.interrupt()
                if self._wait_for(request, self._bounds.grace_seconds / 2, CellRun()):
                    break
            else:
                raise KernelDied("A cell that took too long could not be interrupted.")
        self._request = None
        run.cpu_seconds = max(0.0, self._used() - self._used_before)
        run.outputs = self._collector.outputs
        run.dropped_bytes = self._collector.dropped_bytes
        self._output_left = max(0, self._output_left - self._collector.kept_bytes)
        return run

    def _wait_for(self, request: str, seconds: float, run: CellRun) -> bool:
        """Wait for the reply, and for the outputs before it; whether it came."""
        poller = zmq.Poller()
        poller.register(self._shell, zmq.POLLIN)
        poller.register(self._iopub, zmq.POLLIN)
        deadline = time.monotonic() + seconds
        replied = False
        while not (replied and self._idle):
            left = deadline - time.monotonic()
            if left <= 0:
                break
            ready = dict(poller.poll(min(left, _TICK_SECONDS) * 1000))
            if self._iopub in ready:
                self._read_iopub(request)
            if self._shell in ready:
                message = self._receive(self._shell)
                if message is not None and _parent(message) == request:
                    _read_reply(message, run)
                    replied = True
                    # A forged reply may never be followed by the idle status.
                    deadline = min(deadline, time.monotonic() + _IDLE_SECONDS)
            if not ready:
                self._check()
        return replied

    def _read_iopub(self, request: str | None) -> None:
        """Take one message, and note when the kernel is done with the request."""
        message = self._receive(self._iopub)
        if message is None or _parent(message) != request:
            return
        if message.get("msg_type") == "status":
            content = message.get("content")
            self._idle |= (
                type(content) is dict and content.get("execution_state") == "idle"
            )
        else:
            self._collector.add(message)

    def _receive(self, socket: zmq.Socket) -> dict[str, Any] | None:
        """Return a message, None for one that is malformed."""
        try:
            frames = socket.recv_multipart(zmq.NOBLOCK)
        except zmq.Again:
            return None
        try:
            if len(frames) > _MOST_PARTS:
                raise ValueError("too many parts")
            _, frames = self._session.feed_identities(frames)
            if any(len(frame) > _MOST_HEADER for frame in frames[:3]):
                raise ValueError("a header that is too long")
            message = self._session.deserialize(frames)
        except Exception:
            self.malformed += 1
            if self.malformed > 10_000:
                raise KernelDied("The kernel sends what no kernel sends.") from None
            return None
        return message if type(message) is dict else None

    def _check(self) -> None:
        """Look whether the kernel lives and whether this process has grown."""
        if not self.is_alive():
            raise KernelDied("The notebook's process ended.")
        if _resident_bytes() - self._memory > self._bounds.parent_memory_bytes:
            raise KernelDied("The notebook's process sent more than can be taken.")

    def _wait_until_ready(self) -> None:
        deadline = time.monotonic() + self._bounds.startup_seconds
        requests: set[str] = set()
        asked = 0.0
        answered = heard = False
        poller = zmq.Poller()
        poller.register(self._shell, zmq.POLLIN)
        poller.register(self._iopub, zmq.POLLIN)
        while not (answered and heard):
            now = time.monotonic()
            if now > deadline:
                raise KernelDied("The kernel did not answer in time.")
            if now - asked > 0.5:
                asked = now
                message = self._session.send(self._shell, "kernel_info_request", {})
                requests.add(message["header"]["msg_id"])
            ready = dict(poller.poll(50))
            if self._shell in ready:
                message = self._receive(self._shell)
                answered |= message is not None and _parent(message) in requests
            if self._iopub in ready:
                message = self._receive(self._iopub)
                heard |= message is not None and _parent(message) in requests
            if not ready and not self.is_alive():
                raise KernelDied("The kernel ended while it started.")

    def _install_agent(self) -> None:
        modules, compiled = agent_modules()
        more = {"agent": [sys.implementation.cache_tag, modules]}
        self._send(f"exec({_INSTALL!r}, {{}})", True, more, [compiled])
        run = self._finish(self._bounds.startup_seconds)
        if run.status != "ok":
            raise KernelDied(f"The kernel does not take the agent: {run.error_name}.")


def _parent(message: dict[str, Any]) -> Any:
    header = message.get("parent_header")
    return header.get("msg_id") if type(header) is dict else None


def _read_reply(message: dict[str, Any], run: CellRun) -> None:
    content = message.get("content")
    if type(content) is not dict:
        return
    if content.get("status") == "error":
        run.status = "error"
        run.error_name = str(content.get("ename", ""))[:200]


def _resident_bytes() -> int:
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")
