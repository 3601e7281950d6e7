"""The learner's own copies are made once and never overwritten."""

import json
import sys

import pytest
from jupyter_client.kernelspec import KernelSpecManager

from course.workspace import copy_released, install_kernel


@pytest.fixture
def course(tmp_path):
    """A course folder with one released notebook and a picture beside it."""
    folder = tmp_path / "release" / "pc1"
    folder.mkdir(parents=True)
    (folder / "cnn.ipynb").write_text("first")
    (folder / "photo.png").write_bytes(b"\x89PNG")
    return tmp_path


def test_every_released_file_is_copied(course):
    copy_released(course)
    assert (course / "work/pc1/cnn.ipynb").read_text() == "first"
    assert (course / "work/pc1/photo.png").read_bytes() == b"\x89PNG"


def test_a_second_run_changes_and_says_nothing(course):
    copy_released(course)
    assert copy_released(course) == []


def test_changed_copy_survives_a_newer_release_which_is_put_beside_it(course):
    copy_released(course)
    (course / "work/pc1/cnn.ipynb").write_text("my answers")
    (course / "release/pc1/cnn.ipynb").write_text("second")
    lines = copy_released(course)
    assert (course / "work/pc1/cnn.ipynb").read_text() == "my answers"
    assert (course / "work/pc1/cnn.new.ipynb").read_text() == "second"
    assert lines == ["pc1/cnn.ipynb: a newer version is beside yours, cnn.new.ipynb"]
    assert copy_released(course) == []


def test_unchanged_copy_follows_a_newer_release(course):
    copy_released(course)
    (course / "release/pc1/cnn.ipynb").write_text("second")
    assert copy_released(course) == ["pc1/cnn.ipynb: replaced by a newer version"]
    assert (course / "work/pc1/cnn.ipynb").read_text() == "second"


def test_work_done_before_the_record_was_kept_survives(course):
    (course / "work/pc1").mkdir(parents=True)
    (course / "work/pc1/cnn.ipynb").write_text("my answers")
    copy_released(course)
    assert (course / "work/pc1/cnn.ipynb").read_text() == "my answers"


def test_missing_release_is_said_with_the_way_to_make_it(tmp_path):
    with pytest.raises(FileNotFoundError, match="autograder build"):
        copy_released(tmp_path)


def test_kernel_is_registered_under_the_name_that_every_jupyter_has(tmp_path):
    folder = install_kernel(str(tmp_path))
    found = KernelSpecManager(kernel_dirs=[str(folder.parent)]).get_kernel_spec(
        "python3"
    )
    assert found.argv[0] == sys.executable
    assert "course.kernel" in found.argv
    assert found.env["TF_CPP_MIN_LOG_LEVEL"] == "3"
    assert json.loads((folder / "kernel.json").read_text())["language"] == "python"


def test_kernel_is_not_written_into_a_file_that_another_environment_shares(tmp_path):
    shared = tmp_path / "cache.json"
    shared.write_text("ipykernel's own")
    folder = tmp_path / "share" / "jupyter" / "kernels" / "python3"
    folder.mkdir(parents=True)
    (folder / "kernel.json").hardlink_to(shared)
    install_kernel(str(tmp_path))
    assert shared.read_text() == "ipykernel's own"
