"""Whether two days are of one event, and the slots in which two events differ."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import lru_cache

from factcheck.linkage.days import both_longer, gap_in_days
from factcheck.linkage.evidence import Difference
from factcheck.linkage.features import Beside, Features
from factcheck.linkage.model import comparison
from factcheck.linkage.spelling import shared_names


def differing_happenings(left: Features, right: Features) -> Iterator[Difference]:
    """Differences between the events of two days."""
    if is_only_a_limit(left, right):
        yield Difference("bound", "one day is only a limit: until, since, by", hard=True)
    if left.predicate and right.predicate and not of_one_event(left, right):
        yield Difference("predicate", f"“{left.predicate}” here, “{right.predicate}” there")
    if left.measured and right.measured and not shared_names(left.measured, right.measured):
        named = left.measured & left.names and right.measured & right.names
        yield Difference("doer", "different people or bodies act", bool(named))
    if more_than_a_week(left, right):
        yield Difference("weeks", "more than a week apart")
    if dates_another_figure(left, right):
        yield Difference("figures", "each sentence gives another figure", asked=True)
    if left.place and right.place and not shared_names(left.place, right.place):
        yield Difference("place", "different places")


def more_than_a_week(left: Features, right: Features) -> bool:
    """Whether two days are more than a week apart, and known well enough to be those of two events:
    "signed in March" and "in May" may be one, "the 2016 election" and "the 2018 election" are
    two."""
    days, week = (left.claim.when, right.claim.when), comparison().week
    gap = gap_in_days(*days)
    known = left.event_noun or right.event_noun or not both_longer(*days, week)
    return gap is not None and gap > week and known


def dates_another_figure(left: Features, right: Features) -> bool:
    """Whether the sentences of two days give differing figures of one sort: "arrested 22 on Monday
    night", "arrested 57 on Tuesday night" are two nights."""
    ours, theirs = _figures_by_sort(left.beside), _figures_by_sort(right.beside)
    both = ours.keys() & theirs.keys()
    return bool(both) and all(ours[sort].isdisjoint(theirs[sort]) for sort in both)


@lru_cache(maxsize=1 << 9)
def _figures_by_sort(beside: frozenset[Beside]) -> Mapping[tuple[str, ...], set[Decimal]]:
    """The other figures of a sentence, by the counted or measured noun. Cached, since each pair of
    its days asks it."""
    found: defaultdict[tuple[str, ...], set[Decimal]] = defaultdict(set)
    for key, ends in beside:
        found[key] |= {end for end in ends if end is not None}
    return found


def of_one_event(left: Features, right: Features) -> bool:
    """Whether two days are of one predicate, or of two verbs for one sort of event."""
    if left.predicate is None or right.predicate is None:
        return False
    return left.predicate == right.predicate or bool(left.frames & right.frames)


def is_only_a_limit(left: Features, right: Features) -> bool:
    """Whether one of two days only bounds its event: "until Monday"."""
    return left.bound or right.bound
