"""Generate `release/` from `source/`, or compare the two."""

from __future__ import annotations

import difflib
import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from autograder.delimiters import Delimiters
from autograder.exceptions import BuildError, UnknownAssignment
from autograder.generate import generate_assignment
from autograder.inspection import Finding, inspect_release, inspect_source, joined

if TYPE_CHECKING:
    from autograder.course import Course

#: Metadata that differs from one machine or one run to the next.
_VOLATILE_NOTEBOOK = ("widgets", "celltoolbar", "signature", "vscode", "toc-showtags")
_VOLATILE_CELL = ("execution", "ExecuteTime", "collapsed", "scrolled", "outputId")
_VOLATILE_LANGUAGE = ("version",)


@dataclass(frozen=True)
class Difference:
    """One way in which `release/` is not what `source/` makes.

    Attributes:
        kind: `missing`, `extra` or `differs`.
        path: The file, as seen from the release folder.
        details: What differs, a line each; empty for whole files.
    """

    kind: str
    path: str
    details: tuple[str, ...] = ()

    def __str__(self) -> str:
        """Show the difference on one line and its details below."""
        lines = [f"{self.kind}: {self.path}"]
        return "\n".join(lines + [f"    {line}" for line in self.details])


@dataclass
class BuildReport:
    """What `build` did or found.

    Attributes:
        assignments: The assignments that were built, sorted.
        findings: Mistakes in the source, serious ones first.
        differences: Only after a comparison.
        written: Whether `release/` was written.
    """

    assignments: list[str]
    findings: list[Finding] = field(default_factory=list)
    differences: list[Difference] = field(default_factory=list)
    written: bool = False

    @property
    def serious(self) -> list[Finding]:
        """The findings that forbid a release."""
        return [finding for finding in self.findings if finding.serious]


def build(
    course: Course, assignments: Sequence[str] = (), *, check: bool = False
) -> BuildReport:
    """Generate the learners' notebooks from the instructor's.

    nbgrader's generator does the work in a scratch folder with a gradebook of its
    own; the course's gradebook is not touched. The result is the same, byte for
    byte, whenever the source is. The release is written whole or not at all, and
    not when a serious mistake is found.

    Args:
        course: The course.
        assignments: Names; all by default.
        check: Compare with `release/` and write nothing.

    Returns:
        What was found and done.

    Raises:
        UnknownAssignment: If a name is not in the source folder.
        BuildError: If nbgrader refuses the source.
    """
    known = course.assignments()
    if not known:
        raise UnknownAssignment(
            f"{course.source('.')} holds no assignment: a folder with at least one "
            "notebook in it."
        )
    for assignment in assignments:
        course.notebooks(assignment)
    chosen = sorted(set(assignments)) or known
    delimiters = Delimiters.of(course.config)
    report = BuildReport(chosen)

    for assignment in chosen:
        for name in course.notebooks(assignment):
            path = course.source(assignment) / f"{name}.ipynb"
            report.findings += inspect_source(path, delimiters)
    if report.serious:
        return _sorted(report)

    with tempfile.TemporaryDirectory(prefix="autograder-build-") as scratch:
        built = {
            assignment: _generate(course, assignment, Path(scratch))
            for assignment in chosen
        }
        for assignment, folder in built.items():
            for name in course.notebooks(assignment):
                source = _read(course.source(assignment) / f"{name}.ipynb")
                release = _read(folder / f"{name}.ipynb")
                report.findings += inspect_release(source, release, name, delimiters)
                report.findings += _hidden_dependencies(name, source)
        if report.serious:
            return _sorted(report)
        if check:
            for assignment, folder in built.items():
                report.differences += compare(folder, course.release(assignment))
            if not assignments:
                report.differences += _without_source(course, known)
        else:
            _replace_all(
                {course.release(assignment): built[assignment] for assignment in built}
            )
            report.written = True
    return _sorted(report)


def _sorted(report: BuildReport) -> BuildReport:
    report.findings.sort(key=lambda finding: not finding.serious)
    return report


def _generate(course: Course, assignment: str, scratch: Path) -> Path:
    own = scratch / hashlib.sha256(assignment.encode()).hexdigest()[:16]
    own.mkdir()
    folder = generate_assignment(course, assignment, own)
    for path in folder.glob("*.ipynb"):
        normalise_file(path)
    return folder


def _hidden_dependencies(name: str, source: dict[str, Any]) -> list[Finding]:
    """Say where tests may fail at grading because they run in a process of their own.

    A notebook in another language is graded in one process.
    """
    from nbformat.v4 import reads_json

    from autograder.examiner import find_hidden_dependencies

    language = source["metadata"].get("kernelspec", {}).get("language", "python")
    if language.lower() != "python":
        return []
    texts = find_hidden_dependencies(reads_json(json.dumps(source)))
    return [Finding(name, "", text, serious=False) for text in texts]


def _read(path: Path) -> dict[str, Any]:
    return json.loads(path.read_text(encoding="utf-8"))


def normalise_file(path: Path) -> None:
    """Rewrite a generated notebook so that it depends on its source alone."""
    import nbformat

    notebook = nbformat.from_dict(normalise(_read(path)))
    text = nbformat.writes(notebook, version=nbformat.NO_CONVERT)
    path.write_text(text.rstrip("\n") + "\n", encoding="utf-8", newline="\n")


def normalise(notebook: dict[str, Any]) -> dict[str, Any]:
    """Take out of a notebook what differs between machines and runs.

    Outputs, execution counts, times, versions and widget state go.
    """
    metadata = notebook["metadata"]
    for key in _VOLATILE_NOTEBOOK:
        metadata.pop(key, None)
    for key in _VOLATILE_LANGUAGE:
        metadata.get("language_info", {}).pop(key, None)

    for cell in notebook["cells"]:
        for key in _VOLATILE_CELL:
            cell["metadata"].pop(key, None)
        if cell["cell_type"] == "code":
            cell["outputs"] = []
            cell["execution_count"] = None
    return notebook


def compare(built: Path, release: Path) -> list[Difference]:
    """List how a release folder differs from a freshly built one.

    Args:
        built: What the source makes.
        release: What is there.
    """
    wanted, there = _files(built), _files(release)
    prefix = release.name
    differences = [
        Difference("missing", f"{prefix}/{name}") for name in sorted(wanted - there)
    ]
    differences += [
        Difference("extra", f"{prefix}/{name}") for name in sorted(there - wanted)
    ]
    for name in sorted(wanted & there):
        new, old = (built / name).read_bytes(), (release / name).read_bytes()
        if new == old:
            continue
        details = _notebook_details(new, old) if name.endswith(".ipynb") else ()
        differences.append(Difference("differs", f"{prefix}/{name}", tuple(details)))
    return differences


def _files(folder: Path) -> set[str]:
    return {
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_file() and ".ipynb_checkpoints" not in path.parts
    }


def _notebook_details(new: bytes, old: bytes) -> list[str]:
    try:
        release = json.loads(old)
        release_cells = [_described(cell) for cell in release["cells"]]
    except (ValueError, KeyError, TypeError, AttributeError):
        return ["the released file is not a notebook"]
    built = json.loads(new)
    built_cells = [_described(cell) for cell in built["cells"]]

    details: list[str] = []
    matcher = difflib.SequenceMatcher(
        None,
        [label + text for label, text, _ in built_cells],
        [label + text for label, text, _ in release_cells],
        autojunk=False,
    )
    for action, b1, b2, r1, r2 in matcher.get_opcodes():
        if action == "equal":
            pairs = zip(built_cells[b1:b2], release_cells[r1:r2], strict=True)
            details += [
                f"cell {label}: metadata, outputs or id differ"
                for (label, _, made), (_, _, found) in pairs
                if made != found
            ]
            continue
        unmatched = {label: text for label, text, _ in release_cells[r1:r2]}
        for label, text, _ in built_cells[b1:b2]:
            if label in unmatched:
                change = _first_change(text, unmatched.pop(label))
                details.append(f"cell {label}: the text differs{change}")
            else:
                details.append(f"cell {label}: only in what the source makes")
        details += [f"cell {label}: only in the release" for label in unmatched]
    if built.get("metadata") != release.get("metadata"):
        details.append("the notebook's metadata differ")
    return details or ["only the file's formatting differs"]


def _described(cell: dict[str, Any]) -> tuple[str, str, Any]:
    settings = cell.get("metadata", {}).get("nbgrader", {})
    text = joined(cell["source"])
    start = text.strip().split("\n")[0][:40]
    label = settings.get("grade_id") or f"{cell.get('id', '')} {start!r}".strip()
    rest = {key: value for key, value in cell.items() if key != "source"}
    return label, text, rest


def _first_change(built: str, released: str) -> str:
    lines = difflib.ndiff(built.split("\n"), released.split("\n"))
    changes = [line for line in lines if line[:2] in ("- ", "+ ")]
    if not changes:
        return ""
    kind = "source makes" if changes[0].startswith("-") else "release has"
    return f"; the {kind} {changes[0][2:].strip()!r}"


def _without_source(course: Course, known: Sequence[str]) -> list[Difference]:
    parent = course.release(".")
    folders = [path for path in parent.glob("*") if path.is_dir()]
    return [
        Difference(
            "extra",
            path.name,
            ("there is no source for this assignment: delete the folder",),
        )
        for path in sorted(folders)
        if path.name not in known and not path.name.startswith(".")
    ]


def _replace_all(folders: dict[Path, Path]) -> None:
    """Put every built folder in its place, or leave everything as it was."""
    prepared: list[tuple[Path, Path, Path]] = []
    swapped: list[tuple[Path, Path]] = []
    try:
        for place, built in folders.items():
            place.parent.mkdir(parents=True, exist_ok=True)
            new = place.with_name(f".{place.name}.new")
            old = place.with_name(f".{place.name}.old")
            for leftover in (new, old):
                shutil.rmtree(leftover, ignore_errors=True)
            shutil.copytree(built, new)
            prepared.append((place, new, old))
        for place, new, old in prepared:
            if place.exists():
                os.replace(place, old)
            swapped.append((place, old))
            os.replace(new, place)
    except OSError as error:
        for place, old in reversed(swapped):
            if old.exists():
                shutil.rmtree(place, ignore_errors=True)
                os.replace(old, place)
            else:
                shutil.rmtree(place, ignore_errors=True)
        raise BuildError(
            f"The release cannot be written ({error}); it was left as it was."
        ) from error
    finally:
        for _, new, old in prepared:
            shutil.rmtree(new, ignore_errors=True)
            shutil.rmtree(old, ignore_errors=True)
