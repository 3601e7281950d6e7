"""Three sets of labelled arrays of one shape, each with a structure to be found."""

from dataclasses import dataclass

import numpy as np

ROWS, COLUMNS, CLASSES = 32, 8, 3
_TRAINING_SEED = 534


@dataclass(frozen=True, repr=False)
class BakeOffSet:
    """Examples of one kind, whichever it is.

    Attributes:
        inputs: float32, `(n, 32, 8)`, about 0 and of about the same size.
        labels: Whole numbers, `(n,)`, 0 to 2, about as many of each.
    """

    inputs: np.ndarray
    labels: np.ndarray

    def __repr__(self) -> str:
        return f"{len(self.labels)} examples of {ROWS} by {COLUMNS} numbers, 3 classes"


def load_bake_off(
    name: str, number: int = 900, seed: int = _TRAINING_SEED
) -> BakeOffSet:
    """Draw one of three data sets for the choice of an architecture.

    All have the same shape; what the rows and columns mean, if anything, is to be
    found out from the examples. Look at the arrays first, then here.

    Args:
        name: "A", "B" or "C".
        number: How many examples.
        seed: Another one gives other examples of the same kind.

    Raises:
        ValueError: If there is no set of this name.
    """
    kinds = {"A": _set_a, "B": _set_b, "C": _set_c}
    if name not in kinds:
        raise ValueError(f"`name` must be one of {list(kinds)}: received {name!r}.")
    inputs, labels = kinds[name](number, np.random.default_rng(seed))
    return BakeOffSet(inputs.astype("float32"), labels)


# How the sets are made. Reading on takes the fun out of the exercise.


def _set_a(number: int, rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """A mark of 3 by 3 pixels, a stroke or a cross, anywhere in a noisy picture."""
    marks = np.array(
        [
            [[1, -1, -1], [-1, 1, -1], [-1, -1, 1]],
            [[-1, -1, 1], [-1, 1, -1], [1, -1, -1]],
            [[-1, 1, -1], [1, 1, 1], [-1, 1, -1]],
        ]
    )
    labels = rng.integers(0, CLASSES, number)
    inputs = rng.normal(0, 0.35, (number, ROWS, COLUMNS))
    tops = rng.integers(0, ROWS - 2, number)
    lefts = rng.integers(0, COLUMNS - 2, number)
    for example, label, top, left in zip(inputs, labels, tops, lefts, strict=True):
        example[top : top + 3, left : left + 3] += marks[label]
    return inputs, labels


def _set_b(number: int, rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """Three kinds of events in time; the last one, at any time, decides."""
    labels = np.zeros(number, dtype=int)
    inputs = rng.normal(0, 0.15, (number, ROWS, COLUMNS))
    for i in range(number):
        last = rng.integers(7, ROWS)
        before = rng.integers(2, 6)
        times = np.sort(np.append(rng.choice(last, before, replace=False), last))
        kinds = rng.integers(0, CLASSES, before + 1)
        inputs[i, times, kinds] += rng.uniform(1, 2, before + 1)
        labels[i] = kinds[-1]
    return inputs, labels


def _set_c(number: int, rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """A table of 256 attributes in no order; each class shifts 40 of them."""
    same_for_all = np.random.default_rng(77)
    shifts = np.zeros((CLASSES, ROWS * COLUMNS))
    for shift in shifts:
        chosen = same_for_all.choice(ROWS * COLUMNS, 40, replace=False)
        shift[chosen] = np.tile([0.6, -0.6], 20)
    labels = rng.integers(0, CLASSES, number)
    inputs = shifts[labels] + rng.normal(size=(number, ROWS * COLUMNS))
    return inputs.reshape(number, ROWS, COLUMNS), labels
