"""Two partial dates conflict only if no calendar can satisfy both."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.models import Period
from factcheck.times import compatible

PATTERNS = st.one_of(
    st.integers(1, 7).map("XXXX-WXX-{}".format),
    st.integers(1, 12).map("XXXX-{:02d}".format),
    st.dates(date(2000, 1, 1), date(2000, 12, 31)).map(lambda d: f"XXXX-{d:%m-%d}"),
    st.sampled_from(["XXXX-WXX-WE", "XXXX-SU", "XXXX-Q3", "XXXX-XX-XX"]),
)
DAYS = st.dates(date(1950, 1, 1), date(2050, 12, 31))


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("XXXX-WXX-2", "XXXX-WXX-2", True),
        ("XXXX-WXX-2", "XXXX-WXX-3", False),
        ("XXXX-WXX-2", "XXXX-12-26", True),
        ("XXXX-WXX-3", "XXXX-02-29", True),
        ("XXXX-12", "XXXX-12-26", True),
        ("XXXX-11", "XXXX-12-26", False),
        ("XXXX-SU", "XXXX-Q1", False),
        ("XXXX-WI", "XXXX-01-03", True),
        ("XXXX-WXX-6", "XXXX-WXX-WE", True),
        ("XXXX-WXX-1", "XXXX-WXX-WE", False),
        ("XXXX-12-26TNI", "XXXX-12-26", True),
        ("XXXX-something", "XXXX-12-26", True),
    ],
)
def test_patterns(one: str, other: str, expected: bool) -> None:
    assert compatible(one, other) is expected
    assert compatible(other, one) is expected


def test_a_pattern_against_days() -> None:
    tuesday = Period(start=date(2023, 12, 26), end=date(2023, 12, 26))
    weekend = Period(start=date(2023, 12, 23), end=date(2023, 12, 24))
    assert compatible(tuesday, "XXXX-WXX-2")
    assert not compatible(tuesday, "XXXX-WXX-7")
    assert compatible(weekend, "XXXX-WXX-7")
    assert not compatible(weekend, tuesday)
    assert compatible(Period(start=date(2023, 12, 26)), "XXXX-WXX-7")


@given(day=DAYS, other=PATTERNS)
def test_a_day_fits_its_own_patterns(day: date, other: str) -> None:
    period = Period(start=day, end=day)
    for own in (f"XXXX-WXX-{day.isoweekday()}", f"XXXX-{day:%m-%d}", f"XXXX-{day:%m}"):
        assert compatible(period, own)
        if compatible(period, other):
            assert compatible(own, other)


@given(day=DAYS, length=st.integers(6, 400), weekday=st.integers(1, 7))
def test_a_week_or_more_holds_every_weekday(day: date, length: int, weekday: int) -> None:
    period = Period(start=day, end=day + timedelta(days=length))
    assert compatible(period, f"XXXX-WXX-{weekday}")
