"""Figures of every form at one place of a text.

Only the figure is read here, and exactly: whether it is a quantity at all, what its hedge
does to it and what it counts is for others to say.
"""

from __future__ import annotations

import unicodedata
from decimal import Decimal

from factcheck.quantities.amounts import Amount, Form, of_a_size
from factcheck.quantities.digits import digits
from factcheck.quantities.lexis import Lexis
from factcheck.quantities.shares import half, share, share_of_unit
from factcheck.quantities.wordings import multiple, one_of_a_unit, ordinal, vague, words
from factcheck.text.tokens import Tokens


def read(tokens: Tokens, first: int, lexis: Lexis, *, money: bool = False) -> Amount | None:
    """The figure that begins at token `first`; `money` where a currency sign stands before it."""
    return of_a_size(_read(tokens, first, lexis, money=money))


def _read(tokens: Tokens, first: int, lexis: Lexis, *, money: bool) -> Amount | None:
    word = tokens.words[first]
    if tokens.digits(first):
        return digits(tokens, first, lexis, money=money)
    if (
        len(word) == 1
        and not word.isascii()
        and unicodedata.category(word) == "No"
        and word not in "²³¹"
    ):
        value = Decimal(unicodedata.numeric(word)).quantize(Decimal("0.0001"))
        return share_of_unit(tokens, Amount(first, first + 1, value, Form.SHARE), lexis)
    if word not in lexis.starters:
        return None
    return (
        vague(tokens, first, lexis)
        or half(tokens, first, lexis)
        or share(tokens, first, lexis)
        or ordinal(tokens, first, lexis)
        or words(tokens, first, lexis)
        or one_of_a_unit(tokens, first, lexis)
        or multiple(tokens, first, lexis)
    )
