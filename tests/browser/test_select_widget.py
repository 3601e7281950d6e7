"""The figures of the notebook `select`, driven by keyboard and mouse in JupyterLab."""

import json
import re

import pytest
from figures import figure, open_figures, python, status

from course.widgets._chooser import ADVICE, QUESTIONS, all_paths, follow_path
from course.widgets._receptive_field import ReceptiveFieldExplorer

pytestmark = pytest.mark.browser
playwright = pytest.importorskip(
    "playwright.sync_api", reason="needs playwright (the extra `test`)"
)
Locator, Page, expect = playwright.Locator, playwright.Page, playwright.expect

START = [[3, 2, 1], [3, 1, 2]]
CELLS = [
    "from course import widgets",
    f"field = widgets.receptive_field_explorer({START})\nfield",
    "chooser = widgets.architecture_chooser()\nchooser",
]
FIELD, CHOOSER = range(2)


@pytest.fixture(scope="module")
def opened(browser, lab):
    """A notebook with both figures, run."""
    with open_figures(browser, lab, "select.ipynb", CELLS, height=1800) as page:
        yield page


@pytest.fixture
def notebook(opened) -> Page:
    """Both figures as they were at first."""
    python(opened, f"field.layers = {START}\nfield.output = 0\nchooser.path = []")
    expect(status(opened, FIELD)).to_contain_text("Output 0 reaches from input 0 to 10")
    expect(status(opened, CHOOSER)).to_contain_text("What is one example?")
    return opened


def choose(page: Page, layer: int, label: str, value: int) -> None:
    group = figure(page, FIELD).get_by_role("group", name=f"Layer {layer}", exact=True)
    group.get_by_label(label, exact=True).select_option(str(value))


def shown_field(page: Page) -> tuple[int, int, int]:
    words = status(page, FIELD).inner_text()
    first, last = re.search(r"from input (\d+) to (\d+)", words).groups()
    return int(first), int(last), int(re.search(r"= (\d+)\.", words)[1])


def test_no_script_fails_and_still_pictures_are_hidden(notebook):
    assert notebook.complaints == []
    for name in ("field", "chooser"):
        identity = python(notebook, f"print({name}.fallback_id)").strip()
        assert not notebook.locator(f"#{identity}").is_visible()


def test_every_control_has_a_name(notebook):
    nameless = notebook.evaluate(
        """() => [...document.querySelectorAll(
            ".course-figure :is(input, select, button, [tabindex])"
        )].filter((control) =>
            !control.labels?.length && !control.getAttribute("aria-label")
            && !control.textContent.trim()
        ).map((control) => control.outerHTML)"""
    )
    assert nameless == []


class TestReceptiveField:
    @pytest.mark.parametrize(
        "changes",
        [
            [(1, "Stride", 1)],
            [(1, "Kernel", 5), (2, "Dilation", 4)],
            [(2, "Kernel", 2), (1, "Dilation", 2), (2, "Stride", 3)],
        ],
    )
    def test_numbers_in_the_page_are_those_of_python(self, notebook, changes):
        layers = [list(layer) for layer in START]
        for layer, label, value in changes:
            choose(notebook, layer, label, value)
            which = ["Kernel", "Stride", "Dilation"].index(label)
            layers[layer - 1][which] = value
        figure(notebook, FIELD).locator(".course-field-stage").focus()
        notebook.keyboard.press("ArrowRight")
        expect(status(notebook, FIELD)).to_contain_text("Output 1 reaches")

        same = ReceptiveFieldExplorer(layers=layers, output=1)
        inputs = same.reached()[0]
        assert shown_field(notebook) == (inputs[0], inputs[-1], same.field())
        sent = json.loads(python(notebook, "print([field.layers, field.output])"))
        assert sent == [layers, 1]
        hits = figure(notebook, FIELD).locator("rect.course-field-hit")
        assert hits.count() == sum(map(len, same.reached()))

    def test_arrow_keys_move_the_output_and_stop_at_the_ends(self, notebook):
        figure(notebook, FIELD).locator(".course-field-stage").focus()
        notebook.keyboard.press("ArrowLeft")
        notebook.keyboard.press("End")
        expect(status(notebook, FIELD)).to_contain_text("Output 10 reaches")
        notebook.keyboard.press("ArrowRight")
        notebook.keyboard.press("Home")
        expect(status(notebook, FIELD)).to_contain_text("Output 0 reaches")
        assert notebook.locator(".jp-Cell").count() == len(CELLS)

    def test_layers_can_be_added_and_taken_away(self, notebook):
        number = figure(notebook, FIELD).get_by_label("Layers", exact=True)
        number.select_option("3")
        expect(status(notebook, FIELD)).to_contain_text("1 + 2 + 8 + 4")
        number.select_option("1")
        expect(status(notebook, FIELD)).to_contain_text("1 + 2 = 3")
        figure(notebook, FIELD).get_by_role("button", name="Reset").click()
        assert json.loads(python(notebook, "print(field.layers)")) == START

    def test_layers_that_do_not_fit_are_refused_in_words(self, notebook):
        choose(notebook, 2, "Dilation", 8)
        expect(figure(notebook, FIELD).get_by_role("alert")).to_contain_text(
            "This does not fit"
        )
        assert json.loads(python(notebook, "print(field.layers)")) == START

    def test_python_moves_the_picture(self, notebook):
        python(notebook, "field.output = 4")
        expect(status(notebook, FIELD)).to_contain_text("Output 4 reaches from input 8")

    def test_d_pressed_twice_deletes_no_cell(self, notebook):
        figure(notebook, FIELD).locator(".course-field-stage").focus()
        notebook.keyboard.press("d")
        notebook.keyboard.press("d")
        notebook.wait_for_timeout(200)
        assert notebook.locator(".jp-Cell").count() == len(CELLS)


class TestChooser:
    @pytest.mark.parametrize("path", all_paths(), ids=lambda path: str(path))
    def test_every_way_by_keyboard_ends_in_the_advice_of_python(self, notebook, path):
        chooser = figure(notebook, CHOOSER)
        chooser.locator(".course-options button").first.focus()
        for chosen in path:
            notebook.keyboard.press(str(chosen + 1))
        one = ADVICE[follow_path(path)]
        for words in one.values():
            expect(status(notebook, CHOOSER)).to_contain_text(words)
        expect(status(notebook, CHOOSER)).to_contain_text("A simpler model first")
        expect(chooser.locator(".course-trail li")).to_have_count(len(path))
        title = python(notebook, "print(chooser.advice()['title'])").strip()
        assert title == one["title"]

    def test_arrow_keys_and_enter_choose(self, notebook):
        figure(notebook, CHOOSER).locator(".course-options button").first.focus()
        notebook.keyboard.press("ArrowDown")
        notebook.keyboard.press("ArrowDown")
        notebook.keyboard.press("Enter")
        expect(status(notebook, CHOOSER)).to_contain_text(ADVICE["table"]["title"])

    def test_back_and_start_again(self, notebook):
        chooser = figure(notebook, CHOOSER)
        chooser.locator(".course-options button").nth(1).click()
        chooser.locator(".course-options button").nth(0).click()
        expect(status(notebook, CHOOSER)).to_contain_text(
            QUESTIONS["series places"]["text"]
        )
        chooser.get_by_role("button", name="Back").click()
        expect(status(notebook, CHOOSER)).to_contain_text(
            QUESTIONS["series output"]["text"]
        )
        chooser.get_by_role("button", name="Start again").click()
        expect(status(notebook, CHOOSER)).to_contain_text("What is one example?")
        assert python(notebook, "print(chooser.path)").strip() == "[]"
