"""Whether two claims whose answers differ are about one thing: no contradiction without identity.

Reports of one event are full of figures that are told alike and count different things: "12 navy
ships" and "three vessels", the patients of two hospitals, the jobs of two months. That two answers
differ is itself evidence that their questions do. So such a pair is one question only where its
identity is positive, by one of a few tests, and where no slot of the question differs.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from factcheck.linkage.compare import (
    copied_share,
    counts_people,
    holders_differ,
    is_part,
    listed,
    may_be,
    names_apart,
    rarity,
)
from factcheck.linkage.contrast import contrasts
from factcheck.linkage.days import days_apart
from factcheck.linkage.evidence import Level
from factcheck.linkage.features import Features, Words
from factcheck.linkage.figures import dimension_of
from factcheck.linkage.frames import frames_of
from factcheck.linkage.model import IdentityWeights, Strength
from factcheck.linkage.spelling import shared_names
from factcheck.linkage.synonyms import synonyms
from factcheck.models import Dimension, Phase, Quantity, Scope, Status

_COPIED = 0.6  # of the runs of the shorter sentence, digits masked
_TELLING = 4.0  # bits that a shared word must say to tell which one is meant
_SETTING = 8.0  # bits of what two sentences share that put two figures of one sort in one place
_MUCH = 10.0  # bits of shared words that are as good as certain
_LONG = 5  # runs of a sentence that is no accident twice
_HALF = 0.5  # of the participants of the day with fewer
_ONE_WEEK = 7  # days over which reports may name one event's day
_ONE_STORY = 30  # days between two times of one event


@dataclass(frozen=True, slots=True)
class Difference:
    """A slot in which two claims differ, and how, in words. A `hard` one makes two questions;
    another leaves it possible that they are one, told of with other words. One that is only to be
    `asked` about may be one question, and is never flagged."""

    slot: str
    reason: str
    hard: bool = False
    asked: bool = False


@dataclass(frozen=True, slots=True)
class Identity:
    """The strength with the slots that fit and those that are open or differ, in words; `score`
    ranks those that are merely possible."""

    strength: Strength
    fits: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    score: float = 0.0

    def weakened(self, by: float, weights: IdentityWeights) -> Identity:
        """The same with less score."""
        score = self.score - by
        return replace(self, score=score, strength=min(self.strength, weights.strength(score)))


def apart(left: Features, right: Features) -> bool:
    """Whether nothing can make the two answer one question: sums in two currencies, figures per
    day and per year, a depth and a length, and figures of one sentence, unless the text tells a
    change ("from 5,000 to 2,000"), a correction, or the same in another unit."""
    one, other = left.claim, right.claim
    if (one.status is Status.DENIED) != (other.status is Status.DENIED):
        return True  # a denied figure is nobody's answer
    if _other_currency(one.quantity, other.quantity):
        return True
    if left.extents and right.extents and left.extents.isdisjoint(right.extents):
        return True
    places = [(c.article_id, c.part, c.sentence) for c in (one, other)]
    if places[0] != places[1]:
        return False
    # "Police said Roe was 24, but records show he was 23"
    one_bearer = dimension_of(left) is Dimension.AGE and bool(left.measured & right.measured)
    return not (told_in_turn(left, right) or one_bearer)


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


def _said(kind: str) -> str:
    return kind.replace("_", " ")


def identity(left: Features, right: Features, words: Words, weights: IdentityWeights) -> Identity:
    """How sure it is that two claims with differing answers answer one question."""
    against = []
    for one in differences(left, right):
        against.append(one)
        if one.hard:
            return Identity(Strength.DIFFERENT, (), tuple(one.reason for one in against))
    reasons = tuple(one.reason for one in against)
    tests = _days if left.figure is None else _figures
    score, fits = -sum(weights.against[one.slot] for one in against), []
    for level in tests(left, right, words):
        weight = weights.fits[level.name] * level.amount
        score += weight
        if level.reason and weight > 0:
            fits.append(level.reason)
    strength = weights.strength(score)
    if any(one.asked for one in against):
        strength = min(strength, Strength.POSSIBLE)
    return Identity(strength, tuple(fits), reasons, score)


def differences(left: Features, right: Features) -> Iterator[Difference]:
    """The slots in which the two differ; what takes longest to compare comes last."""
    if left.supposed != right.supposed:
        yield Difference("status", "one is only supposed", asked=True)
    if left.ahead != right.ahead:
        yield Difference("outlook", "one is planned or forecast", asked=True)
    if left.earlier != right.earlier:
        yield Difference("earlier", "one is told of an earlier time", left.figure is not None)
    if left.figure is not None:
        yield from _other_attribute(left, right)
        yield from _other_bearer(left, right)
        yield from _other_scope(left, right)
        yield from _other_occasion(left, right)
    else:
        yield from _other_happening(left, right)
    for one, other in contrasts(left.content, right.content):
        yield Difference("contrast", f"“{one}” in place of “{other}”", hard=True)
    if names_apart(left, right):
        names = listed(left.clause_names), listed(right.clause_names)
        yield Difference("names", f"of {names[0]} and of {names[1]}", hard=True)


def _other_happening(left: Features, right: Features) -> Iterator[Difference]:
    """What tells the happenings of two days apart."""
    if left.bound or right.bound:
        yield Difference("bound", "a day only bounds what happened", hard=True)
    if left.predicate and right.predicate and left.predicate != right.predicate:
        yield Difference("predicate", f"“{left.predicate}” is not “{right.predicate}”")
    if left.measured and right.measured and not shared_names(left.measured, right.measured):
        named = left.measured & left.names and right.measured & right.names
        yield Difference("doer", "done by somebody else", bool(named))
    gap = days_apart(left.claim.when, right.claim.when)
    coarse = _length(left) > _ONE_WEEK and _length(right) > _ONE_WEEK
    if gap is not None and gap > _ONE_WEEK and not coarse:
        yield Difference("weeks", "more than a week apart")
    if _dates_another_figure(left, right):
        yield Difference("figures", "each day dates another figure")
    if left.place and right.place and not shared_names(left.place, right.place):
        yield Difference("place", "different places")


def of_two_happenings(left: Features, right: Features) -> bool:
    """Whether two days are of two things that happened, though they may be one day: parallel
    sentences with other figures and with somebody else in one place: "the mayor sold 200 shares on
    Monday", "the treasurer sold 1,500 shares on Monday"."""
    if left.figure is not None or not _dates_another_figure(left, right):
        return False
    return bool(contrasts(left.content, right.content))


def _length(one: Features) -> int:
    """How many days the time of a claim may be, beyond the first."""
    days = None if one.claim.when is None else one.claim.when.days()
    if days is None or days.low is None or days.high is None:
        return 0
    return (days.high - days.low).days


def _dates_another_figure(left: Features, right: Features) -> bool:
    """Whether the sentences of two days give figures of one sort that differ: "arrested 22 on
    Monday night", "arrested 57 on Tuesday night" are two nights."""
    ours, theirs = _figures_by_sort(left), _figures_by_sort(right)
    both = ours.keys() & theirs.keys()
    return bool(both) and all(ours[sort].isdisjoint(theirs[sort]) for sort in both)


def _figures_by_sort(one: Features) -> dict[tuple[str, ...], set[Decimal]]:
    found: defaultdict[tuple[str, ...], set[Decimal]] = defaultdict(set)
    for family, ends in one.beside:
        found[family] |= {end for end in ends if end is not None}
    return found


def _other_attribute(left: Features, right: Features) -> Iterator[Difference]:
    one, other = left.claim, right.claim
    if one.kind != other.kind and (
        left.plain == right.plain or not may_be(*((left, right) if left.plain else (right, left)))
    ):
        yield Difference("kind", f"{_said(one.kind)} beside {_said(other.kind)}", hard=True)
    question = left.is_the_question and one.kind == other.kind
    age = dimension_of(left) is Dimension.AGE
    if age and left.predicate != right.predicate:
        yield Difference("kind", "ages at two times", hard=True)
    elif left.predicate and right.predicate and not question:
        if left.predicate == right.predicate:
            if one.question.patient != other.question.patient:
                yield Difference("role", f"one does, one suffers: “{left.predicate}”", hard=True)
        elif not (
            left.predicate in right.clause
            or right.predicate in left.clause
            or left.frames & right.frames
        ):
            yield Difference("predicate", f"“{left.predicate}” is not “{right.predicate}”")
    if one.quantity and other.quantity:
        if (one.quantity.per is None) != (other.quantity.per is None):
            yield Difference("per", "one is a rate", hard=True)
        if one.quantity.dimension != other.quantity.dimension:
            yield Difference("kind", "they measure in two ways", hard=True)


def _other_bearer(left: Features, right: Features) -> Iterator[Difference]:
    if left.head and right.head and left.head != right.head:
        people = counts_people(left) and counts_people(right)
        related = left.head in right.modifiers or right.head in left.modifiers
        if dimension_of(left) in (Dimension.COUNT, Dimension.RATE) and not related:
            if not people:
                wider = left.broader == right.head or right.broader == left.head
                yield Difference("head", f"“{left.head}” is not “{right.head}”", not wider)
            elif not (left.generic or right.generic):
                yield Difference("head", f"“{left.head}” is not “{right.head}”")
    one_sort = frames_of(left.measured_head) & frames_of(right.measured_head)
    unnamed = one_sort or (
        dimension_of(left) is Dimension.AGE and (left.anybodys or right.anybodys)
    )
    if left.measured and right.measured and not left.measured & right.measured and not unnamed:
        reason = f"“{left.measured_head}” is not “{right.measured_head}”"
        yield Difference("measured", reason, holders_differ(left, right))
    if left.modifiers and right.modifiers:
        if not left.modifiers & right.modifiers:
            yield Difference("modifiers", "restricted differently")
    elif (left.modifiers or right.modifiers) and _smaller_is_restricted(left, right):
        yield Difference("modifiers", "one is restricted, and smaller", left.is_the_question)
    names = _given_names(left), _given_names(right)
    if names[0] and names[1] and not shared_names(names[0], names[1]):
        yield Difference("names", "two people of one surname", hard=True)
    for one, other in ((left, right), (right, left)):
        if one.foreign and not shared_names(one.foreign, other.names | other.themes):
            yield Difference("foreign", f"told with {listed(one.foreign)}")
            return


def _smaller_is_restricted(left: Features, right: Features) -> bool:
    """Whether the smaller of two counts restricts its noun and the larger does not: "four counts of
    fraud", "18 counts"."""
    one, other = left.answer, right.answer
    if dimension_of(left) is not Dimension.COUNT or one is None or other is None:
        return False
    smaller = left if one.implied.precedes(other.implied) else right
    return bool(smaller.modifiers)


def _given_names(one: Features) -> frozenset[str]:
    """The names before the surname of whose age a figure is."""
    if dimension_of(one) is not Dimension.AGE or one.measured_head not in one.names:
        return frozenset()
    drop = {one.measured_head, *synonyms().titles}
    return frozenset(word for word in one.measured & one.names if word not in drop)


def _other_scope(left: Features, right: Features) -> Iterator[Difference]:
    if is_part(left) != is_part(right) and (left.whole is None or left.whole != right.whole):
        yield Difference("part", "a part beside a whole", hard=True)
    if left.one_of_sorts != right.one_of_sorts and (left.generic or right.generic):
        yield Difference("part", "one of several sorts beside all of them", hard=True)
    if left.whole and right.whole and left.whole != right.whole:
        yield Difference("whole", f"of the “{left.whole}” and of the “{right.whole}”")
    split = left.takes_in & right.leaves_out or left.leaves_out & right.takes_in
    if split:
        yield Difference("part", f"only one counts the {listed(split)}", hard=True)
    others = [one.claim.scope is Scope.OTHERS for one in (left, right)]
    if others[0] != others[1]:
        yield Difference("others", "only one is told beside a first figure")
    if left.place and right.place and not shared_names(left.place, right.place):
        yield Difference("place", "different places")
    elif opposed := _opposed(left.place, right.place):
        yield Difference("place", opposed, hard=True)
    counts = dimension_of(left) is Dimension.COUNT and counts_people(left)
    if counts and not (left.total and right.total):
        yield Difference("total", "its article gives a larger figure of the same sort")


def _opposed(left: frozenset[str], right: frozenset[str]) -> str:
    """The words that tell two places of one name apart: "Upper Tarn", "Lower Tarn"."""
    for sort in synonyms().opposites:
        one, other = left & sort, right & sort
        if one and other and one.isdisjoint(other):
            return f"{listed(one)} and {listed(other)}"
    return ""


def _other_occasion(left: Features, right: Features) -> Iterator[Difference]:
    periods = left.claim.reference, right.claim.reference
    gap = days_apart(left.day, right.day)
    coarse = _length(left) > _ONE_WEEK and _length(right) > _ONE_WEEK
    if (periods[0] and periods[1] and days_apart(*periods)) or (gap and coarse):
        yield Difference("period", "of two periods", hard=True)
        return
    if gap is None or gap == 0:
        return
    if gap > _ONE_STORY:
        yield Difference("times", "different times", hard=True)
    elif not left.moves or (left.claim.question.dated and right.claim.question.dated):
        told = left.claim.phase or right.claim.phase or left.claim.change or right.claim.change
        if not (left.moves and told):
            # "arrested 22 on Monday night", "arrested 57 on Tuesday night": two nights' arrests
            anew = left.claim.question.dated and right.claim.question.dated and not told
            yield Difference("days", "different days", anew and left.rises)


def _figures(left: Features, right: Features, words: Words) -> Iterator[Level]:
    """What speaks for one question of two figures."""
    if told_in_turn(left, right):
        yield Level("told_in_turn", 1.0, "one text tells both in turn")
    copied = copied_share(left, right)
    long = min(len(left.sentence), len(right.sentence)) >= _LONG
    if copied >= _COPIED and long and left.claim.article_id != right.claim.article_id:
        yield Level("copied", 1.0, "a copied sentence")
    told = {left.head, right.head, left.predicate, right.predicate}
    shared = (left.clause & right.clause) - told
    telling = rarity(shared, words)
    head = left.head is not None and left.head == right.head
    measured = left.measured_head is not None and left.measured_head == right.measured_head
    predicate = left.predicate is not None and left.predicate == right.predicate
    if left.is_the_question and left.claim.kind == right.claim.kind:
        yield Level(
            "one_of_its_kind",
            left.shared_bits / _MUCH,
            f"{left.label}: an event has but one",
        )
    if measured and left.measured_head in left.names and left.measured_head in right.names:
        yield Level("named_bearer", 1.0, f"both of “{left.measured_head}”")
    beside = (left.around & right.around | left.names & right.names) - told
    beside -= left.themes & right.themes
    alone = left.sort_size == 1 and right.sort_size == 1
    if alone and (head or measured) and rarity(beside, words) >= _SETTING:
        what = left.head if head else left.measured_head
        yield Level("only_one", 1.0, f"the only {what} that either tells of, with {listed(beside)}")
    if head and left.whole and left.whole == right.whole:
        yield Level("same_whole", 1.0, f"both of the “{left.whole}”")
    if predicate and (head or measured) and telling >= _TELLING:
        yield Level("same_words", 1.0, "told in the same words")
    if head:
        yield Level("same_head", 1.0, f"both count “{left.head}”")
    if measured:
        yield Level("same_measured", 1.0, f"both of “{left.measured_head}”")
    elif frames_of(left.measured_head) & frames_of(right.measured_head):
        reason = f"{left.measured_head} and {right.measured_head} may be one"
        yield Level("measured_frame", 1.0, reason)
    if predicate:
        yield Level("same_predicate", 1.0, f"both “{left.predicate}”")
    reason = f"told with {listed(shared)}" if telling >= _TELLING else ""
    yield Level("shared_clause", min(telling, _MUCH) / _MUCH, reason)
    if left.names & right.names:
        yield Level("shared_names", 1.0, "")
    if left.lead and right.lead:
        yield Level("both_lead", 1.0, "")
    if left.claim.attribution and left.claim.attribution == right.claim.attribution:
        yield Level("same_speaker", 1.0, f"both from {left.claim.attribution}")


def _befallen_once(left: Features, right: Features) -> str:
    """The subject of both days, where their verb can befall it once: "the [ferry] sank"; no
    "people died", who may be others."""
    if left.predicate not in synonyms().once:
        return ""
    shared = left.measured & right.measured
    named = shared & left.names & right.names
    if left.anybodys or right.anybodys:
        shared = named
    return listed(shared)


def _days(left: Features, right: Features, words: Words) -> Iterator[Level]:
    """What speaks for one happening: its deed and those who take part."""
    speech = left.speech or right.speech
    if left.speech and right.speech and left.measured & right.measured & left.names:
        said = (left.around & right.around) - left.measured - right.measured
        if rarity(said, words) >= _HALF * _TELLING:
            doer = listed(left.measured & right.measured)
            yield Level("same_statement", 1.0, f"both said by {doer}, of {listed(said)}")
    if left.predicate is None or right.predicate is None:
        return
    shared = left.modifiers & right.modifiers
    shorter = min(len(left.modifiers), len(right.modifiers))
    known = left.themes & right.themes  # what the reports name throughout tells no event apart
    named = shared_names(left.names, right.names) - known
    telling = rarity((shared | named) - known, words)
    same = left.predicate == right.predicate
    enough = len(shared) >= _HALF * shorter or bool(shared and named)
    both = bool(shared) and enough and telling >= _TELLING
    befallen = _befallen_once(left, right) if same else ""
    if befallen:
        yield Level("befalls_once", 1.0, f"both of {befallen}, and it happens once")
    elif same and both and not speech:
        yield Level("same_deed", 1.0, f"both “{left.predicate}”, with {listed(shared)}")
    elif same and shared:
        yield Level("same_verb", 1.0, f"both “{left.predicate}”")
    elif left.frames & right.frames:
        verbs = f"“{left.predicate}” and “{right.predicate}” may tell one event"
        reason = f"both “{left.predicate}”" if same else verbs
        yield Level("same_frame", 1.0, reason)
    elif both and (left.predicate in right.clause or right.predicate in left.clause):
        yield Level("verb_around", 1.0, f"with {listed(shared)}")
    if left.beside & right.beside:
        yield Level("tied_by_figure", 1.0, "their sentences share a figure")
    yield Level("shared_participants", min(telling, _MUCH) / _MUCH, "")
    if left.given > 1 or right.given > 1:
        yield Level("given_often", 1.0, "")
    if speech:
        yield Level("speech", 1.0, "")
