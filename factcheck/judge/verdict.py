"""The verdict of a group from the pairs of its reported values."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from factcheck.judge.context import GroupContext
from factcheck.judge.relations import relate
from factcheck.judge.reported import ReportedValue
from factcheck.results import Pair, Verdict

# The first of these that any pair bears is the group's: a contradiction that nothing explains
# outweighs a change that is stated, and a change that is stated explains a difference of reading.
_GRAVEST_FIRST = (
    Verdict.CONFLICT,
    Verdict.UPDATE,
    Verdict.TENSION,
    Verdict.COMPATIBLE,
    Verdict.AGREE,
)
# What even one story can do with itself.
_ALONE = (Verdict.CONFLICT, Verdict.UPDATE)


def pairs_of(values: Sequence[ReportedValue], context: GroupContext) -> tuple[Pair, ...]:
    """Relate each reported value of a group to each other one."""
    return tuple(relate(left, right, context) for left, right in combinations(values, 2))


def verdict_of(pairs: Sequence[Pair], stories: int) -> Verdict:
    """The verdict of a group, given its pairs and the number of different stories of its claims.

    A story that is printed twice word for word is one. The verdict is `single` for one story,
    unless it contradicts or corrects itself.
    """
    borne = {pair.verdict for pair in pairs}
    verdict = next((v for v in _GRAVEST_FIRST if v in borne), Verdict.AGREE)
    return Verdict.SINGLE if stories < 2 and verdict not in _ALONE else verdict
