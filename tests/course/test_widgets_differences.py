"""Shift explorer and reach explorer: arguments, numbers, still pictures."""

import re

import numpy as np
import pytest
import traitlets

from course import widgets
from course.widgets._interactive import STATIC, load_script, load_style

EDGE = np.array([[1, 0, -1], [2, 0, -2], [1, 0, -1]])
RING = np.array([[0, 1, 1, 0], [1, 0, 0, 1], [1, 0, 0, 1], [0, 1, 1, 0]])
SCRIPTS = ["shift_explorer", "reach_explorer"]


@pytest.fixture
def shift():
    return widgets.shift_explorer(RING, EDGE)


@pytest.fixture
def reach():
    return widgets.reach_explorer()


class TestScripts:
    @pytest.mark.parametrize("name", SCRIPTS)
    def test_script_is_one_module_with_a_default_export(self, name):
        script = load_script(name)

        assert not re.search(r"^import ", script, re.MULTILINE)
        assert re.findall(r"^export .*", script, re.MULTILINE) == [
            "export default { render };"
        ]

    @pytest.mark.parametrize("name", SCRIPTS)
    def test_script_defines_everything_it_imports(self, name):
        script = (STATIC / f"{name}.js").read_text(encoding="utf-8")
        joined = load_script(name)
        imports = re.findall(r"^import \{([^}]*)\}", script, re.MULTILINE)
        imported = [word for names in imports for word in re.findall(r"\w+", names)]

        assert len(imported) > 5
        for word in imported:
            assert re.search(rf"^function {word}\(", joined, re.MULTILINE), word

    @pytest.mark.parametrize("name", SCRIPTS)
    def test_nothing_is_fetched_from_elsewhere(self, name):
        script = load_script(name).replace("http://www.w3.org/2000/svg", "")

        assert not re.search(r"https?:|fetch\(|XMLHttp|import\(", script)

    def test_classes_of_the_reach_explorer_have_a_style(self):
        script = (STATIC / "reach_explorer.js").read_text(encoding="utf-8")

        for name in set(re.findall(r"course-reach[\w-]*", script)):
            assert f".{name}" in load_style(), name


class TestShiftExplorer:
    def test_feature_map_is_the_correlation_after_relu(self, shift):
        picture = shift.picture()
        wanted = np.zeros((10, 10))
        for row in range(10):
            for column in range(10):
                window = picture[row : row + 3, column : column + 3]
                wanted[row, column] = max((window * EDGE).sum(), 0)

        assert picture.sum() == RING.sum()
        np.testing.assert_allclose(shift.feature_map(), wanted)
        np.testing.assert_allclose(
            shift.pooled_map()[2, 3], wanted[4:6, 6:8].max(), rtol=1e-12
        )

    def test_moving_inside_leaves_no_gap_and_keeps_the_global_maximum(self, shift):
        before = shift.scores()
        shift.row, shift.column = 2, 6

        assert shift.gaps() == (0.0, 0.0)
        assert shift.scores()[1] == before[1]
        assert shift.scores()[0] != before[0]

    def test_pooled_map_cannot_follow_an_odd_move(self, shift):
        shift.column = 5

        assert shift.gaps() == (0.0, None)

    def test_zero_padding_makes_a_gap_where_the_object_leaves(self, shift):
        shift.row = 10  # two of its four rows have left
        without = shift.gaps()[0]
        shift.zero_padding = True

        assert shift.feature_map().shape == (12, 12)
        assert without == 0
        assert shift.gaps()[0] > 0

    def test_object_may_stand_out_over_the_border(self, shift):
        shift.row = -2

        assert shift.picture().sum() == RING[2:].sum()
        assert shift.picture()[0].sum() == RING[2].sum()

    @pytest.mark.parametrize(
        ("trait", "value", "message"),
        [("row", -3, "`row` must be from -2 to 10"), ("column", 11, "`column` must")],
    )
    def test_object_stays_in_the_picture(self, shift, trait, value, message):
        with pytest.raises(ValueError, match=message):
            setattr(shift, trait, value)

    @pytest.mark.parametrize(
        ("arguments", "message"),
        [
            ((np.ones((7, 2)), EDGE), r"`sign` must be at most 6 by 6.*\(7, 2\)"),
            ((2 * RING, EDGE), "with 0 to 2"),
            ((RING, np.ones((2, 3))), r"`kernel` must be 3 by 3: received shape"),
            ((np.ones(4), EDGE), "`sign` needs 2 axes"),
        ],
    )
    def test_bad_arguments_are_named(self, arguments, message):
        with pytest.raises(ValueError, match=message):
            widgets.shift_explorer(*arguments)

    def test_alt_text_tells_place_and_scores(self, shift):
        shift.row = 1
        figure, alt = shift.static_figure()

        assert "at row 1, column 4" in alt.replace("framed ", "")
        assert f"largest number {shift.scores()[1]:g}" in alt
        assert len(figure.axes) == 3


class TestReachExplorer:
    @pytest.mark.parametrize(
        ("kernel_size", "layers", "doubling", "field"),
        [(3, 3, True, 15), (3, 3, False, 7), (2, 4, True, 16), (5, 1, True, 5)],
    )
    def test_weights_of_the_stack_end_at_its_field(
        self, kernel_size, layers, doubling, field
    ):
        reach = widgets.reach_explorer(kernel_size, layers, doubling)
        reach.step = 30
        weights = reach.convolution_weights()

        assert reach.field() == field
        assert (weights[31 - field : 31] > 0).all()
        assert (weights[: 31 - field] == 0).all()
        assert weights[31] == 0
        assert weights.sum() == pytest.approx(1)

    def test_equal_weights_are_what_running_means_of_running_means_give(self, reach):
        reach.kernel_size, reach.layers, reach.doubling = 3, 2, False
        impulse = np.zeros(32)
        impulse[reach.step - 2] = 1
        for _ in range(2):
            impulse = np.convolve(impulse, np.ones(3) / 3)[:32]

        assert reach.convolution_weights()[reach.step - 2] == pytest.approx(
            impulse[reach.step]
        )

    def test_recurrent_weights_are_those_of_the_recurrence(self, reach):
        reach.keep, reach.step = 0.7, 9
        for place in (0, 4, 9):
            state = 0.0
            for step in range(10):
                state = 0.7 * state + 0.3 * (step == place)
            assert reach.recurrent_weights()[place] == pytest.approx(state)
        assert (reach.recurrent_weights()[10:] == 0).all()

    @pytest.mark.parametrize(
        ("trait", "value"),
        [("step", 32), ("step", -1), ("kernel_size", 6), ("layers", 0), ("keep", 1.1)],
    )
    def test_traits_out_of_range_are_refused(self, reach, trait, value):
        with pytest.raises(traitlets.TraitError):
            setattr(reach, trait, value)

    def test_keep_must_be_a_number(self, reach):
        with pytest.raises(ValueError, match="keep"):
            reach.keep = float("nan")

    @pytest.mark.parametrize(
        ("arguments", "message"),
        [
            ({"kernel_size": 6}, "`kernel_size` must be from 2 to 5"),
            ({"kernel_size": 1}, "`kernel_size` must be at least 2"),
            ({"layers": 7}, "`layers` must be from 1 to 6"),
            ({"keep": -0.1}, "`keep` must be from 0 to 1"),
        ],
    )
    def test_bad_arguments_are_named(self, arguments, message):
        with pytest.raises(ValueError, match=message):
            widgets.reach_explorer(**arguments)

    def test_alt_text_names_the_first_step_that_is_seen(self, reach):
        reach.step = 20
        figure, alt = reach.static_figure()

        assert "steps 6 to 20" in alt
        assert "keep 0.8" in alt
        assert len(figure.axes) == 2
