"""What the fork server imports before it forks; no TensorFlow operation may run.

Whatever a source notebook's Setup cell and the runner import is imported here once, so
that an answer does not pay for it.
"""

import os

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
os.environ.setdefault("CUDA_VISIBLE_DEVICES", "-1")

import keras  # noqa: F401
import matplotlib.figure  # noqa: F401
import numpy  # noqa: F401
import tensorflow  # noqa: F401

from course import checks, datasets, plots, widgets  # noqa: F401
from tests.answers.bank import ROOT
from tests.answers.notebook import read_cells

for path in ROOT.glob("source/*/*.ipynb"):
    read_cells(path)
