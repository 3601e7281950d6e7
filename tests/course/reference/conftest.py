"""TensorFlow and Keras as fixtures, imported once and only where a test asks."""

import os

import pytest

# Read when TensorFlow is imported: no GPU, no start-up notes.
os.environ.setdefault("CUDA_VISIBLE_DEVICES", "-1")
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")


@pytest.fixture(scope="session")
def tf():
    import tensorflow

    return tensorflow


@pytest.fixture(scope="session")
def keras(tf):
    import keras

    return keras
