"""The relation of two reported values on one question: the first rule that holds.

The rules are numbered in `docs/verdicts.md`. Rules of sameness come first, then rules of time,
then what is left: words that are read differently, and contradictions.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import replace

from factcheck.answers.comparable import ComparableAnswer, in_zone_of
from factcheck.judge.change import (
    later,
    lower_first,
    next_step,
    of_one_day,
    order_unknown,
    other_period,
    preliminary,
    stated_change,
    strictly_later,
)
from factcheck.judge.context import GroupContext, Rule
from factcheck.judge.phrasing import answer
from factcheck.judge.reported import ReportedValue
from factcheck.kinds import EventTime, Movement
from factcheck.models import Claim, Section, Status
from factcheck.policy import Policy
from factcheck.provenance.origins import runs
from factcheck.results import Pair, Relation, Verdict

VERDICTS: dict[Relation, Verdict] = {
    Relation.SAME_FIGURE: Verdict.AGREE,
    Relation.SAME_CONVERTED: Verdict.AGREE,
    Relation.SAME_ROUNDED: Verdict.COMPATIBLE,
    Relation.WITHIN: Verdict.COMPATIBLE,
    Relation.NOT_COMPARED: Verdict.COMPATIBLE,
    Relation.DECIDED: Verdict.UPDATE,
    Relation.CORRECTED: Verdict.UPDATE,
    Relation.TOLD_CHANGE: Verdict.UPDATE,
    Relation.LATER_COUNT: Verdict.UPDATE,
    Relation.MOVED_ON: Verdict.UPDATE,
    Relation.OTHER_PERIOD: Verdict.COMPATIBLE,
    Relation.PRELIMINARY: Verdict.UPDATE,
    Relation.READ_APART: Verdict.TENSION,
    Relation.JUST_MISSED: Verdict.TENSION,
    Relation.ORDER_UNKNOWN: Verdict.TENSION,
    Relation.ONE_STORY: Verdict.TENSION,
    Relation.ALTERED_COPY: Verdict.CONFLICT,
    Relation.SUM_FAILS: Verdict.CONFLICT,
    Relation.CONTRADICTION: Verdict.CONFLICT,
}


def relate(left: ReportedValue, right: ReportedValue, context: GroupContext) -> Pair:
    """The relation of two reported values, by the first rule that holds, with its reason in words.

    It does not depend on which of the two is `left`.
    """
    one, other = left, _in_zone_of(left, right)
    for rule in _RULES:
        found = rule(one, other, context)
        if found is not None:
            relation, reason = found
            return Pair(
                left=left.claim.id,
                right=right.claim.id,
                relation=relation,
                verdict=VERDICTS[relation],
                reason=reason,
            )
    raise AssertionError("the last rule always holds")


def _in_zone_of(left: ReportedValue, right: ReportedValue) -> ReportedValue:
    """The right value by the clock of the left one, where each names its own; else as it is."""
    zones = left.answer.zone, right.answer.zone
    shown = in_zone_of(left.answer, right.answer) if all(zones) and len({*zones}) == 2 else None
    return right if shown is None else replace(right, answer=shown)


def fit(left: ComparableAnswer, right: ComparableAnswer) -> Relation | None:
    """Rules 1 to 5: the relation of two answers that agree, time aside; `None` where they do
    not."""
    if left.zone and right.zone and left.zone != right.zone:
        shown = in_zone_of(left, right)
        if shown is None:
            return Relation.NOT_COMPARED
        right = shown
    if left.key != right.key:
        return Relation.NOT_COMPARED
    if left.partial or right.partial:
        return _fit_of_partial_dates(left, right)
    if left.named == right.named and left.hedge == right.hedge:
        return Relation.SAME_FIGURE if left.unit == right.unit else Relation.SAME_CONVERTED
    if not left.implied.overlaps(right.implied) or left.is_other_extent(right):
        return None
    if left.unit != right.unit and left.bounded and right.bounded:
        return Relation.SAME_CONVERTED
    if left.asserted.overlaps(right.asserted):
        return Relation.WITHIN
    return Relation.SAME_ROUNDED


def _same(left: ComparableAnswer, right: ComparableAnswer) -> bool:
    """Whether the two can be one answer in different words."""
    return fit(left, right) not in (None, Relation.NOT_COMPARED)


def _fit_of_partial_dates(left: ComparableAnswer, right: ComparableAnswer) -> Relation | None:
    """The relation of two dates of which a part is not stated: "in May", "on a Monday"."""
    # Here, because most reports hold no partial date and the calendar is slow to load.
    from factcheck.times.partial import compatible

    assert left.period is not None
    assert right.period is not None
    if left.period == right.period:
        return Relation.SAME_FIGURE
    return Relation.WITHIN if compatible(left.period, right.period) else None


def _fits(
    left: ReportedValue, right: ReportedValue, context: GroupContext
) -> tuple[Relation, str] | None:
    """The relation of two answers that can both be true, with its reason; `None` where they
    cannot."""
    relation = fit(left.answer, right.answer)
    if relation is None or Status.RETRACTED in (left.status, right.status):
        return None
    vague = relation in (Relation.WITHIN, Relation.SAME_ROUNDED) and "vague" in (
        left.answer.hedge,
        right.answer.hedge,
    )
    return relation, "a vague word leaves room for the other" if vague else _FITTING[relation]


_FITTING = {
    Relation.NOT_COMPARED: "they are given in units that cannot be converted into each other",
    Relation.SAME_FIGURE: "both give the same",
    Relation.SAME_CONVERTED: "both give the same, in different units",
    Relation.SAME_ROUNDED: "one is the other rounded",
    Relation.WITHIN: "a bound, hedge or range of one leaves room for the other",
}


def _withdrawn(
    left: ReportedValue, right: ReportedValue, context: GroupContext
) -> tuple[Relation, str] | None:
    """Rule 6: a text withdraws a figure ("59 and not 62"), its own or an earlier one."""
    if Status.RETRACTED in (left.status, right.status):
        return Relation.CORRECTED, "the text itself withdraws one of the two figures"
    for one, other in ((left, right), (right, left)):
        withdrawn = any(_same(other.answer, gone) for gone in one.withdrawn)
        if withdrawn and not strictly_later(other, one, context):
            return Relation.CORRECTED, "the report of one figure withdraws the other"
    return None


def _read_differently(
    left: ReportedValue, right: ReportedValue, context: GroupContext
) -> tuple[Relation, str] | None:
    """Rule 12: both can be true, but the words make a reader think of different figures."""
    if left.answer.partial or right.answer.partial:
        return None
    if left.answer.is_other_extent(right.answer):
        return None
    if left.answer.asserted.overlaps(right.answer.asserted):
        return (
            Relation.READ_APART,
            "both can be true, but a reader takes them for different figures",
        )
    return None


def _just_missed(
    left: ReportedValue, right: ReportedValue, context: GroupContext
) -> tuple[Relation, str] | None:
    """Rule 13: "more than 300" beside "as many as 300": bounds that meet and do not cross."""
    one, other = left.answer.asserted, right.answer.asserted
    meet = (one.high is not None and one.high == other.low) or (
        other.high is not None and other.high == one.low
    )
    if meet and not (left.answer.bounded and right.answer.bounded):
        return Relation.JUST_MISSED, "the bounds meet at one figure and miss each other by a hair"
    return None


def _one_story(
    left: ReportedValue, right: ReportedValue, context: GroupContext
) -> tuple[Relation, str] | None:
    """Rule 15: no story gives the one figure without the other.

    A reporter who prints two figures under one name, and lets nobody disagree, sees no
    contradiction in them: most often they count two things ("killed 213 in the capital",
    "killed 224 in both cities").
    """
    if _held_without(left, right, context) and _held_without(right, left, context):
        return None
    if any(_compete(one, other) for one, other in _claims_of_one_story(left, right, context)):
        return None
    return Relation.ONE_STORY, "whoever gives one of the two gives the other too, without comment"


def _held_without(value: ReportedValue, other: ReportedValue, context: GroupContext) -> bool:
    """Whether some story holds `value` and does not give the answer of the other."""
    return any(not context.says(story_id, other, _implies) for story_id in value.story_ids)


def _implies(answer: ComparableAnswer, other: ComparableAnswer) -> bool:
    """Whether `answer` implies `other`: "this year" does not say Tuesday."""
    relation = fit(answer, other)
    if relation is Relation.WITHIN:
        return other.asserted.covers(answer.asserted)
    return relation not in (None, Relation.NOT_COMPARED)


def _claims_of_one_story(
    left: ReportedValue, right: ReportedValue, context: GroupContext
) -> Iterator[tuple[Claim, Claim]]:
    """The pairs of claims of the two values that are in one story."""
    shared = left.story_ids & right.story_ids
    by_story: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in left.claims if shared else ():
        by_story[context.story.get(claim.article_id, "")].append(claim)
    for other in right.claims if shared else ():
        for one in by_story.get(context.story.get(other.article_id, ""), ()):
            yield one, other


def _compete(one: Claim, other: Claim) -> bool:
    """Whether a story sets two claims against each other: by speaker, or headline to body."""
    speakers = (one.attribution, other.attribution)
    if None not in speakers and len({(s or "").casefold() for s in speakers}) == 2:
        return True
    headlines = (one.section is Section.HEADLINE, other.section is Section.HEADLINE)
    return headlines in ((True, False), (False, True)) or any(
        first.restates is not None and first.restates.overlaps(second.span)
        for first, second in ((one, other), (other, one))
    )


def _contradicts(
    left: ReportedValue, right: ReportedValue, context: GroupContext
) -> tuple[Relation, str] | None:
    """Rules 16 and 17: nothing explains the difference."""
    if not left.story_ids & right.story_ids and _same_sentence(left, right, context.policy):
        return Relation.ALTERED_COPY, "the sentence is copied, and the figure in it was altered"
    lower, higher = lower_first(left, right)
    both = f"{answer(lower.claim)} and {answer(higher.claim)}"
    if left.answer.key[0] in ("date", "clock"):
        sort = "day" if _is_a_day(left.claim) and _is_a_day(right.claim) else "time"
        return Relation.CONTRADICTION, f"{both} cannot both be the {sort}"
    if one_day := of_one_day(left, right):
        return Relation.CONTRADICTION, one_day
    if context.movement is Movement.FIXED:
        return Relation.CONTRADICTION, f"{both} cannot both be right"
    return Relation.CONTRADICTION, f"{both} differ, and no text says that the figure changed"


def _is_a_day(claim: Claim) -> bool:
    """Whether a claim answers with a day, and not with an hour, a month or a year."""
    when = claim.when
    hour = isinstance(claim, EventTime)
    return when is not None and not hour and (when.start is None or when.start == when.end)


def _same_sentence(left: ReportedValue, right: ReportedValue, policy: Policy) -> bool:
    """Whether a sentence of one value is a sentence of the other, but for its figures."""
    sizes: list[int] = []
    printed: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for index, sentence in enumerate(sorted(left.sentences)):
        own = runs(sentence, policy.shingle_words)
        sizes.append(len(own))
        for run in own:
            if len(printed[run]) < policy.postings:
                printed[run].append(index)
    for sentence in sorted(right.sentences):
        own = runs(sentence, policy.shingle_words)
        shared = Counter(index for run in own for index in printed.get(run, ()))
        for index, number in shared.items():
            shorter = min(sizes[index], len(own))
            if shorter >= policy.sentence_shingles and number >= policy.sentence_altered * shorter:
                return True
    return False


_RULES: tuple[Rule, ...] = (
    next_step,
    _fits,
    _withdrawn,
    stated_change,
    later,
    preliminary,
    other_period,
    _read_differently,
    _just_missed,
    order_unknown,
    _one_story,
    _contradicts,
)
