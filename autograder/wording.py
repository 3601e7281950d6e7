"""What of a test's message is the course's own wording.

A message is often an f-string that shows what the learner's code gave and what was
wanted. Both may hold values of a hidden test: the wanted one does, and the learner's
code can return anything it was given. The words around them are the course's. They
stand in the notebook, so they are found there, and nothing else is told.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator

#: Stands for what is not told.
GAP = "…"

#: A message as literal parts; between two of them there was a value.
Template = tuple[str, ...]

_PERCENT = re.compile(r"%(?:\([^)]*\))?[-#0 +]*(?:\*|\d+)?(?:\.(?:\*|\d+))?[a-zA-Z]")
_BRACES = re.compile(r"\{[^{}]*\}")

#: Where assertions take a message of their caller's, as unittest's and NumPy's do.
_KEYWORDS = ("msg", "err_msg", "message")
_PLACES = {
    "fail": 0,
    "assertTrue": 1,
    "assertFalse": 1,
    "assertIsNone": 1,
    "assertIsNotNone": 1,
    "assert_": 1,
    "assert_allclose": 5,
    "assert_almost_equal": 3,
    "assertAlmostEqual": 3,
}


class Wording:
    """The messages that a notebook's cells can give."""

    def __init__(self, sources: Iterable[str]) -> None:
        """Read the messages from cells of code whose text is the course's.

        Args:
            sources: Not of cells that learners can change: they could write down
                every message that a test might give.
        """
        found = {one for source in sources for one in _messages(source)}
        self._templates = sorted(found, key=_literal_length, reverse=True)

    def told(self, message: str) -> str:
        """Return a message with gaps for its values; empty if it is not a known one."""
        for template in self._templates:
            if _says_something(template) and _fits(message, template):
                return GAP.join(template).strip(f"{GAP} \n\t:,")
        return ""


def _literal_length(template: Template) -> int:
    return sum(len(part.strip()) for part in template)


def _says_something(template: Template) -> bool:
    return bool(re.search(r"[^\W\d_]{3}", "".join(template)))


def _fits(message: str, template: Template) -> bool:
    """Say whether a message consists of these parts, with anything between them."""
    first, *rest = template
    if not message.startswith(first):
        return False
    if not rest:
        return message == first
    *middle, last = rest
    place = len(first)
    for part in middle:
        place = message.find(part, place)
        if place < 0:
            return False
        place += len(part)
    return message.endswith(last) and len(message) - len(last) >= place


def _messages(source: str) -> Iterator[Template]:
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return
    known = dict(_assigned(tree))
    for node in ast.walk(tree):
        if isinstance(node, ast.Assert) and node.msg is not None:
            yield _template(node.msg, known)
        elif isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call):
            yield from (_template(one, known) for one in node.exc.args[:1])
        elif isinstance(node, ast.Call):
            yield from (("", *_template(one, known), "") for one in _remark(node))


def _remark(call: ast.Call) -> list[ast.expr]:
    """Return the message that a call of an assertion adds to its own words."""
    function = call.func
    name = function.attr if isinstance(function, ast.Attribute) else ""
    place = _PLACES.get(name, 2 if name.startswith("assert") else len(call.args))
    named = [word.value for word in call.keywords if word.arg in _KEYWORDS]
    return [*named, *call.args[place : place + 1]] if name else named


def _assigned(tree: ast.Module) -> Iterator[tuple[str, ast.expr]]:
    """Yield the names that are given a value once, and that value."""
    stored = [
        node.id
        for node in ast.walk(tree)
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
    ]
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            name = node.targets[0].id
            if len(node.targets) == 1 and stored.count(name) == 1:
                yield name, node.value


def _template(node: ast.expr, known: dict[str, ast.expr], depth: int = 0) -> Template:
    """Return the literal parts of an expression that makes a text."""
    if depth > 20:
        return ("", "")
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return (node.value,)
    if isinstance(node, ast.JoinedStr):
        parts: Template = ("",)
        for value in node.values:
            is_text = isinstance(value, ast.Constant)
            parts = _joined(parts, (str(value.value),) if is_text else ("", ""))
        return parts
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        left = _template(node.left, known, depth + 1)
        return _joined(left, _template(node.right, known, depth + 1))
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mod):
        return _split(node.left, _PERCENT, "%%", "%")
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        if node.func.attr == "format":
            return _split(node.func.value, _BRACES, "{{", "{")
        return ("", "")
    if isinstance(node, ast.Name) and node.id in known:
        return _template(known[node.id], known, depth + 1)
    return ("", "")


def _joined(left: Template, right: Template) -> Template:
    return (*left[:-1], left[-1] + right[0], *right[1:])


def _split(
    node: ast.expr, gaps: re.Pattern[str], doubled: str, single: str
) -> Template:
    if not (isinstance(node, ast.Constant) and isinstance(node.value, str)):
        return ("", "")
    parts = gaps.split(node.value.replace(doubled, "\0"))
    if single == "{":
        parts = [part.replace("}}", "}") for part in parts]
    return tuple(part.replace("\0", single) for part in parts)
