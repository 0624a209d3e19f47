"""Figures in different units of one dimension, brought to one scale by exact factors."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from factcheck.interval import Interval
from factcheck.lexicon import Lexicon, load
from factcheck.models import Dimension, Figure, Quantity


class _Factors(Lexicon):
    factors: Mapping[Dimension, Mapping[str, Figure]]
    offsets: Mapping[str, Figure]


@dataclass(frozen=True, slots=True)
class Scale:
    """Where a quantity is compared: figures may meet only under one `key`.

    A figure of the quantity's own unit becomes `figure * factor + offset` there.
    """

    key: tuple[str, ...]
    factor: Decimal = Decimal(1)
    offset: Decimal = Decimal(0)

    def figure(self, figure: Decimal) -> Decimal:
        """One figure on this scale."""
        return figure * self.factor + self.offset

    def interval(self, interval: Interval[Decimal]) -> Interval[Decimal]:
        """An interval on this scale; factors are positive, so its ends keep their order."""
        return Interval(
            None if interval.low is None else self.figure(interval.low),
            None if interval.high is None else self.figure(interval.high),
            interval.low_open,
            interval.high_open,
        )


def scale_of(quantity: Quantity) -> Scale:
    """The scale on which `quantity` can be compared with others of its dimension.

    People are counted whatever they are called, so a count has no unit. Two currencies, or two
    units of which one is not known, have two keys and never meet.
    """
    per = quantity.per or ""
    if quantity.dimension in (Dimension.COUNT, Dimension.RATE):
        return Scale((quantity.dimension.value, per))
    if quantity.unit is None:
        return Scale((quantity.dimension.value, "", per))
    data = load("unit_factors", _Factors)
    factor = data.factors.get(quantity.dimension, {}).get(_name(quantity.unit))
    if factor is None:
        return Scale((quantity.dimension.value, quantity.unit, per))
    offset = data.offsets.get(_name(quantity.unit), Decimal(0))
    return Scale((quantity.dimension.value, "", per), factor, offset)


@cache
def _name(unit: str) -> str:
    """The table's spelling: "square mile" and "nautical mile" are one word there."""
    return unit.casefold().replace(" ", "_").replace("-", "_")
