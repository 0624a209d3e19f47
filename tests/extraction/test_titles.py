"""Claims in the title of an article: read once, told apart, and right in every output."""

from __future__ import annotations

import csv
import io
import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck import Article, Claim, Report, Verdict, extract, reconcile
from factcheck.exports import claims_csv, web_annotations, write_sqlite
from factcheck.models import Part, Section
from factcheck.report.html import report_html

DAY = date(2024, 3, 4)
TITLE = "Nine Killed in Quarry Collapse"
TEXT = "The quarry at Elmdale collapsed on Sunday.\n\nFour people were killed in the collapse."


def article(title: str = TITLE, text: str = TEXT, id: str = "a") -> Article:
    return Article(id=id, title=title, text=text, published=DAY)


def quotes(claims: tuple[Claim, ...], part: Part) -> list[str]:
    return [claim.quote for claim in claims if claim.part is part and claim.quantity is not None]


def test_a_title_is_read_like_the_text() -> None:
    claims = extract(article())
    assert quotes(claims, Part.TITLE) == ["Nine Killed"]
    assert quotes(claims, Part.TEXT) == ["Four people"]
    (first,) = (claim for claim in claims if claim.part is Part.TITLE)
    assert (first.kind, first.section) == ("deaths", Section.HEADLINE)
    assert article().part(first.part)[first.span.start : first.span.end] == first.quote


@pytest.mark.parametrize(
    ("title", "text"),
    [
        (TITLE, f"{TITLE}\n{TEXT}"),
        (TITLE.upper(), f"{TITLE}.\n{TEXT}"),
        (f"{TITLE} ", f"By Ana Soto\n{TITLE}\n{TEXT}"),
        (f"{TITLE} | The Elmdale Courier", f"{TITLE}\n{TEXT}"),
        (f"{TITLE} - Elmdale Courier", f"  {TITLE}\n{TEXT}"),
    ],
)
def test_a_title_that_the_text_prints_again_is_read_once(title: str, text: str) -> None:
    claims = extract(article(title, text))
    assert quotes(claims, Part.TITLE) == []
    assert quotes(claims, Part.TEXT) == ["Nine Killed", "Four people"]


def test_a_title_that_says_more_than_the_first_line_is_read() -> None:
    claims = extract(article(f"{TITLE} that hurt 12", f"{TITLE}\n{TEXT}"))
    assert quotes(claims, Part.TITLE) == ["Nine Killed", "12"]


@given(st.text(max_size=60), st.text(max_size=60))
def test_ids_are_unique_and_quotes_stand_at_their_spans(title: str, text: str) -> None:
    one = article(f"{title} 12 dead", f"{text} 12 dead")
    claims = extract(one)
    assert len({claim.id for claim in claims}) == len(claims)
    for claim in claims:
        assert claim.span.of(one.part(claim.part)) == claim.quote


def test_a_headline_that_contradicts_its_article_is_a_conflict() -> None:
    text = "Four people were killed when the quarry at Elmdale collapsed on Sunday."
    report = reconcile([article("Nine Killed in Elmdale Quarry Collapse", text)])
    deaths = next(group for group in report.groups if group.kind == "deaths")
    assert deaths.verdict is Verdict.CONFLICT
    assert "Nine Killed" in deaths.explanation


def test_a_figure_of_a_title_answers_another_article() -> None:
    other = article("", "Nine people were killed in the Elmdale quarry collapse.", "b")
    text = "The collapse of the quarry at Elmdale is told on page 3."
    report = reconcile([article("Nine Killed in Elmdale Quarry Collapse", text), other])
    deaths = next(group for group in report.groups if group.kind == "deaths")
    assert deaths.verdict is Verdict.AGREE


@pytest.fixture(scope="module")
def report() -> Report:
    return reconcile([article(), article("", "Twelve boats were lost off Elmdale.", "b")])


def test_csv_and_sqlite_tell_the_part_and_its_sentence(report: Report, tmp_path: Path) -> None:
    expected = {("title", "Nine Killed", TITLE)}
    rows = csv.DictReader(io.StringIO(claims_csv(report)))
    assert {(r["part"], r["quote"], r["sentence"]) for r in rows} >= expected
    path = write_sqlite(report, tmp_path / "report.db")
    with closing(sqlite3.connect(path)) as database:
        told = database.execute("SELECT part, quote, sentence FROM claims").fetchall()
    assert set(told) >= expected


def test_an_annotation_of_a_title_has_no_place_in_the_text(report: Report) -> None:
    first = web_annotations(report)["first"]
    assert isinstance(first, dict)
    selectors = {
        item["target"]["selector"][0]["exact"]: item["target"]["selector"]
        for item in first["items"]
    }
    assert [s["type"] for s in selectors["Nine Killed"]] == ["TextQuoteSelector"]
    assert [s["type"] for s in selectors["Four people"]][1:] == ["TextPositionSelector"]


def test_a_page_marks_the_claim_in_the_title(report: Report) -> None:
    page = report_html(report)
    heading = page[page.index(' id="article-1"') :].partition("</h3>")[0]
    assert ">Nine Killed</a> in Quarry Collapse" in heading
