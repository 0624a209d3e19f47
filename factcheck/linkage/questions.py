"""Answers joined to questions: which differing answers are to one question.

Each answer is a set of claims that give it. Two answers are to one question where some pair of
their claims is positively identified, and no more pairs differ in a slot than fit. An article that
gives both answers mostly counts two things with them: few outlets contradict themselves. What fits
without that is kept as possibly the same question.
"""

from __future__ import annotations

import heapq
import math
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import chain, combinations, compress, product

from factcheck.linkage.answer_relation import AnswerRelation, answers_of
from factcheck.linkage.cannot_link import cannot_link, restated_or_changed
from factcheck.linkage.competing import AnswerClaims, Identities
from factcheck.linkage.differences import are_two
from factcheck.linkage.evidence import Evidence
from factcheck.linkage.features import Features, WordWeights
from factcheck.linkage.figures import closeness, gap, one_dimension, set_against
from factcheck.linkage.happenings import more_than_a_week, of_one_event
from factcheck.linkage.identity import Identity
from factcheck.linkage.model import IdentityWeights, Strength
from factcheck.models import Dimension

# What is asked about: "about 150 million" and "147 million" may be one too.
_UNLIKE = (AnswerRelation.DIFFERENT, AnswerRelation.NEAR)


@dataclass(slots=True)
class AnswerLink:
    """The link between two answers: their best pair of claims, and how sure its identity is.
    `strays` are the positions of claims that give one of the answers to another question."""

    left: Features
    right: Features
    identity: Identity
    strays: frozenset[int] = frozenset()

    @property
    def reasons(self) -> tuple[str, ...]:
        """What speaks for one question, in words. Nothing where only the sort of the two does, or
        many things that are too little each to be told: no report prints that "six weeks" may be
        the "30 days" of something else because both stand in a lead."""
        return self.identity.fits


@dataclass(frozen=True, slots=True)
class LinkedQuestion:
    """The members of one question, in order, and the links that join its answers."""

    members: tuple[int, ...]
    links: tuple[AnswerLink, ...]


@dataclass(slots=True, eq=False)
class PossibleQuestion:
    """Answers that may be to one question, each with the claim that fits best, and the likeliest
    of the links between them. The answers of the likeliest link come first."""

    likeliest: AnswerLink
    answers: dict[AnswerClaims, Features]


def joined_answers(
    answers: Sequence[AnswerClaims],
    made: Sequence[Features],
    words: WordWeights,
    weights: IdentityWeights,
    agreement: Mapping[tuple[int, int], Evidence],
) -> tuple[list[LinkedQuestion], list[PossibleQuestion]]:
    """Join answers to questions: those that are on one question, and those that only may be, the
    likeliest first."""
    sides = [[made[i] for i in answer] for answer in answers]
    identities = Identities(answers, made, words, weights, agreement)

    def compare(a: int, b: int) -> Comparison:
        return compared(sides[a], sides[b], identities)

    # Most answers of one story are of other things, which one look shows.
    between = {
        (a, b): compare(a, b)
        for a, b in combinations(range(len(answers)), 2)
        if _worth_comparing(sides[a], sides[b])
    }
    joined, held = _joined(len(answers), between, weights, compare)
    links = [*chain(*held.values())]
    holding = {one.position for link in links for one in (link.left, link.right)}
    strays = {
        i for link in links for i in link.strays
    } - holding  # a question keeps what it rests on
    questions = [
        LinkedQuestion(
            tuple(sorted({*chain(*(answers[at] for at in inside))} - strays)), tuple(held[at])
        )
        for at, inside in sorted(joined.items())
    ]
    strayed = (tuple(i for i in answer if i in strays) for answer in answers)
    questions += [LinkedQuestion(alone, ()) for alone in strayed if alone]
    home = {at: first for first, inside in joined.items() for at in inside}
    likely = [
        (link, answers[a], answers[b])
        for (a, b), one in between.items()
        if home[a] != home[b] and (link := one.link(weights)) and _worth_asking(link, weights)
    ]
    return questions, _possible_questions(likely, weights.most_answers)


def _worth_comparing(left: Sequence[Features], right: Sequence[Features]) -> bool:
    """Whether two answers may have a link: not where all their claims are of one article, or each
    two of them of two things."""
    return not all(are_two(one, other) for one, other in product(left, right)) and not all(
        _of_one_article(one, other) for one, other in product(left, right)
    )


def _worth_asking(link: AnswerLink, weights: IdentityWeights) -> bool:
    """Whether two answers differ and may be to one question: not where two figures lie so far
    apart that they are of two things: "moving at 16 mph", "winds of 125 mph"; "the father of two
    girls", "276 girls"; nor two days more than a week apart. A day in its month and "thousands"
    beside "several thousand" leave nothing to ask, and ages that are not close are of two
    persons."""
    relation = answers_of(link.left, link.right)
    if relation not in _UNLIKE or more_than_a_week(link.left, link.right):
        return False
    figures = [one.claim.quantity for one in (link.left, link.right)]
    if relation is AnswerRelation.NEAR and all(one is None or one.vague for one in figures):
        return False
    distance = gap(link.left, link.right) if link.left.figure is not None else None
    if distance is None:
        return True
    if one_dimension(link.left, link.right) is Dimension.AGE:
        return closeness(distance, weights.spread, weights.stray) >= weights.close
    return distance.width <= math.log(weights.far)


def _possible_questions(
    links: Sequence[tuple[AnswerLink, AnswerClaims, AnswerClaims]], most: int
) -> list[PossibleQuestion]:
    """Group answers by the links between them, the likeliest link first, until a question holds
    `most`: "2,000 homeless, 3,500 or 4,000?" is read once, as three pairs it would be read three
    times."""
    found: list[PossibleQuestion] = []
    home: dict[AnswerClaims, PossibleQuestion] = {}
    for link, left, right in sorted(
        links, key=lambda one: (-one[0].identity.score, one[1], one[2])
    ):
        here, there = home.get(left), home.get(right)
        if here and there:
            if here is not there and len(here.answers) + len(there.answers) <= most:
                first, second = sorted((here, there), key=found.index)
                first.answers |= second.answers
                home.update(dict.fromkeys(second.answers, first))
                found.remove(second)
            continue
        question = here or there
        if question is None or len(question.answers) == most:
            question = PossibleQuestion(link, {})
            found.append(question)
        for answer, best in ((left, link.left), (right, link.right)):
            question.answers.setdefault(answer, best)
            home.setdefault(answer, question)
    return found


def _joined(
    count: int,
    between: Mapping[tuple[int, int], Comparison],
    weights: IdentityWeights,
    compare: Callable[[int, int], Comparison],
) -> tuple[dict[int, list[int]], dict[int, list[AnswerLink]]]:
    """Join answers to questions, the surest link first: the answers of each question, and the links
    that join them, both by the first answer of the question. A question is compared as a whole: an
    article that gives both of two answers speaks against a third that would join them.

    Answers that are not in `between` have no link. What speaks against one is compared where
    another answer of their questions has a link.
    """
    members = {at: [at] for at in range(count)}
    held: dict[int, list[AnswerLink]] = {at: [] for at in range(count)}
    compared = dict(between)
    queue: list[tuple[int, float, int, int, int]] = []

    def offer(a: int, b: int) -> None:
        """Queue two questions with their rank, if their link is likely enough."""
        one = compared[a, b]
        if one.best is None or one.best.identity.strength < Strength.LIKELY:
            return  # what speaks against it makes it no surer
        link = one.link(weights)
        if link is not None and link.identity.strength >= Strength.LIKELY:
            rank = -link.identity.strength, -link.identity.score
            heapq.heappush(queue, (*rank, a, b, one.pairs))

    def known(one: Sequence[int], other: Sequence[int]) -> Comparison:
        """The comparison of two questions, each given by its answers, computed once."""
        pair = min(one[0], other[0]), max(one[0], other[0])
        if pair in compared:
            return compared[pair]
        pairs = (sorted(answers) for answers in product(one, other))
        return reduce(Comparison.with_more, (compare(a, b) for a, b in pairs))

    for a, b in between:
        offer(a, b)
    while queue:
        _, _, a, b, pairs = heapq.heappop(queue)
        if a not in members or b not in members or compared[a, b].pairs != pairs:
            continue
        link = compared[a, b].link(weights)
        assert link is not None
        gone = members.pop(b)
        held[a] += [*held.pop(b), link]
        for other, answers in members.items():
            here, there = (min(a, other), max(a, other)), (min(b, other), max(b, other))
            if other != a and (here in compared or there in compared):
                compared[here] = known(members[a], answers).with_more(known(gone, answers))
                offer(*here)
        members[a] += gone
    return members, held


@dataclass(slots=True)
class Comparison:
    """The comparison of two sets of claims: the `best` pair, the number of `pairs`, how many of
    them are `hard` to join (they differ in a slot, or may) and how many are of one article's `own`
    (it gives both and states no change); `barred` if two of them cannot be one question, and the
    positions of the `strays`, which are left out of all that."""

    best: AnswerLink | None
    pairs: int
    hard: int
    own: int
    barred: bool = False
    strays: frozenset[int] = frozenset()

    def with_more(self, other: Comparison) -> Comparison:
        """The sum of two comparisons."""
        best = max(
            (one for one in (self.best, other.best) if one is not None),
            key=lambda link: _rank(link.identity),
            default=None,
        )
        return Comparison(
            best,
            self.pairs + other.pairs,
            self.hard + other.hard,
            self.own + other.own,
            self.barred or other.barred,
            self.strays | other.strays,
        )

    def link(self, weights: IdentityWeights) -> AnswerLink | None:
        """The link of the best pair, weakened by the share of pairs that speak against it; `None`
        where nothing fits."""
        if self.best is None or self.barred:
            return None
        share = (weights.both_given * self.own + weights.differing * self.hard) / self.pairs
        weakened = self.best.identity.weakened(share, weights)
        if weakened.strength <= Strength.OPEN:
            return None
        return AnswerLink(self.best.left, self.best.right, weakened, self.strays)


def compared(
    left: Sequence[Features], right: Sequence[Features], identities: Identities
) -> Comparison:
    """Compare each claim of one answer with each of another."""
    pairs = [*product(left, right)]
    figures = left[0].figure is not None
    if figures and any(cannot_link(one, other) for one, other in pairs):
        return Comparison(None, len(pairs), 0, 0, barred=True)
    inside = [_of_one_article(one, other) for one, other in pairs]
    found = [
        AnswerLink(one, other, identities.of(one, other))
        for (one, other), of_one_article in zip(pairs, inside, strict=True)
        if not of_one_article
    ]
    best = max(
        (link for link in found if link.identity.strength > Strength.DIFFERENT),
        key=lambda link: _rank(link.identity),
        default=None,
    )
    elsewhere = frozenset() if best is None else dating_other_events(left, right, best)
    strays = _strays(left, right, elsewhere)
    if strays:
        kept = [strays.isdisjoint((one.position, other.position)) for one, other in pairs]
        pairs, inside = [*compress(pairs, kept)], [*compress(inside, kept)]
    if not figures and any(cannot_link(one, other) for one, other in pairs):
        return Comparison(None, len(pairs), 0, 0, barred=True)
    hard = sum(
        (link.identity.strength is Strength.DIFFERENT or link.identity.doubted)
        and elsewhere.isdisjoint((link.left.position, link.right.position))
        for link in found
    )
    return Comparison(best, len(pairs), hard, sum(inside), strays=strays)


def _of_one_article(one: Features, other: Features) -> bool:
    """Whether one article gives both answers and states no change from one to the other."""
    same = one.claim.article_id == other.claim.article_id
    return same and not (restated_or_changed(one, other) or set_against(one, other))


def dating_other_events(
    left: Sequence[Features], right: Sequence[Features], best: AnswerLink
) -> frozenset[int]:
    """The positions of claims that give one of two days to an event that neither end of the best
    link names: "the army said on Tuesday" beside an attack. A day without an event of its own may
    be that of either. Nothing for figures."""
    if best.left.figure is not None:
        return frozenset()
    ends = best.left, best.right
    return frozenset(
        one.position
        for one in (*left, *right)
        if (one.speech or one.predicate is not None)
        and not any(one is end or of_one_event(one, end) for end in ends)
    )


def _strays(
    left: Sequence[Features], right: Sequence[Features], elsewhere: Collection[int]
) -> frozenset[int]:
    """The claims that share an answer with the best pair only because they give the same day. An
    article that gives two days mentions two events: of "rebels attacked Tarn on Monday" and "the
    army said on Tuesday", in one article, the statement is of another question than an attack that
    others date to Tuesday. `elsewhere` holds what dates other events."""
    found: set[int] = set()
    for one, other in product(left, right) if elsewhere else ():
        if _of_one_article(one, other) and not of_one_event(one, other):
            strayed = next((o for o in (one, other) if o.position in elsewhere), None)
            found |= set() if strayed is None else {strayed.position}
    return frozenset(found)


def _rank(found: Identity) -> tuple[int, float]:
    """The sort key of identities, the surest last."""
    return found.strength, found.score
