"""Fixtures for the tests of the grading package."""

from pathlib import Path

import pytest
from sample_course import make_course

from autograder.course import Course, load_course


@pytest.fixture
def course_root(tmp_path: Path) -> Path:
    """A fresh sample course."""
    return make_course(tmp_path / "course")


@pytest.fixture
def course(course_root: Path) -> Course:
    """The same, loaded."""
    return load_course(course_root)
