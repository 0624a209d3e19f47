"""One quantity on its way from the words of a sentence to a mention."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from factcheck.models import Change, Dimension
from factcheck.quantities.amounts import Form
from factcheck.quantities.hedges import Hedge
from factcheck.quantities.lexicon import MeasureUnit


@dataclass(slots=True)
class ParsedQuantity:
    """One quantity while it is parsed. Its span is tokens `first` up to `end`, its number span
    those of `number`; all else is as in `Quantity`.

    `upper_bound` is the bound of the upper end of a range, where that has one of its own.
    `elsewhere` marks one of an earlier sentence, whose tokens are not at hand.
    """

    first: int
    end: int
    number: tuple[int, int]
    low: Decimal
    high: Decimal
    form: Form
    rule: str
    hedge: Hedge = field(default_factory=Hedge)
    unit: MeasureUnit | None = None
    dimension: Dimension = Dimension.COUNT
    person: bool = False
    per: str | None = None
    subject: tuple[int, int] | None = None
    change: Change | None = None
    read_to: int = 0
    upper_bound: str | None = None
    elsewhere: bool = False
    restates: ParsedQuantity | None = None
    part_of: ParsedQuantity | None = None
