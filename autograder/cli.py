"""The `autograder` command. Each command imports what it needs when it runs."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from autograder._startup import skip_slow_import
from autograder.exceptions import AutograderError, UsageError

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
    try:
        app()
    except UsageError as error:
        _complain(error)
        raise SystemExit(2) from None
    except AutograderError as error:
        _complain(error)
        raise SystemExit(1) from None


def _complain(error: Exception) -> None:
    typer.secho(f"autograder: {error}", fg="red", err=True)


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
) -> None:
    """Generate release/ from source/, or compare them."""
    from autograder.build import build as run
    from autograder.course import load_course

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
