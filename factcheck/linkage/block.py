"""Blocking by story: only claims of articles about one story are compared.

Two articles are about one story where their weightiest words are alike enough: names, places,
things. How alike they are depends on the two alone, never on the batch they stand in. Stories
are joined by average link, so A like B and B like C does not make one story of A and C.
"""

from __future__ import annotations

import heapq
import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import blake2b
from typing import Literal, NamedTuple

from factcheck.linkage.model import blocking
from factcheck.linkage.profiles import Profile, profile
from factcheck.models import Article

# Articles stand on a shelf for each stretch of days, and on some for all days: see `_put_on`.
Shelf = int | Literal["all", "ever", "undated"]


@dataclass(slots=True)
class _Story:
    """A story while stories are joined: the mean of the profiles of its articles, their mean number
    of words, their days, and the stories that may join it. Undated articles add nothing to a story
    with a day.

    `divided` says that another story was kept out because the two would be too large.
    """

    members: tuple[int, ...]
    weights: Mapping[str, float]
    terms: float
    days: tuple[int, ...]
    near: set[int]
    divided: bool = False


@dataclass(frozen=True, slots=True)
class Stories:
    """The stories of a batch. `of` gives the number of the story for each article id, and `divided`
    the numbers of those that are parts of a story that was too large."""

    of: Mapping[str, int]
    divided: frozenset[int] = frozenset()


class StoryMembers(NamedTuple):
    """The indices of the texts of one story, and whether it is a part of a larger one."""

    places: tuple[int, ...]
    divided: bool


def stories(articles: Sequence[Article]) -> Stories:
    """The stories of the articles, each numbered by the place of its first article.

    Articles of one text are one, whatever their headlines, days and publishers. An undated article
    goes with the story it is most like; it never joins two stories that have days. Nothing depends
    on the order of the articles, nor on those of another story.
    """
    copies: dict[tuple[str, str], list[int]] = defaultdict(list)
    for at, article in enumerate(articles):
        copies[text_of(article)].append(at)
    # In the order of the texts, so that ties are broken alike whatever the articles are called.
    texts = sorted(copies)
    profiles = [profile(text, language) for language, text in texts]
    days = [days_of(articles[at].published for at in copies[text]) for text in texts]
    found: dict[str, int] = {}
    divided: set[int] = set()
    for members in agglomerated(profiles, days, _candidates(profiles, days)):
        places = [at for one in members.places for at in copies[texts[one]]]
        found.update((articles[at].id, min(places)) for at in places)
        if members.divided:
            divided.add(min(places))
    return Stories({article.id: found[article.id] for article in articles}, frozenset(divided))


def text_of(article: Article) -> tuple[str, str]:
    """The key of articles with the same text: language and words."""
    return article.language, " ".join(article.text.split())


def digest_of(article: Article) -> bytes:
    """A short digest of the text, the same for articles with the same text."""
    return blake2b("\0".join(text_of(article)).encode(), digest_size=16).digest()


def days_of(published: Iterable[date | None]) -> tuple[int, ...]:
    """The days of a text, from all articles that print it, as ordinals in order."""
    return tuple(sorted({day.toordinal() for day in published if day is not None}))


def agglomerated(
    profiles: Sequence[Profile],
    days: Sequence[tuple[int, ...]],
    pairs: Iterable[tuple[int, int]],
    largest: int | None = None,
) -> Iterator[StoryMembers]:
    """Cluster texts into stories of at most `largest` texts (by default as many as the model
    allows). `pairs` are those worth comparing; texts that no chain of them joins do not influence
    each other.

    The two stories most alike are joined first, as long as any are alike enough. Of a joined story
    each half weighs the same (weighted average link), so a paper that prints an article once more,
    with a word changed, does not outvote the others.
    """
    crowd, most = blocking().crowd, blocking().largest_story if largest is None else largest
    alive = {
        at: _singleton(at, one, day)
        for at, (one, day) in enumerate(zip(profiles, days, strict=True))
    }
    queue: list[tuple[float, int, int]] = []
    for left, right in pairs:
        if (alike := _alike(alive[left], alive[right])) >= 1:
            alive[left].near.add(right)
            alive[right].near.add(left)
            queue.append((-alike, left, right))
    heapq.heapify(queue)
    while queue:
        negative, left, right = heapq.heappop(queue)
        if left not in alive or right not in alive:
            continue
        if _alike(alive[left], alive[right]) != -negative:
            continue  # one of them has grown since
        if len(alive[left].members) + len(alive[right].members) > most:
            alive[left].divided = alive[right].divided = True
            continue
        halves = alive[left], alive.pop(right)
        for other in (halves[0].near | halves[1].near) - {right}:
            alive[other].near -= {left, right}
        alive[left] = one = _joined(*halves)
        one.near -= {left, right}
        met = [(_alike(one, alive[other]), -other) for other in one.near]
        one.near = {-other for _, other in heapq.nlargest(crowd, met)}
        for alike, other in met:
            if -other in one.near:
                alive[-other].near.add(left)
                if alike >= 1:
                    heapq.heappush(queue, (-alike, min(left, -other), max(left, -other)))
    yield from (StoryMembers(story.members, story.divided) for story in alive.values())


def _candidates(
    profiles: Sequence[Profile], days: Sequence[tuple[int, ...]]
) -> Iterator[tuple[int, int]]:
    """The pairs of texts that share enough of their index words to be worth comparing."""
    shelves: dict[tuple[str, Shelf], dict[int, float]] = defaultdict(dict)

    def found(word: str, looked_up: Iterable[Shelf]) -> Iterator[tuple[int, float]]:
        """The texts indexed under a word on some shelves: the index of each, and the word's weight
        there."""
        met: dict[int, float] = {}
        for shelf in looked_up:
            met |= shelves.get((word, shelf), {})
        return iter(met.items())

    for this, one in enumerate(profiles):
        for other in worth_comparing(one, days[this], found, lambda at: (profiles[at], days[at])):
            yield other, this
        for word, shelf, weight in shelved(one, days[this]):
            shelves[word, shelf][this] = weight


def worth_comparing(
    one: Profile,
    days: Sequence[int],
    found: Callable[[str, Iterable[Shelf]], Iterable[tuple[int, float]]],
    known: Callable[[int], tuple[Profile, Sequence[int]]],
) -> Iterator[int]:
    """The indices of the texts that share enough index words with one text.

    `found` gives the texts indexed on some shelves of a word, with its weight there, and `known`
    the profile and the days of a text.
    """
    shared: dict[int, float] = defaultdict(float)
    for word, shelves in looked_up(one, days):
        for other, weight in found(word, shelves):
            shared[other] += one.weights[word] * weight
    # Of those that share as much, the nearest: texts stand in alphabetical order.
    met = ((weight, at) for at, weight in shared.items())
    for weight, other in heapq.nlargest(blocking().crowd, met):
        if share_enough(weight, one, days, *known(other)):
            yield other


def share_enough(
    weight: float, left: Profile, its: Sequence[int], right: Profile, others: Sequence[int]
) -> bool:
    """Whether the weight of shared words makes two texts of these days worth comparing."""
    least = min(least_shared(left), least_shared(right))
    share = blocking().by_keys
    return weight >= least and weight >= share * _required_over_days(least / share, its, others)


def least_shared(one: Profile) -> float:
    """The least weight of words that a text must share with a longer one of its days."""
    return blocking().by_keys * _required_cosine(len(one.weights))


def shelved(one: Profile, days: Sequence[int]) -> Iterator[tuple[str, Shelf, float]]:
    """The entries under which a text is indexed: each index word, with a shelf and its weight."""
    for rank, word in enumerate(one.keys):
        for shelf in _indexed_on(days, rank):
            yield word, shelf, one.weights[word]


def looked_up(one: Profile, days: Sequence[int]) -> Iterator[tuple[str, set[Shelf]]]:
    """The queries with which a text finds others: each index word, with the shelves to search."""
    for rank, word in enumerate(one.keys):
        yield word, _searched_on(days, rank)


def _indexed_on(days: Sequence[int], rank: int) -> set[Shelf]:
    """The shelves on which a text of these days is indexed by its word of that rank."""
    if not days:
        return {"all", "undated"}
    bounds = blocking()
    shelves: set[Shelf] = {day // bounds.window for day in days}
    return shelves | ({"all", "ever"} if rank < bounds.ever else {"all"})


def _searched_on(days: Sequence[int], rank: int) -> set[Shelf]:
    """The shelves on which a text searches by that word: those of about its time, the undated, and
    for its weightiest words those of any time. An undated text searches all."""
    if not days:
        return {"all"}
    bounds = blocking()
    shelves: set[Shelf] = {day // bounds.window + step for day in days for step in (-1, 0, 1)}
    return shelves | ({"undated", "ever"} if rank < bounds.ever else {"undated"})


def _required_cosine(terms: float) -> float:
    """The cosine required of two texts, by the words of the shorter."""
    bounds = blocking()
    return bounds.alike * math.sqrt(terms / bounds.terms)


def are_alike(left: Profile, its: Sequence[int], right: Profile, others: Sequence[int]) -> bool:
    """Whether two texts of these days are alike enough to be about one story."""
    return _alike(_singleton(0, left, its), _singleton(1, right, others)) >= 1


def _singleton(at: int, one: Profile, days: Sequence[int]) -> _Story:
    """The story of one text."""
    return _Story((at,), one.weights, len(one.weights), tuple(days), set())


def _alike(left: _Story, right: _Story) -> float:
    """The similarity of two stories as a share of what is required; 1 and above is enough."""
    asked = _required_over_days(
        _required_cosine(min(left.terms, right.terms)), left.days, right.days
    )
    few, many = left.weights, right.weights
    if len(few) > len(many):
        few, many = many, few
    # exact, so that it is one number from both sides: whether a join is out of date goes by it
    return math.fsum(weight * many[word] for word, weight in few.items() if word in many) / asked


def _required_over_days(asked: float, left: Sequence[int], right: Sequence[int]) -> float:
    """The cosine required of texts of these days, where `asked` is required on one day."""
    bounds = blocking()
    if not left or not right:
        return asked * bounds.undated
    late = min(max(_days_between(left, right) - bounds.days, 0) / (bounds.window - bounds.days), 1)
    return asked + late * (bounds.alike_ever - asked)


def _days_between(left: Sequence[int], right: Sequence[int]) -> int:
    """The days between the two nearest days of both sides."""
    least = abs(left[0] - right[0])
    i = j = 0
    while least and i < len(left) and j < len(right):
        least = min(least, abs(left[i] - right[j]))
        if left[i] < right[j]:
            i += 1
        else:
            j += 1
    return least


def _joined(left: _Story, right: _Story) -> _Story:
    """Join two stories: members of both, the mean of their profiles, all days. Where only one of
    the two has days, it keeps its own profile and days."""
    members = left.members + right.members
    divided = left.divided or right.divided
    if bool(left.days) != bool(right.days):
        dated = left if left.days else right
        return _Story(members, dated.weights, dated.terms, dated.days, dated.near, divided)
    weights = {word: weight / 2 for word, weight in left.weights.items()}
    for word, weight in right.weights.items():
        weights[word] = weights.get(word, 0.0) + weight / 2
    days = tuple(sorted({*left.days, *right.days}))
    terms, near = (left.terms + right.terms) / 2, left.near | right.near
    return _Story(members, weights, terms, days, near, divided)
