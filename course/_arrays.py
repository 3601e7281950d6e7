"""Reading what a notebook passes in, with errors that say how to mend it."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import ArrayLike


def numbers(
    name: str, value: ArrayLike, *, dimensions: int | tuple[int, ...]
) -> np.ndarray:
    """Read an array of finite numbers with the wanted number of axes.

    Raises:
        ValueError: If it is empty, not numeric, not finite or of another rank.
    """
    allowed = (dimensions,) if isinstance(dimensions, int) else dimensions
    wanted = " or ".join(str(count) for count in allowed)
    try:
        array = np.asarray(value)
        if array.dtype.kind not in "biuf":
            array = array.astype(float)
    except (TypeError, ValueError) as error:
        raise ValueError(
            f"`{name}` must be an array of numbers, all rows of one length: received "
            f"{type(value).__name__}. Pass a NumPy array or nested lists of numbers."
        ) from error
    if array.ndim not in allowed or array.size == 0:
        raise ValueError(
            f"`{name}` needs {wanted} axes and at least one number: received "
            f"shape {array.shape}. Index or reshape it first, for example "
            f"`{name}[0]` to take one picture out of a batch."
        )
    if not np.isfinite(array).all():
        raise ValueError(
            f"`{name}` holds NaN or infinity, which have no colour: received shape "
            f"{array.shape}. Look at `numpy.isfinite({name})` to find them."
        )
    return array.astype(float) if array.dtype.kind == "b" else array


def positive_integer(name: str, value: Any, *, least: int = 1) -> int:
    """Read an integer of at least `least`.

    Raises:
        ValueError: If it is something else.
    """
    if isinstance(value, bool) or not isinstance(value, int | np.integer):
        raise ValueError(
            f"`{name}` must be a whole number: received {value!r}. Pass an int."
        )
    if value < least:
        raise ValueError(f"`{name}` must be at least {least}: received {value}.")
    return int(value)


def names_for(name: str, names: Sequence[str] | None, count: int) -> list[str]:
    """Read one name for each of `count` things; None gives empty names.

    Raises:
        ValueError: If there are more or fewer names than things.
    """
    if names is None:
        return [""] * count
    if isinstance(names, str) or len(names) != count:
        received = repr(names) if isinstance(names, str) else f"{len(names)}"
        raise ValueError(
            f"`{name}` needs one name for each of the {count} panels: received "
            f"{received}. Pass a list of {count} strings, or None for no names."
        )
    return [str(one) for one in names]
