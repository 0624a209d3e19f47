"""`factcheck watch`: adds what comes into a folder to an archive, until it is stopped."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated

import typer

from factcheck.archive import Archive
from factcheck.cli.app import app
from factcheck.cli.archive.app import DEFAULT, opened, print_change, show
from factcheck.cli.files import BAD_INPUT, load
from factcheck.cli.options import MEGABYTE, ArchiveFile, ConflictLines, MaxSize
from factcheck.errors import MissingExtraError
from factcheck.loading import LARGEST, files_at
from factcheck.report.extras import needed_for
from factcheck.report.printable import printable


@app.command(name="watch")
def watch_command(
    folder: Annotated[
        Path,
        typer.Argument(
            metavar="FOLDER",
            exists=True,
            file_okay=False,
            help="The folder that your tools put articles into.",
        ),
    ],
    archive: ArchiveFile = DEFAULT,
    jsonl: ConflictLines = False,
    max_size: MaxSize = LARGEST / MEGABYTE,
) -> None:
    """Add the articles of a folder to an archive, and each that comes in later, until Ctrl-C.

    The conflicts that are new are shown as they arise. Nothing is fetched. A file that goes from
    the folder stays in the archive. Needs the extra `watch`.

    Example:

    - `factcheck watch inbox --archive storm.db --jsonl | notify-desk`
    """
    try:
        changes = _changes(folder)
    except MissingExtraError as error:
        typer.echo(f"factcheck: {printable(str(error))}", err=True)
        raise typer.Exit(BAD_INPUT) from error
    with opened(archive, new=True) as kept:
        for paths in changes:
            _take_in(kept, paths, max_size, jsonl=jsonl)


def _take_in(archive: Archive, paths: list[str], max_size: float, *, jsonl: bool) -> None:
    """Add the articles of some files to the archive and show what changed."""
    loaded = load(paths, max_size)
    if loaded.articles:
        change = archive.add(loaded.articles)
        print_change(change)
        show(archive, change.conflicts, jsonl=jsonl)


def _changes(folder: Path) -> Iterator[list[str]]:
    """The files of the folder, and then those that are added or altered, without end. The folder is
    watched before its files are read, so that none is missed in between."""
    with needed_for("watching a folder", "watch"):
        from watchfiles import Change, watch

    def changes() -> Iterator[list[str]]:
        """The files of the folder, then those that change, each time as a list."""
        seen = watch(folder, raise_interrupt=False, rust_timeout=500, yield_on_timeout=True)
        next(seen)
        yield sorted(map(str, files_at([str(folder)])))
        for found in seen:
            altered = [path for change, path in found if change is not Change.deleted]
            if paths := _wanted(folder, altered):
                yield paths

    return changes()


def _wanted(folder: Path, altered: Iterable[str]) -> list[str]:
    """The files among these that hold articles, under the names that the folder gives them."""
    real = {os.path.realpath(path) for path in altered}
    return sorted(str(p) for p in files_at([str(folder)]) if os.path.realpath(p) in real)
