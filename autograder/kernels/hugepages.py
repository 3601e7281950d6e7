"""Large pages for a process that is forked often.

A fork copies the table of all pages of memory, and its end takes it apart again. With
TensorFlow imported these are tens of thousands of 4 KiB each; in pages of 2 MiB there
are hundreds, and a fork costs about half. A page that a fork writes to is split and
copied in small pieces, as ever.
"""

from __future__ import annotations

import contextlib
import ctypes
import os

_PAGE = 1 << 21
_MADV_COLLAPSE = 25


def use() -> int:
    """Move the memory of this process into large pages, where the machine has them.

    Returns:
        How many bytes were moved; 0 where the machine cannot (before Linux 6.1).
    """
    libc = ctypes.CDLL(None)
    libc.madvise.argtypes = [ctypes.c_void_p, ctypes.c_size_t, ctypes.c_int]
    moved = 0
    for start, end in _private_memory():
        start, end = -(-start // _PAGE) * _PAGE, end // _PAGE * _PAGE
        size = end - start
        if size > 0 and libc.madvise(start, size, _MADV_COLLAPSE) == 0:
            moved += size
    return moved


def _private_memory() -> list[tuple[int, int]]:
    """Ranges of memory that belong to no file and are written to."""
    ranges = []
    with contextlib.suppress(OSError), open(f"/proc/{os.getpid()}/maps") as file:
        for line in file:
            fields = line.split()
            is_private = fields[1] == "rw-p" and fields[4] == "0"
            if is_private and (len(fields) == 5 or fields[5] == "[heap]"):
                start, _, end = fields[0].partition("-")
                ranges.append((int(start, 16), int(end, 16)))
    return ranges
