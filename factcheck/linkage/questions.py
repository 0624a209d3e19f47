"""Answers joined to questions: which differing answers are to one question.

Each answer is a set of claims that give it. Two answers are to one question where some pair of
their claims is positively identified, and no more pairs differ in a slot than fit. An article that
gives both answers mostly counts two things with them: few outlets contradict themselves. What fits
without that is kept as possibly the same question.
"""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, product

from factcheck.linkage.cannot_link import apart, told_in_turn
from factcheck.linkage.compare import Answers, answers_of
from factcheck.linkage.features import Features, Words
from factcheck.linkage.figures import told_apart
from factcheck.linkage.identity import Identity, identity
from factcheck.linkage.model import IdentityWeights, Strength

Answer = tuple[int, ...]

_SHARED_BY = 2  # possible ties that one answer may stand in


@dataclass(frozen=True, slots=True)
class Tie:
    """The best pair of claims between two answers, and how sure its identity is."""

    left: Features
    right: Features
    identity: Identity


@dataclass(frozen=True, slots=True)
class Question:
    """The members of one question, in order, and the ties that join its answers."""

    members: tuple[int, ...]
    ties: tuple[Tie, ...]


def joined_answers(
    answers: Sequence[Answer],
    made: Sequence[Features],
    words: Words,
    weights: IdentityWeights,
) -> tuple[list[Question], list[tuple[Tie, Answer, Answer]]]:
    """The questions that the answers are to, and the ties between answers that only may be to one
    question, the likeliest first."""
    sides = [[made[i] for i in answer] for answer in answers]
    between = {
        (a, b): compared(sides[a], sides[b], words, weights)
        for a, b in combinations(range(len(answers)), 2)
    }
    joined, held = _joined(len(answers), between, weights)
    questions = [
        Question(tuple(sorted(i for at in inside for i in answers[at])), tuple(held[first]))
        for first, inside in sorted(joined.items())
    ]
    home = {at: first for first, inside in joined.items() for at in inside}
    ranked = sorted(
        ((-tie.identity.score, a, b, tie) for (a, b), one in between.items()
         if (tie := one.tie(weights)) and tie.identity.fits and home[a] != home[b]),
        key=lambda one: one[:3],
    )  # fmt: skip
    possible = []
    often: Counter[int] = Counter()
    for _, a, b, tie in ranked:
        if max(often[a], often[b]) >= _SHARED_BY:
            continue
        often.update((a, b))
        if answers_of(tie.left, tie.right) is Answers.APART:
            possible.append((tie, answers[a], answers[b]))
    return questions, possible


def _joined(
    count: int, between: Mapping[tuple[int, int], Comparison], weights: IdentityWeights
) -> tuple[dict[int, list[int]], dict[int, list[Tie]]]:
    """Answers joined to questions, the surest tie first, and the ties that join each, both by the
    first answer of the question. A question is compared as a whole: an article that gives both of
    two answers speaks against a third that would join them."""
    members = {at: [at] for at in range(count)}
    held: dict[int, list[Tie]] = {at: [] for at in range(count)}
    compared = dict(between)
    queue: list[tuple[int, float, int, int, int]] = []

    def offer(a: int, b: int) -> None:
        one = compared[a, b]
        tie = one.tie(weights)
        if tie is not None and tie.identity.strength >= Strength.LIKELY:
            rank = -tie.identity.strength, -tie.identity.score
            heapq.heappush(queue, (*rank, a, b, one.pairs))

    for a, b in between:
        offer(a, b)
    while queue:
        _, _, a, b, pairs = heapq.heappop(queue)
        if a not in members or b not in members or compared[a, b].pairs != pairs:
            continue
        tie = compared[a, b].tie(weights)
        assert tie is not None
        members[a] += members.pop(b)
        held[a] += [*held.pop(b), tie]
        for other in members:
            if other != a:
                here, gone = (min(a, other), max(a, other)), (min(b, other), max(b, other))
                compared[here] = compared[here].with_more(compared[gone])
                offer(*here)
    return members, held


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two sets of claims compared: the `best` pair, of how many `pairs`, how many of them are
    `hard` to join (they differ in a slot) and how many are of one article's `own` (it gives both
    and tells no change); `barred` if two of them cannot be one question."""

    best: Tie | None
    pairs: int
    hard: int
    own: int
    barred: bool = False

    def with_more(self, other: Comparison) -> Comparison:
        """Both taken together."""
        best = max(
            (one for one in (self.best, other.best) if one is not None),
            key=lambda tie: _rank(tie.identity),
            default=None,
        )
        return Comparison(
            best,
            self.pairs + other.pairs,
            self.hard + other.hard,
            self.own + other.own,
            self.barred or other.barred,
        )

    def tie(self, weights: IdentityWeights) -> Tie | None:
        """The best pair, weakened by the share of pairs that speak against it; `None` where
        nothing fits."""
        if self.best is None or self.barred:
            return None
        share = (weights.own * self.own + weights.differing * self.hard) / self.pairs
        weakened = self.best.identity.weakened(share, weights)
        if weakened.strength <= Strength.OPEN and weakened.score <= 0:
            return None
        return replace(self.best, identity=weakened)


def compared(
    left: Sequence[Features],
    right: Sequence[Features],
    words: Words,
    weights: IdentityWeights,
) -> Comparison:
    """Each claim of one answer compared with each of another."""
    best: Tie | None = None
    pairs = hard = own = 0
    for one, other in product(left, right):
        pairs += 1
        if apart(one, other):
            return Comparison(None, pairs, 0, 0, barred=True)
        same_article = one.claim.article_id == other.claim.article_id
        if same_article and not (told_in_turn(one, other) or told_apart(one, other)):
            own += 1
            continue
        found = identity(one, other, words, weights)
        hard += found.strength is Strength.DIFFERENT
        if found.strength > Strength.DIFFERENT and (
            best is None or _rank(found) > _rank(best.identity)
        ):
            best = Tie(one, other, found)
    return Comparison(best, pairs, hard, own)


def _rank(found: Identity) -> tuple[int, float]:
    return found.strength, found.score
