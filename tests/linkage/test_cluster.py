"""Clusters equal those of a naive oracle, and never hold a vetoed pair."""

from __future__ import annotations

from itertools import combinations
from types import SimpleNamespace
from typing import cast

from hypothesis import given
from hypothesis import strategies as st

from factcheck import Article, extract
from factcheck.kinds import installed_kinds
from factcheck.linkage.answer_relation import AnswerRelation, answers_of
from factcheck.linkage.batch_features import features
from factcheck.linkage.cluster import (
    NEVER,
    agglomerate,
    agreement_of,
    linked,
    of_answers_that_may_both_hold,
)
from factcheck.linkage.evidence import Evidence
from factcheck.linkage.model import LinkModel
from tests.linkage.newsdesk import marked

Bits = dict[tuple[int, int], float]


@st.composite
def weighted_pairs(draw: st.DrawFn) -> tuple[list[int], Bits]:
    items = list(range(draw(st.integers(1, 7))))
    # Whole bits, so that sums are exact and ties are real.
    weight = st.integers(-9, 9).map(float) | st.just(NEVER)
    return items, {pair: draw(weight) for pair in combinations(items, 2)}


def naive(items: list[int], bits: Bits) -> list[tuple[int, ...]]:
    """The definition: join the two clusters with the highest mean, the lowest items first, while
    any mean is above nought."""
    clusters: list[tuple[int, ...]] = [(item,) for item in items]
    while True:
        best: tuple[float, tuple[int, ...], tuple[int, ...]] | None = None
        for left, right in combinations(sorted(clusters), 2):
            between = [bits[min(a, b), max(a, b)] for a in left for b in right]
            mean = sum(between) / len(between)
            if mean > 0 and (best is None or mean > best[0]):
                best = (mean, left, right)
        if best is None:
            return sorted(clusters)
        clusters = [c for c in clusters if c not in best[1:]]
        clusters.append(tuple(sorted((*best[1], *best[2]))))


@given(weighted_pairs())
def test_clusters_equal_those_of_a_naive_oracle(case: tuple[list[int], Bits]) -> None:
    assert agglomerate(*case) == naive(*case)


@given(weighted_pairs())
def test_a_pair_without_evidence_is_a_vetoed_pair(case: tuple[list[int], Bits]) -> None:
    items, bits = case
    told = {pair: value for pair, value in bits.items() if value > NEVER}
    assert agglomerate(items, told) == agglomerate(items, bits)


@given(weighted_pairs())
def test_a_vetoed_pair_is_never_in_one_cluster(case: tuple[list[int], Bits]) -> None:
    for cluster in agglomerate(*case):
        for pair in combinations(cluster, 2):
            assert case[1][pair] > NEVER


def test_no_number_of_friends_makes_up_for_a_veto() -> None:
    left, right = range(16), range(16, 32)
    bits = {(a, b): 60.0 if b < 16 or a > 15 else 50.0 for a, b in combinations(range(32), 2)}
    bits[0, 16] = NEVER
    assert agglomerate([*left, *right], bits) == [tuple(range(16)), tuple(range(16, 32))]


def test_a_chain_is_not_followed_through_a_contradiction() -> None:
    bits = {(0, 1): 4.0, (1, 2): 3.0, (0, 2): -9.0}
    assert agglomerate([0, 1, 2], bits) == [(0, 1), (2,)]


def test_an_unsure_pair_is_carried_by_the_others() -> None:
    bits = {(0, 1): 4.0, (1, 2): 4.0, (0, 2): -1.0}
    assert agglomerate([0, 1, 2], bits) == [(0, 1, 2)]


def test_answers_that_may_both_hold_are_paired_as_if_each_two_claims_were_compared() -> None:
    """Claims of one answer are gathered first; "about 40" and 41 may be one, 40 and 52 not."""
    told = (
        "40 men",
        "about 40 men",
        "41 men",
        "52 men",
        "40 men",
        "some 50 men",
        "at least 30 men",
    )
    articles = [
        Article(id=f"{at}", text=f"The landslide in Orrin buried {men}.")
        for at, men in enumerate(told)
    ]
    claims = [claim for article in articles for claim in extract(article)]
    made, _ = features(articles, claims, {kind.name: kind for kind in installed_kinds()})
    apart = (AnswerRelation.DIFFERENT, AnswerRelation.ROOM)
    expected = [pair for pair in combinations(made, 2) if answers_of(*pair) not in apart]
    found = list(of_answers_that_may_both_hold(made))
    positions = sorted((one.position, other.position) for one, other in found)
    assert positions == [(one.position, other.position) for one, other in expected]
    assert 0 < len(expected) < len(made) * (len(made) - 1) // 2


KINDS = [*installed_kinds()]
TEXTS = {
    "a": "The fire in Oster killed 12 people.",
    "b": "The flood in Velm wrecked 40 roads.",
    "c": "The fire in Oster killed 12 people. Boats were sold for $300 million in Tarn.",
}


def test_clusters_stand_in_the_order_of_their_first_claims_also_across_stories() -> None:
    articles = [Article(id=name, text=text) for name, text in TEXTS.items()]
    claims = [claim for article in articles for claim in extract(article)]
    found = linked(articles, claims, KINDS, {"a": 0, "b": 1, "c": 0}).clusters
    place = {claim.id: at for at, claim in enumerate(claims)}
    firsts = [place[cluster.claims[0].id] for cluster in found]
    assert firsts == sorted(firsts)
    told = [[claim.article_id for claim in cluster.claims] for cluster in found]
    assert told == [["a", "c"], ["b"], ["c"]]


def test_days_and_figures_are_weighed_by_weights_of_their_own() -> None:
    weighs = {name: SimpleNamespace(evidence=lambda *_, b=bits: Evidence(b))
              for name, bits in (("days", 2.0), ("figures", 3.0))}  # fmt: skip
    model = SimpleNamespace(
        **weighs,
        comparison=SimpleNamespace(shown=0.3),
        identity=SimpleNamespace(happenings=0.0),
    )
    for marks, bits in (
        ("The fire killed [12] people.", 3.0),
        ("The bridge fell on [Monday].", 2.0),
    ):
        made, words = marked(marks, marks)
        found = agreement_of(made, words, cast("LinkModel", model))
        assert [evidence.bits for evidence in found.values()] == [bits]
