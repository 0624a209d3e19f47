"""The answer of one claim on a line, so that it can be compared with others.

Figures stand on the scale of their dimension, days as their ordinals, clock times in minutes.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import cached_property

from factcheck.answers.intervals import asserted, implied_by, rounding
from factcheck.answers.units import scale_of
from factcheck.answers.zones import is_universal, minutes_ahead
from factcheck.interval import Interval
from factcheck.kinds import EventDate, EventTime
from factcheck.models import Change, Claim, Dimension, Period, Quantity, Side
from factcheck.policy import Policy

_CUMULATIVE = frozenset(
    {Dimension.COUNT, Dimension.MONEY, Dimension.AREA, Dimension.MASS, Dimension.VOLUME}
)
Ends = tuple[Decimal | None, Decimal | None, bool, bool]
_EXTENTS = frozenset({"year_range", "month_range", "day_range"})  # rules that read both ends
_COUNTED_BACK = "ago"  # the rule that reads a day counted from that of the text
_ONE_DAY = "weekday"
_DAY = 24 * 60  # minutes


@dataclass(frozen=True)
class ComparableAnswer:
    """The answer of one claim on a line, so that it can be compared with others.

    Figures stand on the scale of their dimension, days as their ordinals, clock times in minutes:
    answers are comparable only where their `key` is the same. `named` are the figures as written,
    on that scale; `hedge` is how the words open them, if that adds anything, and `unit` the unit
    they were converted from. A `cumulative` figure can grow by more of the same, as a toll can and
    a daily rate cannot. `period` holds a date as the calendar has it, and `of_count` says that it
    dates a count and no event. `extent` names the sort of ends that a stretch of time is given by,
    where both are given.
    """

    key: tuple[str, ...]
    asserted: Interval[Decimal]
    implied: Interval[Decimal]
    named: Ends
    hedge: str = ""
    unit: str | None = None
    cumulative: bool = False
    zone: str = ""
    period: Period | None = None
    of_count: bool = False
    extent: str = ""

    def is_other_extent(self, other: ComparableAnswer) -> bool:
        """Whether two stretches of time, each given from one end to the other, differ in an end:
        "taught from 1972 to 1990", "between 1969 and 1990"."""
        return bool(self.extent) and self.extent == other.extent and self.named != other.named

    @cached_property
    def partial(self) -> bool:
        """Whether this is a date without its year or month, which has no place on the line."""
        return self.period is not None and self.period.days() is None

    @property
    def names_a_figure(self) -> bool:
        """Whether the words name a figure that can be larger or smaller than another."""
        return self.key[0] not in ("date", "clock") and self.hedge != "vague"

    @cached_property
    def centre(self) -> float | None:
        """The figure named, or the middle of those named; `None` where none is."""
        return middle_of(self.named[:2])

    @property
    def bounded(self) -> bool:
        """Whether the words bound the answer on both sides."""
        return self.asserted.low is not None and self.asserted.high is not None


def middle_of(ends: Iterable[Decimal | None]) -> float | None:
    """The middle of the ends that are known, as far as a float can hold it."""
    known = [float(end) for end in ends if end is not None]
    return sum(known) / len(known) if known else None


def answer_of(claim: Claim, policy: Policy) -> ComparableAnswer | None:
    """The answer of `claim`; `None` for a claim without figure, clock time or date."""
    if isinstance(claim, EventTime):
        return _clock_answer(claim, policy)
    if claim.quantity is not None:
        return _figure_answer(claim.quantity, policy)
    if claim.when is None:
        return None
    return _date_answer(claim, claim.when)


def is_counted_back(claim: Claim, when: Period) -> bool:
    """Whether `when`, the day of a claim, is counted from the day of its text: "six days ago"."""
    start = when.start
    return claim.rule == _COUNTED_BACK and start not in (None, date.min) and start == when.end


def dates_a_count(claim: Claim) -> bool:
    """Whether a day or hour is that of a count ("stood at 61 on Monday") and of no event."""
    return isinstance(claim, EventDate | EventTime) and claim.of_count


def _figure_answer(quantity: Quantity, policy: Policy) -> ComparableAnswer:
    """The answer that a figure gives, in the base unit of what it measures."""
    scale = scale_of(quantity)
    bounds = scale.interval(quantity.bounds())
    said = asserted(quantity, policy)
    return ComparableAnswer(
        key=scale.key,
        asserted=scale.interval(said),
        implied=scale.interval(implied_by(said, quantity, policy)),
        named=(bounds.low, bounds.high, bounds.low_open, bounds.high_open),
        hedge=_hedge(quantity, policy),
        unit=scale.converted,
        cumulative=quantity.per is None and quantity.dimension in _CUMULATIVE,
    )


def _hedge(quantity: Quantity, policy: Policy) -> str:
    """The hedge that opens the figure to a side; empty where the figure would be read as rounded
    anyway.

    "Roughly 500 miles" says no more than "500 miles", while "about 13 people" is not 13.
    """
    if quantity.vague:
        return "vague"
    if not quantity.approximate:
        return ""
    if quantity.side not in (None, Side.AROUND):
        return quantity.side.value
    ends = [end for end in (quantity.low, quantity.high) if end is not None]
    idle = all(rounding(end, quantity, policy) > 0 for end in ends)
    return "" if idle else Side.AROUND.value


def _date_answer(claim: Claim, when: Period) -> ComparableAnswer:
    """The answer that a day or period gives, as a stretch of days counted from year 1.

    "Six days ago" counts from the day of writing, which may be the one before that of print.
    """
    days = when.days()  # a partial date stands nowhere on the line
    low = None if days is None or days.low is None else Decimal(days.low.toordinal())
    high = None if days is None or days.high is None else Decimal(days.high.toordinal())
    line = Interval(low, high)
    if low is not None and is_counted_back(claim, when):
        line = Interval(low - 1, high)
    # "On Friday", in a letter of May, is a day in May and not the month.
    inside = claim.rule == _ONE_DAY and low != high
    return ComparableAnswer(
        key=("date",),
        asserted=line,
        implied=line,
        named=(low, high, inside, inside),
        period=when,
        of_count=dates_a_count(claim),
        extent=claim.rule if claim.rule in _EXTENTS else "",
    )


def _clock_answer(claim: EventTime, policy: Policy) -> ComparableAnswer:
    """The answer that a time of day gives, in minutes after midnight."""
    zone = (claim.zone or "").casefold()
    zone = "" if "local" in zone else zone
    hours, minutes = claim.clock.split(":")
    clock = Decimal(int(hours) * 60 + int(minutes))
    step = next(step for step in (60, 30, 15, 5, 1) if clock % step == 0)
    reach = Decimal(min(step, policy.clock_hedge)) if claim.approximate else Decimal(0)
    room = Decimal(0) if step == 1 else Decimal(min(step, 2 * policy.clock_rounding)) / 2
    room = max(reach, room)
    return ComparableAnswer(
        # A clock without a zone shows local time.
        key=("clock", "utc" if is_universal(zone) else ""),
        asserted=Interval(clock - reach, clock + reach),
        implied=Interval(clock - room, clock + room),
        named=(clock, clock, False, False),
        hedge=Side.AROUND.value if claim.approximate else "",
        zone=zone,
        of_count=dates_a_count(claim),
    )


def in_zone_of(one: ComparableAnswer, other: ComparableAnswer) -> ComparableAnswer | None:
    """The second clock time in the zone of the first: 12:00 GMT is 20:00 where it is eight hours
    later. `None` where an offset of the two is not known."""
    here, there = minutes_ahead(one.zone), minutes_ahead(other.zone)
    first, second = one.named[0], other.named[0]
    if here is None or there is None or first is None or second is None:
        return None
    gap = (int(second - first) - there + here + _DAY // 2) % _DAY - _DAY // 2
    by = first + gap - second
    shown = first + gap
    return replace(
        other,
        key=one.key,
        asserted=_moved(other.asserted, by),
        implied=_moved(other.implied, by),
        named=(shown, shown, False, False),
        zone=one.zone,
    )


def _moved(line: Interval[Decimal], by: Decimal) -> Interval[Decimal]:
    """The interval shifted by `by`."""
    assert line.low is not None
    assert line.high is not None
    return Interval(line.low + by, line.high + by)


def change_between(before: ComparableAnswer, after: ComparableAnswer) -> Change | None:
    """The direction from one answer to the other; `None` where neither is clearly larger."""
    if before.key != after.key:
        return None
    if before.implied.precedes(after.implied):
        return Change.UP
    return Change.DOWN if after.implied.precedes(before.implied) else None
