"""CSV and JSON Lines: rows that read back to the same claims, and that no spreadsheet runs."""

from __future__ import annotations

import csv
import io
import json
import unicodedata
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter

from factcheck import Article, reconcile
from factcheck.exports import SCHEMA_VERSION, claims_csv, claims_json_lines
from factcheck.exports.escaping import neutralised, restored
from factcheck.kinds import AnyClaim
from factcheck.models import Claim
from factcheck.report import dataframes
from factcheck.results import Report

from .newsstand import GAZETTE, nasty, reports

CLAIM: TypeAdapter[Claim] = TypeAdapter(AnyClaim)


def steers(sign: str) -> bool:
    """Whether the Unicode Character Database calls it a control, or what turns the direction."""
    turns = ("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI")
    marks = ("LEFT-TO-RIGHT MARK", "RIGHT-TO-LEFT MARK", "ARABIC LETTER MARK")
    return (
        (unicodedata.category(sign) == "Cc" and sign not in "\t\r\n")
        or unicodedata.bidirectional(sign) in turns
        or unicodedata.name(sign, "") in marks
    )


def shown(text: str) -> str:
    """The text with '�' for each character that steers."""
    return "".join("�" if steers(sign) else sign for sign in text)


def seen(field: str) -> str:
    """The field without what a spreadsheet takes away, or does not show, at its beginning."""
    return field.lstrip(" \u00a0\u3000\t\r\n\ufeff\u200b\u200d\u00ad\u2060")


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def test_a_row_holds_the_claim_with_its_article_and_group(flood: Report) -> None:
    (row,) = (
        row
        for row in rows(claims_csv(flood))
        if row["article_id"] == "gazette" and row["kind"] == "deaths"
    )
    start = GAZETTE.text.index("14 people")
    expected = {
        "schema_version": SCHEMA_VERSION,
        "claim_id": f"gazette:{start}-{start + 9}:deaths",
        "quote": "14 people",
        "low": "14",
        "high": "14",
        "approximate": "0",
        "unit": "person",
        "publisher": "Valley Gazette",
        "published": "2024-02-20",
        "url": "https://gazette.example/flood",
        "verdict": "conflict",
        "span_start": str(start),
    }
    assert {name: row[name] for name in expected} == expected
    assert row["sentence"].endswith("killed 14 people on Sunday.")


def test_figures_keep_the_digits_and_the_sign_that_were_written(flood: Report) -> None:
    found = {row["quote"]: row["low"] for row in rows(claims_csv(flood))}
    assert found["2.50 metres"] == "2.50"
    assert next(low for quote, low in found.items() if "degrees" in quote) == "-5"


def check_csv(report: Report) -> None:
    read = rows(claims_csv(report))
    ids = [shown(claim.id) for claim in report.claims]
    assert [restored(row["claim_id"]) for row in read] == ids
    assert [restored(row["claim_name"]) for row in read] == [shown(c.name) for c in report.claims]
    for row, claim in zip(read, report.claims, strict=True):
        assert restored(row["quote"]) == shown(claim.quote)
        assert not any(map(steers, "".join(row.values())))
        assert (int(row["span_start"]), int(row["span_end"])) == (claim.span.start, claim.span.end)
        if claim.quantity is not None:
            low = claim.quantity.low
            assert row["low"] == ("" if low is None else str(low))
        if claim.when is not None and claim.when.start is not None:
            assert row["when_start"] == claim.when.start.isoformat()
        for name, field in row.items():
            if name in ("low", "high"):
                assert not field or Decimal(field).is_finite()
            else:
                assert not field.startswith(("=", "+", "-", "@", "\t", "\r", "\n"))
                assert not seen(field).startswith(("=", "+", "-", "@"))


def check_json_lines(report: Report) -> None:
    lines = claims_json_lines(report).split("\n")
    assert lines.pop() == ""
    records = [json.loads(line) for line in lines]
    assert {record["schema_version"] for record in records} <= {SCHEMA_VERSION}
    assert tuple(CLAIM.validate_json(json.dumps(r["claim"])) for r in records) == report.claims


def test_the_claims_come_back_from_csv(flood: Report) -> None:
    check_csv(flood)


def test_the_claims_come_back_from_json_lines(flood: Report) -> None:
    check_json_lines(flood)
    first = json.loads(claims_json_lines(flood).partition("\n")[0])
    assert first["article"]["publisher"] == "Valley Gazette"
    assert "text" not in first["article"]
    assert first["group"]["verdict"] in {group.verdict for group in flood.groups}


def test_rows_that_may_answer_one_question_share_its_number(asking: Report) -> None:
    numbered = {row["quote"]: row["possible"] for row in rows(claims_csv(asking))}
    assert {quote for quote, number in numbered.items() if number == "1"} == {
        "Nearly 300 homes", "2.50 metres",
    }  # fmt: skip
    assert set(numbered.values()) == {"", "1"}
    records = [json.loads(line) for line in claims_json_lines(asking).splitlines()]
    asked = {r["claim"]["quote"]: r["possible"] for r in records if r["possible"]}
    other = next(claim.id for claim in asking.claims if claim.quote == "2.50 metres")
    assert asked["Nearly 300 homes"] == [
        {
            "number": 1,
            "question": "number of homes",
            "others": [other],
            "fits": ["both in the flood", "both on Sunday"],
            "open": ["one is measured"],
        }
    ]
    assert set(asked) == {"Nearly 300 homes", "2.50 metres"}


def test_a_row_is_of_the_gravest_group_of_its_claim(summed: Report) -> None:
    told = {row["quote"]: row["verdict"] for row in csv.DictReader(io.StringIO(claims_csv(summed)))}
    assert told["8 men"] == told["9 women"] == "conflict"
    frame = {row["quote"]: row for row in dataframes.rows(summed)}
    assert frame["8 men"]["verdict"] == "conflict"
    assert frame["8 men"]["origin"] == 1
    lines = map(json.loads, claims_json_lines(summed).splitlines())
    assert {line["group"]["verdict"] for line in lines if line["claim"]["quote"] == "8 men"} == {
        "conflict"
    }


def test_a_row_tells_how_sure_its_question_is(flood: Report) -> None:
    told = {row["claim_id"]: row["confidence"] for row in rows(claims_csv(flood))}
    for group in flood.groups:
        assert {told[claim.id] for claim in group.claims} == {group.confidence.value}


@settings(max_examples=30)
@given(reports)
def test_hostile_articles_come_back_too(report: Report) -> None:
    check_csv(report)
    lines = claims_json_lines(report).splitlines()  # at U+2028 too, as many readers do
    assert not set("".join(lines)) & set("\x1b\u202e")
    records = [json.loads(line) for line in lines]
    assert [record["claim"]["quote"] for record in records] == [c.quote for c in report.claims]


@given(nasty)
def test_a_neutralised_field_is_no_formula_and_is_restored(field: str) -> None:
    written = neutralised(field)
    assert not written.startswith(("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"))
    assert not seen(written).startswith(("=", "+", "-", "@", "＝", "＋", "－", "＠"))
    assert restored(written) == field


BEFORE_A_SIGN = [" ", "\u00a0", "\ufeff", "\u200b ", "\n ", "' ", "\u3000"]


@pytest.mark.parametrize("before", BEFORE_A_SIGN)
@pytest.mark.parametrize("sign", "=+-@＝")
def test_a_formula_behind_what_is_not_seen_is_none(before: str, sign: str) -> None:
    written = neutralised(f"{before}{sign}1+1")
    assert written.startswith("'")
    assert restored(written) == f"{before}{sign}1+1"


# A spreadsheet of a country whose list separator is the semicolon reads our commas as text; what
# it makes a field of its own is told by Python's reader of CSV, set to the separator.
@pytest.mark.parametrize("separator", [";", "\t", "|"])
@pytest.mark.parametrize("before", ["", *BEFORE_A_SIGN])
@pytest.mark.parametrize("words", ["men{}{}{}2+5", 'men, "5{}{}{}2+5', "men\n{}{}{}2"])
def test_no_separator_makes_a_formula_of_a_part(separator: str, before: str, words: str) -> None:
    for sign in "=+-@＝":
        field = words.format(separator, before, sign)
        written = neutralised(field)
        line = io.StringIO(newline="")
        csv.writer(line).writerow(["deaths", written, "3"])
        (whole,) = csv.reader(io.StringIO(line.getvalue(), newline=""))
        assert restored(whole[1]) == field
        for row in csv.reader(io.StringIO(line.getvalue(), newline=""), delimiter=separator):
            for part in row:
                assert not seen(part).startswith(("=", "+", "-", "@", "＝")), part


def test_a_report_opened_with_another_separator_runs_nothing() -> None:
    text = 'The fire; =HYPERLINK("https://a.example") killed 5 people.'
    report = reconcile(
        [Article(id="a", text=text, title="Fire;-1+1", publisher="Gazette\n@SUM(1)")]
    )
    assert report.claims
    cells = [
        cell
        for row in csv.reader(io.StringIO(claims_csv(report), newline=""), delimiter=";")
        for part in row
        for cell in part.splitlines()
    ]
    assert any("HYPERLINK" in cell for cell in cells)
    assert [cell for cell in cells if seen(cell).startswith(("=", "+", "-", "@"))] == []


@given(st.text(alphabet="'=-;|a\t\n\r \ufeff"))
def test_parts_that_are_neutralised_are_restored(field: str) -> None:
    assert restored(neutralised(field)) == field


@given(st.text(alphabet="'=+-@a\t \ufeff"))
def test_apostrophes_before_a_formula_are_told_apart(field: str) -> None:
    assert restored(neutralised(field)) == field


@pytest.mark.parametrize(
    "field", ["", "14 people", "'tis the season", "5 - 3", "a=b", "a; b", "5;3\nmen"]
)
def test_what_is_no_formula_is_not_touched(field: str) -> None:
    assert neutralised(field) == field
