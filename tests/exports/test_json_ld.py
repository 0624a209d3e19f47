"""schema.org in JSON-LD: the shape that schema.org gives `Claim` and `ClaimReview`."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from html.parser import HTMLParser
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given, settings

from factcheck import Article, reconcile
from factcheck.errors import InputError
from factcheck.exports import claim_review, linked_data, script_safe
from factcheck.exports.json_ld import RELATIONS
from factcheck.results import Report, Verdict

from .newsstand import reports

# What schema.org/Claim, /NewsArticle, /Rating and /ClaimReview list, with the types that each
# property takes; only what is used here.
TYPES: dict[str, dict[str, tuple[str, ...]]] = {
    "Claim": {
        "appearance": ("NewsArticle",),
        "firstAppearance": ("NewsArticle",),
        "author": ("Person", "Organization", "untyped"),
        "text": ("Text",),
        "identifier": ("Text",),
        "description": ("Text",),
        "hasPart": ("reference",),
        "isPartOf": ("reference",),
    },
    "NewsArticle": {
        "headline": ("Text",),
        "url": ("Text",),
        "datePublished": ("Date",),
        "publisher": ("Organization",),
    },
    "Organization": {"name": ("Text",)},
    "Rating": {"alternateName": ("Text",)},
    "ClaimReview": {
        "url": ("Text",),
        "claimReviewed": ("Text",),
        "reviewRating": ("Rating",),
        "itemReviewed": ("Claim",),
        "author": ("Organization",),
        "datePublished": ("Date",),
    },
    "untyped": {"name": ("Text",)},
    "reference": {},
}
# docs/formats.md, "The vocabulary".
OWN = {
    "Claim": {
        "kind", "verdict", "quote", "low", "high", "unit", "firstDay", "lastDay", "comparison",
        "confidence",
        *RELATIONS.values(),
    },
    "Comparison": {"left", "right", "verdict", "relation", "description"},
}  # fmt: skip


def type_of(value: object) -> str:
    if isinstance(value, dict):
        if set(value) == {"@id"}:
            return "reference"
        return str(value.get("@type", "untyped"))
    assert isinstance(value, str)
    try:
        date.fromisoformat(value)
    except ValueError:
        return "Text"
    return "Date"


def check_node(node: dict[str, Any]) -> None:
    """Each property is one that schema.org lists for the type, or one of our vocabulary, and
    its values are of a type that schema.org lists for it."""
    of_type = TYPES.get(type_of(node), {})
    own = OWN.get(type_of(node), set())
    for name, content in node.items():
        if name.startswith("@"):
            continue
        assert name in of_type or name in own, (type_of(node), name)
        for value in content if isinstance(content, list) else [content]:
            if name in of_type:
                found = type_of(value)
                assert found in of_type[name] or (found == "Date" and "Text" in of_type[name])
            if isinstance(value, dict):
                check_node(value)


def nodes(document: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The nodes of a JSON-LD document (JSON-LD 1.1, section 9.2: each named once)."""
    assert document["@context"][0] == "https://schema.org"
    graph = document["@graph"]
    names = [node["@id"] for node in graph]
    assert len(set(names)) == len(names)
    assert all(":" in name and " " not in name for name in names)
    yield from graph


def check_graph(report: Report) -> None:
    graph = list(nodes(json.loads(script_safe(linked_data(report)))))
    for node in graph:
        assert node["@type"] == "Claim"
        check_node(node)
    told = {node["identifier"]: node for node in graph if "quote" in node}
    assert set(told) == {claim.id for claim in report.claims}
    for claim in report.claims:
        assert told[claim.id]["quote"] == claim.quote
    groups = {node["identifier"]: node for node in graph if "hasPart" in node}
    by_name = {node["@id"]: node for node in graph}
    for group in report.groups:
        parts = [by_name[part["@id"]]["identifier"] for part in groups[group.id]["hasPart"]]
        assert parts == [claim.id for claim in group.claims]
        printed = {claim.article_id for claim in group.claims}
        assert len(groups[group.id]["appearance"]) == len(printed)


def group_node(report: Report, kind: str) -> dict[str, Any]:
    (node,) = (
        node
        for node in nodes(json.loads(script_safe(linked_data(report))))
        if "hasPart" in node and node["kind"] == kind and node["verdict"] == "conflict"
    )
    return node


def test_the_graph_keeps_to_schema_org_and_holds_every_claim(flood: Report) -> None:
    check_graph(flood)


def test_a_group_is_a_claim_with_its_appearances_the_earliest_first(flood: Report) -> None:
    node = group_node(flood, "deaths")
    assert {(a.get("url"), a.get("datePublished")) for a in node["appearance"]} == {
        ("https://gazette.example/flood", "2024-02-20"),
        ("https://herald.example/flood?page=1&print=yes", "2024-02-19"),
        (None, None),
    }
    assert node["firstAppearance"]["publisher"]["name"] == "Hill Herald"
    assert node["author"] == {"name": "Mayor Ines Roth"}
    assert "14" in node["text"]
    assert "55" in node["text"]


def test_contradicting_claims_are_linked_with_the_reason(flood: Report) -> None:
    node = group_node(flood, "deaths")
    graph = {n["@id"]: n for n in nodes(json.loads(script_safe(linked_data(flood))))}
    conflicts = [c for c in node["comparison"] if c["verdict"] == "conflict"]
    assert conflicts
    for conflict in conflicts:
        quotes = {graph[conflict["left"]]["quote"], graph[conflict["right"]]["quote"]}
        assert quotes == {"14 people", "55 people"}
        assert conflict["right"] in graph[conflict["left"]]["contradicts"]
        assert conflict["relation"] == "cannot both be true"
        assert conflict["description"]


@pytest.mark.parametrize("names", [("a", "b"), ("b", "a")])
@pytest.mark.parametrize(
    ("earlier", "later", "day"),
    [
        (
            "The fire in Ardmore killed 9 people on Sunday.",
            "On Sunday 14 people died in a fire in Ardmore.",
            20,
        ),
        (
            "The caravan once had 6,000 people.",
            "The caravan, which has left Oster, has shrunk to 1,600 people.",
            19,
        ),
    ],
)
def test_an_update_leads_from_the_later_figure_to_the_earlier_one(
    names: tuple[str, str], earlier: str, later: str, day: int
) -> None:
    articles = [
        Article(id=name, publisher=name, text=text, published=date(2024, 2, on))
        for name, text, on in zip(names, (earlier, later), (19, day), strict=True)
    ]
    graph: Any = linked_data(reconcile(articles))["@graph"]
    by_id = {node["@id"]: node for node in graph}
    found = {
        (article_of(node), article_of(by_id[other]))
        for node in graph
        for other in node.get("updateOf", ())
    }
    assert found == {(names[1], names[0])}


def article_of(node: Any) -> str:
    """The outlet of a claim, which is its article here."""
    return str(node["appearance"]["publisher"]["name"])


def test_the_vocabulary_has_a_word_for_each_comparison() -> None:
    assert set(RELATIONS) == set(Verdict) - {Verdict.SINGLE}
    assert all(a != b for a, b in combinations(RELATIONS.values(), 2))


class Scripts(HTMLParser):
    """The scripts of a page, each as it stands."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag == "script":
            self.found.append("")

    def handle_data(self, data: str) -> None:
        if self.cdata_elem == "script":
            self.found[-1] += data


@settings(max_examples=30)
@given(reports)
def test_hostile_articles_stay_inside_their_script(report: Report) -> None:
    check_graph(report)
    written = script_safe(linked_data(report))
    written.encode()
    assert not set(written) & set("<>&\u2028\u2029\x1b\u202e")
    page = Scripts()
    page.feed(f'<script type="application/ld+json">{written}</script>')
    page.close()
    assert page.found == [written]
    groups = (node for node in nodes(json.loads(written)) if "hasPart" in node)
    for article in (article for group in groups for article in group["appearance"]):
        assert article.get("url", "https://").startswith("https://")


def test_a_review_is_a_draft_with_a_rating_and_an_address_of_the_user(flood: Report) -> None:
    (claim,) = (c for c in flood.claims if c.article_id == "gazette" and c.quote == "14 people")
    review: dict[str, Any] = claim_review(
        flood,
        claim.id,
        rating="Outdated",
        url="https://desk.example/checks/7",
        reviewer="The Desk",
        published=date(2024, 2, 21),
    )
    assert review["@context"] == "https://schema.org"
    check_node(review)
    assert {"claimReviewed", "reviewRating", "url"} <= set(review)
    assert review["reviewRating"]["alternateName"] == "Outdated"
    # The leaflet prints the same figure; the Herald another one.
    appearances = review["itemReviewed"]["appearance"]
    assert [a.get("url") for a in appearances] == ["https://gazette.example/flood", None]
    assert review["claimReviewed"].endswith("killed 14 people on Sunday.")


@pytest.mark.parametrize(
    ("rating", "url", "claim_id", "advice"),
    [
        (" ", "https://desk.example/1", None, "rating: is empty"),
        ("False", "", None, "url: '' is no web address"),
        ("False", "javascript:alert(1)", None, "is no web address"),
        ("False", "https://desk.example/1", "nobody:0-1:deaths", "no claim of a group is called"),
    ],
)
def test_there_is_no_review_without_a_rating_and_an_address(
    flood: Report, rating: str, url: str, claim_id: str | None, advice: str
) -> None:
    with pytest.raises(InputError, match=advice):
        claim_review(flood, claim_id or flood.groups[0].claims[0].id, rating=rating, url=url)
    assert "ClaimReview" not in script_safe(linked_data(flood))
