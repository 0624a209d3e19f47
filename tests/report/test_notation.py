"""Figures and days as they stand in a column."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from factcheck.models import Dimension, Period, Quantity, Side
from factcheck.report.notation import period_text, quantity_text


@pytest.mark.parametrize(
    ("quantity", "text"),
    [
        (Quantity(low=Decimal("680000"), high=Decimal("680000")), "680,000"),
        (Quantity(low=Decimal("6E3"), high=Decimal("6E3"), approximate=True), "about 6,000"),
        (
            Quantity(low=Decimal(9), high=Decimal(9), approximate=True, side=Side.BELOW),
            "just below 9",
        ),
        (Quantity(low=Decimal(2000), high=None, low_inclusive=False), "> 2,000"),
        (Quantity(low=Decimal(15), high=None, unit="person"), "≥ 15"),
        (Quantity(low=None, high=Decimal(10000), per="day"), "≤ 10,000 per day"),
        (Quantity(low=None, high=Decimal(8), high_inclusive=False), "< 8"),
        (Quantity(low=Decimal(150), high=Decimal(200), unit="mile"), "150–200 mile"),
        (
            Quantity(low=Decimal("0.50"), high=Decimal("0.50"), dimension=Dimension.PERCENT),
            "0.5%",
        ),
        (Quantity(low=Decimal("-100"), high=Decimal("-100")), "-100"),
    ],
)
def test_quantities(quantity: Quantity, text: str) -> None:
    assert quantity_text(quantity) == text


@pytest.mark.parametrize(
    ("start", "end", "text"),
    [
        (date(2023, 12, 26), date(2023, 12, 26), "26 Dec 2023"),
        (date(2023, 12, 23), date(2023, 12, 24), "23–24 Dec 2023"),
        (date(2023, 1, 1), date(2023, 11, 30), "1 Jan – 30 Nov 2023"),
        (date(2023, 12, 31), date(2024, 1, 2), "31 Dec 2023 – 2 Jan 2024"),
        (None, date(2024, 1, 2), "until 2 Jan 2024"),
        (date(2024, 1, 2), None, "from 2 Jan 2024"),
    ],
)
def test_periods(start: date | None, end: date | None, text: str) -> None:
    assert period_text(Period(start=start, end=end)) == text


def test_a_partial_date_shows_what_is_known() -> None:
    assert period_text(Period(pattern="XXXX-WXX-2")) == "XXXX-WXX-2"
