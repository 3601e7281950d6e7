"""A made-up class, from release to grades, feedback pages and a report.

`make demo` runs this. The class is composed from the answer bank: some learners got
everything right, some fell for a few of its slips, and some handed in a file that is
broken in one of the ways in which files break.
"""

import argparse
import json
import os
import random
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import nbformat
from nbformat import NotebookNode

from autograder.kernels.probe import holds, probe
from tests.answers.bank import ROOT, all_answers

ASSIGNMENT = "pc1-define"
BROKEN = "define-cnn"  # the notebook that some hand in broken
SEED = 12

#: Answers by notebook and exercise.
Answers = dict[tuple[str, str], str]


def answered(released: NotebookNode, answers: dict[str, str]) -> NotebookNode:
    """A released notebook with the given answers filled in, by exercise."""
    notebook = nbformat.from_dict(json.loads(json.dumps(released)))
    for cell in notebook.cells:
        exercise = cell.metadata.get("nbgrader", {}).get("grade_id")
        if exercise in answers:
            cell.source = answers[exercise]
    return notebook


def notebooks() -> list[str]:
    """Names of the assignment's notebooks."""
    return sorted(path.stem for path in (ROOT / "source" / ASSIGNMENT).glob("*.ipynb"))


def solutions() -> Answers:
    """The instructor's own answers."""
    found = {}
    for name in notebooks():
        path = ROOT / "source" / ASSIGNMENT / f"{name}.ipynb"
        for cell in nbformat.read(path, as_version=4).cells:
            if cell.metadata.get("nbgrader", {}).get("solution"):
                found[name, cell.metadata.nbgrader.grade_id] = cell.source
    return found


def from_bank(
    notebook: str, exercise: str, choice: random.Random, *, is_right: bool
) -> str:
    """An answer of the bank to one exercise."""
    return choice.choice(
        [
            one.source
            for one in all_answers()
            if (one.notebook, one.exercise) == (notebook, exercise)
            and one.is_right == is_right
        ]
    )


def _not_json(text: str) -> str:
    return text[: len(text) // 2]


def _without_a_test_cell(text: str) -> str:
    notebook = json.loads(text)
    notebook["cells"] = [
        cell
        for cell in notebook["cells"]
        if cell["metadata"].get("nbgrader", {}).get("grade_id") != "relu_values"
    ]
    return json.dumps(notebook)


def _with_a_copied_cell(text: str) -> str:
    notebook = json.loads(text)
    place, original = next(
        (place, cell)
        for place, cell in enumerate(notebook["cells"])
        if cell["metadata"].get("nbgrader", {}).get("grade_id") == "dense"
    )
    notebook["cells"].insert(place, json.loads(json.dumps(original)))
    return json.dumps(notebook)


def _with_warnings(text: str) -> str:
    notebook = json.loads(text)
    for cell in notebook["cells"]:
        if cell["metadata"].get("nbgrader", {}).get("grade_id") == "relu":
            lines = ["import warnings", "", *"".join(cell["source"]).splitlines()]
            lines.append('warnings.warn("careful")')
            cell["source"] = "\n".join(lines)
    return json.dumps(notebook)


def the_class() -> dict[str, tuple[Answers, Callable[[str], str]]]:
    """Answers of each learner, and what happened to one file on its way."""
    choice = random.Random(SEED)
    exercises = list(solutions())

    def slips(number: int) -> Answers:
        return solutions() | {
            exercise: from_bank(*exercise, choice, is_right=False)
            for exercise in choice.sample(exercises, number)
        }

    def own_style(number: int) -> Answers:
        return solutions() | {
            exercise: from_bank(*exercise, choice, is_right=True)
            for exercise in choice.sample(exercises, number)
        }

    def unharmed(text: str) -> str:
        return text

    return {
        "ada": (solutions(), unharmed),
        "bertha": (own_style(4), unharmed),
        "carl": (own_style(4), _with_warnings),
        "emil": (slips(1), unharmed),
        "ferdinand": (slips(2), unharmed),
        "gottlieb": (slips(3), unharmed),
        "hedy": (slips(4), unharmed),
        "karl": (slips(6), _without_a_test_cell),
        "louise": (slips(2), _with_a_copied_cell),
        "nikolaus": (slips(len(exercises)), unharmed),
        "rudolf": ({}, unharmed),
        "wilhelm": (solutions(), _not_json),
    }


def hand_in(course: Path) -> None:
    """Write what each learner hands in to `submitted/`."""
    folder = course / "release" / ASSIGNMENT
    for name in notebooks():
        released = nbformat.read(folder / f"{name}.ipynb", as_version=4)
        for student, (answers, happened) in the_class().items():
            own = {
                exercise: text
                for (notebook, exercise), text in answers.items()
                if notebook == name
            }
            text = nbformat.writes(answered(released, own))
            file = course / "submitted" / student / ASSIGNMENT / f"{name}.ipynb"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(happened(text) if name == BROKEN else text)


def run(course: Path) -> None:
    """Make a course in `course` and take its class through the whole cycle.

    Raises:
        FileExistsError: If there is something in that folder already.
        subprocess.CalledProcessError: If a step fails.
    """
    if course.exists() and any(course.iterdir()):
        raise FileExistsError(
            f"The folder {course} is not empty. Remove it, or name another one: "
            "make demo DEMO=folder"
        )
    course.mkdir(parents=True, exist_ok=True)
    shutil.copytree(ROOT / "source", course / "source")
    shutil.copy(ROOT / "nbgrader_config.py", course)
    _autograder(course, "build")
    hand_in(course)
    _autograder(course, "grade", ASSIGNMENT, *_sandbox_option())
    for step in ("feedback", "report"):
        _autograder(course, step, ASSIGNMENT)
    print(f"\nFeedback pages: {course / 'feedback'}")
    for page in sorted(course.glob("report*/**/*.html")) or sorted(
        course.glob("*report*.html")
    ):
        print(f"Report: {page}")


def _sandbox_option() -> list[str]:
    """Grade this class, which is ours, also where no sandbox can be built."""
    checks = probe()
    if holds(checks):
        return []
    failed = [one for one in checks if one.required and not one.holds]
    print("\nNo sandbox can be built on this machine:")
    for check in failed:
        print(f"- {check.name}: {check.why}")
    print("The made-up class is harmless, so it is graded without one.")
    return ["--no-sandbox"]


def _autograder(course: Path, *words: str) -> None:
    print(f"\n$ autograder {' '.join(words)}", flush=True)
    subprocess.run(
        [sys.executable, "-m", "autograder", *words, "--course", str(course)],
        check=True,
        cwd=course,
        env={**os.environ, "PYTHONPATH": ""},
    )


def main() -> None:
    """Run the demonstration in the folder named on the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="an empty or new folder")
    try:
        run(parser.parse_args().folder.resolve())
    except FileExistsError as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main()
