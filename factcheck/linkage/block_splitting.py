"""Block splitting: divide blocks too large to compare all pairs of claims.

Pairs grow with the square of a block. A block of up to a few hundred claims, a few dozen of them
from one article, is compared in full. In a larger one, claims that say the same in the same
words are represented by one of them, and the rest is divided by the keys that claims on one
question most often share.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from factcheck.linkage.features import Features
from factcheck.linkage.model import blocking

# From the general to the particular. The figure is not among them: claims that differ in their
# figures are what a conflict is made of.
_KEYS: tuple[Callable[[Features], object], ...] = (
    lambda one: one.claim.kind,
    lambda one: "people" if one.generic else one.head,
    lambda one: one.measured_head,
    lambda one: one.predicate,
    lambda one: one.place,
)


@dataclass(frozen=True, slots=True)
class SubBlock:
    """Claims to be compared in all pairs, and those represented by one of them.

    `followers` holds, by the position of a member, the claims that say the same, itself first.
    """

    members: tuple[Features, ...]
    followers: Mapping[int, Sequence[Features]]


def split_block(block: Sequence[Features]) -> Iterator[SubBlock]:
    """The parts of a block, none of more than `largest_block` members or `most_of_article` of
    one article; a block no larger than that is its own only part.

    Depends on the claims and their order alone, so two runs divide alike.
    """
    if _is_small(block):
        yield SubBlock(tuple(block), {one.position: (one,) for one in block})
        return
    followers: dict[int, list[Features]] = {}
    first: dict[tuple[object, ...], int] = {}
    members: list[Features] = []
    for one, statement in zip(block, _statements(block), strict=True):
        leader = first.setdefault(statement, one.position)
        followers.setdefault(leader, []).append(one)
        if leader == one.position:
            members.append(one)
    for part in _split(members, _KEYS):
        yield SubBlock(tuple(part), {one.position: followers[one.position] for one in part})


def _is_small(block: Sequence[Features]) -> bool:
    """Whether each claim of a block can be compared with each other one."""
    bounds, given = blocking(), Counter(one.claim.article_id for one in block)
    most = max(given.values(), default=0)
    return len(block) <= bounds.largest_block and most <= bounds.most_of_article


def _statements(block: Sequence[Features]) -> Iterator[tuple[object, ...]]:
    """For each claim a key of what it says and how, equal for claims that one can represent.

    Two figures of one sentence answer two questions, so the second of a sentence never follows the
    representative of the first.
    """
    seen: defaultdict[tuple[object, ...], int] = defaultdict(int)
    for one in block:
        claim = one.claim
        statement = (
            claim.kind, claim.question, one.answer, one.day, claim.phase, claim.status,
            claim.scope, claim.change, claim.restates is None, claim.part_of is None,
        )  # fmt: skip
        sentence = (claim.article_id, claim.part, claim.sentence.start, statement)
        yield (*statement, seen[sentence])
        seen[sentence] += 1


def _split(
    block: Sequence[Features], keys: Sequence[Callable[[Features], object]]
) -> Iterator[Sequence[Features]]:
    """Divide a block by the first key, each part that is still too large by the next, and cut into
    pieces what no key divides."""
    if _is_small(block):
        yield block
        return
    if not keys:
        yield from _cut(block)
        return
    alike: defaultdict[object, list[Features]] = defaultdict(list)
    for one in block:
        alike[keys[0](one)].append(one)
    for part in alike.values():
        yield from _split(part, keys[1:])


def _cut(block: Sequence[Features]) -> Iterator[Sequence[Features]]:
    """Consecutive pieces of a block, each as long as allowed."""
    part: list[Features] = []
    bounds, given = blocking(), Counter[str]()
    for one in block:
        article = one.claim.article_id
        if len(part) == bounds.largest_block or given[article] == bounds.largest_table:
            yield part
            part, given = [], Counter()
        part.append(one)
        given[article] += 1
    yield part
