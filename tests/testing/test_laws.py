"""Laws that hold for any batch of articles, tried on generated news and on any text at all."""

from __future__ import annotations

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck import Article, Report, Verdict, extract, find_quantities, find_times, reconcile
from factcheck.testing import KnownBundle, articles, bundles

batches = st.lists(st.from_type(Article), max_size=4, unique_by=lambda article: article.id)
news = bundles().map(lambda bundle: bundle.articles) | batches.map(tuple)
# A report costs more than a model: half as many of them, whatever the profile.
few = settings(max_examples=max(settings().max_examples // 2, 10))


def told(report: Report) -> set[tuple[frozenset[str], Verdict]]:
    """What a report says, whatever the order it says it in."""
    return {
        (frozenset(claim.id for claim in group.claims), group.verdict) for group in report.groups
    }


@given(news)
@few
def test_every_claim_stands_in_one_group_and_every_quote_at_its_span(
    batch: tuple[Article, ...],
) -> None:
    report = reconcile(batch)
    articles = {article.id: article for article in batch}
    for claim in report.claims:
        assert claim.span.of(articles[claim.article_id].part(claim.part)) == claim.quote
        assert claim.sentence.covers(claim.span) or claim.sentence.overlaps(claim.span)
    grouped = Counter(claim.id for group in report.groups for claim in group.claims)
    assert grouped == Counter(claim.id for claim in report.claims)


@given(news)
@few
def test_the_same_articles_give_the_same_bytes(batch: tuple[Article, ...]) -> None:
    assert reconcile(batch).model_dump_json() == reconcile(batch).model_dump_json()


@given(news, st.randoms())
@few
def test_the_order_of_articles_does_not_matter(batch: tuple[Article, ...], random: object) -> None:
    shuffled = list(batch)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert told(reconcile(batch)) == told(reconcile(shuffled))


@given(news)
@few
def test_a_verdict_is_the_gravest_of_its_pairs(batch: tuple[Article, ...]) -> None:
    grave = list(Verdict)
    for group in reconcile(batch).groups:
        alone = len({claim.article_id for claim in group.claims}) == 1
        gravest = max(
            (pair.verdict for pair in group.pairs), key=grave.index, default=Verdict.AGREE
        )
        kinder = (Verdict.SINGLE, gravest) if alone else (gravest,)
        assert group.verdict in kinder


@given(bundles(), st.data())
@few
def test_one_article_printed_again_contradicts_itself_never_and_is_no_new_origin(
    bundle: KnownBundle, data: st.DataObject
) -> None:
    first = data.draw(st.sampled_from(bundle.articles))
    again = first.model_copy(update={"id": "again", "publisher": "The Reprint"})
    for group in reconcile((*bundle.articles, again)).groups:
        here = {claim.span: claim.id for claim in group.claims if claim.article_id == first.id}
        there = {claim.span: claim.id for claim in group.claims if claim.article_id == "again"}
        for span in here.keys() & there.keys():
            twins = {here[span], there[span]}
            assert any(twins <= set(origin.claims) for origin in group.origins)
            assert not any(
                {pair.left, pair.right} == twins and pair.verdict is Verdict.CONFLICT
                for pair in group.pairs
            )


@given(bundles())
@few
def test_a_report_comes_back_from_json(bundle: KnownBundle) -> None:
    report = reconcile(bundle.articles)
    assert Report.model_validate_json(report.model_dump_json()) == report


@given(articles())
@few
def test_readers_keep_within_the_text_and_in_its_order(article: Article) -> None:
    claims = extract(article)
    assert list(claims) == sorted(claims, key=lambda c: (c.span.start, c.span.end, c.kind))
    for mention in find_quantities(article.text):
        assert mention.span.of(article.text) == mention.quote
        assert mention.span.covers(mention.figure)
    for time in find_times(article.text, article.published):
        assert time.span.of(article.text) == time.quote
