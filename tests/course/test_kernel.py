"""The course's kernel holds TensorFlow's noise back, and only that."""

import os
import subprocess
import sys

import pytest

from course.kernel import native_stderr_held_back


def run(code: str) -> subprocess.CompletedProcess:
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith("TF_")
    }
    return subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        timeout=240,
        env=environment,
        check=False,
    )


def test_held_back_text_is_dropped_when_all_goes_well(capfd):
    with native_stderr_held_back():
        os.write(2, b"noise\n")
    os.write(2, b"news\n")
    assert capfd.readouterr().err == "news\n"


def test_held_back_text_is_shown_when_the_block_fails(capfd):
    def fail():
        with native_stderr_held_back():
            os.write(2, b"libcudart.so is broken\n")
            raise ImportError

    with pytest.raises(ImportError):
        fail()
    assert "libcudart.so is broken" in capfd.readouterr().err


def test_importing_the_course_does_not_import_tensorflow():
    done = run(
        "import course, sys; from course import checks, datasets, plots, widgets\n"
        "print([name for name in ('tensorflow', 'keras') if name in sys.modules])"
    )
    assert done.stdout == "[]\n", done.stderr


def test_tensorflow_starts_up_without_a_word_in_the_course_kernel():
    done = run(
        "import os, sys\n"
        "from course import kernel\n"
        "os.environ.update(kernel.ENVIRONMENT)\n"
        "sys.meta_path.insert(0, kernel.QuietTensorFlow())\n"
        "import tensorflow as tf\n"
        "print(int(tf.reduce_sum(tf.range(5))), type(tf.__loader__).__name__)\n"
    )
    assert done.stdout.split() == ["10", "SourceFileLoader"], done.stderr
    assert done.stderr == ""
