"""Which articles tell one story, and that it depends on them alone.

The laws are shown on generated news, whose events have names of their own here: an event's
articles are what `of_event` makes of one seed, and another seed is another event.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from itertools import pairwise
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck import Article
from factcheck.linkage.block import _alike, _days_between, _singleton, stories
from factcheck.linkage.profiles import Profile, _names
from factcheck.testing import generate_bundle

FERRY = (
    "The ferry Oxmere Queen ran aground off Dunholm on Friday with 214 people aboard. Lifeboats "
    "from Dunholm took the passengers off, and the harbour master said the Oxmere Queen had "
    "drifted on to the sandbank after an engine failed."
)
FERRY_TOO = (
    "Divers were sent down to the Oxmere Queen, the ferry that struck a sandbank near Dunholm. Its "
    "passengers, 220 by the count of the owners, were brought ashore by lifeboats."
)
MILL = (
    "Wexcombe council voted 7-4 to sell the old corn mill. A brewer has offered £340,000 for the "
    "mill, whose wheel last turned in 1931, and hopes to open a taproom by spring."
)
DAY = date(2021, 4, 9)


def partition(found: Mapping[str, int]) -> set[frozenset[str]]:
    """The stories as sets of ids: how they are numbered does not matter."""
    parts: dict[int, set[str]] = defaultdict(set)
    for name, story in found.items():
        parts[story].add(name)
    return {frozenset(part) for part in parts.values()}


def without(parts: Iterable[frozenset[str]], gone: Iterable[str]) -> set[frozenset[str]]:
    """The stories without some articles, and without those that held nothing else."""
    left = {part - frozenset(gone) for part in parts}
    return left - {frozenset()}


def article(name: str, text: str, published: date | None = DAY, title: str = "") -> Article:
    return Article(id=name, text=text, published=published, title=title)


def one_story(*articles: Article) -> bool:
    return len(set(stories(articles).of.values())) == 1


def of_event(seed: int, *topics: str) -> list[Article]:
    """The articles on one generated event, its names written with an ending of its own."""
    ending = "".join("bdfgklmnprstvz"[int(digit)] + "o" for digit in str(seed))
    return [
        each.model_copy(
            update={
                "id": f"{seed}-{at}",
                "text": re.sub(r"(?<=[a-z,] )[A-Z][a-z]{3,}", rf"\g<0>{ending}", each.text),
            }
        )
        for at, each in enumerate(generate_bundle(seed, topics).articles)
    ]


events = st.lists(st.integers(0, 400), min_size=1, max_size=5, unique=True)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (FERRY, FERRY_TOO),
        ("Police put the march through Dunholm at 2,000.", "The Dunholm march drew 9,000 people."),
        ("The ferry carried 18 lorries.", "There were 25 lorries on the ferry."),
        ("Inflation was 3.1 percent in May.", "Prices rose: inflation stood at 3.4 percent."),
        ("The pilot asked for 38,000 feet.", "The pilot had asked to climb to 34,000 feet."),
    ],
)  # fmt: skip
@pytest.mark.parametrize("published", [DAY, None])
def test_reports_on_one_event_are_one_story(left: str, right: str, published: date | None) -> None:
    assert one_story(article("a", left, published), article("b", right, published))


def test_reports_that_share_no_telling_word_are_two_stories() -> None:
    assert not one_story(article("a", FERRY), article("b", MILL))
    assert not one_story(article("a", "People said so on Friday."), article("b", MILL))


TRAWLER = (
    "A trawler lost its rudder in a squall off Dunholm. Its crew of six were winched to safety and "
    "the Farleigh Belle was towed to Vesta, where a harbour master ordered repairs to her engine."
)
TRAWLER_TOO = (
    "The six crew of the Farleigh Belle, the trawler that lost its rudder off Dunholm in a squall, "
    "have thanked the pilot who winched them to safety."
)


@pytest.mark.parametrize(("days", "expected"), [(0, True), (3, True), (12, False), (400, False)])
def test_the_further_apart_in_time_the_more_alike_they_must_be(days: int, expected: bool) -> None:
    left, right = article("a", FERRY), article("b", TRAWLER, DAY + timedelta(days))
    assert one_story(left, right) is expected


def test_a_reprint_is_found_after_years() -> None:
    assert one_story(
        article("a", FERRY), article("b", f"From the archive. {FERRY}", date(2024, 1, 2))
    )


def test_the_window_of_days_moves_with_the_story() -> None:
    """A report of the twelfth day is too far from the first, but not from what lies between."""
    first = article("a", FERRY)
    last = article("z", FERRY_TOO.replace("Its passengers", "The crew"), DAY + timedelta(30))
    between = [article(f"b{n}", f"{FERRY_TOO} Day {n}.", DAY + timedelta(n)) for n in (7, 15, 23)]
    assert one_story(first, *between, last)


def test_an_undated_article_joins_one_dated_story_and_never_two() -> None:
    old = DAY - timedelta(2000)
    dated = [
        article("a", FERRY), article("b", FERRY_TOO),
        article("c", TRAWLER, old), article("d", TRAWLER_TOO, old),
    ]  # fmt: skip
    undated = article("u", f"{TRAWLER_TOO} The ferry Oxmere Queen ran aground there too.", None)
    assert partition(stories(dated).of) == {frozenset("ab"), frozenset("cd")}
    assert partition(stories([*dated, undated]).of) == {frozenset("ab"), frozenset("cdu")}


DAYS = st.lists(st.integers(0, 60), min_size=1, max_size=6, unique=True).map(sorted)


@given(DAYS, DAYS)
def test_the_gap_is_between_the_nearest_days_of_two_stories(
    left: list[int], right: list[int]
) -> None:
    assert _days_between(left, right) == min(abs(one - other) for one in left for other in right)


def test_average_link_does_not_chain() -> None:
    """Each report shares half of its words with the next; the first and the last share none."""
    halves = [
        " ".join(f"{one}{two}{ending}" for one in "bdfg" for two in "aeiou")
        for ending in ("lo", "mu", "ni", "pa", "ro", "su", "ti", "va")
    ]
    linked = [
        article(f"{n}", f"{left} {right}") for n, (left, right) in enumerate(pairwise(halves))
    ]
    found = stories(linked).of
    assert found["0"] == found["1"]
    assert found["0"] != found["6"]


@settings(deadline=None)
@given(events, st.data())
def test_stories_do_not_depend_on_order(seeds: list[int], data: st.DataObject) -> None:
    batch = [each for seed in seeds for each in of_event(seed)]
    shuffled = data.draw(st.permutations(batch))
    assert partition(stories(batch).of) == partition(stories(shuffled).of)


@settings(deadline=None)
@given(events)
def test_unrelated_articles_change_no_story(seeds: list[int]) -> None:
    batch = [each for seed in seeds for each in of_event(seed)]
    strangers = [article("ferry", FERRY), article("ferry too", FERRY_TOO), article("mill", MILL)]
    found = partition(stories([*batch, *strangers]).of)
    assert without(found, ["ferry", "ferry too", "mill"]) == partition(stories(batch).of)
    assert {"mill"} in found
    assert {"ferry", "ferry too"} in found


@settings(deadline=None)
@given(events, st.data())
def test_a_copy_changes_no_story_and_joins_that_of_its_text(
    seeds: list[int], data: st.DataObject
) -> None:
    batch = [each for seed in seeds for each in of_event(seed)]
    copied = data.draw(st.sampled_from(batch))
    day = copied.published or DAY
    changes = {
        "id": data.draw(st.sampled_from(["", "zz", "0"])) + "copy",
        "title": data.draw(st.sampled_from(["", copied.title, MILL, "Late edition"])),
        "publisher": data.draw(st.sampled_from([None, "Wexcombe Echo"])),
        "published": data.draw(st.sampled_from([day, None, day + timedelta(2)])),
    }
    copy = copied.model_copy(update=changes)
    found = stories([*batch, copy]).of
    assert without(partition(found), [copy.id]) == partition(stories(batch).of)
    assert found[copy.id] == found[copied.id]


TOPICS = ("budget", "caravan", "earthquake")


@settings(deadline=None)
@given(st.lists(st.integers(0, 400), min_size=3, max_size=3, unique=True), st.data())
def test_removing_an_article_of_another_story_changes_no_story(
    seeds: list[int], data: st.DataObject
) -> None:
    """Of events that are unlike: of one event told as two stories, an article that stands between
    them may be what keeps them apart."""
    batch = [
        each.model_copy(update={"id": f"{topic} {each.id}"})
        for topic, seed in zip(TOPICS, seeds, strict=True)
        for each in of_event(seed, topic)
    ]
    gone = data.draw(st.sampled_from(batch))
    before = partition(stories(batch).of)
    after = partition(stories([each for each in batch if each.id != gone.id]).of)
    event = gone.id.split("-")[0]
    others = {part for part in before if not any(name.startswith(event) for name in part)}
    assert others <= after


def test_a_story_of_a_large_batch_is_that_of_a_small_one() -> None:
    own = of_event(7)
    large = [each for seed in range(150) for each in of_event(seed)]
    names = {each.id for each in own}
    alone = partition(stories(own).of)
    together = partition(stories(large).of)
    assert {part & names for part in together if part & names} == alone


@given(st.lists(st.text(), max_size=6))
def test_any_texts_have_stories(texts: list[str]) -> None:
    batch = [article(str(at), text) for at, text in enumerate(texts)]
    assert stories(batch).of.keys() == {each.id for each in batch}


def test_two_texts_are_as_alike_from_either_side() -> None:
    """Whether a join is out of date goes by the very number."""
    draw = Random(7)
    for _ in range(200):
        words = [
            {str(word): draw.random() for word in draw.sample(range(110), 100)} for _ in range(2)
        ]
        one, other = (_singleton(at, Profile.of(each), ()) for at, each in enumerate(words))
        assert _alike(one, other) == _alike(other, one)


def test_a_name_may_be_written_in_any_letters() -> None:
    told = "They met in Łódź and in Lindow, in Élancourt and at the Ärmel; an ärmel was torn."
    assert _names(told) == {"Łódź", "Lindow", "Élancourt"}  # what has a small letter too is none
