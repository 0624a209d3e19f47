"""How far two figures of one question lie apart, against what chance would have."""

from __future__ import annotations

import math
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.linkage.figures import Gap, closeness, gap, states_change
from factcheck.linkage.identity import identity
from factcheck.linkage.model import link_model
from tests.linkage.newsdesk import marked

SPREAD, STRAY = 0.35, 0.2
FIGURES = st.integers(min_value=1, max_value=10**9)


def between(one: str, other: str) -> Gap | None:
    (left, right), _ = marked(f"The pit held [{one}].", f"The pit held [{other}].")
    return gap(left, right)


def close(one: float, other: float) -> float:
    smaller, larger = sorted((one, other))
    return closeness(Gap(math.log(larger / smaller), math.log(max(larger, math.e))), SPREAD, STRAY)


def test_it_is_the_log_of_two_likelihoods() -> None:
    # ln(207 / 230) = -.1054; a report strays so far with density e^(-.1054 / .35) / .35 = 2.114,
    # chance with 1 / ln(230) = .1839: ln(.8 * 2.114 / .1839 + .2) = 2.241.
    assert close(230, 207) == pytest.approx(2.241, abs=0.001)


def test_figures_close_by_chance_say_nothing() -> None:
    # Of two counts below three every pair is close.
    assert abs(close(2, 3)) < 0.4


def test_figures_far_apart_are_of_two_things_but_for_those_that_stray() -> None:
    assert close(1_600_000, 4) == pytest.approx(math.log(STRAY), abs=0.001)


def test_a_gap_is_of_the_figures_on_one_scale() -> None:
    miners = between("207 miners", "230 miners")
    assert miners is not None
    assert miners.width == pytest.approx(math.log(230 / 207))
    assert miners.room == pytest.approx(math.log(230))
    # 19 days are 977 times 28 minutes, however close the two numbers are. A large number of small
    # units is no large figure: 38,000 feet beside 10 miles has no more room than a dozen.
    days = between("28 minutes", "19 days")
    assert days is not None
    assert days.width == pytest.approx(math.log(19 * 24 * 60 / 28))
    assert days.room == pytest.approx(math.log(19))


def test_an_open_figure_is_taken_at_its_bound() -> None:
    assert between("more than 800 miners", "700 miners") == between("800 miners", "700 miners")


@pytest.mark.parametrize(("one", "other"), [("0 miners", "7 miners"), ("€40", "40 percent")])
def test_there_is_no_gap_to_nothing_and_none_between_two_scales(one: str, other: str) -> None:
    assert between(one, other) is None


@given(st.integers(min_value=100, max_value=10**6), st.lists(FIGURES, min_size=2, max_size=4))
def test_what_lies_further_below_says_less(figure: int, others: list[int]) -> None:
    below = sorted({min(other, figure) for other in others}, reverse=True)
    found = [close(figure, other) for other in below]
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


@pytest.mark.parametrize(
    ("left", "right", "fits"),
    [
        # Two lengths are close, and of two things.
        ("The road is [140 miles] long.", "The raft may drift [125 miles].", ()),
        ("The council said on [Monday] that the quay was lost.",
         "Divers found the raft on [Tuesday].", ()),
        ("Divers counted [thousands of] crates.", "The quay holds [2,300] barrels.", ()),
        # One number under two bounds is more than close.
        ("Guards turned back [up to 9,000] migrants.",
         "The patrol stopped [more than 9,000] people.", ("both give the same number",)),
    ],
)  # fmt: skip
def test_what_is_no_word_of_a_question_weighs_less_than_what_is_open(
    left: str, right: str, fits: tuple[str, ...]
) -> None:
    (one, other), words = marked(left, right)
    found = identity(one, other, words, link_model().identity)
    assert found.fits == fits
    assert found.against


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("Their pay was [$250] on Monday.", "The mill raised their pay to [$275].", True),
        ("Their pay was [$250] on Monday.", "The mill cut their pay to [$275].", False),
        ("Their pay was [$275] on Monday.", "The mill raised their pay to [$275].", False),
        ("Their pay was [$250] on Monday.", "The mill put their pay at [$275].", False),
        ("Their pay is [$250].", "The mill raised their pay to [$275].", False),
    ],
)
def test_what_a_text_tells_that_an_earlier_figure_changed_to(
    before: str, after: str, expected: bool
) -> None:
    (left, right), _ = marked(before, after)
    assert states_change(left, right) is states_change(right, left) is expected


def test_a_text_that_gives_both_tells_them_in_turn() -> None:
    (left, right), _ = marked("Their pay was [$250] on Monday. It was raised to [$275] today.")
    assert not states_change(left, right)
