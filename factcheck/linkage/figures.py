"""What two figures say of whether they answer one question."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from factcheck.kinds import EventTime
from factcheck.linkage.evidence import Level
from factcheck.linkage.features import Features
from factcheck.models import Claim, Dimension, Section, Status
from factcheck.quantities.conversions import converts


def figure_levels(left: Features, right: Features) -> Iterator[Level]:
    """Whether the two give one figure, in this or another unit, nearly one, or figures that
    cannot both hold."""
    if isinstance(left.claim, EventTime) and isinstance(right.claim, EventTime):
        yield from _clock(left.claim, right.claim)
    one, other = left.figure, right.figure
    if one is None or other is None:
        return
    if _other_unit(left, right):
        if _converts(left, right):
            yield Level("same_figure", _least(left, right), "the same figure in another unit")
        return
    if one == other or set(one) & set(other) - {None}:
        yield Level("same_figure", coincidence(one, dimension_of(left)), "the same figure")
        return
    if _nearly(left, right):
        yield Level("near_figure", _least(left, right), "nearly one figure")
        return
    if not _may_both_hold(left, right):
        yield Level("disagree", 1.0, "")
    if left.claim.article_id == right.claim.article_id and not told_apart(left, right):
        yield Level("same_article_other_figure", 1.0, "two figures of one article")


def _least(left: Features, right: Features) -> float:
    """What the less specific of two figures is worth."""
    figures = ((one.figure, dimension_of(one)) for one in (left, right))
    return min(coincidence(figure, dimension) for figure, dimension in figures if figure)


def _other_unit(left: Features, right: Features) -> bool:
    one, other = left.claim.quantity, right.claim.quantity
    units = {one and one.unit, other and other.unit}
    return dimension_of(left) is not Dimension.COUNT and len(units) > 1


def _converts(left: Features, right: Features) -> bool:
    one, other = left.claim.quantity, right.claim.quantity
    return one is not None and other is not None and converts(one, other) is True


def dimension_of(one: Features) -> Dimension:
    """What the figure of a claim measures; a claim without a figure counts as a count."""
    quantity = one.claim.quantity
    return Dimension.COUNT if quantity is None else quantity.dimension


def _may_both_hold(left: Features, right: Features) -> bool:
    """Whether some value lies within both: "more than 2,000" and "10,000" may both hold."""
    one, other = left.claim.quantity, right.claim.quantity
    return one is not None and other is not None and one.bounds().overlaps(other.bounds())


def _clock(one: EventTime, other: EventTime) -> Iterator[Level]:
    """The same minute is seldom chance; the same full hour often is."""
    if one.clock == other.clock:
        minute = int(one.clock[-2:])
        bits = 3.0 if minute % 30 == 0 else 5.0 if minute % 5 == 0 else 8.0
        yield Level("same_figure", bits, f"both at {one.clock}")


def _nearly(left: Features, right: Features) -> bool:
    """Whether a figure of one is the other's, rounded: 49,800 and "nearly 50,000", but not 6,870
    and 6,830, which are as precise as each other (Krifka 2007)."""
    return any(
        _rounds_to(finer, coarser, hedged=_hedged(rounded))
        for one, rounded in ((left, right), (right, left))
        for finer in _ends(one)
        for coarser in _ends(rounded)
    )


def _ends(one: Features) -> list[Decimal]:
    return [end for end in dict.fromkeys(one.figure or ()) if end is not None]


def _hedged(one: Features) -> bool:
    """Whether the words say themselves that the figure is not exact."""
    quantity = one.claim.quantity
    return quantity is not None and (quantity.approximate or quantity.low != quantity.high)


def _rounds_to(finer: Decimal, coarser: Decimal, *, hedged: bool) -> bool:
    """Whether `finer` lies within half of the last significant digit of `coarser`.

    Who rounds without a hedge drops the decimals, or two digits at least: 33.6 is 34 and 1,137,920
    is 1.14 million, but 9,425 homes are not 9,430.
    """
    step, fine = _last_digit(coarser), _last_digit(finer)
    drops = 1 if hedged or fine < 1 else 2
    return step >= fine.scaleb(drops) and abs(finer - coarser) <= min(step / 2, abs(coarser) / 20)


def _last_digit(value: Decimal) -> Decimal:
    exponent = value.normalize().as_tuple().exponent
    return Decimal(1).scaleb(exponent) if isinstance(exponent, int) else Decimal(0)


def told_apart(left: Features, right: Features) -> bool:
    """Whether one article sets the two against each other: by phase, speaker or headline."""
    one, other = left.claim, right.claim
    return (
        any(c.phase is not None or c.status is Status.RETRACTED for c in (one, other))
        or other.restates == one.span
        or one.restates == other.span
        or Section.HEADLINE in (one.section, other.section)
        or _two_speakers(one, other)
    )


def _two_speakers(one: Claim, other: Claim) -> bool:
    """An article that quotes two for two figures reports a disagreement."""
    speakers = {one.attribution, other.attribution}
    return None not in speakers and len(speakers) == 2


def coincidence(
    figure: tuple[Decimal | None, Decimal | None], dimension: Dimension = Dimension.COUNT
) -> float:
    """How many bits an equal figure is worth: what chance would rarely bring about.

    A 2 is everywhere and says nothing; each further significant digit says about log2(10)
    bits, and figures beyond a dozen a little more for their size. Ages are all alike.
    """
    value = figure[0] if figure[0] is not None else figure[1]
    if dimension is Dimension.AGE:
        return 1.5
    if value is None or (abs(value) <= 12 and value == value.to_integral_value()):
        return 0.5
    digits = len(value.normalize().as_tuple().digits)
    return min(2.2 * digits + 0.7 * min(max(0, value.adjusted()), 6), 10.0)
