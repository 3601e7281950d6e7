"""Read the answer bank: a folder for each notebook, a file for each exercise.

In a file each answer opens with a line `# %% right: its style` or
`# %% wrong: its slip`. A wrong answer's next lines say what the learner must read:
`# says: words of the message`. The rest is the text of the solution cell.
"""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent
ROOT = FOLDER.parent.parent

_OPENING = re.compile(r"^# %% (right|wrong): (.+)$", re.MULTILINE)
_SAYS = re.compile(r"^# says: (.+)\n", re.MULTILINE)


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
        ValueError: If the file holds no answer, or a wrong answer does not say what
            the learner must read.
    """
    text = path.read_text()
    openings = list(_OPENING.finditer(text))
    if not openings:
        raise ValueError(f"{path} holds no answer: a line `# %% right: …` opens one.")
    answers = []
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
        answers.append(
            Answer(
                assignment=path.parent.parent.name,
                notebook=path.parent.name,
                exercise=path.stem,
                is_right=is_right,
                name=opening[2].strip(),
                source=_SAYS.sub("", body).strip() + "\n",
                says=says,
            )
        )
    return answers


@cache
def all_answers() -> tuple[Answer, ...]:
    """Every answer of the bank."""
    return tuple(
        answer
        for path in sorted(FOLDER.glob("pc*/*/*.py"))
        for answer in read_answers(path)
    )
