"""The student's process as the examiner's cells meet it: names, calls, objects.

A `Student` writes requests, reads answers and makes of what is not plain a handle
(`handles`), an exception class or a Keras model of its own (`models`).
"""

from __future__ import annotations

import contextlib
import functools
import importlib
import sys
import threading
import types
import warnings
from collections.abc import (
    Callable,
    ItemsView,
    Iterable,
    Iterator,
    KeysView,
    ValuesView,
)
from functools import partial
from typing import Any

from autograder.examiner import (
    cell,
    datasets,
    handles,
    lesson,
    library,
    models,
    parts,
    seeds,
    sources,
)
from autograder.examiner.bounds import Bounds
from autograder.examiner.channel import Channel
from autograder.examiner.errors import (
    NotHandedOver,
    StudentUnavailable,
    builtin_exception,
    student_exception,
)
from autograder.examiner.exchange import Exchange
from autograder.examiner.injected import (
    gradients,
    links,
    listening,
    shared,
    signatures,
    wire,
)
from autograder.examiner.injected.agent import FRAMES_OF_A_CALL
from autograder.examiner.injected.networks import is_symbol
from autograder.examiner.traits import Traits
from autograder.examiner.writeback import EarlierData, write_back, write_fields

_MOST_NESTED = 150
#: Characters of an exception's arguments.
_MOST_TEXT = 1000
#: Bytes up to which a list, dictionary or set is looked up again after a call.
_SMALL = 100_000
#: Requests that run the student's code.
_RUNNING = {"call", "operate", "next", "await", "gradients"}
#: Libraries whose functions the student's process knows under the same name.
_LIBRARIES = {"numpy", "scipy", "pandas", "sklearn", "tensorflow", "keras", "torch"}
#: What Python takes as the end of a loop or generator, here one of the test's.
_ENDINGS = (StopIteration, StopAsyncIteration, GeneratorExit)


#: Library functions that a test may replace, for the answer as well.
_REPLACEABLE = {
    "builtins": ("input", "print"),
    "random": ("choice", "randint", "random", "randrange", "sample", "uniform"),
    "time": ("sleep",),
}
_OWN_FUNCTIONS = {
    (module, name): getattr(importlib.import_module(module), name)
    for module, names in _REPLACEABLE.items()
    for name in names
}


def _present_functions() -> dict[str, tuple[Any, Any]]:
    """Return the library's own function and the present one, by module and name."""
    return {
        f"{module}.{name}": (own, getattr(sys.modules[module], name))
        for (module, name), own in _OWN_FUNCTIONS.items()
    }


class Student:
    """Asks the student's process, within bounds.

    Args:
        channel: The line to it.
        bounds: Limits of the examination.
        find: Returns what a name of the grader's stands for, or None.

    Attributes:
        notes: What the grader should know of how the student's side behaved.
    """

    def __init__(
        self,
        channel: Channel,
        bounds: Bounds,
        find: Callable[[str], Any] = lambda _: None,
    ) -> None:
        self._channel = channel
        self._bounds = bounds
        self._released: list[int] = []
        self._handles = handles.HandleTable(self)
        self._callbacks: dict[int, Callable[..., Any]] = {}
        self._exceptions: dict[int, type[BaseException]] = {}
        self._models = models.ModelTable()
        self._parts = parts.PartTable()
        self.lesson = lesson.LessonObjects(find)
        self._earlier = EarlierData()
        self._shared = shared.Shared(self.written, -1, self._change)
        self._named: dict[int, tuple[str, Any]] = {}
        self._seeds = seeds.Seeds()
        self._listens = False
        self._watches = False
        self._filters = warnings.filters
        self._printed = 0
        self._replaced: dict[str, Any] = {}
        self._nested = 0
        self._arguments_read = 0
        self._files: Exchange | None = None
        self._lock = threading.RLock()
        self.notes: set[str] = set()
        #: Those that the instructor's solution defines, by name.
        self.classes: dict[str, Traits] = {}
        #: Whether texts and defaults of the test's functions go over with them.
        self.shows_functions = False
        self.calls = 0
        sources.offer_sources()

    @property
    def items(self) -> int:
        """Most items to take from one iterator."""
        return self._bounds.items

    # Requests.

    def name(self, name: str) -> tuple[bool, Any]:
        """Return whether the notebook has this name, and its value."""
        found = self._ask(["name", name])
        return (False, None) if found is None else (True, found[1])

    def names(self) -> list[str]:
        """Return the names that the notebook has."""
        found = self._ask(["names"])
        return [one for one in found if type(one) is str] if type(found) is list else []

    def unbind(self, name: str) -> bool:
        """Take a name away from the notebook for this cell; whether it was there."""
        return self._ask(["unbind", name]) is True

    def bind(self, name: str, value: Any) -> None:
        """Give a name of the notebook's another function for this cell."""
        self._ask(["bind", name, value])

    def call(self, target: Any, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
        """Call a function or class of the student's, and bring changes back."""
        if any(map(gradients.is_symbolic, (*args, *kwargs.values()))):
            return gradients.in_graph(
                lambda *a, **k: self.call(target, a, k), list(args), kwargs
            )
        self.calls += 1
        result = self._call(target, args, kwargs)
        return gradients.tie(
            result,
            [*args, *kwargs.values()],
            lambda up: self._ask(["gradients", target, list(args), kwargs, up]),
        )

    def _call(self, target: Any, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
        sent = [self._by_name(one) for one in args]
        named = {key: self._by_name(one) for key, one in kwargs.items()}
        return self._ask(["call", target, sent, named], (args, kwargs))

    def keep_name(self, name: str, value: Any) -> None:
        """Remember that this object is the test's copy of what a name holds.

        When it is handed to the student's code, that meets its own object again.
        """
        self._named[id(value)] = name, value

    def forget_names(self) -> None:
        """Forget all copies and seeds, at the start of a cell."""
        self._named.clear()
        self._seeds.begin_cell()
        self._listens = False
        self._watches = False
        self._filters = warnings.filters
        self._printed = 0
        self._replaced.clear()

    def written(self, value: Any) -> bytes | None:
        """Return a small value as it crosses, None for one that is large."""
        encoder = wire.Encoder(self._write_other)
        self.lesson.begin_message()
        try:
            payload = encoder.encode(value)
        except wire.WireError:
            return None
        return None if encoder.parts or len(payload) > _SMALL else payload

    def _by_name(self, value: Any) -> Any:
        name, _ = self._named.get(id(value), (None, None))
        if name is not None:
            return _NamedValue(name, value)
        number = self._shared.number_of(value)
        return value if number is None else _Shared(number, value)

    def _change(self, container: Any, content: Any) -> None:
        self._earlier.keep(container)
        write_back(container, content)

    def _share(self) -> None:
        """Tell the student's process what the test has changed of what both hold."""
        changes = self._shared.news()
        if changes:
            self._ask(["share", changes])

    def operate(self, name: str, *args: Any) -> Any:
        """Have an operation done on objects of the student's."""
        return self._ask(["operate", name, list(args)])

    def advance(self, iterator: Any) -> tuple[bool, Any]:
        """Return whether an iterator has a next item, and that item."""
        found = self._ask(["next", iterator])
        return (False, None) if found is None else (True, found[1])

    def source(self, target: Any) -> Any:
        """Return the source text of a function or class, and its first line."""
        return self._ask(["source", target])

    def wait_for(self, awaitable: Any) -> Any:
        """Have a coroutine run to its end."""
        return self._ask(["await", awaitable])

    def release(self, number: int) -> None:
        """Tell the agent, with the next request, that a handle is gone."""
        if number not in self._handles:
            self._released.append(number)

    def keep(self, number: int) -> None:
        """Take back a release: the object has come again."""
        if number in self._released:
            self._released.remove(number)

    def begin_cell(
        self, earlier: Iterable[Any] | None, files: Exchange | None = None
    ) -> None:
        """Prepare for a cell.

        Args:
            earlier: What is there before a test cell, None for a cell that is no test.
            files: What the cell and the student's code write for each other, if that
                matters in this cell.
        """
        self._earlier.begin_cell(earlier)
        self.lesson.begin_cell()
        self._files = files
        if files is not None:
            files.begin_cell()
            with contextlib.suppress(StudentUnavailable):  # the cell is told in the end
                self._ask(["folder", str(files.folder)])
                self._exchange_files(files, {})

    def end_cell(self) -> None:
        """Tell the agent that the cell is done, and put back what was there before."""
        with contextlib.suppress(StudentUnavailable, TypeError):
            self._share()
        self._shared.clear()
        self._callbacks.clear()
        if not self._earlier.end_cell():
            self.notes.add("changed data of the tests that cannot be put back")
        self._channel.post(wire.Encoder(self._write_other).encode(["end"]))

    def _ask(self, request: list[Any], arguments: Any = None) -> Any:
        with self._lock:  # a test may call from several threads
            return self._ask_alone(request, arguments)

    def _ask_alone(self, request: list[Any], arguments: Any) -> Any:
        if self._released and request[0] != "release" and self._nested == 0:
            numbers, self._released = self._released[:1000], self._released[1000:]
            self._ask(["release", numbers])
        if self._nested > _MOST_NESTED:
            raise RecursionError("The test and the student's code call each other.")
        runs = request[0] in _RUNNING
        if runs:
            self._prepare()
        self._nest(1)
        try:
            kind, value, changed, wrote, news = self._exchange(request)
            while kind == "callback":
                self._pass_text()
                answer = ["answer", *self._answer(value)]
                kind, value, changed, wrote, news = self._exchange(answer)
        finally:
            self._nest(-1)
        if arguments is not None:
            self._bring_back(arguments, changed)
        if type(value) is _Argument:
            value = self._argument(value.key, arguments)
        elif type(value) is _Linked:
            value = self._linked(value, arguments)
        elif type(value) is _Shared:
            value = self._shared_answer(value)
        if news:
            self._take_news(news)
        if runs:
            self._pass_text()
            self._pass_warnings()
        if wrote and self._files is not None:
            self._exchange_files(self._files, {})
        if kind == "error":
            raise self._error(value)
        return value

    def _prepare(self) -> None:
        """Have the student's code draw and print as it would beside the test."""
        states = self._seeds.news()
        if states:
            self._ask(["seed", states])
        listens = not isinstance(sys.stdout, cell.SaidText)
        if listens != self._listens:
            self._ask(["listen", listens])
            self._listens = listens
        # A test that looks at warnings, or makes errors of them, has its own filters.
        watches = warnings.filters is not self._filters
        if watches != self._watches:
            self._ask(["watch", watches])
            self._watches = watches
        self._share()
        present = _present_functions()
        replaced = {
            place: None if function is own else function
            for place, (own, function) in present.items()
            if function is not self._replaced.get(place, own)
        }
        if replaced:
            self._ask(["replace", replaced])
            self._replaced = {place: one for place, (_, one) in present.items()}
        if self._files is not None:
            written = self._files.outgoing()
            if written:
                self._exchange_files(self._files, written)

    def _exchange_files(
        self, files: Exchange, written: dict[str, bytes | None]
    ) -> None:
        """Send the test's files and take what the student's code has written."""
        try:
            files.take(self._ask(["files", written]))
        except wire.WireError as error:
            raise self._channel.fail(str(error)) from None

    def _pass_text(self) -> None:
        """Write what the student's code printed where the test wants to find it.

        What the test itself says to learners, its own standard output, gets nothing.
        """
        if not self._listens or isinstance(sys.stdout, cell.SaidText):
            return
        text = self._ask(["printed"])
        if type(text) is not str:
            raise self._channel.fail("a text that is none")
        text = text[: self._bounds.output_bytes - self._printed]
        self._printed += len(text)
        if text:
            sys.stdout.write(text)

    def _pass_warnings(self) -> None:
        """Warn of what the student's code warned of, as the test has chosen."""
        if not self._watches:
            return
        found = self._ask(["warned"])
        if type(found) is not list or len(found) > listening.MOST_WARNINGS:
            raise self._channel.fail("warnings that are none")
        for one in found:
            if type(one) is not list or [type(part) for part in one[1:]] != [str]:
                raise self._channel.fail("a warning that is none")
            kind, text = one
            # A handle of a class says that it is one, too.
            if not (issubclass(type(kind), type) and issubclass(kind, Warning)):
                kind = UserWarning
            warning = student_exception(kind, text, [text], "")
            warnings.warn_explicit(warning, kind, "<the answer>", 1)  # type: ignore[arg-type]

    def _nest(self, change: int) -> None:
        self._nested += change
        sys.setrecursionlimit(sys.getrecursionlimit() + change * FRAMES_OF_A_CALL)

    def _exchange(self, request: list[Any]) -> tuple[str, Any, Any, bool, Any]:
        encoder = wire.Encoder(self._write_other, share=True)
        self.lesson.begin_message()
        outer, self._arguments_read = self._arguments_read, 0
        try:
            payload = encoder.encode(request)
        except wire.WireError as error:
            raise NotHandedOver(str(error)) from None
        payload, parts = self._channel.request(payload, encoder.parts)
        try:
            reply = wire.Decoder(parts, self._read_other).decode(payload)
        except wire.WireError as error:
            raise self._channel.fail(str(error)) from None
        if (
            type(reply) is not list
            or len(reply) != 5
            or reply[0] not in ("value", "error", "callback")
        ):
            raise self._channel.fail("an answer of another form")
        if self._arguments_read != (type(reply[1]) in _TOP):
            raise self._channel.fail("an argument inside of an answer")
        self._arguments_read = outer
        return reply[0], reply[1], reply[2], reply[3] is True, reply[4]

    def _bring_back(self, arguments: Any, changed: Any) -> None:
        args, kwargs = arguments
        try:
            for key, content in changed:
                original = args[key] if type(key) is int else kwargs[key]
                if not self._models.is_copy(original):
                    self._earlier.keep(original)
                write_back(original, content)
                self._shared.told(original)
        except Exception:
            self.notes.add("changed an argument in a way that cannot be followed")

    def _argument(self, key: Any, arguments: Any) -> Any:
        """Return the argument that the student's code has returned."""
        args, kwargs = arguments or ((), {})
        if type(key) is int and 0 <= key < len(args):
            return args[key]
        if type(key) is str and key in kwargs:
            return kwargs[key]
        raise self._channel.fail("an argument that is none")

    def _shared_answer(self, answer: _Shared) -> Any:
        """Return the container here of one that the student's objects hold, too."""
        number, content = answer.number, answer.value
        known = self._shared.get(number)
        is_sound = type(number) is int and shared.may_be(content)
        if not is_sound or (known is not None and type(known) is not type(content)):
            raise self._channel.fail("a container that is none")
        return self._shared.meet(number, content)

    def _take_news(self, news: Any) -> None:
        """Follow what the student's code has changed of what both processes hold."""
        try:
            for number, content in news:
                known = self._shared.get(number)
                if known is not None and type(known) is type(content):
                    self._shared.change(number, content)
        except Exception:
            self.notes.add("changed an object in a way that cannot be followed")

    def _linked(self, answer: _Linked, arguments: Any) -> Any:
        """Return an answer that shares parts with the arguments, or with itself."""
        args, kwargs = arguments or ((), {})
        given = {**dict(enumerate(args)), **kwargs}
        try:
            return links.apply(answer.value, answer.links, given)
        except Exception:
            raise self._channel.fail("parts that an answer does not share") from None

    def _answer(self, request: Any) -> list[Any]:
        """Run a function of the test that the student's code has called."""
        try:
            number, args, kwargs = request
            function = self._callbacks[number]
            if type(args) is not list or not all(type(key) is str for key in kwargs):
                raise TypeError("arguments that are none")
        except (TypeError, ValueError, LookupError):
            raise self._channel.fail("a call of a function that is none") from None
        try:
            value = function(*args, **kwargs)
            self.lesson.begin_message()
            wire.Encoder(self._write_other).encode(value)
        except wire.WireError as error:
            return ["error", ["TypeError", [f"The test's function returned {error}."]]]
        except Exception as error:
            kind = builtin_exception(type(error).__name__).__name__
            return ["error", [kind, _plain_arguments(error)]]
        return ["value", value]

    def _error(self, description: Any) -> BaseException:
        if type(description) is not dict:
            return self._channel.fail("an exception of another form")
        get = description.get
        kind = get("class")
        if not (isinstance(kind, type) and issubclass(kind, BaseException)):
            kind = builtin_exception(get("base"))
        args = get("args")
        for ending in _ENDINGS:
            if issubclass(kind, ending):
                kind, args = RuntimeError, [f"It raised {ending.__name__}."]
        error = student_exception(kind, get("message"), args, get("traceback") or "")
        held = get("object")
        if isinstance(held, handles.Handle) and isinstance(
            error, handles.StudentException
        ):
            error.student_object = held
        return error

    # What is not plain.

    def _write_other(self, value: Any) -> Any:
        if isinstance(value, _Shared):
            return ["shared", value.number, value.value]
        if isinstance(value, _NamedValue):
            return ["value of", value.name, value.value]
        if isinstance(value, handles.Handle):
            return ["handle", self._handles.number(value)]
        if isinstance(value, type) and issubclass(value, handles.StudentException):
            return ["handle", value.student_number]
        if isinstance(value, handles.StudentException):
            return self._write_other(value.student_object)
        if isinstance(value, types.ModuleType):
            raise wire.WireError("a module of the test")
        name = _library_name(value)
        if name is not None:
            return ["named", *name]
        if models.is_model(value):
            return self._models.write(value)
        of_lesson = self.lesson.write(value)
        if of_lesson is not None:
            return of_lesson
        if parts.is_part(value):
            return self._parts.write(value)
        if is_symbol(value):
            return self._parts.write_symbol(value)
        if datasets.is_dataset(value):
            return self._parts.write_dataset(value)
        if callable(value) and not isinstance(value, type):
            number = id(value)
            self._callbacks[number] = value
            label = getattr(value, "__name__", "a function of the test")
            slopes = partial(gradients.gradients, value)
            self._callbacks[-number] = slopes
            return ["callback", number, str(label), *self._shown(value)]
        numpy = sys.modules.get("numpy")
        if numpy is not None and isinstance(value, numpy.random.Generator):
            bits = value.bit_generator
            return ["generator", type(bits).__name__, bits.state]
        if numpy is not None and isinstance(value, numpy.random.RandomState):
            return ["random state", value.get_state(legacy=False)]
        if isinstance(value, BaseException):
            raise wire.WireError("an exception object of the test")
        if isinstance(value, Iterator):
            number = id(value)
            self._callbacks[number] = partial(_following, value)
            return ["iterator", number]
        if isinstance(value, KeysView | ValuesView | ItemsView):
            return ["values", list(value)]
        raise wire.WireError(
            f"a `{type(value).__name__}`: only plain values, arrays, tensors, Keras "
            "models, functions, and objects that came from the notebook can be"
        )

    def _shown(self, function: Any) -> list[Any]:
        """What the student's code sees of a function of the test, besides its name."""
        doc = getattr(function, "__doc__", None) if self.shows_functions else None
        rows = signatures.rows_of(function)
        if rows is not None and not self.shows_functions:
            rows = [[name, kind, *["..." for _ in more]] for name, kind, *more in rows]
        return [doc if type(doc) is str else None, rows]

    def _read_other(self, content: Any) -> Any:
        if type(content) is not list or not content:
            raise wire.WireError("an object that is none")
        kind, *details = content
        if kind == "named":
            return _plain_class(*details)
        if kind == "your model":
            self._earlier.keep(self._models.own(details[0]))
            return self._models.read_own(*details)
        if kind == "argument":
            self._arguments_read += 1
            return _Argument(*details)
        if kind == "shared":
            self._arguments_read += 1
            return _Shared(*details)
        if kind == "linked":
            self._arguments_read += 1
            return _Linked(*details)
        if kind == "your part":
            return self._parts.own(*details)
        if kind == "your object":
            return self._read_own_object(*details)
        if kind != "handle":
            raise wire.WireError("an object of no known kind")
        number, sort, class_name, abilities, more = details
        if type(number) is not int or type(more) is not dict:
            raise wire.WireError("a handle that is none")
        if type(more.get("member")) is str:
            member = self.lesson.member(class_name, more["member"])
            if member is not None:
                return member
        if sort == "exception class":
            return self._exception_class(number, more)
        if more.get("model") is True:
            model = self._read_model(number, sort, class_name, abilities, more)
            if model is not None:
                return model
        for what in ("part", "dataset", "symbol"):
            if more.get(what) is True:
                found = self._read_part(what, number, sort, class_name, abilities, more)
                if found is not None:
                    return found
        return self._handles.get(number, sort, class_name, abilities, more)

    def _exception_class(self, number: int, more: dict[str, Any]) -> Any:
        if number not in self._exceptions:
            if len(self._exceptions) > 1000:
                raise wire.WireError("too many exception classes")
            bases = self.lesson.bases(more.get("family"))
            known = [one for one in bases if issubclass(one, BaseException)]
            of_library = library.exception_at(more.get("library"))
            base = of_library or builtin_exception(more.get("base"))
            base = known[0] if known else base
            self._exceptions[number] = handles.exception_class(
                number, more.get("name"), base
            )
        return self._exceptions[number]

    def _read_own_object(self, number: Any, fields: Any) -> Any:
        """Return the test's own object, with the fields that it has now."""
        own = self.lesson.own(number)
        if fields is not None:
            self._earlier.keep(own)
            write_fields(own, self.lesson.checked(type(own), fields))
        return own

    def copy_of(self, handle: Any, class_name: str) -> Any:
        """Return an object of a class of the lesson with the fields of one there."""
        try:
            return self.lesson.made(class_name, self._ask(["fields", handle]))
        except wire.WireError as error:
            raise self._channel.fail(str(error)) from None

    def _read_model(self, number: int, *description: Any) -> Any:
        known = self._models.known(number)
        if known is None and self._models.refusal(number) is not None:
            return None
        handle = self._handles.get(number, *description)
        state = self._ask(["model", handle])
        try:
            with seeds.kept():
                return self._models.read(number, handle, state)
        except models.ModelRefused as error:
            self._models.refuse(number, str(error))
            handles.explain(handle, str(error))
            self.notes.add(f"a Keras model stays with the notebook: {error}")
            return None

    def _read_part(self, what: str, number: int, *description: Any) -> Any:
        """Return an object of Keras's, or a dataset, like one of the student's."""
        known = self._parts.known(number)
        if known is not None or self._parts.refusal(number) is not None:
            return known
        handle = self._handles.get(number, *description)
        told = self._ask([what, handle])
        try:
            with seeds.kept():
                if what == "part":
                    return self._parts.read(number, handle, told)
                if what == "dataset":
                    made = datasets.mirror(self, handle, told)
                else:
                    state, numbers = told
                    symbols = [self._parts.own(one) for one in numbers]
                    made = models.continued(state, symbols)
                return self._parts.keep(number, handle, made)
        except models.ModelRefused as error:
            self._parts.refuse(number, str(error))
            handles.explain(handle, str(error))
            return None


class _Argument:
    """Stands for an answer that is an argument of the call."""

    def __init__(self, key: Any) -> None:
        self.key = key


class _Linked:
    """Stands for an answer that shares parts; see `links`."""

    def __init__(self, value: Any, found: Any) -> None:
        self.value = value
        self.links = found


class _Shared:
    """A container that both processes hold; see `shared`."""

    def __init__(self, number: Any, value: Any) -> None:
        self.number = number
        self.value = value


#: What stands for an answer and is never inside of one.
_TOP = (_Argument, _Linked, _Shared)


class _NamedValue:
    """An argument that is the test's copy of what a name of the student's holds."""

    def __init__(self, name: str, value: Any) -> None:
        self.name = name
        self.value = value


def _following(iterator: Iterator[Any]) -> list[Any] | None:
    for one in iterator:
        return [one]
    return None


def _plain_arguments(error: BaseException) -> list[Any]:
    """Return what an exception was made with if it is plain, or else its text."""
    plain = (type(None), bool, int, float, str)
    args = list(error.args)
    if all(type(one) in plain for one in args) and len(str(args)) <= _MOST_TEXT:
        return args
    return [str(error)[:_MOST_TEXT]]


@functools.cache
def _own_modules() -> frozenset[str]:
    return frozenset(sys.stdlib_module_names) | _LIBRARIES


def _library_name(value: Any) -> list[str] | None:
    """Module and name by which the student's process finds the same object."""
    module = getattr(value, "__module__", None)
    if module is None and isinstance(value, types.BuiltinFunctionType):
        module = "builtins"
    name = getattr(value, "__qualname__", None) or getattr(value, "__name__", None)
    numpy = sys.modules.get("numpy")
    if numpy is not None and isinstance(value, numpy.ufunc):
        module, name = "numpy", value.__name__
    if not isinstance(module, str) or not isinstance(name, str):
        return None
    if not (isinstance(value, type) or callable(value)):
        return None
    if module.partition(".")[0] not in _own_modules() or module == "__main__":
        return None
    with contextlib.suppress(Exception):
        found: Any = importlib.import_module(module)
        for part in name.split("."):
            found = getattr(found, part)
        if found is value:
            return [module, name]
    return None


def _plain_class(module: Any, name: Any) -> type:
    """Return a built-in class or a scalar type of NumPy's by its name."""
    import builtins

    found = None
    if module == "builtins" and type(name) is str:
        found = getattr(builtins, name, None)
    elif module == "numpy" and type(name) is str:
        import numpy

        found = getattr(numpy, name, None) if name in numpy.sctypeDict else None
    if not isinstance(found, type):
        raise wire.WireError("a class that is none")
    return found
