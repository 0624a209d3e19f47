"""Two claims compared feature by feature, in bits of evidence that they answer one question.

After Fellegi and Sunter (1969): each feature has ordered levels (same, synonym, related,
unknown, different), each level a weight, and the weights add up. What the text does not say
counts neither for nor against. Words weigh by how rare they are in the batch, and an equal
figure by how improbable the coincidence is.
"""

from __future__ import annotations

import math
import math
from dataclasses import dataclass
from decimal import Decimal

from pydantic import BaseModel, ConfigDict

from factcheck.interval import days_between
from factcheck.kinds import EventDate, EventTime
from factcheck.linkage.features import Features, Weights
from factcheck.models import Period, Phase, Scope, Section, Status


class LinkWeights(BaseModel):
    """Every constant of linking, in bits. Positive speaks for one question, negative against."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    prior: float = -3.0
    event_prior: float = -5.0
    word_cap: float = 6.0
    same_head: float = 1.0
    different_head: float = -5.0
    related_head: float = -1.5
    same_predicate: float = 1.0
    different_predicate: float = -2.0
    other_event: float = -5.0
    same_article_other_day: float = -4.0
    other_role: float = -5.0
    other_kind: float = -3.0
    modifier_cap: float = 6.0
    other_modifiers: float = -2.0
    place_cap: float = 2.0
    other_place: float = -1.0
    clause_share: float = 0.5
    clause_cap: float = 8.0
    nothing_shared: float = -2.0
    other_scope: float = -5.0
    figure_cap: float = 10.0
    same_article_other_figure: float = -3.0
    other_day: float = -3.0
    other_season: float = -9.0
    veto: float = -1000.0


@dataclass(frozen=True, slots=True)
class Evidence:
    """The bits for and against, with the reason for each in words, in the order compared."""

    bits: float
    reasons: tuple[str, ...]


class _Tally:
    """Bits and reasons as they add up."""

    def __init__(self, bits: float) -> None:
        self.bits = bits
        self.reasons: list[str] = []

    def add(self, bits: float, reason: str) -> None:
        if bits:
            self.bits += bits
            self.reasons.append(f"{reason} ({bits:+.1f})")


def compare(
    left: Features, right: Features, words: Weights, weights: LinkWeights, rivals: float
) -> Evidence:
    """The evidence that two claims of one family answer one question.

    `rivals` is how many claims of the family an article has on average: the more there are,
    the less likely any one of them is the one.
    """
    if apart(left, right):
        return Evidence(weights.veto, ("figures of one sentence",))
    event = isinstance(left.claim, EventDate | EventTime)
    tally = _Tally((weights.event_prior if event else weights.prior) - math.log2(max(1.0, rivals)))
    _kind(tally, left, right, weights)
    if event:
        _same_article_event(tally, left, right, weights)
    else:
        _head(tally, left, right, words, weights)
        _figure(tally, left, right, weights)
        _scope(tally, left, right, weights)
        _day(tally, left, right, weights)
    _predicate(tally, left, right, words, weights)
    _modifiers(tally, left, right, words, weights)
    _clause(tally, left, right, words, weights)
    _place(tally, left, right, words, weights)
    return Evidence(tally.bits, tuple(tally.reasons))


def apart(left: Features, right: Features) -> bool:
    """Figures of one sentence answer different questions, unless the text says otherwise:
    it tells a change ("from 5,000 to 2,000"), a correction, or the same in another unit."""
    one, other = left.claim, right.claim
    if one.article_id != other.article_id or left.sentence != right.sentence:
        return False
    if other.restates == one.span or one.restates == other.span:
        return False
    if Status.RETRACTED in (one.status, other.status):
        return False
    return {one.phase, other.phase} != {Phase.START, Phase.LATER}


def _kind(tally: _Tally, left: Features, right: Features, weights: LinkWeights) -> None:
    if left.claim.kind == right.claim.kind:
        tally.add(left.shared_bits, f"both are {left.claim.kind}")
    else:
        tally.add(weights.other_kind, f"{left.claim.kind} beside {right.claim.kind}")


def _head(
    tally: _Tally, left: Features, right: Features, words: Weights, weights: LinkWeights
) -> None:
    if left.head is None or right.head is None:
        return
    if left.head == right.head:
        bits = 0.0 if left.generic else min(words[left.head], weights.word_cap)
        tally.add(weights.same_head + bits, f"both count {left.head}")
    elif left.generic and right.generic:
        return
    elif left.generic or right.generic:
        tally.add(weights.related_head, f"{left.head} beside {right.head}")
    else:
        tally.add(weights.different_head, f"{left.head} is not {right.head}")


def _predicate(
    tally: _Tally, left: Features, right: Features, words: Weights, weights: LinkWeights
) -> None:
    if left.predicate is None or right.predicate is None:
        return
    roles = left.claim.question.patient == right.claim.question.patient
    if left.predicate == right.predicate:
        if not roles and left.figure is not None and not _is_the_question(left, right):
            tally.add(weights.other_role, f"one does, one suffers: {left.predicate}")
            return
        bits = min(words[left.predicate], weights.word_cap)
        tally.add(weights.same_predicate + bits, f"both {left.predicate}")
    elif left.predicate in right.clause or right.predicate in left.clause:
        return
    elif _is_the_question(left, right):
        return
    elif left.figure is None:
        tally.add(weights.other_event, f"{left.predicate} is not {right.predicate}")
    else:
        tally.add(weights.different_predicate, f"{left.predicate}, {right.predicate}")


def _modifiers(
    tally: _Tally, left: Features, right: Features, words: Weights, weights: LinkWeights
) -> None:
    shared = left.modifiers & right.modifiers
    if shared:
        bits = min(sum(min(words[w], weights.word_cap) for w in shared), weights.modifier_cap)
        tally.add(bits, "both of " + ", ".join(sorted(shared)))
    elif left.modifiers and right.modifiers and left.figure is not None:
        if _is_the_question(left, right):
            return
        tally.add(weights.other_modifiers, "restricted differently")


def _is_the_question(left: Features, right: Features) -> bool:
    return left.is_the_question and left.claim.kind == right.claim.kind


def _clause(
    tally: _Tally, left: Features, right: Features, words: Weights, weights: LinkWeights
) -> None:
    told = {left.head, right.head, left.predicate, right.predicate}
    shared = (left.clause & right.clause) - told
    if shared:
        total = sum(min(words[w], weights.word_cap) for w in shared)
        bits = min(weights.clause_share * total, weights.clause_cap)
        tally.add(bits, "told with " + ", ".join(sorted(shared)))
    elif len(left.clause) > 2 and len(right.clause) > 2 and not _is_the_question(left, right):
        tally.add(weights.nothing_shared, "told with other words")


def _place(
    tally: _Tally, left: Features, right: Features, words: Weights, weights: LinkWeights
) -> None:
    if not left.place or not right.place:
        return
    shared = left.place & right.place
    if shared:
        bits = min(sum(min(words[w], weights.word_cap) for w in shared), weights.place_cap)
        tally.add(bits, "both in " + ", ".join(sorted(shared)))
    else:
        tally.add(weights.other_place, "different places")


def _scope(tally: _Tally, left: Features, right: Features, weights: LinkWeights) -> None:
    parts = [f.claim.scope is Scope.PART or f.claim.part_of is not None for f in (left, right)]
    if parts[0] != parts[1]:
        tally.add(weights.other_scope, "a part beside a whole")


def _figure(tally: _Tally, left: Features, right: Features, weights: LinkWeights) -> None:
    if left.figure is None or right.figure is None:
        return
    if left.figure == right.figure or set(left.figure) & set(right.figure) - {None}:
        tally.add(min(coincidence(left.figure), weights.figure_cap), "the same figure")
    elif left.claim.article_id == right.claim.article_id and not _told_apart(left, right):
        tally.add(weights.same_article_other_figure, "two figures of one article")


def _same_article_event(
    tally: _Tally, left: Features, right: Features, weights: LinkWeights
) -> None:
    """An article that names two days mostly tells of two events."""
    one, other = left.claim, right.claim
    if one.article_id == other.article_id and one.when != other.when:
        tally.add(weights.same_article_other_day, "two days of one article")


def _told_apart(left: Features, right: Features) -> bool:
    claims = (left.claim, right.claim)
    return (
        any(c.phase is not None or c.status is Status.RETRACTED for c in claims)
        or claims[0].restates == claims[1].span
        or claims[1].restates == claims[0].span
        or Section.HEADLINE in (claims[0].section, claims[1].section)
    )


def coincidence(figure: tuple[Decimal | None, Decimal | None]) -> float:
    """How many bits an equal figure is worth: what chance would rarely bring about.

    A 2 is everywhere and says nothing; each further significant digit says log2(10) bits, and
    figures beyond a dozen a little more for their size.
    """
    value = figure[0] if figure[0] is not None else figure[1]
    if value is None or value == 0:
        return 0.0
    digits = len(str(abs(value).normalize().as_tuple().digits)) // 3
    size = max(0, abs(value).adjusted())
    if abs(value) <= 12 and value == value.to_integral_value():
        return 0.5
    return 2.2 * digits + min(size, 6) * 0.7


def _day(tally: _Tally, left: Features, right: Features, weights: LinkWeights) -> None:
    one, other = left.day, right.day
    if one is None or other is None:
        return
    gap = _gap(one, other)
    if gap is None:
        return
    if gap > 30:
        tally.add(weights.other_season, "different times")
    elif gap > 0 and left.claim.kind != "caravan_size":
        tally.add(weights.other_day, "different days")


def _gap(one: Period, other: Period) -> int | None:
    """Days between two periods; a month apart for patterns that cannot meet on one weekday."""
    left, right = one.days(), other.days()
    if left is None or right is None:
        if one.pattern and other.pattern and one.pattern != other.pattern:
            return 1 if one.pattern[:6] == other.pattern[:6] else None
        return None
    return days_between(left, right)
