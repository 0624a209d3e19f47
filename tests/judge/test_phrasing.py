"""Figures, days and quotes as a paper would print them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.judge.phrasing import (
    amount,
    answer,
    figure,
    listed,
    number_of,
    period,
    quoted,
    rounded,
    short_day,
    some_of,
    times,
)
from factcheck.kinds import Count, EventDate, EventTime
from factcheck.models import Dimension, Period, Quantity, Span

from .newsroom import (
    about,
    at_least,
    between,
    claim,
    exactly,
    just_over,
    measured,
    more_than,
    nearly,
    paper,
    up_to,
    vague,
)


@pytest.mark.parametrize(
    ("value", "printed"),
    [
        ("0", "0"),
        ("7", "7"),
        ("40", "40"),
        ("5.60", "5.6"),
        ("1600", "1,600"),
        ("999999", "999,999"),
        ("1000000", "1 million"),
        ("1200000", "1.2 million"),
        ("-2500000", "-2.5 million"),
        ("1234000", "1.234 million"),
        ("1234500", "1,234,500"),  # clearer than 1.2345 million
        ("999000000", "999 million"),
        ("1000000000", "1 billion"),
        ("2500000000", "2.5 billion"),
        ("3000000000000", "3 trillion"),
        ("1E+18", "1,000,000 trillion"),
        ("1E+19", "1e+19"),
        ("123456E+20", "1.23e+25"),
        ("1E-18", "0.000000000000000001"),
        ("1E-19", "1e-19"),
    ],
)
def test_a_figure_is_written_as_papers_write_it(value: str, printed: str) -> None:
    assert figure(Decimal(value)) == printed


@pytest.mark.parametrize(
    ("value", "step", "nearest"),
    [
        ("6.25", "0.1", "6.3"),  # half up, as readers round
        ("6.35", "0.1", "6.4"),
        ("6.24", "0.1", "6.2"),
        ("1E+18", "0.1", "1E+18"),
        ("1E+40", "0.01", "1E+40"),  # no step of a tenth is left in so large a figure
    ],
)
def test_rounding_is_half_up(value: str, step: str, nearest: str) -> None:
    assert rounded(Decimal(value), Decimal(step)) == Decimal(nearest)


def test_a_spread_is_told_in_times() -> None:
    assert times(Decimal("6.25")) == "6.3 times"
    assert times(Decimal("2.00")) == "2 times"


MILE = measured(Dimension.DISTANCE, "mile")


@pytest.mark.parametrize(
    ("quantity", "printed"),
    [
        (exactly(1600), "1,600"),
        (about(6000), "about 6,000"),
        (nearly(10000), "almost 10,000"),
        (just_over(200), "just over 200"),
        (more_than(2000), "more than 2,000"),
        (at_least(7), "at least 7"),
        (up_to(9000), "at most 9,000"),
        (Quantity(low=None, high=Decimal(50), high_inclusive=False), "fewer than 50"),
        (between(150, 200), "150 to 200"),
        (Quantity(low=Decimal(18), high=Decimal(24), approximate=True), "about 18 to 24"),
        # Neither people nor magnitudes need a word for what they are.
        (exactly(12, unit="person"), "12"),
        (exactly("5.6", **measured(Dimension.MAGNITUDE, "magnitude")), "5.6"),
        (exactly(300, unit="person", per="day"), "300 per day"),
        (exactly(3, per="week", **MILE), "3 miles per week"),
        (exactly(1, **MILE), "1 mile"),
        (at_least(1, **MILE), "at least 1 mile"),
        (up_to(1, **MILE), "at most 1 mile"),
        (between(1, 2, **MILE), "1 to 2 miles"),
        (exactly("0.5", **MILE), "0.5 miles"),
        (exactly(6, **measured(Dimension.DISTANCE, "foot")), "6 feet"),
        (exactly(6, **measured(Dimension.DISTANCE, "inch")), "6 inches"),
        (exactly(2, **measured(Dimension.DURATION, "century")), "2 centuries"),
        (exactly(4, **measured(Dimension.AREA, "square mile")), "4 square miles"),
        (exactly(4, **measured(Dimension.AREA, "square foot")), "4 square feet"),
        (exactly(30, **measured(Dimension.SPEED, "mile per hour")), "30 miles per hour"),
        (exactly(20, **measured(Dimension.TEMPERATURE, "degree Celsius")), "20 degrees Celsius"),
        (
            exactly(70, **measured(Dimension.TEMPERATURE, "degree Fahrenheit")),
            "70 degrees Fahrenheit",
        ),
        (
            exactly(1, **measured(Dimension.TEMPERATURE, "degree Fahrenheit")),
            "1 degree Fahrenheit",
        ),
        # A code stands for any number of it, and so does "percent".
        (exactly(40, **measured(Dimension.PERCENT, "percent")), "40 percent"),
        (exactly(5000, **measured(Dimension.MONEY, "EUR")), "€5,000"),
        (exactly("2.1", **measured(Dimension.MONEY, "USD")), "$2.10"),
        (exactly(-5, per="barrel", **measured(Dimension.MONEY, "USD")), "-$5 per barrel"),
        (at_least("-2.1", **measured(Dimension.MONEY, "GBP")), "at least -£2.10"),
        (exactly(-40, **measured(Dimension.MONEY, "NOK")), "-40 NOK"),
        (exactly("2.5", per="barrel", **measured(Dimension.MONEY, "GBP")), "£2.50 per barrel"),
        (at_least(3_000_000_000, **measured(Dimension.MONEY, "EUR")), "at least €3 billion"),
        (between(4, 5, **measured(Dimension.MONEY, "AUD")), "A$4 to A$5"),
        (exactly(40, **measured(Dimension.MONEY, "NOK")), "40 NOK"),
        (exactly(40, **measured(Dimension.MONEY, "peso")), "40 pesos"),
        (exactly("0.75", **measured(Dimension.PERCENT, "fraction")), "three quarters"),
        (exactly("0.3333", **measured(Dimension.PERCENT, "fraction")), "a third"),
        (exactly("0.07", **measured(Dimension.PERCENT, "fraction")), "7 percent"),
        (exactly(5, **measured(Dimension.MONEY, "dollar")), "$5"),
    ],
)
def test_a_quantity_is_told_with_hedge_and_unit(quantity: Quantity, printed: str) -> None:
    assert amount(quantity) == printed


# The Guardian and Associated Press style guides: words up to tenth, figures from 11th on.
@pytest.mark.parametrize(
    ("value", "printed"),
    [
        ("1", "first"), ("2", "second"), ("9", "ninth"), ("10", "tenth"), ("11", "11th"),
        ("12", "12th"), ("13", "13th"), ("14", "14th"), ("20", "20th"), ("21", "21st"),
        ("22", "22nd"), ("23", "23rd"), ("24", "24th"), ("101", "101st"), ("111", "111th"),
        ("112", "112th"), ("113", "113th"), ("121", "121st"), ("999", "999th"),
        ("1000", "1,000"), ("0", "0th"), ("1.5", "1.5"),
    ],
)  # fmt: skip
def test_a_place_in_a_row_is_an_ordinal(value: str, printed: str) -> None:
    assert amount(exactly(value, dimension=Dimension.ORDINAL)) == printed


@pytest.mark.parametrize(
    ("value", "printed"),
    [
        ("0.1", "a tenth"), ("0.2", "a fifth"), ("0.25", "a quarter"), ("0.4", "two fifths"),
        ("0.5", "half"), ("0.6", "three fifths"), ("0.6667", "two thirds"), ("0.8", "four fifths"),
        ("0.66", "66 percent"), ("0.125", "12.5 percent"), ("0.9", "90 percent"),
    ],
)  # fmt: skip
def test_a_share_is_worded_where_papers_have_a_word(value: str, printed: str) -> None:
    assert amount(exactly(value, **measured(Dimension.PERCENT, "fraction"))) == printed


@pytest.mark.parametrize(
    ("value", "printed"),
    [
        ("999.5", "$999.50"), ("1000.5", "$1,000.5"), ("45", "$45"),
        ("999", "$999"), ("1000", "$1,000"),
    ],
)  # fmt: skip
def test_a_small_sum_is_told_to_the_cent(value: str, printed: str) -> None:
    assert amount(exactly(value, **measured(Dimension.MONEY, "USD"))) == printed


@pytest.mark.parametrize(
    ("first", "last", "printed"),
    [
        (date(2024, 3, 5), date(2024, 3, 5), "Tuesday 5 March 2024"),
        (date(2024, 1, 1), date(2024, 12, 31), "2024"),
        (date(2024, 1, 1), date(2024, 12, 30), "1 January to 30 December 2024"),
        (date(2023, 1, 1), date(2024, 12, 31), "2023 to 2024"),
        (date(2024, 2, 1), date(2024, 2, 29), "February 2024"),
        (date(2023, 2, 1), date(2023, 2, 28), "February 2023"),
        (date(2024, 2, 1), date(2024, 2, 28),
         "1 to 28 February 2024"),
        (date(2024, 2, 2), date(2024, 2, 29),
         "2 to 29 February 2024"),
        (date(2024, 1, 1), date(2024, 2, 29), "1 January to 29 February 2024"),
        (date(2023, 3, 1), date(2024, 3, 31), "1 March 2023 to 31 March 2024"),
        (date(2024, 12, 1), date(2024, 12, 31), "December 2024"),
        (date(9999, 12, 1), date.max, "December 9999"),  # nothing follows the last day there is
        (date(2024, 3, 5), None, "from Tuesday 5 March 2024 on"),
        (None, date(2024, 3, 5), "until Tuesday 5 March 2024"),
    ],
)  # fmt: skip
def test_days_are_told_as_the_day_month_or_year_they_fill(
    first: date | None, last: date | None, printed: str
) -> None:
    assert period(Period(start=first, end=last), "then") == printed


# 1 January 2024 was a Monday, and so was the 8th; only seven days in turn have names of their own.
@pytest.mark.parametrize(
    ("when", "among", "printed"),
    [
        (date(2024, 1, 1), [], "Monday"),
        (date(2024, 1, 1), [date(2024, 1, 7)], "Monday"),
        (date(2024, 1, 7), [date(2024, 1, 1)], "Sunday"),
        (date(2024, 1, 1), [date(2024, 1, 8)], "1 January"),
        (date(2024, 1, 8), [date(2024, 1, 1)], "8 January"),
        (date(2024, 1, 1), [date(2024, 12, 31)], "1 January"),
        (date(2023, 12, 31), [date(2024, 1, 1)], "Sunday"),
        (date(2023, 12, 25), [date(2024, 1, 1)], "25 December 2023"),
    ],
)
def test_a_day_is_as_short_as_it_can_be_told_from_others(
    when: date, among: list[date], printed: str
) -> None:
    assert short_day(when, [when, *among]) == printed


@pytest.mark.parametrize(
    ("pattern", "printed"),
    [
        ("XXXX-WXX-1", "Monday"),
        ("XXXX-WXX-2", "Tuesday"),
        ("XXXX-WXX-7", "Sunday"),
        ("XXXX-01", "January"),
        ("XXXX-09", "September"),
        ("XXXX-12", "December"),
        ("XXXX-12-26", "26 December"),
        ("XXXX-05-02", "2 May"),
        ("XXXX-SU", "then"),
        ("XXXX-WXX-8", "then"),
        ("XXXX-13", "then"),
    ],
)
def test_a_partial_date_is_named_as_far_as_it_goes(pattern: str, printed: str) -> None:
    assert period(Period(pattern=pattern), "then") == printed


def test_what_a_claim_answers() -> None:
    article = paper("gazette", "At 17:06 (dozens of gulls) and 3 terns came on Tuesday.")
    clock = claim(article, "17:06", EventTime, clock="17:06")
    assert answer(clock) == "17:06"
    assert answer(clock.model_copy(update={"approximate": True})) == "about 17:06"
    assert answer(clock.model_copy(update={"zone": "GMT"})) == "17:06 GMT"
    # A vague word is its own best wording, without what stands around it.
    assert answer(claim(article, "(dozens of gulls)", quantity=vague(24))) == "dozens of gulls"
    assert answer(claim(article, "3 terns", quantity=exactly(3))) == "3"
    tuesday = Period(pattern="XXXX-WXX-2")
    assert answer(claim(article, "on Tuesday", EventDate, when=tuesday)) == "Tuesday"
    assert answer(claim(article, "came on Tuesday", EventDate)) == "came on Tuesday"


@pytest.mark.parametrize(
    ("names", "printed"),
    [
        ("", ""),
        ("a", "a"),
        ("ab", "a and b"),
        ("abc", "a, b and c"),
        ("abcdef", "a, b, c, d, e and f"),
        # One more than may be named is named too: "1 more" is no shorter.
        ("abcdefg", "a, b, c, d, e and 2 more"),
        ("abcdefgh", "a, b, c, d, e and 3 more"),
    ],
)
def test_many_names_are_cut_short(names: str, printed: str) -> None:
    assert some_of(list(names)) == printed


def test_lists_and_counts_in_words() -> None:
    assert listed(["a", "b", "c"], last="or") == "a, b or c"
    assert [number_of(number, "origin") for number in (0, 1, 2)] == [
        "0 origins",
        "one origin",
        "2 origins",
    ]


def told_in(text: str, quote: str) -> str:
    """How `quote` is quoted from an article that is one sentence."""
    article = paper("gazette", text)
    return quoted(claim(article, quote, quantity=exactly(9)), text)


@pytest.mark.parametrize(
    ("text", "quote", "printed"),
    [
        # Five words tell what is counted, four do not.
        ("Wardens say nine of the boats sank off Olm.", "nine of the boats sank",
         "“nine of the boats sank”"),
        ("Wardens say nine of the boats.", "nine of the boats", "“Wardens say nine of the boats”"),
        # Marks of quotation are not doubled, white space is not printed.
        ("“Nine  boats \t sank.”", "Nine  boats", "“Nine boats sank”"),
        # A word that would be cut is given whole.
        ("Only those few who remember the flood of that distant spring can say why 9 boats sank.",
         "9 boats",
         "“… remember the flood of that distant spring can say why 9 boats sank”"),
        ("The 9 boats sank before anybody could say which way the wind had turned after noon.",
         "9 boats",
         "“The 9 boats sank before anybody could say which way the wind had …”"),
    ],
)  # fmt: skip
def test_a_bare_figure_is_quoted_with_the_words_around_it(
    text: str, quote: str, printed: str
) -> None:
    assert told_in(text, quote) == printed


def test_nothing_is_quoted_from_the_sentences_around() -> None:
    text = "It rained. The 9 boats sank. Nobody cried."
    assert told_in(text, "9 boats") == "“The 9 boats sank”"


def test_a_long_quote_is_cut_at_a_word() -> None:
    words = " ".join(["Nine boats of the harbour", *["and then some more"] * 12])
    inside = told_in(f"{words}.", words).strip("“”")
    assert inside.endswith(" …")
    assert 150 < len(inside) <= 162
    assert words.startswith(f"{inside.removesuffix(' …')} ")


WORDS = st.lists(st.text("abcdefgh", min_size=1, max_size=9), max_size=30).map(" ".join)


@given(WORDS, WORDS)
def test_a_quote_stands_in_its_sentence_and_shows_where_it_is_cut(before: str, after: str) -> None:
    text = " ".join(f"Zest {before} 9 boats {after} zinc.".split())
    inside = told_in(text, "9 boats").strip("“”")
    words = inside.removeprefix("… ").removesuffix(" …")
    assert f" {words} " in f" {text.removesuffix('.')} "  # whole words
    assert inside.startswith("… ") != text.startswith(words)
    assert inside.endswith(" …") != text.removesuffix(".").endswith(words)
    left, right = words.split("9 boats")
    # Fifty characters on each side and the rest of a word, or all where only a word or two follow.
    assert min(50, text.index("9 boats")) <= len(left) <= 50 + 15
    assert len(right) <= 50 + 15


def test_a_span_at_the_ends_of_a_text_is_quoted() -> None:
    article = paper("gazette", "9 boats")
    whole = Count(
        article_id="gazette", span=Span(start=0, end=7), quote="9 boats",
        sentence=Span(start=0, end=7), quantity=exactly(9), rule="by hand",
    )  # fmt: skip
    assert quoted(whole, article.text) == "“9 boats”"


@pytest.mark.parametrize(
    ("clock", "zone", "printed"),
    [
        ("00:00", None, "midnight"),
        ("12:00", "Z", "noon UTC"),
        ("20:04", "+08:00", "20:04 UTC+8"),
        ("09:15", "+05:30", "09:15 UTC+5:30"),
        ("20:04", "-05:00", "20:04 UTC-5"),
        ("20:04", "local time", "20:04 local time"),
    ],
)
def test_a_clock_is_told_as_it_is_said(clock: str, zone: str | None, printed: str) -> None:
    article = paper("gazette", "It was then.")
    assert answer(claim(article, "then", EventTime, clock=clock, zone=zone)) == printed


def test_a_hedged_none_is_told_in_the_words_of_the_text() -> None:
    article = paper("gazette", "The odds of it were close to nil, and 0 boats sank.")
    assert answer(claim(article, "close to nil", quantity=about(0))) == "close to nil"
    assert answer(claim(article, "0", quantity=exactly(0))) == "0"
