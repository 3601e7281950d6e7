"""Outputs of the student's cells, collected within bounds."""

from __future__ import annotations

import json
from typing import Any

from nbformat import NotebookNode, from_dict
from nbformat.v4 import output_from_msg

_TAKEN = {
    "clear_output",
    "display_data",
    "error",
    "execute_result",
    "stream",
    "update_display_data",
}
_PICTURES = ("image/gif", "image/jpeg", "image/png", "image/svg+xml", "image/webp")
_MOST_PIXELS = 10_000


class OutputCollector:
    """Gathers the outputs of one cell.

    Args:
        most_bytes: Kept of all outputs together; what comes after is counted only.
    """

    def __init__(self, most_bytes: int) -> None:
        self._left = most_bytes
        self.kept_bytes = 0
        self.dropped_bytes = 0
        self.outputs: list[NotebookNode] = []
        self._clear_next = False
        self._displays: dict[str, NotebookNode] = {}

    def add(self, message: dict[str, Any]) -> None:
        """Take a message of the kernel's that may be malformed."""
        kind, content = message.get("msg_type"), message.get("content")
        if type(content) is not dict or kind not in _TAKEN:
            return
        try:  # half of a surrogate pair, say, could not be written to a file later
            text = json.dumps(content, ensure_ascii=False, default=str)
            content = json.loads(text.encode("utf-8", "replace"))
        except (ValueError, RecursionError):
            return
        size = len(text)
        message = {**message, "content": content}
        if kind == "clear_output":
            self._clear_next = True
            if content.get("wait") is not True:
                self._clear()
            return
        if kind == "update_display_data":
            self._update(content, size)
            return
        if size > self._left:
            self.dropped_bytes += size
            return
        try:
            output = output_from_msg(message)
        except Exception:  # a message that only looks like an output
            return
        if not _is_well_formed(output):
            return
        keep_sizes_only(output)
        if self._clear_next:
            self._clear()
        self._left -= size
        self.kept_bytes += size
        last = self.outputs[-1] if self.outputs else None
        if kind == "stream" and last is not None and last.get("name") == output.name:
            last.text += output.text
        else:
            self.outputs.append(output)
        transient = content.get("transient")
        name = transient.get("display_id") if type(transient) is dict else None
        if type(name) is str:
            self._displays[name] = output

    def _update(self, content: dict[str, Any], size: int) -> None:
        transient = content.get("transient")
        name = transient.get("display_id") if type(transient) is dict else None
        known = self._displays.get(name) if type(name) is str else None
        data = content.get("data")
        if known is None or size > self._left or not _is_bundle(data):
            return
        self._left -= size
        known.data = NotebookNode(data)

    def _clear(self) -> None:
        self.outputs.clear()
        self._displays.clear()
        self._clear_next = False


def text_of(outputs: list[NotebookNode]) -> str:
    """Return what a cell printed."""
    return "".join(one.text for one in outputs if one.output_type == "stream")


def keep_sizes_only(output: dict[str, Any]) -> None:
    """Leave of an output's metadata how large its pictures are to be shown.

    nbconvert writes some of them into its pages as they are.
    """
    if "metadata" not in output:
        return
    given, kept = output["metadata"], {}
    for kind, about in given.items() if isinstance(given, dict) else ():
        if kind in _PICTURES and isinstance(about, dict):
            sizes = {name: about.get(name) for name in ("width", "height")}
            sizes = {
                name: size
                for name, size in sizes.items()
                if type(size) is int and 0 < size < _MOST_PIXELS
            }
            if sizes:
                kept[kind] = sizes
    output["metadata"] = from_dict(kept)


def _is_bundle(data: Any) -> bool:
    return type(data) is dict and all(type(key) is str for key in data)


def _is_well_formed(output: NotebookNode) -> bool:
    if output.output_type == "stream":
        return output.name in ("stdout", "stderr") and isinstance(output.text, str)
    if output.output_type == "error":
        return (
            isinstance(output.ename, str)
            and isinstance(output.evalue, str)
            and isinstance(output.traceback, list)
            and all(isinstance(line, str) for line in output.traceback)
        )
    return isinstance(output.data, dict) and isinstance(output.metadata, dict)
