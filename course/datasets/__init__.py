"""Data for the notebooks: published sets where they can be had, drawings elsewhere.

A published set is looked for in the folder that the environment variable COURSE_DATA
names, then in the user's cache, then at its publisher. Each file is checked against a
SHA-256 before it is used. Where no source has the set, a small stand-in drawn by code
takes its place and is called one wherever it is shown.
"""

from course.datasets._bakeoff import BakeOffSet, load_bake_off
from course.datasets._driving import (
    Drive,
    ImuRecord,
    SteeringRecord,
    load_drive,
    load_imu,
    load_steering,
)
from course.datasets._fashion import FASHION_CLASSES, FashionMnist, load_fashion_mnist
from course.datasets._garments import draw_garments
from course.datasets._pictures import (
    PHOTOGRAPH_CREDIT,
    digit_eight,
    load_photograph,
    small_images,
)
from course.datasets._road import road_scene
from course.datasets._series import (
    DailyPrices,
    MonthlySeries,
    load_co2,
    load_share_prices,
)
from course.datasets._sources import CorruptFile, cache_folder
from course.datasets._texts import LabelledTexts, load_sentiment, load_sms_spam
from course.datasets._traffic import HourlySeries, load_traffic_volume
from course.datasets._translation import TranslationPairs, load_translation

__all__ = [
    "FASHION_CLASSES",
    "PHOTOGRAPH_CREDIT",
    "BakeOffSet",
    "CorruptFile",
    "DailyPrices",
    "Drive",
    "FashionMnist",
    "HourlySeries",
    "ImuRecord",
    "LabelledTexts",
    "MonthlySeries",
    "SteeringRecord",
    "TranslationPairs",
    "cache_folder",
    "digit_eight",
    "draw_garments",
    "load_bake_off",
    "load_co2",
    "load_drive",
    "load_fashion_mnist",
    "load_imu",
    "load_photograph",
    "load_sentiment",
    "load_share_prices",
    "load_sms_spam",
    "load_steering",
    "load_traffic_volume",
    "load_translation",
    "road_scene",
    "small_images",
]
