"""Times that are counted out: expected values are those of another calendar (`dateutil`).

Each table is laid over days of print in a common and a leap year, at the ends of months and of
years, where counts are off by one.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from dateutil.relativedelta import MO, relativedelta, weekday

from factcheck.mentions import TimeExpression
from factcheck.times import find_times

PRINTED = [
    *(date(2023, 1, 1), date(2023, 1, 31), date(2023, 3, 31), date(2023, 12, 28)),
    *(date(2023, 12, 31), date(2024, 2, 29), date(2024, 3, 1), date(2024, 7, 15)),
]
MONTHS = [
    *("January", "February", "March", "April", "May", "June", "July", "August", "September"),
    *("October", "November", "December"),
]
WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
ORDINALS = ["first", "second", "third", "fourth", "fifth"]
NUMBERS = {"two": 2, "3": 3, "eleven": 11, "20": 20}
Days = tuple[date, date]


def told(text: str, printed: date | None, quote: str) -> TimeExpression:
    """What is read of just these words."""
    (found,) = (time for time in find_times(text, printed) if time.quote == quote)
    return found


def days(text: str, printed: date | None, quote: str) -> Days:
    found = told(text, printed, quote)
    assert found.start is not None
    assert found.end is not None
    return found.start, found.end


def day(when: date) -> Days:
    return when, when


def week(when: date) -> Days:
    monday = when + relativedelta(weekday=MO(-1))
    return monday, monday + timedelta(days=6)


def month(when: date) -> Days:
    return when.replace(day=1), when + relativedelta(day=31)


def quarter(when: date) -> Days:
    first = when.replace(month=(when.month - 1) // 3 * 3 + 1, day=1)
    return first, first + relativedelta(months=2, day=31)


def year(when: date) -> Days:
    return date(when.year, 1, 1), date(when.year, 12, 31)


# A count names the unit that it counts in: eleven days ago a day, six weeks ago a week, and ten
# years ago, like a decade ago, a year.
UNITS = {
    "day": (relativedelta(days=1), day),
    "week": (relativedelta(weeks=1), week),
    "fortnight": (relativedelta(weeks=2), week),
    "month": (relativedelta(months=1), month),
    "quarter": (relativedelta(months=3), quarter),
    "year": (relativedelta(years=1), year),
    "decade": (relativedelta(years=10), year),
}


@pytest.mark.parametrize("unit", UNITS)
def test_so_many_ago_and_from_now(unit: str) -> None:
    one, holding = UNITS[unit]
    for printed in PRINTED:
        for words, count in NUMBERS.items():
            ago, ahead = f"{words} {unit}s ago", f"{words} {unit}s from now"
            assert days(f"It sank {ago}.", printed, ago) == holding(printed - one * count)
            assert days(f"It sails {ahead}.", printed, ahead) == holding(printed + one * count)


@pytest.mark.parametrize("unit", ["day", "week", "month", "year"])
def test_so_many_before_and_after_a_day(unit: str) -> None:
    one, holding = UNITS[unit]
    for when in PRINTED:
        written = f"{MONTHS[when.month - 1]} {when.day}, {when.year}"
        for words, count in NUMBERS.items():
            for direction, step in (("before", -count), ("after", count)):
                quote = f"{words} {unit}s {direction}"
                text = f"It sank {quote} {written}."
                assert days(text, date(2024, 5, 1), quote) == holding(when + one * step)


@pytest.mark.parametrize("unit", ["day", "week", "month", "year"])
def test_so_many_later_and_earlier_than_what_was_told(unit: str) -> None:
    one, holding = UNITS[unit]
    for when in PRINTED:
        written = f"{MONTHS[when.month - 1]} {when.day}, {when.year}"
        for words, count in NUMBERS.items():
            for direction, step in (("earlier", -count), ("later", count)):
                quote = f"{words} {unit}s {direction}"
                text = f"It sank on {written}. It was built {quote}."
                assert days(text, date(2024, 5, 1), quote) == holding(when + one * step)


@pytest.mark.parametrize(
    ("words", "half", "holding"),
    [
        ("two and a half years ago", relativedelta(months=30), month),
        ("half a decade ago", relativedelta(years=5), year),
        ("half a century ago", relativedelta(years=50), year),
        ("a decade and a half ago", relativedelta(years=15), year),
    ],
)
def test_half_a_unit_is_counted_in_the_next_smaller_one(
    words: str, half: relativedelta, holding: Callable[[date], Days]
) -> None:
    for printed in PRINTED:
        assert days(f"It sank {words}.", printed, words) == holding(printed - half)


# ISO 8601 counts hours behind a T; how long before or after a day something was is no day.
@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("two seconds", "PT2S"), ("two minutes", "PT2M"), ("two hours", "PT2H"),
        ("two nights", "P2D"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("direction", ["before", "after"])
def test_hours_and_nights_from_a_day_are_a_length(words: str, value: str, direction: str) -> None:
    text = f"It sank {words} {direction} October 8."
    assert told(text, date(2023, 12, 28), words).value == value
    assert [time.quote for time in find_times(text, date(2023, 12, 28))] == [words, "October 8"]


LENGTHS = {
    "seconds": ("PT", 1, "S"), "minutes": ("PT", 1, "M"), "hours": ("PT", 1, "H"),
    "days": ("P", 1, "D"), "weeks": ("P", 1, "W"), "fortnights": ("P", 2, "W"),
    "months": ("P", 1, "M"), "years": ("P", 1, "Y"), "decades": ("P", 10, "Y"),
    "centuries": ("P", 100, "Y"), "millennia": ("P", 1000, "Y"),
}  # fmt: skip


@pytest.mark.parametrize("unit", LENGTHS)
def test_a_length_is_written_as_iso_8601_does(unit: str) -> None:
    prefix, each, letter = LENGTHS[unit]
    for words, count in NUMBERS.items():
        found = told(f"It lasted {words} {unit}.", None, f"{words} {unit}")
        assert found.value == f"{prefix}{count * each}{letter}"
    assert told(f"It lasted several {unit}.", None, f"several {unit}").value == f"{prefix}X{letter}"


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("two and a half minutes", "PT2M30S"), ("two and a half hours", "PT2H30M"),
        ("two and a half days", "P2DT12H"), ("two and a half years", "P2Y6M"),
        ("two and a half decades", "P25Y"), ("two and a half centuries", "P250Y"),
        ("half an hour", "PT30M"), ("half a day", "PT12H"), ("half a year", "P6M"),
        ("half a decade", "P5Y"), ("half a century", "P50Y"),
    ],
)  # fmt: skip
def test_a_length_with_a_half(words: str, value: str) -> None:
    assert told(f"It lasted {words}.", None, words).value == value


@pytest.mark.parametrize("unit", ["day", "week", "month", "year", "decade"])
def test_a_stretch_ends_or_begins_on_the_day_of_print(unit: str) -> None:
    one, _ = UNITS[unit]
    for printed in PRINTED:
        for words, count in NUMBERS.items():
            behind, ahead = f"the past {words} {unit}s", f"the next {words} {unit}s"
            assert days(f"It rained for {behind}.", printed, behind) == (
                printed - one * count,
                printed,
            )
            assert days(f"It will rain for {ahead}.", printed, ahead) == (
                printed,
                printed + one * count,
            )


@pytest.mark.parametrize("unit", ["week", "month", "quarter", "year"])
def test_the_last_this_and_the_next_one(unit: str) -> None:
    """But for a Sunday paper, whose last week is the one that ends with it."""
    one, holding = UNITS[unit]
    for printed in PRINTED:
        if unit == "week" and printed.weekday() == 6:
            continue
        for words, count in (("last", -1), ("this", 0), ("next", 1)):
            quote = f"{words} {unit}"
            assert days(f"It was dry {quote}.", printed, quote) == holding(printed + one * count)


def test_a_month_is_the_last_or_the_next_of_its_name() -> None:
    for printed in PRINTED:
        for number, name in enumerate(MONTHS, 1):
            near = [date(printed.year + n, number, 1) for n in (-1, 0, 1)]
            behind = [first for first in near if month(first)[1] < printed.replace(day=1)]
            ahead = [first for first in near if first > printed]
            quotes = {f"last {name}": behind[-1], f"next {name}": ahead[0], f"this {name}": near[1]}
            for quote, first in quotes.items():
                assert days(f"The talks of {quote} failed.", printed, quote) == month(first)


@pytest.mark.parametrize("name", WEEKDAYS)
def test_the_so_manieth_weekday_of_a_month(name: str) -> None:
    number = WEEKDAYS.index(name)
    for first in (date(2023, 2, 1), date(2024, 2, 1), date(2024, 9, 1), date(2024, 12, 1)):
        of = f"of {MONTHS[first.month - 1]} {first.year}"
        for count, ordinal in enumerate(ORDINALS, 1):
            when = first + relativedelta(weekday=weekday(number)(count))
            quote = f"the {ordinal} {name} {of}"
            found = [
                time.start for time in find_times(f"They met on {quote}.") if time.quote == quote
            ]
            assert found == ([when] if when.month == first.month else [])
        last = first + relativedelta(day=31, weekday=weekday(number)(-1))
        quote = f"the last {name} {of}"
        assert days(f"They met on {quote}.", None, quote) == day(last)


@pytest.mark.parametrize("name", WEEKDAYS)
def test_weeks_from_a_weekday(name: str) -> None:
    """ "A week ago Friday" counts from the Friday of today or before, "two weeks from Friday" from
    the one ahead, and of "two Fridays ago" the first lies before today."""
    number = WEEKDAYS.index(name)
    for printed in (PRINTED[0] + timedelta(days=n) for n in range(7)):
        quote = f"two weeks ago {name}"
        before = printed + relativedelta(weekday=weekday(number)(-1))
        assert days(f"It sank {quote}.", printed, quote) == day(before - timedelta(weeks=2))
        after = printed + relativedelta(days=1) + relativedelta(weekday=weekday(number)(1))
        quote = f"two weeks from {name}"
        assert days(f"It sails {quote}.", printed, quote) == day(after + timedelta(weeks=2))
        gone = printed - relativedelta(days=1) + relativedelta(weekday=weekday(number)(-2))
        quote = f"two {name}s ago"
        assert days(f"It sank {quote}.", printed, quote) == day(gone)


@pytest.mark.parametrize("printed", [date(2023, 1, 15), date(2024, 2, 15), date(2024, 12, 15)])
def test_so_many_of_a_whole_from_either_end(printed: date) -> None:
    first, last = month(printed)
    of = f"of {MONTHS[printed.month - 1]} {printed.year}"
    for words, length in (("three days", 3), ("two weeks", 14), ("10 days", 10)):
        for order, expected in (
            ("first", (first, first + timedelta(days=length - 1))),
            ("last", (last - timedelta(days=length - 1), last)),
        ):
            quote = f"the {order} {words} {of}"
            assert days(f"It rained in {quote}.", None, quote) == expected
    for count in (2, 5, 11):
        opening = f"the first {count} months of {printed.year}"
        closing = f"the last {count} months of {printed.year}"
        ends = monthrange(printed.year, count)[1]
        assert days(f"It rained in {opening}.", None, opening) == (
            date(printed.year, 1, 1),
            date(printed.year, count, ends),
        )
        assert days(f"It rained in {closing}.", None, closing) == (
            date(printed.year, 13 - count, 1),
            date(printed.year, 12, 31),
        )


@pytest.mark.parametrize("number", range(1, 13))
def test_the_halves_of_a_month(number: int) -> None:
    first, last = month(date(2024, number, 1))
    halves = (("first", (first, first.replace(day=15))), ("second", (first.replace(day=16), last)))
    for order, expected in halves:
        quote = f"the {order} half of {MONTHS[number - 1]} 2024"
        assert days(f"It rained in {quote}.", None, quote) == expected


@pytest.mark.parametrize("code", ["Q1", "Q2", "Q3", "Q4", "H1", "H2"])
def test_a_quarter_or_half_by_its_code_is_the_latest_begun(code: str) -> None:
    width = 3 if code[0] == "Q" else 6
    for printed in PRINTED:
        this = date(printed.year, width * (int(code[1]) - 1) + 1, 1)
        begun = this if this <= printed else this - relativedelta(years=1)
        expected = (begun, begun + relativedelta(months=width - 1, day=31))
        assert days(f"Sales fell in {code}.", printed, code) == expected


@pytest.mark.parametrize("printed", PRINTED)
def test_the_days_about_the_day_of_print(printed: date) -> None:
    for words, step in (("yesterday", -1), ("today", 0), ("tomorrow", 1)):
        assert days(f"It was dry {words}.", printed, words) == day(printed + timedelta(days=step))


@pytest.mark.parametrize("name", WEEKDAYS)
def test_the_last_this_and_the_next_weekday(name: str) -> None:
    """The last one before the day of print, that of its week, and the first behind it."""
    number = WEEKDAYS.index(name)
    for printed in (PRINTED[0] + timedelta(days=n) for n in range(7)):
        last = printed - relativedelta(days=1) + relativedelta(weekday=weekday(number)(-1))
        following = printed + relativedelta(days=1) + relativedelta(weekday=weekday(number)(1))
        this = week(printed)[0] + timedelta(days=number)
        for word, when in (("last", last), ("this", this), ("next", following)):
            quote = f"{word} {name}"
            assert days(f"The talks of {quote} failed.", printed, quote) == day(when)
