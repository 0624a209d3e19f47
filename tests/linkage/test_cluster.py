"""Clusters equal those of a naive oracle, and never hold a vetoed pair."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from factcheck.linkage.cluster import agglomerate

Bits = dict[tuple[int, int], float]


@st.composite
def weighted_pairs(draw: st.DrawFn) -> tuple[list[int], Bits]:
    items = list(range(draw(st.integers(1, 7))))
    # Whole bits, so that sums are exact and ties are real.
    weight = st.integers(-9, 9).map(float) | st.just(-1000.0)
    return items, {pair: draw(weight) for pair in combinations(items, 2)}


def naive(items: list[int], bits: Bits) -> list[tuple[int, ...]]:
    """The definition: join the two clusters with the highest mean, the lowest items first, while
    any mean is above nought."""
    clusters: list[tuple[int, ...]] = [(item,) for item in items]
    while True:
        best: tuple[float, tuple[int, ...], tuple[int, ...]] | None = None
        for left, right in combinations(sorted(clusters), 2):
            total = sum(bits[min(a, b), max(a, b)] for a in left for b in right)
            mean = total / (len(left) * len(right))
            if mean > 0 and (best is None or mean > best[0]):
                best = (mean, left, right)
        if best is None:
            return sorted(clusters)
        clusters = [c for c in clusters if c not in best[1:]]
        clusters.append(tuple(sorted((*best[1], *best[2]))))


@given(weighted_pairs())
def test_clusters_equal_those_of_a_naive_oracle(case: tuple[list[int], Bits]) -> None:
    items, bits = case
    assert agglomerate(items, bits) == naive(items, bits)


@given(weighted_pairs())
def test_a_vetoed_pair_is_never_in_one_cluster(case: tuple[list[int], Bits]) -> None:
    items, bits = case
    for cluster in agglomerate(items, bits):
        for pair in combinations(cluster, 2):
            assert bits[pair] > -1000


def test_a_chain_is_not_followed_through_a_contradiction() -> None:
    bits = {(0, 1): 4.0, (1, 2): 3.0, (0, 2): -9.0}
    assert agglomerate([0, 1, 2], bits) == [(0, 1), (2,)]


def test_an_unsure_pair_is_carried_by_the_others() -> None:
    bits = {(0, 1): 4.0, (1, 2): 4.0, (0, 2): -1.0}
    assert agglomerate([0, 1, 2], bits) == [(0, 1, 2)]
