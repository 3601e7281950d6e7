"""Read a submitted file, whatever is in it, as a notebook of format 4."""

from __future__ import annotations

import codecs
import json
import stat
import warnings
from pathlib import Path
from typing import Any

from autograder.exceptions import (
    LinkedSubmission,
    OversizedSubmission,
    UnreadableSubmission,
)
from autograder.results import Flag

#: Outputs with pictures make honest notebooks large; this is far beyond them.
MAX_FILE_BYTES = 50_000_000
#: What is kept of a notebook is its text; a long course notebook has 0.2 million.
MAX_SOURCE_CHARACTERS = 5_000_000
MAX_CELLS = 5_000

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

_NOT_NOTEBOOKS = (
    (b"PK\x03\x04", "a zip archive"),
    (b"%PDF", "a PDF file"),
    (b"\x89PNG", "a picture"),
    (b"<", "a web page"),
    (b"version https://git-lfs", "a placeholder of Git LFS"),
)


def read_submission(path: Path) -> tuple[dict[str, Any], list[Flag]]:
    """Read a submitted notebook.

    Encodings other than UTF-8 and other notebook formats than 4 are repaired.

    Args:
        path: The file. Links are not followed.

    Returns:
        The notebook as plain values with a list of cells, and what was repaired.

    Raises:
        LinkedSubmission: If it is a link or a special file.
        OversizedSubmission: If it is too large.
        UnreadableSubmission: If it is not a notebook.
    """
    try:
        kind = path.lstat().st_mode
    except OSError as error:
        raise _closed(path, error) from None
    if stat.S_ISLNK(kind):
        raise LinkedSubmission(
            f"{path.name} is a symbolic link, not a notebook; links are not followed."
        )
    if not stat.S_ISREG(kind):
        raise LinkedSubmission(f"{path.name} is a special file, not a notebook.")
    size = path.stat().st_size
    if size > MAX_FILE_BYTES:
        raise OversizedSubmission(
            f"{path.name} has {size / 1e6:.0f} MB; the limit is "
            f"{MAX_FILE_BYTES / 1e6:.0f} MB."
        )
    flags: list[Flag] = []
    try:
        data = path.read_bytes()
    except OSError as error:
        raise _closed(path, error) from None
    try:
        text = _decode(data, path.name, flags)
        notebook = _parse(text, path.name)
        notebook = _as_format_4(notebook, path.name, flags)
    except RecursionError:
        raise UnreadableSubmission(
            f"{path.name} is nested too deeply to be a notebook."
        ) from None
    _check_size(notebook, path.name)
    return notebook, flags


def _closed(path: Path, error: OSError) -> UnreadableSubmission:
    return UnreadableSubmission(f"{path.name} cannot be read ({error.strerror}).")


def _decode(data: bytes, name: str, flags: list[Flag]) -> str:
    if not data.strip():
        raise UnreadableSubmission(f"{name} is empty.")
    for start, what in _NOT_NOTEBOOKS:
        if data.lstrip().startswith(start):
            raise UnreadableSubmission(f"{name} is {what}, not a notebook.")
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            try:
                text = data.decode(encoding)
            except UnicodeDecodeError as error:
                raise UnreadableSubmission(
                    f"{name} claims to be {encoding} text but is not ({error.reason})."
                ) from error
            if encoding != "utf-8-sig":
                flags.append(
                    Flag("encoding", f"The file was in {encoding}, not in UTF-8.")
                )
            return text
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    if b"\0" in data:
        raise UnreadableSubmission(f"{name} is not text.")
    flags.append(
        Flag(
            "encoding",
            "The file was not in UTF-8 and was read as Windows-1252; letters with "
            "accents may be wrong.",
        )
    )
    return data.decode("cp1252", errors="replace")


def _parse(text: str, name: str) -> Any:
    try:
        return json.loads(text)
    except ValueError as error:
        if "<<<<<<<" in text and ">>>>>>>" in text:
            reason = "it holds the marks of a Git merge that was not finished"
        elif isinstance(error, json.JSONDecodeError):
            reason = f"it is not JSON ({error.msg} in line {error.lineno})"
        else:
            reason = f"it is not JSON ({error})"
        raise UnreadableSubmission(f"{name} is not a notebook: {reason}.") from error


def _as_format_4(notebook: Any, name: str, flags: list[Flag]) -> dict[str, Any]:
    if not isinstance(notebook, dict):
        raise UnreadableSubmission(
            f"{name} is not a notebook: its JSON is a {type(notebook).__name__}, "
            "not an object."
        )
    version = notebook.get("nbformat")
    if isinstance(notebook.get("cells"), list):
        if version != 4:
            flags.append(
                Flag(
                    "notebook format",
                    f"The notebook's format is {version!r:.40}; "
                    "it was read as format 4.",
                )
            )
        return notebook
    if version in (1, 2, 3) and ("worksheets" in notebook or version == 1):
        flags.append(
            Flag("notebook format", f"The notebook was in the old format {version}.")
        )
        return _convert(notebook, name)
    raise UnreadableSubmission(f"{name} is not a notebook: it has no list of cells.")


def _convert(notebook: dict[str, Any], name: str) -> dict[str, Any]:
    import nbformat

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about metadata that is dropped anyway
            converted = nbformat.convert(nbformat.from_dict(notebook), 4)
            return json.loads(json.dumps(converted))
    except RecursionError:
        raise
    except Exception as error:  # the old converters check nothing
        raise UnreadableSubmission(
            f"{name} is in an old notebook format that cannot be converted "
            f"({type(error).__name__}: {error})."
        ) from error


def _check_size(notebook: dict[str, Any], name: str) -> None:
    cells = notebook["cells"]
    if len(cells) > MAX_CELLS:
        raise OversizedSubmission(
            f"{name} has {len(cells)} cells; the limit is {MAX_CELLS}."
        )
    characters = sum(len(cell_text(cell)) for cell in cells)
    if characters > MAX_SOURCE_CHARACTERS:
        raise OversizedSubmission(
            f"{name} holds {characters / 1e6:.0f} million characters in its cells; "
            f"the limit is {MAX_SOURCE_CHARACTERS / 1e6:.0f} million."
        )


def cell_text(cell: Any) -> str:
    """Return a cell's source as text; an empty one if it has none.

    Half characters, which JSON can hold and UTF-8 cannot, become question marks.
    """
    source = cell.get("source", "") if isinstance(cell, dict) else ""
    if isinstance(source, list):
        source = "".join(line for line in source if isinstance(line, str))
    if not isinstance(source, str):
        return ""
    return source.encode("utf-8", errors="replace").decode("utf-8")
