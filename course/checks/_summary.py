"""Show what a test that gives part of the points has to say."""

import sys

SUMMARY_TYPE = "text/x-autograder-summary"
"""Media type of an output that feedback may show of a hidden test."""


def show_summary(text: str) -> None:
    """Show words that hold no value from the test.

    In a notebook the output carries `SUMMARY_TYPE` besides plain text, so that a
    feedback page can tell it from what the learner's own code printed. The grader's
    examiner takes the words itself.
    """
    examiner = sys.modules.get("autograder.examiner.summaries")
    if examiner is not None:
        examiner.say(text)
        return
    try:
        from IPython import get_ipython
        from IPython.display import display
    except ImportError:
        print(text)
        return
    if get_ipython() is None:
        print(text)
    else:
        display({"text/plain": text, SUMMARY_TYPE: text}, raw=True)
