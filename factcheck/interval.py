"""The one interval algebra: sets of figures, and sets of days, as one stretch of a line.

A claim never names a point only. "More than 2,000" is everything above 2,000; "last
weekend" is two days. Whether two claims can both be true is whether their intervals share
a value, so everything the judge decides rests on the few operations here.

Intervals are never empty: an operation whose result would hold nothing returns `None`.
`None` as an end means unbounded on that side. On a line, intervals that overlap pair by
pair all share a value (Helly 1923), which is why a verdict cannot depend on order.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Generic, TypeVar

Value = TypeVar("Value", Decimal, date)


@dataclass(frozen=True, slots=True)
class Interval(Generic[Value]):
    """A non-empty stretch from `low` to `high`; an open end excludes its own value.

    Raises `ValueError` for an empty one.
    """

    low: Value | None = None
    high: Value | None = None
    low_open: bool = False
    high_open: bool = False

    def __post_init__(self) -> None:
        if (self.low is None and self.low_open) or (self.high is None and self.high_open):
            raise ValueError("an unbounded end is neither open nor closed: leave *_open False")
        if self.low is None or self.high is None:
            return
        if self.low > self.high:
            raise ValueError(f"low {self.low} lies above high {self.high}: swap them")
        if self.low == self.high and (self.low_open or self.high_open):
            raise ValueError(f"an interval of the one value {self.low} must be closed")

    @classmethod
    def point(cls, value: Value) -> Interval[Value]:
        """The interval that holds `value` and nothing else."""
        return cls(value, value)

    def contains(self, value: Value) -> bool:
        """Whether `value` lies inside."""
        above = self.low is None or self.low < value or (self.low == value and not self.low_open)
        below = (
            self.high is None or value < self.high or (self.high == value and not self.high_open)
        )
        return above and below

    def meet(self, other: Interval[Value]) -> Interval[Value] | None:
        """The intersection with another interval, or `None` where it is empty."""
        low, low_open = _inner((self.low, self.low_open), (other.low, other.low_open), greater=True)
        high, high_open = _inner(
            (self.high, self.high_open), (other.high, other.high_open), greater=False
        )
        if low is not None and high is not None and (low > high):
            return None
        if low is not None and low == high and (low_open or high_open):
            return None
        return Interval(low, high, low_open, high_open)

    def overlaps(self, other: Interval[Value]) -> bool:
        """Whether the two have a value in common."""
        return not (self.precedes(other) or other.precedes(self))

    def covers(self, other: Interval[Value]) -> bool:
        """Whether `other` lies inside."""
        return self.meet(other) == other

    def hull(self, other: Interval[Value]) -> Interval[Value]:
        """The smallest interval that covers both."""
        low, low_open = _outer((self.low, self.low_open), (other.low, other.low_open), least=True)
        high, high_open = _outer(
            (self.high, self.high_open), (other.high, other.high_open), least=False
        )
        return Interval(low, high, low_open, high_open)

    def precedes(self, other: Interval[Value]) -> bool:
        """Whether every value of this interval is below every value of `other`."""
        if self.high is None or other.low is None:
            return False
        return self.high < other.low or (
            self.high == other.low and (self.high_open or other.low_open)
        )


def common(intervals: Iterable[Interval[Value]]) -> Interval[Value] | None:
    """The intersection of all the intervals, or `None`. No intervals have none."""
    shared: Interval[Value] | None = None
    for position, interval in enumerate(intervals):
        shared = interval if position == 0 else shared.meet(interval) if shared else None
    return shared


def widened(
    interval: Interval[Decimal], below: Decimal = Decimal(0), above: Decimal = Decimal(0)
) -> Interval[Decimal]:
    """The interval extended by `below` and `above`; ends stay open or closed."""
    return Interval(
        None if interval.low is None else interval.low - below,
        None if interval.high is None else interval.high + above,
        interval.low_open,
        interval.high_open,
    )


def days_between(left: Interval[date], right: Interval[date]) -> int:
    """The days that must be added for two intervals to touch; 0 where they share a day."""
    if left.overlaps(right):
        return 0
    first, second = (left, right) if left.precedes(right) else (right, left)
    assert first.high is not None  # a set that precedes another ends
    assert second.low is not None
    return (second.low - first.high) // timedelta(days=1)


def _inner(
    one: tuple[Value | None, bool], other: tuple[Value | None, bool], *, greater: bool
) -> tuple[Value | None, bool]:
    """The tighter of two lower (`greater`) or upper ends."""
    (a, a_open), (b, b_open) = one, other
    if a is None or b is None:
        return other if a is None else one
    if a == b:
        return a, a_open or b_open
    return one if (a > b) == greater else other


def _outer(
    one: tuple[Value | None, bool], other: tuple[Value | None, bool], *, least: bool
) -> tuple[Value | None, bool]:
    """The wider of two lower (`least`) or upper ends."""
    (a, a_open), (b, b_open) = one, other
    if a is None or b is None:
        return None, False
    if a == b:
        return a, a_open and b_open
    return one if (a < b) == least else other
