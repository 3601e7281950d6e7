"""No submission spoils the pages of a class, or tells on its own what it kept.

As in `test_leaks`, what code kept of hidden tests is its loot, a word that is put
together as the code runs.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from pathlib import Path

import nbformat
import pytest
from bs4 import BeautifulSoup
from sample_course import (
    ASSIGNMENT,
    NOTEBOOK,
    answered,
    check_cell,
    code,
    find,
    make_course,
    markdown,
    nbgrader,
    read_notebook,
    sandbox_holds,
    solution,
    write_notebook,
)
from traitlets.config import Config

from autograder.build import build
from autograder.course import load_course
from autograder.delimiters import Delimiters
from autograder.gradebook import Marks
from autograder.handed_in import HandedIn
from autograder.hidden import HiddenTests
from autograder.safe_html import code as shown_code
from autograder.safe_html import markdown as shown_markdown
from autograder.safe_html import output as shown_output
from autograder.views import NotebookView

pytestmark = pytest.mark.skipif(os.name != "posix", reason="the sandbox needs Linux")

HIDDEN = '''"""area is right for large sides."""
### BEGIN HIDDEN TESTS
got = area(904171, 730229)
assert got == 904171 * 730229, f"Large sides gave {got}."
### END HIDDEN TESTS'''

CELLS = [
    code("import math\nimport numpy as np", "setup"),
    markdown("## Areas\n\nWrite `area`.", "ask-area"),
    solution(
        "### BEGIN SOLUTION\ndef area(a, b):\n    return a * b\n### END SOLUTION",
        "area",
    ),
    check_cell("assert area(2, 3) == 6", "area_visible", 1, []),
    check_cell(HIDDEN, "area_hidden", 1, []),
    markdown("## Doubles\n\nWrite `twice`.", "ask-twice"),
    solution(
        "### BEGIN SOLUTION\ndef twice(a):\n    return 2 * a\n### END SOLUTION",
        "twice",
    ),
    check_cell("assert twice(2) == 4", "twice_visible", 1, []),
    check_cell("3 - abs(twice(5) - 10)", "twice_near", 3, []),
    markdown("## Why\n\nSay why.", "ask-why"),
    markdown(
        "Because.",
        "id-why",
        nbgrader=nbgrader("why", grade=True, solution=True, points=4),
    ),
]

RIGHT = {
    "area": "def area(a, b):\n    return a * b",
    "twice": "def twice(a):\n    return 2 * a",
}

SPY = """
import _autograder.agent as agent, msgpack
SEEN = []
def loot():
    return "LO" + "OT " + repr(SEEN)
def area(a, b):
    SEEN.append((a, b))
    return 6 if a == 2 else 0
"""

#: Makes the agent say of a `Thing` that it is a Keras model.
FALSE_MODEL = """
class Thing:
    pass
true_describe = agent.descriptions.describe
def describe(value):
    description = true_describe(value)
    if isinstance(value, Thing):
        description[3]["model"] = True
    return description
agent.descriptions.describe = describe
"""

#: Lets an answer be replaced by bytes of one's own.
FORGERY = """
true_send = agent.Agent._send
FORGED = []
def send(self, token, reply):
    if FORGED and reply[1] is None:
        self._socket.send_multipart([self._identity, token, FORGED.pop()])
    else:
        true_send(self, token, reply)
agent.Agent._send = send
def record(code, content):
    return msgpack.ExtType(code, msgpack.packb(content))
"""

#: What a student's answers are, by what they make of what they kept.
CHANNELS = {
    "model-that-is-too-long": {
        "area": SPY
        + FALSE_MODEL
        + "agent.Agent._do_model = lambda self, c, m: "
        + "['too long: ' + loot(), {}, [], None, []]\n"
        + "def area(a, b):\n    SEEN.append((a, b))\n"
        + "    return 6 if a == 2 else Thing()",
    },
    "model-that-ended-the-process": {
        "area": SPY
        + FALSE_MODEL
        + "agent.Agent._do_model = lambda self, c, m: "
        + '["The notebook\'s process ended." + loot(), {}, [], None, []]\n'
        + "def area(a, b):\n    SEEN.append((a, b))\n"
        + "    return 6 if a == 2 else Thing()",
    },
    "name-of-a-failing-model": {
        "area": SPY
        + FALSE_MODEL
        + "def fail(self, c, m):\n    raise type(loot(), (Exception,), {})()\n"
        + "agent.Agent._do_model = fail",
        "twice": "def twice(a):\n    return Thing()",
    },
    "array-of-another-size": {
        "area": SPY + FORGERY,
        "twice": "def twice(a):\n"
        "    array = ['<f8', [SEEN[1][0]], b'x', True]\n"
        "    FORGED.append(msgpack.packb(['value', record(5, array), []]))",
    },
    "points-below-nothing": {
        "area": SPY,
        "twice": "def twice(a):\n    return 10 + SEEN[1][0] if a == 5 else 2 * a",
    },
    "points-with-many-digits": {
        "area": SPY,
        "twice": "def twice(a):\n"
        "    return 10 + SEEN[1][0] / 10**6 if a == 5 else 2 * a",
    },
    "not-yet-written": {
        "area": SPY,
        "twice": "def twice(a):\n    raise NotImplementedError(loot())",
    },
    "name-from-a-table": {
        "area": SPY
        + "def area(a, b):\n    if a == 2:\n        return 6\n"
        + "    raise [ProcessLookupError, ChildProcessError][a % 2]()",
    },
    "name-from-a-table-later": {
        "area": SPY,
        "twice": "def twice(a):\n"
        "    raise [ProcessLookupError, ChildProcessError][SEEN[1][0] % 2]()",
    },
}


def _stream(text):
    return {"output_type": "stream", "name": "stdout", "text": text}


def _display(kind, text):
    data = {kind: text}
    return {"output_type": "display_data", "data": data, "metadata": {}}


def _error(**changes):
    return {"output_type": "error", "ename": "x", "evalue": "y"} | changes


#: Outputs as they stand in the file that was handed in.
OUTPUTS = {
    "traceback-is-a-number": [_error(traceback=5)],
    "traceback-is-null": [_error(traceback=None)],
    "traceback-of-anything": [_error(ename=None, evalue=["q"], traceback=[5, {}])],
    "half-a-character": [_stream("a\ud800b")],
    "half-a-character-in-html": [_display("text/html", "<b>\ud800</b>")],
    "half-a-character-in-an-error": [_error(evalue="\ud800", traceback=["\ud800"])],
    "half-a-character-in-a-list": [_stream(["a\ud800", "b"])],
    "text-is-a-number": [_stream(7)],
    "data-is-no-text": [_display("text/html", [[["x"]]]), _display("text/plain", 3)],
    "many-nested-divisions": [_display("text/html", "<div>" * 20_000)],
    "many-bold": [_display("text/html", "<b>" * 80_000)],
    "no-list": {"output_type": "stream"},
    "list-of-anything": [None, 5, "x", [], {}, {"output_type": ["stream"]}],
}

#: Attachments of a manual answer and of a cell of the learner's own.
ATTACHMENTS = {
    "half-a-character-in-data": {"a.png": {"image/png": "aa\ud800"}},
    "half-a-character-in-a-name": {"a\ud800.png": {"image/png": "aaaa"}},
    "half-a-character-in-a-kind": {"a.png": {"image/\ud800": "aaaa"}},
    "attachments-are-a-list": [1, "\ud800"],
}


@pytest.fixture(scope="module")
def root(tmp_path_factory) -> Path:
    """A class in which one submission after the other tries to spoil the pages."""
    root = make_course(tmp_path_factory.mktemp("pages") / "course", CELLS)
    course = load_course(root)
    build(course)
    release = read_notebook(course.release(ASSIGNMENT) / f"{NOTEBOOK}.ipynb")

    def hand_in(student, content):
        path = course.submitted(student, ASSIGNMENT) / f"{NOTEBOOK}.ipynb"
        write_notebook(path, content)

    for name, answers in CHANNELS.items():
        hand_in(name, answered(release, **{**RIGHT, **answers}))
    for name, outputs in OUTPUTS.items():
        content = answered(release, **RIGHT)
        find(content, "twice")["outputs"] = outputs
        hand_in(name, content)
    for name, attachments in ATTACHMENTS.items():
        content = answered(release, **RIGHT, why="![x](attachment:a.png)")
        content["cells"].append(markdown("![x](attachment:a.png)", "own"))
        good = {"good.png": {"image/png": "aaaa"}}
        given = attachments
        if isinstance(attachments, dict):
            given = attachments | good
        for cell in (find(content, "why"), content["cells"][-1]):
            cell["attachments"] = given
        hand_in(name, content)
    hand_in("zzz-innocent", answered(release, **RIGHT))
    return root


def run(root, *words):
    line = [sys.executable, "-m", "autograder", *words, "--course", str(root)]
    return subprocess.run(line, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def graded(root) -> Path:
    done = run(root, "grade", ASSIGNMENT)
    assert done.returncode == 0, done.stdout + done.stderr
    return root


@pytest.fixture(scope="module")
def pages(graded) -> Path:
    started = time.monotonic()
    done = run(graded, "feedback", ASSIGNMENT)
    assert done.returncode == 0, done.stderr
    assert time.monotonic() - started < 60
    return graded / "feedback"


def read_page(pages, student):
    path = pages / student / ASSIGNMENT / f"{NOTEBOOK}.html"
    return path.read_text(encoding="utf-8")


def words_of(page):
    shown = re.sub(r"<code>.*?</code>", "", page, flags=re.DOTALL)
    return " ".join(re.sub(r"<[^>]+>", " ", shown).split())


@pytest.mark.parametrize("student", [*OUTPUTS, *ATTACHMENTS, "zzz-innocent"])
def test_everyone_has_a_whole_page(pages, student):
    page = words_of(read_page(pages, student))
    assert "6 of 10 points" in page
    assert "This page could not be made" not in page


LOOT = r"LOOT|9041[67]\d|\b1\.90|\b2\.09|ProcessLookup|ChildProcess"


@pytest.mark.parametrize("student", CHANNELS)
def test_a_page_tells_no_loot(pages, student):
    assert re.findall(LOOT, words_of(read_page(pages, student))) == []


@pytest.mark.parametrize("student", CHANNELS)
def test_nbgraders_own_page_tells_no_loot(graded, student):
    from traitlets.config import Config

    from autograder.preprocessors import HideHiddenTests

    path = graded / "autograded" / student / ASSIGNMENT / f"{NOTEBOOK}.ipynb"
    hidden, _ = HideHiddenTests(config=Config())(nbformat.read(path, 4), {})
    outputs = repr([cell.get("outputs") for cell in hidden.cells])
    assert re.findall(LOOT, outputs) == []


@pytest.mark.skipif(not sandbox_holds(), reason="without a sandbox nothing is private")
@pytest.mark.parametrize("student", ["model-that-is-too-long", "points-below-nothing"])
def test_instructors_are_told_all(graded, student):
    # Also, without loot none of these tests would test anything.
    path = graded / ".autograder" / "results" / ASSIGNMENT / f"{student}.json"
    assert re.search(LOOT, path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("student", ATTACHMENTS)
def test_a_submission_with_broken_attachments_is_kept(graded, student):
    path = graded / "autograded" / student / ASSIGNMENT / f"{NOTEBOOK}.ipynb"
    content = read_notebook(path)
    for cell in (find(content, "why"), content["cells"][-1]):
        kept = cell.get("attachments", {})
        assert set(kept) <= {"good.png"}
        assert bool(kept) == isinstance(ATTACHMENTS[student], dict)


def test_a_page_that_cannot_be_made_leaves_the_others(pages, graded):
    path = graded / "autograded" / "many-bold" / ASSIGNMENT / f"{NOTEBOOK}.ipynb"
    whole, before = path.read_text(encoding="utf-8"), read_page(pages, "no-list")
    path.write_text("{}", encoding="utf-8")
    try:
        done = run(graded, "feedback", ASSIGNMENT)
    finally:
        path.write_text(whole, encoding="utf-8")
    assert done.returncode == 1
    assert "many-bold" in done.stderr
    assert "Traceback" not in done.stderr
    assert "This page could not be made" in read_page(pages, "many-bold")
    assert "of 10 points" in words_of(read_page(pages, "many-bold"))
    assert read_page(pages, "no-list") == before


def test_outputs_of_a_file_are_made_well_formed():
    cell = {"source": "x", "outputs": [*OUTPUTS["half-a-character-in-a-list"]]}
    assert HandedIn([cell]).outputs("x") == [_stream("a?b")]


@pytest.mark.parametrize(
    "html",
    [
        "<div>" * 20_000,
        "<b>" * 80_000,
        "<svg" * 80_000,
        "<a x='" * 60_000,
        "<svg>" * 900 + "a" * 390_000,
        "<p>" + "".join(f"<b title={n}>" for n in range(900)) + "</p>" + "<p>x" * 900,
        "<i>" * 10 + "<table>" + "x<tr>" * 20_000,
        "<img><svg>" * 900 + "a" * 7_000_000,
        "<scr" * 400 + "<script></script>" * 400,
        "<a " + " ".join(f"b{n}" for n in range(40_000)) + ">x</a>",
        "<a " + " ".join(f"b{n}='<>'" for n in range(5_000)) + ">x</a>",
        "<title><a b='</title><a " + " ".join(f"b{n}" for n in range(40_000)) + ">",
        "<img>" + "\x1b" * 400_000,
        "<img>" + "\x80" * 390_000,
        "<img>" + "\ud800" * 390_000,
    ],
)
def test_html_that_takes_long_to_clean_is_shown_as_text(html):
    started = time.monotonic()
    data = {"text/html": html, "text/plain": "instead"}
    shown_output({"output_type": "display_data", "data": data})
    assert time.monotonic() - started < 3


@pytest.mark.parametrize(
    "text",
    [
        "\\begin{a}" * 80_000,
        "> a\n\n>" * 80_000,
        '<img src="' * 80_000,
        "[" * 80_000,
        "[" * 19_000,
        "[" * 1_900,
        "$" + "x+" * 9_000 + "x$",
        "$" + "x+" * 240 + "x$",
        "\\[ " * 4_900,
        "```python\n" + "\n " * 9_000 + "\n```",
        "```c++\n" + "\n " * 9_000 + "\n```",
    ],
)
def test_markdown_that_takes_long_to_read_is_shown_as_text(text):
    started = time.monotonic()
    shown_markdown(text)
    assert time.monotonic() - started < 3


@pytest.mark.parametrize("source", ["x = 1" + "\n " * 4_500, "\\\n" * 4_500])
def test_code_that_takes_long_to_colour_is_shown_as_text(source):
    started = time.monotonic()
    assert shown_code(source).striptags().split() == source.split()
    assert time.monotonic() - started < 3


def test_a_picture_that_is_shown_often_is_left_out_in_the_end():
    attached = {"a.png": {"image/png": "A" * 3_000_000}}
    shown = shown_markdown("![sign](attachment:a.png)\n" * 60, attached)
    assert 3_000_000 < len(shown) < 20_000_000
    assert "[picture left out: sign]" in shown


@pytest.mark.parametrize(
    "text",
    [
        "![$x onerror=alert(1) y$](data:image/png;base64,AAAA)",
        '<img title="a" alt="$x onerror=alert(1) y$" src="data:image/png;base64,AAAA">',
        "<img title='> \" onerror=alert(1) ' src='data:image/png;base64,AAAA'>",
        "![&#xe000;0&#xe001; $a$](data:image/png;base64,AAAA)",
        '<img width="²" height="1" src="data:image/png;base64,AAAA">',
    ],
)
def test_what_stands_in_a_picture_stays_text(text):
    shown = shown_markdown(text)
    (picture,) = BeautifulSoup(shown, "html.parser").find_all("img")
    assert set(picture.attrs) <= {"src", "alt", "title", "height"}
    assert picture["src"] == "data:image/png;base64,AAAA"
    assert "<svg" not in shown


def test_characters_of_no_meaning_are_no_marks():
    shown = shown_markdown("Because &#xe000;9&#xe001; and $a$.")
    assert shown.count("<svg") == 1
    assert "9" in shown.striptags()


def test_a_page_with_too_much_on_it_is_cut_short(tmp_path):
    (tmp_path / "sign.png").write_bytes(bytes(2_000_000))
    text = "![sign](sign.png)\n" * 5
    cells = [nbformat.v4.new_markdown_cell(f"{text}\n{n}") for n in range(9)]
    view = NotebookView(
        cells,
        {},
        Marks(),
        HiddenTests(cells, Delimiters.of(Config())),
        tmp_path,
        HandedIn(cells),
    )
    shown = [view._text(place) for place in range(9)]
    assert "<img" in shown[0]
    assert shown[-1].startswith("<pre>")
    assert sum(map(len, shown)) < 80_000_000


def test_a_large_table_is_still_a_table():
    row = "<tr>" + "<td>5.0</td>" * 20 + "</tr>\n"
    table = f'<table border="1" class="dataframe"><tbody>{row * 60}</tbody></table>'
    data = {"text/html": table, "text/plain": "instead"}
    shown = shown_output({"output_type": "display_data", "data": data})
    assert shown.count("<td>") == 1200
