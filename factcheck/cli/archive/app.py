"""The group of archive commands, and what they share: opening an archive and showing conflicts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import typer

from factcheck.archive import Archive, ArchiveChange
from factcheck.archive.opening import file_of
from factcheck.cli.app import app
from factcheck.cli.files import BAD_INPUT, print_notes, write
from factcheck.errors import FactcheckError, InputError
from factcheck.exports import conflicts_json_lines
from factcheck.report import print_report
from factcheck.report.printable import printable
from factcheck.results import Group, Report

DEFAULT = "archive.db"

archive_app = typer.Typer(
    name="archive",
    help="Keep articles for days: a new one is compared with what its story holds.",
    no_args_is_help=True,
    rich_markup_mode="markdown",
)
app.add_typer(archive_app)


@contextmanager
def opened(path: str, *, new: bool = False) -> Iterator[Archive]:
    """Open the archive at `path`. Reports in one line on standard error where it cannot be used, or
    is missing and no `new` one is to be made."""
    try:
        file = file_of(path)
        if not new and file is not None and not file.exists():
            raise InputError(f"{path}: there is no such archive: 'factcheck archive add' makes one")
        with Archive(path) as archive:
            yield archive
    except (FactcheckError, OSError) as error:
        reason = (
            f"{error.filename or path}: {error.strerror}" if isinstance(error, OSError)
            else str(error)
        )  # fmt: skip
        typer.echo(f"factcheck: {printable(reason)}", err=True)
        raise typer.Exit(BAD_INPUT) from error


def show(archive: Archive, groups: Sequence[Group], *, jsonl: bool) -> None:
    """Print conflicts to standard output: a line of JSON for each, or the view of a report."""
    ids = {claim.article_id for group in groups for claim in group.claims}
    articles = archive.articles(ids)
    if jsonl:
        if groups:
            write(conflicts_json_lines(groups, articles))
    elif groups:
        claims = tuple(claim for group in groups for claim in group.claims)
        print_report(Report(articles=articles, claims=claims, groups=tuple(groups)))


def print_change(change: ArchiveChange) -> None:
    """Print to standard error one line on the articles that came in, and one for each note."""
    print_notes(change.notes)
    typer.echo(
        f"factcheck: {len(change.added)} added, {len(change.replaced)} replaced, "
        f"{len(change.unchanged)} unchanged; verdicts turned: {len(change.turned)}, "
        f"new conflicts: {len(change.conflicts)}",
        err=True,
    )
