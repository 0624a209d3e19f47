"""The score: full marks for a report that tells the truth, the right cause for each fault."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal

import pytest

from factcheck.kinds import Count, EventDate, EventTime
from factcheck.models import Article, Claim, Period, Quantity, Span
from factcheck.results import Group, Origin, Report, Verdict
from factcheck.testing import (
    BundleScore,
    Cause,
    KnownBundle,
    KnownClaim,
    KnownGroup,
    generate_bundle,
    score,
)


def claim_of(bundle: KnownBundle, known: KnownClaim) -> Claim:
    """The claim that a perfect reader makes of a known one."""
    text = next(article.text for article in bundle.articles if article.id == known.article_id)
    place = {
        "article_id": known.article_id,
        "span": known.span,
        "quote": known.span.of(text),
        "sentence": known.span,
        "rule": "truth",
    }
    if known.clock is not None:
        return EventTime.model_validate({**place, "clock": known.clock})
    if known.day is not None:
        return EventDate.model_validate({**place, "when": Period(start=known.day, end=known.day)})
    return Count.model_validate({**place, "quantity": Quantity(low=known.low, high=known.high)})


def group_of(claims: Sequence[Claim], verdict: Verdict, origins: int | None = 1) -> Group:
    return Group(
        id=claims[0].id,
        label="a question",
        kind=claims[0].kind,
        claims=tuple(claims),
        verdict=verdict,
        explanation="as it was written",
        origins=tuple(Origin(articles=("a",), claims=("c",)) for _ in range(origins or 1)),
        positions=(),
    )


def report_of(bundle: KnownBundle, groups: Sequence[Group]) -> Report:
    claims = tuple(claim for group in groups for claim in group.claims)
    return Report(articles=bundle.articles, claims=claims, groups=tuple(groups))


def true_groups(bundle: KnownBundle) -> list[Group]:
    return [
        group_of([claim_of(bundle, c) for c in known.claims], known.verdict, known.origins)
        for known in bundle.groups
    ]


def test_the_truth_gets_full_marks() -> None:
    total = BundleScore()
    for seed in range(120):
        bundle = generate_bundle(seed)
        total += score(bundle, report_of(bundle, true_groups(bundle)))
    assert total.failures == ()
    assert total.groups > 300
    assert total.found == total.verdicts == total.groups
    assert total.conflicts == total.conflicts_found == total.reported > 20
    assert total.false_conflicts == total.lookalikes_in_conflict == 0
    assert total.lookalikes > 100
    assert total.origins == total.origins_right > 300
    assert (total.found_share, total.verdict_share, total.false_share) == (1.0, 1.0, 0.0)


def test_an_empty_report_finds_nothing_and_claims_nothing_false() -> None:
    bundle = generate_bundle(3)
    empty = score(bundle, report_of(bundle, []))
    assert empty.found == empty.verdicts == empty.reported == empty.false_conflicts == 0
    assert {failure.cause for failure in empty.failures} == {Cause.NOT_READ}
    assert len(empty.failures) == empty.groups == len(bundle.groups)


TEXT = "The dam cost $40 million. It holds 90 ducks. In 2011 it held 80 ducks."


def _bundle() -> KnownBundle:
    def claim(article: str, words: str, figure: int) -> KnownClaim:
        start = TEXT.index(words)
        return KnownClaim(
            article_id=article,
            span=Span(start=start, end=start + len(words)),
            low=Decimal(figure),
            high=Decimal(figure),
        )

    now = tuple(claim(article, "90", 90) for article in ("a", "b"))
    then = (claim("a", "80", 80),)
    return KnownBundle(
        topic="dam",
        articles=tuple(Article(id=i, text=TEXT, published=date(2024, 5, 1)) for i in ("a", "b")),
        groups=(
            KnownGroup(
                question="ducks", relation="the same", claims=now, verdict=Verdict.AGREE, origins=2
            ),
            KnownGroup(
                question="ducks in 2011", relation="decoy", claims=then, verdict=Verdict.SINGLE
            ),
        ),
        apart=((now[0], then[0]),),
    )


def _split(bundle: KnownBundle, now: list[Claim], then: list[Claim]) -> list[Group]:
    return [group_of([one], Verdict.SINGLE) for one in (*now, *then)]


def _merged(bundle: KnownBundle, now: list[Claim], then: list[Claim]) -> list[Group]:
    return [group_of([*now, *then], Verdict.COMPATIBLE, 2)]


def _misjudged(bundle: KnownBundle, now: list[Claim], then: list[Claim]) -> list[Group]:
    return [group_of(now, Verdict.TENSION, 2), group_of(then, Verdict.SINGLE)]


def _misread(bundle: KnownBundle, now: list[Claim], then: list[Claim]) -> list[Group]:
    other = Quantity(low=None, high=then[0].quantity.high if then[0].quantity else None)
    changed = [now[0], now[1].model_copy(update={"quantity": other})]
    return [group_of(changed, Verdict.AGREE, 2), group_of(then, Verdict.SINGLE)]


def _unread(bundle: KnownBundle, now: list[Claim], then: list[Claim]) -> list[Group]:
    return [group_of(now, Verdict.AGREE, 2)]


@pytest.mark.parametrize(
    ("spoil", "cause", "found", "verdicts"),
    [
        (_split, Cause.SPLIT, 1, 1),
        (_merged, Cause.MERGED, 0, 0),
        (_misjudged, Cause.MISJUDGED, 2, 1),
        (_misread, Cause.MISREAD, 2, 2),
        (_unread, Cause.NOT_READ, 1, 1),
    ],
)
def test_each_fault_is_told_by_its_cause(
    spoil: Callable[[KnownBundle, list[Claim], list[Claim]], list[Group]],
    cause: Cause,
    found: int,
    verdicts: int,
) -> None:
    bundle = _bundle()
    now, then = ([claim_of(bundle, c) for c in group.claims] for group in bundle.groups)
    scored = score(bundle, report_of(bundle, spoil(bundle, now, then)))
    assert {failure.cause for failure in scored.failures} == {cause}
    assert (scored.found, scored.verdicts) == (found, verdicts)
    assert scored.false_conflicts == 0


def test_a_conflict_that_nobody_made_is_false() -> None:
    bundle = _bundle()
    now, then = ([claim_of(bundle, c) for c in group.claims] for group in bundle.groups)
    scored = score(bundle, report_of(bundle, [group_of([*now, *then], Verdict.CONFLICT)]))
    assert (scored.reported, scored.false_conflicts, scored.lookalikes_in_conflict) == (1, 1, 1)
    assert scored.false_share == 1.0
    causes = {failure.cause for failure in scored.failures}
    assert causes == {Cause.MERGED, Cause.FALSE_CONFLICT, Cause.LOOKALIKES}


def test_scores_add_up() -> None:
    bundle = _bundle()
    one = score(bundle, report_of(bundle, true_groups(bundle)))
    two = score(bundle, report_of(bundle, []))
    both = one + two
    assert both.groups == one.groups + two.groups
    assert both.failures == two.failures
    assert both + BundleScore() == both
