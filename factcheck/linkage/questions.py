"""Answers joined to questions: which differing answers are to one question.

Each answer is a set of claims that give it. Two answers are to one question where some pair of
their claims is positively identified, and no more pairs differ in a slot than fit. An article that
gives both answers mostly counts two things with them: few outlets contradict themselves. What fits
without that is kept as possibly the same question.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
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
    parent = list(range(len(answers)))
    found = []
    for a, b in combinations(range(len(answers)), 2):
        sides = [[made[i] for i in answers[side]] for side in (a, b)]
        tie = best_tie(sides[0], sides[1], words, weights)
        if tie is not None:
            found.append((-tie.identity.strength, -tie.identity.score, a, b, tie))
    found.sort(key=lambda one: one[:4])
    held: list[tuple[int, Tie]] = []
    for _, _, a, b, tie in found:
        if tie.identity.strength >= Strength.LIKELY:
            here, there = root(parent, a), root(parent, b)
            parent[max(here, there)] = min(here, there)
            held.append((a, tie))
    members: defaultdict[int, list[int]] = defaultdict(list)
    for at, answer in enumerate(answers):
        members[root(parent, at)] += answer
    ties: defaultdict[int, list[Tie]] = defaultdict(list)
    for at, tie in held:
        ties[root(parent, at)].append(tie)
    questions = [
        Question(tuple(sorted(inside)), tuple(ties[root]))
        for root, inside in sorted(members.items())
    ]
    possible = []
    often: Counter[int] = Counter()
    for _, _, a, b, tie in sorted(found, key=lambda one: one[1:4]):
        if not tie.identity.fits or root(parent, a) == root(parent, b):
            continue
        if max(often[a], often[b]) >= _SHARED_BY:
            continue
        often.update((a, b))
        if answers_of(tie.left, tie.right) is Answers.APART:
            possible.append((tie, answers[a], answers[b]))
    return questions, possible


def best_tie(
    left: Sequence[Features],
    right: Sequence[Features],
    words: Words,
    weights: IdentityWeights,
) -> Tie | None:
    """The strongest identity between the claims of two answers, `None` where nothing fits.

    It is weakened by the share of pairs that differ in a slot, and by that of pairs that one
    article gives without telling a change.
    """
    best: Tie | None = None
    pairs = hard = own = 0
    for one, other in product(left, right):
        pairs += 1
        if apart(one, other):
            return None
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
    if best is None:
        return None
    weakened = best.identity.weakened(
        weights.own * own / pairs + weights.differing * hard / pairs, weights
    )
    if weakened.strength <= Strength.OPEN and weakened.score <= 0:
        return None
    return replace(best, identity=weakened)


def _rank(found: Identity) -> tuple[int, float]:
    return found.strength, found.score


def root(parent: list[int], i: int) -> int:
    """The first of the set that `i` was joined to."""
    while parent[i] != i:
        parent[i] = parent[parent[i]]
        i = parent[i]
    return i
