"""What a further kernel costs in memory, with TensorFlow in it and at work."""

from __future__ import annotations

import psutil
import pytest

from autograder.kernels.limits import MIB
from tests.autograder.warm_kernels import session, why_no_sandbox

pytestmark = pytest.mark.skipif(bool(why_no_sandbox()), reason=why_no_sandbox())

MODULES = ("numpy", "tensorflow", "keras")
#: Trains a small network, as a submission's cells and tests do.
TRAINING = """
import keras, numpy as np
keras.utils.set_random_seed(0)
model = keras.Sequential([
    keras.Input((12, 12, 1)),
    keras.layers.Conv2D(4, 3, activation="relu"),
    keras.layers.GlobalAveragePooling2D(),
    keras.layers.Dense(2),
])
model.compile("adam", keras.losses.SparseCategoricalCrossentropy(from_logits=True))
images, labels = np.random.rand(64, 12, 12, 1), np.arange(64) % 2
model.fit(images, labels, epochs=1, verbose=0)
print("trained")
"""
MOST = 250 * MIB


def test_a_further_tensorflow_kernel_has_little_memory_of_its_own(tmp_path):
    pytest.importorskip("tensorflow")
    folders = [tmp_path / name for name in ("first", "second")]
    for folder in folders:
        folder.mkdir()
    with (
        session(folders[0], modules=MODULES) as first,
        session(folders[1], modules=MODULES) as second,
    ):
        for kernel in (first, second):
            assert kernel.run(TRAINING, timeout=300).endswith("trained")
        for kernel in (first, second):
            memory = psutil.Process(kernel.process.pid).memory_full_info()
            # Far more is mapped than is its own: the rest is shared with the zygote.
            assert memory.uss <= MOST, f"{memory.uss / MIB:.0f} MiB"
            assert memory.rss - memory.uss > 100 * MIB
