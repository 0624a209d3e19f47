"""Readers of times that count from the day of publication, or from a time mentioned before."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from factcheck.mentions import TimeType
from factcheck.times.date_parts import FROM_THERE, in_part, quantity
from factcheck.times.direction import SENTENCE_END, Outlook, foresight, lies_ahead
from factcheck.times.grammar import RuleMatch
from factcheck.times.lengths import length
from factcheck.times.offsets import ANCHOR_NEAR, anchor_near
from factcheck.times.periods import (
    SHORT_UNITS,
    CalendarUnit,
    Stretch,
    moved,
    of_day,
    plus_days,
    plus_months,
    unit_of,
)
from factcheck.times.reading import (
    Reader,
    TimeContext,
    TimeReading,
    dated,
    modifier,
    part_of_day_on,
    partial,
)


def deictic(found: RuleMatch, context: TimeContext) -> TimeReading | None:
    """Read a day by reference to now: "yesterday", "today", "tomorrow evening", "tonight"."""
    night = found.at("dn") is not None
    shift = found.number("dn", "DEICTIC_NIGHT") if night else found.number("de", "DEICTIC")
    assert shift is not None  # both classes hold numbers
    now = context.published
    if context.is_history and shift == 0 and not night:
        return partial("PRESENT_REF")
    if now is None:
        if not night and shift == 0:
            return partial("PRESENT_REF")
        return partial("XXXX-XX-XX") if not night else TimeReading(TimeType.TIME, "XXXX-XX-XXTNI")
    reading = dated(of_day(plus_days(now, shift)), modifier(found))
    if night:
        return part_of_day_on(reading, "NI")
    return in_part(found, in_part(found, reading, "pt"), "pt2")


def generic_today(found: RuleMatch, context: TimeContext) -> TimeReading | None:
    """Read "in today's world" as the present age, and no day."""
    return partial("PRESENT_REF")


def shifted_unit(found: RuleMatch, context: TimeContext) -> TimeReading | None:
    """Read a unit next to now: "last week", "this month", "next year", "the past decade", "the
    following day"."""
    code, word = found.code("un", "UNIT"), found.word("sh")
    shift = found.number("sh", "SHIFT")
    if code is None or shift is None:
        return None
    unit = CalendarUnit(code)
    if unit in SHORT_UNITS or unit is CalendarUnit.NIGHT:
        return _short_unit(unit, word, shift, context)
    if unit is CalendarUnit.DAY and word == "this":
        return None  # "to this day"
    if word == "past" and unit is not CalendarUnit.WEEKEND:
        return _stretch_behind(context, unit, 1)
    base = _base(found, context, word)
    if base is None:
        return partial(None, modifier(found))
    if base == context.now and unit in (CalendarUnit.WEEK, CalendarUnit.WEEKEND):
        base = _base_of_week(found, context, unit, word, base)
    reading = dated(unit_of(unit, base).shifted(shift), modifier(found))
    if unit is CalendarUnit.WEEK and shift == 0 and base == context.now:
        return _side_of_now(reading, found.word("ph"), base)
    return reading


def _side_of_now(reading: TimeReading, phase: str | None, now: date) -> TimeReading:
    """The part of a unit before or after publication: "earlier this week" ends with that day,
    "later this week" begins with it."""
    if phase == "earlier":
        return replace(reading, end=now)
    return replace(reading, start=now) if phase == "later" else reading


def _short_unit(
    unit: CalendarUnit, word: str | None, shift: int, context: TimeContext
) -> TimeReading | None:
    """The reading of "the past hour" as a duration; `None` for other hours and minutes, which no
    day dates."""
    if unit is CalendarUnit.NIGHT:
        return None  # "last night" is a part of a day
    if word == "past" and unit is CalendarUnit.HOUR:
        return TimeReading(TimeType.DURATION, "PT1H")
    return None  # "at the last minute", "the next second"


def _base_of_week(
    found: RuleMatch, context: TimeContext, unit: CalendarUnit, word: str | None, now: date
) -> date:
    """The day from whose week "last week" or "this weekend" counts.

    A Sunday paper's "last week" is the one that ends with it. "Was shot this weekend" means the
    weekend behind; "this weekend's shooting" does so on a Monday or Tuesday.
    """
    if unit is CalendarUnit.WEEK and word == "last" and now.isoweekday() == 7:
        return plus_days(now, 7)
    begun = unit_of(CalendarUnit.WEEKEND, now).start <= now
    if unit is CalendarUnit.WEEKEND and word == "this" and not begun:
        view = foresight(found, context.language)
        early = now.isoweekday() <= 2 and view.outlook is Outlook.PAST
        return plus_days(now, -7) if early or view.plain_past else now
    return now


def _base(found: RuleMatch, context: TimeContext, word: str | None) -> date | None:
    """The day from which "next" or "last" counts: publication, or a time mentioned just before.

    "The following year" and "the next day" count from that time; "next year" does not.
    """
    anchor = context.anchor
    next_day = word == "next" and found.at("th") is not None
    if (word in FROM_THERE or next_day) and anchor is not None:
        return anchor.start
    return context.now


def shifted_units(found: RuleMatch, context: TimeContext) -> TimeReading | None:
    """Read several units next to now: "the past four months", "the next few days", "the last two
    decades", "coming weeks"."""
    shift, code = found.number("sh", "SHIFT"), found.code("un", "UNITS")
    if code is None or shift is None or found.word("sh") == "this":
        return None
    unit = CalendarUnit(code)
    count = quantity(found, "n")
    if shift < 0 and count is not None:
        return _stretch_behind(context, unit, count)
    value = length(unit, count)
    if shift > 0 and count is not None and context.now is not None and unit not in SHORT_UNITS:
        end = moved(context.now, unit, count)
        return TimeReading(TimeType.DURATION, value, context.now, end, modifier(found))
    return (
        None if value is None else TimeReading(TimeType.DURATION, value, modifier=modifier(found))
    )


def stretch_behind(found: RuleMatch, context: TimeContext) -> TimeReading | None:
    """Read a stretch up to the day of publication: "for the last week", "in the last month"."""
    code = found.code("un", "UNIT")
    if (
        code is None
        or CalendarUnit(code) in SHORT_UNITS
        or CalendarUnit(code) in (CalendarUnit.NIGHT, CalendarUnit.QUARTER)
    ):
        return None
    return _stretch_behind(context, CalendarUnit(code), 1)


def _stretch_behind(context: TimeContext, unit: CalendarUnit, count: int) -> TimeReading | None:
    """The reading of `count` units that end on the day of publication."""
    value = length(unit, count)
    if value is None:
        return None
    if context.now is None or unit in SHORT_UNITS:
        return TimeReading(TimeType.DURATION, value)
    return TimeReading(TimeType.DURATION, value, moved(context.now, unit, -count), context.now)


def same_unit(found: RuleMatch, context: TimeContext) -> TimeReading | None:
    """Read a unit mentioned before: "that year", "the same day", "later in the day", "one of the
    largest of the year"."""
    code = found.code("un", "UNIT")
    if code is None:
        return None
    unit = CalendarUnit(code)
    if unit in SHORT_UNITS or unit in (CalendarUnit.NIGHT, CalendarUnit.HALF):
        return None
    if unit is CalendarUnit.QUARTER:
        anchor = context.anchor
        return None if anchor is None or anchor.unit is not unit else dated(anchor)
    if unit is CalendarUnit.DAY and (whole := _month_since_day(found, context)) is not None:
        return TimeReading(TimeType.DATE, f"{whole.value}-XX", whole.start, whole.end)
    base = context.published
    if found.at("sm") is not None or context.is_history or base is None or unit is CalendarUnit.DAY:
        anchor = context.last_day if unit is CalendarUnit.DAY else context.anchor
        if unit is CalendarUnit.DAY and found.at("sm") is None and not anchor_near(found, context):
            anchor = None  # "later in the day" is of the story's day, or of one just mentioned
        base = anchor.start if anchor is not None else base
    if base is not None and (found.at("ys") is not None or found.at("yb") is not None):
        base = plus_months(base, 12 * (found.number("ys", "SHIFT") or -1))
    return (
        partial(None, modifier(found))
        if base is None
        else dated(unit_of(unit, base), modifier(found))
    )


def _month_since_day(found: RuleMatch, context: TimeContext) -> Stretch | None:
    """The month that was mentioned last, where "that day" is a day of it: "last October, when the
    doctor was shot. The site was taken down that same day"."""
    anchor, day_end = context.anchor, context.last_day_end or 0
    start = found.tokens.starts[found.first]
    if found.at("sm") is None or anchor is None or anchor.unit is not CalendarUnit.MONTH:
        return None
    if context.anchor_end <= day_end or start - context.anchor_end > ANCHOR_NEAR:
        return None
    near = len(SENTENCE_END.findall(found.tokens.text, context.anchor_end, start)) <= 1
    return anchor if near else None


def unit_after_next(found: RuleMatch, context: TimeContext) -> TimeReading | None:
    """Read the unit after the next, or before the last: "the week after next", "the weekend before
    last"."""
    code = found.code("un", "UNIT")
    shift = found.number("nx", "NEXT_WORD") or found.number("ls", "LAST_WORD")
    if code is None or shift is None or CalendarUnit(code) in SHORT_UNITS:
        return None
    if context.now is None:
        return partial(None)
    if CalendarUnit(code) is CalendarUnit.NIGHT:
        return part_of_day_on(dated(of_day(plus_days(context.now, shift))), "NI")
    return dated(unit_of(CalendarUnit(code), context.now).shifted(shift))


def year_to_date(found: RuleMatch, context: TimeContext) -> TimeReading | None:
    """Read "year to date": from 1 January to the day of publication."""
    now = context.now
    if now is None:
        return partial(None)
    return TimeReading(TimeType.DATE, None, now.replace(month=1, day=1), now)


def latest_quarter(found: RuleMatch, context: TimeContext) -> TimeReading | None:
    """Read "the latest quarter": the one just mentioned, else the last to end before
    publication."""
    anchor = context.anchor
    if anchor is not None and anchor.unit is CalendarUnit.QUARTER:
        return dated(anchor)
    if context.now is None:
        return partial(None)
    return dated(unit_of(CalendarUnit.QUARTER, context.now).shifted(-1))


def the_weekend(found: RuleMatch, context: TimeContext) -> TimeReading | None:
    """Read "over the weekend": the last one that has begun, or the one ahead."""
    if context.now is None:
        return partial("XXXX-WXX-WE", modifier(found))
    this = unit_of(CalendarUnit.WEEKEND, context.now)
    if this.start > context.now and not lies_ahead(found, context.language):
        this = this.shifted(-1)
    return dated(this, modifier(found))


def reference(found: RuleMatch, context: TimeContext) -> TimeReading | None:
    """Read a vague reference: "now", "the past", "the future"."""
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
