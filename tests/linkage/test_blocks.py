"""Which claims meet at all: crowds of articles are told apart by names, tables are divided."""

from __future__ import annotations

import pytest

from factcheck import Article, extract
from factcheck.kinds import installed_kinds
from factcheck.linkage.block import stories
from factcheck.linkage.division import LARGEST_TABLE, divided
from factcheck.linkage.features import features

TOWNS = {"Oxmere": "lighthouse", "Dunholm": "brewery", "Farleigh": "library", "Wexcombe": "mill"}


def _fires(each: int) -> list[Article]:
    """So many articles on a fire in each town, all in the words of fires."""
    return [
        Article(
            id=f"{town}-{number}",
            text=f"A fire broke out at the {place} in {town} and smoke rose over the roofs. Crews "
            f"from {town} fought the flames for hours, and the {place} burned down.",
        )
        for town, place in TOWNS.items()
        for number in range(each)
    ]


def test_a_crowd_is_told_apart_by_names() -> None:
    found = stories(_fires(12))
    by_town = {town: {found[f"{town}-{number}"] for number in range(12)} for town in TOWNS}
    assert all(len(numbers) == 1 for numbers in by_town.values())
    assert len(set.union(*by_town.values())) == len(TOWNS)


@pytest.mark.parametrize("town", TOWNS)
def test_in_a_crowd_who_names_nobody_goes_with_those_most_like_it(town: str) -> None:
    text = f"a fire broke out and smoke rose over the roofs: the {TOWNS[town]} burned for hours"
    found = stories([*_fires(12), Article(id="nameless", text=text)])
    assert found["nameless"] == found[f"{town}-0"]
    assert len(set(found.values())) == len(TOWNS)


def test_a_crowd_in_a_script_without_capitals_stays_one_story() -> None:
    text = "شب حريق كبير في ميناء المدينة القديمة"
    found = stories([Article(id=str(number), text=text) for number in range(40)])
    assert set(found.values()) == {0}


def test_a_table_is_divided_and_no_claim_is_lost() -> None:
    article = Article(id="table", text=" ".join(str(number) for number in range(3000, 3600)))
    claims = extract(article)
    assert len(claims) > 256
    made, _ = features([article], claims, {kind.name: kind for kind in installed_kinds()})
    parts = list(divided(made))
    assert max(len(part.members) for part in parts) <= LARGEST_TABLE
    met = [one.position for part in parts for all_ in part.followers.values() for one in all_]
    assert sorted(met) == list(range(len(claims)))
