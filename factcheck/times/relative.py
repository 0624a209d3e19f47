"""Readers of times told from the day of publication, or from a time told before."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from factcheck.mentions import TimeType
from factcheck.times.date_parts import in_part, quantity
from factcheck.times.direction import SENTENCE_END, Outlook, foresight, lies_ahead
from factcheck.times.grammar import Found
from factcheck.times.lengths import length
from factcheck.times.offsets import TOLD_NEAR, told_near
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
        if unit is Unit.DAY and found.at("sm") is None and not told_near(found, story):
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
    if story.anchor_end <= day_end or start - story.anchor_end > TOLD_NEAR:
        return None
    near = len(SENTENCE_END.findall(found.tokens.text, story.anchor_end, start)) <= 1
    return told if near else None


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


def the_weekend(found: Found, story: Story) -> Reading | None:
    """ "over the weekend": the last one that has begun, or the one ahead."""
    if story.now is None:
        return partial("XXXX-WXX-WE", modifier(found))
    this = unit_of(Unit.WEEKEND, story.now)
    if this.start > story.now and not lies_ahead(found, story.language):
        this = this.shifted(-1)
    return dated(this, modifier(found))


def reference(found: Found, story: Story) -> Reading | None:
    """ "now", "the past", "the future"."""
    word = found.word("re") or found.word("re2") or ""
    value = found.words.find(word, "REFERENCE", "REFERENCE_ADJECTIVE", "REFERENCE_NOUN")
    return partial(str(value))


READERS: dict[str, Reader] = {
    "deictic": deictic,
    "generic_today": generic_today,
    "shifted_unit": shifted_unit,
    "shifted_units": shifted_units,
    "stretch_behind": stretch_behind,
    "same_unit": same_unit,
    "the_weekend": the_weekend,
    "unit_after_next": unit_after_next,
    "year_to_date": year_to_date,
    "latest_quarter": latest_quarter,
    "reference": reference,
}
