"""Landlock: a second lock on the file system, the network and signals.

It needs no privilege and holds for the process and all it starts, also if a fault in
the kernel or in this package left a mount open. Rights are asked for as far as the
machine's version of Landlock knows them.
"""

from __future__ import annotations

import ctypes
import os
from collections.abc import Iterable

from autograder.kernels import linux

_EXECUTE, _WRITE_FILE, _READ_FILE, _READ_DIR = 1, 2, 4, 8
_READ = _EXECUTE | _READ_FILE | _READ_DIR
_TRUNCATE = 1 << 14
_IOCTL_DEVICE = 1 << 15
_RULE_PATH_BENEATH = 1
_CREATE_RULESET_VERSION = 1
#: All rights on files by version: 13 at first, then refer, truncate, ioctl.
_FILE_RIGHTS = {1: 13, 2: 14, 3: 15, 4: 15, 5: 16}
#: Rights that make sense on a single file.
_ON_FILE = _EXECUTE | _WRITE_FILE | _READ_FILE | _TRUNCATE | _IOCTL_DEVICE
_NETWORK_VERSION, _SCOPE_VERSION = 4, 6
_TCP = 1 | 2
_ABSTRACT_SOCKETS_AND_SIGNALS = 1 | 2


class _Ruleset(ctypes.Structure):
    _fields_ = [
        ("files", ctypes.c_uint64),
        ("network", ctypes.c_uint64),
        ("scoped", ctypes.c_uint64),
    ]


class _PathBeneath(ctypes.Structure):
    _pack_ = 1
    _fields_ = [("allowed", ctypes.c_uint64), ("parent", ctypes.c_int32)]


def version() -> int:
    """Give the version of Landlock on this machine; 0 if it has none."""
    try:
        return linux.syscall(
            linux.LANDLOCK_CREATE_RULESET,
            None,
            0,
            _CREATE_RULESET_VERSION,
            name="landlock_create_ruleset",
        )
    except OSError:
        return 0


def restrict(readable: Iterable[str], writable: Iterable[str]) -> bool:
    """Keep this process and its children to the given paths, off TCP and off others.

    The process must have given up gaining privileges (`PR_SET_NO_NEW_PRIVS`).

    Args:
        readable: May be read and executed, with all below them.
        writable: May be changed as well.

    Returns:
        Whether the machine has Landlock.

    Raises:
        OSError: If it has and refuses.
    """
    known = version()
    if known == 0:
        return False
    rights = (1 << _FILE_RIGHTS[min(known, max(_FILE_RIGHTS))]) - 1
    ruleset = _Ruleset(files=rights)
    if known >= _NETWORK_VERSION:
        ruleset.network = _TCP
    if known >= _SCOPE_VERSION:
        ruleset.scoped = _ABSTRACT_SOCKETS_AND_SIGNALS
    # Older versions know a shorter record; what is beyond theirs must be zero.
    descriptor = linux.syscall(
        linux.LANDLOCK_CREATE_RULESET,
        ctypes.byref(ruleset),
        ctypes.sizeof(ruleset),
        0,
        name="landlock_create_ruleset",
    )
    try:
        for paths, wanted in ((readable, _READ), (writable, rights)):
            for path in paths:
                _allow(descriptor, path, wanted & rights)
        linux.syscall(
            linux.LANDLOCK_RESTRICT_SELF, descriptor, 0, name="landlock_restrict_self"
        )
    finally:
        os.close(descriptor)
    return True


def _allow(ruleset: int, path: str, rights: int) -> None:
    try:
        parent = os.open(path, os.O_PATH | os.O_CLOEXEC)
    except FileNotFoundError:
        return
    try:
        if not os.path.isdir(path):
            rights &= _ON_FILE
        rule = _PathBeneath(allowed=rights, parent=parent)
        linux.syscall(
            linux.LANDLOCK_ADD_RULE,
            ruleset,
            _RULE_PATH_BENEATH,
            ctypes.byref(rule),
            0,
            name=f"landlock_add_rule {path}",
        )
    finally:
        os.close(parent)
