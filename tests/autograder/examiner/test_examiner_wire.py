"""What one side writes the other reads, and nothing else is read."""

import contextlib

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from autograder.examiner.injected import wire
from autograder.examiner.outputs import OutputCollector
from autograder.examiner.writeback import write_back


def no_other(value):
    raise wire.WireError(f"a {type(value).__name__}")


def there_and_back(value, share=False):
    encoder = wire.Encoder(no_other, share=share)
    payload = encoder.encode(value)
    return wire.Decoder(encoder.parts, no_other, share=share).decode(payload)


SCALARS = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False)
    | st.complex_numbers(allow_nan=False)
    | st.text(st.characters())
    | st.binary()
)
KEYS = SCALARS | st.tuples(SCALARS, SCALARS)
VALUES = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner)
        | st.tuples(inner, inner)
        | st.dictionaries(KEYS, inner)
        | st.sets(KEYS)
    ),
    max_leaves=20,
)


def kinds(value):
    """The classes of a value and all its parts: 1, 1.0 and True are equal."""
    if isinstance(value, dict):
        return [(kinds(key), kinds(one)) for key, one in value.items()]
    if isinstance(value, list | tuple):
        return type(value), [kinds(one) for one in value]
    return type(value)


@settings(deadline=None)
@given(VALUES)
def test_plain_values_come_back_as_they_were(value):
    back = there_and_back(value)
    assert back == value
    assert kinds(back) == kinds(value)


@settings(deadline=None)
@given(
    hnp.arrays(
        hnp.boolean_dtypes()
        | hnp.integer_dtypes(endianness="?")
        | hnp.floating_dtypes(endianness="?")
        | hnp.complex_number_dtypes()
        | hnp.unicode_string_dtypes()
        | hnp.byte_string_dtypes()
        | hnp.datetime64_dtypes(),
        hnp.array_shapes(min_dims=0, max_dims=4, min_side=0),
    )
)
def test_arrays_come_back_as_they_were(array):
    back = there_and_back([array])[0]
    assert type(back) is np.ndarray
    assert (back.dtype, back.shape) == (array.dtype, array.shape)
    assert back.tobytes() == array.tobytes()
    assert back.flags.writeable


@settings(deadline=None, max_examples=500)
@given(st.binary(max_size=200), st.lists(st.binary(max_size=20), max_size=3))
def test_any_bytes_are_read_or_refused(payload, parts):
    with contextlib.suppress(wire.WireError):
        wire.Decoder(parts, no_other).decode(payload)


@settings(deadline=None, max_examples=300)
@given(VALUES, st.data())
def test_damaged_messages_are_read_or_refused(value, data):
    payload = bytearray(wire.Encoder(no_other).encode(value))
    place = data.draw(st.integers(0, len(payload) - 1))
    payload[place] = data.draw(st.integers(0, 255))
    with contextlib.suppress(wire.WireError):
        wire.Decoder([], no_other).decode(bytes(payload))


def test_large_arrays_travel_beside_the_payload():
    encoder = wire.Encoder(no_other)
    payload = encoder.encode({"a": np.zeros(10_000), "b": np.zeros(3)})
    assert len(payload) < 200
    assert [len(part) for part in encoder.parts] == [80_000]


def test_same_array_is_one_array_only_where_that_is_asked_for():
    array = np.zeros(3)
    one, two = there_and_back([array, array], share=True)
    assert one is two
    one, two = there_and_back([array, array])
    assert one is not two


def test_too_much_is_refused_before_it_is_sent():
    with pytest.raises(wire.WireError, match="MiB"):
        wire.Encoder(no_other).encode("x" * (wire.MOST_PAYLOAD + 1))
    huge = np.broadcast_to(np.zeros(1), (2**40,))
    with pytest.raises(wire.WireError, match="MiB"):
        wire.Encoder(no_other).encode(huge)


def test_a_list_that_holds_itself_is_refused():
    endless = []
    endless.append((endless,))
    with pytest.raises(wire.WireError, match="nested"):
        wire.Encoder(no_other).encode(endless)


def test_objects_are_refused():
    with pytest.raises(wire.WireError, match="a object"):
        wire.Encoder(no_other).encode([object()])
    with pytest.raises(wire.WireError, match="a object"):
        wire.Encoder(no_other).encode(np.array([object()]))


def test_arrays_of_plain_objects_come_back_as_they_were():
    array = np.array([[1, None], ["a", [2, (3,)]]], dtype=object)
    back = there_and_back(array)
    assert back.dtype == object
    assert back.tolist() == array.tolist()


def test_write_back_keeps_identities():
    inner = np.zeros(2)
    table = {"a": [1, 2], "b": inner, "gone": 1}
    numbers = table["a"]
    write_back(table, {"a": [1, 2, 3], "b": np.ones(2), "new": (1,)})
    assert table["a"] is numbers
    assert numbers == [1, 2, 3]
    assert table["b"] is inner
    assert inner.tolist() == [1, 1]
    assert set(table) == {"a", "b", "new"}


def test_write_back_cannot_give_a_view_another_shape():
    whole = np.zeros(4)
    with pytest.raises(ValueError, match="resize"):
        write_back(whole[:2], np.zeros(3))


def message(kind, content):
    return {"msg_type": kind, "header": {"msg_type": kind}, "content": content}


def stream(text):
    return message("stream", {"name": "stdout", "text": text})


def test_output_can_be_written_to_a_file():
    collector = OutputCollector(1000)
    collector.add(stream("a\ud800"))
    collector.add(stream("b"))
    (output,) = collector.outputs
    assert output.text == "a?b"


@pytest.mark.parametrize(
    "content",
    [
        None,
        [],
        {},
        {"name": "stdout"},
        {"name": "file", "text": "x"},
        {"name": "stdout", "text": 5},
    ],
)
def test_malformed_output_is_dropped(content):
    collector = OutputCollector(1000)
    collector.add(message("stream", content))
    assert collector.outputs == []
