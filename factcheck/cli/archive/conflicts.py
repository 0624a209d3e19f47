"""`factcheck archive conflicts`: the conflicts of an archive."""

from factcheck.cli.archive.app import DEFAULT, archive_app, opened, show
from factcheck.cli.options import (
    ArchiveFile,
    ConflictLines,
    FailOnAnyConflict,
    FailOnConflict,
    Since,
)
from factcheck.cli.outputs import end_on_conflict


@archive_app.command(name="conflicts")
def conflicts_command(
    archive: ArchiveFile = DEFAULT,
    since: Since = None,
    jsonl: ConflictLines = False,
    fail_on_conflict: FailOnConflict = False,
    fail_on_any_conflict: FailOnAnyConflict = False,
) -> None:
    """Show the conflicts of the archive, gravest first.

    Examples:

    - `factcheck archive conflicts --archive storm.db --since 2024-02-19T06:00`

    - `factcheck archive conflicts --archive storm.db --jsonl > conflicts.jsonl`
    """
    with opened(archive) as kept:
        found = kept.conflicts(since=since)
        show(kept, found, jsonl=jsonl)
    end_on_conflict(found, fail=fail_on_conflict, fail_on_any=fail_on_any_conflict)
