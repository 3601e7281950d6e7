"""TensorFlow's graph optimizer is left out where networks are graded.

Before a traced function first runs, TensorFlow rewrites its graph to be faster. For a
network as large as tests train it never earns that time back: of the processor time
of a short training it is a tenth, and longer ones were not slower without it
(docs/benchmarks.md). Results are the same but for rounding.
"""

from __future__ import annotations

import sys


def leave_unoptimized() -> None:
    """Switch the optimizer off if TensorFlow is imported; that runs no operation.

    A notebook can switch it on again with
    `tf.config.optimizer.set_experimental_options({"disable_meta_optimizer": False})`.
    """
    tensorflow = sys.modules.get("tensorflow")
    if tensorflow is not None:
        options = {"disable_meta_optimizer": True}
        tensorflow.config.optimizer.set_experimental_options(options)
