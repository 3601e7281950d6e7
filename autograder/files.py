"""Copying what comes with a notebook, without trusting it."""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from autograder.exceptions import LinkedSubmission
from autograder.results import Flag

if TYPE_CHECKING:
    from autograder.course import Course

_COPY_SUFFIX = re.compile(r"(?:[ _-]+(?:copy\d*|final|\d+)|[ _-]*\(\d+\))+$")


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
    """
    if folder.is_symlink():
        raise LinkedSubmission(
            "The submitted folder is a symbolic link; links are not followed."
        )
    path = folder / f"{name}.ipynb"
    if path.is_symlink() or path.exists():
        return path
    candidates = [
        candidate
        for candidate in regular_files(folder)
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


def regular_files(folder: Path) -> list[Path]:
    """Return all files below a folder that are neither links nor special, sorted."""
    found: list[Path] = []
    for parent, names, files in os.walk(folder):  # does not follow links
        names[:] = [name for name in names if not Path(parent, name).is_symlink()]
        paths = (Path(parent, name) for name in files)
        found += [path for path in paths if path.is_file() and not path.is_symlink()]
    return sorted(found)


def copy_helpers(
    course: Course, assignment: str, student: str, place: Path
) -> list[Flag]:
    """Copy the files that go with the notebooks, as nbgrader's `autograde` does.

    First the student's, then the course's over them, except those that the course
    leaves to students (`Autograde.exclude_overwriting`).

    Args:
        course: The course.
        assignment: The assignment.
        student: Whose submission it is.
        place: The folder to copy to.

    Returns:
        What was left out.
    """
    from nbgrader.converters import Autograde

    submitted = course.submitted(student, assignment)
    flags = _copy_tree(course, submitted, place)
    kept = course.setting(Autograde, "exclude_overwriting").get(assignment, [])
    _copy_tree(course, course.source(assignment), place, skip=set(kept), limited=False)
    return flags


def _copy_tree(
    course: Course,
    folder: Path,
    place: Path,
    skip: set[str] | None = None,
    limited: bool = True,
) -> list[Flag]:
    from nbgrader.utils import is_ignored

    directory = course.directory
    file_limit = directory.max_file_size * 1000 if limited else float("inf")
    left = directory.max_dir_size * 1000 if limited else float("inf")
    ignored = [*directory.ignore, "*.ipynb"]
    omitted: list[str] = []
    for path in regular_files(folder):
        name = path.relative_to(folder)
        steps = [folder.joinpath(*name.parts[: n + 1]) for n in range(len(name.parts))]
        if any(is_ignored(str(step), ignored) for step in steps):
            continue
        if skip and name.as_posix() in skip:
            continue
        size = path.stat().st_size
        if size > file_limit or size > left:
            omitted.append(f"{name} ({size / 1e6:.0f} MB)")
            continue
        left -= size
        target = place / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target, follow_symlinks=False)
    links = _links(folder) if limited else []
    flags: list[Flag] = []
    if omitted:
        text = f"Files too large to copy were left out: {', '.join(omitted[:3])}."
        flags.append(Flag("large files", text))
    if links:
        text = f"Links or special files were left out: {', '.join(links[:3])}."
        flags.append(Flag("links", text))
    return flags


def _links(folder: Path) -> list[str]:
    regular = set(regular_files(folder))
    odd: list[str] = []
    for parent, names, files in os.walk(folder):
        odd += [str(Path(parent, n)) for n in names if Path(parent, n).is_symlink()]
        odd += [str(Path(parent, n)) for n in files if Path(parent, n) not in regular]
    return sorted(os.path.relpath(path, folder) for path in odd)
