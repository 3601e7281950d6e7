"""Have the processes that others are forked from import, while this one does so too.

They take seconds, most of all to import TensorFlow, and so does this process to import
nbgrader. So nothing here may import anything slow.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterable
from pathlib import Path

from autograder import processes
from autograder.course import STATE_FOLDER
from autograder.kernels import client
from autograder.kernels.modules import modules_of


def guess(course: Path | None, assignment: str, notebook: str | None) -> None:
    """Start them for a course that nobody has looked at yet, if it seems worth it.

    It is where the course has nbgrader's usual folders and no results of an earlier
    run. If that is wrong, they are started later.

    Args:
        course: The course folder, the current one by default.
        assignment: The assignment.
        notebook: Only this one of its notebooks.
    """
    root = course or Path()
    place = root / "source" / assignment
    with contextlib.suppress(OSError, ValueError):  # odd names
        if (root / STATE_FOLDER / "results" / assignment).exists():
            return
        there = sorted(path.stem for path in place.glob("*.ipynb"))
        names = [name for name in there if notebook in (None, name)]
        if names:
            begin(place, names)


def begin(source: Path, notebooks: Iterable[str]) -> Path | None:
    """Start them, if they do not run yet.

    Args:
        source: The folder of the assignment's notebooks.
        notebooks: Names of those that will be graded.

    Returns:
        The folder of the zygote, which goes with it; None if there is none.
    """
    processes.warm_up()
    if not client.is_supported() or os.environ.get(client.ADDRESS_VARIABLE):
        return None
    # What is wrong with a notebook will be said by the plan.
    with contextlib.suppress(OSError, ValueError):
        modules = modules_of(source / f"{name}.ipynb" for name in notebooks)
        return Path(client.shared_address(modules)).parent
    return None
