"""Which stories the articles that came in touch: only their neighbourhood is looked at.

Texts that no chain of alike ones joins decide nothing of each other's stories. So the stories of
such a neighbourhood come out as they would among all texts; where they are what they were, with
no text of theirs touched, nothing else is done.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from factcheck.archive.store import Kept, Store, Text
from factcheck.corrections import Settled, applied
from factcheck.linkage import compared_articles
from factcheck.linkage.block import agglomerated, are_alike, days_of, shelved, worth_comparing
from factcheck.linkage.profiles import Profile, profile
from factcheck.models import Article


@dataclass(frozen=True, slots=True)
class Moved:
    """Stories to be judged anew, those whose groups stand no more, and the places of the stories
    that are parts of one too large."""

    new: frozenset[int]
    old: frozenset[int]
    divided: tuple[int, ...]


def moved(store: Store, touched: Collection[int], decided: Settled) -> Moved:
    """Finds the stories of the texts that were touched and of those around them anew."""
    seeds = set(touched)
    for text in sorted(touched):
        seeds |= _shelve(store, text, decided)
    region = _region(store, seeds)
    before = store.stories(region)
    former = store.texts_of(set(before.values()))
    new: set[int] = set()
    old: set[int] = set()
    placed: set[int] = set()
    divided: set[int] = set()
    for members, is_part in _stories(store, store.texts(region)):
        story = min(text.place for text in members)
        divided |= {story} if is_part else set()
        numbers = {text.number for text in members}
        placed |= numbers
        if former.get(story) == numbers and numbers.isdisjoint(touched):
            continue
        new.add(story)
        old |= {text.story for text in members if text.story is not None}
        for number in numbers:
            store.tell(number, story)
    for number in before.keys() - placed:
        old.add(before[number])
        store.tell(number, None)
    return Moved(frozenset(new), frozenset(old), tuple(sorted(divided & new)))


def _shelve(store: Store, text: int, decided: Settled) -> set[int]:
    """Puts a text on the shelves by the days of its articles, or takes it off where they claim
    nothing; gives the texts that it was alike to before."""
    kept = store.articles([text])
    days = _days(store, text, kept, decided)
    known = store.shelved(text)
    if known is None and days is None:
        return set()
    if known is not None and days == known[1]:
        return set()
    left = store.take_off(text)
    if days is not None:
        article = kept[0].article
        own = known[0] if known else profile(" ".join(article.text.split()), article.language)
        alike = list(_alike(store, own, days))
        store.shelve(text, own, days, shelved(own, days))
        store.put_beside(text, alike)
    return left


def _days(
    store: Store, text: int, kept: Collection[Kept], decided: Settled
) -> tuple[int, ...] | None:
    """The days, as ordinals, on which those of its articles were published that have claims to
    compare; `None` where no article has."""
    articles: list[Article] = [one.article for one in kept]
    claims, _ = applied(store.claims([text]), articles, decided)
    compared = compared_articles(articles, claims)
    published = [article.published for article in articles if article.id in compared]
    return days_of(published) if compared else None


def _alike(store: Store, own: Profile, days: Collection[int]) -> Iterable[int]:
    """The texts on the shelves that are alike enough to tell one story with this one."""
    known: dict[int, tuple[Profile, tuple[int, ...]]] = {}

    def look_at(text: int) -> tuple[Profile, tuple[int, ...]]:
        found = store.shelved(text)
        assert found is not None
        return known.setdefault(text, found)

    in_order = tuple(days)
    found = worth_comparing(own, in_order, lambda *at: store.on_shelves(*at).items(), look_at)
    return [text for text in found if are_alike(own, in_order, *known[text])]


def _region(store: Store, seeds: Iterable[int]) -> set[int]:
    """The texts that a chain of alike ones joins to one of the seeds."""
    met = set(seeds)
    new = met
    while new:
        new = {other for _, other in store.pairs(new)} - met
        met = met | new
    return met


def _stories(store: Store, texts: list[Text]) -> Iterable[tuple[list[Text], bool]]:
    """The texts of each story, and whether it is a part of a larger one."""
    at = {text.number: place for place, text in enumerate(texts)}
    pairs = ((at[one], at[other]) for one, other in store.pairs(at) if at[one] < at[other])
    profiles, days = [text.profile for text in texts], [text.days for text in texts]
    for members in agglomerated(profiles, days, pairs):
        yield [texts[place] for place in members.places], members.divided
