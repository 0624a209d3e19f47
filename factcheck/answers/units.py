"""Conversion of figures in different units of one dimension to one scale."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from factcheck.answers.intervals import stretch
from factcheck.interval import Interval
from factcheck.models import Dimension, Quantity
from factcheck.quantities.lexicon import quantity_lexicon

# Counted in things or without any unit: a person is a person, whatever the text calls them.
_UNITLESS = frozenset(
    {
        Dimension.COUNT,
        Dimension.RATE,
        Dimension.PERCENT,
        Dimension.ORDINAL,
        Dimension.SCORE,
        Dimension.MAGNITUDE,
        Dimension.MULTIPLE,
    }
)
_NO_UNIT = frozenset({None, "person", "percent", "magnitude"})
_DAY = Decimal(86400)  # seconds
# A year of the Gregorian calendar has 365.2425 days on average, and a month a twelfth of it. What a
# stretch of whole months lacks of that or has beyond, under three days, is less than its rounding.
_MONTH = _DAY * Decimal("365.2425") / 12
_OF_AGE, _SI = " of age", "si"


@dataclass(frozen=True, slots=True)
class Scale:
    """The scale that a quantity is compared on: figures are comparable only under one `key`.

    A figure of the quantity's own unit becomes `figure * factor + offset` there. `converted` is
    that unit, where the conversion changes the figure: "year" for an age and a length of time.
    """

    key: tuple[str, ...]
    factor: Decimal = Decimal(1)
    offset: Decimal = Decimal(0)
    converted: str | None = None

    def interval(self, interval: Interval[Decimal]) -> Interval[Decimal]:
        """An interval on this scale; factors are positive, so its ends keep their order."""
        if not self.converted:
            return interval
        return stretch(
            None if interval.low is None else interval.low * self.factor + self.offset,
            None if interval.high is None else interval.high * self.factor + self.offset,
            interval.low_open,
            interval.high_open,
        )


def scale_of(quantity: Quantity) -> Scale:
    """The scale on which `quantity` can be compared with others of its dimension.

    Two currencies have two keys and are never compared, for a rate of exchange is no conversion;
    nor are two units of which one has no known size (a ton that is metric or is not). Ages are
    lengths of time: a strike "in its tenth day" is ten days old.
    """
    return _scale(quantity.dimension, quantity.unit, quantity.per or "")


@lru_cache(maxsize=1 << 10)
def _scale(dimension: Dimension, name: str | None, per: str) -> Scale:
    """The scale of a dimension and unit; units of one key can be converted into each other."""
    if name == "fraction":  # a quarter is 25 percent
        return Scale((Dimension.PERCENT.value, "", per), Decimal(100), converted=name)
    if dimension in _UNITLESS and name in _NO_UNIT:
        return Scale((dimension.value, "", per))
    of = Dimension.DURATION if dimension is Dimension.AGE else dimension
    known = (name or "").removesuffix(_OF_AGE)
    unit = quantity_lexicon().sized.get(known)
    if unit is None or unit.size is None or unit.dimension is not of:
        return Scale((dimension.value, name or "", per))
    if unit.scale == "months":
        return Scale((of.value, _SI, per), unit.size * _MONTH, converted=known)
    changes = unit.size != 1 or unit.zero != 0
    return Scale(
        (of.value, unit.scale, per), unit.size, unit.zero, converted=known if changes else None
    )


def converted(figure: Decimal, quantity: Quantity, target: Quantity) -> Decimal:
    """A figure of `quantity` in the unit of `target`; both must have scales of one key."""
    source, goal = scale_of(quantity), scale_of(target)
    return (figure * source.factor + source.offset - goal.offset) / goal.factor
