"""Builds the file system that a `View` describes, in a mount namespace of its own.

Nothing of the machine's tree is reached by a path once this is done: the old root is
unmounted, and what is shown was cloned from it read-only. Everything that can be
written to lies in one memory file system, whose size is the limit of all files
together.
"""

from __future__ import annotations

import contextlib
import errno
import fnmatch
import os
import shutil
import stat
from collections.abc import Iterable

from autograder.kernels import linux
from autograder.kernels.limits import Limits
from autograder.kernels.view import HOME, View

_DEVICES = ("null", "zero", "full", "random", "urandom")
_QUIET = linux.MOUNT_ATTR_NOSUID | linux.MOUNT_ATTR_NODEV
_READ_ONLY = _QUIET | linux.MOUNT_ATTR_RDONLY
_MOUNT_QUIET = linux.MS_NOSUID | linux.MS_NODEV
#: Where the writable file system is put together; invisible in the end.
_WRITABLE = "/.writable"
_FILES = {
    "/etc/passwd": f"learner:x:1000:1000::{HOME}:/bin/sh\n",
    "/etc/group": "learner:x:1000:\n",
    "/etc/hosts": "127.0.0.1 localhost\n",
    "/etc/nsswitch.conf": "passwd: files\ngroup: files\nhosts: files\n",
}
_MOST_FILES = 10_000
_MOST_TERMINALS = 32  # the machine has some thousands, for everyone
_REMOUNT = 32 | 4096  # MS_REMOUNT | MS_BIND


def build(view: View, limits: Limits, owner: int) -> None:
    """Make the view this process's whole file system.

    Args:
        view: What is to be seen.
        limits: `scratch_bytes` is the size of everything that can be written.
        owner: User and group that the learner's files belong to.

    Raises:
        OSError: If a mount is refused, or the folder does not fit.
    """
    linux.mount("", "/", "", linux.MS_REC | linux.MS_PRIVATE)
    plan = _Plan(view.read_only, view.hidden)
    devices = [
        (f"/dev/{name}", linux.clone_tree(f"/dev/{name}", linux.MOUNT_ATTR_NOSUID))
        for name in _DEVICES
    ]
    folder = None
    if view.folder is not None:
        folder = os.open(view.folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    processors = _read_processor_files()

    base = "/tmp" if os.path.isdir("/tmp") else "/"
    linux.mount("tmpfs", base, "tmpfs", _MOUNT_QUIET, "mode=755,size=16m")
    os.chdir(base)
    # First, because the environment may itself lie below a writable place.
    writable = _mount_writable(base, limits, owner, folder, view.skipped)
    plan.attach(base)
    for place in writable:  # only now: what is shown may lie below them
        os.fchown(place, owner, owner)
        os.close(place)
    for target, tree in devices:
        _make_file(base + target)
        linux.attach_tree(tree, base + target)
    for name, text in _FILES.items():
        _make_file(base + name, text)
    for name, target in (
        ("fd", "/proc/self/fd"),
        ("stdin", "/proc/self/fd/0"),
        ("stdout", "/proc/self/fd/1"),
        ("stderr", "/proc/self/fd/2"),
        ("ptmx", "pts/ptmx"),
    ):
        os.symlink(target, f"{base}/dev/{name}")
    # IPython runs a shell command on a terminal; these are this namespace's own.
    os.mkdir(f"{base}/dev/pts")
    options = f"newinstance,ptmxmode=0666,mode=620,max={_MOST_TERMINALS}"
    flags = linux.MS_NOSUID | linux.MS_NOEXEC
    linux.mount("devpts", f"{base}/dev/pts", "devpts", flags, options)
    _mount_proc(base + "/proc", processors)
    linux.pivot_root(".", ".")
    linux.unmount(".", linux.MNT_DETACH)
    os.chdir("/")
    # Last, so that not even an empty folder can be added beside what is shown.
    linux.mount("", "/", "", _REMOUNT | linux.MS_RDONLY | _MOUNT_QUIET)


class _Plan:
    """What is mounted where, cloned before the place where it is mounted is covered.

    A path follows the nearest one above it: below a shown folder all is shown but
    what is hidden, and below a hidden folder nothing but what is shown again.
    """

    def __init__(self, shown: Iterable[str], hidden: Iterable[str]) -> None:
        self._links: dict[str, str] = {}
        #: A shown path's clone, or `None` for a hidden one.
        self._trees: dict[str, int | None] = {}
        folders: dict[str, bool] = dict.fromkeys(map(os.path.realpath, hidden), False)
        for path in shown:
            folders.setdefault(self._resolved(path), True)
        nearest: dict[str, bool] = {}
        for path in sorted(folders):
            if not os.path.exists(path):
                continue
            above = [nearest[up] for up in _parents(path) if up in nearest]
            if folders[path] != (above[-1] if above else False):
                nearest[path] = folders[path]
                tree = linux.clone_tree(path, _READ_ONLY) if folders[path] else None
                self._trees[path] = tree
        self._is_folder = {path: os.path.isdir(path) for path in self._trees}

    def _resolved(self, path: str) -> str:
        """Follow links, and remember those on the way, to be made again."""
        path = os.path.abspath(path)
        for _ in range(40):
            for part in (*_parents(path), path):
                if os.path.islink(part):
                    target = os.readlink(part)
                    self._links[part] = target
                    rest = path[len(part) :]
                    joined = os.path.join(os.path.dirname(part), target) + rest
                    path = os.path.normpath(joined)
                    break
            else:
                return path
        return os.path.realpath(path)

    def attach(self, base: str) -> None:
        """Mount the clones below `base`, and what hides parts of them."""
        covers = []
        for path, tree in self._trees.items():
            if tree is not None:
                if self._is_folder[path]:
                    os.makedirs(base + path, exist_ok=True)
                elif not os.path.exists(base + path):
                    _make_file(base + path)
                linux.attach_tree(tree, base + path)
            elif self._is_folder[path]:
                linux.mount("tmpfs", base + path, "tmpfs", _MOUNT_QUIET, "mode=755")
                covers.append(base + path)
            else:
                linux.attach_tree(linux.clone_tree("/dev/null", _QUIET), base + path)
        for path, target in self._links.items():
            if not os.path.lexists(base + path):
                os.makedirs(os.path.dirname(base + path), exist_ok=True)
                os.symlink(target, base + path)
        for path in covers:
            linux.mount("", path, "", _REMOUNT | linux.MS_RDONLY | _MOUNT_QUIET)


def _parents(path: str) -> list[str]:
    """Give the folders above a path, the outermost first."""
    parts = path.strip("/").split("/")
    return ["/" + "/".join(parts[:count]) for count in range(1, len(parts))]


def _make_file(path: str, text: str = "") -> None:
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w") as file:
        file.write(text)


def _read_processor_files() -> dict[str, str]:
    """Read what libraries ask about the machine, for where `/proc` is refused."""
    found = {}
    for name in ("cpuinfo", "meminfo", "stat", "version"):
        with contextlib.suppress(OSError), open(f"/proc/{name}") as file:
            found[name] = file.read()
    return found


def _mount_proc(path: str, processors: dict[str, str]) -> None:
    """Mount the processes of this namespace; without them, facts of the machine."""
    os.makedirs(path, exist_ok=True)
    flags = _MOUNT_QUIET | linux.MS_NOEXEC | linux.MS_RDONLY
    try:
        linux.mount("proc", path, "proc", flags)
    except PermissionError:
        # A container with a masked /proc does not let one more be mounted.
        for name, text in processors.items():
            _make_file(f"{path}/{name}", text)


def _mount_writable(
    base: str,
    limits: Limits,
    owner: int,
    folder: int | None,
    skipped: tuple[str, ...],
) -> list[int]:
    """Mount the one writable file system at its three places.

    Returns:
        Descriptors of the three, which do not belong to the learner yet.
    """
    whole = base + _WRITABLE
    os.makedirs(whole)
    options = f"mode=755,size={limits.scratch_bytes},nr_inodes=65536"
    linux.mount("tmpfs", whole, "tmpfs", _MOUNT_QUIET, options)
    places = {"home": HOME, "tmp": "/tmp", "shm": "/dev/shm"}
    for name in places:
        os.mkdir(f"{whole}/{name}", 0o755)
    if folder is not None:
        _Copy(owner, skipped, limits.scratch_bytes).folder(folder, f"{whole}/home")
        os.close(folder)
    opened = []
    for name, place in places.items():
        os.makedirs(base + place, exist_ok=True)
        linux.attach_tree(linux.clone_tree(f"{whole}/{name}"), base + place)
        flags = os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC
        opened.append(os.open(base + place, flags))
    linux.unmount(whole, linux.MNT_DETACH)
    os.rmdir(whole)
    return opened


class _Copy:
    """Copies plain files and folders, by descriptor, never following a link."""

    def __init__(self, owner: int, skipped: tuple[str, ...], room: int) -> None:
        self.owner = owner
        self.skipped = skipped
        self.room = room
        self.left = _MOST_FILES

    def folder(self, source: int, target: str, depth: int = 0) -> None:
        with os.scandir(source) as entries:
            for entry in sorted(entries, key=lambda entry: entry.name):
                if any(fnmatch.fnmatch(entry.name, text) for text in self.skipped):
                    continue
                self.left -= 1
                if self.left < 0 or depth > 20:
                    raise OSError(
                        "The folder of the submission holds more than "
                        f"{_MOST_FILES} files, or folders in each other."
                    )
                self._entry(source, entry.name, f"{target}/{entry.name}", depth)

    def _entry(self, source: int, name: str, target: str, depth: int) -> None:
        flags = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
        try:
            kind = os.stat(name, dir_fd=source, follow_symlinks=False).st_mode
            if not (stat.S_ISREG(kind) or stat.S_ISDIR(kind)):
                return
            opened = os.open(name, flags, dir_fd=source)
        except OSError as error:
            if error.errno in (errno.ENOENT, errno.ELOOP):
                return  # gone, or become a link, while this was looking
            raise
        found = os.fstat(opened)
        if stat.S_ISDIR(found.st_mode):
            try:
                os.mkdir(target)
                self.folder(opened, target, depth + 1)
            finally:
                os.close(opened)
        else:
            with open(opened, "rb") as reader:
                if not stat.S_ISREG(found.st_mode):
                    return
                self.room -= found.st_size
                if self.room < 0:
                    raise OSError(
                        "The files of the submission's folder do not fit into the "
                        "learner's folder; raise `scratch_bytes`."
                    )
                with open(target, "wb") as writer:
                    shutil.copyfileobj(reader, writer)
        os.chown(target, self.owner, self.owner)
