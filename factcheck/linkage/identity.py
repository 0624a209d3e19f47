"""Whether two claims with differing answers are on one question: no contradiction without identity.

Reports of one event are full of figures that are worded alike and count different things: "12
navy ships" and "three vessels", the patients of two hospitals, the jobs of two months. That two
answers differ is itself evidence that their questions do. So such a pair is one question only
where its identity is positive, by one of a few tests, and where no slot of the question differs.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.linkage.cannot_link import restated_or_changed
from factcheck.linkage.compare import copied_share, listed, rarity
from factcheck.linkage.differences import are_two, differences, of_one_event
from factcheck.linkage.distances import one_extent, one_way
from factcheck.linkage.evidence import Level
from factcheck.linkage.features import Features, WordWeights
from factcheck.linkage.figures import (
    closeness,
    dimension_of,
    gap,
    has_risen,
    set_against,
    states_change,
)
from factcheck.linkage.model import IdentityWeights, Strength, comparison
from factcheck.linkage.spelling import shared_names
from factcheck.linkage.synonyms import synonyms
from factcheck.models import Dimension

# What shows that two figures are of one attribute; all else only that they stand in one place.
_NAMING = frozenset({
    "stated_in_turn", "copied", "one_of_its_kind", "same_head", "same_measured", "measured_frame",
    "same_predicate", "same_origin", "one_extent",
})  # fmt: skip


# What is no word of either question, and so weighs less than any slot that is open.
_CLOSE = "their figures are close"
_SPOKEN = frozenset({"statement"})  # the frame of what is said, in `frames.toml`


@dataclass(slots=True)
class Identity:
    """The identity of a pair: its strength, with the slots that fit and those that are open or
    differ, in words; `score` ranks those that are merely possible."""

    strength: Strength
    fits: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    score: float = 0.0

    def weakened(self, by: float, weights: IdentityWeights) -> Identity:
        """The same identity with its score lowered."""
        score = self.score - by
        strength = min(self.strength, weights.strength(score))
        return Identity(strength, self.fits, self.against, score)


def may_be_identical(left: Features, right: Features) -> bool:
    """Whether two claims pass a cheap test before `identity` is computed. For a pair that fails,
    `identity` would find nothing that fits, no likely identity and no score above 0."""
    if are_two(left, right):
        return False
    if left.figure is not None or (left.speech and right.speech) or of_one_event(left, right):
        return True
    if left.predicate is None or right.predicate is None:
        return left.lead and right.lead
    return (
        left.predicate in right.clause
        or right.predicate in left.clause
        or not left.beside.isdisjoint(right.beside)
        or not left.modifiers.isdisjoint(right.modifiers)
        or bool(shared_names(left.names, right.names))
    )


def identity(
    left: Features, right: Features, words: WordWeights, weights: IdentityWeights
) -> Identity:
    """Compute how sure it is that two claims with differing answers answer one question."""
    against = []
    for one in differences(left, right):
        against.append(one)
        if one.hard:
            return Identity(Strength.DIFFERENT, (), tuple(one.reason for one in against))
    reasons = tuple(one.reason for one in against)
    levels = [*(_days if left.figure is None else _figures)(left, right, words)]
    levels += _difference(left, right, weights)
    score, named_fits = -sum(weights.against[one.slot] for one in against), list[str]()
    for level in levels:
        weight = weights.fits[level.name] * level.amount
        score += weight
        if level.reason and weight > 0:
            named_fits.append(level.reason)
    fits = () if against and named_fits == [_CLOSE] else tuple(named_fits)
    strength = weights.strength(score)
    count = left.figure is not None and dimension_of(left) is Dimension.COUNT
    # "46 people in Britain", "52 people in Britain": that both are people names no question
    naming = _NAMING - {"same_head"} if left.head in synonyms().anyone else _NAMING
    named = not count or any(level.name in naming for level in levels)
    far = strength is Strength.LIKELY and _too_far(left, right, weights)
    if not named or far or any(one.asked for one in against):
        strength = min(strength, Strength.POSSIBLE)
    return Identity(strength, fits, reasons, score)


def _too_far(left: Features, right: Features, weights: IdentityWeights) -> bool:
    """Whether two figures lie so far apart that they are hardly ever of one question: the "118
    people" rescued from a ferry, and the "14 people" whom one boat picked up."""
    found = gap(left, right)
    same = left.claim.article_id == right.claim.article_id
    stated = same and set_against(left, right)  # a headline beside its own article
    if found is None or stated or has_risen(left, right):
        return False
    return found.width > math.log(weights.far)


def _difference(left: Features, right: Features, weights: IdentityWeights) -> Iterator[Level]:
    """Levels for the difference of two figures: those of one question mostly lie close, or one is
    stated as a change of the other."""
    if states_change(left, right):
        yield Level("stated_as_changed", 1.0, "one is stated as what the figure changed to")
    found = gap(left, right)
    if found is not None:
        amount = closeness(found, weights.spread, weights.stray)
        reason = _CLOSE if found.width else "both give the same number"  # "over 90", "up to 90"
        vague = any(one.claim.quantity and one.claim.quantity.vague for one in (left, right))
        reason = reason if amount >= weights.close and not vague else ""  # all is near "thousands"
        yield Level("closeness", amount, reason)


def _figures(left: Features, right: Features, words: WordWeights) -> Iterator[Level]:
    """Levels that speak for one question of two figures."""
    known = comparison()
    if restated_or_changed(left, right):
        yield Level("stated_in_turn", 1.0, "one article gives both in turn")
    if _is_copied(left, right):
        yield Level("copied", 1.0, "the sentence is copied")
    compared = {left.head, right.head, left.predicate, right.predicate}
    shared = (left.clause & right.clause) - compared
    bits = rarity(shared, words)
    head = left.head is not None and left.head == right.head
    measured = left.measured_head is not None and left.measured_head == right.measured_head
    predicate = left.predicate is not None and left.predicate == right.predicate
    if left.is_the_question and left.claim.kind == right.claim.kind:
        yield Level("one_of_its_kind", left.shared_bits / known.much, f"both give the {left.label}")
    if measured and left.measured_head in left.names and left.measured_head in right.names:
        yield Level("named_bearer", 1.0, f"both are about “{left.measured_head}”")
    beside = (left.around & right.around | left.names & right.names) - compared
    beside -= left.themes & right.themes
    alone = left.sort_size == 1 and right.sort_size == 1
    sole = alone and (head or measured) and rarity(beside, words) >= known.setting
    if sole:
        what = left.head if head else left.measured_head
        yield Level("only_one", 1.0, f"each mentions only one “{what}”")
    if head and left.whole and left.whole == right.whole:
        yield Level("same_whole", 1.0, f"both are some of the “{left.whole}”")
    if one_way(left, right):
        ends = listed((left.origin | left.measured) & (right.origin | right.measured))
        yield Level("same_origin", 1.0, f"both from {ends}")
    extent = one_extent(left, right)
    if (
        _only_extent(left, right)
        and extent
        and not (left.measured_head and right.measured_head and not measured)
    ):
        yield Level("one_extent", 1.0, f"each gives only one {extent}")
    if predicate and (head or measured) and bits >= known.identifying:
        yield Level("same_words", 1.0, "both use the same words")
    if head:
        yield Level("same_head", 1.0, "" if sole else f"both count “{left.head}”")
    common = left.themes & right.themes  # what the reports name throughout tells no figure apart
    if measured and not (head and left.head == left.measured_head):  # one noun speaks once
        repeated = (sole and not head) or left.measured_head in common
        reason = "" if repeated else f"both are about “{left.measured_head}”"
        yield Level("same_measured", 1.0, reason)
    elif extent and (left.measured_head is None or right.measured_head is None):
        reason = "" if _only_extent(left, right) else f"both give the {extent}"
        yield Level("same_measured", 1.0, reason)
    elif left.measured_frames & right.measured_frames:
        reason = f"“{left.measured_head}” and “{right.measured_head}” may be one"
        yield Level("measured_frame", 1.0, reason)
    if predicate:
        yield Level("same_predicate", 1.0, f"both say “{left.predicate}”")
    telling = shared - common
    enough = rarity(telling, words) >= known.identifying
    reason = f"both mention {listed(telling)}" if enough else ""
    yield Level("shared_clause", min(bits, known.much) / known.much, reason)
    yield from _beside(left, right)


def _beside(left: Features, right: Features) -> Iterator[Level]:
    """Levels for what else two figures share: names of their sentences, their place, their
    speaker."""
    if left.names & right.names:
        yield Level("shared_names", 1.0, "")
    if left.lead and right.lead:
        yield Level("both_lead", 1.0, "")
    if left.claim.attribution and left.claim.attribution == right.claim.attribution:
        yield Level("same_speaker", 1.0, f"both quote {left.claim.attribution}")


def _is_copied(left: Features, right: Features) -> bool:
    """Whether two articles have one sentence, too long to be equal by accident."""
    known, shorter = comparison(), min(len(left.sentence), len(right.sentence))
    elsewhere = left.claim.article_id != right.claim.article_id
    return (
        elsewhere and shorter >= known.long and copied_share(left, right) >= known.copied_differing
    )


def _only_extent(left: Features, right: Features) -> bool:
    """Whether each of two articles gives one figure of this extent only: "moving at 16 mph with
    winds of 110 mph" gives two speeds."""
    one_each = left.extent_size == 1 and right.extent_size == 1
    return one_each and left.claim.article_id != right.claim.article_id


def _happens_once_to(left: Features, right: Features) -> str:
    """The shared subject of two days whose verb can be true of it only once: "the [ferry] sank";
    not "people died", who may be others."""
    if left.predicate not in synonyms().once:
        return ""
    shared = left.measured & right.measured
    named = shared & left.names & right.names
    if left.anybodys or right.anybodys:
        shared = named
    return listed(shared)


def _days(left: Features, right: Features, words: WordWeights) -> Iterator[Level]:
    """Levels that speak for one event of two days: its predicate and participants."""
    known = comparison()
    speech = left.speech or right.speech
    if left.speech and right.speech and left.measured & right.measured & left.names:
        said = (left.around & right.around) - left.measured - right.measured
        if rarity(said, words) >= known.half * known.identifying:
            doer = listed(left.measured & right.measured)
            yield Level(
                "same_statement", 1.0, f"both are what {doer} said, and mention {listed(said)}"
            )
    if left.predicate is None or right.predicate is None:
        if left.lead and right.lead:
            yield Level("both_lead", 1.0, "")
        return
    shared = left.modifiers & right.modifiers
    shorter = min(len(left.modifiers), len(right.modifiers))
    common = left.themes & right.themes  # what the reports name throughout identifies no event
    named = shared_names(left.names, right.names) - common
    bits = rarity((shared | named) - common, words)
    same = left.predicate == right.predicate
    enough = len(shared) >= known.half * shorter or bool(shared and named)
    both = bool(shared) and enough and bits >= known.identifying
    subject = _happens_once_to(left, right) if same else ""
    sole = left.sort_size == 1 and right.sort_size == 1 and left.event_noun and right.event_noun
    if same and sole:
        yield Level("only_one", 1.0, f"each mentions only one “{left.predicate}”")
    elif left.hours == 1 and right.hours == 1 and left.frames & right.frames:
        yield Level("one_hour", 1.0, "each gives one hour for such an event")
    if subject:
        yield Level("happens_once", 1.0, f"both say it of {subject}, to which it happens once")
    elif same and both and not speech:
        yield Level(
            "same_event_noun", 1.0, f"both say “{left.predicate}” and mention {listed(shared)}"
        )
    elif same and shared:
        yield Level("same_verb", 1.0, f"both say “{left.predicate}”")
    elif left.frames & right.frames:
        verbs = f"“{left.predicate}” and “{right.predicate}” may be one event"
        reason = f"both say “{left.predicate}”" if same else verbs
        spoken = left.frames & right.frames == _SPOKEN  # people speak on any day
        yield Level("same_frame", 1.0, "" if spoken else reason)
    elif both and (left.predicate in right.clause or right.predicate in left.clause):
        yield Level("verb_around", 1.0, f"both mention {listed(shared)}")
    if left.beside & right.beside:
        yield Level("tied_by_figure", 1.0, "both sentences give the same other figure")
    yield Level("shared_participants", min(bits, known.much) / known.much, "")
    if left.given > 1 or right.given > 1:
        yield Level("given_often", 1.0, "")
    if speech:
        yield Level("speech", 1.0, "")
