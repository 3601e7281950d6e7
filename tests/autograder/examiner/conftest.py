"""Warm examiners for the tests of this folder."""

import pytest

from autograder.examiner import WarmExaminers
from tests.autograder.examiner.exam import Examiners


@pytest.fixture(scope="session")
def warm():
    with WarmExaminers(["numpy", "numpy.testing", "pytest", "unittest"]) as warm:
        yield warm


@pytest.fixture(scope="session")
def examiners(warm, tmp_path_factory):
    return Examiners(warm, tmp_path_factory.mktemp("course"))
