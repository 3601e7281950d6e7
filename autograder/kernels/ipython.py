"""ipykernel in a fork: its sockets are handed to it, its files are not needed.

The five listening sockets are bound by the grader in a folder of its own and come as
descriptors, so the kernel needs neither that folder nor the connection file: from
inside a sandbox neither can be reached.
"""

from __future__ import annotations

from typing import Any

import zmq
from ipykernel.heartbeat import Heartbeat
from ipykernel.kernelapp import IPKernelApp
from IPython.core import completer, historyapp  # noqa: F401
from traitlets import Dict
from traitlets.config import Config

#: In the order in which their descriptors are passed.
PORTS = ("shell_port", "iopub_port", "stdin_port", "control_port", "hb_port")


class _GivenHeartbeat(Heartbeat):
    """A heartbeat that listens on a socket which exists already."""

    descriptor: int

    def _try_bind_socket(self) -> None:
        self.socket.setsockopt(zmq.USE_FD, self.descriptor)
        super()._try_bind_socket()


class ForkedKernelApp(IPKernelApp):
    """ipykernel's application, on sockets that exist already."""

    #: Port number to descriptor.
    descriptors = Dict()

    def _try_bind_socket(self, s: zmq.Socket, port: int) -> int:
        s.setsockopt(zmq.USE_FD, self.descriptors[port])
        return super()._try_bind_socket(s, port)

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
        transport="ipc",
        ip=connection["ip"],
        descriptors={
            connection[name]: descriptor
            for name, descriptor in zip(PORTS, descriptors, strict=True)
        },
        **{name: connection[name] for name in PORTS},
    )
    app.initialize([])
    app.start()
