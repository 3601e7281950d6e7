"""Small files in a folder, which one process writes for another.

The agent uses this module in the student's kernel, and `exchange` in the examiner.
"""

import contextlib
import os
import time
import zlib
from typing import Any

#: Nothing that is imported, or run when it is read.
SUFFIXES = (".txt", ".csv", ".tsv", ".json", ".md", ".log")
MOST_BYTES = 1_000_000
#: Bytes of all files that cross at once.
MOST_TOGETHER = 4_000_000
#: In a folder with more entries, or deeper ones, none is looked for.
MOST_ENTRIES = 500
MOST_DEPTH = 3
#: A file may be written twice within the clock's step.
_RECENT_SECONDS = 0.1


class Texts:
    """Notices which files, of text above all, come, change and go.

    Args:
        folder: Where they are.

    Attributes:
        everything_in: Name of a folder in it of which files of all kinds are noticed.
    """

    def __init__(self, folder: str) -> None:
        self.everything_in = ""
        self.folder = folder
        #: Size, checksum and time of each file, by its name.
        self._seen: dict[str, tuple[int, int, int]] = {}
        self._seen = self._look()

    def names(self) -> set[str]:
        """Return the names of the files that were there at the last look."""
        return set(self._seen)

    def changed(self) -> bool:
        """Say whether there is news."""
        return self._look() != self._seen

    def news(self) -> dict[str, bytes | None]:
        """Return the content of each file that is new or other than before.

        Returns:
            Bytes by name, None for a file that is gone.
        """
        before, self._seen = self._seen, self._look()
        found: dict[str, bytes | None] = {
            name: None for name in before if name not in self._seen
        }
        left = MOST_TOGETHER
        for name, seen in self._seen.items():
            if seen != before.get(name) and seen[0] <= left:
                content = self._read(name)
                if content is not None:
                    found[name] = content
                    left -= len(content)
        return found

    def put(self, files: dict[str, bytes | None]) -> None:
        """Write and remove files; that is no news then."""
        for name, content in files.items():
            path = os.path.join(self.folder, name)
            with contextlib.suppress(OSError):
                if content is None:
                    os.unlink(path)
                    continue
                os.makedirs(os.path.dirname(path), exist_ok=True)
                with open(path, "wb") as file:
                    file.write(content)
        self._seen = self._look()

    def _look(self) -> dict[str, tuple[int, int, int]]:
        found: dict[str, tuple[int, int, int]] = {}
        waiting, entries = [("", 1)], 0
        limit = time.time() - _RECENT_SECONDS
        while waiting:
            parent, depth = waiting.pop()
            with contextlib.suppress(OSError), self._scan(parent) as listing:
                for entry in listing:
                    entries += 1
                    if entries > MOST_ENTRIES:
                        return self._seen
                    if entry.name.startswith("."):
                        continue
                    name = f"{parent}{entry.name}"
                    if entry.is_dir(follow_symlinks=False):
                        if depth < MOST_DEPTH:
                            waiting.append((f"{name}/", depth + 1))
                    elif self._is_of_interest(name):
                        status = entry.stat(follow_symlinks=False)
                        seen = self._checked(name, entry, status, limit)
                        if seen is not None:
                            found[name] = seen
        return found

    def _is_of_interest(self, name: str) -> bool:
        folder = self.everything_in
        return name.endswith(SUFFIXES) or bool(folder and name.startswith(folder + "/"))

    def _scan(self, parent: str) -> Any:
        return os.scandir(os.path.join(self.folder, parent))

    def _checked(
        self, name: str, entry: os.DirEntry[str], status: os.stat_result, limit: float
    ) -> tuple[int, int, int] | None:
        if not entry.is_file(follow_symlinks=False) or status.st_size > MOST_BYTES:
            return None
        seen = self._seen.get(name)
        size, written = status.st_size, status.st_mtime_ns
        if seen and seen[0] == size and seen[2] == written and status.st_mtime < limit:
            return seen
        content = self._read(name)
        if content is None:
            return None
        return size, zlib.crc32(content), written

    def _read(self, name: str) -> bytes | None:
        with contextlib.suppress(OSError):
            path = os.path.join(self.folder, name)
            flags = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK
            with open(os.open(path, flags), "rb") as file:
                content = file.read(MOST_BYTES + 1)
                return content if len(content) <= MOST_BYTES else None
        return None
