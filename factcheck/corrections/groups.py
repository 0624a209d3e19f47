"""Apply decisions on questions: join and divide clusters as an editor decided.

Claims that no decision names stay where linking put them. Where a cluster is divided, each of its
other claims goes with the side that prints its words, else with the one that gives its answer,
else with the one whose question is most alike.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from factcheck.corrections.resolution import ResolvedCorrections
from factcheck.decisions import Decision, Ruling
from factcheck.judge.decided import credited
from factcheck.kinds import AnyClaim, EventTime, Kind
from factcheck.linkage.cluster import Linked
from factcheck.linkage.labels import label_of
from factcheck.models import Article, Claim
from factcheck.naming import printed_words
from factcheck.results import Cluster, Confidence, Link, Possible


def regrouped(
    links: Linked,
    decided: ResolvedCorrections,
    claims: Sequence[Claim],
    articles: Sequence[Article],
    kinds: Sequence[Kind],
) -> Linked:
    """The clusters as decided, in the order of their first claims, and the possible questions that
    no decision answers."""
    if not any(decided.of(Ruling.SAME, Ruling.EARLIER, Ruling.DIFFERENT)):
        return links
    order = {claim.id: at for at, claim in enumerate(claims)}
    texts = {article.id: article for article in articles}
    by_name = {kind.name: kind for kind in kinds}
    found: list[Cluster] = []
    for before in _joined(links.clusters, decided):
        every = [claim for one in before for claim in one.claims]
        home = {claim.id: at for at, one in enumerate(before) for claim in one.claims}
        pieces = _divided(every, home, decided)
        if len(before) == len(pieces) == 1:
            found.append(_confirmed(before[0], decided))
            continue
        for piece in pieces:
            piece.sort(key=lambda claim: order[claim.id])
            found.append(_cluster(piece, before, decided, by_name, texts))
    found.sort(key=lambda cluster: order[cluster.claims[0].id])
    left = list(_still_open(links, found, decided))
    return Linked(tuple(found), tuple(one for one, _ in left), tuple(score for _, score in left))


def _joined(clusters: Sequence[Cluster], decided: ResolvedCorrections) -> Iterable[list[Cluster]]:
    """The clusters, where those with claims that were decided to answer one question are
    grouped."""
    parent = list(range(len(clusters)))
    first: dict[str, int] = {}
    for at, cluster in enumerate(clusters):
        for claim in filter(decided.ties, cluster.claims):
            home = first.setdefault(decided.root(claim), at)
            here, there = _root(parent, at), _root(parent, home)
            parent[max(here, there)] = min(here, there)
    together: defaultdict[int, list[Cluster]] = defaultdict(list)
    for at, cluster in enumerate(clusters):
        together[_root(parent, at)].append(cluster)
    return together.values()


def _divided(
    claims: Sequence[Claim], home: Mapping[str, int], decided: ResolvedCorrections
) -> list[list[Claim]]:
    """The claims of one cluster, divided into as many pieces as decisions require."""
    units: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        units[decided.root(claim)].append(claim)
    marked = decided.at_odds(claims)
    if not marked:
        return [list(claims)]
    pieces: list[list[Claim]] = []

    def turn(unit: Sequence[Claim]) -> tuple[object, ...]:
        """The sort key of units: those that were decided on first, which make the pieces; then by
        name, so that the order of the articles changes nothing."""
        return decided.root(unit[0]) not in marked, min((claim.name, claim.id) for claim in unit)

    for unit in sorted(units.values(), key=turn):
        free = [piece for piece in pieces if not decided.at_odds([unit[0], *piece])]
        if free:
            max(free, key=lambda piece: _likeness(unit, piece, home)).extend(unit)
        else:
            pieces.append(list(unit))
    return pieces


def _likeness(
    unit: Sequence[Claim], piece: Sequence[Claim], home: Mapping[str, int]
) -> tuple[bool, bool, bool, float]:
    """The similarity of two sets of claims, by their best pair: the same words, one group before,
    the same answer, shared words."""
    return max(
        (
            printed_words(one.name) == printed_words(other.name),
            home[one.id] == home[other.id],
            _answer(one) == _answer(other),
            _shared(one, other),
        )
        for one in unit
        for other in piece
    )


def _answer(claim: Claim) -> tuple[object, ...]:
    """The answer of a claim, whatever its hedge."""
    quantity = claim.quantity
    if quantity is not None:
        return quantity.low, quantity.high, quantity.unit, quantity.per
    return claim.when, claim.clock if isinstance(claim, EventTime) else None


def _shared(one: Claim, other: Claim) -> float:
    """The share of their words that two questions have in common."""
    here, there = _words(one), _words(other)
    return len(here & there) / max(1, len(here | there))


def _words(claim: Claim) -> set[str]:
    """All words of a claim's question."""
    asked = claim.question
    single = (asked.head, asked.predicate, asked.body)
    lists = (asked.modifiers, asked.measured, asked.names, asked.place, asked.clause)
    return {word for word in single if word} | {word for words in lists for word in words}


def _confirmed(cluster: Cluster, decided: ResolvedCorrections) -> Cluster:
    """The cluster, with a higher confidence where a decision ties its answers."""
    by = _decided_confidence(cluster.claims, decided)
    if by is None:
        return cluster
    confidence, link = by
    return cluster.model_copy(update={"confidence": confidence, "weakest_link": link})


def _cluster(
    claims: Sequence[Claim],
    before: Sequence[Cluster],
    decided: ResolvedCorrections,
    kinds: Mapping[str, Kind],
    texts: Mapping[str, Article],
) -> Cluster:
    """Make a cluster of these claims, which were in the clusters `before`."""
    ids = {claim.id for claim in claims}
    held = [one for one in before if sum(claim.id in ids for claim in one.claims) > 1]
    # Of the largest part, so that "deaths" joined by a plain count are still deaths.
    largest = max(before, key=lambda one: (sum(claim.id in ids for claim in one.claims), one.kind))
    kind = largest.kind
    confidence, link = _decided_confidence(claims, decided) or _least_sure(held, ids)
    return Cluster(
        id=claims[0].id,
        label=label_of(claims, kinds.get(kind), texts),
        kind=kind,
        claims=tuple(claims),
        confidence=confidence,
        weakest_link=link,
    )


def _least_sure(held: Sequence[Cluster], ids: set[str]) -> tuple[Confidence, Link | None]:
    """The confidence of the least sure of some clusters, and its link, if both claims of that are
    left."""
    if not held:
        return Confidence.SURE, None
    one = max(held, key=lambda one: (one.confidence.doubt, one.id))
    link = one.weakest_link
    return one.confidence, link if link is not None and {link.left, link.right} <= ids else None


def _decided_confidence(
    claims: Sequence[Claim], decided: ResolvedCorrections
) -> tuple[Confidence, Link] | None:
    """The confidence and link that a decision gives a question, where it ties all its answers; else
    `None`."""
    answers = {_answer(claim) for claim in claims}
    names = {claim.name for claim in claims}
    units: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        units[decided.root(claim)].append(claim)
    for unit in units.values():
        if (
            len(unit) < 2
            or not decided.ties(unit[0])
            or not answers <= {_answer(claim) for claim in unit}
        ):
            continue
        tying = [
            d for d in decided.of(Ruling.SAME, Ruling.EARLIER) if not names.isdisjoint(d.claims)
        ]
        confidence = _confidence(tying)
        ends = unit[0].id, unit[-1].id
        reasons = tuple(dict.fromkeys(credited(decision) for decision in tying))
        return confidence, Link(left=ends[0], right=ends[1], weight=0.0, reasons=reasons)
    return None


def _confidence(tying: Sequence[Decision]) -> Confidence:
    """The confidence of a decision: an editor is sure, a program may be wrong."""
    program = any(decision.program for decision in tying)
    return Confidence.LIKELY if program else Confidence.SURE


def _still_open(
    links: Linked, clusters: Iterable[Cluster], decided: ResolvedCorrections
) -> Iterable[tuple[Possible, float]]:
    """The possible questions that no decision answers, with their scores. An answer that was
    decided to be to another question than one before it is dropped there, with all that were joined
    with it."""
    home = {claim.id: cluster.id for cluster in clusters for claim in cluster.claims}
    linked = {claim.id: cluster.id for cluster in links.clusters for claim in cluster.claims}
    for one, score in zip(links.possible, links.scores, strict=True):
        joined: defaultdict[str, list[AnyClaim]] = defaultdict(list)
        for claim in one.claims:
            joined[home[claim.id]].append(claim)
        left: list[AnyClaim] = []
        for answers in joined.values():
            if not decided.at_odds((*left, *answers)):
                left += answers
        left.sort(key=one.claims.index)
        if len({home[claim.id] for claim in left}) == 1:
            continue
        first, *others = one.claims
        fitting = next(claim for claim in others if linked[claim.id] != linked[first.id])
        update: dict[str, object] = {"claims": tuple(left)}
        if fitting not in left:  # the reasons are those of the first two answers
            update |= {"fits": (_DECIDED_SINCE,) if one.fits else (), "open": ()}
        yield one.model_copy(update=update), score


_DECIDED_SINCE = "each was asked about beside an answer that was decided since"


def _root(parent: list[int], i: int) -> int:
    """The first of the set that `i` was joined to."""
    while parent[i] != i:
        parent[i] = parent[parent[i]]
        i = parent[i]
    return i
