"""Interactive figures that compute in the browser, without the kernel or a network.

Each is shown by being the last expression of a cell. It first puts out a static
picture with alternative text, which the live figure hides as soon as it is there; so
an exported page, or a front end without widgets, still has the picture.

The traits of the object that a function returns follow what the learner does, and the
figure follows them: `stepper.position = 3` moves the window.
"""

from course.widgets._alarms import alarm_explorer
from course.widgets._chooser import architecture_chooser
from course.widgets._filters import FILTERS, filter_lab
from course.widgets._pipeline import pipeline_explorer
from course.widgets._reach import reach_explorer
from course.widgets._receptive_field import receptive_field_explorer
from course.widgets._recurrent import (
    GATE_PRESETS,
    gradient_lag,
    lstm_explorer,
    rnn_stepper,
    sequence_types,
)
from course.widgets._scenarios import SCENARIOS, scenario_explorer
from course.widgets._shift import shift_explorer
from course.widgets._stepper import convolution_stepper

__all__ = [
    "FILTERS",
    "GATE_PRESETS",
    "SCENARIOS",
    "alarm_explorer",
    "architecture_chooser",
    "convolution_stepper",
    "filter_lab",
    "gradient_lag",
    "lstm_explorer",
    "pipeline_explorer",
    "reach_explorer",
    "receptive_field_explorer",
    "rnn_stepper",
    "scenario_explorer",
    "sequence_types",
    "shift_explorer",
]
