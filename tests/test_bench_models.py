"""The page of measurements is the one that the measuring tool writes."""

import json

from tools import bench_models


def measured() -> dict:
    return json.loads(bench_models.RESULTS.read_text())


def test_page_is_written_from_what_was_measured():
    page = bench_models.PAGE.read_text(encoding="utf-8")
    assert page == bench_models.write_page(measured()), (
        "run `python tools/bench_models.py page`"
    )


def test_networks_reach_what_the_course_promises():
    pictures = measured()["pictures"]
    assert pictures["unit"]["accuracy"] >= 0.91
    assert pictures["compact"]["accuracy"] >= 0.93
    assert pictures["compact"]["parameters"] < 100_000
    for time in ("cpu", "wall"):
        assert pictures["compact"][time] <= 3 * pictures["unit"][time]


def test_windows_end_before_the_hour_to_be_forecast():
    """A series that counts its hours shows which ones a window holds."""
    import numpy as np

    from course.datasets import load_traffic_volume

    traffic = load_traffic_volume(allow_download=False)
    values = np.arange(len(traffic.hours), dtype=float)
    values[500:505] = np.nan
    numbered = type(traffic)(**{**vars(traffic), "values": values})
    inputs, targets, naive, week_ago, _ = bench_models.traffic_windows(numbered, 24)
    np.testing.assert_array_equal(inputs[:, -1, 0], targets - 1)
    np.testing.assert_array_equal(inputs[:, 0, 0], targets - 24)
    np.testing.assert_array_equal(naive, targets - 1)
    np.testing.assert_array_equal(week_ago, targets - 168)
    assert not set(range(500, 529)) & set(targets.astype(int))
