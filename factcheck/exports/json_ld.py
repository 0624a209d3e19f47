"""Groups and claims as schema.org `Claim` in JSON-LD, and drafts of `ClaimReview`.

schema.org has no words for how two claims stand to each other; `VOCABULARY` has, and
docs/formats.md says what they mean.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from itertools import chain

from factcheck.decisions import Ruling
from factcheck.errors import InputError
from factcheck.exports.identifiers import article_iri, urn
from factcheck.judge.moments import minutes_of
from factcheck.models import Article, Claim, Phase, Status
from factcheck.report.addresses import web_address
from factcheck.results import Group, Pair, Report, Verdict

Node = dict[str, object]
SCHEMA_ORG = "https://schema.org"
VOCABULARY = "urn:x-factcheck:vocabulary:"
# How two claims stand to each other, each written once. All but `updateOf` hold in both directions;
# that leads from the later figure to the earlier one.
RELATIONS = {
    Verdict.AGREE: "agreesWith",
    Verdict.COMPATIBLE: "compatibleWith",
    Verdict.TENSION: "inTensionWith",
    Verdict.UPDATE: "updateOf",
    Verdict.CONFLICT: "contradicts",
}
XSD = "http://www.w3.org/2001/XMLSchema#"
CONTEXT = [
    SCHEMA_ORG,
    {
        "fc": VOCABULARY,
        **{name: {"@id": f"fc:{name}", "@type": "@id"} for name in RELATIONS.values()},
        **{name: {"@id": f"fc:{name}", "@type": "@id"} for name in ("left", "right")},
        **{
            name: f"fc:{name}"
            for name in ("comparison", "confidence", "kind", "quote", "unit", "verdict")
        },
        "relation": "fc:relation",
        "Comparison": "fc:Comparison",
        **{name: {"@id": f"fc:{name}", "@type": f"{XSD}decimal"} for name in ("low", "high")},
        **{name: {"@id": f"fc:{name}", "@type": f"{XSD}date"} for name in ("firstDay", "lastDay")},
    },
]


def linked_data(report: Report) -> Node:
    """A JSON-LD document whose graph holds a `Claim` for each group and one for each claim.

    The `Claim` of a group has all articles as `appearance` and the earliest dated one as
    `firstAppearance`; its claims are its parts (`hasPart`). Where a text names the speaker, it
    is the `author`, as written and without a type: "Mexico" may be a country or a Mr Mexico.
    Write it with `script_safe` where it stands in a page.
    """
    articles = {article.id: article for article in report.articles}
    groups = (_group_nodes(group, articles) for group in report.groups)
    return {"@context": CONTEXT, "@graph": list(chain.from_iterable(groups))}


def claim_review(
    report: Report,
    claim_id: str,
    *,
    rating: str,
    url: str,
    reviewer: str | None = None,
    published: date | None = None,
) -> Node:
    """A draft of a `ClaimReview` of one claim, with the rating that a person has given it.

    `rating` is the verdict in words (`alternateName`), `url` the page of the fact check,
    `reviewer` the organisation that checks. Appearances are the articles of the group that give
    the same answer. Nothing here decides what is true: without a rating and an address there is
    no review. Raises `InputError` for either missing, and for a claim that is not in the report.
    """
    if not rating.strip():
        raise InputError("rating: is empty: give your verdict in words, such as 'Mostly false'")
    address = web_address(url)
    if address is None:
        raise InputError(f"url: {url!r} is no web address: give that of your fact check, https://…")
    for group in report.groups:
        for claim in group.claims:
            if claim.id == claim_id:
                articles = {article.id: article for article in report.articles}
                return {
                    "@context": SCHEMA_ORG,
                    "@type": "ClaimReview",
                    "url": address,
                    "claimReviewed": _sentence(claim, articles[claim.article_id]),
                    "reviewRating": {"@type": "Rating", "alternateName": rating.strip()},
                    "itemReviewed": _reviewed(claim, group, articles),
                    **_given(
                        author={"@type": "Organization", "name": reviewer} if reviewer else None,
                        datePublished=published.isoformat() if published else None,
                    ),
                }
    raise InputError(f"claim_id: no claim of a group is called {claim_id!r}: take a Claim's id")


def _reviewed(claim: Claim, group: Group, articles: dict[str, Article]) -> Node:
    """The answer that a ClaimReview reviews: all articles that give it, and its speaker."""
    position = next((p for p in group.positions if claim.id in p.claims), None)
    alike = [c for c in group.claims if position is None or c.id in position.claims]
    return {
        "@type": "Claim",
        **_appearances([articles[c.article_id] for c in alike]),
        **_speakers([claim.attribution]),
    }


def _group_nodes(group: Group, articles: dict[str, Article]) -> Iterable[Node]:
    """A group and its claims as nodes of the graph."""
    speakers = [s for position in group.positions for s in position.speakers]
    answers = "; ".join(position.answer for position in group.positions)
    yield {
        "@id": urn("group", group.id),
        "@type": "Claim",
        "identifier": group.id,
        "text": f"{group.label}: {answers}" if answers else group.label,
        "kind": group.kind,
        "verdict": group.verdict,
        "confidence": group.confidence,
        **_given(description=group.explanation),
        **_appearances([articles[claim.article_id] for claim in group.claims]),
        **_speakers(speakers or [claim.attribution for claim in group.claims]),
        "hasPart": [{"@id": urn("claim", claim.id)} for claim in group.claims],
        **_given(comparison=[_comparison(pair) for pair in group.pairs]),
    }
    related = _related(group, articles)
    for claim in group.claims:
        node = _claim_node(claim, group, articles[claim.article_id])
        yield {**node, **related.get(claim.id, {})}


def _related(group: Group, articles: Mapping[str, Article]) -> dict[str, dict[str, list[str]]]:
    """The relations of each claim of a group to others, by its id."""
    claims: dict[str, Claim] = {claim.id: claim for claim in group.claims}
    found: defaultdict[str, dict[str, list[str]]] = defaultdict(dict)
    for pair in group.pairs:
        if pair.verdict not in RELATIONS:
            continue
        one, other = pair.left, pair.right
        if pair.verdict is Verdict.UPDATE:
            other, one = sorted((one, other), key=lambda id_: _turn(claims[id_], group, articles))
        found[one].setdefault(RELATIONS[pair.verdict], []).append(urn("claim", other))
    return found


def _turn(claim: Claim, group: Group, articles: Mapping[str, Article]) -> tuple[object, ...]:
    """The sort key of the claims of an update in order of time: as decided, what was withdrawn
    before what stands, the start of a change, then by the progress, day and hour of a count."""
    decided = [
        one.claims.index(claim.name)
        for one in group.decisions
        if one.ruling is Ruling.EARLIER and claim.name in one.claims
    ]
    as_of, published = claim.as_of, articles[claim.article_id].published
    day = as_of.start if as_of is not None else published
    return (
        min(decided, default=0),
        claim.status is not Status.RETRACTED,
        claim.phase is not Phase.START,
        claim.progress or Decimal(0),
        day or date.min,
        minutes_of(claim) or Decimal(0),
        published or date.min,
        claim.phase is Phase.LATER,
        claim.id,
    )


def _claim_node(claim: Claim, group: Group, article: Article) -> Node:
    """A claim as a node, without those that it agrees or conflicts with."""
    quantity, when = claim.quantity, claim.when
    return {
        "@id": urn("claim", claim.id),
        "@type": "Claim",
        "identifier": claim.id,
        "text": _sentence(claim, article),
        "quote": claim.quote,
        "kind": claim.kind,
        "appearance": _article_node(article),
        **_speakers([claim.attribution]),
        **_given(
            low=f"{quantity.low:f}" if quantity and quantity.low is not None else None,
            high=f"{quantity.high:f}" if quantity and quantity.high is not None else None,
            unit=quantity.unit if quantity else None,
            firstDay=when.start.isoformat() if when and when.start else None,
            lastDay=when.end.isoformat() if when and when.end else None,
        ),
        "isPartOf": {"@id": urn("group", group.id)},
    }


def _comparison(pair: Pair) -> Node:
    """The verdict on two claims as a node."""
    return {
        "@type": "Comparison",
        "left": urn("claim", pair.left),
        "right": urn("claim", pair.right),
        "verdict": pair.verdict,
        "relation": pair.relation,
        "description": pair.reason,
    }


def _appearances(articles: Iterable[Article]) -> Node:
    """`appearance`, each article once, and `firstAppearance`, the earliest that is dated."""
    once = list({article.id: article for article in articles}.values())
    dated = [(article.published, article) for article in once if article.published is not None]
    first = min(dated, key=lambda found: found[0], default=None)
    return {
        "appearance": [_article_node(article) for article in once],
        **_given(firstAppearance=_article_node(first[1]) if first else None),
    }


def _article_node(article: Article) -> Node:
    """An article as a schema.org `NewsArticle`, without its text."""
    outlet = {"@type": "Organization", "name": article.publisher} if article.publisher else None
    return {
        "@id": article_iri(article),
        "@type": "NewsArticle",
        **_given(
            headline=article.title,
            url=web_address(article.url),
            datePublished=article.published.isoformat() if article.published else None,
            publisher=outlet,
        ),
    }


def _speakers(names: Iterable[str | None]) -> Node:
    """The property `author` for the speakers of a claim; empty without one."""
    found = [{"name": name} for name in dict.fromkeys(names) if name]
    return {} if not found else {"author": found[0] if len(found) == 1 else found}


def _sentence(claim: Claim, article: Article) -> str:
    """The sentence of a claim with single spaces."""
    return " ".join(claim.sentence.of(article.part(claim.part)).split()) or claim.quote


def _given(**properties: object) -> Node:
    """The properties with a value: JSON-LD leaves out what is not known."""
    return {name: value for name, value in properties.items() if value}
