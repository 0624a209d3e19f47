"""Figures in digits, with their magnitude: "12,400", "1.6m", "3.5 trn", "2½"."""

from __future__ import annotations

from decimal import Decimal

from factcheck.quantities.amounts import Amount, Form, is_multiple, is_whole, number, plain
from factcheck.quantities.lexicon import QuantityLexicon
from factcheck.quantities.shares import fraction_behind, one_in, share_of_unit, written_fraction
from factcheck.text.phrases import after_article, counted_phrase
from factcheck.text.tokens import Tokens

_MOST_GROUPS = 4  # of three digits: billions, and their thousands
_HALF, _MILLION = Decimal("0.5"), Decimal(1_000_000)


def digits(tokens: Tokens, first: int, lexicon: QuantityLexicon, *, money: bool) -> Amount | None:
    """The figure in digits at token `first`, with its magnitude, fraction or exponent."""
    value = number(tokens.words[first])
    if value is None:
        return None
    end = first + 1
    for group in _groups_of_three(tokens, first, lexicon):
        value, end = value * 1000 + int(group), end + 1
    fraction = written_fraction(tokens, first, lexicon)
    if fraction is not None:
        return share_of_unit(tokens, Amount(first, first + 3, fraction, Form.SHARE), lexicon)
    added = fraction_behind(tokens, end, lexicon)
    if added is not None and is_whole(value):
        part, end = added
        value += part
    power = _power_of_ten(tokens, end)
    if power is not None:
        exponent, end = power
        return Amount(first, end, value.scaleb(exponent), Form.DIGITS)
    if tokens.words[end] == "and" and tokens.words[end + 1 : end + 3] == ["a", "half"]:
        value, end = value + _HALF, end + 3
    scale, scaled = _magnitude(tokens, end, lexicon, money=money)
    ordinal = tokens.touches(end) and "ORDINAL_ENDINGS" in tokens.classes[end]
    if ordinal and not _is_stone(value, tokens.words[end]):
        return Amount(first, end + 1, value, Form.ORDINAL)
    dozens = tokens.words[scaled] in lexicon.numerals.dozens
    if dozens:
        scale, scaled = scale * lexicon.numerals.dozens[tokens.words[scaled]], scaled + 1
    bare = scaled == first + 1
    amount = Amount(first, scaled, plain(value * scale), Form.DIGITS, bare=bare, dozens=dozens)
    return one_in(tokens, amount, lexicon) or amount


def _groups_of_three(tokens: Tokens, first: int, lexicon: QuantityLexicon) -> list[str]:
    """The groups of digits behind the first that spaces part in one figure, since a count or unit
    follows the last: "has 3 [450] workers", "1 [234] [567] euros".

    Not behind a name or month, which has the first figure for itself: "Flight 370 239 people".
    """
    head = tokens.words[first]
    if not head.isdecimal() or len(head) > 3 or head[0] == "0":
        return []
    end = first + 1
    if not _is_group(tokens, end):
        return []
    while end <= first + _MOST_GROUPS and _is_group(tokens, end):
        end += 1
    if _is_group(tokens, end) or (
        counted_phrase(tokens, end) is None and tokens.words[end] not in lexicon.unit_words
    ):
        return []
    before = first - 1
    named = before > 0 and tokens.capital(before)
    if named or tokens.word(before) in lexicon.contexts.names:
        return []
    return tokens.words[first + 1 : end]


def _is_group(tokens: Tokens, index: int) -> bool:
    """Whether three digits stand apart at a token."""
    word = tokens.words[index]
    return len(word) == 3 and word.isdecimal() and not tokens.touches(index)


def _is_stone(value: Decimal, ending: str) -> bool:
    """Whether "st" is the unit stone and not the ending of an ordinal: "12st 4lb"; the ordinal is
    "12th"."""
    return ending == "st" and (not is_multiple(value - 1, 10) or is_multiple(value - 11, 100))


def _power_of_ten(tokens: Tokens, index: int) -> tuple[int, int] | None:
    """The exponent of "1.99×10^30" or "2 x 10-8", and where it ends."""
    if tokens.words[index] not in {"×", "x"} or tokens.words[index + 1] != "10":
        return None
    at = index + 2 + (tokens.words[index + 2] == "^")
    minus = tokens.words[at] == "-"
    digits = tokens.words[at + minus]
    if not digits.isdecimal() or len(digits) > 2:
        return None
    return (-int(digits) if minus else int(digits)), at + minus + 1


def _begins_a_name(tokens: Tokens, index: int) -> bool:
    """Whether a letter apart from its figure begins a noun or name: "a $20 T-shirt", "$20 T
    shirts", "300 M50 vans"."""
    tied = tokens.words[index + 1] == "-" or tokens.digits(index + 1)
    return (tied and tokens.touches(index + 1)) or tokens.words[index + 1].startswith("shirt")


def _magnitude(
    tokens: Tokens, index: int, lexicon: QuantityLexicon, *, money: bool
) -> tuple[Decimal, int]:
    """The factor of the magnitudes behind digits, and the index behind them."""
    scale, start = Decimal(1), index
    if tokens.words[index] == "-" and tokens.words[index + 1] in lexicon.numerals.magnitudes:
        index += 1
    while tokens.words[index] in lexicon.numerals.magnitudes and index < start + 3:
        scale *= lexicon.numerals.magnitudes[tokens.words[index]]
        index += 1
    if index > start:
        return scale, index
    letter = tokens.words[index]
    if money and tokens.raw(index) == "MM" and tokens.touches(index):
        return _MILLION, index + 1  # "$5MM", as bankers write it
    if letter not in lexicon.numerals.magnitude_letters or len(letter) != 1:
        return scale, index
    capital = tokens.capital(index)
    paid = money or tokens.words[index + 1] in lexicon.money_words  # "$5 m", "2 m euros"
    if not (tokens.touches(index) or paid or (capital and letter in "mbt")):
        return scale, index
    if not tokens.touches(index) and _begins_a_name(tokens, index):
        return scale, index
    behind = index + 1
    if tokens.words[behind] == "of":
        behind = after_article(tokens, behind + 1)  # "35m of its devices"; "35m of cable" is long
    phrase = counted_phrase(tokens, behind) if behind != index + 2 else None
    tall = phrase is not None and tokens.words[phrase.head] in lexicon.numerals.metres.nouns
    outcome = tokens.words[index + 1] in lexicon.states or (
        tokens.words[index + 1].endswith("ed") and tokens.words[index + 2] == "to"
    )  # "over 1m ordered to leave"
    follows = (phrase is not None or outcome) and not (letter == "m" and not capital and tall)
    tied = tokens.words[index + 1] == "-" and tokens.words[index + 2] in lexicon.money_words
    named = capital and letter == "k" and len(tokens.words[index - 1]) == 1  # "a 4K screen"
    sure = paid or tied or follows or (letter in "kb" and not named) or (capital and letter == "m")
    if not tokens.touches(index) and not (paid or follows):
        sure = False
    return (lexicon.numerals.magnitude_letters[letter], index + 1) if sure else (scale, index)
