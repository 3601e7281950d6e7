"""What is told of an object that stays in the student's process, and of an error.

The examiner makes a handle of it (`handles`). All of it is the student's word.
"""

import builtins
import enum
import sys
import traceback
import types
from typing import Any

from . import networks, signatures

MOST_TEXT = 4000

#: Methods by which the examiner tells what its handle must offer.
ABILITIES = (
    "__call__",
    "__iter__",
    "__next__",
    "__len__",
    "__getitem__",
    "__setitem__",
    "__delitem__",
    "__contains__",
    "__enter__",
    "__reversed__",
    "__await__",
)


class Held:
    """An object that goes over as a handle whatever it is."""

    def __init__(self, value: Any) -> None:
        self.value = value


def public_name(value: Any) -> list[str] | None:
    """Where a built-in class or a NumPy scalar type is known under its own name."""
    if isinstance(value, type):
        if getattr(builtins, value.__name__, None) is value:
            return ["builtins", value.__name__]
        numpy = sys.modules.get("numpy")
        if (
            numpy is not None
            and issubclass(value, numpy.generic)
            and getattr(numpy, value.__name__, None) is value
        ):
            return ["numpy", value.__name__]
    return None


def describe(value: Any) -> list[Any]:
    """Kind, class name, abilities and what else a handle shows without asking."""
    kind = type(value)
    details: dict[str, Any] = {}
    if isinstance(value, types.ModuleType):
        sort = "module"
        details["name"] = _text(value.__name__)
    elif isinstance(value, type):
        sort = "class"
        details["name"] = _text(value.__name__)
        if issubclass(value, BaseException):
            sort = "exception class"
            details["base"] = next(
                one.__name__
                for one in value.__mro__
                if getattr(builtins, one.__name__, None) is one
            )
    else:
        # An object of the student's own that can be called is an object still.
        is_own = kind.__module__ == "__main__"
        sort = "function" if callable(value) and not is_own else "object"
    if callable(value) and not isinstance(value, type):
        details["name"] = _text(getattr(value, "__name__", kind.__name__))
    if callable(value):
        details["doc"] = _text(getattr(value, "__doc__", None))
        details["signature"] = signatures.rows_of(value)
    if networks.is_model(value):
        details["model"] = True
    elif networks.is_new_part(value):
        details["part"] = True
    elif networks.is_dataset(value):
        details["dataset"] = True
    elif networks.is_symbol(value):
        details["symbol"] = True
    methods = {name for one in kind.__mro__ for name in vars(one)}
    abilities = [index for index, name in enumerate(ABILITIES) if name in methods]
    if sort == "function" and 0 not in abilities:
        abilities.append(0)
    family = value.__mro__ if isinstance(value, type) else kind.__mro__
    own = [one.__name__ for one in family if one.__module__ == "__main__"]
    if own:
        details["family"] = own[:50]
        if isinstance(value, enum.Enum):
            details["member"] = value.name
    if sort != "module":
        library = next(one for one in family if one.__module__ != "__main__")
        details["library"] = [str(library.__module__), library.__qualname__]
    details["hashable"] = getattr(kind, "__hash__", None) is not None
    return [sort, _text(kind.__name__) or "object", abilities, details]


def _text(value: Any) -> str | None:
    return str(value)[:MOST_TEXT] if isinstance(value, str) else None


def describe_error(error: BaseException) -> dict[str, Any]:
    """Return what the examiner needs to raise an error of the student's again."""
    kind = type(error)
    base = next(
        one for one in kind.__mro__ if getattr(builtins, one.__name__, None) is one
    )
    try:
        message = str(error)[:MOST_TEXT]
    except BaseException:
        message = "(its message cannot be shown)"
    try:
        frames = traceback.format_exception(kind, error, error.__traceback__)
        shown = "".join(frames)[-MOST_TEXT:]
    except BaseException:
        shown = ""
    plain = (type(None), bool, int, float, str)
    args = [one for one in error.args if type(one) in plain][:20]
    is_whole = len(args) == len(error.args) and (args or not message)
    if not is_whole or len(str(args)) > MOST_TEXT:
        args = [message]
    return {
        "base": base.__name__,
        "name": str(kind.__name__)[:200],
        "message": message,
        "args": args,
        "traceback": shown,
        "class": None if base is kind else kind,
        "object": None if base is kind else Held(error),
    }
