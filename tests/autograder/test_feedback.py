"""Feedback pages: what they tell, and what they must not."""

from __future__ import annotations

import base64
import re
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from sample_course import (
    ASSIGNMENT,
    NOTEBOOK,
    RIGHT,
    STUB,
    answered,
    check_cell,
    code,
    find,
    make_course,
    markdown,
    read_notebook,
    solution,
    source_cells,
    write_notebook,
)

from autograder.build import build
from autograder.course import load_course
from autograder.engine import grade
from autograder.exceptions import NothingGraded, UnknownStudent
from autograder.feedback import write_feedback

PIXEL = base64.b64encode(b"\x89PNG\r\n\x1a\n0000").decode()

HOSTILE = """from IPython.display import HTML, Markdown, SVG, Javascript, display
display(HTML('<script>alert(1)</script><img src=x onerror=alert(2)><b>bold</b>'))
display(HTML('<img alt="a plot" src="data:image/png;base64,PIXEL">'))
display(HTML('<img alt="remote" src="https://example.org/spy.png">'))
display(HTML('<iframe src="https://example.org"></iframe><a href="javascript:1">x</a>'))
display(HTML('<p style="position:fixed" onclick="alert(3)" class="state">hi</p>'))
display(Javascript('alert(4)'))
display(SVG('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(5)"></svg>'))
display(Markdown('<script>alert(6)</script> **strong** [link](javascript:alert(7))'))
print('<script>alert(8)</script>')
""".replace("PIXEL", PIXEL)

THIEF = """print(In[-1], In)
import inspect
def area(width, height):
    for frame in inspect.stack():
        code = "".join(frame.code_context or [])
        if "area(" in code:
            print("STOLEN", code)
            globals()["loot"] = code
    return 4
"""

SHOW_LOOT = "print(loot)\nfor text in In:\n    print(repr(text))"


def extra_cells():
    """Exercises whose tests fail in other ways than by an assertion."""
    return [
        markdown("## Index", "ask-index"),
        solution("### BEGIN SOLUTION\nitems = [1]\n### END SOLUTION", "items"),
        check_cell("items[10]", "items_visible", 1, []),
        check_cell(
            '"""items has enough entries."""\n### BEGIN HIDDEN TESTS\n'
            "secret_place = 987654\nprint('hidden print', secret_place)\n"
            "items[secret_place]\n### END HIDDEN TESTS",
            "items_hidden",
            1,
            [],
        ),
        check_cell("assert len(items) == 3", "items_bare", 1, []),
    ]


@pytest.fixture(scope="module")
def class_course(tmp_path_factory):
    """A course graded for a few students, with their pages written."""
    root = make_course(
        tmp_path_factory.mktemp("feedback") / "course",
        [*source_cells(), *extra_cells()],
    )
    course = load_course(root)
    build(course)
    release = read_notebook(course.release(ASSIGNMENT) / f"{NOTEBOOK}.ipynb")

    def hand_in(student, content):
        path = course.submitted(student, ASSIGNMENT) / f"{NOTEBOOK}.ipynb"
        write_notebook(path, content)

    wrong = {**RIGHT, "area": "def area(width, height):\n    return 4"}
    hand_in("right", answered(release, **RIGHT, items="items = [0] * 10**6"))
    hand_in("wrong", answered(release, **wrong, items="items = [1, 2]"))
    hand_in("blank", release)
    early = answered(release, **{**RIGHT, "area": "def area(*sides):\n    return 5"})
    late_cell = code("import os\nprint('as', 'graded')", "late")
    output = {"output_type": "stream", "name": "stdout", "text": "as on my laptop"}
    early["cells"].append({**late_cell, "outputs": [output], "execution_count": 3})
    hand_in("early", early)
    hostile = answered(release, **RIGHT, items="items = 1")
    hostile["cells"].insert(5, code(HOSTILE, "hostile"))
    find(hostile, "why")["source"] = (
        "<script>alert(9)</script>\n\n**Because** $a^2$ <img src=x onerror=alert(10)>"
        f' <img alt="mine" src="data:image/png;base64,{PIXEL}">'
    )
    hand_in("hostile", hostile)
    thief = answered(release, **{**RIGHT, "area": THIEF}, items="items = []")
    thief["cells"].append(code(SHOW_LOOT, "show"))
    hand_in("thief", thief)
    broken = course.submitted("broken", ASSIGNMENT)
    broken.mkdir(parents=True)
    (broken / f"{NOTEBOOK}.ipynb").write_text("{", encoding="utf-8")
    course.submitted("absent", ASSIGNMENT).mkdir(parents=True)
    grade(course, ASSIGNMENT)
    write_feedback(course, ASSIGNMENT)
    return course


@pytest.fixture
def page(class_course):
    def read(student):
        folder = class_course.feedback(student, ASSIGNMENT)
        return (folder / f"{NOTEBOOK}.html").read_text(encoding="utf-8")

    return read


def visible_text(html: str) -> str:
    body = re.sub(r"<style>.*?</style>", "", html, flags=re.DOTALL)
    text = re.sub(r"<[^>]+>", "", body)
    import html as entities

    return " ".join(entities.unescape(text).split())


SECRETS = (
    "(17, 23)",
    "width * height, (",
    "for width, height in",
    "wanted {width",
    "391",
    "secret_place",
    "987654",
    "hidden print",
    "HIDDEN TESTS",
)

STUDENTS = ("right", "wrong", "blank", "early", "hostile", "thief", "broken", "absent")


@pytest.mark.parametrize("student", STUDENTS)
def test_no_page_tells_a_hidden_tests_code_or_values(page, student):
    text, shown = page(student), visible_text(page(student))
    for secret in SECRETS:
        assert secret not in text
        assert secret not in shown


def test_claim_and_summary_of_a_hidden_test_are_told(page):
    text = visible_text(page("wrong"))
    assert "area works for every rectangle. (hidden test)" in text
    assert "The area is not width times height." in text
    assert "Got 4, wanted" not in text


def test_an_exception_in_a_hidden_test_is_told_by_its_name(page):
    text = visible_text(page("wrong"))
    assert "Your code stopped with IndexError on an input of this hidden test." in text


def test_a_visible_test_before_hidden_ones_tells_all_of_its_message(page):
    assert "The square's area is wrong. Got 5, wanted 4." in visible_text(page("early"))


def test_a_visible_test_after_hidden_ones_tells_the_courses_words(page):
    text = visible_text(page("wrong"))
    assert "The test stopped with IndexError." in text
    assert "This does not hold: assert len(items) == 3" in text
    assert "Run this test in your notebook to see the values." in text
    assert "list index out of range" not in text
    assert "\x1b" not in page("wrong")


def test_a_cell_after_hidden_tests_is_shown_as_it_was_handed_in(page):
    text = visible_text(page("early"))
    assert "as on my laptop The output is as you handed it in." in text
    assert "as graded" not in text
    assert "What this cell gave at grading is not shown" in visible_text(page("thief"))


def test_summary_lists_every_exercise_with_points_and_a_link(page):
    text = page("wrong")
    table = text[text.index("<table>") : text.index("</table>")]
    rows = re.findall(r"<tr>(.*?)</tr>", table, re.DOTALL)[1:]
    assert [visible_text(row) for row in rows] == [
        "Rectangles ◐ partly passed 1 / 3 The area is not width times height.",
        "Means ✓ passed 3 / 3 –",
        "In words … to be marked 0 / 4 Your instructor will mark this.",
        "Index ✗ not passed 0 / 3 The test stopped with IndexError. Run this test in "
        "your notebook to see the values.",
    ]
    for anchor in re.findall(r'href="#([^"]+)"', table):
        assert f'id="{anchor}"' in text
    assert "4 of 13 points" in visible_text(text)


def test_unanswered_exercises_are_called_so(page):
    text = visible_text(page("blank"))
    assert "Rectangles ✗ not answered 0 / 3" in text
    assert "This exercise has not been answered yet." in text
    assert STUB.split("\n")[0] in text


def test_full_marks_need_no_advice(page):
    text = visible_text(page("right"))
    assert "Rectangles ✓ passed 3 / 3 –" in text


class Elements(HTMLParser):
    """Collects elements and attributes of a page."""

    def __init__(self, text):
        super().__init__()
        self.found = []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)


@pytest.mark.parametrize("student", STUDENTS)
def test_nothing_on_a_page_can_run_or_load(page, student):
    for tag, attributes in Elements(page(student)).found:
        assert tag not in ("script", "iframe", "object", "embed", "link", "form")
        for name, value in attributes.items():
            assert not name.startswith("on"), (tag, name)
            if name == "src":
                assert value.startswith("data:image/"), value[:60]
            if name == "href":
                assert re.match(r"https?:|mailto:|#|[\w.%-]+\.html$", value), value


def test_page_forbids_what_it_does_not_need(page):
    assert "default-src 'none'; img-src data:; style-src 'unsafe-inline'" in (
        page("hostile")
    )


def test_harmless_output_of_a_learner_stays(page):
    text = page("hostile")
    assert "<b>bold</b>" in text
    assert f'<img alt="a plot" src="data:image/png;base64,{PIXEL}">' in text
    assert f'<img alt="mine" src="data:image/png;base64,{PIXEL}">' in text
    assert "<strong>Because</strong>" in text
    assert "&lt;script&gt;alert(8)&lt;/script&gt;" in text
    assert "example.org" not in re.sub(r"<code>.*?</code>", "", text, flags=re.DOTALL)
    assert '<p style="position' not in text


def test_formulas_are_drawn_with_a_text_alternative(page):
    assert re.search(
        r'<svg class="formula" role="img" aria-label="a\^2"', page("hostile")
    )


def test_a_thief_finds_no_hidden_test_to_show(page):
    # The tests never came near the thief's process, so nothing had to be left out.
    assert "left out: this repeats part of a hidden test" not in page("thief")


def test_guessed_lines_of_hidden_tests_are_shown_as_all_others(class_course):
    import nbformat
    from nbformat.v4 import new_output
    from traitlets.config import Config

    from autograder.preprocessors import HideHiddenTests

    path = class_course.autograded("wrong", ASSIGNMENT) / f"{NOTEBOOK}.ipynb"
    notebook = nbformat.read(path, as_version=4)
    lines = find(notebook, "area_any")["source"].splitlines()
    guesses = [f"{line}{more}" for line in lines for more in ("", " # no")]
    told = new_output("stream", text="\n".join(guesses))
    find(notebook, "area")["outputs"] = [told]
    hidden, _ = HideHiddenTests(config=Config())(notebook, {})
    assert find(hidden, "area")["outputs"] == [told]


def test_failed_and_missing_notebooks_have_a_page_that_says_why(page):
    broken = visible_text(page("broken"))
    assert "This notebook could not be graded" in broken
    assert "it is not JSON" in broken
    assert "take a fresh copy of the assignment" in broken
    absent = visible_text(page("absent"))
    assert "This notebook was not handed in" in absent
    assert "There is no areas.ipynb" in absent


def test_pages_are_well_formed_and_labelled(page):
    for student in STUDENTS:
        text = page(student)
        assert text.startswith("<!DOCTYPE html>")
        elements = Elements(text).found
        assert ("html", {"lang": "en"}) in elements
        levels = [int(tag[1]) for tag, _ in elements if re.fullmatch(r"h[1-6]", tag)]
        assert levels[0] == 1
        assert levels.count(1) == 1
        steps = pairwise(levels)
        assert all(after <= before + 1 for before, after in steps), levels
        for tag, attributes in elements:
            if tag == "img":
                assert attributes.get("alt"), attributes
            if tag == "th":
                assert "scope" in attributes
        ids = [attributes["id"] for _, attributes in elements if "id" in attributes]
        assert len(ids) == len(set(ids))


def test_a_persons_marks_and_remarks_are_shown(class_course, page):
    from nbgrader.api import Gradebook

    with Gradebook(class_course.directory.db_url, "sample") as gradebook:
        mark = gradebook.find_grade("why", NOTEBOOK, ASSIGNMENT, "right")
        mark.manual_score, mark.needs_manual_grade = 2.5, False
        remark = gradebook.find_comment("why", NOTEBOOK, ASSIGNMENT, "right")
        remark.manual_comment = "Good, but <i>why</i>?"
        gradebook.db.commit()
    write_feedback(class_course, ASSIGNMENT, ["right"])
    text = page("right")
    assert "In words ◐ partly passed 2.5 / 4" in visible_text(text)
    assert "Good, but &lt;i&gt;why&lt;/i&gt;?" in text


def test_feedback_before_grading_is_refused(course):
    with pytest.raises(NothingGraded, match="autograder grade shapes"):
        write_feedback(course, ASSIGNMENT)


def test_feedback_for_a_stranger_is_refused(class_course):
    with pytest.raises(UnknownStudent, match=r"'nobody'.*Graded: absent, blank"):
        write_feedback(class_course, ASSIGNMENT, ["nobody"])


def test_nbgraders_own_feedback_leaves_hidden_tests_out(class_course, tmp_path):
    import nbformat
    from nbformat.v4 import new_output
    from traitlets.config import Config

    from autograder.preprocessors import HideHiddenTests

    path = class_course.autograded("wrong", ASSIGNMENT) / f"{NOTEBOOK}.ipynb"
    notebook = nbformat.read(path, as_version=4)
    loot = find(notebook, "area_any")["source"]
    find(notebook, "mean")["outputs"] = [new_output("stream", text=loot)]
    hidden, _ = HideHiddenTests(config=Config())(notebook, {})
    text = repr([(cell.source, cell.get("outputs")) for cell in hidden.cells])
    for secret in SECRETS:
        assert secret not in text
    assert "The area is not width times height." in text
    assert "stopped with IndexError" in text
