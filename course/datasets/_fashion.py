"""Fashion-MNIST, or drawings in its place."""

from dataclasses import dataclass

import numpy as np

from course.datasets._garments import draw_garments
from course.datasets._idx import parse_idx
from course.datasets._remotes import REMOTES
from course.datasets._sources import fetch

FASHION_CLASSES = (
    "T-shirt/top",
    "Trouser",
    "Pullover",
    "Dress",
    "Coat",
    "Sandal",
    "Shirt",
    "Sneaker",
    "Bag",
    "Ankle boot",
)

_STAND_IN_SIZES = {"train": 2000, "test": 500}
_FILE_PREFIXES = {"train": "train", "test": "t10k"}


@dataclass(frozen=True)
class FashionMnist:
    """Pictures of garments in ten classes, and where they came from.

    Attributes:
        train_images: uint8, `(n, 28, 28)`, 0 to 255.
        train_labels: uint8, `(n,)`, 0 to 9.
        test_images: uint8, `(m, 28, 28)`, 0 to 255.
        test_labels: uint8, `(m,)`, 0 to 9.
        source: Where the pictures came from, in words; says so when they are drawings.
        is_stand_in: Whether they are drawings and not Fashion-MNIST.
        notes: What went wrong on the way to the published set, in sentences.
        class_names: The name of each label.
    """

    train_images: np.ndarray
    train_labels: np.ndarray
    test_images: np.ndarray
    test_labels: np.ndarray
    source: str
    is_stand_in: bool
    notes: tuple[str, ...] = ()
    class_names: tuple[str, ...] = FASHION_CLASSES

    def describe(self) -> None:
        """Print where the pictures came from, how many there are, and any notes."""
        print(f"Source: {self.source}.")
        print(
            f"Training pictures: {len(self.train_images):,}; test pictures: "
            f"{len(self.test_images):,}; classes: {len(self.class_names)}."
        )
        for note in self.notes:
            print(f"Note: {note}")

    def __repr__(self) -> str:
        return (
            f"FashionMnist({len(self.train_images)} train, {len(self.test_images)} "
            f"test, source={self.source!r})"
        )


def load_fashion_mnist(
    split: str = "all", limit: int | None = None, allow_download: bool = True
) -> FashionMnist:
    """Load Fashion-MNIST, or drawings in its place.

    Args:
        split: "all", "train" or "test". The split not asked for comes back empty.
        limit: At most so many pictures of each split, from the front; all by default.
        allow_download: Whether the publisher may be asked where no file is at hand.

    Returns:
        60,000 pictures to train and 10,000 to test with, or 2,000 and 500 drawings:
        look at `is_stand_in`, or call `describe()`.

    Raises:
        CorruptFile: If a file in COURSE_DATA is not the published one.
        ValueError: If `split` or `limit` makes no sense.

    Source:
        Xiao, Rasul and Vollgraf, arXiv:1708.07747.
    """
    splits = ("train", "test") if split == "all" else (split,)
    if not set(splits) <= {"train", "test"}:
        raise ValueError(
            f'`split` expects "all", "train" or "test", received {split!r}.'
        )
    if limit is not None and limit < 1:
        raise ValueError(
            f"`limit` expects a number of pictures from 1, or None, received {limit!r}."
        )
    remote = REMOTES["fashion-mnist"]
    names = {
        (one, part): f"{_FILE_PREFIXES[one]}-{part}-idx{dimensions}-ubyte.gz"
        for one in splits
        for part, dimensions in (("images", 3), ("labels", 1))
    }
    found = fetch(remote, list(names.values()), allow_download)
    empty = np.zeros((0, 28, 28), np.uint8), np.zeros(0, np.uint8)
    arrays = {"train": empty, "test": empty}
    for one in splits:
        if found.contents:
            image_file, label_file = names[one, "images"], names[one, "labels"]
            images = parse_idx(found.contents[image_file], 3, image_file)
            labels = parse_idx(found.contents[label_file], 1, label_file)
        else:
            images, labels = draw_garments(
                _STAND_IN_SIZES[one], seed=0 if one == "train" else 1
            )
        arrays[one] = images[:limit], labels[:limit]
    source = "built-in stand-in: drawings, not Fashion-MNIST"
    if found.contents:
        source = f"{remote.title} ({remote.terms}) from {found.place}"
    return FashionMnist(
        *arrays["train"],
        *arrays["test"],
        source=source,
        is_stand_in=not found.contents,
        notes=tuple(found.notes),
    )
