"""Input and output of the commands; each error is one line on standard error."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from errno import EBADF
from functools import partial
from pathlib import Path

import typer

from factcheck.cli.options import MEGABYTE
from factcheck.corrections import as_corrections
from factcheck.decisions import Corrections
from factcheck.errors import ConfigurationError, InputError, MissingExtraError
from factcheck.exports import METADATA
from factcheck.extraction.extract import extract
from factcheck.files import same_file, two_of_one
from factcheck.loading import Loaded, files_at, load_articles
from factcheck.models import Article, Claim
from factcheck.report import progress
from factcheck.report.html import write_html
from factcheck.report.printable import inert, printable
from factcheck.results import Report

MOST = 1e9  # megabytes: an option may say "inf"
BAD_INPUT = 1
CONFLICTS = 3


def load(paths: list[str], megabytes: float) -> Loaded:
    """Load the articles at `paths`. Reports in one line on standard error each thing that cannot be
    read, and a file that this very run writes to ("factcheck reconcile . > report.md")."""
    largest = max(1, int(min(megabytes, MOST) * MEGABYTE))
    written: list[Path] = []

    def leave_out(path: Path) -> bool:
        """Whether this run writes to a file; notes the file if it does."""
        if is_written_to(path):
            written.append(path)
        return path in written

    with progress() as watch:
        loaded = load_articles(paths, largest=largest, leave_out=leave_out, watch=watch)
    print_notes(f"{path}: is not read, since the output of this run goes there" for path in written)
    for error in loaded.errors:
        typer.echo(f"factcheck: {printable(str(error))}", err=True)
    return loaded


def is_written_to(path: Path) -> bool:
    """Whether a path is the file that standard output or standard error goes to."""
    for stream in (sys.stdout, sys.stderr):
        # AttributeError: closed from the start; the others: closed since, or no file of the system.
        with suppress(AttributeError, OSError, ValueError):
            there = os.fstat(stream.fileno())
            if stat.S_ISREG(there.st_mode) and os.path.samestat(path.stat(), there):
                return True
    return False


def claims_of(articles: Sequence[Article]) -> list[Claim]:
    """All claims of the articles, in their order."""
    found: list[Claim] = []
    with progress() as watch:
        for number, article in enumerate(articles, 1):
            found += extract(article)
            watch("reading articles", number, len(articles))
    return found


def write_page(report: Report, path: Path) -> None:
    """Write the report as a page to a file at `path`, as `write_file` does."""
    with progress() as watch:
        write_file(partial(write_html, report, watch=watch), path)


def print_notes(notes: Iterable[str]) -> None:
    """Print a line on standard error for each note."""
    for note in notes:
        typer.echo(f"factcheck: {printable(note)}", err=True)


def corrections_at(path: Path | None) -> Corrections:
    """Load the decisions of a file. Reports in one line on standard error where it cannot be used,
    and exits."""
    try:
        return as_corrections(path)
    except ConfigurationError as error:
        typer.echo(f"factcheck: {printable(str(error))}", err=True)
        raise typer.Exit(BAD_INPUT) from error


def write(text: str) -> None:
    """Write a format for machines to standard output: in UTF-8 whatever the locale; on a terminal
    without characters that control it."""
    if sys.stdout is None:
        raise OSError(EBADF, "standard output is closed")
    text = text if text.endswith("\n") else f"{text}\n"
    if sys.stdout.isatty():
        typer.echo(inert(text), nl=False)
    else:
        typer.echo(text.encode("utf-8", "replace"), nl=False)


def write_file(write: Callable[[Path], object], path: Path) -> None:
    """Write the report to a file at `path`. Reports in one line on standard error where that fails,
    and exits."""
    try:
        write(path)
    except (ConfigurationError, MissingExtraError, InputError, OSError) as error:
        reason = f"{path}: {error.strerror}" if isinstance(error, OSError) else str(error)
        typer.echo(f"factcheck: {printable(reason)}", err=True)
        raise typer.Exit(BAD_INPUT) from error


def refuse_to_overwrite(paths: list[str], html: Path | None, sqlite: Path | None) -> None:
    """Refuse options that would overwrite a file that is read, or one written twice. Checked before
    anything is read."""
    described = None if sqlite is None else sqlite.with_name(METADATA)
    written = [path for path in (html, sqlite, described) if path is not None]
    if clash := two_of_one(written):
        raise typer.BadParameter(f"{clash[0]} is written twice: give each output a name of its own")
    read = list(files_at(paths)) if written else []
    for path in written:
        # A description is merged with the one there, and no article is called that.
        if path is not described and any(same_file(path, one) for one in read):
            raise typer.BadParameter(
                f"{path} is among the articles that are read: give another name"
            )
