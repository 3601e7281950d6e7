"""Write environment.yml from requirements.lock, so that both name the same packages."""

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

HEADER = """\
# The course for conda and Binder. Written by `make lock` from requirements.lock:
# change the dependencies in pyproject.toml, not here.
name: ait-u3-e5
channels:
  - conda-forge
  - nodefaults
dependencies:
  - python=3.12
  - pip
  - pip:
      - --editable .
"""


def locked_requirements(lock: str) -> list[str]:
    """Name, version and environment marker of each package in a lock file."""
    lines = [line.rstrip("\\").strip() for line in lock.splitlines()]
    return [line for line in lines if line and not line.startswith(("--hash", "#"))]


def environment(lock: str) -> str:
    """The text of environment.yml that belongs to a lock file."""
    pins = [f'      - "{requirement}"' for requirement in locked_requirements(lock)]
    return HEADER + "\n".join(pins) + "\n"


if __name__ == "__main__":
    lock = (ROOT / "requirements.lock").read_text()
    (ROOT / "environment.yml").write_text(environment(lock))
