"""Silhouettes of garments, drawn by code: what stands in for Fashion-MNIST.

Each garment is a function that says of each point whether it belongs to the garment,
and whether it belongs to a darker part of it. Points are given by `x`, from -1 at the
left to 1 at the right, and `y`, from -1 at the top to 1 at the bottom. Every picture
has its own place, size, turn, cut, shade and noise.
"""

from collections.abc import Callable

import numpy as np

_SIZE = 28
_FINE = 2  # points for each pixel along each axis, averaged for soft edges
_BATCH = 250  # pictures drawn at once; keeps the memory small

Points = np.ndarray
Cut = Callable[[float, float], np.ndarray]


def draw_garments(count: int, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """Draw pictures of garments, all classes equally often.

    Args:
        count: How many pictures; at least 1.
        seed: Equal seeds give equal pictures.

    Returns:
        Pictures, uint8 `(count, 28, 28)`, and labels, uint8 `(count,)`, shuffled.
    """
    rng = np.random.default_rng(seed)
    labels = rng.permutation(np.arange(count) % len(_GARMENTS)).astype(np.uint8)
    images = np.zeros((count, _SIZE, _SIZE), np.uint8)
    for label, garment in enumerate(_GARMENTS):
        places = np.flatnonzero(labels == label)
        for start in range(0, len(places), _BATCH):
            some = places[start : start + _BATCH]
            images[some] = _draw(garment, len(some), rng)
    return images, labels


def _draw(garment: Callable, count: int, rng: np.random.Generator) -> np.ndarray:
    """Draw `count` pictures of one garment."""

    def cut(low: float, high: float) -> np.ndarray:
        return rng.uniform(low, high, (count, 1, 1)).astype(np.float32)

    fine = _SIZE * _FINE
    axis = (np.arange(fine, dtype=np.float32) + 0.5) / fine * 2 - 1
    x, y = axis[None, None, :] - cut(-0.12, 0.12), axis[None, :, None] - cut(-0.1, 0.1)
    turn = cut(-0.12, 0.12)
    x, y = x * np.cos(turn) + y * np.sin(turn), y * np.cos(turn) - x * np.sin(turn)
    x, y = x / cut(0.72, 1.05), y / cut(0.78, 1.02)
    if garment in (_sandal, _sneaker, _ankle_boot):
        x = np.where(cut(0, 1) < 0.2, -x, x)  # a few shoes point the other way

    inside, dark = garment(x, y, cut)
    shade = cut(0.4, 0.95) + cut(-0.15, 0.15) * y
    angle = cut(0, np.pi)
    stripes = np.sin((x * np.cos(angle) + y * np.sin(angle)) * cut(5, 16))
    light = (
        inside
        * np.clip(shade + stripes * cut(0, 0.1), 0.15, 1)
        * np.where(dark, 0.35, 1.0)
    )
    coarse = light.reshape(count, _SIZE, _FINE, _SIZE, _FINE).mean(axis=(2, 4))
    grain = rng.normal(0, 0.03, coarse.shape) * (coarse > 0)
    return np.round(255 * np.clip(coarse + grain, 0, 1)).astype(np.uint8)


def _between(value: Points, low: Points | float, high: Points | float) -> Points:
    return (value >= low) & (value <= high)


def _bar(x: Points, y: Points, ends: tuple, thickness: Points | float) -> Points:
    """Return the points near the straight line between two ends, `(x0, y0, x1, y1)`."""
    x0, y0, x1, y1 = ends
    length = (x1 - x0) ** 2 + (y1 - y0) ** 2
    along = np.clip(((x - x0) * (x1 - x0) + (y - y0) * (y1 - y0)) / length, 0, 1)
    gap = np.hypot(x - x0 - along * (x1 - x0), y - y0 - along * (y1 - y0))
    return gap <= thickness / 2


def _top(
    x: Points, y: Points, cut: Cut, sleeve: Points | float, hem: Points | float
) -> Points:
    """Return a garment for the upper body.

    Args:
        x: Points from left to right.
        y: Points from top to bottom.
        cut: Draws the measures of each picture.
        sleeve: Length of the sleeves; 0.45 ends at the elbow, 1.3 at the hand.
        hem: Where the garment ends.
    """
    width, flare = cut(0.38, 0.48), cut(-0.05, 0.08)
    down = np.clip((y + 0.75) / (hem + 0.75), 0, 1)
    body = (np.abs(x) <= width + flare * down) & _between(y, -0.75, hem)
    slope = y >= -0.78 + 0.25 * np.abs(x)  # the shoulders fall to the sides
    lean = cut(0.3, 0.55)
    ends = (width - 0.06, -0.58, width - 0.06 + lean * sleeve, -0.58 + 0.92 * sleeve)
    arms = _bar(np.abs(x), y, ends, cut(0.22, 0.3))
    neck = (x / cut(0.16, 0.24)) ** 2 + ((y + 0.78) / cut(0.08, 0.2)) ** 2 < 1
    return (body | arms) & slope & ~neck


def _t_shirt(x: Points, y: Points, cut: Cut) -> tuple[Points, Points]:
    shirt = _top(x, y, cut, cut(0.3, 0.5), cut(0.65, 0.85))
    picture = np.hypot(x, y + 0.1) < cut(-0.1, 0.2)  # a print on some
    return shirt, picture


def _trouser(x: Points, y: Points, cut: Cut) -> tuple[Points, Points]:
    waist, ankle, gap = cut(0.3, 0.4), cut(0.3, 0.46), cut(0.02, 0.14)
    down = np.clip((y + 0.9) / 1.8, 0, 1)
    legs = np.abs(x) <= waist + (ankle - waist) * down
    split = (np.abs(x) < gap * np.clip((y + 0.35) * 2, 0, 1)) & (y > -0.35)
    return legs & _between(y, -0.92, 0.92) & ~split, y < -0.82


def _pullover(x: Points, y: Points, cut: Cut) -> tuple[Points, Points]:
    top = _top(x, y, cut, cut(1.05, 1.3), cut(0.6, 0.8))
    return top, y > cut(0.55, 0.75)


def _dress(x: Points, y: Points, cut: Cut) -> tuple[Points, Points]:
    waist, hem, height = cut(0.17, 0.25), cut(0.3, 0.6), cut(-0.3, 0.0)
    skirt = waist + (hem - waist) * np.clip((y - height) / (0.9 - height), 0, 1)
    bodice = waist + cut(0.0, 0.12) * np.clip((height - y) / 0.5, 0, 1)
    body = np.abs(x) <= np.where(y > height, skirt, bodice)
    neck = (np.abs(x) < cut(0.08, 0.16)) & (y < -0.68)
    straps = _between(y, -0.92, 0.92) & ~neck
    return body & straps, np.abs(y - height) < cut(-0.05, 0.05)


def _coat(x: Points, y: Points, cut: Cut) -> tuple[Points, Points]:
    top = _top(x, y, cut, cut(1.1, 1.3), cut(0.82, 0.95))
    opening = np.abs(x) < 0.03 + 0.1 * np.clip(-0.3 - y, 0, 1)
    return top & ~(opening & (y > 0.7)), opening


def _sandal(x: Points, y: Points, cut: Cut) -> tuple[Points, Points]:
    heel, toe = cut(-0.05, 0.3), cut(0.4, 0.5)
    sole = _bar(x, y, (-0.85, heel, 0.85, toe), cut(0.09, 0.16))
    block = _between(x, -0.9, -0.62) & _between(y, heel, 0.5)
    straps = np.zeros(np.broadcast(x, y).shape, bool)
    for place in (-0.55, 0.1, 0.5):
        lean = cut(-0.25, 0.25)
        ends = (place, heel + 0.15, place + lean, heel + 0.15 - cut(0.3, 0.55))
        straps |= _bar(x, y, ends, cut(0.06, 0.13))
    over = _bar(x, y, (-0.6, heel - cut(0.2, 0.45), 0.55, toe - 0.35), 0.09)
    return sole | block | straps | over, sole


def _shirt(x: Points, y: Points, cut: Cut) -> tuple[Points, Points]:
    long = cut(0, 1) < 0.6
    sleeve = np.where(long, cut(1.0, 1.25), cut(0.35, 0.6))
    top = _top(x, y, cut, sleeve, cut(0.7, 0.9))
    row = (np.abs(x) < 0.05) & (np.sin(y * cut(16, 20)) > 0.2) & (y > -0.55)
    collar = _bar(np.abs(x), y, (0.04, -0.5, 0.2, -0.72), 0.07)
    return top, row | collar


def _sneaker(x: Points, y: Points, cut: Cut) -> tuple[Points, Points]:
    sole = _between(y, 0.38, 0.38 + cut(0.1, 0.18)) & (np.abs(x) <= 0.92)
    height = cut(0.3, 0.48) * np.clip(0.75 - x, 0, 1) + 0.16
    upper = _between(y, 0.38 - height, 0.4) & _between(x, -0.88, 0.88)
    collar = ((x + 0.45) / 0.25) ** 2 + ((y - 0.38 + height) / 0.14) ** 2 < 1
    laces = _between(x, -0.15, 0.35) & (np.sin(x * 34) > 0.3) & (y < 0.38 - height / 2)
    return sole | (upper & ~collar), laces


def _bag(x: Points, y: Points, cut: Cut) -> tuple[Points, Points]:
    top, bottom, width = cut(-0.35, 0.0), cut(0.6, 0.85), cut(0.6, 0.88)
    body = _between(y, top, bottom) & (np.abs(x) <= width - cut(-0.1, 0.15) * (y - top))
    ring = np.hypot(x / cut(0.35, 0.6), (y - top) / cut(0.35, 0.6))
    handle = _between(ring, 0.78, 1.0) & (y < top)
    flap = np.abs(y - top - cut(0.15, 0.35)) < 0.04
    return body | handle, flap


def _ankle_boot(x: Points, y: Points, cut: Cut) -> tuple[Points, Points]:
    top, toe = cut(-0.85, -0.55), cut(-0.05, 0.15)
    shaft = _between(x, -0.75, cut(-0.1, 0.1)) & _between(y, top, 0.5)
    instep = toe + 0.25 * np.clip(x, 0, 1) ** 2
    foot = _between(x, -0.75, 0.82) & _between(y, instep, 0.55)
    heel = _between(x, -0.78, -0.4) & _between(y, 0.5, 0.5 + cut(0.12, 0.3))
    sole = _between(x, -0.75, 0.85) & _between(y, 0.5, 0.6)
    return shaft | foot | heel | sole, sole


_GARMENTS = (
    _t_shirt,
    _trouser,
    _pullover,
    _dress,
    _coat,
    _sandal,
    _shirt,
    _sneaker,
    _bag,
    _ankle_boot,
)
