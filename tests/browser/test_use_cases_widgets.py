"""The figures of `use-cases`, driven by keyboard and mouse in a real JupyterLab."""

import re

import numpy as np
import pytest
from figures import evaluate, figure, open_figures, python, status

from course import widgets

pytestmark = pytest.mark.browser
playwright = pytest.importorskip(
    "playwright.sync_api", reason="needs playwright (the extra `test`)"
)
Locator, Page, expect = playwright.Locator, playwright.Page, playwright.expect

RANDOM = np.random.default_rng(9)
LABELS = (RANDOM.random(120) < 0.2).astype(int)
SCORES = np.clip(0.35 + 0.3 * LABELS + 0.2 * RANDOM.normal(size=120), 0, 1).round(4)
CELLS = [
    "from course import widgets",
    f"alarms = widgets.alarm_explorer({SCORES.tolist()}, {LABELS.tolist()}, "
    'names=("genuine", "spam"))\nalarms',
    "scenes = widgets.scenario_explorer()\nscenes",
]
ALARMS, SCENES = range(2)


@pytest.fixture(scope="module")
def opened(browser, lab):
    with open_figures(browser, lab, "use_cases.ipynb", CELLS, height=2000) as page:
        yield page


@pytest.fixture
def notebook(opened) -> Page:
    python(
        opened,
        "with alarms.hold_sync():\n"
        "    alarms.threshold, alarms.rarity = 0.5, 0\n"
        "with scenes.hold_sync():\n"
        "    scenes.scenario, scenes.seconds = 'wheel speeds', 4\n"
        "    scenes.question = 'is a tyre losing pressure?'\n",
    )
    expect(
        figure(opened, ALARMS).get_by_role("slider", name="Threshold")
    ).to_have_value("0.5")
    expect(status(opened, SCENES)).to_contain_text("Input shape (200, 4)")
    return opened


class TestBoth:
    def test_live_figures_hide_their_still_pictures(self, notebook):
        for name in ("alarms", "scenes"):
            identity = python(notebook, f"print({name}.fallback_id)").strip()
            still = notebook.locator(f"#{identity}")
            assert still.count() == 1
            assert not still.is_visible()

    def test_no_script_fails(self, notebook):
        assert notebook.complaints == []

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

    def test_figures_fit_700_pixels(self, notebook):
        for which in range(2):
            root = figure(notebook, which)
            root.evaluate("node => { node.style.width = '700px'; }")
            over = root.evaluate("node => node.scrollWidth - node.clientWidth")
            root.evaluate("node => { node.style.width = ''; }")
            assert over <= 0

    def test_letters_typed_at_a_figure_are_not_commands_of_the_notebook(self, notebook):
        before = notebook.locator(".jp-Notebook .jp-Cell").count()
        for place in (
            figure(notebook, ALARMS).get_by_role("slider", name="Threshold"),
            figure(notebook, SCENES).get_by_role("radio").first,
        ):
            place.focus()
            for key in ("a", "b", "x", "d", "d"):
                notebook.keyboard.press(key)
        notebook.wait_for_timeout(200)
        assert notebook.locator(".jp-Notebook .jp-Cell").count() == before


class TestAlarmExplorer:
    @staticmethod
    def shown(page: Page) -> tuple[list[int], dict[str, float]]:
        root = figure(page, ALARMS)
        counts = root.get_by_role("table", name="Counted in these cases")
        numbers = [
            int(text.replace(",", ""))
            for text in counts.get_by_role("cell").all_inner_texts()
            if text.strip()
        ]
        report = root.get_by_role("table", name="At the chosen rarity")
        shares = [
            float(text.replace(" %", "")) / 100
            for text in report.get_by_role("cell").all_inner_texts()
        ]
        return numbers, dict(
            zip(("recall", "precision", "accuracy", "never"), shares, strict=True)
        )

    @pytest.mark.parametrize("threshold", [0.0, 0.31, 0.5, 0.77, 1.0])
    @pytest.mark.parametrize("rarity", [0, 10, 10_000])
    def test_numbers_agree_with_pythons(self, notebook, threshold, rarity):
        root = figure(notebook, ALARMS)
        root.get_by_label("How rare is spam?", exact=True).select_option(str(rarity))
        root.get_by_role("slider", name="Threshold").fill(str(threshold))
        counts, report = evaluate(notebook, "[alarms.counts(), alarms.report()]")
        assert evaluate(notebook, "[alarms.threshold, alarms.rarity]") == [
            threshold,
            rarity,
        ]
        own = widgets.alarm_explorer(SCORES, LABELS, threshold=threshold)
        own.rarity = rarity
        assert own.counts() == counts
        numbers, shares = self.shown(notebook)
        assert numbers == [
            counts[key] for key in ("caught", "missed", "false_alarms", "quiet")
        ]
        for name, share in shares.items():
            assert share == pytest.approx(report[name], abs=0.0006)

    def test_arrow_keys_move_the_threshold_and_its_line(self, notebook):
        root = figure(notebook, ALARMS)
        line = root.locator(".course-threshold")
        before = float(line.get_attribute("x1"))
        root.get_by_role("slider", name="Threshold").focus()
        for _ in range(3):
            notebook.keyboard.press("ArrowRight")
        assert float(line.get_attribute("x1")) > before
        assert evaluate(notebook, "alarms.threshold") == pytest.approx(0.53)

    def test_without_alarms_it_says_so(self, notebook):
        python(notebook, "alarms.threshold = 1.0")
        expect(status(notebook, ALARMS)).to_contain_text("No case raises an alarm")

    def test_rare_cases_make_the_detector_worse_than_silence(self, notebook):
        python(notebook, "alarms.rarity = 100_000")
        expect(status(notebook, ALARMS)).to_contain_text(
            "less often than a detector that never raises an alarm"
        )

    def test_bars_are_as_high_as_the_root_of_the_counts(self, notebook):
        heights = np.array(
            figure(notebook, ALARMS)
            .locator(".course-bars-real rect")
            .evaluate_all(
                "bars => bars.map((bar) => Number(bar.getAttribute('height')))"
            )
        )
        bins = np.minimum(np.floor(SCORES.astype(np.float32) * 25), 24).astype(int)
        counts = np.bincount(bins[LABELS == 1], minlength=25)
        assert heights / heights.max() == pytest.approx(
            np.sqrt(counts / counts.max()), abs=1e-3
        )


class TestScenarioExplorer:
    @pytest.mark.parametrize("name", list(widgets.SCENARIOS))
    def test_every_question_gives_pythons_type_shapes_and_layers(self, notebook, name):
        root = figure(notebook, SCENES)
        root.get_by_label("Scenario", exact=True).select_option(name)
        for question in widgets.SCENARIOS[name]["questions"]:
            root.get_by_role("radio", name=question).check()
            found = evaluate(notebook, "scenes.answer()")
            assert evaluate(notebook, "[scenes.scenario, scenes.question]") == [
                name,
                question,
            ]
            words = status(notebook, SCENES).inner_text()
            assert words.startswith(
                f"Type: {found['type']}. Input shape {tuple(found['input'])}, output "
                f"shape {tuple(found['output'])}, without the batch axis: "
            )
            assert (
                root.locator(".course-layers code").all_inner_texts() == found["layers"]
            )
            sequences = re.search(r"return_sequences=(\w+) in the last", words)
            if found["type"] == "one to one":
                assert sequences is None
            else:
                assert sequences[1] == str(found["return_sequences"])

    def test_length_of_the_recording_changes_the_shapes(self, notebook):
        root = figure(notebook, SCENES)
        root.get_by_role("radio", name="how slippery").check()
        slider = root.get_by_role("slider")
        slider.focus()
        notebook.keyboard.press("ArrowRight")
        expect(status(notebook, SCENES)).to_contain_text(
            "Input shape (250, 4), output shape (250, 1)"
        )
        assert evaluate(notebook, "scenes.seconds") == 5

    def test_a_picture_has_no_length(self, notebook):
        root = figure(notebook, SCENES)
        root.get_by_label("Scenario", exact=True).select_option("parking camera")
        expect(root.get_by_role("slider")).to_be_disabled()
        expect(status(notebook, SCENES)).to_contain_text("Input shape (96, 128, 3)")

    @pytest.mark.parametrize(
        ("question", "boxes"),
        [("is a tyre losing pressure?", (3, 3, 1)), ("how will the speeds", (2, 5, 3))],
    )
    def test_diagram_has_a_box_for_each_input_state_and_answer(
        self, notebook, question, boxes
    ):
        root = figure(notebook, SCENES)
        root.get_by_role("radio", name=question).check()
        drawn = tuple(
            root.locator(f"svg .course-box-{name}").count()
            for name in ("input", "state", "output")
        )
        assert drawn == boxes
