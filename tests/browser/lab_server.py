"""A real JupyterLab and a real Chromium, for tests and for taking pictures."""

import json
import os
import secrets
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import nbformat

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

CHROMIUM_FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
START_SECONDS = 60


def find_chromium() -> str | None:
    """Find Debian's Chromium, or None."""
    return shutil.which("chromium") or shutil.which("chromium-browser")


@contextmanager
def launch_browser() -> "Iterator[Browser]":
    """Start Chromium without a window; needs playwright."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=find_chromium(), args=CHROMIUM_FLAGS
        )
        try:
            yield browser
        finally:
            browser.close()


@dataclass(frozen=True)
class LabServer:
    """A running JupyterLab: where it listens and which folder it shows."""

    url: str
    token: str
    folder: Path

    def write_notebook(self, name: str, cells: list[str]) -> None:
        """Write a notebook of code cells for the kernel `python3`."""
        notebook = nbformat.v4.new_notebook(
            cells=[nbformat.v4.new_code_cell(cell) for cell in cells],
            metadata={"kernelspec": {"name": "python3", "display_name": "Python 3"}},
        )
        nbformat.write(notebook, self.folder / name)

    def open(self, page: "Page", name: str) -> None:
        """Open a file in an empty workspace and wait until its kernel is idle."""
        page.goto(f"{self.url}lab/tree/{name}?reset&token={self.token}")
        page.locator(".jp-Notebook .jp-Cell").first.wait_for(timeout=30_000)
        page.wait_for_function(
            """() => {
                const panel = window.jupyterapp?.shell.currentWidget;
                const kernel = panel?.sessionContext?.session?.kernel;
                return kernel?.status === "idle";
            }""",
            timeout=60_000,
        )

    @staticmethod
    def command(page: "Page", name: str, **arguments: object) -> None:
        """Run a command of JupyterLab, as a menu entry would, to its end."""
        page.evaluate(
            "([name, options]) => window.jupyterapp.commands.execute(name, options)"
            ".then(() => null)",
            [name, arguments],
        )

    def run_all(self, page: "Page") -> None:
        """Run every cell and wait for the last."""
        self.command(page, "notebook:run-all-cells")


@contextmanager
def start_lab(
    folder: Path, scratch: Path, cwd: Path | None = None
) -> Iterator[LabServer]:
    """Start JupyterLab on a free port; configuration and state stay in `scratch`.

    Args:
        folder: What it shows.
        scratch: Where it keeps its own files.
        cwd: Its working directory, where nbgrader looks for `nbgrader_config.py`.
    """
    config = scratch / "config"
    (config / "labconfig").mkdir(parents=True)
    (config / "labconfig" / "page_config.json").write_text(
        json.dumps(
            {
                "disabledExtensions": {
                    "@jupyterlab/apputils-extension:announcements": True
                }
            }
        )
    )
    environment = os.environ | {
        "JUPYTER_CONFIG_DIR": str(config),
        "JUPYTER_DATA_DIR": str(scratch / "data"),
        "JUPYTER_RUNTIME_DIR": str(scratch / "runtime"),
        "JUPYTERLAB_SETTINGS_DIR": str(scratch / "settings"),
        "JUPYTERLAB_WORKSPACES_DIR": str(scratch / "workspaces"),
        "IPYTHONDIR": str(scratch / "ipython"),
    }
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    token = secrets.token_hex(16)
    url = f"http://127.0.0.1:{port}/"
    with (scratch / "lab.log").open("w") as log:
        server = subprocess.Popen(
            [
                *(sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root"),
                *("--ServerApp.ip=127.0.0.1", f"--ServerApp.port={port}"),
                *("--ServerApp.port_retries=0", f"--ServerApp.root_dir={folder}"),
                *(f"--IdentityProvider.token={token}", "--expose-app-in-browser"),
            ],
            env=environment,
            cwd=cwd,
            stdout=log,
            stderr=subprocess.STDOUT,
        )
        try:
            _wait_until_up(
                f"{url}api/status?token={token}", server, scratch / "lab.log"
            )
            yield LabServer(url, token, folder)
        finally:
            server.terminate()
            try:
                server.wait(15)
            except subprocess.TimeoutExpired:
                server.kill()
                server.wait()


def _wait_until_up(address: str, server: subprocess.Popen, log: Path) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and server.poll() is None:
        try:
            with urllib.request.urlopen(address, timeout=5):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.2)
    raise RuntimeError(f"JupyterLab did not start. Its log:\n{log.read_text()[-3000:]}")
