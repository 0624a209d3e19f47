"""Web Annotations that keep to the W3C Recommendation of 23 February 2017."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given, settings

from factcheck.exports import json_text, web_annotations
from factcheck.models import Part
from factcheck.results import Report

from .newsstand import FLOOD, reports

# §3.3.5, the motivations that the Recommendation defines.
MOTIVATIONS = {
    "assessing", "bookmarking", "classifying", "commenting", "describing", "editing",
    "highlighting", "identifying", "linking", "moderating", "questioning", "replying", "tagging",
}  # fmt: skip


def check_annotation(annotation: dict[str, Any]) -> None:
    # §3.1: exactly one IRI as id, the type Annotation, one target or more.
    assert ":" in annotation["id"]
    assert annotation["type"] == "Annotation"
    assert annotation["motivation"] in MOTIVATIONS
    # §3.2.4: an embedded textual body has a value; its purpose is a motivation (§3.3.5).
    for body in annotation["body"]:
        assert body["type"] == "TextualBody"
        assert isinstance(body["value"], str)
        assert body["purpose"] in MOTIVATIONS
    # §4: a specific resource has exactly one source; §4.2: selectors beside each other.
    target = annotation["target"]
    assert ":" in target["source"]
    quote, *positions = target["selector"]
    # §4.2.4: exact is required, prefix and suffix are what stands around it.
    assert set(quote) == {"type", "exact", "prefix", "suffix"}
    assert quote["type"] == "TextQuoteSelector"
    # §4.2.5: both positions are required and are not negative.
    for position in positions:
        assert set(position) == {"type", "start", "end"}
        assert position["type"] == "TextPositionSelector"
        assert 0 <= position["start"] <= position["end"]


def check_collection(collection: dict[str, Any]) -> list[dict[str, Any]]:
    # §3.1 and §5.1: the context of the Recommendation, an id, total and first page.
    assert collection["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert collection["type"] == "AnnotationCollection"
    page = collection["first"]
    # §5.2: a page names its collection and the index of its first item, and lists annotations.
    assert page["type"] == "AnnotationPage"
    assert page["partOf"] == collection["id"] != page["id"]
    assert page["startIndex"] == 0
    items: list[dict[str, Any]] = page["items"]
    assert collection["total"] == len(items)
    assert len({item["id"] for item in items}) == len(items)
    for item in items:
        check_annotation(item)
    return items


def check(report: Report) -> None:
    articles = {article.id: article for article in report.articles}
    for utf16 in (False, True):
        items = check_collection(json.loads(json_text(web_annotations(report, utf16=utf16))))
        for item, claim in zip(items, report.claims, strict=True):
            text = articles[claim.article_id].part(claim.part)
            quote, *positions = item["target"]["selector"]
            around = quote["prefix"] + quote["exact"] + quote["suffix"]
            assert quote["exact"] == claim.quote
            assert around in text
            assert len(positions) == (claim.part is Part.TEXT)
            if not positions:
                continue
            (position,) = positions
            start, end = position["start"], position["end"]
            if utf16:
                units = text.encode("utf-16-le", "surrogatepass")[2 * start : 2 * end]
                assert units == claim.quote.encode("utf-16-le", "surrogatepass")
            else:
                assert text[start:end] == claim.quote


def test_both_selectors_find_the_words_of_every_claim(flood: Report) -> None:
    check(flood)
    items = check_collection(json.loads(json_text(web_annotations(flood))))
    sources = [item["target"]["source"] for item in items]
    assert sources[0] == "https://gazette.example/flood"
    assert sources[-1].startswith("urn:uuid:")


def test_offsets_in_utf_16_count_an_emoji_twice(flood: Report) -> None:
    (first,) = (
        item["target"]["selector"][1]["start"]
        for item in check_collection(json.loads(json_text(web_annotations(flood, utf16=True))))
        if item["target"]["selector"][0]["exact"] == "Nearly 300 homes"
    )
    assert first == FLOOD[0].text.index("Nearly") + 1


@settings(max_examples=30)
@given(reports)
def test_hostile_articles_are_annotated_in_the_right_place(report: Report) -> None:
    check(report)
