"""Text files that a test and the student's code write for each other.

Each process has its own copy of the course's folder. What the student's code has
written comes to the examiner before a test and after each call, as bytes that nothing
is trusted of; what a test writes goes to the student before the next call. A file that
the grader's side had before the test stays as it was, whatever the student's process
says, since it may hold the wanted answer.

Temporary files of a test are in a folder in the examiner's, and the student's process
knows the examiner's folder, by that name, as its own: so it finds them by their full
names. They may be of any kind; what comes back is text only.
"""

from __future__ import annotations

import os
import re
import tempfile
import types
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from autograder.examiner.injected import texts
from autograder.examiner.injected.wire import WireError

_PART = r"[^./\\\0-\x1f][^/\\\0-\x1f]{0,99}"
_NAME = re.compile(rf"(?:{_PART}/){{0,{texts.MOST_DEPTH - 1}}}{_PART}")
_MOST_FILES = 100
#: Names in code that has to do with files.
WORDS = {
    "open",
    "os",
    "io",
    "pathlib",
    "Path",
    "glob",
    "shutil",
    "tempfile",
    "csv",
    "json",
    "read_text",
    "write_text",
    "exists",
    "loadtxt",
    "genfromtxt",
    "savetxt",
    "fromfile",
    "tofile",
}


_FUNCTIONS = (types.FunctionType, types.MethodType)


def names_in(code: types.CodeType, names: Mapping[str, Any]) -> set[str]:
    """Return the names in code and in the functions that it names.

    Args:
        code: A cell, compiled.
        names: What names in it stand for.
    """
    waiting, seen = [code], {code}
    found: set[str] = set()
    while waiting:
        one = waiting.pop()
        found.update(one.co_names)
        values = [names.get(name) for name in one.co_names]
        # Not what a learner's object says of itself.
        functions = [value for value in values if type(value) in _FUNCTIONS]
        parts = [function.__code__ for function in functions]
        for part in (*parts, *one.co_consts):
            if type(part) is types.CodeType and part not in seen:
                seen.add(part)
                waiting.append(part)
    return found


def _is_text(name: str) -> bool:
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True


class Exchange:
    """The examiner's end.

    Args:
        folder: Where the instructor's cells run.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._texts = texts.Texts(str(folder))
        self._students: set[str] = set()
        self._kept: set[str] = set()

    @contextmanager
    def temporary_files(self) -> Iterator[None]:
        """Have `tempfile` make its files where the student's process finds them."""
        if not self._texts.everything_in:
            made = tempfile.mkdtemp(prefix="temporary-", dir=self.folder)
            self._texts.everything_in = os.path.basename(made)
        before = tempfile.tempdir
        tempfile.tempdir = str(self.folder / self._texts.everything_in)
        try:
            yield
        finally:
            tempfile.tempdir = before

    def begin_cell(self) -> None:
        """Keep what is there now; only what the cell writes goes over."""
        self._texts.news()
        self._kept = self._texts.names() - self._students

    def outgoing(self) -> dict[str, bytes | None]:
        """Return what the cell has written since the last time; None for removed."""
        news = self._texts.news()
        self._students.update(name for name in news if name not in self._kept)
        return news

    def take(self, files: Any) -> None:
        """Write what the student's process sent.

        Raises:
            WireError: If that are no text files.
        """
        if type(files) is not dict:
            raise WireError("files that are none")
        for name, content in files.items():
            if type(name) is not str or not _NAME.fullmatch(name) or not _is_text(name):
                raise WireError("a file of no proper name")
            if not name.endswith(texts.SUFFIXES):
                raise WireError("a file of another kind")
            if content is not None and type(content) is not bytes:
                raise WireError("a file without content")
        wanted = {name: one for name, one in files.items() if self._is_students(name)}
        if sum(len(one or b"") for one in wanted.values()) > texts.MOST_TOGETHER:
            raise WireError("files that are too large")
        self._students |= wanted.keys()
        if len(self._students) > _MOST_FILES:
            raise WireError("too many files")
        self._texts.put(wanted)

    def _is_students(self, name: str) -> bool:
        """Say whether a file may be written: it is new here, or was theirs before."""
        if name in self._kept:
            return False
        return name in self._students or not os.path.lexists(self.folder / name)
