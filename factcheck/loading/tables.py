"""CSV and Parquet: an article in each row, its fields in columns of any of the known names.

Parquet is read through polars (extra `parquet`).
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from factcheck.errors import SourceError
from factcheck.loading.documents import Document
from factcheck.loading.records import Entry
from factcheck.loading.requirements import missing

DELIMITERS = ",;\t|"
LONGEST_FIELD = 2**31 - 1  # characters; the module's own limit is less than a long read


def read_csv(document: Document) -> Iterator[Entry | SourceError]:
    """An entry for each row below the header; fields may be separated by commas, semicolons, tabs
    or bars. A row that is broken costs only itself. Raises `SourceError` for what is no table of
    articles."""
    text = document.text
    header = text.partition("\n")[0]
    delimiter = max(DELIMITERS, key=header.count)
    before = csv.field_size_limit(LONGEST_FIELD)
    try:
        rows = list(_rows(text, delimiter))
    finally:
        csv.field_size_limit(before)
    line, first = rows[0] if rows else (1, [])
    if isinstance(first, csv.Error):
        raise SourceError(document.name, f"cannot be read as CSV: line {line}: {first}")
    names = [name.strip() for name in first]
    for number, (line, row) in enumerate(rows[1:], 1):
        name = f"{document.name}#{number}"
        if isinstance(row, csv.Error):
            problem = f"line {line}: {row}: close the quotes, and double those inside a text"
            yield SourceError(name, problem)
        elif any(cell.strip() for cell in row[len(names) :]):
            yield SourceError(
                name,
                f"line {line}: has {len(row)} cells, and the table {len(names)} columns: put a "
                f"text that holds '{delimiter}' in quotes",
            )
        elif any(cell.strip() for cell in row):
            yield Entry(name, dict(zip(names, row, strict=False)))


def _rows(text: str, delimiter: str) -> Iterator[tuple[int, list[str] | csv.Error]]:
    """The rows of a table, each with its first line, or why it cannot be read. Reading goes on in
    the line after that: quotes that are opened and never closed would take in all other rows."""
    lines = list(io.StringIO(text, newline=""))
    start = 0
    while start < len(lines):
        left = map(lines.__getitem__, range(start, len(lines)))
        reader = csv.reader(left, delimiter=delimiter, strict=True)
        first = done = start
        try:
            for row in reader:
                first, done = done, start + reader.line_num
                yield first + 1, row
            return
        except csv.Error as error:
            yield done + 1, error
            start = done + 1


def read_parquet(document: Document) -> Iterator[Entry | SourceError]:
    """An entry for each row. Raises `SourceError` for what is no Parquet."""
    try:
        import polars
    except ImportError as error:
        raise missing(document.name, "Parquet", "polars", "parquet") from error
    try:
        frame = polars.read_parquet(io.BytesIO(document.data))
    except Exception as error:  # whatever a parser makes of a hostile file, it costs that file
        raise SourceError(document.name, f"cannot be read as Parquet: {error}") from error
    for number, row in enumerate(frame.iter_rows(named=True), 1):
        yield Entry(f"{document.name}#{number}", row)
