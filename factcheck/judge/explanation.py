"""The explanation of a verdict, in sentences that a desk editor can read aloud.

Positions come in order of support, with who holds them and how many independent origins stand
behind; then the two quotes that decide, then the changes that the texts state. Nothing is
averaged and nothing declared true.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property

from factcheck.judge.batch import Batch
from factcheck.judge.phrasing import (
    answer,
    figure,
    listed,
    number_of,
    part_of_day,
    quoted,
    short_day,
    some_of,
    spread_in_words,
)
from factcheck.judge.positions import JudgedPosition
from factcheck.judge.reported import ReportedValue
from factcheck.judge.speaking import inside
from factcheck.models import Claim, Phase, Status
from factcheck.results import Origin, Pair, Relation, Verdict

_MOST_POSITIONS = 6
_MOST_CHANGES = 3
_MOST_STEPS = 8
# Pairs that time explains.
_STEPS = frozenset({Relation.LATER_COUNT, Relation.MOVED_ON})
_DIFFERENT = (Verdict.CONFLICT, Verdict.TENSION, Verdict.UPDATE, Verdict.COMPATIBLE)


@dataclass(frozen=True)
class Case:
    """A group with its verdict and all that led to it."""

    claims: tuple[Claim, ...]
    reported_values: tuple[ReportedValue, ...]
    pairs: tuple[Pair, ...]
    verdict: Verdict
    positions: tuple[JudgedPosition, ...]
    origins: tuple[Origin, ...]
    spread: Decimal | None
    deciding: Pair | None
    batch: Batch
    arithmetic: tuple[str, ...] = ()

    def reported_value(self, claim_id: str) -> ReportedValue:
        """The reported value with a claim of this id, by which pairs refer to it."""
        return self._by_claim[claim_id]

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """The texts of the articles that the claims stand in."""
        names = dict.fromkeys(claim.article_id for claim in self.claims)
        return tuple(self.batch.articles[name].text for name in names)

    @cached_property
    def _by_claim(self) -> dict[str, ReportedValue]:
        return {value.claim.id: value for value in reversed(self.reported_values)}


def explain(case: Case) -> str:
    """The verdict of a group in words."""
    if case.verdict is Verdict.SINGLE:
        return _single(case)
    if any(pair.relation is Relation.SUM_FAILS for pair in case.pairs):
        quotes = listed([f"“{claim.quote}”" for claim in case.claims])
        outlet = case.batch.outlet(case.claims[0])
        return f"Within one article, {outlet} prints {quotes}: {'; '.join(case.arithmetic)}."
    return " ".join(
        sentence
        for sentence in (
            _opening(case),
            _contradicting(case),
            _deciding(case),
            *(f"Within one article, {sum_}." for sum_ in case.arithmetic),
            _changes(case),
            _steps(case),
            _altered(case),
            _shared_source(case),
        )
        if sentence
    )


def _single(case: Case) -> str:
    """The explanation of an answer that only one story gives."""
    outlets = dict.fromkeys(case.batch.outlet(claim) for claim in case.claims)
    answers = listed([held.position.answer for held in case.positions]) or "no figure"
    single = len(outlets) == 1
    printed = "article speaks of it" if single else "story reports it, in several outlets"
    return f"Only one {printed} ({some_of(list(outlets))}): {answers}."


def _opening(case: Case) -> str:
    """The first sentence: who agrees, or which answers there are and who gives them."""
    support = number_of(len(case.origins), "independent origin")
    if len(case.positions) <= 1 and case.verdict is not Verdict.UPDATE:
        given = case.positions[0].position.answer if case.positions else "no figure"
        outlets = some_of(list(dict.fromkeys(case.batch.outlet(c) for c in case.claims)))
        return f"All give {given}: {outlets}, with {support}."
    positions = [_position(held, case) for held in case.positions[:_MOST_POSITIONS]]
    if len(case.positions) > _MOST_POSITIONS:
        positions.append(f"{len(case.positions) - _MOST_POSITIONS} more")
    distance = spread_in_words(case.spread) if case.verdict in _DIFFERENT else ""
    spread = f", {distance}" if distance else ""
    answers = "One answer" if len(case.positions) == 1 else f"{len(case.positions)} answers"
    if case.verdict is Verdict.AGREE:
        return f"The sources agree, in different words: {'; '.join(positions)}."
    return f"{answers}{spread}: {'; '.join(positions)}."


def _position(held: JudgedPosition, case: Case) -> str:
    """One answer with its publishers, those they quote, and how many origins it has."""
    position = held.position
    who = some_of(position.publishers)
    if position.speakers:
        quoted = [inside(name, case.texts) for name in position.speakers[:2]]
        who += f", quoting {listed(quoted)}"
    if len(position.publishers) > 1 or len(position.claims) > 1 < position.origins:
        who += f"; {number_of(position.origins, 'origin')}"
    return f"{position.answer} ({who})"


def _contradicting(case: Case) -> str:
    """The sentence on which of several answers contradict each other, where time explains the
    others."""
    if case.verdict is not Verdict.CONFLICT:
        return ""
    competing = {
        claim_id
        for pair in case.pairs
        if pair.verdict is Verdict.CONFLICT
        for claim_id in (pair.left, pair.right)
    }
    answers = [held.position.answer for held in case.positions if _has_value(held, competing, case)]
    if len(answers) < 2 or len(answers) == len(case.positions):
        return ""
    changed = any(pair.relation is Relation.TOLD_CHANGE for pair in case.pairs)
    before = "As figures from before any change, " if changed else ""
    text = f"{before}{listed(answers)} contradict each other."
    return text[0].upper() + text[1:]


def _has_value(held: JudgedPosition, values: Iterable[str], case: Case) -> bool:
    """Whether a position holds a claim of one of some reported values."""
    ids = set(held.position.claims)
    return any(
        not ids.isdisjoint(claim.id for claim in case.reported_value(value).claims)
        for value in values
    )


def _deciding(case: Case) -> str:
    """The sentence on the two claims that decide the verdict; empty where it would add nothing."""
    pair = case.deciding
    if pair is None or case.arithmetic or case.verdict is Verdict.AGREE:
        return ""
    if pair.relation is Relation.ALTERED_COPY:  # which has a sentence of its own
        return ""
    left, right = (case.reported_value(side).claim for side in (pair.left, pair.right))
    if _cited(left, case) == _cited(right, case):
        return f"{_cited(left, case)} gives both: {pair.reason}."
    link = "against" if case.verdict is Verdict.CONFLICT else "beside"
    return f"{_cited(left, case)} {link} {_cited(right, case)}: {pair.reason}."


def _cited(claim: Claim, case: Case) -> str:
    """The quote of a claim with its outlet in parentheses."""
    text = case.batch.articles[claim.article_id].part(claim.part)
    return f"{quoted(claim, text)} ({case.batch.outlet(claim)})"


def _changes(case: Case) -> str:
    """The sentence on the changes that the texts themselves state."""
    lines: dict[str, None] = {}
    for pair in case.pairs:
        left, right = case.reported_value(pair.left), case.reported_value(pair.right)
        if pair.relation is Relation.CORRECTED:
            for value in (left, right):
                if value.status is Status.RETRACTED:
                    who = case.batch.outlet(value.claim)
                    lines[f"{answer(value.claim)} is withdrawn by {who}"] = None
        elif pair.relation is Relation.TOLD_CHANGE and left.story_ids & right.story_ids:
            before, after = _in_turn(left, right)
            lines[_change(before, after, case)] = None
    if not lines:
        return ""
    return f"Reported as a change: {'; '.join(list(lines)[:_MOST_CHANGES])}."


def _in_turn(left: ReportedValue, right: ReportedValue) -> tuple[ReportedValue, ReportedValue]:
    """Two reported values in the order of their phases, the start first."""
    starts = left.phase is Phase.START or right.phase is Phase.LATER
    return (left, right) if starts else (right, left)


def _change(before: ReportedValue, after: ReportedValue, case: Case) -> str:
    """A change that one story states: from which figure to which, and who prints or says it."""
    shared = before.story_ids & after.story_ids
    same_text = case.batch.copies.same_text
    claim = next(c for c in after.claims if same_text[c.article_id] in shared)
    who = case.batch.outlet(claim)
    if claim.attribution is not None:
        who += f", quoting {inside(claim.attribution, case.texts)}"
    return f"from {answer(before.claim)} to {answer(claim)} ({who})"


def _steps(case: Case) -> str:
    """The answers in the order of time, where time explains them: "61 (Sunday) → 240 (Monday)"."""
    stepping = [pair for pair in case.pairs if pair.relation in _STEPS]
    names = {name for pair in stepping for name in (pair.left, pair.right)}
    dated = sorted(
        (
            value
            for value in case.reported_values
            if value.claim.id in names and _has_a_place(value)
        ),
        key=lambda s: _in_time(s)[:3],
    )
    days = [value.moment.days.low for value in dated if value.moment.days is not None]
    steps: dict[str, dict[str, None]] = {}
    for value in dated:
        steps.setdefault(_label(value, dated, days), {})[answer(value.claim)] = None
    if len(steps) < 2:
        return ""
    shown = [f"{listed(list(given))} ({when})" for when, given in steps.items()]
    if len(shown) > _MOST_STEPS:
        shown = [*shown[: _MOST_STEPS - 1], "…", shown[-1]]
    return f"In turn: {' → '.join(shown)}."


def _has_a_place(value: ReportedValue) -> bool:
    """Whether a reported value belongs among the steps: a figure of a known day that the text
    asserts, and not one of the start, which is of an unknown day before its report."""
    days = value.moment.days
    known = days is not None and days.low is not None and days.low == days.high
    asserted = value.status is Status.ASSERTED and value.phase is not Phase.START
    return known and asserted and value.answer.names_a_figure


def _in_time(value: ReportedValue) -> tuple[date, Decimal, Decimal, str]:
    """The sort key of reported values in order of time."""
    moment = value.moment
    assert moment.days is not None
    assert moment.days.low is not None
    minutes = None if moment.minutes is None else moment.minutes.low
    return moment.days.low, minutes or Decimal(0), moment.progress or Decimal(0), value.claim.id


def _label(
    value: ReportedValue, among: Sequence[ReportedValue], days: Sequence[date | None]
) -> str:
    """The day of a step; with the hour or the share counted, where several steps are of one day."""
    on = _in_time(value)[0]
    known = [day for day in days if day is not None]
    label = short_day(on, known)
    if sum(_in_time(other)[0] == on for other in among) > 1:
        if value.moment.progress is not None:
            return f"{label}, {figure(value.moment.progress)} percent counted"
        label += part_of_day(value.claim.as_of_time)
    return label


def _altered(case: Case) -> str:
    """The sentence on a copy whose figure was altered; empty where there is none."""
    pairs = (case.deciding, *case.pairs)
    altered = (pair for pair in pairs if pair and pair.relation is Relation.ALTERED_COPY)
    if (pair := next(altered, None)) is None:
        return ""
    left, right = (case.reported_value(side).claim for side in (pair.left, pair.right))
    return (
        f"{case.batch.outlet(left)} and {case.batch.outlet(right)} print one sentence with "
        f"{answer(left)} in the one and {answer(right)} in the other: the figure was altered."
    )


def _shared_source(case: Case) -> str:
    """A note that origins which share no text may share a source: an agency, or a speaker."""
    if len(case.origins) < 2:
        return ""
    credited = Counter(agency for origin in case.origins for agency in origin.credits)
    quoted_in: defaultdict[str, set[int]] = defaultdict(set)
    names: dict[str, str] = {}
    for number, origin in enumerate(case.origins):
        for speaker in origin.speakers:
            key = speaker.casefold().removeprefix("the ")
            names.setdefault(key, speaker)
            quoted_in[key].add(number)
    shared = [
        f"credits to {name} in {number} of {len(case.origins)}"
        for name, number in sorted(credited.items())
        if number > 1
    ] + [
        f"{inside(names[key], case.texts)} quoted in {len(numbers)} of {len(case.origins)}"
        for key, numbers in sorted(quoted_in.items())
        if len(numbers) > 1
    ]
    return f"The origins may share a source: {listed(shared)}." if shared else ""


def deciding_pair(
    pairs: Sequence[Pair], verdict: Verdict, gaps: Mapping[tuple[str, str], Decimal]
) -> Pair | None:
    """The pair that shows the verdict best: the one with the widest gap; ties by claim ids."""
    bearing = [pair for pair in pairs if pair.verdict is verdict]

    def rank(pair: Pair) -> tuple[object, ...]:
        # A figure that is withdrawn shows a correction, but no change of the figure.
        withdrawn = pair.relation is Relation.CORRECTED
        return withdrawn, -gaps[pair.left, pair.right], pair.left, pair.right

    return min(bearing, key=rank, default=None)
