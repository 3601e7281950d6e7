"""What the examiner may have done to a student's object, besides calls.

The names are what a request says; the examiner does not send code.
"""

import builtins
import operator

#: Operators with two operands, which may work in place, too, by the names of their
#: functions in `operator`.
BINARY = (
    "add",
    "sub",
    "mul",
    "matmul",
    "truediv",
    "floordiv",
    "mod",
    "pow",
    "lshift",
    "rshift",
    "and_",
    "or_",
    "xor",
)
#: By name, as in a request.
OPERATIONS = {
    name: getattr(operator, name)
    for name in [
        *BINARY,
        *("i" + name.rstrip("_") for name in BINARY),
        "neg",
        "pos",
        "abs",
        "invert",
        "eq",
        "ne",
        "lt",
        "le",
        "gt",
        "ge",
        "getitem",
        "setitem",
        "delitem",
        "contains",
        "length_hint",
    ]
}
OPERATIONS |= {
    name: getattr(builtins, name)
    for name in [
        "len",
        "iter",
        "reversed",
        "next",
        "str",
        "repr",
        "format",
        "round",
        "dir",
        "isinstance",
        "issubclass",
        "getattr",
        "setattr",
        "delattr",
        "divmod",
        "bool",
        "int",
        "float",
        "complex",
        "hash",
    ]
}
OPERATIONS |= {
    "enter": lambda manager: type(manager).__enter__(manager),
    "exit": lambda manager, *error: type(manager).__exit__(manager, *error),
    "class": type,
    "str_of_number": lambda value: str(value),
}
