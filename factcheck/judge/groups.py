"""From clusters of claims to judged groups, in the order in which an editor wants them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from factcheck.errors import InputError
from factcheck.findings import Cluster, Group, Pair, Verdict
from factcheck.judge.batch import Batch
from factcheck.judge.explanation import Case, deciding_pair, explain
from factcheck.judge.positions import median_of, positions_of, ratio, spread_of
from factcheck.judge.relations import Question
from factcheck.judge.stances import Stance, directions_told, stances_of
from factcheck.judge.verdict import pairs_of, verdict_of
from factcheck.kinds import Movement
from factcheck.models import Article, Section
from factcheck.origins import find_copies, origins_of
from factcheck.policy import DEFAULT, Policy

# Conflicts first; what needs no look comes last.
_ORDER = (
    Verdict.CONFLICT, Verdict.UPDATE, Verdict.TENSION, Verdict.COMPATIBLE, Verdict.AGREE,
    Verdict.SINGLE,
)  # fmt: skip


def judge(
    clusters: Sequence[Cluster],
    articles: Sequence[Article],
    movements: Mapping[str, Movement],
    policy: Policy = DEFAULT,
) -> tuple[Group, ...]:
    """A verdict on each cluster, conflicts first, the gravest of them at the head.

    `movements` tells for each kind how its figure moves; a kind that is not in it stays fixed.
    Raises `InputError` for a claim whose article is not among `articles`.
    """
    known = {article.id: article for article in articles}
    for cluster in clusters:
        for claim in cluster.claims:
            if claim.article_id not in known:
                raise InputError(
                    f"claim {claim.id} stands in article {claim.article_id!r}, which was not "
                    "handed over: pass it with the others"
                )
    batch = Batch(known, find_copies(articles, policy), policy, movements)
    cases = [(cluster, _case(cluster, batch)) for cluster in clusters]
    cases.sort(key=lambda pair: (*_gravity(pair[1]), pair[0].id))
    return tuple(_group(cluster, case) for cluster, case in cases)


def _case(cluster: Cluster, batch: Batch) -> Case:
    stances = stances_of(cluster.claims, batch)
    question = Question(batch.movement(cluster.kind), directions_told(stances), batch.policy)
    pairs = pairs_of(stances, question)
    stories = {batch.copies.same_text[claim.article_id] for claim in cluster.claims}
    verdict = verdict_of(pairs, len(stories))
    origins = origins_of(cluster.claims, batch.copies, batch.policy)
    held = positions_of(stances, origins, batch)
    return Case(
        claims=cluster.claims,
        stances=stances,
        pairs=pairs,
        verdict=verdict,
        held=held,
        origins=origins,
        spread=spread_of(held),
        deciding=deciding_pair(pairs, verdict, _gaps(stances, pairs)),
        batch=batch,
    )


def _gaps(stances: Sequence[Stance], pairs: Sequence[Pair]) -> dict[tuple[str, str], Decimal]:
    """How many times apart the figures of each pair lie; 1 for dates."""
    named = {
        stance.claim.id: [end for end in stance.answer.named[:2] if end is not None]
        for stance in stances
        if stance.answer.key[0] not in ("date", "clock")
    }
    return {
        (pair.left, pair.right): ratio([*named.get(pair.left, ()), *named.get(pair.right, ())])
        or Decimal(1)
        for pair in pairs
    }


def _gravity(case: Case) -> tuple[object, ...]:
    """Verdict, then how far the deciding answers lie apart, how well both sides are supported,
    and how early in an article the question comes up."""
    gap, support = Decimal(1), 0
    if case.deciding is not None:
        pair = case.deciding
        gap = _gaps(case.stances, case.pairs)[pair.left, pair.right]
        support = min(_support(case, pair.left), _support(case, pair.right))
    return _ORDER.index(case.verdict), -gap, -support, _prominence(case)


def _support(case: Case, claim_id: str) -> int:
    positions = (held.position for held in case.held)
    return next((p.origins for p in positions if claim_id in p.claims), 0)


def _prominence(case: Case) -> float:
    """How far down the article the first claim stands, from 0 for a headline to 1."""
    depths = [
        0.0
        if claim.section is Section.HEADLINE
        else claim.span.start / max(1, len(case.batch.articles[claim.article_id].text))
        for claim in case.claims
    ]
    return min(depths)


def _group(cluster: Cluster, case: Case) -> Group:
    deciding = () if case.deciding is None else (case.deciding.left, case.deciding.right)
    return Group(
        id=cluster.id,
        label=cluster.label,
        kind=cluster.kind,
        claims=cluster.claims,
        verdict=case.verdict,
        explanation=explain(case),
        origins=case.origins,
        positions=tuple(held.position for held in case.held),
        pairs=case.pairs,
        deciding=deciding,
        spread=case.spread,
        median=median_of(case.held),
        weakest_link=cluster.weakest_link,
    )
