"""Which year, day or length is meant by nearness: dates at the bound, weekdays joined to others."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.times import find_times
from factcheck.times.partial import compatible

THURSDAY = date(2023, 12, 28)
MID_JANUARY = date(2023, 1, 15)


@pytest.mark.parametrize(
    ("text", "published", "day"),
    [
        # Seven months of thirty days back, and no farther: then the day ahead is meant.
        ("It came on June 20.", MID_JANUARY, date(2022, 6, 20)),
        ("It comes on June 19.", MID_JANUARY, date(2023, 6, 19)),
        # A simple past is behind however long ago, and what will be ahead however far.
        ("It came on June 19.", MID_JANUARY, date(2022, 6, 19)),
        ("It came on January 17.", MID_JANUARY, date(2022, 1, 17)),
        ("They announced a feast on January 17.", MID_JANUARY, date(2023, 1, 17)),
        ("It was moved from January 17 to the hall.", MID_JANUARY, date(2023, 1, 17)),
        ("It was planned for January 17.", MID_JANUARY, date(2023, 1, 17)),
        ("It will come on January 13.", MID_JANUARY, date(2024, 1, 13)),
        ("It will come on December 5.", THURSDAY, date(2024, 12, 5)),
        ("It is due on December 5.", THURSDAY, date(2023, 12, 5)),
        ("It came on December 31.", MID_JANUARY, date(2022, 12, 31)),
        ("It came on January 15.", MID_JANUARY, date(2023, 1, 15)),
        ("It came on January 16.", MID_JANUARY, date(2023, 1, 16)),
        # So far ahead where the verb says so, but no day that has just been.
        ("It will come on December 28.", THURSDAY, date(2023, 12, 28)),
        ("It will come on December 27.", THURSDAY, date(2023, 12, 27)),
        ("It will come on July 23.", THURSDAY, date(2024, 7, 23)),
        ("It will come on January 14.", MID_JANUARY, date(2023, 1, 14)),
        ("It will come on January 15.", MID_JANUARY, date(2023, 1, 15)),
    ],
)
def test_the_year_of_a_day_without_one(text: str, published: date, day: date) -> None:
    (found,) = find_times(text, published)
    assert found.start == day


@pytest.mark.parametrize(
    ("month", "year"),
    [("August", 2024), ("September", 2023), ("December", 2023), ("January", 2024)],
)
def test_a_month_ahead_is_one_of_the_next_eight(month: str, year: int) -> None:
    (found,) = find_times(f"It is due in {month}.", THURSDAY)
    assert found.start is not None
    assert found.start.year == year


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("It will come in September.", date(2024, 9, 1)),
        ("It will come in December.", date(2023, 12, 1)),
        ("It came in September.", date(2023, 9, 1)),
        ("They will say that it came in September.", date(2023, 9, 1)),
    ],
)
def test_a_month_of_the_future_tense_lies_ahead(text: str, first: date) -> None:
    (found,) = find_times(text, THURSDAY)
    assert found.start == first


@pytest.mark.parametrize(
    ("joint", "joined"),
    [
        *((joint, True) for joint in (
            ", ", " or ", " and ", " into ", " to ", " - ", " – ", " — ", " and on ",
            " night into ", " morning or ", " and again on ", " and then on ")),
        (" but ", False), (" with ", False),
    ],
)  # fmt: skip
def test_a_weekday_is_joined_to_the_one_before(joint: str, joined: bool) -> None:
    """Nothing says that Sunday lies ahead but the Saturday beside it."""
    found = find_times(f"The fair of Saturday{joint}Sunday.", THURSDAY)
    assert found[0].start == date(2023, 12, 30)
    if len(found) == 2:
        assert found[1].start == date(2023, 12, 31 if joined else 24)
    else:
        assert found[0].end == date(2023, 12, 31)  # read as one stretch


@pytest.mark.parametrize(
    ("second", "day"),
    [
        # Three days on at most.
        ("Sunday", date(2023, 12, 31)), ("Monday", date(2024, 1, 1)), ("Tuesday", date(2024, 1, 2)),
        ("Wednesday", date(2023, 12, 27)),
    ],
)  # fmt: skip
def test_a_joined_weekday_is_near(second: str, day: date) -> None:
    first, last = find_times(f"The fair of Saturday and {second}.", THURSDAY)
    assert (first.start, last.start) == (date(2023, 12, 30), day)


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("the past two quarters", "P6M"), ("the past two weekends", "P2WE"),
        ("the past two fortnights", "P4W"), ("the past two nights", "P2D"),
        ("the past two decades", "P20Y"), ("the past two centuries", "P200Y"),
        ("the past two hours", "PT2H"), ("the past two minutes", "PT2M"),
        ("the past two seconds", "PT2S"), ("the past two months", "P2M"),
    ],
)  # fmt: skip
def test_so_many_units_behind(words: str, value: str) -> None:
    (found,) = find_times(f"It rained in {words}.", THURSDAY)
    assert found.value == value


@pytest.mark.parametrize(
    ("one", "other", "possible"),
    [
        ("XXXX-12-XX", "XXXX-12-05", True), ("XXXX-12-XX", "XXXX-11-05", False),
        ("XXXX-XX-14", "XXXX-12-14", True), ("XXXX-XX-14", "XXXX-12-15", False),
        ("XXXX-XX-31", "XXXX-04", False), ("XXXX-XX-30", "XXXX-04", True),
        ("XXXX-02-29", "XXXX-WXX-7", True), ("XXXX-02-30", "XXXX-WXX-7", False),
        ("XXXX-WXX-6", "XXXX-WXX-WE", True), ("XXXX-WXX-5", "XXXX-WXX-WE", False),
        ("XXXX-Q1", "XXXX-03", True), ("XXXX-Q1", "XXXX-04", False),
        ("XXXX-Q4", "XXXX-10", True), ("XXXX-SP", "XXXX-03", True), ("XXXX-SP", "XXXX-06", False),
        ("XXXX-SU", "XXXX-06", True), ("XXXX-SU", "XXXX-09", False),
        ("XXXX-FA", "XXXX-11", True), ("XXXX-FA", "XXXX-12", False),
        ("XXXX-WI", "XXXX-02", True), ("XXXX-WI", "XXXX-03", False),
        ("XXXX-12-26T10:00", "XXXX-12-26", True), ("what", "XXXX-12-26", True),
    ],
)  # fmt: skip
def test_what_some_calendar_can_satisfy(one: str, other: str, possible: bool) -> None:
    assert compatible(one, other) is compatible(other, one) is possible
