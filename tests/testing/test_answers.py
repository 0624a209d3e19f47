"""The steps and roundings of made-up answers, by the decimal system."""

from __future__ import annotations

from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_EVEN, Decimal

import pytest

from factcheck.testing.answers import AnswerForm, _ranges, _round, _steps, _tens


@pytest.mark.parametrize(
    ("figure", "tens", "steps"),
    [
        (7, [], []),
        (10, [10], [10, 5]),
        (99, [10], [10, 5]),
        (100, [100, 10], [100, 50, 10, 5]),
        (6517, [1000, 100, 10], [1000, 500, 100, 50, 10, 5]),
    ],
)
def test_the_steps_of_round_figures(figure: int, tens: list[int], steps: list[int]) -> None:
    assert [*_tens(Decimal(figure))] == tens
    assert [*_steps(Decimal(figure))] == steps


@pytest.mark.parametrize(
    ("figure", "rounding", "share", "near"),
    [
        # Of 6,517 a tenth is 651: 6,000 is within it, and 7,000 by 483 too, but no half a step.
        (6517, ROUND_FLOOR, "0.1", 6000),
        (6517, ROUND_CEILING, "0.1", 7000),
        (6490, ROUND_CEILING, "0.1", 6500),
        (6517, ROUND_HALF_EVEN, "0.1", 7000),
        (6517, ROUND_FLOOR, "0.01", 6500),
        (6517, ROUND_FLOOR, "0.002", 6510),
        (6517, ROUND_FLOOR, "0.0001", None),
        (6000, ROUND_FLOOR, "0.1", None),  # round already
        (7, ROUND_FLOOR, "0.5", None),
    ],
)
def test_the_roundest_figure_near_another(
    figure: int, rounding: str, share: str, near: int | None
) -> None:
    number = Decimal(figure)
    found = _round(number, rounding, Decimal(share), _steps(number))
    assert found == (None if near is None else Decimal(near))


@pytest.mark.parametrize("figure", [53, 517, 6517, 81_234])
def test_a_range_lies_around_its_figure_between_two_steps(figure: int) -> None:
    (found,) = _ranges(Decimal(figure), "person")
    assert found.form is AnswerForm.RANGE
    assert found.low is not None
    assert found.high is not None
    assert 0 < found.low < figure < found.high
    assert found.high - found.low in [*_steps(Decimal(figure))]
    assert found.low % (found.high - found.low) == 0
    assert found.unit == "person"


@pytest.mark.parametrize("figure", [7, 10, 500])
def test_a_round_figure_lies_in_no_range(figure: int) -> None:
    assert [*_ranges(Decimal(figure), None)] == []
