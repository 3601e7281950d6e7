"""The few Linux calls that Python's standard library does not offer, through libc.

Each function raises `OSError` with the call's name, so that a message can say which
step of a sandbox failed.
"""

from __future__ import annotations

import ctypes
import os
import platform

CLONE_NEWNS = 0x00020000
CLONE_NEWCGROUP = 0x02000000
CLONE_NEWUTS = 0x04000000
CLONE_NEWIPC = 0x08000000
CLONE_NEWUSER = 0x10000000
CLONE_NEWPID = 0x20000000
CLONE_NEWNET = 0x40000000

MS_RDONLY = 1
MS_NOSUID = 2
MS_NODEV = 4
MS_NOEXEC = 8
MS_REC = 16384
MS_PRIVATE = 1 << 18
MNT_DETACH = 2

MOUNT_ATTR_RDONLY = 1
MOUNT_ATTR_NOSUID = 2
MOUNT_ATTR_NODEV = 4
MOUNT_ATTR_NOEXEC = 8

PR_SET_DUMPABLE = 4
PR_CAPBSET_DROP = 24
PR_SET_CHILD_SUBREAPER = 36
PR_SET_NO_NEW_PRIVS = 38
PR_CAP_AMBIENT = 47
_PR_CAP_AMBIENT_CLEAR_ALL = 4

_AT_FDCWD = -100
_AT_EMPTY_PATH = 0x1000
_AT_RECURSIVE = 0x8000
_OPEN_TREE_CLONE = 1
_OPEN_TREE_CLOEXEC = os.O_CLOEXEC
_MOVE_MOUNT_F_EMPTY_PATH = 4

# These have one number on every architecture; older calls have libc's wrapper or
# are listed for each machine.
_OPEN_TREE, _MOVE_MOUNT, _MOUNT_SETATTR = 428, 429, 442
LANDLOCK_CREATE_RULESET, LANDLOCK_ADD_RULE, LANDLOCK_RESTRICT_SELF = 444, 445, 446
_PIVOT_ROOT = {"x86_64": 155, "aarch64": 41, "riscv64": 41, "ppc64le": 203}

_libc = ctypes.CDLL(None, use_errno=True)


class _MountAttributes(ctypes.Structure):
    _fields_ = [
        ("set", ctypes.c_uint64),
        ("clear", ctypes.c_uint64),
        ("propagation", ctypes.c_uint64),
        ("userns_fd", ctypes.c_uint64),
    ]


class _CapabilityHeader(ctypes.Structure):
    _fields_ = [("version", ctypes.c_uint32), ("pid", ctypes.c_int)]


class _CapabilityData(ctypes.Structure):
    _fields_ = [
        ("effective", ctypes.c_uint32),
        ("permitted", ctypes.c_uint32),
        ("inheritable", ctypes.c_uint32),
    ]


def _checked(result: int, what: str) -> int:
    if result < 0:
        number = ctypes.get_errno()
        raise OSError(number, f"{what}: {os.strerror(number)}")
    return result


def syscall(number: int, *arguments: object, name: str) -> int:
    """Make a system call; integers and pointers only.

    Raises:
        OSError: With `name` in the message, if the kernel refuses.
    """
    words = [
        ctypes.c_long(value) if isinstance(value, int) else value for value in arguments
    ]
    return _checked(_libc.syscall(ctypes.c_long(number), *words), name)


def unshare(flags: int) -> None:
    """Leave the namespaces named by `flags` (`CLONE_NEW…`) for new ones."""
    _checked(_libc.unshare(ctypes.c_int(flags)), f"unshare({flags:#x})")


def prctl(option: int, value: int = 0, third: int = 0) -> int:
    """Change an attribute of this process."""
    arguments = [ctypes.c_ulong(word) for word in (value, third, 0, 0)]
    return _checked(_libc.prctl(ctypes.c_int(option), *arguments), f"prctl({option})")


def mount(source: str, target: str, kind: str, flags: int = 0, data: str = "") -> None:
    """Mount a file system, or change the propagation of a mount."""
    _checked(
        _libc.mount(
            source.encode(),
            target.encode(),
            kind.encode(),
            ctypes.c_ulong(flags),
            data.encode(),
        ),
        f"mount {kind or source} on {target}",
    )


def unmount(target: str, flags: int = 0) -> None:
    """Take a mount away."""
    _checked(_libc.umount2(target.encode(), ctypes.c_int(flags)), f"umount {target}")


def pivot_root(new: str, old: str) -> None:
    """Make `new` the root of this mount namespace and put the old one at `old`."""
    number = _PIVOT_ROOT.get(platform.machine())
    if number is None:
        raise OSError(f"pivot_root: no call number known for {platform.machine()}")
    syscall(number, _path(new), _path(old), name=f"pivot_root {new}")


def _path(text: str) -> ctypes.c_char_p:
    """Give a path in the form that a raw system call takes."""
    return ctypes.c_char_p(os.fsencode(text))


def clone_tree(path: str, attributes: int = 0) -> int:
    """Take a detached copy of the mounts at `path`, with `MOUNT_ATTR_…` set on all.

    Returns:
        A descriptor to give to `attach_tree`, valid also when `path` is covered later.
    """
    flags = _OPEN_TREE_CLONE | _OPEN_TREE_CLOEXEC | _AT_RECURSIVE
    descriptor = syscall(
        _OPEN_TREE, _AT_FDCWD, _path(path), flags, name=f"open_tree {path}"
    )
    if attributes:
        record = _MountAttributes(set=attributes)
        syscall(
            _MOUNT_SETATTR,
            descriptor,
            _path(""),
            _AT_EMPTY_PATH | _AT_RECURSIVE,
            ctypes.byref(record),
            ctypes.sizeof(record),
            name=f"mount_setattr {path}",
        )
    return descriptor


def attach_tree(descriptor: int, target: str) -> None:
    """Mount what `clone_tree` returned at `target` and close the descriptor."""
    try:
        syscall(
            _MOVE_MOUNT,
            descriptor,
            _path(""),
            _AT_FDCWD,
            _path(target),
            _MOVE_MOUNT_F_EMPTY_PATH,
            name=f"move_mount {target}",
        )
    finally:
        os.close(descriptor)


def drop_capabilities() -> None:
    """Give up every capability, now and for whatever this process executes."""
    prctl(PR_CAP_AMBIENT, _PR_CAP_AMBIENT_CLEAR_ALL)
    with open("/proc/sys/kernel/cap_last_cap") as file:
        last = int(file.read())
    for capability in range(last + 1):
        try:
            prctl(PR_CAPBSET_DROP, capability)
        except PermissionError:
            break  # not held any more: nothing is left that could be dropped
    header = _CapabilityHeader(version=0x20080522, pid=0)
    data = (_CapabilityData * 2)()
    _checked(_libc.capset(ctypes.byref(header), ctypes.byref(data)), "capset")


def has_capability(number: int) -> bool:
    """Tell whether this process may use the capability with this number."""
    with open("/proc/self/status") as file:
        for line in file:
            if line.startswith("CapEff:"):
                return bool(int(line.split()[1], 16) >> number & 1)
    return False
