"""The interface of an archive to its database, whichever that is."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Collection, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from importlib.resources import files
from typing import Any

Value = str | int | float | bytes | None
Rows = list[tuple[Any, ...]]
WAIT = 600.0  # seconds that a writer waits for another one
_MOST_AT_ONCE = 500  # values in one statement


def migrations() -> tuple[str, ...]:
    """The statements that migrate an archive from each version to the next, the first from an empty
    one. A migration is never changed once it is released: a later version adds a step. They are
    written for SQLite, and translated for others."""
    return (files(__package__).joinpath("tables.sql").read_text(encoding="utf-8"),)


class Database(ABC):
    """An open archive. Every method raises `OSError` where it cannot be read or written, and
    opening raises `InputError` for a database that is no archive, or one of a later version.

    One writer at a time: a transaction takes the lock at its beginning, and a second writer waits.
    Readers see what was there before it, and do not wait. Values in statements are written as `?`.
    """

    @abstractmethod
    def close(self) -> None:
        """Close the database; what was not committed is rolled back."""

    @abstractmethod
    def writing(self) -> AbstractContextManager[None]:
        """A transaction: either all that is written inside is committed, or nothing."""

    @abstractmethod
    def reading(self) -> AbstractContextManager[None]:
        """A transaction for reading: all reads inside see one state of the database."""

    @abstractmethod
    def rows(self, statement: str, *values: Value) -> Rows:
        """Run a statement and return its rows."""

    @abstractmethod
    def many(self, statement: str, rows: Iterable[Sequence[Value]]) -> None:
        """Run a statement for each row of values."""

    def each(self, statement: str, values: Collection[Value], end: str = "") -> Rows:
        """Run a statement that ends in "… IN" for any number of values, and return its rows."""
        given, found = list(values), Rows()
        for start in range(0, len(given), _MOST_AT_ONCE):
            some = given[start : start + _MOST_AT_ONCE]
            found += self.rows(f"{statement} ({', '.join('?' * len(some))}) {end}", *some)
        return found

    def among(self, statement: str, column: str, values: Collection[Value] | None) -> Rows:
        """Run a statement that ends in a condition, and return its rows; only those whose column
        has one of the values, if any are given."""
        return (
            self.rows(statement) if values is None
            else self.each(f"{statement} AND {column} IN", values)
        )  # fmt: skip

    def insert(self, table: str, row: Mapping[str, Value]) -> None:
        """Insert a row. The column names come from the code, never from a text."""
        names, marks = ", ".join(row), ", ".join("?" * len(row))
        self.rows(f"INSERT INTO {table} ({names}) VALUES ({marks})", *row.values())
