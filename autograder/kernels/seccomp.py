"""A filter of system calls that a notebook has no use for.

Everything is allowed but what is named here: calls that reach other processes, that
change mounts, namespaces or the machine, that take memory which is mapped nowhere
(and so seen nowhere), and parts of the kernel that are known for escapes. The
namespaces already refuse most of it; the filter keeps a fault in the kernel out of
reach.
"""

from __future__ import annotations

import errno

# Finding the library takes the compiler and a temporary file: not in a sandbox.
try:
    import pyseccomp as seccomp
except ImportError:
    seccomp = None
    _MISSING = "the package pyseccomp is not installed"
except RuntimeError:
    seccomp = None
    _MISSING = "the library libseccomp is not installed"
else:
    _MISSING = ""

_REFUSED = (
    "acct",
    "add_key",
    "bpf",
    "chroot",
    "clock_adjtime",
    "clock_settime",
    "create_module",
    "delete_module",
    "fanotify_init",
    "finit_module",
    "fsconfig",
    "fsmount",
    "fsopen",
    "fspick",
    "init_module",
    "inotify_init",
    "inotify_init1",
    "io_uring_enter",
    "io_uring_register",
    "io_uring_setup",
    "ioperm",
    "iopl",
    "kcmp",
    "kexec_file_load",
    "kexec_load",
    "keyctl",
    "lookup_dcookie",
    "memfd_create",
    "memfd_secret",
    "mount",
    "mount_setattr",
    "move_mount",
    "move_pages",
    "name_to_handle_at",
    "mq_open",
    "msgget",
    "nfsservctl",
    "open_by_handle_at",
    "open_tree",
    "perf_event_open",
    "pidfd_getfd",
    "pivot_root",
    "process_madvise",
    "process_vm_readv",
    "process_vm_writev",
    "ptrace",
    "quotactl",
    "reboot",
    "request_key",
    "semget",
    "setdomainname",
    "sethostname",
    "setns",
    "settimeofday",
    "shmget",
    "swapoff",
    "swapon",
    "syslog",
    "umount",
    "umount2",
    "unshare",
    "userfaultfd",
    "vhangup",
)

_NAMESPACE_FLAGS = 0x7E020000  # every CLONE_NEW… that `clone` takes
_AF_UNIX = 1  # of these sockets only the learner's own can be seen
_TIOCSTI, _TIOCLINUX = 0x5412, 0x541C
_ALL_BITS = 0xFFFFFFFF


def missing() -> str:
    """Give an empty text, or why there is no filter on this machine."""
    return _MISSING


def restrict() -> bool:
    """Load the filter; returns whether there is one.

    The process must have given up gaining privileges (`PR_SET_NO_NEW_PRIVS`).
    """
    if seccomp is None:
        return False
    refuse = seccomp.ERRNO(errno.EPERM)
    rules = seccomp.SyscallFilter(seccomp.ALLOW)
    for name in _REFUSED:
        try:
            rules.add_rule(refuse, name)
        except (OSError, ValueError):
            continue  # a call that this library or architecture does not know
    for flag in _bits():
        if flag & _NAMESPACE_FLAGS:
            argument = seccomp.Arg(0, seccomp.MASKED_EQ, flag, flag)
            rules.add_rule(refuse, "clone", argument)
    # Its flags stand in memory, where a filter cannot look; libc then uses `clone`.
    rules.add_rule(seccomp.ERRNO(errno.ENOSYS), "clone3")
    # A rule compares 64 bits, where Linux takes these arguments as 32. Any bit that
    # differs makes another family.
    for bit in _bits():
        other = seccomp.Arg(0, seccomp.MASKED_EQ, bit, bit & ~_AF_UNIX)
        for name in ("socket", "socketpair"):
            rules.add_rule(refuse, name, other)
    for request in (_TIOCSTI, _TIOCLINUX):
        argument = seccomp.Arg(1, seccomp.MASKED_EQ, _ALL_BITS, request)
        rules.add_rule(refuse, "ioctl", argument)
    rules.load()
    return True


def _bits() -> list[int]:
    return [1 << place for place in range(32)]
