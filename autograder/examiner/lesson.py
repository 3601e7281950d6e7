"""Objects of the classes that the instructor's own cells define.

Such a cell runs in both processes, so each has the class. An object of the test's goes
to the student's process as the name of its class and its fields, and comes back as
itself. Of an object of the student's the examiner holds a handle; it is of the
grader's class here, and what the class says to comparisons is asked of the grader's
text, on the fields alone.
"""

from __future__ import annotations

import abc
import enum
import types
from collections.abc import Callable
from typing import Any

from autograder.examiner.injected.attributes import fields_of, set_fields
from autograder.examiner.injected.wire import WireError

#: Bases of a class whose objects hold nothing besides their fields.
_BARE = ("__main__", "abc", "typing", "collections.abc")
_MOST_OBJECTS = 10_000


class LessonObjects:
    """Writes and reads them for one student's process.

    Args:
        find: Returns what a name of the grader's stands for, or None.
    """

    def __init__(self, find: Callable[[str], Any]) -> None:
        self._find = find
        self._objects: dict[int, Any] = {}
        self._numbers: dict[int, int] = {}
        self._written: set[int] = set()
        self._derived: dict[tuple[type, str], type] = {}

    def begin_cell(self) -> None:
        """Forget the objects of earlier cells."""
        self._objects.clear()
        self._numbers.clear()

    def begin_message(self) -> None:
        """Write each object once more."""
        self._written.clear()

    def class_named(self, name: Any) -> type | None:
        """Return the grader's class of this name, if there is one."""
        found = self._find(name) if type(name) is str else None
        if not isinstance(found, type) or found.__module__ != "__main__":
            return None
        return found if found.__name__ == name else None

    def is_one(self, value: Any) -> bool:
        """Say whether a value is an object of such a class."""
        return self.class_named(type(value).__name__) is type(value)

    def write(self, value: Any) -> list[Any] | None:
        """Return what stands for an object in a message; None if it cannot cross."""
        kind = type(value)
        if not self.is_one(value):
            return None
        if isinstance(value, enum.Enum):
            return ["member", kind.__name__, value.name]
        if not all(one is object or one.__module__ in _BARE for one in kind.__mro__):
            return None
        number = self._numbers.get(id(value))
        if number is None:
            number = len(self._objects) + 1
            if number > _MOST_OBJECTS:
                raise WireError("more objects of the lesson's classes than may cross")
            self._objects[number] = value
            self._numbers[id(value)] = number
        if number in self._written:  # objects may know each other
            return ["instance", number, kind.__name__, None]
        self._written.add(number)
        return ["instance", number, kind.__name__, fields_of(value)]

    def own(self, number: Any) -> Any:
        """Return the test's object of this number."""
        if type(number) is not int or number not in self._objects:
            raise WireError("an object of the test's that is none")
        return self._objects[number]

    def member(self, class_name: Any, name: Any) -> Any:
        """Return the grader's member of an enumeration; None if it has none."""
        kind = self.class_named(class_name)
        if kind is None or not issubclass(kind, enum.Enum) or type(name) is not str:
            return None
        return kind.__members__.get(name)

    def made(self, class_name: str, fields: Any) -> Any:
        """Return a new object of the grader's class with these fields."""
        kind = self.class_named(class_name)
        if kind is None:
            raise WireError("an object of no class of the lesson's")
        made = object.__new__(kind)
        set_fields(made, self.checked(kind, fields))
        return made

    @staticmethod
    def checked(kind: type, fields: Any) -> dict[str, Any]:
        """Return fields from the student's process, none of which is a method's name.

        Raises:
            WireError: If one is, so that the student's function would be called in its
                place, or if they are no fields.
        """
        if type(fields) is not dict or any(type(name) is not str for name in fields):
            raise WireError("fields that are none")
        for name in fields:
            if name.startswith("__") or callable(getattr(kind, name, None)):
                raise WireError("a field in the place of a method")
        return fields

    def bases(self, family: Any) -> tuple[type, ...]:
        """Return the grader's classes among the names that a class descends from."""
        names = family[:50] if type(family) is list else []
        found = [self.class_named(name) for name in names]
        return tuple(one for one in found if one is not None)

    def class_of(self, label: str, family: Any) -> type | None:
        """Return the class that an object with these ancestors has here, if any."""
        bases = self.bases(family)
        if not bases:
            return None
        base = bases[0]
        if label == base.__name__ or type(base) not in (type, abc.ABCMeta):
            return base
        if any("__init_subclass__" in vars(one) for one in base.__mro__[:-1]):
            return base  # which is the grader's to decide about, not the student's
        if (base, label) not in self._derived:
            if len(self._derived) > 1000:
                return base
            self._derived[base, label] = types.new_class(label, (base,))
        return self._derived[base, label]
