"""The reported values of a group, ready to be compared: two intervals, a phase, a day.

Claims that hold the same, given in the same way, are one reported value, so that a story printed
by a thousand outlets is compared once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from factcheck.answers.comparable import ComparableAnswer, Ends, answer_of, change_between
from factcheck.interval import Interval
from factcheck.judge.batch import Batch
from factcheck.judge.moments import Moment, moment_of, with_times_of_first_print
from factcheck.kinds import Movement
from factcheck.models import AsOf, Change, Claim, Phase, Status
from factcheck.policy import Policy

WrittenFigure = tuple[tuple[str, ...], Ends]


@dataclass(frozen=True)
class ReportedValue:
    """One way of answering the question: the answer, when and how it is given, and by whom.

    `moment` is as of when the figure holds, `reference` the period that a statistic covers and
    `event` the day on which its own clause puts what is counted. A `tentative` figure is one that
    its own sentence expects to be replaced, a `preliminary` count one that goes on, and a `peak`
    the highest of all. `story_ids` are the stories that hold the reported value, `withdrawn` the
    answers that those stories withdraw, `sentences` the words around its claims with digits masked.
    """

    answer: ComparableAnswer
    claims: tuple[Claim, ...]
    phase: Phase | None
    status: Status
    moment: Moment
    reference: Interval[date] | None
    event: Interval[date] | None
    tentative: bool
    preliminary: bool
    story_ids: frozenset[str]
    sentences: frozenset[tuple[str, ...]]
    withdrawn: tuple[ComparableAnswer, ...] = ()
    peak: bool = False

    @property
    def claim(self) -> Claim:
        """The claim that represents the reported value: the one with the least id."""
        return self.claims[0]


def reported_values(claims: Sequence[Claim], batch: Batch) -> tuple[ReportedValue, ...]:
    """The reported values of a group, in the order of the claims' ids, whatever the input order."""
    single = []
    movement = batch.movement(claims)
    rising = movement is Movement.RISING
    for claim in sorted(with_times_of_first_print(claims, batch), key=lambda claim: claim.id):
        answer = answer_of(claim, batch.policy)
        if answer is not None and claim.status.answers:
            single.append(
                ReportedValue(
                    answer=answer,
                    claims=(claim,),
                    phase=claim.phase,
                    status=claim.status,
                    moment=moment_of(claim, movement, batch),
                    reference=None if claim.reference is None else claim.reference.days(),
                    event=_event_of(claim),
                    # A start that is called one is no estimate: the march did begin with it.
                    tentative=claim.phase is None and batch.is_tentative(claim),
                    preliminary=rising and batch.is_preliminary(claim),
                    peak=batch.is_peak(claim),
                    story_ids=frozenset({batch.copies.same_text[claim.article_id]}),
                    sentences=frozenset({batch.sentence(claim)}),
                )
            )
    if len(single) == 1 and single[0].status is Status.ASSERTED:
        return (single[0],)  # nothing that it could be set against, as with most figures of news
    return _merged(_in_turn(_in_context(single)))


def _event_of(claim: Claim) -> Interval[date] | None:
    """The day of the event that is counted: of "22 arrests on Monday", not of "stood at 22 on
    Monday", which dates the count."""
    dated = claim.when is not None and claim.when_in == "clause"
    if not dated or claim.quantity is None or claim.as_of_by in (AsOf.TOLD, AsOf.STATE):
        return None
    return None if claim.when is None else claim.when.days()


def _in_context(values: Sequence[ReportedValue]) -> list[ReportedValue]:
    """Complete the phases of figures within each story, and add what the story withdraws.

    A figure that is given as that of the start ("it once had 900 members"), or as a later one ("had
    dwindled to 300"), is set against another of its story: the nearest one that lies in the
    direction stated. All further figures of the story stay as they are, silence being no phase.
    """
    stories: defaultdict[str, list[ReportedValue]] = defaultdict(list)
    for value in values:
        stories[next(iter(value.story_ids))].append(value)
    found = []
    for story in stories.values():
        asserted_ones = [s for s in story if s.status is Status.ASSERTED]
        withdrawn = tuple(dict.fromkeys(s.answer for s in story if s.status is Status.RETRACTED))
        opposite = _contrasted(asserted_ones)
        for value in story:
            phase = value.phase
            if phase is None and value.status is Status.ASSERTED:
                phase = opposite.get(value.answer)
            same = phase is value.phase and withdrawn == value.withdrawn
            found.append(value if same else replace(value, phase=phase, withdrawn=withdrawn))
    return found


def _contrasted(story: Sequence[ReportedValue]) -> dict[ComparableAnswer, Phase]:
    """The answers of a story that the figures with a phase are set against, each with its own
    phase."""
    phases = {value.phase for value in story if value.phase is not None}
    if len(phases) != 1:
        return {}  # no change, or one that is stated with both its ends
    (known,) = phases
    found = {}
    for value in story:
        # "At least 40 so far", "12 remain": words of now alone state no change.
        if value.phase is None or (known is Phase.LATER and value.claim.change is None):
            continue
        others = [s for s in story if s.phase is None and _moves_as_stated(value, s, known)]
        if others:
            nearest = min(others, key=lambda other: _distance(value.claim, other.claim))
            found[nearest.answer] = Phase.LATER if known is Phase.START else Phase.START
    return found


def _moves_as_stated(value: ReportedValue, other: ReportedValue, known: Phase) -> bool:
    """Whether two figures differ in the direction in which the first is said to have changed."""
    before, after = (value, other) if known is Phase.START else (other, value)
    direction = change_between(before.answer, after.answer)
    stated = value.claim.change
    return direction is not None and stated in (None, direction)


def _distance(one: Claim, other: Claim) -> tuple[bool, int]:
    """The sort key of two claims by how near they are in the texts."""
    return one.article_id != other.article_id, abs(one.span.start - other.span.start)


def _in_turn(values: Sequence[ReportedValue]) -> list[ReportedValue]:
    """Complete the phases across stories: where one says "rose to 36 from 20", whoever plainly
    repeats the 20, or that it "had reached 20", gives the start, and whoever repeats the 36 the
    later state."""
    by_stories: defaultdict[frozenset[str], defaultdict[Phase, set[WrittenFigure]]]
    by_stories = defaultdict(lambda: defaultdict(set))
    for value in values:
        if value.phase is not None:
            by_stories[value.story_ids][value.phase].add(written(value.answer))
    changes = [answers for answers in by_stories.values() if len(answers) == len(Phase)]
    ends = {phase: set().union(*(answers[phase] for answers in changes)) for phase in Phase}
    found = []
    for value in values:
        known = [phase for phase, answers in ends.items() if written(value.answer) in answers]
        # What "had dwindled to 20" says of its own is not said anew.
        free = value.phase is not Phase.START and value.claim.change is None
        if free and len(known) == 1 and value.status is Status.ASSERTED:
            found.append(replace(value, phase=known[0]))
        else:
            found.append(value)
    return found


def written(answer: ComparableAnswer) -> WrittenFigure:
    """The figure of an answer without its hedge: "about 20" repeats a 20."""
    return answer.key, answer.named


def first_given(values: Iterable[ReportedValue], policy: Policy) -> dict[WrittenFigure, Moment]:
    """The earliest moment as of which each figure was given, by any outlet."""
    found: dict[WrittenFigure, Moment] = {}
    for value in values:
        known = found.setdefault(written(value.answer), value.moment)
        dated = known.days is None and value.moment.days is not None
        if dated or value.moment.precedes(known, policy):
            found[written(value.answer)] = value.moment
    return found


def _merged(values: Iterable[ReportedValue]) -> tuple[ReportedValue, ...]:
    """The values, where those that differ only in their claims are merged."""
    merged: dict[tuple[object, ...], ReportedValue] = {}
    for value in values:
        key = (
            value.answer, value.phase, value.status, value.moment, value.reference,
            value.event, value.tentative,
            value.preliminary, value.peak,
            value.withdrawn,
        )  # fmt: skip
        known = merged.get(key)
        if known is None:
            merged[key] = value
        else:
            merged[key] = replace(
                known,
                claims=known.claims + value.claims,
                story_ids=known.story_ids | value.story_ids,
                sentences=known.sentences | value.sentences,
            )
    in_order = (
        replace(value, claims=tuple(sorted(value.claims, key=lambda claim: claim.id)))
        if len(value.claims) > 1
        else value
        for value in merged.values()
    )
    return tuple(sorted(in_order, key=lambda value: value.claim.id))


def stated_directions(values: Sequence[ReportedValue]) -> frozenset[Change]:
    """The directions of change that the texts state, by verbs or by two figures before and
    after."""
    found = {
        value.claim.change
        for value in values
        if value.phase is Phase.LATER and value.claim.change is not None
    }
    for start in values:
        for later in values:
            if (start.phase, later.phase) == (Phase.START, Phase.LATER) and (
                start.story_ids & later.story_ids
            ):
                direction = change_between(start.answer, later.answer)
                found |= set() if direction is None else {direction}
    return frozenset(found)
