"""One file for learners: the released notebooks and what they need to run.

What goes in is named here; everything else stays out, above all the source, the tests,
the gradebook, what was handed in, and reference implementations.
"""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from autograder.build import build
from autograder.exceptions import BundleError
from autograder.files import regular_files
from autograder.reading import cell_text

if TYPE_CHECKING:
    from autograder.course import Course

#: Files of the course folder that set a learner's environment up, where they exist.
_BESIDE = (
    "LICENSE",
    "Makefile",
    "README.md",
    "START_HERE.ipynb",
    "apt.txt",
    "environment.yml",
    "postBuild",
    "pyproject.toml",
    "requirements.lock",
    "requirements.txt",
    "runtime.txt",
    "tools/check_python.py",
)
#: Folders of a package that are the instructor's.
_PRIVATE_FOLDERS = {"reference", "tests", "__pycache__", ".ipynb_checkpoints"}
_PRIVATE_PACKAGES = {"autograder", "tests", "source"}
_IMPORT = re.compile(r"^\s*(?:from|import)\s+([A-Za-z_][\w.]*)", re.MULTILINE)
#: The same content gives the same file, whenever it is made.
_DATE = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True)
class Bundle:
    """What is in an archive.

    Attributes:
        files: The names of its files, sorted.
        missing: Modules that its notebooks import and that learners do not get, each
            with the notebook's name.
    """

    files: list[str]
    missing: list[str]


def write_bundle(course: Course, path: Path) -> Bundle:
    """Write the learners' archive.

    Args:
        course: The course; `release/` must be what its source makes.
        path: The zip file; an older one is replaced.

    Returns:
        What is in it.

    Raises:
        BundleError: If `release/` is missing or out of date.
        BuildError: If nbgrader refuses the source.
    """
    report = build(course, check=True)
    if report.serious or report.differences:
        found = [
            str(one).partition("\n")[0]
            for one in (*report.findings, *report.differences)
        ][:3]
        raise BundleError(
            "release/ is not what source/ makes, so it is not handed out: "
            f"{'; '.join(found)}. Run `autograder build` first."
        )
    chosen = dict(_chosen(course, report.assignments))
    new = path.with_name(f".{path.name}.new")
    path.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(new, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(chosen):
            entry = zipfile.ZipInfo(name, _DATE)
            executable = chosen[name].stat().st_mode & 0o100
            entry.external_attr = (0o100755 if executable else 0o100644) << 16
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, chosen[name].read_bytes())
    new.replace(path)
    return Bundle(sorted(chosen), list(_missing(course, chosen)))


def _missing(course: Course, chosen: dict[str, Path]) -> Iterator[str]:
    """Yield the private modules that notebooks of the archive import."""
    for name, path in sorted(chosen.items()):
        if path.suffix != ".ipynb":
            continue
        for module in sorted(_imported(path)):
            parts = module.split(".")
            if (course.root / parts[0]).is_dir() and _PRIVATE_FOLDERS & set(parts):
                yield f"{module}, imported by {name}"


def _chosen(course: Course, assignments: list[str]) -> Iterator[tuple[str, Path]]:
    """Yield names in the archive and the files behind them."""
    beside = [course.root / name for name in _BESIDE]
    notebooks = [path for path in beside if path.suffix == ".ipynb" and path.is_file()]
    for assignment in assignments:
        folder = course.release(assignment)
        for path in regular_files(folder):
            if not _PRIVATE_FOLDERS & set(path.relative_to(folder).parts):
                yield f"release/{assignment}/{path.relative_to(folder)}", path
                notebooks += [path] if path.suffix == ".ipynb" else []
    for path in beside:
        if path.is_file() and not path.is_symlink():
            yield str(path.relative_to(course.root)), path
    modules = {name for one in notebooks for name in _imported(one)}
    for package in sorted({name.partition(".")[0] for name in modules}):
        yield from _package(course.root, package)


def _imported(path: Path) -> set[str]:
    """Return the names of all modules that a notebook imports."""
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    texts = [cell_text(cell) for cell in cells if cell["cell_type"] == "code"]
    return {name for text in texts for name in _IMPORT.findall(text)}


def _package(root: Path, name: str) -> Iterator[tuple[str, Path]]:
    """Yield the files of a package or module of the course's own."""
    if name in _PRIVATE_PACKAGES:
        return
    module, folder = root / f"{name}.py", root / name
    if module.is_file():
        yield module.name, module
    if not (folder / "__init__.py").is_file():
        return
    for path in regular_files(folder):
        if not _PRIVATE_FOLDERS & set(path.relative_to(folder).parts):
            yield str(path.relative_to(root)), path
