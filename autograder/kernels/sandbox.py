"""The sandbox, layer by layer, around the process that calls `enter`.

1. Namespaces: no other process, no network, no other user, and a file system that
   holds only what the view names.
2. No privilege, and none to be gained.
3. Landlock and a filter of system calls, where the machine has them: a second lock
   on the same doors.

The first two are required. What holds in the end is not taken from this code but
tried, by `autograder.kernels.probe`.
"""

from __future__ import annotations

import socket

from autograder.kernels import landlock, linux, namespaces, seccomp
from autograder.kernels.limits import Limits
from autograder.kernels.view import HOME, View

_WRITABLE = (HOME, "/tmp", "/dev")


def enter(view: View, limits: Limits, report: socket.socket) -> None:
    """Shut this process in.

    Args:
        view: What it may see.
        limits: How much it may write.
        report: The way to the keeper, which writes the user map.

    Raises:
        OSError: If the machine refuses a step; the message names it.
    """
    namespaces.enter(view, limits, report)
    linux.drop_capabilities()
    linux.prctl(linux.PR_SET_NO_NEW_PRIVS, 1)
    landlock.restrict(readable=["/"], writable=_WRITABLE)
    seccomp.restrict()
