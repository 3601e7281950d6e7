"""Students who know how the examiner works and use their own process against it."""

import json
import time

import pytest

from autograder.examiner import Bounds
from tests.autograder.examiner.exam import Case, check, notebook, plain, solution

QUICK = Bounds(cell_seconds=3, notebook_seconds=100, grace_seconds=2)
SECRET = "SECRET_" + "MARK_4711"


def outcomes(examination) -> dict[str, str]:
    return {name: one.outcome for name, one in examination.tests.items()}


def attack(examiners, student: str, *tests: str, bounds=QUICK, solved="", setup=""):
    """Examine one solution cell with several tests, `t0`, `t1` and so on."""
    source = [plain(setup), solution(solved or student, "s")]
    submission = [plain(setup), solution(student, "s")]
    for number, test in enumerate(tests):
        source.append(check(test, f"t{number}"))
        submission.append(check("", f"t{number}"))
    submission.append(plain("print('the end')"))
    examination = examiners.examine(notebook(*source), notebook(*submission), bounds)
    last = examination.cells.get(len(submission) - 1)
    assert last is None or not last.outputs or "the end" in last.outputs[0]["text"]
    return examination


# Earning without an answer.

EARNERS = [
    Case(
        "reply_before_the_call",
        """
import _autograder.agent as a, msgpack, os
receive = a.Agent._receive
def early(self):
    for _ in range(200):
        self._socket.send_multipart([self._identity, os.urandom(16),
            msgpack.packb(["value", 4, [], False, []])])
    return receive(self)
a.Agent._receive = early
def f(x): return 5
""",
        "assert f(2) == 4",
        "failed",
    ),
    Case(
        "reply_of_an_earlier_call_again",
        """
import _autograder.agent as a
send, sent = a.Agent._send, []
def again(self, token, reply):
    for old in sent: self._socket.send_multipart(old)
    send(self, token, reply)
    encoder = a.wire.Encoder(self._write_other)
    sent.append([self._identity, token, encoder.encode(reply)])
a.Agent._send = again
def f(x): return 4 if x == 1 else 5
""",
        "assert f(1) == 4\nassert f(2) == 4",
        "failed",
    ),
    Case(
        "number_shown_while_the_test_asks",
        """
def f(x):
    from IPython import get_ipython
    k = get_ipython().kernel
    for kind in ("execute_result", "display_data"):
        k.session.send(k.iopub_socket, kind, {"data": {"text/plain": "100"},
            "metadata": {}, "execution_count": 1}, parent=k.get_parent())
    return 5
""",
        "assert f(2) == 4",
        "failed",
    ),
    Case(
        "asserts_are_taken_out",
        """
import ast
from IPython import get_ipython
class Drop(ast.NodeTransformer):
    def visit_Assert(self, node): return ast.Pass()
get_ipython().ast_transformers.append(Drop())
def f(x): return 5
""",
        "assert f(2) == 4",
        "failed",
    ),
    Case(
        "kernel_says_that_the_cell_is_fine",
        """
from IPython import get_ipython
k = get_ipython().kernel
k.shell.run_cell_async = None
def f(x): return 5
""",
        "assert f(2) == 4",
        "error",
    ),
    Case(
        "name_of_the_grader_defined_again",
        "class checks: assert_equal = staticmethod(lambda *a, **k: None)\n"
        "want = 5\ndef f(x): return 5",
        "assert f(2) == want",
        "failed",
    ),
    Case(
        "generator_that_never_ends",
        "def f(x):\n    while True: yield x",
        "assert sum(f(2)) == 4",
        "timeout",
    ),
    Case(
        "class_with_a_metaclass_that_says_yes",
        """
class Yes(type):
    def __instancecheck__(cls, x): return True
    def __eq__(cls, x): return True
    def __hash__(cls): return 1
class f(metaclass=Yes):
    pass
""",
        "assert f(2) == 4",
        "error",
    ),
    Case(
        "attributes_that_claim_to_be_an_array",
        """
class Fake:
    shape, dtype, ndim, size = (2,), 'float64', 1, 2
    __array_interface__ = {'shape': (2,), 'typestr': '<f8', 'version': 3,
                           'data': (0, False)}
    def __array_ufunc__(self, *a, **k): return True
    def __array_function__(self, *a, **k): return True
    def all(self): return True
    def __eq__(self, x): return self
    def __bool__(self): return True
def f(x): return Fake()
""",
        "import numpy as np\nassert (f(2) == np.array([4.0, 4.0])).all()",
        "failed",
    ),
    Case(
        "subclass_of_an_array",
        """
import numpy as np
class Sly(np.ndarray):
    def __eq__(self, x): return np.array([True])
    def __array_ufunc__(self, *a, **k): return np.array([0.0])
def f(x): return np.zeros(1).view(Sly)
""",
        "import numpy as np\nnp.testing.assert_allclose(f(2), [4.0])",
        "failed",
    ),
]


@pytest.mark.parametrize("case", EARNERS, ids=str)
def test_attack_earns_nothing(case, examiners):
    setup = "import math\nwant = 4\n"
    examination = attack(
        examiners,
        case.student,
        case.test,
        solved="def f(x): return x * x",
        setup=setup if case.name.startswith("name_of") else "",
    )
    (result,) = examination.tests.values()
    assert result.outcome != "passed"
    if case.name != "kernel_says_that_the_cell_is_fine":
        assert result.outcome == case.outcome, result.message + result.traceback
    assert result.number is None


# Reading what is hidden.

LEAKS = {
    "history_and_variables": """
def f(x):
    from IPython import get_ipython
    shell = get_ipython()
    seen = [shell.user_ns, shell.user_ns.get('In'), shell.user_ns.get('_ih')]
    seen += list(shell.history_manager.get_range(raw=True))
    seen.append(shell.kernel.get_parent())
    return [] if KRAM[::-1] not in repr(seen) else ['found']
""",
    "frames": """
import sys
def f(x):
    frame, found = sys._getframe(), []
    while frame is not None:
        held = repr((frame.f_code.co_consts, frame.f_code.co_names, frame.f_locals))
        if frame.f_code.co_name != 'f' and KRAM[::-1] in held: found.append('found')
        frame = frame.f_back
    return found
""",
    "objects_in_memory": """
import gc
def f(x):
    own = KRAM[::-1]
    return ['found' for o in gc.get_objects()
            if type(o) is dict and any(type(v) is str and own in v and v != own
                                       for v in list(o.values()))]
""",
    "tracebacks": """
import traceback
def f(x):
    return ['found'] if KRAM[::-1] in ''.join(traceback.format_stack()) else []
""",
    "processes_memory_and_files": """
import glob, os, re
def f(x):
    found = []
    for path in glob.glob('**/*', recursive=True):
        if os.path.isfile(path):
            with open(path, errors='replace') as file:
                if KRAM[::-1] in file.read(): found.append(path)
    with open('/proc/self/maps') as maps, open('/proc/self/mem', 'rb') as memory:
        for line in maps:
            if 'rw-p' not in line: continue
            low, high = (int(one, 16) for one in line.split()[0].split('-'))
            if high - low > 2**26: continue
            try:
                memory.seek(low)
                text = memory.read(high - low)
            except (OSError, ValueError):
                continue
            if re.search(b'[S]ECRET_MARK_4711_valu[e]', text): found.append(line)
    return found
""",
}


@pytest.mark.parametrize("name", LEAKS)
def test_hidden_test_is_not_in_the_students_process(name, examiners):
    # The student's cell holds the mark backwards, so that it is only in the test.
    head = f"KRAM = {SECRET[::-1]!r}\n"
    examination = attack(
        examiners,
        head + LEAKS[name],
        f"# {SECRET}\n{SECRET} = '{SECRET}_value'\nassert f(1) == [], f(1)",
        bounds=Bounds(cell_seconds=30),
        solved="def f(x): return []",
    )
    assert outcomes(examination) == {"t0": "passed"}, examination.tests["t0"].message


def test_wanted_value_is_not_asked_of_the_student(examiners):
    student = """
asked = []
class Spy:
    def __getattribute__(self, name):
        asked.append(name)
        return object.__getattribute__(self, name)
    def __eq__(self, other): asked.append(other); return True
    def __sub__(self, other): asked.append(other); return 0
    def __contains__(self, other): asked.append(other); return True
    def __lt__(self, other): asked.append(other); return True
    def __rsub__(self, other): asked.append(other); return 0
def f(x): return Spy()
def told(): return [one for one in asked if not isinstance(one, str)]
"""
    tests = [
        f"assert {question}"
        for question in (
            "f(2) == 4711",
            "4711 == f(2)",
            "f(2) - 4711 == 0",
            "4711 - f(2) == 0",
            "4711 in f(2)",
            "f(2) < 4711",
            "f(2) in [4711]",
            "{4711: 1}.get(f(2), 0) == 1",
        )
    ]
    examination = attack(
        examiners,
        student,
        *tests,
        "assert told() == [], told()",
        solved="def f(x): return 4711\ndef told(): return []",
    )
    found = list(outcomes(examination).values())
    assert found == ["failed"] * 8 + ["passed"], examination.tests


FORGED_WARNINGS = {
    "too_many": "[[UserWarning, 'x']] * 101",
    "no_list": "'UserWarning'",
    "no_text": "[[UserWarning, 3]]",
    "an_error": "[[AssertionError, 'x']]",
    "own_class": "[[Odd, 'x']]",
    "own_class_under_another_name": "[[W, 'x']]",
    "an_object": "[[Odd(), 'x']]",
}


@pytest.mark.parametrize("forged", FORGED_WARNINGS.values(), ids=FORGED_WARNINGS)
def test_forged_warnings_earn_nothing_but_their_own(examiners, forged):
    student = (
        "import _autograder.agent as a\n"
        "class Odd: pass\n"
        "class W(Odd): pass\n"
        "W.__name__ = 'UserWarning'\n"
        f"a.Agent._do_warned = lambda self, _: {forged}\n"
        "def f(x): return x"
    )
    watching = "import pytest, warnings\nwith {}:\n    assert f(3) == 9"
    found = attack(
        examiners,
        student,
        watching.format("pytest.warns(UserWarning)"),
        watching.format("warnings.catch_warnings(record=True)"),
        "import pytest\nwith pytest.warns(DeprecationWarning):\n    f(3)",
        "assert f(3) == 9",
        "assert f(3) == 3",
        solved="def f(x): return x * x",
    )
    *wrong, right = outcomes(found).values()
    assert len(wrong) == 4
    assert "passed" not in wrong, found.tests
    # An agent that has lied once may not be asked again.
    assert right in ("passed", "not examined"), found.tests


# Stopping the examiner, or making it grow.

STOPPERS = {
    "thread_on_the_examiners_socket": (
        """
import threading, time, os
import _autograder.agent as a
def noise():
    while True:
        try: a.AGENT._socket.send_multipart([a.AGENT._identity, os.urandom(16), b'x'])
        except Exception: pass
def f(x):
    threading.Thread(target=noise, daemon=True).start()
    time.sleep(.5)
    return x * x
""",
        ["f(2)", "f(2)"],
        {"passed", "not examined", "timeout"},
    ),
    "stray_messages_without_end": (
        """
import _autograder.agent as a, os
def f(x):
    for _ in range(3000): a.AGENT._socket.send_multipart(
        [a.AGENT._identity, os.urandom(16), b'x'])
    return x * x
""",
        ["f(2)"],
        {"not examined"},
    ),
    "answer_after_the_deadline": (
        """
import _autograder.agent as a, threading, time
send = a.Agent._send
def late(self, token, reply):
    if reply[1] == 25: time.sleep(4)
    send(self, token, reply)
a.Agent._send = late
def f(x): return x * x
""",
        ["assert f(5) == 25"],
        {"timeout"},
    ),
    "no_answer_at_all": (
        """
import _autograder.agent as a
send = a.Agent._send
def none(self, token, reply):
    if reply[1] != 25: send(self, token, reply)
a.Agent._send = none
def f(x): return x * x
""",
        ["f(5)"],
        {"timeout"},
    ),
    "agent_taken_away": (
        "import sys\ndef f(x):\n    sys.modules.pop('_autograder.agent')\n    return 4",
        ["f(2)", "f(2)"],
        {"passed", "error", "timeout", "not examined"},
    ),
    "keys_that_collide": (
        "def f(x):\n"
        "    step = 2**61 - 1\n"
        "    return {step * n: None for n in range(1)} if x == 0 else "
        "Flood(300_000)\n"
        "import _autograder.agent as a, msgpack\n"
        "class Flood:\n    def __init__(self, n): self.n = n\n"
        "send = a.Agent._send\n"
        "def flood(self, token, reply):\n"
        "    if not isinstance(reply[1], Flood): return send(self, token, reply)\n"
        "    code = a.wire.KINDS.index('big integer')\n"
        "    keys = [msgpack.packb(msgpack.ExtType(code, msgpack.packb(\n"
        "        (n * (2**61 - 1)).to_bytes(14, 'big', signed=True))))\n"
        "        + b'\\xc0' for n in range(1, reply[1].n)]\n"
        "    head = b'\\x93\\xa5value\\xdf' + len(keys).to_bytes(4, 'big')\n"
        "    self._socket.send_multipart([self._identity, token,\n"
        "        head + b''.join(keys) + b'\\x90'])\n"
        "a.Agent._send = flood\n",
        ["f(1)"],
        {"timeout"},
    ),
    "parts_of_a_gigabyte": (
        """
import _autograder.agent as a, msgpack
send = a.Agent._send
def large(self, token, reply):
    if reply[1] != 25: return send(self, token, reply)
    part = bytes(2**21)
    self._socket.send_multipart([self._identity, token,
        msgpack.packb(['value', 25, [], False, []])] + [part] * 700, copy=False)
a.Agent._send = large
def f(x): return x * x
""",
        ["f(5)"],
        {"not examined", "timeout"},
    ),
    "part_above_the_limit": (
        """
import _autograder.agent as a, msgpack
send = a.Agent._send
def large(self, token, reply):
    if reply[1] != 25: return send(self, token, reply)
    self._socket.send_multipart([self._identity, token,
        msgpack.packb(['value', 25, [], False, []]), bytes(300 * 2**20)])
a.Agent._send = large
def f(x): return x * x
""",
        ["f(5)"],
        {"not examined", "timeout"},
    ),
    "test_and_student_call_each_other": (
        "def f(g):\n    return g(f)",
        ["f(lambda h: h(lambda k: k(lambda m: m(f))) if f(lambda z: 1) else f(f))"],
        {"passed", "error", "not examined", "timeout"},
    ),
    "function_of_the_test_called_after_the_test": (
        "import threading, time\nkept = []\n"
        "def f(g):\n    kept.append(g)\n    return len(kept)",
        ["assert f(lambda: 1) == 1", "assert f(lambda: 2) == 2"],
        {"passed"},
    ),
    "forged_reply_of_the_kernel": (
        """
from IPython import get_ipython
k = get_ipython().kernel
def f(x):
    k.session.send(k.iopub_socket, 'status', {'execution_state': 'idle'},
        parent=k.get_parent())
    k.session.send(k.iopub_socket, 'error', {'ename': 5}, parent=k.get_parent())
    parts = [k.session.pack(one) for one in (k.session.msg_header('stream'),
             k.get_parent()['header'], {}, [1, 2])]
    k.iopub_thread.send_multipart([b'x', b'<IDS|MSG>', k.session.sign(parts), *parts])
    k.iopub_thread.send_multipart([b'x', b'<IDS|MSG>', b'bad', b'{', b'{', b'{', b'{'])
    k.iopub_thread.send_multipart([b'x'] * 100)
    return x * x
""",
        ["assert f(2) == 4"],
        {"passed"},
    ),
}


@pytest.mark.parametrize("name", STOPPERS)
def test_examiner_goes_on(name, examiners):
    student, tests, allowed = STOPPERS[name]
    bounds = Bounds(
        cell_seconds=3,
        notebook_seconds=60,
        grace_seconds=2,
        examiner_memory_bytes=2**30,
    )
    started = time.monotonic()
    examination = attack(examiners, student, *tests, "x = 1", bounds=bounds)
    found = outcomes(examination)
    last = found.pop(f"t{len(tests)}")
    assert set(found.values()) <= allowed, examination.tests
    assert last == "passed"
    assert time.monotonic() - started < 50


def test_deep_message_of_the_kernel_is_dropped(examiners):
    student = """
from IPython import get_ipython
k = get_ipython().kernel
text = '[' * 200_000 + ']' * 200_000
def deep(kind):
    parts = [k.session.pack(k.session.msg_header(kind)),
             k.session.pack(k.get_parent()['header']), b'{}', text.encode()]
    k.iopub_thread.send_multipart(
        [b'x', b'<IDS|MSG>', k.session.sign(parts), *parts])
deep('stream')
deep('display_data')
x = 1
"""
    examination = attack(examiners, student, "assert x == 1", solved="x = 1")
    assert outcomes(examination) == {"t0": "passed"}
    assert any("malformed" in flag for flag in examination.flags)


def test_results_are_plain_whatever_the_student_does(examiners):
    student = """
class E(Exception):
    def __str__(self): raise SystemExit
    def __repr__(self): return 5
def f(x):
    if x == 0: raise E()
    if x == 1: return E
    raise ValueError('\\ud800' * 10_000)
"""
    examination = attack(
        examiners, student, "f(0)", "assert f(1) == 3", "f(2)", "raise f(1)"
    )
    for result in examination.tests.values():
        assert result.outcome in ("failed", "error")
        json.dumps(vars(result), ensure_ascii=True)
