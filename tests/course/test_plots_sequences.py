"""Figures of building recurrent networks show what they are told to."""

import numpy as np
import pytest

from course import plots


def words(figure) -> list[str]:
    texts = [text.get_text() for text in figure.texts]
    for axes in figure.axes:
        texts += [text.get_text() for text in axes.texts]
    return texts


def test_eight_steps_stand_in_an_order_that_works():
    shown = " ".join(words(plots.plot_eight_steps())).replace("\n", " ")
    assert shown.index("choose the loss") < shown.index("compile")
    assert shown.index("train and test") < shown.index("visualise the training")
    for number in range(1, 9):
        assert str(number) in words(plots.plot_eight_steps())


def test_hours_are_drawn_on_a_calendar():
    hours = np.datetime64("2017-04-13T10") + np.arange(48)
    figure = plots.plot_hours(hours, np.arange(48.0), "Two days")
    (line,) = figure.axes[0].lines
    assert line.get_ydata().tolist() == list(range(48))
    assert figure.axes[0].get_ylabel() == "vehicles per hour"


def test_split_hatches_what_is_only_read():
    figure = plots.plot_time_split(steps=30, validation=6, test=7, lookback=3)
    cells = figure.axes[0].patches
    assert len(cells) == 17 + (3 + 6) + (3 + 7)
    assert sum(bool(cell.get_hatch()) for cell in cells) == 6


@pytest.mark.parametrize(
    "sizes",
    [
        {"steps": 10, "validation": 5, "test": 5, "lookback": 1},
        {"steps": 50, "validation": 5, "test": 5, "lookback": 1},
        {"steps": 12, "validation": 4, "test": 4, "lookback": 4},
    ],
)
def test_split_without_room_is_refused(sizes):
    with pytest.raises(ValueError, match="`steps` must hold training"):
        plots.plot_time_split(**sizes)


def test_windows_are_all_drawn_with_their_targets():
    shown = words(plots.plot_windows(steps=10, length=4, horizon=2))
    assert [text for text in shown if text.startswith("example")] == [
        f"example {row}" for row in range(5)
    ]
    assert shown.count("9") == 2  # in the series, and in the last target


def test_windows_that_do_not_fit_are_refused():
    with pytest.raises(ValueError, match="must hold a window"):
        plots.plot_windows(steps=5, length=4, horizon=2)


def test_errors_mark_every_seed_and_the_best_rule():
    figure = plots.plot_errors(
        {"hour": 300, "week": 120, "gru": [100, 140]},
        unit="vehicles",
        title="Errors",
        rules=["hour", "week"],
    )
    axes = figure.axes[0]
    assert [text.get_text() for text in axes.get_yticklabels()] == [
        "hour",
        "week",
        "gru",
    ]
    assert {"300", "120"} <= set(words(figure))
    assert "best rule" in words(figure)
    dashed = [line for line in axes.lines if line.get_linestyle() == "--"]
    assert dashed[0].get_xdata()[0] == 120


def test_gradient_norms_end_where_numbers_do():
    broken = np.array([[0.3, 20.0], [15.0, 1600.0], [np.inf, np.nan], [np.nan, np.nan]])
    figure = plots.plot_gradient_norms({"free": broken, "clipped": np.ones((4, 2))})
    lines = figure.axes[0].lines
    assert max(len(line.get_xdata()) for line in lines) == 4
    assert lines[0].get_ydata().tolist() == [0.3, 15.0]
    assert words(figure).count("breaks off") == 2
    assert figure.axes[0].get_yscale() == "log"


def test_gradient_norms_want_loss_and_norm():
    with pytest.raises(ValueError, match="a row for each step"):
        plots.plot_gradient_norms({"free": np.ones(4)})


def test_padding_is_drawn_without_a_word():
    figure = plots.plot_padded_texts([["brake"], ["turn", "left"]], [[2, 0], [3, 4]])
    shown = words(figure)
    assert {"brake", "turn", "left"} <= set(shown)
    assert shown.count("0") == 1
    assert sum(bool(cell.get_hatch()) for cell in figure.axes[0].patches) == 1


def test_padding_wants_a_row_for_each_text():
    with pytest.raises(ValueError, match="a row for each of the 2 texts"):
        plots.plot_padded_texts([["a"], ["b"]], [[1, 0]])


def test_states_cross_out_where_they_differ():
    events = np.eye(3)[[0, 1, 2, 0]]
    figure = plots.plot_states(
        events,
        {"state": [0, 1, 2, 2], "network": [0, 1, 1, 2]},
        ["SET", "BRAKE", "RESUME"],
        ["off", "active", "paused"],
    )
    assert len(figure.axes) == 3
    crosses = [line for line in figure.axes[2].lines if line.get_marker() == "x"]
    assert crosses[0].get_xdata().tolist() == [2]
    assert "another state" in figure.axes[2].get_title(loc="left")


def test_streaming_carries_a_state_from_step_to_step():
    shown = words(plots.plot_streaming())
    assert shown.count("state") == 3
    assert shown.count("zeros") == 1
    assert shown.count("reading") == shown.count("scores") == 3
