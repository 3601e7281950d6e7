"""What learners' code kept of hidden tests reaches no page that learners see.

Every submission calls what it kept its loot. The word is put together as the code
runs, so that a page which has it shows something that ran.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from sample_course import (
    ASSIGNMENT,
    NOTEBOOK,
    answered,
    check_cell,
    code,
    find,
    make_course,
    markdown,
    read_notebook,
    sandbox_holds,
    solution,
    write_notebook,
)

from autograder.build import build
from autograder.course import load_course

pytestmark = pytest.mark.skipif(os.name != "posix", reason="the sandbox needs Linux")

HIDDEN_INPUTS = ("904171", "730229")
HIDDEN_TEXT = "zebra-at-noon"

CELLS = [
    code("import math", "setup"),
    markdown("## Areas\n\nWrite `area`.", "ask-area"),
    solution(
        "### BEGIN SOLUTION\ndef area(a, b):\n    return a * b\n### END SOLUTION",
        "area",
    ),
    check_cell("assert area(2, 3) == 6", "area_visible", 1, []),
    check_cell(
        '"""area is right for large sides."""\n### BEGIN HIDDEN TESTS\n'
        "got = area(904171, 730229)\n"
        'assert got == 904171 * 730229, f"Large sides gave {got}, and that is wrong."\n'
        "### END HIDDEN TESTS",
        "area_hidden",
        1,
        [],
    ),
    check_cell(
        '"""area repeats text."""\n### BEGIN HIDDEN TESTS\n'
        "import unittest\n"
        'unittest.TestCase().assertEqual(area("zebra-at-noon", 1), "zebra-at-noon")\n'
        "### END HIDDEN TESTS",
        "area_text",
        1,
        [],
    ),
    markdown("## Doubles\n\nWrite `twice`.", "ask-twice"),
    solution(
        "### BEGIN SOLUTION\ndef twice(a):\n    return 2 * a\n### END SOLUTION",
        "twice",
    ),
    check_cell(
        'got = twice(3)\nprint(got)\nassert got == 6, f"twice(3) gave {got}."',
        "twice_visible",
        1,
        [],
    ),
    check_cell(
        'assert twice(4) == 8, f"{twice.__name__}: {twice.__doc__}"',
        "twice_named",
        1,
        [],
    ),
    check_cell("print(twice(1))\nfloat(twice(5) == 10)", "twice_partial", 1, []),
]

AREA = """
SEEN = []
def keep(a, b):
    SEEN.append((a, b))
    return a == 2  # the visible test, which may show all
def loot():
    return "LO" + "OT " + repr(SEEN)
def area(a, b):
    SEEN.append((a, b))
    return a * b
"""
TWICE = "def twice(a):\n    return 2 * a"

#: By name of the channel: the answers, and a cell behind everything.
CHANNELS: dict[str, dict[str, str]] = {}


def channel(name: str, area: str = "", twice: str = TWICE, last: str = "") -> None:
    CHANNELS[name] = {"area": AREA + area, "twice": twice, "last": last}


# Outputs of later cells --------------------------------------------------------------

channel("printed", last="print(loot())")
channel("shown-as-html", last="from IPython.display import HTML\nHTML(loot())")
channel("last-expression", last="loot()")
channel("raised-in-a-cell", last="raise ValueError(loot())")
channel("name-of-an-exception", last="raise type(loot(), (Exception,), {})()")
channel("standard-error", last="import sys, os\nsys.stderr.write(loot())")
channel("descriptor-1", last="import os\nos.write(1, loot().encode())")
channel("display-hook", last="import sys\nsys.displayhook(loot())")
channel(
    "a-picture",
    last="from IPython.display import display\n"
    "import base64\n"
    "display({'image/png': base64.b64encode(loot().encode()).decode(),"
    " 'text/plain': loot()}, raw=True)",
)
channel(
    "an-earlier-display",
    area="\nfrom IPython.display import display\n"
    "handle = display('nothing yet', display_id=True)",
    last="handle.update(loot())",
)
channel(
    "a-thread-that-prints-later",
    area="\nimport threading, time\n"
    "def later():\n"
    "    while not SEEN:\n"
    "        time.sleep(0.01)\n"
    "    for _ in range(40):\n"
    "        print(loot(), flush=True)\n"
    "        time.sleep(0.05)\n"
    "threading.Thread(target=later, daemon=True).start()",
    last="import time\ntime.sleep(1)",
)
channel(
    "a-forged-parent",
    area="\nfrom IPython import get_ipython\n"
    "FIRST = dict(get_ipython().kernel.get_parent('shell') or {})",
    last="kernel = get_ipython().kernel\n"
    "kernel.session.send(kernel.iopub_socket, 'stream',"
    " {'name': 'stdout', 'text': loot()}, parent=FIRST)",
)
channel(
    "a-file-read-later",
    area="\ndef area(a, b):\n"
    "    SEEN.append((a, b))\n"
    "    with open('kept.txt', 'a') as file:\n"
    "        file.write(loot())\n"
    "    return a * b",
    last="print(open('kept.txt').read())",
)
channel(
    "files-beside-the-notebook",
    area="\ndef area(a, b):\n"
    "    SEEN.append((a, b))\n"
    "    for name in ('areas.html', 'kept.html', 'data.csv', '../kept.html'):\n"
    "        try:\n"
    "            open(name, 'w').write(loot())\n"
    "        except OSError:\n"
    "            pass\n"
    "    return a * b",
)
channel(
    "a-file-over-the-kernels-death",
    area="\nimport os\n"
    "if os.path.exists('kept.txt'):\n"
    "    print(open('kept.txt').read())\n"
    "def area(a, b):\n"
    "    SEEN.append((a, b))\n"
    "    open('kept.txt', 'a').write(loot())\n"
    "    if a == 904171:\n"
    "        os._exit(3)\n"
    "    return a * b",
    last="print(open('kept.txt').read())",
)

# What tests say ------------------------------------------------------------------

channel(
    "raised-in-a-later-visible-test",
    twice="def twice(a):\n    raise ValueError(loot())",
)
channel("given-to-a-later-visible-test", twice="def twice(a):\n    return loot()")
channel(
    "assertion-in-a-later-visible-test",
    twice="def twice(a):\n    raise AssertionError(loot())",
)
channel(
    "name-and-docstring",
    twice="def twice(a):\n    return 0\n"
    "twice.__name__ = twice.__doc__ = twice.__qualname__ = loot()",
)
channel(
    "lines-of-a-traceback",
    twice="import linecache\n"
    "source = f'def twice(a):\\n    raise ValueError  # {loot()}'\n"
    "name = get_ipython().compile.cache(source, 99)\n"
    "exec(compile(source, name, 'exec'))",
)
channel(
    "why-a-name-is-missing",
    twice="raise type(loot().replace(' ', '_'), (Exception,), {})()",
)
channel("not-the-type-that-a-test-expects", twice="twice = type(loot(), (), {})()")

for kind in ("ValueError", "AssertionError", "KeyError", "SystemExit", "TypeError"):
    channel(
        f"{kind}-in-the-hidden-test",
        area="\ndef area(a, b):\n    if keep(a, b):\n        return 6\n"
        f"    raise {kind}(loot())",
    )
for kind in (
    "CheckFailed",
    "NotPlain",
    "CellTimeoutError",
    "MyAssertionError",
    "StudentTooSlow",
):
    channel(
        f"a-class-called-{kind}",
        area=f"\nclass {kind}(Exception):\n    pass\n"
        "def area(a, b):\n    if keep(a, b):\n        return 6\n"
        f"    raise {kind}(loot())",
    )
channel(
    "a-class-called-after-the-input",
    area="\ndef area(a, b):\n    if keep(a, b):\n        return 6\n"
    "    raise type('LO' + f'OT_{a}_{b}', (Exception,), {})()",
)
channel(
    "given-to-the-hidden-test",
    area="\ndef area(a, b):\n    return 6 if keep(a, b) else loot()",
)
channel(
    "an-object-named-after-the-input",
    area="\ndef area(a, b):\n    if keep(a, b):\n        return 6\n"
    "    return type('LO' + f'OT_{a}_{b}', (), {})()",
)
channel(
    "printed-in-the-hidden-test",
    area="\ndef area(a, b):\n    print(loot())\n    return 6 if keep(a, b) else 0",
)
channel(
    "every-message-written-down",  # so that what was given looks like a known message
    area="\nif False:\n"
    "    assert 0, 'Large sides gave LO' 'OT [(904171, 730229)], and that is wrong.'\n"
    "def area(a, b):\n    return 6 if keep(a, b) else loot()",
)


@pytest.fixture(scope="module")
def root(tmp_path_factory) -> Path:
    """A class of thieves, graded and with feedback by both ways."""
    root = make_course(tmp_path_factory.mktemp("leaks") / "course", CELLS)
    course = load_course(root)
    build(course)
    release = read_notebook(course.release(ASSIGNMENT) / f"{NOTEBOOK}.ipynb")
    for name, parts in CHANNELS.items():
        content = answered(release, area=parts["area"], twice=parts["twice"])
        content["cells"].append(code(parts["last"], "last"))
        write_notebook(
            course.submitted(name, ASSIGNMENT) / f"{NOTEBOOK}.ipynb", content
        )
    for command in ("grade", "feedback"):
        line = [sys.executable, "-m", "autograder", command, ASSIGNMENT]
        line += ["--course", str(root)]
        done = subprocess.run(line, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
    return root


def told(text: str) -> list[str]:
    """Return what of the secrets a page tells, besides the learner's own code."""
    shown = re.sub(r"<code>.*?</code>", "", text, flags=re.DOTALL)
    shown += re.sub(r"<[^>]+>", "", shown)
    return [one for one in (*HIDDEN_INPUTS, HIDDEN_TEXT, "LOOT") if one in shown]


@pytest.mark.parametrize("name", CHANNELS)
def test_feedback_tells_nothing(root, name):
    folder = root / "feedback" / name / ASSIGNMENT
    assert [path.name for path in folder.iterdir()] == [f"{NOTEBOOK}.html"]
    page = (folder / f"{NOTEBOOK}.html").read_text(encoding="utf-8")
    assert "area is right for large sides." in page
    assert told(page) == []


@pytest.mark.parametrize("name", CHANNELS)
def test_nbgraders_own_feedback_tells_nothing(root, name):
    from traitlets.config import Config

    from autograder.preprocessors import HideHiddenTests

    path = root / "autograded" / name / ASSIGNMENT / f"{NOTEBOOK}.ipynb"
    hidden, _ = HideHiddenTests(config=Config())(nbformat.read(path, 4), {})
    for cell in hidden.cells:
        outputs = repr(cell.get("outputs"))
        assert told(outputs) == [], cell.source


@pytest.mark.parametrize("name", CHANNELS)
def test_files_of_the_run_are_not_kept(root, name):
    folder = root / "autograded" / name / ASSIGNMENT
    assert {path.name for path in folder.iterdir()} == {f"{NOTEBOOK}.ipynb", "data.csv"}
    assert (folder / "data.csv").read_text() == "1,2\n"


@pytest.mark.skipif(not sandbox_holds(), reason="without a sandbox nothing is private")
def test_the_loot_was_there_to_be_shown(root):
    # Otherwise none of these tests would test anything.
    path = root / "autograded" / "printed" / ASSIGNMENT / f"{NOTEBOOK}.ipynb"
    last = nbformat.read(path, 4).cells[-1]
    assert "LOOT [(2, 3), (904171, 730229), ('zebra-at-noon', 1)]" in repr(last.outputs)
    assert find({"cells": nbformat.read(path, 4).cells}, "area_hidden")["source"]
