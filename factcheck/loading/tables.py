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
    or bars. Raises `SourceError` for what is no table of articles."""
    text = document.text
    header = text.partition("\n")[0]
    delimiter = max(DELIMITERS, key=header.count)
    before = csv.field_size_limit(LONGEST_FIELD)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error as error:
        raise SourceError(document.name, f"cannot be read as CSV: {error}") from error
    finally:
        csv.field_size_limit(before)
    names = [name.strip() for name in rows[0]] if rows else []
    for number, row in enumerate(rows[1:], 1):
        if any(cell.strip() for cell in row):
            yield Entry(f"{document.name}#{number}", dict(zip(names, row, strict=False)))


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
