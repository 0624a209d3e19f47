"""Readers of times so far from another: "two weeks ago", "a day earlier", "nine days after"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from factcheck.mentions import TimeType
from factcheck.times.date_parts import quantity
from factcheck.times.direction import SENTENCE_END
from factcheck.times.grammar import RuleMatch
from factcheck.times.lengths import has_half, length
from factcheck.times.periods import SHORT_UNITS, CalendarUnit, moved, unit_of
from factcheck.times.reading import Reader, TimeContext, TimeReading, dated, modifier, partial
from factcheck.times.vocabulary import BREAK

# How exact an "ago" is: ten years ago names a year, six weeks ago a week, 11 days ago a day.
_GRAIN = {
    CalendarUnit.FORTNIGHT: CalendarUnit.WEEK,
    CalendarUnit.CENTURY: CalendarUnit.YEAR,
    CalendarUnit.DECADE: CalendarUnit.YEAR,
    CalendarUnit.NIGHT: CalendarUnit.DAY,
    CalendarUnit.WEEKEND: CalendarUnit.WEEKEND,
}


def from_date(found: RuleMatch, context: TimeContext) -> TimeReading | None:
    """Read an offset from the date that follows, which `joining` adds: "nine days after Oct. 8"."""
    code, direction = found.code("un", "UNIT", "UNITS"), found.number("di", "DIRECTION")
    if code is None or direction is None or found.word("di") not in ("before", "after"):
        return None
    unit = CalendarUnit(code)
    counted = (unit, 1) if found.at("n") is None else _count(found, unit)
    if counted is None or unit in SHORT_UNITS or unit is CalendarUnit.NIGHT:
        return None
    if _names_the_anchor(found, context):
        return None
    return TimeReading(
        TimeType.DATE, modifier=modifier(found), away=(counted[0], direction * counted[1])
    )


def away_from(reading: TimeReading, day: date) -> TimeReading:
    """The reading of an offset, given the day that it is counted from."""
    assert reading.away is not None  # the caller asks for no other
    unit, count = reading.away
    return _offset_by(day, unit, count, reading.modifier)


def ago(found: RuleMatch, context: TimeContext) -> TimeReading | None:
    """Read an offset from publication: "two months ago", "a decade ago", "days ago", "a year from
    now"."""
    code = found.code("un", "UNIT", "UNITS")
    if code is None:
        return None
    ahead = found.at("fw") is not None
    counted = _count(found, CalendarUnit(code))
    if counted is None:
        return partial("FUTURE_REF" if ahead else "PAST_REF", modifier(found))
    unit, count = counted
    return _offset_by(context.published, unit, count if ahead else -count, modifier(found))


def offset(found: RuleMatch, context: TimeContext) -> TimeReading | None:
    """Read an offset from a day mentioned before: "two days later", "a week earlier", "a day
    after", "the year before".

    "A day after" in apposition is a second name for the day that was named in its sentence or the
    one before: the delegation met on Thursday, a day after the talks had ended.
    """
    code = found.code("un", "UNIT", "UNITS")
    direction = found.number("dir", "DIRECTION")
    if code is None or direction is None or CalendarUnit(code) is CalendarUnit.SECOND:
        return None
    unit, anchor = CalendarUnit(code), context.anchor
    single = found.at("n") is None and found.at("ho") is None
    counted = (unit, 1) if single else _count(found, unit)
    if found.word("dir") in ("after", "before") and _goes_on(found):
        if _names_the_anchor(found, context):
            assert context.last_day is not None
            return dated(context.last_day)
        return None  # "two days after the attack" is a length of time, read by its own rule
    if counted is None and unit in SHORT_UNITS:
        return TimeReading(TimeType.DURATION, length(unit, None), modifier=modifier(found))
    if counted is None or anchor is None:
        return partial(None)
    unit, count = counted
    compared = anchor.unit is CalendarUnit.QUARTER or _is_compared(found)
    if unit is CalendarUnit.YEAR and anchor.unit in _OF_EACH_YEAR and compared:
        then = anchor.shifted(direction * count * _OF_EACH_YEAR[anchor.unit])
        # What follows counts from the period reported, not from the one compared with.
        return replace(dated(then, modifier(found)), stretch=None)
    reading = _offset_by(anchor.start, unit, direction * count, modifier(found))
    return replace(reading, stretch=None) if compared else reading


# How many of a unit make a year, for units that business compares year by year.
_OF_EACH_YEAR = {CalendarUnit.QUARTER: 4, CalendarUnit.HALF: 2, CalendarUnit.MONTH: 12}
# Words between what is compared and the time it is compared with: "from 2 million a year earlier".
_NEAR_COMPARISON = 5


def _is_compared(found: RuleMatch) -> bool:
    """Whether the offset belongs to a comparison of figures: "in the third quarter, up from 2
    million a year earlier"."""
    tokens = found.tokens
    for at in range(found.first - 1, max(-1, found.first - 1 - _NEAR_COMPARISON), -1):
        if tokens.codes[at] == BREAK or tokens.word(at) in (".", ";"):
            return False
        if found.words.find(tokens.word(at), "COMPARING") is not None:
            return True
    return False


def _goes_on(found: RuleMatch) -> bool:
    """Whether "after" or "before" governs the words that follow."""
    text, end = found.tokens.text, found.tokens.ends[found.last - 1]
    return text[end : end + 1] == " " and text[end + 1 : end + 2].isalnum()


# A day in apposition was named at most so many characters before.
ANCHOR_NEAR = 600


def _names_the_anchor(found: RuleMatch, context: TimeContext) -> bool:
    """Whether "a day after" behind a comma or dash only renames a day that was just mentioned."""
    text = found.tokens.text
    start = found.tokens.starts[found.first]
    return (
        found.word("un") in ("day", "days")
        and anchor_near(found, context)
        and text[max(0, start - 4) : start].rstrip().endswith((",", "—", "–", "--"))
    )


def anchor_near(found: RuleMatch, context: TimeContext) -> bool:
    """Whether a day was named in the sentence of an expression or the one before it."""
    start, end = found.tokens.starts[found.first], context.last_day_end
    if end is None or start - end > ANCHOR_NEAR:
        return False
    return len(SENTENCE_END.findall(found.tokens.text, end, start)) <= 1


def _offset_by(base: date | None, unit: CalendarUnit, count: int, kept: str | None) -> TimeReading:
    """The reading of the unit that lies so many units from a base day; a duration for hours and
    minutes, and no days if the base is unknown."""
    if unit in SHORT_UNITS:
        return TimeReading(TimeType.DURATION, length(unit, abs(count)), modifier=kept)
    if base is None:
        return partial(None, kept)
    when = moved(base, unit, count)
    return dated(unit_of(_GRAIN.get(unit, unit), when), kept)


# What half of a unit is, in the next smaller one that "ago" counts in.
_HALF_OF = {
    CalendarUnit.YEAR: (CalendarUnit.MONTH, 6),
    CalendarUnit.DECADE: (CalendarUnit.YEAR, 5),
    CalendarUnit.CENTURY: (CalendarUnit.YEAR, 50),
    CalendarUnit.MILLENNIUM: (CalendarUnit.YEAR, 500),
}


def _count(found: RuleMatch, unit: CalendarUnit) -> tuple[CalendarUnit, int] | None:
    """The unit that is counted and how many; `None` where the words leave it open."""
    half = found.at("ho") is not None
    if half or has_half(found):
        if unit not in _HALF_OF:
            return None
        smaller, part = _HALF_OF[unit]
        whole = 0 if half else quantity(found, "n")
        return None if whole is None else (smaller, part * (2 * whole + 1))
    count = quantity(found, "n") if found.at("n") is not None else None
    more = found.number("n2", "DIGIT_WORD")
    return None if count is None else (unit, count + (more or 0))


def year_ago(found: RuleMatch, context: TimeContext) -> TimeReading | None:
    """Read a comparison with a year before: "the year-ago quarter", "the year-earlier period"."""
    anchor = context.anchor
    if anchor is not None and anchor.unit in _OF_EACH_YEAR:
        return replace(dated(anchor.shifted(-_OF_EACH_YEAR[anchor.unit])), stretch=None)
    base = anchor.start if anchor is not None else context.published
    return None if base is None else dated(unit_of(CalendarUnit.YEAR, base).shifted(-1))


READERS: dict[str, Reader] = {
    "ago": ago,
    "from_date": from_date,
    "offset": offset,
    "year_ago": year_ago,
}
