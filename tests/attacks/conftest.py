"""The attacks use the sample course of the tests of the grading package."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "autograder"))
