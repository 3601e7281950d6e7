"""What objects of the lesson's own classes hold.

The examiner uses this module too, for its own objects of such classes.
"""

import contextlib
from typing import Any


def fields_of(value: Any) -> dict[str, Any]:
    """Return the attributes that an object holds itself."""
    fields = dict(getattr(value, "__dict__", {}))
    for name in _slots_of(type(value)):
        with contextlib.suppress(AttributeError):
            fields[name] = getattr(value, name)
    return fields


def set_fields(value: Any, fields: dict[str, Any]) -> None:
    """Give an object these attributes and no others, whatever its class does then."""
    slots = _slots_of(type(value))
    held = getattr(value, "__dict__", None)
    if held is not None:
        held.clear()
    for name in slots:
        with contextlib.suppress(AttributeError):
            object.__delattr__(value, name)
    for name, content in fields.items():
        if held is not None and name not in slots:
            held[name] = content
        else:
            object.__setattr__(value, name, content)


def _slots_of(kind: type) -> list[str]:
    found: list[str] = []
    for one in kind.__mro__:
        slots = one.__dict__.get("__slots__", ())
        names = [slots] if isinstance(slots, str) else list(slots)
        found += [name for name in names if not name.startswith("__")]
    return found
