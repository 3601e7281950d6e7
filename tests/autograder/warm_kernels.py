"""A kernel on a warm fork, for tests: run code, get what it printed or raised."""

from __future__ import annotations

import contextlib
import functools
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from autograder.kernels import client
from autograder.kernels.client import KernelProcess
from autograder.kernels.manager import kernel_manager
from autograder.kernels.probe import probe


@functools.cache
def why_no_sandbox() -> str:
    """Say why kernels cannot be shut in on this machine; empty if they can."""
    if not client.is_supported():
        return "kernels can be forked on Linux only"
    for check in probe():
        if check.name == "a sandbox can be built" and not check.holds:
            return f"no sandbox can be built here: {check.why}"
    return ""


class Session:
    """A started kernel and its client."""

    def __init__(self, folder: Path | str, **options: Any) -> None:
        self.manager = kernel_manager(blocking=True, **options)
        self.manager.start_kernel(cwd=str(folder))
        self.client = self.manager.blocking_client()
        self.client.start_channels()
        self.client.wait_for_ready(timeout=60)

    @property
    def process(self) -> KernelProcess:
        return self.manager.provisioner.kernel

    def run(self, code: str, timeout: float = 60) -> str:
        """Give the printed text, and the last line of an error."""
        parts: list[str] = []

        def keep(message: dict[str, Any]) -> None:
            content = message["content"]
            if message["msg_type"] == "stream":
                parts.append(content["text"])
            elif message["msg_type"] == "error":
                parts.append(f"{content['ename']}: {content['evalue']}")

        self.client.execute_interactive(code, timeout=timeout, output_hook=keep)
        return "".join(parts).strip()

    def close(self) -> None:
        self.client.stop_channels()
        self.manager.shutdown_kernel(now=True)


@contextlib.contextmanager
def session(folder: Path | str, **options: Any) -> Iterator[Session]:
    kernel = Session(folder, **options)
    try:
        yield kernel
    finally:
        kernel.close()


def is_alive(pid: int) -> bool:
    """Tell whether a process runs; one that only waits to be reaped does not."""
    try:
        with open(f"/proc/{pid}/stat") as file:
            return file.read().rpartition(")")[2].split()[0] not in "ZX"
    except OSError:
        return False


def wait_until(condition: Any, seconds: float = 10) -> bool:
    deadline = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.02)
    return True
