"""Differences that time explains: a stated change, a later count, another period.

The rules are numbered in `docs/verdicts.md`; `relations` puts them in order.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from factcheck.answers.comparable import ComparableAnswer, change_between
from factcheck.clauses.lexicon import clause_lexicon
from factcheck.judge.context import GroupContext
from factcheck.judge.phrasing import answer, day
from factcheck.judge.reported import ReportedValue, WrittenFigure, written
from factcheck.kinds import Movement
from factcheck.models import AsOf, Change, Phase
from factcheck.results import Relation


def stated_change(
    left: ReportedValue, right: ReportedValue, context: GroupContext
) -> tuple[Relation, str] | None:
    """Rule 7: the texts state that one figure is the first and the other a later one."""
    for before, after in ((left, right), (right, left)):
        if (before.phase, after.phase) == (Phase.START, Phase.LATER) and _direction_allows(
            before, after, context
        ):
            return Relation.TOLD_CHANGE, "the text states what one figure changed to"
        # "The march once numbered 900" is of a time before its own story, and any figure of that
        # day or later, which gives no time of its own, is of a time after it.
        # What a text states with both its ends is compared by the end: "from 32 to 38 feet".
        over = (before.phase, after.phase) == (Phase.START, None)
        if (
            over
            and _direction_allows(before, after, context)
            and (_is_left_behind(before, context) or not strictly_later(before, after, context))
        ):
            return Relation.TOLD_CHANGE, "the text states one figure for an earlier time"
    return None


def _direction_allows(before: ReportedValue, after: ReportedValue, context: GroupContext) -> bool:
    """Whether no stated direction excludes that one figure follows the other: a group said to have
    shrunk from 5,000 was not 6,000 later."""
    return (
        not context.directions or change_between(before.answer, after.answer) in context.directions
    )


def later(
    left: ReportedValue, right: ReportedValue, context: GroupContext
) -> tuple[Relation, str] | None:
    """Rules 8 and 9: the two hold as of different times, and the figure moves that way. Of two that
    are called the highest neither is later."""
    if left.peak and right.peak:
        return None
    for before, after in ((left, right), (right, left)):
        direction = change_between(before.answer, after.answer)
        if context.movement in _ONE_WAY:
            if _is_left(before, after, context):
                return Relation.MOVED_ON, "the two hold for different times, and fewer are left"
            cumulative = before.answer.cumulative and after.answer.cumulative
            if not cumulative or direction is not _ONE_WAY[context.movement]:
                continue
            if strictly_later(after, before, context):
                return Relation.LATER_COUNT, _ONE_WAY_REASONS[direction]
            if _was_given_before(before, after, context):
                return Relation.LATER_COUNT, "one figure was reported before the other"
        elif (
            direction is not None
            and strictly_later(after, before, context)
            and _is_dated(before, after, context)
        ):
            return Relation.MOVED_ON, "the two hold for different times, and the figure moves"
    return None


def changes_in(
    values: Sequence[ReportedValue],
) -> dict[WrittenFigure, tuple[ComparableAnswer, ...]]:
    """The figures that the texts give as what another changed to, each with those that its stories
    give as the start."""
    found: defaultdict[WrittenFigure, set[ComparableAnswer]] = defaultdict(set)
    for value in values:
        if is_changed(value):
            found[written(value.answer)] |= {
                other.answer
                for other in values
                if other.phase is Phase.START and other.story_ids & value.story_ids
            }
    return {figure: tuple(starts) for figure, starts in found.items()}


def _is_left_behind(start: ReportedValue, context: GroupContext) -> bool:
    """Whether a text that gives the start of a figure that is fixed otherwise gives its end too: it
    is the end that others can contradict."""
    ends = context.changed_to.values() if context.movement is Movement.FIXED else ()
    return any(start.answer in starts for starts in ends)


def _is_of_another_change(
    before: ReportedValue, after: ReportedValue, context: GroupContext
) -> bool:
    """Whether a figure that stays as it is but for the change that is stated is not the one it is
    stated to have changed from: "from 32 to 38 feet" explains no 34, whoever gives it earlier."""
    if context.movement is not Movement.FIXED:
        return False  # a march of 900 may have been one of 600 before it was one of 700
    starts = context.changed_to.get(written(after.answer), ())
    return bool(starts) and all(change_between(before.answer, one) is not None for one in starts)


def is_changed(value: ReportedValue) -> bool:
    """Whether a text gives a figure as what another changed to: "had shrunk to 1,600"."""
    return value.phase is Phase.LATER and value.claim.change is not None


def _is_left(before: ReportedValue, after: ReportedValue, context: GroupContext) -> bool:
    """Whether a figure that can only rise is of those who are left of it: "12 of the injured were
    in hospital on Tuesday", "three of the injured remained in hospital on Friday"."""
    fell = change_between(before.answer, after.answer) is Change.DOWN
    dated = before.moment.is_stated and after.moment.is_stated
    later_state = after.phase is Phase.LATER and after.claim.as_of_by is AsOf.STATE
    return fell and dated and later_state and strictly_later(after, before, context)


def next_step(
    left: ReportedValue, right: ReportedValue, context: GroupContext
) -> tuple[Relation, str] | None:
    """Rule 8 for a bound that a text gives as a step: after "raising the toll to at least 40", 61
    is the next one, though the bound leaves room for it."""
    way = _ONE_WAY.get(context.movement)
    for before, after in ((left, right), (right, left)):
        if way is None or before.claim.change is not way or before.phase is not Phase.LATER:
            continue
        if before.answer.bounded or not before.answer.names_a_figure:
            continue
        known, end = before.answer.named[:2], after.answer.named[:2]
        floor, count = (known[0], end[0]) if way is Change.UP else (end[1], known[1])
        beyond = floor is not None and count is not None and floor < count
        if beyond and strictly_later(after, before, context):
            return Relation.LATER_COUNT, _ONE_WAY_REASONS[way]
    return None


def _was_given_before(before: ReportedValue, after: ReportedValue, context: GroupContext) -> bool:
    """Whether one figure was given when no text gave the other yet: a report that still prints
    Thursday's 238 on Friday, beside another's 246 of Friday, is late and not wrong. A story that
    prints both has no such excuse."""
    if before.story_ids & after.story_ids:
        return False
    given = context.first_given
    first, second = given.get(written(before.answer)), given.get(written(after.answer))
    return first is not None and second is not None and first.precedes(second, context.policy)


_ONE_WAY: Mapping[Movement, Change] = {Movement.RISING: Change.UP, Movement.FALLING: Change.DOWN}
_ONE_WAY_REASONS = {
    Change.UP: "the higher figure is the later one, and the figure can rise",
    Change.DOWN: "the lower figure is the later one, and the figure can fall",
}


def _is_dated(before: ReportedValue, after: ReportedValue, context: GroupContext) -> bool:
    """Whether two figures of something that moves are of two times.

    A price of Tuesday is not that of Wednesday, even where only the day of print distinguishes
    them, and so it is with a figure that a text says to move: "has grown to 900". A crowd may as
    well have been counted badly, unless the texts date both sizes: "had 400 members on Monday".
    """
    if context.movement in (Movement.VOLATILE, Movement.SLOW):
        return True
    # "was doubled to 100,000" is true of the 100,000 of another report too
    changed = written(after.answer) in context.changed_to or is_changed(before)
    if _is_of_another_change(before, after, context):
        return False
    # "raised 400 so far" or "by Monday", and then "has reached 900"
    going_on = after.phase is Phase.LATER and (
        before.phase is Phase.LATER or before.moment.is_stated
    )
    if changed or going_on:
        return _direction_allows(before, after, context)
    counted_again = before.moment.progress is not None and after.moment.progress is not None
    return counted_again or (before.moment.is_stated and after.moment.is_stated)


def other_period(
    left: ReportedValue, right: ReportedValue, context: GroupContext
) -> tuple[Relation, str] | None:
    """Rule 11: the figures are of different periods. A statistic of March is none of April, and
    Monday's arrests are not Tuesday's; nor do the days of two counts contradict each other."""
    if left.answer.of_count or right.answer.of_count:
        return Relation.OTHER_PERIOD, "the day of a count is not that of an event"
    one, other = left.reference, right.reference
    differ = one is not None and other is not None and one != other
    if differ and not _of_one_ballot(left, right):
        return Relation.OTHER_PERIOD, "the two figures are for different periods"
    # Of what moves, the size on Monday and that on Tuesday are two sizes of one thing.
    counted_anew = context.movement in (Movement.FIXED, Movement.RISING)
    first, second = left.event, right.event
    if counted_anew and first is not None and second is not None and not first.overlaps(second):
        return Relation.OTHER_PERIOD, "the two figures are for different days"
    return None


def _of_one_ballot(left: ReportedValue, right: ReportedValue) -> bool:
    """Whether two shares of votes are of one ballot, which is of a single day: "58 percent of the
    vote in 2014", "63 percent of the vote in November 2014"."""
    one, other = left.reference, right.reference
    votes = all(v.claim.question.head in clause_lexicon().ballots for v in (left, right))
    nested = one is not None and other is not None and (one.covers(other) or other.covers(one))
    return votes and nested


def preliminary(
    left: ReportedValue, right: ReportedValue, context: GroupContext
) -> tuple[Relation, str] | None:
    """Rule 10: one of two figures calls itself preliminary, and is not the later one."""
    # A story that gives both figures has no excuse.
    if not context.policy.preliminary_excuses or left.story_ids & right.story_ids:
        return None
    for early, other in ((left, right), (right, left)):
        if early.tentative and not strictly_later(early, other, context):
            return Relation.PRELIMINARY, "the report of one figure calls it preliminary"
    lower, higher = _rising(left, right, context)
    if lower is None or higher is None or not lower.preliminary:
        return None
    if strictly_later(lower, higher, context):
        return None
    return Relation.PRELIMINARY, "the report of the lower figure says that the count may rise"


def order_unknown(
    left: ReportedValue, right: ReportedValue, context: GroupContext
) -> tuple[Relation, str] | None:
    """Rule 14: both figures are of something that moves, and no text says which came first.

    This covers prices and storms within one day, two figures that are both called later ones, and
    a changed figure beside one that may be what it was before. It does not cover two figures
    that the texts date to one day.
    """
    if context.movement is Movement.VOLATILE and left.answer.key[0] not in ("date", "clock"):
        if left.moment.minutes is None or left.moment.minutes != right.moment.minutes:
            return Relation.ORDER_UNKNOWN, "the figure moves within hours, and no order is stated"
        return None
    if _within_one_day(left, right, context):
        return Relation.ORDER_UNKNOWN, "both are counts of one day, and only one gives its hour"
    if left.moment.is_the_day_of(right.moment):
        return None
    if context.movement is Movement.MOVING and left.phase is right.phase is Phase.LATER:
        return Relation.ORDER_UNKNOWN, "both are stated as later sizes, in no stated order"
    for before, after in ((left, right), (right, left)):
        if (
            is_changed(after)
            and before.phase is None
            and _direction_allows(before, after, context)
            and not strictly_later(before, after, context)
            and not _is_of_another_change(before, after, context)
        ):
            return Relation.ORDER_UNKNOWN, "one is stated as changed, and not from the other"
    return None


def _within_one_day(left: ReportedValue, right: ReportedValue, context: GroupContext) -> bool:
    """Whether two counts that can rise are of one day, and only one says of which hour: "45 as of 6
    a.m. Friday", "at least 51 are now known to have died"."""
    one, other = left.moment, right.moment
    counts = left.answer.cumulative and right.answer.cumulative
    rising = context.movement is Movement.RISING and counts
    known = one.days is not None and one.days == other.days
    return rising and known and (one.minutes is None) != (other.minutes is None)


def lower_first(left: ReportedValue, right: ReportedValue) -> tuple[ReportedValue, ReportedValue]:
    """Two reported values ordered as reasons name their figures, the lower one first."""
    lower, higher = sorted((left, right), key=lambda value: value.answer.named[0] or 0)
    return lower, higher


def of_one_day(left: ReportedValue, right: ReportedValue) -> str | None:
    """ "12 and 30 are both for Friday 10 May 2024", where the texts name that day."""
    days = left.moment.days
    named = AsOf.PRINTED not in (left.moment.by, right.moment.by) and left.moment.by is not None
    if not named or right.moment.by is None or days != right.moment.days:
        return None
    if days is None or days.low is None or days.low != days.high:
        return None
    lower, higher = lower_first(left, right)
    return f"{answer(lower.claim)} and {answer(higher.claim)} are both for {day(days.low)}"


def _rising(
    left: ReportedValue, right: ReportedValue, context: GroupContext
) -> tuple[ReportedValue | None, ReportedValue | None]:
    """The lower and the higher of two counts of a figure that can rise."""
    cumulative = left.answer.cumulative and right.answer.cumulative
    if context.movement is not Movement.RISING or not cumulative:
        return None, None
    direction = change_between(left.answer, right.answer)
    if direction is None:
        return None, None
    return (left, right) if direction is Change.UP else (right, left)


def strictly_later(later: ReportedValue, earlier: ReportedValue, context: GroupContext) -> bool:
    """Whether one value holds as of a later time than the other, by the days of the policy."""
    return earlier.moment.precedes(later.moment, context.policy)
