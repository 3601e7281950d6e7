"""Fixtures for tests that need a browser; without Chromium they are skipped."""

from collections.abc import Iterator

import pytest
from lab_server import LabServer, find_chromium, launch_browser, start_lab


@pytest.fixture(scope="session")
def chromium() -> None:
    """Skip where there is no Chromium to be driven."""
    pytest.importorskip("playwright", reason="needs playwright (the extra `test`)")
    if find_chromium() is None:
        pytest.skip("needs Chromium: no `chromium` on the path")


@pytest.fixture(scope="module")
def browser(chromium):
    """Chromium, started for each file.

    Playwright keeps an event loop running as long as it is there. Tests of other
    files, which the same process may run next, start event loops of their own.
    """
    with launch_browser() as started:
        yield started


@pytest.fixture(scope="session")
def lab(chromium, tmp_path_factory) -> Iterator[LabServer]:
    """JupyterLab on an empty folder, started once."""
    folder = tmp_path_factory.mktemp("notebooks")
    with start_lab(folder, tmp_path_factory.mktemp("jupyter")) as server:
        yield server


@pytest.fixture
def page(browser):
    """A fresh page, 1200 by 1200 pixels."""
    opened = browser.new_page(viewport={"width": 1200, "height": 1200})
    yield opened
    opened.close()
