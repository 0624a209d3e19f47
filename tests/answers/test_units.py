"""Units of one dimension meet; others never do."""

from __future__ import annotations

from decimal import Decimal

import pytest

from factcheck.answers.intervals import implied
from factcheck.answers.units import converted, scale_of
from factcheck.interval import Interval
from factcheck.models import Dimension, Quantity
from factcheck.policy import DEFAULT
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
    ("months", "fewest", "most"),
    # Each stretch of whole months of the calendar: February 2023 and July 2024; January and
    # February 2023, July and August; and so on.
    [(1, 28, 31), (2, 59, 62), (3, 89, 92), (6, 181, 184), (12, 365, 366)],
)
def test_months_have_as_many_days_as_the_calendar_gives_them(
    months: int, fewest: int, most: int
) -> None:
    taken = _read(exactly(months, **measured(Dimension.DURATION, "month")))
    for days in (fewest, most):
        assert taken.overlaps(_read(exactly(days, **measured(Dimension.DURATION, "day"))))
    for days in (fewest - 20, most + 20):
        assert not taken.overlaps(_read(exactly(days, **measured(Dimension.DURATION, "day"))))


def test_a_child_of_two_months_may_be_of_eight_weeks_and_not_of_three_months() -> None:
    months = _read(exactly(2, **measured(Dimension.AGE, "month of age")))
    assert months.overlaps(_read(exactly(8, **measured(Dimension.AGE, "week of age"))))
    assert not months.overlaps(_read(exactly(3, **measured(Dimension.AGE, "month of age"))))


def _read(quantity: Quantity) -> Interval[Decimal]:
    """What a reader takes a length of time for, in seconds."""
    scale = scale_of(quantity)
    assert scale.key == ("duration", "si", "")
    return scale.interval(implied(quantity, DEFAULT))


def test_an_age_is_a_length_of_time() -> None:
    age = exactly(2, **measured(Dimension.AGE, "month of age"))
    duration = exactly(2, **measured(Dimension.DURATION, "month"))
    assert scale_of(age) == scale_of(duration)


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
