"""How the figure of a claim moves: by its kind, else by the noun that it is of.

A distance is fixed, that of a storm is another an hour later. These nouns are in
`lexicons/en/movement.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from pydantic import Field

from factcheck.kinds import Movement
from factcheck.lexicon import Lexicon, any_of, load
from factcheck.models import Article, Claim, Dimension
from factcheck.policy import Policy


class _Carrier(Lexicon):
    """An entry of `movement.toml`: words, the movement of figures of them, and examples."""

    what: str
    words: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    dimensions: tuple[Dimension, ...]
    movement: Movement
    reads: tuple[str, ...] = Field(min_length=1)
    skips: tuple[str, ...] = Field(min_length=1)


class _Carriers(Lexicon):
    """The shape of `movement.toml`."""

    carriers: tuple[_Carrier, ...]


@dataclass(frozen=True, slots=True)
class _Compiled:
    """An entry of `movement.toml`, its words as sets and a pattern."""

    carrier: _Carrier
    words: frozenset[str | None]
    verbs: frozenset[str | None]
    near: re.Pattern[str] | None


def movement_of(
    claims: Sequence[Claim],
    movements: Mapping[str, Movement],
    articles: Mapping[str, Article],
    policy: Policy,
) -> Movement:
    """The movement of the figure that `claims` of `articles` give.

    A kind that moves says so itself; what is given for a part of a count ("with 60 percent of
    precincts reporting") is another with the next batch. The claims of any other kind answer one
    question, so that the words of one of them decide for all.
    """
    if len(claims) > 1:
        claims = sorted(claims, key=lambda claim: claim.id)
    for claim in claims:
        if (known := movements.get(claim.kind, Movement.FIXED)) is not Movement.FIXED:
            return known
    if any(claim.progress is not None for claim in claims):
        return Movement.SLOW
    found = (_carried(claim, articles[claim.article_id], policy) for claim in claims)
    return next((movement for movement in found if movement is not None), Movement.FIXED)


def _carried(claim: Claim, article: Article, policy: Policy) -> Movement | None:
    """The movement of what a figure measures, by the first entry of the lexicon that matches it."""
    if claim.quantity is None:
        return None
    asked = claim.question
    words = {*asked.modifiers, *asked.measured, *asked.clause, asked.head, asked.body}
    verbs = {*asked.clause, *asked.measured, asked.predicate}
    for one in _carriers(article.language):
        if (
            claim.quantity.dimension in one.carrier.dimensions
            and (not one.words or not one.words.isdisjoint(words))
            and (not one.verbs or not one.verbs.isdisjoint(verbs))
            and (one.near is None or _stands_near(claim, article, one.near, policy.around))
        ):
            return one.carrier.movement
    return None


def _stands_near(claim: Claim, article: Article, pattern: re.Pattern[str], around: int) -> bool:
    """Whether a pattern is found in or near the sentence of a claim."""
    start, end = max(0, claim.sentence.start - around), claim.sentence.end + around
    return pattern.search(article.part(claim.part), start, end) is not None


@cache
def _carriers(language: str) -> tuple[_Compiled, ...]:
    """The entries of `movement.toml`, compiled to sets and patterns."""
    listed = load("movement", _Carriers, language).carriers
    return tuple(
        _Compiled(
            carrier=one,
            words=frozenset(one.words),
            verbs=frozenset(one.verbs),
            near=re.compile(rf"\b{any_of(one.near)}\b", re.IGNORECASE) if one.near else None,
        )
        for one in listed
    )
