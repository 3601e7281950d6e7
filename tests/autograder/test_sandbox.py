"""What the sandbox lets a kernel see and do, and that the self-test can fail."""

import os
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

import autograder.kernels.probe as self_test
from autograder.kernels import Limits, SandboxUnavailable, View, client
from autograder.kernels.errors import KernelStartFailed
from autograder.kernels.view import HOME, python_environment
from tests.autograder.warm_kernels import Session, session, why_no_sandbox


@pytest.fixture(scope="module", autouse=True)
def _zygotes():
    if why := why_no_sandbox():
        pytest.skip(why)
    yield
    client.close_shared()


@pytest.fixture(scope="module")
def checks():
    return {check.name: check for check in self_test.probe()}


ATTEMPTS = [name for name, _ in self_test._ATTEMPTS]


@pytest.mark.parametrize(
    "name", [*ATTEMPTS, "everything that a notebook started ends with it"]
)
def test_the_self_test_holds(checks, name):
    assert checks[name].holds, checks[name].why


#: What also holds without a sandbox.
HOLDS_ANYWAY = {
    "no descriptor is inherited",
    "no environment is inherited",
    "the Python environment can be read",
    "everything that a notebook started ends with it",
}


def test_without_a_sandbox_the_self_test_fails():
    """Each attempt succeeds where nothing is in its way: none is blind."""
    if os.geteuid() != 0:
        pytest.skip("some of the attempts need root to succeed without a sandbox")
    found = self_test.probe(sandboxed=False, private=[__file__])
    holding = {check.name for check in found if check.holds and check.required}
    assert holding <= HOLDS_ANYWAY | {"course.reference cannot be imported"}
    with pytest.raises(SandboxUnavailable, match="no network") as caught:
        self_test.require(found)
    assert "--no-sandbox" in str(caught.value)


def test_a_private_path_that_can_be_seen_fails_the_self_test(monkeypatch, tmp_path):
    secret = tmp_path / "source" / "answers.txt"
    secret.parent.mkdir()
    secret.write_text("42")
    tmp_path.chmod(0o755)
    shown, hidden = python_environment()
    monkeypatch.setattr(
        self_test, "python_environment", lambda: ((*shown, str(tmp_path)), hidden)
    )
    found = self_test.probe(private=[secret.parent])
    (failed,) = (check for check in found if check.required and not check.holds)
    assert failed.why == f"{secret} could be seen"


def test_a_refused_namespace_is_a_failed_check_that_names_the_step(tmp_path):
    """As in a container whose profile refuses `unshare`."""
    code = textwrap.dedent(
        """
        import errno
        import pyseccomp
        rules = pyseccomp.SyscallFilter(pyseccomp.ALLOW)
        rules.add_rule(pyseccomp.ERRNO(errno.EPERM), "unshare")
        rules.load()
        from autograder.kernels.probe import probe
        for check in probe():
            print(check.name, check.holds, check.why, sep="|")
        """
    )
    pytest.importorskip("pyseccomp", exc_type=RuntimeError)
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=100
    )
    (line,) = done.stdout.splitlines()
    name, holds, why = line.split("|")
    assert (name, holds) == ("a sandbox can be built", "False")
    assert "unshare" in why
    assert "Operation not permitted" in why


@pytest.fixture(scope="module")
def kernel(tmp_path_factory):
    """One kernel for all cases that only look."""
    folder = tmp_path_factory.mktemp("submission")
    (folder / "data.csv").write_text("1,2\n")
    (folder / "tables").mkdir()
    (folder / "tables" / "more.csv").write_text("3\n")
    (folder / "graded.ipynb").write_text("hidden tests")
    (folder / "gradebook.db").write_text("marks")
    (folder / "link.txt").symlink_to("/etc/shadow")
    os.mkfifo(folder / "pipe")
    found = Session(folder)
    yield found
    found.close()


def test_data_files_are_there_as_the_learners_own_copy(kernel):
    text = kernel.run(
        "import os; print(os.getcwd(), sorted(os.listdir()), os.listdir('tables'))\n"
        "open('data.csv', 'a').write('mine'); print(open('data.csv').read().split())"
    )
    assert text == f"{HOME} ['data.csv', 'tables'] ['more.csv']\n['1,2', 'mine']"


@pytest.mark.parametrize(
    "path",
    [
        "/etc/shadow",
        "/etc/hostname",
        "/root/.bashrc",
        "/var/log",
        "/run",
        "/proc/1/environ",
        "/proc/1/mem",
        "/proc/1/fd",
        "/proc/kcore",
        "/sys/kernel",
        "/dev/kmsg",
        "/dev/mem",
        str(Path(__file__)),
        str(Path(client.__file__)),
        os.getcwd(),
    ],
)
def test_what_is_not_in_the_view_cannot_be_read(kernel, path):
    text = kernel.run(
        f"path = {path!r}\n"
        "import os\n"
        "try:\n"
        "    files = [name for name in os.listdir(path)\n"
        "             if os.path.isfile(os.path.join(path, name))]\n"
        "    print(files)\n"
        "except NotADirectoryError: print(open(path, 'rb').read(1))"
    )
    # A folder above something that is shown is there, and holds no file.
    errors = ("FileNotFoundError", "PermissionError", "OSError")
    assert text == "[]" or text.startswith(errors), text


def test_the_package_course_is_there_without_its_reference(kernel):
    assert kernel.run("import course, course.checks; print(course.__name__)")
    assert "ModuleNotFoundError" in kernel.run("import course.reference.convolution")
    assert "ModuleNotFoundError" in kernel.run("import autograder.gradebook")


def test_the_environment_cannot_be_changed(kernel):
    text = kernel.run("import numpy; open(numpy.__file__, 'a')")
    assert text.startswith(("PermissionError", "OSError"))


def test_the_only_user_is_the_learner(kernel):
    text = kernel.run(
        "import getpass, os, pwd; print(os.getuid(), os.getgid(), os.getgroups(),\n"
        "    getpass.getuser(), [user.pw_name for user in pwd.getpwall()])"
    )
    user, group, *_ = text.split()
    assert (user, group) == ("1000", "1000")
    assert text.endswith("learner ['learner']")


def test_roots_other_groups_are_left_behind(tmp_path):
    if os.geteuid() != 0:
        pytest.skip("only root may leave its groups")
    code = textwrap.dedent(
        f"""
        import os
        os.setgroups([0, 4, 27])
        from tests.autograder.warm_kernels import session
        with session({str(tmp_path)!r}) as kernel:
            print(kernel.run(
                "print([line.split() for line in open('/proc/self/status')"
                " if line.startswith('Groups')])"
            ))
        """
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=100
    )
    assert done.stdout.strip() == "[['Groups:']]", done.stderr


def test_files_fill_one_limited_space(tmp_path):
    limits = Limits(scratch_bytes=4 * 2**20)
    with session(tmp_path, limits=limits) as small:
        text = small.run(
            "import os\n"
            "written = 0\n"
            "for path in ['a', '/tmp/b', '/dev/shm/c', 'd']:\n"
            "    try:\n"
            "        with open(path, 'wb', buffering=0) as file:\n"
            "            while True: written += file.write(bytes(65536))\n"
            "    except OSError as error: why = error.strerror\n"
            "print(why, written <= 4 * 2**20)"
        )
    assert text == "No space left on device True"


def test_a_folder_that_does_not_fit_is_refused(tmp_path):
    (tmp_path / "large.bin").write_bytes(bytes(2 * 2**20))
    limits = Limits(scratch_bytes=2**20)
    with pytest.raises(KernelStartFailed, match="do not fit"):
        Session(tmp_path, limits=limits)


def test_many_files_are_limited(kernel):
    text = kernel.run(
        "import os\n"
        "count = 0\n"
        "try:\n"
        "    while count < 200_000:\n"
        "        open(f'/tmp/{count}', 'w').close(); count += 1\n"
        "except OSError as error: print(error.strerror, count < 70_000)\n"
        "for number in range(count): os.unlink(f'/tmp/{number}')"
    )
    assert text == "No space left on device True"


def test_open_files_are_limited(kernel):
    text = kernel.run("held = [open('/dev/null') for _ in range(2000)]")
    assert "Too many open files" in text
    assert kernel.run("held = None; print('goes on')") == "goes on"


def test_a_hidden_path_is_empty_and_what_is_shown_below_it_is_not(tmp_path):
    shown = tmp_path / "shown"
    (shown / "private" / "public").mkdir(parents=True)
    (shown / "open.txt").write_text("open")
    (shown / "private" / "secret.txt").write_text("secret")
    (shown / "private" / "public" / "open.txt").write_text("open")
    (shown / "secret.txt").write_text("secret")
    link = tmp_path / "link"
    link.symlink_to("shown")
    empty = tmp_path / "empty"
    empty.mkdir()
    with session(
        empty,
        read_only=[link, shown / "private" / "public"],
        hidden=[shown / "private", shown / "secret.txt", tmp_path / "missing"],
    ) as kernel:
        text = kernel.run(
            "import pathlib\n"
            f"for path in sorted(pathlib.Path({str(link)!r}).rglob('*')):\n"
            "    try: print(path.name, path.read_text())\n"
            "    except OSError: print(path.name)"
        )
    lines = text.splitlines()
    assert "secret.txt secret" not in lines
    assert lines.count("open.txt open") == 2
    assert sorted(lines)[-1].startswith("secret.txt")


def test_views_survive_the_way_to_the_fork():
    view = View(folder="/a", read_only=("/b",), hidden=("/c", "/d"))
    assert View.from_record(view.record()) == view


def test_it_holds_for_a_user_without_privileges(tmp_path):
    """As on a machine where unprivileged user namespaces are on."""
    if os.geteuid() != 0:
        pytest.skip("every other test here has just shown it: this user is not root")
    script = textwrap.dedent(
        f"""
        set -e
        # The interpreter may lie in root's home, which the other user may not enter.
        for home in {" ".join(_closed_folders())}; do
            mkdir -p {tmp_path}/kept
            mount --rbind "$home" {tmp_path}/kept
            mount -t tmpfs -o mode=755 none "$home"
            for name in $(ls -A {tmp_path}/kept); do
                if [ -d {tmp_path}/kept/$name ]; then
                    mkdir "$home/$name"
                    mount --rbind {tmp_path}/kept/$name "$home/$name"
                fi
            done
        done
        cd /
        exec setpriv --reuid=12345 --regid=12345 --clear-groups \\
            env HOME=/tmp PYTHONPATH={Path(client.__file__).parents[2]} \\
            {sys.executable} -c '
        from autograder.kernels.probe import probe
        for check in probe():
            print(check.name, check.holds, check.required, check.why, sep="|")'
        """
    )
    done = subprocess.run(
        ["unshare", "--mount", "bash", "-c", script],
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    lines = [line.split("|") for line in done.stdout.splitlines()]
    assert len(lines) > len(ATTEMPTS)
    assert [line for line in lines if line[1:3] == ["False", "True"]] == []


def _closed_folders() -> list[str]:
    """Folders above the interpreter that other users may not enter."""
    places = {Path(sys.executable), Path(sys.executable).resolve(), Path(os.__file__)}
    above = {folder for place in places for folder in place.parents}
    return sorted(str(path) for path in above if not path.stat().st_mode & 0o001)
