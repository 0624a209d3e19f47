"""Papers and their claims, made by hand for the tests of judging."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from factcheck.judge import judge
from factcheck.kinds import (
    Aboard,
    CaravanSize,
    Count,
    Deaths,
    EventDate,
    EventTime,
    Missing,
    Money,
    Movement,
)
from factcheck.models import (
    Article,
    AsOf,
    Change,
    Claim,
    Dimension,
    Period,
    Phase,
    Quantity,
    Side,
    Span,
    Status,
)
from factcheck.policy import DEFAULT, Policy
from factcheck.results import Cluster, Group
from factcheck.text.sentences import sentences

MOVEMENTS: Mapping[str, Movement] = {
    "deaths": Movement.RISING,
    "caravan_size": Movement.MOVING,
    "missing": Movement.SLOW,
    "aboard": Movement.FALLING,
    "money": Movement.VOLATILE,
    "count": Movement.FIXED,
    "event_date": Movement.FIXED,
}
KINDS: Mapping[Movement, type[Claim]] = {
    Movement.FIXED: Count,
    Movement.RISING: Deaths,
    Movement.MOVING: CaravanSize,
    Movement.SLOW: Missing,
    Movement.FALLING: Aboard,
    Movement.VOLATILE: Money,
}


def number(value: int | str | Decimal | None) -> Decimal | None:
    return None if value is None else Decimal(value)


def exactly(value: int | str, **more: Any) -> Quantity:
    return Quantity(low=number(value), high=number(value), **more)


def about(value: int | str, **more: Any) -> Quantity:
    more = {"side": Side.AROUND, **more}
    return Quantity(low=number(value), high=number(value), approximate=True, **more)


def nearly(value: int | str, **more: Any) -> Quantity:
    return about(value, side=Side.BELOW, **more)


def just_over(value: int | str, **more: Any) -> Quantity:
    return about(value, side=Side.ABOVE, **more)


def more_than(value: int | str, **more: Any) -> Quantity:
    return Quantity(low=number(value), high=None, low_inclusive=False, **more)


def at_least(value: int | str, **more: Any) -> Quantity:
    return Quantity(low=number(value), high=None, **more)


def up_to(value: int | str, **more: Any) -> Quantity:
    return Quantity(low=None, high=number(value), **more)


def between(low: int | str, high: int | str, **more: Any) -> Quantity:
    return Quantity(low=number(low), high=number(high), **more)


def vague(value: int | str, **more: Any) -> Quantity:
    return Quantity(low=number(value), high=None, vague=True, **more)


def paper(
    name: str, text: str, published: date | None = None, publisher: str | None = None
) -> Article:
    return Article(id=name, text=text, published=published, publisher=publisher or name.title())


def claim(article: Article, quote: str, kind: type[Claim] = Count, **fields: Any) -> Claim:
    """The claim that `quote` makes where it first stands in the article."""
    start = article.text.index(quote)
    span = Span(start=start, end=start + len(quote))
    around = next(s for s in sentences(article.text) if s.covers(span))
    return kind(
        article_id=article.id, span=span, quote=quote, sentence=around, rule="by hand", **fields
    )


def cluster(*claims: Claim, name: str = "question") -> Cluster:
    return Cluster(id=name, label=name, kind=claims[0].kind, claims=claims)


def judged(articles: Sequence[Article], *claims: Claim, policy: Policy = DEFAULT) -> Group:
    """The verdict on one group of claims."""
    return judge([cluster(*claims)], articles, MOVEMENTS, policy)[0]


@dataclass(frozen=True)
class Told:
    """One paper's answer: a quantity, a period or a clock, with the way it is told."""

    answer: Quantity | Period | str
    phase: Phase | None = None
    published: date | None = None
    as_of: date | None = None
    as_of_by: AsOf | None = None
    as_of_time: str | None = None
    progress: int | None = None
    reference: Period | None = None
    when: Period | None = None
    status: Status = Status.ASSERTED
    change: Change | None = None
    words: str = "It came to that many."
    approximate: bool = False
    zone: str | None = None


# Each paper says it in words of its own, so that none is a copy of another.
_OPENERS = (
    "Amber lanterns", "Brisk traders", "Copper kettles", "Drowsy herons", "Eager pupils",
    "Frosty meadows", "Gentle ferries", "Hollow drums", "Idle windmills", "Jolly tailors",
)  # fmt: skip


def group_of(
    *tellings: Told, movement: Movement = Movement.FIXED, policy: Policy = DEFAULT
) -> Group:
    """The verdict on one answer from each of several papers."""
    articles, claims = [], []
    for place, told in enumerate(tellings):
        article = paper(f"paper{place}", f"{_OPENERS[place]}. {told.words}", told.published)
        shared: dict[str, Any] = {"phase": told.phase, "status": told.status, "change": told.change}
        shared |= {
            "as_of_by": told.as_of_by,
            "as_of_time": told.as_of_time,
            "progress": number(told.progress),
            "reference": told.reference,
        }
        if told.as_of is not None:
            shared["as_of"] = Period(start=told.as_of, end=told.as_of)
        if told.when is not None:
            shared |= {"when": told.when, "when_in": "clause"}
        if isinstance(told.answer, Quantity):
            shared |= {"kind": KINDS[movement], "quantity": told.answer}
        elif isinstance(told.answer, Period):
            shared |= {"kind": EventDate, "when": told.answer}
        else:
            shared |= {"kind": EventTime, "clock": told.answer, "zone": told.zone}
            shared["approximate"] = told.approximate
        articles.append(article)
        claims.append(claim(article, told.words, **shared))
    return judged(articles, *claims, policy=policy)


def measured(dimension: Dimension, unit: str) -> dict[str, Any]:
    return {"dimension": dimension, "unit": unit}
