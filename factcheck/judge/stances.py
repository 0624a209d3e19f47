"""What each claim of a group holds, ready to be compared: two intervals, a phase, a day.

Claims that hold the same, told in the same way, are one stance, so that a story printed by a
thousand outlets is compared once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from factcheck.interval import Interval
from factcheck.judge.answers import Answer, Ends, answer_of, change_between
from factcheck.judge.batch import Batch
from factcheck.judge.moments import Moment, moment_of, of_one_telling
from factcheck.kinds import Movement
from factcheck.models import AsOf, Change, Claim, Phase, Status

Figure = tuple[tuple[str, ...], Ends]


@dataclass(frozen=True)
class Stance:
    """One way of answering the question: the answer, when and how it is told, and by whom.

    `moment` is as of when the figure holds, `reference` the period that a statistic covers and
    `event` the day on which its own clause puts what is counted. A `tentative` figure is one that
    its own sentence expects to be replaced, a `preliminary` count one that goes on. `voices` are
    the stories that hold the stance, `withdrawn` the answers that those stories take back,
    `sentences` the words around its claims with digits masked.
    """

    answer: Answer
    claims: tuple[Claim, ...]
    phase: Phase | None
    status: Status
    moment: Moment
    reference: Interval[date] | None
    event: Interval[date] | None
    tentative: bool
    preliminary: bool
    voices: frozenset[str]
    sentences: frozenset[tuple[str, ...]]
    withdrawn: tuple[Answer, ...] = ()

    @property
    def claim(self) -> Claim:
        """The claim that speaks for the stance: the one with the least id."""
        return self.claims[0]


def stances_of(claims: Sequence[Claim], batch: Batch) -> tuple[Stance, ...]:
    """The stances of a group, in the order of the claims' ids, whatever order they came in."""
    single = []
    movement = batch.movement(claims)
    rising = movement is Movement.RISING
    for claim in sorted(of_one_telling(claims, batch), key=lambda claim: claim.id):
        answer = answer_of(claim, batch.policy)
        if answer is not None and claim.status.answers:
            single.append(
                Stance(
                    answer=answer,
                    claims=(claim,),
                    phase=claim.phase,
                    status=claim.status,
                    moment=moment_of(claim, movement, batch),
                    reference=None if claim.reference is None else claim.reference.days(),
                    event=_event_of(claim),
                    # A start that is told as one is no estimate: the march did begin with it.
                    tentative=claim.phase is None and batch.is_tentative(claim),
                    preliminary=rising and batch.is_preliminary(claim),
                    voices=frozenset({batch.copies.same_text[claim.article_id]}),
                    sentences=frozenset({batch.sentence(claim)}),
                )
            )
    if len(single) == 1 and single[0].status is Status.ASSERTED:
        return (single[0],)  # nothing that it could be set against, as with most figures of news
    return _merged(_in_turn(_in_context(single)))


def _event_of(claim: Claim) -> Interval[date] | None:
    """The day on which what is counted happened: of "22 arrests on Monday", not of "stood at 22
    on Monday", which dates the count."""
    dated = claim.when is not None and claim.when_in == "clause"
    if not dated or claim.quantity is None or claim.as_of_by in (AsOf.TOLD, AsOf.STATE):
        return None
    return None if claim.when is None else claim.when.days()


def _in_context(stances: Sequence[Stance]) -> list[Stance]:
    """Completes a change that a story tells, and tells each stance what its story withdraws.

    A figure that is told as that of the start ("it once had 900 members"), or as a later one
    ("had dwindled to 300"), is set against another of its story: the nearest one that lies in
    the direction told. All further figures of the story stay as they are, silence being no phase.
    """
    stories: defaultdict[str, list[Stance]] = defaultdict(list)
    for stance in stances:
        stories[next(iter(stance.voices))].append(stance)
    found = []
    for told in stories.values():
        asserted_ones = [s for s in told if s.status is Status.ASSERTED]
        withdrawn = tuple(dict.fromkeys(s.answer for s in told if s.status is Status.RETRACTED))
        opposite = _contrasted(asserted_ones)
        for stance in told:
            phase = stance.phase
            if phase is None and stance.status is Status.ASSERTED:
                phase = opposite.get(stance.answer)
            found.append(replace(stance, phase=phase, withdrawn=withdrawn))
    return found


def _contrasted(story: Sequence[Stance]) -> dict[Answer, Phase]:
    """The answers of a story that a figure with a phase is set against, with their own phase."""
    phases = {stance.phase for stance in story if stance.phase is not None}
    if len(phases) != 1:
        return {}  # no change, or one that is told with both its ends
    (known,) = phases
    found = {}
    for stance in story:
        # "At least 40 so far", "12 remain": words of now alone tell no change.
        if stance.phase is None or (known is Phase.LATER and stance.claim.change is None):
            continue
        others = [s for s in story if s.phase is None and _goes(stance, s, known)]
        if others:
            nearest = min(others, key=lambda other: _distance(stance.claim, other.claim))
            found[nearest.answer] = Phase.LATER if known is Phase.START else Phase.START
    return found


def _goes(stance: Stance, other: Stance, known: Phase) -> bool:
    """Whether two figures differ, and in the direction that the first is told to have gone."""
    before, after = (stance, other) if known is Phase.START else (other, stance)
    direction = change_between(before.answer, after.answer)
    told = stance.claim.change
    return direction is not None and told in (None, direction)


def _distance(one: Claim, other: Claim) -> tuple[bool, int]:
    return one.article_id != other.article_id, abs(one.span.start - other.span.start)


def _in_turn(stances: Sequence[Stance]) -> list[Stance]:
    """Completes the phases across stories: where one tells "rose to 36 from 20", whoever plainly
    repeats the 20, or that it "had reached 20", gives the start, and whoever repeats the 36 what
    became of it."""
    told: defaultdict[frozenset[str], defaultdict[Phase, set[Figure]]]
    told = defaultdict(lambda: defaultdict(set))
    for stance in stances:
        if stance.phase is not None:
            told[stance.voices][stance.phase].add(_named(stance.answer))
    changes = [answers for answers in told.values() if len(answers) == len(Phase)]
    ends = {phase: set().union(*(answers[phase] for answers in changes)) for phase in Phase}
    found = []
    for stance in stances:
        known = [phase for phase, answers in ends.items() if _named(stance.answer) in answers]
        # What "had dwindled to 20" tells of its own is not told anew.
        free = stance.phase is not Phase.START and stance.claim.change is None
        if free and len(known) == 1 and stance.status is Status.ASSERTED:
            found.append(replace(stance, phase=known[0]))
        else:
            found.append(stance)
    return found


def _named(answer: Answer) -> Figure:
    """The figure as written, whatever its hedge: "about 20" repeats a 20."""
    return answer.key, answer.named


def _merged(stances: Iterable[Stance]) -> tuple[Stance, ...]:
    merged: dict[tuple[object, ...], Stance] = {}
    for stance in stances:
        key = (
            stance.answer, stance.phase, stance.status, stance.moment, stance.reference,
            stance.event, stance.tentative,
            stance.preliminary,
            stance.withdrawn,
        )  # fmt: skip
        known = merged.get(key)
        if known is None:
            merged[key] = stance
        else:
            merged[key] = replace(
                known,
                claims=known.claims + stance.claims,
                voices=known.voices | stance.voices,
                sentences=known.sentences | stance.sentences,
            )
    in_order = (
        replace(stance, claims=tuple(sorted(stance.claims, key=lambda claim: claim.id)))
        for stance in merged.values()
    )
    return tuple(sorted(in_order, key=lambda stance: stance.claim.id))


def directions_told(stances: Sequence[Stance]) -> frozenset[Change]:
    """Which ways the texts say that the figure went, by their verbs or by two figures in turn."""
    found = {
        stance.claim.change
        for stance in stances
        if stance.phase is Phase.LATER and stance.claim.change is not None
    }
    for start in stances:
        for later in stances:
            if (start.phase, later.phase) == (Phase.START, Phase.LATER) and (
                start.voices & later.voices
            ):
                direction = change_between(start.answer, later.answer)
                found |= set() if direction is None else {direction}
    return frozenset(found)
