"""The first command of the README finds in `seeds/` what was put there."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from typer.testing import CliRunner

from factcheck.cli import app
from factcheck.results import Group, Report, Verdict

SEEDS = Path(__file__).resolve().parents[2] / "seeds"


@pytest.fixture(scope="module")
def report() -> Report:
    result = CliRunner().invoke(app, ["reconcile", "--json", str(SEEDS)])
    assert result.exit_code == 0, result.output
    return Report.model_validate_json(result.stdout)


def group_of(report: Report, quote: str, kind: str) -> Group:
    (group,) = (
        group
        for group in report.groups
        if group.kind == kind and any(quote in claim.quote for claim in group.claims)
    )
    return group


def test_the_sizes_of_the_caravan_are_one_conflict(report: Report) -> None:
    group = group_of(report, "about 6,000", "caravan_size")
    figures = {claim.quantity.low for claim in group.claims if claim.quantity}
    assert figures >= {Decimal(figure) for figure in (10_000, 6_000, 5_000, 2_000, 1_600)}
    assert group.verdict is Verdict.CONFLICT


def test_the_sentence_three_outlets_print_is_one_origin(report: Report) -> None:
    group = group_of(report, "about 6,000", "caravan_size")
    (position,) = (each for each in group.positions if each.low == Decimal(6_000))
    assert set(position.publishers) == {
        "Island Courier",
        "Continental Wire",
        "Northern Broadcast",
    }
    assert position.origins == 1


def test_kilometres_do_not_join_the_caravan(report: Report) -> None:
    group = group_of(report, "about 6,000", "caravan_size")
    assert all("kilometers" not in claim.quote for claim in group.claims)
    assert group_of(report, "1,600 kilometers", "distance").verdict is not Verdict.CONFLICT


@pytest.mark.parametrize(
    ("words", "kind"),
    [("680,000", "migrant_count"), ("32,000", "troop_count"), ("11%", "percent")],
)
def test_what_the_papers_agree_on(report: Report, words: str, kind: str) -> None:
    assert group_of(report, words, kind).verdict is Verdict.AGREE


@pytest.mark.parametrize("words", ["Christmas Eve", "last weekend"])
def test_the_day_it_left_and_the_day_it_was_let_through_are_conflicts(
    report: Report, words: str
) -> None:
    assert group_of(report, words, "event_date").verdict is Verdict.CONFLICT


@pytest.mark.parametrize("words", ["21 views", "Title 42", "29 December 2023", "December 26"])
def test_page_furniture_and_names_are_no_figures(report: Report, words: str) -> None:
    articles = {article.id: article for article in report.articles}
    for claim in report.claims:
        at = articles[claim.article_id].part(claim.part).find(words)
        inside = claim.span.start < at + len(words) and at < claim.span.end
        assert not (at >= 0 and inside and claim.kind != "event_date"), claim.quote


def test_every_quote_stands_where_it_is_said_to_stand(report: Report) -> None:
    articles = {article.id: article for article in report.articles}
    for claim in report.claims:
        words = articles[claim.article_id].part(claim.part)
        assert words[claim.span.start : claim.span.end] == claim.quote
