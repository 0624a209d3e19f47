"""Readers of times told from the day of publication, or from a time told before."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from factcheck.models import TimeType
from factcheck.times.date_parts import in_part, quantity
from factcheck.times.direction import SENTENCE_END, Outlook, foresight, lies_ahead
from factcheck.times.grammar import Found
from factcheck.times.lengths import has_half, length
from factcheck.times.periods import (
    SHORT_UNITS,
    Stretch,
    Unit,
    moved,
    of_day,
    plus_days,
    plus_months,
    unit_of,
)
from factcheck.times.reading import Reader, Reading, Story, dated, modifier, part_of_day_on, partial


def deictic(found: Found, story: Story) -> Reading | None:
    """ "yesterday", "today", "tomorrow evening", "tonight"."""
    night = found.at("dn") is not None
    shift = found.number("dn", "DEICTIC_NIGHT") if night else found.number("de", "DEICTIC")
    assert shift is not None  # both classes hold numbers
    now = story.published
    if story.retold and shift == 0 and not night:
        return partial("PRESENT_REF")
    if now is None:
        if not night and shift == 0:
            return partial("PRESENT_REF")
        return partial("XXXX-XX-XX") if not night else Reading(TimeType.TIME, "XXXX-XX-XXTNI")
    reading = dated(of_day(plus_days(now, shift)), modifier(found))
    if night:
        return part_of_day_on(reading, "NI")
    return in_part(found, in_part(found, reading, "pt"), "pt2")


def generic_today(found: Found, story: Story) -> Reading | None:
    """ "In today's world": the present age, and no day."""
    return partial("PRESENT_REF")


def from_date(found: Found, story: Story) -> Reading | None:
    """ "nine days after Oct. 8": how far from the date that follows, which joining adds."""
    code, direction = found.code("un", "UNIT", "UNITS"), found.number("di", "DIRECTION")
    if code is None or direction is None or found.word("di") not in ("before", "after"):
        return None
    unit = Unit(code)
    counted = (unit, 1) if found.at("n") is None else _count(found, unit)
    if counted is None or unit in SHORT_UNITS or unit is Unit.NIGHT:
        return None
    if _names_day_told(found, story):
        return None
    return Reading(
        TimeType.DATE, modifier=modifier(found), away=(counted[0], direction * counted[1])
    )


def away_from(reading: Reading, day: date) -> Reading:
    """A reading that tells how far from a day it lies, with that day."""
    assert reading.away is not None  # the caller asks for no other
    unit, count = reading.away
    return _offset_by(day, unit, count, reading.modifier)


def shifted_unit(found: Found, story: Story) -> Reading | None:
    """ "last week", "this month", "next year", "the past decade", "the following day"."""
    code, word = found.code("un", "UNIT"), found.word("sh")
    shift = found.number("sh", "SHIFT")
    if code is None or shift is None:
        return None
    unit = Unit(code)
    if unit in SHORT_UNITS or unit is Unit.NIGHT:
        return _short_unit(unit, word, shift, story)
    if unit is Unit.DAY and word == "this":
        return None  # "to this day"
    if word == "past" and unit is not Unit.WEEKEND:
        return _stretch_behind(story, unit, 1)
    base = _base(found, story, word)
    if base is None:
        return partial(None, modifier(found))
    if base == story.now and unit in (Unit.WEEK, Unit.WEEKEND):
        base = _base_of_week(found, story, unit, word, base)
    reading = dated(unit_of(unit, base).shifted(shift), modifier(found))
    if unit is Unit.WEEK and shift == 0 and base == story.now:
        return _side_of_now(reading, found.word("ph"), base)
    return reading


def _side_of_now(reading: Reading, phase: str | None, now: date) -> Reading:
    """ "Earlier this week" ends with the day of publication, "later this week" begins with it."""
    if phase == "earlier":
        return replace(reading, end=now)
    return replace(reading, start=now) if phase == "later" else reading


def _short_unit(unit: Unit, word: str | None, shift: int, story: Story) -> Reading | None:
    if unit is Unit.NIGHT:
        return None  # "last night" is a part of a day
    if word == "past" and unit is Unit.HOUR:
        return Reading(TimeType.DURATION, "PT1H")
    return None  # "at the last minute", "the next second"


def _base_of_week(found: Found, story: Story, unit: Unit, word: str | None, now: date) -> date:
    """The day whose week "last week" or "this weekend" is told from.

    A Sunday paper's "last week" is the one that ends with it. "Was shot this weekend" tells of
    the weekend behind; "this weekend's shooting" does so on a Monday or Tuesday.
    """
    if unit is Unit.WEEK and word == "last" and now.isoweekday() == 7:
        return plus_days(now, 7)
    begun = unit_of(Unit.WEEKEND, now).start <= now
    if unit is Unit.WEEKEND and word == "this" and not begun:
        view = foresight(found, story.language)
        early = now.isoweekday() <= 2 and view.outlook is Outlook.PAST
        return plus_days(now, -7) if early or view.plain_past else now
    return now


def _base(found: Found, story: Story, word: str | None) -> date | None:
    """The day from which "next" or "last" counts: publication, or what was told just before.

    "The following year" and "the next day" go on from the time told; "next year" does not.
    """
    told = story.anchor
    narrative = word in ("following", "previous", "preceding", "subsequent") or (
        word == "next" and found.at("th") is not None
    )
    if narrative and told is not None:
        return told.start
    return story.now


def shifted_units(found: Found, story: Story) -> Reading | None:
    """ "the past four months", "the next few days", "the last two decades", "coming weeks"."""
    shift, code = found.number("sh", "SHIFT"), found.code("un", "UNITS")
    if code is None or shift is None or found.word("sh") == "this":
        return None
    unit = Unit(code)
    count = quantity(found, "n")
    if shift < 0 and count is not None:
        return _stretch_behind(story, unit, count)
    value = length(unit, count)
    if shift > 0 and count is not None and story.now is not None and unit not in SHORT_UNITS:
        end = moved(story.now, unit, count)
        return Reading(TimeType.DURATION, value, story.now, end, modifier(found))
    return None if value is None else Reading(TimeType.DURATION, value, modifier=modifier(found))


def stretch_behind(found: Found, story: Story) -> Reading | None:
    """ "for the last week", "in the last month": so long up to the day of publication."""
    code = found.code("un", "UNIT")
    if code is None or Unit(code) in SHORT_UNITS or Unit(code) in (Unit.NIGHT, Unit.QUARTER):
        return None
    return _stretch_behind(story, Unit(code), 1)


def _stretch_behind(story: Story, unit: Unit, count: int) -> Reading | None:
    """So many units that end on the day of publication."""
    value = length(unit, count)
    if value is None:
        return None
    if story.now is None or unit in SHORT_UNITS:
        return Reading(TimeType.DURATION, value)
    return Reading(TimeType.DURATION, value, moved(story.now, unit, -count), story.now)


def same_unit(found: Found, story: Story) -> Reading | None:
    """ "that year", "the same day", "later in the day", "one of the largest of the year"."""
    code = found.code("un", "UNIT")
    if code is None:
        return None
    unit = Unit(code)
    if unit in SHORT_UNITS or unit in (Unit.NIGHT, Unit.HALF):
        return None
    if unit is Unit.QUARTER:
        told = story.anchor
        return None if told is None or told.unit is not unit else dated(told)
    if unit is Unit.DAY and (whole := _month_since_day(found, story)) is not None:
        return Reading(TimeType.DATE, f"{whole.value}-XX", whole.start, whole.end)
    base = story.published
    if found.at("sm") is not None or story.retold or base is None or unit is Unit.DAY:
        told = story.last_day if unit is Unit.DAY else story.anchor
        if found.rule == "unit_under_way" and not _told_near(found, story):
            told = None  # "later in the day" is of the day of the story, or of one just told
        base = told.start if told is not None else base
    if base is not None and (found.at("ys") is not None or found.at("yb") is not None):
        base = plus_months(base, 12 * (found.number("ys", "SHIFT") or -1))
    return (
        partial(None, modifier(found))
        if base is None
        else dated(unit_of(unit, base), modifier(found))
    )


def _month_since_day(found: Found, story: Story) -> Stretch | None:
    """The month that was told last, where "that day" is a day of it: "last October, when the
    doctor was shot. The site was taken down that same day"."""
    told, day_end = story.anchor, story.last_day_end or 0
    start = found.tokens.starts[found.first]
    if found.at("sm") is None or told is None or told.unit is not Unit.MONTH:
        return None
    if story.anchor_end <= day_end:
        return None
    near = len(SENTENCE_END.findall(found.tokens.text, story.anchor_end, start)) <= 1
    return told if near and start - story.anchor_end <= _TOLD_NEAR else None


def unit_after_next(found: Found, story: Story) -> Reading | None:
    """ "the week after next", "the weekend before last"."""
    code = found.code("un", "UNIT")
    shift = found.number("nx", "NEXT_WORD") or found.number("ls", "LAST_WORD")
    if code is None or shift is None or Unit(code) in SHORT_UNITS:
        return None
    if story.now is None:
        return partial(None)
    if Unit(code) is Unit.NIGHT:
        return part_of_day_on(dated(of_day(plus_days(story.now, shift))), "NI")
    return dated(unit_of(Unit(code), story.now).shifted(shift))


def year_to_date(found: Found, story: Story) -> Reading | None:
    """ "year to date": from 1 January to the day of publication."""
    now = story.now
    if now is None:
        return partial(None)
    return Reading(TimeType.DATE, None, now.replace(month=1, day=1), now)


def latest_quarter(found: Found, story: Story) -> Reading | None:
    """ "the latest quarter": the one just told, else the last to end before publication."""
    told = story.anchor
    if told is not None and told.unit is Unit.QUARTER:
        return dated(told)
    if story.now is None:
        return partial(None)
    return dated(unit_of(Unit.QUARTER, story.now).shifted(-1))


def year_ago(found: Found, story: Story) -> Reading | None:
    """ "the year-ago quarter", "the year-earlier period": something of the year before."""
    told = story.anchor
    if told is not None and told.unit in _OF_EACH_YEAR:
        return replace(dated(told.shifted(-_OF_EACH_YEAR[told.unit])), stretch=None)
    base = told.start if told is not None else story.published
    return None if base is None else dated(unit_of(Unit.YEAR, base).shifted(-1))


def the_weekend(found: Found, story: Story) -> Reading | None:
    """ "over the weekend": the last one that has begun, or the one ahead."""
    if story.now is None:
        return partial("XXXX-WXX-WE", modifier(found))
    this = unit_of(Unit.WEEKEND, story.now)
    if this.start > story.now and not lies_ahead(found, story.language):
        this = this.shifted(-1)
    return dated(this, modifier(found))


# How exact an "ago" is: ten years ago names a year, six weeks ago a week, 11 days ago a day.
_GRAIN = {
    Unit.FORTNIGHT: Unit.WEEK,
    Unit.CENTURY: Unit.YEAR,
    Unit.DECADE: Unit.YEAR,
    Unit.NIGHT: Unit.DAY,
    Unit.WEEKEND: Unit.WEEKEND,
}


def ago(found: Found, story: Story) -> Reading | None:
    """ "two months ago", "a decade ago", "days ago", "a year from now"."""
    code = found.code("un", "UNIT", "UNITS")
    if code is None:
        return None
    ahead = found.at("fw") is not None
    counted = _count(found, Unit(code))
    if counted is None:
        return partial("FUTURE_REF" if ahead else "PAST_REF", modifier(found))
    unit, count = counted
    return _offset_by(story.published, unit, count if ahead else -count, modifier(found))


def offset(found: Found, story: Story) -> Reading | None:
    """ "two days later", "a week earlier", "a day after", "the year before".

    "A day after" in apposition is a second name for the day that was told in its sentence or
    the one before: the delegation met on Thursday, a day after the talks had ended.
    """
    code = found.code("un", "UNIT", "UNITS")
    direction = found.number("dir", "DIRECTION")
    if code is None or direction is None or Unit(code) is Unit.SECOND:
        return None
    unit, told = Unit(code), story.anchor
    single = found.at("n") is None and found.at("ho") is None
    counted = (unit, 1) if single else _count(found, unit)
    if found.word("dir") in ("after", "before") and _goes_on(found):
        if _names_day_told(found, story):
            assert story.last_day is not None
            return dated(story.last_day)
        return None  # "two days after the attack" is a length of time, read by its own rule
    if counted is None and unit in SHORT_UNITS:
        return Reading(TimeType.DURATION, length(unit, None), modifier=modifier(found))
    if counted is None or told is None:
        return partial(None)
    unit, count = counted
    compared = told.unit is Unit.QUARTER or _is_compared(found)
    if unit is Unit.YEAR and told.unit in _OF_EACH_YEAR and compared:
        then = told.shifted(direction * count * _OF_EACH_YEAR[told.unit])
        # What is told next goes on from the period reported, not from the one compared with.
        return replace(dated(then, modifier(found)), stretch=None)
    reading = _offset_by(told.start, unit, direction * count, modifier(found))
    return replace(reading, stretch=None) if compared else reading


# How many of a unit make a year, for units that business compares year by year.
_OF_EACH_YEAR = {Unit.QUARTER: 4, Unit.HALF: 2, Unit.MONTH: 12}
_COMPARING = ("from", "than", "with", "to", "against", "versus", "in", "of")


def _is_compared(found: Found) -> bool:
    """Whether figures are compared: "in the third quarter, up from 2 million a year earlier"."""
    first = found.first
    if first and found.tokens.word(first - 1) in _COMPARING:
        return True
    start = found.tokens.starts[first]
    near = found.tokens.text[max(0, start - _NEAR_COMPARISON) : start]
    return _COMPARISON.search(near) is not None


_NEAR_COMPARISON = 40
_COMPARISON = re.compile(r"\b(?:from|than|with|to|against|versus)\s+(?:\S+\s+){1,4}$")


def _goes_on(found: Found) -> bool:
    """Whether words follow that "after" or "before" governs."""
    text, end = found.tokens.text, found.tokens.ends[found.last - 1]
    return text[end : end + 1] == " " and text[end + 1 : end + 2].isalnum()


# A day in apposition was told at most so many characters before.
_TOLD_NEAR = 600


def _names_day_told(found: Found, story: Story) -> bool:
    text = found.tokens.text
    start = found.tokens.starts[found.first]
    return (
        found.word("un") in ("day", "days")
        and _told_near(found, story)
        and text[max(0, start - 4) : start].rstrip().endswith((",", "—", "–", "--"))
    )


def _told_near(found: Found, story: Story) -> bool:
    """Whether a day was told in the sentence of an expression or the one before it."""
    start, end = found.tokens.starts[found.first], story.last_day_end
    if end is None or start - end > _TOLD_NEAR:
        return False
    return len(SENTENCE_END.findall(found.tokens.text, end, start)) <= 1


def _offset_by(base: date | None, unit: Unit, count: int, kept: str | None) -> Reading:
    if unit in SHORT_UNITS:
        return Reading(TimeType.DURATION, length(unit, abs(count)), modifier=kept)
    if base is None:
        return partial(None, kept)
    when = moved(base, unit, count)
    return dated(unit_of(_GRAIN.get(unit, unit), when), kept)


# What half of a unit is, in the next smaller one that "ago" counts in.
_HALF_OF = {
    Unit.YEAR: (Unit.MONTH, 6),
    Unit.DECADE: (Unit.YEAR, 5),
    Unit.CENTURY: (Unit.YEAR, 50),
    Unit.MILLENNIUM: (Unit.YEAR, 500),
}


def _count(found: Found, unit: Unit) -> tuple[Unit, int] | None:
    """What is counted and how many; `None` where the words leave it open."""
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


def reference(found: Found, story: Story) -> Reading | None:
    """ "now", "the past", "the future"."""
    word = found.word("re") or found.word("re2") or ""
    value = found.words.find(word, "REFERENCE", "REFERENCE_ADJECTIVE", "REFERENCE_NOUN")
    return partial(str(value))


READERS: dict[str, Reader] = {
    "deictic": deictic,
    "generic_today": generic_today,
    "from_date": from_date,
    "shifted_unit": shifted_unit,
    "shifted_units": shifted_units,
    "stretch_behind": stretch_behind,
    "same_unit": same_unit,
    "the_weekend": the_weekend,
    "year_ago": year_ago,
    "unit_after_next": unit_after_next,
    "year_to_date": year_to_date,
    "latest_quarter": latest_quarter,
    "ago": ago,
    "offset": offset,
    "reference": reference,
}
