"""The words near a figure: what stands beside it says more of its question than what stands at the
other end of its sentence.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from functools import cached_property, lru_cache

from factcheck.clauses.tagging import Word
from factcheck.clauses.words import base_form
from factcheck.linkage.model import comparison
from factcheck.linkage.synonyms import synonyms
from factcheck.models import Span


def stems_of(words: Sequence[Word], language: str) -> tuple[tuple[str, int], ...]:
    """The words of a tagged sentence in base form, each with its offset."""
    noun = synonyms(language).noun
    return tuple(
        (noun(base_form(word.lemma)), word.start) for word in words if word.lower[:1].isalpha()
    )


def nearness(stems: Sequence[tuple[str, int]], figure: Span) -> dict[str, float]:
    """How near each word of a sentence stands to the figure: 1 inside its span, and less with each
    word between them, by a factor of e in `reach` words."""
    inside = [i for i, (_, start) in enumerate(stems) if figure.start <= start < figure.end]
    before = (2 * sum(start < figure.start for _, start in stems) - 1) / 2  # between two words
    first, last = (inside[0], inside[-1]) if inside else (before, before)
    reach = comparison().reach
    found: dict[str, float] = {}
    for i, (word, _) in enumerate(stems):
        away = first - i if i < first else i - last if i > last else 0
        near = _decay(away, reach)
        if near > found.get(word, 0.0):
            found[word] = near
    return found


@lru_cache(maxsize=1 << 10)
def _decay(away: float, reach: float) -> float:
    return math.exp(-away / reach)


class NearbyWords(dict[str, float]):
    """The bits of each word near a figure, less if it stands far."""

    @cached_property
    def total(self) -> float:
        """The bits of all words, which each pair of a claim asks for."""
        return math.fsum(self.values())


def in_bits(near: Mapping[str, float], words: Mapping[str, float]) -> NearbyWords:
    """The bits of each word, by how near it stands."""
    rare = comparison().rare
    return NearbyWords({word: min(words[word], rare) * by for word, by in near.items()})


def shared_nearby(left: NearbyWords, right: NearbyWords) -> tuple[float, float]:
    """The bits of the words near both figures, each by the farther of its two places, and their
    share of those near the figure that has fewer, from 0 to 1."""
    shared = math.fsum([min(left[word], right[word]) for word in left.keys() & right.keys()])
    fewer = min(left.total, right.total)
    return shared, shared / (fewer + comparison().rare)
