"""`factcheck archive report`: the report on an archive."""

from factcheck.cli.archive.app import DEFAULT, archive_app, opened
from factcheck.cli.files import write, write_page
from factcheck.cli.options import (
    ArchiveFile,
    FailOnAnyConflict,
    FailOnConflict,
    Html,
    Json,
    Names,
    Since,
)
from factcheck.cli.outputs import end_on_conflict, outputs
from factcheck.report import print_report, report_json


@archive_app.command(name="report")
def report_command(
    archive: ArchiveFile = DEFAULT,
    since: Since = None,
    json: Json = False,
    html: Html = None,
    names: Names = False,
    fail_on_conflict: FailOnConflict = False,
    fail_on_any_conflict: FailOnAnyConflict = False,
) -> None:
    """Report on all articles of the archive, as 'factcheck reconcile' reports on a folder.

    With `--since`, on the stories in which a verdict came to be then or later.

    Examples:

    - `factcheck archive report --archive storm.db --since 2024-02-19`

    - `factcheck archive report --archive storm.db --html storm.html`
    """
    written, html = outputs(report_json if json else None, html)
    with opened(archive) as kept:
        report = kept.report(since=since)
    if html is not None:
        write_page(report, html)
    if written is not None:
        write(written(report))
    else:
        print_report(report, names=names)
    end_on_conflict(report.conflicts, fail=fail_on_conflict, fail_on_any=fail_on_any_conflict)
