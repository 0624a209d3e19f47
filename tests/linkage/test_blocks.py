"""Which claims meet at all: tables are divided."""

from __future__ import annotations

from collections.abc import Mapping

from factcheck import Article, extract
from factcheck.kinds import installed_kinds
from factcheck.linkage.batch_features import features
from factcheck.linkage.block import stories
from factcheck.linkage.block_splitting import split_block
from factcheck.linkage.model import blocking
from factcheck.linkage.profiles import kept_words

MOST, TABLE = blocking().most_of_article, blocking().largest_table


def parts_of(texts: Mapping[str, str]) -> list[list[str]]:
    """The articles whose claims meet, for each part of the block of all their figures."""
    articles = [Article(id=name, text=text) for name, text in texts.items()]
    claims = [claim for article in articles for claim in extract(article)]
    made, _ = features(articles, claims, {kind.name: kind for kind in installed_kinds()})
    return [[one.claim.article_id for one in part.members] for part in split_block(made)]


def boats(number: int) -> str:
    return "\n".join(f"Police counted {n} boats." for n in range(20, 20 + number))


def test_an_article_of_few_figures_is_compared_whole() -> None:
    found = parts_of({"a": boats(MOST), "b": boats(MOST)})
    assert [len(part) for part in found] == [2 * MOST]


def test_an_article_of_more_figures_prints_a_table() -> None:
    # No key divides them, so they are cut; what another article gives meets the last lines.
    found = parts_of({"a": boats(MOST + 1), "b": "Police counted 900 boats."})
    whole, rest = divmod(MOST + 1, TABLE)
    assert [part.count("a") for part in found] == [*[TABLE] * whole, rest]
    assert [part.count("b") for part in found] == [*[0] * whole, 1]


def test_a_table_is_divided_and_no_claim_is_lost() -> None:
    article = Article(id="table", text=" ".join(str(number) for number in range(3000, 3600)))
    claims = extract(article)
    assert len(claims) > 256
    made, _ = features([article], claims, {kind.name: kind for kind in installed_kinds()})
    parts = list(split_block(made))
    assert max(len(part.members) for part in parts) <= TABLE
    met = [one.position for part in parts for all_ in part.followers.values() for one in all_]
    assert sorted(met) == list(range(len(claims)))


def test_hours_of_a_table_are_not_one_for_all() -> None:
    hours = [f"{hour}:{minute:02}" for hour in range(1, 9) for minute in range(5, 60, 5)]
    article = Article(id="log", text=" ".join(f"The siren rang at {at} p.m." for at in hours))
    claims = extract(article)
    assert len(claims) > MOST
    made, _ = features([article], claims, {kind.name: kind for kind in installed_kinds()})
    followers = [each for part in split_block(made) for each in part.followers.values()]
    assert sum(map(len, followers)) == len(claims)
    assert max(map(len, followers)) == 1


def test_the_words_of_an_article_are_read_once_for_its_story_and_its_names() -> None:
    text = "Crews in Tarn pulled 40 sheep from the mud.\n\nA vet from Hale came on Friday."
    article = Article(id="a", text=text)
    kept_words.cache_clear()
    stories([article])
    read = kept_words.cache_info().misses
    made, _ = features([article], extract(article), {kind.name: kind for kind in installed_kinds()})
    assert "hale" in made[0].article_words
    assert "orrin" not in made[0].article_words
    assert kept_words.cache_info().misses == read + 1  # its title
