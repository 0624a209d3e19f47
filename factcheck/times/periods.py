"""Stretches of the calendar that words name: days, weeks, weekends, months, seasons, decades.

Weeks run from Monday to Sunday as in ISO 8601, weekends are Saturday and Sunday. Values are
written as TIMEX3 writes them (Pustejovsky et al. 2003), which is ISO 8601 with a few
additions: `2023-W51-WE`, `2023-Q2`, `2023-SU`, `199` for a decade, `19` for a century.

Whatever lies beyond the years 1 to 9999 raises `OutsideCalendar`, which the detector turns
into an expression without days.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

DAY = timedelta(days=1)


class OutsideCalendar(ValueError):
    """The words name no day of the calendar: 31 April, a billion years ago."""


class CalendarUnit(StrEnum):
    """The units that words count time in."""

    SECOND = "second"
    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    NIGHT = "night"
    WEEK = "week"
    WEEKEND = "weekend"
    FORTNIGHT = "fortnight"
    MONTH = "month"
    SEASON = "season"
    QUARTER = "quarter"
    HALF = "half"
    SCHOOL_YEAR = "school_year"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    MILLENNIUM = "millennium"


# Units that are shorter than a day.
SHORT_UNITS = (CalendarUnit.SECOND, CalendarUnit.MINUTE, CalendarUnit.HOUR)
SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}

_MONTHS_IN = {
    CalendarUnit.MONTH: 1,
    CalendarUnit.SEASON: 12,
    CalendarUnit.QUARTER: 3,
    CalendarUnit.HALF: 6,
    CalendarUnit.SCHOOL_YEAR: 12,
    CalendarUnit.YEAR: 12,
    CalendarUnit.DECADE: 120,
    CalendarUnit.CENTURY: 1200,
    CalendarUnit.MILLENNIUM: 12000,
}
_DAYS_IN = {
    CalendarUnit.DAY: 1,
    CalendarUnit.NIGHT: 1,
    CalendarUnit.WEEK: 7,
    CalendarUnit.WEEKEND: 7,
    CalendarUnit.FORTNIGHT: 14,
}


@dataclass(frozen=True, slots=True)
class Stretch:
    """One unit of the calendar: its first and last day, and its TIMEX3 value."""

    unit: CalendarUnit
    start: date
    end: date
    value: str

    def shifted(self, count: int) -> Stretch:
        """The stretch of the same unit so many units on; back where `count` is negative."""
        return unit_of(self.unit, moved(self.start, self.unit, count))


def day(year: int, month: int, number: int) -> Stretch:
    """One day by its numbers."""
    try:
        return of_day(date(year, month, number))
    except (ValueError, OverflowError) as error:
        raise OutsideCalendar(f"{year}-{month}-{number}") from error


def of_day(when: date) -> Stretch:
    """One day as a stretch."""
    return Stretch(CalendarUnit.DAY, when, when, when.isoformat())


def of_year(number: int) -> Stretch:
    """A calendar year."""
    if not 1 <= number <= 9999:
        raise OutsideCalendar(str(number))
    return Stretch(CalendarUnit.YEAR, date(number, 1, 1), date(number, 12, 31), f"{number:04d}")


def of_month(year: int, month: int) -> Stretch:
    """A calendar month; `month` may run over, 13 is January of the next year."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return _months(CalendarUnit.MONTH, year, month, 1, f"{year:04d}-{month:02d}")


def of_quarter(year: int, number: int) -> Stretch:
    """A quarter of the calendar year, 1 to 4."""
    return _months(CalendarUnit.QUARTER, year, 3 * number - 2, 3, f"{year:04d}-Q{number}")


def of_half(year: int, number: int) -> Stretch:
    """The first or second half of the calendar year."""
    return _months(CalendarUnit.HALF, year, 6 * number - 5, 6, f"{year:04d}-H{number}")


def of_season(year: int, code: str) -> Stretch:
    """A northern season by its months; winter belongs to the year of its December."""
    return _months(CalendarUnit.SEASON, year, SEASON_MONTHS[code], 3, f"{year:04d}-{code}")


def of_decade(first_year: int) -> Stretch:
    """The ten years from a year that ends in 0."""
    last = of_year(first_year + 9)
    return Stretch(
        CalendarUnit.DECADE, of_year(max(first_year, 1)).start, last.end, f"{first_year // 10:03d}"
    )


def of_century(number: int) -> Stretch:
    """A century as newspapers count it: the 20th holds the years 1900 to 1999."""
    first = 100 * (number - 1)
    return Stretch(
        CalendarUnit.CENTURY,
        of_year(max(first, 1)).start,
        of_year(first + 99).end,
        f"{number - 1:02d}",
    )


def unit_of(unit: CalendarUnit, when: date) -> Stretch:
    """The stretch of a unit, such as a week or a month, that holds a day."""
    match unit:
        case CalendarUnit.WEEK | CalendarUnit.FORTNIGHT:
            monday = plus_days(when, -when.weekday())
            year, week, _ = when.isocalendar()
            return Stretch(
                CalendarUnit.WEEK, monday, plus_days(monday, 6), f"{year:04d}-W{week:02d}"
            )
        case CalendarUnit.WEEKEND:
            saturday = plus_days(when, 5 - when.weekday())
            year, week, _ = when.isocalendar()
            return Stretch(unit, saturday, plus_days(saturday, 1), f"{year:04d}-W{week:02d}-WE")
        case CalendarUnit.MONTH:
            return of_month(when.year, when.month)
        case CalendarUnit.QUARTER:
            return of_quarter(when.year, (when.month + 2) // 3)
        case CalendarUnit.HALF:
            return of_half(when.year, 1 if when.month < 7 else 2)
        case CalendarUnit.SEASON:
            code = ("WI", "SP", "SU", "FA")[when.month % 12 // 3]
            return of_season(when.year - (when.month < 3), code)
        case CalendarUnit.YEAR | CalendarUnit.SCHOOL_YEAR:
            return of_year(when.year)
        case CalendarUnit.DECADE:
            return of_decade(when.year // 10 * 10)
        case CalendarUnit.CENTURY | CalendarUnit.MILLENNIUM:
            return of_century(when.year // 100 + 1)
        case _:
            return of_day(when)


def between(start: date, end: date) -> Stretch | None:
    """The one unit of the calendar that has exactly these days, or `None`."""
    units = (
        CalendarUnit.DAY,
        CalendarUnit.WEEK,
        CalendarUnit.MONTH,
        CalendarUnit.QUARTER,
        CalendarUnit.HALF,
        CalendarUnit.YEAR,
        CalendarUnit.DECADE,
    )
    for unit in units:
        found = unit_of(unit, start)
        if (found.start, found.end) == (start, end):
            return found
    return None


def moved(when: date, unit: CalendarUnit, count: int) -> date:
    """The day `count` units later: the same day of the month where months are counted."""
    if unit in _MONTHS_IN:
        return plus_months(when, count * _MONTHS_IN[unit])
    if unit in _DAYS_IN:
        return plus_days(when, count * _DAYS_IN[unit])
    return when


def plus_days(when: date, count: int) -> date:
    """The day `count` days later."""
    try:
        return when + timedelta(days=count)
    except OverflowError as error:
        raise OutsideCalendar(f"{when} and {count} days") from error


def plus_months(when: date, count: int) -> date:
    """The same day `count` months later, or the last day of a month that is too short for it."""
    index = when.year * 12 + when.month - 1 + count
    year, month = index // 12, index % 12 + 1
    if not 1 <= year <= 9999:
        raise OutsideCalendar(f"{when} and {count} months")
    return date(year, month, min(when.day, monthrange(year, month)[1]))


def weekday_on_or_before(number: int, when: date) -> date:
    """The latest day with this weekday (1 Monday, 7 Sunday) not after `when`."""
    return plus_days(when, -((when.isoweekday() - number) % 7))


def weekday_after(number: int, when: date) -> date:
    """The first day with this weekday after `when`."""
    return plus_days(weekday_on_or_before(number, when), 7)


def _months(unit: CalendarUnit, year: int, month: int, count: int, value: str) -> Stretch:
    """The stretch of `count` months from the first day of a month. Raises `OutsideCalendar` for a
    year that `date` cannot hold."""
    if not 1 <= year <= 9999:
        raise OutsideCalendar(value)
    first = date(year, month, 1)
    last = plus_months(first, count - 1)
    return Stretch(unit, first, last.replace(day=monthrange(last.year, last.month)[1]), value)
