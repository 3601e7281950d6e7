"""Figures of use cases: what they draw, and what they refuse."""

import numpy as np
import pytest

from course import plots
from course.plots._use_cases import STEP_TYPES


def texts(figure) -> list[str]:
    figure.canvas.draw()
    found = [text.get_text() for text in figure.texts]
    for axes in figure.axes:
        found += [axes.get_title(), *(text.get_text() for text in axes.texts)]
    return [text for text in found if text]


def test_every_kind_of_input_is_named():
    assert {"Table", "Picture", "Series", "Film"} <= set(
        texts(plots.plot_input_kinds())
    )


class TestMatches:
    @staticmethod
    def example():
        picture = np.zeros((12, 20))
        for row, column in ((1, 2), (1, 12), (8, 7)):
            picture[row : row + 3, column : column + 3] = [
                [0, 1, 0],
                [1, 1, 1],
                [0, 1, 0],
            ]
        piece = picture[1:4, 2:5]
        windows = np.lib.stride_tricks.sliding_window_view(picture, (3, 3))
        return picture, piece, np.einsum("rcij,ij->rc", windows, piece) / 5

    def test_frames_stand_where_the_piece_fits(self):
        picture, piece, fit = self.example()
        figure = plots.plot_matches(picture, piece, fit, number=3)
        frames = {
            (patch.get_y() + 0.5, patch.get_x() + 0.5)
            for patch in figure.axes[0].patches
        }
        assert frames == {(1, 2), (1, 12), (8, 7)}

    def test_fit_of_another_shape_is_refused(self):
        picture, piece, fit = self.example()
        with pytest.raises(ValueError, match="without padding"):
            plots.plot_matches(picture, piece, fit[1:], number=3)


class TestRuleErrors:
    def test_bars_are_measured_in_errors_of_the_last_value(self):
        figure = plots.plot_rule_errors(
            {
                "one": {"last value": 2.0, "straight line": 1.0},
                "two": {"last value": 0.5, "a period ago": 1.5},
            }
        )
        widths = [round(bar.get_width(), 6) for bar in figure.axes[0].patches]
        assert widths == [1, 1, 0.5, 3]

    @pytest.mark.parametrize(
        "errors", [{"straight line": 1.0}, {"last value": 0.0, "straight line": 1.0}]
    )
    def test_a_task_without_a_unit_is_refused(self, errors):
        with pytest.raises(ValueError, match="last value"):
            plots.plot_rule_errors({"task": errors})


class TestForecastCurves:
    def test_each_forecast_is_a_line_beside_what_came(self):
        figure = plots.plot_forecast_curves(
            [1, 2, 3], {"naive": [0, 1, 2], "net": [1, 2, 2]}, "day", "price", "Prices"
        )
        lines = figure.axes[0].lines
        assert [line.get_label() for line in lines] == [
            "what came",
            "forecast: naive",
            "forecast: net",
        ]
        np.testing.assert_array_equal(lines[1].get_ydata(), [0, 1, 2])

    def test_a_forecast_of_other_steps_is_refused(self):
        with pytest.raises(ValueError, match="same steps"):
            plots.plot_forecast_curves([1, 2, 3], {"naive": [0, 1]}, "", "", "")


class TestLengthPairs:
    def test_cells_hold_the_number_of_pairs(self):
        figure = plots.plot_length_pairs([1, 1, 2, 40], [2, 2, 1, 3], ("A", "B"))
        written = {
            (int(text.get_position()[0]) + 1, int(text.get_position()[1]) + 1): (
                text.get_text()
            )
            for text in figure.axes[0].texts
        }
        assert written == {(1, 2): "2", (2, 1): "1", (12, 3): "1"}

    def test_sides_of_other_lengths_are_refused(self):
        with pytest.raises(ValueError, match="each pair"):
            plots.plot_length_pairs([1, 2], [1], ("A", "B"))


class TestStepTypes:
    def test_all_types_are_named(self):
        assert set(STEP_TYPES) <= set(texts(plots.plot_step_types()))

    def test_an_unknown_highlight_is_refused(self):
        with pytest.raises(ValueError, match="must be one of"):
            plots.plot_step_types("many to many")


class TestAlarms:
    def test_curves_are_precision_and_recall(self):
        scores = np.array([0.1, 0.4, 0.6, 0.9])
        figure = plots.plot_alarms(scores, [0, 1, 0, 1], 0.5)
        precision, recall = figure.axes[1].lines[:2]
        at = list(precision.get_xdata()).index(0.5)
        assert precision.get_ydata()[at] == 0.5
        assert recall.get_ydata()[at] == 0.5

    def test_labels_of_another_number_are_refused(self):
        with pytest.raises(ValueError, match="one entry for each"):
            plots.plot_alarms([0.1, 0.2], [1], 0.5)
