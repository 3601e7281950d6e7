"""A course folder: where its files are and how nbgrader is set up in it."""

from __future__ import annotations

import contextlib
import glob
import logging
import os
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from autograder._startup import find_own_commands
from autograder.exceptions import ConfigError, CourseNotFound, UnknownAssignment

if TYPE_CHECKING:
    from nbgrader.coursedir import CourseDirectory
    from traitlets.config import Config

#: The part of the course folder that this package keeps for itself.
STATE_FOLDER = ".autograder"

_WILDCARD = "\0"


class LogCollector(logging.Handler):
    """Keep what nbgrader logs, so that an error can say what nbgrader said."""

    def __init__(self) -> None:
        super().__init__(level=logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Remember one message."""
        self.messages.append(record.getMessage())


def make_logger() -> tuple[logging.Logger, LogCollector]:
    """Return a logger that prints nothing, and the collector behind it."""
    logger = logging.Logger("autograder.nbgrader", level=logging.WARNING)
    collector = LogCollector()
    logger.addHandler(collector)
    return logger, collector


@dataclass
class Course:
    """One nbgrader course folder with its configuration.

    Attributes:
        root: The course folder, absolute.
        config: All of nbgrader's configuration for it, merged in nbgrader's order.
        config_files: The configuration files that were found.
    """

    root: Path
    config: Config
    config_files: list[Path] = field(default_factory=list)

    @cached_property
    def directory(self) -> CourseDirectory:
        """Nbgrader's own description of the folder."""
        return self.make_directory()

    def make_directory(self, **overrides: Any) -> CourseDirectory:
        """Return a fresh `CourseDirectory` with some of its settings replaced."""
        from nbgrader.coursedir import CourseDirectory

        logger, _ = make_logger()
        settings = {"root": str(self.root), "log": logger, **overrides}
        return CourseDirectory(config=self.config, **settings)

    def setting(self, configurable: type, name: str) -> Any:
        """Return what the course's configuration makes of one nbgrader setting."""
        return getattr(configurable(config=self.config), name)

    def path(self, step: str, student: str, assignment: str) -> Path:
        """Return the folder of one assignment in one of nbgrader's steps.

        Args:
            step: `source`, `release`, `submitted`, `autograded` or `feedback`.
            student: The student's id; `.` for `source` and `release`.
            assignment: The assignment's name.
        """
        folder = getattr(self.directory, f"{step}_directory")
        return Path(
            os.path.normpath(self.directory.format_path(folder, student, assignment))
        )

    def source(self, assignment: str) -> Path:
        """Return the folder of the instructor's notebooks."""
        return self.path("source", ".", assignment)

    def release(self, assignment: str) -> Path:
        """Return the folder of the learners' notebooks."""
        return self.path("release", ".", assignment)

    def submitted(self, student: str, assignment: str) -> Path:
        """Return the folder that a student handed in."""
        return self.path("submitted", student, assignment)

    def autograded(self, student: str, assignment: str) -> Path:
        """Return the folder of a student's graded notebooks."""
        return self.path("autograded", student, assignment)

    def feedback(self, student: str, assignment: str) -> Path:
        """Return the folder of a student's feedback pages."""
        return self.path("feedback", student, assignment)

    @property
    def state(self) -> Path:
        """The folder where results are kept between commands."""
        return self.root / STATE_FOLDER

    def assignments(self) -> list[str]:
        """Return the names of the assignments in the source folder, sorted."""
        return sorted(
            assignment
            for _, assignment, folder in self._matches("source", ".", _WILDCARD)
            if folder.is_dir() and any(folder.glob("*.ipynb"))
        )

    def notebooks(self, assignment: str) -> list[str]:
        """Return the names, without `.ipynb`, of an assignment's notebooks.

        Raises:
            UnknownAssignment: If the source folder has no such assignment.
        """
        names = sorted(path.stem for path in self.source(assignment).glob("*.ipynb"))
        if not names or not assignment:
            known = ", ".join(self.assignments()) or "none"
            raise UnknownAssignment(
                f"No assignment called {assignment!r} in "
                f"{self.source(assignment).parent}. Known assignments: {known}."
            )
        return names

    def students(self, assignment: str, step: str = "submitted") -> list[str]:
        """Return the ids of the students who handed something in, sorted.

        Args:
            assignment: The assignment.
            step: `submitted`, `autograded` or `feedback`.
        """
        return sorted(
            student
            for student, _, folder in self._matches(step, _WILDCARD, assignment)
            if folder.is_dir()
        )

    def _matches(
        self, step: str, student: str, assignment: str
    ) -> Iterator[tuple[str, str, Path]]:
        folder = getattr(self.directory, f"{step}_directory")
        layout = self.directory.format_path(folder, student, assignment)
        pattern = glob.escape(layout).replace(_WILDCARD, "*")
        expression = self.directory.format_path(
            folder, "(?P<student>[^/]*)", "(?P<assignment>[^/]*)", escape=True
        )
        # An id may begin with a dot; what nobody handed in under it is left alone.
        for found in glob.glob(pattern, include_hidden=student == _WILDCARD):
            match = re.fullmatch(expression, found)
            if match:
                names = match.groupdict()
                yield names.get("student", "."), names["assignment"], Path(found)

    @contextlib.contextmanager
    def inside(self) -> Iterator[None]:
        """Make the course folder the working directory for a while."""
        before = Path.cwd()
        os.chdir(self.root)
        try:
            yield
        finally:
            os.chdir(before)


def load_course(folder: Path | str | None = None) -> Course:
    """Load an nbgrader course as nbgrader itself would, from any folder.

    Configuration comes from Jupyter's configuration folders and then from
    `nbgrader_config.py` in the course folder; a course without one is fine.

    Args:
        folder: The course folder. Without it, the current folder, unless the
            configuration names another one (`CourseDirectory.root`).

    Raises:
        CourseNotFound: If the folder is missing or holds no course.
        ConfigError: If a configuration file fails.
    """
    from nbgrader.apps.baseapp import NbGrader
    from traitlets.config import Application

    find_own_commands()
    root = Path(folder or ".").resolve()
    if not root.is_dir():
        raise CourseNotFound(f"There is no folder {root}. Name one with --course.")

    app = NbGrader()
    app.log, _ = make_logger()
    app.raise_config_file_errors = True
    if str(root) not in sys.path:  # a course's own plug-ins, as with nbgrader
        sys.path.append(str(root))
    before = Path.cwd()
    os.chdir(root)
    try:
        for name in ("jupyter_config", "nbgrader_config"):
            Application.load_config_file(
                app, name, path=[str(root), *app.config_file_paths]
            )
    except SystemExit as error:  # traitlets exits on a bad value
        raise ConfigError(
            f"The configuration of the course in {root} has a wrong value; the "
            "message above says which. Mend nbgrader_config.py."
        ) from error
    except Exception as error:
        raise ConfigError(
            f"The configuration of the course in {root} fails with "
            f"{type(error).__name__}: {error}. Mend nbgrader_config.py."
        ) from error
    finally:
        os.chdir(before)

    if folder is None and app.config.CourseDirectory.get("root"):
        root = Path(app.config.CourseDirectory.root).resolve()
    app.config.CourseDirectory.root = str(root)
    files = [Path(name) for name in app.loaded_config_files]
    course = Course(root=root, config=app.config, config_files=files)

    has_config = (root / "nbgrader_config.py").is_file()
    folders = [course.source("."), course.submitted(".", ".")]
    if not has_config and not any(path.is_dir() for path in folders):
        raise CourseNotFound(
            f"{root} is not an nbgrader course: it has neither nbgrader_config.py "
            "nor a source or submitted folder. Go to the course folder, or name it "
            "with --course."
        )
    return course
