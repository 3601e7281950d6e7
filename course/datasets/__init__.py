"""Data for the notebooks: published sets where they can be had, drawings elsewhere.

A published set is looked for in the folder that the environment variable COURSE_DATA
names, then in the user's cache, then at its publisher. Each file is checked against a
SHA-256 before it is used. Where no source has the set, a small stand-in drawn by code
takes its place and is called one wherever it is shown.
"""

from course.datasets._fashion import FASHION_CLASSES, FashionMnist, load_fashion_mnist
from course.datasets._pictures import (
    PHOTOGRAPH_CREDIT,
    digit_eight,
    load_photograph,
    small_images,
)
from course.datasets._road import road_scene
from course.datasets._sources import CorruptFile, cache_folder

__all__ = [
    "FASHION_CLASSES",
    "PHOTOGRAPH_CREDIT",
    "CorruptFile",
    "FashionMnist",
    "cache_folder",
    "digit_eight",
    "load_fashion_mnist",
    "load_photograph",
    "road_scene",
    "small_images",
]
