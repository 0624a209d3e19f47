"""Readers of dates that name a day or a month."""

from __future__ import annotations

import re
from dataclasses import replace

from factcheck.mentions import TimeCaution
from factcheck.times.date_parts import (
    day_number,
    full_year,
    implied_year,
    in_part,
    shifted_year,
    stated_year,
)
from factcheck.times.grammar import RuleMatch
from factcheck.times.periods import CalendarUnit, OutsideCalendar, day, of_month, unit_of
from factcheck.times.reading import (
    Reader,
    TimeContext,
    TimeReading,
    at_clock,
    dated,
    modifier,
    partial,
)

_LONGEST_JOINT = 8  # characters between two days of a list


def iso_date(found: RuleMatch, context: TimeContext) -> TimeReading | None:
    """Read a date of ISO 8601: 2023-12-26."""
    year, month, number = (int(part) for part in found.raw("iso").split("-"))
    return dated(day(year, month, number))


def slash_date(found: RuleMatch, context: TimeContext) -> TimeReading | None:
    """Read a date with slashes: 12/26/2023, 26/12/2023 or 2023/12/26. The country decides whether
    day or month comes first."""
    parts = found.raw("sl").split("/")
    a, b, c = (int(part) for part in parts)
    if len(parts[0]) == 4:
        return dated(day(a, b, c))
    if len(parts[0]) > 2 or len(parts[2]) not in (2, 4):
        return None
    year = c if len(parts[2]) == 4 else full_year(c, context.published)
    month_first = context.country in (None, "US") if max(a, b) <= 12 else b > 12
    reading = dated(day(year, a, b) if month_first else day(year, b, a))
    if context.country is None and max(a, b) <= 12 and a != b:
        return replace(reading, caution=TimeCaution.DAY_OR_MONTH)
    return reading


def month_day(found: RuleMatch, context: TimeContext) -> TimeReading | None:
    """Read a day of a month: "December 26", "Friday, Oct. 23, 1998", "the 6th of June", "6 DEC
    89"."""
    month = found.number("mo", "ANY_MONTH")
    number = day_number(found, "d") or day_number(found, "od")
    if month is None or number is None or not 1 <= number <= 31:
        return None
    day(2000, month, number)  # raises for 31 April
    year = stated_year(found, context)
    weekday = found.number("wd", "ANY_WEEKDAY")
    if (clock := found.raw("ck")) and year is not None:
        return at_clock(day(year, month, number), clock)
    if year is None and weekday is not None:
        year = _year_of_weekday(context, month, number, weekday)
    if year is None:
        year = shifted_year(found, context, month, "sh2")
    if year is None:
        year = implied_year(found, context, month, number)
    if year is None:
        return partial(f"XXXX-{month:02d}-{number:02d}", modifier(found))
    reading = dated(day(year, month, number), modifier(found))
    return in_part(found, in_part(found, reading, "pt"), "ptw")


# What joins the days of a list: "March 5[, ]6[ and ]7".
_LISTED = re.compile(r"\s*(?:,(?:\s*and\b)?|and\b)\s*", re.IGNORECASE)


def listed_day(found: RuleMatch, context: TimeContext) -> TimeReading | None:
    """Read a further day of a list, of the month of the day just before it: "March 5, [6] and
    [7]"."""
    number = day_number(found, "d") or day_number(found, "d2")
    last, end = context.last_day, context.last_day_end
    if number is None or last is None or end is None or not last.start.day < number <= 31:
        return None
    start = found.tokens.starts[found.first]
    if start - end > _LONGEST_JOINT or _LISTED.fullmatch(found.tokens.text, end, start) is None:
        return None
    return dated(day(stated_year(found, context) or last.start.year, last.start.month, number))


def _year_of_weekday(context: TimeContext, month: int, number: int, weekday: int) -> int | None:
    """The year, nearest to publication, in which the day falls on the weekday named."""
    if context.published is None:
        return None
    near = context.published.year
    for year in (near, near - 1, near + 1):
        try:
            if day(year, month, number).start.isoweekday() == weekday:
                return year
        except OutsideCalendar:
            continue
    return None


def week_of(found: RuleMatch, context: TimeContext) -> TimeReading | None:
    """Read a week or weekend by a day of it: "the week of March 6", "the weekend of 5 May"."""
    month = found.number("mo", "ANY_MONTH") or found.number("mo2", "ANY_MONTH")
    number = day_number(found, "d") or day_number(found, "d2")
    if found.word("un") not in ("week", "weekend") or month is None or number is None:
        return None
    year = stated_year(found, context)
    if year is None:
        year = implied_year(found, context, month, number)
    unit = CalendarUnit(str(found.word("un")))
    return partial(None) if year is None else dated(unit_of(unit, day(year, month, number).start))


def bare_day(found: RuleMatch, context: TimeContext) -> TimeReading | None:
    """Read a day without its month: "on the 14th" of the month just mentioned, else the latest such
    day; "the 1st of last month"."""
    number = day_number(found, "d")
    if number is None or not 1 <= number <= 31 or found.raw("d").isdigit():
        return None
    if found.at("un") is not None and context.published is not None:
        base = context.anchor if found.at("sm") is not None else None
        month = unit_of(CalendarUnit.MONTH, base.start if base is not None else context.published)
        month = month.shifted(found.number("sh", "SHIFT") or 0)
        return dated(day(month.start.year, month.start.month, number))
    if context.anchor is not None:
        return dated(day(context.anchor.start.year, context.anchor.start.month, number))
    now = context.published
    if now is None:
        return partial(f"XXXX-XX-{number:02d}")
    month = of_month(now.year, now.month - (number > now.day))
    return dated(day(month.start.year, month.start.month, number))


def _is_name(found: RuleMatch) -> bool:
    """Whether a month's name is a first name: "said April Jones", but not "in April President
    Sato"."""
    tokens, last = found.tokens, found.last
    before = tokens.word(found.first - 1) if found.first else ""
    stop = before == "." and found.first > 1
    if found.words.find(tokens.word(found.first - 2) if stop else before, "TITLE") is not None:
        return True
    if found.last - found.first > 1 or last >= len(tokens.codes):
        return False
    if found.words.find(tokens.word(last), "SPEECH_VERB") is not None:
        return found.words.find(before, "BEFORE_MONTH") is None
    following = tokens.raw(last)
    spaced = tokens.starts[last] - tokens.ends[last - 1] == 1
    if not spaced or not following[0].isupper() or following.isupper():
        return False
    return found.words.find(before, "BEFORE_MONTH", "SHIFT", "PHASE", "THE") is None


def _is_possessive(found: RuleMatch) -> bool:
    """Whether an expression has an apostrophe and "s" behind it."""
    text, end = found.tokens.text, found.tokens.ends[found.last - 1]
    return text[end : end + 2] in ("'s", "’s")


def month(found: RuleMatch, context: TimeContext) -> TimeReading | None:
    """Read a month: "December 2023", "late November", "last May", "in May"."""
    number = found.number("mo", "ANY_MONTH") or found.number("mo2", "ANY_MONTH")
    if number is None or (found.rule == "month" and _is_name(found)):
        return None
    if found.word("sh") == "following" and _is_possessive(found):
        return None  # "following November's vote" is after the vote
    year = stated_year(found, context)
    if year is None:
        year = shifted_year(found, context, number, "sh")
    if year is None:
        year = implied_year(found, context, number, None)
    if year is None:
        return partial(f"XXXX-{number:02d}", modifier(found))
    return dated(of_month(year, number), modifier(found))


READERS: dict[str, Reader] = {
    "iso_date": iso_date,
    "slash_date": slash_date,
    "month_day": month_day,
    "listed_day": listed_day,
    "week_of": week_of,
    "bare_day": bare_day,
    "month": month,
}
