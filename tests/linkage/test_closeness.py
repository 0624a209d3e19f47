"""How far two figures of one question lie apart, against what chance would have."""

from __future__ import annotations

import math
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.linkage.features import Figure
from factcheck.linkage.figures import closeness
from factcheck.linkage.identity import identity
from factcheck.linkage.model import link_model
from tests.linkage.newsdesk import marked

SPREAD, STRAY = 0.35, 0.25
FIGURES = st.integers(min_value=1, max_value=10**9)


def exactly(figure: str) -> Figure:
    return Decimal(figure), Decimal(figure)


def close(one: str, other: str) -> float:
    found = closeness(exactly(one), exactly(other), SPREAD, STRAY)
    assert found is not None
    return found


def test_it_is_the_log_of_two_likelihoods() -> None:
    # ln(207 / 230) = -.1054; a report strays so far with density e^(-.1054 / .35) / .35 = 2.114,
    # chance with 1 / ln(230) = .1839: ln(.75 * 2.114 / .1839 + .25) = 2.183.
    assert close("230", "207") == pytest.approx(2.183, abs=0.001)


def test_figures_close_by_chance_say_nothing() -> None:
    # Of two counts below three every pair is close.
    assert abs(close("2", "3")) < 0.4


def test_figures_far_apart_are_of_two_things_but_for_those_that_stray() -> None:
    assert close("1600000", "4") == pytest.approx(math.log(STRAY), abs=0.001)


@pytest.mark.parametrize("figure", ["0", "-4"])
def test_a_figure_without_a_logarithm_says_nothing(figure: str) -> None:
    assert closeness(exactly(figure), exactly("7"), SPREAD, STRAY) is None


def test_an_open_figure_is_taken_at_its_bound() -> None:
    more = (Decimal(800), None)
    assert closeness(more, exactly("700"), SPREAD, STRAY) == close("800", "700")
    assert closeness((None, None), exactly("700"), SPREAD, STRAY) is None


@given(FIGURES, FIGURES)
def test_neither_side_comes_first(one: int, other: int) -> None:
    assert close(str(one), str(other)) == close(str(other), str(one))


@given(st.integers(min_value=100, max_value=10**6), st.lists(FIGURES, min_size=2, max_size=4))
def test_what_lies_further_below_says_less(figure: int, others: list[int]) -> None:
    below = sorted({min(other, figure) for other in others}, reverse=True)
    found = [close(str(figure), str(other)) for other in below]
    assert all(nearer > further for nearer, further in pairwise(found))


def test_a_close_figure_makes_one_question_likelier() -> None:
    weights = link_model().identity
    (near, far, asked), words = marked(
        "Some [207] miners were below ground.",
        "Some [12] miners were below ground.",
        "When it blew up the pit held [230] miners.",
    )
    one, other = (identity(left, asked, words, weights) for left in (near, far))
    assert one.score > other.score
    assert "their figures are close" in one.fits
    assert "their figures are close" not in other.fits
