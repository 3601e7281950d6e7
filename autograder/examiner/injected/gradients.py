"""Functions of the other process in TensorFlow's graphs and under its tapes.

A function that is called across the processes gives constants, as far as TensorFlow can
see. Here its result is tied to the tensors it was called with: a gradient is asked for
in the process where the function is, and in a graph it becomes an operation that calls
it. The examiner uses this module for functions of the student's, the agent for
functions of the test.
"""

import sys
from collections.abc import Callable
from typing import Any

#: In the place of a size that a graph leaves open, when the shape is tried out.
_ANY_SIZE = 3


def tie(value: Any, arguments: list[Any], gradient: Callable[[Any], Any]) -> Any:
    """Return a result that has gradients with respect to tensors among the arguments.

    Args:
        value: What the function returned; anything but one tensor is left as it is.
        arguments: What it was called with.
        gradient: Called with the gradient with respect to `value`; returns those with
            respect to the tensors, None for a tensor that does not matter.
    """
    tensors = _tensors(arguments)
    if not tensors or not _is_one(value, "Tensor") or not _is_recording():
        return value
    tensorflow = sys.modules["tensorflow"]

    @tensorflow.custom_gradient
    def through(*given: Any) -> Any:
        def back(upstream: Any) -> Any:
            found = gradient(upstream)
            return [
                tensorflow.zeros_like(one) if slope is None else slope
                for one, slope in zip(given, found, strict=True)
            ]

        return tensorflow.identity(value), back

    return through(*[tensorflow.convert_to_tensor(one) for one in tensors])


def gradients(function: Any, args: list[Any], kwargs: dict[str, Any], up: Any) -> Any:
    """Return gradients of a function with respect to the tensors it is called with.

    Args:
        function: The function.
        args: Its arguments.
        kwargs: Its keyword arguments.
        up: The gradient with respect to its result.
    """
    tensorflow = sys.modules["tensorflow"]
    tensors = _tensors([*args, *kwargs.values()])
    with tensorflow.GradientTape() as tape:
        for one in tensors:
            tape.watch(one)
        result = function(*args, **kwargs)
    return [
        None if one is None else tensorflow.convert_to_tensor(one)
        for one in tape.gradient(result, tensors, output_gradients=up)
    ]


def in_graph(function: Any, args: list[Any], kwargs: dict[str, Any]) -> Any:
    """Call a function in a graph that is being made.

    Args:
        function: Takes and gives tensors with values.
        args: Its arguments, of which some are tensors without values.
        kwargs: Its keyword arguments.

    Returns:
        Tensors, in the structure and of the types and shapes that the function gives
        for zeros.
    """
    tensorflow = sys.modules["tensorflow"]
    nest = tensorflow.nest
    names = [*range(len(args)), *kwargs]
    given = dict(zip(names, [*args, *kwargs.values()], strict=True))
    tensors = {name: one for name, one in given.items() if is_symbolic(one)}

    def call(*values: Any) -> list[Any]:
        full = {**given, **dict(zip(tensors, values, strict=True))}
        positional = [full[number] for number in range(len(args))]
        named = {name: full[name] for name in kwargs}
        result = function(*positional, **named)
        structures.setdefault("first", result)
        return [tensorflow.convert_to_tensor(one) for one in nest.flatten(result)]

    structures: dict[str, Any] = {}
    with tensorflow.init_scope():
        zeros = {
            name: tensorflow.zeros([size or _ANY_SIZE for size in one.shape], one.dtype)
            for name, one in tensors.items()
        }
        tried = call(*zeros.values())
    types = [one.dtype for one in tried]
    results = tensorflow.py_function(call, list(tensors.values()), types)
    for result, one in zip(results, tried, strict=True):
        result.set_shape(_shape(one, zeros, tensors))
    return nest.pack_sequence_as(structures["first"], results)


def _shape(tried: Any, zeros: dict[Any, Any], tensors: dict[Any, Any]) -> Any:
    """Return the shape of a result, from what zeros gave."""
    for name, one in zeros.items():
        if one.shape == tried.shape:  # entry by entry, most likely
            return tensors[name].shape
    return [None if size == _ANY_SIZE else size for size in tried.shape]


def is_symbolic(value: Any) -> bool:
    """Say whether a value is a tensor of a graph, without a value."""
    if not _is_one(value, "Tensor") or hasattr(value, "numpy"):
        return False
    return value.shape.rank is not None


def _tensors(arguments: list[Any]) -> list[Any]:
    return [
        one
        for one in arguments
        if (_is_one(one, "Tensor") or _is_one(one, "Variable"))
        and one.dtype.is_floating
    ]


def _is_one(value: Any, name: str) -> bool:
    if not type(value).__module__.startswith("tensorflow."):  # whatever it says it is
        return False
    return isinstance(value, getattr(sys.modules.get("tensorflow"), name, ()))


def _is_recording() -> bool:
    """Say whether a gradient may be asked for later."""
    record = sys.modules.get("tensorflow.python.eager.record")
    try:
        return bool(record.could_possibly_record())  # type: ignore[union-attr]
    except AttributeError:  # not a public name
        return True
