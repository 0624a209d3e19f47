"""The two intervals of a quantity: what it asserts, and what it implies to a reader.

*Asserted* is the logic of the words: "more than 2,000" is everything above 2,000. *Implied* is
what they make a reader think: not 10,000, or the reporter would have said so. Two quantities
whose asserted intervals share a figure can both be true; if their implied ones do too, nobody
would even notice a difference.
"""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

from factcheck.interval import Interval
from factcheck.models import Dimension, Quantity, Side
from factcheck.policy import Policy
from factcheck.quantities.amounts import last_digit

# Never rounded: a rank, an age, a vote counted.
_EXACT = frozenset({Dimension.ORDINAL, Dimension.AGE, Dimension.SCORE})
# Counted in whole things. Small counts are exact, and large ones rounded only if they look it.
_COUNTED = frozenset({Dimension.COUNT, Dimension.RATE})
# Written to the last place that is known: a poll's 40 percent is neither 38 nor 42.
_TO_THE_PLACE = frozenset(
    {
        Dimension.PERCENT,
        Dimension.PERCENTAGE_POINT,
        Dimension.MAGNITUDE,
        Dimension.MULTIPLE,
        Dimension.TEMPERATURE,
    }
)
_HALF = Decimal("0.5")
_TEN = Decimal(10)


def asserted(quantity: Quantity, policy: Policy) -> Interval[Decimal]:
    """The asserted interval of a quantity, in its own unit: the figures that the words commit to.

    A hedge opens the figure to both sides, "nearly" below it only, "just over" above it only.
    """
    if quantity.vague or not quantity.approximate:
        return quantity.bounds()
    low, high = quantity.low, quantity.high
    # Half up, as in rounding: 5,500 is about 6,000 and no longer about 5,000.
    low_open, high_open = False, high is not None
    if low is not None:
        if quantity.side is Side.ABOVE:
            low_open = True
        else:
            low -= _reach(low, quantity, policy)
    if high is not None and quantity.side is not Side.BELOW:
        reach = _reach(high, quantity, policy)
        # "About seven" allows eight.
        high_open = quantity.side is not Side.ABOVE and reach > place(high)
        high += reach
    return stretch(low, high, low_open, high_open)


def implied(quantity: Quantity, policy: Policy) -> Interval[Decimal]:
    """The implied interval of a quantity, in its own unit: the figures that a reader takes it to
    mean.

    Bounded on both sides, always: a reader of "more than 2,000" does not think of 10,000.
    """
    return implied_by(asserted(quantity, policy), quantity, policy)


def implied_by(said: Interval[Decimal], quantity: Quantity, policy: Policy) -> Interval[Decimal]:
    """The implied interval of a quantity whose asserted interval is `said`."""
    low, low_open = said.low, said.low_open
    high, high_open = said.high, said.high_open
    if quantity.vague and low is not None:
        low -= policy.vague_share * abs(low)
    elif not quantity.approximate and low is not None and quantity.high is not None:
        low -= rounding(low, quantity, policy)
    if low is None and high is not None:
        low = high - max(policy.bound_share * abs(high), place(high))
    elif high is None and quantity.low is not None:
        high, high_open = _above(quantity.low, quantity, policy)
    elif not quantity.approximate and high is not None and quantity.low is not None:
        room = rounding(high, quantity, policy)
        if quantity.dimension is Dimension.AGE:
            room = place(high)  # until the next birthday: at two months a child is eight weeks old
        high, high_open = high + room, high_open or room > 0
    return stretch(low, high, low_open, high_open)


def rounding(figure: Decimal, quantity: Quantity, policy: Policy) -> Decimal:
    """The rounding of a figure of `quantity` that is written without a hedge: how far the true one
    may be from it."""
    dimension = quantity.dimension
    if quantity.unit == "fraction":
        return policy.hedge_share * _smaller_part(figure)
    if dimension in _EXACT:
        return Decimal(0)
    if dimension in _TO_THE_PLACE:
        return place(figure) * _HALF
    room = min(unit(figure) * _HALF, abs(figure) * policy.rounding_share)
    if dimension in _COUNTED:
        return room if granule(figure) >= policy.rounded_step else Decimal(0)
    return max(room, place(figure) * _HALF)


@lru_cache(maxsize=1 << 12)
def unit(figure: Decimal) -> Decimal:
    """The unit of the last significant digit: 1,000 for 6,000 and for 15,000; 1 for 23."""
    return last_digit(figure)


@lru_cache(maxsize=1 << 12)
def granule(figure: Decimal) -> Decimal:
    """The step of the scale that a round figure stands on: 1, 5, 10, 50, 100, 500, …

    25 stands on the scale of fives, 6,000 on that of thousands (Krifka 2007).
    """
    step = unit(figure)
    return step * 5 if figure.normalize().as_tuple().digits[-1] == 5 else step


def place(figure: Decimal) -> Decimal:
    """The last place written: 1 for 4 and for 40, 0.1 for 5.6."""
    exponent = figure.as_tuple().exponent
    assert isinstance(exponent, int)
    return Decimal(1).scaleb(min(exponent, 0))


def _smaller_part(share: Decimal) -> Decimal:
    """The smaller of the two parts that a fraction divides a whole into. A fraction is rounded by a
    share of it, since its decimals say nothing of how it was rounded: "a quarter" is .25 and "a
    third" has no last place, and a reader of either thinks of figures as far around it."""
    return min(abs(share), abs(1 - share))


def _reach(figure: Decimal, quantity: Quantity, policy: Policy) -> Decimal:
    """How far a hedge opens a figure: by half of its step or a share of its size."""
    if quantity.unit == "fraction":
        return (policy.hedge_share + policy.rounding_share) * _smaller_part(figure)
    size = abs(figure)
    wide = min(granule(figure) * _HALF, size * policy.hedge_share)
    return max(wide, size * policy.hedge_floor, place(figure))


def _above(low: Decimal, quantity: Quantity, policy: Policy) -> tuple[Decimal, bool]:
    """The upper end that a reader infers from "more than", "at least" or a vague word, and whether
    it is open."""
    if quantity.vague:
        return _TEN ** (low.adjusted() + 1), True
    share = policy.least_share if quantity.low_inclusive else policy.bound_share
    # The next round figure is let in: "more than two" people leaves three.
    return low + max(granule(low), share * abs(low)), False


def stretch(
    low: Decimal | None, high: Decimal | None, low_open: bool, high_open: bool
) -> Interval[Decimal]:
    """An interval with these ends; where rounding figures of thirty digits leaves no room inside, a
    point."""
    if low is not None and high is not None and low >= high:
        return Interval(high, low) if low > high else Interval.point(low)
    return Interval(low, high, low_open, high_open)
