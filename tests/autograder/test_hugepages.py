"""Memory moves into large pages, and stays what it was."""

import mmap
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from autograder.kernels import hugepages

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="Linux only")

MIB = 1 << 20
CODE = """
import ctypes, mmap, os
from autograder.kernels import hugepages
block = mmap.mmap(-1, 32 << 20, mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS)
block.write(os.urandom(1 << 20) * 32)
before = bytes(block)
moved = hugepages.use()
again = hugepages.use()
huge = sum(
    int(line.split()[1]) for line in open("/proc/self/smaps")
    if line.startswith("AnonHugePages:")
)
if os.fork() == 0:
    block[0:1] = b"x" if before[:1] != b"x" else b"y"
    os._exit(block[1:] != before[1:])
_, status = os.wait()
print(moved, again, huge * 1024, bytes(block) == before, status)
"""


def linux_version() -> tuple[int, int]:
    major, minor = re.match(r"(\d+)\.(\d+)", os.uname().release).groups()
    return int(major), int(minor)


def test_memory_is_moved_once_and_keeps_what_it_holds():
    done = subprocess.run(
        [sys.executable, "-c", CODE],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(hugepages.__file__).parents[2],
    )
    moved, again, huge, is_same, status = done.stdout.split()
    assert (is_same, status) == ("True", "0")
    if linux_version() < (6, 1) or int(moved) == 0:
        pytest.skip(f"no large pages to be had here: Linux {os.uname().release}")
    assert int(moved) >= 30 * MIB
    assert int(huge) >= 30 * MIB
    assert int(again) >= int(moved) - 4 * MIB  # still there, and cheap to ask


def test_only_memory_of_this_process_alone_is_touched():
    with mmap.mmap(-1, 4 * MIB) as shared:  # of all forks
        shared[:] = bytes(4 * MIB)
        ranges = hugepages._private_memory()
    assert ranges
    assert all(start < end for start, end in ranges)
    with open("/proc/self/maps") as file:
        kinds = {line.split()[0]: line.split()[1:] for line in file}
    for start, end in ranges:
        fields = kinds.get(f"{start:x}-{end:x}")
        if fields is not None:
            assert fields[0] == "rw-p"
            assert len(fields) == 4 or fields[4] == "[heap]"
