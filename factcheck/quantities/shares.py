"""Fractions and shares: "3/4", "two-thirds", "half of them", "one in five"."""

from __future__ import annotations

import unicodedata
from decimal import Decimal

from factcheck.quantities.amounts import Amount, Form, is_multiple, is_whole, number
from factcheck.quantities.lexicon import QuantityLexicon
from factcheck.text.tokens import Tokens

_HALF = Decimal("0.5")
_DENOMINATORS = frozenset({2, 3, 4, 5, 6, 8, 10, 12, 16, 32, 64, 128})


def written_fraction(tokens: Tokens, first: int, lexicon: QuantityLexicon) -> Decimal | None:
    """Read a fraction in digits: "1/2", "3/4", a numerator below a usual denominator that is no
    part of a date."""
    if (
        tokens.words[first + 1] not in {"/", "⁄"}
        or not tokens.touches(first + 1)
        or not tokens.touches(first + 2)
    ):
        return None
    above, below = tokens.words[first], tokens.words[first + 2]
    if not (above.isdecimal() and below.isdecimal()) or len(above) > 2 or len(below) > 3:
        return None
    after = tokens.words[first + 3]
    if (
        (after == "/" and tokens.touches(first + 3))
        or int(below) not in _DENOMINATORS
        or int(above) >= int(below)
    ):
        return None
    if int(below) >= 10 and "AFTER_SMALL_FRACTION" not in tokens.classes[first + 3]:
        return None
    return Decimal(int(above)) / Decimal(int(below))


def fraction_behind(
    tokens: Tokens, index: int, lexicon: QuantityLexicon
) -> tuple[Decimal, int] | None:
    """Read the fraction of a mixed number, and its end: "2½", "3 1/2"."""
    word = tokens.words[index]
    if word == "-" and tokens.touches(index) and tokens.touches(index + 1):
        fraction = written_fraction(tokens, index + 1, lexicon)  # "3-1/2"
        return None if fraction is None else (fraction, index + 4)
    if (
        len(word) == 1
        and not word.isascii()
        and unicodedata.category(word) == "No"
        and word not in "²³¹"
    ):
        return Decimal(unicodedata.numeric(word)).quantize(Decimal("0.0001")), index + 1
    if word[:1].isdecimal():
        fraction = written_fraction(tokens, index, lexicon)
        if fraction is not None:
            return fraction, index + 3
    return None


def half(tokens: Tokens, first: int, lexicon: QuantityLexicon) -> Amount | None:
    """Read "half" as a figure or share: "half a million", "half an hour", "half the voters"; not
    "the second half"."""
    words, numerals = tokens.words, lexicon.numerals
    index = first
    if "BEFORE_HALF" in tokens.classes[first]:  # "one half", "one-half"
        index += 1 + (words[first + 1] == "-" and tokens.touches(first + 1))
    if words[index] != "half":
        return None
    after = index + 1
    if words[after] == "-" and tokens.touches(after):
        after += 1
    if "ARTICLES" in tokens.classes[after]:
        after += 1
        after += words[after] == "-"
    scale = numerals.magnitudes.get(words[after]) or numerals.dozens.get(words[after])
    if scale is not None:
        return Amount(first, after + 1, scale / 2, Form.WORDS)
    fit = lexicon.fit("half", tokens, first, index + 1)
    if fit is None:
        return None
    return share_of_unit(tokens, Amount(first, fit.end, _HALF, Form.SHARE), lexicon)


def share(tokens: Tokens, first: int, lexicon: QuantityLexicon) -> Amount | None:
    """Read a share in words: "two-thirds", "one third", "a quarter of", "three quarters"; not "a
    third explosion"."""
    words, numerals = tokens.words, lexicon.numerals
    above = (
        Decimal(1) if "ARTICLES" in tokens.classes[first] else numerals.cardinals.get(words[first])
    )
    if above is None or not 0 < above < 100:
        return None
    index = first + 1
    hyphen = words[index] == "-" and tokens.touches(index)
    index += hyphen
    if words[index] not in numerals.shares:
        return None
    plural = words[index].endswith("s")
    after = words[index + 1]
    if after == "-" and above == 1 and words[index + 2] in lexicon.unit_words:  # "a quarter-mile"
        return Amount(first, index + 1, above / numerals.shares[words[index]], Form.SHARE)
    if after == "-" and words[index + 2] in numerals.magnitudes and above == 1:
        whole = numerals.magnitudes[words[index + 2]]  # "a quarter-million"
        return Amount(first, index + 3, whole / numerals.shares[words[index]], Form.WORDS)
    if above == 1:
        scale = numerals.magnitudes.get(after)
        if words[index] == "quarter" and scale is not None:
            return Amount(first, index + 2, scale / 4, Form.WORDS)
        follows = (
            lexicon.fit("share_alone", tokens, first, index + 1)
            or (words[index] == "quarter" and lexicon.fit("a_quarter", tokens, first, index + 1))
            or (hyphen and not after.isalpha())
            or (
                lexicon.fit("a_share", tokens, first, index + 1)
                if "ARTICLES" in tokens.classes[first]
                else lexicon.fit("one_share", tokens, first, index + 1)
            )
        )
        if plural or not follows:
            return None
    elif not plural or (
        words[index] == "quarters" and not hyphen and "AFTER_QUARTERS" in tokens.classes[index + 1]
    ):
        return None
    value = above / numerals.shares[words[index]]
    return share_of_unit(tokens, Amount(first, index + 1, value, Form.SHARE), lexicon)


def share_of_unit(tokens: Tokens, share: Amount, lexicon: QuantityLexicon) -> Amount:
    """The share, or the figure that it makes with a magnitude or unit: "a quarter of a million" is
    a figure, "two-tenths of a mile" a length."""
    words = tokens.words
    if words[share.end] == "of" and "BEFORE_MEASURE" in tokens.classes[share.end + 1]:
        scale = lexicon.numerals.magnitudes.get(words[share.end + 2])
        if scale is not None:
            return Amount(share.first, share.end + 3, share.value * scale, Form.WORDS)
        if (
            words[share.end + 2 + (words[share.end + 2] in lexicon.before_units)]
            in lexicon.unit_words
        ):
            return Amount(share.first, share.end + 2, share.value, Form.SHARE)
    return share


def one_in(tokens: Tokens, above: Amount, lexicon: QuantityLexicon) -> Amount | None:
    """Read a ratio as a share: "one in five", "nine out of ten", "1 in every 3"; not "two in
    2019"."""
    words, index = tokens.words, above.end
    if words[above.first - 1] == "-" and tokens.touches(above.first):
        return None  # "won 5-3 in 12 innings"
    if words[index] == "in":
        index += 1
    elif words[index] == "out" and words[index + 1] == "of":
        index += 2
    else:
        return None
    if words[index] == "every":
        index += 1
    below, end = None, index + 1
    if tokens.digits(index):
        below = number(words[index])
    elif words[index] in lexicon.numerals.cardinals:
        below = lexicon.numerals.cardinals[words[index]]
    elif words[index] == "a" and words[index + 1] in lexicon.numerals.magnitudes:
        below, end = lexicon.numerals.magnitudes[words[index + 1]], index + 2
    if below is None or not is_whole(above.value) or not 1 <= above.value < below:
        return None
    # Nobody says "three in seven": the second figure is a small or a round one. A unit behind
    # it makes a span of time, a currency a price: "two in 10 days".
    odd = below > 12 and not is_multiple(below, 10)
    if odd or 1500 <= below <= 2100 or words[end] in lexicon.unit_words:
        return None
    if tokens.words[end] == "-" and tokens.touches(end):
        return None
    return Amount(above.first, end, above.value / below, Form.SHARE)
