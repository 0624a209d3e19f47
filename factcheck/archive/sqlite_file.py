"""An archive in a SQLite file: opening, migration and transactions."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from errno import EIO
from os import PathLike
from pathlib import Path

from factcheck.archive import database
from factcheck.archive.database import WAIT, Database, Rows, Value
from factcheck.errors import InputError

# "arch" in ASCII: distinguishes an archive from any other database.
APPLICATION_ID = 0x61726368


class SqliteFile(Database):
    """An archive in an open SQLite file. Waits for another process that writes to it, at most
    `wait` seconds."""

    def __init__(self, path: str | PathLike[str], *, wait: float = WAIT) -> None:
        self.path = Path(path)
        with self._as_os_error():
            self.connection = sqlite3.connect(self.path, timeout=wait, isolation_level=None)
            try:
                self._open(time.monotonic() + wait)
            except BaseException:
                self.connection.close()
                raise

    def close(self) -> None:
        with self._as_os_error():
            self.connection.close()

    @contextmanager
    def writing(self) -> Iterator[None]:
        """A transaction that may write; rolled back if anything is raised inside it."""
        with self._as_os_error():
            self.connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                self.connection.execute("COMMIT")
            except BaseException:
                # A full disk may have ended the transaction already.
                if self.connection.in_transaction:
                    self.connection.execute("ROLLBACK")
                raise

    @contextmanager
    def reading(self) -> Iterator[None]:
        """A transaction for reading, which sees one state of the file throughout."""
        with self._as_os_error():
            self.connection.execute("BEGIN")
            try:
                yield
            finally:
                if self.connection.in_transaction:
                    self.connection.execute("ROLLBACK")

    def rows(self, statement: str, *values: Value) -> Rows:
        return self.connection.execute(statement, values).fetchall()

    def many(self, statement: str, rows: Iterable[Sequence[Value]]) -> None:
        self.connection.executemany(statement, rows)

    def _open(self, latest: float) -> None:
        """Create or migrate the tables, unless the file is of another program."""
        with self.reading():  # another process may make the archive in between
            own, version = self._pragma("application_id"), self._pragma("user_version")
            empty = not (own or version or self.rows("SELECT 1 FROM sqlite_schema"))
        if own != APPLICATION_ID and not empty:
            raise InputError(f"{self.path}: is no archive and is kept: give another name")
        self._use_write_ahead_log(latest)
        if version != len(database.migrations()):
            self._migrate()

    def _pragma(self, name: str) -> int:
        """The value of a pragma of SQLite."""
        [(value,)] = self.rows(f"PRAGMA {name}")
        return int(value)

    def _use_write_ahead_log(self, latest: float) -> None:
        """Switch the file to a write-ahead log, so that readers and a writer do not wait for each
        other. If two processes make a new file, one finds it locked and tries again."""
        while True:
            try:
                self.rows("PRAGMA journal_mode = WAL")
                return
            except sqlite3.OperationalError as error:
                if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() > latest:
                    raise
                time.sleep(0.01)

    def _migrate(self) -> None:
        """Migrate the tables to the latest version. Raises `InputError` where they are of a later
        one."""
        steps = database.migrations()
        with self.writing():
            version = self._pragma("user_version")  # another process may have been first
            if version > len(steps):
                raise InputError(
                    f"{self.path}: is of version {version}, and this package knows no later one "
                    f"than {len(steps)}: install a later release of it"
                )
            for step in steps[version:]:
                for statement in statements(step):
                    self.connection.execute(statement)
            self.connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            self.connection.execute(f"PRAGMA user_version = {len(steps)}")

    @contextmanager
    def _as_os_error(self) -> Iterator[None]:
        """Turn an error of SQLite into an `OSError`: it is due to the disk or to a lock, since the
        statements are tested."""
        try:
            yield
        except sqlite3.DatabaseError as error:
            # What Python itself refuses, such as a file that was closed, has no code.
            if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_NOTADB:
                problem = f"{self.path}: is no archive and is kept: give another name"
                raise InputError(problem) from error
            raise OSError(EIO, f"cannot be used: {error}", str(self.path)) from error


def statements(script: str) -> Iterator[str]:
    """The statements of a script one by one, since SQLite's own way of running a script commits."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
