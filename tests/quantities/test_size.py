"""How large a figure may be: a googol counts nothing any more."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from factcheck.quantities import find_quantities
from factcheck.quantities.amounts import Amount, Form, is_multiple, is_whole, of_a_size, plain


@pytest.mark.parametrize(
    ("value", "fits"),
    [("1e100", False), ("-1e100", False), ("9.99e99", True), ("-9.99e99", True), ("0", True)],
)
def test_a_figure_is_less_than_a_googol(value: str, fits: bool) -> None:
    amount = Amount(0, 1, Decimal(1), Form.DIGITS)
    found = of_a_size(replace(amount, value=Decimal(value)))
    assert (found is not None) is fits
    assert of_a_size(None) is None


@pytest.mark.parametrize(
    ("value", "whole"), [("3", True), ("3.0", True), ("3.5", False), ("1e40", True), ("-2", True)]
)
def test_what_is_whole(value: str, whole: bool) -> None:
    assert is_whole(Decimal(value)) is whole


@pytest.mark.parametrize(("value", "step", "fits"), [("40", 10, True), ("45", 10, False)])
def test_what_a_step_divides(value: str, step: int, fits: bool) -> None:
    assert is_multiple(Decimal(value), step) is fits


@pytest.mark.parametrize(("value", "shown"), [("1500000.0", "1500000"), ("1.5", "1.5")])
def test_a_figure_without_the_zeros_behind_its_point(value: str, shown: str) -> None:
    assert str(plain(Decimal(value))) == shown


@pytest.mark.parametrize(
    ("words", "figures"),
    [
        # A hundred is counted up to ninety-nine times, a thousand by any number below it.
        ("one hundred hundred boats", [100, 100]), ("hundred hundred boats", [100, 100]),
        ("ninety hundred boats", [9000]), ("one hundred thousand boats", [100_000]),
("three hundred two boats", [302]),
        ("ninety-nine hundred boats", [9900]),
    ],
)  # fmt: skip
def test_how_words_of_number_add_up(words: str, figures: list[int]) -> None:
    found = [mention.quantity.low for mention in find_quantities(f"They built {words}.")]
    assert found == figures
