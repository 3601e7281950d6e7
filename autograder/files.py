"""Copying what comes with a notebook, without trusting it."""

from __future__ import annotations

import errno
import os
import re
import shutil
from collections import deque
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from pathlib import Path
from typing import TYPE_CHECKING

from autograder.exceptions import LinkedSubmission, UnreadableSubmission
from autograder.results import Flag

if TYPE_CHECKING:
    from autograder.course import Course

_COPY_SUFFIX = re.compile(r"(?:[ _-]+(?:copy\d*|final|\d+)|[ _-]*\(\d+\))+$")

#: Of a submission with more files than this none is copied.
MAX_FILES = 2_000
#: Files and folders that are looked at, and how deep; far beyond honest submissions.
_MAX_ENTRIES = 20_000
_MAX_DEPTH = 16


@dataclass
class Contents:
    """What a folder holds, at any depth.

    Attributes:
        files: Those that are neither links nor special, sorted.
        odd: Names of links and special files, relative to the folder.
        closed: Names of what cannot be looked into; "." for the folder itself.
        complete: Whether all was looked at.
    """

    files: list[Path] = field(default_factory=list)
    odd: list[str] = field(default_factory=list)
    closed: list[str] = field(default_factory=list)
    complete: bool = True


def contents(folder: Path, limited: bool = True) -> Contents:
    """Look through a folder, whatever is in it. Links are not followed.

    Args:
        folder: The folder.
        limited: Whether to stop where only a hostile one would go on.
    """
    found = Contents()
    waiting = deque([(folder, 1)])
    entries = 0
    while waiting:  # level by level: what lies near the top is found in any case
        parent, depth = waiting.popleft()
        try:
            with os.scandir(parent) as listing:
                for entry in listing:
                    entries += 1
                    if limited and entries > _MAX_ENTRIES:
                        found.complete = False
                        break
                    path = parent / entry.name
                    name = str(path.relative_to(folder))
                    if entry.is_dir(follow_symlinks=False):
                        if limited and depth > _MAX_DEPTH:
                            found.closed.append(name)
                        else:
                            waiting.append((path, depth + 1))
                    elif entry.is_file(follow_symlinks=False):
                        found.files.append(path)
                    else:
                        found.odd.append(name)
        except OSError:
            found.closed.append(str(parent.relative_to(folder)))
        if not found.complete:
            break
    for names in (found.files, found.odd, found.closed):
        names.sort()
    return found


def regular_files(folder: Path) -> list[Path]:
    """Return all files below a folder that are neither links nor special, sorted."""
    return contents(folder, limited=False).files


def submitted_notebook(
    folder: Path, name: str, others: set[str], flags: list[Flag]
) -> Path | None:
    """Find the file of a notebook in a submission.

    A file in a folder of its own, or under a name that browsers and JupyterLab give
    to copies, is taken when there is no doubt.

    Args:
        folder: What the student handed in for the assignment.
        name: The notebook's name, without `.ipynb`.
        others: Names of the assignment's other notebooks.
        flags: Is told when the file stood elsewhere.

    Returns:
        The file, or None if there is none.

    Raises:
        LinkedSubmission: If the folder is a link.
        UnreadableSubmission: If it cannot be looked into.
    """
    if folder.is_symlink():
        raise LinkedSubmission(
            "The submitted folder is a symbolic link; links are not followed."
        )
    path = folder / f"{name}.ipynb"
    try:
        path.lstat()
    except FileNotFoundError:
        pass
    except OSError as error:
        raise UnreadableSubmission(
            f"The submitted folder cannot be looked into ({error.strerror})."
        ) from None
    else:
        return path
    found_there = contents(folder)
    if "." in found_there.closed:
        raise UnreadableSubmission("The submitted folder cannot be looked into.")
    candidates = [
        candidate
        for candidate in found_there.files
        if candidate.suffix == ".ipynb" and ".ipynb_checkpoints" not in candidate.parts
    ]
    for alike in (_same_name, _copy_of):
        found = [
            candidate
            for candidate in candidates
            if candidate.stem not in others and alike(candidate.stem, name)
        ]
        if len(found) == 1:
            place = found[0].relative_to(folder).as_posix()
            flags.append(Flag("renamed", f"{name}.ipynb was handed in as {place}."))
            return found[0]
    return None


def _same_name(stem: str, name: str) -> bool:
    return stem == name


def _copy_of(stem: str, name: str) -> bool:
    def plain(text: str) -> str:
        return re.sub(r"[ _-]+", "-", text.lower())

    return plain(_COPY_SUFFIX.sub("", stem.lower())) == plain(name)


def copy_helpers(
    course: Course, assignment: str, student: str, place: Path
) -> list[Flag]:
    """Copy the files that go with the notebooks, as nbgrader's `autograde` does.

    Of the student's, those that the course has no file of its own for; then the
    course's, except those that it leaves to students
    (`Autograde.exclude_overwriting`).

    Args:
        course: The course.
        assignment: The assignment.
        student: Whose submission it is.
        place: The folder to copy to.

    Returns:
        What was left out.
    """
    from nbgrader.converters import Autograde

    source = course.source(assignment)
    left_to_students = course.setting(Autograde, "exclude_overwriting")
    kept = set(left_to_students.get(assignment, []))
    own = {
        name: path
        for name, path in _helpers(course, source, regular_files(source))
        if name.as_posix() not in kept
    }
    flags = _copy_submitted(course, course.submitted(student, assignment), place, own)
    for name, path in own.items():
        target = place / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target)
    return flags


def _helpers(
    course: Course, folder: Path, files: Iterable[Path]
) -> Iterator[tuple[Path, Path]]:
    """Yield the files that go along, by their names relative to the folder."""
    ignored = [*course.directory.ignore, "*.ipynb"]
    for path in files:
        name = path.relative_to(folder)
        if not any(_is_ignored(step, ignored) for step in name.parts):
            yield name, path


def _is_ignored(name: str, patterns: Sequence[str]) -> bool:
    """Say what nbgrader's function of this name does, which lists folders for it."""
    return any(
        fnmatchcase(name, pattern)
        and (pattern.startswith(".") or not name.startswith("."))
        for pattern in patterns
    )


def _copy_submitted(
    course: Course, folder: Path, place: Path, own: Collection[Path]
) -> list[Flag]:
    """Copy a student's files.

    Args:
        course: The course.
        folder: What was handed in.
        place: The folder to copy to.
        own: Names of the course's files, which are to come there too.
    """
    if folder.is_symlink():
        return []  # then the submission fails
    found = contents(folder)
    files = dict(_helpers(course, folder, found.files))
    left_out: dict[str, list[str]] = {"links": found.odd, "unreadable": found.closed}
    if len(files) > MAX_FILES or not found.complete:
        left_out["many"] = [f"more than {MAX_FILES}"]
        files = {}
    file_limit = course.directory.max_file_size * 1000
    left = course.directory.max_dir_size * 1000
    folders = {parent for name in own for parent in name.parents}
    for name, path in files.items():
        if name in own:
            continue
        if name in folders or any(parent in own for parent in name.parents):
            left_out.setdefault("in the way", []).append(str(name))
            continue
        try:
            size = path.stat().st_size
        except OSError:
            left_out["unreadable"].append(str(name))
            continue
        if size > file_limit or size > left:
            large = f"{name} ({size / 1e6:.0f} MB)"
            left_out.setdefault("large", []).append(large)
        elif _copy(path, place / name):
            left -= size
        else:
            left_out["unreadable"].append(str(name))
    return [
        Flag(code, f"{text}: {', '.join(sorted(left_out[kind])[:3])}.")
        for kind, (code, text) in _LEFT_OUT.items()
        if left_out.get(kind)
    ]


_LEFT_OUT = {
    "large": ("large files", "Files too large to copy were left out"),
    "many": ("many files", "All files but the notebooks were left out, there being"),
    "links": ("links", "Links or special files were left out"),
    "unreadable": (
        "unreadable files",
        "Files or folders that cannot be read or have too long a path were left out",
    ),
    "in the way": (
        "files in the way",
        "Files that stand where the course has a file or folder were left out",
    ),
}


def _copy(path: Path, target: Path) -> bool:
    """Copy a student's file; False if it cannot be read or its path gets too long."""
    try:
        source = path.open("rb")
    except OSError:
        return False
    with source:
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            copy = target.open("wb")
        except OSError as error:
            if error.errno == errno.ENAMETOOLONG:
                return False
            raise  # not the student's fault
        with copy:
            shutil.copyfileobj(source, copy, 1_000_000)
    return True
