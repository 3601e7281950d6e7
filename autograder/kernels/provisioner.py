"""A kernel provisioner that forks: how nbclient, nbgrader and Formgrader get kernels.

Registered as `warm-fork` in the entry-point group `jupyter_client.kernel_provisioners`
and named by a kernel specification, see `autograder.kernels.manager`.
"""

from __future__ import annotations

import asyncio
import os
import shutil
import socket
from pathlib import Path
from typing import Any

from jupyter_client.connect import KernelConnectionInfo
from jupyter_client.provisioning import LocalProvisioner
from traitlets import Bool, Dict, List, Unicode

from autograder.kernels import client, ipython
from autograder.kernels.errors import SandboxUnavailable
from autograder.kernels.limits import Limits
from autograder.kernels.view import View, python_environment

_POLL_SECONDS = 0.02


class WarmForkProvisioner(LocalProvisioner):
    """Kernels as forks of a zygote, each in a sandbox, over IPC.

    Its traits are set in the kernel specification, below
    `metadata.kernel_provisioner.config`.
    """

    sandbox = Bool(True, help="Shut the kernel in; refuse where that is impossible.")
    modules = List(Unicode(), help="What the zygote imports before it forks.")
    limits = Dict(help="Fields of `autograder.kernels.Limits`.")
    read_only = List(Unicode(), help="More paths that the kernel may read.")
    hidden = List(Unicode(), help="More paths that it may not.")
    environment = Dict(help="Environment variables of the kernel.")

    kernel: client.KernelProcess | None = None
    _address = ""
    _folder: str | None = None
    _listeners: list[socket.socket]
    _cold = False

    @property
    def has_process(self) -> bool:
        """Whether a kernel was launched and not yet waited for."""
        return super().has_process if self._cold else self.kernel is not None

    async def pre_launch(self, **kwargs: Any) -> dict[str, Any]:
        """Put the kernel's sockets into a folder of their own and bind them."""
        if not client.is_supported():
            if self.sandbox:
                raise SandboxUnavailable(
                    "Kernels can be shut in on Linux only. Grade on Linux, or allow "
                    "a run without the sandbox."
                )
            self._cold = True
            return await super().pre_launch(**kwargs)
        manager = self.parent
        if self._folder is None:
            self._address = client.shared_address(self.modules)
            self._folder = client.make_folder(self._address)
            connection_file = os.path.join(self._folder, "k.json")
            manager.transport = "ipc"
            manager.connection_file = connection_file
            manager.ip = os.path.join(self._folder, "k")
        kwargs["transport_encryption"] = "disabled"  # the folder is the grader's alone
        prepared = await super().pre_launch(**kwargs)
        self._bind()
        return prepared

    def _bind(self) -> None:
        self._listeners = []
        for name in ipython.PORTS:
            path = f"{self.connection_info['ip']}-{self.connection_info[name]}"
            Path(path).unlink(missing_ok=True)  # of the kernel before a restart
            listener = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
            self._listeners.append(listener)
            listener.bind(path)
            listener.listen(64)
            listener.setblocking(False)

    async def launch_kernel(
        self, cmd: list[str], **kwargs: Any
    ) -> KernelConnectionInfo:
        """Fork a kernel that listens on the sockets made before."""
        if self._cold:
            return await super().launch_kernel(cmd, **kwargs)
        self.cwd = kwargs.get("cwd") or os.getcwd()
        try:
            self.kernel = await asyncio.get_running_loop().run_in_executor(
                None, self._spawn
            )
        finally:
            for listener in self._listeners:
                listener.close()
        self.pid = self.pgid = self.kernel.pid
        return self.connection_info

    def _spawn(self) -> client.KernelProcess:
        connection = {
            name: value.decode() if isinstance(value, bytes) else value
            for name, value in self.connection_info.items()
        }
        return client.spawn_at(
            self._address,
            entry="autograder.kernels.ipython:run",
            arguments={"connection": connection},
            descriptors=[listener.fileno() for listener in self._listeners],
            view=self._view() if self.sandbox else None,
            limits=Limits(**self.limits),
            environment={**self.kernel_spec.env, **self.environment},
            folder=str(self.cwd),
        )

    def _view(self) -> View:
        shown, hidden = python_environment()
        return View(
            folder=str(self.cwd),
            read_only=(*shown, *self.read_only),
            hidden=(*hidden, *self.hidden),
        )

    async def poll(self) -> int | None:
        """Give the exit status, `None` while the kernel lives."""
        if self._cold:
            return await super().poll()
        return self.kernel.poll() if self.kernel else 0

    async def wait(self) -> int | None:
        """Wait until the kernel and everything that it started is dead."""
        if self._cold:
            return await super().wait()
        if self.kernel is None:
            return 0
        while (status := self.kernel.poll()) is None:
            await asyncio.sleep(_POLL_SECONDS)
        self.kernel = None
        return status

    async def send_signal(self, signum: int) -> None:
        """Send a signal to the kernel and the commands it runs."""
        if self._cold:
            await super().send_signal(signum)
        elif self.kernel:
            self.kernel.send_signal(signum)

    async def kill(self, restart: bool = False) -> None:
        """End the kernel and everything that it started."""
        if self._cold:
            await super().kill(restart)
        elif self.kernel:
            self.kernel.kill()

    async def terminate(self, restart: bool = False) -> None:
        """End it at once: nothing in a graded kernel is worth saving."""
        if self._cold:
            await super().terminate(restart)
        elif self.kernel:
            self.kernel.kill()

    async def shutdown_requested(self, restart: bool = False) -> None:
        """End it at once, without the seconds that a polite end may take."""
        if self._cold:
            await super().shutdown_requested(restart)
        elif self.kernel:
            self.kernel.kill()

    async def cleanup(self, restart: bool = False) -> None:
        """Remove the folder of the sockets."""
        if self._cold:
            await super().cleanup(restart)
        elif self._folder is not None and not restart:
            shutil.rmtree(self._folder, ignore_errors=True)
            self._folder = None

    def resolve_path(self, path_str: str) -> str | None:
        """Tell nothing of the grader's files."""
        return super().resolve_path(path_str) if self._cold else None
