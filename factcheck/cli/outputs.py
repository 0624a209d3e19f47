"""Where a command writes a report: a page or a database beside standard output, or in its place."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import typer

from factcheck.cli.files import BAD_INPUT, CONFLICTS
from factcheck.errors import MissingExtraError
from factcheck.loading.documents import STANDARD_INPUT
from factcheck.report import progress
from factcheck.results import Group, Report

Writer = Callable[[Report], str]


def outputs(
    written: Writer | None, html: Path | None, sqlite: Path | None = None
) -> tuple[Writer | None, Path | None]:
    """The writer of standard output, and the file of the page: `--html -` takes the place of a
    format."""
    if _is_standard_output(sqlite):
        raise typer.BadParameter("a database cannot be written to standard output: give a file")
    if not _is_standard_output(html):
        return written, html
    if written is not None:
        raise typer.BadParameter("two formats cannot share standard output: give --html a file")
    return _page, None


def end_on_conflict(conflicts: Iterable[Group], *, fail: bool, fail_on_any: bool) -> None:
    """End the command with a code of its own where articles contradict each other and that is
    asked for; `fail_on_any` counts a story that contradicts itself, too."""
    counted = any(fail_on_any or not conflict.inside_one_story for conflict in conflicts)
    if counted and (fail or fail_on_any):
        raise typer.Exit(CONFLICTS)


def _page(report: Report) -> str:
    """The report as a page. Ends the command where Jinja is not installed."""
    from factcheck.report.html import report_html

    try:
        with progress() as watch:
            return report_html(report, watch)
    except MissingExtraError as error:
        typer.echo(f"factcheck: {error}", err=True)
        raise typer.Exit(BAD_INPUT) from error


def _is_standard_output(path: Path | None) -> bool:
    """Whether "-" was given for a path."""
    return path is not None and str(path) == STANDARD_INPUT  # "-" on both ends of a pipe
