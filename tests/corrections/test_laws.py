"""Laws of corrections, on generated news."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck import Article, Corrections, Decision, Report, Ruling, reconcile
from factcheck.testing import generate_bundle

SEEDS = st.integers(0, 400)
ON = date(2024, 2, 19)
MILL = Article(
    id="the-mill",
    text="Wexcombe council voted 7-4 to sell the old corn mill. A brewer has offered £340,000 for "
    "the mill, whose wheel last turned in 1931, and hopes to open a taproom by spring.",
    publisher="Wexcombe Times",
    published=date(2018, 10, 20),
)
AGAIN = MILL.model_copy(
    update={
        "id": "again",
        "text": "Wexcombe council voted 8-3 to sell the old corn mill. A brewer has offered "
        "£300,000 for the mill, and hopes to open a taproom.",
        "publisher": "Downs Echo",
    }
)


def drawn(data: st.DataObject, report: Report, own: frozenset[str]) -> Corrections:
    """Some decisions on claims of the articles `own`."""
    names = sorted({claim.name for claim in report.claims if claim.article_id in own})
    found = []
    for _ in range(data.draw(st.integers(1, 4))):
        ruling = data.draw(st.sampled_from(list(Ruling)))
        single = ruling in (Ruling.NOT_A_CLAIM, Ruling.MISREAD)
        least, most = (1, 1) if single else (2, 3)
        claims = data.draw(
            st.lists(st.sampled_from(names), min_size=least, max_size=most, unique=True)
        )
        figure = "7" if ruling is Ruling.MISREAD else None
        found.append(
            Decision(ruling=ruling, claims=tuple(claims), by="R. C.", on=ON, figure=figure)
        )
    return Corrections(decisions=tuple(found))


@pytest.mark.slow
@given(SEEDS, st.data())
def test_decisions_on_one_story_change_no_group_of_another(seed: int, data: st.DataObject) -> None:
    articles = [MILL, *generate_bundle(seed).articles, AGAIN]
    own = frozenset({MILL.id, AGAIN.id})
    before = reconcile(articles)
    after = reconcile(articles, corrections=drawn(data, before, own))
    others = [
        [g for g in report.groups if own.isdisjoint(c.article_id for c in g.claims)]
        for report in (before, after)
    ]
    assert others[0] == others[1]


@given(SEEDS, st.data())
def test_every_decision_holds_or_is_told_and_every_claim_is_in_one_group(
    seed: int, data: st.DataObject
) -> None:
    articles = generate_bundle(seed).articles
    before = reconcile(articles)
    if len(before.claims) < 3:
        return
    given = drawn(data, before, frozenset(article.id for article in articles))
    report = reconcile(articles, corrections=given)
    home = {claim.id: group.id for group in report.groups for claim in group.claims}
    assert set(home) == {claim.id for claim in report.claims}
    assert sum(len(group.claims) for group in report.groups) >= len(report.claims)
    for decision in report.decisions:
        homes = [home[c.id] for c in report.claims if c.name in decision.claims]
        if decision.ruling in (Ruling.SAME, Ruling.EARLIER):
            assert len(set(homes)) == 1
        elif decision.ruling is Ruling.DIFFERENT:
            assert len(set(homes)) == len(homes)
        elif decision.ruling is Ruling.NOT_A_CLAIM:
            assert not homes
    overruled = [note for note in report.notes if "it has no effect" in note]
    assert len(report.decisions) + len(overruled) == len(given.decisions)
    assert Report.model_validate_json(report.model_dump_json()) == report


@pytest.mark.slow
@given(SEEDS, st.data())
def test_the_order_of_articles_changes_nothing(seed: int, data: st.DataObject) -> None:
    articles = list(generate_bundle(seed).articles)
    before = reconcile(articles)
    if len(before.claims) < 3:
        return
    given = drawn(data, before, frozenset(article.id for article in articles))
    there = reconcile(articles, corrections=given)
    back = reconcile(articles[::-1], corrections=given)
    assert groups(there) == groups(back)


def groups(report: Report) -> set[tuple[frozenset[str], str]]:
    return {(frozenset(c.id for c in g.claims), g.verdict.value) for g in report.groups}
