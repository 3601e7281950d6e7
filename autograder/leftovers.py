"""Temporary folders of a run, remembered so that the next one can remove them.

A run that is killed cannot tidy up. Its folders are listed in the file that locks the
course; who gets the lock next removes them.
"""

from __future__ import annotations

import contextlib
import os
import secrets
import shutil
import tempfile
from multiprocessing import util
from pathlib import Path
from typing import TextIO

_PREFIX = "autograder-"
#: Beginnings of the names of folders that a run makes: its own, multiprocessing's for
#: the processes that it starts, and the zygote's.
_PREFIXES = (_PREFIX, "pymp-", "zygote-")


class Leftovers:
    """The temporary folders of one run, and what an earlier run left behind.

    Attributes:
        scratch: A folder for this run.
    """

    def __init__(self, lock: TextIO) -> None:
        """Remove what the file lists, and make a folder for this run.

        Args:
            lock: The course's lock, held by this process and open for reading and
                writing.
        """
        self._lock = lock
        lock.seek(0)
        for line in lock.read().splitlines():
            _remove(Path(line))
        self._listed: list[str] = []
        self.scratch = Path(tempfile.gettempdir(), _PREFIX + secrets.token_urlsafe(6))
        self.note(self.scratch)  # before it is there: this process may be killed
        self.scratch.mkdir(mode=0o700)
        # Made now, because it goes by itself only when the process ends well.
        self.note(Path(util.get_temp_dir()))

    def note(self, folder: Path) -> None:
        """List a folder that is to go if this process is killed."""
        if str(folder) not in self._listed:
            self._listed.append(str(folder))
            self._write()

    def close(self) -> None:
        """Remove this run's folder; the others go with the processes they belong to."""
        shutil.rmtree(self.scratch, ignore_errors=True)
        self._listed.clear()
        self._write()

    def _write(self) -> None:
        self._lock.seek(0)
        self._lock.truncate()
        self._lock.write("\n".join(self._listed))
        self._lock.flush()


def _remove(folder: Path) -> None:
    """Remove a folder of an earlier run's, and nothing else that may stand there."""
    with contextlib.suppress(OSError):
        is_ours = folder.lstat().st_uid == os.geteuid()
        if folder.name.startswith(_PREFIXES) and is_ours and not folder.is_symlink():
            shutil.rmtree(folder, ignore_errors=True)
