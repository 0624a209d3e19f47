"""What the readers share: the reading they hand back, and what has been told so far."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date

from factcheck.mentions import TimeCaution, TimeType
from factcheck.times.grammar import Found
from factcheck.times.periods import Stretch, Unit, between, of_day


@dataclass(frozen=True, slots=True)
class Reading:
    """What an expression says: its TIMEX3 type and value, its days, its modifier.

    `stretch` is the unit of the calendar it names, which later words ("two days later",
    "that year") are told from; `None` where they cannot be. `clock` is the clock time of an
    expression that has one, so that a day told beside it can be added; `half_open` tells that
    it may be of either half of the day. `away` tells how far an
    expression lies from the date that follows it. `caution` says why its days may mislead.
    """

    type: TimeType
    value: str | None = None
    start: date | None = None
    end: date | None = None
    modifier: str | None = None
    stretch: Stretch | None = None
    clock: str | None = None
    half_open: bool = False
    away: tuple[Unit, int] | None = None
    caution: TimeCaution | None = None

    def with_modifier(self, modifier: str | None) -> Reading:
        """The same reading, modified; `None` leaves it as it is."""
        return self if modifier is None else replace(self, modifier=modifier)


@dataclass(slots=True)
class Story:
    """What the reading of a time may rest on: the day of publication, and the times told before.

    `anchor` is the last stretch that was named, `last_day` the last day. `retold` tells that
    the text is history, told from its own dates and not from the day of publication.
    `told_ahead` are the weekdays that the text tells in the past though they lie a day ahead of
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
    retold: bool = False
    told_ahead: list[tuple[int, date]] = field(default_factory=list)

    @property
    def now(self) -> date | None:
        """The day that "last week" is told from."""
        if self.retold and self.anchor is not None:
            return self.anchor.start
        return self.published

    def tell(self, stretch: Stretch | None, start: int, end: int) -> None:
        """Note a stretch of the calendar that the text has named, and its characters."""
        if stretch is None:
            return
        self.anchor, self.anchor_start, self.anchor_end = stretch, start, end
        if stretch.unit is Unit.DAY:
            self.last_day, self.last_day_end = stretch, end


Reader = Callable[[Found, Story], Reading | None]


def dated(stretch: Stretch, modifier: str | None = None) -> Reading:
    """The reading of an expression that names one unit of the calendar."""
    return Reading(
        TimeType.DATE, stretch.value, stretch.start, stretch.end, modifier, stretch=stretch
    )


def partial(value: str | None, modifier: str | None = None) -> Reading:
    """The reading of a date that the calendar cannot place."""
    return Reading(TimeType.DATE, value, modifier=modifier)


def spanning(start: date, end: date, modifier: str | None = None) -> Reading:
    """The reading of a stretch of days; TIMEX3 has a value only where they make one unit.

    What is told next goes on from its last day.
    """
    unit = between(start, end)
    if unit is not None:
        return dated(unit, modifier)
    return Reading(TimeType.DATE, None, start, end, modifier, stretch=of_day(end))


def modifier(found: Found) -> str | None:
    """ "early", "late", "mid", "start" or "end", where the words say so."""
    return found.code("ph", "PHASE") or found.code("eg", "EDGE") or found.code("he", "HEDGE")


def at_clock(stretch: Stretch, clock: str) -> Reading:
    """A day with the clock time of a stamp, `15:50` or `15:50:06`."""
    value = f"{stretch.value}T{clock[:5]}"
    return Reading(TimeType.TIME, value, stretch.start, stretch.end, stretch=stretch)


def part_of_day_on(reading: Reading, part: str) -> Reading:
    """A day narrowed to its morning, evening or night."""
    if reading.value is None or len(reading.value) < 10:
        return reading
    return replace(
        reading, type=TimeType.TIME, value=f"{reading.value}T{part}", modifier=reading.modifier
    )
