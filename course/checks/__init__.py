"""Checks for test cells: they say in words what is wrong with an answer.

A failed check raises `CheckFailed`. Its message opens with a summary, one paragraph
that names the likely slip and holds no value and no shape from the test; after a
blank line come the details, with what was got and what was wanted. A hidden test can
therefore show the summary alone.

Everything is converted to plain NumPy arrays or plain Python values before it is
compared, so an object that claims to equal everything earns nothing. Tensors are
accepted wherever an array is; importing this package does not import TensorFlow.
"""

from course.checks._answers import assert_answers, score_answers
from course.checks._arrays import (
    assert_close,
    assert_dtype,
    assert_shape,
    assert_unchanged,
)
from course.checks._distinct import distinct_slips
from course.checks._exact import assert_equal
from course.checks._failure import CheckFailed
from course.checks._fresh import fresh_copy
from course.checks._raises import assert_raises
from course.checks._sealed import assert_sealed_answers, seal
from course.checks._summary import show_summary

__all__ = [
    "CheckFailed",
    "assert_answers",
    "assert_close",
    "assert_dtype",
    "assert_equal",
    "assert_raises",
    "assert_sealed_answers",
    "assert_shape",
    "assert_unchanged",
    "distinct_slips",
    "fresh_copy",
    "score_answers",
    "seal",
    "show_summary",
]
