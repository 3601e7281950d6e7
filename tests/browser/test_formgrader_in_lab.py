"""Formgrader's Autograde button grades with this engine, and its pages are clean."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from lab_server import LabServer, start_lab

sys.path.insert(0, str(Path(__file__).parents[1] / "autograder"))

from sample_course import (
    ASSIGNMENT,
    NOTEBOOK,
    RIGHT,
    answered,
    code,
    find,
    make_course,
    read_notebook,
    write_notebook,
)

from autograder.build import build
from autograder.course import Course, load_course
from autograder.plan import make_plan, register

pytestmark = pytest.mark.browser

OURS = Path(__file__).parents[2] / "nbgrader_config.py"

WARNS = (
    "import sys, warnings\n"
    "print('loading', file=sys.stderr)\n"
    "warnings.warn('careful')\n" + RIGHT["area"]
)
TAMPERS = """
def area(width, height):
    return 4
shell = get_ipython()
async def run_cell_async(*arguments, **options):
    class Fine:
        success = True
        execution_count = 1
        result = None
        def raise_error(self):
            pass
    return Fine()
import builtins
builtins.AssertionError = type("Never", (Exception,), {})
"""
SCRIPTS = """from IPython.display import HTML, Javascript, Markdown, SVG, display
display(HTML('<script>window.broken|=1</script><img src=x onerror="window.broken|=2">'))
display(Javascript('window.broken|=4'))
display(SVG('<svg xmlns="http://www.w3.org/2000/svg" onload="window.broken|=8"></svg>'))
display(Markdown('<img src=x onerror="window.broken|=16">'))
print('<script>window.broken|=32</script>harmless')
"""


@dataclass(frozen=True)
class Formgrader:
    """A course in a running JupyterLab."""

    course: Course
    lab: LabServer

    def marks(self, student: str) -> dict[str, float | None]:
        with self._gradebook() as gradebook:
            entry = gradebook.find_submission(ASSIGNMENT, student)
            grades = [grade for one in entry.notebooks for grade in one.grades]
            return {grade.name: grade.auto_score for grade in grades}

    def address(self, student: str) -> str:
        """Give the address of the page on which a person marks the notebook."""
        with self._gradebook() as gradebook:
            entry = gradebook.find_submission_notebook(NOTEBOOK, ASSIGNMENT, student)
            return f"{self.lab.url}formgrader/submissions/{entry.id}/"

    def _gradebook(self):
        from nbgrader.api import Gradebook

        return Gradebook(self.course.directory.db_url, "sample")


@pytest.fixture(scope="module")
def formgrader(browser, tmp_path_factory) -> Iterator[Formgrader]:
    folder = tmp_path_factory.mktemp("formgrader")
    root = make_course(folder / "course")
    shutil.copy(OURS, folder / "ours.py")
    config = root / "nbgrader_config.py"
    own = config.read_text(encoding="utf-8")
    config.write_text(f"load_subconfig({str(folder / 'ours.py')!r})\n{own}")
    course = load_course(root)
    build(course)
    for name in ("plan", "register"):
        (folder / name).mkdir()
    register(
        course,
        make_plan(course, ASSIGNMENT, folder / "plan"),
        folder / "register",
    )
    release = read_notebook(course.release(ASSIGNMENT) / f"{NOTEBOOK}.ipynb")

    def hand_in(student: str, content: dict) -> None:
        place = course.submitted(student, ASSIGNMENT)
        write_notebook(place / f"{NOTEBOOK}.ipynb", content)

    hand_in("warns", answered(release, **{**RIGHT, "area": WARNS}))
    tampers = answered(release, **{**RIGHT, "area": TAMPERS})
    for grade_id in ("area_square", "area_any"):
        find(tampers, grade_id)["source"] = "assert True"
    hand_in("tampers", tampers)
    scripts = answered(release, **RIGHT)
    scripts["cells"].insert(4, code(SCRIPTS, "scripts"))
    find(scripts, "why")["source"] = (
        '<script>window.broken|=64</script> <img src=x onerror="window.broken|=128">'
    )
    hand_in("scripts", scripts)
    with start_lab(root, folder / "jupyter", cwd=root) as lab:
        yield Formgrader(course, lab)


def autograde(formgrader: Formgrader, page, student: str) -> None:
    """Press the button in the student's row and wait for the end."""
    lab = formgrader.lab
    page.goto(f"{lab.url}lab?token={lab.token}")  # for the cookie
    page.goto(f"{lab.url}formgrader/manage_submissions/{ASSIGNMENT}")
    row = page.locator("tr", has=page.locator(f"td.student-id:text-is('{student}')"))
    row.locator("td.autograde a").click(timeout=30_000)
    done = page.locator("#success-modal, #error-modal").first
    done.wait_for(timeout=180_000)
    assert "Successfully autograded" in done.inner_text()


def test_a_warning_on_stderr_costs_nothing(formgrader, page):
    autograde(formgrader, page, "warns")
    assert formgrader.marks("warns") == {
        "area_square": 1,
        "area_any": 2,
        "mean_lists": 3,
        "why": None,
    }


def test_a_tampered_assert_earns_nothing(formgrader, page):
    autograde(formgrader, page, "tampers")
    marks = formgrader.marks("tampers")
    assert marks["area_any"] == 0
    assert marks["area_square"] == 1  # which 4 is the right answer to


def test_nothing_of_a_learners_runs_on_formgraders_page(formgrader, page):
    autograde(formgrader, page, "scripts")
    assert formgrader.marks("scripts")["area_any"] == 2
    page.goto(formgrader.address("scripts"))
    page.get_by_text("harmless").first.wait_for(timeout=30_000)
    page.wait_for_timeout(1000)  # for what would still run
    assert page.evaluate("window.broken ?? 0") == 0
    for handler in ("onerror", "onload"):
        assert page.locator(f"[{handler}*='broken']").count() == 0
