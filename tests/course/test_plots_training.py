"""Figures of a training show the numbers they are given."""

import numpy as np
import pytest

from course import plots

CURVES = {
    "loss": [0.9, 0.5, 0.4],
    "val_loss": [0.8, 0.6, 0.7],
    "accuracy": [0.6, 0.7, 0.8],
    "val_accuracy": [0.65, 0.7, 0.72],
}
NAMES = ["hatch", "saloon", "van"]
COUNTS = np.array([[5, 1, 0], [2, 7, 0], [0, 3, 9]])


def lines_of(axes) -> dict[str, list[float]]:
    return {line.get_label(): list(line.get_ydata()) for line in axes.lines}


def texts_of(axes) -> list[str]:
    return [text.get_text() for text in axes.texts]


def test_learning_curves_have_a_panel_for_each_quantity():
    loss, accuracy = plots.plot_learning_curves(CURVES, "Run").axes
    assert loss.get_title() == "loss"
    assert lines_of(loss) == {
        "training": CURVES["loss"],
        "validation": CURVES["val_loss"],
        "lowest": [0.6],
    }
    assert lines_of(accuracy)["validation"] == CURVES["val_accuracy"]
    assert loss.get_xlabel() == "epoch"


def test_learning_curves_leave_room_for_epochs_to_come():
    (axes,) = plots.plot_learning_curves({"loss": [0.9]}, epochs=10).axes
    assert axes.get_xlim() == (0.5, 10.5)


def test_learning_curves_bear_not_a_number():
    nan = float("nan")
    plots.plot_learning_curves({"loss": [1, nan], "val_loss": [nan, nan]})
    assert "not a number" in plots.describe_curves({"loss": [1, nan]})


@pytest.mark.parametrize(
    ("curves", "words"), [({}, "nothing to draw"), ({"loss": [[1], [2]]}, "one number")]
)
def test_curves_that_are_none_are_refused(curves, words):
    with pytest.raises(ValueError, match=words):
        plots.plot_learning_curves(curves)


def test_words_for_curves_name_ends_and_the_lowest():
    words = plots.describe_curves(CURVES)
    assert words.startswith("2 line plots against the epoch, 1 to 3.")
    assert "training from 0.9 to 0.4" in words
    assert "validation from 0.8 to 0.7 (lowest in epoch 2)" in words


def test_compared_runs_are_told_apart_by_more_than_colour():
    runs = {name: {"val_loss": [1, 0.5 + i / 10]} for i, name in enumerate("abc")}
    (axes,) = plots.plot_compared_curves(runs).axes
    assert [line.get_ydata()[1] for line in axes.lines] == [0.5, 0.6, 0.7]
    styles = {(line.get_linestyle(), line.get_marker()) for line in axes.lines}
    assert len(styles) == 3
    assert axes.get_ylabel() == "validation loss"


def test_compared_runs_without_the_curve_are_refused():
    with pytest.raises(ValueError, match="has no curve 'val_loss'"):
        plots.plot_compared_curves({"a": {"loss": [1]}})


def test_confusion_matrix_writes_counts_and_colours_shares():
    axes, _ = plots.plot_confusion(COUNTS, NAMES).axes
    assert texts_of(axes) == ["5", "1", "2", "7", "3", "9"]
    shares = axes.images[0].get_array()
    np.testing.assert_allclose(np.asarray(shares).sum(axis=1), 1)
    assert axes.get_ylabel() == "true class"


def test_confusion_matrix_needs_a_name_for_each_class():
    with pytest.raises(ValueError, match="a row and a column for each class"):
        plots.plot_confusion(COUNTS, NAMES[:2])


def test_words_for_a_confusion_matrix_name_the_commonest_mistakes():
    words = plots.describe_confusion(COUNTS, NAMES, pairs=2)
    assert "21 of 27 lie on the diagonal" in words
    assert "van taken for saloon (3 times), saloon taken for hatch (2 times)" in words


def test_layer_parameters_are_bars_with_numbers_and_shares():
    (axes,) = plots.plot_layer_parameters({"conv": 250, "dense": 750}).axes
    assert [bar.get_width() for bar in axes.patches] == [250, 750]
    assert texts_of(axes) == [" 250 (25.0%)", " 750 (75.0%)"]


def test_signal_spread_is_drawn_on_a_logarithmic_axis():
    (axes,) = plots.plot_signal_spread({"He": [1, 1, 1], "small": [1, 0.1, 0.01]}).axes
    assert axes.get_yscale() == "log"
    assert lines_of(axes)["small"] == [1, 0.1, 0.01]
