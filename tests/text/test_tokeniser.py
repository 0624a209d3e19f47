"""One cut of a text, and what each reader takes as one of it."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.clauses.segments import parsed
from factcheck.clauses.tagging import words_in
from factcheck.models import Span
from factcheck.provenance.origins import masked_words
from factcheck.text.tokeniser import NUMBER, WORD, TextTokens
from factcheck.text.tokens import Tokens
from factcheck.times.grammar import time_grammar

NONE = re.compile("(?!)")
TEXTS = st.lists(
    st.sampled_from([*"aZé½5٣.,:-’'&$_%/ \n\t", "km", "000", "am", "U.S.", "12", "th", "million"]),
    max_size=30,
).map("".join)


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("12,400 went", "12 , 400 went"),
        ("a cease-fire", "a cease - fire"),
        ("U.S. troops’ M50s", "U . S . troops ’ M 50 s"),
        ("½ café_au", "½ café _ au"),
        ("one\n\n  two", "one \n two"),
    ],
)
def test_a_token_is_the_finest_piece_that_a_reader_asks_for(text: str, tokens: str) -> None:
    found = [text[start:end].strip(" ") for _, start, end in TextTokens(text).tokens]
    assert [token.replace("\n\n", "\n").strip(" ") for token in found] == tokens.split(" ")


@given(TEXTS)
def test_tokens_stand_in_order_and_leave_out_nothing_but_space(text: str) -> None:
    at = 0
    for kind, start, end in TextTokens(text).tokens:
        token = text[start:end]
        assert text[at:start].strip(" \t") == ""
        assert (kind == WORD) == (token.isalnum() and not token.isdecimal())
        assert (kind == NUMBER) == token.isdecimal()
        at = end
    assert text[at:].strip(" \t") == ""


def figures(text: str) -> str:
    tokens = Tokens(TextTokens(text))
    return "|".join(tokens.raw(index) for index in range(tokens.size))


def times(text: str) -> str:
    tokens = time_grammar("en").words.read(TextTokens(text))
    return "|".join(tokens.raw(index) for index in range(len(tokens.starts)))


def clauses(text: str) -> str:
    found = parsed(TextTokens(text), Span(start=0, end=len(text))).words
    return "|".join(text[word.start : word.end] for word in found)


def content(text: str) -> str:
    return "|".join(words_in(TextTokens(text)))


def copies(text: str) -> str:
    return "|".join(masked_words(text))


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("12,400 or 1,234.50", "12,400|or|1,234.50"),
        ("1,2345 and 1234,567", "1|,|2345|and|1234|,|567"),
        ("12,34,567 votes", "12,34,567|votes"),
        ("1.234.567 but 40.3.3", "1.234.567|but|40.3|.|3"),
        ("45 000 or 45 001", "45 000|or|45|001"),
        ("$3 450 but 3 450", "$|3 450|but|3|450"),
        ("3,5 million but 3,5 as listed", "3,5|million|but|3|,|5|as|listed"),
        ("a .300 average", "a|.300|average"),
        ("U.S. and end.The", "U.S.|and|end|.|The"),
        ("S&P but s&p", "S&P|but|s|&|p"),
        ("US$5, $US5, $5", "US$|5|,|$US|5|,|$|5"),
        ("Rs500, Y=100, mp3", "Rs|500|,|Y=|100|,|mp3"),
        ("country's cease-fire", "country's|cease|-|fire"),
        ("$1.6m -- so ...", "$|1.6|m|--|so|..."),
    ],
)
def test_what_is_one_to_the_reader_of_figures(text: str, joined: str) -> None:
    assert figures(text) == joined


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("2023-12-26 but 2023-12-261", "2023-12-26|but|2023|-|12|-|261"),
        ("12/26/2023 but 1/2/3/4", "12/26/2023|but|1|/|2/3/4"),
        ("at 5:30 p.m. or 5pm", "at|5:30 p.m.|or|5pm"),
        ("5 am but 5 amps", "5 am|but|5|amps"),
        ("17:06 but 17:063", "17:06|but|17|:|063"),
        ("'90s, 1990s, 90sx", "'90s|,|1990s|,|90|sx"),
        ("26th but 126th", "26th|but|126|th"),
        ("Oct.5 and 2,000", "Oct|.|5|and|2,000"),
        ("don't cease-fire", "don|'|t|cease|-|fire"),
    ],
)
def test_what_is_one_to_the_reader_of_times(text: str, joined: str) -> None:
    assert times(text) == joined


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("cease-fire, U.S.-backed", "cease-fire|,|U.S.-backed"),
        ("in the U.S. today.", "in|the|U.S.|today|."),
        ("fell by 5.4.", "fell|by|5.4|."),
        ("18-year-old 11:30 9%", "18|year-old|11:30|9%"),
        ("$1,500 (AP)'s “yes”", "1,500|(|AP|)|“|yes|”"),
        ("one - two -- three", "one|-|two|--|three"),
    ],
)
def test_what_is_one_to_the_reader_of_clauses(text: str, joined: str) -> None:
    assert clauses(text) == joined


def test_words_that_are_compared_are_those_of_clauses() -> None:
    assert (
        content("The U.S.-Mexico border, 5 troops’ (AP)'s.") == "The|U.S.-Mexico|border|troops|AP"
    )


def test_copies_mask_numbers_whole() -> None:
    assert copies("Don’t pay 1,204.50 or 11:30 for cease-fires.") == (
        "don't|pay|#|or|#|for|cease|fires"
    )


def test_a_part_of_a_text_may_begin_and_end_inside_a_word() -> None:
    tokens = TextTokens("aaaa bbbb")
    parts = [
        [(start, end) for _, start, end in tokens.joined(NONE, Span(start=start, end=end))]
        for start, end in ((0, 2), (2, 7), (7, 9))
    ]
    assert parts == [[(0, 2)], [(2, 4), (5, 7)], [(7, 9)]]
