"""The text of hidden tests, and keeping it out of what learners see.

Their text never comes near the learner's process, but their values do: a hidden test
calls the learner's functions with them. Code that kept them could show them later, as
an output of a cell of its own or in what it gives to a test. So of everything that ran
after the first hidden test only the course's own words are told. What ran before it is
shown as it is: a line left out because it is one of a hidden test's would tell whoever
guesses lines which are right.
"""

from __future__ import annotations

import io
import re
import tokenize
from collections.abc import Iterable
from typing import Any

from autograder.delimiters import Delimiters
from autograder.reading import cell_text
from autograder.skeleton import FIXED, kind_of
from autograder.wording import Wording

REDACTED = "[left out: this repeats part of a hidden test]"

#: From Python 3.12 on, the text in an f-string is a token of its own.
_STRING_TOKENS = (tokenize.STRING, getattr(tokenize, "FSTRING_MIDDLE", tokenize.STRING))

#: The key of a cell's metadata that says that it ran after a hidden test.
AFTER_HIDDEN_TESTS = "after_hidden_tests"

#: Shorter lines are found in many cells by chance.
_TELLING_LENGTH = 12


class HiddenTests:
    """What a graded notebook's hidden tests say, and what may be told of them."""

    def __init__(self, cells: Iterable[dict[str, Any]], delimiters: Delimiters) -> None:
        self._marks = (delimiters.hidden_tests, delimiters.mark_scheme)
        cells = list(cells)
        texts = [cell_text(cell) for cell in cells]
        self._first = next(
            (
                place
                for place, cell in enumerate(cells)
                if cell["cell_type"] == "code" and self.in_cell(texts[place])
            ),
            len(cells),
        )
        self._after = {
            place
            for place, cell in enumerate(cells)
            if cell["metadata"].get(AFTER_HIDDEN_TESTS)
        }
        self._wording = Wording(
            text
            for cell, text in zip(cells, texts, strict=True)
            if cell["cell_type"] == "code" and kind_of(cell) in FIXED
        )
        shown = {
            line for text in texts for line in _telling_lines(self.visible_part(text))
        }
        hidden = [text for text in texts if self.in_cell(text)]
        self._code = {
            line for text in hidden for line in _telling_lines(without_strings(text))
        } - shown

    def in_cell(self, source: str) -> bool:
        """Say whether a cell holds a hidden test."""
        return any(marks.occur_in(source) for marks in self._marks)

    def met_at(self, place: int) -> bool:
        """Say whether the learner's process had met a hidden test by this cell."""
        return place > self._first or place in self._after

    def told(self, message: str) -> str:
        """Return what of a message is the course's own wording; empty if nothing."""
        return self._wording.told(message)

    def visible_part(self, source: str) -> str:
        """Return what learners know of a cell."""
        for marks in self._marks:
            source = marks.without_regions(source)
        return source

    def redact_message(self, text: str) -> str:
        """Return a test's message without lines of a hidden test's code.

        Its strings may be there: the message is one of them.
        """
        return _redact(text, self._code)


def _redact(text: str, secrets: set[str]) -> str:
    def tells(part: str) -> bool:
        squeezed = _squeezed(part)
        return any(secret in squeezed for secret in secrets)

    if not tells(text):
        return text
    kept = [REDACTED if tells(line) else line for line in text.split("\n")]
    text = "\n".join(kept)
    return REDACTED if tells(text) else text  # spread over lines


def without_strings(source: str) -> str:
    """Return code with nothing in its strings; the source itself if it is no code."""
    lines = source.split("\n")
    try:
        tokens = list(tokenize.generate_tokens(io.StringIO(source).readline))
    except (tokenize.TokenError, SyntaxError):
        return source
    for token in reversed(tokens):
        if token.type not in _STRING_TOKENS:
            continue
        (first, start), (last, end) = token.start, token.end
        lines[first - 1 : last] = [lines[first - 1][:start] + lines[last - 1][end:]]
    return "\n".join(lines)


def _telling_lines(text: str) -> set[str]:
    lines = (_squeezed(line) for line in text.split("\n"))
    return {line for line in lines if len(line) >= _TELLING_LENGTH}


def _squeezed(text: str) -> str:
    """Return text without spaces, quotes and escapes, which printing can change."""
    return re.sub(r"\\[nrt]|[\s'\"\\]", "", text)
