"""What the readers share: the reading they hand back, and the times mentioned so far."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date

from factcheck.mentions import TimeCaution, TimeType
from factcheck.times.grammar import RuleMatch
from factcheck.times.periods import CalendarUnit, Stretch, between, of_day


@dataclass(frozen=True, slots=True)
class TimeReading:
    """What an expression says: its TIMEX3 type and value, its days, its modifier.

    `stretch` is the unit of the calendar it names, from which later words ("two days later",
    "that year") count; `None` where they cannot. `clock` is the clock time of an expression that
    has one, so that a day named beside it can be added; `half_open` says that it may be of either
    half of the day. `away` says how far an expression lies from the date that follows it. `caution`
    says why its days may mislead.
    """

    type: TimeType
    value: str | None = None
    start: date | None = None
    end: date | None = None
    modifier: str | None = None
    stretch: Stretch | None = None
    clock: str | None = None
    half_open: bool = False
    away: tuple[CalendarUnit, int] | None = None
    caution: TimeCaution | None = None


@dataclass(slots=True)
class TimeContext:
    """What the reading of a time may depend on: the day of publication, and times mentioned before.

    `anchor` is the last stretch that was named, `last_day` the last day. `is_history` says that the
    text is history, whose times count from dates in it and not from the day of publication.
    `weekdays_ahead` are the weekdays that the text puts in the past though they lie a day ahead of
    `published`: each its first character and its day.
    """

    published: date | None
    country: str | None
    language: str
    anchor: Stretch | None = None
    last_day: Stretch | None = None
    last_day_end: int | None = None
    anchor_start: int = 0
    anchor_end: int = 0
    is_history: bool = False
    weekdays_ahead: list[tuple[int, date]] = field(default_factory=list)

    @property
    def now(self) -> date | None:
        """The day from which "last week" counts."""
        if self.is_history and self.anchor is not None:
            return self.anchor.start
        return self.published

    def remember(self, stretch: Stretch | None, start: int, end: int) -> None:
        """Remember a stretch of the calendar that the text has named, and its characters."""
        if stretch is None:
            return
        self.anchor, self.anchor_start, self.anchor_end = stretch, start, end
        if stretch.unit is CalendarUnit.DAY:
            self.last_day, self.last_day_end = stretch, end


Reader = Callable[[RuleMatch, TimeContext], TimeReading | None]


def dated(stretch: Stretch, modifier: str | None = None) -> TimeReading:
    """The reading of an expression that names one unit of the calendar."""
    return TimeReading(
        TimeType.DATE, stretch.value, stretch.start, stretch.end, modifier, stretch=stretch
    )


def partial(value: str | None, modifier: str | None = None) -> TimeReading:
    """The reading of a date that the calendar cannot place."""
    return TimeReading(TimeType.DATE, value, modifier=modifier)


def spanning(start: date, end: date, modifier: str | None = None) -> TimeReading:
    """The reading of a stretch of days; TIMEX3 has a value only where they make one unit.

    Times that follow count from its last day.
    """
    unit = between(start, end)
    if unit is not None:
        return dated(unit, modifier)
    return TimeReading(TimeType.DATE, None, start, end, modifier, stretch=of_day(end))


def modifier(found: RuleMatch) -> str | None:
    """The TIMEX3 modifier that the words state, from "early", "late", "mid", "start" or "end"."""
    return found.code("ph", "PHASE") or found.code("eg", "EDGE") or found.code("he", "HEDGE")


def at_clock(stretch: Stretch, clock: str) -> TimeReading:
    """The reading of a day with the clock time of a stamp, `15:50` or `15:50:06`."""
    value = f"{stretch.value}T{clock[:5]}"
    return TimeReading(TimeType.TIME, value, stretch.start, stretch.end, stretch=stretch)


def part_of_day_on(reading: TimeReading, part: str) -> TimeReading:
    """The reading of a day narrowed to its morning, evening or night."""
    if reading.value is None or len(reading.value) < 10:
        return reading
    return replace(
        reading, type=TimeType.TIME, value=f"{reading.value}T{part}", modifier=reading.modifier
    )
