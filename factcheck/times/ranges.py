"""Readers of expressions with two ends: "between May and the end of November"."""

from __future__ import annotations

from datetime import date

from factcheck.times.date_parts import day_number, implied_year
from factcheck.times.direction import is_moved
from factcheck.times.grammar import RuleMatch
from factcheck.times.periods import day, of_month, of_year
from factcheck.times.reading import Reader, TimeContext, TimeReading, partial, spanning


def month_range(found: RuleMatch, context: TimeContext) -> TimeReading | None:
    """Read a range of months: "between May and the end of November", "Feb. 10 to March 2", "30 May
    to 2 June 1998"."""
    first = found.number("m1", "ANY_MONTH") or found.number("m1b", "ANY_MONTH")
    last = found.number("m2", "ANY_MONTH")
    if first is None or last is None or is_moved(found, context.language):
        return None
    first_day = day_number(found, "d1") or day_number(found, "d1b")
    last_day = day_number(found, "d2")
    y2 = int(found.raw("y2")) if found.at("y2") is not None else None
    y1 = next(
        (int(found.raw(label)) for label in ("y1", "y1b") if found.at(label) is not None), None
    )
    wraps = (last, last_day or 31) < (first, first_day or 1)
    if y2 is None and y1 is not None:
        y2 = y1 + wraps
    if y2 is None:
        y2 = implied_year(found, context, last, last_day)
    if y2 is None:
        return partial(None)
    if y1 is None:
        y1 = y2 - wraps
    start = of_month(y1, first).start if first_day is None else day(y1, first, first_day).start
    end = of_month(y2, last).end if last_day is None else day(y2, last, last_day).start
    return _ordered(start, end)


def day_range(found: RuleMatch, context: TimeContext) -> TimeReading | None:
    """Read a range of days of one month: "March 3-5, 2001", "from 2 to 5 March"."""
    month = found.number("m1", "ANY_MONTH")
    first, last = day_number(found, "d1"), day_number(found, "d2")
    if month is None or first is None or last is None or not first < last <= 31:
        return None
    if is_moved(found, context.language):
        return None
    year = int(found.raw("yr")) if found.at("yr") is not None else None
    if year is None:
        year = implied_year(found, context, month, first)
    if year is None:
        return partial(None)
    return _ordered(day(year, month, first).start, day(year, month, last).start)


def year_range(found: RuleMatch, context: TimeContext) -> TimeReading | None:
    """Read a range of years: "from 1939 to 1945", "1998-99", "1914–1918"."""
    first = int(found.raw("y1") or found.raw("y1b"))
    if found.at("y2n") is not None:
        last = first - first % 100 + int(found.raw("y2n"))
        if last != first + 1:
            return None  # "2013/18" is no financial year
    elif found.at("y2s") is not None:
        last = first - first % 100 + int(found.raw("y2s"))
    else:
        last = int(found.raw("y2"))
    if not first < last <= first + 999:
        return None
    return _ordered(of_year(first).start, of_year(last).end)


def _ordered(start: date, end: date) -> TimeReading | None:
    """The reading of a range; `None` if it ends before it starts."""
    return spanning(start, end) if start <= end else None


READERS: dict[str, Reader] = {
    "month_range": month_range,
    "day_range": day_range,
    "year_range": year_range,
}
