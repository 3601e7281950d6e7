"""What stands in a test for an object that only the student's process holds.

A handle gives attributes, calls, items and iteration by asking the student's process;
what comes back is again a plain value or a handle. It has no truth value, is no number
and equals nothing of the test's: such a question would let the student's code decide
what the test is there to decide, knowing the wanted value. An assertion on it fails and
says why.

One exception is made, for exercises that ask for a class with operators of its own: an
object that the test itself made, by calling a class that the *instructor's* solution
defines with a `class` statement, may be compared and reckoned with by the operators
that the solution's class defines; so may what those of its methods return that return
such an object in the solution (`traits`). It is the way on which an object came that
counts: the same object, come back from anywhere else, may not. Two objects of the
student's may be compared with each other.
"""

from __future__ import annotations

import copy
import functools
import inspect
import operator
import weakref
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from autograder.examiner import library
from autograder.examiner.errors import NotPlain, StudentUnavailable
from autograder.examiner.injected.descriptions import ABILITIES
from autograder.examiner.injected.operations import BINARY
from autograder.examiner.injected.signatures import signature_of
from autograder.examiner.injected.wire import WireError
from autograder.examiner.traits import Traits

if TYPE_CHECKING:
    from autograder.examiner.student import Student

_MOST_TEXT = 4000
_STATE = "_autograder_state"
#: Special attributes that are asked for; others would make a handle what it is not.
_SPECIAL = {
    "__abstractmethods__",
    "__all__",
    "__annotations__",
    "__code__",
    "__defaults__",
    "__dict__",
    "__flags__",
    "__version__",
    "__wrapped__",
}
#: What a test asks of a model to judge it by.
_ANSWERS = ("evaluate", "fit", "predict")
_TRUTH = ("__bool__", "__len__")
_PRIVATE = ("_repr_", "_ipython_", "_autograder_")


class _State:
    """What a handle knows; kept apart from the student's attributes."""

    __slots__ = (
        "class_name",
        "more",
        "number",
        "reason",
        "shared",
        "sort",
        "student",
        "traits",
    )

    def __init__(
        self, student: Student, number: int, sort: str, class_name: str
    ) -> None:
        self.student = student
        self.number = number
        self.sort = sort
        self.class_name = class_name
        self.more: dict[str, Any] = {}
        self.reason = ""
        #: Of an object, what it may be asked; of a class or a method, what the objects
        #: may be that it makes.
        self.traits: Traits | None = None
        #: The handle that other ways lead to, of one that is trusted for its way.
        self.shared: Any = None


def _state(handle: Any) -> _State:
    return object.__getattribute__(handle, _STATE)


def explain(handle: Any, reason: str) -> None:
    """Add to a handle's messages why the object did not come over."""
    _state(handle).reason = reason


def trusted(handle: Any, traits: Traits) -> Any:
    """Return a handle of the same class or method whose objects may be reckoned with.

    The class may be had on other ways, too, under the name of a function, say; what
    comes of it there may not.
    """
    state = _state(handle)
    own = type(handle)()
    copy = _State(state.student, state.number, state.sort, state.class_name)
    copy.more, copy.reason = state.more, state.reason
    copy.traits, copy.shared = traits, handle
    object.__setattr__(own, _STATE, copy)
    return own


def is_of(handle: Any, shared: Any) -> bool:
    """Say whether a handle was made by `trusted` of another."""
    return _state(handle).shared is shared


def kind_of(handle: Any) -> str:
    """Return "object", "function", "class" or "module", as the student's side says."""
    return _state(handle).sort


class HandleTable:
    """The handles of one student's process, one for each object."""

    def __init__(self, student: Student) -> None:
        self._student = student
        self._handles: weakref.WeakValueDictionary[int, Handle] = (
            weakref.WeakValueDictionary()
        )

    def get(
        self, number: int, sort: Any, class_name: Any, abilities: Any, more: Any
    ) -> Handle:
        """Return the handle of this number, made from its description if it is new."""
        known = self._handles.get(number)
        if known is not None:
            _state(known).traits = None  # until the way is known that it came on
            return known
        if sort not in ("object", "function", "class", "module"):
            raise WireError("a handle of no known sort")
        if type(abilities) is not list or not all(
            type(one) is int and 0 <= one < len(ABILITIES) for one in abilities
        ):
            raise WireError("a handle with abilities that are none")
        names = frozenset(ABILITIES[one] for one in abilities)
        label = str(class_name)[:80].replace("\0", "").encode("utf-8", "replace")
        exact = self._exact_class(sort, label.decode(), more)
        handle = _class_with(names, sort, label.decode(), exact)()
        state = _State(self._student, number, sort, label.decode())
        state.more = more
        object.__setattr__(handle, _STATE, state)
        self._handles[number] = handle
        self._student.keep(number)
        return handle

    def _exact_class(self, sort: str, label: str, more: Any) -> type | None:
        """Return the class of this process that is just an object's own, if any is."""
        if sort == "class":
            return type if label == "type" else None
        family = more.get("family")
        if not family:
            return library.class_at(more.get("library"))
        found = self._student.lesson.bases(family[:1] if type(family) is list else [])
        return found[0] if found and found[0].__name__ == label else None

    def __contains__(self, number: int) -> bool:
        return number in self._handles

    def number(self, handle: Handle) -> int:
        """Return the number of a handle, if it belongs to this process."""
        state = _state(handle)
        if state.student is not self._student:
            raise WireError("an object of a process that has ended")
        return state.number


def _own_name(handle: Any) -> str:
    name = _state(handle).more.get("name")
    return name[:200] if isinstance(name, str) else _state(handle).class_name


def _own_doc(handle: Any) -> str | None:
    doc = _state(handle).more.get("doc")
    return doc[:_MOST_TEXT] if isinstance(doc, str) else None


def _own_signature(handle: Any) -> inspect.Signature:
    signature = signature_of(_state(handle).more.get("signature"))
    if signature is None:
        raise AttributeError("__signature__")
    return signature


def _own_bases(handle: Any) -> tuple[type, ...]:
    state = _state(handle)
    of_library = library.class_at(state.more.get("library"))
    found = state.student.lesson.bases(state.more.get("family"))
    return found or (of_library or object,)


def _own_order(handle: Any) -> tuple[Any, ...]:
    """The class and those that are known of what it is derived from."""
    order = [one for base in _own_bases(handle) for one in base.__mro__]
    return (handle, *dict.fromkeys(order))


#: What `inspect`, `help` and tests of docstrings read of a function or class.
_DRESS = {
    "__name__": property(_own_name),
    "__doc__": property(_own_doc),
    "__signature__": property(_own_signature),
}


def _refuse(handle: Any, what: str) -> NotPlain:
    """Make the error of a question that a handle does not answer.

    The first paragraph holds no text of the student's, whose code may have chosen the
    name of a class by the values of a hidden test.
    """
    state = _state(handle)
    kind = "an object"
    if state.sort == "function":
        kind = "a function (call it, with parentheses)"
    elif state.sort in ("class", "module"):
        kind = f"a {state.sort}"
    reason = f"\n{state.reason}" if state.reason else ""
    return NotPlain(
        f"The answer is {kind}, and not a plain value: {what}. Only numbers, text, "
        "truth values, lists, tuples, dictionaries, sets, arrays and tensors can be "
        f"compared.\n\nIts class is `{state.class_name}`.{reason}"
    )


def _may_operate(names: Sequence[str], *handles: Any) -> bool:
    """Whether the student's operators may answer for these operands.

    Args:
        names: Special methods that do it, of which the class must define one.
        handles: The operands; those that are none are values of the test.
    """
    states = [_state(one) for one in handles if isinstance(one, Handle)]
    if len(states) == len(handles) > 1:
        kinds = {(one.class_name, one.sort) for one in states}
        return len(kinds) == 1 and all(one.sort == "object" for one in states)
    return any(
        one.sort == "object"
        and one.traits is not None
        and not one.traits.operators.isdisjoint(names)
        for one in states
    )


def _own_copy(handle: Any) -> Any:
    """Return an object like it, if it is of just a class of the lesson, else None.

    Then the grader's text of the class answers, and not the student's process.
    """
    kind, student = handle.__class__, _state(handle).student
    if kind is type(handle) or student.lesson.class_named(kind.__name__) is not kind:
        return None
    return student.copy_of(handle, kind.__name__)


def _made(result: Any, name: str, *sources: Any) -> Any:
    """Mark what a method returned, or the method, if that makes such objects."""
    if isinstance(result, Handle):
        for one in sources:
            traits = _state(one).traits if isinstance(one, Handle) else None
            if traits is None or name not in traits.makers:
                continue
            if _state(result).sort == "object":
                _state(result).traits = traits
            elif _state(result).sort == "function":
                return trusted(result, traits)
    return result


def applied(function: Any, handle: Any, *args: Any, **kwargs: Any) -> Any:
    """Apply a function of Python's library where the object is.

    What comes of it, if it is an object, may be asked what the object may be asked.
    """
    state = _state(handle)
    result = state.student.call(function, (handle, *args), kwargs)
    if isinstance(result, Handle) and _state(result).sort == state.sort == "object":
        _state(result).traits = state.traits
    return result


def derives(handle: Any, kind: type) -> bool:
    """Say whether a class of the student's is derived from one with `ABCMeta`.

    Raises:
        TypeError: If it is no class.
    """
    if _state(handle).sort != "class":
        raise TypeError("issubclass() arg 1 must be a class")
    bases = [one for one in _own_bases(handle) if one is not object]
    if any(issubclass(one, kind) for one in bases):
        return True
    if kind.__module__ == "__main__":
        return False
    return _state(handle).student.operate("issubclass", handle, kind) is True


def _is_same(handle: Any, other: Any) -> bool:
    if handle is other or not isinstance(other, Handle):
        return handle is other
    mine, its = _state(handle), _state(other)
    return mine.student is its.student and mine.number == its.number


class _HandleClass(type):
    """What `type` gives for a handle; equal to the class that stands for its own."""

    _autograder_exact: type | None

    def __eq__(cls, other: Any) -> Any:
        if issubclass(type(other), type):
            return other is cls or other is cls._autograder_exact
        return NotImplemented  # a handle of a class compares by its name

    __hash__ = type.__hash__


class Handle(metaclass=_HandleClass):
    """An object in the student's process."""

    __slots__ = (_STATE, "__weakref__")
    _autograder_exact = None
    __array_ufunc__ = None  # NumPy leaves operators with a handle to the handle

    def __getattr__(self, name: str) -> Any:
        if name == "__qualname__" and _state(self).sort in ("function", "class"):
            return _own_name(self)
        is_special = name.startswith("__") and name.endswith("__")
        if (is_special and name not in _SPECIAL) or name.startswith(_PRIVATE):
            raise AttributeError(name)
        state = _state(self)
        if name in _ANSWERS and library.is_model_at(state.more.get("library")):
            state.student.notes.add("a Keras model of an own class answers for itself")
        return _made(state.student.operate("getattr", self, name), name, self)

    def __setattr__(self, name: str, value: Any) -> None:
        _state(self).student.operate("setattr", self, name, value)

    def __delattr__(self, name: str) -> None:
        _state(self).student.operate("delattr", self, name)

    def __dir__(self) -> list[str]:
        return [str(one) for one in _state(self).student.operate("dir", self)]

    def __repr__(self) -> str:
        return self._text("repr")

    def __str__(self) -> str:
        return self._text("str")

    def __format__(self, how: str) -> str:
        return self._text("format", how)

    def _text(self, *how: Any) -> str:
        text = _state(self).student.operate(how[0], self, *how[1:])
        return text if type(text) is str else f"<{_state(self).class_name}>"

    @property  # type: ignore[misc]
    def __class__(self) -> type:
        """The class that `isinstance` sees.

        It is the lesson's, or the library's from which the object's is derived, as
        the student's process says: in a notebook an object may say so, too.
        """
        state = _state(self)
        found = None
        if state.sort == "object":
            family = state.more.get("family")
            found = state.student.lesson.class_of(state.class_name, family)
        if state.sort == "class":
            return type
        if found is None and state.sort in ("object", "function"):
            found = library.class_at(state.more.get("library"))
        return found or type(self)

    def __bool__(self) -> bool:
        state = _state(self)
        is_own = bool(state.more.get("family"))
        of_library = library.class_at(state.more.get("library"))
        if state.sort == "object" and not is_own and of_library is not None:
            return state.student.operate("bool", self) is True  # `pattern.match(text)`
        own = state.student.classes.get(state.class_name) if is_own else None
        is_plain = own is not None and own.operators.isdisjoint(_TRUTH)
        if is_plain and state.sort == "object":
            return True  # as any object of a class that does not say otherwise
        return _as(self, bool, _TRUTH, "it has no truth value in a test")

    def __hash__(self) -> int:
        if _own_copy(self) is None and not _may_operate(["__hash__"], self):
            return hash((id(_state(self).student), _state(self).number))
        return hash(_as(self, hash, ["__hash__"], "it has no hash"))

    def __eq__(self, other: Any) -> Any:
        return _is_same(self, other) or self._compare("eq", other)

    def __ne__(self, other: Any) -> Any:
        return not _is_same(self, other) and self._compare("ne", other)

    def __lt__(self, other: Any) -> Any:
        return self._compare("lt", other)

    def __le__(self, other: Any) -> Any:
        return self._compare("le", other)

    def __gt__(self, other: Any) -> Any:
        return self._compare("gt", other)

    def __ge__(self, other: Any) -> Any:
        return self._compare("ge", other)

    def _compare(self, name: str, other: Any) -> Any:
        if other is None and name in ("eq", "ne"):
            return name == "ne"
        is_class = name in ("eq", "ne") and _state(self).sort == "class"
        if is_class and isinstance(other, type):
            # One of handles is what `type` gives for an object of the class.
            same = issubclass(other, Handle) and other.__name__ == _own_name(self)
            return same == (name == "eq")
        own = _own_copy(self)
        if own is not None:
            return getattr(operator, name)(own, other)
        if not _may_operate([f"__{name}__", f"__{_MIRRORED[name]}__"], self, other):
            raise _refuse(self, "it cannot be compared with one")
        return _state(self).student.operate(name, self, other)

    def __del__(self) -> None:
        try:
            state = _state(self)
            state.student.release(state.number)
        except Exception:  # the interpreter is closing, or it never got its state
            return

    def __reduce_ex__(self, protocol: Any) -> Any:
        raise TypeError("An object of the notebook's code cannot be pickled.")

    def __copy__(self) -> Any:
        return applied(copy.copy, self)

    def __deepcopy__(self, _: Any) -> Any:
        return applied(copy.deepcopy, self)


_OPERATORS = {**vars(operator), "divmod": divmod}
#: A comparison may be answered by the other side's method.
_MIRRORED = {"eq": "eq", "ne": "eq", "lt": "gt", "le": "ge", "gt": "lt", "ge": "le"}


def _operator(name: str, plain: str, swapped: bool = False) -> Any:
    names = [f"__{plain}__", f"__r{plain}__", f"__{name}__"]

    def operate(self: Any, other: Any) -> Any:
        own = _own_copy(self)
        if own is not None and not name.startswith("i"):
            return _OPERATORS[name](*((other, own) if swapped else (own, other)))
        if not _may_operate(names, self, other):
            raise _refuse(self, "it is no number to reckon with")
        operands = (other, self) if swapped else (self, other)
        result = _state(self).student.operate(name, *operands)
        for one in names:
            _made(result, one, self, other)
        return result

    return operate


def _unary(name: str) -> Any:
    def operate(self: Any, *more: Any) -> Any:
        if not _may_operate([f"__{name}__"], self):
            raise _refuse(self, "it is no number to reckon with")
        result = _state(self).student.operate(name, self, *more)
        return _made(result, f"__{name}__", self)

    return operate


def _as(self: Any, kind: Any, names: Sequence[str], refusal: str) -> Any:
    """Turn an object into a plain value, by the class where that may answer."""
    own = _own_copy(self)
    if own is not None:
        return kind(own)
    if not _may_operate(names, self):
        raise _refuse(self, refusal)
    result = _state(self).student.operate(kind.__name__, self)
    if type(result) is not (int if kind is hash else kind):
        raise _refuse(self, "what stands for it is of another type")
    return result


def _number(kind: type) -> Any:
    def convert(self: Any) -> Any:
        return _as(self, kind, [f"__{kind.__name__}__"], "it is no number")

    return convert


for _function in BINARY:
    _name = _function.rstrip("_")
    setattr(Handle, f"__{_name}__", _operator(_function, _name))
    setattr(Handle, f"__r{_name}__", _operator(_function, _name, swapped=True))
    setattr(Handle, f"__i{_name}__", _operator("i" + _name, _name))
Handle.__divmod__ = _operator("divmod", "divmod")
for _name in ("neg", "pos", "abs", "invert", "round"):
    setattr(Handle, f"__{_name}__", _unary(_name))
for _kind in (int, float, complex):
    setattr(Handle, f"__{_kind.__name__}__", _number(_kind))


def _call(self: Any, *args: Any, **kwargs: Any) -> Any:
    traits = _state(self).traits if _state(self).sort != "object" else None
    result = _state(self).student.call(self, args, kwargs)
    is_object = isinstance(result, Handle) and _state(result).sort == "object"
    if is_object and traits is not None:
        _state(result).traits = traits
    return result


def _iterate(self: Any) -> Iterator[Any]:
    student = _state(self).student
    iterator = student.operate("iter", self)
    if not isinstance(iterator, Handle):
        yield from iterator
        return
    for _ in range(student.items):
        more, item = student.advance(iterator)
        if not more:
            return
        yield item
    raise _refuse(self, f"it gives more than {student.items} items")


def _next(self: Any) -> Any:
    more, item = _state(self).student.advance(self)
    if not more:
        raise StopIteration
    return item


def _length(self: Any) -> int:
    length = _state(self).student.operate("len", self)
    if type(length) is not int:
        raise _refuse(self, "its length is no whole number")
    return length


def _item(self: Any, key: Any) -> Any:
    result = _state(self).student.operate("getitem", self, key)
    return _made(result, "__getitem__", self)


def _contains(self: Any, value: Any) -> bool:
    if not _may_operate(["__contains__"], self):
        # Its own answer would be the student's verdict on a value of the test.
        if not hasattr(type(self), "__iter__"):
            raise _refuse(self, "it cannot be asked what it contains")
        return any(item is value or item == value for item in self)
    return _state(self).student.operate("contains", self, value) is True


def _instance_check(self: Any, value: Any) -> bool:
    if isinstance(value, Handle):
        return _state(self).student.operate("isinstance", value, self) is True
    # A named tuple comes over as one, of a class made for it.
    fields = getattr(type(value), "_fields", None)
    if not isinstance(value, tuple) or type(value).__name__ != _own_name(self):
        return False
    return fields is not None and fields == getattr(self, "_fields", None)


def _subclass_check(self: Any, value: Any) -> bool:
    if not isinstance(value, Handle):
        return False
    return _state(self).student.operate("issubclass", value, self) is True


def _await(self: Any) -> Any:
    return _state(self).student.wait_for(self)
    yield  # awaiting is written as a generator


def _run(self: Any, _: Any = None) -> Any:
    """Run a coroutine to its end, as `asyncio.gather` begins one."""
    raise StopIteration(_state(self).student.wait_for(self))


def _stop(_: Any, *error: Any) -> Any:
    raise error[0] if error else GeneratorExit


def _own_iterator(self: Any) -> Any:
    found = _state(self).student.operate("iter", self)
    return found if isinstance(found, Handle) else iter(found)


_METHODS: dict[str, Any] = {
    "__call__": _call,
    "__iter__": _iterate,
    "__next__": _next,
    "__len__": _length,
    "__getitem__": _item,
    "__setitem__": lambda self, key, value: _state(self).student.operate(
        "setitem", self, key, value
    ),
    "__delitem__": lambda self, key: _state(self).student.operate("delitem", self, key),
    "__contains__": _contains,
    "__enter__": lambda self: _state(self).student.operate("enter", self),
    "__reversed__": lambda self: _state(self).student.operate("reversed", self),
    "__await__": _await,
}


def _exit(self: Any, kind: Any, error: Any, _: Any) -> bool:
    passed = (None, None, None) if error is None else (kind, None, None)
    swallowed = _state(self).student.operate("exit", self, *passed) is True
    # An assertion is the test's verdict, which nobody else may take back.
    return swallowed and not isinstance(error, AssertionError | StudentUnavailable)


@functools.lru_cache(maxsize=4096)
def _class_with(
    abilities: frozenset[str], sort: str, label: str, exact: type | None
) -> type[Handle]:
    """Return the class of handles that offer just these methods."""
    methods: dict[str, Any] = {name: _METHODS[name] for name in abilities}
    if "__next__" in methods:
        methods["__iter__"] = _own_iterator
    if "__await__" in methods and label == "coroutine":
        methods |= {"send": _run, "throw": _stop, "close": lambda _: None}
    if "__enter__" in methods:
        methods["__exit__"] = _exit
    if sort == "class":
        methods["__instancecheck__"] = _instance_check
        methods["__subclasscheck__"] = _subclass_check
        methods["__bases__"] = property(_own_bases)
        methods["__mro__"] = property(_own_order)
    if sort in ("class", "function") or "__call__" in abilities:
        # TensorFlow shall call it as it is, and not translate what is behind it.
        methods |= {"__call__": _call, "autograph_info__": {}, **_DRESS}
    methods |= {"__slots__": (), "__module__": "__main__"}
    made = _HandleClass(label, (Handle,), methods)
    made._autograder_exact = exact
    return made


class StudentException:
    """Base of the local classes that stand for the student's own exception classes."""

    student_number: int = 0
    student_object: Any = None
    student_message: str = ""

    def __str__(self) -> str:
        # A library's class may make it of attributes, which are in the other process.
        return self.student_message

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__") or name == "student_traceback":
            raise AttributeError(name)
        return getattr(self.student_object, name)


def exception_class(number: int, name: Any, base: type[BaseException]) -> type:
    """Return a local class for an exception class of the student's.

    `pytest.raises` and `except` need a class of this process; its objects read their
    attributes in the student's.
    """
    label = name[:200].replace("\0", "") if isinstance(name, str) else base.__name__
    body = {"student_number": number, "__module__": "__main__"}
    return type(label, (StudentException, base), body)
