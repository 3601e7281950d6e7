"""The interactive figures, driven by keyboard and mouse in a real JupyterLab."""

import re
from itertools import pairwise
from urllib.parse import urlsplit

import numpy as np
import pytest
from figures import figure, open_figures, python, status, traits
from nbconvert import HTMLExporter

from course.plots._style import contrast_ratio
from course.widgets import FILTERS

pytestmark = pytest.mark.browser
playwright = pytest.importorskip(
    "playwright.sync_api", reason="needs playwright (the extra `test`)"
)
Locator, Page, expect = playwright.Locator, playwright.Page, playwright.expect

PICTURE = np.arange(30).reshape(5, 6) ** 2 % 11
EDGE = np.array([[1, 0, -1], [2, 1, -2], [1, 0, -3]])
PHOTO = np.random.default_rng(1).random((40, 52)).round(3)
CLASSES = ["car", "bus", "van", "bike"]
RANDOM = np.random.default_rng(2)
NETWORK = {
    "images": RANDOM.random((3, 12, 11)).round(3),
    "conv_kernels": RANDOM.normal(size=(3, 3, 1, 2)).round(3),
    "conv_bias": RANDOM.normal(size=2).round(3),
    "dense_weights": RANDOM.normal(size=(5 * 4 * 2, 4)).round(3),
    "dense_bias": RANDOM.normal(size=4).round(3),
}
NUMBERS = {name: values.tolist() for name, values in NETWORK.items()}

CELLS = [
    "from course import widgets",
    f"stepper = widgets.convolution_stepper({PICTURE.tolist()}, {EDGE.tolist()})\n"
    "stepper",
    f"lab = widgets.filter_lab({PHOTO.tolist()})\nlab",
    f"explorer = widgets.pipeline_explorer(**{NUMBERS}, class_names={CLASSES}, "
    "labels=[0, 1, 2])\nexplorer",
]
STEPPER, LAB, EXPLORER = range(3)


@pytest.fixture(scope="module")
def opened(browser, lab):
    """A notebook with the three figures, run, and what the page asked for and said."""
    with open_figures(browser, lab, "figures.ipynb", CELLS, height=2400) as page:
        yield page


@pytest.fixture
def notebook(opened) -> Page:
    """The notebook with every figure as it was at first."""
    python(
        opened,
        f"with stepper.hold_sync():\n"
        f"    stepper.kernel = {EDGE.tolist()}\n"
        "    stepper.stride, stepper.padding, stepper.flip = 1, 0, False\n"
        "    stepper.position = 0\n"
        "with lab.hold_sync():\n"
        "    lab.filter_name = 'identity'\n"
        "    lab.kernel = [[0, 0, 0], [0, 1, 0], [0, 0, 0]]\n"
        "    lab.stride, lab.relu, lab.colours = 1, False, 'signed'\n"
        "with explorer.hold_sync():\n"
        "    explorer.picture, explorer.selected = 0, {}\n",
    )
    opened.mouse.move(5, 5)
    expect(status(opened, STEPPER)).to_contain_text("Row 0, column 0 of the 3")
    expect(status(opened, LAB)).to_contain_text("Identity: values")
    expect(status(opened, EXPLORER)).to_contain_text("guess")
    return opened


def correlate(image, kernel, stride=1, padding=0):
    windows = np.lib.stride_tricks.sliding_window_view(
        np.pad(image, padding), kernel.shape
    )
    return np.einsum("rcij,ij->rc", windows[::stride, ::stride], kernel)


def as_number(text: str) -> float:
    return float(text.replace("\N{MINUS SIGN}", "-").replace("<0.01", "0"))


def shown_sum(page: Page) -> float:
    return as_number(status(page, STEPPER).inner_text().rsplit("= ", 1)[1])


def shown_map(page: Page) -> list[float]:
    cells = figure(page, STEPPER).get_by_role("table", name="Feature map")
    texts = cells.get_by_role("cell").all_inner_texts()
    return [as_number(text) for text in texts if text]


def shown_range(page: Page) -> tuple[float, float]:
    words = status(page, LAB).inner_text()
    low, high = re.search(r"values from (\S+) to (\S+?)\.(?: |$)", words).groups()
    return as_number(low), as_number(high)


class TestEveryFigure:
    def test_live_figure_hides_its_still_picture(self, notebook):
        for name in ("stepper", "lab", "explorer"):
            identity = python(notebook, f"print({name}.fallback_id)").strip()
            still = notebook.locator(f"#{identity}")
            assert still.count() == 1
            assert not still.is_visible()

    def test_nothing_is_asked_of_another_machine(self, notebook):
        hosts = {
            urlsplit(address).hostname
            for address in notebook.asked
            if not address.startswith(("data:", "blob:"))
        }

        assert hosts == {"127.0.0.1"}

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

    def test_tab_reaches_every_control_and_the_focus_shows(self, notebook):
        wanted = notebook.locator(
            ".course-figure :is(input, select, button, [tabindex]):not(:disabled)"
        )
        figure(notebook, STEPPER).locator(".course-stage").focus()
        seen = 1
        for _ in range(wanted.count() - 1):
            notebook.keyboard.press("Tab")
            inside, width = notebook.evaluate(
                """() => [
                    document.activeElement.closest(".course-figure") !== null,
                    getComputedStyle(document.activeElement).outlineWidth,
                ]"""
            )
            seen += inside
            assert not inside or width == "3px"

        assert seen >= wanted.count() - 2  # what lies between figures takes a stop

    @pytest.mark.parametrize("theme", ["JupyterLab Light", "JupyterLab Dark"])
    def test_words_stand_out_in_both_themes(self, notebook, lab, theme):
        lab.command(notebook, "apputils:change-theme", theme=theme)
        light = "true" if theme.endswith("Light") else "false"
        notebook.locator(f'body[data-jp-theme-light="{light}"]').wait_for(
            state="attached"
        )
        notebook.wait_for_timeout(300)
        pairs = notebook.evaluate(
            """() => {
                const read = (colour) => colour.match(/[\\d.]+/g).map(Number);
                const ground = (node) => {
                    for (; node; node = node.parentElement) {
                        const rgba = read(getComputedStyle(node).backgroundColor);
                        if ((rgba[3] ?? 1) > 0.99) return rgba.slice(0, 3);
                    }
                };
                return [...document.querySelectorAll(
                    ".course-figure :is(p, label, select, button:not(:disabled), " +
                    ".course-caption, .course-cell, .course-class-name, " +
                    "input[type=number])"
                )].filter((node) => node.offsetParent).map((node) => {
                    const under = ground(node);
                    const [r, g, b, a = 1] = read(getComputedStyle(node).color);
                    return [
                        [r, g, b].map((c, i) => a * c + (1 - a) * under[i]), under,
                        node.className + node.tagName,
                    ];
                });
            }"""
        )
        lab.command(notebook, "apputils:change-theme", theme="JupyterLab Light")

        assert len(pairs) > 60
        for ink, under, name in pairs:
            ratio = contrast_ratio(np.array(ink) / 255, np.array(under) / 255)
            assert ratio >= 4.5, (theme, name, ink, under)

    def test_figures_fit_700_pixels(self, notebook):
        for which in range(3):
            root = figure(notebook, which)
            root.evaluate("node => { node.style.width = '700px'; }")
            sizes = root.evaluate(
                "node => [node.scrollWidth - node.clientWidth, "
                "node.getBoundingClientRect().width]"
            )
            root.evaluate("node => { node.style.width = ''; }")
            assert sizes[0] <= 0
            assert sizes[1] <= 700

    def test_letters_typed_at_a_figure_are_not_commands_of_the_notebook(self, notebook):
        before = notebook.locator(".jp-Notebook .jp-Cell").count()
        for place in (
            figure(notebook, STEPPER).get_by_role("button", name="Next"),
            figure(notebook, STEPPER).locator(".course-stage"),
            figure(notebook, EXPLORER).get_by_role("list"),
        ):
            place.focus()
            for key in ("a", "b", "x", "d", "d", "Enter"):
                notebook.keyboard.press(key)
        notebook.wait_for_timeout(200)

        assert notebook.locator(".jp-Notebook .jp-Cell").count() == before
        assert notebook.locator(".jp-Notebook.jp-mod-editMode").count() == 0

    def test_shortcuts_with_control_still_reach_the_notebook(self, notebook):
        figure(notebook, STEPPER).get_by_role("button", name="Next").focus()
        notebook.keyboard.press("Control+s")

        notebook.wait_for_function(
            "() => !window.jupyterapp.shell.currentWidget.context.model.dirty"
        )

    def test_motion_stops_when_the_reader_asks_for_less(self, notebook):
        frame = figure(notebook, STEPPER).locator(".course-frame-window").first
        duration = "node => getComputedStyle(node).transitionDuration"
        assert frame.evaluate(duration) == "0.15s"

        notebook.emulate_media(reduced_motion="reduce")
        reduced = frame.evaluate(duration)
        notebook.emulate_media(reduced_motion="no-preference")
        assert reduced == "0s"


class TestConvolutionStepper:
    def test_next_goes_through_every_window_with_numpys_sums(self, notebook):
        wanted = correlate(PICTURE, EDGE).ravel()
        button = figure(notebook, STEPPER).get_by_role("button", name="Next")
        for position in range(12):
            assert shown_sum(notebook) == wanted[position]
            assert shown_map(notebook) == wanted[: position + 1].tolist()
            if position < 11:
                button.click()

        expect(button).to_be_disabled()
        assert traits(notebook, "stepper", "position") == [11]

    def test_products_are_those_of_the_window(self, notebook):
        python(notebook, "stepper.position = 6")
        expect(status(notebook, STEPPER)).to_contain_text("Row 1, column 2")
        table = figure(notebook, STEPPER).get_by_role("table", name="Products")
        shown = [as_number(t) for t in table.get_by_role("cell").all_inner_texts()]

        assert shown == (PICTURE[1:4, 2:5] * EDGE).ravel().tolist()

    def test_arrow_keys_move_the_window_and_not_the_notebook(self, notebook):
        stage = figure(notebook, STEPPER).locator(".course-stage")
        stage.focus()
        wanted = correlate(PICTURE, EDGE)
        active = ".jp-Notebook .jp-mod-active .jp-InputPrompt"
        before = notebook.locator(active).inner_text()
        for key, place in [
            ("ArrowRight", (0, 1)),
            ("ArrowDown", (1, 1)),
            ("End", (2, 3)),
            ("ArrowDown", (2, 3)),
            ("ArrowRight", (2, 3)),
            ("ArrowUp", (1, 3)),
            ("ArrowLeft", (1, 2)),
            ("Home", (0, 0)),
            ("ArrowUp", (0, 0)),
        ]:
            notebook.keyboard.press(key)
            expect(status(notebook, STEPPER)).to_contain_text(
                f"Row {place[0]}, column {place[1]}"
            )
            assert shown_sum(notebook) == wanted[place]

        assert notebook.locator(active).inner_text() == before

    def test_slider_moves_the_window_by_keyboard(self, notebook):
        slider = figure(notebook, STEPPER).get_by_label("Position")
        slider.focus()
        notebook.keyboard.press("ArrowRight")
        notebook.keyboard.press("ArrowRight")

        expect(slider).to_have_attribute("aria-valuetext", "row 0, column 2")
        assert shown_sum(notebook) == correlate(PICTURE, EDGE)[0, 2]

    def test_kernel_stride_padding_and_flip_change_the_map_as_in_numpy(self, notebook):
        root = figure(notebook, STEPPER)
        root.get_by_label("Kernel, row 0, column 2").fill("2.5")
        root.get_by_label("Stride").select_option("2")
        root.get_by_label("Padding").select_option("1")
        root.get_by_label("Flip the kernel").check()
        root.locator(".course-stage").focus()
        notebook.keyboard.press("End")
        kernel = EDGE.astype(float)
        kernel[0, 2] = 2.5

        wanted = correlate(PICTURE, kernel[::-1, ::-1], stride=2, padding=1)
        np.testing.assert_allclose(shown_map(notebook), wanted.ravel())
        turned = root.get_by_role("table", name="Turned 180")
        shown = [as_number(t) for t in turned.get_by_role("cell").all_inner_texts()]
        assert shown == kernel[::-1, ::-1].ravel().tolist()
        assert traits(notebook, "stepper", "kernel", "stride", "padding", "flip") == [
            kernel.tolist(),
            *(2, 1, True),
        ]

    def test_an_empty_weight_is_marked_and_changes_nothing(self, notebook):
        weight = figure(notebook, STEPPER).get_by_label("Kernel, row 1, column 1")
        before = shown_sum(notebook)
        weight.fill("")

        expect(weight).to_have_attribute("aria-invalid", "true")
        assert shown_sum(notebook) == before
        weight.fill("1")
        expect(weight).to_have_attribute("aria-invalid", "false")

    def test_reset_brings_the_first_state_back(self, notebook):
        root = figure(notebook, STEPPER)
        root.get_by_label("Kernel, row 0, column 0").fill("9")
        root.get_by_label("Padding").select_option("2")
        root.get_by_role("button", name="Reset").click()

        expect(root.get_by_label("Kernel, row 0, column 0")).to_have_value("1")
        assert traits(notebook, "stepper", "kernel", "padding", "position") == [
            EDGE.tolist(),
            *(0, 0),
        ]

    def test_play_moves_on_without_reading_aloud_and_pauses(self, notebook):
        root = figure(notebook, STEPPER)
        root.get_by_role("button", name="Play").click()
        expect(status(notebook, STEPPER)).to_have_attribute("aria-live", "off")
        expect(status(notebook, STEPPER)).to_contain_text("column 1 of", timeout=3000)
        root.get_by_role("button", name="Pause").click()
        expect(status(notebook, STEPPER)).to_have_attribute("aria-live", "polite")

        expect(root.get_by_role("button", name="Play")).to_be_visible()

    def test_several_traits_set_at_once_in_python_arrive_together(self, notebook):
        python(
            notebook,
            "with stepper.hold_sync():\n"
            "    stepper.kernel = [[0, 1, 0], [0, 0, 0], [0, 0, -1]]\n"
            "    stepper.stride, stepper.padding = 3, 2\n"
            "    stepper.position = 3\n",
        )
        kernel = np.array([[0, 1, 0], [0, 0, 0], [0, 0, -1]])

        expect(status(notebook, STEPPER)).to_contain_text(
            "of the 3\N{MULTIPLICATION SIGN}3"
        )
        wanted = correlate(PICTURE, kernel, 3, 2).ravel()
        assert shown_map(notebook) == wanted[:4].tolist()


class TestFilterLab:
    @pytest.mark.parametrize("name", list(FILTERS))
    def test_range_of_every_filter_agrees_with_numpy(self, notebook, name):
        root = figure(notebook, LAB)
        root.get_by_label("Filter", exact=True).and_(
            root.locator("select")
        ).select_option(name)
        result = correlate(PHOTO, np.array(FILTERS[name]))

        expect(status(notebook, LAB)).to_contain_text(name[1:] + ": values")
        assert shown_range(notebook) == pytest.approx(
            (result.min(), result.max()), abs=0.0051
        )
        assert traits(notebook, "lab", "filter_name") == [name]

    def test_own_numbers_stride_and_relu_agree_with_numpy(self, notebook):
        root = figure(notebook, LAB)
        root.get_by_label("Filter, row 0, column 1").fill("-3")
        root.get_by_label("Stride").select_option("2")
        root.get_by_label("ReLU").check()
        kernel = np.array([[0, -3, 0], [0, 1, 0], [0, 0, 0]])
        result = np.maximum(correlate(PHOTO, kernel, 2), 0)

        expect(status(notebook, LAB)).to_contain_text("Own numbers, then ReLU")
        expect(root).to_contain_text("Feature map, 19\N{MULTIPLICATION SIGN}25")
        assert shown_range(notebook) == pytest.approx((0, result.max()), abs=0.0051)

    def test_arrow_keys_read_single_values(self, notebook):
        root = figure(notebook, LAB)
        root.locator("select").first.select_option("Laplacian")
        result = correlate(PHOTO, np.array(FILTERS["Laplacian"]))
        root.get_by_role("application").focus()
        for key in ("ArrowRight", "ArrowDown", "Shift+ArrowLeft"):
            notebook.keyboard.press(key)

        row, column = 38 // 2 + 1, 50 // 2 + 1 - 10
        text = root.locator(".course-note").inner_text()
        assert text.startswith(f"Row {row}, column {column} of the feature map: ")
        value = as_number(re.search(r"map: (\S+),", text)[1])
        assert value == pytest.approx(result[row, column], abs=0.0051)

    def test_pointer_reads_the_value_under_it(self, notebook):
        root = figure(notebook, LAB)
        canvas = root.get_by_role("application")
        box = canvas.bounding_box()
        canvas.hover(
            position={"x": box["width"] * 30.5 / 50, "y": box["height"] * 7.5 / 38}
        )

        text = root.locator(".course-note").inner_text()
        assert text.startswith("Row 7, column 30 of the feature map: ")
        value = as_number(re.search(r"map: (\S+),", text)[1])
        assert value == pytest.approx(PHOTO[8, 31], abs=0.0051)

    @pytest.mark.parametrize("colours", ["signed", "grey"])
    def test_pixels_have_the_colour_of_their_value(self, notebook, colours):
        root = figure(notebook, LAB)
        root.locator("select").first.select_option("vertical edges (Sobel)")
        root.get_by_label("Colours").select_option(colours)
        result = correlate(PHOTO, np.array(FILTERS["vertical edges (Sobel)"]))
        pixels = root.get_by_role("application").evaluate(
            """node => {
                const { width, height } = node;
                const picture = node.getContext("2d").getImageData(0, 0, width, height);
                return [width, height, [...picture.data]];
            }"""
        )
        drawn = np.array(pixels[2]).reshape(pixels[1], pixels[0], 4)[..., :3]

        assert drawn.shape[:2] == result.shape
        if colours == "grey":
            wanted = np.round(np.clip(result, 0, 1) * 255)
            assert np.abs(drawn - wanted[..., None]).max() <= 1
        else:
            redder = drawn[..., 0].astype(int) - drawn[..., 2]
            assert (redder[result > 0.1] > 0).all()
            assert (redder[result < -0.1] < 0).all()


class TestPipelineExplorer:
    @staticmethod
    def stages(picture: int) -> dict[str, np.ndarray]:
        image, kernels = NETWORK["images"][picture], NETWORK["conv_kernels"]
        maps = np.stack(
            [correlate(image, kernels[:, :, 0, i]) for i in range(2)], axis=-1
        )
        maps = maps + NETWORK["conv_bias"]
        rectified = np.maximum(maps, 0)
        pooled = rectified[:10, :8].reshape(5, 2, 4, 2, 2).max(axis=(1, 3))
        scores = pooled.reshape(-1) @ NETWORK["dense_weights"] + NETWORK["dense_bias"]
        powers = np.exp(scores - scores.max())
        return {
            "convolution": maps,
            "relu": rectified,
            "pooling": pooled,
            "scores": scores,
            "probabilities": powers / powers.sum(),
        }

    @pytest.mark.parametrize("picture", [0, 1, 2])
    def test_probabilities_of_every_picture_agree_with_numpy(self, notebook, picture):
        root = figure(notebook, EXPLORER)
        button = root.get_by_role("button", name=f"Picture {picture}:")
        button.click()
        expect(button).to_have_attribute("aria-pressed", "true")
        wanted = self.stages(picture)["probabilities"]
        shown = root.locator(".course-class-value").all_inner_texts()
        names = root.locator(".course-class-name").all_inner_texts()

        assert [as_number(value) for value in shown] == pytest.approx(
            wanted, abs=0.0051
        )
        assert "guess" in names[int(wanted.argmax())]
        assert "truth" in names[picture]
        assert traits(notebook, "explorer", "picture") == [picture]

    def test_keyboard_goes_to_a_pooled_cell_and_tells_where_it_came_from(
        self, notebook
    ):
        pooling = figure(notebook, EXPLORER).get_by_role(
            "application", name="3 Pooling"
        )
        pooling.focus()
        for key in ("ArrowUp", "ArrowUp", "ArrowRight"):
            notebook.keyboard.press(key)
        text = status(notebook, EXPLORER).inner_text()
        value = self.stages(0)["pooling"][0, 3, 0]

        assert text.startswith("Pooling, map 0, row 0, column 3: ")
        assert as_number(re.search(r"3: (\S+),", text)[1]) == pytest.approx(
            value, abs=0.0051
        )
        assert "rectified map at rows 0 to 1, columns 6 to 7" in text
        assert "picture at rows 0 to 3, columns 6 to 9" in text
        assert "index 6 of the vector" in text
        assert traits(notebook, "explorer", "selected") == [
            {"stage": "pooling", "row": 0, "column": 3, "map": 0}
        ]

    def test_arrows_walk_on_from_one_map_to_the_next(self, notebook):
        place = {"stage": "pooling", "row": 3, "column": 1, "map": 0}
        python(notebook, f"explorer.selected = {place}")
        expect(status(notebook, EXPLORER)).to_contain_text("row 3, column 1")
        root = figure(notebook, EXPLORER)
        root.get_by_role("application", name="3 Pooling").focus()
        texts = []
        for _ in range(3):
            notebook.keyboard.press("ArrowDown")
            texts.append(status(notebook, EXPLORER).inner_text().split(", column")[0])

        assert texts == [
            f"Pooling, map {reached}"
            for reached in ("0, row 4", "1, row 0", "1, row 1")
        ]

    @pytest.mark.parametrize(
        ("place", "words"),
        [
            (
                {"stage": "picture", "row": 0, "column": 5, "map": 0},
                "rows? 0, columns 3 to 5",
            ),
            ({"stage": "relu", "row": 2, "column": 3, "map": 1}, "the larger of 0 and"),
            ({"stage": "vector", "index": 27}, "pooled map 1, row 3, column 1"),
            ({"stage": "classes", "index": 3}, "bike: score .* plus 40 products"),
        ],
    )
    def test_each_step_explains_its_numbers(self, notebook, place, words):
        python(notebook, f"explorer.selected = {place}")

        expect(status(notebook, EXPLORER)).to_contain_text(re.compile(words))

    def test_convolution_cell_tells_its_value_and_the_bias(self, notebook):
        place = {"stage": "convolution", "row": 4, "column": 2, "map": 1}
        python(notebook, f"explorer.selected = {place}")
        expect(status(notebook, EXPLORER)).to_contain_text("Convolution, map 1, row 4")
        text = status(notebook, EXPLORER).inner_text()
        value, bias = re.search(
            r"column 2: (\S+), the bias (\S+) plus 9", text
        ).groups()

        assert as_number(value) == pytest.approx(
            self.stages(0)["convolution"][4, 2, 1], abs=0.0051
        )
        assert as_number(bias) == pytest.approx(NETWORK["conv_bias"][1], abs=0.0051)

    def test_frames_appear_in_every_earlier_step_under_the_pointer(self, notebook):
        root = figure(notebook, EXPLORER)
        canvases = root.locator("canvas.course-maps")

        def vermilion() -> list[int]:
            return [
                canvases.nth(i).evaluate(
                    """node => {
                        const { data } = node.getContext("2d").getImageData(
                            0, 0, node.width, node.height);
                        let found = 0;
                        for (let i = 0; i < data.length; i += 4) {
                            const rgb = [data[i], data[i + 1], data[i + 2]].join();
                            found += rgb === "213,94,0";
                        }
                        return found;
                    }"""
                )
                for i in range(5)
            ]

        assert vermilion() == [0] * 5
        pooling = root.get_by_role("application", name="3 Pooling")
        pooling.hover(position={"x": 20, "y": 30})
        framed = vermilion()
        assert all(count > 20 for count in framed)
        assert all(later < earlier for earlier, later in pairwise(framed[:2]))
        notebook.mouse.move(5, 5)
        assert vermilion() == [0] * 5


class TestWithoutAKernel:
    """What is left of a figure when nothing computes it."""

    def test_exported_page_shows_the_still_picture_and_no_gap(self, page, lab, opened):
        lab.command(opened, "docmanager:save")
        html, _ = HTMLExporter().from_filename(str(lab.folder / "figures.ipynb"))
        page.route("**/*", lambda route: route.abort())
        page.set_content(html, wait_until="domcontentloaded")

        for words in ("Grids of numbers", "Two pictures", "What comes out of every"):
            still = page.get_by_role("img", name=re.compile(f"^{words}"))
            expect(still).to_be_visible()
            assert still.evaluate("node => node.naturalWidth") > 700
        after = page.locator(
            ".jp-OutputArea-child:has([id^=course-fallback]) + .jp-OutputArea-child"
        )
        assert after.count() == 3
        assert not any(one.is_visible() for one in after.all())

    def test_reopened_notebook_shows_the_still_picture_and_no_error(
        self, page, lab, opened
    ):
        lab.command(opened, "docmanager:save")
        opened.evaluate(
            "window.jupyterapp.shell.currentWidget.sessionContext.shutdown()"
        )
        opened.close()
        lab.open(page, "figures.ipynb")

        still = page.get_by_role("img", name=re.compile("^Grids of numbers"))
        expect(still).to_be_visible()
        missing = page.get_by_text("model not found").first
        missing.wait_for(state="attached")
        expect(missing).to_be_hidden()
