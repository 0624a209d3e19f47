"""Phrases that all views of a group share: its reasons, and the course of time."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import cache

from factcheck.decisions import Ruling
from factcheck.judge.decided import in_words as decision_in_words
from factcheck.judge.moments import minutes_of
from factcheck.judge.phrasing import listed, part_of_day
from factcheck.judge.speaking import inside
from factcheck.kinds import installed_kinds
from factcheck.models import Article, Claim, Phase
from factcheck.results import Group, Pair, Position, Relation, Verdict

# Not strftime: its names follow the locale, and the report speaks English.
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
PHASES = {Phase.START: "at first", Phase.LATER: "later"}
_WEIGHT = re.compile(r" \(([+-])\d+\.\d\)$")  # in bits, which no desk counts in
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_MENTION = "both mention "


def heading_of(group: Group) -> str:
    """The heading of a group: its label. That of a possible agreement is what its claims share,
    since the words of one may not be those of another: "day: Monday 29 December 2014, perhaps of
    different things"."""
    if not group.unsure:
        return group.label
    answers = " / ".join(position.answer for position in without_restated(group))
    return f"{kind_in_words(group.kind)}: {answers}, perhaps of different things"


def kind_in_words(kind: str) -> str:
    """The label of a kind: "number of people killed"; its name with spaces where no kind of that
    name is installed."""
    return _labels().get(kind, kind.replace("_", " "))


@cache
def _labels() -> Mapping[str, str]:
    """The labels of all installed kinds, by name."""
    return {kind.name: kind.data.label for kind in installed_kinds()}


def short_day(day: date) -> str:
    """A day in short: "27 Dec 2023"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def day_of(position: Position, group: Group) -> str:
    """The day of a position in short; with the hour or part of the day that its texts state where
    another position of the group is of the same day: "27 Dec 2023, 14:00". Empty without a day."""
    day = position.as_of
    if day is None:
        return ""
    alone = sum(other.as_of == day for other in group.positions) < 2
    return short_day(day) if alone else f"{short_day(day)}{_hour_of(position, group)}"


def _hour_of(position: Position, group: Group) -> str:
    """The first hour or part of its day as of which a position is given: ", 14:00"."""
    stated = [
        (minutes, claim.as_of_time)
        for claim in group.claims
        if claim.id in position.claims
        and (claim.as_of is None or claim.as_of.start == position.as_of)
        and (minutes := minutes_of(claim)) is not None
    ]
    hour = part_of_day(min(stated)[1]) if stated else ""
    return f",{hour}" if hour else ""


def phase_of(position: Position, group: Group) -> Phase | None:
    """The phase that the texts give a position: the first figure, or a later one than another of
    the group; else `None`."""
    stated = (pair for pair in group.pairs if pair.relation is Relation.TOLD_CHANGE)
    changed = any({pair.left, pair.right} & {*position.claims} for pair in stated)
    phases = (claim.phase for claim in group.claims if claim.id in position.claims)
    return next((p for p in phases if p is Phase.START or (p is not None and changed)), None)


def restates(claim: Claim, other: Claim) -> bool:
    """Whether a claim restates another in another unit: "30 kilometres [(19 miles)]"."""
    same = (claim.article_id, claim.part) == (other.article_id, other.part)
    return same and claim.restates is not None and claim.restates.overlaps(other.span)


def without_restated(group: Group) -> tuple[Position, ...]:
    """The positions of a group in which nothing is contradicted, without those that only give
    another one in another unit: "2,000 acres [(800 hectares)]" are no two steps."""
    claims = {claim.id: claim for claim in group.claims}

    def restated(position: Position) -> bool:
        """Whether all claims of a position restate one of another position."""
        own = [claims[name] for name in position.claims if name in claims]
        others = [claim for name, claim in claims.items() if name not in position.claims]
        return bool(own) and all(any(restates(c, other) for other in others) for c in own)

    return tuple(position for position in group.positions if not restated(position))


def in_time(positions: Iterable[Position], group: Group) -> list[Position]:
    """The positions in order of time: as decided, or else those stated as first, by day and hour,
    those stated as later."""

    def when(position: Position) -> tuple[bool, date, Decimal, bool]:
        """The sort key of positions in time: those stated as first, then by day and hour, last
        those stated as later."""
        phase = phase_of(position, group)
        day = position.as_of or date.min
        minutes = (minutes_of(c) for c in group.claims if c.id in position.claims)
        hour = min((m for m in minutes if m is not None), default=Decimal(0))
        return phase is not Phase.START, day, hour, phase is Phase.LATER

    listed = sorted(positions, key=when)
    names = {claim.id: claim.name for claim in group.claims}
    for decision in group.decisions:
        if decision.ruling is Ruling.EARLIER:
            place = {name: at for at, name in enumerate(decision.claims)}
            held = [[place[n] for c in p.claims if (n := names.get(c)) in place] for p in listed]
            if all(held):
                return [
                    p for _, p in sorted(zip(held, listed, strict=True), key=lambda one: one[0])
                ]
    return listed


def outlets_that_state(pair: Pair, group: Group) -> list[str]:
    """The outlets that state the change between the two figures of `pair` themselves."""
    held = {claim: position for position in group.positions for claim in position.claims}
    left, right = held.get(pair.left), held.get(pair.right)
    if pair.relation is not Relation.TOLD_CHANGE or left is None or right is None:
        return []
    return [outlet for outlet in left.publishers if outlet in right.publishers]


def reasons(group: Group) -> Iterable[str]:
    """Sentences on which answers contradict each other and why, and on how the figure changed.

    `Group.explanation` says the same in prose, but names every position and quote once more.
    """
    held = {claim: position for position in group.positions for claim in position.claims}
    competing: list[str] = []
    changes: list[str] = []
    for pair in group.pairs:
        left, right = held.get(pair.left), held.get(pair.right)
        if left is None or right is None:  # a figure that its text withdraws is no position
            continue
        if pair.verdict is Verdict.CONFLICT:
            competing += [left.answer, right.answer]
        if outlets := outlets_that_state(pair, group):
            steps = " → ".join(p.answer for p in in_time((left, right), group))
            changes.append(f"{steps} ({listed(outlets)})")
    reason = next(
        (p.reason for p in group.pairs if {p.left, p.right} == set(group.deciding)),
        group.explanation,
    )
    rivalling = [position for position in group.positions if position.answer in competing]
    answers = [position.answer for position in rivalling]
    if len(answers) > 2:  # the reason is that of two of them
        yield f"Why: {listed(answers)} cannot all be right."
    else:
        yield f"Why: {reason.rstrip('.')}."
        if len(group.positions) > 2 and not all(answer in reason for answer in answers):
            yield f"Contradict each other: {listed(answers)}."
    if odd := odd_one_out(rivalling):
        yield odd
    if changes:
        yield f"Reported as a change: {'; '.join(dict.fromkeys(changes))}."
    yield from decided(group)


def odd_one_out(competing: Sequence[Position]) -> str:
    """A note where one origin stands against several, "Odd one out: the Gazette, Wednesday; two
    others say Monday."; "" elsewhere."""
    alone = [position for position in competing if position.origins == 1]
    others = [position for position in competing if position.origins > 1]
    if len(alone) != 1 or len(others) != 1:
        return ""
    odd, many = alone[0], others[0]
    against = [outlet for outlet in many.publishers if outlet not in odd.publishers]
    if len(against) < 2:
        return ""
    others_say = f"{in_words(len(against))} others say {many.answer}"
    return f"Odd one out: {listed(odd.publishers)}, {odd.answer}; {others_say}."


def in_words(number: int) -> str:
    """A number in the style of papers: "two", "12"."""
    return _NUMBERS[number] if number < len(_NUMBERS) else str(number)


def decided(group: Group) -> Iterable[str]:
    """The decisions of an editor, or a program, on claims of a group, each in a sentence."""
    return (decision_in_words(decision, group.claims) for decision in group.decisions)


def sureness(group: Group) -> str:
    """A sentence on how sure it is that the claims answer one question, and why: "Same question:
    likely (both count child)."."""
    tie = group.weakest_link
    for_it = [] if tie is None else [r for r in tie.reasons if not _against(r)]
    named = [*_merged(dict.fromkeys(_WEIGHT.sub("", r) for r in for_it))]
    because = f" ({'; '.join(named)})" if named else ""
    return f"Same question: {group.confidence.value}{because}."


def _merged(reasons: Iterable[str]) -> Iterator[str]:
    """The reasons, with the words that both sentences mention merged into one of them."""
    every = list(reasons)
    words = [w for r in every if r.startswith(_MENTION) for w in r[len(_MENTION) :].split(", ")]
    for reason in every:
        if not reason.startswith(_MENTION):
            yield reason
        elif words:
            yield _MENTION + listed(list(dict.fromkeys(words)))
            words = []


def _against(reason: str) -> bool:
    """Whether a reason speaks against the link, or only counts others: "… 4 in all"."""
    weight = _WEIGHT.search(reason)
    return reason.startswith("…") or (weight is not None and weight[1] == "-")


def speakers(position: Position, group: Group, articles: Mapping[str, Article]) -> str:
    """The speakers quoted for a position, as inside a sentence: "the county, police and Ines
    Roth"."""
    texts = [articles[c.article_id].text for c in group.claims if c.article_id in articles]
    return listed([inside(speaker, texts) for speaker in position.speakers])
