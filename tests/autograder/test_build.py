"""release/ is generated from source/, always the same, and compared with it."""

import json
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from sample_course import (
    ASSIGNMENT,
    HIDDEN,
    NOTEBOOK,
    STUB,
    check_cell,
    code,
    find,
    make_course,
    markdown,
    notebook,
    read_notebook,
    solution,
    source_cells,
    write_notebook,
)

from autograder.build import build
from autograder.course import load_course
from autograder.exceptions import BuildError, CourseNotFound, UnknownAssignment


def released(root: Path) -> Path:
    return root / "release" / ASSIGNMENT / f"{NOTEBOOK}.ipynb"


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_release_holds_stubs_and_claims_but_no_answers(course):
    report = build(course)
    assert report.written
    assert report.findings == []

    release = read_notebook(released(course.root))
    text = released(course.root).read_text(encoding="utf-8")
    assert "Write your answer here." in find(release, "area")["source"][-1]
    assert "".join(find(release, "area_any")["source"]) == (
        '"""area works for every rectangle."""'
    )
    for secret in ("product_of_sides", "total_of_values", "(17, 23)", "BEGIN"):
        assert secret not in text
    assert find(release, "area_any")["metadata"]["tags"] == [
        "exercise:area",
        "AIT.U3.E5.PC1",
    ]


def test_helper_files_are_copied(course):
    build(course)
    copied = course.release(ASSIGNMENT) / "data.csv"
    assert copied.read_text(encoding="utf-8") == "1,2\n"


def test_same_source_gives_same_bytes(tmp_path):
    cells = source_cells()
    for cell in cells[:3]:
        del cell["id"]  # as from a tool that writes none
    results = []
    for name in ("one", "two"):
        root = make_course(tmp_path / name, cells)
        build(load_course(root))
        results.append(contents(root / "release"))
    assert results[0] == results[1]
    text = results[0][f"{ASSIGNMENT}/{NOTEBOOK}.ipynb"]
    assert text.endswith(b"}\n")
    assert not text.endswith(b"\n\n")
    content = json.loads(text)
    assert list(content) == sorted(content)
    assert len({cell["id"] for cell in content["cells"]}) == len(cells)
    assert "version" not in content["metadata"]["language_info"]


def test_outputs_times_and_widget_state_are_left_out(course_root):
    cells = source_cells()
    cells[4]["outputs"] = [{"output_type": "stream", "name": "stdout", "text": ["1\n"]}]
    cells[4]["execution_count"] = 7
    cells[4]["metadata"]["execution"] = {"iopub.execute_input": "2024-01-01T00:00:00Z"}
    content = notebook(cells)
    content["metadata"]["widgets"] = {}
    source = course_root / "source" / ASSIGNMENT / f"{NOTEBOOK}.ipynb"
    write_notebook(source, content)

    report = build(load_course(course_root))
    assert [str(finding) for finding in report.findings] == [
        "areas, cell 5: has outputs; they are left out of the release. Clear them "
        "before committing the source."
    ]
    text = released(course_root).read_text(encoding="utf-8")
    assert "2024" not in text
    assert "widgets" not in text
    cell = json.loads(text)["cells"][4]
    assert (cell["outputs"], cell["execution_count"]) == ([], None)


def test_building_touches_nothing_but_release(course):
    before = contents(course.root)
    build(course)
    after = contents(course.root)
    assert {name for name in after if name not in before} == {
        f"release/{ASSIGNMENT}/{NOTEBOOK}.ipynb",
        f"release/{ASSIGNMENT}/data.csv",
    }


def test_check_writes_nothing_and_leaves_an_existing_gradebook_alone(course):
    gradebook = course.root / "gradebook.db"
    with sqlite3.connect(gradebook) as connection:
        connection.execute("CREATE TABLE mine (value)")
    connection.close()
    before = contents(course.root)
    report = build(course, check=True)
    assert not report.written
    assert contents(course.root) == before


def test_check_is_content_after_a_build(course):
    build(course)
    assert build(course, check=True).differences == []


def change_solution_text(root: Path) -> None:
    content = read_notebook(released(root))
    find(content, "area")["source"] = "def area(a, b):\n    return a * b"
    write_notebook(released(root), content)


def change_points(root: Path) -> None:
    content = read_notebook(released(root))
    find(content, "area_any")["metadata"]["nbgrader"]["points"] = 5
    write_notebook(released(root), content)


def drop_test(root: Path) -> None:
    content = read_notebook(released(root))
    content["cells"].remove(find(content, "mean_lists"))
    write_notebook(released(root), content)


def add_cell(root: Path) -> None:
    content = read_notebook(released(root))
    content["cells"].append(code("leftover = 1", "leftover"))
    write_notebook(released(root), content)


def reformat(root: Path) -> None:
    write_notebook(released(root), read_notebook(released(root)))


def delete_helper(root: Path) -> None:
    (released(root).parent / "data.csv").unlink()


def change_helper(root: Path) -> None:
    (released(root).parent / "data.csv").write_text("9\n", encoding="utf-8")


def add_file(root: Path) -> None:
    (released(root).parent / "answers.txt").write_text("42", encoding="utf-8")


def delete_all(root: Path) -> None:
    shutil.rmtree(root / "release")


def add_assignment(root: Path) -> None:
    write_notebook(root / "release" / "old" / "old.ipynb", notebook([]))


def break_release(root: Path) -> None:
    released(root).write_text("{", encoding="utf-8")


@pytest.mark.parametrize(
    ("change", "kind", "path", "detail"),
    [
        (change_solution_text, "differs", "areas.ipynb", "cell area: the text differs"),
        (change_points, "differs", "areas.ipynb", "cell area_any: metadata"),
        (drop_test, "differs", "areas.ipynb", "mean_lists: only in what the source"),
        (add_cell, "differs", "areas.ipynb", "only in the release"),
        (reformat, "differs", "areas.ipynb", "only the file's formatting differs"),
        (break_release, "differs", "areas.ipynb", "not a notebook"),
        (delete_helper, "missing", "data.csv", None),
        (change_helper, "differs", "data.csv", None),
        (add_file, "extra", "answers.txt", None),
        (delete_all, "missing", "areas.ipynb", None),
        (add_assignment, "extra", "old", "no source"),
    ],
)
def test_check_names_each_kind_of_difference(course, change, kind, path, detail):
    build(course)
    change(course.root)
    differences = build(course, check=True).differences
    found = [d for d in differences if d.kind == kind and d.path.endswith(path)]
    assert found, [str(difference) for difference in differences]
    if detail:
        assert detail in str(found[0])


def test_a_failing_build_leaves_the_release_as_it_was(course):
    build(course)
    before = contents(course.root / "release")
    second = course.root / "source" / "broken" / "broken.ipynb"
    write_notebook(second, notebook([code("### BEGIN SOLUTION\nx = 1", "open")]))
    report = build(course)
    assert not report.written
    assert "without 'END SOLUTION'" in str(report.serious[0])
    assert contents(course.root / "release") == before


def test_nbgraders_refusal_is_passed_on_with_the_cell(course_root):
    cells = source_cells()
    cells[1]["source"] = "### BEGIN SOLUTION\nimport math\n### END SOLUTION"
    make_course(course_root, cells)
    with pytest.raises(BuildError, match="non-solution cell") as error:
        build(load_course(course_root))
    assert "    import math" in str(error.value)


def repeated_grade_id():
    return [*source_cells(), solution("x = 1", "area") | {"id": "again"}]


def repeated_cell_id():
    return [*source_cells(), code("x = 1", "play")]


def invalid_cell():
    return [*source_cells(), {"cell_type": "code", "id": "odd", "metadata": {}}]


def stray_end():
    return [*source_cells(), code("y = 1\n### END SOLUTION", "stray")]


def misspelled_mark():
    return [*source_cells(), code("# begin_solution\ny = 1", "misspelled")]


def solution_in_prose():
    text = "    product_of_sides = width * height\n    return product_of_sides"
    return [*source_cells(), markdown(f"Hint:\n\n{text}", "hint")]


def hidden_test_in_prose():
    return [*source_cells(), markdown("\n".join(HIDDEN.split("\n")[2:-1]), "leak")]


@pytest.mark.parametrize(
    ("cells", "message"),
    [
        (repeated_grade_id, "area: this grade id is used twice"),
        (repeated_cell_id, "two cells have the id 'play'"),
        (invalid_cell, "not a valid notebook"),
        (stray_end, "'END SOLUTION' without 'BEGIN SOLUTION'"),
        (misspelled_mark, "looks like a mark but is none"),
        (solution_in_prose, "area: the solution ('product_of_sides = width * height'"),
        (hidden_test_in_prose, "area_any: the hidden test"),
    ],
)
def test_serious_mistakes_stop_the_build(course_root, cells, message):
    make_course(course_root, cells())
    report = build(load_course(course_root))
    assert not report.written
    assert any(message in str(finding) for finding in report.serious), report.findings
    assert not (course_root / "release").exists()


def without_region():
    return [*source_cells(), solution("answer = 1", "whole")]


def worth_nothing():
    return [*source_cells(), check_cell("assert True", "free", 0, [])]


def ends_with_number():
    return [*source_cells(), check_cell("assert True\n-1.5", "number", 1, [])]


@pytest.mark.parametrize(
    ("cells", "message"),
    [
        (without_region, "whole: a solution cell without 'BEGIN SOLUTION'"),
        (worth_nothing, "free: a test cell worth 0 points"),
        (ends_with_number, "number: the test ends with a bare number"),
    ],
)
def test_minor_mistakes_are_reported_and_built(course_root, cells, message):
    make_course(course_root, cells())
    report = build(load_course(course_root))
    assert report.written
    assert any(message in str(finding) for finding in report.findings)


@pytest.mark.parametrize(
    ("kernelspec", "message"),
    [(None, "no kernelspec"), ({"name": "py-27", "display_name": "x"}, "'py-27'")],
)
def test_a_kernel_that_learners_lack_is_reported(course_root, kernelspec, message):
    content = notebook(source_cells())
    del content["metadata"]["kernelspec"]
    if kernelspec:
        content["metadata"]["kernelspec"] = kernelspec
    source = course_root / "source" / ASSIGNMENT / f"{NOTEBOOK}.ipynb"
    write_notebook(source, content)
    findings = build(load_course(course_root)).findings
    assert any(message in str(finding) for finding in findings)


def test_own_delimiters_and_own_folders_are_honoured(tmp_path):
    root = tmp_path / "course"
    cells = [
        solution("x = 0\n# ANSWER>\nsecret_number = 41 + 1\n# <ANSWER", "x"),
        check_cell("# T>\nassert secret_number == 42\n# <T", "x_test", 1, []),
    ]
    write_notebook(root / "teacher" / "one" / "n.ipynb", notebook(cells))
    (root / "nbgrader_config.py").write_text(
        "c = get_config()\n"
        "c.CourseDirectory.source_directory = 'teacher'\n"
        "c.CourseDirectory.release_directory = 'handout'\n"
        "c.ClearSolutions.begin_solution_delimeter = 'ANSWER>'\n"
        "c.ClearSolutions.end_solution_delimeter = '<ANSWER'\n"
        "c.ClearHiddenTests.begin_test_delimeter = 'T>'\n"
        "c.ClearHiddenTests.end_test_delimeter = '<T'\n",
        encoding="utf-8",
    )
    assert build(load_course(root)).written
    text = (root / "handout" / "one" / "n.ipynb").read_text(encoding="utf-8")
    assert "secret_number" not in text


def test_course_without_configuration_works(tmp_path):
    write_notebook(tmp_path / "source" / "a" / "n.ipynb", notebook(source_cells()))
    assert build(load_course(tmp_path)).written


def test_unknown_assignment_lists_the_known_ones(course):
    with pytest.raises(UnknownAssignment, match=r"'shape'.*Known assignments: shapes"):
        build(course, ["shape"])


def test_a_folder_that_is_no_course_is_refused(tmp_path):
    with pytest.raises(CourseNotFound, match="not an nbgrader course"):
        load_course(tmp_path)


@pytest.mark.parametrize("minor", [4, 5])
def test_header_cells_get_the_same_ids_each_time(course_root, minor):
    header = notebook([{"cell_type": "markdown", "metadata": {}, "source": "Name:"}])
    header["nbformat_minor"] = minor
    if minor == 5:
        header["cells"][0]["id"] = "header"
    write_notebook(course_root / "source" / "header.ipynb", header)
    with (course_root / "nbgrader_config.py").open("a") as file:
        file.write("c.IncludeHeaderFooter.header = 'source/header.ipynb'\n")
    course = load_course(course_root)
    build(course)
    assert read_notebook(released(course_root))["cells"][0]["source"] == ["Name:"]
    assert build(course, check=True).differences == []


def test_manual_answers_are_replaced_by_the_text_stub(course):
    build(course)
    assert find(read_notebook(released(course.root)), "why")["source"] == [
        "YOUR ANSWER HERE"
    ]


def run_command(*arguments: str) -> subprocess.CompletedProcess:
    command = [sys.executable, "-m", "autograder", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_command_exits_with_0_1_and_2(course_root):
    place = ["--course", str(course_root)]
    result = run_command("build", *place, "--check")
    assert result.returncode == 1
    assert "missing: shapes/areas.ipynb" in result.stdout

    assert run_command("build", *place).returncode == 0
    assert run_command("build", *place, "--check").returncode == 0
    result = run_command("build", "nonsense", *place)
    assert result.returncode == 2
    assert "Known assignments: shapes" in result.stderr
    assert "Traceback" not in result.stderr


def test_help_is_quick_and_imports_neither_nbgrader_nor_tensorflow():
    program = (
        "import sys\n"
        "from autograder.cli import main\n"
        "sys.argv = ['autograder', '--help']\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        "heavy = {'nbgrader', 'tensorflow', 'numpy', 'matplotlib'}\n"
        "assert not heavy & set(sys.modules), heavy & set(sys.modules)\n"
    )
    result = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False
    )
    assert result.returncode == 0, result.stderr
    assert "build" in result.stdout


def test_solution_stub_comes_from_the_configuration(course):
    build(course)
    source = "".join(find(read_notebook(released(course.root)), "mean")["source"])
    assert source == "def mean(values):\n" + "\n".join(
        f"    {line}" for line in STUB.split("\n")
    )
