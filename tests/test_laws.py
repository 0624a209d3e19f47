"""Laws of the whole: they hold for any bundle of articles, here on generated news."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck import Article, InputError, Report, extract, reconcile
from factcheck.loading import load_articles
from factcheck.testing import generate_bundle

SEEDS = st.integers(0, 400)
OWN = tuple(load_articles(str(Path(__file__).parent.parent / "seeds")).articles)
# Generated news, and now and then the reports that come with the project.
NEWS = SEEDS.map(lambda seed: OWN if seed % 20 == 0 else generate_bundle(seed).articles)
MILL = Article(
    id="the-mill",
    text="Wexcombe council voted 7-4 to sell the old corn mill. A brewer has offered £340,000 for "
    "the mill, whose wheel last turned in 1931, and hopes to open a taproom by spring.",
    published=date(2018, 10, 20),
)


def partition(report: Report, leaving_out: Iterable[str] = ()) -> set[tuple[frozenset[str], str]]:
    """The groups as sets of claims with their verdicts, without the claims of some articles."""
    dropped = set(leaving_out)
    return {
        (frozenset(c.id for c in group.claims if c.article_id not in dropped), group.verdict.value)
        for group in report.groups
    }


def told(report: Report) -> set[tuple[object, ...]]:
    """All that is told of each group but what names outlets, which stand as the batch has them."""
    return {
        (
            frozenset(claim.id for claim in group.claims),
            *(group.kind, group.verdict, group.confidence, group.spread, group.median),
            group.weakest_link
            and (
                frozenset((group.weakest_link.left, group.weakest_link.right)),
                group.weakest_link.reasons,
            ),
            frozenset(group.deciding),
            tuple(
                (one.answer, one.low, one.high, one.origins, one.as_of) for one in group.positions
            ),
            frozenset(
                (frozenset((pair.left, pair.right)), pair.relation, pair.verdict, pair.reason)
                for pair in group.pairs
            ),
            frozenset(
                (frozenset(origin.articles), origin.evidence, origin.credits)
                for origin in group.origins
            ),
            group.inside_one_story,
        )
        for group in report.groups
    }


@given(SEEDS, st.randoms(use_true_random=False))
def test_what_is_told_of_a_group_does_not_depend_on_the_order_of_articles(
    seed: int, random: Random
) -> None:
    articles = list(generate_bundle(seed).articles)
    shuffled = articles.copy()
    random.shuffle(shuffled)
    one, other = reconcile(articles), reconcile(shuffled)
    assert told(one) == told(other)
    asked, again = (
        [frozenset(claim.id for claim in possible.claims) for possible in report.possible]
        for report in (one, other)
    )
    assert set(asked) == set(again)


@given(SEEDS, st.data())
def test_an_exact_copy_changes_no_verdict_and_no_count_of_origins(
    seed: int, data: st.DataObject
) -> None:
    articles = list(generate_bundle(seed).articles)
    copied = data.draw(st.sampled_from(articles)).model_copy(update={"id": "the-copy"})
    before, after = reconcile(articles), reconcile([*articles, copied])
    assert partition(after, ["the-copy"]) == partition(before)
    origins = {group.id: len(group.origins) for group in before.groups}
    assert {group.id: len(group.origins) for group in after.groups} == origins


def groups(report: Report, leaving_out: str = "") -> set[frozenset[str]]:
    """The groups as sets of claims, without the claims of one article."""
    return {ids for ids, _ in partition(report, [leaving_out])} - {frozenset()}


@given(NEWS)
def test_an_unrelated_article_changes_no_group(articles: tuple[Article, ...]) -> None:
    before, after = reconcile(articles), reconcile([MILL, *articles])
    assert partition(after, [MILL.id]) - {(frozenset(), "single")} == partition(before)
    assert before.possible == after.possible


@given(NEWS, st.data(), st.sampled_from(["a-copy", "the-copy"]))
def test_a_copy_under_another_headline_and_byline_changes_no_group(
    articles: tuple[Article, ...], data: st.DataObject, name: str
) -> None:
    changes = {"id": name, "title": "What is known so far", "publisher": "The Vesta Herald"}
    copied = data.draw(st.sampled_from(articles)).model_copy(update=changes)
    before, after = reconcile(articles), reconcile([*articles, copied])
    assert partition(after, [name]) == partition(before)


@given(NEWS, st.data(), st.integers(1, 30))
def test_a_copy_on_another_day_changes_no_group(
    articles: tuple[Article, ...], data: st.DataObject, days: int
) -> None:
    """Only what is in the groups: who prints a text again on a later day stands by it, so that a
    figure of one article is now given by two reports, and a single answer is one that agrees."""
    article = data.draw(st.sampled_from([one for one in articles if one.published is not None]))
    assert article.published is not None
    changes = {"id": "the-copy", "published": article.published + timedelta(days)}
    after = reconcile([*articles, article.model_copy(update=changes)])
    assert groups(after, "the-copy") == groups(reconcile(articles))


@given(NEWS, st.data())
def test_an_article_of_another_story_can_be_taken_away(
    articles: tuple[Article, ...], data: st.DataObject
) -> None:
    """Of one story this holds mostly and not always: a claim of the article may be what keeps two
    groups apart, or two claims in one, where the mean over all pairs decides."""
    mill = MILL.model_copy(update={"id": "again", "text": f"{MILL.text} The mill has 3 floors."})
    gone = data.draw(st.sampled_from([MILL.id, mill.id]))
    every = [MILL, *articles, mill]
    before = {group.claims for group in reconcile(every).groups}
    after = {group.claims for group in reconcile([a for a in every if a.id != gone]).groups}
    own = {MILL.id, mill.id}
    assert {claims for claims in before if own.isdisjoint(c.article_id for c in claims)} == {
        claims for claims in after if own.isdisjoint(c.article_id for c in claims)
    }


@given(SEEDS, st.integers(0, 5))
def test_reconciling_step_by_step_equals_reconciling_at_once(seed: int, first: int) -> None:
    articles = list(generate_bundle(seed).articles)
    stepwise = reconcile(articles[:first]).update(articles[first:])
    assert stepwise == reconcile(articles)


@given(SEEDS)
def test_a_new_article_renames_no_group(seed: int) -> None:
    *old, new = generate_bundle(seed).articles
    before = reconcile(old)
    after = before.update([new])
    names = {claim.id: group.id for group in after.groups for claim in group.claims}
    for group in before.groups:
        anchor = group.claims[0].id
        assert names[anchor] == group.id or any(
            names[anchor] == other.id for other in before.groups
        ), "an old group may be joined to another old one, but gets no new name"


@given(SEEDS)
def test_every_claim_stands_in_exactly_one_group(seed: int) -> None:
    report = reconcile(generate_bundle(seed).articles)
    grouped = [claim.id for group in report.groups for claim in group.claims]
    assert sorted(grouped) == sorted(claim.id for claim in report.claims)


@given(SEEDS)
def test_a_report_survives_json(seed: int) -> None:
    report = reconcile(generate_bundle(seed).articles)
    again = Report.model_validate_json(report.model_dump_json())
    assert again == report
    assert [type(c) for c in again.claims] == [type(c) for c in report.claims]


@given(st.text(max_size=300))
def test_any_text_gives_claims_whose_quotes_stand_at_their_spans(text: str) -> None:
    for claim in extract(Article(id="a", text=text)):
        assert claim.span.of(text) == claim.quote
        assert claim.sentence.start <= claim.span.start


def test_an_article_cannot_be_added_twice() -> None:
    article = Article(id="a", text="Forty people left.")
    with pytest.raises(InputError, match="a second article has the id 'a'"):
        reconcile([article]).update([article])
