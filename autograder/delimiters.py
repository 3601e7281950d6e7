"""The marks around solutions and hidden tests, as the course configures them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from traitlets.config import Config


@dataclass(frozen=True)
class Region:
    """Lines between a begin mark and an end mark.

    Attributes:
        lines: The lines between the marks, without the marks.
        start: Index of the line with the begin mark.
        closed: Whether an end mark was found.
    """

    lines: tuple[str, ...]
    start: int
    closed: bool


@dataclass(frozen=True)
class Marks:
    """A pair of marks; a line that contains one of them is a mark."""

    begin: str
    end: str

    def occur_in(self, source: str) -> bool:
        """Say whether either mark is in the text."""
        return self.begin in source or self.end in source

    def regions(self, source: str) -> list[Region]:
        """Return the marked regions of a cell in order."""
        found: list[Region] = []
        lines: list[str] = []
        start: int | None = None
        for index, line in enumerate(source.split("\n")):
            if self.begin in line:
                start, lines = index, []
            elif self.end in line and start is not None:
                found.append(Region(tuple(lines), start, closed=True))
                start = None
            elif start is not None:
                lines.append(line)
        if start is not None:
            found.append(Region(tuple(lines), start, closed=False))
        return found

    def without_regions(self, source: str) -> str:
        """Return the text without the regions and their marks."""
        kept: list[str] = []
        inside = False
        for line in source.split("\n"):
            if self.begin in line:
                inside = True
            elif self.end in line:
                inside = False
            elif not inside:
                kept.append(line)
        return "\n".join(kept)

    def stray_end(self, source: str) -> bool:
        """Say whether an end mark comes without a begin mark before it."""
        inside = False
        for line in source.split("\n"):
            if self.begin in line:
                inside = True
            elif self.end in line:
                if not inside:
                    return True
                inside = False
        return False


@dataclass(frozen=True)
class Delimiters:
    """All three pairs of marks of a course."""

    solution: Marks
    hidden_tests: Marks
    mark_scheme: Marks

    @classmethod
    def of(cls, config: Config) -> Delimiters:
        """Read the marks from a course's configuration of nbgrader."""
        from nbgrader.preprocessors import (
            ClearHiddenTests,
            ClearMarkScheme,
            ClearSolutions,
        )

        solution = ClearSolutions(config=config)
        hidden = ClearHiddenTests(config=config)
        scheme = ClearMarkScheme(config=config)
        return cls(  # "delimeter" is nbgrader's spelling
            Marks(solution.begin_solution_delimeter, solution.end_solution_delimeter),
            Marks(hidden.begin_test_delimeter, hidden.end_test_delimeter),
            Marks(scheme.begin_mark_scheme_delimeter, scheme.end_mark_scheme_delimeter),
        )
