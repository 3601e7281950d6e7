"""What all sets of data share: where they came from, and how they print themselves."""

from collections.abc import Sequence

import numpy as np

from course.datasets._remotes import REMOTES
from course.datasets._sources import Fetched, fetch


class Record:
    """A set of data that says where it came from.

    A class that derives from it has the attributes `source`, `is_stand_in` and
    `notes`, and says its sizes in `_sizes`.
    """

    source: str
    is_stand_in: bool
    notes: tuple[str, ...]

    def describe(self) -> None:
        """Print where the data came from, how much there is, and any notes."""
        print(f"Source: {self.source}.")
        print(f"{self._sizes()[:1].upper()}{self._sizes()[1:]}.")
        for note in self.notes:
            print(f"Note: {note}")

    def _sizes(self) -> str:
        raise NotImplementedError

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self._sizes()}, source={self.source!r})"


def obtain(
    key: str, names: Sequence[str], allow_download: bool, drawing: str
) -> tuple[Fetched, dict]:
    """Fetch files of a set, and say what its `source`, `is_stand_in` and `notes` are.

    Args:
        key: Which of `REMOTES`.
        names: Which of its files.
        allow_download: Whether the publisher may be asked.
        drawing: What takes the place of the set, in words.
    """
    remote = REMOTES[key]
    found = fetch(remote, names, allow_download)
    source = f"built-in stand-in: {drawing}, not {remote.title}"
    if found.contents:
        source = f"{remote.title} ({remote.terms}) from {found.place}"
    return found, {
        "source": source,
        "is_stand_in": not found.contents,
        "notes": tuple(found.notes),
    }


def fixed(values: Sequence, dtype: str | type | None = None) -> np.ndarray:
    """Return an array that cannot be written to."""
    array = np.array(values, dtype=dtype)
    array.flags.writeable = False
    return array
