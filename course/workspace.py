"""Set the course up around the notebooks: its kernel and the learner's own copies.

`python -m course.workspace kernel` registers the course's kernel in the current
environment; `python -m course.workspace copies` puts a copy of every released
notebook into `work/`, where the learner writes; `python -m course.workspace self-study`
does so with the self-study edition. All three are called by `make`.
"""

import argparse
import hashlib
import json
import shutil
import sys
from pathlib import Path

from jupyter_client.kernelspec import KernelSpecManager

from course.kernel import ENVIRONMENT

ROOT = Path(__file__).resolve().parent.parent
KERNEL_NAME = "python3"
DISPLAY_NAME = "Python 3 (AIT.U3.E5)"
_RECORD = ".released.json"


def install_kernel(prefix: str = sys.prefix) -> Path:
    """Register `course.kernel` as the `python3` kernel of an environment.

    The name is `python3`, not one of our own, so that the notebooks open without a
    question in any Jupyter, also where this course is not installed.

    Args:
        prefix: The environment's folder.

    Returns:
        The folder of the kernel specification.
    """
    folder = Path(prefix) / "share" / "jupyter" / "kernels" / KERNEL_NAME
    folder.mkdir(parents=True, exist_ok=True)
    specification = {
        "argv": [
            sys.executable,
            "-Xfrozen_modules=off",
            "-m",
            "course.kernel",
            "-f",
            "{connection_file}",
        ],
        "display_name": DISPLAY_NAME,
        "language": "python",
        "env": ENVIRONMENT,
        "metadata": {"debugger": True},
    }
    # Replaced, not written into: installers link ipykernel's own file from a cache that
    # other environments share.
    fresh = folder / "kernel.json.new"
    fresh.write_text(json.dumps(specification, indent=1) + "\n")
    fresh.replace(folder / "kernel.json")
    KernelSpecManager(kernel_dirs=[str(folder.parent)]).get_kernel_spec(KERNEL_NAME)
    return folder


def copy_released(
    root: Path = ROOT, release: str = "release", work: str = "work"
) -> list[str]:
    """Copy each released file into `work/`; never touch what the learner changed.

    A copy that the learner has not changed follows a newer release. One that was
    changed stays, and the newer release is put beside it as `name.new.ipynb`.

    Args:
        root: The course folder, holding `release/`.
        release: The folder in it to copy from.
        work: The folder in it to copy to.

    Returns:
        One line for each file that was copied or put beside, for the learner to read.

    Raises:
        FileNotFoundError: If there is no `release/` in `root`.
    """
    origin, copies = root / release, root / work
    if not origin.is_dir():
        raise FileNotFoundError(
            f"No folder `{release}` in {root}: run this in the course folder, or make "
            "it with `autograder build`."
        )
    record_path = copies / _RECORD
    record = json.loads(record_path.read_text()) if record_path.exists() else {}
    lines = []
    for source in sorted(path for path in origin.rglob("*") if path.is_file()):
        name = source.relative_to(origin).as_posix()
        target = copies / name
        released = _digest(source)
        if target.exists():
            if record.get(name) == released or _digest(target) == released:
                record[name] = released
                continue
            if _digest(target) != record.get(name):
                target = target.with_name(f"{target.stem}.new{target.suffix}")
                lines.append(f"{name}: a newer version is beside yours, {target.name}")
            else:
                lines.append(f"{name}: replaced by a newer version")
        else:
            lines.append(f"{name}: copied to {work}/{name}")
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target)
        record[name] = released
    copies.mkdir(parents=True, exist_ok=True)
    record_path.write_text(json.dumps(record, indent=1, sort_keys=True) + "\n")
    return lines


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def main() -> None:
    """Run one of the two jobs from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("job", choices=["kernel", "copies", "self-study"])
    job = parser.parse_args().job
    if job == "kernel":
        print(f"Kernel {DISPLAY_NAME} registered in {install_kernel()}")
    elif job == "copies":
        print("\n".join(copy_released()) or "work/ is up to date")
    else:
        lines = copy_released(release="self-study", work="work/self-study")
        print("\n".join(lines) or "work/self-study/ is up to date")


if __name__ == "__main__":
    main()
