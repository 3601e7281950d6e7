"""Have every kernel that a test starts listen on sockets with a path, not on ports.

jupyter_client looks for free ports and tells the kernel their numbers. Until the kernel
listens, about a second later, another process may take one, even the kernel's own
client by its attempts to connect. The kernel then ends, rarely: seen once in many runs.
"""

import itertools
import tempfile
from pathlib import Path
from typing import Any

import pytest
from jupyter_client.provisioning import LocalProvisioner

_launch = LocalProvisioner.pre_launch
_numbers = itertools.count()


def pytest_configure(config: pytest.Config) -> None:
    """Change how kernels are started, until the tests are over."""
    # A short path: sockets stand below it.
    folder = tempfile.TemporaryDirectory(prefix="kernels-")

    async def pre_launch(self: LocalProvisioner, **options: Any) -> dict[str, Any]:
        manager = self.parent
        if manager.transport == "tcp" and not self.ports_cached:
            place = Path(folder.name, str(next(_numbers)))
            place.mkdir()
            manager.transport = "ipc"
            manager.cache_ports = False
            manager.connection_file = str(place / "k.json")
            manager.ip = str(place / "k")
        return await _launch(self, **options)

    LocalProvisioner.pre_launch = pre_launch
    config.add_cleanup(folder.cleanup)
    config.add_cleanup(lambda: setattr(LocalProvisioner, "pre_launch", _launch))
