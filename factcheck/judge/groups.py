"""From clusters of claims to judged groups, in the order in which an editor wants them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from decimal import Decimal
from itertools import combinations
from typing import NamedTuple

from factcheck.answers.comparable import ComparableAnswer
from factcheck.decisions import Decision
from factcheck.errors import InputError
from factcheck.judge.arithmetic import Slip, slips_in
from factcheck.judge.batch import Batch
from factcheck.judge.change import changes_in
from factcheck.judge.context import GroupContext
from factcheck.judge.decided import by_group, decided_pairs, in_words
from factcheck.judge.explanation import Case, deciding_pair, explain
from factcheck.judge.positions import measured, median_of, positions_of, ratio, spread_of
from factcheck.judge.relations import VERDICTS
from factcheck.judge.reported import (
    ReportedValue,
    first_given,
    reported_values,
    stated_directions,
)
from factcheck.judge.verdict import pairs_of, verdict_of
from factcheck.kinds import Movement, Weight
from factcheck.models import Article, Claim, Section, Status
from factcheck.policy import DEFAULT, Policy
from factcheck.provenance.origins import find_copies, origins_of
from factcheck.results import Cluster, Group, Pair, Relation, Verdict

# Conflicts first; what needs no look comes last.
_ORDER = (
    Verdict.CONFLICT, Verdict.UPDATE, Verdict.TENSION, Verdict.COMPATIBLE, Verdict.AGREE,
    Verdict.SINGLE,
)  # fmt: skip
_WEIGHTIEST = tuple(Weight)


class Gravity(NamedTuple):
    """The rank of a group for an editor: the gravest is the least.

    Its verdict; of conflicts, whether one story contradicts itself, how sure the question is and
    its weight; then how far the deciding answers lie apart, how well both sides are supported, and
    how early in an article the question comes up.
    """

    verdict: int
    inside: bool
    doubt: int
    weight: int
    gap: Decimal
    support: int
    depth: float
    id: str


def judge(
    clusters: Sequence[Cluster],
    articles: Sequence[Article],
    movements: Mapping[str, Movement],
    policy: Policy = DEFAULT,
    decisions: Sequence[Decision] = (),
    weights: Mapping[str, Weight] | None = None,
) -> tuple[Group, ...]:
    """Judge each cluster. Conflicts come first: those between stories, the surest and then the
    weightiest at the head, before those inside one.

    `movements` says for each kind how its figure moves; a kind that is not in it stays fixed.
    `weights` says how important each is to an editor. `decisions` of an editor on a change precede
    the rules, and each is printed with its group. Raises `InputError` for a claim whose article is
    not among `articles`.
    """
    found = ranked(clusters, articles, movements, policy, decisions, weights)
    return tuple(group for _, group in sorted(found, key=lambda one: one[0]))


def ranked(
    clusters: Sequence[Cluster],
    articles: Sequence[Article],
    movements: Mapping[str, Movement],
    policy: Policy = DEFAULT,
    decisions: Sequence[Decision] = (),
    weights: Mapping[str, Weight] | None = None,
) -> list[tuple[Gravity, Group]]:
    """Judge each cluster as `judge` does, but return each group with its gravity and unordered, so
    that groups that were judged separately can be merged into one order."""
    known = {article.id: article for article in articles}
    for cluster in clusters:
        for claim in cluster.claims:
            if claim.article_id not in known:
                raise InputError(
                    f"claim {claim.id} stands in article {claim.article_id!r}, which was not "
                    "handed over: pass it with the others"
                )
    batch = Batch(known, find_copies(articles, policy), policy, movements, weights or {})
    shown, alone = _slips(clusters, batch)
    decided = by_group(decisions, clusters)
    cases = [
        (one, _case(one, batch, shown.get(one.id, ()), decided.get(one.id, ()))) for one in clusters
    ]
    cases += [_slip_case(slip, batch) for slip in alone]
    return [
        (_gravity(cluster, case), _group(cluster, case, decided.get(cluster.id, ())))
        for cluster, case in cases
    ]


def _slips(
    clusters: Sequence[Cluster], batch: Batch
) -> tuple[dict[str, tuple[str, ...]], list[Slip]]:
    """The arithmetic notes on each cluster, by its id; and the slips between clusters.

    A story that is printed twice word for word is checked once.
    """
    home = {claim.id: cluster.id for cluster in clusters for claim in cluster.claims}
    by_article: defaultdict[str, dict[str, Claim]] = defaultdict(dict)
    for cluster in clusters:
        for claim in cluster.claims:
            if batch.copies.same_text[claim.article_id] == claim.article_id:
                by_article[claim.article_id][claim.id] = claim
    shown: defaultdict[str, tuple[str, ...]] = defaultdict(tuple)
    alone = []
    for article_id, claims in by_article.items():
        for slip in slips_in(batch.articles[article_id], list(claims.values()), batch.policy):
            homes = {home[claim.id] for claim in slip.claims}
            if len(homes) == 1:
                shown[homes.pop()] += (slip.arithmetic,)
            else:
                alone.append(slip)
    return dict(shown), alone


def _slip_case(slip: Slip, batch: Batch) -> tuple[Cluster, Case]:
    """The cluster and judged case of figures of one article that do not add up."""
    cluster = Cluster(
        id="sum-" + "+".join(claim.id for claim in slip.claims),
        label="figures that do not add up",
        kind=slip.claims[0].kind,
        claims=slip.claims,
    )
    values = reported_values(slip.claims, batch)
    pairs = [
        Pair(
            left=left.claim.id,
            right=right.claim.id,
            relation=Relation.SUM_FAILS,
            verdict=VERDICTS[Relation.SUM_FAILS],
            reason=slip.arithmetic,
        )
        for left, right in combinations(values, 2)
    ]
    return cluster, _judged(cluster, batch, values, pairs, (slip.arithmetic,))


def _case(
    cluster: Cluster,
    batch: Batch,
    arithmetic: tuple[str, ...],
    decisions: Sequence[Decision],
) -> Case:
    """Judge one cluster: compare its values in pairs and find the verdict."""
    values = reported_values(cluster.claims, batch)
    held: defaultdict[str, list[ComparableAnswer]] = defaultdict(list)
    for value in values:
        for story_id in value.story_ids if value.status is Status.ASSERTED else ():
            held[story_id].append(value.answer)
    context = GroupContext(
        movement=batch.movement(cluster.claims),
        directions=stated_directions(values),
        policy=batch.policy,
        changed_to=changes_in(values),
        held=held,
        story=batch.copies.same_text,
        first_given=first_given(values, batch.policy),
    )
    pairs = decided_pairs(pairs_of(values, context), values, decisions, context)
    return _judged(cluster, batch, values, pairs, arithmetic)


def _judged(
    cluster: Cluster,
    batch: Batch,
    values: Sequence[ReportedValue],
    pairs: Sequence[Pair],
    arithmetic: tuple[str, ...],
) -> Case:
    """The case of a cluster whose pairs are judged: verdict, origins, positions, deciding pair."""
    # Who prints a text again on a later day stands by it: that is a second report of one origin.
    stories = {
        (batch.copies.same_text[claim.article_id], batch.articles[claim.article_id].published)
        for claim in cluster.claims
    }
    verdict = verdict_of(pairs, len(stories))
    origins = origins_of(cluster.claims, batch.copies, batch.policy)
    positions = positions_of(values, origins, batch)
    return Case(
        claims=cluster.claims,
        reported_values=tuple(values),
        pairs=tuple(pairs),
        verdict=verdict,
        positions=positions,
        origins=origins,
        spread=spread_of(positions),
        deciding=deciding_pair(pairs, verdict, _gaps(values, pairs)),
        batch=batch,
        arithmetic=arithmetic,
    )


def _gaps(values: Sequence[ReportedValue], pairs: Sequence[Pair]) -> dict[tuple[str, str], Decimal]:
    """The ratio of the figures of each pair; 1 where none are stated."""
    named = {value.claim.id: measured(value.answer) for value in values}
    return {
        (pair.left, pair.right): ratio([*named[pair.left], *named[pair.right]]) or Decimal(1)
        for pair in pairs
    }


def _gravity(cluster: Cluster, case: Case) -> Gravity:
    """The sort key of a group: the gravest verdict first, then the surest, widest and best
    supported."""
    gap, support = Decimal(1), 0
    if case.deciding is not None:
        pair = case.deciding
        gap = _gaps(case.reported_values, [pair])[pair.left, pair.right]
        support = min(_support(case, pair.left), _support(case, pair.right))
    inside, doubt, weight = False, 0, 0
    if case.verdict is Verdict.CONFLICT:
        inside, doubt = _inside_one_story(case), cluster.confidence.doubt
        weight = _WEIGHTIEST.index(case.batch.weight(cluster.kind, case.claims))
    verdict, depth = _ORDER.index(case.verdict), _depth_in_article(case)
    return Gravity(verdict, inside, doubt, weight, -gap, -support, depth, cluster.id)


def _inside_one_story(case: Case) -> bool:
    """Whether a group is a conflict of one story with itself; reprints are one story."""
    if case.verdict is not Verdict.CONFLICT:
        return False
    story = case.batch.copies.same_text
    by_id = {claim.id: story[claim.article_id] for claim in case.claims}
    return all(
        by_id[pair.left] == by_id[pair.right]
        for pair in case.pairs
        if pair.verdict is Verdict.CONFLICT
    )


def _support(case: Case, claim_id: str) -> int:
    """The number of origins of the position that holds a claim."""
    positions = (held.position for held in case.positions)
    return next((p.origins for p in positions if claim_id in p.claims), 0)


def _depth_in_article(case: Case) -> float:
    """How far down the article the first claim stands, from 0 for a headline to 1."""
    depths = [
        0.0
        if claim.section is Section.HEADLINE
        else claim.span.start / max(1, len(case.batch.articles[claim.article_id].text))
        for claim in case.claims
    ]
    return min(depths)


def _group(cluster: Cluster, case: Case, decisions: Sequence[Decision]) -> Group:
    """The `Group` of the report for a judged case."""
    deciding = () if case.deciding is None else (case.deciding.left, case.deciding.right)
    return Group(
        id=cluster.id,
        label=cluster.label,
        kind=cluster.kind,
        claims=cluster.claims,
        verdict=case.verdict,
        explanation=" ".join(
            [explain(case), *(in_words(one, cluster.claims) for one in decisions)]
        ),
        origins=case.origins,
        positions=tuple(held.position for held in case.positions),
        pairs=case.pairs,
        deciding=deciding,
        spread=case.spread,
        median=median_of(case.positions),
        confidence=cluster.confidence,
        weakest_link=cluster.weakest_link,
        decisions=tuple(decisions),
        inside_one_story=_inside_one_story(case),
    )
