"""pyproject.toml, requirements.lock and environment.yml name the same packages."""

import os
import re
import subprocess
import tomllib
from pathlib import Path

import pytest
import yaml
from jupyter_client.manager import start_new_kernel
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tools.write_environment import environment, locked_requirements

ROOT = Path(__file__).parent.parent
LOCK = (ROOT / "requirements.lock").read_text()
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]


def locked_versions(name: str) -> set[str]:
    """The versions that the lock file has of a package, one for each marker."""
    pins = [Requirement(line) for line in locked_requirements(LOCK)]
    return {
        next(iter(pin.specifier)).version
        for pin in pins
        if canonicalize_name(pin.name) == canonicalize_name(name)
    }


def declared() -> list[str]:
    extras = PROJECT["optional-dependencies"].values()
    return PROJECT["dependencies"] + [one for extra in extras for one in extra]


@pytest.mark.parametrize("dependency", declared())
def test_declared_dependency_is_locked_at_a_version_that_fits(dependency):
    requirement = Requirement(dependency)
    versions = locked_versions(requirement.name)
    assert versions, "run `make lock`"
    assert all(requirement.specifier.contains(version) for version in versions)


def test_every_locked_package_has_hashes():
    blocks = re.split(r"\n(?=\S)", LOCK.strip())
    assert len(blocks) == len(locked_requirements(LOCK))
    assert all("--hash=sha256:" in block for block in blocks)


def test_environment_file_is_made_from_the_lock_file():
    assert (ROOT / "environment.yml").read_text() == environment(LOCK), (
        "run `make lock`"
    )


def test_environment_file_names_a_python_that_the_project_takes():
    dependencies = yaml.safe_load((ROOT / "environment.yml").read_text())[
        "dependencies"
    ]
    python = next(
        one
        for one in dependencies
        if isinstance(one, str) and one.startswith("python=")
    )
    accepted = Requirement(f"python{PROJECT['requires-python']}").specifier
    assert accepted.contains(python.removeprefix("python=") + ".0")


def test_environment_file_installs_the_locked_packages_and_the_course():
    dependencies = yaml.safe_load((ROOT / "environment.yml").read_text())[
        "dependencies"
    ]
    pip = next(one for one in dependencies if isinstance(one, dict))["pip"]
    assert pip[0] == "--editable ."
    assert pip[1:] == locked_requirements(LOCK)


def test_set_up_accepts_the_pythons_that_the_project_takes():
    text = (ROOT / "tools" / "check_python.py").read_text()
    oldest, newest = re.search(r"OLDEST, NEWEST = \((.+?)\), \((.+?)\)", text).groups()
    assert PROJECT["requires-python"] == (
        f">={oldest.replace(', ', '.')},<3.{int(newest.split(', ')[1]) + 1}"
    )


def test_make_lets_in_nothing_of_another_environment_that_is_activated():
    names = ("VIRTUAL_ENV", "PYTHONPATH", "PYTHONHOME")
    done = subprocess.run(
        ["make", "--silent", "--eval=show:; @env", "show"],
        cwd=ROOT,
        env={**os.environ, **dict.fromkeys(names, "/elsewhere")},
        capture_output=True,
        text=True,
        check=True,
    )
    seen = dict(line.split("=", 1) for line in done.stdout.splitlines() if "=" in line)
    assert seen["PYTHONNOUSERSITE"] == "1"
    assert not seen.keys() & set(names)


def test_kernels_of_tests_take_no_ports():
    manager, client = start_new_kernel(kernel_name="python3")
    try:
        assert manager.transport == "ipc"
        assert len(list(Path(manager.ip).parent.glob("k-*"))) == 5
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)
