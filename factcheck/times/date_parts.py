"""What the words of a date say: its day, month and year, and the year that is left out."""

from __future__ import annotations

import re
from datetime import date

from factcheck.times.direction import SENTENCE_END, Outlook, foresight
from factcheck.times.grammar import RuleMatch
from factcheck.times.periods import CalendarUnit, Stretch
from factcheck.times.reading import TimeContext, TimeReading, part_of_day_on

# Newspapers leave out the year of a day in the calendar year of publication (Associated Press
# Stylebook, "dates"). A day of the year before lies at most so many days back; else the one
# ahead is meant.
FARTHEST_BACK = 210
# "Opened on January 16", stamped on the 15th, and "will open on January 14" are of that week.
_STAMP_OFF = 1
# These count from the time mentioned just before, where others count from publication.
FROM_THERE = frozenset({"following", "previous", "preceding", "subsequent"})
# In a narrative, a month so far before the one just mentioned is one of the next year.
_MONTHS_BACK_IN_TALE = 7
# "Had hoped to open in February", written in March, does not look eleven months ahead.
_MONTHS_AHEAD = 8
# Two figures for a year: those up to so many years ahead of publication are of its century.
_YEARS_AHEAD = 20


def full_year(two_digits: int, published: date | None) -> int:
    """The year of two digits: the latest that is not far after publication, else 19xx or 20xx."""
    last = (published.year if published else 2029) + _YEARS_AHEAD
    return last - (last - two_digits) % 100


def stated_year(found: RuleMatch, context: TimeContext, label: str = "yr") -> int | None:
    """The year stated under that label: in four digits, in two, or by reference.

    "May last year" counts from publication, "July of that year" from the year just mentioned.
    """
    if found.at(label) is not None:
        return int(found.raw(label))
    if found.at("sy") is not None:
        return full_year(int(found.raw("sy")), context.published)
    if (shift := found.number("ys", "SHIFT")) is not None and context.now is not None:
        word = found.word("ys")
        base = (
            context.anchor.start
            if word in FROM_THERE and context.anchor is not None
            else context.now
        )
        return base.year + shift
    if found.at("ym") is not None and context.anchor is not None:
        return context.anchor.start.year
    return None


def implied_year(
    found: RuleMatch, context: TimeContext, month: int, number: int | None
) -> int | None:
    """The year of a month, or of a day of a month, that is written without one."""
    if (split := split_year(found, context)) is not None:
        return split
    if context.is_history and context.anchor is not None:
        return _year_in_tale(context.anchor, month)
    now = context.published
    if now is None:
        return None
    view = foresight(found, context.language, deadline=number is not None)
    ahead = view.outlook >= Outlook.LIKELY
    if number is None:
        near = (month - now.month) % 12 <= _MONTHS_AHEAD
        if view.will or (ahead and near):
            return now.year + (month < now.month)
        return now.year - (month > now.month)
    behind = now.year - ((month, number) > (now.month, now.day))
    back = (now.month - month) * 30 + now.day - number + 365 * (now.year - behind)
    just_off = back <= _STAMP_OFF or 365 - back <= _STAMP_OFF
    if not just_off and (view.will or (view.plain_past and view.beside)):
        return behind + view.will
    last_year = behind < now.year and back > FARTHEST_BACK
    if last_year or (ahead and back > 0 and 365 - back <= FARTHEST_BACK):
        return behind + 1
    return behind


# "From April to June in 2017", "May, in 2017".
_YEAR_BEHIND = re.compile(r",?\s+(?:in|of|during)\s+(1[5-9][0-9]{2}|20[0-9]{2})\b(?!\s+[a-z]+s\b)")
_OPENS = re.compile(r"(?:^|[.!?\n][\"”]?\s*)(?:In |By )?$")
# The sentence that "In 2018, …" or "That year, …" opens is of that year, so far.
_FRAME = 160


def split_year(found: RuleMatch, context: TimeContext) -> int | None:
    """The year that is stated apart from its months: behind them, or at the head of the
    sentence."""
    text = found.tokens.text
    start, end = found.tokens.starts[found.first], found.tokens.ends[found.last - 1]
    if (behind := _YEAR_BEHIND.match(text, end)) is not None:
        return int(behind[1])
    anchor = context.anchor
    if (
        anchor is None
        or anchor.unit is not CalendarUnit.YEAR
        or not 0 < start - context.anchor_end <= _FRAME
    ):
        return None
    head = text[max(0, context.anchor_start - 8) : context.anchor_start]
    same = SENTENCE_END.search(text, context.anchor_end, start) is None
    return anchor.start.year if same and _OPENS.search(head) is not None else None


def _year_in_tale(anchor: Stretch, month: int) -> int:
    """The year of a month in a narrative: February mentioned after November is the next."""
    if anchor.unit not in (CalendarUnit.DAY, CalendarUnit.WEEK, CalendarUnit.MONTH):
        return anchor.start.year
    return anchor.start.year + (anchor.start.month - month > _MONTHS_BACK_IN_TALE)


def shifted_year(found: RuleMatch, context: TimeContext, number: int, label: str) -> int | None:
    """The year of "last May", "this May", "next May"."""
    shift = found.number(label, "SHIFT")
    now = context.now
    if shift is None or now is None:
        return None
    if shift < 0:
        return now.year - (number >= now.month)
    if shift > 0:
        return now.year + (number <= now.month)
    return now.year


def day_number(found: RuleMatch, label: str) -> int | None:
    """A day of the month in figures ("26", "26th") or in words ("the sixth")."""
    raw = found.raw(label)
    digits = raw.rstrip("stndrhSTNDRH")
    return int(digits) if digits.isdigit() else found.number(label, "ORDINAL")


def quantity(found: RuleMatch, label: str) -> int | None:
    """The whole number under that label; `None` where it is left open."""
    raw = found.raw(label)
    if raw.isdigit():
        return int(raw) if len(raw) <= 7 else None
    value = found.words.find(str(found.word(label)), "NUMBER_WORD", "TENS")
    if value is None:
        vague = found.code(label, "VAGUE_NUMBER")
        return int(vague) if vague is not None and vague.isdigit() else None
    return int(value)


def in_part(found: RuleMatch, reading: TimeReading, label: str) -> TimeReading:
    """The reading narrowed to the part of the day that the words name, if they name one."""
    part = found.code(label, "PART_OF_DAY")
    return reading if part is None else part_of_day_on(reading, part)
