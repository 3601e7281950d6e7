"""What a notebook of the course must look like, cell by cell."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Literal

from autograder.delimiters import Delimiters
from autograder.reading import cell_text

Kind = Literal[
    "test",  # graded, locked: the course's text always
    "solution",  # the learner's text, marked by tests
    "answer",  # the learner's text, marked by a person
    "task",  # the course's text; the learner answers in cells of their own
    "locked",  # the course's text, not graded
    "ordinary",  # whatever the learner made of it
]

#: Kinds whose text is the course's, whatever the learner handed in.
FIXED: frozenset[Kind] = frozenset({"test", "task", "locked"})


@dataclass(frozen=True)
class SkeletonCell:
    """One cell of the course's notebook.

    Attributes:
        content: The cell as the gradebook knows it: hidden tests in, solutions out.
        kind: What is done with it.
        released: Its text in the learners' notebook.
    """

    content: dict[str, Any]
    kind: Kind
    released: str

    @property
    def grade_id(self) -> str:
        """The cell's grade id; empty for ordinary cells."""
        if self.kind == "ordinary":
            return ""
        return self.content["metadata"]["nbgrader"]["grade_id"]

    @property
    def cell_id(self) -> str:
        """The cell's own id; empty in old notebook formats."""
        return self.content.get("id", "")

    @property
    def cell_type(self) -> str:
        """`code`, `markdown` or `raw`."""
        return self.content["cell_type"]

    @property
    def text(self) -> str:
        """The text that is graded with, for the kinds whose text is the course's."""
        return self.content["source"]


@dataclass(frozen=True)
class Skeleton:
    """The course's notebook, against which submissions are rebuilt.

    Attributes:
        cells: In order.
        metadata: The notebook's metadata, with the kernel.
        minor: Minor version of its notebook format.
    """

    cells: tuple[SkeletonCell, ...]
    metadata: dict[str, Any]
    minor: int

    @classmethod
    def from_notebook(
        cls, notebook: dict[str, Any], delimiters: Delimiters
    ) -> Skeleton:
        """Make a skeleton of a notebook generated with `keep_hidden`."""
        cells = tuple(
            SkeletonCell(content, kind_of(content), _released(content, delimiters))
            for content in map(_with_joined_source, notebook["cells"])
        )
        return cls(cells, notebook["metadata"], notebook["nbformat_minor"])

    @classmethod
    def load(cls, path: Path, delimiters: Delimiters) -> Skeleton:
        """Read a notebook generated with `keep_hidden`."""
        notebook = json.loads(path.read_text(encoding="utf-8"))
        return cls.from_notebook(notebook, delimiters)

    @cached_property
    def by_grade_id(self) -> dict[str, int]:
        """Place of each cell that nbgrader manages."""
        return {
            cell.grade_id: place
            for place, cell in enumerate(self.cells)
            if cell.grade_id
        }

    def graded(self) -> Iterable[SkeletonCell]:
        """Yield the cells that carry points."""
        for cell in self.cells:
            settings = cell.content["metadata"].get("nbgrader", {})
            if settings.get("grade") or settings.get("task"):
                yield cell

    @property
    def max_score(self) -> float:
        """Points to be had in this notebook."""
        return sum(
            float(cell.content["metadata"]["nbgrader"]["points"])
            for cell in self.graded()
        )


def kind_of(content: dict[str, Any]) -> Kind:
    """Say what a cell is, from its nbgrader metadata."""
    settings = content["metadata"].get("nbgrader", {})
    if settings.get("task"):
        return "task"
    if settings.get("solution"):
        return "answer" if settings.get("grade") else "solution"
    if settings.get("grade"):
        return "test"
    return "locked" if settings.get("locked") else "ordinary"


def _with_joined_source(content: dict[str, Any]) -> dict[str, Any]:
    return {**content, "source": cell_text(content)}


def _released(content: dict[str, Any], delimiters: Delimiters) -> str:
    text = delimiters.hidden_tests.without_regions(content["source"])
    return delimiters.mark_scheme.without_regions(text)
