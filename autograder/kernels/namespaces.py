"""Linux namespaces: a world without other processes, network and users.

Two processes take part. `Outside` runs in the keeper, before and beside the fork;
`enter` runs in the fork. As root the file system and process namespaces belong to the
machine's root, and only then the process becomes an unprivileged user in a user
namespace of its own: nothing that it could become there may undo the mounts. Anyone
else creates a user namespace first and has no other way in.
"""

from __future__ import annotations

import contextlib
import os
import socket

from autograder.kernels import channel, linux, mounts
from autograder.kernels.limits import Limits
from autograder.kernels.view import View

#: The learner's user and group, as seen from inside.
LEARNER = 1000
#: What root becomes outside: "nobody", who owns nothing.
NOBODY = 65534

_CAP_SYS_ADMIN = 21
_NONE_OF = (
    "max_fanotify_groups",
    "max_fanotify_marks",
    "max_inotify_instances",
    "max_inotify_watches",
    "max_user_namespaces",
)


def is_privileged() -> bool:
    """Tell whether namespaces can be made without a user namespace."""
    return os.geteuid() == 0 and linux.has_capability(_CAP_SYS_ADMIN)


class Outside:
    """The keeper's part."""

    def __init__(self) -> None:
        self.privileged = is_privileged()
        self.user, self.group = os.geteuid(), os.getegid()

    def enter_process_namespace(self) -> None:
        """Make the next fork process 1 of a process namespace."""
        if self.privileged:
            linux.unshare(linux.CLONE_NEWPID)
            return
        linux.unshare(linux.CLONE_NEWUSER | linux.CLONE_NEWPID)
        _write_map("self", self.user, self.group)

    def map_users(self, pid: int) -> None:
        """Let the user namespace of `pid` hold the learner as "nobody"."""
        _write_map(str(pid), NOBODY, NOBODY)


def _write_map(process: str, user: int, group: int) -> None:
    for name, text in (
        ("setgroups", "deny"),
        ("uid_map", f"{LEARNER} {user} 1"),
        ("gid_map", f"{LEARNER} {group} 1"),
    ):
        with open(f"/proc/{process}/{name}", "w") as file:
            file.write(text)


def enter(view: View, limits: Limits, report: socket.socket) -> None:
    """Leave the machine's namespaces; called in process 1 of the new one.

    Raises:
        OSError: If the machine does not allow a step; the message names it.
    """
    privileged = is_privileged() and _own_map_is_the_machines()
    linux.unshare(
        linux.CLONE_NEWNS
        | linux.CLONE_NEWNET
        | linux.CLONE_NEWIPC
        | linux.CLONE_NEWUTS
        | linux.CLONE_NEWCGROUP
    )
    socket.sethostname("grader")
    owner = NOBODY if privileged else os.geteuid()
    processes = os.open("/proc", os.O_PATH | os.O_DIRECTORY | os.O_CLOEXEC)
    mounts.build(view, limits, owner)
    if privileged:
        os.setgroups([])  # root's other groups open files as well
        linux.unshare(linux.CLONE_NEWUSER)
        _forbid_more(processes)
        channel.send(report, {"event": "map user"})
        channel.receive(report)
        os.setresgid(LEARNER, LEARNER, LEARNER)
        os.setresuid(LEARNER, LEARNER, LEARNER)
    else:
        _forbid_more(processes)
    os.close(processes)


def _forbid_more(processes: int) -> None:
    """Let nothing be made that counts against the grader's user, filter or not.

    That is more user namespaces, and watches of files. The settings belong to the
    user namespace of whoever opens the files.
    """
    for name in _NONE_OF:
        with contextlib.suppress(OSError):
            path = f"sys/user/{name}"
            setting = os.open(path, os.O_WRONLY | os.O_CLOEXEC, dir_fd=processes)
            try:
                os.write(setting, b"0")
            finally:
                os.close(setting)


def _own_map_is_the_machines() -> bool:
    """Tell whether this process is in the user namespace that the keeper began in.

    Without privilege the keeper maps one user only.
    """
    with open("/proc/self/uid_map") as file:
        return int(file.read().split()[2]) > 1
