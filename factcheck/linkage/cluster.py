"""Claims to clusters: average-link agglomeration that never joins what was vetoed.

Single-link chains (A is like B, B is like C); complete-link drops a claim for one feature the
text left out. Average-link with a veto does neither, and the weakest tie of each cluster is
kept to be shown.
"""

from __future__ import annotations

import heapq
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from textwrap import shorten

from factcheck.findings import Cluster, Link
from factcheck.kinds import EventDate, EventTime, Kind
from factcheck.linkage.block import stories
from factcheck.linkage.compare import compare
from factcheck.linkage.division import divided
from factcheck.linkage.evidence import Evidence
from factcheck.linkage.features import Features, features
from factcheck.linkage.rivals import against_rivals
from factcheck.linkage.weights import LinkWeights
from factcheck.models import Article, Claim, Part

_LABEL = 70  # characters of a clause that stand for the event in a label


def linked(
    articles: Sequence[Article],
    claims: Sequence[Claim],
    kinds: Sequence[Kind],
    weights: LinkWeights,
) -> tuple[Cluster, ...]:
    """The clusters of claims that answer one question, in the order of their first claims.

    An article that repeats another word for word brings no evidence: its claims go where those
    of the first go. Nothing depends on the order of the articles but the order of the result.
    """
    by_name = {kind.name: kind for kind in kinds}
    originals = _originals(articles)
    distinct = [a for a in sorted(articles, key=lambda a: a.id) if originals[a.id] == a.id]
    ranks = {article.id: rank for rank, article in enumerate(distinct)}
    compared = sorted(
        (claim for claim in claims if claim.article_id in ranks),
        key=lambda claim: (ranks[claim.article_id], claim.span.start, claim.id),
    )
    made, words = features(distinct, compared, by_name)
    order = {claim.id: at for at, claim in enumerate(claims)}
    twins = _twins(claims, originals)
    company = Counter(claim.article_id for claim in compared)
    found: list[Cluster] = []
    for part in (part for block in _blocks(distinct, made) for part in divided(block)):
        ties: dict[tuple[int, int], Evidence] = {}
        rivals = len(part.members) / len({one.claim.article_id for one in part.members})
        for at, left in enumerate(part.members):
            for right in part.members[at + 1 :]:
                ties[left.position, right.position] = compare(left, right, words, weights, rivals)
        ties = against_rivals(part.members, ties, company, weights)
        for members in agglomerate([one.position for one in part.members], _bits(ties)):
            joined = [made[i] for i in members]
            told = [one.claim for i in members for one in part.followers[i]]
            whole = [claim for one in told for claim in twins[_place(one, originals)]]
            whole.sort(key=lambda claim: order[claim.id])
            found.append(_cluster(whole, joined, ties, by_name))
    return tuple(sorted(found, key=lambda cluster: order[cluster.claims[0].id]))


def _originals(articles: Sequence[Article]) -> dict[str, str]:
    """For each article the id of the first one, by id, that has its words and day."""
    first: dict[tuple[object, ...], str] = {}
    found: dict[str, str] = {}
    for article in sorted(articles, key=lambda a: a.id):
        key = (article.text, article.title, article.published, article.language, article.country)
        found[article.id] = first.setdefault(key, article.id)
    return found


def _place(claim: Claim, originals: Mapping[str, str]) -> tuple[str, Part, int, int, str]:
    return originals[claim.article_id], claim.part, claim.span.start, claim.span.end, claim.kind


def _twins(
    claims: Sequence[Claim], originals: Mapping[str, str]
) -> dict[tuple[str, Part, int, int, str], list[Claim]]:
    """The claims that stand at one place of one text, whoever prints it."""
    found: dict[tuple[str, Part, int, int, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        found[_place(claim, originals)].append(claim)
    return found


def _blocks(articles: Sequence[Article], made: Sequence[Features]) -> Iterable[list[Features]]:
    """Claims that may meet: of one family, from articles that tell one story."""
    story = stories(articles)
    blocks: dict[tuple[object, ...], list[Features]] = defaultdict(list)
    for one in made:
        blocks[(story[one.claim.article_id], *one.family)].append(one)
    return blocks.values()


def _bits(ties: Mapping[tuple[int, int], Evidence]) -> dict[tuple[int, int], float]:
    return {pair: evidence.bits for pair, evidence in ties.items()}


def agglomerate(
    items: Sequence[int], bits: Mapping[tuple[int, int], float]
) -> list[tuple[int, ...]]:
    """Clusters of `items`, each in order: the pair of clusters with the highest mean is joined
    first, as long as the mean is above 0. `bits` is keyed by ordered pairs of items.

    Ties are broken by the items, so the result does not depend on the order of anything.
    """
    members: dict[int, tuple[int, ...]] = {item: (item,) for item in items}
    total: dict[tuple[int, int], float] = {
        (min(pair), max(pair)): value for pair, value in bits.items()
    }
    queue = [(-value, a, b) for (a, b), value in total.items() if value > 0]
    heapq.heapify(queue)
    while queue:
        negative, a, b = heapq.heappop(queue)
        if a not in members or b not in members:
            continue
        mean = total[a, b] / (len(members[a]) * len(members[b]))
        if mean != -negative:
            continue
        members[a] = tuple(sorted(members[a] + members.pop(b)))
        for other in members:
            if other == a:
                continue
            joined = total.get((min(a, other), max(a, other)), 0.0) + total.get(
                (min(b, other), max(b, other)), 0.0
            )
            total[min(a, other), max(a, other)] = joined
            mean = joined / (len(members[a]) * len(members[other]))
            if mean > 0:
                heapq.heappush(queue, (-mean, min(a, other), max(a, other)))
    return sorted(members.values())


def _cluster(
    claims: Sequence[Claim],
    members: Sequence[Features],
    ties: Mapping[tuple[int, int], Evidence],
    kinds: Mapping[str, Kind],
) -> Cluster:
    weakest: tuple[float, Claim, Claim, Evidence] | None = None
    for i, left in enumerate(members):
        for right in members[i + 1 :]:
            evidence = ties[left.position, right.position]
            if weakest is None or evidence.bits < weakest[0]:
                weakest = (evidence.bits, left.claim, right.claim, evidence)
    # By those compared, not by those that print them again: a reprint is no vote.
    kind = _kind_of([one.claim.kind for one in members], kinds)
    return Cluster(
        id=claims[0].id,
        label=_label([one.claim for one in members], kinds.get(kind)),
        kind=kind,
        claims=tuple(claims),
        weakest_link=None
        if weakest is None
        else Link(
            left=weakest[1].id,
            right=weakest[2].id,
            weight=round(weakest[0], 1),
            reasons=weakest[3].reasons,
        ),
    )


def _kind_of(names: Sequence[str], kinds: Mapping[str, Kind]) -> str:
    """The commonest kind of a group, a special one rather than a plain one."""
    special = [name for name in names if name in kinds and kinds[name].data.frames]
    return _commonest(special or names)


def _commonest(values: Iterable[str]) -> str:
    counted = Counter(values)
    return max(counted, key=lambda value: (counted[value], value))


def _label(claims: Sequence[Claim], kind: Kind | None) -> str:
    """The question in words: what the kind is called, and of whom or what."""
    base = kind.data.label if kind else claims[0].kind
    first = claims[0]
    if isinstance(first, EventDate | EventTime):
        told = shorten(first.subject or "", _LABEL, placeholder=" …")
        return f"{base}: {told}" if told else base
    subjects = [claim.subject for claim in claims if claim.subject]
    if kind is not None and kind.data.frames:
        return base
    return f"{base}: {_commonest(subjects)}" if subjects else base
