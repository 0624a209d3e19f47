"""Find the stories that added articles touch; only their neighbourhood is looked at.

Stories come out as they would among all texts; where they are unchanged, with no text of theirs
touched, nothing else is done.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from factcheck.archive.store import Store, StoredArticle, StoredText
from factcheck.corrections import ResolvedCorrections, applied
from factcheck.linkage import compared_articles
from factcheck.linkage.block import agglomerated, are_alike, days_of, shelved, worth_comparing
from factcheck.linkage.model import blocking
from factcheck.linkage.profiles import Profile, profile
from factcheck.models import Article

# The texts of a story, and whether it is a part of a larger one.
_Found: TypeAlias = tuple[list[StoredText], bool]


@dataclass(frozen=True, slots=True)
class StoryChanges:
    """The changes to stories: those to be judged again, those whose groups are removed, and the
    places of the stories that are parts of one too large."""

    new: frozenset[int]
    old: frozenset[int]
    divided: tuple[int, ...]


def reassign_stories(
    store: Store, touched: Collection[int], decided: ResolvedCorrections
) -> StoryChanges:
    """Assign the touched texts, and those around them, to stories again."""
    seeds = set(touched)
    for text in sorted(touched):  # each is compared with those that came before it
        seeds |= _index(store, text, decided)
    region, found = _affected_stories(store, seeds)
    before = store.stories(region)
    former = store.texts_of(set(before.values()))
    new: set[int] = set()
    old: set[int] = set()
    placed: set[int] = set()
    divided: set[int] = set()
    for members, is_part in found:
        story = min(text.place for text in members)
        divided |= {story} if is_part else set()
        numbers = {text.number for text in members}
        placed |= numbers
        if former.get(story) == numbers and numbers.isdisjoint(touched):
            continue
        new.add(story)
        old |= {text.story for text in members if text.story is not None}
        for member in members:
            if member.story != story:
                store.assign_story(member.number, story)
    for number in before.keys() - placed:
        old.add(before[number])
        store.assign_story(number, None)
    return StoryChanges(frozenset(new), frozenset(old), tuple(sorted(divided & new)))


def _index(store: Store, text: int, decided: ResolvedCorrections) -> set[int]:
    """Index a text by the days of its articles, or remove it where they claim nothing; return the
    texts that it was alike to before."""
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
    store: Store, text: int, kept: Collection[StoredArticle], decided: ResolvedCorrections
) -> tuple[int, ...] | None:
    """The days, as ordinals, on which the articles of a text with claims to compare were published;
    `None` where no article has."""
    articles: list[Article] = [one.article for one in kept]
    claims, _ = applied(store.claims([text]), articles, decided)
    compared = compared_articles(articles, claims)
    published = [article.published for article in articles if article.id in compared]
    return days_of(published) if compared else None


def _alike(store: Store, own: Profile, days: Collection[int]) -> Iterable[int]:
    """The indexed texts that are alike enough to be of one story with this one."""
    known: dict[int, tuple[Profile, tuple[int, ...]]] = {}

    def look_at(text: int) -> tuple[Profile, tuple[int, ...]]:
        found = store.shelved(text)
        assert found is not None
        return known.setdefault(text, found)

    in_order = tuple(days)
    found = worth_comparing(own, in_order, lambda *at: store.on_shelves(*at).items(), look_at)
    return [text for text in found if are_alike(own, in_order, *known[text])]


def _affected_stories(store: Store, seeds: Collection[int]) -> tuple[set[int], list[_Found]]:
    """Find the stories that a change of some texts can affect: the texts of these stories, and the
    stories that they form now.

    Stories that are never joined do not influence each other, so those that stay as they were are
    found the same without what is around them. So the stories of the seeds are found together with
    those beside them; where one of these comes out another, once more with those beside it. A chain
    of texts that are a little alike may run through a whole archive, and none of it is looked at.
    """
    opened = _with_stories(store, seeds)
    region: set[int] = set()
    found: list[_Found] = []
    former: dict[int, int] = {}
    while True:
        around = _with_stories(store, opened | {other for _, other in store.pairs(opened)})
        if around != region:
            region = around
            found = list(_stories(store, store.texts(region)))
            former = store.stories(region)
        wider = (
            opened | _changed(found, former) | _near_large_stories(store, region - opened, former)
        )
        if wider == opened:
            return region, found
        opened = wider


def _with_stories(store: Store, texts: Collection[int]) -> set[int]:
    """The texts given, with all others of their stories."""
    stories = set(store.stories(texts).values())
    return set(texts).union(*store.texts_of(stories).values())


def _changed(found: Iterable[_Found], former: Mapping[int, int]) -> set[int]:
    """The texts whose story has other members than before."""
    sizes = Counter(former.values())
    changed: set[int] = set()
    for members, _ in found:
        stories = {former.get(text.number) for text in members}
        if len(stories) > 1 or any(
            story is None or sizes[story] != len(members) for story in stories
        ):
            changed.update(text.number for text in members)
    return changed


def _near_large_stories(
    store: Store, texts: Collection[int], former: Mapping[int, int]
) -> set[int]:
    """The texts beside a story with more texts than are compared; such a story depends on all its
    neighbours."""
    beside: defaultdict[int, set[int]] = defaultdict(set)
    for one, other in store.pairs(texts):
        if one in former:
            beside[former[one]].add(other)
    crowd = blocking().crowd
    return {text for text in texts if text in former and len(beside[former[text]]) > crowd}


def _stories(store: Store, texts: list[StoredText]) -> Iterable[_Found]:
    """The texts of each story, and whether it is a part of a larger one."""
    at = {text.number: place for place, text in enumerate(texts)}
    pairs = (
        (at[one], at[other])
        for one, other in store.pairs(at)
        if other in at and at[one] < at[other]
    )
    profiles, days = [text.profile for text in texts], [text.days for text in texts]
    for members in agglomerated(profiles, days, pairs):
        yield [texts[place] for place in members.places], members.divided
