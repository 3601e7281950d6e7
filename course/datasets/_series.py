"""Series with one value a month or a day: carbon dioxide and share prices."""

from dataclasses import dataclass

import numpy as np

from course.datasets._records import Record, fixed, obtain
from course.datasets._remotes import REMOTES

_CO2_FILE = "co2_mm_mlo.csv"

# How far a drawn month lies above the mean of its year, in ppm, from January on.
_SEASON = (0.2, 0.8, 1.5, 2.6, 3.2, 2.3, 0.5, -1.7, -3.4, -3.3, -2.0, -0.7)


@dataclass(frozen=True, repr=False, eq=False)
class MonthlySeries(Record):
    """One value a month, without gaps.

    Attributes:
        months: datetime64[M], `(n,)`, each a month after the one before.
        values: Floats, `(n,)`, in `unit`; none is missing.
        deseasonalised: Floats, `(n,)`, in `unit`: the values less the mean course of
            the year, as the publisher works it out.
        unit: The unit of the values.
        source: Where the values came from, in words; says so when they are drawn.
        is_stand_in: Whether they are drawn by code.
        notes: What went wrong on the way to the published set, in sentences.
    """

    months: np.ndarray
    values: np.ndarray
    deseasonalised: np.ndarray
    unit: str
    source: str
    is_stand_in: bool
    notes: tuple[str, ...] = ()

    def _sizes(self) -> str:
        return f"{len(self.months):,} months, {self.months[0]} to {self.months[-1]}"


@dataclass(frozen=True, repr=False, eq=False)
class DailyPrices(Record):
    """The price of a share on trading days.

    Attributes:
        dates: datetime64[D], `(n,)`, rising; week-ends and holidays are left out.
        values: Floats, `(n,)`, adjusted closing price in US dollars.
        volume: Integers, `(n,)`, shares traded on the day.
        source: Where the values came from, in words.
        is_stand_in: Never true: the file comes with Matplotlib.
        notes: Nothing: no way leads to another source.
    """

    dates: np.ndarray
    values: np.ndarray
    volume: np.ndarray
    source: str
    is_stand_in: bool = False
    notes: tuple[str, ...] = ()

    def _sizes(self) -> str:
        return f"{len(self.dates):,} trading days, {self.dates[0]} to {self.dates[-1]}"


def load_co2(allow_download: bool = True) -> MonthlySeries:
    """Load the monthly mean of carbon dioxide in the air at Mauna Loa, Hawaii.

    Values are in ppm, molecules of CO2 in a million molecules of dry air. Where there
    is no source, a series drawn by code with a like trend and a like course of the year
    takes its place.

    Args:
        allow_download: Whether the publisher may be asked where no file is at hand.

    Returns:
        820 months from March 1958 to June 2026, published or drawn.

    Raises:
        CorruptFile: If the file in COURSE_DATA is not the published one.

    Source:
        NOAA Global Monitoring Laboratory, Mauna Loa; before May 1974 C. D. Keeling,
        Scripps Institution of Oceanography; as the repository datasets/co2-ppm has it.
        Public domain. This copy, with columns renamed, is not an official one.
    """
    found, words = obtain(
        "co2", list(REMOTES["co2"].files), allow_download, "a series drawn by code"
    )
    if not found.contents:
        months, values, trend = _draw_co2(seed=0)
    else:
        lines = found.contents[_CO2_FILE].decode().rstrip("\n").split("\n")[1:]
        rows = [line.split(",") for line in lines]
        months = np.array([row[0] for row in rows], "datetime64[M]")
        values = np.array([float(row[2]) for row in rows])
        trend = np.array([float(row[3]) for row in rows])
    return MonthlySeries(
        fixed(months), fixed(values), fixed(trend), unit="ppm", **words
    )


def load_share_prices() -> DailyPrices:
    """Load the price of Google's share on its first 1,047 days, from Matplotlib.

    Returns:
        Adjusted closing prices in US dollars, August 2004 to October 2008.

    Source:
        Sample data of Matplotlib, `goog.npz`.
    """
    from matplotlib import cbook

    with cbook.get_sample_data("goog.npz") as file:
        prices = file["price_data"]
    order = np.argsort(prices["date"])
    return DailyPrices(
        dates=fixed(prices["date"][order]),
        values=fixed(prices["adj_close"][order]),
        volume=fixed(prices["volume"][order]),
        source="Google's share price, as shipped with Matplotlib (goog.npz)",
    )


def _draw_co2(seed: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Draw a bent rise, a course of the year that grows, and noise that lingers."""
    rng = np.random.default_rng(seed)
    months = np.arange("1958-03", "2026-07", dtype="datetime64[M]")
    years = np.arange(len(months)) / 12
    lingering = np.zeros(len(months))
    for place in range(1, len(months)):
        lingering[place] = 0.9 * lingering[place - 1] + rng.normal(0, 0.22)
    trend = 314.5 + 0.77 * years + 0.0134 * years**2 + lingering
    season = (0.9 + 0.0025 * years) * np.array(_SEASON)[months.astype(int) % 12]
    values = trend + season + rng.normal(0, 0.15, len(months))
    return months, np.round(values, 2), np.round(values - season, 2)
