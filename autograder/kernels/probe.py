"""The sandbox's self-test: tries, from inside, what must not be possible.

`probe` lays out canaries where a learner must not reach, forks a kernel's process in
the real sandbox, and has `attempt` try each door there. No result is taken from what
the sandbox's code believes to have done.
"""

from __future__ import annotations

import contextlib
import ctypes
import errno
import importlib
import json
import mmap
import os
import platform
import resource
import select
import signal
import socket
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from autograder.kernels import landlock, seccomp
from autograder.kernels.cgroup import can_be_made
from autograder.kernels.errors import KernelStartFailed, SandboxUnavailable
from autograder.kernels.limits import MIB, Limits
from autograder.kernels.view import HOME, View, python_environment

_SECRET = "canary of the grader"
_CONNECT_SECONDS = 1.0
_ANSWER_SECONDS = 60.0
_LIMITS = Limits(
    memory_bytes=1024 * MIB,  # a share of what the zygote has imported counts, too
    scratch_bytes=4 * MIB,
    processes=16,
    open_files=128,
    cpu_seconds=60,
    wall_seconds=_ANSWER_SECONDS,
)

Targets = dict[str, Any]
_CLONE_NEWUSER, _PTRACE_SEIZE = 0x10000000, 0x4206
#: The number of the call `socket`.
_SOCKET = {"x86_64": 41, "aarch64": 198, "riscv64": 198, "ppc64le": 326}
_MANY_TERMINALS = 40


@dataclass(frozen=True)
class Check:
    """One thing that must hold.

    Attributes:
        name: What must hold, as a short statement.
        holds: Whether it does on this machine.
        why: What was tried and what came of it.
        required: Whether grading is refused without it.
    """

    name: str
    holds: bool
    why: str
    required: bool = True


def require(checks: Sequence[Check]) -> None:
    """Refuse to go on with a sandbox that does not hold.

    Raises:
        SandboxUnavailable: Naming each required check that failed, and what to do.
    """
    failed = [check for check in checks if check.required and not check.holds]
    if failed:
        lines = "\n".join(f"  - {check.name}: {check.why}" for check in failed)
        raise SandboxUnavailable(
            "The sandbox does not hold on this machine, so nothing is graded:\n"
            f"{lines}\n"
            "Grade on Linux with user namespaces allowed (in a container: as root "
            "with CAP_SYS_ADMIN, or with a seccomp profile that allows `unshare`), "
            "or pass --no-sandbox if you trust every submission."
        )


def holds(checks: Sequence[Check]) -> bool:
    """Tell whether every required check holds."""
    return all(check.holds for check in checks if check.required)


def probe(
    private: Sequence[str | Path] = (),
    address: str | None = None,
    *,
    sandboxed: bool = True,
    scratch: str | Path | None = None,
) -> list[Check]:
    """Try the sandbox out.

    Args:
        private: Files and folders that no learner may see: the course's `source`,
            its gradebook, the submissions.
        address: Socket of the zygote to fork from; this process's own by default.
        sandboxed: `False` makes the attempts without a sandbox, which shows that they
            would succeed; none of them does harm.
        scratch: Where to lay the canaries out; among the system's temporary files by
            default.

    Returns:
        What holds and what does not. If no sandbox can be built at all, one check
        that says why.
    """
    from autograder.kernels import client

    if not client.is_supported():
        return [Check("a sandbox can be built", False, "only on Linux")]
    address = address or client.shared_address()
    with _canaries(private, scratch) as (targets, answers, answer_end):
        shown, hidden = python_environment()
        view = View(folder=targets["folder"], read_only=shown, hidden=hidden)
        try:
            kernel = client.spawn_at(
                address,
                entry="autograder.kernels.probe:attempt",
                arguments=targets,
                descriptors=[answer_end],
                view=view if sandboxed else None,
                limits=_LIMITS,
                folder=targets["folder"],
            )
        except (KernelStartFailed, OSError) as error:
            return [Check("a sandbox can be built", False, str(error))]
        os.close(answer_end)
        records = _read_answers(answers)
        kernel.kill()
        kernel.wait(timeout=30)
        checks = [Check(*record) for record in records]
        checks.append(_all_dead(answers))
    if len(records) != targets["count"]:
        why = (
            f"{len(records)} of {targets['count']} attempts were answered; the "
            f"process ended with {kernel.returncode}: {kernel.reason} {kernel.log}"
        )
        checks.append(Check("the self-test runs to its end", False, why))
    missing = seccomp.missing()
    checks += [
        Check(
            "memory of all processes is limited by a control group",
            can_be_made(),
            "tried to make one; otherwise it is watched from outside",
            required=False,
        ),
        Check(
            "a filter of system calls is loaded",
            not missing,
            missing or "seccomp, through libseccomp",
            required=False,
        ),
        Check(
            "Landlock is on",
            landlock.version() > 0,
            f"version {landlock.version()}; 0 is none",
            required=False,
        ),
    ]
    return checks


@contextlib.contextmanager
def _canaries(
    private: Sequence[str | Path], scratch: str | Path | None
) -> Iterator[tuple[Targets, int, int]]:
    """Lay out what must not be reached; gives targets and both ends of a pipe."""
    from autograder.kernels import client

    answers, answer_end = os.pipe()
    with contextlib.ExitStack() as stack:
        stack.callback(os.close, answers)
        place = client.short_folder(scratch)
        made = tempfile.TemporaryDirectory(prefix="probe-", dir=place)
        folder = Path(stack.enter_context(made))
        own, other = folder / "own", folder / "other"
        for place in (own, other):
            place.mkdir()
            (place / "answer.txt").write_text(_SECRET)
        (own / "hidden.ipynb").write_text(_SECRET)
        (own / "link.txt").symlink_to(other / "answer.txt")
        named = stack.enter_context(socket.socket(socket.AF_UNIX))
        named.bind(str(folder / "socket"))
        abstract = stack.enter_context(socket.socket(socket.AF_UNIX))
        abstract.bind(f"\0grader-{os.getpid()}-{time.monotonic_ns()}")
        loopback = stack.enter_context(socket.socket(socket.AF_INET))
        loopback.bind(("127.0.0.1", 0))
        for listener in (named, abstract, loopback):
            listener.listen()
        targets = {
            "folder": str(own),
            "unreadable": [
                str(other / "answer.txt"),
                "/etc/shadow",
                "/etc/hostname",
                f"/proc/{os.getpid()}/environ",
                f"/proc/{os.getppid()}/environ",
                f"{HOME}/hidden.ipynb",
                f"{HOME}/link.txt",
            ],
            "unlisted": [
                os.path.expanduser("~"),
                str(folder),
                *(str(Path(path).resolve()) for path in private),
            ],
            "named_socket": str(folder / "socket"),
            "abstract_socket": abstract.getsockname().decode(),
            "port": loopback.getsockname()[1],
            "grader": os.getpid(),
            "count": len(_ATTEMPTS),
        }
        yield targets, answers, answer_end


def _read_answers(pipe: int) -> list[list[Any]]:
    """Read one JSON record a line until `attempt` says that it is done."""
    data = b""
    deadline = time.monotonic() + _ANSWER_SECONDS
    poller = select.poll()
    poller.register(pipe, select.POLLIN)
    while not data.endswith(b"done\n"):
        left = deadline - time.monotonic()
        if left <= 0 or not poller.poll(left * 1000):
            break
        block = os.read(pipe, 65536)
        if not block:
            break
        data += block
    lines = data.decode().splitlines()
    return [json.loads(line) for line in lines if line != "done"]


def _all_dead(pipe: int) -> Check:
    """A process that left the kernel's session holds the pipe's other end open."""
    name = "everything that a notebook started ends with it"
    poller = select.poll()
    poller.register(pipe, select.POLLIN)
    if poller.poll(5000) and not os.read(pipe, 1):
        return Check(name, True, "a daemon was gone with the kernel")
    return Check(name, False, "a daemon outlived the kernel")


def attempt(targets: Targets, descriptors: list[int]) -> None:
    """Try every door, in the sandbox, and write what came of it."""
    (answers,) = descriptors
    for name, function in _ATTEMPTS:
        try:
            why = function(targets)
        except Exception as error:
            why = f"could not be tried: {type(error).__name__}: {error}"
            record = [name, False, why]
        else:
            record = [name, not why, why or "tried; it holds"]
        os.write(answers, json.dumps(record).encode() + b"\n")
    _start_daemon()
    os.write(answers, b"done\n")
    time.sleep(_ANSWER_SECONDS)


def _start_daemon() -> None:
    """Leave a process behind that is in no group or session of the kernel."""
    if os.fork() == 0:
        os.setsid()
        if os.fork() == 0:
            for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
                signal.signal(number, signal.SIG_IGN)
            time.sleep(600)
        os._exit(0)


# Each attempt returns an empty text if it was refused, or else what it achieved.


def _read_the_environment(_: Targets) -> str:
    folder = os.path.dirname(importlib.import_module("zmq").__path__[0])
    hint = "; give others the right to read it (chmod -R o+rX)"
    for path in (os.path.dirname(os.__file__), folder):
        try:
            names = [name for name in os.listdir(path) if name.endswith(".py")]
            for name in names:
                with open(os.path.join(path, name), "rb") as file:
                    file.read(1)
        except OSError as error:
            return f"{error}{hint}"
    return ""


def _read_private_files(targets: Targets) -> str:
    for path in targets["unreadable"]:
        with contextlib.suppress(OSError), open(path, "rb") as file:
            file.read(1)
            return f"{path} could be opened"
    return ""


def _see_private_folders(targets: Targets) -> str:
    for path in targets["unlisted"]:
        if os.path.isfile(path):
            return f"{path} could be seen"
        with contextlib.suppress(OSError):
            for name in os.listdir(path):
                found = os.path.join(path, name)
                if os.path.isfile(found):
                    return f"{found} could be seen"
    return ""


def _read_own_files(_: Targets) -> str:
    with open(os.path.join(HOME, "answer.txt")) as file:
        return "" if file.read() == _SECRET else "the folder's own file is not there"


def _import_reference(_: Targets) -> str:
    try:
        module = importlib.import_module("course.reference")
        found = os.listdir(next(iter(module.__path__)))
    except (ImportError, OSError, StopIteration):
        return ""
    return f"course.reference holds {found}" if found else ""


def _see_other_processes(_: Targets) -> str:
    others = {name for name in os.listdir("/proc") if name.isdecimal()}
    others -= {"1", str(os.getpid())}
    return f"processes {sorted(others)} could be seen" if others else ""


def _signal_the_grader(targets: Targets) -> str:
    process = targets["grader"]
    try:
        os.kill(process, 0)
    except OSError:
        return ""
    return f"process {process} could be sent a signal"


def _trace_a_process(targets: Targets) -> str:
    libc = ctypes.CDLL(None, use_errno=True)
    for process in (1, targets["grader"]):
        if libc.ptrace(_PTRACE_SEIZE, process, None, None) == 0:
            return f"process {process} could be traced"
        try:
            with open(f"/proc/{process}/mem", "rb"):
                return f"the memory of process {process} could be opened"
        except OSError:
            pass
    return ""


def _connect_to_sockets(targets: Targets) -> str:
    for address in (targets["named_socket"], targets["abstract_socket"]):
        with contextlib.suppress(OSError), socket.socket(socket.AF_UNIX) as end:
            end.connect(address)
            return f"{address!r} could be connected to"
    return ""


def _use_the_network(targets: Targets) -> str:
    if why := _get_past_the_filter():
        return why
    for host, port in (
        ("127.0.0.1", targets["port"]),
        ("192.0.2.1", 80),  # an address that stands for any machine outside
    ):
        try:
            with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as end:
                end.settimeout(_CONNECT_SECONDS)
                end.connect((host, port))
            return f"{host} could be connected to"
        except TimeoutError:
            return f"packets to {host} could be sent"
        except OSError as error:
            if error.errno == errno.ECONNREFUSED:
                return f"{host} could be reached"
    return ""


def _get_past_the_filter() -> str:
    """Ask for sockets in words of which Linux looks at the lower half only."""
    number = _SOCKET.get(platform.machine())
    if seccomp.missing() or number is None:
        return ""
    libc = ctypes.CDLL(None, use_errno=True)
    for family in (socket.AF_INET, socket.AF_NETLINK):
        words = map(ctypes.c_long, (number, family | 1 << 32, socket.SOCK_DGRAM, 0))
        end = libc.syscall(*words)
        if end >= 0:
            os.close(end)
            return f"the filter let a socket of family {family} be made"
    return ""


def _open_too_many_terminals(_: Targets) -> str:
    ends: list[int] = []
    try:
        while len(ends) < 2 * _MANY_TERMINALS:
            ends += os.openpty()
    except OSError:
        return ""
    finally:
        for end in ends:
            os.close(end)
    return f"{_MANY_TERMINALS} terminals could be opened"


def _write_outside(_: Targets) -> str:
    folders = ["/", "/home", "/usr/lib", "/etc", "/dev", os.path.dirname(os.__file__)]
    for folder in folders:
        path = os.path.join(folder, "written")
        with contextlib.suppress(OSError), open(path, "w"):
            return f"{path} could be written"
    return ""


def _gain_privileges(_: Targets) -> str:
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.unshare(_CLONE_NEWUSER) == 0:
        return "a user namespace could be made"
    for user in (0, 1):
        with contextlib.suppress(OSError):
            os.setuid(user)
            return f"the process could become user {user}"
    with open("/proc/self/status") as file:
        status = dict(line.split(":", 1) for line in file)
    if int(status["CapEff"], 16) or int(status["CapBnd"], 16):
        return "there are capabilities left"
    return "" if status["NoNewPrivs"].strip() == "1" else "privileges can be gained"


def _find_descriptors(_: Targets) -> str:
    # 0 to 2, the answers' pipe, and the one that lists the folder.
    found = os.listdir("/proc/self/fd")
    return "" if len(found) <= 5 else f"descriptors {found} were inherited"


def _find_environment(_: Targets) -> str:
    with open("/proc/self/environ", "rb") as file:
        entries = file.read().decode().split("\0")
    first = {entry.partition("=")[0] for entry in entries}
    expected = {
        *("", "PATH", "LANG", "LC_ALL", "LC_CTYPE", "LD_LIBRARY_PATH", "TZ", "HOME"),
        *("KERAS_BACKEND", "TF_CPP_MIN_LOG_LEVEL", "CUDA_VISIBLE_DEVICES", "TMPDIR"),
        *("IPYTHONDIR", "MPLCONFIGDIR"),
    }
    more = sorted((first | set(os.environ)) - expected)
    return f"variables {more} were inherited" if more else ""


def _start_too_many(_: Targets) -> str:
    # Threads count as processes and cost next to nothing to start and to end.
    done = threading.Event()
    started: list[threading.Thread] = []
    try:
        for _ in range(_LIMITS.processes + 1):
            thread = threading.Thread(target=done.wait, args=(600,), daemon=True)
            thread.start()
            started.append(thread)
    except RuntimeError:  # no more; then a process cannot be started either
        return "one more process could be started" if _can_fork() else ""
    finally:
        done.set()
        for thread in started:
            thread.join()
    return f"{len(started)} threads could be started"


def _can_fork() -> bool:
    try:
        pid = os.fork()
    except BlockingIOError:
        return False
    if pid == 0:
        os._exit(0)
    os.waitpid(pid, 0)
    return True


def _take_too_much_memory(_: Targets) -> str:
    try:
        with mmap.mmap(-1, 2 * _LIMITS.memory_bytes, mmap.MAP_PRIVATE):
            return f"{2 * _LIMITS.memory_bytes} bytes could be had"
    except OSError:
        return ""


def _fill_the_disk(_: Targets) -> str:
    block = bytes(MIB)
    written = 0
    paths = [f"{folder}/full" for folder in (HOME, "/tmp", "/dev/shm")]
    for path in paths:
        with contextlib.suppress(OSError), open(path, "wb", buffering=0) as file:
            while written <= 2 * _LIMITS.scratch_bytes:
                written += file.write(block)
    for path in paths:
        with contextlib.suppress(OSError):
            os.unlink(path)
    too_much = written > _LIMITS.scratch_bytes
    return f"{written} bytes could be written" if too_much else ""


def _leave_a_core_file(_: Targets) -> str:
    return "" if resource.getrlimit(resource.RLIMIT_CORE) == (0, 0) else "allowed"


_ATTEMPTS: tuple[tuple[str, Callable[[Targets], str]], ...] = (
    ("the submission's own files can be read", _read_own_files),
    ("the Python environment can be read", _read_the_environment),
    ("files of the grader and of others are out of reach", _read_private_files),
    ("home, course and submissions are not to be seen", _see_private_folders),
    ("course.reference cannot be imported", _import_reference),
    ("no other process is to be seen", _see_other_processes),
    ("no other process can be sent a signal", _signal_the_grader),
    ("no other process can be traced", _trace_a_process),
    ("sockets of the grader are out of reach", _connect_to_sockets),
    ("there is no network, not even to this machine", _use_the_network),
    ("the number of terminals is limited", _open_too_many_terminals),
    ("nothing can be written outside the scratch folder", _write_outside),
    ("no privileges can be had or gained", _gain_privileges),
    ("no descriptor is inherited", _find_descriptors),
    ("no environment is inherited", _find_environment),
    ("the number of processes is limited", _start_too_many),
    ("memory is limited", _take_too_much_memory),
    ("the space for files is limited", _fill_the_disk),
    ("no core file is written", _leave_a_core_file),
)
