"""Series of short reports, read, linked and judged: what is news that moved on, and what is not."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from factcheck import Article, reconcile
from factcheck.results import Group, Verdict

SERIES: list[dict[str, Any]] = tomllib.loads(
    Path(__file__).with_name("series.toml").read_text(encoding="utf-8")
)["series"]


def cases() -> list[Any]:
    return [
        pytest.param(
            series,
            id=series["name"],
            marks=[pytest.mark.xfail(reason=series["fails"], strict=True)]
            if "fails" in series
            else [],
        )
        for series in SERIES
    ]


def decisive(series: Mapping[str, Any], *, backwards: bool = False) -> Group | None:
    """The gravest of the groups that hold claims of all reports, figures or days as asked; no
    group only where the reports may well be held apart."""
    articles = [
        Article(id=f"r{n}", publisher=f"Paper {n}", text=text, published=date.fromisoformat(day))
        for n, (day, text) in enumerate(series["reports"])
    ]
    groups = [
        group
        for group in reconcile(articles[::-1] if backwards else articles).groups
        if len({claim.article_id for claim in group.claims}) == len(articles)
        and all((claim.quantity is None) == series.get("days", False) for claim in group.claims)
    ]
    assert groups or series.get("apart"), "no question that all reports answer"
    return max(groups, key=lambda group: list(Verdict).index(group.verdict), default=None)


@pytest.mark.parametrize("series", cases())
def test_a_series_of_reports(series: Mapping[str, Any]) -> None:
    group, turned = decisive(series), decisive(series, backwards=True)
    assert (group is None) == (turned is None)
    if group is None or turned is None:
        return
    assert group.verdict == series["verdict"], group.explanation
    assert series.get("shows", "") in group.explanation
    assert turned.verdict is group.verdict
