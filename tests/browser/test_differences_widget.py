"""Shift explorer and reach explorer, driven by keyboard and mouse in JupyterLab."""

import re

import numpy as np
import pytest
from figures import figure, open_figures, python, status, traits

from course import widgets

pytestmark = pytest.mark.browser
playwright = pytest.importorskip(
    "playwright.sync_api", reason="needs playwright (the extra `test`)"
)
Page, expect = playwright.Page, playwright.expect

EDGE = [[1, 0, -1], [2, 0, -2], [1, 0, -3]]
SIGN = [[0.0, 1.0, 1.0, 0.5], [1.0, 0.0, 0.0, 1.0], [0.0, 1.0, 0.5, 0.0]]
CELLS = [
    "from course import widgets",
    f"shift = widgets.shift_explorer({SIGN}, {EDGE})\nshift",
    "reach = widgets.reach_explorer()\nreach",
]
SHIFT, REACH = range(2)


@pytest.fixture(scope="module")
def opened(browser, lab):
    """A notebook with both figures, run."""
    with open_figures(browser, lab, "differences.ipynb", CELLS, height=2000) as page:
        yield page


@pytest.fixture
def notebook(opened) -> Page:
    """The notebook with both figures as they were at first."""
    python(
        opened,
        "with shift.hold_sync():\n"
        "    shift.row, shift.column, shift.zero_padding = 4, 4, False\n"
        "with reach.hold_sync():\n"
        "    reach.step, reach.kernel_size, reach.layers = 25, 3, 3\n"
        "    reach.doubling, reach.keep = True, 0.8\n",
    )
    expect(status(opened, SHIFT)).to_contain_text("Moved 0 down and 0 right")
    expect(status(opened, REACH)).to_contain_text("Step 25. ")
    return opened


def as_number(text: str) -> float:
    return float(text.replace("\N{MINUS SIGN}", "-"))


def shown_table(page: Page, name: str) -> np.ndarray:
    table = figure(page, SHIFT).get_by_role("table", name=name)
    texts = table.get_by_role("cell").all_inner_texts()
    side = int(np.sqrt(len(texts)))
    return np.array([as_number(text) for text in texts]).reshape(side, side)


def shown_scores(page: Page) -> tuple[float, float, float]:
    words = status(page, SHIFT).inner_text()
    found = re.search(
        r"along: gap (\S+)\. .*flattening: (\S+)\. .*maximum: (\S+)\.$", words
    )
    return tuple(as_number(number) for number in found.groups())


class TestShiftExplorer:
    @pytest.mark.parametrize(
        ("keys", "row", "column"),
        [
            ([], 4, 4),
            (["ArrowRight", "ArrowDown", "ArrowDown"], 6, 5),
            (["ArrowUp"] * 8, -2, 4),
            (["ArrowLeft", "ArrowLeft", "ArrowUp", "ArrowUp"], 2, 2),
        ],
    )
    @pytest.mark.parametrize("padding", [False, True])
    def test_numbers_agree_with_python(self, notebook, keys, row, column, padding):
        root = figure(notebook, SHIFT)
        root.get_by_label("Zeros around the picture").set_checked(padding)
        root.locator(".course-stage").focus()
        for key in keys:
            notebook.keyboard.press(key)
        wanted = widgets.shift_explorer(SIGN, EDGE)
        wanted.row, wanted.column, wanted.zero_padding = row, column, padding
        expect(status(notebook, SHIFT)).to_contain_text(
            f"Moved {row - 4} down and {column - 4} right".replace(
                "-", "\N{MINUS SIGN}"
            )
        )

        np.testing.assert_allclose(
            shown_table(notebook, "Picture"), wanted.picture(), atol=0.051
        )
        np.testing.assert_allclose(
            shown_table(notebook, "Feature map"), wanted.feature_map(), atol=0.051
        )
        np.testing.assert_allclose(
            shown_table(notebook, "Pooled map"), wanted.pooled_map(), atol=0.051
        )
        assert shown_scores(notebook) == pytest.approx(
            (wanted.gaps()[0], *wanted.scores()), abs=0.0051
        )
        assert traits(notebook, "shift", "row", "column", "zero_padding") == [
            row,
            column,
            padding,
        ]

    def test_pooled_map_has_a_gap_after_even_moves_only(self, notebook):
        root = figure(notebook, SHIFT)
        root.get_by_role("button", name="Right").click()
        expect(status(notebook, SHIFT)).to_contain_text("cannot follow exactly")
        root.get_by_role("button", name="Right").click()

        expect(status(notebook, SHIFT)).to_contain_text("Pooled map: gap 0.")

    def test_button_leads_back_to_the_start(self, notebook):
        root = figure(notebook, SHIFT)
        root.get_by_role("button", name="Up").click()
        root.get_by_role("button", name="Back to the start").click()

        expect(status(notebook, SHIFT)).to_contain_text("Moved 0 down and 0 right")
        assert traits(notebook, "shift", "row", "column") == [4, 4]

    def test_nothing_went_wrong_and_keys_stay_in_the_figure(self, notebook):
        figure(notebook, SHIFT).locator(".course-stage").focus()
        for key in ("d", "d", "a"):
            notebook.keyboard.press(key)

        expect(notebook.locator(".course-figure")).to_have_count(2)
        assert notebook.complaints == []


class TestReachExplorer:
    @staticmethod
    def bars(page: Page, kind: str) -> np.ndarray:
        """Heights of the bars, in pixels of the drawing."""
        return np.array(
            figure(page, REACH)
            .locator(f"rect.course-reach-{kind}")
            .evaluate_all("bars => bars.map(bar => Number(bar.getAttribute('height')))")
        )

    def agrees(self, page: Page, **settings) -> None:
        wanted = widgets.reach_explorer()
        for name, value in settings.items():
            setattr(wanted, name, value)
        weights = [wanted.convolution_weights(), wanted.recurrent_weights()]
        drawn = [self.bars(page, kind) for kind in ("convolution", "recurrence")]
        top = max(one.max() for one in weights)
        for shown, expected in zip(drawn, weights, strict=True):
            np.testing.assert_allclose(shown / 96 * top, expected, atol=1e-6)
        seen = figure(page, REACH).locator("rect.course-reach-in").count()
        assert seen == np.count_nonzero(wanted.convolution_weights())
        first = max(0, wanted.step - wanted.field() + 1)
        words = status(page, REACH).inner_text()
        assert f"(receptive field {wanted.field()})" in words
        assert re.search(rf"step {first} \(lag {wanted.step - first}\)", words)

    def test_first_picture_agrees_with_python(self, notebook):
        self.agrees(notebook)

    def test_settings_agree_with_python(self, notebook):
        root = figure(notebook, REACH)
        root.get_by_label("Kernel size").select_option("2")
        root.get_by_label("Layers", exact=True).select_option("4")
        root.get_by_label("Dilations").uncheck()
        expect(status(notebook, REACH)).to_contain_text("receptive field 5")
        self.agrees(notebook, kernel_size=2, layers=4, doubling=False)

        assert traits(notebook, "reach", "kernel_size", "layers", "doubling") == [
            2,
            4,
            False,
        ]

    def test_slider_moves_by_keys(self, notebook):
        figure(notebook, REACH).get_by_label("Recurrence keeps").focus()
        for _ in range(3):
            notebook.keyboard.press("ArrowLeft")
        self.agrees(notebook, keep=0.65)

        assert traits(notebook, "reach", "keep") == [0.65]

    def test_arrow_keys_move_the_step_and_stop_at_the_ends(self, notebook):
        figure(notebook, REACH).get_by_role("application").focus()
        for key in ("ArrowLeft", "ArrowLeft"):
            notebook.keyboard.press(key)
        expect(status(notebook, REACH)).to_contain_text("Step 23. ")
        self.agrees(notebook, step=23)
        for key in ("Home", "ArrowLeft"):
            notebook.keyboard.press(key)
        expect(status(notebook, REACH)).to_contain_text("Step 0. ")
        self.agrees(notebook, step=0)

    def test_click_chooses_a_step(self, notebook):
        picture = figure(notebook, REACH).get_by_role("application")
        box = picture.bounding_box()
        left = (58 + 10.5 * (820 - 58 - 12) / 32) / 820
        picture.click(position={"x": left * box["width"], "y": 30})

        expect(status(notebook, REACH)).to_contain_text("Step 10. ")
        self.agrees(notebook, step=10)
