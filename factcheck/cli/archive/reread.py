"""`factcheck archive reread`: reads all articles again, after an update of this package."""

import typer

from factcheck.cli.archive.app import DEFAULT, archive_app, opened, print_change, show
from factcheck.cli.files import CONFLICTS
from factcheck.cli.options import ArchiveFile, ConflictLines, FailOnConflict
from factcheck.report import progress


@archive_app.command(name="reread")
def reread_command(
    archive: ArchiveFile = DEFAULT,
    jsonl: ConflictLines = False,
    fail_on_conflict: FailOnConflict = False,
) -> None:
    """Read every article again by the rules of this version, and show the conflicts that are new.

    Example:

    - `factcheck archive reread --archive storm.db`
    """
    with opened(archive) as kept:
        with progress() as watch:
            change = kept.reread(watch=lambda done, of: watch("reading articles", done, of))
        print_change(change)
        show(kept, change.conflicts, jsonl=jsonl)
    if fail_on_conflict and change.conflicts:
        raise typer.Exit(CONFLICTS)
