"""Sizes of units and of number words, against tables that others have published.

Definitions: the International System (BIPM, brochure, 9th edition, 2019), the international yard
and pound agreement of 1959 and NIST Special Publication 811 (2008), appendix B.8. Each size is
worked out here from the defined one, so that a digit that slips in the lexicon is seen.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

import pytest

from factcheck.lexicon import load
from factcheck.models import Dimension
from factcheck.quantities import find_quantities
from factcheck.quantities.lexicon import quantity_lexicon
from factcheck.quantities.unit_shapes import Units

FOOT = Fraction("0.3048")  # defined, 1959
POUND = Fraction("0.45359237")  # defined, 1959
MILE = 5280 * FOOT
NAUTICAL = Fraction(1852)  # metres; BIPM, table 8
LIGHT = Fraction(299_792_458)  # metres per second; BIPM, 2.3.1
HOUR = 3600

# In the base unit of the dimension: metre, square metre, kilogram, litre, metre per second, joule,
# watt, byte, second.
SIZES: dict[str, Fraction | int] = {
    "millimetre": Fraction(1, 1000), "centimetre": Fraction(1, 100), "metre": 1,
    "kilometre": 1000, "inch": FOOT / 12, "foot": FOOT, "yard": 3 * FOOT, "mile": MILE,
    "nautical mile": NAUTICAL,
    # IAU: a Julian year of 365.25 days at the speed of light.
    "light-year": LIGHT * Fraction("365.25") * 24 * HOUR,
    "parsec": 30_856_775_814_913_673,  # IAU 2015, resolution B2
    "square millimetre": Fraction(1, 10**6), "square centimetre": Fraction(1, 10**4),
    "square metre": 1, "square kilometre": 10**6, "square mile": MILE**2,
    "square foot": FOOT**2, "square yard": 9 * FOOT**2, "square inch": (FOOT / 12) ** 2,
    "hectare": 10**4, "acre": MILE**2 / 640,
    "milligram": Fraction(1, 10**6), "microgram": Fraction(1, 10**9),
    "gram": Fraction(1, 1000), "kilogram": 1, "pound": POUND, "ounce": POUND / 16,
    "carat": Fraction(2, 10**4), "tonne": 1000, "kiloton": 10**6, "megaton": 10**9,
    "gigaton": 10**12, "stone": 14 * POUND,
    "litre": 1, "millilitre": Fraction(1, 1000), "centilitre": Fraction(1, 100),
    "cubic metre": 1000, "cubic foot": FOOT**3 * 1000, "cubic kilometre": 10**12,
    "billion cubic metre": 10**12, "billion cubic foot": FOOT**3 * 10**12,
    "trillion cubic foot": FOOT**3 * 10**15,
    "cubic centimetre": Fraction(1, 1000),
    "mile per hour": MILE / HOUR, "kilometre per hour": Fraction(1000, HOUR),
    "metre per second": 1, "foot per second": FOOT, "knot": NAUTICAL / HOUR,
    "degree Celsius": 1, "degree Fahrenheit": Fraction(5, 9), "kelvin": 1,
    "watt hour": HOUR, "kilowatt hour": 1000 * HOUR,
    "megawatt hour": 10**6 * HOUR, "gigawatt hour": 10**9 * HOUR,
    "terawatt hour": 10**12 * HOUR, "joule": 1, "kilojoule": 1000,
    "watt": 1, "kilowatt": 1000, "megawatt": 10**6, "gigawatt": 10**9, "terawatt": 10**12,
    "byte": 1, "kilobyte": 10**3, "megabyte": 10**6, "gigabyte": 10**9, "terabyte": 10**12,
    "second": 1, "minute": 60, "hour": HOUR, "day": 24 * HOUR, "week": 7 * 24 * HOUR,
    "fortnight": 14 * 24 * HOUR, "millisecond": Fraction(1, 1000), "petabyte": 10**15,
}  # fmt: skip
# In months: the calendar has no fixed number of days for these.
MONTHS = {"month": 1, "year": 12, "decade": 120, "century": 1200, "millennium": 12000}
HUNDREDTHS = dict.fromkeys(("cent", "penny", "euro cent"), Fraction(1, 100))
SCALES: dict[str, Mapping[str, Fraction | int]] = {"si": SIZES, "months": MONTHS}
# 0 °C is 273.15 K, and 32 °F is 0 °C.
ZEROS = {"degree Celsius": Fraction("273.15"), "kelvin": Fraction(0),
         "degree Fahrenheit": Fraction("273.15") - 32 * Fraction(5, 9)}  # fmt: skip
CLOSE = Fraction(1, 10**20)  # what 28 digits leave of a size that has no end


@pytest.mark.parametrize("name", sorted(quantity_lexicon().sized))
def test_a_unit_has_the_size_that_its_definition_gives_it(name: str) -> None:
    unit = quantity_lexicon().sized[name]
    assert unit.size is not None
    size = Fraction(SCALES.get(unit.scale, HUNDREDTHS)[name])
    assert abs(Fraction(unit.size) / size - 1) < CLOSE
    assert abs(Fraction(unit.zero) - ZEROS.get(name, 0)) < CLOSE * 300


# As dictionaries have them; those of India: 1 lakh is 1,00,000 and 1 crore 1,00,00,000.
WORDS = {
    "hundred": 10**2, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12,
    "lakh": 10**5, "crore": 10**7, "dozen": 12,
}  # fmt: skip


@pytest.mark.parametrize("word", WORDS)
def test_a_number_word_is_as_large_as_it_says(word: str) -> None:
    for count, written in ((3, "three"), (7, "7"), (12, "12")):
        (found,) = find_quantities(f"They sold {written} {word} lamps.")
        assert found.quantity.low == found.quantity.high == count * WORDS[word]
    several = find_quantities(f"{word}s of lamps")
    assert [mention.quantity.vague for mention in several] == [True]
    assert several[0].quantity.low == 2 * WORDS[word]


def test_money_in_lakhs_and_crores() -> None:
    (found,) = find_quantities("It cost Rs 2.5 crore.")
    assert (found.quantity.low, found.quantity.dimension) == (Decimal(25_000_000), Dimension.MONEY)


SCALE = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
         "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
         "nineteen", "twenty"]  # fmt: skip
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def test_every_number_word_up_to_a_thousand() -> None:
    """Spelled by the rules of English, with "and" and without."""

    def spelled(number: int) -> str:
        if number <= 20:
            return SCALE[number - 1]
        if number < 100:
            tens, ones = divmod(number, 10)
            return TENS[tens - 2] + (f"-{SCALE[ones - 1]}" if ones else "")
        hundreds, rest = divmod(number, 100)
        joint = " and " if number % 2 else " "
        return f"{SCALE[hundreds - 1]} hundred" + (f"{joint}{spelled(rest)}" if rest else "")

    for number in range(2, 1000):
        (found,) = find_quantities(f"They sold {spelled(number)} lamps.")
        assert found.quantity.low == found.quantity.high == number, spelled(number)


def test_each_unit_and_each_sign_in_context_is_told_once() -> None:
    units = load("quantity_units", Units, "en")
    names = [unit.name for unit in units.unit]
    assert len(names) == len(set(names))
    signs = [(sign, one.unit) for one in units.in_context for sign in one.signs]
    assert len(signs) == len(set(signs))
