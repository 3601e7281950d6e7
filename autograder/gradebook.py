"""nbgrader's gradebook: making one quickly."""

from __future__ import annotations

import sqlite3
from pathlib import Path

_SQLITE = "sqlite:///"


def sqlite_url(path: Path) -> str:
    """Return the address of a gradebook in a file."""
    return f"{_SQLITE}{path}"


def ensure_gradebook(db_url: str) -> None:
    """Create a gradebook in a file if there is none; leave any other alone.

    nbgrader would do it too, but asks the `alembic` command for the version of its
    tables, which imports all of nbgrader once more and takes seconds.
    """
    if not db_url.startswith(_SQLITE):
        return
    path = Path(db_url.removeprefix(_SQLITE))
    if path.exists():
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    connection = sqlite3.connect(path)
    with connection:
        connection.execute(
            "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL)"
        )
        connection.execute(
            "INSERT INTO alembic_version VALUES (?)", (_newest_table_version(),)
        )
    connection.close()


def _newest_table_version() -> str:
    import nbgrader
    from alembic.script import ScriptDirectory

    folder = Path(nbgrader.__file__).parent / "alembic"
    return ScriptDirectory(str(folder)).get_current_head() or ""
