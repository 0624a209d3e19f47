"""A pair beside the other figures that its two articles give."""

from __future__ import annotations

import pytest

from factcheck import Article, extract, installed_kinds
from factcheck.linkage.evidence import Evidence
from factcheck.linkage.features import Features, features
from factcheck.linkage.rivals import against_rivals
from factcheck.linkage.weights import LinkWeights

_WEIGHTS = LinkWeights(best_match=1.0)


def members(*texts: str) -> tuple[Features, ...]:
    """The figures of a few articles, in order; the articles are named a, b, c."""
    articles = [Article(id=name, text=text) for name, text in zip("abc", texts, strict=False)]
    kinds = installed_kinds()
    claims = [claim for article in articles for claim in extract(article, kinds)]
    return features(articles, claims, {kind.name: kind for kind in kinds})[0]


def bits_of(
    claims: tuple[Features, ...], ties: dict[tuple[int, int], float], company: dict[str, int]
) -> dict[tuple[int, int], float]:
    told = {pair: Evidence(bits, ("because",)) for pair, bits in ties.items()}
    found = against_rivals(claims, told, company, _WEIGHTS)
    return {pair: evidence.bits for pair, evidence in found.items()}


TWO = "We saw 40 geese.\n\nWe saw 50 swans."


def test_the_lead_over_the_next_best_counts_as_both_see_it() -> None:
    # Geese and swans are 0 and 1 in the one report, 2 and 3 in the other.
    ties = {(0, 1): -5.0, (2, 3): -5.0, (0, 2): 3.0, (0, 3): -1.0, (1, 2): -2.0, (1, 3): 1.0}
    found = bits_of(members(TWO, TWO), ties, {"a": 2, "b": 2})
    assert found == {
        (0, 1): -5.0,  # of one article: no rivals
        (2, 3): -5.0,
        (0, 2): 3.0 + 4.0,  # leads by 4 and by 5, of which 4 count
        (0, 3): -1.0 - 4.0,  # behind by 4 and by 2
        (1, 2): -2.0 - 4.0,  # behind by 3 and by 5, of which 4 count
        (1, 3): 1.0 + 2.0,  # leads by 3 and by 2
    }


def test_a_figure_given_twice_is_no_rival_of_itself() -> None:
    # The second report says in both places what the first says once.
    ties = {(1, 2): 6.0, (0, 1): 2.0, (0, 2): 2.5}
    found = bits_of(members("We saw 40 geese.", TWO), ties, {"a": 1, "b": 2})
    assert found == ties


@pytest.mark.parametrize(("others", "more"), [(0, 0.0), (4, 1.4), (8, 2.8), (80, 2.8)])
def test_without_rivals_the_length_of_the_report_counts(others: int, more: float) -> None:
    one = "We saw 40 geese."
    found = bits_of(members(one, one), {(0, 1): -1.0}, {"a": 1 + others, "b": 1 + others})
    assert found[0, 1] == pytest.approx(-1.0 + more)


def test_the_shorter_report_decides() -> None:
    one = "We saw 40 geese."
    found = bits_of(members(one, one), {(0, 1): -1.0}, {"a": 9, "b": 1})
    assert found[0, 1] == -1.0


@pytest.mark.parametrize("bits", [-8.5, _WEIGHTS.veto])
def test_what_cannot_be_stays_so(bits: float) -> None:
    one = "We saw 40 geese."
    assert bits_of(members(one, one), {(0, 1): bits}, {"a": 9, "b": 9})[0, 1] == bits


def test_the_reason_is_told() -> None:
    told = {(0, 1): Evidence(-1.0, ("because",))}
    one = "We saw 40 geese."
    found = against_rivals(members(one, one), told, {"a": 9, "b": 9}, _WEIGHTS)
    assert found[0, 1].reasons == ("because", "no other figure there fits as well (+2.8)")
