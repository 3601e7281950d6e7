"""What is imported ahead of grading, and how often nbgrader's statements compile."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest
from sample_course import ASSIGNMENT, NOTEBOOK

from autograder import head_start
from autograder.build import build
from autograder.gradebook import kept_engines
from autograder.kernels import client
from tests.autograder.warm_kernels import wait_until

needs_forks = pytest.mark.skipif(
    not client.is_supported(), reason="kernels are forked on Linux only"
)


@pytest.fixture
def course(course, own_zygotes):
    return course


def test_it_imports_nothing_slow():
    slow = {"IPython", "jupyter_client", "nbconvert", "nbgrader", "numpy", "tensorflow"}
    code = (
        "import sys, autograder.cli, autograder.head_start; "
        f"print(sorted({slow!r} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


@needs_forks
def test_the_guess_is_what_the_run_uses(course):
    head_start.guess(course.root, ASSIGNMENT, None)
    started = set(client._zygotes)
    folder = head_start.begin(course.source(ASSIGNMENT), [NOTEBOOK])
    assert set(client._zygotes) == started
    assert len(started) == 1
    assert folder is not None
    assert (folder / "socket").exists()


@needs_forks
def test_nothing_is_guessed_for_a_course_with_results_or_without_a_source(course):
    head_start.guess(course.root, "unknown", None)
    head_start.guess(course.root, ASSIGNMENT, "unknown")
    head_start.guess(course.root / "nowhere", "a" * 300, None)
    (course.state / "results" / ASSIGNMENT).mkdir(parents=True)
    head_start.guess(course.root, ASSIGNMENT, None)
    assert not client._zygotes


@needs_forks
def test_a_zygote_that_still_imports_is_ended_at_once():
    zygote = client.Zygote(("tensorflow",))
    started = time.monotonic()
    zygote.close()
    assert time.monotonic() - started < 1
    assert not zygote.is_alive()


class Signalled(BaseException):
    """Stands for what the handler of a signal raises."""


@needs_forks
def test_a_signal_as_soon_as_there_is_a_folder_leaves_none(monkeypatch):
    def interrupted(path, mode=0o777):
        mkdir(path, mode)
        made.append(path)
        raise Signalled

    mkdir, made = os.mkdir, []
    with tempfile.TemporaryDirectory(prefix="early-", dir="/tmp") as folder:
        with monkeypatch.context() as patch:
            patch.setattr(tempfile, "tempdir", folder)
            patch.setattr(os, "mkdir", interrupted)
            with pytest.raises(Signalled):
                client.Zygote()
        assert [os.path.dirname(path) for path in made] == [folder]
        assert os.listdir(folder) == []


def test_gradebooks_share_their_engine_for_a_while(course):
    from nbgrader import api

    build(course)
    url = course.directory.db_url
    make = api.create_engine
    with kept_engines():
        with api.Gradebook(url) as first:
            first.add_student("ann")
        with api.Gradebook(url) as second:
            assert second.engine is first.engine
            assert second.find_student("ann").id == "ann"
    assert api.create_engine is make
    with api.Gradebook(url) as third:
        assert third.engine is not first.engine
        assert third.find_student("ann").id == "ann"


class Early:
    """A run of the command that is met before it holds the course's lock."""

    def __init__(self, course, folder):
        self.folder = folder
        code = "import signal; signal.signal(2, signal.default_int_handler)\n"
        code += "signal.signal(1, signal.SIG_DFL)  # which `nohup` ignores\n"
        code += "import sys; sys.argv[0] = 'autograder'\n"
        code += "from autograder.cli import main; main()"
        options = ["grade", ASSIGNMENT, "--course", str(course.root)]
        self.process = subprocess.Popen(
            [sys.executable, "-c", code, *options],
            env={**os.environ, "TMPDIR": str(folder)},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )

    def meet(self, beginnings, more_seconds):
        def there():
            return all(list(self.folder.glob(f"{name}*")) for name in beginnings)

        assert wait_until(lambda: there() or self.process.poll() is not None, 60)
        time.sleep(more_seconds)

    def end(self):
        said, _ = self.process.communicate(timeout=60)
        return said

    def nothing_is_left(self):
        assert wait_until(lambda: not os.listdir(self.folder), 60), os.listdir(
            self.folder
        )


@pytest.fixture
def early(course):
    build(course)
    submitted = course.submitted("ann", ASSIGNMENT)
    shutil.copytree(course.release(ASSIGNMENT), submitted)
    with tempfile.TemporaryDirectory(prefix="early-", dir="/tmp") as folder:
        run = Early(course, Path(folder))
        yield run
        run.process.kill()
        run.end()
        run.nothing_is_left()


MOMENTS = [(("pymp-",), 0), (("pymp-", "zygote-"), 0), (("pymp-", "zygote-"), 0.6)]


@needs_forks
@pytest.mark.parametrize("more_seconds", [0.1, 0.6])
def test_a_run_that_is_killed_early_leaves_nothing(early, more_seconds):
    # Between making a folder and starting the process that removes it are milliseconds.
    early.meet(("pymp-", "zygote-"), more_seconds)
    early.process.kill()
    early.end()
    early.nothing_is_left()


@needs_forks
@pytest.mark.parametrize(("names", "more_seconds"), MOMENTS)
@pytest.mark.parametrize("name", ["SIGINT", "SIGHUP"])
def test_a_run_that_is_stopped_early_at_a_terminal_says_so_and_no_more(
    early, names, more_seconds, name
):
    number = getattr(signal, name)
    early.meet(names, more_seconds)
    for _ in range(3):
        os.killpg(early.process.pid, number)
        time.sleep(0.06)
    said = early.end()
    assert said == "Stopped. What was graded is kept; the same command goes on.\n"
    assert early.process.returncode == 128 + number
    early.nothing_is_left()
