"""The `autograder` command. Each command imports what it needs when it runs."""

from __future__ import annotations

import atexit
import contextlib
import errno
import gc
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from autograder._startup import skip_slow_import
from autograder.exceptions import AutograderError, UsageError
from autograder.stopping import Stopped, stopped_by_signals

if TYPE_CHECKING:
    from autograder.course import Course
    from autograder.doctor import Finding

app = typer.Typer(
    name="autograder",
    help="Build, grade and report on the assignments of an nbgrader course.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="markdown",
)

CourseOption = Annotated[
    Path | None,
    typer.Option("--course", help="The course folder; the current one by default."),
]


@app.callback()
def _commands() -> None:
    """Build, grade and report on the assignments of an nbgrader course."""


def main() -> None:
    """Run the command line; errors end it with a message and 1, or 2 for usage."""
    skip_slow_import()
    # Importing makes many objects that stay, which the collector would look through
    # again and again; and once more at the end.
    gc.set_threshold(100_000)
    atexit.register(gc.freeze)
    try:
        app()
    except UsageError as error:
        _complain(error)
        raise SystemExit(2) from None
    except AutograderError as error:
        _complain(error)
        raise SystemExit(1) from None
    except OSError as error:  # of one submission they do not get here
        _complain(_of_files(error))
        raise SystemExit(1) from None
    except Exception as error:
        if not _is_of_gradebook(error):
            raise
        _complain(_of_gradebook(error))
        raise SystemExit(1) from None


def _complain(text: object) -> None:
    typer.secho(f"autograder: {text}", fg="red", err=True)


def _of_files(error: OSError) -> str:
    """Say what this machine's files do not allow."""
    place = f" ({error.filename})" if error.filename else ""
    text = f"{error.strerror or error}{place}."
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return f"{text} Make room and give the same command again; what is done stays."
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return f"{text} Use a folder that you may write to, or change its rights."
    return f"{text} Mend that and give the same command again; what is done stays."


def _is_of_gradebook(error: Exception) -> bool:
    kinds = (("sqlalchemy.exc", "SQLAlchemyError"), ("sqlite3", "Error"))
    return any(
        isinstance(error, getattr(sys.modules[module], name))
        for module, name in kinds
        if module in sys.modules  # without it there is no such error
    )


def _of_gradebook(error: Exception) -> str:
    """Say what is wrong with the gradebook, and what helps."""
    cause = str(getattr(error, "orig", None) or error)
    if "locked" in cause:
        return (
            "The gradebook is in use by another program. Wait for it or end it, then "
            "give the same command again; what is done stays."
        )
    return (
        f"The gradebook cannot be used: {cause}. Put a copy of it in its place, or "
        "move it away and grade with --force, which makes a new one."
    )


@app.command()
def build(
    assignments: Annotated[
        list[str] | None, typer.Argument(help="Names; all by default.")
    ] = None,
    course: CourseOption = None,
    check: Annotated[
        bool, typer.Option("--check", help="Only compare; 1 if release/ differs.")
    ] = False,
    strict: Annotated[
        bool, typer.Option("--strict", help="Minor findings also end with 1.")
    ] = False,
    self_study: Annotated[
        Path | None,
        typer.Option(help="Write the self-study edition into this folder instead."),
    ] = None,
) -> None:
    """Generate release/ from source/, or compare them.

    With --self-study DIR, write notebooks for readers without a teacher instead: all
    tests visible, a collapsed worked solution behind each exercise.
    """
    from autograder.build import build as run
    from autograder.course import load_course

    if self_study is not None:
        from autograder.self_study import write_self_study

        for path in write_self_study(
            load_course(course), self_study, assignments or ()
        ):
            typer.echo(path)
        return
    report = run(load_course(course), assignments or (), check=check)
    for finding in report.findings:
        kind, colour = ("error", "red") if finding.serious else ("warning", "yellow")
        typer.secho(f"{kind}: {finding}", fg=colour, err=True)
    for difference in report.differences:
        typer.echo(difference)

    names = ", ".join(report.assignments)
    if report.serious:
        typer.echo("Nothing was built: mend the errors above in source/.", err=True)
    elif report.differences:
        typer.echo(
            "release/ is not what source/ makes. Run `autograder build` and commit.",
            err=True,
        )
    elif report.written:
        typer.echo(f"Built {names}.")
    else:
        typer.echo(f"release/ is up to date: {names}.")
    failed = report.serious or report.differences or (strict and report.findings)
    raise typer.Exit(1 if failed else 0)


@app.command()
def grade(
    assignment: Annotated[str, typer.Argument(help="Name of the assignment.")],
    course: CourseOption = None,
    student: Annotated[
        list[str] | None, typer.Option(help="Only this student; may be repeated.")
    ] = None,
    notebook: Annotated[str | None, typer.Option(help="Only this notebook.")] = None,
    exercise: Annotated[
        str | None,
        typer.Option(
            help="Grade only this exercise again, by its grade id; other marks stay."
        ),
    ] = None,
    jobs: Annotated[
        int | None,
        typer.Option(min=1, help="How many at the same time; default: all cores."),
    ] = None,
    force: Annotated[
        bool, typer.Option("--force", help="Grade again what has not changed.")
    ] = False,
    sandbox: Annotated[
        bool,
        typer.Option(
            "--sandbox/--no-sandbox",
            help="Without it, learners' code can read and change your files.",
        ),
    ] = True,
    run_everything: Annotated[
        bool,
        typer.Option(
            "--run-everything",
            help="Also run cells of the lesson on which nothing graded depends.",
        ),
    ] = False,
    json_file: Annotated[
        Path | None,
        typer.Option("--json", help="Write one JSON line per submission here."),
    ] = None,
) -> None:
    """Grade all submissions of an assignment into gradebook and autograded/.

    Ends with 0 when every submission was graded or is reported with its failure, and
    with 1 when a result could not be written.
    """
    from autograder import head_start

    if not sandbox:
        typer.secho(
            "warning: --no-sandbox: learners' code runs with your rights. It can read "
            "and change your files, the hidden tests and the gradebook among them, and "
            "use the network. Grade only submissions that you trust.",
            fg="yellow",
            err=True,
        )
    try:
        with stopped_by_signals():
            head_start.guess(course, assignment, notebook)

            from autograder.course import load_course
            from autograder.engine import NOT_RECORDED, Options
            from autograder.engine import grade as run
            from autograder.progress import Progress, print_results

            options = Options(
                student or (), notebook, jobs, force, sandbox, exercise, run_everything
            )
            with Progress() as progress:
                results = run(load_course(course), assignment, options, progress)
    except Stopped as stopped:
        with contextlib.suppress(OSError):  # the terminal may be gone
            typer.echo("Stopped. What was graded is kept; the same command goes on.")
        raise typer.Exit(128 + stopped.number) from None
    print_results(results)
    if json_file is not None:
        lines = "".join(f"{result.json_line()}\n" for result in results)
        json_file.write_text(lines, encoding="utf-8")
    unwritten = any(result.has_flag(NOT_RECORDED) for result in results)
    raise typer.Exit(1 if unwritten else 0)


@app.command()
def feedback(
    assignment: Annotated[str, typer.Argument(help="Name of the assignment.")],
    course: CourseOption = None,
    student: Annotated[
        list[str] | None, typer.Option(help="Only this student; may be repeated.")
    ] = None,
) -> None:
    """Write a feedback page for each submission into feedback/."""
    from autograder.course import load_course
    from autograder.feedback import write_feedback

    loaded = load_course(course)
    pages = write_feedback(loaded, assignment, student or ())
    for page in pages:
        typer.echo(
            page.relative_to(loaded.root) if page.is_relative_to(loaded.root) else page
        )


@app.command()
def report(
    assignment: Annotated[str, typer.Argument(help="Name of the assignment.")],
    course: CourseOption = None,
    output: Annotated[
        Path | None, typer.Option(help="The page; default: report-ASSIGNMENT.html.")
    ] = None,
    csv: Annotated[
        Path | None, typer.Option("--csv", help="Also write the scores as CSV here.")
    ] = None,
) -> None:
    """Write a report on the class as one HTML page with pictures."""
    from autograder.course import load_course
    from autograder.report import make_report, write_report, write_scores

    loaded = load_course(course)
    made = make_report(loaded, assignment)
    output = output or loaded.root / f"report-{assignment}.html"
    write_report(made, output)
    typer.echo(output)
    if csv is not None:
        write_scores(made, csv)
        typer.echo(csv)


@app.command()
def export(
    assignments: Annotated[
        list[str] | None, typer.Argument(help="Names; all by default.")
    ] = None,
    course: CourseOption = None,
    student: Annotated[
        list[str] | None, typer.Option(help="Only this student; may be repeated.")
    ] = None,
    output: Annotated[
        Path | None, typer.Option("--to", help="The table; default: marks.csv.")
    ] = None,
) -> None:
    """Write the gradebook's marks by student and exercise as CSV."""
    from autograder.course import load_course
    from autograder.export import export_marks

    loaded = load_course(course)
    output = output or loaded.root / "marks.csv"
    count = export_marks(loaded, output, assignments or (), student or ())
    typer.echo(f"{output}: {count} lines")


@app.command()
def bundle(
    course: CourseOption = None,
    output: Annotated[
        Path | None, typer.Option("--to", help="The file; default: COURSE.zip.")
    ] = None,
) -> None:
    """Pack what learners get into one zip file: no source, no tests of the course."""
    from autograder.bundle import write_bundle
    from autograder.course import load_course

    loaded = load_course(course)
    name = loaded.directory.course_id or loaded.root.name
    output = output or loaded.root / f"{name}.zip"
    made = write_bundle(loaded, output)
    for one in made.missing:
        text = f"warning: learners do not get {one}"
        typer.secho(text, fg="yellow", err=True)
    typer.echo(f"{output}: {len(made.files)} files")


@app.command()
def doctor(
    assignments: Annotated[
        list[str] | None,
        typer.Argument(help="With --solutions: names; all by default."),
    ] = None,
    course: CourseOption = None,
    solutions: Annotated[
        bool,
        typer.Option(
            "--solutions",
            help="Grade the course's own solutions instead; 1 if one loses points.",
        ),
    ] = False,
    sandbox: Annotated[
        bool,
        typer.Option(
            "--sandbox/--no-sandbox",
            help="Without it, the solutions run with your rights.",
        ),
    ] = True,
) -> None:
    """Examine this machine and the course; ends with 1 if grading cannot work.

    With --solutions, hand in the course's own solutions, in a copy of the course that
    is thrown away, and name each test that does not give them full marks.
    """
    from autograder.course import load_course

    if solutions:
        try:
            with stopped_by_signals():
                loaded = load_course(course)
                lost = _examine_solutions(loaded, assignments or (), sandbox)
        except Stopped as stopped:
            raise typer.Exit(128 + stopped.number) from None
        raise typer.Exit(1 if lost else 0)
    if assignments:
        raise UsageError("Assignments can be named with --solutions only.")

    from autograder.doctor import examine

    findings = examine(load_course(course))
    _show(findings)
    bad = any(finding.state == "error" for finding in findings)
    raise typer.Exit(1 if bad else 0)


def _examine_solutions(
    course: Course, assignments: Sequence[str], sandbox: bool
) -> bool:
    """Grade own solutions and show what came of it; say whether any loses points."""
    from autograder.own_solutions import chosen_assignments, grade_own_solution

    chosen = chosen_assignments(course, assignments)
    lost = False
    for number, assignment in enumerate(chosen, start=1):
        typer.echo(f"[{number}/{len(chosen)}] {assignment}")
        findings = grade_own_solution(course, assignment, sandbox=sandbox)
        _show(findings)
        lost = lost or any(finding.state == "error" for finding in findings)
    if not lost:
        typer.echo("Every test gives the course's own solution full marks.")
    return lost


def _show(findings: Sequence[Finding]) -> None:
    colours = {"fine": None, "warning": "yellow", "error": "red"}
    width = max(len(finding.topic) for finding in findings)
    for finding in findings:
        mark = "" if finding.state == "fine" else f"{finding.state}: "
        line = f"{finding.topic:{width}}  {mark}{finding.text}"
        typer.secho(line, fg=colours[finding.state])
