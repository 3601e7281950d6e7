"""A notebook of interactive figures in JupyterLab, and how its tests talk to it."""

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

EXECUTE = """async (code) => {
    const panel = window.jupyterapp.shell.currentWidget;
    const kernel = panel.sessionContext.session.kernel;
    const future = kernel.requestExecute({ code, store_history: false });
    let printed = "";
    future.onIOPub = (message) => {
        if (message.header.msg_type === "stream") {
            printed += message.content.text;
        }
    };
    const reply = await future.done;
    if (reply.content.status !== "ok") throw new Error(reply.content.evalue);
    return printed;
}"""


@contextmanager
def open_figures(
    browser, lab, name: str, cells: Sequence[str], height: int = 2000
) -> Iterator[Any]:
    """Run a notebook; give its page, with what it asked for and complained about.

    The first cell imports; each other one shows a figure.
    """
    from playwright.sync_api import expect

    lab.write_notebook(name, cells)
    page = browser.new_page(viewport={"width": 1200, "height": height})
    page.asked, page.complaints = [], []
    page.on("request", lambda request: page.asked.append(request.url))
    page.on("pageerror", lambda error: page.complaints.append(str(error)))
    lab.open(page, name)
    lab.run_all(page)
    expect(page.locator(".course-figure")).to_have_count(len(cells) - 1)
    yield page
    page.close()


def figure(page, which: int):
    return page.locator(".course-figure").nth(which)


def status(page, which: int):
    return figure(page, which).get_by_role("status")


def execute(page, code: str) -> str:
    """Run code in the notebook's kernel, beside the notebook; return what it prints."""
    return page.evaluate(EXECUTE, code)


def python(page, code: str) -> str:
    """Run code in the kernel after every message that the figures have sent.

    A figure holds back its next message until the kernel has answered the one before,
    so two empty requests make sure that both have arrived.
    """
    for _ in range(2):
        execute(page, "pass")
    return execute(page, code)


def evaluate(page, expression: str) -> Any:
    """The value of an expression in the kernel, which JSON can hold."""
    return json.loads(python(page, f"import json; print(json.dumps({expression}))"))


def traits(page, name: str, *wanted: str) -> list:
    """Read traits of a figure in Python."""
    return evaluate(page, f"[getattr({name}, t) for t in {wanted}]")
