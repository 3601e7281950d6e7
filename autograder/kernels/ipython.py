"""ipykernel in a fork: its sockets are handed to it, its files are not needed.

The five listening sockets are bound by the grader in a folder of its own and come as
descriptors, so the kernel needs neither that folder nor the connection file: from
inside a sandbox neither can be reached.
"""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterator
from typing import Any, ClassVar

import zmq
from ipykernel import ipkernel
from ipykernel.heartbeat import Heartbeat
from ipykernel.iostream import IOPubThread
from ipykernel.ipkernel import IPythonKernel
from ipykernel.kernelapp import IPKernelApp
from IPython.core import (
    completerlib,  # noqa: F401
    debugger,  # noqa: F401
    logger,  # noqa: F401
    oinspect,  # noqa: F401
    shellapp,
)
from IPython.extensions import storemagic  # noqa: F401
from tornado.platform import asyncio  # noqa: F401
from traitlets import Dict
from traitlets.config import Config
from zmq.eventloop.zmqstream import ZMQStream

# A graded notebook needs no debugger, whose import would be the larger part of a
# kernel's start. ipykernel does without when it is not to be had.
sys.modules["debugpy"] = None  # type: ignore[assignment]
from ipykernel import debugger as _kernel_debugger  # noqa: E402, F401

del sys.modules["debugpy"]

#: In the order in which their descriptors are passed.
PORTS = ("shell_port", "iopub_port", "stdin_port", "control_port", "hb_port")


class _WithoutModules:
    """What `sys` is for a kernel that starts: it makes two lists of all modules.

    One is for a debugger, one for `%reset aggressive`. To make them is to touch each of
    thousands of modules, which a fork must copy for that: a tenth of a kernel's start.
    """

    modules: ClassVar[dict[str, Any]] = {}

    def __getattr__(self, name: str) -> Any:
        return getattr(sys, name)

    def __setattr__(self, name: str, value: Any) -> None:
        setattr(sys, name, value)


@contextlib.contextmanager
def _without_modules(user: Any) -> Iterator[None]:
    """Hide all modules from a module that looks at `sys.modules`."""
    user.sys = _WithoutModules()
    try:
        yield
    finally:
        user.sys = sys


class _Kernel(IPythonKernel):
    """IPython's kernel, which lists no modules."""

    def __init__(self, **kwargs: Any) -> None:
        with _without_modules(ipkernel):
            super().__init__(**kwargs)


class _GivenHeartbeat(Heartbeat):
    """A heartbeat that listens on a socket which exists already."""

    descriptor: int

    def _try_bind_socket(self) -> None:
        self.socket.setsockopt(zmq.USE_FD, self.descriptor)
        super()._try_bind_socket()


class _LocalIOPubThread(IOPubThread):
    """Hears what processes forked by the notebook print, without a network socket."""

    def _setup_pipe_in(self) -> None:
        self._pipe_uuid = os.urandom(16)
        self._pipe_address = f"ipc://@output-{os.urandom(16).hex()}"
        pipe = self.socket.context.socket(zmq.PULL)
        pipe.linger = 0
        pipe.bind(self._pipe_address)
        self._pipe_in = ZMQStream(pipe, self.io_loop)
        self._pipe_in.on_recv(self._handle_pipe_msg)

    def _setup_pipe_out(self) -> tuple[zmq.Context, zmq.Socket]:
        context = zmq.Context()  # after a fork the old one is of no use
        pipe = context.socket(zmq.PUSH)
        pipe.linger = 3000
        pipe.connect(self._pipe_address)
        return context, pipe


class ForkedKernelApp(IPKernelApp):
    """ipykernel's application, on sockets that exist already."""

    #: Port number to descriptor.
    descriptors = Dict()

    def _try_bind_socket(self, s: zmq.Socket, port: int) -> int:
        s.setsockopt(zmq.USE_FD, self.descriptors[port])
        return super()._try_bind_socket(s, port)

    def parse_command_line(self, argv: list[str] | None = None) -> None:
        """Do nothing: there is none, and its parser takes long to make."""

    def init_code(self) -> None:
        """Run what is to run before the first cell."""
        with _without_modules(shellapp):
            super().init_code()
        del self.shell._sys_modules_keys  # `%reset aggressive` then says that it cannot

    def init_connection_file(self) -> None:
        """Do nothing: the connection was given, and is written nowhere."""

    def write_connection_file(self, **_: Any) -> None:
        """Do nothing, for the same reason."""

    def init_control(self, context: zmq.Context) -> None:
        """Create the control channel without the debugger's way to the shell.

        ZeroMQ would try for ever to reach a path that the kernel cannot see.
        """
        super().init_control(context)
        endpoint = self.shell_socket.getsockopt(zmq.LAST_ENDPOINT)
        self.debug_shell_socket.disconnect(endpoint)

    def init_iopub(self, context: zmq.Context) -> None:
        """Create the channel of outputs."""
        socket = context.socket(zmq.XPUB)
        socket.linger = 1000
        self.iopub_port = self._bind_socket(socket, self.iopub_port)
        self.configure_tornado_logger()
        self.iopub_thread = _LocalIOPubThread(socket, pipe=True, session=self.session)
        self.iopub_thread.start()
        self.iopub_socket = self.iopub_thread.background_socket

    def init_heartbeat(self) -> None:
        """Start the heartbeat on its given socket."""
        beat = _GivenHeartbeat(zmq.Context(), (self.transport, self.ip, self.hb_port))
        beat.descriptor = self.descriptors[self.hb_port]
        self.heartbeat = beat
        beat.start()


def run(arguments: dict[str, Any], descriptors: list[int]) -> None:
    """Run a kernel until it is told to end.

    Args:
        arguments: `connection`, what a connection file holds, with IPC transport.
        descriptors: Listening sockets in the order of `PORTS`.
    """
    connection = arguments["connection"]
    config = Config()
    config.HistoryManager.hist_file = ":memory:"
    config.IPKernelApp.log_level = "CRITICAL"
    config.Session.key = connection["key"].encode()
    config.Session.signature_scheme = connection["signature_scheme"]
    app = ForkedKernelApp.instance(
        config=config,
        kernel_class=_Kernel,
        transport="ipc",
        ip=connection["ip"],
        descriptors={
            connection[name]: descriptor
            for name, descriptor in zip(PORTS, descriptors, strict=True)
        },
        **{name: connection[name] for name in PORTS},
    )
    app.initialize([])
    if "" not in sys.path:  # modules beside the notebook, as in any kernel
        sys.path.insert(0, "")
    app.start()
