"""What the times of two differing answers say of their question."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import date

import pytest

from factcheck.linkage import model
from factcheck.linkage.time_levels import time_levels
from tests.linkage.newsdesk import marked

MONDAY, TUESDAY = date(2024, 6, 3), date(2024, 6, 4)


def reached(left: str, right: str, days: Sequence[date | None] = ()) -> dict[str, float]:
    """The levels of two answers in square brackets, each in an article of its own."""
    (one, other, *_), _ = marked(left, right, days=days)
    found = {level.name: level.amount for level in time_levels(one, other)}
    assert found == {level.name: level.amount for level in time_levels(other, one)}
    return found


def test_days_are_as_far_apart_as_the_calendar_has_them() -> None:
    year = math.log1p(model.comparison().year)
    for day, between in (("4 June 2024", 1), ("7 June 2024", 4), ("2 June 2025", 364)):
        found = reached("The mill [closed on 3 June 2024].", f"The mill [closed on {day}].")
        assert found.pop("days_between") == pytest.approx(math.log1p(between) / year)
        assert found == ({"next_day": 1.0} if between == 1 else {})


def test_a_day_whose_place_in_the_calendar_is_open_says_nothing() -> None:
    day = "The mill [closed on Monday]."
    assert reached(day, day, (None, None)) == {}


def test_two_figures_with_a_time_each_are_dated() -> None:
    dated = "Police freed [40 men] on Sunday."
    assert reached(dated, "On Saturday they freed [35 men].") == {"both_dated": 1.0}
    assert reached(dated, "They freed [35 men].") == {}


def test_the_larger_figure_may_be_printed_later() -> None:
    few, many = "They freed [40 men].", "They freed [55 men]."
    assert reached(few, many, (MONDAY, TUESDAY)) == {"later_larger": 1.0}
    assert reached(many, few, (MONDAY, TUESDAY)) == {}
    assert reached(few, many, (MONDAY, MONDAY)) == {}
    assert reached(few, many, (None, TUESDAY)) == {}
    # What both may mean is no growth.
    assert reached("They freed [about 54 men].", many, (MONDAY, TUESDAY)) == {}
