"""Whether two claims with differing answers are on one question: no contradiction without identity.

Reports of one event are full of figures that are worded alike and count different things: "12
navy ships" and "three vessels", the patients of two hospitals, the jobs of two months. That two
answers differ is itself evidence that their questions do. So such a pair is one question only
where no slot of the question excludes it, and where all that its two claims share outweighs all
that they do not, by weights that were fitted on news in which every contradiction is known.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from factcheck.linkage.cannot_link import restated_or_changed
from factcheck.linkage.compare import copied_share, levels, listed, rarity
from factcheck.linkage.differences import differences
from factcheck.linkage.distances import one_extent, one_way
from factcheck.linkage.evidence import IDENTITY_LEVELS, Difference, Level
from factcheck.linkage.features import Features, WordWeights
from factcheck.linkage.figures import (
    closeness,
    gap,
    has_risen,
    one_dimension,
    set_against,
    shared_figure,
    states_change,
    two_speakers,
)
from factcheck.linkage.model import DifferingWeights, IdentityWeights, Strength, comparison
from factcheck.linkage.nearby import shared_nearby
from factcheck.linkage.spelling import shared_names
from factcheck.linkage.synonyms import synonyms
from factcheck.linkage.time_levels import time_levels
from factcheck.models import Dimension

# What shows that two figures are of one attribute; all else only that they stand in one place.
_NAMING = frozenset({
    "stated_in_turn", "copied", "one_of_its_kind", "same_head", "same_measured", "measured_frame",
    "same_predicate", "same_origin", "one_extent",
})  # fmt: skip


# What is no word of either question, and so weighs less than any slot that is open.
_CLOSE = "their figures are close"
_SPOKEN = frozenset({"statement"})  # the frame of what is said, in `frames.toml`
_CONTRASTS = frozenset({"contrast", "names"})  # the slots in which parallel sentences differ


@dataclass(slots=True)
class Resemblance:
    """How well two claims with differing answers fit one question, before other claims are seen:
    the log-odds, what fits and what is open or differs, in words. Where they `differ` in a slot
    that excludes one question, nothing else is computed. An identity is never surer than `at_most`,
    nor likely where their figures lie `far` apart. It is `doubted` where only one claim tells what
    happened to those that both count."""

    score: float
    fits: tuple[str, ...]
    against: tuple[str, ...]
    differ: bool = False
    at_most: Strength = Strength.SURE
    far: bool = False
    doubted: bool = False


@dataclass(slots=True)
class Identity:
    """The identity of a pair: its strength, with the slots that fit and those that are open or
    differ, in words; `score`, in log-odds, ranks those that are merely possible. One that is
    `doubted` speaks against joining the two with others."""

    strength: Strength
    fits: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    score: float = -math.inf
    doubted: bool = False

    def weakened(self, by: float, weights: IdentityWeights) -> Identity:
        """The same identity with its score lowered."""
        score = self.score - by
        strength = min(self.strength, weights.strength(score))
        return replace(self, strength=strength, score=score)


def identity(
    left: Features, right: Features, words: WordWeights, weights: IdentityWeights
) -> Identity:
    """The identity of two claims with differing answers that no other match competes with."""
    return identity_of(resemblance(left, right, words, weights), left, weights)


def identity_of(
    pair: Resemblance,
    left: Features,
    weights: IdentityWeights,
    margin: float = math.inf,
    agreement: float = -math.inf,
) -> Identity:
    """The identity of a pair that is ahead of the best competing match by `margin`, where the
    article of one claim agrees with the other by `agreement`, both in log-odds."""
    if pair.differ:
        return Identity(Strength.DIFFERENT, (), pair.against)
    fitted = _of_its_sort(left, weights)
    ahead = min(max(margin, -weights.clear), weights.clear)
    agreed = min(max(agreement, weights.agreeing_from), weights.agreeing_to)
    score = fitted.base + fitted.own * pair.score + fitted.margin * ahead
    score += fitted.agreement * (agreed - weights.agreeing_from)
    strength = min(weights.strength(score), pair.at_most)
    if pair.far and strength is Strength.LIKELY:
        strength = Strength.POSSIBLE
    return Identity(strength, pair.fits, pair.against, score, pair.doubted)


def _of_its_sort(one: Features, weights: IdentityWeights) -> DifferingWeights:
    return weights.days if one.figure is None else weights.figures


def resemblance(
    left: Features, right: Features, words: WordWeights, weights: IdentityWeights
) -> Resemblance:
    """Compute how well two claims with differing answers fit one question."""
    against = []
    for one in differences(left, right):
        against.append(one)
        if one.hard:
            return Resemblance(-math.inf, (), tuple(one.reason for one in against), differ=True)
    fitted = _of_its_sort(left, weights)
    own = [*own_levels(left, right, words, weights)]
    reached, weight_of = _reached(left, right, words, own, against), fitted.levels.get
    score = fitted.constant + sum([weight_of(one.name, 0.0) * one.amount for one in reached])
    fits = tuple(level.reason for level in own if level.reason)
    if against and fits == (_CLOSE,):
        fits = ()
    counts = left.figure is not None and one_dimension(left, right) is Dimension.COUNT
    named = not counts or _named(left, own)
    asked = not (named and fits) or any(one.asked for one in against)
    return Resemblance(
        score,
        fits,
        tuple(one.reason for one in against),
        at_most=Strength.POSSIBLE if asked else Strength.SURE,
        far=_too_far(left, right, weights),
        doubted=any(one.asked and one.slot == "kind" for one in against),
    )


def differing_levels(
    left: Features, right: Features, words: WordWeights, weights: IdentityWeights
) -> list[tuple[str, float]]:
    """The name and amount of each level that a pair with differing answers reaches: those of any
    pair, those of its own, and the slots in which it differs."""
    own = own_levels(left, right, words, weights)
    reached = _reached(left, right, words, own, differences(left, right))
    return [(level.name, level.amount) for level in reached]


def _reached(
    left: Features,
    right: Features,
    words: WordWeights,
    own: Iterable[Level],
    against: Iterable[Difference],
) -> list[Level]:
    """The levels that weigh where two answers differ."""
    slots = dict.fromkeys([one.slot for one in against])
    # A contrast is a difference too, so that without one there is none to be looked for again.
    contrasting = one_way(left, right) or not _CONTRASTS.isdisjoint(slots)
    return [
        *levels(left, right, words, contrasting),
        *[level for level in own if level.name in IDENTITY_LEVELS],
        *[Level(f"differs_{slot}", 1.0, "") for slot in slots],
    ]


def _named(left: Features, own: list[Level]) -> bool:
    """Whether the text names what both count: "46 people in Britain", "52 people in Britain" are
    both people, which names no question."""
    naming = _NAMING - {"same_head"} if left.head in synonyms().anyone else _NAMING
    return any(level.name in naming for level in own)


def _too_far(left: Features, right: Features, weights: IdentityWeights) -> bool:
    """Whether two figures lie so far apart that they are hardly ever of one question: the "118
    people" rescued from a ferry, and the "14 people" whom one boat picked up."""
    found = gap(left, right)
    same = left.claim.article_id == right.claim.article_id
    stated = same and set_against(left, right)  # a headline beside its own article
    changed = any(one.claim.phase is not None or one.claim.change for one in (left, right))
    if found is None or stated or changed or has_risen(left, right):
        return False
    return found.width > math.log(weights.far)


def own_levels(
    left: Features, right: Features, words: WordWeights, weights: IdentityWeights
) -> Iterator[Level]:
    """The levels that speak for one question of two differing answers, in words that a desk can
    read. Some are levels of any pair too, and weigh only there."""
    yield from (_days if left.figure is None else _figures)(left, right, words)
    bits, share = shared_nearby(left.nearby, right.nearby)
    much = comparison().much
    yield Level("near_bits", bits / much, "")
    yield Level("near_words", share, "")
    yield Level("few_of_sort", 1 / max(left.sort_size, right.sort_size, 1), "")
    yield from time_levels(left, right)
    if left.figure is not None:
        if referred := _referred(left, right):
            yield Level("shared_referent", min(rarity(referred, words), much) / much, "")
        yield from _difference(left, right, weights)
        tied = shared_figure(left.beside, right.beside)
        if tied is not None:
            yield Level("figure_beside", tied / much, "")
        if left.claim.when is not None and left.claim.when == right.claim.when:
            yield Level("same_day", 1.0, "")


def _referred(left: Features, right: Features) -> frozenset[str]:
    """What a pronoun of one of two sentences may refer to, where the other names it near its figure
    or has a pronoun for it too."""
    ours, theirs = left.referents, right.referents
    named = [word for word in ours if word in right.nearby]
    named += [word for word in theirs if word in left.nearby]
    return (ours & theirs).union(named)


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
        yield Level("ratio", min(found.width, comparison().widest), "")
        yield Level("ratio_room", min(found.room, comparison().widest), "")


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
        if left.of_a_body:
            yield Level("size_of_a_body", 1.0, "")
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
    if rarity(telling, words) >= known.identifying:
        amount = min(bits, known.much) / known.much
        yield Level("shared_clause", amount, f"both mention {listed(telling)}")
    yield from _beside(left, right)


def _beside(left: Features, right: Features) -> Iterator[Level]:
    """Levels for who gives two figures: one speaker, or two whom one article quotes."""
    if left.claim.attribution and left.claim.attribution == right.claim.attribution:
        yield Level("same_speaker", 1.0, f"both quote {left.claim.attribution}")
    if _quotes_two(left, right):
        yield Level("two_speakers", 1.0, "one article quotes two speakers")


def _quotes_two(left: Features, right: Features) -> bool:
    """Whether one article quotes two speakers for the two figures, of what it names in both."""
    one, other = left.claim, right.claim
    if one.article_id != other.article_id or not two_speakers(one, other):
        return False
    if left.is_the_question and one.kind == other.kind:
        return True
    nouns = (left.head, right.head), (left.measured_head, right.measured_head)
    return any(ours is not None and ours == theirs for ours, theirs in nouns)


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
    if not left.beside.isdisjoint(right.beside):
        yield Level("tied_by_figure", 1.0, "both sentences give the same other figure")
