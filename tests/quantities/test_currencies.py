"""Sums in the currencies of the world, by code, sign and name."""

from __future__ import annotations

import pytest
from babel.numbers import list_currencies

from factcheck.models import Dimension
from factcheck.quantities import find_quantities


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("It costs RM23.50 a kilo.", "MYR"),
        ("It costs NZ $99.99 now.", "NZD"),
        ("A fare of MXN$20 is due.", "MXN"),
        ("A fare of FJ$20 is due.", "FJD"),
        ("The fine is PLN 500.", "PLN"),
        ("The fine is 500 PLN.", "PLN"),
        ("The fine is 500 zlotys.", "PLN"),
        ("The fine is 500 Polish zlotys.", "PLN"),
        ("It cost 300,000 tenge.", "KZT"),
        ("It cost 40 Romanian lei.", "RON"),
        ("It cost 9 million Guatemalan quetzals.", "GTQ"),
        ("It cost 9 million bolivars.", "VES"),
        ("It cost 9 million Venezuelan bolívars.", "VES"),
        ("It cost N20 million.", "NGN"),
        ("It cost R20 million.", "ZAR"),
        ("He paid 15 sen.", "sen"),
        ("He paid 40 kopecks.", "kopeck"),
    ],
)
def test_a_sum_in_a_currency(text: str, unit: str) -> None:
    (mention,) = find_quantities(text)
    assert (mention.quantity.unit, mention.quantity.dimension) == (unit, Dimension.MONEY)


@pytest.mark.parametrize(
    "text",
    [
        "The TOP 10 are out.",
        "Goal SDG 3 is met.",
        "They saw 12 quetzals.",
        "He got 10 marks.",
        "They won 3 gold medals.",
        "ALL 40 TRY AGAIN",
        "an R2 unit",
        "The N20 is closed.",
    ],
)
def test_a_code_or_name_that_is_another_word_is_no_sum(text: str) -> None:
    assert all(m.quantity.dimension is not Dimension.MONEY for m in find_quantities(text))


def test_a_single_letter_before_a_dollar_sign_is_an_article() -> None:
    (mention,) = find_quantities("A $5 fee is due.")
    assert mention.quantity.unit == "dollar"


def test_most_codes_of_the_repository_are_read_behind_a_figure() -> None:
    read = {
        code
        for code in list_currencies()
        for mention in find_quantities(f"The fine was 1,250 {code} then.")
        if mention.quantity.unit == code
    }
    # Some 150 are in force, a score of which are other words.
    assert len(read) >= 120
