"""From parsed quantities to the mentions that callers see."""

from __future__ import annotations

from decimal import Decimal

from factcheck.mentions import QuantityMention
from factcheck.models import Dimension, Quantity, Span
from factcheck.quantities.amounts import Form
from factcheck.quantities.parsed import ParsedQuantity
from factcheck.text.tokens import Tokens


def mention(tokens: Tokens, parsed: ParsedQuantity) -> QuantityMention:
    """The `QuantityMention` of a parsed quantity, with its offsets and words."""
    span = _span(tokens, parsed.first, parsed.end)
    subject = None if parsed.subject is None else _span(tokens, *parsed.subject)
    return QuantityMention(
        span=span,
        quote=span.of(tokens.text),
        # One object where nothing stands around the figure: the collector looks at each.
        figure=span
        if parsed.number == (parsed.first, parsed.end)
        else _span(tokens, *parsed.number),
        quantity=quantity(parsed),
        subject=None if subject is None else subject.of(tokens.text),
        subject_span=subject,
        change=parsed.change,
        restates=None
        if parsed.restates is None
        else _span(tokens, parsed.restates.first, parsed.restates.end),
        part_of=None
        if parsed.part_of is None
        else _span(tokens, parsed.part_of.first, parsed.part_of.end),
        rule=parsed.rule,
    )


def quantity(parsed: ParsedQuantity) -> Quantity:
    """The `Quantity` of a parsed one: its figures, changed by bound and vagueness."""
    low: Decimal | None = parsed.low
    high: Decimal | None = parsed.high
    low_inclusive = high_inclusive = True
    bound = parsed.hedge.bound
    vague = parsed.form is Form.VAGUE
    if vague or bound in {"over", "least"}:
        if parsed.low == parsed.high:
            high = None
        low_inclusive = bound != "over"
    elif bound in {"most", "under"}:
        if parsed.low == parsed.high:
            low = None
        high_inclusive = bound != "under"
    if parsed.upper_bound == "under":
        high_inclusive = False
    if low is not None and low == high:
        low_inclusive = high_inclusive = True
    return Quantity(
        low=low,
        high=high,
        low_inclusive=low_inclusive,
        high_inclusive=high_inclusive,
        approximate=parsed.hedge.approximate or parsed.form is Form.COUPLE,
        side=parsed.hedge.side,
        vague=vague,
        unit=_unit(parsed),
        per=parsed.per,
        dimension=parsed.dimension,
    )


def _unit(parsed: ParsedQuantity) -> str | None:
    """The name of the unit of a quantity; "person" for a count of people."""
    if parsed.unit is not None:
        return parsed.unit.name
    if parsed.dimension is Dimension.PERCENT:
        return "fraction"
    return "person" if parsed.person else None


def _span(tokens: Tokens, first: int, end: int) -> Span:
    """The span of the tokens from `first` to before `end`."""
    return Span(start=tokens.starts[first], end=tokens.ends[max(first, end - 1)])
