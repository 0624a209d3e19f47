"""Which articles tell the same story, so that only their claims are compared.

Two articles tell one story where they share enough rare words: names, places, things. Words
are looked up in an inverted index, and the commonest are not looked up at all, so the work
grows with the number of articles and not with its square.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from factcheck.models import Article

_WORD = re.compile(r"[^\W\d_]{4,}")
_KEYS = 60  # rarest words of an article that are looked up
_POSTINGS = 64  # articles in which a word is looked up at most
_SAME_STORY = 0.12  # cosine of the weighted words


def stories(articles: Sequence[Article]) -> dict[str, int]:
    """For each article id the number of its story; stories are numbered in order of appearance."""
    bags = [Counter(w.lower() for w in _WORD.findall(a.title + "\n" + a.text)) for a in articles]
    spread = Counter(word for bag in bags for word in bag)
    vectors = [_vector(bag, spread, len(articles)) for bag in bags]
    postings: dict[str, list[int]] = defaultdict(list)
    parent = list(range(len(articles)))
    for i, vector in enumerate(vectors):
        rarest = sorted((w for w in vector if spread[w] > 1), key=lambda w: (spread[w], w))[:_KEYS]
        met: set[int] = set()
        for word in rarest:
            met.update(postings[word][-_POSTINGS:])
            postings[word].append(i)
        for other in sorted(met):
            if (
                _root(parent, i) != _root(parent, other)
                and _cosine(vector, vectors[other]) >= _SAME_STORY
            ):
                low, high = sorted((_root(parent, i), _root(parent, other)))
                parent[high] = low
    return {article.id: _root(parent, i) for i, article in enumerate(articles)}


def _vector(bag: Counter[str], spread: Counter[str], articles: int) -> dict[str, float]:
    raw = {w: (1 + math.log(n)) * math.log(1 + articles / spread[w]) for w, n in bag.items()}
    norm = math.sqrt(sum(x * x for x in raw.values())) or 1.0
    return {w: x / norm for w, x in raw.items()}


def _cosine(left: dict[str, float], right: dict[str, float]) -> float:
    if len(left) > len(right):
        left, right = right, left
    return sum(x * right[w] for w, x in left.items() if w in right)


def _root(parent: list[int], i: int) -> int:
    while parent[i] != i:
        parent[i] = parent[parent[i]]
        i = parent[i]
    return i
