"""Students who answer the examiner in the agent's place.

The agent lives in the student's process, so a student may send any bytes in its stead.
Each forged answer must cost that test its mark and nothing else: the examiner goes on,
runs nothing, and takes no more memory than there are bytes.
"""

import pytest

from autograder.examiner import Bounds
from tests.autograder.examiner.exam import check, notebook, plain, solution

TOOLS = """
import msgpack, struct
import _autograder.agent as agent_module
import _autograder.wire as wire_module
REAL_SEND = agent_module.Agent._send
FORGED = []

def send(self, token, reply):
    if FORGED and reply[1] is None:
        payload, parts = FORGED.pop()
        self._socket.send_multipart([self._identity, token, payload, *parts])
    else:
        REAL_SEND(self, token, reply)

agent_module.Agent._send = send

def forge(payload, *parts):
    FORGED.append((payload, parts))

def value(content):
    return msgpack.packb(["value", content, [], False, []])

def record(kind, content):
    code = wire_module.KINDS.index(kind) if isinstance(kind, str) else kind
    return msgpack.ExtType(code, msgpack.packb(content))

def array(dtype, shape, data):
    return value(record("array", [dtype, shape, data, True]))

def handle(number, sort, abilities):
    return value(record("other", ["handle", number, sort, "A", abilities, {}]))

def deep(kind, levels):
    inner = record(kind, [])
    for _ in range(levels):
        inner = record(kind, [inner])
    return inner
"""

FORGERIES = {
    "no_message": "b''",
    "noise": "bytes(range(256)) * 10",
    "cut_off": "value(list(range(1000)))[:100]",
    "two_messages": "value(1) + value(1)",
    "no_list": "msgpack.packb({'value': 4})",
    "too_short": "msgpack.packb(['value', 4])",
    "unknown_kind_of_answer": "msgpack.packb(['verdict', 4, [], False, []])",
    "unknown_record": "value(msgpack.ExtType(99, b'x'))",
    "negative_record": (
        "msgpack.packb(['value', msgpack.ExtType(127, b''), [], False, []])"
    ),
    "list_of_a_thousand_million": r"b'\x94\xa5value\xdd\x3f\xff\xff\xff\x90\xc2'",
    "text_of_four_gigabytes": r"b'\x94\xa5value\xdb\xff\xff\xff\xff' + b'a' * 20",
    "dictionary_of_lists": "b'\\x94\\xa5value\\x81\\x90\\x90\\x90\\xc2'",
    "nested_lists": r"b'\x94\xa5value' + b'\x91' * 100_000 + b'\x90\x90\xc2'",
    "nested_tuples": "value(deep('tuple', 500))",
    "payload_too_large": "value(b'x' * (9 * 2**20))",
    "many_small_lists": (
        r"b'\x94\xa5value\xdd\x00\x98\x96\x80' + b'\x90' * 10_000_001 + b'\xc2'"
    ),
    "array_shape_too_large": "array('<f8', [2**40, 2**20], b'x' * 8)",
    "array_shape_overflows": "array('<f8', [2**39, 2**39, 2**39], b'')",
    "array_shape_negative": "array('<f8', [-1], b'x' * 8)",
    "array_shape_of_texts": "array('<f8', ['1'], b'x' * 8)",
    "array_shape_no_list": "array('<f8', 1, b'x' * 8)",
    "array_of_40_axes": "array('<f8', [1] * 40, b'x' * 8)",
    "array_too_few_bytes": "array('<f8', [100], b'x' * 8)",
    "array_too_many_bytes": "array('<f8', [1], b'x' * 80)",
    "array_of_objects": "array('O', [1], b'x' * 8)",
    "array_of_records": "array('<f8,O', [1], b'x' * 16)",
    "array_dtype_as_code": "array('__import__(\"os\").abort()', [1], b'x' * 8)",
    "array_dtype_no_text": "array(5, [1], b'x' * 8)",
    "array_dtype_of_nothing": "array('S0', [2**39], b'')",
    "array_part_missing": "array('<f8', [1], 3)",
    "array_part_negative": "array('<f8', [1], -1)",
    "object_array_too_few": "value(record('object array', [[2**39], [1]]))",
    "object_array_no_list": "value(record('object array', [[3], 'abc']))",
    "scalar_with_axes": "value(record('scalar', ['<f8', [1], b'x' * 8, True]))",
    "same_array": "value([record('same array', 0)])",
    "named_function": "value(record('other', ['named', 'builtins', 'eval']))",
    "named_module_function": "value(record('other', ['named', 'os', 'system']))",
    "named_numpy_function": "value(record('other', ['named', 'numpy', 'load']))",
    "named_no_text": "value(record('other', ['named', 3, []]))",
    "unknown_object": "value(record('other', ['pickle', b'cos\\nsystem\\n']))",
    "object_no_list": "value(record('other', 5))",
    "argument_unknown": "value(record('other', ['argument', 5]))",
    "argument_of_no_number": "value(record('other', ['argument', []]))",
    "argument_in_a_list": "value([record('other', ['argument', 0])])",
    "own_object_unknown": "value(record('other', ['your object', 5, {}]))",
    "own_object_of_no_number": "value(record('other', ['your object', [], {}]))",
    "own_model_unknown": "value(record('other', ['your model', 5, []]))",
    "handle_without_number": "handle('x', 'object', [])",
    "handle_too_short": "value(record('other', ['handle', 5]))",
    "handle_of_unknown_sort": "handle(5, 'god', [])",
    "handle_with_odd_abilities": "handle(5, 'object', [99])",
    "callback_unknown": "msgpack.packb(['callback', [12345, [], {}], [], False, []])",
    "callback_malformed": "msgpack.packb(['callback', 'x', [], False, []])",
    "callback_with_odd_keys": (
        "msgpack.packb(['callback', [1, [], {1: 2}], [], False, []])"
    ),
    "record_with_class": "value(record('record', ['P', ['__class__'], [1]]))",
    "record_with_code": "value(record('record', ['P', ['a, b=print(1)'], [1]]))",
    "record_of_other_length": "value(record('record', ['P', ['a', 'b'], [1]]))",
    "fraction_that_explodes": "value(record('number', ['Fraction', '1e999999999']))",
    "fraction_by_zero": "value(record('number', ['Fraction', '1/0']))",
    "number_of_another_class": "value(record('number', ['eval', '1']))",
    "integer_of_a_megabyte": "value(record('big integer', b'\\x7f' * 2**20))",
    "range_of_texts": "value(record('range', ['a', 'b', 'c']))",
    "dictionary_of_another_class": "value(record('dictionary', ['eval', {}]))",
    "moment_of_another_class": "value(record('moment', ['eval', '2024-01-01']))",
    "set_of_lists": "value(record('set', [[1], [2]]))",
    "singleton_unknown": "value(record('singleton', 'exit'))",
    "error_no_dictionary": "msgpack.packb(['error', 'ValueError', [], False, []])",
    "part_too_many": "value(5), *[b'x'] * 2000",
}

# Answers in due form, which are the student's to give; they must just not earn.
HARMLESS = {
    "timestamp_record": r"b'\x95\xa5value\xd6\xff\xff\xff\xff\xff\x90\xc2\x90'",
    "news_no_list": "msgpack.packb(['value', 5, [], False, 7])",
    "news_of_nothing": (
        "msgpack.packb(['value', 5, [], False, [[7, [1]], ['x', 2], 3]])"
    ),
    "changed_no_list": "msgpack.packb(['value', 5, 7, False, []])",
    "text_in_place_of_a_number": "value('4')",
    "list_in_place_of_a_number": "value([4])",
    "not_a_number": "value(float('nan'))",
    "error_of_the_examiners": (
        "msgpack.packb(['error', {'base': 'StudentTooSlow', 'message': 'm'},"
        " [], False, []])"
    ),
    "error_that_exits": (
        "msgpack.packb(['error', {'base': 'SystemExit', 'args': [0]}, [], False, []])"
    ),
    "error_that_interrupts": (
        "msgpack.packb(['error', {'base': 'KeyboardInterrupt'}, [], False, []])"
    ),
    "error_of_generators": (
        "msgpack.packb(['error', {'base': 'GeneratorExit'}, [], False, []])"
    ),
    "error_with_odd_parts": (
        "msgpack.packb(['error', {'base': 7, 'args': 'x', 'message': [1],"
        " 'traceback': {}, 'class': 5, 'object': 3}, [], False, []])"
    ),
    "error_with_long_message": (
        "msgpack.packb(['error', {'base': 'ValueError', 'message': 'x' * 10**6},"
        " [], False, []])"
    ),
    "handle_with_odd_name": (
        "value(record('other', ['handle', 5, 'object', 'a\\0b' * 10**5, [0, 1], {}]))"
    ),
    "function_with_odd_dress": (
        "value(record('other', ['handle', 6, 'function', 'f', [0],"
        " {'name': 5, 'doc': [1], 'signature': [['a b', 99], 5]}]))"
    ),
    "decimal_of_great_exponent": "value(record('number', ['Decimal', '1E999999']))",
    "changes_out_of_range": (
        "msgpack.packb(['value', 5, [[99, 1], ['x', 2]], False, []])"
    ),
    "changes_of_a_number": "msgpack.packb(['value', 5, [[0, 4]], False, []])",
}


@pytest.fixture(scope="module")
def results(examiners):
    source, submission = [], [plain(TOOLS)]
    for name, payload in {**FORGERIES, **HARMLESS}.items():
        source += [
            solution(f"def {name}(x): return x * x", f"{name}_solution"),
            check(f"assert {name}(2) == 4", name),
            check(f"assert {name}(0) == 0", f"{name}_next"),
        ]
        attack = f"def {name}(x):\n    if x == 0: return 0\n    forge({payload})"
        submission += [
            solution(attack, f"{name}_solution"),
            check("", name),
            check("", f"{name}_next"),
        ]
    bounds = Bounds(cell_seconds=20, notebook_seconds=200, grace_seconds=2)
    return examiners.examine(notebook(*source), notebook(*submission), bounds).tests


@pytest.mark.parametrize("name", FORGERIES)
def test_forged_answer_leaves_its_test_unexamined(name, results):
    result = results[name]
    assert result.outcome == "not examined", result.traceback
    assert "must not" in result.message
    assert result.seconds < 15


@pytest.mark.parametrize("name", HARMLESS)
def test_odd_answer_earns_nothing(name, results):
    assert results[name].outcome in ("failed", "error"), results[name].message
    assert len(results[name].message) <= 21_000


@pytest.mark.parametrize("name", [*FORGERIES, *HARMLESS])
def test_next_test_is_examined_as_if_nothing_had_been(name, results):
    assert results[f"{name}_next"].outcome == "passed", results[f"{name}_next"].message


def test_case_names_are_unique():
    assert not set(FORGERIES) & set(HARMLESS)
