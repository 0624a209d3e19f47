"""Whether two claims whose answers differ are about one thing: no contradiction without identity.

Reports of one event are full of figures that are told alike and count different things: "12 navy
ships" and "three vessels", the patients of two hospitals, the jobs of two months. That two answers
differ is itself evidence that their questions do. So such a pair is one question only where its
identity is positive, by one of a few tests, and where no slot of the question differs.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum

from factcheck.clauses.lexis import lexis
from factcheck.kinds import EventDate, EventTime
from factcheck.linkage.compare import (
    copied_share,
    counts_people,
    holders_differ,
    is_part,
    may_be,
    rarity,
)
from factcheck.linkage.days import days_apart
from factcheck.linkage.features import Features, Words
from factcheck.linkage.figures import dimension_of
from factcheck.linkage.spelling import shared_names
from factcheck.models import Dimension, Phase, Quantity, Scope, Status

_COPIED = 0.6  # of the runs of the shorter sentence, digits masked
_TELLING = 4.0  # bits that a shared word must say to tell which one is meant
_HALF = 0.5  # of the participants of the day with fewer
_ONE_STORY = 30  # days between two times of one event


class Strength(IntEnum):
    """How sure it is that two differing answers are to one question."""

    DIFFERENT = -1
    OPEN = 0
    POSSIBLE = 1
    LIKELY = 2
    SURE = 3


@dataclass(frozen=True, slots=True)
class Identity:
    """The strength with the slots that fit and those that are open or differ, in words."""

    strength: Strength
    fits: tuple[str, ...] = ()
    against: tuple[str, ...] = ()


def apart(left: Features, right: Features) -> bool:
    """Whether nothing can make the two answer one question: sums in two currencies, figures per
    day and per year, a depth and a length, and figures of one sentence, unless the text tells a
    change ("from 5,000 to 2,000"), a correction, or the same in another unit."""
    one, other = left.claim, right.claim
    if _other_currency(one.quantity, other.quantity):
        return True
    if left.extents and right.extents and left.extents.isdisjoint(right.extents):
        return True
    if one.article_id != other.article_id or one.sentence != other.sentence:
        return False
    return not told_in_turn(left, right)


def told_in_turn(left: Features, right: Features) -> bool:
    """Whether one text gives both as one figure: restated, corrected, or before and after."""
    one, other = left.claim, right.claim
    if one.article_id != other.article_id:
        return False
    if other.restates == one.span or one.restates == other.span:
        return True
    if Status.RETRACTED in (one.status, other.status):
        return True
    return {one.phase, other.phase} == {Phase.START, Phase.LATER}


def _other_currency(one: Quantity | None, other: Quantity | None) -> bool:
    """A bare "$" may be any dollar, so it meets each of them."""
    if one is None or other is None:
        return False
    if one.per is not None and other.per is not None and one.per != other.per:
        return True
    if one.dimension is not Dimension.MONEY or one.unit == other.unit:
        return False
    return "dollar" not in (one.unit, other.unit)


def identity(left: Features, right: Features, words: Words) -> Identity:
    """How sure it is that two claims with differing answers answer one question."""
    against = tuple(differences(left, right))
    if against:
        return Identity(Strength.DIFFERENT, (), against)
    tests = _days if left.figure is None else _figures
    strength, fits = Strength.OPEN, []
    for found, reason in tests(left, right, words):
        strength = max(strength, found)
        fits.append(reason)
    return Identity(strength, tuple(fits))


def differences(left: Features, right: Features) -> Iterator[str]:
    """The slots in which the two differ, in words."""
    if left.supposed != right.supposed:
        yield "one is only supposed"
    if left.ahead != right.ahead:
        yield "one is planned or forecast"
    if left.earlier != right.earlier:
        yield "one is told of an earlier time"
    if left.figure is None:
        return
    yield from _other_attribute(left, right)
    yield from _other_bearer(left, right)
    yield from _other_scope(left, right)
    yield from _other_occasion(left, right)


def _other_attribute(left: Features, right: Features) -> Iterator[str]:
    one, other = left.claim, right.claim
    if one.kind != other.kind:
        if left.plain == right.plain:
            yield f"{one.kind} beside {other.kind}"
        elif not may_be(*((left, right) if left.plain else (right, left))):
            yield f"{one.kind} beside {other.kind}"
    if left.head and right.head and left.head != right.head:
        people = counts_people(left) and counts_people(right)
        related = left.head in right.modifiers or right.head in left.modifiers
        if not people and not related and dimension_of(left) in (Dimension.COUNT, Dimension.RATE):
            yield f"{left.head} is not {right.head}"
    if left.measured and right.measured and not left.measured & right.measured:
        yield f"{left.measured_head} is not {right.measured_head}"
    question = left.is_the_question and one.kind == other.kind
    if left.predicate and right.predicate and not question:
        if left.predicate == right.predicate:
            if one.question.patient != other.question.patient:
                yield f"one does, one suffers: {left.predicate}"
        elif left.predicate not in right.clause and right.predicate not in left.clause:
            yield f"{left.predicate} is not {right.predicate}"
    if one.quantity and other.quantity:
        if (one.quantity.per is None) != (other.quantity.per is None):
            yield "one is a rate"
        if one.quantity.dimension != other.quantity.dimension:
            yield "they measure in two ways"


def _other_bearer(left: Features, right: Features) -> Iterator[str]:
    if holders_differ(left, right):
        yield f"{left.measured_head} is not {right.measured_head}"
    if left.modifiers and right.modifiers and not left.modifiers & right.modifiers:
        yield "restricted differently"


def _other_scope(left: Features, right: Features) -> Iterator[str]:
    if is_part(left) != is_part(right):
        yield "a part beside a whole"
    others = [one.claim.scope is Scope.OTHERS for one in (left, right)]
    if others[0] != others[1]:
        yield "one is of those beyond a first figure"
    if left.place and right.place and not left.place & right.place:
        yield "different places"


def _other_occasion(left: Features, right: Features) -> Iterator[str]:
    gap = days_apart(left.day, right.day)
    if gap is not None and (gap > _ONE_STORY or (gap > 0 and not left.moves)):
        yield "different times"


Tested = Iterator[tuple[Strength, str]]


def _figures(left: Features, right: Features, words: Words) -> Tested:
    """The tests for figures."""
    if told_in_turn(left, right):
        yield Strength.SURE, "one text tells both in turn"
    copied = copied_share(left, right)
    if copied >= _COPIED and left.claim.article_id != right.claim.article_id:
        yield Strength.SURE, "a copied sentence"
    if left.is_the_question and left.claim.kind == right.claim.kind:
        yield Strength.LIKELY, f"an event has one {left.claim.kind}"
    told = {left.head, right.head, left.predicate, right.predicate}
    shared = (left.clause & right.clause) - told
    if _same_named_bearer(left, right):
        yield Strength.LIKELY, f"both of {left.measured_head}"
    if left.head and left.head == right.head:
        same = left.predicate is not None and left.predicate == right.predicate
        if same and rarity(shared, words) >= _TELLING:
            yield Strength.LIKELY, "told in the same words"
        elif same or rarity(shared, words) >= _TELLING:
            yield Strength.POSSIBLE, f"both count {left.head}"
    elif left.measured_head and left.measured_head == right.measured_head:
        if left.predicate == right.predicate and rarity(shared, words) >= _TELLING:
            yield Strength.LIKELY, "told in the same words"
        else:
            yield Strength.POSSIBLE, f"both of {left.measured_head}"
    elif left.predicate and left.predicate == right.predicate:
        yield Strength.POSSIBLE, f"both {left.predicate}"


def _same_named_bearer(left: Features, right: Features) -> bool:
    if left.measured_head is None or left.measured_head != right.measured_head:
        return False
    return left.measured_head in left.names and left.measured_head in right.names


def _days(left: Features, right: Features, words: Words) -> Tested:
    """The tests for days: the same happening, told by its deed and by those who take part."""
    one, other = left.claim, right.claim
    assert isinstance(one, EventDate | EventTime)
    assert isinstance(other, EventDate | EventTime)
    if left.speech or right.speech or left.predicate is None or right.predicate is None:
        return
    shared = left.modifiers & right.modifiers
    shorter = min(len(left.modifiers), len(right.modifiers))
    same = left.predicate == right.predicate
    if not same:
        return
    if shared and len(shared) >= _HALF * shorter and rarity(shared, words) >= _TELLING:
        yield Strength.LIKELY, f"both {left.predicate}, with {', '.join(sorted(shared))}"
    elif shared:
        yield Strength.POSSIBLE, f"both {left.predicate}"
