"""One tidy row for each claim, the same in pandas and polars."""

from __future__ import annotations

import math
import sqlite3
from contextlib import closing
from datetime import date
from decimal import Decimal
from pathlib import Path

import pandas
import polars

from factcheck import Quantity, Report, reconcile
from factcheck.exports import claims_csv


def test_a_row_tells_the_claim_its_group_and_its_article(march: Report) -> None:
    frame = march.to_polars()
    assert frame.height == len(march.claims)
    row = frame.row(0, named=True)
    assert {name: value for name, value in row.items() if value is not None} == {
        "claim_id": "gazette:9-25:count",
        "group_id": "march",
        "group_label": "size of the march",
        "verdict": "conflict",
        "confidence": "likely",
        "claim_name": "",
        "kind": "count",
        "article_id": "gazette",
        "publisher": "Valley Gazette",
        "title": "March on the harbour",
        "published": date(2024, 2, 17),
        "url": "https://gazette.example.org/march",
        "quote": "about 900 people",
        "span_start": 9,
        "span_end": 25,
        "sentence": "At first about 900 people marched.",
        "section": "body",
        "part": "text",
        "answer": "about 900",
        "low": 900.0,
        "high": 900.0,
        "low_inclusive": True,
        "high_inclusive": True,
        "approximate": True,
        "side": "around",
        "vague": False,
        "unit": "person",
        "dimension": "count",
        "phase": "start",
        "status": "asserted",
        "origin": 2,
        "rule": "by hand",
    }


def test_a_day_stands_in_columns_of_its_own(march: Report) -> None:
    row = march.to_polars().filter(polars.col("kind") == "event_date").row(0, named=True)
    assert (row["when_start"], row["when_end"], row["low"]) == (
        date(2024, 2, 16),
        date(2024, 2, 16),
        None,
    )


def test_both_frames_hold_the_same(seeds: Path) -> None:
    report = reconcile([seeds])
    from_pandas, from_polars = report.to_pandas(), report.to_polars()
    assert list(from_pandas.columns) == from_polars.columns
    for name in from_polars.columns:
        left = [None if pandas.isna(value) else value for value in from_pandas[name]]
        right = from_polars[name].to_list()
        if from_polars.schema[name] == polars.Date:
            left = [value and value.date() for value in left]
        assert left == right, name


def test_a_report_without_claims_has_all_columns_and_no_row() -> None:
    empty = reconcile([])
    assert empty.to_pandas().shape == (0, len(empty.to_polars().columns))
    assert empty.to_pandas()["low"].dtype == "Float64"


def test_a_figure_beyond_floats_is_infinite_in_a_table(march: Report) -> None:
    huge = Quantity(low=Decimal("1e400"), high=None)
    claim = march.claims[0].model_copy(update={"quantity": huge})
    report = march.model_copy(update={"claims": (claim,)})
    assert report.to_polars()["low"].to_list() == report.to_pandas()["low"].to_list() == [math.inf]


def test_columns_have_one_name_in_every_table(march: Report, tmp_path: Path) -> None:
    march.to_sqlite(tmp_path / "march.db")
    with closing(sqlite3.connect(tmp_path / "march.db")) as database:
        stored = {row[1] for row in database.execute("PRAGMA table_info(claims)")}
    frame = set(march.to_polars().columns)
    table = set(claims_csv(march).partition("\r\n")[0].split(","))
    # Each has what suits it; what two of them have is called the same.
    own = {"record", "position", "decides", "number"}
    assert stored - table - frame == own
    assert frame - table == {"answer", "origin"}
    assert table - frame == {"schema_version", "kind_fields", "possible"}
    assert {"claim_id", "claim_name", "span_start", "span_end"} <= stored & frame & table
