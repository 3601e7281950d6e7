"""Fixtures for tests that need a browser; without Chromium they are skipped."""

import pytest

pytest.importorskip("playwright", reason="needs playwright (the extra `test`)")

from lab_server import LabServer, find_chromium, launch_browser, start_lab


@pytest.fixture(scope="session")
def browser():
    """Chromium, started once."""
    if find_chromium() is None:
        pytest.skip("needs Chromium: no `chromium` on the path")
    with launch_browser() as started:
        yield started


@pytest.fixture(scope="session")
def lab(browser, tmp_path_factory) -> LabServer:
    """JupyterLab on an empty folder, started once."""
    folder = tmp_path_factory.mktemp("notebooks")
    with start_lab(folder, tmp_path_factory.mktemp("jupyter")) as server:
        yield server


@pytest.fixture
def requests() -> list[str]:
    """Addresses that the page asked for, filled while the test runs."""
    return []


@pytest.fixture
def page(browser, requests):
    """A fresh page, 1280 by 900 pixels."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    opened = context.new_page()
    opened.on("request", lambda request: requests.append(request.url))
    yield opened
    context.close()
