"""The examiner with kernels that are warm forks, shut in where that is possible."""

import os

import pytest

from autograder.examiner import StudentKernel, examine
from autograder.kernels.errors import SandboxUnavailable
from autograder.kernels.manager import kernel_manager
from tests.autograder.examiner.exam import BOUNDS, check, notebook, plain, solution


@pytest.mark.parametrize("sandbox", [True, False])
@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_submission_is_examined_in_a_warm_kernel(sandbox, warm):
    code = (
        "import os\nimport numpy as np\ndef f(a):\n    a += 1\n    return a.sum()\n"
        "def die(): os._exit(1)"
    )
    source = notebook(
        plain("import numpy as np"),
        solution(code, "f"),
        check("a = np.zeros(3)\nassert f(a) == 3 and a[0] == 1", "in_place"),
        check("die()", "dies"),
        check("assert f(np.ones(50_000)) == 100_000", "again"),
    )
    kernel = StudentKernel(
        lambda: kernel_manager(blocking=True, sandbox=sandbox), BOUNDS
    )
    try:
        examination = examine(source, source, kernel, warm, BOUNDS)
    except SandboxUnavailable as error:
        pytest.skip(str(error))
    found = {name: one.outcome for name, one in examination.tests.items()}
    assert found == {"in_place": "passed", "dies": "not examined", "again": "passed"}


ANSWER = """
import csv, json, os, pathlib, pickle
import numpy as np

def total(path):
    with open(path) as file:
        return sum(int(row[0]) for row in csv.reader(file))

def largest(path):
    return np.load(path).max()

def save(path, value):
    pathlib.Path(path).parent.mkdir(parents=True, exist_ok=True)
    with open(path, "w") as file:
        json.dump(value, file)
    with open(str(path) + ".pkl", "wb") as file:
        pickle.dump(value, file)

"""
TESTS = {
    "of_a_name": (
        "import os, tempfile\n"
        "with tempfile.NamedTemporaryFile('w', suffix='.csv', delete=False) as file:\n"
        "    file.write('1\\n2\\n')\nassert total(file.name) == 3\n"
        "os.unlink(file.name)\n"
        "try:\n    total(file.name)\nexcept FileNotFoundError:\n    pass\n"
        "else:\n    raise AssertionError('it is still there')"
    ),
    "without_an_ending": (
        "import tempfile\n"
        "with tempfile.NamedTemporaryFile('w+') as file:\n"
        "    file.write('4')\n    file.flush()\n    assert total(file.name) == 4"
    ),
    "in_a_folder": (
        "import tempfile\nfrom pathlib import Path\n"
        "with tempfile.TemporaryDirectory() as folder:\n"
        "    for number in range(3):\n"
        "        place = Path(folder) / 'data.csv'\n"
        "        place.write_text(str(number))\n"
        "        assert total(place) == total(str(place)) == number"
    ),
    "an_array": (
        "import os, tempfile\nimport numpy as np\n"
        "with tempfile.TemporaryDirectory() as folder:\n"
        "    place = os.path.join(folder, 'numbers.npy')\n"
        "    np.save(place, np.arange(5))\n    assert largest(place) == 4"
    ),
    "written_by_the_answer": (
        "import json, os, tempfile\n"
        "with tempfile.TemporaryDirectory() as folder:\n"
        "    place = os.path.join(folder, 'kept.json')\n    save(place, [1, 2])\n"
        "    assert json.load(open(place)) == [1, 2]\n"
        "    # What runs when it is read does not come over.\n"
        "    assert sorted(os.listdir(folder)) == ['kept.json']"
    ),
    "by_its_full_name": (
        "import os\nopen('here.csv', 'w').write('7')\n"
        "assert total(os.path.abspath('here.csv')) == 7"
    ),
}


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_temporary_files_of_a_test_cross(warm, tmp_path):
    cells = [check(code, name) for name, code in TESTS.items()]
    source = notebook(solution(ANSWER, "answer"), *cells)
    (tmp_path / "examiners").mkdir()
    (tmp_path / "students").mkdir()
    kernel = StudentKernel(
        lambda: kernel_manager(blocking=True), BOUNDS, cwd=str(tmp_path / "students")
    )
    folder = tmp_path / "examiners"
    try:
        found = examine(source, source, kernel, warm, BOUNDS, folder=folder)
    except SandboxUnavailable as error:
        pytest.skip(str(error))
    wrong = {
        name: one.traceback
        for name, one in found.tests.items()
        if one.outcome != "passed"
    }
    assert not wrong
