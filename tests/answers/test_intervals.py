"""What words commit to, and what a reader takes from them."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.answers.intervals import asserted, granule, implied, place, unit
from factcheck.interval import Interval
from factcheck.models import Dimension, Quantity
from factcheck.policy import DEFAULT, Policy
from tests.judge.newsroom import (
    about,
    at_least,
    between,
    exactly,
    just_over,
    measured,
    more_than,
    nearly,
    up_to,
    vague,
)

COUNTS = st.integers(1, 10**9)
HEDGES = st.sampled_from([exactly, about, nearly, just_over, more_than, at_least, up_to, vague])


def ends(interval: Interval[Decimal]) -> str:
    """An interval as mathematicians write it."""
    left = "(" if interval.low_open or interval.low is None else "["
    right = ")" if interval.high_open or interval.high is None else "]"
    low, high = (
        "-" if end is None else f"{end.normalize():f}" for end in (interval.low, interval.high)
    )
    return f"{left}{low}, {high}{right}"


@pytest.mark.parametrize(
    ("figure", "scale"),
    [("6000", "1000"), ("15000", "5000"), ("25", "5"), ("23", "1"), ("5.6", "0.1"), ("0", "1")],
)
def test_a_figure_stands_on_the_scale_of_its_last_digit(figure: str, scale: str) -> None:
    assert granule(Decimal(figure)) == Decimal(scale)


def test_the_unit_is_decimal_and_the_place_is_as_written() -> None:
    assert unit(Decimal(1500)) == 100
    assert place(Decimal(1500)) == 1
    assert place(Decimal("1.50")) == Decimal("0.01")
    assert place(Decimal("1E+6")) == 1


@pytest.mark.parametrize(
    ("quantity", "expected"),
    [
        (exactly(23), "[23, 23]"),
        (about(6000), "[5500, 6500)"),  # half of a thousand
        (about(10000), "[9000, 11000)"),  # the scale of 10,000 is not 10,000
        (about(25), "[22.5, 27.5)"),
        (about(7), "[6, 8]"),  # a hedge allows one more or less at least
        (nearly(10000), "[9000, 10000)"),
        (just_over(200), "(200, 220]"),
        (more_than(2000), "(2000, -)"),
        (at_least(7), "[7, -)"),
        (up_to(10000), "(-, 10000]"),
        (vague(24), "[24, -)"),
        (between(150, 200), "[150, 200]"),
        (about(6000, dimension=Dimension.MONEY, unit="EUR"), "[5500, 6500)"),
        (about("0.5", **measured(Dimension.PERCENT, "fraction")), "[0.425, 0.575]"),
        (about("0.25", **measured(Dimension.PERCENT, "fraction")), "[0.2125, 0.2875)"),
        (nearly("0.9", **measured(Dimension.PERCENT, "fraction")), "[0.885, 0.9)"),
    ],
)
def test_what_the_words_commit_to(quantity: Quantity, expected: str) -> None:
    assert ends(asserted(quantity, DEFAULT)) == expected


@pytest.mark.parametrize(
    ("quantity", "expected"),
    [
        (exactly(23), "[23, 23]"),  # 23 dead is not rounded
        (exactly(680000), "[675000, 685000)"),  # 680,000 may be
        (exactly(10000), "[9500, 10500)"),
        (exactly(1204), "[1204, 1204]"),
        (exactly(130), "[130, 130]"),  # tens are common as exact counts
        (exactly(150), "[145, 155)"),
        (about(6000), "[5500, 6500)"),
        (more_than(2000), "(2000, 3000]"),  # up to the next round number
        (more_than(2), "(2, 3]"),
        (at_least(6), "[6, 12]"),  # the speaker does not know
        (up_to(10000), "[7500, 10000]"),
        (vague(24), "[16.8, 100)"),  # nobody says "dozens" of a hundred
        (vague(200), "[140, 1000)"),
        (vague(20000), "[14000, 100000)"),
        (between(150, 200), "[145, 210)"),
        (exactly(7, **measured(Dimension.DISTANCE, "kilometre")), "[6.5, 7.5)"),
        (exactly(1000, **measured(Dimension.DISTANCE, "mile")), "[950, 1050)"),
        (exactly(40, **measured(Dimension.PERCENT, "percent")), "[39.5, 40.5)"),
        # Half, a quarter and a third are rounded alike, whatever their decimals.
        (exactly("0.5", **measured(Dimension.PERCENT, "fraction")), "[0.45, 0.55)"),
        (exactly("0.25", **measured(Dimension.PERCENT, "fraction")), "[0.225, 0.275)"),
        (exactly("0.3333", **measured(Dimension.PERCENT, "fraction")), "[0.29997, 0.36663)"),
        (exactly("0.9", **measured(Dimension.PERCENT, "fraction")), "[0.89, 0.91)"),
        (exactly("5.6", dimension=Dimension.MAGNITUDE), "[5.55, 5.65)"),
        (exactly(120, dimension=Dimension.SCORE), "[120, 120]"),
        (exactly(30, dimension=Dimension.AGE), "[30, 31)"),
    ],
)
def test_what_a_reader_takes_from_them(quantity: Quantity, expected: str) -> None:
    assert ends(implied(quantity, DEFAULT)) == expected


def test_the_policy_sets_the_widths() -> None:
    narrow = Policy(hedge_share=Decimal("0.05"), rounding_share=Decimal("0.01"))
    assert ends(asserted(about(10000), narrow)) == "[9500, 10500)"
    assert ends(implied(exactly(10000), narrow)) == "[9900, 10100)"


@given(COUNTS, HEDGES)
def test_a_reader_always_thinks_of_a_bounded_range(
    value: int, words: Callable[[int], Quantity]
) -> None:
    taken = implied(words(value), DEFAULT)
    assert taken.low is not None
    assert taken.high is not None


@given(COUNTS, HEDGES)
def test_what_is_implied_meets_what_is_asserted(
    value: int, words: Callable[[int], Quantity]
) -> None:
    quantity = words(value)
    assert implied(quantity, DEFAULT).overlaps(asserted(quantity, DEFAULT))


@pytest.mark.parametrize("thousands", range(1, 9))
def test_two_hedged_figures_next_to_each_other_do_not_meet(thousands: int) -> None:
    left, right = about(thousands * 1000), about((thousands + 1) * 1000)
    assert not asserted(left, DEFAULT).overlaps(asserted(right, DEFAULT))


@given(
    st.decimals(allow_nan=False, allow_infinity=False), st.booleans(), st.sampled_from(Dimension)
)
def test_no_figure_is_too_strange_to_read(
    value: Decimal, hedged: bool, dimension: Dimension
) -> None:
    quantity = Quantity(low=value, high=value, approximate=hedged, dimension=dimension)
    assert asserted(quantity, DEFAULT).low is not None
    assert implied(quantity, DEFAULT).high is not None
