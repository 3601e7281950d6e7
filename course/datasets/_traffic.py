"""Cars on a motorway, hour by hour."""

import gzip
from dataclasses import dataclass

import numpy as np

from course.datasets._records import Record, fixed, obtain
from course.datasets._remotes import REMOTES

_FILE = "metro_interstate_traffic_volume.csv.gz"
_START, _END = np.datetime64("2012-10-02T09", "h"), np.datetime64("2018-09-30T23", "h")
_MOST_RAIN = 300.0  # mm in an hour; about the most that was ever measured anywhere


@dataclass(frozen=True, repr=False, eq=False)
class HourlySeries(Record):
    """Traffic and weather on an unbroken grid of hours, with gaps as NaN.

    All arrays have the same length. Copy one before writing to it.

    Attributes:
        hours: datetime64[h], `(n,)`, local time, each an hour after the one before.
        values: Floats, `(n,)`, vehicles in the hour; NaN where the hour is absent.
        temperature: Floats, `(n,)`, kelvin; NaN where absent or given as 0 K.
        rain: Floats, `(n,)`, millimetres in the hour; NaN where absent or impossible.
        snow: Floats, `(n,)`, millimetres in the hour; NaN where absent.
        clouds: Floats, `(n,)`, per cent of the sky; NaN where absent.
        weather: Strings, `(n,)`, such as "Clouds" or, where an hour has several labels,
            "Rain+Drizzle"; "" where absent.
        holiday: Booleans, `(n,)`, whether the day is a United States holiday or one of
            Minnesota. Holidays are told from rows, so one without a row is missed.
        source: Where the values came from, in words; says so when they are drawn.
        is_stand_in: Whether they are drawn by code.
        notes: What went wrong on the way to the published set, in sentences.
        unit: The unit of `values`.
    """

    hours: np.ndarray
    values: np.ndarray
    temperature: np.ndarray
    rain: np.ndarray
    snow: np.ndarray
    clouds: np.ndarray
    weather: np.ndarray
    holiday: np.ndarray
    source: str
    is_stand_in: bool
    notes: tuple[str, ...] = ()
    unit: str = "vehicles/hour"

    def _sizes(self) -> str:
        gaps = np.isnan(self.values).sum()
        return (
            f"{len(self.hours):,} hours, {self.hours[0]} to {self.hours[-1]}, "
            f"{gaps:,} of them without a count"
        )


def load_traffic_volume(allow_download: bool = True) -> HourlySeries:
    """Load the westbound traffic on motorway I-94 between Minneapolis and St Paul.

    Rows of the same hour, one for each weather label, are made one: the count is the
    same in all of them; temperature and clouds are averaged, of rain and snow the most
    is taken, labels are joined by "+". Hours without a row are NaN, as are 10
    temperatures of 0 K and one rain of 9,831 mm. Where there is no source, hours drawn
    by code take their place, with like days, weeks and gaps.

    Args:
        allow_download: Whether the publisher may be asked where no file is at hand.

    Returns:
        52,551 hours from 2012-10-02 09:00 to 2018-09-30 23:00, published or drawn.

    Raises:
        CorruptFile: If the file in COURSE_DATA is not the published one.

    Source:
        J. Hogue, Metro Interstate Traffic Volume, UCI Machine Learning Repository,
        2019, doi 10.24432/C5X60B, CC BY 4.0; counts of the Minnesota Department of
        Transportation, weather of OpenWeatherMap.
    """
    found, words = obtain(
        "traffic-volume",
        list(REMOTES["traffic-volume"].files),
        allow_download,
        "hours drawn by code",
    )
    hours = np.arange(_START, _END + np.timedelta64(1, "h"))
    if found.contents:
        columns = _parse(gzip.decompress(found.contents[_FILE]).decode(), hours)
    else:
        columns = _draw(hours, seed=0)
    arrays = {name: fixed(column) for name, column in columns.items()}
    return HourlySeries(fixed(hours), **arrays, **words)


def _parse(text: str, hours: np.ndarray) -> dict[str, np.ndarray]:
    rows = [line.split(",") for line in text.rstrip("\n").split("\n")[1:]]
    holiday, temp, rain, snow, clouds, label, _, date, count = zip(*rows, strict=True)
    when = np.array(date, "datetime64[h]")
    place = (when - hours[0]).astype(int)
    size = len(hours)

    def column(words: tuple[str, ...]) -> np.ndarray:
        return np.array([float(word) for word in words])

    temperature, rainfall = column(temp), column(rain)
    temperature[temperature == 0] = np.nan
    rainfall[rainfall > _MOST_RAIN] = np.nan
    values = np.full(size, np.nan)
    values[place] = column(count)
    labels: list[list[str]] = [[] for _ in range(size)]
    for one, word in zip(place, label, strict=True):
        if word not in labels[one]:
            labels[one].append(word)
    named = np.array([word != "None" for word in holiday])
    days = np.unique(when[named].astype("datetime64[D]"))
    return {
        "values": values,
        "temperature": _mean(place, temperature, size),
        "rain": _most(place, rainfall, size),
        "snow": _most(place, column(snow), size),
        "clouds": _mean(place, column(clouds), size),
        "weather": np.array(["+".join(words) for words in labels]),
        "holiday": np.isin(hours.astype("datetime64[D]"), days),
    }


def _mean(place: np.ndarray, values: np.ndarray, size: int) -> np.ndarray:
    known = ~np.isnan(values)
    total = np.bincount(place[known], values[known], size)
    count = np.bincount(place[known], minlength=size)
    return np.where(count > 0, total / np.maximum(count, 1), np.nan)


def _most(place: np.ndarray, values: np.ndarray, size: int) -> np.ndarray:
    most = np.full(size, np.nan)
    np.fmax.at(most, place, values)
    return most


# Vehicles at each hour of a working day and of a day at the week-end, in hundreds.
_WORKING_DAY = (
    *(6, 4, 3, 4, 8, 25, 53, 61, 54, 48, 44, 46),
    *(48, 49, 52, 56, 61, 58, 45, 34, 29, 27, 21, 12),
)
_WEEKEND_DAY = (
    *(11, 7, 5, 4, 4, 6, 11, 16, 23, 33, 40, 43),
    *(45, 44, 44, 44, 44, 43, 40, 35, 31, 28, 24, 16),
)
_ABSENT = (0.03, 0.17, 0.15, 0.27, 0.11, 0.01, 0.002)  # share of hours, from 2012 on
_HOLIDAYS = ("01-01", "07-04", "12-25")


def _draw(hours: np.ndarray, seed: int) -> dict[str, np.ndarray]:
    """Draw days and weeks as commuters make them, weather, noise that lingers, gaps."""
    rng = np.random.default_rng(seed)
    size = len(hours)
    days = hours.astype("datetime64[D]")
    hour = (hours - days).astype(int)
    weekday = (days.astype(int) + 3) % 7  # 1970-01-01 was a Thursday; Monday is 0
    holiday = np.isin([str(day)[5:] for day in np.unique(days)], _HOLIDAYS)
    holiday = np.repeat(holiday, np.unique(days, return_counts=True)[1])
    year = 2 * np.pi * (days - days.astype("datetime64[Y]")).astype(int) / 365.25

    warmth = _lingering(rng, size, 0.985, 0.75)
    temperature = 281 - 14 * np.cos(year - 0.3) + warmth
    temperature -= 3.5 * np.cos(2 * np.pi * (hour - 3) / 24)
    clouds = np.clip(50 + 14 * _lingering(rng, size, 0.95, 1.0), 0, 100)
    wet = (clouds > 75) & (_lingering(rng, size, 0.9, 1.0) > 1)
    amount = np.where(wet, rng.exponential(0.8, size), 0)
    snow = np.where(temperature < 273, amount * 0.1, 0)
    rain = np.where(temperature < 273, 0, amount)
    weather = np.select(
        [wet & (temperature < 273), wet, clouds > 12],
        ["Snow", "Rain", "Clouds"],
        "Clear",
    )

    free = (weekday >= 5) | holiday
    mean = 100.0 * np.where(
        free, np.array(_WEEKEND_DAY)[hour], np.array(_WORKING_DAY)[hour]
    )
    mean *= np.array([0.97, 1, 1.02, 1.03, 1.05, 1.05, 0.9])[weekday]
    mean *= np.where(holiday, 0.85, 1) * np.where(wet, 0.95, 1)
    mean *= 1 - 0.04 * np.cos(year)
    values = mean * (1 + _lingering(rng, size, 0.8, 0.05))
    values = np.clip(np.round(values + rng.normal(0, 25, size)), 0, 7300)

    absent = rng.random(size) < np.array(_ABSENT)[days.astype("M8[Y]").astype(int) - 42]
    for start in rng.integers(0, size // 2, 12):
        absent[start : start + rng.integers(6, 120)] = True
    absent |= (days >= np.datetime64("2014-08-08")) & (
        days < np.datetime64("2015-06-11")
    )
    absent[[0, -1]] = False
    numbers = {
        "values": values,
        "temperature": np.round(temperature, 2),
        "rain": np.round(rain, 2),
        "snow": np.round(snow, 2),
        "clouds": np.round(clouds),
    }
    columns = {
        name: np.where(absent, np.nan, column) for name, column in numbers.items()
    }
    return columns | {"weather": np.where(absent, "", weather), "holiday": holiday}


def _lingering(
    rng: np.random.Generator, size: int, keep: float, spread: float
) -> np.ndarray:
    """Draw noise each of whose values keeps a part of the one before."""
    steps = rng.normal(0, spread, size).tolist()
    value, drawn = 0.0, []
    for step in steps:
        value = keep * value + step
        drawn.append(value)
    return np.array(drawn)
