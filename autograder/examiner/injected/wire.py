"""Values between the examiner and the student's process, as bytes.

The same text runs on both sides: in the examiner as a module of this package, in the
student's kernel injected. What comes out of
`Decoder` is built from plain parts only: nothing is unpickled, imported or evaluated
(a named tuple's class is made by `namedtuple`, of names that are checked), and a size
is compared with the bytes that are there before memory is taken for it.

A value is msgpack. Python's own None, bool, int, float, str, bytes, list and dict are
msgpack's (so a bytearray arrives as bytes); everything else is an extension record from
the table `KINDS`. The bytes of large arrays travel beside it, as parts of the message.
What is none of these goes to the function `other` of each side, which knows handles.
"""

import collections
import datetime
import decimal
import fractions
import functools
import keyword
import math
import pathlib
import re
import sys
from typing import Any

import msgpack

# Records, by the number that stands for them. Both sides hold the same table.
KINDS = (
    "tuple",
    "set",
    "frozenset",
    "big integer",
    "complex",
    "array",
    "object array",
    "scalar",
    "range",
    "slice",
    "singleton",
    "tensor",
    "dtype",
    "dictionary",
    "deque",
    "record",
    "number",
    "moment",
    "tensor dtype",
    "same array",
    "path",
    "other",
)
_CODES = {kind: code for code, kind in enumerate(KINDS)}

#: Deepest nesting of containers.
MOST_DEPTH = 50
#: Bytes of a message without its arrays. A byte of msgpack can become 64 of memory.
MOST_PAYLOAD = 8 * 2**20
#: Bytes of all arrays of a message.
MOST_ARRAYS = 256 * 2**20
#: Arrays of a message that travel as parts of their own.
MOST_PARTS = 512
#: Arrays up to this many bytes travel inside the payload.
SMALL_ARRAY = 4096
#: Entries of an array of objects, each of which is written on its own.
MOST_OBJECTS = 100_000
#: Bytes of an integer too long for msgpack.
MOST_INTEGER = 4096

_PLAIN_DTYPE = re.compile(
    r"[<>|=]?([biufc]\d{1,2}|[SU]\d{1,9}|[mM]8(\[\d*[a-zA-Z]+\])?)"
)
_EXTRA_DTYPES = {"bfloat16", "float8_e4m3fn", "float8_e5m2", "int4", "uint4"}
_SINGLETONS = {"...": Ellipsis, "NotImplemented": NotImplemented}
_DICTIONARIES = {
    "OrderedDict": collections.OrderedDict,
    "defaultdict": collections.defaultdict,
    "Counter": collections.Counter,
}
#: What a `defaultdict` may make where nothing is.
_FACTORIES = {
    one.__name__: one for one in (int, float, str, bool, list, tuple, dict, set)
}
_NUMBERS = {"Decimal": decimal.Decimal, "Fraction": fractions.Fraction}
_MOMENTS = {
    "date": datetime.date,
    "datetime": datetime.datetime,
    "time": datetime.time,
}
_NUMBER_TEXT = re.compile(r"[-+0-9A-Za-z./]{1,400}")


class WireError(Exception):
    """A message breaks the rules of this module, or a value cannot be sent."""


class Encoder:
    """Writes one message.

    Args:
        other: Called with what no record here can hold; returns a plain value that
            the other side's `other` understands, or raises `WireError`.
        share: Whether an array that occurs twice is written once, for a `Decoder`
            that shares.
    """

    def __init__(self, other: Any, share: bool = False) -> None:
        self._other = other
        self._share = share
        self._depth = 0
        self._arrays: dict[int, int] = {}
        self._kept: list[Any] = []  # so that no id in `_arrays` is given out again
        self._array_bytes = 0
        self.parts: list[Any] = []

    def encode(self, value: Any) -> bytes:
        """Return the payload; the arrays beside it are in `parts`."""
        try:
            payload = self._pack(value)
        except (ValueError, RecursionError, OverflowError) as error:
            raise WireError(
                f"nested deeper than {MOST_DEPTH} levels ({error})"
            ) from None
        if len(payload) > MOST_PAYLOAD:
            raise WireError(
                f"{len(payload) / 2**20:.1f} MiB of values, more than the "
                f"{MOST_PAYLOAD // 2**20} MiB that may cross; put numbers into an array"
            )
        return payload

    def _pack(self, value: Any) -> bytes:
        if self._depth > MOST_DEPTH:
            raise WireError(f"nested deeper than {MOST_DEPTH} levels")
        self._depth += 1
        try:
            return msgpack.packb(
                value,
                default=self._record,
                strict_types=True,
                unicode_errors="surrogatepass",
            )
        finally:
            self._depth -= 1

    def _record(self, value: Any) -> Any:
        writer = _WRITERS.get(type(value))
        if writer is not None:
            kind, content = writer(self, value)
        else:
            kind, content = self._foreign(value)
        if kind == "other":
            content = self._other(value)
        return msgpack.ExtType(_CODES[kind], self._pack(content))

    def _foreign(self, value: Any) -> tuple[str, Any]:
        """A value of a library that may not be loaded."""
        numpy = sys.modules.get("numpy")
        if numpy is not None:
            if type(value) is numpy.ndarray:
                return self._array(value)
            if isinstance(value, numpy.generic) and type(value).__module__ == "numpy":
                kind, content = self._array(numpy.array(value))
                return ("scalar", content) if kind == "array" else ("other", None)
            if isinstance(value, numpy.dtype):
                name = dtype_name(value)
                return ("dtype", name) if name else ("other", None)
        tensor = _tensor(value)
        if tensor is not None:
            sort, array, trainable = tensor
            kind, content = self._array(array)
            return (
                ("tensor", [sort, content, trainable])
                if kind == "array"
                else (
                    "other",
                    None,
                )
            )
        tensorflow = sys.modules.get("tensorflow")
        if tensorflow is not None:
            if isinstance(value, getattr(tensorflow, "DType", ())):
                return "tensor dtype", value.name
            if isinstance(value, getattr(tensorflow, "TensorShape", ())):
                shape = None if value.rank is None else value.as_list()
                return ("other", None) if shape is None else ("tuple", shape)
        fields = getattr(type(value), "_fields", None)
        if isinstance(value, tuple) and isinstance(fields, tuple):
            return "record", [type(value).__name__, list(fields), list(value)]
        return "other", None

    def _array(self, array: Any) -> tuple[str, Any]:
        known = self._arrays.get(id(array))
        if known is not None and self._share:
            return "same array", known
        name = dtype_name(array.dtype)
        if name is None and array.dtype.kind == "O" and _holds_bytes(array):
            array = array.astype("S")  # TensorFlow's tensors of text
            name = array.dtype.str
        if name is None:
            if array.dtype.kind == "O" and array.size <= MOST_OBJECTS:
                return "object array", [list(array.shape), array.ravel().tolist()]
            return "other", None
        self._array_bytes += array.nbytes
        if self._array_bytes > MOST_ARRAYS:
            raise WireError(
                f"an array of {array.nbytes / 2**20:.0f} MiB: at most "
                f"{MOST_ARRAYS // 2**20} MiB of arrays may cross at once"
            )
        self._arrays[id(array)] = len(self._arrays)
        self._kept.append(array)
        content = array.tobytes()
        if len(content) > SMALL_ARRAY and len(self.parts) < MOST_PARTS:
            self.parts.append(content)
            content = len(self.parts) - 1
        return "array", [name, list(array.shape), content, bool(array.flags.writeable)]


class Decoder:
    """Reads one message that may have been forged.

    Args:
        parts: The bytes of the arrays that travelled beside the payload.
        other: Called with the content of a record that `Encoder`'s `other` wrote.
        share: Whether an array that was sent twice is one array here too. Only the
            student's side asks for it: on the examiner's side a value is a tree.
    """

    def __init__(self, parts: list[Any], other: Any, share: bool = False) -> None:
        self._parts = parts
        self._other = other
        self._share = share
        self._depth = 0
        self._arrays: list[Any] = []

    def decode(self, payload: Any) -> Any:
        """Return the value.

        Raises:
            WireError: If the message is not what `Encoder` writes.
        """
        if len(payload) > MOST_PAYLOAD:
            raise WireError(f"a message of {len(payload)} bytes")
        if sum(len(part) for part in self._parts) > MOST_ARRAYS:
            raise WireError("arrays larger than may cross")
        try:
            return self._unpack(payload)
        except WireError:
            raise
        except Exception as error:
            raise WireError(f"malformed: {type(error).__name__}") from None

    def _unpack(self, payload: Any) -> Any:
        if self._depth > MOST_DEPTH:
            raise WireError(f"nested deeper than {MOST_DEPTH} levels")
        self._depth += 1
        try:
            return msgpack.unpackb(
                payload,
                ext_hook=self._record,
                strict_map_key=False,
                timestamp=1,
                unicode_errors="surrogatepass",
            )
        finally:
            self._depth -= 1

    def _record(self, code: int, payload: bytes) -> Any:
        if not 0 <= code < len(KINDS):
            raise WireError(f"no record has the number {code}")
        return _READERS[KINDS[code]](self, self._unpack(payload))

    def _read_array(self, content: Any) -> Any:
        import numpy

        name, shape, data, writeable = content
        dtype = plain_dtype(name)
        count = _count(shape)
        if type(data) is int:
            if not 0 <= data < len(self._parts):
                raise WireError("an array without its bytes")
            data = self._parts[data]
        if dtype.itemsize == 0 and count > 10**4:
            raise WireError("an array of empty entries")
        if count * dtype.itemsize != len(data):
            raise WireError(
                f"an array that says {count} times {dtype.itemsize} bytes and has "
                f"{len(data)}"
            )
        array = numpy.ndarray(shape, dtype, bytearray(data) if data else None)
        array.flags.writeable = writeable is not False
        if self._share:
            self._arrays.append(array)
        return array

    def _read_object_array(self, content: Any) -> Any:
        import numpy

        shape, entries = content
        if _count(shape) != len(_listed(entries)):
            raise WireError("an array of objects that are not there")
        array = numpy.empty(len(entries), dtype=object)
        for index, entry in enumerate(entries):
            array[index] = entry
        return array.reshape(shape)

    def _read_scalar(self, content: Any) -> Any:
        array = self._read_array(content)
        if array.ndim:
            raise WireError("a scalar with axes")
        return array[()]

    def _read_same_array(self, content: Any) -> Any:
        if not self._share or type(content) is not int:
            raise WireError("an array that is said to be another one")
        return self._arrays[content]

    def _read_tensor(self, content: Any) -> Any:
        sort, array, trainable = content
        array = self._read_array(array)
        tensorflow = sys.modules.get("tensorflow")
        if tensorflow is None:
            return array
        if array.dtype.kind in "SU":
            array = array.astype(object)
        if sort == "variable":
            return tensorflow.Variable(array, trainable=trainable is True)
        return tensorflow.constant(array)

    def _read_tensor_dtype(self, content: Any) -> Any:
        tensorflow = sys.modules.get("tensorflow")
        return content if tensorflow is None else tensorflow.as_dtype(str(content))

    def _read_other(self, content: Any) -> Any:
        return self._other(content)


def dtype_name(dtype: Any) -> str | None:
    """Return how a plain dtype is written, None for one that is not plain."""
    if dtype.name in _EXTRA_DTYPES:
        return str(dtype.name)
    if dtype.fields is not None or dtype.subdtype is not None:
        return None
    return dtype.str if _PLAIN_DTYPE.fullmatch(dtype.str) else None


def plain_dtype(name: Any) -> Any:
    """Return the dtype of a name from the other side."""
    import numpy

    if type(name) is not str:
        raise WireError("a dtype that is none")
    if name in _EXTRA_DTYPES:
        import ml_dtypes

        return numpy.dtype(getattr(ml_dtypes, name))
    if not _PLAIN_DTYPE.fullmatch(name):
        raise WireError("a dtype that is not plain")
    return numpy.dtype(name)


def _count(shape: Any) -> int:
    """Return the number of entries of a shape from the other side."""
    if (
        type(shape) is not list
        or len(shape) > 32
        or not all(type(size) is int and 0 <= size < 2**40 for size in shape)
    ):
        raise WireError("a shape that is none")
    return math.prod(shape)


def _holds_bytes(array: Any) -> bool:
    return array.size <= 10**6 and all(type(entry) is bytes for entry in array.flat)


def _tensor(value: Any) -> tuple[str, Any, bool] | None:
    """Sort, array and trainability of a tensor or variable with a value."""
    module = type(value).__module__
    if not module.startswith(("tensorflow.", "keras.")):
        return None
    import numpy

    tensorflow, keras = sys.modules.get("tensorflow"), sys.modules.get("keras")
    if tensorflow is None:
        return None
    variables = (tensorflow.Variable,)
    if keras is not None and hasattr(keras, "Variable"):
        variables += (keras.Variable,)
    if isinstance(value, variables):
        return "variable", numpy.asarray(value.numpy()), bool(value.trainable)
    if isinstance(value, tensorflow.Tensor) and hasattr(value, "numpy"):
        array = numpy.asarray(value.numpy())
        if value.dtype == tensorflow.string:
            array = numpy.asarray(value.numpy(), dtype="S")
        return "tensor", array, False
    return None


def _write_delta(_: Encoder, value: datetime.timedelta) -> tuple[str, Any]:
    return "moment", ["timedelta", [value.days, value.seconds, value.microseconds]]


def _write_moment(_: Encoder, value: Any) -> tuple[str, Any]:
    if getattr(value, "tzinfo", None) is not None:
        return "other", None
    return "moment", [type(value).__name__, value.isoformat()]


def _write_integer(_: Encoder, value: int) -> tuple[str, Any]:
    size = value.bit_length() // 8 + 1
    if size > MOST_INTEGER:
        raise WireError(f"an integer of more than {MOST_INTEGER} bytes")
    return "big integer", value.to_bytes(size, "big", signed=True)


def _write_dictionary(_: Encoder, value: Any) -> tuple[str, Any]:
    factory = getattr(value, "default_factory", None)
    known = next((name for name, one in _FACTORIES.items() if one is factory), None)
    return "dictionary", [type(value).__name__, dict(value), known]


def _write_number(_: Encoder, value: Any) -> tuple[str, Any]:
    text = str(value)
    return (
        ("number", [type(value).__name__, text])
        if len(text) <= 400
        else (
            "other",
            None,
        )
    )


_WRITERS: dict[Any, Any] = {
    tuple: lambda _, value: ("tuple", list(value)),
    set: lambda _, value: ("set", list(value)),
    frozenset: lambda _, value: ("frozenset", list(value)),
    int: _write_integer,
    complex: lambda _, value: ("complex", [value.real, value.imag]),
    range: lambda _, value: ("range", [value.start, value.stop, value.step]),
    slice: lambda _, value: ("slice", [value.start, value.stop, value.step]),
    type(Ellipsis): lambda *_: ("singleton", "..."),
    type(NotImplemented): lambda *_: ("singleton", "NotImplemented"),
    collections.OrderedDict: _write_dictionary,
    collections.defaultdict: _write_dictionary,
    collections.Counter: _write_dictionary,
    collections.deque: lambda _, value: ("deque", [list(value), value.maxlen]),
    decimal.Decimal: _write_number,
    fractions.Fraction: _write_number,
    datetime.date: _write_moment,
    datetime.datetime: _write_moment,
    datetime.time: _write_moment,
    datetime.timedelta: _write_delta,
    type(pathlib.Path()): lambda _, value: ("path", str(value)),
}


def _read_integer(_: Decoder, content: bytes) -> int:
    if len(content) > MOST_INTEGER:
        raise WireError("an integer that is too long")
    return int.from_bytes(content, "big", signed=True)


def _read_dictionary(_: Decoder, content: Any) -> Any:
    name, entries, factory = content
    if type(entries) is not dict:
        raise WireError("a dictionary that is none")
    made = _DICTIONARIES[name]()
    made.update(entries)
    if name == "defaultdict" and factory is not None:
        made.default_factory = _FACTORIES[factory]
    return made


def _read_number(_: Decoder, content: Any) -> Any:
    name, text = content
    if not _NUMBER_TEXT.fullmatch(text) or (
        # 1E999999999 would be a long number to write out as a fraction
        name == "Fraction" and not re.fullmatch(r"-?\d{1,200}(/\d{1,200})?", text)
    ):
        raise WireError("a number that is none")
    return _NUMBERS[name](text)


def _read_moment(_: Decoder, content: Any) -> Any:
    name, said = content
    if name == "timedelta":
        days, seconds, microseconds = said
        return datetime.timedelta(days, seconds, microseconds)
    return _MOMENTS[name].fromisoformat(said)


def _read_record(_: Decoder, content: Any) -> Any:
    name, fields, values = content
    if (
        len(fields) != len(values)
        or len(fields) > 255
        or not all(
            type(field) is str and field.isidentifier() and field[0] != "_"
            for field in fields
        )
        or len(set(fields)) != len(fields)
    ):
        raise WireError("a named tuple that is none")
    try:
        return _record_class(str(name)[:80], tuple(fields))(*values)
    except (ValueError, SyntaxError):  # a keyword, two letters that are one
        raise WireError("a named tuple that is none") from None


@functools.lru_cache(maxsize=256)
def _record_class(name: str, fields: tuple[str, ...]) -> Any:
    is_name = name.isidentifier() and not keyword.iskeyword(name)
    return collections.namedtuple(name if is_name else "Record", fields)


def _whole(content: Any, least_step: bool = True) -> list[Any]:
    if len(content) != 3 or not all(
        type(one) is int or (one is None and not least_step) for one in content
    ):
        raise WireError("bounds that are none")
    return list(content)


_READERS: dict[str, Any] = {
    "tuple": lambda _, content: tuple(_listed(content)),
    "set": lambda _, content: set(_listed(content)),
    "frozenset": lambda _, content: frozenset(_listed(content)),
    "big integer": _read_integer,
    "complex": lambda _, content: complex(float(content[0]), float(content[1])),
    "array": Decoder._read_array,
    "object array": Decoder._read_object_array,
    "scalar": Decoder._read_scalar,
    "range": lambda _, content: range(*_whole(content)),
    "slice": lambda _, content: slice(*_whole(content, False)),
    "singleton": lambda _, content: _SINGLETONS[content],
    "tensor": Decoder._read_tensor,
    "dtype": lambda _, content: plain_dtype(content),
    "dictionary": _read_dictionary,
    "deque": lambda _, content: collections.deque(_listed(content[0]), content[1]),
    "record": _read_record,
    "number": _read_number,
    "moment": _read_moment,
    "tensor dtype": Decoder._read_tensor_dtype,
    "same array": Decoder._read_same_array,
    "path": lambda _, content: pathlib.Path(_text(content)),
    "other": Decoder._read_other,
}


def _text(content: Any) -> str:
    if type(content) is not str:
        raise WireError("a text that is none")
    return content


def _listed(content: Any) -> list[Any]:
    if type(content) is not list:
        raise WireError("entries that are no list")
    return content
