"""The examiner gives every answer of the bank the verdict that the bank claims.

All answers to a notebook are examined in one kernel, one after the other: before each,
the names of its exercise are taken away; after it the instructor's solution stands in
again for the exercises that build on it. Lesson cells on which no answer depends are
left out, as at grading.
"""

import copy
from pathlib import Path

import nbformat
import pytest
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell

from autograder.examiner import Bounds, WarmExaminers, make_plan
from autograder.examiner.names import names_of
from tests.answers.bank import ROOT, Answer, all_answers
from tests.autograder.examiner.exam import Examiners

pytestmark = pytest.mark.slow

#: Answers in one notebook; one with too much text is not analysed.
AT_ONCE = 60
BOUNDS = Bounds(cell_seconds=120, notebook_seconds=3000)
#: Objects of classes of the student's own, which cannot be counted as text at all here.
STRICTER = {"text that equals everything", "words that equal everything"}


def exercise_of(cell: NotebookNode) -> str:
    tags = [tag.partition(":") for tag in cell.metadata.get("tags", [])]
    return next((name for key, _, name in tags if key == "exercise"), "")


def again(
    cell: NotebookNode, number: int, suffix: str, source: str = ""
) -> NotebookNode:
    """The cell under another grade id, perhaps with another text."""
    made = copy.deepcopy(cell)
    made.metadata.nbgrader.grade_id += f"@{number}{suffix}"
    made.id = f"c{number}{suffix}{cell.id}"[:60]
    made.source = source or cell.source
    return made


def grading(cell: NotebookNode) -> dict:
    return cell.metadata.get("nbgrader", {})


class Bank:
    """The answers to one notebook as one long source and one long submission."""

    def __init__(self, path: Path, answers: list[Answer]) -> None:
        notebook = nbformat.read(path, as_version=4)
        code = [cell for cell in notebook.cells if cell.cell_type == "code"]
        solutions = {c.metadata.nbgrader.grade_id: c for c in code if solves(c)}
        tests = [cell for cell in code if grading(cell).get("grade")]
        source, submission = list(code), copy.deepcopy(code)
        self.keys: dict[Answer, list[str]] = {}
        for number, answer in enumerate(answers):
            solution = solutions[answer.exercise]
            names = sorted(names_of(solution.source).defines)
            submission += [new_code_cell(without(name)) for name in names]
            mine = [c for c in tests if exercise_of(c) == answer.exercise]
            for cell in mine:
                assert grading(cell)["points"] > 0
            rounds = [again(cell, number, "") for cell in mine]
            self.keys[answer] = [cell.metadata.nbgrader.grade_id for cell in rounds]
            back = again(solution, number, "back")
            source += [again(solution, number, ""), *rounds, back]
            submission += [
                again(solution, number, "", answer.source),
                *copy.deepcopy(rounds),
                copy.deepcopy(back),
            ]
        self.points = {
            key: cell.metadata.nbgrader.points
            for cell in source
            if (key := grading(cell).get("grade_id")) and grading(cell).get("grade")
        }
        self.source, self.submission = copy.copy(notebook), copy.copy(notebook)
        self.source.cells, self.submission.cells = source, submission


def solves(cell: NotebookNode) -> bool:
    return bool(grading(cell).get("solution"))


def without(name: str) -> str:
    """A cell that takes a name away, if it is there."""
    return f"try:\n    del {name}\nexcept NameError:\n    pass"


class Verdicts:
    """The results of each answer's tests, examined some answers at a time."""

    def __init__(self, examiners: Examiners) -> None:
        self._examiners = examiners
        self._found: dict[Answer, list[tuple]] = {}

    def __getitem__(self, answer: Answer) -> list[tuple]:
        """Results of the answer's tests, each with the points that it carries."""
        if answer not in self._found:
            self._examine(answer)
        return self._found[answer]

    def _examine(self, wanted: Answer) -> None:
        answers = [one for one in all_answers() if one.notebook == wanted.notebook]
        start = answers.index(wanted) // AT_ONCE * AT_ONCE
        path = ROOT / "source" / wanted.assignment / f"{wanted.notebook}.ipynb"
        bank = Bank(path, answers[start : start + AT_ONCE])
        keys = {key for one in bank.keys.values() for key in one}
        examination = self._examiners.examine(
            bank.source,
            bank.submission,
            BOUNDS,
            plan=make_plan(bank.source, keys),
            run_everything=False,
        )
        for answer, mine in bank.keys.items():
            self._found[answer] = [
                (examination.tests[key], bank.points[key]) for key in mine
            ]


@pytest.fixture(scope="module")
def verdicts(tmp_path_factory):
    with WarmExaminers(["numpy", "tensorflow", "keras"]) as warm:
        yield Verdicts(Examiners(warm, tmp_path_factory.mktemp("course")))


def earned(result, points) -> float:
    if result.outcome != "passed":
        return 0.0
    return points if result.number is None else result.number


@pytest.mark.parametrize(
    "answer",
    [
        # One process for the answers to a notebook, where several run the tests.
        pytest.param(one, marks=pytest.mark.xdist_group(one.notebook), id=str(one))
        for one in all_answers()
    ],
)
def test_answer_gets_the_verdict_of_the_bank(answer, verdicts):
    lost = [one for one, points in verdicts[answer] if earned(one, points) < points]
    if answer.is_right:
        assert not lost, [one.message for one in lost]
        return
    assert lost, "every test passed"
    if answer.name in STRICTER:
        return
    told = [f"{one.error_type}: {one.message}".split("\n\n")[0] for one in lost]
    told += [one.summary.split("\n\n")[0] for one in lost]
    texts = [" ".join(one.split()) for one in told]
    for words in answer.says:
        assert any(words in text for text in texts), (words, texts)
