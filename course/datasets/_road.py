"""A road as a camera behind the windscreen sees it, drawn by code."""

import numpy as np

_SMALLEST = 24


def road_scene(height: int = 96, width: int = 128, seed: int = 0) -> np.ndarray:
    """Draw a grey road scene with edges in many directions, to try filters on.

    There are a horizon, the edges and the broken middle line of a road, a car seen from
    behind, a round sign on its post, and houses.

    Args:
        height: Pixels from top to bottom; at least 24.
        width: Pixels from left to right; at least 24.
        seed: Decides on the place of the car and the houses, and on the noise.

    Returns:
        Floats from 0 to 1, `(height, width)`.

    Raises:
        ValueError: If the picture would be too small to show anything.
    """
    if min(height, width) < _SMALLEST:
        raise ValueError(
            f"`height` and `width` expect at least {_SMALLEST} pixels, received "
            f"{height} and {width}."
        )
    rng = np.random.default_rng(seed)
    fine = 3  # points for each pixel along each axis, averaged for soft edges
    y = ((np.arange(height * fine) + 0.5) / (height * fine))[:, None]
    x = ((np.arange(width * fine) + 0.5) / (width * fine))[None, :]
    horizon = 0.42

    scene = np.broadcast_to(0.95 - 0.35 * y / horizon, (y.size, x.size)).copy()
    for left in np.arange(0.0, 1.0, 0.14) + rng.uniform(-0.03, 0.03):
        roof = horizon - rng.uniform(0.05, 0.2)
        house = _box(x, y, left, roof, left + rng.uniform(0.07, 0.12), horizon)
        scene[house] = rng.uniform(0.35, 0.6)
    ground = y > horizon
    scene = np.where(ground, 0.45 + 0.1 * (y - horizon), scene)

    depth = np.clip((y - horizon) / (1 - horizon), 0, 1)
    across = (x - 0.5) / np.maximum(0.03 + 0.62 * depth, 1e-6)
    scene = np.where(ground & (np.abs(across) < 1), 0.25 + 0.08 * depth, scene)
    scene = np.where(ground & (np.abs(np.abs(across) - 0.93) < 0.03), 0.92, scene)
    dashes = np.sin(9.0 / (depth + 0.12) + rng.uniform(0, 3)) > 0
    scene = np.where(ground & dashes & (np.abs(across) < 0.03), 0.92, scene)

    _draw_sign(scene, x, y, horizon, aspect=width / height)
    _draw_car(scene, x, y, rng, aspect=width / height)

    coarse = scene.reshape(height, fine, width, fine).mean(axis=(1, 3))
    return np.clip(coarse + rng.normal(0, 0.012, coarse.shape), 0, 1)


def _draw_car(
    scene: np.ndarray,
    x: np.ndarray,
    y: np.ndarray,
    rng: np.random.Generator,
    aspect: float,
) -> None:
    half = 0.11  # of the width; lengths up and down are in units of the car's height
    across = (x - rng.uniform(0.6, 0.66)) / half
    up = (0.78 - y) / (half * aspect)
    for side in (-1, 1):
        scene[_box(across, up, side * 0.72 - 0.18, 0, side * 0.72 + 0.18, 0.2)] = 0.05
    scene[_box(across, up, -1, 0.1, 1, 1)] = 0.72
    narrow = 1 - 0.35 * np.clip((up - 1) / 0.75, 0, 1)
    scene[(np.abs(across) < narrow) & (up > 1) & (up < 1.75)] = 0.72
    scene[(np.abs(across) < narrow - 0.22) & (up > 1.05) & (up < 1.62)] = 0.15
    for side in (-1, 1):
        scene[_box(across, up, side * 0.78 - 0.16, 0.6, side * 0.78 + 0.16, 0.85)] = 0.3
    scene[_box(across, up, -0.36, 0.3, 0.36, 0.5)] = 0.97


def _draw_sign(
    scene: np.ndarray, x: np.ndarray, y: np.ndarray, horizon: float, aspect: float
) -> None:
    middle, centre, radius = 0.17, 0.3, 0.1
    scene[_box(x, y, middle - 0.008, centre, middle + 0.008, horizon + 0.3)] = 0.12
    distance = np.hypot((x - middle) * aspect, y - centre)
    scene[distance < radius] = 0.3
    scene[distance < 0.68 * radius] = 0.97


def _box(
    x: np.ndarray, y: np.ndarray, left: float, top: float, right: float, bottom: float
) -> np.ndarray:
    return (x >= left) & (x < right) & (y >= top) & (y < bottom)
