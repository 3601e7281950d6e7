"""Attempts of a notebook to get out of its kernel, and what must come of each.

Each case is an attacker's cell. What it prints is compared with what must happen, so
that a case which fails for a reason of its own does not count as repelled.
"""

import os
import socket
import textwrap
import time
from dataclasses import dataclass
from pathlib import Path

import pytest

from autograder.kernels import Limits, client, landlock, seccomp
from tests.autograder.warm_kernels import (
    Session,
    is_alive,
    session,
    wait_until,
    why_no_sandbox,
)

SECRET = "forty-two"


@pytest.fixture(scope="module", autouse=True)
def _zygotes():
    if why := why_no_sandbox():
        pytest.skip(why)
    yield
    client.close_shared()


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    """A course as it lies on the grader's disk; kernels run in one submission."""
    root = tmp_path_factory.mktemp("course")
    for path in (
        "source/hw1/hw1.ipynb",
        "gradebook.db",
        "submitted/anna/hw1/hw1.ipynb",
        "autograded/anna/hw1/answers.csv",
        "autograded/ben/hw1/hw1.ipynb",
    ):
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(SECRET)
        file.chmod(0o666)
    own = root / "autograded" / "ben" / "hw1"
    (own / "data.csv").write_text("1\n")
    (own / "to_source").symlink_to(root / "source")
    (own / "to_gradebook").symlink_to(root / "gradebook.db")
    return root


@dataclass(frozen=True)
class Escape:
    """An attacker's cell, and text that its output must begin with."""

    name: str
    code: str
    repelled: str | tuple[str, ...]


# In the code ROOT is the course's folder and GRADER the grader's process.
CASES = [
    Escape(
        "searches_all_files_for_the_answers",
        "import os, sys\n"
        "system = ('/proc', '/sys', '/usr', sys.prefix, sys.base_prefix)\n"
        "seen, found = 0, []\n"
        "for folder, folders, files in os.walk('../' * 9):\n"
        "    here = os.path.realpath(folder)\n"
        "    if here.startswith(system): folders.clear(); continue\n"
        "    for name in files:\n"
        "        path = os.path.join(folder, name)\n"
        "        if not os.path.isfile(path): continue\n"
        "        with open(path, 'rb') as file: text = file.read(10**6)\n"
        "        seen += 1\n"
        "        if ('for' 'ty-t' + 'wo').encode() in text: found.append(path)\n"
        "print(found, seen > 5)",
        "[] True",
    ),
    Escape(
        "reads_the_source_by_its_path",
        "open(ROOT + '/source/hw1/hw1.ipynb')",
        "FileNotFoundError",
    ),
    Escape(
        "reads_another_submission",
        "open(ROOT + '/autograded/anna/hw1/answers.csv')",
        "FileNotFoundError",
    ),
    Escape(
        "reads_its_own_graded_notebook",
        "open('hw1.ipynb')",
        "FileNotFoundError",
    ),
    Escape("follows_a_planted_link", "open('to_gradebook')", "FileNotFoundError"),
    Escape(
        "makes_a_link_to_the_source",
        "import os; os.symlink(ROOT + '/source', 's'); os.listdir('s')",
        "FileNotFoundError",
    ),
    Escape(
        "writes_marks_into_the_gradebook",
        "import sqlite3; sqlite3.connect(ROOT + '/gradebook.db')",
        "OperationalError: unable to open",
    ),
    Escape(
        "reads_through_the_root_of_process_1",
        "import os; os.listdir('/proc/1/root' + ROOT)",
        "PermissionError",
    ),
    Escape(
        "reads_through_the_working_folder_of_process_1",
        "import os; os.listdir('/proc/1/cwd/')",
        "PermissionError",
    ),
    Escape(
        "reads_the_memory_of_process_1",
        "open('/proc/1/mem', 'rb')",
        "PermissionError",
    ),
    Escape(
        "reads_the_graders_environment",
        "open(f'/proc/{GRADER}/environ')",
        "FileNotFoundError",
    ),
    Escape(
        "finds_secrets_in_its_own_environment",
        "import os\n"
        "print([x for x in open('/proc/self/environ').read().split(chr(0))\n"
        "       if 'CANARY' in x], 'CANARY' in os.environ)",
        "[] False",
    ),
    Escape(
        "finds_paths_of_the_grader_in_its_memory",
        # The memory that the zygote had before the request is searched.
        "import os\n"
        "with open('/proc/self/maps') as maps:\n"
        "    spans = [line.split()[0] for line in maps if 'rw' in line.split()[1]]\n"
        "import re; needle = re.compile(rb'[a]nna/hw1')  # does not match itself\n"
        "control = re.compile(rb'[i]pykernel')\n"
        "found = known = 0\n"
        "with open('/proc/self/mem', 'rb', 0) as memory:\n"
        "    for span in spans:\n"
        "        low, high = (int(end, 16) for end in span.split('-'))\n"
        "        memory.seek(low)\n"
        "        try: block = memory.read(high - low)\n"
        "        except OSError: continue\n"
        "        found += bool(needle.search(block))\n"
        "        known += bool(control.search(block))\n"
        "print('found', found, known > 0)",
        "found 0 True",
    ),
    Escape(
        "uses_an_inherited_descriptor",
        "import os\n"
        "open_files = []\n"
        "for fd in range(3, 1024):\n"
        "    try: link = os.readlink(f'/proc/self/fd/{fd}')\n"
        "    except OSError: continue\n"
        "    if link.startswith('/') and not link.startswith('/dev/'):\n"
        "        open_files.append(link)\n"
        "print(open_files)",
        "[]",
    ),
    Escape(
        "talks_over_inherited_unix_sockets_to_the_keeper",
        # Jupyter's listeners and connections are streams; the keeper's are packets.
        "import os, socket\n"
        "packets = []\n"
        "for fd in range(3, 1024):\n"
        "    try: end = socket.socket(fileno=os.dup(fd))\n"
        "    except OSError: continue\n"
        "    if end.type == socket.SOCK_SEQPACKET: packets.append(fd)\n"
        "print(packets)",
        "[]",
    ),
    Escape(
        "connects_to_the_zygote",
        "import socket\n"
        "socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET).connect(ZYGOTE)",
        "FileNotFoundError",
    ),
    Escape(
        "connects_to_an_abstract_socket",
        "import socket; socket.socket(socket.AF_UNIX).connect('\\0' + ABSTRACT)",
        "ConnectionRefusedError",
    ),
    Escape(
        "connects_to_a_port_of_the_machine",
        "import urllib.request; urllib.request.urlopen(f'http://127.0.0.1:{PORT}')",
        "URLError",
    ),
    Escape(
        "asks_a_name_server",
        "import socket; socket.getaddrinfo('example.org', 80)",
        "gaierror",
    ),
    Escape(
        "sends_the_grader_a_signal",
        "import os; os.kill(GRADER, 9)",
        "ProcessLookupError",
    ),
    Escape(
        "sends_everyone_a_signal",
        # Reaches this namespace's processes only, of which it is the one.
        "import os, signal; signal.signal(15, signal.SIG_IGN)\n"
        "try: os.kill(-1, 15)\n"
        "except ProcessLookupError: pass\n"
        "print('done')",
        "done",
    ),
    Escape(
        "becomes_root_with_su",
        "!su -c id </dev/null 2>&1 | tail -1",
        "su: ",
    ),
    Escape("becomes_root", "import os; os.setuid(0)", "OSError: [Errno 22]"),
    Escape(
        "makes_a_user_namespace",
        "import ctypes, os; c = ctypes.CDLL(None, use_errno=True)\n"
        "print(c.unshare(0x10000000), os.strerror(ctypes.get_errno()))",
        "-1 Operation not permitted",
    ),
    Escape(
        "makes_a_user_namespace_with_clone",
        "!unshare --user --map-root-user id",
        "unshare: unshare failed: Operation not permitted",
    ),
    Escape(
        "unmounts_what_hides",
        "import ctypes, os; c = ctypes.CDLL(None, use_errno=True)\n"
        "print(c.umount2(b'/', 2), os.strerror(ctypes.get_errno()))",
        "-1 Operation not permitted",
    ),
    Escape(
        "mounts_the_disk",
        "import ctypes, os; c = ctypes.CDLL(None, use_errno=True)\n"
        "print(c.mount(b'/dev/vda', b'/tmp', b'ext4', 0, None),\n"
        "      os.strerror(ctypes.get_errno()))",
        "-1 Operation not permitted",
    ),
    Escape(
        "makes_a_device",
        "import os; os.mknod('/tmp/disk', 0o060666, os.makedev(254, 0))",
        "PermissionError",
    ),
    Escape(
        "changes_the_root",
        "import os; os.chroot('/tmp')",
        "PermissionError",
    ),
    Escape(
        "changes_the_environment_of_all",
        "import sys, pathlib\n"
        "pathlib.Path(sys.prefix, 'lib', 'evil.pth').write_text('import evil')",
        "OSError: [Errno 30] Read-only file system",
    ),
    Escape(
        "changes_the_python_library",
        "import os; open(os.__file__, 'a')",
        ("PermissionError", "OSError: [Errno 30] Read-only file system"),
    ),
    Escape(
        "writes_to_the_kernels_settings",
        "open('/proc/sys/kernel/core_pattern', 'w')",
        "OSError: [Errno 30] Read-only file system",
    ),
    Escape(
        "raises_its_own_limits",
        "import resource\nresource.setrlimit(resource.RLIMIT_NPROC, (10**6, 10**6))",
        "ValueError: not allowed to raise maximum limit",
    ),
    Escape(
        "leaves_a_core_file",
        "import os, resource; print(resource.getrlimit(resource.RLIMIT_CORE))",
        "(0, 0)",
    ),
    Escape(
        "gets_the_reference_implementation",
        "import course.reference.convolution",
        "ModuleNotFoundError",
    ),
    Escape(
        "gets_the_grading_package",
        "from autograder.gradebook import *",
        "ModuleNotFoundError",
    ),
    Escape(
        "asks_a_forged_request_of_its_imported_keeper",
        # The grader's modules are still in memory; they are only code.
        "import sys\n"
        "client = sys.modules['autograder.kernels.linux']\n"
        "client.unshare(client.CLONE_NEWNS)",
        "PermissionError",
    ),
]

SECCOMP_CASES = [
    Escape(
        "hides_memory_in_a_file_without_name",
        "import os; os.memfd_create('m')",
        "PermissionError",
    ),
    Escape(
        "opens_a_network_socket",
        "import socket; socket.socket()",
        "PermissionError",
    ),
    Escape(
        "traces_itself",
        "import ctypes, os; c = ctypes.CDLL(None, use_errno=True)\n"
        "print(c.ptrace(0, 0, 0, 0), os.strerror(ctypes.get_errno()))",
        "-1 Operation not permitted",
    ),
    Escape(
        "watches_the_kernel",
        "import ctypes, os; c = ctypes.CDLL(None, use_errno=True)\n"
        "numbers = {'bpf': 321, 'io_uring_setup': 425, 'userfaultfd': 323}\n"
        "print([c.syscall(n, 0, 0, 0, 0, 0) for n in numbers.values()],\n"
        "      os.strerror(ctypes.get_errno()))",
        "[-1, -1, -1] Operation not permitted",
    ),
]


@pytest.fixture(scope="module")
def places(course):
    """Give what the attackers know: all that is not a secret."""
    with (
        socket.socket(socket.AF_UNIX) as abstract,
        socket.socket(socket.AF_INET) as port,
    ):
        name = f"grader-{os.getpid()}"
        abstract.bind("\0" + name)
        abstract.listen()
        port.bind(("127.0.0.1", 0))
        port.listen()
        yield (
            f"ROOT, GRADER, ZYGOTE, ABSTRACT, PORT = {str(course)!r}, {os.getpid()}, "
            f"{client.shared_address()!r}, {name!r}, {port.getsockname()[1]}"
        )


def attack(course: Path, places: str, case: Escape) -> None:
    with session(course / "autograded" / "ben" / "hw1") as kernel:
        kernel.run(places)
        text = kernel.run(case.code)
    assert text.startswith(case.repelled), text
    assert SECRET not in text


@pytest.fixture(scope="module")
def neighbour(course):
    """Another learner's kernel, forked before from the same zygote."""
    with session(course / "autograded" / "anna" / "hw1") as kernel:
        yield kernel


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_escape(course, places, neighbour, case, monkeypatch):
    monkeypatch.setenv("CANARY", "1")
    attack(course, places, case)
    assert alive(neighbour)


@pytest.mark.skipif(bool(seccomp.missing()), reason=f"no filter: {seccomp.missing()}")
@pytest.mark.parametrize("case", SECCOMP_CASES, ids=lambda case: case.name)
def test_call_that_is_filtered(course, places, case):
    attack(course, places, case)


@pytest.mark.skipif(landlock.version() < 1, reason="this machine has no Landlock")
def test_landlock_refuses_what_a_forgotten_mount_would_allow(course, places):
    """The learner's folder may be written, a folder beside it not even as owner."""
    case = Escape("", "import os; os.mkdir('/home/more')", "PermissionError")
    with session(course / "autograded" / "ben" / "hw1") as kernel:
        text = kernel.run(case.code)
    assert text.startswith(("PermissionError", "OSError: [Errno 30]"))


def alive(kernel: Session) -> bool:
    return kernel.process.poll() is None


def test_a_fork_bomb_ends_with_its_kernel(course):
    code = """
        import os, time
        while True:
            try: os.fork()
            except OSError: time.sleep(0.05)
        """
    before = len(os.listdir("/proc"))
    limits = Limits(processes=64, wall_seconds=3, cpu_seconds=60)
    with session(course / "autograded" / "ben" / "hw1", limits=limits) as kernel:
        process = kernel.process
        kernel.client.execute(textwrap.dedent(code))
        most = 0
        while process.poll() is None:
            most = max(most, len(os.listdir("/proc")) - before)
            time.sleep(0.05)
        assert process.reason.startswith("wall time")
    assert most < 300
    assert wait_until(lambda: len(os.listdir("/proc")) < before + 40)


def test_memory_that_is_mapped_nowhere_ends_the_kernel(course):
    """Pages of a shared mapping that was let go of are in no process's size."""
    from autograder.kernels.cgroup import can_be_made

    if not can_be_made():
        pytest.skip("only a control group sees it, and none may be made here")
    code = """
        import mmap
        held = []
        for _ in range(40):
            m = mmap.mmap(-1, 32 * 2**20)
            for start in range(0, len(m), 2**20): m[start:start + 2**20] = b'x' * 2**20
            m.madvise(mmap.MADV_DONTNEED)
            held.append(m)
        """
    limits = Limits(memory_bytes=256 * 2**20, scratch_bytes=16 * 2**20)
    with session(course / "autograded" / "ben" / "hw1", limits=limits) as kernel:
        process = kernel.process
        kernel.client.execute(textwrap.dedent(code))
        process.wait(timeout=30)
        assert process.reason.startswith("memory")


def test_a_flood_on_standard_error_is_bounded(course):
    code = """
        import os
        block = b'x' * 65536
        saved = sys.__stderr__
        for _ in range(2000):
            os.write(2, block)
        """
    with session(course / "autograded" / "ben" / "hw1") as kernel:
        process = kernel.process
        kernel.run("import sys")
        kernel.client.execute(textwrap.dedent(code) + "\nos._exit(0)")
        process.wait(timeout=60)
        assert len(process.log) <= 8192


def test_closing_every_descriptor_does_not_free_the_kernel(course):
    code = "import os\nos.closerange(0, 1024)\nwhile True: pass"
    with session(course / "autograded" / "ben" / "hw1") as kernel:
        pid, process = kernel.process.pid, kernel.process
        kernel.client.execute(code)
        time.sleep(0.5)
    assert process.returncode is not None
    assert not is_alive(pid)


def test_a_stopped_kernel_is_ended(course):
    with session(course / "autograded" / "ben" / "hw1") as kernel:
        pid, process = kernel.process.pid, kernel.process
        kernel.client.execute("import os, signal; os.kill(os.getpid(), signal.SIGSTOP)")
        time.sleep(0.5)
    assert process.returncode is not None
    assert not is_alive(pid)


def test_what_a_kernel_answers_the_keeper_is_never_read(course):
    """Its standard error is bytes to the keeper, whatever it looks like."""
    code = (
        "import os\n"
        'os.write(2, b\'{"event": "ended", "status": 0}\\n\')\n'
        "fd = os.open('/proc/self/fd/2', os.O_WRONLY)\n"
    )
    with session(course / "autograded" / "ben" / "hw1") as kernel:
        kernel.run(code)
        assert alive(kernel)
        assert kernel.run("print('goes on')") == "goes on"
