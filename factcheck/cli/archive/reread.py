"""`factcheck archive reread`: reads all articles again, after an update of this package."""

from factcheck.cli.archive.app import DEFAULT, archive_app, opened, print_change, show
from factcheck.cli.options import ArchiveFile, ConflictLines, FailOnAnyConflict, FailOnConflict
from factcheck.cli.outputs import end_on_conflict
from factcheck.report import progress


@archive_app.command(name="reread")
def reread_command(
    archive: ArchiveFile = DEFAULT,
    jsonl: ConflictLines = False,
    fail_on_conflict: FailOnConflict = False,
    fail_on_any_conflict: FailOnAnyConflict = False,
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
    end_on_conflict(change.conflicts, fail=fail_on_conflict, fail_on_any=fail_on_any_conflict)
