"""Figures of unrelated stories, reconciled in one batch, do not meet in one group."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck import Article, Span, reconcile
from tests.linkage.bench import Excerpt, Pair, load_pairs
from tests.linkage.mixed_batch import batch, mixed, mixed_groups, names, stories, told

# How many groups of the thousand texts may join unrelated stories. A ratchet: lower it when
# linking gets better.
MIXED = 9


@pytest.mark.slow
def test_unrelated_stories_do_not_meet() -> None:
    found = [told(group) for group in mixed_groups(load_pairs())]
    assert len(found) <= MIXED, "\n".join(found)


def test_names_are_words_with_a_capital_inside_a_sentence() -> None:
    text = "Rescuers in Port Regan found Lyra's dog on Sunday, Captain Voss said."
    assert names(text) == {"Port", "Regan", "Lyra", "Captain", "Voss"}


def pair(name: str, left: str, right: str, day: date | None = None) -> Pair:
    """A pair of which only the id and the texts matter."""
    figure = Span(start=0, end=1)
    return Pair(
        id=name,
        topic="ships",
        relation="rounding",
        left=Excerpt(Article(id="left", text=left, published=day), figure),
        right=Excerpt(Article(id="right", text=right, published=day), figure),
        verdicts=frozenset(),
        reason="because",
    )


def test_a_text_of_several_pairs_is_one_article() -> None:
    shared = "Forty sheep were aboard the barge."
    articles = batch(
        [pair("barge-sheep", shared, "A barge."), pair("barge-goats", "A boat.", shared)]
    )
    assert [article.text for article in articles.values()] == [shared, "A barge.", "A boat."]
    assert all(key == article.id for key, article in articles.items())


def test_a_group_is_mixed_when_nothing_ties_its_texts() -> None:
    day = date(2021, 3, 4)
    killed = "The flood in Tolva killed 31 people."
    pairs = [
        pair("flood-toll", killed, "In the flood at Tolva 31 people were killed.", day),
        pair("fire-toll", killed.replace("flood in Tolva", "fire in Vesta"), "A fire.", day),
    ]
    articles = batch(pairs)
    ties = stories(pairs)
    report = reconcile([articles["flood-toll (left)"], articles["flood-toll (right)"]])
    (group,) = (group for group in report.groups if len(group.claims) == 2)
    assert not mixed(group, articles, ties)
    moved = [
        claim.model_copy(update={"article_id": name})
        for claim, name in zip(group.claims, ("flood-toll (left)", "fire-toll (left)"), strict=True)
    ]
    assert mixed(group.model_copy(update={"claims": tuple(moved)}), articles, ties)
