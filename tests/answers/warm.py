"""What the fork server imports before it forks; no TensorFlow operation may run."""

import os

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
os.environ.setdefault("CUDA_VISIBLE_DEVICES", "-1")

import keras  # noqa: F401
import matplotlib.figure  # noqa: F401
import numpy  # noqa: F401
import tensorflow  # noqa: F401
