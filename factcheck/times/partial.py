"""Whether two dates of which one or both are only partly known can be the same day.

"Tuesday" without a date of publication is `XXXX-WXX-2`, "December 26" without a year
`XXXX-12-26`. Two such dates conflict only if no calendar can satisfy both: Tuesday and
26 December can be one day, Tuesday and Wednesday cannot.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache

from factcheck.models import Period

_SHAPE = re.compile(
    r"XXXX-(?:W(?:XX|[0-9]{2})(?:-(?P<weekday>[1-7]))?(?P<weekend>-WE)?"
    r"|(?P<season>SP|SU|FA|WI)"
    r"|Q(?P<quarter>[1-4])"
    r"|(?P<month>[0-9]{2}|XX)(?:-(?P<day>[0-9]{2}|XX))?)(?:T.*)?"
)
_SEASONS = {"SP": (3, 4, 5), "SU": (6, 7, 8), "FA": (9, 10, 11), "WI": (12, 1, 2)}
# Weekdays and dates come round in 28 years, 29 February on each weekday among them.
_CYCLE_START, _CYCLE_DAYS = date(2000, 1, 1), 28 * 366


def compatible(one: Period | str, other: Period | str) -> bool:
    """Whether some day of some calendar satisfies both; each is a period or a TIMEX3 pattern.

    What the words leave open never conflicts, and neither does a pattern that is not understood.
    """
    first, second = _period(one), _period(other)
    days_of_first, days_of_second = first.days(), second.days()
    if days_of_first is not None and days_of_second is not None:
        return days_of_first.overlaps(days_of_second)
    if days_of_first is None and days_of_second is None:
        return _satisfiable(first.pattern or "", second.pattern or "")
    dated, partial = (first, second) if days_of_first is not None else (second, first)
    if dated.start is None or dated.end is None:
        return _satisfiable(partial.pattern or "", "")
    return any(_fits(partial.pattern or "", day) for day in _days(dated.start, dated.end))


def _period(given: Period | str) -> Period:
    """A period, also for a pattern given as text."""
    return Period(pattern=given) if isinstance(given, str) else given


@lru_cache(maxsize=1024)
def _satisfiable(one: str, other: str) -> bool:
    """Whether some day of the calendar's cycle fits two patterns."""
    last = _CYCLE_START + timedelta(days=_CYCLE_DAYS)
    return any(_fits(one, day) and _fits(other, day) for day in _days(_CYCLE_START, last))


def _days(start: date, end: date) -> Iterator[date]:
    """The days of a period, at most one whole cycle of the calendar."""
    count = min((end - start).days, _CYCLE_DAYS)
    return (start + timedelta(days=more) for more in range(count + 1))


@lru_cache(maxsize=1024)
def _parsed(pattern: str) -> re.Match[str] | None:
    """The match of a TIMEX3 pattern of a date; `None` for another text."""
    return _SHAPE.fullmatch(pattern)


def _fits(pattern: str, day: date) -> bool:
    """Whether the pattern can mean a day."""
    shape = _parsed(pattern)
    if shape is None:
        return True
    if shape["weekday"] is not None:
        return day.isoweekday() == int(shape["weekday"])
    if shape["weekend"] is not None:
        return day.isoweekday() >= 6
    if shape["season"] is not None:
        return day.month in _SEASONS[shape["season"]]
    if shape["quarter"] is not None:
        return (day.month + 2) // 3 == int(shape["quarter"])
    if shape["month"] not in (None, "XX") and day.month != int(shape["month"]):
        return False
    return shape["day"] in (None, "XX") or day.day == int(shape["day"])
