"""How a submission is walked through: order, state, time, and what goes wrong."""

import time

import pytest

from autograder.examiner import Bounds
from tests.autograder.examiner.exam import (
    Case,
    assert_case,
    check,
    locked,
    notebook,
    plain,
    solution,
)

QUICK = Bounds(cell_seconds=2, notebook_seconds=60, grace_seconds=2)


def outcomes(examination) -> dict[str, str]:
    return {name: one.outcome for name, one in examination.tests.items()}


def test_test_sees_names_as_they_are_at_its_place(examiners):
    source = notebook(
        solution("x = 1", "first"),
        check("assert x == 1", "first_test"),
        solution("x = x + 1", "second"),
        check("assert x == 2", "second_test"),
    )
    submission = notebook(
        solution("x = 1", "first"),
        check("pass", "first_test"),
        solution("x = x + 1", "second"),
        plain("x"),
        check("pass", "second_test"),
        plain("x = 10\nprint(x)"),
    )
    examination = examiners.examine(source, submission)
    assert outcomes(examination) == {"first_test": "passed", "second_test": "passed"}
    assert examination.cells[3].outputs[0]["data"]["text/plain"] == "2"
    assert examination.cells[5].outputs[0]["text"] == "10\n"


def test_name_that_graders_and_student_define_is_whose_defined_it_last(examiners):
    source = notebook(
        plain("data = [1, 2]\nimport math"),
        solution("total = sum(data)", "total"),
        check("assert data == [1, 2] and total == 3", "before"),
        solution("data = [5]", "data"),
        check("assert data == [5] and math.pi > 3", "after"),
    )
    submission = notebook(
        plain("data = [1, 1, 1]\nmath = None"),
        solution("total = sum(data)", "total"),
        check("", "before"),
        solution("data = [5]", "data"),
        check("", "after"),
    )
    examination = examiners.examine(source, submission)
    assert outcomes(examination) == {"before": "passed", "after": "passed"}


def test_names_of_a_test_are_seen_by_later_tests_and_not_by_the_student(examiners):
    source = notebook(
        solution("def f(): return 'secret' in globals()", "f"),
        check("secret = 5\ndef helper(): return secret + f()", "one"),
        check("assert helper() == 5 and secret == 5", "two"),
    )
    submission = notebook(
        solution("def f(): return 'secret' in globals()", "f"),
        check("", "one"),
        check("", "two"),
        plain("print('secret' in globals(), 'helper' in globals())"),
    )
    examination = examiners.examine(source, submission)
    assert outcomes(examination) == {"one": "passed", "two": "passed"}
    assert examination.cells[3].outputs[0]["text"] == "False False\n"


def test_only_cells_that_a_test_depends_on_are_run(examiners):
    source = notebook(
        plain("import time\nunits = 3"),
        plain("time.sleep(100)\ntrained = 1"),
        plain("sizes = []"),
        plain("sizes.append(units)"),
        solution("def f(n): return n", "f"),
        check("assert f(sizes) == [3]", "t"),
    )
    started = time.monotonic()
    examination = examiners.examine(
        source, notebook(solution("def f(n): return n", "f"), check("", "t"))
    )
    assert outcomes(examination) == {"t": "passed"}
    assert time.monotonic() - started < 50


def test_only_the_tests_asked_for_are_examined(examiners):
    source = notebook(
        solution("def f(n): return n", "f"),
        check("base = 2", "one"),
        check("assert f(base) == 2", "two"),
        check("assert f(base) == 3", "three"),
    )
    submission = notebook(
        solution("def f(n): return n", "f"),
        check("", "one"),
        check("", "two"),
        check("", "three"),
    )
    examination = examiners.examine(source, submission, only={"two"})
    assert outcomes(examination) == {"two": "passed"}


CASES = [
    Case(
        "function_taken_away_from_the_student",
        "def squares(n): return [i * i for i in range(1, n + 1)]\n"
        "def total(n): return sum(squares(n))",
        "original = squares\ndel squares\n"
        "try:\n    total(1)\nexcept NameError:\n    pass\n"
        "else:\n    raise AssertionError('total does not use squares')\n"
        "finally:\n    squares = original\n"
        "assert total(2) == 5 and squares(2) == [1, 4]",
    ),
    Case(
        "function_is_back_for_the_next_test",
        "",
        "assert total(3) == 14 and squares(1) == [1]",
    ),
    Case(
        "function_that_is_not_used",
        "def cubes(n): return [i ** 3 for i in range(n)]\n"
        "def total_cubes(n): return sum(i ** 3 for i in range(n))",
        "del cubes\n"
        "try:\n    total_cubes(1)\nexcept NameError:\n    pass\n"
        "else:\n    raise AssertionError('total_cubes does not use cubes')",
        "failed",
        "does not use",
    ),
    Case(
        "function_replaced_by_one_of_the_test",
        "def price(x): return 2 * x\ndef bill(x): return price(x) + 1",
        "asked = []\n"
        "def price(x):\n    asked.append(x)\n    return 100\n"
        "assert bill(3) == 101 and asked == [3]",
    ),
    Case(
        "unittest_finds_the_cases_of_the_cell",
        "def one(): return 1",
        "import unittest\n"
        "class TestOne(unittest.TestCase):\n"
        "    def test_one(self): self.assertEqual(one(), 2)\n"
        "ran = unittest.main(argv=['x'], exit=False).result\n"
        "assert ran.testsRun == 1 and ran.wasSuccessful()",
        "failed",
    ),
    Case("number_is_partial_credit", "def f(n): return n / 4", "f(2)\n0.5 * f(4)"),
    Case("semicolon_hides_the_number", "a = 1", "0.5;"),
    Case("truth_value_is_no_number", "b = 1", "b == 1"),
    Case("output_is_kept", "def say(): print('theirs')", "say()\nprint('ours')\n3"),
    Case("stderr_is_no_failure", "c = 1", "import sys\nprint('w', file=sys.stderr)"),
    Case(
        "magics_and_commands",
        "d = 1",
        "%matplotlib inline\n%config InlineBackend.figure_format = 'svg'\n"
        "!pip install nothing-at-all\nfiles = !echo hello\nassert files == ['hello']\n"
        "%time e = d + 1\nassert e == 2",
    ),
    Case(
        "figures_are_drawn_to_memory",
        "def draw(ax): pass",
        "import matplotlib.pyplot as plt\n"
        "fig, ax = plt.subplots()\nax.plot([1, 2])\nplt.show()\n"
        "assert len(ax.lines) == 1",
    ),
    Case(
        "import_of_the_solution_is_the_graders",
        "import math as m\nroot = m.sqrt(16)",
        "assert root == m.sqrt(16)",
    ),
    Case(
        "import_that_the_student_left_out_is_missing",
        "quotient = 2",
        "assert stats.mean([2, 2]) == quotient",
        "error",
        "`stats` is not defined",
        "import statistics as stats\nquotient = 2",
    ),
    Case(
        "names_are_looked_up_in_globals",
        "known = 3",
        "assert 'known' in globals() and 'unknown' not in globals()\n"
        "assert globals().get('unknown', 7) == 7 and globals()['known'] == 3",
    ),
    Case(
        "builtin_that_the_student_patches_is_the_graders",
        "import builtins\nbuiltins.sum = lambda *a: 42\nsum = len = lambda *a: 42\n"
        "def total(v): return 42",
        "assert total([1, 2]) == sum([1, 2]) and len([1]) == 1",
        "failed",
        solution="def total(v): return sum(v)",
    ),
    Case(
        "builtin_name_that_the_exercise_asks_for_is_the_students",
        "def filter(v): return v + 1",
        "assert filter(1) == 2",
    ),
    Case(
        "numpy_that_the_student_patches_is_the_graders",
        "import numpy\nnumpy.allclose = lambda *a, **k: True\n"
        "numpy.testing.assert_allclose = lambda *a, **k: None\n"
        "def half(v): return v",
        "import numpy as np\nassert np.allclose(half(2), 1)",
        "failed",
        solution="def half(v): return v / 2",
    ),
]


@pytest.fixture(scope="module")
def results(examiners):
    return examiners.cases(CASES)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_case_has_its_outcome(case, results):
    assert_case(case, results)


def test_number_at_the_end_is_given(results):
    assert results["number_is_partial_credit"].number == 0.5
    assert results["number_is_partial_credit"].value == "0.5"
    assert results["semicolon_hides_the_number"].number is None
    assert results["truth_value_is_no_number"].number is None
    assert results["truth_value_is_no_number"].value == "True"


def test_outputs_of_test_and_student_are_apart(results):
    assert results["output_is_kept"].stdout == "ours\n"
    assert results["output_is_kept"].student_output == "theirs\n"


def test_call_that_never_returns_costs_its_cell_only(examiners):
    code = "def f(n):\n    while n: pass\n    return 7\nkept = [1]"
    source = notebook(
        solution(code, "f"),
        check("assert f(1) == 7", "slow"),
        check("assert f(0) == 7 and kept == [1]", "quick"),
    )
    submission = notebook(
        solution(code, "f"), check("", "slow"), check("", "quick"), plain("print(f(0))")
    )
    examination = examiners.examine(source, submission, QUICK)
    assert outcomes(examination) == {"slow": "timeout", "quick": "passed"}
    assert examination.tests["slow"].seconds < 4
    assert examination.cells[3].outputs[0]["text"] == "7\n"


def test_call_that_cannot_be_interrupted_costs_its_cell_only(examiners):
    code = (
        "import time\n"
        "def f(n):\n"
        "    while n:\n"
        "        try: time.sleep(1)\n"
        "        except BaseException: pass\n"
        "    return 7"
    )
    source = notebook(
        solution(code, "f"), check("f(1)", "slow"), check("assert f(0) == 7", "quick")
    )
    submission = notebook(solution(code, "f"), check("", "slow"), check("", "quick"))
    examination = examiners.examine(source, submission, QUICK)
    assert outcomes(examination) == {"slow": "timeout", "quick": "passed"}
    assert any("started again" in flag for flag in examination.flags)


@pytest.mark.parametrize("caught", ["except Exception:", "except:"])
def test_catching_everything_in_a_test_does_not_hide_a_timeout(caught, examiners):
    code = "def f():\n    while True: pass"
    test = f"print('tried')\ntry: f()\n{caught} pass\nassert True"
    result = examiners.one(code, test, bounds=QUICK)
    assert result.outcome == "timeout"
    assert result.stdout == "tried\n"


def test_calls_from_several_threads_are_told_apart(examiners):
    result = examiners.one(
        "def f(x): return 2 * x",
        "from concurrent.futures import ThreadPoolExecutor\n"
        "with ThreadPoolExecutor(8) as pool:\n"
        "    assert list(pool.map(f, range(200))) == list(range(0, 400, 2))",
    )
    assert result.outcome == "passed", result.message


def test_kernel_that_dies_in_a_call_is_started_again(examiners):
    code = "import os\ndef f(n):\n    if n: os._exit(3)\n    return 7"
    source = notebook(
        plain("base = 1"),
        solution(code, "f"),
        check("helper = f", "before"),
        check("f(base)", "deadly"),
        check("assert f(0) == 7", "after"),
        check("helper(0)", "old_object"),
    )
    submission = notebook(
        solution(code, "f"),
        check("", "before"),
        check("", "deadly"),
        check("", "after"),
        check("", "old_object"),
    )
    examination = examiners.examine(source, submission)
    assert outcomes(examination) == {
        "before": "passed",
        "deadly": "not examined",
        "after": "passed",
        "old_object": "not examined",
    }
    assert "process ended" in examination.tests["deadly"].message
    assert "has ended" in examination.tests["old_object"].message


def test_kernel_that_dies_in_a_cell_is_started_again_without_that_cell(examiners):
    source = notebook(
        solution("x = 1", "x"),
        check("assert x == 1", "x_test"),
        solution("y = 2", "y"),
        check("assert y == 2", "y_test"),
        solution("z = 3", "z"),
        check("assert z == 3 and x == 1", "z_test"),
    )
    submission = notebook(
        solution("x = 1", "x"),
        check("", "x_test"),
        solution("import os\nos._exit(1)", "y"),
        check("", "y_test"),
        solution("z = 3", "z"),
        check("", "z_test"),
    )
    examination = examiners.examine(source, submission)
    assert outcomes(examination) == {
        "x_test": "passed",
        "y_test": "error",
        "z_test": "passed",
    }
    assert "stopped the kernel" in examination.tests["y_test"].message


def test_kernel_that_dies_again_and_again_is_given_up(examiners):
    source = [solution("def f(): return 1", "f")]
    submission = [solution("import os\ndef f(): os._exit(1)", "f")]
    for number in range(6):
        source.append(check("f()", f"t{number}"))
        submission.append(check("", f"t{number}"))
    bounds = Bounds(cell_seconds=10, restarts=2)
    examination = examiners.examine(notebook(*source), notebook(*submission), bounds)
    assert set(outcomes(examination).values()) == {"not examined"}
    assert "again and again" in examination.tests["t5"].message


def test_cell_of_the_student_over_time_is_interrupted(examiners):
    source = notebook(solution("x = 1", "x"), check("assert x == 1", "t"))
    submission = notebook(
        plain("kept = 1"),
        plain("while True: pass"),
        solution("x = kept", "x"),
        check("", "t"),
    )
    examination = examiners.examine(source, submission, QUICK)
    assert outcomes(examination) == {"t": "passed"}
    assert examination.cells[1].status == "timeout"
    assert any("Cell 2" in flag for flag in examination.flags)


def test_notebook_over_time_leaves_the_rest_unexamined(examiners):
    source = notebook(solution("x = 1", "x"), check("assert x == 1", "t"))
    submission = notebook(
        plain("import time\ntime.sleep(5)"), solution("x = 1", "x"), check("", "t")
    )
    bounds = Bounds(cell_seconds=10, notebook_seconds=2, grace_seconds=1)
    examination = examiners.examine(source, submission, bounds)
    assert outcomes(examination) == {"t": "not examined"}
    assert "whole time" in examination.tests["t"].message


def test_test_that_loops_is_ended_and_the_rest_goes_on(examiners):
    source = notebook(
        plain("import numpy as np\nbase = np.ones(3)"),
        solution("def f(): return 1", "f"),
        check("while f(): pass", "asks"),
        check("while True: pass", "loops"),
        check("assert f() == base[0]", "after"),
    )
    submission = notebook(
        solution("def f(): return 1", "f"),
        check("", "asks"),
        check("", "loops"),
        check("", "after"),
    )
    examination = examiners.examine(source, submission, QUICK)
    assert outcomes(examination) == {
        "asks": "timeout",
        "loops": "timeout",
        "after": "passed",
    }


def test_test_that_takes_all_memory_is_an_error(examiners):
    bounds = Bounds(cell_seconds=20, examiner_memory_bytes=2**30)
    source = notebook(
        solution("n = 2 ** 33", "n"),
        check("bytearray(n)", "greedy"),
        check("assert n > 1", "after"),
    )
    submission = notebook(
        solution("n = 2 ** 33", "n"), check("", "greedy"), check("", "after")
    )
    examination = examiners.examine(source, submission, bounds)
    assert outcomes(examination) == {"greedy": "error", "after": "passed"}
    assert examination.tests["greedy"].error_type == "MemoryError"


def test_test_that_ends_the_examiner_is_not_examined(examiners):
    source = notebook(
        solution("n = 1", "n"),
        check("import os\nos._exit(0)", "ends"),
        check("assert n == 1", "after"),
    )
    submission = notebook(solution("n = 1", "n"), check("", "ends"), check("", "after"))
    examination = examiners.examine(source, submission)
    assert outcomes(examination) == {"ends": "not examined", "after": "passed"}


def test_test_cell_that_is_missing_is_examined_at_the_end(examiners):
    source = notebook(
        solution("x = 1", "x"),
        check("assert x == 1", "gone"),
        solution("x = 2", "y"),
    )
    examination = examiners.examine(
        source, notebook(solution("x = 2", "x"), plain("x = 1"))
    )
    assert outcomes(examination) == {"gone": "passed"}
    assert any("`gone` is missing" in flag for flag in examination.flags)


def test_students_locked_cells_run_for_the_student_too(examiners):
    helper = "def helper(n): return n + 1"
    source = notebook(
        locked(helper, "helper"),
        solution("def f(n): return helper(n)", "f"),
        check("assert f(1) == helper(1)", "t"),
    )
    submission = notebook(
        locked(helper, "helper"),
        solution("def f(n): return helper(n)", "f"),
        check("", "t"),
    )
    assert outcomes(examiners.examine(source, submission)) == {"t": "passed"}


def test_cell_of_the_instructor_that_fails_is_named(examiners):
    source = notebook(
        plain("a = 1\nraise RuntimeError('no network')\nb = 2"),
        solution("x = 1", "x"),
        check("assert a == x", "first"),
        check("assert b == x", "second"),
    )
    submission = notebook(
        plain("b = 1"), solution("x = 1", "x"), check("", "first"), check("", "second")
    )
    examination = examiners.examine(source, submission)
    assert outcomes(examination) == {"first": "passed", "second": "error"}
    assert "stopped with RuntimeError" in examination.tests["second"].message
    assert "no network" in examination.grader_problems["cell 1"]


def test_output_is_cut_at_its_bound(examiners):
    source = notebook(solution("x = 1", "x"), check("assert x == 1", "t"))
    submission = notebook(
        plain("for _ in range(100): print('y' * 50_000, flush=True)"),
        solution("x = 1", "x"),
        check("", "t"),
    )
    bounds = Bounds(output_bytes=200_000)
    examination = examiners.examine(source, submission, bounds)
    assert outcomes(examination) == {"t": "passed"}
    kept = sum(len(one["text"]) for one in examination.cells[0].outputs)
    assert kept <= 200_000 < examination.cells[0].dropped_bytes
    assert any("was cut" in flag for flag in examination.flags)


def test_error_and_display_outputs_are_kept(examiners):
    source = notebook(solution("x = 1", "x"), check("assert x == 1", "t"))
    submission = notebook(
        plain("1 / 0"),
        plain(
            "from IPython.display import HTML, display, clear_output\n"
            "print('old')\nclear_output(wait=True)\n"
            "h = display(HTML('<b>a</b>'), display_id=True)\nh.update(HTML('<b>b</b>'))"
        ),
        solution("x = 1", "x"),
        check("", "t"),
    )
    examination = examiners.examine(source, submission)
    assert examination.cells[0].outputs[0]["ename"] == "ZeroDivisionError"
    assert examination.cells[0].error_name == "ZeroDivisionError"
    (shown,) = examination.cells[1].outputs
    assert shown["data"]["text/html"] == "<b>b</b>"


def test_kernel_that_cannot_be_started_is_nobodys_zero(examiners):
    from jupyter_client.manager import KernelManager

    from autograder.examiner import ExaminerDied, StudentKernel, examine

    kernel = StudentKernel(lambda: KernelManager(kernel_name="no-such-kernel"), QUICK)
    source = notebook(solution("x = 1", "x"), check("assert x == 1", "t"))
    with pytest.raises(ExaminerDied, match="does not start"):
        examine(source, source, kernel, examiners._warm, QUICK)
