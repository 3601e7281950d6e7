"""Read the answer bank: a folder for each notebook, a file for each exercise.

In a file each answer opens with a line `# %% right: its style` or
`# %% wrong: its slip`. A wrong answer's next lines say what the learner must read:
`# says: words of the message`. The rest is the text of the solution cell.

An answer that differs from an earlier one of its file in a few lines shows just these:

    # %% wrong: learning rate far too high
    # says: learns next to nothing
    # like: the solution
    # -     model.compile(keras.optimizers.Adam(0.01))
    # +     model.compile(keras.optimizers.Adam(3.0))

Lines with `-` stand in the earlier answer, one after the other, and lines with `+` in
their place; several such changes follow each other in the order of the answer.
"""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent
ROOT = FOLDER.parent.parent

_OPENING = re.compile(r"^# %% (right|wrong): (.+)$", re.MULTILINE)
_SAYS = re.compile(r"^# says: (.+)\n", re.MULTILINE)
_LIKE = re.compile(r"# like: (.+)\n")


@dataclass(frozen=True)
class Answer:
    """One answer to one exercise."""

    assignment: str
    notebook: str
    exercise: str
    is_right: bool
    name: str
    source: str
    says: tuple[str, ...] = ()

    def __str__(self) -> str:
        kind = "right" if self.is_right else "wrong"
        return f"{self.notebook}/{self.exercise}: {kind}, {self.name}"


def read_answers(path: Path) -> list[Answer]:
    """Read the answers to one exercise from `<assignment>/<notebook>/<exercise>.py`.

    Raises:
        ValueError: If the file holds no answer, a wrong answer does not say what the
            learner must read, or one is like no other answer.
    """
    text = path.read_text()
    openings = list(_OPENING.finditer(text))
    if not openings:
        raise ValueError(f"{path} holds no answer: a line `# %% right: …` opens one.")
    answers: list[Answer] = []
    ends = [opening.start() for opening in openings[1:]] + [len(text)]
    for opening, end in zip(openings, ends, strict=True):
        body = text[opening.end() : end].lstrip("\n")
        says = tuple(_SAYS.findall(body))
        is_right = opening[1] == "right"
        if is_right == bool(says):
            raise ValueError(
                f"{path}, {opening[0]!r}: a wrong answer has lines `# says: …`, "
                "a right one has none."
            )
        source = _SAYS.sub("", body).strip() + "\n"
        try:
            source = _derived(source, {answer.name: answer for answer in answers})
        except ValueError as error:
            raise ValueError(f"{path}, {opening[0]!r}: {error}") from None
        answers.append(
            Answer(
                assignment=path.parent.parent.name,
                notebook=path.parent.name,
                exercise=path.stem,
                is_right=is_right,
                name=opening[2].strip(),
                source=source,
                says=says,
            )
        )
    return answers


def _derived(source: str, earlier: dict[str, Answer]) -> str:
    """The text of an answer; of one that is like another, after its changes."""
    like = _LIKE.match(source)
    if like is None:
        return source
    if like[1] not in earlier:
        raise ValueError(f"there is no answer {like[1]!r} before it.")
    lines = earlier[like[1]].source.splitlines()
    place = 0
    for old, new in _changes(source[like.end() :].splitlines()):
        while lines[place : place + len(old)] != old:
            place += 1
            if place + len(old) > len(lines):
                raise ValueError(f"{like[1]!r} has no such lines (any more): {old}.")
        lines[place : place + len(old)] = new
        place += len(new)
    return "\n".join(lines) + "\n"


def _changes(lines: list[str]) -> list[tuple[list[str], list[str]]]:
    """Old and new lines of each change."""
    changes: list[tuple[list[str], list[str]]] = []
    for line in filter(None, lines):
        sign, text = line[:3], line[4:]
        if sign not in ("# -", "# +") or line[3:4].strip():
            raise ValueError(f"neither a line with `# -` nor one with `# +`: {line!r}.")
        if sign == "# -":
            if not changes or changes[-1][1]:
                changes.append(([], []))
            changes[-1][0].append(text)
        elif not changes:
            raise ValueError("a change begins with the lines that go: `# - …`.")
        else:
            changes[-1][1].append(text)
    if not changes:
        raise ValueError("an answer that is like another shows what differs.")
    return changes


@cache
def all_answers() -> tuple[Answer, ...]:
    """Every answer of the bank."""
    return tuple(
        answer
        for path in sorted(FOLDER.glob("pc*/*/*.py"))
        for answer in read_answers(path)
    )
