"""Rebuild a submission on the course's own notebook.

Learners add cells, split, move and delete them, change test cells by accident, and
tools strip or renumber metadata. So nothing of a submission is taken on trust but
the text of its answers and of its own cells: every cell of the course's notebook is
there afterwards, once, in the course's order, with the course's metadata and, where
it is the course's to say, the course's text. The learner's own cells stay behind the
cell that they stood behind.
"""

from __future__ import annotations

import ast
import difflib
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import count, pairwise
from typing import Any

from autograder.exceptions import ForeignNotebook
from autograder.reading import cell_text
from autograder.results import Flag
from autograder.skeleton import FIXED, Skeleton, SkeletonCell

_SCHEMA_VERSION = 3  # of nbgrader's cell metadata
_SIMILAR = 0.6  # how alike texts must be to count as the same cell
#: Of the comparison of all cells; honest notebooks need a small part of it.
_MOST_STEPS = 250_000_000
_VALID_ID = re.compile(r"[a-zA-Z0-9_-]{1,64}")
_CELL_TYPES = ("code", "markdown", "raw")
_MEDIA_TYPE = re.compile(r"[a-z]+/[a-zA-Z0-9.+-]+")
_BASE64 = re.compile(r"[A-Za-z0-9+/=\s]*")


@dataclass
class _Cell:
    """A cell as it was handed in, reduced to what is used of it."""

    text: str
    cell_type: str
    cell_id: str
    settings: dict[str, Any]
    attachments: dict[str, Any]
    dropped: bool = False  # an untouched copy of a cell that is there already

    @property
    def grade_id(self) -> str:
        value = self.settings.get("grade_id")
        return value if isinstance(value, str) else ""


@dataclass
class Rebuilt:
    """A submission on the course's notebook.

    Attributes:
        notebook: Plain values, valid for nbformat 4 and nbgrader, without outputs.
        flags: What was repaired.
    """

    notebook: dict[str, Any]
    flags: list[Flag] = field(default_factory=list)


def rebuild(submitted: dict[str, Any], skeleton: Skeleton) -> Rebuilt:
    """Rebuild a submitted notebook on the course's.

    Args:
        submitted: What `read_submission` gave.
        skeleton: The course's notebook.

    Returns:
        The notebook to execute and what was repaired in it.

    Raises:
        ForeignNotebook: If no cell of the course's exercises is in it.
    """
    cells, flags = _read_cells(submitted["cells"])
    placed = _place(cells, skeleton, flags)
    managed = set(skeleton.by_grade_id.values())
    if managed and not managed & set(placed.values()):
        raise ForeignNotebook(
            "None of the assignment's exercises are in this notebook: none of its "
            f"{len(cells)} cells could be recognised."
        )
    flags += _metadata_flags(cells, skeleton, placed)
    return Rebuilt(_compose(cells, skeleton, placed, flags), flags)


def _read_cells(values: list[Any]) -> tuple[list[_Cell], list[Flag]]:
    cells: list[_Cell] = []
    broken = bad_attachments = 0
    for value in values:
        if not isinstance(value, dict) or value.get("cell_type") not in _CELL_TYPES:
            broken += 1
            continue
        metadata = value.get("metadata")
        settings = metadata.get("nbgrader") if isinstance(metadata, dict) else None
        cell_id = value.get("id")
        attachments, dropped = _valid_attachments(value.get("attachments"))
        bad_attachments += dropped
        cells.append(
            _Cell(
                text=cell_text(value),
                cell_type=value["cell_type"],
                cell_id=cell_id if isinstance(cell_id, str) else "",
                settings=settings if isinstance(settings, dict) else {},
                attachments=attachments,
            )
        )
    flags: list[Flag] = []
    if broken:
        text = f"Left out {_count(broken, 'broken cell')}."
        flags.append(Flag("broken cells", text))
    if bad_attachments:
        text = f"Left out {_count(bad_attachments, 'broken attachment')}."
        flags.append(Flag("broken attachments", text))
    return cells, flags


def _valid_attachments(value: Any) -> tuple[dict[str, dict[str, str]], int]:
    """Return the attachments of the right form, and how many are of none."""
    if value is None:
        return {}, 0
    if not isinstance(value, dict):
        return {}, 1
    kept = {
        name: bundle
        for name, bundle in value.items()
        if _is_writable(name)
        and isinstance(bundle, dict)
        and all(_is_attachment(kind, data) for kind, data in bundle.items())
    }
    return kept, len(value) - len(kept)


def _is_attachment(kind: str, data: Any) -> bool:
    if not _MEDIA_TYPE.fullmatch(kind) or not _is_writable(data):
        return False
    return not kind.startswith("image/") or bool(_BASE64.fullmatch(data))


def _is_writable(text: Any) -> bool:
    """Say whether a value is text without half characters, which no file can hold."""
    if not isinstance(text, str):
        return False
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


# Which submitted cell is which cell of the course ------------------------------


def _place(cells: list[_Cell], skeleton: Skeleton, flags: list[Flag]) -> dict[int, int]:
    """Map submitted cells to cells of the skeleton, each at most once.

    The grade id decides; without it the cell's own id, then the released text, then
    what the cell defines, then its place between neighbours.
    """
    placed: dict[int, int] = {}
    _place_by_grade_id(cells, skeleton, placed, flags)

    def open_cells() -> list[int]:
        return [
            index
            for index, cell in enumerate(cells)
            if index not in placed and not cell.dropped
        ]

    def open_places() -> list[int]:
        taken = set(placed.values())
        return [place for place in range(len(skeleton.cells)) if place not in taken]

    by_id = {skeleton.cells[p].cell_id: p for p in open_places()}
    by_id.pop("", None)
    for index in open_cells():
        place = by_id.pop(cells[index].cell_id, None)
        if place is not None:
            placed[index] = place

    by_text: dict[tuple[str, str], list[int]] = defaultdict(list)
    for place in open_places():
        cell = skeleton.cells[place]
        by_text[cell.cell_type, cell.released.strip()].append(place)
    for index in open_cells():
        cell = cells[index]
        candidates = by_text.get((cell.cell_type, cell.text.strip()))
        if candidates and cell.text.strip():
            placed[index] = candidates.pop(0)

    _place_by_likeness(cells, skeleton, placed, open_cells(), open_places())
    if any(skeleton.cells[place].grade_id for place in placed.values()):
        _place_by_neighbours(cells, skeleton, placed, open_cells(), open_places())

    lost = [
        skeleton.cells[place].grade_id
        for index, place in placed.items()
        if skeleton.cells[place].grade_id and not cells[index].grade_id
    ]
    if lost:
        flags.append(
            Flag(
                "metadata stripped",
                f"nbgrader's metadata were missing in {_count(len(lost), 'cell')} "
                f"({_listed(lost)}); the cells were recognised by other signs.",
            )
        )
    return placed


def _place_by_grade_id(
    cells: list[_Cell],
    skeleton: Skeleton,
    placed: dict[int, int],
    flags: list[Flag],
) -> None:
    owners: dict[int, list[int]] = defaultdict(list)
    for index, cell in enumerate(cells):
        place = skeleton.by_grade_id.get(cell.grade_id)
        if place is not None:
            owners[place].append(index)
    repeated = []
    for place, indexes in owners.items():
        if len(indexes) > 1:
            repeated.append(skeleton.cells[place].grade_id)
            _join_split_answer(cells, skeleton.cells[place], indexes)
            indexes = [index for index in indexes if not cells[index].dropped]
        chosen = _original(cells, skeleton.cells[place], indexes)
        placed[chosen] = place
        for index in indexes:
            if index != chosen and _is_released(cells[index], skeleton.cells[place]):
                cells[index].dropped = True
    if repeated:
        flags.append(
            Flag(
                "repeated grade ids",
                f"More than one cell had the grade id {_listed(repeated)}; the "
                "original was marked, the others ran as cells of the learner's own.",
            )
        )


def _original(cells: list[_Cell], wanted: SkeletonCell, indexes: list[int]) -> int:
    """Choose between cells with the same grade id."""

    def preference(index: int) -> tuple[bool, bool, int]:
        cell = cells[index]
        untouched = wanted.kind not in FIXED and _is_released(cell, wanted)
        return (untouched, cell.cell_id != wanted.cell_id, index)

    return min(indexes, key=preference)


def _join_split_answer(
    cells: list[_Cell], wanted: SkeletonCell, indexes: list[int]
) -> None:
    """Undo the splitting of an answer that a person marks, for them to see it whole."""
    if wanted.kind != "answer":
        return
    first = indexes[0]
    for previous, index in pairwise(indexes):
        if index == previous + 1 and not cells[index].text.startswith("%%"):
            cells[first].text += f"\n\n{cells[index].text}"
            cells[index].dropped = True
        else:
            first = index


def _is_released(cell: _Cell, wanted: SkeletonCell) -> bool:
    return cell.text.strip() == wanted.released.strip()


def _place_by_likeness(
    cells: list[_Cell],
    skeleton: Skeleton,
    placed: dict[int, int],
    open_cells: list[int],
    open_places: list[int],
) -> None:
    """Recognise changed cells by the names they define or by their wording."""
    found: list[tuple[float, int, int]] = []
    likeness_of, names_of = _Likeness(), cache(_defined_names)
    for place in open_places:
        wanted = skeleton.cells[place]
        if not wanted.grade_id:
            continue
        names = names_of(wanted.released)
        for index in open_cells:
            cell = cells[index]
            if cell.cell_type != wanted.cell_type:
                continue
            if wanted.kind == "solution" and names:
                likeness = float(names <= names_of(cell.text))
            else:
                likeness = likeness_of(cell.text, wanted.released)
            if likeness >= _SIMILAR:
                found.append((-likeness, place, index))
    for _, place, index in sorted(found):
        if index not in placed and place not in placed.values():
            placed[index] = place


class _Likeness:
    """Compares texts word by word, as long as that does not take too long in all."""

    def __init__(self) -> None:
        self._steps_left = _MOST_STEPS
        self._words_of = cache(_words)

    def __call__(self, one: str, other: str) -> float:
        """Return a number from 0, nothing alike, to 1, the same."""
        first, second = self._words_of(one), self._words_of(other)
        number = len(first) + len(second)
        if 2 * min(len(first), len(second)) < _SIMILAR * number:
            return 0.0
        matcher = difflib.SequenceMatcher(None, first, second, autojunk=False)
        if not self._may_take(20 * number) or matcher.quick_ratio() < _SIMILAR:
            return 0.0
        return matcher.ratio() if self._may_take(len(first) * len(second)) else 0.0

    def _may_take(self, steps: int) -> bool:
        if steps > self._steps_left:
            return False
        self._steps_left -= steps
        return True


def _words(text: str) -> list[str]:
    return re.findall(r"\w+|[^\w\s]", text)


def _defined_names(text: str) -> set[str]:
    """Return the functions, classes and variables that a cell defines."""
    try:
        body = ast.parse(text).body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return set(re.findall(r"^(?:def|class) +(\w+)", text, re.MULTILINE))
    names: set[str] = set()
    for statement in body:
        if isinstance(statement, ast.FunctionDef | ast.ClassDef):
            names.add(statement.name)
        elif isinstance(statement, ast.Assign):
            targets = (node for goal in statement.targets for node in ast.walk(goal))
            names.update(node.id for node in targets if isinstance(node, ast.Name))
    return names


def _place_by_neighbours(
    cells: list[_Cell],
    skeleton: Skeleton,
    placed: dict[int, int],
    open_cells: list[int],
    open_places: list[int],
) -> None:
    """Take the one cell that stands where an answer is missing."""
    index_of = {place: index for index, place in placed.items()}
    for place in open_places:
        wanted = skeleton.cells[place]
        if wanted.kind not in ("solution", "answer"):
            continue
        before = [index_of[p] for p in range(place) if p in index_of]
        after = [
            index_of[p] for p in range(place, len(skeleton.cells)) if p in index_of
        ]
        low = before[-1] if before else -1
        high = after[0] if after else len(cells)
        candidates = [
            index
            for index in open_cells
            if low < index < high
            and index not in placed
            and cells[index].cell_type == wanted.cell_type
        ]
        if candidates:
            placed[candidates[0]] = place
            index_of[place] = candidates[0]


# What was changed that must not be ---------------------------------------------


def _metadata_flags(
    cells: list[_Cell], skeleton: Skeleton, placed: dict[int, int]
) -> Iterator[Flag]:
    points: list[str] = []
    roles: list[str] = []
    types: list[str] = []
    versions: set[str] = set()
    for index, place in sorted(placed.items()):
        cell, wanted = cells[index], skeleton.cells[place]
        if not wanted.grade_id or not cell.settings:
            continue
        right = wanted.content["metadata"]["nbgrader"]
        if cell.cell_type != wanted.cell_type:
            types.append(wanted.grade_id)
        if right.get("grade") and not _same_number(cell.settings, right):
            points.append(wanted.grade_id)
        if any(
            bool(cell.settings.get(key)) != bool(right.get(key))
            for key in ("grade", "solution", "task")
        ):
            roles.append(wanted.grade_id)
        version = cell.settings.get("schema_version", 0)
        if version != _SCHEMA_VERSION:
            versions.add(f"{version!s:.40}")

    if points:
        text = f"The points of {_listed(points)} were changed; the course's count."
        yield Flag("points changed", text)
    if roles:
        text = f"The role of {_listed(roles)} was changed in its metadata; restored."
        yield Flag("metadata changed", text)
    if types:
        text = f"The cell type of {_listed(types)} was changed; restored."
        yield Flag("cell type changed", text)
    if versions:
        text = (
            f"nbgrader's metadata were of version {_listed(sorted(versions))} instead "
            f"of {_SCHEMA_VERSION}; the course's were used."
        )
        yield Flag("schema version", text)


def _same_number(settings: dict[str, Any], right: dict[str, Any]) -> bool:
    try:
        return float(settings.get("points", "nan")) == float(right["points"])
    except (TypeError, ValueError, OverflowError):
        return False


# Putting it together ------------------------------------------------------------


def _compose(
    cells: list[_Cell], skeleton: Skeleton, placed: dict[int, int], flags: list[Flag]
) -> dict[str, Any]:
    order = [placed[index] for index in sorted(placed)]
    managed = [place for place in order if skeleton.cells[place].grade_id]
    if managed != sorted(managed):
        flags.append(
            Flag("cells moved", "Cells of the course stood in another order; restored.")
        )

    own: dict[int, list[_Cell]] = defaultdict(list)
    behind = -1
    for index, cell in enumerate(cells):
        if index in placed:
            behind = placed[index]
        elif cell.text.strip() and not cell.dropped:
            own[behind].append(cell)

    index_of = {place: index for index, place in placed.items()}
    used = {cell.cell_id for cell in skeleton.cells}
    result = [_own_cell(cell, used) for cell in own[-1]]
    changed: list[str] = []
    missing: list[str] = []
    for place, wanted in enumerate(skeleton.cells):
        index = index_of.get(place)
        submitted = None if index is None else cells[index]
        if wanted.grade_id and submitted is None:
            missing.append(wanted.grade_id)
        if (
            wanted.kind in FIXED
            and submitted is not None
            and not _same_text(submitted.text, wanted)
        ):
            changed.append(wanted.grade_id)
        result.append(_course_cell(wanted, submitted, used))
        result += [_own_cell(cell, used) for cell in own[place]]

    if missing:
        flags.append(
            Flag(
                "cells deleted",
                f"{_listed(missing)} {'was' if len(missing) == 1 else 'were'} missing; "
                "restored from the course.",
            )
        )
    if changed:
        flags.append(
            Flag(
                "tests changed",
                f"The text of {_listed(changed)} differed from the release; the "
                "course's was used.",
            )
        )
    if skeleton.minor < 5:
        for cell in result:
            cell.pop("id", None)
    return {
        "cells": result,
        "metadata": skeleton.metadata,
        "nbformat": 4,
        "nbformat_minor": skeleton.minor,
    }


def _same_text(text: str, wanted: SkeletonCell) -> bool:
    def trimmed(value: str) -> list[str]:
        return [line.rstrip() for line in value.strip().splitlines()]

    return trimmed(text) in (trimmed(wanted.released), trimmed(wanted.text))


def _course_cell(
    wanted: SkeletonCell, submitted: _Cell | None, used: set[str]
) -> dict[str, Any]:
    if (
        submitted is not None
        and wanted.kind == "ordinary"
        and submitted.cell_type != wanted.cell_type
    ):  # a cell that the learner switched off by making text of it
        return _own_cell(submitted, set()) | {"id": wanted.cell_id}
    cell = dict(wanted.content)
    if not wanted.cell_id:
        cell["id"] = _unused_id(submitted.cell_id if submitted else "", used)
    if submitted is not None and wanted.kind not in FIXED:
        cell["source"] = submitted.text
        if wanted.cell_type == "markdown":
            cell.pop("attachments", None)
            if submitted.attachments:
                cell["attachments"] = submitted.attachments
    if wanted.cell_type == "code":
        cell["outputs"] = []
        cell["execution_count"] = None
    return cell


def _own_cell(submitted: _Cell, used: set[str]) -> dict[str, Any]:
    cell: dict[str, Any] = {
        "cell_type": submitted.cell_type,
        "id": _unused_id(submitted.cell_id, used),
        "metadata": {},
        "source": submitted.text,
    }
    if submitted.cell_type == "code":
        cell["outputs"] = []
        cell["execution_count"] = None
    elif submitted.attachments:
        cell["attachments"] = submitted.attachments
    return cell


def _unused_id(wish: str, used: set[str]) -> str:
    if not _VALID_ID.fullmatch(wish) or wish in used:
        wish = next(name for name in (f"own-{n}" for n in count()) if name not in used)
    used.add(wish)
    return wish


def _listed(names: Iterable[str], limit: int = 4) -> str:
    names = list(names)
    shown = ", ".join(names[:limit])
    rest = len(names) - limit
    return f"{shown} and {rest} more" if rest > 0 else shown


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
