"""Which articles tell the same story, so that only their claims are compared.

Two articles tell one story where they share enough rare words: names, places, things. Words
are looked up in an inverted index, and the commonest are not looked up at all, so the work
grows with the number of articles and not with its square.
"""

from __future__ import annotations

import heapq
import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from factcheck.clauses.words import words_of
from factcheck.models import Article

_KEYS = 60  # rarest words of an article that are looked up
_POSTINGS = 64  # articles in which a word is looked up at most
_CANDIDATES = 64  # articles compared with one: those that share most of the words looked up
_SHORTEST_WORD = 4
# Words are weighed as if so many other articles stood around the batch: among five articles on
# one event its every name is in all five, and yet names are what tells the event.
_BACKGROUND = 50
# The cosine from which on two articles tell one story. Among many articles any two are less
# likely to: the bound rises with the doublings of the batch up to its full value.
_SAME_STORY = 0.18
_PER_DOUBLING = 0.02
# Articles printed further apart than this tell one story only if they are so many times as alike.
_DAYS_APART = 30
_FAR_APART = 3.0
# Articles beyond which a story may be several that only sound alike, and the cosine of names from
# which on two of them are one.
_CROWD = 30
_SAME_NAMES = 0.2
_NAME = re.compile(r"(?<=[\w,] )[A-Z]\w{2,}")


@dataclass(frozen=True, slots=True)
class _Profile:
    words: Mapping[str, float]
    published: date | None


def stories(articles: Sequence[Article]) -> dict[str, int]:
    """For each article id the number of its story; stories are numbered in order of appearance.

    Ties chain: among thousands of articles on fires, each resembles some other one. A story of
    more articles than a crowd is therefore told apart once more, by names alone; an article that
    names nobody goes where the one goes that is most like it.
    """
    bound = min(_SAME_STORY, _PER_DOUBLING * math.log2(max(2, len(articles))))
    bags = [_bag(article) for article in articles]
    found = _told_apart(articles, bags, bound)
    crowds: dict[int, list[int]] = defaultdict(list)
    for at, story in enumerate(found):
        crowds[story].append(at)
    for members in crowds.values():
        if len(members) <= _CROWD:
            continue
        names = {at: _names(articles[at]) for at in members}
        named = [at for at in members if names[at]]
        if not named:
            continue  # a script without capitals
        crowd = [articles[at] for at in named]
        apart = _told_apart(crowd, [names[at] for at in named], _SAME_NAMES)
        for at, story in zip(named, apart, strict=True):
            found[at] = named[story]
        nameless = [at for at in members if not names[at]]
        for at, other in _nearest([bags[at] for at in nameless], [bags[at] for at in named]):
            found[nameless[at]] = found[named[other]]
    return {article.id: story for article, story in zip(articles, found, strict=True)}


def _told_apart(
    articles: Sequence[Article], bags: Sequence[Counter[str]], bound: float
) -> list[int]:
    """For each article the place of the first that tells the same story."""
    spread = Counter(word for bag in bags for word in bag)
    profiles = [
        _Profile(_weighed(bag, spread, len(bags)), article.published)
        for bag, article in zip(bags, articles, strict=True)
    ]
    index = _Index(spread)
    parent = list(range(len(articles)))
    for i, profile in enumerate(profiles):
        for other in index.like(profile.words, i):
            here, there = _root(parent, i), _root(parent, other)
            if here != there and _alike(profile, profiles[other], bound):
                parent[max(here, there)] = min(here, there)
    return [_root(parent, i) for i in range(len(articles))]


class _Index:
    """The articles seen so far, by their rare words. `spread` says how many have each word."""

    def __init__(self, spread: Counter[str]) -> None:
        self._spread = spread
        self._seen: dict[str, list[int]] = defaultdict(list)

    def like(self, words: Mapping[str, float], this: int) -> list[int]:
        """Those seen that share most of the rare words of `this` article, which is seen now."""
        spread = self._spread
        keys = sorted((w for w in words if spread[w] > 1), key=lambda w: (spread[w], w))
        met: Counter[int] = Counter()
        for word in keys[:_KEYS]:
            met.update(self._seen[word][-_POSTINGS:])
            self._seen[word].append(this)
        return heapq.nsmallest(_CANDIDATES, met, key=lambda j: (-met[j], j))


def _nearest(
    lost: Sequence[Counter[str]], others: Sequence[Counter[str]]
) -> Iterator[tuple[int, int]]:
    """For each of the lost bags the place of the other one most like it, where there is any."""
    bags = [*others, *lost]
    spread = Counter(word for bag in bags for word in bag)
    words = [_weighed(bag, spread, len(bags)) for bag in bags]
    index = _Index(spread)
    for at, own in enumerate(words):
        met = [other for other in index.like(own, at) if other < len(others)]
        if at >= len(others) and met:
            yield at - len(others), min(met, key=lambda other: (-_cosine(own, words[other]), other))


def _names(article: Article) -> Counter[str]:
    """The words of an article that are written with a capital inside a sentence."""
    return Counter(found.group().lower() for found in _NAME.finditer(article.text))


def _bag(article: Article) -> Counter[str]:
    words = words_of(f"{article.title}\n{article.text}", article.language)
    return Counter(word for word in words if len(word) >= _SHORTEST_WORD)


def _weighed(bag: Counter[str], spread: Counter[str], articles: int) -> dict[str, float]:
    """The words as a vector of length 1, rare words heavy, repeated ones a little heavier."""
    raw = {
        word: (1 + math.log(count)) * math.log((articles + _BACKGROUND) / spread[word])
        for word, count in bag.items()
    }
    length = math.sqrt(sum(weight * weight for weight in raw.values())) or 1.0
    return {word: weight / length for word, weight in raw.items()}


def _alike(left: _Profile, right: _Profile, bound: float) -> bool:
    days = (left.published, right.published)
    if days[0] and days[1] and abs((days[0] - days[1]).days) > _DAYS_APART:
        bound *= _FAR_APART
    return _cosine(left.words, right.words) >= bound


def _cosine(left: Mapping[str, float], right: Mapping[str, float]) -> float:
    few, many = sorted((left, right), key=len)
    return sum(weight * many[word] for word, weight in few.items() if word in many)


def _root(parent: list[int], i: int) -> int:
    while parent[i] != i:
        parent[i] = parent[parent[i]]
        i = parent[i]
    return i
