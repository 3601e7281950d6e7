"""A submission that uses TensorFlow, which writes to stderr when it is imported."""

from sample_course import (
    ASSIGNMENT,
    NOTEBOOK,
    check_cell,
    code,
    find,
    grade_by_command,
    make_course,
    read_notebook,
    solution,
    write_notebook,
)

from autograder.build import build
from autograder.course import load_course

DOUBLE = """def double(values):
    ### BEGIN SOLUTION
    import tensorflow as tf
    return tf.constant(values) * 2
    ### END SOLUTION"""

CHECK = '''"""double gives twice each value."""
import os, sys
import tensorflow as tf
os.write(2, b"a warning, as from TensorFlow's C++ code\\n")
print("another", file=sys.stderr)
assert double([1.0, 2.0]).numpy().tolist() == [2.0, 4.0]
tf.reduce_sum(double([1.0, 2.0]))'''

CONVERTED = '''"""double can be called in a graph."""
@tf.function
def both(values):
    return double(values) if len(values) else values
assert both([1.0, 2.0]).numpy().tolist() == [2.0, 4.0]'''


def test_right_tensorflow_answer_gets_full_marks(tmp_path, monkeypatch):
    monkeypatch.delenv("TF_CPP_MIN_LOG_LEVEL", raising=False)
    monkeypatch.setenv("CUDA_VISIBLE_DEVICES", "-1")
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setenv("TMPDIR", str(temporary))
    root = tmp_path / "course"
    make_course(
        root,
        [
            code("import numpy as np", "setup"),
            solution(DOUBLE, "double"),
            check_cell(CHECK, "double_twice", 2, []),
            check_cell(CONVERTED, "double_in_graph", 1, []),
        ],
    )
    config = root / "nbgrader_config.py"
    text = config.read_text(encoding="utf-8").replace("timeout = 4", "timeout = 120")
    config.write_text(text, encoding="utf-8")
    course = load_course(root)
    build(course)
    content = read_notebook(course.release(ASSIGNMENT) / f"{NOTEBOOK}.ipynb")
    find(content, "double")["source"] = (
        "import tensorflow as tf\n"
        "def double(values):\n    return 2 * tf.constant(values)"
    )
    folder = course.submitted("ann", ASSIGNMENT)
    write_notebook(folder / f"{NOTEBOOK}.ipynb", content)

    run = grade_by_command(root)
    assert run.returncode == 0, run.output
    result = run.results["ann"]
    assert (result["score"], result["max_score"]) == (3, 3)
    assert result["flags"] == result["notebooks"][NOTEBOOK]["flags"] == []
    # TensorFlow keeps the functions that it converts in files.
    assert list(temporary.iterdir()) == []
