"""Small adjustments of the process before nbgrader is imported."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path


def skip_slow_import() -> None:
    """Leave out the check of international addresses that jsonschema can make.

    Its grammar takes two seconds to build at import. jsonschema does without when
    the package is not there, and nbgrader never asks for that check.
    """
    sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]


def find_own_commands() -> None:
    """Let nbgrader find `alembic`, which it runs to create a gradebook.

    It looks on the path, where nothing is when this command was called by its full
    name from an environment that is not activated.
    """
    if shutil.which("alembic") is None:
        folder = str(Path(sys.executable).parent)
        os.environ["PATH"] = folder + os.pathsep + os.environ.get("PATH", os.defpath)
