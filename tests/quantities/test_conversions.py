"""Pairs of units: right ones, rounded ones, wrong ones."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.models import Dimension, Quantity
from factcheck.quantities import find_quantities
from factcheck.quantities.conversions import converts


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("1,000 miles (1,600 kilometers)", True),
        ("65 miles (105 km)", True),
        ("six feet (1.8 metres)", True),
        ("150 mph (240 kph)", True),
        ("112,000 acres (45,000 hectares)", True),
        ("46.1 degrees Celsius (115 Fahrenheit)", True),
        ("2 degrees Celsius (3.6 Fahrenheit)", True),
        ("about 500 kilos (1,100 pounds)", True),
        ("5 to 10 inches (13 to 25 cm)", True),
        ("1,000 miles (2,600 kilometers)", False),
        ("65 miles (150 km)", False),
        ("40 degrees Celsius (140 Fahrenheit)", False),
        ("six feet (18 metres)", False),
        ("500 kilos (500 pounds)", False),
        ("10 gallons (38 litres)", None),
        ("£10 ($12)", None),
    ],
)
def test_a_conversion_is_right_up_to_rounding(text: str, right: bool | None) -> None:
    first, second = find_quantities(text)
    assert second.restates == first.span
    assert converts(first.quantity, second.quantity) is right
    assert converts(second.quantity, first.quantity) is right


def test_two_sorts_of_thing_are_not_compared() -> None:
    mile, hour = find_quantities("a mile, no: 5 miles in 2 hours")
    assert converts(mile.quantity, hour.quantity) is None


@given(st.integers(min_value=3, max_value=100_000))
def test_kilometres_rounded_from_miles_are_right_and_doubled_ones_wrong(miles: int) -> None:
    def length(value: Decimal, unit: str) -> Quantity:
        return Quantity(low=value, high=value, unit=unit, dimension=Dimension.DISTANCE)

    exact = Decimal(miles) * Decimal("1.609344")
    there = length(Decimal(miles), "mile")
    assert converts(there, length(exact.quantize(Decimal(1)), "kilometre")) is True
    assert converts(there, length((exact * 2).quantize(Decimal(1)), "kilometre")) is False
