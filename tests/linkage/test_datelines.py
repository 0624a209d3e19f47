"""Where a sentence begins behind the place that its article is dated from, as papers print it."""

from __future__ import annotations

import pytest

from factcheck.linkage.stretches import dateline

PLACES = ["LINDOW", "LINDOW (Echo)", "LINDOW, May 3 (Echo)", "(Echo)", "Lindow"]


@pytest.mark.parametrize("dash", [" — ", " – ", " -- ", " - ", ": ", " | ", "—", "--"])
@pytest.mark.parametrize("place", PLACES)
def test_a_place_and_a_dash_open_no_sentence(place: str, dash: str) -> None:
    assert dateline(f"{place}{dash}The ferry sank off the coast.") == len(place + dash)


@pytest.mark.parametrize(
    "text",
    [
        "The ferry sank off the coast.",
        "the ferry sank — nobody was hurt.",
        "Lindow-based crews came.",
    ],
)
def test_a_sentence_that_opens_an_article_is_no_dateline(text: str) -> None:
    assert dateline(text) == 0
