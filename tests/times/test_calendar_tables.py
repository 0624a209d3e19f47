"""Days that a calendar tells, and clocks: Easter, seasons, quarters, centuries, hours."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

import pytest
from dateutil.easter import EASTER_WESTERN, easter
from dateutil.relativedelta import relativedelta

from factcheck.mentions import TimeExpression
from factcheck.times import find_times
from factcheck.times.periods import CalendarUnit, unit_of


def only(text: str, published: date | None = None) -> TimeExpression:
    (found,) = find_times(text, published)
    return found


def days(text: str, published: date | None = None) -> tuple[date | None, date | None]:
    found = only(text, published)
    return found.start, found.end


def test_easter_of_every_year() -> None:
    """By another program's computus, over the years in which a year is read at all."""
    for year in range(1900, 2060):
        expected = easter(year, EASTER_WESTERN)
        assert days(f"on Easter Sunday {year}") == (expected, expected)
        friday = expected - timedelta(days=2)
        assert days(f"on Good Friday {year}") == (friday, friday)


# The two exceptions of Gauss's rule, and the ends of the range (Royal Greenwich Observatory).
@pytest.mark.parametrize(
    "day", [date(1954, 4, 18), date(1981, 4, 19), date(2049, 4, 18), date(1913, 3, 23),
            date(1943, 4, 25), date(2008, 3, 23), date(2038, 4, 25)],
)  # fmt: skip
def test_easter_in_the_years_that_rules_get_wrong(day: date) -> None:
    assert days(f"on Easter Sunday {day.year}") == (day, day)


# ISO 8601: a quarter has three months, a half six.
@pytest.mark.parametrize("month", range(1, 13))
def test_the_quarter_half_and_season_that_hold_a_month(month: int) -> None:
    now = date(2023, month, 15)
    first = 3 * ((month - 1) // 3) + 1
    assert days("this quarter", now) == (
        date(2023, first, 1),
        date(2023, first + 2, monthrange(2023, first + 2)[1]),
    )
    number = (month - 1) // 3 + 1
    last = first - 3 if first > 1 else 10
    year = 2023 if first > 1 else 2022
    assert days("last quarter", now) == (
        date(year, last, 1),
        date(year, last + 2, monthrange(year, last + 2)[1]),
    )
    ordinal = ["first", "second", "third", "fourth"][number - 1]
    assert only(f"in the {ordinal} quarter of 2021").value == (f"2021-Q{number}")


# TIMEX3 gives a winter the year of its December; meteorologists begin seasons with their months.
@pytest.mark.parametrize(
    ("text", "now", "start", "end"),
    [
        ("last winter", date(2023, 2, 10), date(2021, 12, 1), date(2022, 2, 28)),
        ("this winter", date(2023, 2, 10), date(2022, 12, 1), date(2023, 2, 28)),
        ("this winter", date(2024, 1, 31), date(2023, 12, 1), date(2024, 2, 29)),
        ("this winter", date(2023, 12, 10), date(2023, 12, 1), date(2024, 2, 29)),
        ("last winter", date(2023, 6, 10), date(2022, 12, 1), date(2023, 2, 28)),
        ("next winter", date(2023, 2, 10), date(2023, 12, 1), date(2024, 2, 29)),
        ("last summer", date(2023, 2, 10), date(2022, 6, 1), date(2022, 8, 31)),
    ],
)
def test_a_winter_lies_in_two_years(text: str, now: date, start: date, end: date) -> None:
    assert days(text, now) == (start, end)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("in the 19th century", 1800, 1899),
        ("in the 20th century", 1900, 1999),
        ("in the 21st century", 2000, 2099),
        ("in the first century", 1, 99),
        ("in the 1800s", 1800, 1899),
        ("in the 1900s", 1900, 1999),
        ("in the 1990s", 1990, 1999),
    ],
)
def test_a_century_holds_the_years_that_begin_alike(text: str, first: int, last: int) -> None:
    assert days(text) == (date(first, 1, 1), date(last, 12, 31))


# A decade has ten years, and its name may stand with "the", with an apostrophe, or as a modifier.
@pytest.mark.parametrize("first", [*range(1910, 2000, 10), 2010, 2020])
@pytest.mark.parametrize(
    "form", ["in the {}s", "{}s music", "in {}s Britain", "its late-{}s charm", "early {}s songs"]
)
def test_a_decade_by_its_four_figures(first: int, form: str) -> None:
    assert days(form.format(first)) == (date(first, 1, 1), date(first + 9, 12, 31))


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("in the 70s", 1970), ("in the '70s", 1970), ("'70s music", 1970), ("in the ’70s", 1970),
        ("It was early in the 90s.", 1990), ("The seventies were wet.", 1970),
        ("He is in his early 70s.", None), ("A man in his 70s fell.", None),
        ("It was 70s music.", None), ("It rose to the 75s.", None), ("in the 1975s", None),
        ("in the 450s", None),
    ],
)  # fmt: skip
def test_a_decade_by_two_figures_is_no_age(text: str, first: int | None) -> None:
    found = [(time.start, time.end) for time in find_times(text, date(2023, 12, 28))]
    assert found == ([] if first is None else [(date(first, 1, 1), date(first + 9, 12, 31))])


SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}


@pytest.mark.parametrize("name", SEASONS)
@pytest.mark.parametrize("month", range(1, 13))
def test_the_last_this_and_the_next_season(name: str, month: int) -> None:
    """Three months each; the last ended before the day of print, the next has not begun, and this
    one is that of the year, of which January and February lie in the winter before."""
    now = date(2023, month, 15)
    begun = [date(year, SEASONS[name], 1) for year in range(2020, 2026)]
    whole = [(first, first + relativedelta(months=3, days=-1)) for first in begun]
    last = [each for each in whole if each[1] < now][-1]
    following = next(each for each in whole if each[0] > now)
    year = 2022 if name == "winter" and month < 3 else 2023
    (this,) = (each for each in whole if each[0].year == year)
    assert days(f"It was dry last {name}.", now) == last
    assert days(f"It will be dry next {name}.", now) == following
    assert days(f"It is dry this {name}.", now) == this


def test_the_century_that_holds_a_day() -> None:
    for year in (1999, 2000, 2024):
        first = year // 100 * 100
        assert days("this century", date(year, 5, 1)) == (
            date(first, 1, 1),
            date(first + 99, 12, 31),
        )


@pytest.mark.parametrize("year", [1000, 1492, 1899, 1900, 1999, 2000, 2024, 2059, 2060, 2099])
def test_bare_years_after_a_preposition(year: int) -> None:
    assert days(f"The town was founded in {year}.") == (date(year, 1, 1), date(year, 12, 31))


@pytest.mark.parametrize("number", [999, 2100, 2500, 3000, 9999])
def test_numbers_beyond_the_years_of_the_news(number: int) -> None:
    assert find_times(f"They counted up to {number}.") == ()


@pytest.mark.parametrize(
    "alone", ["It holds 2061 seats.", "It holds 2599 more.", "It is 1899 deep."]
)
def test_numbers_alone_that_are_no_years(alone: str) -> None:
    assert find_times(alone) == ()


# A day has 24 hours and an hour 60 minutes (ISO 8601-1:2019, 5.3.1).
@pytest.mark.parametrize(
    "clock", ["25:30", "24:30", "12:60", "12:99", "29:00", "99:99", "2760 GMT",
              "12.75 p.m.", "25:00 GMT"],
)  # fmt: skip
def test_what_no_clock_shows_is_no_time(clock: str) -> None:
    assert [t for t in find_times(f"It fell at {clock} on the roof.") if t.value] == []


@pytest.mark.parametrize("hour", range(24))
@pytest.mark.parametrize("minute", [0, 1, 30, 59])
def test_every_hour_of_two_clocks(hour: int, minute: int) -> None:
    value = f"T{hour:02d}:{minute:02d}"
    assert only(f"It fell at {hour:02d}:{minute:02d}.").value == value
    half = "a.m." if hour < 12 else "p.m."
    assert only(f"It fell at {(hour + 11) % 12 + 1}:{minute:02d} {half}").value == value


def monday(year: int, month: int, which: int) -> date:
    """The so-manieth Monday of a month; -1 is the last."""
    found = [date(year, month, day) for day in range(1, monthrange(year, month)[1] + 1)]
    return [day for day in found if day.weekday() == 0][which]


# 5 U.S.C. 6103 puts these holidays on Mondays: their weekend is the one that they prolong.
@pytest.mark.parametrize(
    ("name", "month", "which"),
    [("Labor Day", 9, 0), ("Memorial Day", 5, -1), ("Columbus Day", 10, 1)],
)
def test_the_weekend_of_a_monday_lies_before_it(name: str, month: int, which: int) -> None:
    for year in (2021, 2022, 2023, 2024):
        day = monday(year, month, which)
        saturday = day - timedelta(days=2)
        told = f"Nine boats sank over {name} weekend."
        assert days(told, day + timedelta(days=3)) == (saturday, saturday + timedelta(days=1))


def test_the_weekend_of_a_tuesday_lies_before_it_and_of_a_thursday_behind() -> None:
    # 4 July 2023 was a Tuesday; Thanksgiving 2023, the fourth Thursday of November, the 23rd.
    tuesday = days("It rained over the Independence Day weekend.", date(2023, 7, 6))
    assert tuesday == (date(2023, 7, 1), date(2023, 7, 2))
    thursday = days("It rained over Thanksgiving weekend.", date(2023, 11, 28))
    assert thursday == (date(2023, 11, 25), date(2023, 11, 26))


def test_the_weekend_of_easter() -> None:
    for year in range(2015, 2030):
        sunday = easter(year, EASTER_WESTERN)
        told = days("It rained over Easter weekend.", sunday + timedelta(days=4))
        assert told == (sunday - timedelta(days=1), sunday)


def test_a_feast_of_several_days_is_its_first() -> None:
    # The Ramazan Bayramı of Turkey lasts three days: in 1988 from Tuesday 17 May on.
    (found,) = find_times("The ferry sank on Eid al-Fitr 1988.", country="TR")
    assert (found.start, found.end) == (date(1988, 5, 17), date(1988, 5, 17))


UNITS = (
    CalendarUnit.DAY, CalendarUnit.WEEK, CalendarUnit.MONTH, CalendarUnit.QUARTER,
    CalendarUnit.HALF, CalendarUnit.SEASON, CalendarUnit.YEAR, CalendarUnit.DECADE,
    CalendarUnit.CENTURY,
)  # fmt: skip


@pytest.mark.parametrize("unit", UNITS)
def test_a_unit_of_the_calendar_holds_its_day_and_the_next_begins_behind_it(
    unit: CalendarUnit,
) -> None:
    day = date(1999, 11, 1)
    while day < date(2001, 4, 1):
        found = unit_of(unit, day)
        assert found.start <= day <= found.end
        assert unit_of(unit, found.end + timedelta(days=1)).start == found.end + timedelta(days=1)
        day += timedelta(days=1)


@pytest.mark.parametrize(
    ("text", "now", "day"),
    [
        ("It burned at Christmas.", date(2024, 1, 5), date(2023, 12, 25)),
        ("It burned on New Year's Eve.", date(2024, 1, 5), date(2023, 12, 31)),
        ("It burned on Christmas Day.", date(2023, 12, 28), date(2023, 12, 25)),
        ("It will burn on New Year's Day.", date(2023, 12, 28), date(2024, 1, 1)),
    ],
)
def test_a_holiday_over_the_turn_of_the_year(text: str, now: date, day: date) -> None:
    assert days(text, now) == (day, day)


@pytest.mark.parametrize("number", [2060, 2075, 2099, 2100, 2400])
def test_numbers_with_nothing_that_makes_them_years(number: int) -> None:
    assert find_times(f"The door opens with {number}.") == ()


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("at 3 in the morning", "T03:00"),
        ("at 4 in the afternoon", "T16:00"),
        ("at 9 in the evening", "T21:00"),
        ("at 9 in the night", "T21:00"),
        ("at 9 o'clock at night", "T21:00"),
        ("at six o'clock at night", "T18:00"),
        ("at 3 o'clock at night", "T03:00"),
        ("at 12 o'clock at night", "T00:00"),
        ("at 9:30 at night", "T21:30"),
        ("at 21:30 at night", "T21:30"),
        ("at 12:30 at night", "T00:30"),
        ("at 17:00 GMT+5:30", "T17:00+05:30"),
        ("at 17:00 GMT-0330", "T17:00-03:30"),
        ("at 17:00 UTC+5:45", "T17:00+05:45"),
    ],
)
def test_an_hour_in_a_part_of_the_day(text: str, value: str) -> None:
    assert [time.value for time in find_times(f"The roof fell {text}.")] == [value]


# An hour and what is past of it or to go, as clocks are read aloud.
@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("at half past six", "T06:30"),
        ("at half past six in the morning", "T06:30"),
        ("at half past six in the evening", "T18:30"),
        ("at quarter past nine", "T09:15"),
        ("at a quarter past nine", "T09:15"),
        ("at a quarter to nine at night", "T20:45"),
        ("at quarter to one", "T00:45"),
        ("at ten past six", "T06:10"),
        ("at twenty past three", "T03:20"),
        ("at 25 minutes past 11", "T11:25"),
        ("at five minutes to six", "T05:55"),
        ("at ten minutes to midnight", "T23:50"),
        ("at five minutes before noon", "T11:55"),
        ("at ten minutes after midnight", "T00:10"),
        ("at five minutes past midday", "T12:05"),
        ("at half past six o'clock", "T06:30"),
    ],
)
def test_a_clock_read_aloud(text: str, value: str) -> None:
    assert only(f"The roof fell {text}.").value == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("at 6 on Saturday morning", "2024-06-08T06:00"),
        ("shortly after 6 on Saturday evening", "2024-06-08T18:00"),
        ("just before six on Monday night", "2024-06-10T18:00"),
        ("half past six on Monday evening", "2024-06-10T18:30"),
    ],
)
def test_a_bare_hour_of_a_part_of_a_day(text: str, value: str) -> None:
    assert only(f"The roof fell {text}.", date(2024, 6, 12)).value == value


@pytest.mark.parametrize(
    "text",
    [
        "Rates rose from a quarter to nine percent.",
        "He ran past six men.",
        "The fall killed about 6.",
        "She wrote ninety minutes past six.",
        "Half past the hour is all they need.",
    ],
)
def test_what_is_no_clock_read_aloud(text: str) -> None:
    assert [time for time in find_times(text) if "T0" in (time.value or "")] == []


def test_a_bare_hour_behind_a_count_is_none() -> None:
    (found,) = find_times("It killed about 6 on Saturday morning.", date(2024, 6, 12))
    assert found.quote == "Saturday morning"


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("from 6 to 8 p.m.", ["T18:00", "T20:00"]),
        ("from 11 to 1 p.m.", ["T11:00", "T13:00"]),
        ("from 8 to 8 p.m.", ["T08:00", "T20:00"]),
        ("from 10 to 2 a.m.", ["T22:00", "T02:00"]),
    ],
)
def test_the_hours_of_a_range_with_one_half_of_the_day(text: str, hours: list[str]) -> None:
    found = find_times(f"The pool is open {text} on Mondays.", date(2024, 3, 4))
    assert [time.value for time in found if time.value in hours] == hours


def test_a_day_without_its_year_on_the_day_itself() -> None:
    for day in (date(2024, 3, 4), date(2023, 12, 31), date(2024, 1, 1), date(2024, 2, 29)):
        written = f"The roof fell on {day:%B} {day.day}."
        assert days(written, day) == (day, day)


def test_a_count_at_night_is_no_hour() -> None:
    assert find_times("Police killed 9 at night and hurt 3.") == ()


@pytest.mark.parametrize(
    ("words", "year"),
    [
        *((f"It had {mark}1998 of it.", False) for mark in "$£€¥#№:+=/x"),
        *((f"It had 1998{mark} of it.", False) for mark in [*"%°/@:x", "-B", "–B"]),
        *((f"It {words} 1998.", True) for words in ["opened in", "closed early", "was the year"]),
        *((f"It had 5-1998 and {n}.", False) for n in ["555-1998", "1998-555", "5-2-1998"]),
        ("(1998)", True), ("1998, it rained", True), ("Rain in 1998", True),
        ("of 1998's rain", True),
        ("in 1998 voters left", True), ("about 1998 voters left", False), ("2000 people", False),
        ("1500 homes", False), ("in 1500 homes", False), ("since at least 1861", True),
        ("at least 1861", False), ("since 1861", True), ("1861", False), ("1900", True),
        ("1899", False), ("2059", True), ("2060", False), ("the year 1861", True),
        ("early 1861", True),
    ],
)  # fmt: skip
def test_which_number_is_a_year(words: str, year: bool) -> None:
    found = [time.type.value for time in find_times(words) if time.value and time.value[:2] > "14"]
    assert bool(found) is year
