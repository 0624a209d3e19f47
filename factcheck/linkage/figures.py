"""Evidence from two figures on whether they answer one question."""

from __future__ import annotations

import math
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from factcheck.linkage.features import Beside, Features
from factcheck.linkage.model import comparison
from factcheck.models import Change, Claim, Dimension, Period, Phase, Section, Status


def dimension_of(one: Features) -> Dimension:
    """The dimension of the figure of a claim; a claim without a figure counts as a count."""
    quantity = one.claim.quantity
    return Dimension.COUNT if quantity is None else quantity.dimension


def one_dimension(left: Features, right: Features) -> Dimension:
    """The dimension of a pair, whichever comes first: of two it is the narrower, an age before a
    duration and a rate or a score before a count."""
    one, other = dimension_of(left), dimension_of(right)
    if one is other:
        return one
    return min(one, other, key=lambda dimension: (dimension is Dimension.COUNT, dimension.value))


def set_against(left: Features, right: Features) -> bool:
    """Whether one article contrasts the two figures: by phase, speaker or headline."""
    one, other = left.claim, right.claim
    return (
        one.phase is not other.phase
        or Status.RETRACTED in (one.status, other.status)
        or gives_again(one, other)
        or Section.HEADLINE in (one.section, other.section)
        or two_speakers(one, other)
    )


def in_order(left: Features, right: Features) -> tuple[Features, Features] | None:
    """The two with the smaller figure first; `None` where neither is: "at least 12", "14"."""
    one, other = left.answer, right.answer
    if one is None or other is None:
        return None
    if one.implied.precedes(other.implied):
        return left, right
    return (right, left) if other.implied.precedes(one.implied) else None


def states_change(left: Features, right: Features) -> bool:
    """Whether one article states that the figure changed to this one, and another gives one of an
    earlier day in the direction that it came from: "have had $250 a week since May", "raised strike
    pay to $275 a week"."""
    return left.claim.article_id != right.claim.article_id and (
        _changed_to(left, right) or _changed_to(right, left)
    )


def has_risen(left: Features, right: Features) -> bool:
    """Whether the larger of two figures that can only rise is of a later time: "at least 44", "now
    stands at 224"."""
    ordered = in_order(left, right) if left.rises and right.rises else None
    if ordered is None:
        return False
    fewer, more = ordered
    return _precedes(fewer.claim.as_of, more.claim.as_of)


def _changed_to(before: Features, after: Features) -> bool:
    """Whether the figure of `after` is stated as a change in the direction that leads there from
    the figure of `before`, and is of a later time."""
    change = after.claim.change
    if change is None or after.claim.phase is not Phase.LATER:
        return False
    lower, higher = (before, after) if change is Change.UP else (after, before)
    one, other = lower.answer, higher.answer
    if one is None or other is None or one.key != other.key:
        return False
    return one.implied.precedes(other.implied) and _precedes(before.claim.as_of, after.claim.as_of)


def is_larger_in_later_print(left: Features, right: Features) -> bool:
    """Whether the larger of two figures stands in the article that was printed on a later day."""
    one, other = left.answer, right.answer
    if one is None or other is None or left.published is None or right.published is None:
        return False
    if left.published < right.published:
        return one.implied.precedes(other.implied)
    return right.published < left.published and other.implied.precedes(one.implied)


def _precedes(before: Period | None, after: Period | None) -> bool:
    """Whether a period ends before another begins; false where one has no days."""
    first = None if before is None else before.days()
    second = None if after is None else after.days()
    return first is not None and second is not None and first.precedes(second)


def only_larger_counts(left: Features, right: Features) -> frozenset[str]:
    """Those whom only the larger of two figures says that it counts: "six dead, including the
    [gunman]", "five dead"; "242 passengers and [crew]", "230 passengers"; empty for none."""
    ordered = in_order(left, right)
    if ordered is None:
        return frozenset()
    fewer, more = ordered
    one_sort = more.sorts & fewer.sorts if len(fewer.sorts) == 1 else frozenset[str]()
    further = more.sorts - one_sort if one_sort else frozenset[str]()
    return (more.counts_besides - fewer.counts_besides) | further


def gives_again(one: Claim, other: Claim) -> bool:
    """Whether one of two claims of an article restates the figure of the other."""
    return (one.restates is not None and one.restates == other.span) or (
        other.restates is not None and other.restates == one.span
    )


def two_speakers(one: Claim, other: Claim) -> bool:
    """Whether two are quoted for two figures of one article: that is a disagreement."""
    speakers = {one.attribution, other.attribution}
    return None not in speakers and len(speakers) == 2


def coincidence(
    figure: tuple[Decimal | None, Decimal | None], dimension: Dimension = Dimension.COUNT
) -> float:
    """The bits of an equal figure: the less likely it is by chance, the more.

    A 2 is everywhere and says nothing; each further significant digit says about log2(10) bits, and
    figures beyond a dozen a little more for their size. Ages are all alike.
    """
    known, value = comparison(), figure[0] if figure[0] is not None else figure[1]
    if dimension is Dimension.AGE:
        return known.age
    if value is None or (abs(value) <= 12 and value == value.to_integral_value()):
        return known.small
    digits = len(value.normalize().as_tuple().digits)
    size = min(max(0, value.adjusted()), 6)
    return min(known.digit * digits + known.size * size, known.much)


@lru_cache(maxsize=1 << 9)
def shared_figure(left: frozenset[Beside], right: frozenset[Beside]) -> float | None:
    """The bits of the least likely figure that both of two sentences give; `None` where they share
    none. Cached, since all claims of a sentence ask it: of a list of prices there are hundreds."""
    return max((coincidence(figure) for _, figure in left & right), default=None)


class Gap(NamedTuple):
    """The gap between two figures: the `width` on their common scale, as the log of their ratio,
    and the log of the larger one as it is written, below which chance would put the other one."""

    width: float
    room: float


def gap(left: Features, right: Features) -> Gap | None:
    """The gap between two figures; `None` where they stand on two scales, where one is open on both
    sides, and where one is not above zero."""
    one, other = left.answer, right.answer
    if one is None or other is None or one.key != other.key:
        return None
    sizes = (one.centre, other.centre, left.size, right.size)
    known = [size for size in sizes if size is not None and size > 0]
    if len(known) < len(sizes):
        return None
    smaller, larger = sorted(known[:2])
    # "10 miles", "38,000 feet": a large number of small units is no large figure.
    most = max(known[2:]) if one.unit == other.unit else min(known[2:])
    return Gap(math.log(larger / smaller), max(1.0, math.log(most)))


def closeness(gap: Gap, spread: float, stray: float) -> float:
    """The log-likelihood ratio of the gap between two differing figures: one question against two.

    Reports of one count stray by a factor whose log falls off exponentially by `spread`, but for a
    share of `stray` that may be anything: "230 miners", "207 miners". A figure of something else is
    as likely to begin with any factor below the larger one (the law of first digits: Newcomb 1881,
    Benford 1938), so that 207 beside 230 is a rare accident, and 2 beside 3 is none.
    """
    as_reports = math.exp(-gap.width / spread) / spread
    return math.log((1 - stray) * as_reports * gap.room + stray)
