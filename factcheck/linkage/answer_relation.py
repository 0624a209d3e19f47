"""The relation of two answers, before anything is known of their questions."""

from __future__ import annotations

from enum import StrEnum

from factcheck.linkage.features import Features


class AnswerRelation(StrEnum):
    """How two answers compare before anything is known of their questions."""

    SAME = "same"
    NEAR = "near"  # a reader takes them for one: rounded, hedged, a day and its month
    ROOM = "room"  # both can be true: "more than 2,000" and 10,000
    DIFFERENT = "apart"


def answers_of(left: Features, right: Features) -> AnswerRelation:
    """The relation of two answers of one blocking key."""
    one, other = left.answer, right.answer
    if one is None or other is None:
        return AnswerRelation.DIFFERENT
    if one.key != other.key:  # "100.4 degrees" and "100.4 degrees Fahrenheit"
        return (
            AnswerRelation.NEAR
            if left.figure == right.figure is not None
            else AnswerRelation.DIFFERENT
        )
    if one.partial or other.partial:
        return AnswerRelation.SAME if one.period == other.period else AnswerRelation.DIFFERENT
    if one.is_other_extent(other):
        return AnswerRelation.DIFFERENT
    converted = one.unit != other.unit and one.implied.overlaps(other.implied)
    if one.named == other.named or converted:
        return AnswerRelation.SAME if of_one_sort(left, right) else AnswerRelation.NEAR
    if one.implied.overlaps(other.implied):
        return AnswerRelation.NEAR
    return (
        AnswerRelation.ROOM if one.asserted.overlaps(other.asserted) else AnswerRelation.DIFFERENT
    )


def of_one_sort(left: Features, right: Features) -> bool:
    """Whether two figures are of one dimension: an age is a length of time and yet another sort."""
    one, other = left.claim.quantity, right.claim.quantity
    return one is None or other is None or one.dimension is other.dimension
