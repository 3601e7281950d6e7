"""Figures about convolutional beside recurrent networks say what they should."""

import numpy as np
import pytest

from course import plots

CURVES = {"dense": [8, 32, 128], "convolution": [5, 5, 5]}
SCORES = {
    "dense": {"in place": 0.6, "mixed": 0.61},
    "CNN": {"in place": 1, "mixed": 0},
}


def texts(axes) -> list[str]:
    return [text.get_text() for text in axes.texts]


class TestGrowth:
    def test_curves_are_drawn_on_logarithmic_axes(self):
        figure = plots.plot_growth(
            [2, 8, 32], CURVES, xlabel="steps", ylabel="parameters", title="t"
        )
        (axes,) = figure.axes
        drawn = {line.get_label(): list(line.get_ydata()) for line in axes.lines}

        assert drawn == CURVES
        assert (axes.get_xscale(), axes.get_yscale()) == ("log", "log")
        assert (axes.get_xlabel(), axes.get_ylabel()) == ("steps", "parameters")
        assert len({line.get_linestyle() for line in axes.lines}) == 2
        assert len({line.get_marker() for line in axes.lines}) == 2

    @pytest.mark.parametrize(
        ("lengths", "curves", "message"),
        [
            ([2, 8], CURVES, r"`curves\['dense'\]` needs 2 numbers: received 3"),
            ([0, 2, 8], CURVES, "numbers above 0"),
            ([2, 8, 32], {"dense": [0, 1, 2]}, "numbers above 0"),
            ([2, 8, 32], {}, "one to four networks: received 0"),
        ],
    )
    def test_bad_arguments_are_named(self, lengths, curves, message):
        with pytest.raises(ValueError, match=message):
            plots.plot_growth(lengths, curves, xlabel="", ylabel="", title="")


class TestScores:
    def test_every_bar_has_its_score_and_guessing_a_line(self):
        (axes,) = plots.plot_scores(SCORES, chance=0.25, title="t").axes
        heights = sorted(bar.get_height() for bar in axes.patches)

        assert heights == [0, 0.6, 0.61, 1]
        assert sorted(texts(axes)) == ["0.00", "0.60", "0.61", "1.00"]
        assert list(axes.lines[0].get_ydata()) == [0.25, 0.25]
        legend = [text.get_text() for text in axes.get_legend().get_texts()]
        assert legend == ["guessing, 0.25", "in place", "mixed"]

    @pytest.mark.parametrize(
        ("scores", "message"),
        [
            ({}, "holds no network"),
            ({"a": {"x": 1.2}}, "between 0 and 1"),
            ({"a": {"x": 1}, "b": {"y": 1}}, r"`scores\['b'\]` must have"),
        ],
    )
    def test_bad_arguments_are_named(self, scores, message):
        with pytest.raises(ValueError, match=message):
            plots.plot_scores(scores, chance=0.5, title="")


class TestDrivingSignals:
    def test_each_signal_has_a_panel(self):
        signals = {"braking first": [0, -1, 2], "accelerating first": [0, 2, -1]}
        figure = plots.plot_driving_signals(signals, ylabel="m/s²", title="t")

        assert [axes.get_title() for axes in figure.axes] == list(signals)
        for axes, values in zip(figure.axes, signals.values(), strict=True):
            assert list(axes.lines[-1].get_ydata()) == values

    def test_too_many_signals_are_refused(self):
        with pytest.raises(ValueError, match="one to four: received 5"):
            plots.plot_driving_signals(
                {str(i): [1, 2] for i in range(5)}, ylabel="", title=""
            )


class TestWorkGraphs:
    @pytest.mark.parametrize(("steps", "layers"), [(8, 2), (5, 3), (2, 1)])
    def test_longest_chains_are_counted(self, steps, layers):
        convolution, recurrent = plots.plot_work_graphs(steps, layers).axes

        assert f": {layers} steps one after another" in convolution.get_title()
        assert f": {steps + layers - 1} steps one after another" in (
            recurrent.get_title()
        )
        numbered = [text for text in texts(recurrent) if text]
        assert numbered == sorted(
            map(str, range(1, steps + layers)), key=lambda n: numbered.index(n)
        )
        assert set(numbered) == set(map(str, range(1, steps + layers)))

    @pytest.mark.parametrize(
        "arguments", [{"steps": 13}, {"layers": 0}, {"kernel_size": 1}]
    )
    def test_numbers_out_of_range_are_named(self, arguments):
        (name,) = arguments
        with pytest.raises(ValueError, match=f"`{name}` must be at"):
            plots.plot_work_graphs(**arguments)


class TestReach:
    def test_bars_are_the_weights_and_the_field_is_named(self):
        upper, lower = plots.plot_reach(3, [1, 2, 4], 0.8, 25).axes
        stack, recurrence = (
            np.array([bar.get_height() for bar in bars]) for bars in lower.containers
        )

        assert "receptive field 15 steps" in upper.get_title()
        assert np.flatnonzero(stack).tolist() == list(range(11, 26))
        np.testing.assert_allclose(recurrence[25], 0.2)
        np.testing.assert_allclose(recurrence[20], 0.2 * 0.8**5)
        assert (recurrence[26:] == 0).all()

    @pytest.mark.parametrize(
        ("arguments", "message"),
        [
            ((6, [1], 0.5, 3), "`kernel_size` must be at most 5"),
            ((3, [1], 1.5, 3), "`keep` must lie between 0 and 1"),
            ((3, [1], 0.5, 32), "`step` must be at most 31"),
            ((3, [], 0.5, 3), r"`len\(dilations\)` must be at least 1"),
        ],
    )
    def test_bad_arguments_are_named(self, arguments, message):
        with pytest.raises(ValueError, match=message):
            plots.plot_reach(*arguments)


class TestRecall:
    def test_edge_of_the_receptive_field_is_marked(self):
        shares = {"convolutions": [1.0] * 3 + [0.0] * 2, "LSTM": [0.9] * 5}
        (axes,) = plots.plot_recall(shares, 3, title="t").axes
        drawn = {
            line.get_label(): list(line.get_ydata())
            for line in axes.lines
            if line.get_label() in shares
        }

        assert drawn == shares
        assert any(list(line.get_xdata()) == [2.5, 2.5] for line in axes.lines)
        assert "lags\n0 to 2" in texts(axes)[0]

    def test_curves_of_other_lengths_are_refused(self):
        with pytest.raises(ValueError, match=r"`curves\['b'\]` needs 2 numbers"):
            plots.plot_recall({"a": [1, 1], "b": [1]}, 2, title="")


class TestSmoothing:
    def test_signal_average_and_kernel_are_drawn(self):
        figure = plots.plot_smoothing(
            [8, 0, 0], [4, 2, 1], [0.5, 0.25], keep=0.5, ylabel="m/s"
        )
        left, right = figure.axes

        assert [list(line.get_ydata()) for line in left.lines] == [[8, 0, 0], [4, 2, 1]]
        assert [bar.get_height() for bar in right.patches] == [0.5, 0.25]
        assert left.get_ylabel() == "m/s"

    def test_lengths_that_differ_are_named(self):
        with pytest.raises(ValueError, match="3 steps but `smoothed` 2"):
            plots.plot_smoothing([1, 2, 3], [1, 2], [1], keep=0.5, ylabel="")


def test_shifted_maps_have_their_sizes_in_the_titles():
    figure = plots.plot_shifted_maps(
        np.eye(6), np.ones((4, 4)), np.ones((2, 2)), (1, 1, 2, 2), (-1.5, 1)
    )

    titles = [axes.get_title() for axes in figure.axes]
    assert [title.rpartition(", ")[2] for title in titles] == [
        f"{side}\N{MULTIPLICATION SIGN}{side}" for side in (6, 4, 2)
    ]
    words = " ".join(text.get_text() for text in figure.texts)
    assert "flattening: \N{MINUS SIGN}1.5" in words
