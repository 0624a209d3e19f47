"""What two claims are compared by, worked out once for each claim."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from factcheck.clauses.lexis import lexis
from factcheck.clauses.words import words_of
from factcheck.kinds import EventDate, EventTime, Kind
from factcheck.linkage.synonyms import Synonyms, synonyms
from factcheck.models import Article, Claim, Dimension, Period, Scope, Section, Span, Status


@dataclass(frozen=True, slots=True)
class Features:
    """One claim, ready to be compared.

    `family` holds what must be equal for two claims to meet at all. Words are in base forms
    and stand for their set of synonyms.
    """

    claim: Claim
    position: int
    sentence: Span
    family: tuple[str, ...]
    shared_bits: float
    is_the_question: bool
    head: str | None
    generic: bool  # the head is a word for anybody: "people", "victims"
    modifiers: frozenset[str]
    predicate: str | None
    place: frozenset[str]
    clause: frozenset[str]
    around: frozenset[str]
    figure: tuple[Decimal | None, Decimal | None] | None
    day: Period | None


class Weights(dict[str, float]):
    """How many bits a word says: the rarer in the batch, the more. Unknown words say most."""

    ceiling: float

    def __init__(self, counts: Mapping[str, int], sentences: int) -> None:
        super().__init__(
            (word, math.log2((sentences + 1) / (count + 0.5))) for word, count in counts.items()
        )
        self.ceiling = math.log2((sentences + 1) / 1.5)

    def __missing__(self, word: str) -> float:
        return self.ceiling


def features(
    articles: Sequence[Article], claims: Sequence[Claim], kinds: Mapping[str, Kind]
) -> tuple[tuple[Features, ...], Weights]:
    """The features of each claim, in order, and what each word of the batch is worth."""
    by_id = {article.id: article for article in articles}
    bags: dict[tuple[str, int, int], frozenset[str]] = {}
    counts: Counter[str] = Counter()
    for claim in claims:
        key = (claim.article_id, claim.sentence.start, claim.sentence.end)
        if key not in bags:
            article = by_id[claim.article_id]
            bags[key] = _bag(claim.sentence.of(article.text), article.language)
            counts.update(bags[key])
    leads = _lead_days(claims)
    made = tuple(
        _features(
            claim,
            i,
            bags[claim.article_id, claim.sentence.start, claim.sentence.end],
            synonyms(by_id[claim.article_id].language),
            leads.get(claim.article_id),
            kinds.get(claim.kind),
        )
        for i, claim in enumerate(claims)
    )
    return made, Weights(counts, len(bags))


def _bag(sentence: str, language: str) -> frozenset[str]:
    known = synonyms(language)
    return frozenset(known.verb(known.noun(word)) for word in words_of(sentence, language))


def _lead_days(claims: Sequence[Claim]) -> dict[str, Period]:
    """The first day each article names outside its captions: what a lead without one means."""
    days: dict[str, Period] = {}
    for claim in claims:
        if isinstance(claim, EventDate) and claim.when and claim.section is not Section.CAPTION:
            days.setdefault(claim.article_id, claim.when)
    return days


def _features(
    claim: Claim,
    position: int,
    around: frozenset[str],
    known: Synonyms,
    lead: Period | None,
    kind: Kind | None,
) -> Features:
    question = claim.question
    light = lexis("en").light
    head = None if question.head is None else known.noun(question.head)
    predicate = question.predicate
    if predicate is not None:
        predicate = None if predicate in light else known.verb(known.noun(predicate))
    quantity = claim.quantity
    participants = claim.participants if isinstance(claim, EventDate | EventTime) else ()
    return Features(
        claim=claim,
        position=position,
        sentence=claim.sentence,
        family=_family(claim),
        shared_bits=kind.data.shared_bits if kind else 0.0,
        is_the_question=kind.data.is_the_question if kind else False,
        head=head,
        generic=question.head in known.people or (head is None and _person(claim)),
        modifiers=frozenset(map(known.noun, (*question.modifiers, *participants))),
        predicate=predicate,
        place=frozenset(question.place),
        clause=frozenset(known.verb(known.noun(word)) for word in question.clause),
        around=around,
        figure=None if quantity is None else (quantity.low, quantity.high),
        day=claim.when or lead,
    )


def _person(claim: Claim) -> bool:
    return claim.quantity is not None and claim.quantity.unit == "person"


def _family(claim: Claim) -> tuple[str, ...]:
    """What two claims must share to answer one question: the sort of answer, and its scope."""
    quantity = claim.quantity
    if quantity is None:
        return (claim.kind,)
    scope = "others" if claim.scope is Scope.OTHERS else ""
    hypothetical = "hypothetical" if claim.status is Status.HYPOTHETICAL else ""
    dimension = quantity.dimension
    if dimension in (Dimension.COUNT, Dimension.RATE):
        who = "person" if quantity.unit == "person" else "thing"
        return ("count", who, quantity.per or "", scope, hypothetical)
    unit = quantity.unit or ""
    money = unit if dimension is Dimension.MONEY else ""
    named = unit if dimension is Dimension.MEASURE else ""
    return (dimension.value, money, named, quantity.per or "", scope, hypothetical)
