"""The file of an archive: opened, brought to its version, and written in transactions.

One writer at a time: a transaction takes the lock at its beginning, and who comes second waits.
Readers see what was there before it, and wait for nobody.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from errno import EIO
from importlib.resources import files
from os import PathLike
from pathlib import Path
from typing import Any

from factcheck.errors import InputError

Value = str | int | float | bytes | None
# "arch" in ASCII: tells an archive from any other database.
APPLICATION_ID = 0x61726368
WAIT = 600.0  # seconds that a writer waits for another one
_MOST_AT_ONCE = 500  # values in one statement


def migrations() -> tuple[str, ...]:
    """The statements that bring an archive from each version to the next, the first from an empty
    file. What is in use somewhere is never changed: a later version adds a step."""
    return (files(__package__).joinpath("tables.sql").read_text(encoding="utf-8"),)


class Database:
    """An open file. Raises `OSError` where it cannot be read or written, and `InputError` where
    it is no archive, or one of a later version."""

    def __init__(self, path: str | PathLike[str], *, wait: float = WAIT) -> None:
        self.path = Path(path)
        with self._told():
            self.connection = sqlite3.connect(self.path, timeout=wait, isolation_level=None)
            try:
                self._open(time.monotonic() + wait)
            except BaseException:
                self.connection.close()
                raise

    def close(self) -> None:
        """Closes the file; what was not committed is as if it had not been."""
        with self._told():
            self.connection.close()

    @contextmanager
    def writing(self) -> Iterator[None]:
        """All that is written inside lasts, or nothing does."""
        with self._told():
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
        """What is read inside is of one moment, whatever is written meanwhile."""
        with self._told():
            self.connection.execute("BEGIN")
            try:
                yield
            finally:
                self.connection.execute("ROLLBACK")

    def rows(self, statement: str, *values: Value) -> list[tuple[Any, ...]]:
        """The rows that a statement gives."""
        return self.connection.execute(statement, values).fetchall()

    def each(
        self, statement: str, values: Collection[Value], end: str = ""
    ) -> list[tuple[Any, ...]]:
        """The rows that a statement gives which ends in "… IN", for however many values."""
        given, found = list(values), list[tuple[Any, ...]]()
        for start in range(0, len(given), _MOST_AT_ONCE):
            some = given[start : start + _MOST_AT_ONCE]
            found += self.rows(f"{statement} ({', '.join('?' * len(some))}) {end}", *some)
        return found

    def among(
        self, statement: str, column: str, values: Collection[Value] | None
    ) -> list[tuple[Any, ...]]:
        """The rows that a statement gives which ends in a condition; those alone whose column has
        one of the values, if any are given."""
        return (
            self.rows(statement) if values is None
            else self.each(f"{statement} AND {column} IN", values)
        )  # fmt: skip

    def insert(self, table: str, row: Mapping[str, Value]) -> int:
        """Inserts a row and gives its number; the columns are ours, never a text's."""
        names = ", ".join(row)
        marks = ", ".join("?" * len(row))
        statement = f"INSERT INTO {table} ({names}) VALUES ({marks})"
        return self.connection.execute(statement, tuple(row.values())).lastrowid or 0

    def _open(self, latest: float) -> None:
        own, version = self._pragma("application_id"), self._pragma("user_version")
        if own != APPLICATION_ID and (own or version or self.rows("SELECT 1 FROM sqlite_schema")):
            raise InputError(f"{self.path}: is no archive and is kept: give another name")
        self._log_ahead(latest)
        if version != len(migrations()):
            self._migrate()

    def _pragma(self, name: str) -> int:
        [(value,)] = self.rows(f"PRAGMA {name}")
        return int(value)

    def _log_ahead(self, latest: float) -> None:
        """So that readers and a writer do not wait for each other. Of two who make a new file one
        is told at once that it is locked, and tries again."""
        while True:
            try:
                self.rows("PRAGMA journal_mode = WAL")
                return
            except sqlite3.OperationalError as error:
                if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() > latest:
                    raise
                time.sleep(0.01)

    def _migrate(self) -> None:
        steps = migrations()
        with self.writing():
            version = self._pragma("user_version")  # another process may have been first
            if version > len(steps):
                raise InputError(
                    f"{self.path}: is of version {version}, and this package knows no later one "
                    f"than {len(steps)}: install a later release of it"
                )
            for step in steps[version:]:
                for statement in _statements(step):
                    self.connection.execute(statement)
            self.connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            self.connection.execute(f"PRAGMA user_version = {len(steps)}")

    @contextmanager
    def _told(self) -> Iterator[None]:
        """What stops SQLite is the disk, or somebody who holds the lock: the statements are
        ours."""
        try:
            yield
        except sqlite3.DatabaseError as error:
            # What Python itself refuses, such as a file that was closed, has no code.
            if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_NOTADB:
                problem = f"{self.path}: is no archive and is kept: give another name"
                raise InputError(problem) from error
            raise OSError(EIO, f"cannot be used: {error}", str(self.path)) from error


def _statements(script: str) -> Iterator[str]:
    """The statements of a script, one by one: SQLite's own way of running a script commits."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
