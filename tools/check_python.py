"""Stop the set-up with a clear message when this Python cannot run the course."""

import sys

OLDEST, NEWEST = (3, 11), (3, 13)

if not OLDEST <= sys.version_info[:2] <= NEWEST:
    sys.exit(
        f"The course needs Python {OLDEST[0]}.{OLDEST[1]} to {NEWEST[0]}.{NEWEST[1]} "
        f"(TensorFlow has no build for others), but {sys.executable} is Python "
        f"{sys.version_info[0]}.{sys.version_info[1]}. Name another one: "
        "make PYTHON=python3.12 setup"
    )
try:
    import ensurepip  # noqa: F401
    import venv  # noqa: F401
except ImportError as error:
    sys.exit(
        f"{sys.executable} cannot make virtual environments ({error}). "
        "On Debian or Ubuntu: apt install python3-venv"
    )
