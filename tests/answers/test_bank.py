"""The answer bank's reader and runner: what they read, run, mark and leave out."""

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from tests.answers.bank import Answer, all_answers, read_answers
from tests.answers.notebook import (
    Cell,
    names_of,
    needed_cells,
    read_cells,
    run_answer,
    run_test,
)

# --- the reader


@pytest.fixture
def bank_file(tmp_path):
    """Write the answers to one exercise, and return where they are."""
    path = tmp_path / "pc1-define" / "define-cnn" / "relu.py"
    path.parent.mkdir(parents=True)

    def write(text):
        path.write_text(text)
        return path

    return write


TWO_ANSWERS = """\
# %% right: maximum
def relu(x):
    return np.maximum(x, 0)


# %% wrong: absolute value: the sign goes
# says: lose their sign
# says: become 0
def relu(x):
    # the comment stays
    return abs(x)
"""


def test_reader_takes_kind_name_and_place_of_each_answer(bank_file):
    right, wrong = read_answers(bank_file(TWO_ANSWERS))
    assert (right.is_right, right.name) == (True, "maximum")
    assert (wrong.is_right, wrong.name) == (False, "absolute value: the sign goes")
    assert (right.assignment, right.notebook, right.exercise) == (
        "pc1-define",
        "define-cnn",
        "relu",
    )


def test_reader_takes_what_a_wrong_answer_says_out_of_its_source(bank_file):
    right, wrong = read_answers(bank_file(TWO_ANSWERS))
    assert right.says == ()
    assert wrong.says == ("lose their sign", "become 0")
    assert right.source == "def relu(x):\n    return np.maximum(x, 0)\n"
    assert wrong.source == (
        "def relu(x):\n    # the comment stays\n    return abs(x)\n"
    )


LOOP = """\
# %% right: loop
def total(numbers):
    result = 0
    for number in numbers:
        result += number

    return result


"""


def test_reader_makes_an_answer_of_the_changes_to_an_earlier_one(bank_file):
    text = (
        "# %% wrong: starts late, and stops early\n# says: left out\n# like: loop\n"
        "# -     for number in numbers:\n"
        "# +     for number in numbers[1:]:\n"
        "# +         # not the first\n"
        "# -\n# -     return result\n"
        "# +         return result\n"
    )
    right, wrong = read_answers(bank_file(LOOP + text))
    assert not wrong.is_right
    assert wrong.says == ("left out",)
    assert wrong.source == (
        "def total(numbers):\n"
        "    result = 0\n"
        "    for number in numbers[1:]:\n"
        "        # not the first\n"
        "        result += number\n"
        "        return result\n"
    )
    assert right.source.endswith("\n\n    return result\n")


def test_reader_looks_for_each_change_after_the_one_before(bank_file):
    twice = "# %% right: twice\nx = 1\nx = 1\n\n\n# %% right: again\n# like: twice\n"
    change = "# - x = 1\n# + x = 1; y = 2\n"
    _, again = read_answers(bank_file(twice + change + change))
    assert again.source == "x = 1; y = 2\nx = 1; y = 2\n"


@pytest.mark.parametrize(
    ("changes", "complaint"),
    [
        ("# like: recursion\n# - a\n# + b\n", "no answer 'recursion' before it"),
        ("# like: loop\n# -     return number\n# + b\n", "has no such lines"),
        ("# like: loop\n#     return result\n", "neither a line with"),
        ("# like: loop\n# +     return result\n", "begins with the lines that go"),
        ("# like: loop\n", "shows what differs"),
    ],
    ids=["unknown", "not there", "no sign", "nothing goes", "nothing changes"],
)
def test_reader_refuses_changes_that_do_not_fit(bank_file, changes, complaint):
    with pytest.raises(ValueError, match=complaint):
        read_answers(bank_file(LOOP + "# %% right: other\n" + changes))


def test_reader_ignores_what_stands_before_the_first_answer(bank_file):
    answers = read_answers(bank_file('"""Answers."""\n\n' + TWO_ANSWERS))
    assert [answer.is_right for answer in answers] == [True, False]


def test_answer_is_named_by_notebook_exercise_kind_and_slip(bank_file):
    _, wrong = read_answers(bank_file(TWO_ANSWERS))
    assert str(wrong) == "define-cnn/relu: wrong, absolute value: the sign goes"


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("x = 1\n", "holds no answer"),
        ("# %% wrong: a slip\nx = 1\n", "a wrong answer has lines"),
        ("# %% right: a style\n# says: something\nx = 1\n", "a right one has none"),
    ],
    ids=["no answer", "wrong without message", "right with message"],
)
def test_reader_refuses_a_file_that_breaks_the_rules(bank_file, text, complaint):
    with pytest.raises(ValueError, match=complaint):
        read_answers(bank_file(text))


def test_bank_holds_right_and_wrong_answers_with_messages():
    answers = all_answers()
    assert all(isinstance(answer, Answer) for answer in answers)
    assert any(answer.is_right for answer in answers)
    assert all(answer.says for answer in answers if not answer.is_right)
    assert len({str(answer) for answer in answers}) == len(answers)


# --- the names of a cell


@pytest.mark.parametrize(
    ("source", "uses", "defines"),
    [
        ("total = first + second", {"first", "second"}, {"total"}),
        ("import numpy as np\nfrom course import checks", set(), {"np", "checks"}),
        ("def double(x):\n    return x * factor", {"factor"}, {"double"}),
        ("def outer():\n    return [inner(y) for y in ys]", {"inner", "ys"}, {"outer"}),
        ("class Layer(Base):\n    size = width", {"Base", "width"}, {"Layer"}),
        ("for row in rows:\n    show(row)", {"rows", "show"}, {"row"}),
        ("squares = [n * n for n in numbers]", {"numbers"}, {"squares"}),
        ("def at(place=start):\n    return place", {"start"}, {"at"}),
        ("", set(), set()),
    ],
    ids=[
        "assignment",
        "imports",
        "function",
        "nested scopes",
        "class",
        "loop",
        "comprehension",
        "default",
        "empty",
    ],
)
def test_names_of_a_cell(source, uses, defines):
    assert names_of(source) == (uses, defines)


# --- the runner


def lesson(source):
    return new_code_cell(source)


def solution(name, source):
    return _graded(name, name, source, grade=False, solution=True)


def helper(name, source):
    return _graded(name, "", source, grade=False, solution=False)


def check(name, exercise, source, points=1.0):
    cell = _graded(name, exercise, source, grade=True, solution=False)
    cell.metadata.nbgrader["points"] = points
    return cell


def _graded(name, exercise, source, grade, solution):
    cell = new_code_cell(source)
    cell.metadata["nbgrader"] = {
        "grade_id": name,
        "grade": grade,
        "solution": solution,
        "locked": not solution,
        "schema_version": 3,
    }
    if exercise:
        cell.metadata["tags"] = [f"exercise:{exercise}", "AIT.U3.E5.PC1"]
    return cell


def hidden(claim, body):
    return f'"""{claim}"""\n### BEGIN HIDDEN TESTS\n{body}\n### END HIDDEN TESTS'


@pytest.fixture
def notebook(tmp_path):
    """Write a notebook of the given cells, and return where it is."""

    def write(*cells):
        path = tmp_path / "small.ipynb"
        nbformat.write(new_notebook(cells=[new_markdown_cell("# Small"), *cells]), path)
        read_cells.cache_clear()
        return path

    yield write
    read_cells.cache_clear()


@pytest.fixture
def doubling(notebook):
    """A notebook with one exercise, a visible test and a hidden one."""
    return notebook(
        lesson("factor = 2"),
        solution("double", "def double(x):\n    return factor * x"),
        check("double_two", "double", "assert double(2) == 4, 'twice two is four'"),
        check("double_any", "double", hidden("Any.", "assert double(-3) == -6"), 2),
    )


def marks(path, exercise, answer):
    return [one.earned for one in run_answer(path, exercise, answer)]


def messages(path, exercise, answer):
    return [one.message for one in run_answer(path, exercise, answer)]


def test_right_answer_earns_the_points_of_each_test(doubling):
    assert marks(doubling, "double", "double = lambda x: x + x") == [1, 2]


def test_wrong_answer_earns_nothing_where_it_fails(doubling):
    assert marks(doubling, "double", "def double(x):\n    return x**2") == [1, 0]


def test_result_names_cell_points_and_message(doubling):
    first, _ = run_answer(doubling, "double", "def double(x):\n    return 5")
    assert (first.grade_id, first.earned, first.points) == ("double_two", 0, 1)
    assert first.message == "AssertionError: twice two is four"


def test_answer_may_use_what_the_lesson_defines(doubling):
    answer = "def double(x):\n    return x * factor"
    assert marks(doubling, "double", answer) == [1, 2]


@pytest.mark.parametrize(
    "answer",
    [
        "",
        "def double(x)\n    return 2 * x",
        "1 / 0",
        "raise SystemExit",
        "double = ...",
    ],
    ids=["empty", "no Python", "fails", "exits", "dots"],
)
def test_answer_that_cannot_be_used_earns_nothing(doubling, answer):
    assert marks(doubling, "double", answer) == [0, 0]


def test_answer_that_is_missing_is_told_so(doubling):
    assert messages(doubling, "double", "")[0] == (
        "NameError: name 'double' is not defined"
    )


def test_exit_inside_a_function_is_a_failure_and_no_more(doubling):
    answer = "def double(x):\n    raise SystemExit('bye')"
    assert messages(doubling, "double", answer) == ["SystemExit: bye", "SystemExit"]


def test_hidden_test_shows_the_kind_of_an_error_and_no_value(doubling):
    answer = "def double(x):\n    raise ValueError(f'secret {x}')"
    assert messages(doubling, "double", answer) == [
        "ValueError: secret 2",
        "ValueError",
    ]


def test_hidden_test_shows_the_message_of_an_assertion(notebook):
    path = notebook(
        solution("one", "one = 1"),
        check("one_is", "one", hidden("It is.", "assert one == 1, 'it is not 1'")),
    )
    assert messages(path, "one", "one = 2") == ["AssertionError: it is not 1"]


def test_what_answer_and_lesson_print_is_kept_from_the_output(doubling, capsys):
    run_answer(doubling, "double", "print('noise')\ndouble = print")
    assert capsys.readouterr().out == ""


def test_what_a_test_prints_is_its_message(notebook):
    path = notebook(
        solution("one", "one = 1"), check("one_is", "one", "print('look here')\n0.25")
    )
    assert messages(path, "one", "one = 1") == ["look here\n"]


@pytest.mark.parametrize(
    ("last_line", "earned"),
    [
        ("0.25", 0.25),
        ("one - 1", 0),
        ("2", 2),
        ("True", 3),
        ("None", 3),
        ("'text'", 3),
        ("float('nan')", 0),
        ("float('inf')", 0),
    ],
)
def test_number_on_the_last_line_is_the_score(notebook, last_line, earned):
    path = notebook(
        solution("one", "one = 1"), check("one_is", "one", last_line, points=3)
    )
    assert marks(path, "one", "one = 1") == [earned]


def test_only_the_cells_that_the_tests_need_are_run(notebook):
    path = notebook(
        lesson("import time\nstart = 1"),
        lesson("raise RuntimeError('this training run takes an hour')"),
        lesson("middle = start + 1"),
        solution("end", "end = middle + 1"),
        check("end_is", "end", "assert end == 3"),
        lesson("later = end + unknown"),
    )
    assert marks(path, "end", "end = middle + 1") == [1]


def test_figures_beside_the_data_are_not_drawn(notebook):
    path = notebook(
        lesson("start = 1\nplots.show(1 / 0)\nwidgets.stepper(start)\nstart += 1"),
        solution("end", "end = start + 1"),
        check("end_is", "end", "assert end == 3"),
    )
    assert marks(path, "end", "end = start + 1") == [1]


def test_other_exercises_stand_solved(notebook):
    path = notebook(
        solution("first", "def first(x):\n    return x + 1"),
        check("first_is", "first", "assert first(1) == 2"),
        solution("second", "def second(x):\n    return first(first(x))"),
        check("second_is", "second", "assert second(1) == 3"),
    )
    results = run_answer(path, "second", "def second(x):\n    return first(x) + 1")
    assert [one.grade_id for one in results] == ["second_is"]
    assert [one.earned for one in results] == [1]


def test_helpers_of_other_tests_are_there_and_their_assertions_are_not_repeated(
    notebook,
):
    path = notebook(
        solution("first", "first = 1"),
        check(
            "first_is",
            "first",
            "import math\n\ndef judge(x):\n    return math.sqrt(x)\n\n"
            "raise RuntimeError('the test of another exercise was run')",
        ),
        solution("second", "second = 2"),
        check("second_is", "second", "assert judge(second**2) == second"),
    )
    assert marks(path, "second", "second = 5") == [1]


def test_locked_helper_cells_are_run(notebook):
    path = notebook(
        solution("one", "one = 1"),
        helper("judge", "def judge(x):\n    assert x == 1, 'judged'"),
        check("one_is", "one", "judge(one)"),
    )
    assert messages(path, "one", "one = 2") == ["AssertionError: judged"]


def test_names_of_one_test_serve_the_next(notebook):
    path = notebook(
        solution("one", "one = 1"),
        check("one_a", "one", "wanted = 1\nassert one == wanted"),
        check("one_b", "one", "assert one == wanted"),
    )
    assert marks(path, "one", "one = 1") == [1, 1]


def test_each_answer_starts_afresh(doubling):
    marks(doubling, "double", "factor = 7\ndef double(x):\n    return factor * x")
    answer = "def double(x):\n    return factor * x"
    assert marks(doubling, "double", answer) == [1, 2]


@pytest.mark.parametrize("exercise", ["treble", ""], ids=["unknown", "none"])
def test_exercise_that_is_not_there_is_an_error(doubling, exercise):
    with pytest.raises(ValueError, match="no exercise"):
        run_answer(doubling, exercise, "x = 1")


def test_exercise_without_a_test_is_an_error(notebook):
    path = notebook(solution("one", "one = 1"))
    with pytest.raises(ValueError, match="with a test"):
        run_answer(path, "one", "one = 1")


def test_cells_carry_grade_id_points_and_exercise(doubling):
    factor, double, visible, secret = read_cells(doubling)
    assert (factor.is_solution, factor.is_test, factor.exercise) == (False, False, "")
    assert (double.is_solution, double.is_test, double.exercise) == (
        True,
        False,
        "double",
    )
    assert (visible.grade_id, visible.points, visible.is_hidden) == (
        "double_two",
        1,
        False,
    )
    assert (secret.points, secret.is_hidden) == (2, True)


def test_needed_cells_keep_the_order_of_the_notebook(doubling):
    cells = needed_cells(list(read_cells(doubling)), "double")
    assert [cell.grade_id for cell in cells][1:] == [
        "double",
        "double_two",
        "double_any",
    ]


def test_test_cell_alone_is_run_on_given_names():
    cell = Cell("sum_is", "assert one + two == 3\n'done'", 2, False, "sum")
    assert run_test(cell, {"one": 1, "two": 2}).earned == 2
    assert run_test(cell, {"one": 1, "two": 1}).earned == 0
