"""`make lab` serves the course, opened on its landing notebook."""

import json
import os
import re
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture(scope="module")
def lab(tmp_path_factory):
    """The address of a server that `make lab` started, and its token."""
    port, token = _free_port(), "a-token-for-this-test"
    home = tmp_path_factory.mktemp("home")
    log = (home / "lab.log").open("w+")
    server = subprocess.Popen(
        [
            "make",
            "lab",
            "OPEN=no",
            f"PORT={port}",
            f"LAB_ARGS=--IdentityProvider.token={token} --ServerApp.port_retries=0",
        ],
        cwd=ROOT,
        env={**os.environ, "HOME": str(home)},
        stdout=log,
        stderr=subprocess.STDOUT,
        start_new_session=True,
    )
    address = f"http://127.0.0.1:{port}"
    deadline = time.monotonic() + 120
    try:
        while True:
            try:
                urllib.request.urlopen(f"{address}/api", timeout=5).close()
                break
            except (urllib.error.URLError, ConnectionError):
                log.flush()
                running = server.poll() is None and time.monotonic() < deadline
                assert running, Path(log.name).read_text()
                time.sleep(0.5)
        yield address, token
    finally:
        os.killpg(server.pid, signal.SIGTERM)
        server.wait(30)
        log.close()


def fetch(lab, path: str) -> urllib.request.addinfourl:
    address, token = lab
    request = urllib.request.Request(
        address + path, headers={"Authorization": f"token {token}"}
    )
    return urllib.request.urlopen(request, timeout=30)


def test_lab_opens_on_the_landing_notebook(lab):
    with fetch(lab, "/") as answer:
        assert "/lab/tree/START_HERE.ipynb" in answer.url


def test_lab_shows_no_news_and_has_nbgrader_on(lab):
    with fetch(lab, "/lab/tree/START_HERE.ipynb") as answer:
        page = answer.read().decode()
    config = json.loads(
        re.search(r'id="jupyter-config-data"[^>]*>(.*?)</script>', page, re.S)[1]
    )
    assert (
        "@jupyterlab/apputils-extension:announcements" in config["disabledExtensions"]
    )
    extensions = {one["name"] for one in config["federated_extensions"]}
    assert {
        "@jupyter/nbgrader",
        "anywidget",
        "@jupyter-widgets/jupyterlab-manager",
    } <= (extensions)


def test_lab_offers_the_course_kernel(lab):
    with fetch(lab, "/api/kernelspecs") as answer:
        specs = json.load(answer)
    assert specs["default"] == "python3"
    assert "AIT.U3.E5" in specs["kernelspecs"]["python3"]["spec"]["display_name"]


def test_lab_serves_the_learners_copies(lab):
    with fetch(lab, "/api/contents/work/pc1-define/define-cnn.ipynb") as answer:
        assert json.load(answer)["type"] == "notebook"
