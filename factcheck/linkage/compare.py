"""Two claims compared feature by feature, in bits of evidence that they answer one question.

After Fellegi and Sunter (1969): each feature has ordered levels (same, related, unknown,
different), each level a weight, and the weights add up. What the text does not say counts
neither for nor against. Words weigh by how rare they are in the batch, and an equal figure by
how improbable the coincidence is.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import replace

from factcheck.kinds import EventDate, EventTime
from factcheck.linkage.days import day_levels, earlier_levels, event_day_levels
from factcheck.linkage.evidence import Evidence, Level
from factcheck.linkage.features import Features, Words
from factcheck.linkage.figures import dimension_of, figure_levels
from factcheck.linkage.spelling import shared_names
from factcheck.linkage.weights import LinkWeights
from factcheck.models import Dimension, Phase, Quantity, Scope, Status

_MOST_BY_NAMES = 8.0  # bits: names tell the story more than the question
_RARE_ENOUGH = 7.0  # bits beyond which a single word adds no more


def compare(
    left: Features, right: Features, words: Words, weights: LinkWeights, rivals: float
) -> Evidence:
    """The evidence that two claims of one family answer one question.

    `rivals` is how many claims of the family an article has on average: the more there are,
    the less likely any one of them is the one.
    """
    if apart(left, right):
        return Evidence(weights.veto, ("they cannot be of one thing",))
    total = 0.0
    reasons: list[str] = []
    for level in levels(left, right, words, rivals):
        bits = weights.of(level.name) * level.amount
        total += bits
        if level.reason and abs(bits) >= 0.05:
            reasons.append(f"{level.reason} ({bits:+.1f})")
    return Evidence(total, tuple(reasons))


def apart(left: Features, right: Features) -> bool:
    """Whether nothing can make the two answer one question: sums in two currencies, figures per
    day and per year, a depth and a length, the day on which somebody unnamed spoke, and figures of
    one sentence, unless the text tells a change ("from 5,000 to 2,000"), a correction, or the same
    in another unit."""
    one, other = left.claim, right.claim
    if (one.status is Status.DENIED) != (other.status is Status.DENIED):
        return True  # a denied figure is nobody's answer
    if _other_currency(one.quantity, other.quantity) or left.hearsay or right.hearsay:
        return True
    if left.extents and right.extents and left.extents.isdisjoint(right.extents):
        return True
    places = [(c.article_id, c.part, c.sentence) for c in (one, other)]
    if places[0] != places[1]:
        return False
    if other.restates == one.span or one.restates == other.span:
        return False
    if Status.RETRACTED in (one.status, other.status):
        return False
    return {one.phase, other.phase} != {Phase.START, Phase.LATER}


def _other_currency(one: Quantity | None, other: Quantity | None) -> bool:
    """A bare "$" may be any dollar, so it meets each of them."""
    if one is None or other is None:
        return False
    if one.per is not None and other.per is not None and one.per != other.per:
        return True
    if one.dimension is not Dimension.MONEY or one.unit == other.unit:
        return False
    return "dollar" not in (one.unit, other.unit)


def levels(left: Features, right: Features, words: Words, rivals: float) -> Iterator[Level]:
    """Every level the pair reaches, in the order compared.

    What speaks against one question weighs less where both give the same specific figure:
    two reporters who print 1,307,000 mean one thing, however they put it. An equal figure of
    two things ("3,360 houses", "3,360 residents") is itself worth less.
    """
    event = isinstance(left.claim, EventDate | EventTime)
    yield Level("event_prior" if event else "prior", 1.0, "")
    yield Level("rivals", math.log2(max(1.0, rivals)), "")
    figure = list(figure_levels(left, right))
    compared = list(_compared(left, right, words, event=event))
    if any(level.name == "different_head" for level in compared):
        figure = [replace(level, amount=level.amount * _SOFTER) for level in figure]
    specific = any(level.name in _AGREEING and level.amount >= _SPECIFIC for level in figure)
    yield from figure
    names = {level.name for level in (*figure, *compared)}
    if not event and names.isdisjoint(_TELLING) and not _is_the_question(left, right):
        yield Level("nothing_tells", 1.0, "nothing says that both count one thing")
    for level in compared:
        if specific and level.name in _SOFTENED:
            yield Level(level.name, level.amount * _SOFTER, level.reason)
        else:
            yield level


# What says that two figures count one thing; without any of it they are merely not unlike.
_TELLING = frozenset({
    "same_figure", "near_figure", "same_head", "same_predicate", "shared_modifiers",
    "same_measured", "shared_measured", "shared_clause", "shared_place",
})  # fmt: skip
_AGREEING = frozenset({"same_figure"})
_SPECIFIC = 3.0  # bits from which on an equal figure is no accident
_SOFTER = 0.4
_FARE = 0.3
_SOFTENED = frozenset({
    "related_head", "different_predicate", "other_measured", "other_modifiers",
    "other_scope", "nothing_shared", "people_beside_things", "other_place", "other_names",
    "other_dimension", "other_kind",
})  # fmt: skip


def _compared(left: Features, right: Features, words: Words, *, event: bool) -> Iterator[Level]:
    yield from _kind(left, right)
    if event:
        yield from event_day_levels(left, right)
        yield from earlier_levels(left, right)
    else:
        yield from _head(left, right, words)
        yield from _measured(left, right, words)
        yield from _measure(left, right)
        yield from _scope(left, right)
        yield from day_levels(left, right)
        yield from earlier_levels(left, right)
    yield from _predicate(left, right, words)
    yield from _modifiers(left, right, words)
    yield from _clause(left, right, words)
    yield from _place(left, right, words)
    yield from _outlook(left, right)
    yield from _names(left, right, words)


def _rarity(shared: Iterable[str], words: Words) -> float:
    return sum(min(words[word], _RARE_ENOUGH) for word in shared)


def _listed(shared: Iterable[str]) -> str:
    return ", ".join(sorted(shared))


def _kind(left: Features, right: Features) -> Iterator[Level]:
    one, other = left.claim.kind, right.claim.kind
    if one == other:
        yield Level("kind_bits", left.shared_bits, f"both are {one}")
    else:
        if left.plain == right.plain:
            # The migrants of one report may be the caravan of another; homes that are damaged
            # are not those in the dark.
            people = _counts_people(left) and _counts_people(right)
            asked = left.is_the_question and right.is_the_question
            name = "other_kind" if people and not asked else "other_question"
        else:
            plain, special = (left, right) if left.plain else (right, left)
            name = "plain_kind" if _may_be(plain, special) else "other_deed"
        yield Level(name, 1.0, f"{one} beside {other}")


def _may_be(plain: Features, special: Features) -> bool:
    """Whether a count without a kind may be of the kind of another: "40 officers", but not the 900
    officers who were deployed, nor those who were on duty, among whom 40 were hurt."""
    told = plain.clause if plain.predicate is None else {plain.predicate}
    return special.predicate in told or told <= special.clause


def _is_the_question(left: Features, right: Features) -> bool:
    return left.is_the_question and left.claim.kind == right.claim.kind


def _asks_of_a_figure(left: Features, right: Features) -> bool:
    """Whether the words around two figures, and not their kind, tell the question."""
    return left.figure is not None and not _is_the_question(left, right)


def _head(left: Features, right: Features, words: Words) -> Iterator[Level]:
    one, other = left.head, right.head
    if one is None or other is None:
        counts = dimension_of(left) is Dimension.COUNT and not _is_the_question(left, right)
        if one != other and counts:
            yield Level("unknown_head", 1.0, f"{one or other} beside something unnamed")
        return
    if left.generic and right.generic and dimension_of(left) is not Dimension.PERCENT:
        yield Level("generic_heads", 1.0, "both count people")
    elif one == other:
        yield Level("same_head", _rarity((one,), words), f"both count {one}")
    elif _related(left, right):
        yield Level("related_head", 1.0, f"{one} beside {other}")
    else:
        yield Level("different_head", 1.0, f"{one} is not {other}")


def _related(left: Features, right: Features) -> bool:
    """Whether one head may stand for the other: "people" for soldiers, "gel" for dynamite gel.
    A share of the staff is never one of the residents, though both are people."""
    if left.head in right.modifiers or right.head in left.modifiers:
        return True
    if _people_beside_things(left, right):
        return False
    return (left.generic or right.generic) and dimension_of(left) is not Dimension.PERCENT


def _predicate(left: Features, right: Features, words: Words) -> Iterator[Level]:
    one, other = left.predicate, right.predicate
    if _is_the_question(left, right):
        return  # that both were killed is known from both being deaths
    if left.figure is None and (left.speech or right.speech):
        yield Level("speech", 1.0, "the day is that of what was said")
    if one is None or other is None:
        if one != other and left.figure is None:
            yield Level("unknown_event", 1.0, "what happened is left out of one")
        return
    figures = left.figure is not None
    if one == other:
        roles = left.claim.question.patient == right.claim.question.patient
        if roles or not figures:
            yield Level("same_predicate", _rarity((one,), words), f"both {one}")
        else:
            yield Level("other_role", 1.0, f"one does, one suffers: {one}")
    elif one in right.clause or other in left.clause:
        return
    else:
        name = "different_predicate" if figures else "other_event"
        yield Level(name, 1.0, f"{one} is not {other}")


def _modifiers(left: Features, right: Features, words: Words) -> Iterator[Level]:
    shared = left.modifiers & right.modifiers
    if shared:
        name = "shared_participants" if left.figure is None else "shared_modifiers"
        yield Level(name, _rarity(shared, words), f"both of {_listed(shared)}")
    elif left.modifiers and right.modifiers and _asks_of_a_figure(left, right):
        yield Level("other_modifiers", 1.0, "restricted differently")


def _clause(left: Features, right: Features, words: Words) -> Iterator[Level]:
    told = {left.head, right.head, left.predicate, right.predicate}
    told |= left.modifiers & right.modifiers
    shared = (left.clause & right.clause) - told
    if shared:
        amount = _overlap(shared, left.clause, right.clause, words)
        yield Level("shared_clause", amount, f"told with {_listed(shared)}")
    elif len(left.clause) > 2 and len(right.clause) > 2 and not _is_the_question(left, right):
        yield Level("nothing_shared", 1.0, "told with other words")
    around = (left.around & right.around) - shared - told
    if around:
        amount = _overlap(around, left.around, right.around, words)
        yield Level("shared_around", amount, f"beside {_listed(around)}")


def _overlap(
    shared: Iterable[str], one: frozenset[str], other: frozenset[str], words: Words
) -> float:
    """From 0 to 1: how much of the shorter of two bags of words is shared, by rarity. One rare
    word is added to the shorter, so that a bag of one word cannot be shared in full."""
    shorter = min(_rarity(one, words), _rarity(other, words))
    return _rarity(shared, words) / (shorter + _RARE_ENOUGH)


def _measured(left: Features, right: Features, words: Words) -> Iterator[Level]:
    if not left.measured or not right.measured:
        return
    shared = left.measured & right.measured
    if left.measured_head == right.measured_head:
        yield Level("same_measured", _rarity(shared, words), f"both of {left.measured_head}")
    elif shared:
        yield Level("shared_measured", _rarity(shared, words), f"both of {_listed(shared)}")
    else:
        reason = f"{left.measured_head} is not {right.measured_head}"
        named = [f.measured_head in f.names for f in (left, right)]
        # "Ruth Castellan received 1.9 million votes" is not told of Grace Odom; but the Stella
        # Nova may be the vessel, and an alderman may be spelled in two ways.
        if all(named) and not shared_names(left.measured, right.measured):
            yield Level("other_holder", 1.0, reason)
        elif not any(named):
            yield Level("other_measured", 1.0, reason)


def _measure(left: Features, right: Features) -> Iterator[Level]:
    """Whether the two measure in one way: people or things, per day or in all."""
    one, other = left.claim.quantity, right.claim.quantity
    if one is None or other is None:
        return
    if (one.per is None) != (other.per is None):
        # Whoever names a fare need not say that each of the passengers pays it.
        fare = one.dimension is Dimension.MONEY and "person" in (one.per, other.per)
        yield Level("other_rate", _FARE if fare else 1.0, "one is a rate")
    if one.dimension != other.dimension:
        yield Level("other_dimension", 1.0, f"{one.dimension} beside {other.dimension}")
    if _people_beside_things(left, right):
        yield Level("people_beside_things", 1.0, "people beside things")


def _people_beside_things(left: Features, right: Features) -> bool:
    """Whether one counts people and the other something else: 16 members, 16 branches."""
    if left.head is None or right.head is None:
        return False
    return _counts_people(left) != _counts_people(right)


def _counts_people(one: Features) -> bool:
    """Whether people are counted: "77 people", and "77 lives" no less."""
    quantity = one.claim.quantity
    return one.generic or (quantity is not None and quantity.unit == "person")


def _names(left: Features, right: Features, words: Words) -> Iterator[Level]:
    if not left.names or not right.names:
        return
    shared = shared_names(left.names, right.names)
    if shared:
        amount = min(_rarity(shared, words), _MOST_BY_NAMES)
        yield Level("shared_names", amount, f"both name {_listed(shared)}")
    elif left.figure is not None and left.claim.article_id != right.claim.article_id:
        # within one article a name is not said again and again
        yield Level("other_names", 1.0, "no name in common")


def _place(left: Features, right: Features, words: Words) -> Iterator[Level]:
    if not left.place or not right.place:
        return
    shared = left.place & right.place
    if shared:
        yield Level("shared_place", _rarity(shared, words), f"both in {_listed(shared)}")
    else:
        yield Level("other_place", 1.0, "different places")


def _scope(left: Features, right: Features) -> Iterator[Level]:
    parts = [f.claim.scope is Scope.PART or f.claim.part_of is not None for f in (left, right)]
    if parts[0] != parts[1]:
        yield Level("other_scope", 1.0, "a part beside a whole")
    others = [f.claim.scope is Scope.OTHERS for f in (left, right)]
    if others[0] != others[1]:
        yield Level("others_beside", 1.0, "those beyond a first figure")


def _outlook(left: Features, right: Features) -> Iterator[Level]:
    if left.supposed != right.supposed:
        yield Level("other_world", 1.0, "one is only supposed")
    if left.ahead != right.ahead:
        yield Level("other_outlook", 1.0, "one lies ahead, one is told as done")
