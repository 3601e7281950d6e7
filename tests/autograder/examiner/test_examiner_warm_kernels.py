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
