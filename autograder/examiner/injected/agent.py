"""What stands in the student's kernel and answers the examiner.

While a cell of the grader runs, `serve` takes requests from the kernel's own stdin
socket (open on every kernel, of no use to a notebook that runs unattended) in the
kernel's main thread, where the student's cells run too, and answers each.

Nothing here is trusted: it lives in the student's process and may be replaced by the
student, who then answers in its place. Checks are on the examiner's side; what is
checked here spares honest students a confusing message.
"""

import builtins
import contextlib
import importlib
import inspect
import itertools
import os
import sys
import threading
from typing import Any

from . import (
    attributes,
    descriptions,
    generators,
    gradients,
    links,
    listening,
    networks,
    operations,
    shared,
    signatures,
    texts,
    wire,
)

MOST_NESTED = 160
#: Frames of Python that one more call between the test and the student's code may take.
FRAMES_OF_A_CALL = 30
#: Characters of the source text of a function or class.
MOST_SOURCE = 200_000

_MUTABLE = (list, dict, set)
_CHANGING = ("ndarray", "Generator", "RandomState")
#: Requests that run the student's code.
_RUNNING = {"call", "operate", "next", "await", "gradients"}


class _Stop(BaseException):
    """The examiner has finished with this cell."""


class Agent:
    """Answers requests about the names and objects of one kernel.

    Args:
        namespace: The notebook's own names.
        socket: The kernel's stdin socket, a ROUTER.
    """

    def __init__(self, namespace: dict[str, Any], socket: Any) -> None:
        self._namespace = namespace
        self._socket = socket
        self._numbers: dict[int, int] = {}
        self._objects: dict[int, Any] = {}
        self._counter = itertools.count(1)
        self._identity = b""
        self._token = b""
        self._nested = 0
        #: Held by the thread that asks the test for something.
        self._asking = threading.RLock()
        self._models: dict[int, Any] = {}
        self._parts: dict[int, Any] = {}
        self._set_aside: dict[str, Any] = {}
        self._listener: listening.Listener | None = None
        self._warned: listening.Warned | None = None
        self._replaced: dict[str, Any] = {}
        self._files = texts.Texts(os.getcwd())
        #: Lists and the like that both processes hold, as they were last told.
        self._shared = shared.Shared(self._written_as)
        #: Copies of the test's objects of classes of the lesson, by their numbers.
        self._copies: dict[int, Any] = {}
        self._copy_numbers: dict[int, int] = {}
        self._written: set[int] = set()

    def serve(self, identity: str) -> None:
        """Answer the examiner of this identity until it says that the cell is done."""
        self._identity = bytes.fromhex(identity)
        self._nested = 0
        try:
            while True:
                self._answer()
        except (_Stop, KeyboardInterrupt):
            return
        finally:
            for name, value in self._set_aside.items():
                self._namespace[name] = value
            self._set_aside.clear()
            self._do_replace([], dict.fromkeys(self._replaced))
            self._copies.clear()
            self._copy_numbers.clear()
            self._shared.clear()
            self._do_listen([], False)
            self._do_watch([], False)

    def _receive(self) -> tuple[bytes, bytes, list[Any]]:
        while True:
            frames = self._socket.recv_multipart()
            if len(frames) >= 3 and frames[0] == self._identity:
                return frames[1], frames[2], frames[3:]

    def _answer(self) -> Any:
        """Take one request; return None, or the answer to a callback of ours."""
        token, payload, parts = self._receive()
        changed: list[Any] = []
        kind = ""
        held, self._token = self._token, token
        self._nest(1)
        try:
            decoder = wire.Decoder(parts, self._read_other, share=True)
            kind, *operands = decoder.decode(payload)
            if kind == "end":
                self._send(token, ["value", None, [], False, []])
                raise _Stop
            if kind == "answer":
                held = token  # what goes on after the callback replies to this one
                return operands
            value = getattr(self, "_do_" + kind)(changed, *operands)
            reply: list[Any] = ["value", value, changed]
        except _Stop:
            raise
        except wire.WireError as error:
            problem = TypeError(f"An argument cannot be taken over: {error}.")
            reply = ["error", descriptions.describe_error(problem), changed]
        except BaseException as error:
            reply = ["error", descriptions.describe_error(error), changed]
        finally:
            token, self._token = self._token, held
            self._nest(-1)
        runs = kind in _RUNNING
        reply.append(runs and self._files.changed())
        reply.append(self._shared.news() if runs else [])
        try:
            self._send(token, reply)
        except KeyboardInterrupt:
            raise
        except BaseException as error:
            problem = TypeError(f"The value cannot be handed to the test: {error}.")
            self._send(
                token, ["error", descriptions.describe_error(problem), [], False, []]
            )
        return None

    def _nest(self, change: int) -> None:
        """Note a call in a call, which shall leave the student's code its stack."""
        self._nested += change
        with contextlib.suppress(ValueError, RecursionError):
            sys.setrecursionlimit(sys.getrecursionlimit() + change * FRAMES_OF_A_CALL)

    def _send(self, token: bytes, reply: list[Any]) -> None:
        encoder = wire.Encoder(self._write_other)
        self._written.clear()
        payload = encoder.encode(reply)
        self._socket.send_multipart([self._identity, token, payload, *encoder.parts])

    # What can be asked for.

    def _do_name(self, _: list[Any], name: str) -> Any:
        return ["found", self._namespace[name]] if name in self._namespace else None

    def _do_names(self, _: list[Any]) -> list[str]:
        return [name for name in self._namespace if type(name) is str]

    def _do_unbind(self, _: list[Any], name: str) -> bool:
        """Take a name away until the cell is done; whether it was there."""
        if name not in self._namespace:
            return False
        self._set_aside.setdefault(name, self._namespace.pop(name))
        return True

    def _do_bind(self, _: list[Any], name: str, value: Any) -> None:
        """Give a name another function until the cell is done."""
        if name in self._namespace:
            self._set_aside.setdefault(name, self._namespace[name])
        self._namespace[name] = value

    def _do_call(
        self, changed: list[Any], target: Any, args: list[Any], kwargs: dict[str, Any]
    ) -> Any:
        given = [*enumerate(args), *kwargs.items()]
        before = [
            (key, value, self._snapshot(value))
            for key, value in given
            if _may_change(value) or self._holds_copies(value)
        ]
        try:
            result = target(*args, **kwargs)
            same = [key for key, value in given if value is result]
            if same and _may_be_same(result):
                return _Argument(same[0])
            found = links.find(result, dict(given))
            return _Linked(result, found) if found else self._own(result)
        finally:
            for key, value, snapshot in before:
                if self._snapshot(value) != snapshot:
                    changed.append([key, _content(value)])
                    self._shared.told(value)

    def _do_gradients(
        self,
        _: list[Any],
        target: Any,
        args: list[Any],
        kwargs: dict[str, Any],
        upstream: Any,
    ) -> Any:
        return gradients.gradients(target, args, kwargs, upstream)

    def _own(self, value: Any) -> Any:
        """Return an answer as one that both processes hold, if it is such a one."""
        number = self._shared.number_of(value)
        return value if number is None else _Own(number, value)

    def _written_as(self, value: Any) -> bytes | None:
        def other(part: Any) -> Any:
            if part is value:  # an array of records, say, which stays where it is
                raise wire.WireError("it does not cross")
            return self._write_other(part)

        encoder = wire.Encoder(other)
        self._written.clear()
        try:
            payload = encoder.encode(value)
        except wire.WireError:
            return None
        return payload if not encoder.parts else None

    def _do_share(self, _: list[Any], changes: list[Any]) -> None:
        """Take over what the test has changed of what both processes hold."""
        for number, content in changes:
            self._shared.change(number, content)

    def _do_operate(self, _: list[Any], name: str, args: list[Any]) -> Any:
        return self._own(operations.OPERATIONS[name](*args))

    def _do_next(self, _: list[Any], iterator: Any) -> Any:
        try:
            return ["item", next(iterator)]
        except StopIteration:
            return None

    def _do_await(self, _: list[Any], awaitable: Any) -> Any:
        """Run an awaitable to its end, in a thread: the kernel's loop is busy here."""
        import asyncio
        import concurrent.futures

        async def wait() -> Any:
            return await awaitable

        with concurrent.futures.ThreadPoolExecutor(1) as pool:
            return pool.submit(asyncio.run, wait()).result()

    def _do_seed(self, _: list[Any], states: dict[str, Any]) -> None:
        """Take over the generators that the test has seeded."""
        for name, seed in generators.SEEDERS.items():
            if name in states:
                seed(states[name])

    def _do_replace(self, _: list[Any], functions: dict[str, Any]) -> None:
        """Put the test's functions in the place of library ones; None takes one back.

        Args:
            functions: By module and name, `builtins.input`.
        """
        for place, function in functions.items():
            name, _, attribute = place.rpartition(".")
            module = importlib.import_module(name)
            own = self._replaced.setdefault(place, getattr(module, attribute))
            stand_in = own if function is None else self._stand_in(function, own)
            setattr(module, attribute, stand_in)

    def _stand_in(self, function: Any, own: Any) -> Any:
        def call(*args: Any, **kwargs: Any) -> Any:
            is_answer = threading.current_thread() is threading.main_thread()
            called = function if is_answer and self._nested else own
            return called(*args, **kwargs)

        return call

    def _do_listen(self, _: list[Any], listens: bool) -> None:
        """Begin or cease to keep what the student's code prints, for the test."""
        if listens and self._listener is None:
            self._listener = listening.Listener(sys.stdout)
            sys.stdout = self._listener
        elif not listens and self._listener is not None:
            sys.stdout = self._listener.stream
            self._listener = None

    def _do_printed(self, _: list[Any]) -> str:
        return "" if self._listener is None else self._listener.take()

    def _do_watch(self, _: list[Any], watches: bool) -> None:
        """Begin or cease to keep what the student's code warns of, for the test."""
        if self._warned is not None and not watches:
            self._warned.close()
            self._warned = None
        elif self._warned is None and watches:
            self._warned = listening.Warned()

    def _do_warned(self, _: list[Any]) -> list[Any]:
        return [] if self._warned is None else self._warned.take()

    def _do_files(self, _: list[Any], files: dict[str, Any]) -> dict[str, Any]:
        """Write the test's files and return those that the student's code wrote."""
        written = self._files.news()
        self._files.put(files)
        return {name: one for name, one in written.items() if name not in files}

    def _do_folder(self, _: list[Any], place: str) -> None:
        """Let the folder of the tests, by the name it has there, be this one."""
        if not os.path.lexists(place):
            with contextlib.suppress(OSError):
                os.makedirs(os.path.dirname(place), exist_ok=True)
                os.symlink(self._files.folder, place)

    def _do_source(self, _: list[Any], target: Any) -> list[Any]:
        lines, first = inspect.getsourcelines(target)
        return ["".join(lines)[:MOST_SOURCE], first]

    def _do_fields(self, _: list[Any], value: Any) -> dict[str, Any]:
        return attributes.fields_of(value)

    def _do_release(self, _: list[Any], numbers: list[int]) -> None:
        for number in numbers:
            if number in self._objects:
                self._numbers.pop(id(self._objects.pop(number)), None)

    def _do_model(self, _: list[Any], model: Any) -> Any:
        return networks.model_state(model)

    def _do_dataset(self, _: list[Any], dataset: Any) -> Any:
        return [*networks.structure_of(dataset), int(dataset.cardinality())]

    def _do_symbol(self, _: list[Any], symbol: Any) -> Any:
        return networks.leading_to(symbol, self._parts)

    def _do_part(self, _: list[Any], part: Any) -> Any:
        return importlib.import_module("keras").saving.serialize_keras_object(part)

    def _snapshot(self, value: Any) -> Any:
        encoder = wire.Encoder(self._write_other)
        self._written.clear()
        try:
            return encoder.encode(_content(value)), encoder.parts
        except wire.WireError:
            return None

    def _holds_copies(self, value: Any) -> bool:
        if type(value) is tuple:
            return any(map(self._holds_copies, value))
        return id(value) in self._copy_numbers

    def _write_copy(self, value: Any) -> list[Any] | None:
        """Return what stands for the test's own object, None for another one."""
        number = self._copy_numbers.get(id(value))
        if number is None:
            return None
        if number in self._written:
            return ["your object", number, None]
        self._written.add(number)
        return ["your object", number, attributes.fields_of(value)]

    def _read_copy(self, number: int, name: str, fields: Any) -> Any:
        copy = self._copies.get(number)
        if copy is None:
            copy = self._copies[number] = object.__new__(self._class_named(name))
            self._copy_numbers[id(copy)] = number
        if fields is not None:
            attributes.set_fields(copy, fields)
        return copy

    def _class_named(self, name: str) -> type:
        kind = self._namespace.get(name)
        if not isinstance(kind, type):
            raise wire.WireError(f"the notebook has no class `{name}`")
        return kind

    # Objects that are not plain.

    def _write_other(self, value: Any) -> Any:
        for number, model in self._models.items():
            if model is value:
                return ["your model", number, networks.model_content(value)]
        for number, part in self._parts.items():
            if part is value:
                return ["your part", number]
        copy = self._write_copy(value)
        if copy is not None:
            return copy
        if type(value) is _Argument:
            return ["argument", value.key]
        if type(value) is _Own:
            return ["shared", value.number, value.value]
        if type(value) is _Linked:
            return ["linked", value.value, value.links]
        if type(value) is descriptions.Held:
            value = value.value
        else:
            name = descriptions.public_name(value)
            if name is not None:
                return ["named", *name]
        number = self._numbers.get(id(value))
        if number is None:
            number = next(self._counter)
            self._objects[number] = value
            self._numbers[id(value)] = number
        return ["handle", number, *descriptions.describe(value)]

    def _read_other(self, content: list[Any]) -> Any:
        kind, *details = content
        if kind == "handle":
            return self._objects[details[0]]
        if kind == "named":
            module, path = details
            found = importlib.import_module(module)
            for part in path.split("."):
                found = getattr(found, part)
            return found
        if kind == "shared":
            return self._shared.meet(*details)
        if kind == "value of":
            name, value = details
            own = self._namespace.get(name)
            same = type(own) is type(value)
            return (
                own if same and self._snapshot(own) == self._snapshot(value) else value
            )
        if kind == "callback":
            return self._callback(*details)
        if kind == "instance":
            return self._read_copy(*details)
        if kind == "member":
            return self._class_named(details[0])[details[1]]  # type: ignore[index]
        if kind == "values":
            return dict(enumerate(details[0])).values()
        if kind == "iterator":
            return _items(self._callback(details[0], "an iterator of the test"))
        if kind == "random state":
            numpy = importlib.import_module("numpy")
            made = numpy.random.RandomState()
            made.set_state(details[0])
            return made
        if kind == "generator":
            name, state = details
            numpy = importlib.import_module("numpy")
            bits = getattr(numpy.random, name)()
            bits.state = state
            return numpy.random.Generator(bits)
        if kind == "model":
            number, state = details
            model = self._models.get(number)
            if model is None:
                with generators.kept():
                    model = networks.make_model(*state)
                self._models[number] = model
            else:
                networks.update_model(model, *state[2:])
            return model
        if kind == "part":
            return self._read_part(*details)
        if kind == "dataset":
            number, content = details
            if number not in self._parts:
                self._parts[number] = networks.make_dataset(*content)
            return self._parts[number]
        if kind == "symbol":
            number, shape, dtype = details
            if number not in self._parts:
                keras = importlib.import_module("keras")
                self._parts[number] = keras.Input(batch_shape=shape, dtype=dtype)
            return self._parts[number]
        if kind == "same part":
            return self._objects[details[0]]
        if kind == "same model":
            model = self._objects[details[0]]
            networks.update_model(model, *details[1])
            return model
        raise wire.WireError(f"no object is a {kind}")

    def _read_part(
        self, number: int, config: Any, shapes: Any, weights: list[Any]
    ) -> Any:
        part = self._parts.get(number)
        if part is None:
            keras = importlib.import_module("keras")
            with generators.kept():
                part = keras.saving.deserialize_keras_object(config)
            self._parts[number] = part
        if shapes is not None:
            if not part.built:
                part.build_from_config(shapes)
            part.set_weights(weights)
        return part

    def _callback(
        self, number: int, name: str, doc: str | None = None, rows: Any = None
    ) -> Any:
        def ask(number: int, args: list[Any], kwargs: dict[str, Any]) -> Any:
            with self._asking:  # threads of the student's may call it at the same time
                return ask_alone(number, args, kwargs)

        def ask_alone(number: int, args: list[Any], kwargs: dict[str, Any]) -> Any:
            if self._nested == 0:
                raise RuntimeError(f"{name} belongs to a test that is over.")
            if self._nested > MOST_NESTED:
                raise RecursionError(f"{name} and your code call each other too deep.")
            self._send(self._token, ["callback", [number, args, kwargs], [], False, []])
            answer = None
            while answer is None:
                answer = self._answer()
            kind, value = answer
            if kind == "error":
                raise _error_of_test(*value)
            return value

        def call(*args: Any, **kwargs: Any) -> Any:
            given = [*args, *kwargs.values()]
            if any(map(gradients.is_symbolic, given)):
                return gradients.in_graph(call, list(args), kwargs)
            value = ask(number, list(args), kwargs)

            def slopes(upstream: Any) -> Any:
                return ask(-number, [list(args), kwargs, upstream], {})

            return gradients.tie(value, given, slopes)

        call.__name__ = call.__qualname__ = name
        call.__doc__ = doc
        signature = signatures.signature_of(rows)
        if signature is not None:
            call.__signature__ = signature  # type: ignore[attr-defined]
        call.autograph_info__ = {}  # type: ignore[attr-defined]  # as in `handles`
        return call


def _items(following: Any) -> Any:
    """Give what an iterator of the test gives, as it is asked for."""
    while True:
        found = following()
        if found is None:
            return
        yield found[0]


class _Argument:
    """Stands for a result that is an argument of the same call, itself."""

    def __init__(self, key: int | str) -> None:
        self.key = key


class _Own:
    """A result that stays with the student's objects, and the test may change."""

    def __init__(self, number: int, value: Any) -> None:
        self.number = number
        self.value = value


class _Linked:
    """A result that shares parts with arguments, or has one part twice."""

    def __init__(self, value: Any, found: list[list[Any]]) -> None:
        self.value = value
        self.links = found


def _may_be_same(value: Any) -> bool:
    """Whether it matters that a result is the very object of the test's."""
    return type(value) in _MUTABLE or type(value).__name__ in ("ndarray", "deque")


def _error_of_test(name: str, args: list[Any]) -> BaseException:
    """Make the exception that a function of the test has raised."""
    try:
        return getattr(builtins, name)(*args)
    except Exception:
        return RuntimeError(*args)


def _may_change(value: Any) -> bool:
    kind = type(value)
    if kind in _MUTABLE:
        return True
    if kind is tuple:
        return any(_may_change(entry) for entry in value)
    module = kind.__module__
    if module == "collections" or kind.__name__ in _CHANGING:
        return True
    return module.startswith(("keras.", "tensorflow.")) and kind.__name__ in (
        "ResourceVariable",
        "Sequential",
        "Functional",
        "Variable",
    )


def _content(value: Any) -> Any:
    """What of an argument is compared and sent back when a call has changed it."""
    if networks.is_model(value):
        return networks.model_content(value)
    if type(value).__name__ == "Generator" and hasattr(value, "bit_generator"):
        return value.bit_generator.state
    if type(value).__name__ == "RandomState" and hasattr(value, "get_state"):
        return value.get_state(legacy=False)
    return value
