"""The gap between two periods by the calendar, and the length of one."""

from __future__ import annotations

from factcheck.interval import days_between
from factcheck.models import Period

_FAR = 366  # for a weekday beside a month: some other time, whenever that was
_WEEKDAY = "XXXX-W"


def gap_in_days(one: Period | None, other: Period | None) -> int | None:
    """Days between two periods; 0 where they share one, `None` where the calendar does not say.

    Without a year "Monday" and "Sunday" are a day apart at least, and a weekday is another
    time than a bare month: who means this week names the day, who says "in September" does not.
    """
    if one is None or other is None:
        return None
    left, right = one.days(), other.days()
    if left is not None and right is not None:
        return days_between(left, right)
    if one.pattern is None or other.pattern is None or one.pattern == other.pattern:
        return None
    weekdays = [pattern.startswith(_WEEKDAY) for pattern in (one.pattern, other.pattern)]
    if weekdays[0] != weekdays[1]:
        month = other.pattern if weekdays[0] else one.pattern
        return _FAR if len(month) == len("XXXX-09") else None
    return 1 if len(one.pattern) == len(other.pattern) else None


def length_in_days(period: Period | None) -> int:
    """The number of days a period may have beyond the first: 30 for "in May"; 0 where it is open or
    the calendar does not say."""
    days = None if period is None else period.days()
    if days is None or days.low is None or days.high is None:
        return 0
    return (days.high - days.low).days


def both_longer(one: Period | None, other: Period | None, days: float) -> bool:
    """Whether two periods are each longer than so many days."""
    return min(length_in_days(one), length_in_days(other)) > days
