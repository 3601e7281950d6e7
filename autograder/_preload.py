"""What every grading process needs; imported once, in the process they fork from."""

from autograder._startup import skip_slow_import

skip_slow_import()

import jupyter_client.kernelspec  # noqa: E402, F401
import nbconvert.exporters  # noqa: E402, F401
import nbgrader.converters  # noqa: E402, F401

import autograder.examined  # noqa: E402
import autograder.examiner.examination  # noqa: E402
import autograder.examiner.forked  # noqa: E402
import autograder.kernels.provisioner  # noqa: E402
import autograder.preprocessors  # noqa: E402
import autograder.worker  # noqa: E402, F401
from autograder.kernels.manager import register  # noqa: E402

register()  # reads what every installed package announces
