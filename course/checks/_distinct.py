"""Leave out the slips that a case cannot tell from the right answer."""

from typing import Any

import numpy as np

from course.checks._slips import Slips, slip_pairs


def distinct_slips(
    slips: Slips, right: Any, rtol: float = 1e-3, atol: float = 1e-4
) -> dict[str, Any]:
    """Return the slips whose value differs from the right answer.

    For tests that try many cases: at stride 1, say, a forgotten stride does not show.

    Args:
        slips: What known slips give, as in `assert_close`.
        right: The right answer, numbers of any shape.
        rtol: Relative difference below which two numbers count as the same.
        atol: Absolute difference below which two numbers count as the same.

    Example:
        >>> distinct_slips({"the stride is ignored": 5, "the bias is missing": 3}, 5)
        {'the bias is missing': 3}
    """
    wanted = np.asarray(right, dtype=float)
    distinct = {}
    for description, value in slip_pairs(slips):
        array = np.asarray(value, dtype=float)
        same_shape = array.shape == wanted.shape
        with np.errstate(all="ignore"):
            if not (same_shape and np.allclose(array, wanted, rtol, atol)):
                distinct[description] = value
    return distinct
