"""`factcheck archive conflicts`: the conflicts of an archive."""

import typer

from factcheck.cli.archive.app import DEFAULT, archive_app, opened, show
from factcheck.cli.files import CONFLICTS
from factcheck.cli.options import ArchiveFile, ConflictLines, FailOnConflict, Since


@archive_app.command(name="conflicts")
def conflicts_command(
    archive: ArchiveFile = DEFAULT,
    since: Since = None,
    jsonl: ConflictLines = False,
    fail_on_conflict: FailOnConflict = False,
) -> None:
    """Show the conflicts of the archive, gravest first.

    Examples:

    - `factcheck archive conflicts --archive storm.db --since 2024-02-19T06:00`

    - `factcheck archive conflicts --archive storm.db --jsonl > conflicts.jsonl`
    """
    with opened(archive) as kept:
        found = kept.conflicts(since=since)
        show(kept, found, jsonl=jsonl)
    if fail_on_conflict and found:
        raise typer.Exit(CONFLICTS)
