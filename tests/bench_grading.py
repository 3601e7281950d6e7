"""Measure how fast a class is graded, beside plain nbgrader. `make bench-grading`.

For three kinds of classes (`bench_courses`) the same right submissions are graded by
plain `nbgrader autograde`, with nothing of this package in its configuration, and by
`autograder grade`, in turn, in a scratch folder. What is compared is time: plain
nbgrader may well give other marks, for it takes any text on stderr for a failure, and
TensorFlow writes there.

- **Throughput**: submissions a minute of a whole command, start-up included, for a
  class of the given size; with several rounds the medians.
- **Floor**: processor seconds of the cells of a submission and of its tests in one
  process that has the libraries imported, all in one namespace, as in a notebook.
- **Overhead**: processor seconds that the engine takes for one more submission, over
  the floor. The start-up of a run, which is paid once, is what a class of one takes
  more; it is printed beside it.
- **Memory**: unique set size of kernels that run at the same time, each after the
  cells of a submission with its tests.

Processor time of the engine is that of all its processes: those that end under this
one are counted by the system, and what runs in the kernels' and examiners' own
process trees by the engine (`cpu_seconds` in the lines of `--json`).
"""

from __future__ import annotations

import argparse
import compileall
import contextlib
import ctypes
import io
import json
import os
import platform
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.bench_courses import ASSIGNMENT, COURSES, SampleCourse

#: How many times plain nbgrader's throughput the engine's is to be, by course.
TARGETS = {"training": 8.0, "tensorflow": 12.0, "numpy": 4.0}
TARGET_OVERHEAD = 0.6
TARGET_MEMORY_MIB = 250.0

_BIN = Path(sys.executable).parent
_SUBREAPER = 36  # PR_SET_CHILD_SUBREAPER


@dataclass
class Run:
    """One command over a class.

    Attributes:
        students: Submissions in the class.
        seconds: Wall time.
        cpu_seconds: Processor time of all its processes.
    """

    students: int
    seconds: float
    cpu_seconds: float = 0.0

    @property
    def per_minute(self) -> float:
        return 60 * self.students / self.seconds


@dataclass
class Measured:
    """All that was measured of one course."""

    course: SampleCourse
    floor: float = 0.0
    plain: list[Run] = field(default_factory=list)
    engine: list[Run] = field(default_factory=list)
    single: Run | None = None

    @property
    def ratio(self) -> float:
        """How many times the engine's throughput is plain nbgrader's."""
        return statistics.median(
            fast.per_minute / slow.per_minute
            for slow, fast in zip(self.plain, self.engine, strict=True)
        )

    @property
    def cpu_per_submission(self) -> float:
        """Processor seconds of one submission more."""
        assert self.single is not None
        return statistics.median(
            (run.cpu_seconds - self.single.cpu_seconds) / (run.students - 1)
            for run in self.engine
        )

    @property
    def plain_cpu(self) -> float:
        """Processor seconds of plain nbgrader's for a submission, start-up included."""
        return statistics.median(run.cpu_seconds / run.students for run in self.plain)

    @property
    def overhead(self) -> float:
        return self.cpu_per_submission - self.floor


def environment() -> dict[str, str]:
    """Both sides run with cached byte code, and TensorFlow without messages."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if name not in ("PYTHONDONTWRITEBYTECODE", "AUTOGRADER_ZYGOTE")
    }
    quiet = {"CUDA_VISIBLE_DEVICES": "-1", "TF_CPP_MIN_LOG_LEVEL": "3"}
    path = f"{_BIN}{os.pathsep}{kept.get('PATH', os.defpath)}"
    return {**kept, **quiet, "PATH": path}


def call(command: Sequence[str | Path], folder: Path) -> float:
    """Run a command to its end and return its wall time.

    Raises:
        RuntimeError: If it fails.
    """
    started = time.monotonic()
    done = subprocess.run(
        [str(part) for part in command],
        cwd=folder,
        env=environment(),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(
            f"{command[0]} failed:\n{(done.stdout + done.stderr)[-3000:]}"
        )
    return time.monotonic() - started


def make_class(course: SampleCourse, root: Path, students: int) -> None:
    """Write a course, release it, and hand right submissions in."""
    course.write(root)
    call([_BIN / "autograder", "build", "--course", root], root)
    # The gradebook gets the assignment before the clock runs, on both sides.
    call([_BIN / "nbgrader", "generate_assignment", ASSIGNMENT, "--force"], root)
    course.hand_in(root, students)


def grade_plainly(course: SampleCourse, root: Path, students: int) -> Run:
    """Grade a new class with plain nbgrader."""
    make_class(course, root, students)
    command = [_BIN / "nbgrader", "autograde", ASSIGNMENT]
    before = _cpu_of_ended()
    seconds = call(command, root)
    _reap()
    return Run(students, seconds, _cpu_of_ended() - before)


def grade_with_engine(course: SampleCourse, root: Path, students: int) -> Run:
    """Grade a new class with this package, and count its processor time."""
    make_class(course, root, students)
    lines = root / "times.json"
    command = [_BIN / "autograder", "grade", ASSIGNMENT, "--json", lines]
    before = _cpu_of_ended()
    seconds = call(command, root)
    _reap()
    counted = _cpu_of_ended() - before
    for line in lines.read_text(encoding="utf-8").splitlines():
        result = json.loads(line)
        if result["score"] != result["max_score"]:
            raise RuntimeError(f"A right submission lost marks: {line[:2000]}")
        # Kernels and examiners: nobody waits for their keepers.
        counted += sum(one["cpu_seconds"] for one in result["notebooks"].values())
    return Run(students, seconds, counted)


def _cpu_of_ended() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def adopt_orphans() -> None:
    """Become the parent of what a command leaves, to learn of its processor time."""
    ctypes.CDLL(None).prctl(_SUBREAPER, 1, 0, 0, 0)


def _reap() -> None:
    deadline = time.monotonic() + 10
    with contextlib.suppress(ChildProcessError):
        while time.monotonic() < deadline:
            if os.waitpid(-1, os.WNOHANG)[0] == 0:
                time.sleep(0.05)


def measure_floor(course: SampleCourse, times: int = 3) -> float:
    """Return the processor seconds of a submission's cells in a warm process.

    In a process of its own, that imports the libraries and forks for each time.
    """
    code = (
        "from tests.bench_grading import print_floor; "
        f"print_floor({course.name!r}, {times})"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=Path(__file__).parent.parent,
        env=environment(),
        capture_output=True,
        text=True,
        check=True,
    )
    return statistics.median(map(float, done.stdout.split()))


def print_floor(name: str, times: int) -> None:
    """Be the warm process of `measure_floor`."""
    course = next(one for one in COURSES if one.name == name)
    for module in course.modules():
        __import__(module)
    for _ in range(times):
        read, write = os.pipe()
        if os.fork() == 0:
            os.write(write, str(_cpu_of_cells(course)).encode())
            os._exit(0)
        os.close(write)
        with os.fdopen(read) as pipe:
            print(pipe.read())
        os.wait()


def _cpu_of_cells(course: SampleCourse) -> float:
    scope: dict[str, Any] = {"__name__": "__main__"}
    started = time.process_time()
    with contextlib.redirect_stdout(io.StringIO()):
        for text in course.cells():
            exec(compile(text, "<cell>", "exec"), scope)
    return time.process_time() - started


def measure_memory(course: SampleCourse, kernels: int) -> list[float]:
    """Return the unique set sizes, in MiB, of kernels that run at the same time."""
    import psutil

    from autograder.examiner import Bounds, StudentKernel
    from autograder.kernels import client
    from autograder.kernels.manager import kernel_manager
    from autograder.kernels.modules import modules_in
    from autograder.kernels.probe import holds, probe

    modules = modules_in([course.notebook()])
    sandbox = holds(probe())
    with tempfile.TemporaryDirectory() as folder:
        students = [
            StudentKernel(
                lambda: kernel_manager(blocking=True, modules=modules, sandbox=sandbox),
                Bounds(),
                cwd=folder,
            )
            for _ in range(kernels)
        ]
        try:
            for student in students:
                student.start()
                for text in course.cells():
                    if student.run_cell(text, 120).status != "ok":
                        raise RuntimeError("A cell failed.")
            return [
                psutil.Process(student.process_id()).memory_full_info().uss / 2**20
                for student in students
            ]
        finally:
            for student in students:
                student.shutdown()
            client.close_shared()


def measure(
    course: SampleCourse, students: int, rounds: int, scratch: Path
) -> Measured:
    """Grade classes of one course on both sides, in turn."""
    found = Measured(course)

    def place(what: str) -> Path:
        folder = scratch / f"{course.name}-{what}"
        folder.mkdir()
        return folder

    say(f"{course.title}: the floor")
    before = measure_floor(course)
    for number in range(rounds):
        say(f"{course.title}: plain nbgrader, {students} submissions")
        found.plain.append(grade_plainly(course, place(f"plain{number}"), students))
        say(f"{course.title}: this engine, {students} submissions")
        found.engine.append(
            grade_with_engine(course, place(f"engine{number}"), students)
        )
    # What is compared with the engine's runs is measured in their minutes: the speed
    # of a shared machine changes.
    found.single = grade_with_engine(course, place("one"), 1)
    say(f"{course.title}: the floor again")
    found.floor = statistics.mean([before, measure_floor(course)])
    return found


def say(text: str) -> None:
    print(f"… {text}", file=sys.stderr, flush=True)


def verdict(value: float, target: float, *, at_least: bool) -> str:
    met = value >= target if at_least else value <= target
    words = "at least" if at_least else "at most"
    return f"{words} {target:g}: {'met' if met else 'NOT met'}"


def table(found: Sequence[Measured], memory: Sequence[float]) -> list[str]:
    """Return the results as a table in Markdown."""
    lines = [
        "| Class | Plain nbgrader, submissions/min | This engine, submissions/min "
        "| Ratio | Target |",
        "| --- | ---: | ---: | ---: | --- |",
    ]
    for one in found:
        plain = statistics.median(run.per_minute for run in one.plain)
        engine = statistics.median(run.per_minute for run in one.engine)
        target = verdict(one.ratio, TARGETS[one.course.name], at_least=True)
        lines.append(
            f"| {one.course.title} | {plain:.1f} | {engine:.1f} | {one.ratio:.1f} "
            f"| {target} |"
        )
    lines += [
        "",
        "| Class | Plain nbgrader, CPU s/submission | Floor, CPU s "
        "| Engine, CPU s/submission | Overhead, CPU s | Start-up of a run, CPU s "
        "| Target |",
        "| --- | ---: | ---: | ---: | ---: | ---: | --- |",
    ]
    for one in found:
        assert one.single is not None
        start = one.single.cpu_seconds - one.cpu_per_submission
        target = verdict(one.overhead, TARGET_OVERHEAD, at_least=False)
        lines.append(
            f"| {one.course.title} | {one.plain_cpu:.2f} | {one.floor:.2f} "
            f"| {one.cpu_per_submission:.2f} | {one.overhead:.2f} | {start:.1f} "
            f"| {target} |"
        )
    if memory:
        uss = statistics.median(memory)
        target = verdict(uss, TARGET_MEMORY_MIB, at_least=False)
        lines += [
            "",
            f"A further concurrent kernel: {uss:.0f} MiB unique, the median of "
            f"{len(memory)} at the same time, each after a submission's cells with the "
            f"tests that train ({target}).",
        ]
    return lines


def machine() -> str:
    """Say what kind of machine this is."""
    model = platform.processor() or platform.machine()
    with contextlib.suppress(OSError):
        for line in Path("/proc/cpuinfo").read_text().splitlines():
            if line.startswith("model name"):
                model = line.partition(":")[2].strip()
                break
    cores = len(os.sched_getaffinity(0))
    return f"{cores} cores, {model}, Python {platform.python_version()}"


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        prog="bench_grading", description=__doc__.split("\n")[0]
    )
    parser.add_argument("--students", type=int, default=12, help="size of a class")
    parser.add_argument("--rounds", type=int, default=1, help="turns of both sides")
    parser.add_argument("--kernels", type=int, default=4, help="kernels at once")
    parser.add_argument(
        "--course", choices=[one.name for one in COURSES], action="append"
    )
    options = parser.parse_args(arguments)
    if options.students < 2:
        parser.error("a class has at least two students")
    chosen = [one for one in COURSES if one.name in (options.course or TARGETS)]

    say("compiling byte code, for both sides")
    for package in ("autograder", "course"):
        compileall.compile_dir(Path(__file__).parent.parent / package, quiet=2)
    adopt_orphans()
    load = os.getloadavg()[0]
    started = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        found = [
            measure(one, options.students, options.rounds, Path(name)) for one in chosen
        ]
    memory = []
    if options.kernels:
        say(f"memory of {options.kernels} kernels")
        memory = measure_memory(chosen[0], options.kernels)
    print(
        f"{machine()}; {time.strftime('%Y-%m-%d')}; load before the start {load:.1f};"
    )
    print(
        f"classes of {options.students}, rounds: {options.rounds}, "
        f"{(time.monotonic() - started) / 60:.1f} minutes."
    )
    print()
    print("\n".join(table(found, memory)))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
