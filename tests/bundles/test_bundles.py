"""Bundles of reports of the length of news: no fewer contradictions are flagged, and no more that
are none, than is known."""

from __future__ import annotations

import warnings
from functools import cache

import pytest

from tests.bundles import bundles
from tests.bundles.bundles import GAINS, HALVES, LOSSES, Half, Place, Score

pytestmark = pytest.mark.slow


@cache
def found(half: Half) -> Score:
    """The totals of one half, computed once."""
    return bundles.totals(half)


@pytest.mark.parametrize("half", HALVES)
@pytest.mark.parametrize("name", [*GAINS, *LOSSES])
@pytest.mark.filterwarnings("default::tests.bundles.bundles.Gained")
def test_no_total_is_worse_than_known(half: Half, name: str) -> None:
    # only the numbers: a message with the texts would make the held half one to develop on
    now, known = found(half).totals[name], bundles.known()[half][name]
    told = f"{half}: {name} {now}, {known} known"
    better = now - known if name in GAINS else known - now
    assert better >= 0, told
    if better:
        warnings.warn(f"gained: {told}. {bundles.KEEP}", bundles.Gained, stacklevel=1)


@pytest.mark.parametrize("half", HALVES)
def test_each_place_stands_once_in_its_article(half: Half) -> None:
    places: list[tuple[str, Place, str]] = [
        (bundle.id, place, f"{told.title}\n{told.text}")
        for bundle in bundles.bundles(half)
        for pair in (*bundle.conflicts, *bundle.decoys, *bundle.same)
        for place in (pair.left, pair.right)
        for told in (bundle.articles[place.article],)
    ]
    wrong = [
        (id, place.figure)
        for id, place, text in places
        if text.count(place.sentence) != 1 or place.figure not in place.sentence
    ]
    assert wrong == []


def test_no_bundle_stands_in_both_halves() -> None:
    look, held = ({bundle.id for bundle in bundles.bundles(half)} for half in HALVES)
    assert look.isdisjoint(held)
