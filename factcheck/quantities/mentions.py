"""From readings to the mentions that callers see."""

from __future__ import annotations

from decimal import Decimal

from factcheck.mentions import QuantityMention
from factcheck.models import Dimension, Quantity, Span
from factcheck.quantities.amounts import Form
from factcheck.quantities.reading import Reading
from factcheck.text.tokens import Tokens

_ZERO = Decimal(0)


def mention(tokens: Tokens, reading: Reading) -> QuantityMention:
    """The mention of one reading, with its offsets and words."""
    span = _span(tokens, reading.first, reading.end)
    subject = None if reading.subject is None else _span(tokens, *reading.subject)
    return QuantityMention(
        span=span,
        quote=span.of(tokens.text),
        # One object where nothing stands around the figure: the collector looks at each.
        figure=span
        if reading.figure == (reading.first, reading.end)
        else _span(tokens, *reading.figure),
        quantity=quantity(reading),
        subject=None if subject is None else subject.of(tokens.text),
        subject_span=subject,
        change=reading.change,
        restates=None
        if reading.restates is None
        else _span(tokens, reading.restates.first, reading.restates.end),
        part_of=None
        if reading.part_of is None
        else _span(tokens, reading.part_of.first, reading.part_of.end),
        rule=reading.rule,
    )


def quantity(reading: Reading) -> Quantity:
    """The figures as written, with what bound and vagueness leave of them."""
    low: Decimal | None = reading.low
    high: Decimal | None = reading.high
    low_inclusive = high_inclusive = True
    bound = reading.hedge.bound
    vague = reading.form is Form.VAGUE
    if vague or bound in {"over", "least"}:
        if reading.low == reading.high:
            high = None
        low_inclusive = bound != "over"
    elif bound in {"most", "under"}:
        if reading.low == reading.high:
            low = None
        high_inclusive = bound != "under"
    if low is not None and low == high:
        low_inclusive = high_inclusive = True
    return Quantity(
        low=low,
        high=high,
        low_inclusive=low_inclusive,
        high_inclusive=high_inclusive,
        approximate=reading.hedge.approximate or reading.form is Form.COUPLE,
        side=reading.hedge.side,
        vague=vague,
        unit=_unit(reading),
        per=reading.per,
        dimension=reading.dimension,
    )


def _unit(reading: Reading) -> str | None:
    if reading.unit is not None:
        return reading.unit.name
    if reading.dimension is Dimension.PERCENT:
        return "fraction"
    return "person" if reading.person else None


def _span(tokens: Tokens, first: int, end: int) -> Span:
    return Span(start=tokens.starts[first], end=tokens.ends[max(first, end - 1)])
