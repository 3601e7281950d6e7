"""Forks of a zygote share its imports and nothing else."""

import importlib.util
import json
import os
import signal
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from autograder.kernels import Limits, channel, client
from autograder.kernels.errors import KernelStartFailed
from autograder.kernels.usage import _sum_fields, unique_bytes
from tests.autograder.warm_kernels import is_alive, session, wait_until, why_no_sandbox

TENSORFLOW = ("tensorflow", "keras")


@pytest.fixture(scope="module", autouse=True)
def _zygotes():
    if why := why_no_sandbox():
        pytest.skip(why)
    yield
    client.close_shared()


def test_a_fork_has_the_imports_and_an_empty_namespace(tmp_path):
    with session(tmp_path, sandbox=False) as kernel:
        text = kernel.run(
            "import sys; print('numpy' in sys.modules, 'tensorflow' in sys.modules)\n"
            "print([name for name in dir() if not name.startswith('_')])"
        )
    modules, names = text.splitlines()
    assert modules == "True False"
    assert set(eval(names)) <= {
        *("In", "Out", "exit", "quit", "open", "get_ipython", "sys")
    }


def test_nothing_that_one_kernel_does_reaches_the_next(tmp_path):
    with session(tmp_path) as kernel:
        kernel.run(
            "import builtins, os, numpy\n"
            "builtins.leak = 1; numpy.leak = 1; os.environ['LEAK'] = '1'\n"
            "open('leak.txt', 'w').close(); open('/tmp/leak.txt', 'w').close()"
        )
        with session(tmp_path) as other:
            text = other.run(
                "import builtins, os, numpy\n"
                "print(hasattr(builtins, 'leak'), hasattr(numpy, 'leak'),\n"
                "      'LEAK' in os.environ, os.listdir(),\n"
                "      os.path.exists('/tmp/leak.txt'))"
            )
    assert text == "False False False [] False"
    assert not list(tmp_path.iterdir())


RANDOM = """
import os, random, tempfile, uuid
import numpy as np
print(random.random(), np.random.rand(), np.random.default_rng().random(),
      uuid.uuid4(), os.urandom(4).hex())
"""


def test_random_numbers_differ_between_kernels(tmp_path):
    drawn = []
    for _ in range(3):
        with session(tmp_path) as kernel:
            drawn.append(kernel.run(RANDOM).split())
    for values in zip(*drawn, strict=True):
        assert len(set(values)) == 3


TRAIN = """
import numpy as np, keras, tensorflow as tf
values = np.linspace(-1, 1, 256).reshape(256, 1)
model = keras.Sequential([keras.layers.Dense(16, "tanh"), keras.layers.Dense(1)])
first = np.array(model(values)).ravel()[-1]
model.compile(keras.optimizers.Adam(0.03), "mse")
history = model.fit(values, values ** 2, epochs=60, verbose=0)
print(first, float(tf.random.normal(())), keras.random.uniform(()).numpy(),
      history.history["loss"][-1])
"""


def test_tensorflow_trains_in_forks_and_each_has_its_own_seeds(tmp_path):
    drawn = []
    for _ in range(2):
        with session(tmp_path, modules=TENSORFLOW) as kernel:
            assert kernel.run("import sys; print('keras' in sys.modules)") == "True"
            *numbers, loss = kernel.run(TRAIN, timeout=120).split()
            assert float(loss) < 0.01
            drawn.append(numbers)
            # The further memory that a trained kernel costs.
            assert unique_bytes(kernel.process.pid) < 250 * 1024 * 1024
    for values in zip(*drawn, strict=True):
        assert len(set(values)) == 2


def test_a_zygote_that_forks_often_keeps_its_forks_small(tmp_path):
    address = client.shared_address(TENSORFLOW)
    zygote = client._zygotes[tuple(sorted(TENSORFLOW))].process.pid
    for _ in range(16):
        done = client.spawn_at(
            address, entry="builtins:print", arguments={}, view=None, limits=Limits()
        )
        assert done.wait(timeout=60) == 0
    with session(tmp_path, modules=TENSORFLOW) as kernel:
        *_, loss = kernel.run(TRAIN, timeout=120).split()
        assert float(loss) < 0.01
        assert unique_bytes(kernel.process.pid) < 250 * 1024 * 1024
    huge = _sum_fields(f"/proc/{zygote}/smaps_rollup", ("AnonHugePages:",))
    assert huge > 64 * 1024 * 1024 or linux_is_older_than(6, 1)


KEPT_OPERATIONS = """
import tensorflow as tf
from tensorflow.python.eager import context
def operations():
    @tf.function
    def same(x):
        return x * 1.0
    context.enable_run_metadata()
    same(tf.ones(3))
    graphs = context.export_run_metadata().function_graphs
    context.disable_run_metadata()
    return sorted({node.op for graph in graphs
                   for node in graph.post_optimization_graph.node} & {"Mul"})
print(operations())
tf.config.optimizer.set_experimental_options({"disable_meta_optimizer": False})
print(operations())
"""


def test_graphs_are_left_as_they_are_unless_a_notebook_asks(tmp_path):
    with session(tmp_path, modules=TENSORFLOW) as kernel:
        assert kernel.run(KEPT_OPERATIONS).splitlines() == ["['Mul']", "[]"]


FIRST_OPERATION = """
import resource
import tensorflow as tf
from tensorflow.python.eager import context
context.context().ensure_initialized()
before = resource.getrusage(resource.RUSAGE_SELF).ru_minflt
tf.constant(1.0)
print(resource.getrusage(resource.RUSAGE_SELF).ru_minflt - before)
"""


def test_the_registries_of_tensorflow_are_in_order_before_the_first_operation(tmp_path):
    with session(tmp_path, modules=TENSORFLOW) as kernel:
        pages = int(kernel.run(FIRST_OPERATION))
    assert pages < 1400  # 500 measured here; without it 1,800


CALLS_IN_EACH_OTHER = """
import resource
def step(): pass
def deep(left):
    if left:
        return deep(left - 1)
    for _ in range(50):
        step()
def pages():
    return resource.getrusage(resource.RUSAGE_SELF).ru_minflt
deep(900)
most = 0
for depth in range(500, 700):  # some of them are at the end of a small piece
    before = pages()
    deep(depth)
    most = max(most, pages() - before)
print(most)
"""


@pytest.mark.parametrize("sandbox", [True, False])
def test_frames_of_calls_in_each_other_need_no_new_memory(tmp_path, sandbox):
    with session(tmp_path, sandbox=sandbox) as kernel:
        assert int(kernel.run(CALLS_IN_EACH_OTHER)) < 40


def test_a_kernel_lists_no_modules_when_it_starts_but_has_them(tmp_path):
    with session(tmp_path) as kernel:
        text = kernel.run(
            "import sys, ipykernel.ipkernel, IPython.core.shellapp\n"
            "print(get_ipython().kernel._kernel_modules,\n"
            "      ipykernel.ipkernel.sys is IPython.core.shellapp.sys is sys,\n"
            "      'numpy' in sys.modules)"
        )
        assert text == "[] True True"
        # It would remove the modules imported since the kernel's start.
        said = kernel.run("%reset -f --aggressive\nimport numpy\nprint('still here')")
        assert said.splitlines()[-1] == "still here"


def test_the_last_word_of_an_end_that_did_not_read_all_arrives():
    mine, theirs = channel.pair()
    with mine, theirs:
        channel.send(mine, {"event": "kill"})
        channel.send(theirs, {"event": "ended", "cpu_seconds": 1.5})
        theirs.close()
        assert channel.receive(mine) == ({"event": "ended", "cpu_seconds": 1.5}, [])
        assert channel.receive(mine) == (None, [])


def test_what_is_the_graders_own_is_forked_without_a_process_between(tmp_path):
    with session(tmp_path, sandbox=False) as kernel:
        process = kernel.process
        keeper = _parent(process.pid)
        assert _parent(keeper) == client._zygotes[()].process.pid
        kernel.run("import os; print(sum(number**2 for number in range(10**6)))")
        kernel.client.execute("os._exit(3)")
        assert process.wait(timeout=20) == 3
    assert process.cpu_seconds > 0.02


def linux_is_older_than(*version: int) -> bool:
    return tuple(map(int, os.uname().release.split(".")[:2])) < version


def test_a_seed_that_the_notebook_sets_gives_the_same_numbers(tmp_path):
    code = (
        "import keras, random, numpy as np, tensorflow as tf\n"
        "keras.utils.set_random_seed(1)\n"
        "print(random.random(), np.random.rand(), float(tf.random.normal(())),\n"
        "      keras.layers.Dense(1)(tf.ones((1, 1))).numpy())"
    )
    texts = []
    for _ in range(2):
        with session(tmp_path, modules=TENSORFLOW) as kernel:
            texts.append(kernel.run(code))
    assert texts[0] == texts[1]
    assert len(texts[0].split()) == 4


def test_no_descriptor_and_no_variable_of_the_grader_is_inherited(
    tmp_path, monkeypatch
):
    monkeypatch.setenv("GRADER_TOKEN", "secret")
    held = (tmp_path / "held.txt").open("w")
    os.set_inheritable(held.fileno(), True)
    with held, session(tmp_path, sandbox=False) as kernel:
        text = kernel.run(
            "import os\n"
            "print(['GRADER_TOKEN' in os.environ,"
            " 'GRADER_TOKEN' in open('/proc/self/environ').read()])\n"
            "links = []\n"
            "for name in os.listdir('/proc/self/fd'):\n"
            "    try: links.append(os.readlink(f'/proc/self/fd/{name}'))\n"
            "    except OSError: pass\n"
            "print([link for link in links if link.startswith('/')])\n"
            "print('zygote' in str(links))"
        )
    variables, files, zygote = text.splitlines()
    assert variables == "[False, False]"
    assert set(eval(files)) <= {"/dev/null", "/dev/urandom"}
    assert zygote == "False"


def test_a_kernel_ends_when_the_grader_is_killed(tmp_path):
    code = textwrap.dedent(
        f"""
        import os, signal
        from tests.autograder.warm_kernels import Session
        kernel = Session({str(tmp_path)!r})
        print(kernel.process.pid, os.path.dirname(kernel.manager.provisioner._address),
              flush=True)
        os.kill(os.getpid(), signal.SIGKILL)
        """
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )
    assert done.returncode == -signal.SIGKILL, done.stderr
    pid, folder = done.stdout.split()
    assert wait_until(lambda: not is_alive(int(pid)))
    # The zygote goes as well, and takes the sockets along.
    assert wait_until(lambda: not Path(folder).exists())


def test_a_kernel_ends_when_its_keeper_is_killed(tmp_path):
    with session(tmp_path) as kernel:
        init = _parent(kernel.process.pid)
        keeper = _parent(init)
        assert keeper != os.getpid()
        os.kill(keeper, signal.SIGKILL)
        pid = kernel.process.pid
        assert wait_until(lambda: not is_alive(pid) and not is_alive(init))
        assert kernel.process.wait(timeout=5) == -signal.SIGKILL


def _parent(pid: int) -> int:
    return int(Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[1])


def test_a_worker_process_uses_its_parents_zygote(tmp_path):
    address = client.shared_address()
    code = textwrap.dedent(
        f"""
        from autograder.kernels import client
        from tests.autograder.warm_kernels import session
        with session({str(tmp_path)!r}) as kernel:
            print(kernel.run("print(6 * 7)"), len(client._zygotes))
        """
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, client.ADDRESS_VARIABLE: address},
        capture_output=True,
        text=True,
        timeout=100,
        check=True,
    )
    assert done.stdout.split() == ["42", "0"]


def test_the_zygotes_socket_is_the_owners_alone():
    address = Path(client.shared_address())
    assert address.parent.stat().st_mode & 0o077 == 0


def test_a_broken_module_does_not_stop_the_zygote(tmp_path):
    zygote = client.Zygote(["no_such_module_anywhere"])
    try:
        kernel = zygote.spawn(
            entry="autograder.kernels.ipython:run",
            arguments={},
            view=None,
            limits=Limits(),
            folder=str(tmp_path),
        )
        # Without a connection the entry fails: in the fork, not in the zygote.
        assert kernel.wait(timeout=30) == 1
        assert "KeyError: 'connection'" in kernel.log
        assert zygote.is_alive()
    finally:
        zygote.close()


def test_a_dead_zygote_is_named_in_the_error(tmp_path):
    zygote = client.Zygote()
    zygote.process.kill()
    zygote.process.wait()
    with pytest.raises(KernelStartFailed, match="zygote ended with -9"):
        zygote.spawn(entry="x:y", arguments={}, view=None, limits=Limits())
    zygote.close()


def test_a_fork_of_the_owner_does_not_end_the_zygote(tmp_path):
    address = client.shared_address()
    (zygote,) = (z for z in client._zygotes.values() if z.address == address)
    pid = os.fork()
    if pid == 0:
        try:
            zygote.close()
        finally:
            os._exit(0)
    os.waitpid(pid, 0)
    assert zygote.is_alive()


def test_a_worker_whose_parents_zygote_is_gone_starts_its_own(tmp_path, monkeypatch):
    monkeypatch.setenv(client.ADDRESS_VARIABLE, str(tmp_path / "gone"))
    with session(tmp_path) as kernel:
        assert kernel.run("print(1)") == "1"


def test_a_shared_zygote_that_died_is_replaced(tmp_path):
    first = client.shared_address()
    (zygote,) = (z for z in client._zygotes.values() if z.address == first)
    zygote.process.kill()
    zygote.process.wait()
    with session(tmp_path) as kernel:
        assert kernel.run("print(1)") == "1"
    assert client.shared_address() != first


def test_an_unknown_entry_is_named_in_the_error():
    with pytest.raises(KernelStartFailed, match="no_such_module"):
        client.spawn_at(
            client.shared_address(),
            entry="no_such_module:run",
            arguments={},
            view=None,
            limits=Limits(),
        )


def test_notebooks_tell_which_modules_are_worth_importing(tmp_path):
    from autograder.kernels.modules import modules_of

    cells = [
        {"cell_type": "code", "source": ["%matplotlib inline\n", "import keras as k"]},
        {"cell_type": "code", "source": "from matplotlib import pyplot as plt"},
        {"cell_type": "code", "source": "def broken(:\nimport pandas"},
        {"cell_type": "markdown", "source": "import sklearn"},
    ]
    path = tmp_path / "notebook.ipynb"
    path.write_text(json.dumps({"cells": cells}))
    found = modules_of([path])
    assert found[:2] == ("tensorflow", "keras")
    assert found[-2:] == ("matplotlib.pyplot", "matplotlib_inline.backend_inline")
    assert not {"pandas", "sklearn"} & set(found)
    for name in found:  # in the versions of these packages that are installed
        package = importlib.util.find_spec(name.partition(".")[0])
        place = Path(package.submodule_search_locations[0]).parent
        assert list(place.glob(f"{name.replace('.', '/')}*")), f"there is no {name}"
