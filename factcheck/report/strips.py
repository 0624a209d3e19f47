"""The data of charts: each position of a group on one line, and its course over time.

A position is drawn by its asserted interval: a stretch for a hedge or a range, an open end for a
bound. The constants are those of the judge, so that the picture shows what the verdict follows
from.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from factcheck.answers.comparable import ComparableAnswer, answer_of
from factcheck.answers.units import Scale, scale_of
from factcheck.judge.phrasing import answer as in_words
from factcheck.models import Claim, Phase
from factcheck.policy import Policy
from factcheck.report.wording import in_time, outlets_that_state, phase_of
from factcheck.results import Group, Position, Relation

_MOVES = frozenset({Relation.LATER_COUNT, Relation.PRELIMINARY})
_DAY = 24 * 60 * 60 * 1000  # milliseconds, the unit of a chart's time
_FIRST_DAY = date(1970, 1, 1).toordinal()


class Axis(StrEnum):
    """The scale of a strip."""

    FIGURES = "figures"
    DAYS = "days"
    CLOCK = "clock"


@dataclass(frozen=True)
class Row:
    """One position on the line.

    `low` and `high` are the ends of its asserted interval, `None` where it is unbounded, and `at`
    is the value it names: where its dots stand, one for each of `origins` and a faint one for each
    of `copies`. `index` is the place of the position in its group.
    """

    index: int
    answer: str
    low: float | None
    high: float | None
    at: float
    origins: int
    copies: int


@dataclass(frozen=True)
class Strip:
    """The positions of a group that can be compared on one line; `unit` is that of the figures."""

    axis: Axis
    unit: str
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class PlottedMoment:
    """One position in time: `day` is its day in milliseconds, `step` its place in order."""

    row: Row
    step: str
    day: float | None


@dataclass(frozen=True)
class Course:
    """The course of a figure: its moments in order, and the changes from one to a later one."""

    unit: str
    moments: tuple[PlottedMoment, ...]
    moves: tuple[tuple[PlottedMoment, PlottedMoment], ...]


def strip_of(group: Group) -> Strip | None:
    """The positions on one line; `None` where fewer than two have a place on the same line.

    A date without a year has no place, nor have figures beyond what a chart can hold; of dollars
    and pesos only the first position's currency is drawn.
    """
    claims = {claim.id: claim for claim in group.claims}
    drawn: list[Row] = []
    line: tuple[str, ...] | None = None
    scale, unit = Scale(()), ""
    for index, position in enumerate(group.positions):
        claim = _speaking(position, claims)
        given = None if claim is None else answer_of(claim, Policy())
        if claim is None or given is None or given.partial:
            continue
        if line is None:
            line = given.key
            if claim.quantity is not None:
                scale, unit = scale_of(claim.quantity), claim.quantity.unit or ""
        row = _row(index, position, given, scale, claims) if given.key == line else None
        if row is not None:
            drawn.append(row)
    if line is None or len(drawn) < 2:
        return None
    return Strip(_axis(line), unit, tuple(drawn))


def course_of(group: Group) -> Course | None:
    """The course of a figure, by one outlet's words or by later counts; `None` if it did not
    change."""
    strip = strip_of(group)
    if strip is None or strip.axis is not Axis.FIGURES:
        return None
    rows = {group.positions[row.index].answer: row for row in strip.rows}
    order = [position for position in in_time(group.positions, group) if position.answer in rows]
    moments = [_moment(position, rows[position.answer], group) for position in order]
    edges = _moves(group, order)
    if not edges:
        return None
    moves = [
        (moments[left], moments[right])
        for left, right in sorted(edges)
        # From the first count to the third by way of the second: two strokes, not three.
        if not any((left, via) in edges and (via, right) in edges for via in range(left, right))
    ]
    return Course(strip.unit, tuple(moments), tuple(moves))


def _speaking(position: Position, claims: Mapping[str, Claim]) -> Claim | None:
    """The claim in whose words the position is given."""
    held = [claims[name] for name in position.claims if name in claims]
    return next((c for c in held if in_words(c) == position.answer), held[0] if held else None)


def _axis(key: tuple[str, ...]) -> Axis:
    """The axis for answers with this key."""
    return {"date": Axis.DAYS, "clock": Axis.CLOCK}.get(key[0], Axis.FIGURES)


def _row(
    index: int,
    position: Position,
    given: ComparableAnswer,
    scale: Scale,
    claims: Mapping[str, Claim],
) -> Row | None:
    """The row of one position on a strip, its ends in the units of the axis; `None` where it has no
    finite place there."""

    def place(value: Decimal | None, after: int = 0) -> float | None:
        """An end of an answer on the axis; `after` adds the day that a last day takes."""
        if value is None:
            return None
        if _axis(given.key) is Axis.DAYS:  # a day lasts until the next one begins
            return float((value + after - _FIRST_DAY) * _DAY)
        return float((value - scale.offset) / scale.factor)

    low, high = place(given.asserted.low), place(given.asserted.high, after=1)
    named = [place(given.named[0]), place(given.named[1], after=1)]
    ends = [end for end in named if end is not None]
    if not ends or not all(math.isfinite(end) for end in (*ends, low or 0, high or 0)):
        return None
    printed = {claims[name].article_id for name in position.claims if name in claims}
    return Row(
        index=index,
        answer=position.answer,
        low=low,
        high=high,
        at=sum(ends) / len(ends),
        origins=position.origins,
        copies=max(0, len(printed) - position.origins),
    )


def _moment(position: Position, row: Row, group: Group) -> PlottedMoment:
    """The moment of a row on the time line: a day, or the step "at first" or "later"."""
    phase, day = phase_of(position, group), position.as_of
    if phase is None and day is not None:
        when = float((day.toordinal() - _FIRST_DAY) * _DAY)
        return PlottedMoment(row, day.isoformat(), when)
    return PlottedMoment(row, "at first" if phase is Phase.START else "later", None)


def _moves(group: Group, order: list[Position]) -> set[tuple[int, int]]:
    """The pairs of positions, by their indices in `order`, between which the figure changed."""
    place = {claim: step for step, position in enumerate(order) for claim in position.claims}

    def found() -> Iterator[tuple[int, int]]:
        """The places of two positions for each pair of claims that a later count or a stated change
        connects."""
        for pair in group.pairs:
            moved = pair.relation in _MOVES or outlets_that_state(pair, group)
            if moved and pair.left in place and pair.right in place:
                left, right = sorted((place[pair.left], place[pair.right]))
                if left != right:
                    yield left, right

    return set(found())
