"""The positions of a group: its answers, who holds each, and how far they lie apart."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from factcheck.answers.comparable import ComparableAnswer
from factcheck.judge.batch import Batch
from factcheck.judge.phrasing import answer as in_words
from factcheck.judge.phrasing import rounded
from factcheck.judge.reported import ReportedValue
from factcheck.models import Claim, Dimension, Side, Status
from factcheck.results import Origin, Position

# "Their children" and "her lawyer" name no one to a reader who has only the report.
_WHOSE = re.compile(r"(?:my|our|his|her|its|their|your)\b", re.IGNORECASE)
_HUNDREDTH = Decimal("0.01")
# Of these no figure is a number of times another: 40 °C is not four times 10 °C, nor is Category 4
# twice Category 2.
_WITHOUT_RATIO = frozenset({Dimension.TEMPERATURE, Dimension.ORDINAL, Dimension.MAGNITUDE})


@dataclass(frozen=True)
class JudgedPosition:
    """A position with the reported values it was made from. `figure` is its place on the common
    scale."""

    position: Position
    answer: ComparableAnswer
    claims: tuple[Claim, ...]

    @property
    def figure(self) -> Decimal | None:
        """The figure named: the bound, or the middle of a range; `None` where none is."""
        if not self.answer.names_a_figure:
            return None
        low, high = self.answer.named[:2]
        if low is None or high is None:
            return high if low is None else low
        return (low + high) / 2


def positions_of(
    values: Sequence[ReportedValue], origins: Sequence[Origin], batch: Batch
) -> tuple[JudgedPosition, ...]:
    """One position for each answer, hedged or not, in order of support.

    Support is counted in independent origins, then in outlets; of two with equal support, the
    larger answer comes first. A figure that its text withdraws is no position.
    """
    held: defaultdict[tuple[object, ...], list[Claim]] = defaultdict(list)
    answers: dict[tuple[object, ...], ComparableAnswer] = {}
    for value in values:
        if value.status is Status.ASSERTED:
            given = value.answer
            period = given.period if given.partial else None
            key = (given.key, given.unit, given.zone, given.named, period)
            held[key].extend(value.claims)
            answers.setdefault(key, given)
    found = []
    for given_key, claims in held.items():
        claims.sort(key=lambda claim: (batch.ranks[claim.article_id], claim.span.start, claim.id))
        found.append(
            JudgedPosition(_position(claims, origins, batch), answers[given_key], tuple(claims))
        )
    return tuple(sorted(found, key=_by_support))


def _by_support(held: JudgedPosition) -> tuple[object, ...]:
    """The sort key of positions: most origins first, then most publishers, then size."""
    position = held.position
    low, high = held.answer.named[:2]
    size = high if low is None else low
    return (
        -position.origins,
        -len(position.publishers),
        -(size or Decimal(0)),
        min(position.claims),
    )


def _position(claims: Sequence[Claim], origins: Sequence[Origin], batch: Batch) -> Position:
    """The position of some claims that give one answer: who gives it, and from which origins."""
    ids = {claim.id for claim in claims}
    spoken, words = _spoken(claims)
    low, high = _ends(spoken)
    counted = [day for claim in claims if (day := _first_day(claim, batch)) is not None]
    return Position(
        answer=words,
        low=low,
        high=high,
        claims=tuple(claim.id for claim in claims),
        publishers=tuple(dict.fromkeys(batch.outlet(claim) for claim in claims)),
        speakers=_speakers(claims),
        origins=sum(not ids.isdisjoint(origin.claims) for origin in origins),
        as_of=min(counted, default=None),
    )


def _speakers(claims: Sequence[Claim]) -> tuple[str, ...]:
    """The speakers quoted, each once: "police" and "the Police" are one."""
    found: dict[str, str] = {}
    for claim in claims:
        if claim.attribution is not None and not _WHOSE.match(claim.attribution):
            found.setdefault(claim.attribution.casefold().removeprefix("the "), claim.attribution)
    return tuple(found.values())


def _spoken(claims: Sequence[Claim]) -> tuple[Claim, str]:
    """The claim whose wording most others use too, with that wording; of two equally common, the
    one with "nearly" or "just over", which says more."""
    worded = {claim.id: in_words(claim) for claim in claims}
    phrasings = Counter(worded.values())

    def rank(claim: Claim) -> tuple[object, ...]:
        sided = claim.quantity is not None and claim.quantity.side in (Side.BELOW, Side.ABOVE)
        return -phrasings[worded[claim.id]], not sided, claim.id

    spoken = min(claims, key=rank)
    return spoken, worded[spoken.id]


def _ends(claim: Claim) -> tuple[Decimal | date | None, Decimal | date | None]:
    """The ends of the figure or period of a claim."""
    if claim.quantity is not None:
        return claim.quantity.low, claim.quantity.high
    return (None, None) if claim.when is None else (claim.when.start, claim.when.end)


def _first_day(claim: Claim, batch: Batch) -> date | None:
    """The first day as of which a claim is given."""
    days = batch.counted_on(claim)
    return None if days is None else days.low


def spread_of(held: Sequence[JudgedPosition]) -> Decimal | None:
    """The largest figure over the smallest, to two places.

    `None` for dates, for figures of different scales or of one that knows no times, and where one
    is not above zero.
    """
    if len({one.answer.key for one in held}) > 1:
        return None
    return ratio([end for one in held for end in measured(one.answer)])


def measured(answer: ComparableAnswer) -> list[Decimal]:
    """The ends of an answer that can be a number of times another one; none for a date, or a
    temperature."""
    if not answer.names_a_figure or answer.key[0] in _WITHOUT_RATIO:
        return []
    return [end for end in answer.named[:2] if end is not None]


def ratio(figures: Sequence[Decimal]) -> Decimal | None:
    """The largest of `figures` over the smallest; `None` where that has no meaning."""
    if not figures or min(figures) <= 0:
        return None
    return rounded(max(figures) / min(figures), _HUNDREDTH)


def median_of(held: Sequence[JudgedPosition]) -> Decimal | None:
    """The figure of the middle position, as written; of two in the middle, the lower one.

    Nothing is averaged: the median is a figure that some source gives.
    """
    in_order = sorted(
        (one for one in held if one.figure is not None),
        key=lambda one: (one.figure or Decimal(0), min(one.position.claims)),
    )
    if not in_order or len({one.answer.key for one in in_order}) > 1:
        return None
    middle = in_order[(len(in_order) - 1) // 2].position
    figure = middle.high if middle.low is None else middle.low
    return figure if isinstance(figure, Decimal) else None
