"""What an archive asks of the database that it is kept in, whichever that is."""

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
    """The statements that bring an archive from each version to the next, the first from an empty
    one. What is in use somewhere is never changed: a later version adds a step. They are written
    for SQLite, and translated for others."""
    return (files(__package__).joinpath("tables.sql").read_text(encoding="utf-8"),)


class Database(ABC):
    """An open archive. Every method raises `OSError` where it cannot be read or written, and to
    open it raises `InputError` where it is no archive, or one of a later version.

    One writer at a time: a transaction takes the lock at its beginning, and who comes second
    waits. Readers see what was there before it, and wait for nobody. Values stand in statements
    as `?`.
    """

    @abstractmethod
    def close(self) -> None:
        """Closes it; what was not committed is as if it had not been."""

    @abstractmethod
    def writing(self) -> AbstractContextManager[None]:
        """All that is written inside lasts, or nothing does."""

    @abstractmethod
    def reading(self) -> AbstractContextManager[None]:
        """What is read inside is of one moment, whatever is written meanwhile."""

    @abstractmethod
    def rows(self, statement: str, *values: Value) -> Rows:
        """The rows that a statement gives."""

    @abstractmethod
    def many(self, statement: str, rows: Iterable[Sequence[Value]]) -> None:
        """Runs a statement for each row of values."""

    def each(self, statement: str, values: Collection[Value], end: str = "") -> Rows:
        """The rows that a statement gives which ends in "… IN", for however many values."""
        given, found = list(values), Rows()
        for start in range(0, len(given), _MOST_AT_ONCE):
            some = given[start : start + _MOST_AT_ONCE]
            found += self.rows(f"{statement} ({', '.join('?' * len(some))}) {end}", *some)
        return found

    def among(self, statement: str, column: str, values: Collection[Value] | None) -> Rows:
        """The rows that a statement gives which ends in a condition; those alone whose column has
        one of the values, if any are given."""
        return (
            self.rows(statement) if values is None
            else self.each(f"{statement} AND {column} IN", values)
        )  # fmt: skip

    def insert(self, table: str, row: Mapping[str, Value]) -> None:
        """Inserts a row; the columns are ours, never a text's."""
        names, marks = ", ".join(row), ", ".join("?" * len(row))
        self.rows(f"INSERT INTO {table} ({names}) VALUES ({marks})", *row.values())
