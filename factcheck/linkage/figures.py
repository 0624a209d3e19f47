"""What two figures say of whether they answer one question."""

from __future__ import annotations

import math
from decimal import Decimal

from factcheck.linkage.features import Features, Figure
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


def closeness(left: Figure, right: Figure, spread: float, stray: float) -> float | None:
    """The log of how much likelier two differing figures lie so far apart where they answer one
    question than where they do not; `None` where a figure is open on both sides or not above zero.

    Reports of one count stray by a factor whose log falls off exponentially by `spread`, but for a
    share of `stray` that may be anything: "230 miners", "207 miners". A figure of something else is
    as likely to begin with any factor below the larger one (the law of first digits: Newcomb 1881,
    Benford 1938), so that 207 beside 230 is a rare accident, and 2 beside 3 is none.
    """
    one, other = _centre(left), _centre(right)
    if one is None or other is None or one <= 0 or other <= 0:
        return None
    smaller, larger = sorted((one, other))
    apart = math.log(larger / smaller)
    by_chance = 1 / max(1.0, math.log(larger))
    as_reports = math.exp(-apart / spread) / spread
    return math.log((1 - stray) * as_reports / by_chance + stray)


def _centre(figure: Figure) -> float | None:
    ends = [float(end) for end in figure if end is not None]
    return sum(ends) / len(ends) if ends else None
