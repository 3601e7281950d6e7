"""What can go wrong between the grader and a kernel, one class for each cause."""

from __future__ import annotations

from autograder.exceptions import AutograderError, KernelUnavailable


class KernelStartFailed(KernelUnavailable):
    """The zygote or the kernel that it forked did not come up."""


class SandboxUnavailable(AutograderError):
    """This machine cannot keep a learner's code away from what it must not reach."""


class TooMuchOutput(AutograderError):
    """A notebook wrote more than its limit of output."""
