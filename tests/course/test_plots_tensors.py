"""Figures of tensors, broadcasting, graphs and traces show what they are told to."""

import numpy as np
import pytest

from course import plots


def words(figure) -> list[str]:
    texts = [text.get_text() for text in figure.texts]
    for axes in figure.axes:
        texts += [text.get_text() for text in axes.texts]
    return texts


def test_tensors_are_drawn_with_rank_shape_and_every_number():
    more = np.arange(12).reshape(3, 2, 2)
    figure = plots.plot_tensors([10, [18, 2], more], titles=["one", "row", "pile"])
    shown = words(figure)
    assert "rank 0, shape ()" in shown
    assert "rank 1, shape (2,)" in shown
    assert "rank 3, shape (3, 2, 2)" in shown
    for number in [10, 18, 2, *range(12)]:
        assert str(number) in shown
    assert len(figure.axes) == 1 + 1 + 3


@pytest.mark.parametrize(
    ("tensors", "titles", "complaint"),
    [
        ([], [], "empty"),
        ([np.zeros((1, 1, 1, 1))], ["deep"], "up to rank 3"),
        ([1, 2], ["one"], "one name for each of the 2"),
    ],
)
def test_tensors_that_cannot_be_drawn_are_refused(tensors, titles, complaint):
    with pytest.raises(ValueError, match=complaint):
        plots.plot_tensors(tensors, titles)


def test_broadcast_shows_both_shapes_and_the_sum():
    figure = plots.plot_broadcast([[1], [2]], [10, 20, 30], names=["left", "right"])
    shown = words(figure)
    assert {"shape (2, 1)", "shape (3,)", "shape (2, 3)"} <= set(shown)
    assert [text for text in shown if text in ("11", "22", "32")] == ["11", "22", "32"]


def test_broadcast_veils_what_is_used_again():
    figure = plots.plot_broadcast([[1], [2]], [10, 20, 30])
    veils = [len(axes.patches) for axes in figure.axes]
    assert veils == [4, 3, 0]


def test_broadcast_of_shapes_that_do_not_go_together_is_refused():
    with pytest.raises(ValueError, match="do not go together"):
        plots.plot_broadcast(np.zeros((3, 4)), np.zeros(3))
    with pytest.raises(ValueError, match="up to rank 2"):
        plots.plot_broadcast(np.zeros((1, 1, 1)), 1)


def test_graph_shows_boxes_values_and_gradients():
    figure = plots.plot_graph(
        {"a": (0, 0), "b": (1, 0)},
        [("a", "b")],
        forward={"a": "2 m"},
        backward={"b": "gradient 1"},
        inputs=["a"],
        title="Two steps",
    )
    assert {"a", "b", "2 m", "gradient 1", "Two steps"} <= set(words(figure))


def test_graph_with_an_unknown_box_is_refused():
    with pytest.raises(ValueError, match="no box 'c'"):
        plots.plot_graph({"a": (0, 0)}, [("a", "c")])


def test_traces_say_of_each_call_whether_it_was_traced():
    shown = words(plots.plot_traces(["1.0", "2.0"], [True, False], "Calls"))
    assert shown.count("traced") == 1
    assert shown.count("graph used again") == 1
    with pytest.raises(ValueError, match="equally long"):
        plots.plot_traces(["1.0"], [], "Calls")


def test_last_line_of_the_fit_is_the_line_that_a_formula_finds():
    x, y = np.array([0.0, 1.0, 2.0]), np.array([1.0, 3.2, 4.9])
    figure = plots.plot_line_fit(x, y, learning_rate=0.2, steps=[0, 1, 500])
    lines = figure.axes[0].lines
    assert [line.get_label() for line in lines[1:]] == [
        "after 0 steps",
        "after 1 step",
        "after 500 steps",
    ]
    ends, heights = lines[-1].get_data()
    np.testing.assert_allclose(
        heights, np.polyval(np.polyfit(x, y, 1), ends), atol=1e-4
    )
    assert np.all(lines[1].get_ydata() == 0)


@pytest.mark.parametrize(
    ("x", "y", "steps", "complaint"),
    [
        ([1, 2], [1], [0], "equally long"),
        ([1, 2], [1, 2], [], "needs one to"),
        ([1, 2], [1, 2], [0, 1, 2, 3, 4], "needs one to"),
    ],
)
def test_fit_that_cannot_be_drawn_is_refused(x, y, steps, complaint):
    with pytest.raises(ValueError, match=complaint):
        plots.plot_line_fit(x, y, learning_rate=0.1, steps=steps)
