"""The learners' archive: complete, and nothing of the instructor's in it."""

from __future__ import annotations

import json
import subprocess
import sys
import zipfile

import pytest
from sample_course import ASSIGNMENT, NOTEBOOK, find, read_notebook, write_notebook

from autograder.build import build
from autograder.bundle import write_bundle
from autograder.course import load_course
from autograder.exceptions import BundleError


@pytest.fixture
def full(course_root):
    """A course with a package of its own, an environment, and private folders."""
    files = {
        "helpers/__init__.py": "from helpers import shapes\n",
        "helpers/shapes.py": "SIDE = 1\n",
        "helpers/static/page.js": "export default 1;\n",
        "helpers/reference/__init__.py": "ANSWER = 42\n",
        "helpers/__pycache__/shapes.pyc": "",
        "other/__init__.py": "",
        "environment.yml": "name: sample\n",
        "pyproject.toml": "[project]\n",
        "secrets.txt": "1234\n",
        "submitted/ann/shapes/areas.ipynb": "{}",
        "tests/test_areas.py": "",
    }
    for name, text in files.items():
        path = course_root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    source = course_root / "source" / ASSIGNMENT / f"{NOTEBOOK}.ipynb"
    content = read_notebook(source)
    content["cells"][1]["source"] = "import math\nfrom helpers import shapes"
    write_notebook(source, content)
    course = load_course(course_root)
    build(course)
    return course


def test_it_holds_the_release_the_package_and_the_environment(full, tmp_path):
    path = tmp_path / "out" / "sample.zip"
    bundle = write_bundle(full, path)
    assert bundle.files == [
        "environment.yml",
        "helpers/__init__.py",
        "helpers/shapes.py",
        "helpers/static/page.js",
        "pyproject.toml",
        f"release/{ASSIGNMENT}/{NOTEBOOK}.ipynb",
        f"release/{ASSIGNMENT}/data.csv",
    ]
    assert bundle.missing == []
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        assert archive.namelist() == bundle.files
        everything = b"".join(archive.read(name) for name in bundle.files)
        notebook = json.loads(archive.read(f"release/{ASSIGNMENT}/{NOTEBOOK}.ipynb"))
    assert b"HIDDEN" not in everything
    assert b"SOLUTION" not in everything
    assert "product_of_sides" not in find(notebook, "area")["source"]


def test_the_same_course_gives_the_same_bytes(full, tmp_path):
    first, second = tmp_path / "1.zip", tmp_path / "2.zip"
    write_bundle(full, first)
    (full.root / "environment.yml").touch()
    write_bundle(full, second)
    assert first.read_bytes() == second.read_bytes()


def test_links_are_not_followed(full, tmp_path):
    (full.root / "helpers" / "link.py").symlink_to(full.root / "secrets.txt")
    (full.root / "README.md").symlink_to(full.root / "secrets.txt")
    files = write_bundle(full, tmp_path / "b.zip").files
    assert not [name for name in files if "link" in name or "README" in name]


def test_an_import_of_what_learners_do_not_get_is_named(full, tmp_path):
    source = full.source(ASSIGNMENT) / f"{NOTEBOOK}.ipynb"
    content = read_notebook(source)
    content["cells"][1]["source"] = "from helpers.reference import ANSWER"
    write_notebook(source, content)
    build(full)
    missing = write_bundle(full, tmp_path / "b.zip").missing
    assert missing == [
        f"helpers.reference, imported by release/{ASSIGNMENT}/{NOTEBOOK}.ipynb"
    ]


def test_a_release_that_is_out_of_date_is_not_handed_out(full, tmp_path):
    release = full.release(ASSIGNMENT) / f"{NOTEBOOK}.ipynb"
    content = read_notebook(release)
    find(content, "area")["source"] = "area = 1"
    write_notebook(release, content)
    path = tmp_path / "b.zip"
    with pytest.raises(BundleError, match=r"areas\.ipynb.*Run `autograder build`"):
        write_bundle(full, path)
    assert not path.exists()


def test_the_command_writes_it_beside_the_course(full):
    command = [sys.executable, "-m", "autograder", "bundle"]
    done = subprocess.run(
        [*command, "--course", str(full.root)],
        capture_output=True,
        text=True,
        check=True,
    )
    path = full.root / "sample.zip"
    assert done.stdout == f"{path}: 7 files\n"
    assert zipfile.is_zipfile(path)
