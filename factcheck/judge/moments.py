"""As of when the figure of a claim holds, and which of two moments comes later."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from factcheck.interval import Interval, days_between
from factcheck.judge.batch import Batch
from factcheck.kinds import Movement
from factcheck.models import AsOf, Claim
from factcheck.policy import Policy

_CLOCK = re.compile(r"(\d\d):?(\d\d)?(?::\d\d)?(.*)")
# Minutes of a day that a part of it covers, as TIMEX3 names the parts. A night may be that
# before or that after its day, and "midday" a while: each as wide as a reader may take it.
_PARTS = {
    part: Interval(Decimal(first * 60), Decimal(last * 60))
    for part, first, last in (
        ("MO", 0, 11), ("MI", 11, 14), ("AF", 12, 17), ("EV", 17, 23), ("NI", 18, 23),
        ("DT", 6, 20),
    )
}  # fmt: skip


def minutes_of(claim: Claim) -> Decimal | None:
    """The minute of its day from which a figure holds; `None` where no hour is stated."""
    minutes, _ = _minutes(claim.as_of_time)
    return None if minutes is None else minutes.low


@dataclass(frozen=True)
class Moment:
    """The time as of which a figure holds: its days, `by` which words, and the minutes of the day
    if stated.

    `progress` is how much of a count was done by then, in percent; `zone` the zone of the clock.
    """

    days: Interval[date] | None = None
    by: AsOf | None = None
    minutes: Interval[Decimal] | None = None
    zone: str = ""
    progress: Decimal | None = None

    @property
    def is_stated(self) -> bool:
        """Whether the text dates the figure itself, and not only the statement or the print."""
        return self.by in (AsOf.TOLD, AsOf.STATE)

    def precedes(self, other: Moment, policy: Policy) -> bool:
        """Whether the other moment is later: by the days of the policy, by the clock of one day, or
        by the progress of the count."""
        if None not in (self.progress, other.progress) and self.progress != other.progress:
            return (self.progress or 0) < (other.progress or 0)
        if self.days is None or other.days is None:
            return False
        if self.days.precedes(other.days):
            return days_between(self.days, other.days) >= policy.later_days
        if self.minutes is None or other.minutes is None or self._elsewhere(other):
            return False
        return self.days == other.days and self.minutes.precedes(other.minutes)

    def _elsewhere(self, other: Moment) -> bool:
        """Whether the two clocks are of different zones; one without a zone shows local time."""
        return bool(self.zone and other.zone and self.zone != other.zone)

    def is_the_day_of(self, other: Moment) -> bool:
        """Whether the texts themselves date both figures to one day."""
        return (
            self.is_stated and other.is_stated and self.days is not None and self.days == other.days
        )


def moment_of(claim: Claim, movement: Movement, batch: Batch) -> Moment:
    """The moment of a claim: as its text says, else the day of print.

    A crowd is as large as it was at its event: "on Tuesday, some 900 set out" is a size of Tuesday,
    whenever it is said. A toll of Tuesday's fire is counted later.
    """
    minutes, zone = _minutes(claim.as_of_time)
    days = batch.counted_on(claim)
    stated = claim.as_of_by in (AsOf.TOLD, AsOf.STATE)
    if movement is Movement.MOVING and claim.question.dated and claim.when and not stated:
        days = claim.when.days() or days
    return Moment(days, claim.as_of_by, minutes, zone, claim.progress)


def _minutes(time: str | None) -> tuple[Interval[Decimal] | None, str]:
    """The minutes of the day that a time stands for, and its zone: "22:40 GMT", "night"."""
    if time is None or time in _PARTS:
        return _PARTS.get(time or ""), ""
    clock = _CLOCK.fullmatch(time)
    if clock is None:
        return None, ""
    minutes = int(clock[1]) * 60 + int(clock[2] or 0)
    return Interval.point(Decimal(minutes)), clock[3].strip()


def with_times_of_first_print(claims: Iterable[Claim], batch: Batch) -> list[Claim]:
    """The claims, where each sentence that several articles print gets the times of its first
    print.

    "They sail on Thursday", quoted on Wednesday and again in Friday's paper, is one Thursday: a
    sentence says on which days it was written, not on which it is read.
    """
    by_statement: defaultdict[tuple[object, ...], list[Claim]] = defaultdict(list)
    listed = list(claims)
    if len(listed) == 1:
        return listed
    for claim in listed:
        by_statement[_statement_key(claim, batch)].append(claim)
    firsts = {
        key: min(alike, key=lambda one: _printed(one, batch)) for key, alike in by_statement.items()
    }
    found = []
    for claim in listed:
        first = firsts[_statement_key(claim, batch)]
        if first is not claim and _printed(first, batch)[0] < _printed(claim, batch)[0]:
            times = {
                "when": first.when, "as_of": batch.period_of(first), "as_of_by": first.as_of_by,
                "as_of_time": first.as_of_time, "reference": first.reference,
            }  # fmt: skip
            claim = claim.model_copy(update=times)
        found.append(claim)
    return found


def _statement_key(claim: Claim, batch: Batch) -> tuple[object, ...]:
    """The key of a claim by its sentence: equal for the same claim of a sentence printed
    elsewhere."""
    sentence = claim.sentence.of(batch.articles[claim.article_id].part(claim.part))
    place = claim.span.start - claim.sentence.start
    return sentence.strip("\"“”'‘’ "), place, claim.kind, claim.quantity


def _printed(claim: Claim, batch: Batch) -> tuple[date, str]:
    """The sort key of a claim by its day of print."""
    return batch.articles[claim.article_id].published or date.max, claim.id
