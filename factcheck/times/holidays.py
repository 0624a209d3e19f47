"""Holidays: the day one falls on, by its name, the year and the country, and its reader."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import lru_cache

from factcheck.times.date_parts import FARTHEST_BACK, in_part, split_year, stated_year
from factcheck.times.direction import lies_ahead
from factcheck.times.grammar import RuleMatch
from factcheck.times.periods import (
    CalendarUnit,
    Stretch,
    of_day,
    plus_days,
    unit_of,
    weekday_on_or_before,
)
from factcheck.times.reading import Reader, TimeContext, TimeReading, dated, modifier, partial
from factcheck.times.vocabulary import holidays

# Papers without a stated country are read as American: the names are the American ones.
DEFAULT_COUNTRY = "US"
# The years for which the calendar of public holidays is asked.
_FIRST_YEAR, _LAST_YEAR = 1900, 2099
# Canada's Thanksgiving is no holiday by law in all provinces, and listed as optional.
_CATEGORIES = ("public", "government", "optional")


def holiday_in(name: str, year: int, country: str | None, language: str) -> date | None:
    """The day of a holiday in a year; `None` where the country has none of that name."""
    names = holidays(language)
    if not 1 <= year <= 9998:
        return None
    if (fixed := names.fixed.get(name)) is not None:
        return date.fromisoformat(f"{year:04d}-{fixed}")
    if (after_easter := names.easter.get(name)) is not None:
        return easter(year) + timedelta(days=after_easter)
    if (rule := names.ruled.get(name)) is not None:
        month, weekday, which, more = rule
        last_of_first_week = date(year, month, 7)
        first = weekday_on_or_before(weekday, last_of_first_week)
        return plus_days(first, 7 * (which - 1) + more)
    if (official := names.national.get(name)) is not None:
        return _national(official, year, country or DEFAULT_COUNTRY)
    return None


def easter(year: int) -> date:
    """Western Easter Sunday (Anonymous Gregorian computus, Meeus 1991, chapter 8)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = b // 4, b % 4
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = c // 4, c % 4
    weekday = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * weekday) // 451
    month, day = divmod(h + weekday - 7 * m + 114, 31)
    return date(year, month, day + 1)


def _national(official: str, year: int, country: str) -> date | None:
    """The day of a public holiday by its English name, in the years that are known."""
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return None
    return _public_holidays(country, year).get(official)


@lru_cache(maxsize=256)
def _public_holidays(country: str, year: int) -> dict[str, date]:
    """The public holidays of a country in a year, by their English names."""
    import holidays as calendar  # slow to import, and only a few texts need it

    try:
        known = calendar.country_holidays(country).supported_categories
    except NotImplementedError:
        return {}  # no such country
    categories = tuple(name for name in _CATEGORIES if name in known)
    found = calendar.country_holidays(
        country, years=year, language="en_US", observed=False, categories=categories
    )
    days: dict[str, date] = {}
    for when, names in sorted(found.items()):
        for name in names.split("; "):
            days.setdefault(name.removesuffix(" (estimated)"), when)
    return days


def holiday(found: RuleMatch, context: TimeContext) -> TimeReading | None:
    """Read a holiday: "Christmas Eve", "Thanksgiving", "Easter week", "last Halloween"."""
    name = str(found.word("ho"))

    def on(year: int) -> Stretch | None:
        when = holiday_in(name, year, context.country, context.language)
        return None if when is None else of_day(when)

    if (named := holidays(context.language).named.get(name)) is not None:
        return dated(of_day(date.fromisoformat(named)), modifier(found))
    year = stated_year(found, context)
    if year is None:
        year = split_year(found, context)
    day = on(year) if year is not None else _nearest_holiday(found, context, on)
    if day is None:
        return partial(None, modifier(found))
    if (unit := found.code("un", "HOLIDAY_UNIT")) is not None:
        # Labor Day weekend ends with the Monday, Thanksgiving weekend comes after the Thursday.
        monday = unit == "weekend" and day.start.isoweekday() <= 2
        day = unit_of(CalendarUnit(unit), plus_days(day.start, -2) if monday else day.start)
    return in_part(found, dated(day, modifier(found)), "pt")


def _nearest_holiday(
    found: RuleMatch, context: TimeContext, on: Callable[[int], Stretch | None]
) -> Stretch | None:
    """The day of the holiday that is meant: this year's, the next or the last as the words say;
    otherwise the last one, or the next where it is near or the clause looks ahead."""
    now = context.now
    if now is None:
        return None
    shift = found.number("sh", "SHIFT")
    candidates = [
        when for year in (now.year - 1, now.year, now.year + 1) if (when := on(year)) is not None
    ]
    if shift == 0:
        return next((when for when in candidates if when.start.year == now.year), None)
    behind = [when for when in candidates if when.start <= now]
    ahead = [when for when in candidates if when.start > now]
    if shift is None:
        near = bool(ahead) and (not behind or (now - behind[-1].start).days > FARTHEST_BACK)
        forward = near or lies_ahead(found, context.language, deadline=False)
    else:
        forward = shift > 0
    chosen = ahead[:1] if forward else behind[-1:]
    return chosen[0] if chosen else None


READERS: dict[str, Reader] = {"holiday": holiday}
