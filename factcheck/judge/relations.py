"""How two stances on one question stand to each other: the first rule that holds.

The rules are numbered in `docs/verdicts.md`. Rules of sameness come first, then rules of time,
then what is left: words that are read differently, and contradictions.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from factcheck.findings import Pair, Relation, Verdict
from factcheck.judge.stances import Answer, Stance, change_between
from factcheck.kinds import Movement
from factcheck.models import AsOf, Change, Claim, Phase, Section, Status
from factcheck.origins import runs
from factcheck.policy import Policy

VERDICTS: dict[Relation, Verdict] = {
    Relation.SAME_FIGURE: Verdict.AGREE,
    Relation.SAME_CONVERTED: Verdict.AGREE,
    Relation.SAME_ROUNDED: Verdict.COMPATIBLE,
    Relation.WITHIN: Verdict.COMPATIBLE,
    Relation.NOT_COMPARED: Verdict.COMPATIBLE,
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


@dataclass(frozen=True)
class Question:
    """What bears on every pair of one group.

    `movement` is how its figure moves, `told` which ways the texts say that it went, `held` what
    each story asserts, and `story` which story an article prints.
    """

    movement: Movement
    told: frozenset[Change]
    policy: Policy
    held: Mapping[str, Sequence[Answer]] = field(default_factory=dict)
    story: Mapping[str, str] = field(default_factory=dict)


Rule = Callable[[Stance, Stance, Question], tuple[Relation, str] | None]


def compare(left: Stance, right: Stance, question: Question) -> Pair:
    """The relation of two stances, by the first rule that holds, with its reason in words.

    It does not depend on which of the two is `left`.
    """
    for rule in _RULES:
        found = rule(left, right, question)
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


def fit(left: Answer, right: Answer) -> Relation | None:
    """Rules 1 to 5: how two answers fit, time aside; `None` where they do not."""
    if left.key != right.key or (left.zone and right.zone and left.zone != right.zone):
        return Relation.NOT_COMPARED
    if left.partial or right.partial:
        return _fit_of_partial_dates(left, right)
    if left.named == right.named and left.hedge == right.hedge:
        return Relation.SAME_FIGURE if left.unit == right.unit else Relation.SAME_CONVERTED
    if not left.implied.overlaps(right.implied):
        return None
    if left.unit != right.unit and left.bounded and right.bounded:
        return Relation.SAME_CONVERTED
    if left.asserted.overlaps(right.asserted):
        return Relation.WITHIN
    return Relation.SAME_ROUNDED


def _same(left: Answer, right: Answer) -> bool:
    """Whether the two can be one answer in different words."""
    return fit(left, right) not in (None, Relation.NOT_COMPARED)


def _fit_of_partial_dates(left: Answer, right: Answer) -> Relation | None:
    # Here, because most reports hold no partial date and the calendar is slow to load.
    from factcheck.times.partial import compatible

    assert left.period is not None
    assert right.period is not None
    if left.period == right.period:
        return Relation.SAME_FIGURE
    return Relation.WITHIN if compatible(left.period, right.period) else None


def _fits(left: Stance, right: Stance, question: Question) -> tuple[Relation, str] | None:
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


def _withdrawn(left: Stance, right: Stance, question: Question) -> tuple[Relation, str] | None:
    """Rule 6: a text withdraws a figure ("59 and not 62"), its own or an earlier one."""
    if Status.RETRACTED in (left.status, right.status):
        return Relation.CORRECTED, "the text itself withdraws one of the two figures"
    for one, other in ((left, right), (right, left)):
        withdrawn = any(_same(other.answer, gone) for gone in one.withdrawn)
        if withdrawn and not _strictly_later(other, one, question):
            return Relation.CORRECTED, "the report of one figure withdraws the other"
    return None


def _told(left: Stance, right: Stance, question: Question) -> tuple[Relation, str] | None:
    """Rule 7: the texts tell one figure as that of the start and the other as a later one."""
    for before, after in ((left, right), (right, left)):
        if (before.phase, after.phase) == (Phase.START, Phase.LATER) and _can_follow(
            before, after, question
        ):
            return Relation.TOLD_CHANGE, "the text tells one figure as what became of the other"
        # "The march once numbered 900" is of a time before its own story, and any figure of that
        # day or later, which tells no time of its own, is of a time after it.
        over = (before.phase, after.phase) == (Phase.START, None)
        if (
            over
            and _can_follow(before, after, question)
            and not _strictly_later(before, after, question)
        ):
            return Relation.TOLD_CHANGE, "the text tells one figure as that of an earlier time"
    return None


def _can_follow(before: Stance, after: Stance, question: Question) -> bool:
    """Whether no text rules it out: a group told to have shrunk from 5,000 was not 6,000 later."""
    return not question.told or change_between(before.answer, after.answer) in question.told


def _later(left: Stance, right: Stance, question: Question) -> tuple[Relation, str] | None:
    """Rule 8: the two hold as of different moments, and the figure moves that way."""
    for before, after in ((left, right), (right, left)):
        if not _strictly_later(after, before, question):
            continue
        direction = change_between(before.answer, after.answer)
        if question.movement in _ONE_WAY:
            cumulative = before.answer.cumulative and after.answer.cumulative
            if cumulative and direction is _ONE_WAY[question.movement]:
                return Relation.LATER_COUNT, _ONE_WAY_REASONS[direction]
        elif direction is not None and _is_dated(before, after, question):
            return Relation.MOVED_ON, "the two hold for different days, and the figure moves"
    return None


_ONE_WAY: Mapping[Movement, Change] = {Movement.RISING: Change.UP, Movement.FALLING: Change.DOWN}
_ONE_WAY_REASONS = {
    Change.UP: "the higher figure is the later one, and the figure can rise",
    Change.DOWN: "the lower figure is the later one, and the figure can fall",
}


def _is_dated(before: Stance, after: Stance, question: Question) -> bool:
    """Whether the days of two figures are steps of something that moves.

    A price of Tuesday is not that of Wednesday, even where only the day of print tells them
    apart. A crowd may as well have been counted badly, unless the texts date both sizes: "had 400
    members on Monday", "had grown to 900, she said on Friday".
    """
    if question.movement in (Movement.VOLATILE, Movement.SLOW):
        return True
    counted_again = before.moment.progress is not None and after.moment.progress is not None
    return counted_again or all(
        one.moment.told or (one.moment.by is AsOf.SAID and one.phase is Phase.LATER)
        for one in (before, after)
    )


def _other_period(left: Stance, right: Stance, question: Question) -> tuple[Relation, str] | None:
    """Rule 10: a statistic of March is none of April, and Monday's arrests are not Tuesday's; nor
    do the days of two counts contradict each other."""
    if left.answer.of_count or right.answer.of_count:
        return Relation.OTHER_PERIOD, "the day of a count is not that of an event"
    one, other = left.reference, right.reference
    if one is not None and other is not None and one != other:
        return Relation.OTHER_PERIOD, "the two figures are for different periods"
    first, second = left.event, right.event
    if first is not None and second is not None and not first.overlaps(second):
        return Relation.OTHER_PERIOD, "the two figures are for different days"
    return None


def _preliminary(left: Stance, right: Stance, question: Question) -> tuple[Relation, str] | None:
    """Rule 9: one of two figures calls itself preliminary, and is not the later one."""
    # A story that gives both figures has no excuse.
    if not question.policy.preliminary_excuses or left.voices & right.voices:
        return None
    for early, other in ((left, right), (right, left)):
        if early.tentative and not _strictly_later(early, other, question):
            return Relation.PRELIMINARY, "the report of one figure calls it preliminary"
    lower, higher = _rising(left, right, question)
    if lower is None or higher is None or not lower.preliminary:
        return None
    if _strictly_later(lower, higher, question):
        return None
    return Relation.PRELIMINARY, "the report of the lower figure says that the count may rise"


def _read_apart(left: Stance, right: Stance, question: Question) -> tuple[Relation, str] | None:
    """Rule 10: both can be true, but the words make a reader think of different figures."""
    if left.answer.partial or right.answer.partial:
        return None
    if left.answer.asserted.overlaps(right.answer.asserted):
        return (
            Relation.READ_APART,
            "both can be true, but a reader takes them for different figures",
        )
    return None


def _just_missed(left: Stance, right: Stance, question: Question) -> tuple[Relation, str] | None:
    """Rule 11: "more than 300" beside "as many as 300": bounds that meet and do not cross."""
    one, other = left.answer.asserted, right.answer.asserted
    meet = (one.high is not None and one.high == other.low) or (
        other.high is not None and other.high == one.low
    )
    if meet and not (left.answer.bounded and right.answer.bounded):
        return Relation.JUST_MISSED, "the bounds meet at one figure and miss each other by a hair"
    return None


def _order_unknown(left: Stance, right: Stance, question: Question) -> tuple[Relation, str] | None:
    """Rule 13: something that moves, and nothing tells which of the two came first.

    Prices and storms within one day; two later sizes; a size that one text tells to have changed,
    beside one that fits what it was. Not two sizes that the texts date to one day.
    """
    if question.movement is Movement.VOLATILE and left.answer.key[0] not in ("date", "clock"):
        if left.moment.minutes is None or left.moment.minutes != right.moment.minutes:
            return Relation.ORDER_UNKNOWN, "the figure moves within hours, and no order is told"
        return None
    if left.moment.is_the_day_of(right.moment):
        return None
    if question.movement is Movement.MOVING and left.phase is right.phase is Phase.LATER:
        return Relation.ORDER_UNKNOWN, "both are told as later sizes, in an order nobody tells"
    for before, after in ((left, right), (right, left)):
        told = after.phase is Phase.LATER and after.claim.change is not None
        if (
            told
            and before.phase is None
            and _can_follow(before, after, question)
            and (not _strictly_later(before, after, question))
        ):
            return Relation.ORDER_UNKNOWN, "one is told as changed, and not from the other"
    return None


def _one_story(left: Stance, right: Stance, question: Question) -> tuple[Relation, str] | None:
    """Rule 13: no story gives the one figure without the other.

    A reporter who prints two figures under one name, and lets nobody disagree, sees no
    contradiction in them: most often they count two things ("killed 213 in the capital",
    "killed 224 in both cities").
    """
    if _only(left, right, question) and _only(right, left, question):
        return None
    if any(_rivals(one, other) for one, other in _side_by_side(left, right, question)):
        return None
    return Relation.ONE_STORY, "whoever gives one of the two gives the other too, without comment"


def _only(stance: Stance, other: Stance, question: Question) -> bool:
    """Whether some story holds `stance` and does not give what the other says."""
    return any(
        not any(_gives(answer, other.answer) for answer in question.held.get(voice, ()))
        for voice in stance.voices
    )


def _gives(answer: Answer, other: Answer) -> bool:
    """Whether who holds `answer` says what `other` says: "this year" does not say Tuesday."""
    relation = fit(answer, other)
    if relation is Relation.WITHIN:
        return other.asserted.covers(answer.asserted)
    return relation not in (None, Relation.NOT_COMPARED)


def _side_by_side(left: Stance, right: Stance, question: Question) -> Iterator[tuple[Claim, Claim]]:
    """The claims of the two that stand in one story."""
    shared = left.voices & right.voices
    told: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in left.claims if shared else ():
        told[question.story.get(claim.article_id, "")].append(claim)
    for other in right.claims if shared else ():
        for one in told.get(question.story.get(other.article_id, ""), ()):
            yield one, other


def _rivals(one: Claim, other: Claim) -> bool:
    """Whether a story sets two claims against each other: by speaker, or headline to body."""
    speakers = (one.attribution, other.attribution)
    if None not in speakers and len({(s or "").casefold() for s in speakers}) == 2:
        return True
    headlines = (one.section is Section.HEADLINE, other.section is Section.HEADLINE)
    return headlines in ((True, False), (False, True)) or any(
        first.restates is not None and first.restates.overlaps(second.span)
        for first, second in ((one, other), (other, one))
    )


def _contradicts(left: Stance, right: Stance, question: Question) -> tuple[Relation, str] | None:
    """Rules 14 and 15: nothing explains the difference."""
    if not left.voices & right.voices and _same_sentence(left, right, question.policy):
        return Relation.ALTERED_COPY, "the sentence is copied, and the figure in it was altered"
    reasons = {"date": "no day fits both", "clock": "no time of day fits both"}
    reason = reasons.get(left.answer.key[0], "the two cannot both be true, and no change is told")
    return Relation.CONTRADICTION, reason


def _same_sentence(left: Stance, right: Stance, policy: Policy) -> bool:
    """Whether a sentence of the one is a sentence of the other, but for its figures."""
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
    _fits,
    _withdrawn,
    _told,
    _later,
    _preliminary,
    _other_period,
    _read_apart,
    _just_missed,
    _order_unknown,
    _one_story,
    _contradicts,
)


def _rising(left: Stance, right: Stance, question: Question) -> tuple[Stance | None, Stance | None]:
    """The lower and the higher of two counts of a figure that can rise."""
    cumulative = left.answer.cumulative and right.answer.cumulative
    if question.movement is not Movement.RISING or not cumulative:
        return None, None
    direction = change_between(left.answer, right.answer)
    if direction is None:
        return None, None
    return (left, right) if direction is Change.UP else (right, left)


def _strictly_later(later: Stance, earlier: Stance, question: Question) -> bool:
    return earlier.moment.precedes(later.moment, question.policy)
