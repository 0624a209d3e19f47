"""Open the database of an archive: a file, or a server by its URL."""

from __future__ import annotations

from os import PathLike, fspath

from factcheck.archive.database import Database
from factcheck.archive.sqlite_file import SqliteFile
from factcheck.report.extras import needed_for

_URL = "://"
_FILE = "sqlite:///"


def is_url(path: str | PathLike[str]) -> bool:
    """Whether a path is the URL of a database, and no file."""
    return _URL in fspath(path)


def opened(path: str | PathLike[str], wait: float) -> Database:
    """The database at `path`, where a writer waits up to `wait` seconds for another one."""
    name = fspath(path)
    if not is_url(name):
        return SqliteFile(name, wait=wait)
    if name.startswith(_FILE):
        return SqliteFile(name.removeprefix(_FILE), wait=wait)
    with needed_for("an archive on a server", "server"):
        from factcheck.archive.server import Server
    return Server(name, wait=wait)
