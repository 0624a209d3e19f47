"""The report that most tests export."""

from __future__ import annotations

import pytest

from factcheck import Article, reconcile
from factcheck.results import Possible, Report

from .newsstand import FLOOD


@pytest.fixture(scope="session")
def flood() -> Report:
    return reconcile(FLOOD)


@pytest.fixture(scope="session")
def summed() -> Report:
    """A report in which figures of one article do not add up: a conflict beside their groups."""
    found = reconcile(
        [
            Article(
                id="gazette",
                publisher="Gazette",
                text="The crash in Lindow hurt 12 people: 8 men and 9 women.",
            ),
            Article(
                id="herald", publisher="Herald", text="The crash in Lindow hurt 12 people, it said."
            ),
        ]
    )
    (conflict,) = found.conflicts
    assert [claim.quote for claim in conflict.claims] == ["12 people", "8 men", "9 women"]
    return found


@pytest.fixture(scope="session")
def asking(flood: Report) -> Report:
    """The same report, with one question to ask."""
    homes = next(claim for claim in flood.claims if claim.quote == "Nearly 300 homes")
    water = next(claim for claim in flood.claims if claim.quote == "2.50 metres")
    asked = Possible(
        question="number of homes",
        kind="count",
        claims=(homes, water),
        fits=("both in the flood", "both on Sunday"),
        open=("one is measured",),
    )
    return flood.model_copy(update={"possible": (asked,)})
