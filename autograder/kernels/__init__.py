"""Kernels for grading: forked warm, shut in, watched.

The trust boundary runs between `child` and the notebook:

    trusted, in the grader           client, provisioner, manager, probe
    trusted, beside the kernel       zygote, keeper, usage
    trusted until the kernel starts  child, sandbox, namespaces, mounts,
                                     landlock, seccomp, limits
    the learner's                    what ipython runs

Trusted processes read nothing that the kernel writes, except over Jupyter's own
channels and, as bytes, the end of its standard error.
"""

from __future__ import annotations

from autograder.kernels.errors import (
    KernelStartFailed,
    SandboxUnavailable,
    TooMuchOutput,
)
from autograder.kernels.limits import Limits, OutputMeter
from autograder.kernels.view import View

__all__ = [
    "KernelStartFailed",
    "Limits",
    "OutputMeter",
    "SandboxUnavailable",
    "TooMuchOutput",
    "View",
]
