"""A job that goes wrong takes only its own process with it."""

import os
import signal
import subprocess
import sys
import time

import psutil
import pytest

from autograder.exceptions import OutOfTime, WorkerDied
from autograder.processes import ProcessPerJob


def answer(value):
    return {"value": value, "pid": os.getpid(), "folder": os.getcwd()}


def leave(code):
    os._exit(code)


def kill_itself():
    os.kill(os.getpid(), signal.SIGKILL)


def fail():
    raise ValueError("no such thing")


def change_folder(folder):
    os.chdir(folder)
    return os.getcwd()


def start_child_and_sleep(note):
    child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
    with open(note, "w", encoding="utf-8") as file:
        file.write(str(child.pid))
    time.sleep(600)


def test_each_job_has_a_process_of_its_own(tmp_path):
    started = []
    with ProcessPerJob(2, 60, on_start=started.append) as executor:
        futures = [executor.submit(answer, value) for value in range(3)]
        moved = executor.submit(change_folder, str(tmp_path))
        results = [future.result() for future in futures]
        assert moved.result() == os.path.realpath(tmp_path)
    assert [result["value"] for result in results] == [0, 1, 2]
    assert len({result["pid"] for result in results} | {os.getpid()}) == 4
    assert sorted(started[:3]) == [0, 1, 2] or len(started) == 4


@pytest.mark.parametrize(
    ("job", "arguments", "reason"),
    [
        (leave, (7,), "ended with code 7"),
        (kill_itself, (), "killed by signal 9"),
        (fail, (), "ValueError: no such thing"),
        (answer, (object,), "TypeError"),
    ],
)
def test_a_lost_job_says_how_it_ended(job, arguments, reason):
    with ProcessPerJob(1, 60) as executor:
        lost = executor.submit(job, *arguments)
        after = executor.submit(answer, 1)
        with pytest.raises(WorkerDied, match=reason):
            lost.result()
        assert after.result()["value"] == 1


def alive(pid: int) -> bool:
    try:
        return psutil.Process(pid).status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


def wait_for(condition, seconds=20):
    end = time.monotonic() + seconds
    while not condition() and time.monotonic() < end:
        time.sleep(0.05)
    return condition()


def test_a_job_that_takes_too_long_is_killed_with_its_children(tmp_path):
    note = tmp_path / "pid"
    with ProcessPerJob(1, 4) as executor:
        slow = executor.submit(start_child_and_sleep, str(note))
        with pytest.raises(OutOfTime, match="took longer"):
            slow.result()
    child = int(note.read_text(encoding="utf-8"))
    assert wait_for(lambda: not alive(child))


def test_stopping_kills_what_runs_and_cancels_what_waits(tmp_path):
    note = tmp_path / "pid"
    executor = ProcessPerJob(1, 600)
    running = executor.submit(start_child_and_sleep, str(note))
    waiting = executor.submit(answer, 1)
    assert wait_for(lambda: note.exists() and note.read_text() != "")
    executor.shutdown(cancel_futures=True)
    assert waiting.cancelled()
    with pytest.raises(WorkerDied):
        running.result()
    assert wait_for(lambda: not alive(int(note.read_text(encoding="utf-8"))))


def test_a_child_that_ends_by_itself_does_not_stop_its_job_from_being_killed(
    tmp_path, monkeypatch
):
    gone = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
    children = [psutil.Process(gone.pid)]
    gone.communicate(b"\n")
    monkeypatch.setattr(psutil.Process, "children", lambda *_, **__: children)
    with ProcessPerJob(1, 1) as executor:
        slow = executor.submit(time.sleep, 600)
        with pytest.raises(OutOfTime):
            slow.result()


WARM = """
import os, signal, sys, time
from multiprocessing import resource_tracker
from autograder.processes import warm_up
warm_up()
tracker = resource_tracker._resource_tracker
for name in ("SIGINT", "SIGHUP"):
    os.kill(tracker._pid, getattr(signal, name))
time.sleep(0.5)
print(tracker._check_alive(), signal.pthread_sigmask(signal.SIG_BLOCK, []))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="on Linux jobs are forked")
def test_what_a_terminal_sends_does_not_end_the_tracker_of_multiprocessing():
    said = subprocess.run(
        [sys.executable, "-c", WARM], capture_output=True, text=True, timeout=60
    )
    assert (said.stdout, said.stderr) == ("True set()\n", "")
