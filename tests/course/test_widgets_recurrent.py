"""Interactive figures of recurrent networks: arguments, traits, numbers, stand-ins."""

import re

import numpy as np
import pytest
import traitlets

from course import widgets
from course.plots import SEQUENCE_TYPES
from course.reference import jacobian_norms, lstm, simple_rnn
from course.widgets._interactive import STATIC, load_script

SCRIPTS = ["rnn_stepper", "gradient_lag", "sequence_types", "lstm_explorer"]

RANDOM = np.random.default_rng(4)
CASE = {
    "inputs": RANDOM.normal(size=(5, 2)),
    "kernel": RANDOM.normal(size=(2, 3)),
    "recurrent_kernel": RANDOM.normal(size=(3, 3)),
    "bias": RANDOM.normal(size=3),
}


@pytest.mark.parametrize("name", SCRIPTS)
class TestScripts:
    def test_script_is_one_module_with_a_default_export(self, name):
        script = load_script(name)

        assert not re.search(r"^import ", script, re.MULTILINE)
        assert re.findall(r"^export .*", script, re.MULTILINE) == [
            "export default { render };"
        ]

    def test_script_defines_everything_it_imports_once(self, name):
        script = (STATIC / f"{name}.js").read_text(encoding="utf-8")
        joined = load_script(name)
        imports = re.findall(r"^import \{([^}]*)\}", script, re.MULTILINE)
        imported = [word for names in imports for word in re.findall(r"\w+", names)]
        defined = re.findall(r"^(?:function|const|let) (\w+)", joined, re.MULTILINE)

        assert set(imported) <= set(defined)
        assert len(defined) == len(set(defined))

    def test_nothing_is_fetched_from_elsewhere(self, name):
        text = load_script(name)
        assert not re.search(r"https?:|//cdn|@import|url\(|fetch\(|XMLHttp", text)


class TestStillPictures:
    @pytest.fixture(params=SCRIPTS)
    def figure(self, request):
        return {
            "rnn_stepper": lambda: widgets.rnn_stepper(**CASE),
            "gradient_lag": widgets.gradient_lag,
            "sequence_types": widgets.sequence_types,
            "lstm_explorer": widgets.lstm_explorer,
        }[request.param]()

    def test_it_is_drawn_with_words(self, figure):
        drawn, alt = figure.static_figure()
        assert drawn.get_figwidth() > 7
        assert len(alt) > 100
        assert "nan" not in alt

    def test_words_say_how_to_use_it(self, figure):
        assert "run this cell in JupyterLab" in repr(figure)


class TestStepper:
    def test_states_are_those_of_the_reference(self):
        stepper = widgets.rnn_stepper(**CASE)
        wanted = simple_rnn(
            CASE["inputs"][None],
            CASE["kernel"],
            CASE["recurrent_kernel"],
            CASE["bias"],
        )[0]
        np.testing.assert_allclose(stepper.states(), wanted)

    @pytest.mark.parametrize(
        ("trait", "name"),
        [
            ("use_input", "kernel"),
            ("use_state", "recurrent_kernel"),
            ("use_bias", "bias"),
        ],
    )
    def test_a_term_that_is_taken_away_counts_as_zeros(self, trait, name):
        stepper = widgets.rnn_stepper(**CASE)
        setattr(stepper, trait, False)
        without = CASE | {name: np.zeros_like(CASE[name])}
        np.testing.assert_allclose(
            stepper.states(), widgets.rnn_stepper(**without).states()
        )

    def test_alt_text_follows_the_position(self):
        stepper = widgets.rnn_stepper(**CASE)
        stepper.position = 3
        _, alt = stepper.static_figure()
        assert "step 4 of 5" in alt
        last = stepper.states()[3]
        assert f"{last[1]:.2f}" in alt

    @pytest.mark.parametrize(
        ("changed", "says"),
        [
            ({"inputs": np.zeros((5, 3))}, "`inputs` must have shape"),
            ({"recurrent_kernel": np.zeros((3, 2))}, "`recurrent_kernel` must have"),
            ({"bias": np.zeros(2)}, "`bias` must have shape"),
            ({"inputs": np.zeros((9, 2))}, "at most 8 steps"),
            ({"inputs": np.zeros(5)}, "needs 2 axes"),
        ],
    )
    def test_what_does_not_fit_is_refused(self, changed, says):
        with pytest.raises(ValueError, match=says):
            widgets.rnn_stepper(**(CASE | changed))

    def test_traits_are_checked(self):
        stepper = widgets.rnn_stepper(**CASE)
        with pytest.raises(ValueError, match="keep its shape"):
            stepper.inputs = [[1.0, 2.0]]
        with pytest.raises(ValueError, match="counts the 5 steps"):
            stepper.position = 5
        with pytest.raises(traitlets.TraitError):
            stepper.position = -1


class TestGradientLag:
    @pytest.mark.parametrize("factor", [0.3, 0.9, 1.0, 1.6])
    def test_norms_are_those_of_the_reference(self, factor):
        figure = widgets.gradient_lag(factor=factor, strength=0.8, steps=21)
        recurrent_kernel = factor * np.array(figure.rotation)
        inputs = 0.8 * np.array(figure.inputs)[None]
        states = simple_rnn(inputs, figure.kernel, recurrent_kernel)[0]
        np.testing.assert_allclose(
            figure.norms("tanh"), jacobian_norms(states, recurrent_kernel)
        )
        np.testing.assert_allclose(
            figure.norms("linear"), factor ** np.arange(21.0), rtol=1e-9
        )

    def test_alt_text_holds_the_norm(self):
        figure = widgets.gradient_lag(factor=0.5)
        _, alt = figure.static_figure()
        assert f"{0.5**20:.2g}" in alt

    @pytest.mark.parametrize(
        ("arguments", "says"),
        [
            ({"factor": 3}, "`factor` must be from"),
            ({"strength": -1}, "`strength` must be from"),
            ({"steps": 5}, "`steps` must be at least"),
            ({"steps": 500}, "`steps` must be at most"),
        ],
    )
    def test_what_is_out_of_range_is_refused(self, arguments, says):
        with pytest.raises(ValueError, match=says):
            widgets.gradient_lag(**arguments)

    def test_traits_are_checked(self):
        figure = widgets.gradient_lag(steps=31)
        with pytest.raises(ValueError, match="below the 31 steps"):
            figure.lag = 31
        with pytest.raises(traitlets.TraitError):
            figure.factor = 9.0


class TestSequenceTypes:
    @pytest.mark.parametrize(
        ("kind", "wanted"),
        [
            ("one to one", ((5,), (2,))),
            ("one to many", ((5,), (3, 2))),
            ("many to one", ((4, 5), (2,))),
            ("many to many, aligned", ((4, 5), (4, 2))),
            ("many to many, encoder–decoder", ((4, 5), (3, 2))),
        ],
    )
    def test_shapes(self, kind, wanted):
        figure = widgets.sequence_types(kind)
        figure.features, figure.outputs = 5, 2
        assert figure.shapes() == wanted

    def test_every_type_of_the_drawing_can_be_chosen(self):
        figure = widgets.sequence_types()
        for kind in SEQUENCE_TYPES:
            figure.kind = kind
            assert len(figure.shapes()) == 2

    def test_unknown_type_is_refused(self):
        with pytest.raises(ValueError, match="`kind` must be one of"):
            widgets.sequence_types("few to few")
        with pytest.raises(traitlets.TraitError):
            widgets.sequence_types().kind = "few to few"


class TestLstmExplorer:
    def test_memories_are_those_of_the_reference(self):
        """Gates that are set by the bias alone, one step at a time."""
        gates = {
            "input_gate": [0.9, 0.2, 0.5, 0.7, 0.1, 0.6, 0.3, 0.8],
            "forget_gate": [0.4, 0.95, 0.5, 0.6, 0.8, 0.2, 0.9, 0.7],
            "output_gate": [0.5, 0.3, 0.9, 0.2, 0.6, 0.7, 0.4, 0.1],
        }
        figure = widgets.lstm_explorer(candidate=[0.5, -0.2, 0.9, 0, -0.7, 0.1, 0.3, 1])
        for name, values in gates.items():
            setattr(figure, name, values)
        state, carry = np.zeros((1, 1)), np.zeros((1, 1))
        wanted = []
        for step in range(8):
            logits = {
                name: np.log(values[step] / (1 - values[step]))
                for name, values in gates.items()
            }
            candidate = min(figure.candidate[step], 1 - 1e-15)
            bias = [
                logits["input_gate"],
                logits["forget_gate"],
                np.arctanh(candidate),
                logits["output_gate"],
            ]
            weights = np.zeros((1, 4)), np.zeros((1, 4)), bias
            states, carries = lstm(np.zeros((1, 1, 1)), *weights, state, carry)
            state, carry = states[:, -1], carries[:, -1]
            wanted.append((carry.item(), state.item()))
        got = np.transpose(figure.memories())
        np.testing.assert_allclose(got, wanted, atol=1e-12)

    @pytest.mark.parametrize("preset", list(widgets.GATE_PRESETS))
    def test_every_preset_works(self, preset):
        carries, states = widgets.lstm_explorer(preset=preset).memories()
        assert carries.shape == states.shape == (8,)

    def test_open_forget_gate_keeps_the_first(self):
        carries, _ = widgets.lstm_explorer().memories()
        np.testing.assert_array_equal(carries, np.ones(8))

    def test_what_is_out_of_range_is_refused(self):
        with pytest.raises(ValueError, match="must be 8 numbers"):
            widgets.lstm_explorer(candidate=[1, 2, 3])
        with pytest.raises(ValueError, match="`preset` must be one of"):
            widgets.lstm_explorer(preset="all shut")
        figure = widgets.lstm_explorer()
        with pytest.raises(ValueError, match="from 0 to 1"):
            figure.forget_gate = [2.0] * 8
        with pytest.raises(ValueError, match="from 0 to 1"):
            figure.input_gate = [0.5] * 7
