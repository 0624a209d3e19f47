"""`factcheck archive add`: takes articles in."""

import typer

from factcheck.cli.archive.app import DEFAULT, archive_app, opened, print_change, show
from factcheck.cli.files import BAD_INPUT, CONFLICTS, corrections_at, load
from factcheck.cli.options import (
    MEGABYTE,
    ArchiveFile,
    ConflictLines,
    CorrectionsFile,
    FailOnConflict,
    MaxSize,
    Paths,
)
from factcheck.loading import LARGEST
from factcheck.report import progress
from factcheck.report.printable import printable


@archive_app.command(name="add")
def add_command(
    paths: Paths,
    archive: ArchiveFile = DEFAULT,
    jsonl: ConflictLines = False,
    fail_on_conflict: FailOnConflict = False,
    corrections: CorrectionsFile = None,
    max_size: MaxSize = LARGEST / MEGABYTE,
) -> None:
    """Add articles, and show the conflicts that are new.

    What stands in the archive already is left alone, so that a folder can be given again and
    again. An article of a known address or id replaces its former version. All are added or none.
    With `--fail-on-conflict`, only new conflicts count.

    Examples:

    - `factcheck archive add monday/ --archive storm.db`

    - `factcheck archive add feeds/ --archive storm.db --jsonl | notify-desk`
    """
    decisions = None if corrections is None else corrections_at(corrections)
    loaded = load(paths, max_size)
    for note in loaded.notes:
        typer.echo(f"factcheck: {printable(note)}", err=True)
    with opened(archive, new=True) as kept:
        decided = () if decisions is None else kept.decide(decisions).conflicts
        with progress() as watch:
            change = kept.add(
                loaded.articles, watch=lambda done, of: watch("reading articles", done, of)
            )
        print_change(change)
        conflicts = (*change.conflicts, *decided)
        show(kept, conflicts, jsonl=jsonl)
    if loaded.errors:
        raise typer.Exit(BAD_INPUT)
    if fail_on_conflict and conflicts:
        raise typer.Exit(CONFLICTS)
