"""Profiles of articles: the weightiest words of each, as a vector of length 1.

A word weighs by how often the article has it and by how rare it is in the language, from a fixed
table. So the profile is a matter of the article alone, whatever batch it stands in.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from factcheck.clauses.words import content_base, words_of
from factcheck.linkage.model import blocking
from factcheck.text.rarity import rarity
from factcheck.text.tokeniser import TextTokens

# A letter that is no small (no capital) one of ASCII: which of the others are, `str` tells.
_CAPITAL = re.compile(r"(?<=[\w,;:’”\"'-] )[^\W\d_a-z]\w{2,}")
_SMALL = re.compile(r"\b[^\W\d_A-Z]\w+")


@dataclass(frozen=True, slots=True)
class Profile:
    """The words of an article by weight, the weightiest first; the squares add up to 1.

    `keys` are the weightiest of them, by which the article is indexed. A text of common words alone
    has none.
    """

    weights: Mapping[str, float]
    keys: tuple[str, ...]

    @classmethod
    def of(cls, weights: Mapping[str, float]) -> Profile:
        """The profile of these words, which are in order."""
        return cls(weights, tuple(islice(weights, blocking().keys)))


def profile(text: str, language: str = "en") -> Profile:
    """The profile of a text."""
    bounds = blocking()
    words = text_words(text, language)
    bag = Counter([word for word in words if len(word) >= bounds.shortest_word])
    named = {content_base(name, language) for name in _names(text)}
    weights: dict[str, float] = {}
    for word, count in bag.items():
        bits = rarity(word, language)
        if word in named:
            bits = max(bits, bounds.name)
        if bits > bounds.common:
            weights[word] = (1 + math.log(count)) * (bits - bounds.common)
    first = sorted(weights, key=lambda word: (-weights[word], word))[: bounds.terms]
    length = math.sqrt(sum(weights[word] ** 2 for word in first))
    return Profile.of({word: weights[word] / length for word in first})


def text_words(text: str, language: str) -> tuple[str, ...]:
    """The words of a text in base form. Those of articles of usual length are kept, since the names
    of another report are looked up among them once the stories are known."""
    usual = len(text) <= 50_000  # characters, ten times an article of news
    return kept_words(text, language) if usual else _words(text, language)


@lru_cache(maxsize=1 << 7)
def kept_words(text: str, language: str) -> tuple[str, ...]:
    """The `text_words` of a text, kept."""
    return _words(text, language)


def _words(text: str, language: str) -> tuple[str, ...]:
    """The words of a text in base form."""
    return tuple(words_of(TextTokens(text), language))


def _names(text: str) -> set[str]:
    """The words that have a capital inside a sentence and nowhere a small letter in the text."""
    small = {word for word in _SMALL.findall(text) if word[0].islower()}
    capital = {word for word in _CAPITAL.findall(text) if word[0].isupper()}
    return {name for name in capital if name.lower() not in small}
