"""Parameters of a function, as the two processes tell of them."""

import inspect
from typing import Any

_MOST = 100
_PLAIN = (type(None), bool, int, float, str)


def rows_of(value: Any) -> list[list[Any]] | None:
    """Return names, kinds and plain defaults of a function's parameters."""
    try:
        parameters = inspect.signature(value).parameters.values()
    except Exception:  # it compares the value, whose class may not be prepared for it
        return None
    rows = []
    for one in list(parameters)[:_MOST]:
        row: list[Any] = [str(one.name), int(one.kind)]
        if one.default is not one.empty:
            row.append(one.default if type(one.default) in _PLAIN else "...")
        rows.append(row)
    return rows


def signature_of(rows: Any) -> inspect.Signature | None:
    """Return the signature that such rows tell of, None if they are none."""
    if type(rows) is not list:
        return None
    kinds = list(inspect._ParameterKind)
    parameters = []
    try:
        for name, kind, *default in rows[:_MOST]:
            given = default[0] if default else inspect.Parameter.empty
            if default and type(given) not in _PLAIN:
                return None
            parameters.append(inspect.Parameter(name, kinds[kind], default=given))
        return inspect.Signature(parameters)
    except (TypeError, ValueError, LookupError):
        return None
