"""What the calendar says of whether two claims answer one question."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.interval import days_between
from factcheck.linkage.evidence import Level
from factcheck.linkage.features import Features
from factcheck.models import Period

_ONE_WEEK = 7  # days over which reports may still name one event's day
_ONE_EVENT = 30  # days over which reports may still speak of one event
_FAR = 366  # for a weekday beside a month: some other time, whenever that was
_WEEKDAY = "XXXX-W"


def days_apart(one: Period | None, other: Period | None) -> int | None:
    """Days between two periods; 0 where they share one, `None` where the calendar cannot tell.

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


def day_levels(left: Features, right: Features) -> Iterator[Level]:
    """Whether two figures are told of different days or seasons."""
    gap = days_apart(left.day, right.day)
    if gap is None or gap == 0:
        return
    if gap > _ONE_EVENT:
        yield Level("other_season", 1.0, "different times")
    else:
        yield Level("other_count_day" if left.moves else "other_day", 1.0, "different days")


def earlier_levels(left: Features, right: Features) -> Iterator[Level]:
    """Whether one of two is told for comparison, of an earlier time. A figure of then that is not
    even the figure of now is another figure twice over."""
    if left.earlier == right.earlier:
        return
    differ = left.figure is not None and left.figure != right.figure
    yield Level("other_time", 2.0 if differ else 1.0, "one is told of an earlier time")


def event_day_levels(left: Features, right: Features) -> Iterator[Level]:
    """An article that names two days mostly tells of two events."""
    one, other = left.claim, right.claim
    gap = days_apart(one.when, other.when)
    if gap is None or gap == 0:
        return
    if one.article_id == other.article_id:
        yield Level("same_article_other_day", 1.0, "two days of one article")
    if gap > _ONE_WEEK:
        yield Level("event_weeks_apart", 1.0, "more than a week apart")
    else:
        yield Level("event_days_apart", 1.0, "different days")
