"""Figures of every form at one place of a text.

Only the figure is read here, and exactly: whether it is a quantity at all, what its hedge
does to it and what it counts is for others to say.
"""

from __future__ import annotations

import unicodedata
from decimal import Decimal

from factcheck.quantities.amounts import Amount, Form, of_a_size
from factcheck.quantities.digits import digits
from factcheck.quantities.lexicon import QuantityLexicon
from factcheck.quantities.numerals import multiple, one_of_a_unit, ordinal, vague, words
from factcheck.quantities.shares import half, share, share_of_unit
from factcheck.text.tokens import Tokens


def read(
    tokens: Tokens, first: int, lexicon: QuantityLexicon, *, money: bool = False
) -> Amount | None:
    """The figure that begins at token `first`; `money` where a currency sign stands before it."""
    return of_a_size(_read(tokens, first, lexicon, money=money))


def _read(tokens: Tokens, first: int, lexicon: QuantityLexicon, *, money: bool) -> Amount | None:
    """The figure at token `first`, in digits or words; `None` where none begins."""
    word = tokens.words[first]
    if tokens.digits(first):
        return digits(tokens, first, lexicon, money=money)
    if (
        len(word) == 1
        and not word.isascii()
        and unicodedata.category(word) == "No"
        and word not in "²³¹"
    ):
        value = Decimal(unicodedata.numeric(word)).quantize(Decimal("0.0001"))
        return share_of_unit(tokens, Amount(first, first + 1, value, Form.SHARE), lexicon)
    if word not in lexicon.starters:
        return None
    return (
        vague(tokens, first, lexicon)
        or half(tokens, first, lexicon)
        or share(tokens, first, lexicon)
        or ordinal(tokens, first, lexicon)
        or words(tokens, first, lexicon)
        or one_of_a_unit(tokens, first, lexicon)
        or multiple(tokens, first, lexicon)
    )
