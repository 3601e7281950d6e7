"""Fixtures for the tests of the grading package."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sample_course import make_course

from autograder.course import Course, load_course
from autograder.kernels import client


@pytest.fixture
def course_root(tmp_path: Path) -> Path:
    """A fresh sample course."""
    return make_course(tmp_path / "course")


@pytest.fixture
def course(course_root: Path) -> Course:
    """The same, loaded."""
    return load_course(course_root)


@pytest.fixture
def own_zygotes(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """No zygotes of tests that ran before in this process, nor any that stay."""
    monkeypatch.delenv(client.ADDRESS_VARIABLE, raising=False)
    monkeypatch.setattr(client, "_zygotes", {})
    yield
    client.close_shared()
