"""The laws of the interval algebra, for figures and for days."""

from datetime import date, timedelta
from decimal import Decimal
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.interval import Interval, common, days_between, widened

FIGURES = st.integers(-50, 50).map(Decimal)
DAYS = st.integers(0, 60).map(lambda n: date(2024, 1, 1) + timedelta(days=n))


@st.composite
def figures(draw: st.DrawFn) -> Interval[Decimal]:
    low = draw(st.none() | FIGURES)
    high = draw(st.none() | FIGURES)
    if low is not None and high is not None and low > high:
        low, high = high, low
    point = low is not None and low == high
    return Interval(
        low,
        high,
        low is not None and not point and draw(st.booleans()),
        high is not None and not point and draw(st.booleans()),
    )


@st.composite
def days(draw: st.DrawFn) -> Interval[date]:
    first, last = sorted((draw(DAYS), draw(DAYS)))
    return Interval(first, last)


# Quarters tell open from closed ends on whole numbers.
PROBES = [Decimal(n) / 4 for n in range(-204, 205)]


def held(interval: Interval[Decimal]) -> set[Decimal]:
    """The oracle: the probe values that lie inside, by the definition of an interval alone."""
    inside = set()
    for value in PROBES:
        above = interval.low is None or value > interval.low
        above = above or (value == interval.low and not interval.low_open)
        below = interval.high is None or value < interval.high
        below = below or (value == interval.high and not interval.high_open)
        if above and below:
            inside.add(value)
    return inside


@given(figures())
def test_contains_is_membership(one: Interval[Decimal]) -> None:
    assert {value for value in PROBES if one.contains(value)} == held(one)


@given(figures(), figures())
def test_meet_holds_what_both_hold(one: Interval[Decimal], other: Interval[Decimal]) -> None:
    met = one.meet(other)
    assert (held(met) if met else set()) == held(one) & held(other)


@given(figures(), figures())
def test_meet_and_hull_commute(one: Interval[Decimal], other: Interval[Decimal]) -> None:
    assert one.meet(other) == other.meet(one)
    assert one.hull(other) == other.hull(one)
    assert one.overlaps(other) == other.overlaps(one)


@given(figures(), figures(), figures())
def test_meet_and_hull_associate(
    a: Interval[Decimal], b: Interval[Decimal], c: Interval[Decimal]
) -> None:
    left, right = a.meet(b), b.meet(c)
    assert (left and left.meet(c)) == (right and a.meet(right))
    assert a.hull(b).hull(c) == a.hull(b.hull(c))


@given(figures())
def test_meet_and_hull_are_idempotent(one: Interval[Decimal]) -> None:
    assert one.meet(one) == one == one.hull(one)


@given(figures())
def test_the_unbounded_interval_is_the_identity_of_meet(one: Interval[Decimal]) -> None:
    assert one.meet(Interval()) == one
    assert one.hull(Interval()) == Interval()


@given(figures(), figures())
def test_hull_covers_both_and_meet_is_covered(
    one: Interval[Decimal], other: Interval[Decimal]
) -> None:
    hull = one.hull(other)
    assert hull.covers(one)
    assert hull.covers(other)
    met = one.meet(other)
    assert met is None or (one.covers(met) and other.covers(met))


@given(figures(), figures())
def test_two_intervals_overlap_or_one_precedes(
    one: Interval[Decimal], other: Interval[Decimal]
) -> None:
    assert [one.overlaps(other), one.precedes(other), other.precedes(one)].count(True) == 1


@given(st.lists(figures(), min_size=1, max_size=5))
def test_pairwise_overlap_is_common_overlap(intervals: list[Interval[Decimal]]) -> None:
    """Helly's theorem on the line, for any number of intervals."""
    pairwise = all(a.overlaps(b) for a, b in combinations(intervals, 2))
    assert pairwise == (common(intervals) is not None)


@given(figures(), figures(), st.integers(0, 9), st.integers(0, 9))
def test_widening_never_loses_a_value(
    one: Interval[Decimal], other: Interval[Decimal], below: int, above: int
) -> None:
    wide = widened(one, Decimal(below), Decimal(above))
    assert wide.covers(one)
    assert wide.overlaps(other) or not one.overlaps(other)


def test_widening_gives_as_much_room_as_it_is_told() -> None:
    some = Interval(Decimal(2), Decimal(5), low_open=True)
    assert widened(some) == some
    assert widened(some, Decimal(1)) == Interval(Decimal(1), Decimal(5), low_open=True)
    assert widened(some, above=Decimal(3)) == Interval(Decimal(2), Decimal(8), low_open=True)
    open_above = Interval(Decimal(2), Decimal(5), high_open=True)
    assert widened(open_above, Decimal(1), Decimal(1)) == Interval(
        Decimal(1), Decimal(6), high_open=True
    )
    everything: Interval[Decimal] = Interval()
    assert widened(everything, Decimal(1), Decimal(1)) == everything


@given(days(), days())
def test_days_share_what_the_calendar_shares(one: Interval[date], other: Interval[date]) -> None:
    calendar = [date(2024, 1, 1) + timedelta(days=n) for n in range(61)]
    shared = [day for day in calendar if one.contains(day) and other.contains(day)]
    assert one.overlaps(other) == bool(shared)
    assert (days_between(one, other) == 0) == bool(shared)


def test_days_between_counts_from_end_to_start() -> None:
    christmas = Interval(date(2023, 12, 24), date(2023, 12, 24))
    tuesday = Interval(date(2023, 12, 26), date(2023, 12, 26))
    assert days_between(christmas, tuesday) == days_between(tuesday, christmas) == 2


def test_nothing_in_common_of_nothing() -> None:
    assert common([]) is None


def test_an_empty_interval_cannot_be_made() -> None:
    with pytest.raises(ValueError, match="swap"):
        Interval(Decimal(2), Decimal(1))
    with pytest.raises(ValueError, match="closed"):
        Interval(Decimal(1), Decimal(1), low_open=True)
    with pytest.raises(ValueError, match=r"^an unbounded end .* leave \*_open False$"):
        Interval(None, Decimal(1), low_open=True)
    with pytest.raises(ValueError, match="unbounded"):
        Interval(Decimal(1), None, high_open=True)
