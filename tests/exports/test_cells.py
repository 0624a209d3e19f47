"""What stands in each cell and in each table, written out by hand for claims of every sort."""

from __future__ import annotations

import csv
import io
import sqlite3
from contextlib import closing
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from factcheck import reconcile
from factcheck.exports import (
    SCHEMA_VERSION,
    claims_csv,
    linked_data,
    web_annotations,
    write_sqlite,
)  # fmt: skip
from factcheck.exports.identifiers import article_iri, urn
from factcheck.exports.rows import answer_cells, context_cells, own_fields, placed
from factcheck.kinds import Count, EventTime
from factcheck.models import (
    Article,
    Change,
    Claim,
    Dimension,
    Part,
    Period,
    Phase,
    Quantity,
    Scope,
    Section,
    Side,
    Span,
    Status,
)
from factcheck.report.addresses import web_address
from factcheck.report.glossary import glossary
from factcheck.results import Report, Verdict

DAY, NEXT = date(2024, 2, 19), date(2024, 2, 20)
WORDS: dict[str, Any] = {
    "article_id": "a", "span": Span(start=0, end=4), "quote": "Nine", "rule": "by hand",
    "sentence": Span(start=0, end=10),
}  # fmt: skip
NOTHING = dict.fromkeys((
    "low", "high", "low_inclusive", "high_inclusive", "approximate", "side", "vague", "unit", "per",
    "dimension", "when_start", "when_end", "when_pattern", "as_of_start", "as_of_end",
))  # fmt: skip
FIGURE = {
    "low_inclusive": 1, "high_inclusive": 1, "approximate": 0, "vague": 0, "dimension": "count",
}  # fmt: skip


def counted(quantity: Quantity, **more: Any) -> Claim:
    return Count(**WORDS, quantity=quantity, **more)


@pytest.mark.parametrize(
    ("claim", "cells"),
    [
        (counted(Quantity(low=Decimal("2.50"), high=Decimal("1E+3"))),
         FIGURE | {"low": "2.50", "high": "1000"}),
        (counted(Quantity(low=Decimal(0), high=None, low_inclusive=False)),
         FIGURE | {"low": "0", "low_inclusive": 0}),
        (counted(Quantity(low=None, high=Decimal(0), high_inclusive=False)),
         FIGURE | {"high": "0", "high_inclusive": 0}),
        (counted(Quantity(low=Decimal(24), high=None, vague=True)),
         FIGURE | {"low": "24", "vague": 1}),
        (counted(Quantity(low=Decimal(-5), high=Decimal(-5), approximate=True, side=Side.BELOW,
                          unit="mile", per="hour", dimension=Dimension.SPEED)),
         FIGURE | {"low": "-5", "high": "-5", "approximate": 1, "side": "below", "unit": "mile",
                   "per": "hour", "dimension": "speed"}),
        (EventTime(**WORDS, when=Period(start=DAY, end=NEXT)),
         {"when_start": "2024-02-19", "when_end": "2024-02-20"}),
        (EventTime(**WORDS, when=Period(start=DAY)), {"when_start": "2024-02-19"}),
        (EventTime(**WORDS, when=Period(end=NEXT)), {"when_end": "2024-02-20"}),
        (EventTime(**WORDS, when=Period(pattern="XXXX-WXX-2")), {"when_pattern": "XXXX-WXX-2"}),
        (EventTime(**WORDS, as_of=Period(start=DAY, end=NEXT)),
         {"as_of_start": "2024-02-19", "as_of_end": "2024-02-20"}),
        (EventTime(**WORDS, as_of=Period(start=DAY)), {"as_of_start": "2024-02-19"}),
        (EventTime(**WORDS, as_of=Period(end=NEXT)), {"as_of_end": "2024-02-20"}),
        (EventTime(**WORDS, as_of=Period(pattern="XXXX-WXX-2")), {}),
    ],
)  # fmt: skip
def test_the_cells_of_an_answer(claim: Claim, cells: dict[str, object]) -> None:
    assert answer_cells(claim) == NOTHING | cells


def test_the_cells_of_what_stands_around_it() -> None:
    claim = Count(
        **WORDS, part=Part.TITLE, subject="people", place="Ardmore", attribution="police",
        change=Change.UP, phase=Phase.LATER, scope=Scope.PART, status=Status.DENIED,
        section=Section.HEADLINE,
    )  # fmt: skip
    assert context_cells(claim) == {
        "subject": "people", "place": "Ardmore", "attribution": "police", "change": "up",
        "phase": "later", "scope": "part", "status": "denied", "section": "headline",
        "part": "title", "rule": "by hand",
    }  # fmt: skip


def test_the_fields_that_only_one_kind_has_in_alphabetical_order() -> None:
    assert own_fields(Count(**WORDS)) is None
    assert own_fields(EventTime(**WORDS, clock="07:30", zone="GMT", participants=("crew",))) == (
        '{"approximate": false, "clock": "07:30", "of_count": false, "participants": ["crew"], '
        '"zone": "GMT"}'
    )


def test_a_claim_stands_beside_its_article_its_group_and_what_it_may_answer_besides(
    asking: Report,
) -> None:
    asked = {claim.id for claim in asking.possible[0].claims}
    twice = asking.model_copy(update={"possible": asking.possible * 2})
    for report, numbers in ((asking, (1,)), (twice, (1, 2))):
        found = [*placed(report)]
        assert tuple(one.claim for one in found) == report.claims
        for one in found:
            assert one.article.id == one.claim.article_id
            assert one.group is not None
            assert one.claim in one.group.claims
            assert one.possible == (numbers if one.claim.id in asked else ())
    alone = asking.model_copy(update={"groups": (), "possible": ()})
    assert {(one.group, one.possible) for one in placed(alone)} == {(None, ())}


def test_a_row_of_a_claim_in_no_group_and_of_an_article_without_a_day(flood: Report) -> None:
    alone = flood.model_copy(update={"groups": ()})
    rows = [*csv.DictReader(io.StringIO(claims_csv(alone), newline=""))]
    empty = ("group_id", "group_label", "verdict", "confidence", "possible")
    assert {row[name] for row in rows for name in empty} == {""}
    days = {row["article_id"]: row["published"] for row in rows}
    assert days == {"gazette": "2024-02-20", "herald": "2024-02-19", "leaflet": ""}
    whole = [*csv.DictReader(io.StringIO(claims_csv(flood), newline=""))]
    told = [(r["group_id"], r["group_label"], r["verdict"]) for r in whole]
    groups = {claim.id: group for group in flood.groups for claim in group.claims}
    assert told == [
        ((own := groups[claim.id]).id, own.label, own.verdict.value) for claim in flood.claims
    ]


def test_each_table_holds_what_the_report_does(asking: Report, tmp_path: Path) -> None:
    report = asking.model_copy(update={"notes": ("a: no day is known", "b: was read twice")})
    groups, (possible,) = report.groups, report.possible
    write_sqlite(report, tmp_path / "flood.db")
    with closing(sqlite3.connect(tmp_path / "flood.db")) as database:

        def rows(table: str, columns: str, order: str = "number") -> list[tuple[object, ...]]:
            return database.execute(f"SELECT {columns} FROM {table} ORDER BY {order}").fetchall()

        assert rows("about", "name, value", "name") == [("schema_version", SCHEMA_VERSION)]
        assert rows("glossary", "term, meaning", "rowid") == [*glossary().items()]
        assert rows("notes", "number, note") == [
            (1, "a: no day is known"), (2, "b: was read twice"),
        ]  # fmt: skip
        assert rows("articles", "number, id, title, publisher, published, url, text") == [
            (at, one.id, one.title, one.publisher, one.published and str(one.published), one.url,
             one.text)
            for at, one in enumerate(report.articles, 1)
        ]  # fmt: skip
        assert rows("groups", "number, id, label, kind, verdict, claims, articles, origins") == [
            (at, one.id, one.label, one.kind, one.verdict.value, len(one.claims),
             len({claim.article_id for claim in one.claims}), len(one.origins))
            for at, one in enumerate(groups, 1)
        ]  # fmt: skip
        told = [(one, position) for one in groups for position in one.positions]
        assert rows("positions", "number, group_id, answer, publishers, origins, as_of") == [
            (at, one.id, position.answer, ", ".join(position.publishers), position.origins,
             position.as_of and str(position.as_of))
            for at, (one, position) in enumerate(told, 1)
        ]  # fmt: skip
        place = {claim: at for at, (_, one) in enumerate(told, 1) for claim in one.claims}
        deciding = {claim for one in groups for claim in one.deciding}
        home = {claim.id: one.id for one in groups for claim in one.claims}
        assert rows("claims", "number, claim_id, group_id, position, decides, quote") == [
            (at, one.id, home[one.id], place.get(one.id), int(one.id in deciding), one.quote)
            for at, one in enumerate(report.claims, 1)
        ]
        assert rows("pairs", "group_id, left_claim, right_claim, verdict, relation, reason") == [
            (one.id, pair.left, pair.right, pair.verdict.value, pair.relation.value, pair.reason)
            for one in groups for pair in one.pairs
        ]  # fmt: skip
        printed = [(one, origin) for one in groups for origin in one.origins]
        assert rows("origins", "number, group_id, evidence, credits, speakers") == [
            (at, one.id, origin.evidence, ", ".join(origin.credits), ", ".join(origin.speakers))
            for at, (one, origin) in enumerate(printed, 1)
        ]
        assert rows("origin_articles", "origin, article_id", "rowid") == [
            (at, article)
            for at, (_, origin) in enumerate(printed, 1) for article in origin.articles
        ]  # fmt: skip
        assert rows("possible", "number, question, kind, fits, open") == [
            (1, possible.question, possible.kind, "; ".join(possible.fits),
             "; ".join(possible.open)),
        ]  # fmt: skip
        assert rows("possible_claims", "possible, claim_id", "rowid") == [
            (1, claim.id) for claim in possible.claims
        ]
        assert database.execute("PRAGMA user_version").fetchone() == (int(SCHEMA_VERSION),)
    # Something stands in each, so that nothing above compares none with none.
    assert len(told) > len(groups) > 3
    assert deciding
    assert any(one.pairs for one in groups)
    assert any(len(origin.articles) > 1 for _, origin in printed) or len(printed) > len(groups)


def nodes(report: Report) -> dict[str, dict[str, Any]]:
    graph: Any = linked_data(report)["@graph"]
    return {node["identifier"]: node for node in graph}


def test_a_node_of_linked_data_holds_what_is_known_and_leaves_out_the_rest(flood: Report) -> None:
    found = nodes(flood)
    assert len(found) == len(flood.groups) + len(flood.claims) - sum(
        group.id == group.claims[0].id for group in flood.groups
    )
    for group in flood.groups:
        for claim in group.claims:
            if claim.id in {one.id for one in flood.groups}:
                continue
            node, quantity, when = found[claim.id], claim.quantity, claim.when
            known: dict[str, object] = {}
            if quantity is not None:
                known = {"low": quantity.low, "high": quantity.high, "unit": quantity.unit}
                known = {name: value and str(value) for name, value in known.items()}
            if when is not None:
                known |= {
                    "firstDay": when.start and str(when.start),
                    "lastDay": when.end and str(when.end),
                }
            known = {name: value for name, value in known.items() if value}
            names = ("low", "high", "unit", "firstDay", "lastDay")
            assert {name: node[name] for name in names if name in node} == known
            assert node["quote"] == claim.quote
            assert "\n" not in node["text"]


def test_how_two_claims_stand_to_each_other_is_told_of_the_left_one(flood: Report) -> None:
    """Each relation holds in both directions and is written once."""
    words = {
        Verdict.AGREE: "agreesWith", Verdict.COMPATIBLE: "compatibleWith",
        Verdict.TENSION: "inTensionWith", Verdict.UPDATE: "updateOf",
        Verdict.CONFLICT: "contradicts",
    }  # fmt: skip
    graph: Any = linked_data(flood)["@graph"]
    told = {
        (node["@id"], word, other)
        for node in graph for word in words.values() for other in node.get(word, ())
    }  # fmt: skip
    expected = {
        (urn("claim", pair.left), words[pair.verdict], urn("claim", pair.right))
        for group in flood.groups for pair in group.pairs if pair.verdict in words
    }  # fmt: skip
    assert told == expected != set()


def test_an_article_of_linked_data(flood: Report) -> None:
    by_id = {one["@id"]: one for one in articles_in(linked_data(flood))}
    gazette = by_id["https://gazette.example/flood"]
    assert gazette == {
        "@id": "https://gazette.example/flood", "@type": "NewsArticle",
        "headline": "Ardmore under water", "url": "https://gazette.example/flood",
        "datePublished": "2024-02-20",
        "publisher": {"@type": "Organization", "name": "Valley Gazette"},
    }  # fmt: skip
    (leaflet,) = (one for name, one in by_id.items() if name.startswith("urn:"))
    assert leaflet.keys() == {"@id", "@type"}


def articles_in(node: Any) -> list[dict[str, Any]]:
    if isinstance(node, list):
        return [one for each in node for one in articles_in(each)]
    if not isinstance(node, dict):
        return []
    own = [node] if node.get("@type") == "NewsArticle" else []
    return own + [one for each in node.values() for one in articles_in(each)]


def test_the_first_to_print_is_the_earliest_that_is_dated(flood: Report) -> None:
    graph: Any = linked_data(flood)["@graph"]
    (deaths,) = (n for n in graph if n["kind"] == "deaths" and "hasPart" in n)
    assert deaths["firstAppearance"]["@id"] == "https://herald.example/flood?page=1&print=yes"
    assert [one["@id"].partition(":")[0] for one in deaths["appearance"]] == [
        "https", "https", "urn",
    ]  # fmt: skip
    undated = Article(id="u", text="The flood killed 14 people.")
    assert all("firstAppearance" not in node for node in nodes(reconcile([undated])).values())


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("https://a.example/x?y=1#z", "https://a.example/x?y=1#z"),
        ("HTTP://a.example", "HTTP://a.example"),
        (" https://a.example/x \n", "https://a.example/x"),
        ("https://a.example/é", "https://a.example/%C3%A9"),
        ('https://a.example/"<x>', "https://a.example/%22%3Cx%3E"),
        ("javascript:alert(1)", None),
        ("ftp://a.example/x", None),
        ("https:///x", None),
        ("a.example/x", None),
        ("http://[", None),
        ("", None),
        (None, None),
    ],
)
def test_only_the_address_of_a_page_is_one(url: str | None, address: str | None) -> None:
    assert web_address(url) == address
    named = article_iri(Article(id="a", text="x", url=url))
    assert named == (address or urn("article", "a"))
    assert urn("article", "a") != urn("group", "a") != urn("group", "b")


def test_the_annotations_are_one_collection_of_one_page(flood: Report) -> None:
    found: Any = web_annotations(flood)
    page = found["first"]
    assert (found["type"], found["total"]) == ("AnnotationCollection", len(flood.claims))
    assert {name: page[name] for name in ("id", "type", "partOf", "startIndex")} == {
        "id": f"{found['id']}#page-1", "type": "AnnotationPage", "partOf": found["id"],
        "startIndex": 0,
    }  # fmt: skip
    assert len(page["items"]) == found["total"]


def test_an_annotation_describes_its_group_before_it_tags_kind_and_verdict(flood: Report) -> None:
    groups = {claim.id: group for group in flood.groups for claim in group.claims}
    page: Any = web_annotations(flood)
    for claim, item in zip(flood.claims, page["first"]["items"], strict=True):
        group = groups[claim.id]
        described, *tags = item["body"]
        assert described["value"] == f"{group.label}: {group.explanation}"
        assert (described["purpose"], described["format"]) == ("describing", "text/plain")
        assert [(tag["value"], tag["purpose"]) for tag in tags] == [
            (claim.kind, "tagging"), (group.verdict.value, "tagging"),
        ]  # fmt: skip
    alone: Any = web_annotations(flood.model_copy(update={"groups": ()}))
    for claim, item in zip(flood.claims, alone["first"]["items"], strict=True):
        assert [tag["value"] for tag in item["body"]] == [claim.kind]
