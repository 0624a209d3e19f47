"""Readers of weekdays: "Tuesday", "last Friday", "Monday through Wednesday".

A bare weekday lies in the days about the day of publication. Of 470 in news whose day is known
none of the day before publication was meant six days ahead, and 50 of the 53 of the day after it
were meant a day ahead. So nearness decides at both ends of the week, and the tense of the verb
that governs the weekday between them. A past event of the weekday after the stamp is of tomorrow
at the top of a story, where the stamp is early, and of last week deep in it.
"""

from __future__ import annotations

import re
from datetime import date

from factcheck.times.date_parts import in_part, quantity
from factcheck.times.direction import Outlook, foresight, is_moved
from factcheck.times.grammar import RuleMatch
from factcheck.times.periods import (
    CalendarUnit,
    of_day,
    plus_days,
    unit_of,
    weekday_after,
    weekday_on_or_before,
)
from factcheck.times.reading import (
    Reader,
    TimeContext,
    TimeReading,
    dated,
    modifier,
    partial,
    spanning,
)
from factcheck.times.vocabulary import OTHER
from factcheck.times.years import whole_of

# What joins two weekdays of one stretch: "late Thursday or early Friday", "Thursday into Friday".
_JOINED = re.compile(
    r"\s*(?:morning|afternoon|evening|night)?\s*(?:,|or|and|into|to|through|-|–|—)"
    r"(?:\s+(?:on|from|by|again|then))*\s*",
    re.IGNORECASE,
)
_LONGEST_JOINED = 24
# The second of two joined weekdays follows within so many days.
_JOINED_DAYS = 3


def weekday(found: RuleMatch, context: TimeContext) -> TimeReading | None:
    """Read a weekday: "Tuesday", "early Friday", "last Wednesday", "Sunday night".

    "Last Wednesday" is the latest one before publication, "this Wednesday" the one of the week of
    publication, a bare one the nearest that the tense allows.
    """
    number = found.number("wd", "WEEKDAY") or found.number("wd2", "WEEKDAY_SHORT")
    if number is None or (found.at("wd2") is not None and _ends_a_name(found)):
        return None
    now = context.now
    if (
        context.is_history
        and (now := context.last_day.start if context.last_day else None) is not None
    ):
        reading = dated(of_day(weekday_after(number, now)), modifier(found))
    elif now is None:
        reading = partial(f"XXXX-WXX-{number}", modifier(found))
    else:
        when = _weekday_from(found, context, number, now)
        reading = dated(of_day(when), modifier(found))
    return in_part(found, in_part(found, reading, "pt"), "pt2")


def _ends_a_name(found: RuleMatch) -> bool:
    """Whether "Sun." ends the name of a paper: "The Harbour Sun. has told", not "Sat., Sun."."""
    index = found.at("wd2")
    if not index:
        return False
    before = found.tokens.raw(index - 1)
    spaced = found.tokens.starts[index] - found.tokens.ends[index - 1] == 1
    named = found.tokens.codes[index - 1] == OTHER or before.lower() == "the"
    return spaced and before[0].isupper() and named


def _weekday_from(found: RuleMatch, context: TimeContext, number: int, now: date) -> date:
    """The day of a weekday: of a week given in words, before or after the day last named, or the
    one nearest to `now` in the direction of its verb."""
    if (of_week := found.number("sh2", "SHIFT")) is not None:
        week = unit_of(CalendarUnit.WEEK, plus_days(now, 7 * of_week))
        return plus_days(week.start, number - 1)
    shift = found.number("sh", "SHIFT")
    if shift is None:
        joined = _joined(found, context, number)
        return joined if joined is not None else _bare(found, context, number, now)
    last = context.last_day.start if context.last_day is not None else now
    if shift < 0:
        before = last if found.word("sh") in ("previous", "preceding") else now
        return weekday_on_or_before(number, plus_days(before, -1))
    if shift > 0:
        return weekday_after(number, last if found.word("sh") == "following" else now)
    return plus_days(unit_of(CalendarUnit.WEEK, now).start, number - 1)


def _joined(found: RuleMatch, context: TimeContext, number: int) -> date | None:
    """The day of a weekday that counts from the one just mentioned."""
    if context.last_day is None or context.last_day_end is None:
        return None
    start = found.tokens.starts[found.first]
    if start - context.last_day_end > _LONGEST_JOINED:
        return None
    if _JOINED.fullmatch(found.tokens.text, context.last_day_end, start) is None:
        return None
    when = weekday_after(number, context.last_day.start)
    return when if (when - context.last_day.start).days <= _JOINED_DAYS else None


def _bare(found: RuleMatch, context: TimeContext, number: int, now: date) -> date:
    """The day of a weekday without "last", "next" or "this"."""
    latest = weekday_on_or_before(number, now)
    back = (now - latest).days
    if back <= 1:
        return latest
    view = foresight(found, context.language)
    if back == 6 and view.plain_past:
        start = found.tokens.starts[found.first]
        context.weekdays_ahead.append((start, weekday_after(number, now)))
        return latest
    return weekday_after(number, now) if _is_ahead(back, view.outlook, view.before) else latest


def _is_ahead(back: int, outlook: Outlook, before: bool) -> bool:
    """Whether a weekday that was `back` days ago is meant as the next one.

    "Is due Thursday", printed on Friday, lies six days ahead only with "next", "is due Tuesday"
    five where the verb stands before the weekday.
    """
    if back == 6:
        return True
    if back == 5:
        return outlook is not Outlook.PAST
    if back == 4:
        return outlook > Outlook.OPEN
    return outlook is Outlook.AHEAD and before


def weekday_range(found: RuleMatch, context: TimeContext) -> TimeReading | None:
    """Read a range of weekdays: "Monday through Wednesday". The first day is read like a bare one,
    the last follows it."""
    first = found.number("w1", "ANY_WEEKDAY") or found.number("w1b", "WEEKDAY")
    last = found.number("w2", "ANY_WEEKDAY")
    if first is None or last is None or is_moved(found, context.language):
        return None
    if context.now is None:
        return partial(None)
    start = _bare(found, context, first, context.now)
    end = weekday_after(last, start)
    return spanning(start, end)


def nth_weekday(found: RuleMatch, context: TimeContext) -> TimeReading | None:
    """Read the nth weekday of a month: "the second Sunday of October last year", "the last Monday
    of the month"."""
    number, order = found.number("wd", "WEEKDAY"), found.number("or", "ORDINAL")
    whole = whole_of(found, context)
    if number is None or order is None:
        return None
    if whole is None:
        return partial(None)
    if order == -1:
        return dated(of_day(weekday_on_or_before(number, whole.end)))
    first = weekday_after(number, plus_days(whole.start, -1))
    when = plus_days(first, 7 * (order - 1))
    return dated(of_day(when)) if when <= whole.end else None


def weeks_from_weekday(found: RuleMatch, context: TimeContext) -> TimeReading | None:
    """Read weeks counted from a weekday: "a week ago Friday", "two weeks from Monday", "two Fridays
    ago", the British "Friday week"."""
    label = next(name for name in ("wd", "wds", "wd2") if found.at(name) is not None)
    number = found.number(label, "WEEKDAY", "WEEKDAYS")
    weeks = 1 if label == "wd2" else quantity(found, "n2" if label == "wds" else "n")
    if number is None or weeks is None:
        return None
    if label == "wd" and found.code("un", "UNIT", "UNITS") != CalendarUnit.WEEK:
        return None
    now = context.now
    if now is None:
        return partial(f"XXXX-WXX-{number}")
    if label == "wd2" or found.at("fr") is not None:
        return dated(of_day(plus_days(weekday_after(number, now), 7 * weeks)))
    if label == "wds":
        before = plus_days(now, -1)
        return dated(of_day(plus_days(weekday_on_or_before(number, before), -7 * (weeks - 1))))
    return dated(of_day(plus_days(weekday_on_or_before(number, now), -7 * weeks)))


READERS: dict[str, Reader] = {
    "weekday": weekday,
    "weekday_range": weekday_range,
    "nth_weekday": nth_weekday,
    "weeks_from_weekday": weeks_from_weekday,
}
