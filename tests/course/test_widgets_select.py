"""The figures of the notebook `select`: receptive field and chooser."""

import re

import pytest
import traitlets

from course import plots, widgets
from course.plots._select import output_sizes, reached_places
from course.widgets._chooser import (
    ADVICE,
    QUESTIONS,
    all_paths,
    architecture_chooser,
    follow_path,
)
from course.widgets._interactive import STATIC, load_script

SCRIPTS = ["receptive_field", "chooser"]


class TestScripts:
    @pytest.mark.parametrize("name", SCRIPTS)
    def test_script_is_one_module_that_fetches_nothing(self, name):
        script = load_script(name)

        assert not re.search(r"^import ", script, re.MULTILINE)
        assert re.findall(r"^export .*", script, re.MULTILINE) == [
            "export default { render };"
        ]
        own = (STATIC / f"{name}.js").read_text(encoding="utf-8")
        own = own.replace("http://www.w3.org/2000/svg", "")  # a name, not an address
        assert not re.search(r"https?:|//cdn|@import|fetch\(|XMLHttp", own)


class TestReceptiveFieldExplorer:
    @pytest.mark.parametrize(
        ("layers", "field"),
        [
            ([(3, 1, 1)], 3),
            ([(3, 1, 1), (3, 1, 1), (3, 1, 1)], 7),
            ([(3, 1, 1), (3, 1, 2), (3, 1, 4)], 15),
            ([(3, 2, 1), (3, 1, 1)], 7),
            ([(5, 2, 1), (2, 3, 2)], 9),
            ([(1, 1, 1)], 1),
        ],
    )
    def test_field_is_that_of_the_formula(self, layers, field):
        explorer = widgets.receptive_field_explorer(layers)
        jump, expected = 1, 1
        for kernel, stride, dilation in layers:
            expected += (kernel - 1) * dilation * jump
            jump *= stride

        assert explorer.field() == field == expected

    def test_moving_the_output_moves_the_inputs_by_the_jump(self):
        explorer = widgets.receptive_field_explorer([(3, 2, 1), (2, 2, 1)])
        first = explorer.reached()[0]
        explorer.output = 2

        assert explorer.reached()[0] == [place + 2 * 4 for place in first]

    def test_output_stays_within_fewer_outputs(self):
        explorer = widgets.receptive_field_explorer([(3, 1, 1)])
        explorer.output = 29
        explorer.layers = [[3, 3, 1]]

        assert explorer.output == 9

    @pytest.mark.parametrize(
        ("layers", "words"),
        [
            ([], "1 to 5 layers"),
            ([(3, 1, 1)] * 6, "1 to 5 layers"),
            ([(4, 1, 1)], "kernel sizes 1, 2, 3, 5: received 4"),
            ([(3, 4, 1)], "strides 1, 2, 3: received 4"),
            ([(3, 1, 3)], "dilations 1, 2, 4, 8: received 3"),
            ([(3, 1)], "kernel size, stride and dilation"),
            ([(5, 1, 8), (3, 1, 1)], "need more than 32 inputs"),
            ([("3", 1, 1)], "whole number"),
        ],
    )
    def test_other_layers_are_refused(self, layers, words):
        with pytest.raises(ValueError, match=words):
            widgets.receptive_field_explorer(layers)

    def test_traits_are_checked(self):
        explorer = widgets.receptive_field_explorer([(3, 1, 1)])
        with pytest.raises(ValueError, match="counts from 0 to 29: received 30"):
            explorer.output = 30
        with pytest.raises(ValueError, match="kernel sizes"):
            explorer.layers = [[9, 1, 1]]
        with pytest.raises(traitlets.TraitError):
            explorer.output = -1

    def test_alt_text_says_what_is_reached(self):
        explorer = widgets.receptive_field_explorer([(3, 1, 1), (3, 1, 2)])
        explorer.output = 4
        figure, alt = explorer.static_figure()

        assert "inputs 4 to 10: a receptive field of 7" in alt
        assert "layer 2 with kernel 3, stride 1, dilation 2" in alt
        assert figure.axes[0].get_title() == "One output reaches 7 places of the input"


class TestReceptiveFieldFigure:
    def test_places_and_sizes(self):
        layers = [(3, 2, 1), (2, 1, 3)]

        assert output_sizes(layers, 20) == [20, 9, 6]
        assert reached_places(layers, 1) == [[2, 3, 4, 8, 9, 10], [1, 4], [1]]

    def test_missing_output_is_refused(self):
        with pytest.raises(ValueError, match="`output` must be 0 to 5"):
            plots.plot_receptive_field([(3, 1, 1)], output=6, size=8)


class TestChooser:
    def test_every_option_leads_on_and_every_end_is_an_advice(self):
        targets = {target for one in QUESTIONS.values() for _, target in one["options"]}

        assert targets == (set(QUESTIONS) | set(ADVICE)) - {"example"}
        assert {follow_path(path) for path in all_paths()} == set(ADVICE)

    def test_every_advice_names_a_simpler_model_first(self):
        for one in ADVICE.values():
            assert set(one) == {"title", "because", "layers", "first"}
            assert all(len(words) > 8 for words in one.values())

    @pytest.mark.parametrize(
        ("path", "title"),
        [
            ((2,), "No CNN and no RNN"),
            ((0, 1), "A fully convolutional network"),
            ((0, 0, 0, 0), "A CNN with Conv2D"),
            ((1, 0, 1, 0), "A CNN with Conv1D"),
            ((1, 2), "An encoder with a decoder"),
            ((1, 0, 0), "A dense network"),
        ],
    )
    def test_path_leads_to_its_advice(self, path, title):
        assert architecture_chooser(path).advice()["title"] == title

    def test_no_advice_before_the_last_question(self):
        assert architecture_chooser().advice() is None
        assert architecture_chooser([1, 0]).advice() is None

    @pytest.mark.parametrize("path", [[3], [-1], [2, 0], ["0"], [True]])
    def test_path_that_leads_nowhere_is_refused(self, path):
        with pytest.raises(ValueError, match="`path` has at step"):
            architecture_chooser(path)

    def test_still_picture_holds_every_way(self):
        figure, alt = architecture_chooser().static_figure()
        drawn = {" ".join(text.get_text().split()) for text in figure.axes[0].texts}

        for one in ADVICE.values():
            assert one["title"] in alt
            assert one["title"] in drawn
