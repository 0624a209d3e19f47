"""What the desk relies on, tested with articles and claims that nobody had to think up."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from newsdesk import briefing, clip
from newsdesk.briefing import WIDTH

from factcheck import Article, Claim, reconcile
from factcheck.testing import (
    BundleScore,
    KnownBundle,
    bundles,
    claimed_articles,
    generate_bundle,
    score,
)

batches = st.lists(st.from_type(Article), max_size=4, unique_by=lambda article: article.id)


@given(batches)
def test_no_article_breaks_the_briefing(articles: list[Article]) -> None:
    """Articles hold news prose and any text at all: emoji, controls, right-to-left script."""
    lines = briefing(reconcile(articles)).splitlines()
    assert all(line.isprintable() for line in lines)


@given(bundles())
@settings(max_examples=30)
def test_each_conflict_has_one_line_that_names_its_papers(bundle: KnownBundle) -> None:
    report = reconcile(bundle.articles)
    lines = briefing(report).splitlines()
    assert len(lines) == len(report.conflicts)
    papers = {article.id: article.publisher for article in bundle.articles}
    for line, group in zip(lines, report.conflicts, strict=True):
        assert " against " in line
        assert all(str(papers[claim.article_id]) in line for claim in group.claims)


@given(claimed_articles())
def test_a_clip_shows_the_figure_in_one_line(drawn: tuple[Article, Claim]) -> None:
    article, claim = drawn
    told = clip(article, claim)
    assert f"[{claim.quote}]" in told
    assert len(told) <= WIDTH
    assert "\n" not in told


@given(st.from_type(Claim), st.from_type(Article))
def test_a_clip_of_another_article_is_refused(claim: Claim, article: Article) -> None:
    other = article.model_copy(update={"id": claim.article_id + "-other"})
    with pytest.raises(ValueError, match="the claim is of article"):
        clip(other, claim)


def test_two_tolls_are_one_line() -> None:
    day = date(2024, 3, 5)
    articles = [
        Article(
            id="ledger",
            text="The landslide at Orlo killed 12 people, police said.",
            publisher="Harbor Ledger",
            published=day,
        ),
        Article(
            id="post",
            text="Police said the landslide at Orlo killed 19 people.",
            publisher="Estuary Post",
            published=day,
        ),
    ]
    told = briefing(reconcile(articles))
    assert told.endswith(": 12 people (Harbor Ledger) against 19 people (Estuary Post)")
    assert "\n" not in told


def test_the_library_is_good_enough_for_the_desk() -> None:
    """A floor under what the desk relies on, checked whenever the library is upgraded."""
    total = BundleScore()
    for seed in range(60):
        bundle = generate_bundle(seed)
        total += score(bundle, reconcile(bundle.articles))
    assert total.found_share > 0.5
    assert total.verdict_share > 0.6
