"""What two figures say of whether they answer one question."""

from __future__ import annotations

from decimal import Decimal

from factcheck.linkage.features import Features
from factcheck.models import Claim, Dimension, Section, Status


def dimension_of(one: Features) -> Dimension:
    """What the figure of a claim measures; a claim without a figure counts as a count."""
    quantity = one.claim.quantity
    return Dimension.COUNT if quantity is None else quantity.dimension


def told_apart(left: Features, right: Features) -> bool:
    """Whether one article sets the two against each other: by phase, speaker or headline."""
    one, other = left.claim, right.claim
    return (
        any(c.phase is not None or c.status is Status.RETRACTED for c in (one, other))
        or gives_again(one, other)
        or Section.HEADLINE in (one.section, other.section)
        or _two_speakers(one, other)
    )


def gives_again(one: Claim, other: Claim) -> bool:
    """Whether one of two claims of an article restates the figure of the other. Few restate any,
    and comparing spans is slow, so that is asked first."""
    return (one.restates is not None and one.restates == other.span) or (
        other.restates is not None and other.restates == one.span
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
