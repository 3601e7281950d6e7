"""Lists, dictionaries, sets and arrays that the test and the answer both hold.

In a notebook a list that an object keeps and a list that a test has from it are one.
Here each process has one, under the same number: what a test changes is told before the
student's code runs again, and what that changes after it has.

It holds for small ones that have crossed in this cell, on their own: as an argument, as
the result of a call, or out of an attribute or another container.
"""

import collections
import sys
from collections.abc import Callable
from typing import Any

#: More are forgotten, the oldest first.
MOST = 20
#: Bytes of one as it crosses.
MOST_BYTES = 4_000
_KINDS = (list, dict, set, collections.deque)


def may_be(value: Any) -> bool:
    """Say whether a value is of a kind that is shared."""
    if type(value) in _KINDS:
        return True
    numpy = sys.modules.get("numpy")
    return numpy is not None and type(value) is numpy.ndarray


class Shared:
    """One side's.

    Args:
        written: Returns a value as it crosses, None for one that cannot or is large.
        first: The first number that this side gives, and the step to the next.
        restore: Makes a container hold a content.
    """

    def __init__(
        self,
        written: Callable[[Any], bytes | None],
        first: int = 1,
        restore: Callable[[Any, Any], Any] | None = None,
    ) -> None:
        self._written = written
        self._next = first
        self._step = 1 if first > 0 else -1
        self._restore = restore or put
        self._held: dict[int, list[Any]] = {}

    def clear(self) -> None:
        """Forget all, at the end of a cell."""
        self._held.clear()

    def get(self, number: Any) -> Any:
        """Return the container of a number, None if there is none."""
        entry = self._held.get(number) if type(number) is int else None
        return None if entry is None else entry[0]

    def number_of(self, value: Any) -> int | None:
        """Return the number of a container, a new one if need be.

        Returns:
            None for what is no container, or is too large.
        """
        if not may_be(value):
            return None
        number = self._known(value)
        if number is None:
            written = self._small(value)
            if written is None:
                return None
            number, self._next = self._next, self._next + self._step
            self.hold(number, value, written)
        return number

    def hold(self, number: int, value: Any, written: bytes | None = None) -> None:
        """Keep a container under a number."""
        self._held[number] = [value, written or self._small(value)]
        while len(self._held) > MOST:
            del self._held[next(iter(self._held))]

    def meet(self, number: int, content: Any) -> Any:
        """Return this side's container of a number, which now holds this."""
        if number not in self._held:
            self.hold(number, content)
            return content
        self.change(number, content)
        return self._held[number][0]

    def change(self, number: int, content: Any) -> None:
        """Make a container hold what the other side's holds."""
        entry = self._held.get(number)
        if entry is not None:
            if self._small(entry[0]) != self._small(content):
                self._restore(entry[0], content)
            entry[1] = self._small(entry[0])

    def told(self, value: Any) -> None:
        """Note that the other side knows what a container holds."""
        number = self._known(value)
        if number is not None:
            self._held[number][1] = self._small(value)

    def news(self) -> list[list[Any]]:
        """Return numbers and contents of those that have changed, once."""
        found = []
        for number, entry in list(self._held.items()):
            written = self._small(entry[0])
            if written != entry[1]:
                entry[1] = written
                if written is None:  # it has become too large
                    del self._held[number]
                else:
                    found.append([number, entry[0]])
        return found

    def _known(self, value: Any) -> int | None:
        for number, entry in self._held.items():
            if entry[0] is value:
                return number
        return None

    def _small(self, value: Any) -> bytes | None:
        size = getattr(value, "nbytes", None)
        if (len(value) if size is None else size) > MOST_BYTES:
            return None
        written = self._written(value)
        return None if written is None or len(written) > MOST_BYTES else written


def put(container: Any, content: Any) -> None:
    """Make a container hold what another one of its kind does."""
    if type(container) is not type(content):
        raise TypeError("another kind of container")
    if isinstance(container, list | collections.deque):
        container.clear()
        container.extend(content)
    elif isinstance(container, dict | set):
        container.clear()
        container.update(content)
    else:
        if container.shape != content.shape:
            container.resize(content.shape)
        container[...] = content
