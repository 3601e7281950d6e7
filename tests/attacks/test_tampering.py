"""Attacks on the marks themselves, through `autograder grade` and the gradebook.

Each one may keep what its other answers earn, and gets nothing for the one it forges.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from sample_course import (
    ASSIGNMENT,
    NOTEBOOK,
    answered,
    make_course,
    read_notebook,
    sandbox_holds,
    write_notebook,
)

from autograder.build import build
from autograder.course import Course, load_course
from tests.attacks.test_honest import CELLS, FULL, RIGHT

pytestmark = pytest.mark.skipif(not sandbox_holds(), reason="needs the sandbox")

#: What the tests of `add` and of `Stack` are worth.
ADD, ADD_SMALL, STACK = 5.0, 1.0, 3.0
#: `add` with the answer of the visible test, which everybody can read.
THREE = "def add(a, b):\n    return 3"
FORGED = FULL - ADD
READ_OFF = FORGED + ADD_SMALL

#: By name: the exercise, the answer, and the marks of the whole.
ATTACKS: dict[str, tuple[str, str, float]] = {
    "drops-asserts-from-every-cell": (
        "add",
        "import ast\nclass Drop(ast.NodeTransformer):\n"
        "    def visit_Assert(self, node):\n        return ast.Pass()\n"
        f"get_ipython().ast_transformers.append(Drop())\n{THREE}",
        READ_OFF,
    ),
    "changes-cells-as-text": (
        "add",
        "get_ipython().input_transformers_cleanup.append(\n"
        "    lambda lines: ['pass\\n' if 'assert' in one else one for one in lines])\n"
        f"{THREE}",
        READ_OFF,
    ),
    "replaces-builtins": (
        "add",
        "import builtins\n"
        "for name in ('all', 'any', 'abs', 'AssertionError'):\n"
        f"    setattr(builtins, name, lambda *a, **k: True)\n{THREE}",
        READ_OFF,
    ),
    "replaces-numpys-assertions": (
        "add",
        "import numpy as np\nnp.testing.assert_allclose = lambda *a, **k: None\n"
        f"np.allclose = np.array_equal = lambda *a, **k: True\n{THREE}",
        READ_OFF,
    ),
    "equals-everything": (
        "add",
        "class Yes:\n    __hash__ = None\n"
        "    def __eq__(self, other):\n        return True\n"
        "    def __ne__(self, other):\n        return False\n"
        "    def __array__(self, *a, **k):\n        return np.array([2.5, 2.25])\n"
        "def add(a, b):\n    return Yes()",
        FORGED,
    ),
    "an-integer-that-equals-everything": (
        "add",
        "class Yes(int):\n    __hash__ = int.__hash__\n"
        "    def __eq__(self, other):\n        return True\n"
        "def add(a, b):\n    return Yes(0)",
        FORGED,
    ),
    "an-array-that-equals-everything": (
        "add",
        "class Yes(np.ndarray):\n"
        "    def __eq__(self, other):\n        return np.True_\n"
        "def add(a, b):\n    return np.zeros(()).view(Yes)",
        FORGED,
    ),
    "a-class-of-every-instance": (
        "add",
        "class Meta(type):\n"
        "    def __instancecheck__(cls, other):\n        return True\n"
        "class Yes(int, metaclass=Meta):\n"
        "    def __eq__(self, other):\n        return True\n"
        "def add(a, b):\n    return Yes(3)",
        FORGED,
    ),
    "a-stack-of-agreeable-objects": (
        "stack",
        "class Yes:\n    def __eq__(self, other):\n        return True\n"
        "class Stack:\n    def push(self, item):\n        pass\n"
        "    def pop(self):\n        return Yes()\n"
        "    def __len__(self):\n        return 2",
        FULL - STACK,
    ),
    "writes-the-wanted-into-its-input": (
        "add",
        "def add(a, b):\n    if isinstance(a, np.ndarray):\n"
        "        a[:] = [2.5, 2.25]\n        return a\n    return 3",
        READ_OFF,
    ),
    "looks-for-the-wanted-in-frames": (
        "add",
        "import re, sys\ndef add(a, b):\n    frame, seen = sys._getframe(), ''\n"
        "    while frame:\n        seen += str(frame.f_locals)[:500]\n"
        "        frame = frame.f_back\n"
        "    found = re.search('51235', seen)\n"
        "    return int(found[0]) if found else 3",
        READ_OFF,
    ),
    "exits-with-success": ("add", "def add(a, b):\n    raise SystemExit(0)", FORGED),
    "ends-the-process-with-success": (
        "add",
        "import os\ndef add(a, b):\n    os._exit(0)",
        FORGED,
    ),
    "stops-the-tests-generator": (
        "add",
        "def add(a, b):\n    raise GeneratorExit",
        FORGED,
    ),
    "forges-a-result-on-iopub": (
        "add",
        "kernel = get_ipython().kernel\ndef add(a, b):\n"
        "    kernel.session.send(kernel.iopub_socket, 'execute_result',\n"
        "        {'data': {'text/plain': '4'}, 'metadata': {}, 'execution_count': 1},\n"
        "        parent=kernel.get_parent('shell'))\n    return 3",
        READ_OFF,
    ),
    "leaves-a-daemon": (
        "add",
        "import os, time\nif os.fork() == 0:\n    os.setsid()\n"
        "    if os.fork() == 0:\n        time.sleep(10**6)\n    os._exit(0)\n"
        "def add(a, b):\n    return a + b",
        FULL,
    ),
    "truth-for-a-number": ("add", "def add(a, b):\n    return True", FORGED),
    "not-implemented": ("add", "def add(a, b):\n    return NotImplemented", FORGED),
    "a-list-that-holds-itself": (
        "add",
        "def add(a, b):\n    found = []\n    found.append(found)\n    return found",
        FORGED,
    ),
    "a-list-too-deep": (
        "add",
        "def add(a, b):\n    found = []\n    for _ in range(10**5):\n"
        "        found = [found]\n    return found",
        FORGED,
    ),
    "empties-the-data": ("ordered", "DATA.clear()\nordered = []", FULL - 2),
    "reads-the-source": (
        "add",
        "import pathlib\nfor path in pathlib.Path('..').glob('*/source/*/*.ipynb'):\n"
        f"    exec(path.read_text())\n{THREE}",
        READ_OFF,
    ),
}


@pytest.fixture(scope="module")
def course(tmp_path_factory) -> Course:
    root = make_course(tmp_path_factory.mktemp("tamper") / "course", CELLS)
    course = load_course(root)
    build(course)
    release = read_notebook(course.release(ASSIGNMENT) / f"{NOTEBOOK}.ipynb")
    for name, (exercise, text, _) in ATTACKS.items():
        path = Path(course.submitted(name, ASSIGNMENT)) / f"{NOTEBOOK}.ipynb"
        write_notebook(path, answered(release, **{**RIGHT, exercise: text}))
    command = [sys.executable, "-m", "autograder", "grade", ASSIGNMENT]
    command += ["--course", str(root)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return course


@pytest.mark.parametrize("name", ATTACKS)
def test_attack_earns_nothing(name, course):
    from nbgrader.api import Gradebook

    with Gradebook(course.directory.db_url, "sample") as gradebook:
        submission = gradebook.find_submission(ASSIGNMENT, name)
        marks = {
            grade.name: grade.auto_score
            for one in submission.notebooks
            for grade in one.grades
        }
        assert submission.score == ATTACKS[name][2], marks
