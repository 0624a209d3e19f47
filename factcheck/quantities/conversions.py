"""Whether a figure given twice, in two units, is the same: "1,000 miles (1,600 kilometers)".

Sizes of units are those of the International System (BIPM, 9th edition, 2019) and, for
customary units, of the international yard and pound agreement of 1959. Units whose size
depends on the country or the day (gallons, barrels, currencies) are not compared.
"""

from __future__ import annotations

from decimal import Decimal

from factcheck.interval import Interval
from factcheck.models import Dimension, Quantity
from factcheck.quantities.amounts import last_digit
from factcheck.quantities.lexicon import MeasureUnit, quantity_lexicon

_HALF = Decimal("0.5")
_LEAST_SHARE = Decimal("0.05")


def converts(first: Quantity, second: Quantity, language: str = "en") -> bool | None:
    """Whether `second` restates `first` in its own unit, up to the rounding of both figures.

    A figure is taken to be good to half of its last digit that is not a trailing zero, and
    never to more than a twentieth of itself: "1,000 miles" are 950 to 1,050. `None` where a
    unit has no fixed size or the two do not measure the same thing.
    """
    ours, theirs = _unit(first, language), _unit(second, language)
    if ours is None or theirs is None or ours.scaled != theirs.scaled:
        return None
    ends = [(first.low, second.low), (first.high, second.high)]
    compared = [_agree(a, ours, b, theirs) for a, b in ends if a is not None and b is not None]
    return all(compared) if compared else None


def _unit(quantity: Quantity, language: str) -> MeasureUnit | None:
    """The unit of a quantity, if it has a fixed size."""
    unit = quantity_lexicon(language).sized.get(quantity.unit or "")
    return unit if unit is not None and unit.dimension is quantity.dimension else None


def _agree(one: Decimal, ours: MeasureUnit, other: Decimal, theirs: MeasureUnit) -> bool:
    """Whether two measures in different units agree within their rounding."""
    if _reading(one, ours, absolute=True).overlaps(_reading(other, theirs, absolute=True)):
        return True
    # "2 degrees Celsius (3.6 Fahrenheit) warmer" compares differences: the zeros drop out.
    warmer = ours.dimension is Dimension.TEMPERATURE
    return warmer and _reading(one, ours, absolute=False).overlaps(
        _reading(other, theirs, absolute=False)
    )


def _reading(value: Decimal, unit: MeasureUnit, *, absolute: bool) -> Interval[Decimal]:
    """The interval in the base unit of its dimension that a rounded figure stands for."""
    assert unit.size is not None
    zero = unit.zero if absolute else Decimal(0)
    room = rounding(value)
    return Interval((value - room) * unit.size + zero, (value + room) * unit.size + zero)


def rounding(value: Decimal) -> Decimal:
    """Half of the last digit of a figure that is not a trailing zero, a twentieth of it at most."""
    room = last_digit(value) * _HALF
    return room if room < 1 else min(room, abs(value) * _LEAST_SHARE)
