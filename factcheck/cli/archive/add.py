"""`factcheck archive add`: takes articles in."""

import typer

from factcheck.cli.archive.app import DEFAULT, archive_app, opened, print_change, show
from factcheck.cli.files import BAD_INPUT, corrections_at, load, print_notes
from factcheck.cli.options import (
    MEGABYTE,
    ArchiveFile,
    ConflictLines,
    CorrectionsFile,
    FailOnAnyConflict,
    FailOnConflict,
    MaxSize,
    Paths,
)
from factcheck.cli.outputs import end_on_conflict
from factcheck.loading import LARGEST
from factcheck.report import progress


@archive_app.command(name="add")
def add_command(
    paths: Paths,
    archive: ArchiveFile = DEFAULT,
    jsonl: ConflictLines = False,
    fail_on_conflict: FailOnConflict = False,
    fail_on_any_conflict: FailOnAnyConflict = False,
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
    print_notes(loaded.notes)
    if loaded.errors and not loaded.articles and decisions is None:
        raise typer.Exit(BAD_INPUT)  # no archive is made for what is not there
    with opened(archive, new=True) as kept:
        with progress() as watch:
            change = kept.add(
                loaded.articles,
                corrections=decisions,
                watch=lambda done, of: watch("reading articles", done, of),
            )
        print_change(change)
        show(kept, change.conflicts, jsonl=jsonl)
    if loaded.errors:
        raise typer.Exit(BAD_INPUT)
    end_on_conflict(change.conflicts, fail=fail_on_conflict, fail_on_any=fail_on_any_conflict)
