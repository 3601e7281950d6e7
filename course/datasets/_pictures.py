"""Pictures that need no network: the digit 8, a photograph, a few drawings."""

import numpy as np

from course.datasets._garments import draw_garments

PHOTOGRAPH_CREDIT = (
    "Grace Hopper, official portrait, United States Navy, public domain "
    "(commons.wikimedia.org/wiki/File:Grace_Hopper.jpg), as shipped with Matplotlib"
)

# How the eye weighs red, green and blue (ITU-R BT.601).
_LUMA = np.array([0.299, 0.587, 0.114])


def digit_eight() -> np.ndarray:
    """Return the digit 8 as the unit writes it, 1 for ink.

    Returns:
        Integers, `(5, 6)`, 0 or 1.
    """
    rows = ("001100", "010010", "001100", "010010", "001100")
    return np.array([[int(pixel) for pixel in row] for row in rows])


def load_photograph(
    size: int | tuple[int, int] | None = None, grey: bool = True
) -> np.ndarray:
    """Load a photograph that comes with Matplotlib; see `PHOTOGRAPH_CREDIT`.

    Args:
        size: Height and width in pixels; one number gives a square. The picture is cut
            to the shape, around the face, and then made smaller or larger. The whole
            picture, 600 by 512 pixels, by default.
        grey: Whether to return one channel in place of red, green and blue.

    Returns:
        Floats from 0 to 1, `(height, width)`, or `(height, width, 3)` in colour.

    Raises:
        ValueError: If `size` is not above 0.
    """
    from matplotlib import cbook
    from PIL import Image

    with cbook.get_sample_data("grace_hopper.jpg") as file, Image.open(file) as image:
        picture = image.convert("RGB")
    if size is not None:
        height, width = (size, size) if isinstance(size, int | np.integer) else size
        if min(height, width) < 1:
            raise ValueError(f"`size` expects pixels, at least 1, received {size!r}.")
        picture = picture.resize(
            (int(width), int(height)),
            Image.Resampling.LANCZOS,
            box=_box(picture.width, picture.height, width / height),
            reducing_gap=3.0,
        )
    pixels = np.asarray(picture, dtype=np.float64) / 255.0
    return pixels @ _LUMA if grey else pixels


def small_images() -> np.ndarray:
    """Draw one small picture for each class of Fashion-MNIST, the same every time.

    Returns:
        uint8, `(10, 28, 28)`, 0 to 255, in the order of `FASHION_CLASSES`.
    """
    images, labels = draw_garments(10, seed=5)
    return images[np.argsort(labels)]


def _box(width: int, height: int, shape: float) -> tuple[int, int, int, int]:
    """Return the largest part with the given width by height, a little above middle."""
    part_width = max(1, min(width, round(height * shape)))
    part_height = max(1, min(height, round(width / shape)))
    left, top = (width - part_width) // 2, (height - part_height) // 5
    return left, top, left + part_width, top + part_height
