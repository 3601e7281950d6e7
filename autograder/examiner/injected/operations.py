"""What the examiner may have done to a student's object, besides calls.

The names are what a request says; the examiner does not send code.
"""

import builtins
import operator

#: By name, as in a request.
OPERATIONS = {
    name: getattr(operator, name)
    for name in [
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
        "iadd",
        "isub",
        "imul",
        "imatmul",
        "itruediv",
        "ifloordiv",
        "imod",
        "ipow",
        "iand",
        "ior",
        "ixor",
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
