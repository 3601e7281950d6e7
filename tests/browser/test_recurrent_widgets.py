"""The figures of recurrent networks: their arithmetic, and driven in JupyterLab."""

import re

import numpy as np
import pytest
from figures import evaluate, figure, open_figures, status

from course.reference import jacobian_norms, simple_rnn
from course.widgets import GATE_PRESETS
from course.widgets._interactive import STATIC

pytestmark = pytest.mark.browser
playwright = pytest.importorskip(
    "playwright.sync_api", reason="needs playwright (the extra `test`)"
)
Locator, Page, expect = playwright.Locator, playwright.Page, playwright.expect

RANDOM = np.random.default_rng(6)
CASE = {
    "inputs": RANDOM.normal(size=(4, 2)).round(2),
    "kernel": RANDOM.normal(size=(2, 3)).round(2),
    "recurrent_kernel": RANDOM.normal(size=(3, 3)).round(2),
    "bias": RANDOM.normal(size=3).round(2),
}
NUMBERS = {name: values.tolist() for name, values in CASE.items()}
CELLS = [
    "from course import widgets",
    f"stepper = widgets.rnn_stepper(**{NUMBERS})\nstepper",
    "gradients = widgets.gradient_lag()\ngradients",
    "types = widgets.sequence_types()\ntypes",
    "gates = widgets.lstm_explorer()\ngates",
]
STEPPER, GRADIENTS, TYPES, GATES = range(4)


@pytest.fixture(scope="module")
def javascript(browser):
    """Call a function of `recurrent.js` by name with plain arguments."""
    page = browser.new_page()
    page.evaluate(
        """async (source) => {
            const blob = new Blob([source], { type: "text/javascript" });
            window.maths = await import(URL.createObjectURL(blob));
        }""",
        (STATIC / "recurrent.js").read_text(encoding="utf-8"),
    )

    def call(name: str, *arguments):
        return page.evaluate(
            "([name, given]) => window.maths[name](...given)", [name, list(arguments)]
        )

    yield call
    page.close()


class TestArithmetic:
    @pytest.mark.parametrize("without", ["", "input", "state", "bias"])
    def test_sequence_agrees_with_the_reference(self, javascript, without):
        terms = {name: name != without for name in ("input", "state", "bias")}
        weights = {
            "kernel": NUMBERS["kernel"],
            "recurrentKernel": NUMBERS["recurrent_kernel"],
            "bias": NUMBERS["bias"],
        }
        steps = javascript("simpleSequence", NUMBERS["inputs"], weights, terms)
        wanted = simple_rnn(
            CASE["inputs"][None],
            CASE["kernel"] * terms["input"],
            CASE["recurrent_kernel"] * terms["state"],
            CASE["bias"] * terms["bias"],
        )[0]
        np.testing.assert_allclose([step["after"] for step in steps], wanted)

    @pytest.mark.parametrize("size", [1e-9, 1.0, 1e9])
    @pytest.mark.parametrize("shape", [(1, 1), (2, 2), (5, 5)])
    def test_largest_stretch_is_the_spectral_norm(self, javascript, shape, size):
        for seed in range(5):
            matrix = size * np.random.default_rng(seed).normal(size=shape)
            got = javascript("largestStretch", matrix.tolist())
            assert got == pytest.approx(np.linalg.norm(matrix, 2), rel=1e-6)

    def test_largest_stretch_of_zeros_and_of_rotations(self, javascript):
        assert javascript("largestStretch", [[0, 0], [0, 0]]) == 0
        assert javascript("largestStretch", [[0, -2], [2, 0]]) == pytest.approx(2)

    @pytest.mark.parametrize("factor", [0.4, 1.0, 1.7])
    def test_norms_agree_with_the_reference(self, javascript, factor):
        rng = np.random.default_rng(7)
        rotation, _ = np.linalg.qr(rng.normal(size=(4, 4)))
        kernel, inputs = rng.normal(size=(1, 4)), rng.normal(size=(15, 1))
        for bent, activation in ((True, "tanh"), (False, "linear")):
            got = javascript(
                "normsByLag",
                inputs.tolist(),
                kernel.tolist(),
                rotation.tolist(),
                factor,
                0.7,
                bent,
            )
            states = simple_rnn(0.7 * inputs[None], kernel, factor * rotation)[0]
            wanted = jacobian_norms(states, factor * rotation, activation)
            np.testing.assert_allclose(got, wanted, rtol=1e-6)

    @pytest.mark.parametrize("preset", list(GATE_PRESETS))
    def test_memories_agree_with_numpy(self, javascript, preset):
        candidate = np.linspace(-1, 1, 8)
        gates = {name: list(row) for name, row in GATE_PRESETS[preset].items()}
        got = javascript("lstmMemories", candidate.tolist(), *gates.values())
        carry, carries = 0.0, []
        for i, f, c in zip(
            gates["input_gate"], gates["forget_gate"], candidate, strict=True
        ):
            carry = f * carry + i * c
            carries.append(carry)
        np.testing.assert_allclose(got["carries"], carries, atol=1e-12)
        np.testing.assert_allclose(
            got["states"], gates["output_gate"] * np.tanh(carries), atol=1e-12
        )


@pytest.fixture(scope="module")
def notebook(browser, lab):
    """A notebook with the four figures, run, and what went wrong on the page."""
    with open_figures(browser, lab, "recurrent.ipynb", CELLS, height=2600) as page:
        yield page


def as_numbers(texts: list[str]) -> list[float]:
    return [float(text.replace("\N{MINUS SIGN}", "-")) for text in texts if text]


def table(page: Page, which: int, caption: str) -> Locator:
    return figure(page, which).locator("table", has_text=caption)


class TestEveryFigure:
    def test_no_script_fails(self, notebook):
        assert notebook.complaints == []

    def test_live_figure_hides_its_still_picture(self, notebook):
        for name in ("stepper", "gradients", "types", "gates"):
            identity = evaluate(notebook, f"{name}.fallback_id")
            still = notebook.locator(f"#{identity}")
            assert still.count() == 1
            assert not still.is_visible()

    def test_every_control_has_a_name(self, notebook):
        nameless = notebook.evaluate(
            """() => [...document.querySelectorAll(
                ".course-figure :is(input, select, button, [tabindex])"
            )].filter((control) =>
                !control.labels?.length && !control.getAttribute("aria-label")
                && !control.textContent.trim()
            ).map((control) => control.outerHTML)"""
        )
        assert nameless == []


class TestStepper:
    def shown_states(self, page: Page) -> list[float]:
        cells = table(page, STEPPER, "States").locator("td")
        return as_numbers([text.strip() for text in cells.all_inner_texts()])

    def test_states_are_those_of_python(self, notebook):
        figure(notebook, STEPPER).get_by_label("Step", exact=True).fill("3")
        expect(status(notebook, STEPPER)).to_contain_text("Step 4 of 4")
        wanted = evaluate(notebook, "stepper.states().tolist()")
        np.testing.assert_allclose(
            self.shown_states(notebook), np.ravel(wanted), atol=0.0051
        )

    def test_terms_add_up(self, notebook):
        figure(notebook, STEPPER).get_by_label("Step", exact=True).fill("2")
        expect(status(notebook, STEPPER)).to_contain_text("Step 3 of 4")
        rows = table(notebook, STEPPER, "This step").locator("tbody tr")
        terms = [
            as_numbers(rows.nth(i).locator("td").all_inner_texts()) for i in range(5)
        ]
        np.testing.assert_allclose(np.sum(terms[:3], axis=0), terms[3], atol=0.02)
        np.testing.assert_allclose(np.tanh(terms[3]), terms[4], atol=0.02)

    def test_keys_move_and_reach_nothing_else(self, notebook):
        cells = notebook.locator(".jp-Notebook-cell").count()
        stage = figure(notebook, STEPPER).locator(".course-tables")
        stage.focus()
        notebook.keyboard.press("Home")
        expect(status(notebook, STEPPER)).to_contain_text("Step 1 of 4")
        notebook.keyboard.press("ArrowRight")
        notebook.keyboard.press("ArrowDown")
        expect(status(notebook, STEPPER)).to_contain_text("Step 3 of 4")
        notebook.keyboard.press("d")
        notebook.keyboard.press("d")
        assert notebook.locator(".jp-Notebook-cell").count() == cells
        assert evaluate(notebook, "stepper.position") == 2

    def test_term_can_be_taken_away(self, notebook):
        tick = figure(notebook, STEPPER).get_by_label("Term from the old state")
        tick.uncheck()
        figure(notebook, STEPPER).get_by_label("Step", exact=True).fill("3")
        wanted = np.tanh(CASE["inputs"] @ CASE["kernel"] + CASE["bias"])
        np.testing.assert_allclose(
            self.shown_states(notebook), np.ravel(wanted), atol=0.0051
        )
        assert evaluate(notebook, "stepper.use_state") is False
        tick.check()

    def test_inputs_can_be_typed_and_reset(self, notebook):
        box = figure(notebook, STEPPER).get_by_label("Input, step 1, feature 2")
        box.fill("-1.5")
        assert evaluate(notebook, "stepper.inputs")[0][1] == -1.5
        figure(notebook, STEPPER).get_by_role("button", name="Reset").click()
        assert evaluate(notebook, "stepper.inputs") == NUMBERS["inputs"]
        expect(status(notebook, STEPPER)).to_contain_text("Step 1 of 4")


class TestGradients:
    @pytest.mark.parametrize(("factor", "lag"), [("0.5", 20), ("1", 10), ("1.5", 60)])
    def test_norms_are_those_of_python(self, notebook, factor, lag):
        shown = figure(notebook, GRADIENTS)
        shown.get_by_label("Recurrent weight", exact=True).fill(factor)
        shown.get_by_label("Lag to read", exact=True).fill(str(lag))
        expect(status(notebook, GRADIENTS)).to_contain_text(f"{lag} steps back")
        words = status(notebook, GRADIENTS).inner_text()
        found = re.search(r"norm is (\S+) with tanh and (\S+) without", words).groups()
        wanted = evaluate(
            notebook,
            f"[gradients.norms(a)[{lag}].item() for a in ('tanh', 'linear')]",
        )
        np.testing.assert_allclose(as_numbers(list(found)), wanted, rtol=0.06)

    def test_verdict_follows_the_norm(self, notebook):
        shown = figure(notebook, GRADIENTS)
        shown.get_by_label("Lag to read", exact=True).fill("50")
        shown.get_by_label("Recurrent weight", exact=True).fill("0.3")
        expect(status(notebook, GRADIENTS)).to_contain_text("It vanishes.")
        shown.get_by_label("Recurrent weight", exact=True).fill("2.5")
        shown.get_by_label("Strength of the inputs", exact=True).fill("0")
        expect(status(notebook, GRADIENTS)).to_contain_text("It explodes.")

    def test_slider_moves_by_keys(self, notebook):
        slider = figure(notebook, GRADIENTS).get_by_label(
            "Recurrent weight", exact=True
        )
        slider.fill("1")
        slider.focus()
        notebook.keyboard.press("ArrowRight")
        assert evaluate(notebook, "gradients.factor") == pytest.approx(1.05)


class TestTypes:
    @pytest.mark.parametrize(
        "kind",
        [
            "one to one",
            "one to many",
            "many to one",
            "many to many, aligned",
            "many to many, encoder–decoder",
        ],
    )
    def test_shapes_and_dots_are_those_of_python(self, notebook, kind):
        shown = figure(notebook, TYPES)
        shown.get_by_label("Type", exact=True).select_option(kind)
        expect(status(notebook, TYPES)).to_contain_text(kind[1:])
        given, made = evaluate(notebook, "[list(shape) for shape in types.shapes()]")

        def written(shape):
            return f"({shape[0]},)" if len(shape) == 1 else f"({shape[0]}, {shape[1]})"

        expect(status(notebook, TYPES)).to_contain_text(
            f"{written(given)} goes in, {written(made)} comes out"
        )
        dots = {
            name: shown.locator(f"circle.course-dot-{name}").count()
            for name in ("input", "output")
        }
        assert dots == {
            "input": given[0] if len(given) == 2 else 1,
            "output": made[0] if len(made) == 2 else 1,
        }

    def test_sizes_can_be_typed_within_limits(self, notebook):
        shown = figure(notebook, TYPES)
        shown.get_by_label("Type", exact=True).select_option("many to one")
        box = shown.get_by_label("Features", exact=True)
        box.fill("5")
        box.press("Tab")
        expect(status(notebook, TYPES)).to_contain_text("5) goes in")
        box.fill("99")
        box.press("Tab")
        assert evaluate(notebook, "types.features") == 9
        assert not shown.get_by_label("Steps out", exact=True).is_visible()


class TestGates:
    def shown_carries(self, page: Page) -> list[float]:
        row = figure(page, GATES).locator("tr", has_text="new carry")
        return as_numbers(row.locator("td").all_inner_texts())

    def test_presets_set_the_gates_in_python(self, notebook):
        chooser = figure(notebook, GATES).get_by_label("Gates", exact=True)
        chooser.select_option("add everything up")
        wanted = evaluate(notebook, "gates.memories()[0].tolist()")
        np.testing.assert_allclose(self.shown_carries(notebook), wanted, atol=0.0051)
        np.testing.assert_allclose(
            wanted, np.cumsum(evaluate(notebook, "gates.candidate"))
        )

    def test_typed_gate_counts_at_once(self, notebook):
        shown = figure(notebook, GATES)
        shown.get_by_label("Gates", exact=True).select_option(
            "store the first, keep it"
        )
        shown.get_by_label("forget gate f, step 4").fill("0.5")
        expect(status(notebook, GATES)).to_contain_text("forget gates: 0.5.")
        expect(shown.get_by_label("Gates", exact=True)).to_have_value("")
        np.testing.assert_allclose(
            self.shown_carries(notebook), [1, 1, 1, 0.5, 0.5, 0.5, 0.5, 0.5]
        )
        assert evaluate(notebook, "gates.forget_gate")[3] == 0.5

    def test_number_that_is_no_gate_is_marked_and_not_sent(self, notebook):
        shown = figure(notebook, GATES)
        before = evaluate(notebook, "gates.input_gate")
        box = shown.get_by_label("input gate i, step 2")
        box.fill("7")
        expect(box).to_have_attribute("aria-invalid", "true")
        assert evaluate(notebook, "gates.input_gate") == before
        box.fill(str(before[1]))
