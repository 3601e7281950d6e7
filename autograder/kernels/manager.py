"""Kernel managers on warm forks, and the kernel specification that names them."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from importlib.metadata import EntryPoint
from pathlib import Path
from typing import Any

from jupyter_client import AsyncKernelManager
from jupyter_client.kernelspec import KernelSpec
from jupyter_client.manager import KernelManager
from jupyter_client.provisioning import KernelProvisionerFactory

from autograder.kernels.limits import Limits

PROVISIONER = "warm-fork"
#: Name of the kernel specification on disk.
KERNEL_NAME = "autograder"
_ENTRY_POINT = "autograder.kernels.provisioner:WarmForkProvisioner"


def specification(
    *,
    sandbox: bool = True,
    modules: Sequence[str] = (),
    limits: Limits | None = None,
    read_only: Sequence[str] = (),
    hidden: Sequence[str] = (),
    environment: Mapping[str, str] | None = None,
) -> dict[str, Any]:
    """Describe a kernel on warm forks, as a `kernel.json` holds it.

    Args:
        sandbox: Shut the kernel in.
        modules: What the zygote imports before it forks; see `modules.modules_of`.
        limits: What one notebook may use.
        read_only: Paths that kernels may read, beside Python and its packages.
        hidden: Paths below those that they may not.
        environment: Variables of the kernels.
    """
    return {
        # Used only where there is no fork, without a sandbox.
        "argv": [sys.executable, "-m", "ipykernel_launcher", "-f", "{connection_file}"],
        "display_name": "Python 3 (graded)",
        "language": "python",
        "interrupt_mode": "signal",
        "env": {"TF_CPP_MIN_LOG_LEVEL": "3", "CUDA_VISIBLE_DEVICES": "-1"},
        "metadata": {
            "kernel_provisioner": {
                "provisioner_name": PROVISIONER,
                "config": {
                    "sandbox": sandbox,
                    "modules": list(modules),
                    "limits": vars(limits or Limits()),
                    "read_only": [str(path) for path in read_only],
                    "hidden": [str(path) for path in hidden],
                    "environment": dict(environment or {}),
                },
            }
        },
    }


def kernel_manager(*, blocking: bool = False, **options: Any) -> KernelManager:
    """Make a kernel manager whose kernels are warm forks.

    It is an ordinary manager: `start_kernel(cwd=folder)` copies the folder's files
    for the kernel, `client()` connects. nbclient takes it as `km`.

    Args:
        blocking: Give a manager without `async`.
        **options: See `specification`.
    """
    register()
    manager = KernelManager() if blocking else AsyncKernelManager()
    manager.kernel_name = KERNEL_NAME
    manager._kernel_spec = KernelSpec(**specification(**options))
    return manager


def register() -> None:
    """Make the provisioner known where the installed package does not name it yet."""
    factory = KernelProvisionerFactory.instance()
    factory.provisioners.setdefault(
        PROVISIONER,
        EntryPoint(PROVISIONER, _ENTRY_POINT, KernelProvisionerFactory.GROUP_NAME),
    )


def install(folder: Path, name: str = KERNEL_NAME, **options: Any) -> Path:
    """Write the kernel specification, for nbgrader and others that ask by name.

    Args:
        folder: A folder of kernel specifications: `kernels` in a Jupyter data folder.
        name: The kernel's name.
        **options: See `specification`.

    Returns:
        The specification's own folder.
    """
    target = folder / name
    target.mkdir(parents=True, exist_ok=True)
    text = json.dumps(specification(**options), indent=1)
    (target / "kernel.json").write_text(text + "\n")
    return target
