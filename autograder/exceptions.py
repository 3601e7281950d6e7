"""Everything that can go wrong, one class for each cause.

`UsageError` and its children mean that the command was asked for something that
is not there: the command line prints the message and exits with 2. The children
of `SubmissionError` concern one submission: they become a row of the result and
never stop the class.
"""

from __future__ import annotations


class AutograderError(Exception):
    """Base of every error that this package raises on purpose."""


class UsageError(AutograderError):
    """The command was asked for something that does not exist."""


class CourseNotFound(UsageError):
    """The folder is not an nbgrader course."""


class ConfigError(UsageError):
    """The course's `nbgrader_config.py` cannot be loaded."""


class UnknownAssignment(UsageError):
    """No such assignment in the course's source folder."""


class UnknownStudent(UsageError):
    """No submission by this student."""


class UnknownNotebook(UsageError):
    """The assignment has no notebook of this name."""


class UnknownExercise(UsageError):
    """The assignment has no exercise of this name."""


class NothingGraded(UsageError):
    """Feedback or a report was asked for before anything was graded."""


class PagesFailed(AutograderError):
    """Feedback pages of some learners could not be made."""


class BuildError(AutograderError):
    """`release/` cannot be generated from `source/`."""


class BundleError(AutograderError):
    """The learners' archive cannot be made."""


class GradebookError(AutograderError):
    """The gradebook refuses the assignment as it stands in `source/`."""


class SubmissionError(AutograderError):
    """One submission cannot be graded; the class goes on."""

    #: A short name for the cause, kept in results and in the table.
    code = "failed"
    #: What the learner can do about it, shown on the feedback page.
    advice = "Ask your instructor to look at the submitted file."


class UnreadableSubmission(SubmissionError):
    """The file is not a notebook that can be read."""

    code = "unreadable"
    advice = (
        "Open the notebook in JupyterLab. If it does not open there, take a fresh "
        "copy of the assignment, paste your answers into it, save it and hand it "
        "in again."
    )


class OversizedSubmission(SubmissionError):
    """The file is larger than the limit."""

    code = "too large"
    advice = (
        "In JupyterLab choose Edit > Clear Outputs of All Cells, save the notebook "
        "and hand it in again. Hand in no data files that the course provides."
    )


class LinkedSubmission(SubmissionError):
    """The submission is a symbolic link or a special file."""

    code = "link"
    advice = "Hand in the notebook itself instead of a link to it."


class ForeignNotebook(SubmissionError):
    """The notebook is not a copy of this assignment's notebook."""

    code = "other notebook"
    advice = (
        "The file holds none of the exercises of this assignment. Check that you "
        "handed in the right notebook under the right name."
    )


class KernelUnavailable(SubmissionError):
    """No kernel could be started to run the notebook."""

    code = "no kernel"
    advice = "This is not your fault: the grading machine could not run notebooks."


class SourceUnavailable(SubmissionError):
    """The instructor's notebook, which the tests are run from, is not there."""

    code = "no source"
    advice = "This is not your fault: the grading machine lacks a part of the course."


class WorkerDied(SubmissionError):
    """The process that graded the submission ended without a result."""

    code = "grader stopped"
    advice = (
        "Your notebook stopped the process that graded it, most often by using too "
        "much memory. Restart the kernel, run all cells, and watch what they use."
    )


class OutOfTime(SubmissionError):
    """The submission used up its whole time without a result."""

    code = "out of time"
    advice = (
        "Restart the kernel and run all cells: the notebook must finish in a few "
        "minutes. Look for a loop that never ends."
    )
