"""`factcheck archive report`: the report on an archive."""

import typer

from factcheck.cli.archive.app import DEFAULT, archive_app, opened
from factcheck.cli.files import CONFLICTS, write, write_page
from factcheck.cli.options import ArchiveFile, FailOnConflict, Html, Json, Names, Since
from factcheck.report import print_report, report_json


@archive_app.command(name="report")
def report_command(
    archive: ArchiveFile = DEFAULT,
    since: Since = None,
    json: Json = False,
    html: Html = None,
    names: Names = False,
    fail_on_conflict: FailOnConflict = False,
) -> None:
    """Report on all articles of the archive, as 'factcheck reconcile' reports on a folder.

    With `--since`, on the stories in which a verdict came to be then or later.

    Examples:

    - `factcheck archive report --archive storm.db --since 2024-02-19`

    - `factcheck archive report --archive storm.db --html storm.html`
    """
    with opened(archive) as kept:
        report = kept.report(since=since)
    if html is not None:
        write_page(report, html)
    if json:
        write(report_json(report))
    else:
        print_report(report, names=names)
    if fail_on_conflict and report.conflicts:
        raise typer.Exit(CONFLICTS)
