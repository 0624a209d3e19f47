"""How the figure of a claim moves: as its kind says, else as what carries it does.

A distance is fixed, that of a storm is another an hour later. The carriers are those of
`lexicons/en/movement.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from factcheck.kinds import Movement
from factcheck.lexicon import Lexicon, any_of, load
from factcheck.models import Article, Claim, Dimension

# How many characters before a claim's sentence still name what it is about: a sentence or two.
_NEAR = 300


class _Carrier(Lexicon):
    what: str
    words: tuple[str, ...]
    verbs: tuple[str, ...] = ()
    around: bool = False
    dimensions: tuple[Dimension, ...]
    movement: Movement
    reads: tuple[str, ...]


class _Carriers(Lexicon):
    carriers: tuple[_Carrier, ...]


@dataclass(frozen=True, slots=True)
class _Compiled:
    carrier: _Carrier
    words: frozenset[str | None]
    verbs: frozenset[str | None]
    around: re.Pattern[str] | None


def movement_of(
    claims: Sequence[Claim], movements: Mapping[str, Movement], articles: Mapping[str, Article]
) -> Movement:
    """How the figure that `claims` of `articles` give moves.

    A kind that moves says so itself. The claims of any other answer one question, so that the
    words of one of them speak for all.
    """
    known = movements.get(claims[0].kind, Movement.FIXED) if claims else Movement.FIXED
    if known is not Movement.FIXED:
        return known
    found = (_carried(claim, articles[claim.article_id]) for claim in claims)
    return next((movement for movement in found if movement is not None), Movement.FIXED)


def _carried(claim: Claim, article: Article) -> Movement | None:
    if claim.quantity is None:
        return None
    asked = claim.question
    words = {*asked.modifiers, *asked.measured, *asked.clause, asked.head, asked.body}
    verbs = {*asked.clause, *asked.measured, asked.predicate}
    for one in _carriers(article.language):
        if claim.quantity.dimension not in one.carrier.dimensions:
            continue
        if one.verbs and one.verbs.isdisjoint(verbs):
            continue
        if not one.words.isdisjoint(words) or _around(claim, article, one.around):
            return one.carrier.movement
    return None


def _around(claim: Claim, article: Article, pattern: re.Pattern[str] | None) -> bool:
    if pattern is None:
        return False
    start = max(0, claim.sentence.start - _NEAR)
    return pattern.search(article.text, start, claim.sentence.end) is not None


@cache
def _carriers(language: str) -> tuple[_Compiled, ...]:
    listed = load("movement", _Carriers, language).carriers
    return tuple(
        _Compiled(
            carrier=one,
            words=frozenset(one.words),
            verbs=frozenset(one.verbs),
            around=re.compile(rf"\b{any_of(one.words)}\b", re.I) if one.around else None,
        )
        for one in listed
    )
