"""The database: its keys hold, its views tell, and it reads back to the same claims."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from pydantic import TypeAdapter

from factcheck.errors import InputError
from factcheck.exports import write_sqlite
from factcheck.kinds import AnyClaim
from factcheck.models import Claim
from factcheck.results import Report

from .newsstand import reports

CLAIM: TypeAdapter[Claim] = TypeAdapter(AnyClaim)


@pytest.fixture
def database(flood: Report, tmp_path: Path) -> Iterator[sqlite3.Connection]:
    write_sqlite(flood, tmp_path / "flood.db")
    with closing(sqlite3.connect(tmp_path / "flood.db")) as connection:
        connection.row_factory = sqlite3.Row
        yield connection


def test_the_claims_come_back_and_every_key_leads_somewhere(
    flood: Report, database: sqlite3.Connection
) -> None:
    records = database.execute("SELECT record FROM claims ORDER BY number").fetchall()
    assert tuple(CLAIM.validate_json(record[0]) for record in records) == flood.claims
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    assert database.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    found = [
        (table, key["table"], key["to"])
        for table in (
            "claims",
            "group_claims",
            "positions",
            "pairs",
            "origins",
            "origin_articles",
            "possible_claims",
        )
        for key in database.execute(f"PRAGMA foreign_key_list({table})")
    ]
    for _, parent, column in found:  # Datasette links to the row of that primary key
        columns = database.execute(f"PRAGMA table_info({parent})").fetchall()
        assert [row["name"] for row in columns if row["pk"]] == [column]
    assert {(table, parent) for table, parent, _ in found} >= {
        ("claims", "articles"),
        ("claims", "groups"),
        ("claims", "positions"),
        ("positions", "groups"),
        ("pairs", "claims"),
        ("origin_articles", "articles"),
        ("possible_claims", "possible"),
        ("possible_claims", "claims"),
    }


def test_questions_to_ask_are_a_table_with_their_claims(asking: Report, tmp_path: Path) -> None:
    write_sqlite(asking, tmp_path / "asking.db")
    with closing(sqlite3.connect(tmp_path / "asking.db")) as connection:
        rows = connection.execute(
            "SELECT possible.number, asked, question, fits, open, quote FROM possible "
            "JOIN possible_claims ON possible = possible.number "
            "JOIN claims ON claims.claim_id = possible_claims.claim_id ORDER BY claims.number"
        ).fetchall()
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        sure = connection.execute("SELECT DISTINCT confidence FROM groups").fetchall()
    question = "nearly 300 homes (Valley Gazette) or 2.5 metres (Hill Herald): the same count?"
    shared = (
        1,
        question,
        "number of homes",
        "both in the flood; both on Sunday",
        "one is measured",
    )
    assert rows == [(*shared, "Nearly 300 homes"), (*shared, "2.50 metres")]
    assert {name for (name,) in sure} <= {"sure", "likely", "possible"}


def test_figures_sort_as_figures_and_days_as_days(database: sqlite3.Connection) -> None:
    figures = [row[0] for row in database.execute("SELECT low FROM claims WHERE low ORDER BY low")]
    assert figures == sorted(figures)
    assert figures[0] == -5
    assert 2.5 in figures
    days = [row[0] for row in database.execute("SELECT published FROM articles ORDER BY published")]
    assert days == [None, "2024-02-19", "2024-02-20"]


def test_the_view_of_conflicts_has_the_answers_and_the_reason(
    database: sqlite3.Connection,
) -> None:
    rows = database.execute("SELECT * FROM conflicts WHERE kind = 'deaths'").fetchall()
    (row,) = rows
    assert "14" in row["answers"].split(" / ")
    assert "55" in row["answers"].split(" / ")
    assert row["explanation"]
    assert row["articles"] == 3


def test_the_view_of_claims_puts_those_of_a_group_together(
    flood: Report, database: sqlite3.Connection
) -> None:
    rows = database.execute("SELECT group_id, claim_id, publisher FROM claims_by_group").fetchall()
    assert {row["claim_id"] for row in rows} == {claim.id for claim in flood.claims}
    order = [row["group_id"] for row in rows]
    assert list(dict.fromkeys(order)) == [group.id for group in flood.groups]
    assert all(order[i] == order[i - 1] or order[i] not in order[:i] for i in range(1, len(order)))


def test_figures_that_do_not_add_up_are_a_conflict_of_their_claims(
    summed: Report, tmp_path: Path
) -> None:
    write_sqlite(summed, tmp_path / "summed.db")
    with closing(sqlite3.connect(tmp_path / "summed.db")) as connection:
        shown = connection.execute(
            "SELECT group_id, claim_id, verdict FROM claims_by_group"
        ).fetchall()
        verdicts = connection.execute(
            "SELECT quote, verdict FROM claims JOIN groups ON groups.id = group_id"
        ).fetchall()
        stray = connection.execute(
            "SELECT 1 FROM group_claims JOIN positions ON positions.number = position "
            "WHERE positions.group_id != group_claims.group_id"
        ).fetchall()
    assert sorted(shown) == sorted(
        (group.id, claim.id, group.verdict.value)
        for group in summed.groups for claim in group.claims
    )  # fmt: skip
    assert {("8 men", "conflict"), ("9 women", "conflict")} <= set(verdicts)
    assert stray == []


def test_quotes_are_searched_in_full_text(database: sqlite3.Connection) -> None:
    found = database.execute(
        "SELECT quote FROM claims WHERE number IN "
        "(SELECT rowid FROM claims_fts WHERE claims_fts MATCH 'quote : homes')"
    ).fetchall()
    assert [row["quote"] for row in found] == ["Nearly 300 homes"]


def test_datasette_is_told_how_to_show_it(
    flood: Report, database: sqlite3.Connection, tmp_path: Path
) -> None:
    described = json.loads((tmp_path / "metadata.json").read_text())["databases"]["flood"]
    for name, table in described["tables"].items():
        columns = {row["name"] for row in database.execute(f"PRAGMA table_info({name})")}
        named = {*table.get("facets", ()), *table.get("sortable_columns", ())}
        assert named | ({table["label_column"]} if "label_column" in table else set()) <= columns
    # Where Datasette looks for the full-text index of a table.
    assert database.execute(
        "SELECT name FROM sqlite_master "
        "WHERE sql LIKE '%VIRTUAL TABLE%USING FTS%content=\"claims\"%'"
    ).fetchone()


def test_a_report_replaces_a_report_and_nothing_else(flood: Report, tmp_path: Path) -> None:
    path = tmp_path / "report.db"
    metadata = tmp_path / "metadata.json"
    metadata.write_text('{"title": "Ours", "databases": {"other": {"title": "Theirs"}}}')
    write_sqlite(flood, path)
    write_sqlite(flood, str(path))
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT count(*) FROM articles").fetchone() == (3,)
    kept = json.loads(metadata.read_text())
    assert kept["title"] == "Ours"
    assert set(kept["databases"]) == {"other", "report"}
    assert sorted(p.name for p in tmp_path.iterdir()) == ["metadata.json", "report.db"]

    story = tmp_path / "story.md"
    story.write_text("Two people died.")
    with closing(sqlite3.connect(tmp_path / "theirs.db")) as connection:
        connection.execute("CREATE TABLE readers (name)")
    for other in (story, tmp_path / "theirs.db", tmp_path):
        with pytest.raises(InputError, match="is no report of this package and is kept"):
            write_sqlite(flood, other)
    assert story.read_text() == "Two people died."
    metadata.write_text("[]")
    with pytest.raises(InputError, match=r"metadata.json: is no metadata of Datasette"):
        write_sqlite(flood, path)


@pytest.mark.slow
@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(report=reports)
def test_hostile_articles_are_only_data(report: Report, tmp_path: Path) -> None:
    write_sqlite(report, tmp_path / "hostile.db")
    with closing(sqlite3.connect(tmp_path / "hostile.db")) as connection:
        quotes = connection.execute("SELECT quote FROM claims ORDER BY number").fetchall()
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    assert [quote for (quote,) in quotes] == [claim.quote for claim in report.claims]
