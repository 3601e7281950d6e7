"""What TensorFlow does once in each process, done once for all or left out.

Its registries of operations, and of kernels that implement them, are put in order at
the first operation; the zygote, which runs none, has that done for its forks.

The graph optimizer is left out where networks are graded. Before a traced function
first runs, TensorFlow rewrites its graph to be faster. For a network as large as tests
train it never earns that time back: of the processor time of a short training it is a
tenth, and longer ones were not slower without it (docs/benchmarks.md). Results are the
same but for rounding.
"""

from __future__ import annotations

import sys

from autograder.kernels import tracing


def prepare() -> None:
    """Prepare TensorFlow for forks, if it is imported; that runs no operation."""
    if "tensorflow" in sys.modules:
        leave_unoptimized()
        fill_registries()
        tracing.trace_once()


def fill_registries() -> None:
    """Have TensorFlow do what it does at a process's first operation; starts no thread.

    Each of these makes it put one of its registries in order, which writes to memory
    that every fork would have to copy: thousands of pages.
    """
    from tensorflow.python.framework import kernels, op_def_registry
    from tensorflow.python.util import pywrap_xla_ops

    pywrap_xla_ops.get_cpu_kernel_names()
    kernels.get_registered_kernels_for_op("NoOp")
    op_def_registry.get("no such operation")


def leave_unoptimized() -> None:
    """Switch the optimizer off if TensorFlow is imported; that runs no operation.

    A notebook can switch it on again with
    `tf.config.optimizer.set_experimental_options({"disable_meta_optimizer": False})`.
    """
    tensorflow = sys.modules.get("tensorflow")
    if tensorflow is not None:
        options = {"disable_meta_optimizer": True}
        tensorflow.config.optimizer.set_experimental_options(options)
