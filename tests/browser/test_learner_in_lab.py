"""A learner's first exercise, in the released notebook in a real JupyterLab."""

import json
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

ROOT = Path(__file__).parent.parent.parent
RELEASED = ROOT / "release" / "pc1-define" / "define-cnn.ipynb"


def set_cell(page: Page, cell_id: str, source: str) -> None:
    """Write into a cell, as typing would, and run it with its test cells."""
    page.evaluate(
        """([id, source]) => {
            const notebook = window.jupyterapp.shell.currentWidget.content;
            const place = notebook.widgets.findIndex((cell) => cell.model.id === id);
            notebook.activeCellIndex = place;
            notebook.widgets[place].model.sharedModel.setSource(source);
        }""",
        [cell_id, source],
    )


def run_cell(page: Page, cell_id: str) -> None:
    """Make a cell the active one and run it with Shift + Enter."""
    page.evaluate(
        """(id) => {
            const notebook = window.jupyterapp.shell.currentWidget.content;
            const place = notebook.widgets.findIndex((cell) => cell.model.id === id);
            notebook.activeCellIndex = place;
            notebook.mode = "command";
            return notebook.scrollToItem(place, "start");
        }""",
        cell_id,
    )
    page.keyboard.press("Shift+Enter")


def output(page: Page, cell_id: str) -> str:
    """What a cell shows beneath it, once it has run."""
    page.wait_for_function(
        """(id) => {
            const notebook = window.jupyterapp.shell.currentWidget.content;
            const cell = notebook.widgets.find((one) => one.model.id === id);
            return Number.isInteger(cell.model.executionCount);
        }""",
        arg=cell_id,
        timeout=90_000,
    )
    return page.evaluate(
        """(id) => {
            const notebook = window.jupyterapp.shell.currentWidget.content;
            const cell = notebook.widgets.find((one) => one.model.id === id);
            return JSON.stringify(cell.model.outputs.toJSON());
        }""",
        cell_id,
    )


@pytest.fixture(scope="module")
def page(browser, lab):
    """The released notebook, open, with its Setup cell run."""
    shutil.copy(RELEASED, lab.folder / "define-cnn.ipynb")
    opened = browser.new_page(viewport={"width": 1200, "height": 900})
    lab.open(opened, "define-cnn.ipynb")
    opened.locator(".jp-Notebook").click(position={"x": 5, "y": 5})
    run_cell(opened, "setup")
    assert "are ready" in output(opened, "setup")
    yield opened
    opened.close()


def test_setup_shows_no_noise(page):
    outputs = json.loads(output(page, "setup"))
    assert [one.get("name") for one in outputs] == ["stdout"]


def test_test_cells_cannot_be_edited_by_accident(page):
    locked = page.evaluate(
        """() => {
            const notebook = window.jupyterapp.shell.currentWidget.content;
            const cell = notebook.widgets.find((one) => one.model.id === "relu-values");
            return [cell.model.getMetadata("editable"), cell.readOnly];
        }"""
    )
    assert locked == [False, True]


def test_failed_test_names_the_slip_without_a_traceback(page):
    set_cell(page, "relu", "def relu(feature_map):\n    return abs(feature_map)")
    run_cell(page, "relu")
    output(page, "relu")
    run_cell(page, "relu-values")
    output(page, "relu-values")
    shown = page.locator(".jp-RenderedText", has_text="Not right yet")
    expect(shown).to_contain_text("negative numbers lose their sign")
    expect(shown).to_contain_text("wanted")
    expect(shown).not_to_contain_text("Traceback")
    expect(shown).not_to_contain_text("course/checks")


def test_mended_answer_makes_the_message_go_away(page):
    set_cell(
        page, "relu", "def relu(feature_map):\n    return np.maximum(feature_map, 0)"
    )
    run_cell(page, "relu")
    output(page, "relu")
    run_cell(page, "relu-values")
    expect(page.locator(".jp-RenderedText", has_text="Not right yet")).to_have_count(0)


def test_hint_opens_with_a_click(page):
    hint = page.locator("details", has_text="np.maximum(a, b)")
    hint.scroll_into_view_if_needed()
    expect(hint.locator("p")).not_to_be_visible()
    hint.locator("summary").click()
    expect(hint.locator("p")).to_be_visible()
