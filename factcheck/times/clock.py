"""Readers of clock times and parts of the day.

A clock time is read as it was said: "5 p.m. EST" is 17:00 and keeps its zone as an offset,
`2000-04-04T17:00-05:00`; without a zone none is written. The day is the one named beside it
("1:27 a.m. Sunday"), else none, and the value then is `T17:00`.
"""

from __future__ import annotations

import re
from dataclasses import replace

from factcheck.mentions import TimeType
from factcheck.times.grammar import RuleMatch
from factcheck.times.periods import of_day, plus_days
from factcheck.times.reading import (
    Reader,
    TimeContext,
    TimeReading,
    dated,
    modifier,
    part_of_day_on,
)

_CLOCK12 = re.compile(r"([0-9]{1,2})(?:[:.]([0-9]{2}))?\s?([ap])", re.IGNORECASE)


def clock(found: RuleMatch, context: TimeContext) -> TimeReading | None:
    """Read a clock time: "5 p.m.", "17:06", "0735 GMT", "noon", "4 in the morning", "five
    o'clock"."""
    time = _hour_and_minute(found)
    if time is None or (found.at("sg") is not None and not _is_tight(found)):
        return None
    hour, minute = time
    part = found.code("pt", "PART_OF_DAY") or found.code("pt2", "PART_OF_DAY")
    if part is not None:
        hour = _hour_in_part(hour, part)
    hour, minute = _moved(found, hour, minute)
    # The end of a day is 24:00, and no minute lies behind it (ISO 8601-1:2019, 5.3.1).
    if not (0 <= hour < 24 and 0 <= minute < 60) and (hour, minute) != (24, 0):
        return None
    value = f"T{hour % 24:02d}:{minute:02d}{_offset(found)}"
    hedge = found.code("he", "HEDGE") or modifier(found)
    half_open = found.at("c") is not None and part is None and hour < 12
    return TimeReading(TimeType.TIME, value, modifier=hedge, clock=value, half_open=half_open)


def hour_of_day(found: RuleMatch, context: TimeContext) -> TimeReading | None:
    """Read a whole hour of the part of a day that follows: "shortly after 6 on Saturday morning".
    Of "killed about 6 on Saturday morning" it is none."""
    after = found.code("he", "HEDGE") in (None, "after", "before")
    return clock(found, context) if after else None


def _moved(found: RuleMatch, hour: int, minute: int) -> tuple[int, int]:
    """A time of day, moved by what is said to be past or to go: "half [past] six", "ten minutes
    [to] midnight"."""
    way = found.number("dr", "AFTER_OR_BEFORE") or found.number("dr2", "AFTER_OR_BEFORE")
    if way is None:
        return hour, minute
    raw = found.raw("mi")
    spelled = found.number("ph", "PART_OF_HOUR") or found.number("mi", "NUMBER_WORD", "TENS")
    minutes = int(raw) if raw.isdigit() else spelled or 0
    if minutes >= 60:
        return -1, 0  # no time of day: "ninety minutes past six"
    return divmod((60 * hour + minute + way * minutes) % _DAY, 60)


_DAY = 24 * 60


def _is_tight(found: RuleMatch) -> bool:
    """Whether an offset touches its zone: "GMT+2", but not "17:00 GMT - 5 hurt"."""
    zone, offset = found.at("zo"), found.at("of")
    assert zone is not None  # both stand in the pattern
    assert offset is not None
    return found.tokens.starts[offset] - found.tokens.ends[zone] == 1


def on_day(reading: TimeReading, day: TimeReading) -> TimeReading:
    """The reading of a clock time, given the day that is named beside it."""
    if reading.clock is None or day.start is None or day.start != day.end:
        return reading
    return replace(
        reading,
        value=f"{day.start.isoformat()}{reading.clock}",
        start=day.start,
        end=day.end,
        stretch=of_day(day.start),
    )


def part_of_day(found: RuleMatch, context: TimeContext) -> TimeReading | None:
    """Read a part of a day: "this morning", "last night", "that evening", "the next morning", "in
    the afternoon"."""
    part = found.code("pt", "PART_OF_DAY")
    if part is None:
        return None
    base = _day_of_part(found, context, part)
    if base is None:
        return TimeReading(TimeType.TIME, f"XXXX-XX-XXT{part}", modifier=modifier(found))
    return part_of_day_on(replace(base, modifier=modifier(found)), part)


def _day_of_part(found: RuleMatch, context: TimeContext, part: str) -> TimeReading | None:
    """The day that a part of the day belongs to: "this morning" to that of publication, "the next
    morning" to the day after the last one named; `None` if that day is unknown."""
    shift = found.number("sh", "SHIFT")
    last = context.last_day.start if context.last_day is not None else None
    if shift is None:
        day = last if last is not None else context.published
        return None if day is None else dated(of_day(day))
    if shift == 0 and not context.is_history:
        return None if context.published is None else dated(of_day(context.published))
    if shift < 0 and found.word("sh") in ("last", "past", "this past"):
        return None if context.now is None else dated(of_day(plus_days(context.now, -1)))
    base = last if last is not None else context.published
    return None if base is None else dated(of_day(plus_days(base, shift)))


def _hour_and_minute(found: RuleMatch) -> tuple[int, int] | None:
    """The hour and minute of a clock time, from digits, from words ("ten past six") or from a
    moment such as "noon"; `None` if it is no time of day."""
    if (word := found.word("c12")) is not None:
        parts = _CLOCK12.match(word)
        assert parts is not None  # the word was found by the same shape
        hour, minute = int(parts[1]), int(parts[2] or 0)
        if hour > 12 and minute == 0 and parts[2] is None:
            return None  # "17 pm" is no time; "17:06 pm" is written by careless agencies
        afternoon = parts[3].lower() == "p"
        return (hour if hour > 12 else hour % 12 + 12 * afternoon), minute
    if raw := found.raw("c"):
        digits = raw.replace(":", "").replace(".", "")
        return (int(digits[:-2]), int(digits[-2:])) if len(raw) < 6 else None
    if found.at("h") is not None:
        raw = found.raw("h")
        number = int(raw) if raw.isdigit() else found.number("h", "NUMBER_WORD")
        if found.at("nx12") is not None:
            return _hour_before(number, found.raw("nx12"))
        return None if number is None or number > 24 else (number, 0)
    if (moment := found.code("mm", "MOMENT")) is not None:
        return int(moment[:2]), int(moment[3:])
    return None


def _hour_before(number: int | None, until: str) -> tuple[int, int] | None:
    """The first hour and minute of a range of hours: of "from 6 to 8 p.m." 18, of "from 11 to 1
    p.m." 11."""
    parts = _CLOCK12.match(until)
    if number is None or parts is None or not (1 <= number <= 12 and 1 <= int(parts[1]) <= 12):
        return None
    afternoon = parts[3].lower() == "p"
    if number % 12 >= int(parts[1]) % 12:  # "from 8 to 8 p.m." takes half a day and not none
        afternoon = not afternoon
    return number % 12 + 12 * afternoon, 0


def hour_in_part(reading: TimeReading, part: str) -> TimeReading:
    """A whole hour without "a.m." or "p.m.", moved into the part of the day named beside it."""
    if reading.clock is None:
        return reading
    value = f"T{_hour_in_part(int(reading.clock[1:3]), part):02d}{reading.clock[3:]}"
    return replace(reading, value=value, clock=value)


def _hour_in_part(hour: int, part: str) -> int:
    """An hour of the 12-hour clock in a part of the day: "4 in the morning" is 4, "4 in the
    afternoon" 16."""
    if hour >= 12:
        return 0 if hour == 12 and part == "NI" else hour  # "21:30 at night" is half past nine
    return hour + 12 if part in ("AF", "EV") or (part == "NI" and hour >= 6) else hour


def _offset(found: RuleMatch) -> str:
    """The offset of a time zone from UTC in the form of ISO 8601, "+09:00" or "Z"; empty without a
    zone."""
    minutes = found.number("zo", "ZONE")
    if minutes is None:
        return ""
    if (way := found.number("sg", "SIGN")) is not None:
        hours, _, rest = found.raw("of").partition(":")
        if len(hours) == 4:
            hours, rest = hours[:2], hours[2:]
        minutes += way * (60 * int(hours) + int(rest or 0))
    if minutes == 0:
        return "Z"
    sign = "-" if minutes < 0 else "+"
    return f"{sign}{abs(minutes) // 60:02d}:{abs(minutes) % 60:02d}"


READERS: dict[str, Reader] = {
    "clock": clock,
    "hour_of_day": hour_of_day,
    "part_of_day": part_of_day,
}
