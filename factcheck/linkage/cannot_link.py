"""Cannot-link constraints: pairs of claims that no evidence can link.

The term is of Wagstaff et al. 2001, "Constrained k-means clustering with background knowledge".
"""

from __future__ import annotations

from factcheck.linkage.features import Features
from factcheck.linkage.figures import gives_again, one_dimension
from factcheck.models import Dimension, Phase, Quantity, Status


def cannot_link(left: Features, right: Features) -> bool:
    """Whether two claims can never answer one question: a denied figure and a stated one, days by
    two clocks, sums in two currencies, figures per day and per year, a depth and a length, and
    figures of one sentence, unless the text states a change ("from 5,000 to 2,000"), a correction,
    or the same in another unit."""
    one, other = left.claim, right.claim
    if (one.status is Status.DENIED) != (other.status is Status.DENIED):
        return True  # a denied figure is nobody's answer
    if _of_two_clocks(left, right):
        return True
    if _other_currency(one.quantity, other.quantity):
        return True
    if left.extents and right.extents and left.extents.isdisjoint(right.extents):
        return True
    if one.article_id != other.article_id or one.part is not other.part:
        return False
    if one.sentence.start != other.sentence.start:
        return False
    # "Police said Roe was 24, but records show he was 23"
    ages = one_dimension(left, right) is Dimension.AGE
    return not (restated_or_changed(left, right) or (ages and left.measured & right.measured))


def _of_two_clocks(left: Features, right: Features) -> bool:
    """Whether two days are given in two time zones and may be one moment: "at 02:00 UTC+8 on
    Saturday", "at 18:00 GMT on Friday". Then only their hours are compared."""
    one, other = left.moment, right.moment
    if one is None or other is None or one.utcoffset() == other.utcoffset():
        return False
    in_theirs, in_ours = one.astimezone(other.tzinfo), other.astimezone(one.tzinfo)
    return in_theirs.date() == other.date() or in_ours.date() == one.date()


def restated_or_changed(left: Features, right: Features) -> bool:
    """Whether one text gives both figures of one quantity: restated, corrected, or before and
    after."""
    one, other = left.claim, right.claim
    if one.article_id != other.article_id:
        return False
    if gives_again(one, other):
        return True
    if Status.RETRACTED in (one.status, other.status):
        return True
    return {one.phase, other.phase} == {Phase.START, Phase.LATER}


def _other_currency(one: Quantity | None, other: Quantity | None) -> bool:
    """Whether two figures have different rates or currencies. A bare "$" may be any dollar, and so
    differs from none."""
    if one is None or other is None:
        return False
    if one.per is not None and other.per is not None and one.per != other.per:
        return True
    if one.dimension is not Dimension.MONEY or one.unit == other.unit:
        return False
    return "dollar" not in (one.unit, other.unit)
