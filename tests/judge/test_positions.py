"""The answers to one question: their order, their wording, and how far they lie apart."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from factcheck.judge.verdict import verdict_of
from factcheck.kinds import EventDate
from factcheck.models import Dimension, Period, Quantity, Status
from factcheck.results import Verdict

from .newsroom import (
    Told,
    about,
    at_least,
    between,
    claim,
    exactly,
    group_of,
    judged,
    measured,
    more_than,
    nearly,
    paper,
    up_to,
    vague,
)

MILE = measured(Dimension.DISTANCE, "mile")
CELSIUS = measured(Dimension.TEMPERATURE, "degree Celsius")
CATEGORY = measured(Dimension.MAGNITUDE, "category")
RANK: dict[str, Any] = {"dimension": Dimension.ORDINAL}
MAGNITUDE: dict[str, Any] = {"dimension": Dimension.MAGNITUDE}
MONDAY, TUESDAY = date(2024, 3, 4), date(2024, 3, 5)


def answers(*quantities: Quantity) -> list[str]:
    """The answers of a group to which each of several papers gives one, in their order."""
    return [p.answer for p in group_of(*(Told(quantity) for quantity in quantities)).positions]


def test_the_best_supported_answer_comes_first_and_then_the_larger() -> None:
    assert answers(exactly(20), exactly(31), exactly(31)) == ["31", "20"]
    assert answers(exactly(31), exactly(20), exactly(20)) == ["20", "31"]
    assert answers(exactly(20), exactly(31), exactly(26)) == ["31", "26", "20"]
    # A figure without a lower end goes by its upper one.
    assert answers(exactly(20), up_to(31), exactly(26)) == ["at most 31", "26", "20"]


def test_outlets_count_where_origins_are_even() -> None:
    # Two outlets print one text, so its figure has one origin like the other, but two outlets.
    text = "Nine of the boats were gone at dawn, and nobody on the quay had heard a sound."
    one, copy = paper("one", text), paper("copy", text)
    other = paper("other", "Wardens miss 14 boats.")
    claims = [claim(article, "Nine of the boats", quantity=exactly(9)) for article in (one, copy)]
    group = judged([other, one, copy], *claims, claim(other, "14 boats", quantity=exactly(14)))
    assert [(p.answer, p.origins, p.publishers) for p in group.positions] == [
        ("9", 1, ("One", "Copy")),
        ("14", 1, ("Other",)),
    ]


def test_a_figure_is_one_position_however_it_is_hedged() -> None:
    # The wording that most use; of two that are even, the one that says more.
    assert answers(about(600), exactly(600), about(600)) == ["about 600"]
    assert answers(exactly(600), exactly(600), about(600)) == ["600"]
    assert answers(exactly(600), nearly(600)) == ["almost 600"]
    assert answers(about(600), nearly(600)) == ["almost 600"]
    # A bound is an answer of its own.
    assert answers(more_than(600), exactly(600)) == ["more than 600", "600"]


def test_what_is_withdrawn_is_no_position() -> None:
    group = group_of(Told(exactly(59)), Told(exactly(62), status=Status.RETRACTED))
    assert [p.answer for p in group.positions] == ["59"]


def test_the_ends_of_a_position_are_as_written() -> None:
    (position,) = group_of(Told(more_than(5, **MILE))).positions
    assert (position.low, position.high) == (Decimal(5), None)
    article = paper("gazette", "It was then.")
    when = Period(start=MONDAY, end=TUESDAY)
    (day,) = judged([article], claim(article, "then", EventDate, when=when)).positions
    assert (day.low, day.high) == (MONDAY, TUESDAY)


def test_a_position_dates_from_the_first_who_gives_it() -> None:
    told = [Told(exactly(7), published=day) for day in (TUESDAY, None, MONDAY)]
    (position,) = group_of(*told).positions
    assert position.as_of == MONDAY
    (undated,) = group_of(Told(exactly(7))).positions
    assert undated.as_of is None


def test_a_speaker_is_named_once() -> None:
    article = paper("gazette", "There 9 deer ran. Then nine deer ran. So 9 of the deer ran.")
    quotes = zip(
        ("9 deer", "nine deer", "9 of the deer"), ("the police", "Police", None), strict=True
    )
    claims = [claim(article, q, quantity=exactly(9), attribution=who) for q, who in quotes]
    (position,) = judged([article], *claims).positions
    assert position.speakers == ("the police",)


@pytest.mark.parametrize(
    ("quantities", "spread"),
    [
        ([exactly(5), exactly(6)], "1.2"),
        ([exactly(6000), about(1600)], "3.75"),
        ([exactly(3), exactly(9), exactly(6)], "3"),
        ([exactly(3), exactly(1)], "3"),
        ([exactly(3), exactly(7)], "2.33"),
        ([between(100, 150), exactly(300)], "3"),
        ([more_than(100), up_to(200)], "2"),
        ([exactly(7)], "1"),
        # Where one is not above zero, or nothing names a figure, no spread tells anything.
        ([exactly(0), exactly(7)], None),
        ([exactly(-1), exactly(7)], None),
        ([vague(24), vague(200)], None),
        ([exactly(7), exactly(9, **MILE)], None),
        # 40 °C is not four times 10 °C, nor Category 4 twice Category 2.
        ([exactly(10, **CELSIUS), exactly(40, **CELSIUS)], None),
        ([exactly(2, **CATEGORY), exactly(4, **CATEGORY)], None),
        ([exactly(1, **RANK), exactly(3, **RANK)], None),
        ([exactly(3, **MAGNITUDE), exactly(6, **MAGNITUDE)], None),
        ([exactly(10, **MILE), exactly(40, **MILE)], "4"),
    ],
)
def test_the_spread_is_the_largest_figure_over_the_smallest(
    quantities: list[Quantity], spread: str | None
) -> None:
    found = group_of(*(Told(quantity) for quantity in quantities)).spread
    assert found == (None if spread is None else Decimal(spread))


@pytest.mark.parametrize(
    ("quantities", "median"),
    [
        ([exactly(5)], "5"),
        ([exactly(5), exactly(9)], "5"),  # of two in the middle the lower: nothing is averaged
        ([exactly(5), exactly(9), exactly(100)], "9"),
        ([exactly(5), exactly(9), exactly(20), exactly(100)], "9"),
        # One position is one position, however many hold it.
        ([exactly(5), exactly(9), exactly(9), exactly(9), exactly(100)], "9"),
        ([exactly(5), exactly(100), exactly(100), exactly(100), exactly(9)], "9"),
        # A range stands at its middle (150) and is told by its lower end.
        ([exactly(110), between(100, 200), exactly(160)], "100"),
        ([exactly(5), up_to(9), exactly(100)], "9"),
        ([exactly(5), vague(24)], "5"),
        ([vague(24)], None),
        ([exactly(5), exactly(9, **MILE)], None),
    ],
)
def test_the_median_is_a_figure_that_somebody_gives(
    quantities: list[Quantity], median: str | None
) -> None:
    found = group_of(*(Told(quantity) for quantity in quantities)).median
    assert found == (None if median is None else Decimal(median))


def test_what_knows_no_times_is_not_said_to_lie_times_apart() -> None:
    group = group_of(Told(exactly(10, **CELSIUS)), Told(exactly(40, **CELSIUS)))
    assert "apart" not in group.explanation
    assert group.median == 10


def test_dates_have_neither_spread_nor_median() -> None:
    group = group_of(
        Told(Period(start=MONDAY, end=MONDAY)), Told(Period(start=TUESDAY, end=TUESDAY))
    )
    assert (group.spread, group.median) == (None, None)


def test_a_group_without_pairs_agrees_or_is_single() -> None:
    assert verdict_of([], 0) is verdict_of([], 1) is Verdict.SINGLE
    assert verdict_of([], 2) is Verdict.AGREE


def pair_verdicts(*quantities: Quantity) -> Verdict:
    pairs = group_of(*(Told(quantity) for quantity in quantities)).pairs
    return verdict_of(pairs, 1)


def test_one_story_is_single_unless_it_contradicts_itself() -> None:
    assert pair_verdicts(exactly(23), exactly(24)) is Verdict.CONFLICT
    assert pair_verdicts(exactly(23), about(23)) is Verdict.SINGLE
    assert pair_verdicts(more_than(2000), exactly(10000)) is Verdict.SINGLE


def test_the_gravest_pair_gives_the_verdict() -> None:
    told = [exactly(23), about(23), at_least(2)]
    assert group_of(*map(Told, told)).verdict is Verdict.TENSION
    assert group_of(*map(Told, [*told, exactly(24)])).verdict is Verdict.CONFLICT
    assert group_of(*map(Told, told[:2])).verdict is Verdict.COMPATIBLE
