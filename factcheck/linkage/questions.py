"""Answers joined to questions: which differing answers are to one question.

Each answer is a set of claims that give it. Two answers are to one question where some pair of
their claims is positively identified, and no more pairs differ in a slot than fit. An article that
gives both answers mostly counts two things with them: few outlets contradict themselves.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, product

from factcheck.linkage.features import Features, Words
from factcheck.linkage.figures import told_apart
from factcheck.linkage.identity import Identity, Strength, apart, identity, told_in_turn
from factcheck.models import Claim


@dataclass(frozen=True, slots=True)
class Tie:
    """The best pair of claims between two answers, and how sure its identity is."""

    left: Claim
    right: Claim
    identity: Identity


def joined_answers(
    answers: Sequence[tuple[int, ...]], made: Sequence[Features], words: Words
) -> Iterator[tuple[tuple[int, ...], tuple[Tie, ...]]]:
    """The members of each question, with the ties that join its answers."""
    parent = list(range(len(answers)))
    held: defaultdict[int, list[Tie]] = defaultdict(list)
    found = []
    for a, b in combinations(range(len(answers)), 2):
        tie = best_tie([made[i] for i in answers[a]], [made[i] for i in answers[b]], words)
        if tie is not None and tie.identity.strength >= Strength.LIKELY:
            found.append((-tie.identity.strength, a, b, tie))
    for _, a, b, tie in sorted(found, key=lambda one: one[:3]):
        here, there = _root(parent, a), _root(parent, b)
        parent[max(here, there)] = min(here, there)
        held[min(here, there)] += [tie, *held.pop(max(here, there), [])] if here != there else [tie]
    members: defaultdict[int, list[int]] = defaultdict(list)
    for at, answer in enumerate(answers):
        members[_root(parent, at)] += answer
    for root, inside in sorted(members.items()):
        yield tuple(sorted(inside)), tuple(held[root])


def best_tie(left: Sequence[Features], right: Sequence[Features], words: Words) -> Tie | None:
    """The strongest identity between the claims of two answers; `None` where more pairs differ in
    a slot than fit, or where one article gives both without telling a change."""
    best: Tie | None = None
    fit = differ = 0
    for one, other in product(left, right):
        if apart(one, other):
            return None
        same_article = one.claim.article_id == other.claim.article_id
        if same_article and not (told_in_turn(one, other) or told_apart(one, other)):
            return None
        found = identity(one, other, words)
        fit += found.strength >= Strength.LIKELY
        differ += found.strength is Strength.DIFFERENT
        if found.strength > Strength.OPEN and (
            best is None or found.strength > best.identity.strength
        ):
            best = Tie(one.claim, other.claim, found)
    if best is None or differ > max(1, 2 * fit):
        return None
    return best


def _root(parent: list[int], i: int) -> int:
    while parent[i] != i:
        parent[i] = parent[parent[i]]
        i = parent[i]
    return i
