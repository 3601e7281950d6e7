"""Figures of recurrent networks: what they draw, and what they refuse."""

import numpy as np
import pytest
from matplotlib.figure import Figure
from matplotlib.text import Text

from course import plots

RANDOM = np.random.default_rng(9)


def steps_of(features, units):
    return {
        "inputs": RANDOM.normal(size=features),
        "state": RANDOM.normal(size=units),
        "kernel": RANDOM.normal(size=(features, units)),
        "recurrent_kernel": RANDOM.normal(size=(units, units)),
        "bias": RANDOM.normal(size=units),
    }


FIGURES = {
    "series": lambda: plots.plot_series(
        np.arange(5),
        {"one": {"a": np.arange(5), "b": np.ones(5)}, "two": {"a": np.zeros(5)}},
        xlabel="time (s)",
        ylabel="speed (m/s)",
        title="Two panels",
    ),
    "curves": lambda: plots.plot_curves_by_lag(
        {f"factor {w}": w ** np.arange(40.0) for w in (0.5, 1, 1.5)},
        ylabel="norm",
        title="Norm against lag",
        logarithmic=True,
    ),
    "unrolled": plots.plot_unrolled,
    "step": lambda: plots.plot_rnn_step(**steps_of(2, 3)),
    "large step": lambda: plots.plot_rnn_step(**steps_of(6, 6), step=2),
    "small step": lambda: plots.plot_rnn_step(**steps_of(1, 1)),
    "types": plots.plot_sequence_types,
    "gates": lambda: plots.plot_gates(
        {"input gate": [0, 0.5, 1], "carry": [-1, 0, 2.5]}, title="Gates"
    ),
    "lstm": plots.plot_lstm_cell,
}


def texts(figure: Figure) -> list[str]:
    return [text.get_text() for text in figure.findobj(Text) if text.get_text()]


@pytest.mark.parametrize("name", FIGURES)
def test_nothing_is_cut_off(name):
    figure = FIGURES[name]()
    figure.draw_without_rendering()
    drawn = figure.get_tightbbox()  # in inches
    width, height = figure.get_size_inches()
    assert drawn.x0 > -0.01
    assert drawn.y0 > -0.01
    assert drawn.x1 < width + 0.01
    assert drawn.y1 < height + 0.01


def test_step_shows_terms_sum_and_state():
    figure = plots.plot_rnn_step([2, 1], [1, -2], [[1, -1], [0, 3]], np.eye(2), [0, 5])
    shown = texts(figure)
    # From the input 2, 1; from the state 1, -2; sums 3 and 4.
    for value in ("2", "1", "\N{MINUS SIGN}2", "3", "4"):
        assert value in shown


def test_norms_below_the_axis_are_drawn_at_its_edge():
    figure = plots.plot_curves_by_lag(
        {"w": 0.01 ** np.arange(20.0)}, ylabel="norm", title="t", logarithmic=True
    )
    drawn = figure.axes[0].get_lines()[0].get_ydata()
    assert drawn.min() == 1e-12
    assert figure.axes[0].get_yscale() == "log"


def test_types_have_as_many_cells_as_they_say():
    assert len(plots.SEQUENCE_TYPES) == 5
    for kind in plots.SEQUENCE_TYPES.values():
        last = kind["steps"] - 1
        assert max((*kind["inputs"], *kind["outputs"])) <= last
        assert kind["outputs"][-1] == last


@pytest.mark.parametrize(
    ("draw", "says"),
    [
        (lambda: plots.plot_unrolled(1), "at least 2"),
        (lambda: plots.plot_unrolled(7), "6 at most"),
        (lambda: plots.plot_sequence_types(["few to few"]), "takes some of"),
        (lambda: plots.plot_rnn_step(**(steps_of(2, 3) | {"bias": [1]})), "`bias`"),
        (lambda: plots.plot_rnn_step(**steps_of(7, 2)), "at most 6"),
        (lambda: plots.plot_gates({"a": [1, 2], "b": [1]}, title="t"), "equal length"),
        (
            lambda: plots.plot_curves_by_lag({}, ylabel="y", title="t"),
            "one to 6 curves",
        ),
        (
            lambda: plots.plot_series(
                [0, 1], {"p": {"a": [1]}}, xlabel="x", ylabel="y", title="t"
            ),
            "one number for each",
        ),
    ],
)
def test_what_cannot_be_drawn_is_refused(draw, says):
    with pytest.raises(ValueError, match=says):
        draw()
