"""The law of the archive: it holds what reconciling all its articles at once would give."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection
from contextlib import closing
from datetime import date, timedelta
from itertools import product
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from factcheck import Article, Corrections, Decision, Ruling, reconcile
from factcheck.archive import Archive
from factcheck.archive.store import Store, StoredText

from .conftest import Fresh
from .newsdesk import in_portions, news, told

SEEDS = st.lists(st.integers(0, 400), min_size=1, max_size=3, unique=True)
FEW_SEEDS = st.lists(st.integers(0, 400), min_size=1, max_size=2, unique=True)
RANDOM = st.randoms(use_true_random=False)
# Each example reconciles several stories, so there are fewer than of other laws.
A_QUARTER = settings(max_examples=max(1, settings().max_examples // 4))


@A_QUARTER
@given(SEEDS, RANDOM)
def test_one_by_one_is_what_all_at_once_would_be(
    fresh: Fresh, seeds: list[int], random: Random
) -> None:
    articles = news(seeds, random)
    with Archive(fresh()) as archive:
        for portion in in_portions(articles, random):
            archive.add(portion)
        assert told(archive.report()) == told(reconcile(articles))


def test_two_marches_in_one_town_part_and_meet_as_more_is_told() -> None:
    """One example of the law in which a story takes another in, and its groups with it."""
    articles = news([11, 12], Random(11))
    with Archive(":memory:") as archive:
        for article in articles:
            archive.add([article])
        assert told(archive.report()) == told(reconcile(articles))


@A_QUARTER
@given(SEEDS, RANDOM)
def test_a_corrected_article_leaves_nothing_of_the_former_version(
    seeds: list[int], random: Random
) -> None:
    articles = news(seeds, random)
    place = random.randrange(len(articles))
    other = news([random.randint(0, 400)], random)[0]
    later = articles[place].model_copy(update={"text": other.text, "title": other.title})
    with Archive(":memory:") as archive:
        for portion in in_portions(articles, random):
            archive.add(portion)
        archive.add([later])
        articles[place] = later
        assert told(archive.report()) == told(reconcile(articles))


@A_QUARTER
@given(FEW_SEEDS, RANDOM)
def test_copies_and_days_that_come_in_late_change_what_they_would_have(
    seeds: list[int], random: Random
) -> None:
    articles = news(seeds, random)
    copied = random.choice(articles)
    days = [None, date(2020, 1, 1), date(2031, 5, 6), copied.published]
    copies = [
        copied.model_copy(update={"id": f"copy-{at}", "published": day, "title": title})
        for at, (day, title) in enumerate(
            (random.choice(days), random.choice(["", "Nine die on the coast"])) for _ in range(3)
        )
    ]
    articles += copies
    random.shuffle(articles)
    with Archive(":memory:") as archive:
        for portion in in_portions(articles, random):
            archive.add(portion)
        assert told(archive.report()) == told(reconcile(articles))


@A_QUARTER
@given(FEW_SEEDS, RANDOM)
def test_decisions_hold_whenever_they_are_made(seeds: list[int], random: Random) -> None:
    articles = news(seeds, random)
    names = sorted({claim.name for claim in reconcile(articles).claims})
    assume(len(names) > 1)
    decisions = Corrections(
        decisions=tuple(
            Decision(
                ruling=ruling,
                claims=tuple(random.sample(names, 2 if ruling is not Ruling.NOT_A_CLAIM else 1)),
                by="A. Editor",
                on=date(2024, 2, 20),
            )
            for ruling in random.choices(
                [Ruling.SAME, Ruling.DIFFERENT, Ruling.EARLIER, Ruling.NOT_A_CLAIM], k=4
            )
        )
    )
    portions = in_portions(articles, random)
    first = random.randrange(len(portions) + 1)
    with Archive(":memory:") as archive:
        for portion in portions[:first]:
            archive.add(portion)
        archive.decide(decisions)
        for portion in portions[first:]:
            archive.add(portion)
        assert told(archive.report()) == told(reconcile(articles, corrections=decisions))
        archive.decide(None)
        assert told(archive.report()) == told(reconcile(articles))


@pytest.mark.slow
@given(st.lists(st.from_type(Article), max_size=4, unique_by=lambda article: article.id), RANDOM)
def test_hostile_articles_are_only_data(
    fresh: Fresh, articles: list[Article], random: Random
) -> None:
    # Two of one address are two versions, and an article needs a name of its own.
    named = [
        one.model_copy(update={"id": f"{at}:{one.id}", "url": None})
        for at, one in enumerate(articles)
    ]
    with Archive(fresh()) as archive:
        for portion in in_portions(named, random):
            archive.add(portion)
        assert told(archive.report()) == told(reconcile(named))
        assert archive.add(named).added == ()


NAMES = [
    f"{head}{tail}"
    for head, tail in product(
        ("Bald", "Dorg", "Fenk", "Gulm", "Kesp", "Lomb", "Marn", "Nolf", "Pirt", "Rusk", "Tavd"),
        ("anta", "ells", "imor", "ovo", "urgh", "ibel", "onska", "ette", "arno", "umen", "isko"),
    )
]
SHARED = 6  # names of the text before; of these texts each two neighbours are alike, barely


def chain(length: int, of: int = 12) -> list[Article]:
    """Texts each of which is a little like the next one: half of its names are there too."""
    return [
        Article(
            id=f"n{at}",
            text=f"In {', '.join(NAMES[at * SHARED : at * SHARED + of])} {at + 5} boats sank.",
            published=date(2024, 1, 1) + timedelta(days=at % 3),
        )
        for at in range(length)
    ]


def stories_in(path: Path) -> set[frozenset[str]]:
    """The ids of the articles of each story."""
    with closing(sqlite3.connect(path)) as file:
        rows = file.execute(
            "SELECT group_concat(id) FROM articles JOIN texts ON texts.number = text_number "
            "GROUP BY story"
        ).fetchall()
    return {frozenset(ids.split(",")) for (ids,) in rows}


@A_QUARTER
@given(random=RANDOM, of=st.integers(10, 15))
def test_stories_of_a_chain_are_found_in_any_order(random: Random, of: int) -> None:
    articles = chain(12, of)
    random.shuffle(articles)
    with TemporaryDirectory() as folder:
        one_by_one, at_once = Path(folder) / "one.db", Path(folder) / "all.db"
        with Archive(one_by_one) as archive:
            for portion in in_portions(articles, random):
                archive.add(portion)
        with Archive(at_once) as archive:
            archive.add(articles)
        assert stories_in(one_by_one) == stories_in(at_once)


def test_a_chain_through_the_archive_is_not_followed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ten thousand articles of one year were one chain of six thousand, and each one more took
    seconds."""
    looked_at: list[int] = []
    texts = Store.texts

    def counted(self: Any, numbers: Collection[int]) -> list[StoredText]:
        looked_at.append(len(numbers))
        return texts(self, numbers)

    *articles, last = chain(19)
    with Archive(tmp_path / "archive.db") as archive:
        archive.add(articles)
        assert len(stories_in(tmp_path / "archive.db")) > 2
        monkeypatch.setattr(Store, "texts", counted)
        archive.add([last])
    assert max(looked_at) < len(articles) / 2
