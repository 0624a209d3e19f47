"""`factcheck archive status`: how much an archive holds."""

import typer

from factcheck.cli.archive.app import DEFAULT, archive_app, opened
from factcheck.cli.files import write
from factcheck.cli.options import ArchiveFile, Json
from factcheck.exports import json_text


@archive_app.command(name="status")
def status_command(archive: ArchiveFile = DEFAULT, json: Json = False) -> None:
    """Show how much the archive holds.

    Example:

    - `factcheck archive status --archive storm.db`
    """
    with opened(archive) as kept:
        status = kept.status()
    if json:
        write(json_text(status.model_dump(mode="json")))
        return
    for name, value in status.model_dump().items():
        shown = ", ".join(value) if isinstance(value, tuple) else value
        typer.echo(f"{name:10} {'-' if shown in (None, '') else shown}")
