"""The provisioner serves jupyter_client, nbclient and nbgrader unpatched."""

import asyncio
import gc
import os
import signal
import threading
import time
from pathlib import Path

import nbformat
import pytest
from jupyter_client.kernelspec import KernelSpecManager
from jupyter_client.manager import start_new_kernel
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError

from autograder.kernels import (
    Limits,
    OutputMeter,
    SandboxUnavailable,
    TooMuchOutput,
    client,
    manager,
)
from tests.autograder.warm_kernels import is_alive, session, wait_until, why_no_sandbox

pytestmark = [
    # nbclient leaves its client's sockets to the garbage collector.
    pytest.mark.filterwarnings("ignore:Unclosed socket <zmq:ResourceWarning"),
]


@pytest.fixture(scope="module", autouse=True)
def _zygotes():
    if why := why_no_sandbox():
        pytest.skip(why)
    yield
    client.close_shared()


@pytest.fixture(autouse=True)
def _collect_garbage():
    yield
    gc.collect()


@pytest.fixture
def kernel_folder(tmp_path, monkeypatch):
    """A Jupyter data folder whose kernels are warm forks."""
    monkeypatch.setenv("JUPYTER_PATH", str(tmp_path / "jupyter"))
    manager.register()
    return tmp_path / "jupyter" / "kernels"


def notebook(*cells: str) -> nbformat.NotebookNode:
    made = nbformat.v4.new_notebook()
    made.cells = [nbformat.v4.new_code_cell(text) for text in cells]
    return made


def run(cells: nbformat.NotebookNode, folder: Path, **options):
    """Run a notebook with nbclient on a manager of ours."""
    kernels = manager.kernel_manager(**options.pop("kernel", {}))
    resources = {"metadata": {"path": str(folder)}}
    worker = NotebookClient(cells, km=kernels, resources=resources, **options)
    try:
        worker.execute()
    finally:
        asyncio.run(kernels.shutdown_kernel(now=True))
    return cells


def output(cell) -> str:
    return "".join(out.get("text", "") for out in cell.outputs)


def test_jupyter_client_starts_one_by_its_kernel_specification(kernel_folder):
    manager.install(kernel_folder, name="warm")
    assert "warm" in KernelSpecManager().find_kernel_specs()
    kernels, connected = start_new_kernel(kernel_name="warm")
    try:
        assert isinstance(kernels.provisioner.kernel, client.KernelProcess)
        assert kernels.transport == "ipc"
        reply = connected.execute_interactive("assert 1", timeout=30)
        assert reply["content"]["status"] == "ok"
        pid, folder = kernels.provisioner.kernel.pid, kernels.provisioner._folder
    finally:
        connected.stop_channels()
        kernels.shutdown_kernel()
    assert not is_alive(pid)
    assert not Path(folder).exists()


def test_nbclient_runs_a_notebook_and_its_folders_files_are_there(tmp_path):
    (tmp_path / "data.csv").write_text("1,2\n")
    done = run(notebook("print(open('data.csv').read())", "print(2)"), tmp_path)
    assert [output(cell).strip() for cell in done.cells] == ["1,2", "2"]


def test_nbgraders_execute_preprocessor_uses_it(kernel_folder, tmp_path):
    from nbgrader.preprocessors import Execute
    from traitlets.config import Config

    manager.install(kernel_folder, name="warm")
    config = Config()
    config.Execute.kernel_name = "warm"
    done, _ = Execute(config=config).preprocess(
        notebook("import os; print(os.getcwd())"), {"metadata": {"path": str(tmp_path)}}
    )
    assert output(done.cells[0]).strip() == "/home/learner"


def test_an_error_in_a_cell_is_nbclients_error(tmp_path):
    with pytest.raises(CellExecutionError, match="ZeroDivisionError"):
        run(notebook("1/0"), tmp_path)


def test_a_cell_over_its_time_is_interrupted_and_the_rest_goes_on(tmp_path):
    cells = notebook("import time\ntime.sleep(60)", "print('after')")
    start = time.monotonic()
    run(cells, tmp_path, timeout=1, interrupt_on_timeout=True, allow_errors=True)
    assert time.monotonic() - start < 30
    assert cells.cells[0].outputs[-1].ename == "KeyboardInterrupt"
    assert output(cells.cells[1]).strip() == "after"


def test_an_interrupt_reaches_a_command_that_the_notebook_runs(tmp_path):
    with session(tmp_path) as kernel:
        kernel.client.execute("import subprocess; subprocess.run(['sleep', '60'])")
        time.sleep(1)
        kernel.manager.interrupt_kernel()
        reply = kernel.client.get_shell_msg(timeout=20)
        assert reply["content"]["ename"] == "KeyboardInterrupt"
        time.sleep(0.5)  # ipykernel drops what was queued behind an error
        assert kernel.run("print('free')", timeout=20) == "free"


IGNORE = "import signal, time\nsignal.signal(signal.SIGINT, lambda *_: None)\n"


def test_a_kernel_that_ignores_interrupts_is_ended_at_shutdown(tmp_path):
    with session(tmp_path) as kernel:
        kernel.client.execute(IGNORE + "while True: time.sleep(0.1)")
        time.sleep(0.5)
        kernel.manager.interrupt_kernel()
        pid = kernel.process.pid
        assert is_alive(pid)
        start = time.monotonic()
        kernel.manager.shutdown_kernel()  # the polite way
        assert time.monotonic() - start < 5
        assert not is_alive(pid)


def test_a_loop_in_a_thread_with_interrupts_ignored_times_out(tmp_path):
    cells = notebook(IGNORE + "while True: pass")
    with pytest.raises(CellTimeoutError):
        run(cells, tmp_path, timeout=1)


def test_a_kernel_that_dies_is_nbclients_error(tmp_path):
    with pytest.raises(DeadKernelError):
        run(notebook("import os; os._exit(3)"), tmp_path)


@pytest.mark.parametrize(
    ("code", "status"),
    [
        ("import os; os._exit(3)", 3),
        ("import os; os.abort()", -signal.SIGABRT),
        ("import ctypes; ctypes.string_at(0)", -signal.SIGSEGV),
        ("import os, signal; os.kill(os.getpid(), signal.SIGKILL)", -signal.SIGKILL),
    ],
)
def test_the_way_a_kernel_died_is_reported(tmp_path, code, status):
    with session(tmp_path) as kernel:
        process = kernel.process
        kernel.client.execute(code)
        assert process.wait(timeout=20) == status
        assert process.reason is None


def test_a_restarted_kernel_is_fresh_and_answers_the_same_client(tmp_path):
    with session(tmp_path) as kernel:
        kernel.run("x = 1; open('file.txt', 'w').close()")
        first = kernel.process.pid
        kernel.manager.restart_kernel(now=True)
        kernel.client.wait_for_ready(timeout=30)
        text = kernel.run("import os; print('x' in dir(), os.listdir())")
        assert text == "False []"
        assert kernel.process.pid != first
        assert not is_alive(first)


def test_a_kernel_is_alive_until_it_is_not(tmp_path):
    with session(tmp_path) as kernel:
        assert kernel.manager.is_alive()
        kernel.process.kill()
        assert wait_until(lambda: not kernel.manager.is_alive())


DAEMON = """
import os, signal, sys, time
if os.fork() == 0:
    os.setsid()
    if os.fork() == 0:
        for number in range(1, 32):
            try: signal.signal(number, signal.SIG_IGN)
            except (OSError, ValueError): pass
        os.closerange(0, 100)
        time.sleep(600)
    os._exit(0)
os.wait()
"""


@pytest.mark.parametrize("sandbox", [True, False])
def test_a_daemon_that_left_the_session_dies_with_the_kernel(tmp_path, sandbox):
    from autograder.kernels.usage import descendants

    with session(tmp_path, sandbox=sandbox) as kernel:
        before = set(descendants(_keeper(kernel)))
        kernel.run(DAEMON)
        daemons = set(descendants(_keeper(kernel))) - before
        assert len(daemons) == 1
    assert wait_until(lambda: not any(map(is_alive, daemons)))


@pytest.mark.parametrize("sandbox", [True, False])
def test_daemons_die_also_when_the_kernel_ends_itself(tmp_path, sandbox):
    from autograder.kernels.usage import descendants

    with session(tmp_path, sandbox=sandbox) as kernel:
        process, keeper = kernel.process, _keeper(kernel)
        kernel.run(DAEMON)
        tree = set(descendants(keeper))
        kernel.client.execute("import os; os._exit(0)")
        process.wait(timeout=20)
    assert wait_until(lambda: not any(map(is_alive, tree)))


def _keeper(kernel) -> int:
    shut_in = kernel.manager.provisioner.sandbox
    pid = kernel.process.pid
    for _ in range(2 if shut_in else 1):  # process 1 of the sandbox is between
        pid = int(Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[1])
    return pid


def test_several_kernels_run_at_once(tmp_path):
    async def one(number: int) -> str:
        kernels = manager.kernel_manager()
        await kernels.start_kernel(cwd=str(tmp_path))
        connected = kernels.client()
        connected.start_channels()
        await connected.wait_for_ready(timeout=60)
        parts: list[str] = []
        await connected.execute_interactive(
            f"import time; time.sleep(0.5); print({number})",
            timeout=60,
            output_hook=lambda message: parts.append(
                message["content"].get("text", "")
            ),
        )
        connected.stop_channels()
        await kernels.shutdown_kernel(now=True)
        return "".join(parts).strip()

    async def all_of_them() -> list[str]:
        return await asyncio.gather(*map(one, range(4)))

    assert asyncio.run(all_of_them()) == ["0", "1", "2", "3"]


# jupyter_client keeps an event loop for each thread that used it.
@pytest.mark.filterwarnings("ignore:unclosed:ResourceWarning")
def test_kernels_can_be_started_from_threads(tmp_path):
    texts = []

    def work() -> None:
        with session(tmp_path) as kernel:
            texts.append(kernel.run("print('ok')"))

    threads = [threading.Thread(target=work) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    assert texts == ["ok"] * 3


def test_shell_commands_widgets_and_forks_of_the_notebook_work(tmp_path):
    with session(tmp_path) as kernel:
        assert kernel.run("!echo $((6 * 7))") == "42"
        text = kernel.run(
            "import multiprocessing as m\n"
            "context = m.get_context('fork')\n"
            "def work(x): print('in fork', flush=True); return x * x\n"
            "with context.Pool(2) as pool: print(pool.map(work, [3, 4]))"
        )
        assert "[9, 16]" in text
        assert text.count("in fork") == 2


def test_where_there_is_no_fork_the_kernel_starts_cold(
    tmp_path, kernel_folder, monkeypatch
):
    monkeypatch.setattr(client, "is_supported", lambda: False)
    manager.install(kernel_folder, name="warm", sandbox=False)
    kernels, connected = start_new_kernel(kernel_name="warm", cwd=str(tmp_path))
    try:
        assert kernels.provisioner.process is not None
        assert kernels.is_alive()
        reply = connected.execute_interactive("assert 1", timeout=30)
        assert reply["content"]["status"] == "ok"
    finally:
        connected.stop_channels()
        kernels.shutdown_kernel(now=True)


def test_where_there_is_no_fork_a_sandbox_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(client, "is_supported", lambda: False)
    kernels = manager.kernel_manager(blocking=True)
    with pytest.raises(SandboxUnavailable, match="Linux only"):
        kernels.start_kernel(cwd=str(tmp_path))


def test_memory_of_all_processes_together_is_limited(tmp_path):
    """No single process is over the limit on data: only their sum is."""
    limits = Limits(memory_bytes=300 * 2**20, scratch_bytes=16 * 2**20)
    code = (
        "import os, time\n"
        "for _ in range(4):\n"
        "    if os.fork() == 0:\n"
        "        x = bytearray(os.urandom(1) * (150 * 2**20)); time.sleep(60)\n"
        "time.sleep(60)"
    )
    with session(tmp_path, limits=limits) as kernel:
        process = kernel.process
        kernel.client.execute(code)
        process.wait(timeout=30)
        assert process.reason.startswith("memory")


def test_one_huge_array_is_a_memory_error_in_the_notebook(tmp_path):
    limits = Limits(memory_bytes=256 * 2**20)
    with session(tmp_path, limits=limits) as kernel:
        text = kernel.run("import numpy as np; np.ones(2**28)")
        assert "MemoryError" in text
        assert kernel.run("print('goes on')") == "goes on"


def test_wall_time_of_the_notebook_is_limited(tmp_path):
    with session(tmp_path, limits=Limits(wall_seconds=2)) as kernel:
        process = kernel.process
        assert process.wait(timeout=20) == -signal.SIGKILL
        assert process.reason == "wall time: more than 2 s"


def test_processor_time_of_all_processes_together_is_limited(tmp_path):
    code = "import os; os.fork(); os.fork()\nwhile True: pass"
    with session(tmp_path, limits=Limits(cpu_seconds=2)) as kernel:
        process = kernel.process
        kernel.client.execute(code)
        process.wait(timeout=30)
        assert process.reason == "processor time: more than 2 s"
        assert 2 <= process.cpu_seconds < 4


def test_output_is_counted_in_bytes():
    meter = OutputMeter(limit_bytes=1000)
    line = {"content": {"name": "stdout", "text": "x" * 900}}
    meter(line)
    with pytest.raises(TooMuchOutput, match="1000 are allowed"):
        meter(line)
    deep: dict = {}
    inner = deep
    for _ in range(100_000):
        inner["a"] = {}
        inner = inner["a"]
    OutputMeter(1_000_000)({"content": deep})
    with pytest.raises(TooMuchOutput):
        OutputMeter(10)({"content": {}, "buffers": [b"x" * 11]})


def test_a_limit_of_zero_is_refused():
    with pytest.raises(ValueError, match="`open_files` must be above zero"):
        Limits(open_files=-1)


def test_a_kernel_leaves_nothing_in_the_working_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with session(tmp_path) as kernel:
        kernel.run("open('made.txt', 'w').write('x')")
        assert os.listdir(tmp_path) == []
    assert os.listdir(tmp_path) == []
