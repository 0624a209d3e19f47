"""Figures that say where, or whom to call: "19 Plum Street", "26.9 degrees north", "called 911"."""

from __future__ import annotations

from factcheck.quantities.amounts import Amount
from factcheck.quantities.lexicon import QuantityLexicon
from factcheck.quantities.subjects import shows_count
from factcheck.quantities.titles import shouting
from factcheck.text.phrases import counted_phrase
from factcheck.text.tokens import Tokens

_POLE = 90  # degrees: "38 North", but "400 North of the river"


def street_ahead(tokens: Tokens, index: int, lexicon: QuantityLexicon) -> bool:
    """Whether up to four words of a name lead to a word for a street."""
    loud = shouting(tokens)
    for ahead in range(index, index + 4):
        if (
            ahead > index
            and tokens.words[ahead] in lexicon.contexts.streets
            and (tokens.capital(ahead))
        ):
            return True
        word = tokens.words[ahead]
        if not word[:1].isalnum() or not (
            tokens.capital(ahead)
            or tokens.digits(ahead)
            or "ORDINAL_ENDINGS" in tokens.classes[ahead]
        ):
            return False
        if loud and (word.endswith("s") or len(word) < 3):
            return False
        if ahead == index and "STREETS_BEFORE_NAMES" in tokens.classes[ahead] and not loud:
            return True
    return False


def street_in_words(tokens: Tokens, amount: Amount, lexicon: QuantityLexicon) -> bool:
    """Whether a number word belongs to the name of a street: "Seven Sisters Road was shut"; not
    "Three Supreme Court judges"."""
    if not street_ahead(tokens, amount.end, lexicon):
        return False
    last = amount.end
    while tokens.words[last] not in lexicon.contexts.streets:
        last += 1
    return counted_phrase(tokens, last + 1) is None


def place(tokens: Tokens, amount: Amount, lexicon: QuantityLexicon) -> int | None:
    """The end of an address or a coordinate that has the figure: "19 Plum Street", "26.9 degrees
    north", "the website 38 North". `None` for another figure."""
    coordinates = lexicon.contexts.coordinates
    if (
        amount.bare
        and "," not in tokens.words[amount.first]
        and street_ahead(tokens, amount.end, lexicon)
    ):
        return amount.end
    if tokens.touches(amount.end - 1) and amount.end == amount.first + 2:
        return (
            amount.end if street_ahead(tokens, amount.end, lexicon) else None
        )  # "221B Low Street"
    if tokens.words[amount.end] == "°" and tokens.digits(amount.end + 1):
        return _bearing_end(tokens, amount.end + 1)  # 34°05'N
    places = len(tokens.words[amount.first].partition(".")[2]) + tokens.touches(amount.end)
    quarter = tokens.words[amount.end] in coordinates and tokens.capital(amount.end)
    if quarter and not tokens.raw(amount.end).isupper():
        parallel = amount.bare and amount.value <= _POLE and not shouting(tokens)
        return amount.end if parallel and not tokens.capital(amount.end + 1) else None
    return amount.end if places > 2 and quarter else None


def _bearing_end(tokens: Tokens, index: int) -> int:
    """The end of a coordinate: of its minutes, seconds and compass point."""
    while index < tokens.size and tokens.touches(index) and tokens.words[index] not in {".", ","}:
        index += 1
    return index


def telephone(tokens: Tokens, amount: Amount, lexicon: QuantityLexicon) -> int | None:
    """The end of a number to call: "called 911", "a 311 operator", "the 112 line". `None` for
    another figure: "911 homes" are counted."""
    word, after = tokens.words[amount.first], tokens.words[amount.end]
    if not amount.bare or len(word) != 3 or not word.isdecimal():
        return None
    near = (*tokens.words[max(0, amount.first - 2) : amount.first], after)
    if tokens.word(amount.first - 1) == "between" or (
        after == "-" and tokens.digits(amount.end + 1)
    ):
        return None  # "between 999 and 1,040 arrivals", "999-1,040 arrivals"
    if word in lexicon.contexts.telephones.numbers:
        counts = after not in lexicon.contexts.telephones.words and shows_count(
            tokens, amount, lexicon
        )
        return None if counts else amount.end
    service = word.endswith("11") and any(w in lexicon.contexts.telephones.words for w in near)
    return amount.end if service else None
