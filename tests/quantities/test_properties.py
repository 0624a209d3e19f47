"""Laws: a figure and its wording are built together, so the reader is never its own oracle."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from factcheck.models import Dimension
from factcheck.quantities import find_quantities

_SMALL = [
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen"),
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_MAGNITUDES = {
    "million": 6, "billion": 9, "trillion": 12, "bn": 9, "mln": 6, "thousand": 3, "lakh": 5,
    "crore": 7,
}  # fmt: skip
# What a hedge before a figure leaves of it: low, high, low inclusive, high inclusive, approximate.
_HEDGES = {
    "": (True, True, True, True, False),
    "about": (True, True, True, True, True),
    "some": (True, True, True, True, True),
    "an estimated": (True, True, True, True, True),
    "nearly": (True, True, True, True, True),
    "just over": (True, True, True, True, True),
    "more than": (True, False, False, True, False),
    "over": (True, False, False, True, False),
    "at least": (True, False, True, True, False),
    "no fewer than": (True, False, True, True, False),
    "up to": (False, True, True, True, False),
    "as many as": (False, True, True, True, False),
    "at most": (False, True, True, True, False),
    "fewer than": (False, True, True, False, False),
}
_NOUNS = {"people": "person", "boats": None, "rescue workers": "person", "burned-out cars": None}
_UNITS = {
    "km": ("kilometre", Dimension.DISTANCE),
    "miles": ("mile", Dimension.DISTANCE),
    "hours": ("hour", Dimension.DURATION),
    "acres": ("acre", Dimension.AREA),
    "percent": ("percent", Dimension.PERCENT),
    "percentage points": ("percentage point", Dimension.PERCENTAGE_POINT),
    "euros": ("EUR", Dimension.MONEY),
    "dollars": ("dollar", Dimension.MONEY),
    "tonnes": ("tonne", Dimension.MASS),
}


def words_for(number: int, joined: str = " and ") -> str:
    """English number words, written from the grammar of them and not from the reader."""
    if number < 20:
        return _SMALL[number]
    if number < 100:
        tens, ones = divmod(number, 10)
        return _TENS[tens - 2] + (f"-{_SMALL[ones]}" if ones else "")
    if number < 1000:
        hundreds, rest = divmod(number, 100)
        return f"{_SMALL[hundreds]} hundred" + (joined + words_for(rest) if rest else "")
    for name, size in (("million", 10**6), ("thousand", 10**3)):
        if number >= size:
            count, rest = divmod(number, size)
            tail = "" if not rest else " " + words_for(rest, joined)
            return f"{words_for(count, joined)} {name}{tail}"
    raise AssertionError(number)


@pytest.mark.parametrize("tens", _TENS)
def test_a_hyphen_joins_tens_with_what_is_below_ten(tens: str) -> None:
    for number, ones in enumerate(_SMALL[1:], 1):
        found = [m.quantity.low for m in find_quantities(f"{tens}-{ones} boats")]
        whole = Decimal(10 * (_TENS.index(tens) + 2) + number)
        assert (found == [whole]) is (number <= 9), ones


@given(st.integers(min_value=2, max_value=999_999_999), st.sampled_from([" and ", " "]))
def test_number_words_name_their_figure(number: int, joined: str) -> None:
    (mention,) = find_quantities(f"Officials counted {words_for(number, joined)} boats there.")
    assert mention.quantity.low == mention.quantity.high == number


@given(st.integers(min_value=10_000, max_value=10**15))
def test_separators_do_not_change_a_figure(number: int) -> None:
    for written in (str(number), f"{number:,}", f"{number:,}".replace(",", "\u202f")):
        (mention,) = find_quantities(f"Officials counted {written} boats there.")
        assert mention.quantity.low == mention.quantity.high == number


@given(
    st.decimals(min_value=1, max_value=999, places=1),
    st.sampled_from(sorted(_MAGNITUDES)),
    st.sampled_from(sorted(_HEDGES)),
    st.sampled_from(sorted(_NOUNS)),
)
def test_hedge_magnitude_and_noun_are_read_together(
    figure: Decimal, magnitude: str, hedge: str, noun: str
) -> None:
    value = figure * Decimal(10) ** _MAGNITUDES[magnitude]
    has_low, has_high, low_in, high_in, approximate = _HEDGES[hedge]
    (mention,) = find_quantities(f"It would displace {hedge} {figure} {magnitude} {noun}.")
    quantity = mention.quantity
    assert quantity.low == (value if has_low else None)
    assert quantity.high == (value if has_high else None)
    assert (quantity.low_inclusive, quantity.high_inclusive) == (low_in, high_in)
    assert quantity.approximate is approximate
    assert quantity.unit == _NOUNS[noun]
    assert mention.subject == noun


@given(
    st.decimals(min_value=2, max_value=9999, places=2),
    st.sampled_from(sorted(_UNITS)),
    st.sampled_from(sorted(_HEDGES)),
)
def test_a_unit_is_named_and_its_figure_kept(figure: Decimal, unit: str, hedge: str) -> None:
    (mention,) = find_quantities(f"The total was {hedge} {figure:,} {unit}.")
    name, dimension = _UNITS[unit]
    assert (mention.quantity.unit, mention.quantity.dimension) == (name, dimension)
    has_low, has_high, *_ = _HEDGES[hedge]
    assert mention.quantity.low == (figure if has_low else None)
    assert mention.quantity.high == (figure if has_high else None)


@example(999, 41, "between {} and {:,}")  # 999 is also a number to call
@example(999, 41, "{}–{:,}")
@given(
    st.integers(min_value=20, max_value=9_999),
    st.integers(min_value=1, max_value=9_999),
    st.sampled_from(["{} to {}", "between {} and {}", "from {} to {}", "{:,}–{:,}"]),
)
def test_a_range_keeps_both_ends(low: int, more: int, form: str) -> None:
    # Two bare figures that may both be years are years: "between 1914 and 1918".
    assume(not (1500 <= low <= 2100 and low + more <= 2100 and "," not in form))
    text = f"They expect {form.format(low, low + more)} arrivals."
    (mention,) = find_quantities(text)
    assert mention.quantity.low == low
    assert mention.quantity.high == low + more


@given(st.text(max_size=300))
def test_any_string_gives_a_result_whose_quotes_stand_in_it(text: str) -> None:
    for mention in find_quantities(text):
        assert mention.span.of(text) == mention.quote


_PIECES = st.sampled_from(
    [
        "1,000,000,", "a hundred and ", "(", "between ", "5% or ", "-", "1-", "$", "one in ",
        "hundreds of ", "ages 10, ", "more than about ", "U.S. ", "people ", "\n", "½", "½ ",
        "3/4", "May 5 ", "12:30", "’", "no. ", "a ", "half ", "and a half", "six foot ", "to ",
        "daily ", "of them ", "0x", "9" * 30, "١٢", "²",
    ]
)  # fmt: skip


@given(st.lists(_PIECES, max_size=40).map("".join))
def test_hostile_pieces_in_any_order_raise_nothing(text: str) -> None:
    for mention in find_quantities(text):
        assert mention.span.of(text) == mention.quote
        assert mention.span.covers(mention.figure)


@given(st.lists(_PIECES, min_size=1, max_size=6).map("".join), st.integers(1, 40))
def test_what_stands_in_another_line_changes_nothing(piece: str, count: int) -> None:
    line = "Officials counted 4,711 boats there."
    alone = find_quantities(line)[0].quantity
    behind = [m for m in find_quantities(f"{piece * count}\n\n{line}") if m.quote == "4,711 boats"]
    assert [m.quantity for m in behind] == [alone]
