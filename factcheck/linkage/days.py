"""How far apart two claims lie in the calendar."""

from __future__ import annotations

from factcheck.interval import days_between
from factcheck.models import Period


def days_apart(one: Period | None, other: Period | None) -> int | None:
    """Days between two periods; 0 where they share one, `None` where the calendar cannot tell.

    Two weekdays without a date ("Monday", "Sunday") are a day apart at least.
    """
    if one is None or other is None:
        return None
    left, right = one.days(), other.days()
    if left is not None and right is not None:
        return days_between(left, right)
    if one.pattern is None or other.pattern is None or one.pattern == other.pattern:
        return None
    alike = one.pattern[:6] == other.pattern[:6] and len(one.pattern) == len(other.pattern)
    return 1 if alike else None
