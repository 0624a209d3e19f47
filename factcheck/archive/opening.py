"""Open the database of an archive: a file, or a server by its URL."""

from __future__ import annotations

from os import PathLike, fspath
from pathlib import Path

from factcheck.archive.database import Database
from factcheck.archive.sqlite_file import SqliteFile
from factcheck.report.extras import needed_for

_URL = "://"
_FILE = "sqlite:///"


def file_of(path: str | PathLike[str]) -> Path | None:
    """The file of SQLite that a path or a URL leads to; `None` for that of a server."""
    name = fspath(path)
    if name.startswith(_FILE):
        return Path(name.removeprefix(_FILE))
    return None if _URL in name else Path(name)


def opened(path: str | PathLike[str], wait: float) -> Database:
    """The database at `path`, where a writer waits up to `wait` seconds for another one."""
    file = file_of(path)
    if file is not None:
        return SqliteFile(file, wait=wait)
    with needed_for("an archive on a server", "server"):
        from factcheck.archive.server import Server
    return Server(fspath(path), wait=wait)
