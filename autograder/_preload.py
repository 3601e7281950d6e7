"""What every grading process needs; imported once, in the process they fork from."""

import gc

gc.disable()  # until everything is imported

from autograder._startup import skip_slow_import  # noqa: E402
from autograder.processes import become_server  # noqa: E402

become_server()
skip_slow_import()

from multiprocessing import popen_forkserver  # noqa: E402, F401

import ipykernel.kernelspec  # noqa: E402, F401
import jupyter_client.kernelspec  # noqa: E402, F401
import nbconvert.exporters  # noqa: E402, F401
import nbgrader.converters  # noqa: E402, F401
from nbformat.validator import get_validator  # noqa: E402

import autograder.examined  # noqa: E402
import autograder.examiner.examination  # noqa: E402
import autograder.examiner.forked  # noqa: E402
import autograder.kernels.provisioner  # noqa: E402
import autograder.preprocessors  # noqa: E402
import autograder.worker  # noqa: E402, F401
from autograder.examiner.kernel import agent_modules  # noqa: E402
from autograder.kernels.manager import register  # noqa: E402

register()  # reads what every installed package announces

agent_modules()  # compiled once

# nbformat compiles its schemas when it first needs them.
for minor in (4, 5):
    for relaxed in (False, True):
        get_validator(4, minor, relaxed)

# What is there now lives as long as the process: no collector need look at it again.
gc.collect()
gc.freeze()
gc.enable()
