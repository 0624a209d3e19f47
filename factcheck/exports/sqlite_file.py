"""The report as an SQLite database, and a `metadata.json` for Datasette beside it."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import closing
from errno import EIO
from importlib.resources import files
from os import PathLike
from pathlib import Path

from factcheck.errors import InputError
from factcheck.exports.escaping import json_text
from factcheck.exports.rows import Cell, answer_cells, context_cells, group_cells, placed
from factcheck.exports.schema import SCHEMA_VERSION
from factcheck.files import replacing, same_file, write_text
from factcheck.models import Article
from factcheck.report.asking import agreed, asked, sides_of
from factcheck.report.glossary import glossary
from factcheck.results import Group, Report

Row = Mapping[str, Cell]
# "fact" in ASCII: marks a file of ours, which may be replaced.
APPLICATION_ID = 0x66616374
HEADER = b"SQLite format 3\0"
METADATA = "metadata.json"
# An article, or annotations, may have the name that ours has.
NO_METADATA = ("text", "maintext", "bodies", "@context")


def write_sqlite(report: Report, path: str | PathLike[str]) -> Path:
    """Writes the report as a database to `path`, which it returns, and how Datasette shows it
    to `metadata.json` in the same folder.

    An earlier report at `path` is replaced in one step; other databases that `metadata.json`
    describes keep their part. `datasette FILE --metadata metadata.json` shows it. Raises
    `InputError` where `path` holds something else, would itself be that metadata, or where the
    metadata there cannot be read; `OSError` where nothing can be written.
    """
    path = Path(path)
    if same_file(path, path.with_name(METADATA)):
        raise InputError(f"{path}: is the description beside the database: give another name")
    # A pipe is not looked into, which would wait for somebody who writes to it.
    if path.exists() and not (path.is_file() and (_is_empty(path) or _is_ours(path))):
        raise InputError(f"{path}: is no report of this package and is kept: give another name")
    metadata = _metadata(path)
    with replacing(path) as beside:
        try:
            with closing(sqlite3.connect(beside)) as database:
                _fill(database, report)
        except sqlite3.Error as error:
            # What stops SQLite is the disk: the statements and the tables are ours.
            raise OSError(EIO, f"cannot be written: {error}", str(path)) from error
    write_text(json_text(metadata) + "\n", path.with_name(METADATA), "{")
    return path


def _is_ours(path: Path) -> bool:
    """Whether a file is a database that this module wrote."""
    with path.open("rb") as file:
        head = file.read(72)
    return head.startswith(HEADER) and head[68:72] == APPLICATION_ID.to_bytes(4, "big")


def _is_empty(path: Path) -> bool:
    """Whether a file is empty."""
    return not path.stat().st_size


def _fill(database: sqlite3.Connection, report: Report) -> None:
    """Creates the tables and writes a report into them."""
    database.executescript(files(__package__).joinpath("tables.sql").read_text(encoding="utf-8"))
    database.execute("PRAGMA foreign_keys = ON")
    database.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    database.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
    with database:
        _insert(database, "about", [{"name": "schema_version", "value": SCHEMA_VERSION}])
        terms = glossary().items()
        _insert(database, "glossary", ({"term": term, "meaning": means} for term, means in terms))
        _insert(database, "notes", ({"note": note} for note in report.notes))
        _insert(database, "articles", _numbered(map(_article, report.articles)))
        _insert(database, "groups", _numbered(map(_group, report.groups)))
        positions = _insert_positions(database, report.groups)
        _insert(database, "claims", _numbered(_claims(report, positions)))
        _insert(database, "group_claims", _in_groups(report, positions))
        for group in report.groups:
            _insert(database, "pairs", _pairs(group))
            _insert_origins(database, group)
        _insert_possible(database, report)
        database.execute("INSERT INTO claims_fts (claims_fts) VALUES ('rebuild')")


def _insert(database: sqlite3.Connection, table: str, rows: Iterable[Row]) -> int:
    """Insert the rows and return the number of the last. The column names come from the code, never
    from a text."""
    last = 0
    for row in rows:
        columns = ", ".join(f'"{name}"' for name in row)
        marks = ", ".join("?" * len(row))
        insert = f"INSERT INTO {table} ({columns}) VALUES ({marks})"
        last = database.execute(insert, tuple(row.values())).lastrowid or 0
    return last


def _numbered(rows: Iterable[Row]) -> Iterable[Row]:
    """The rows, each preceded by its number in the report."""
    return ({"number": number, **row} for number, row in enumerate(rows, 1))


def _article(article: Article) -> Row:
    """The row of an article."""
    return {
        "id": article.id,
        "title": article.title,
        "publisher": article.publisher,
        "published": article.published.isoformat() if article.published else None,
        "url": article.url,
        "country": article.country,
        "language": article.language,
        "text": article.text,
    }


def _group(group: Group) -> Row:
    """The row of a group."""
    return {
        **group_cells(group),
        "spread": None if group.spread is None else f"{group.spread:f}",
        "median": None if group.median is None else f"{group.median:f}",
    }


def _insert_positions(
    database: sqlite3.Connection, groups: Iterable[Group]
) -> dict[tuple[str, str], int]:
    """Insert the positions; return the number of the position of each claim that has one, by its
    group and its id."""
    numbers: dict[tuple[str, str], int] = {}
    for group in groups:
        for position in group.positions:
            row: Row = {
                "group_id": group.id,
                "answer": position.answer,
                "publishers": ", ".join(position.publishers),
                "speakers": ", ".join(position.speakers),
                "origins": position.origins,
                "as_of": position.as_of.isoformat() if position.as_of else None,
            }
            number = _insert(database, "positions", [row])
            numbers.update({(group.id, claim): number for claim in position.claims})
    return numbers


def _in_groups(report: Report, positions: Mapping[tuple[str, str], int]) -> Iterable[Row]:
    """The rows that say which claims are in which groups, with their positions there."""
    for group in report.groups:
        for claim in group.claims:
            position = positions.get((group.id, claim.id))
            yield {"group_id": group.id, "claim_id": claim.id, "position": position}


def _claims(report: Report, positions: Mapping[tuple[str, str], int]) -> Iterable[Row]:
    """The rows of all claims, each with its gravest group and its position there."""
    for claim, article, group, _ in placed(report):
        yield {
            "claim_id": claim.id,
            "claim_name": claim.name,
            "article_id": article.id,
            "group_id": group.id if group else None,
            "position": positions.get((group.id, claim.id)) if group else None,
            "decides": int(group is not None and claim.id in group.deciding),
            "kind": claim.kind,
            "quote": claim.quote,
            "sentence": claim.sentence.of(article.part(claim.part)),
            "span_start": claim.span.start,
            "span_end": claim.span.end,
            **answer_cells(claim),
            **context_cells(claim),
            "record": json_text(claim.model_dump(mode="json"), indent=None),
        }


def _pairs(group: Group) -> Iterable[Row]:
    """The rows of the pairs compared in a group."""
    for pair in group.pairs:
        yield {
            "group_id": group.id,
            "left_claim": pair.left,
            "right_claim": pair.right,
            "verdict": pair.verdict.value,
            "relation": pair.relation.value,
            "reason": pair.reason,
        }


def _insert_origins(database: sqlite3.Connection, group: Group) -> None:
    """Insert the origins of a group, and the articles of each."""
    for origin in group.origins:
        row: Row = {
            "group_id": group.id,
            "evidence": origin.evidence,
            "credits": ", ".join(origin.credits),
            "speakers": ", ".join(origin.speakers),
        }
        number = _insert(database, "origins", [row])
        printed = dict.fromkeys(origin.articles)
        _insert(
            database,
            "origin_articles",
            ({"origin": number, "article_id": article} for article in printed),
        )


def _insert_possible(database: sqlite3.Connection, report: Report) -> None:
    """Insert the possible questions, and the claims of each."""
    articles = {article.id: article for article in report.articles}
    agreements = agreed(report.groups)
    for possible in report.possible:
        row: Row = {
            "question": possible.question,
            "asked": asked(possible, sides_of(possible, articles, agreements)),
            "kind": possible.kind,
            "fits": "; ".join(possible.fits),
            "open": "; ".join(possible.open),
        }
        number = _insert(database, "possible", [row])
        claims = dict.fromkeys(claim.id for claim in possible.claims)
        _insert(
            database,
            "possible_claims",
            ({"possible": number, "claim_id": claim} for claim in claims),
        )


def _metadata(path: Path) -> dict[str, object]:
    """The folder's `metadata.json` with the part of this database in it."""
    beside = path.with_name(METADATA)
    try:
        metadata = json.loads(beside.read_text(encoding="utf-8")) if beside.exists() else {}
        if any(name in metadata for name in NO_METADATA):
            raise TypeError("an article")
        databases = metadata.setdefault("databases", {})
        databases[path.stem] = _description()
    except (ValueError, AttributeError, TypeError) as error:
        raise InputError(
            f"{beside}: is no metadata of Datasette: move it, or write to another folder"
        ) from error
    assert isinstance(metadata, dict)
    return metadata


def _description() -> dict[str, object]:
    """How Datasette shows a report (its documentation, "Metadata" and "Facets")."""
    return {
        "title": "Claims of figures and dates, compared",
        "description": (
            "What news articles claim, grouped by the question it answers. "
            "Start with the view “conflicts”; the table “possible” holds questions to ask, "
            "“glossary” what the words mean."
        ),
        "tables": {
            "articles": {
                "sort": "number",
                "label_column": "title",
                "facets": ["publisher", "published"],
            },
            "groups": {
                "sort": "number",
                "label_column": "label",
                "facets": ["verdict", "confidence", "kind"],
                "sortable_columns": ["number", "spread", "claims", "articles", "origins"],
            },
            "claims": {
                "sort": "number",
                "label_column": "quote",
                "facets": ["kind", "unit", "status", "section"],
                "fts_table": "claims_fts",
                "fts_pk": "number",
            },
            "positions": {"label_column": "answer"},
            "pairs": {"facets": ["verdict", "relation"]},
            "possible": {"sort": "number", "label_column": "asked", "facets": ["kind"]},
            "conflicts": {"facets": ["kind", "confidence"]},
            "claims_by_group": {"facets": ["verdict", "kind", "publisher"]},
        },
    }
