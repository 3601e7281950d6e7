"""Attempts of a notebook to use up what the machine has for everyone, and the like.

Each case is an attacker's cell, as in `test_escape.py`.
"""

import platform

import pytest
from nbformat.v4 import new_code_cell, new_notebook, new_output

from autograder.examiner.outputs import OutputCollector
from autograder.kernels import client, seccomp
from tests.autograder.warm_kernels import session, why_no_sandbox

needs_filter = pytest.mark.skipif(
    bool(seccomp.missing()), reason=f"no filter: {seccomp.missing()}"
)


@pytest.fixture(scope="module")
def kernel(tmp_path_factory):
    if why := why_no_sandbox():
        pytest.skip(why)
    with session(tmp_path_factory.mktemp("hw1")) as started:
        yield started
    client.close_shared()


#: Arguments of `socket` whose lower half, which is all that Linux looks at, names a
#: family that is refused: IPv4, IPv6, netlink, packets, Bluetooth, and one too many.
FAMILIES = [
    *(family | 1 << 32 for family in (2, 10, 16, 17, 31)),
    -(1 << 32) + 2,
    *(2, 10, 16, 17, 31, 64, 1 << 31),
]

CALL = """
import ctypes, os
c = ctypes.CDLL(None, use_errno=True)
def call(*words):
    done = c.syscall(*map(ctypes.c_long, words))
    return os.strerror(ctypes.get_errno()) if done < 0 else 'done'
"""


@needs_filter
@pytest.mark.skipif(platform.machine() != "x86_64", reason="numbers of x86-64")
@pytest.mark.parametrize("family", FAMILIES)
def test_no_family_but_unix_comes_through_the_filter(kernel, family):
    kernel.run(CALL)
    assert kernel.run(f"print(call(41, {family}, 2, 0))") == "Operation not permitted"
    pair = f"print(call(53, {family}, 2, 0, id(bytearray(99))))"
    assert kernel.run(pair) == "Operation not permitted"


@needs_filter
@pytest.mark.skipif(platform.machine() != "x86_64", reason="numbers of x86-64")
@pytest.mark.parametrize("command", [0x5412, 0x541C])
@pytest.mark.parametrize("more", [0, 1 << 32, -(1 << 32)])
def test_no_typing_into_a_terminal_comes_through_the_filter(kernel, command, more):
    kernel.run(CALL)
    said = kernel.run(f"print(call(16, 0, {command + more}, 0))")
    assert said == "Operation not permitted"


def test_sockets_of_the_notebook_itself_work(kernel):
    code = (
        "import socket\n"
        "a, b = socket.socketpair(); a.send(b'hello'); print(b.recv(9))\n"
        "socket.socket(socket.AF_UNIX).close()"
    )
    assert kernel.run(code) == "b'hello'"


def test_terminals_run_out_for_the_notebook_before_they_do_for_the_machine(kernel):
    code = """
ends = []
try:
    while len(ends) < 4000: ends += os.openpty()
except OSError as error: print(len(ends) // 2 <= 64, error.strerror)
for end in ends: os.close(end)
"""
    assert kernel.run(code) == "True No space left on device"
    assert kernel.run("!echo ok") == "ok"


@pytest.mark.parametrize("call", ["inotify_init()", "inotify_init1(0)"])
def test_no_instance_of_inotify_is_taken_from_the_grader(kernel, call):
    code = f"""
import ctypes, os
c = ctypes.CDLL(None, use_errno=True)
made = [c.{call} for _ in range(3)]
print(made, os.strerror(ctypes.get_errno()))
"""
    assert kernel.run(code).startswith("[-1, -1, -1] ")


def test_what_the_user_may_watch_is_limited_without_the_filter_too(kernel):
    code = """
import pathlib
for path in sorted(pathlib.Path('/proc/sys/user').glob('max_*notify_*')):
    print(path.name, path.read_text().strip())
print('done')
"""
    lines = kernel.run(code).splitlines()
    assert lines.pop() == "done"
    assert all(line.endswith(" 0") for line in lines), lines


PIXEL = (
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAA"
    "AABJRU5ErkJggg=="
)
EVIL = "1 onload=document.title='PWNED'"


def shown(metadata):
    """Collect a picture with these metadata; returns those that are left."""
    content = {"data": {"image/png": PIXEL}, "metadata": metadata}
    collector = OutputCollector(10_000)
    kind = {"msg_type": "display_data"}
    collector.add({**kind, "header": kind, "content": content})
    (output,) = collector.outputs
    return output.metadata


@pytest.mark.parametrize(
    "metadata",
    [
        {"image/png": {"width": EVIL, "height": EVIL}},
        {"image/png": {"width": [EVIL], "height": {"a": EVIL}}},
        {"image/png": {"width": True, "height": 10**30}},
        {"image/png": {"width": -1, "height": 1.5}},
        {"image/png": {"alt": EVIL, EVIL: 1, "unconfined": EVIL}},
        {"image/png": EVIL},
        {"image/png": [[EVIL, 1]]},
        {"width": EVIL, "needs_background": EVIL},
        {"filenames": {"image/png": "http://example.org/"}},
        {"text/html": {"width": 1, "isolated": True}, EVIL: {"width": 1}},
    ],
)
def test_only_sizes_are_left_of_what_is_said_about_a_picture(metadata):
    assert shown(metadata) == {}


def test_the_size_of_a_picture_is_kept():
    size = {"width": 640, "height": 480}
    assert shown({"image/png": size | {"alt": "A plot."}}) == {"image/png": size}


def test_nothing_runs_in_nbgraders_own_page_of_what_was_graded_before():
    from nbconvert.exporters import HTMLExporter
    from traitlets.config import Config

    from autograder.preprocessors import HideHiddenTests

    evil = {"image/png": {"width": EVIL}, "filenames": {"image/png": "x"}}
    picture = new_output("display_data", {"image/png": PIXEL}, metadata=evil)
    notebook = new_notebook(cells=[new_code_cell("show()", outputs=[picture])])
    hidden, _ = HideHiddenTests(config=Config())(notebook, {})
    page, _ = HTMLExporter(template_name="classic").from_notebook_node(hidden)
    assert PIXEL in page
    assert "PWNED" not in page
