"""Warm examiners for the attacks of this folder."""

import pytest

from autograder.examiner import WarmExaminers
from tests.autograder.examiner.exam import Examiners


@pytest.fixture(scope="session")
def examiners(tmp_path_factory):
    with WarmExaminers(["numpy", "numpy.testing", "pytest"]) as warm:
        yield Examiners(warm, tmp_path_factory.mktemp("course"))
