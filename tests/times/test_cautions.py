"""Times that date no event of their sentence carry a mark that says why."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.mentions import TimeCaution
from factcheck.times import find_times

DAY = date(2023, 12, 28)
STAMP, BOUND, COMPARED = TimeCaution.STAMP, TimeCaution.BOUND, TimeCaution.COMPARED
MODIFIER, DAY_OR_MONTH = TimeCaution.MODIFIER, TimeCaution.DAY_OR_MONTH


@pytest.mark.parametrize(
    ("text", "caution"),
    [
        ("Updated: Dec. 28, 2023\nThe dam broke.", STAMP),
        ("Last updated on Dec. 28, 2023\nThe dam broke.", STAMP),
        ("UPDATE 3:30 p.m.: The dam broke.", STAMP),
        ("10:45 a.m. — The dam broke.", STAMP),
        ("10:45 a.m.\nThe dam broke.", STAMP),
        ("The dam broke. — Ana Li (@ana_li) December 27, 2023", STAMP),
        ("LIMA, Peru, Dec. 27 (Reuters) - The dam broke.", STAMP),
        ("SANTA RITA, 6 DEC 89 (AFP) -- THE DAM BROKE", STAMP),
        ("Forty have died since Monday.", BOUND),
        ("The dam must be mended by May.", BOUND),
        ("He left before Christmas.", BOUND),
        ("More people drowned than in 2020.", COMPARED),
        ("Twice as many drowned as on Monday.", COMPARED),
        ("Twice as many drowned as last year.", COMPARED),
        ("As many as during the 1990s drowned.", COMPARED),
        ("More drowned than in all of 2020.", COMPARED),
        ("They were as many as all of 2020.", COMPARED),
        ("He spoke as recently as Monday.", None),
        ("He fled as early as in 2020.", None),
        ("It was held as late as Monday.", None),
        ("It fell as far back as 2020.", None),
        ("It could fall as soon as Monday.", None),
        ("They slept as Monday dawned.", None),
        ("The 2016 nominee spoke.", MODIFIER),
        ("She drove her 2014 pickup.", MODIFIER),
        ("The party's 2024 platform is out.", MODIFIER),
        ("It is dated 3/4/2023.", DAY_OR_MONTH),
        ("The dam broke on Monday.", None),
        ("Updated rules were read on Dec. 27 in the hall.", None),
        ("At 10:45 a.m. on Monday the dam broke.", None),
        ("PARIS (AP) — On Dec. 3 the dam broke.", None),
        ("In 2016 voters chose her.", None),
        ("The year 2016 was dry.", None),
        ("It is dated 13/4/2023.", None),
        ("It is dated 4/4/2023.", None),
    ],
)
def test_why_a_day_is_not_that_of_its_sentence(text: str, caution: TimeCaution | None) -> None:
    found = [time for time in find_times(text, DAY) if time.value != "PAST_REF"]
    assert [time.caution for time in found] == [caution]


LONG = (
    "The river had risen all week and the old dam above the town was watched by day and by night."
)


def test_a_stamp_stands_at_the_head_of_its_line_however_late() -> None:
    late = find_times(f"{LONG}\n{LONG}\nUpdated: Dec. 28, 2023\nThe dam broke.", DAY)
    assert [time.caution for time in late if time.quote == "Dec. 28, 2023"] == [STAMP]
    inside = find_times(f"{LONG} {LONG} Updated: Dec. 28, 2023\nThe dam broke.", DAY)
    assert [time.caution for time in inside if time.quote == "Dec. 28, 2023"] == [None]


@pytest.mark.parametrize("country", ["US", "GB"])
def test_the_country_settles_a_date_in_figures(country: str) -> None:
    (found,) = find_times("It is dated 3/4/2023.", DAY, country=country)
    assert found.caution is None


def test_a_date_read_in_two_ways_is_read_as_in_america_and_marked() -> None:
    (found,) = find_times("It is dated 3/4/2023.", DAY)
    assert (found.start, found.caution) == (date(2023, 3, 4), DAY_OR_MONTH)
