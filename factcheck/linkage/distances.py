"""Whether two lengths are one extent of one thing, or two distances have one origin."""

from __future__ import annotations

from factcheck.clauses.attributes import AWAY
from factcheck.clauses.distances import one_direction
from factcheck.linkage.features import Features
from factcheck.linkage.spelling import shared_names


def one_origin(left: Features, right: Features) -> bool | None:
    """Whether two distances have one origin; `None` where the texts leave it open.

    A name decides ("the state capital of Hale", "Hale", "Hale, Norland"); a place that one of them
    does not name is known by its noun ("the state capital"). Each of "Hale, Norland" and "Orrin,
    Norland" has a name of its own.
    """
    if not left.origin or not right.origin:
        return None
    if left.origin_names and right.origin_names:
        shared = len(shared_names(left.origin_names, right.origin_names))
        if 0 < shared < min(len(left.origin_names), len(right.origin_names)):
            return None
        return shared > 0
    return True if left.origin & right.origin else None


def swapped(left: Features, right: Features) -> bool:
    """Whether two distances are one way measured from its two ends: "Hale is 9 miles from Orrin"
    and "Orrin, 12 miles from Hale", or "Orrin, 12 miles from here"."""
    if not left.origin_names and not right.origin_names:
        return False
    return any(
        shared_names(one.origin_names, other.measured)
        and (not other.origin or shared_names(other.origin_names, one.measured))
        for one, other in ((left, right), (right, left))
    )


def one_way(left: Features, right: Features) -> bool:
    """Whether two distances have one origin, or are one way measured from its two ends."""
    if not left.origin and not right.origin:
        return False  # as most figures, which are no distances
    return bool(one_origin(left, right)) or swapped(left, right)


def two_ways(left: Features, right: Features) -> bool:
    """Whether two distances differ in direction: 9 miles north and 9 miles west."""
    if left.bearing is None or right.bearing is None:
        return False
    return not one_direction(left.bearing, right.bearing)


def is_one_measure(left: Features, right: Features) -> bool:
    """Whether both figures are one extent, or a distance from one place; then the rest of the
    clause ("hit", "was centred") makes no other question."""
    return one_extent(left, right) is not None or one_way(left, right)


def one_extent(left: Features, right: Features) -> str | None:
    """The extent that both figures give, such as "depth"; `None` for how far away something is."""
    both = left.extents & right.extents
    return min(both - {AWAY}, default=None) if both else None
