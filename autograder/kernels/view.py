"""What of the file system a learner's code may see, as plain data.

A `View` is made by the grader and sent to the fork, which builds it
(`autograder.kernels.mounts`).
"""

from __future__ import annotations

import dataclasses
import importlib.util
import os
import site
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

#: The learner's folder, as seen from inside; also the home folder.
HOME = "/home/learner"

#: Parts of the operating system that Python, its libraries and a shell command need.
SYSTEM = (
    "/bin",
    "/lib",
    "/lib32",
    "/lib64",
    "/usr/bin",
    "/usr/lib",
    "/usr/lib32",
    "/usr/lib64",
    "/usr/share/fontconfig",
    "/usr/share/fonts",
    "/usr/share/locale",
    "/usr/share/zoneinfo",
    "/etc/alternatives",
    "/etc/fonts",
    "/etc/ld.so.cache",
    "/etc/localtime",
    "/sys/devices/system/cpu",
)

#: Of an environment's prefix only these are seen; `share`, `etc`, `include` are not.
_PREFIX_PARTS = ("bin", "lib", "lib64", "pyvenv.cfg")


@dataclass(frozen=True)
class View:
    """What is there; everything that is not named here is not.

    Attributes:
        folder: Its files are copied into the learner's folder; `None` for an empty one.
        read_only: Files and folders that appear at their own place, read-only.
        hidden: Files and folders below those that appear empty.
        skipped: File name patterns that are not copied. The notebook in nbgrader's
            `autograded/` holds the hidden tests while it is being graded.
    """

    folder: str | None = None
    read_only: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()
    skipped: tuple[str, ...] = ("*.ipynb", ".*", "*.db")

    def record(self) -> dict[str, Any]:
        """Give the view in the form that JSON can hold."""
        return dataclasses.asdict(self)

    @classmethod
    def from_record(cls, record: dict[str, Any]) -> View:
        """Read what `record` gave."""
        values = {
            name: tuple(value) if isinstance(value, list) else value
            for name, value in record.items()
        }
        return cls(**values)


def python_environment() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Find this interpreter, its packages and the package `course`.

    Where the project is installed in editable form only the folder of `course` is
    shown, not the folder it lies in.

    Returns:
        The paths to show read-only, and the paths below them to hide.
    """
    shown = [
        os.path.join(prefix, part)
        for prefix in (sys.prefix, sys.base_prefix, sys.exec_prefix)
        for part in _PREFIX_PARTS
    ]
    shown += [path for path in _site_folders() if path in sys.path]
    hidden = []
    package = _folder_of("course")
    if package is not None:
        shown.append(str(package))
        hidden.append(str(package / "reference"))
    return _existing([*SYSTEM, *shown]), tuple(hidden)


def _site_folders() -> list[str]:
    folders = list(site.getsitepackages())
    if site.ENABLE_USER_SITE:
        folders.append(site.getusersitepackages())
    return folders


def _folder_of(package: str) -> Path | None:
    try:
        found = importlib.util.find_spec(package)
    except (ImportError, ValueError):
        return None
    if found is None or not found.submodule_search_locations:
        return None
    return Path(next(iter(found.submodule_search_locations)))


def _existing(paths: Iterable[str]) -> tuple[str, ...]:
    """Drop repeated paths and those that are not there; add where links lead."""
    kept: dict[str, None] = {}
    for path in paths:
        if os.path.exists(path):
            kept[os.path.abspath(path)] = None
            kept[os.path.realpath(path)] = None
    return tuple(kept)
