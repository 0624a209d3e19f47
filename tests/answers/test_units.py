"""Units of one dimension meet; others never do."""

from __future__ import annotations

from decimal import Decimal

import pytest

from factcheck.answers.units import converted, scale_of
from factcheck.models import Dimension, Quantity
from tests.judge.newsroom import exactly, measured


def test_miles_and_kilometres_stand_on_one_scale() -> None:
    mile = exactly(1, **measured(Dimension.DISTANCE, "mile"))
    kilometre = exactly(1, **measured(Dimension.DISTANCE, "kilometre"))
    assert scale_of(mile).key == scale_of(kilometre).key
    assert converted(Decimal(100), mile, kilometre) == Decimal("160.9344")


def test_years_and_months_stand_on_one_scale() -> None:
    year = exactly(1, **measured(Dimension.DURATION, "year"))
    month = exactly(1, **measured(Dimension.DURATION, "month"))
    assert scale_of(year).key == scale_of(month).key
    assert converted(Decimal("2.5"), year, month) == Decimal(30)


@pytest.mark.parametrize(
    ("minor", "major"), [("cent", "dollar"), ("penny", "GBP"), ("euro cent", "EUR")]
)
def test_a_hundred_of_a_minor_unit_make_one_of_its_currency(minor: str, major: str) -> None:
    hundred = exactly(100, **measured(Dimension.MONEY, minor))
    one = exactly(1, **measured(Dimension.MONEY, major))
    assert scale_of(hundred).key == scale_of(one).key
    assert converted(Decimal(100), hundred, one) == 1


def test_degrees_have_an_offset() -> None:
    fahrenheit = exactly(212, **measured(Dimension.TEMPERATURE, "degree Fahrenheit"))
    celsius = exactly(100, **measured(Dimension.TEMPERATURE, "degree Celsius"))
    assert round(converted(Decimal(212), fahrenheit, celsius), 6) == 100


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (
            exactly(5, **measured(Dimension.MONEY, "USD")),
            exactly(5, **measured(Dimension.MONEY, "EUR")),
        ),
        (
            exactly(5, **measured(Dimension.DISTANCE, "mile")),
            exactly(5, **measured(Dimension.AREA, "square mile")),
        ),
        (
            exactly(5, **measured(Dimension.DURATION, "month")),
            exactly(5, **measured(Dimension.DURATION, "day")),
        ),
        (exactly(5), exactly(5, **measured(Dimension.PERCENT, "percent"))),
        (
            exactly(5, dimension=Dimension.RATE, per="day"),
            exactly(5, dimension=Dimension.RATE, per="week"),
        ),
    ],
)
def test_what_no_fixed_factor_ties_has_two_scales(left: Quantity, right: Quantity) -> None:
    assert scale_of(left).key != scale_of(right).key


def test_people_are_counted_whatever_they_are_called() -> None:
    assert scale_of(exactly(5, unit="person")) == scale_of(exactly(5))
