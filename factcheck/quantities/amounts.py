"""Figures as they stand: digits, number words, magnitudes, fractions, vague words.

Only the figure is read here, and exactly: whether it is a quantity at all, what its hedge
does to it and what it counts is for others to say.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from factcheck.quantities.lexis import Lexis
from factcheck.text.phrases import counted
from factcheck.text.tokens import Tokens

_MOST_DIGITS = 24
_SPACES = dict.fromkeys(map(ord, " \u00a0\u202f\u2009"))
_HALF = Decimal("0.5")
_DENOMINATORS = frozenset({2, 3, 4, 5, 6, 8, 10, 12, 16, 32, 64, 128})


class Form(Enum):
    """How a figure is written."""

    DIGITS = "digits"
    WORDS = "words"
    VAGUE = "vague"
    SHARE = "share"
    ORDINAL = "ordinal"
    MULTIPLE = "multiple"


@dataclass(frozen=True, slots=True)
class Amount:
    """One figure, in tokens `first` up to `end`; `bare` digits carry no magnitude."""

    first: int
    end: int
    value: Decimal
    form: Form
    bare: bool = False


def read(tokens: Tokens, first: int, lexis: Lexis, *, money: bool = False) -> Amount | None:
    """The figure that begins at token `first`; `money` where a currency sign stands before it."""
    word = tokens.words[first]
    if tokens.digits(first):
        return _digits(tokens, first, lexis, money=money)
    if (
        len(word) == 1
        and not word.isascii()
        and unicodedata.category(word) == "No"
        and word not in "²³¹"
    ):
        value = Decimal(unicodedata.numeric(word)).quantize(Decimal("0.0001"))
        return _share_of_unit(tokens, Amount(first, first + 1, value, Form.SHARE), lexis)
    if word not in lexis.starters:
        return None
    return (
        _vague(tokens, first, lexis)
        or _half(tokens, first, lexis)
        or _share(tokens, first, lexis)
        or _ordinal(tokens, first, lexis)
        or _words(tokens, first, lexis)
        or one_of_a_unit(tokens, first, lexis)
        or _multiple(tokens, first, lexis)
    )


def number(token: str) -> Decimal | None:
    """The figure that one token of digits writes: "12,400", "1.5", "1.234.567", "3,5"."""
    if len(token) > _MOST_DIGITS:
        return None
    text = token.translate(_SPACES) if " " in token or not token.isascii() else token
    head, comma, tail = text.rpartition(",")
    if comma and len(tail) < 3 and "," not in head:
        text = f"{head}.{tail}"
    elif text.count(".") > 1:
        text = text.replace(".", "")
    return Decimal(text.replace(",", ""))


def _digits(tokens: Tokens, first: int, lexis: Lexis, *, money: bool) -> Amount | None:
    value = number(tokens.words[first])
    if value is None:
        return None
    end = first + 1
    fraction = _written_fraction(tokens, first, lexis)
    if fraction is not None:
        return _share_of_unit(tokens, Amount(first, first + 3, fraction, Form.SHARE), lexis)
    added = _fraction_behind(tokens, end, lexis)
    if added is not None and value == value.to_integral_value():
        part, end = added
        value += part
    power = _power_of_ten(tokens, end)
    if power is not None:
        exponent, end = power
        return Amount(first, end, value.scaleb(exponent), Form.DIGITS)
    if tokens.words[end] == "and" and tokens.words[end + 1 : end + 3] == ["a", "half"]:
        value, end = value + _HALF, end + 3
    scale, scaled = _magnitude(tokens, end, lexis, money=money)
    ordinal = tokens.words[end]
    if tokens.touches(end) and ordinal in {"st", "nd", "rd", "th"}:
        return Amount(first, end + 1, value, Form.ORDINAL)
    if tokens.words[scaled] in lexis.numerals.dozens:
        scale, scaled = scale * lexis.numerals.dozens[tokens.words[scaled]], scaled + 1
    amount = Amount(first, scaled, _plain(value * scale), Form.DIGITS, bare=scaled == first + 1)
    return _one_in(tokens, amount, lexis) or amount


def _plain(value: Decimal) -> Decimal:
    """The figure without the zeros behind its point: 1.5 million is 1500000, not 1500000.0."""
    return value.to_integral_value() if value == value.to_integral_value() else value


def _written_fraction(tokens: Tokens, first: int, lexis: Lexis) -> Decimal | None:
    """ "1/2", "3/4": a numerator below a usual denominator, and nothing like a date around it."""
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
    if int(below) >= 10 and after not in lexis.cues.after_small_fraction:
        return None
    return Decimal(int(above)) / Decimal(int(below))


def _fraction_behind(tokens: Tokens, index: int, lexis: Lexis) -> tuple[Decimal, int] | None:
    """The fraction of a mixed number: "2½", "3 1/2"."""
    word = tokens.words[index]
    if (
        len(word) == 1
        and not word.isascii()
        and unicodedata.category(word) == "No"
        and word not in "²³¹"
    ):
        return Decimal(unicodedata.numeric(word)).quantize(Decimal("0.0001")), index + 1
    if word[:1].isdecimal():
        fraction = _written_fraction(tokens, index, lexis)
        if fraction is not None:
            return fraction, index + 3
    return None


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


def _magnitude(tokens: Tokens, index: int, lexis: Lexis, *, money: bool) -> tuple[Decimal, int]:
    """What the magnitudes behind digits multiply them by, and where they end."""
    scale, start = Decimal(1), index
    if tokens.words[index] == "-" and tokens.words[index + 1] in lexis.numerals.magnitudes:
        index += 1
    while tokens.words[index] in lexis.numerals.magnitudes and index < start + 3:
        scale *= lexis.numerals.magnitudes[tokens.words[index]]
        index += 1
    if index > start:
        return scale, index
    letter = tokens.words[index]
    if letter not in lexis.numerals.magnitude_letters or len(letter) != 1:
        return scale, index
    capital = tokens.capital(index)
    if not tokens.touches(index) and not (capital and letter in "mbt"):
        return scale, index
    follows = counted(tokens, index + 1) is not None
    named = capital and letter == "k" and len(tokens.words[index - 1]) == 1  # "a 4K screen"
    sure = money or follows or (letter in "kb" and not named) or (capital and letter == "m")
    if not tokens.touches(index) and not (money or follows):
        sure = False
    return (lexis.numerals.magnitude_letters[letter], index + 1) if sure else (scale, index)


def _words(tokens: Tokens, first: int, lexis: Lexis) -> Amount | None:
    """ "forty-five thousand", "a hundred and one", "one and a half million", "two dozen"."""
    numerals = lexis.numerals
    index = first
    if tokens.words[first] in {"a", "an"}:
        index = first + 1
        if tokens.digits(index) and "," in tokens.words[index]:
            behind = _digits(tokens, index, lexis, money=False)  # "more than a 1,000 people"
            return (
                None
                if behind is None
                else Amount(index, behind.end, behind.value, behind.form, behind.bare)
            )
        if (
            tokens.words[index] not in numerals.magnitudes
            and tokens.words[index] not in numerals.dozens
        ):
            return None
    total, current, end, last = Decimal(0), None, index, Decimal(0)
    while index < tokens.size:
        word = tokens.words[index]
        if word in numerals.cardinals:
            value = numerals.cardinals[word]
            if current is None:
                if last and value * 1 >= last:
                    break
                current = value
            elif _continues(current, value):
                current += value
            else:
                break
        elif word in numerals.magnitudes:
            scale = numerals.magnitudes[word]
            if scale == 100:
                current = (1 if current is None else current) * scale
            else:
                if last and scale >= last:
                    break
                total, current, last = (
                    total + (Decimal(1) if current is None else current) * scale,
                    None,
                    scale,
                )
        elif word in numerals.dozens and tokens.word(first - 1) not in {"baker's", "'s"}:
            return Amount(
                first, index + 1, (total + (current or 1)) * numerals.dozens[word], Form.WORDS
            )
        elif (word == "and" and _and_goes_on(tokens, index, current, total, lexis)) or (
            word == "-"
            and index > first
            and tokens.words[index + 1] != "and"
            and _hyphen_goes_on(tokens, index, lexis)
        ):
            index += 1
            continue
        elif current is not None and tokens.words[index : index + 6] == [
            "-",
            "and",
            "-",
            "a",
            "-",
            "half",
        ]:
            return Amount(
                first, index + 6, current + _HALF, Form.WORDS
            )  # "a five-and-a-half-year deal"
        elif (
            word == "and" and tokens.words[index + 1 : index + 3] == ["a", "half"] and end == index
        ):
            if current is not None and tokens.words[index + 3] not in numerals.magnitudes:
                current += _HALF
            elif current is None:
                total += last / 2
            else:
                scale = numerals.magnitudes[tokens.words[index + 3]]
                return Amount(first, index + 4, (current + _HALF) * scale, Form.WORDS)
            index += 2
            end = index + 1
            index += 1
            continue
        else:
            break
        index += 1
        end = index
    if end == first or (current is None and not total):
        return None
    amount = Amount(first, end, total + (current or 0), Form.WORDS)
    return _one_in(tokens, amount, lexis) or amount


def _continues(current: Decimal, value: Decimal) -> bool:
    if current >= 100 and current % 100 == 0:
        return value < 100
    return 20 <= current % 100 <= 90 and current % 10 == 0 and 1 <= value <= 9


def _and_goes_on(
    tokens: Tokens, index: int, current: Decimal | None, total: Decimal, lexis: Lexis
) -> bool:
    """Whether "and" is part of a figure: "a hundred and one", but not "three and five more"."""
    following = lexis.numerals.cardinals.get(tokens.words[index + 1])
    if following is None:
        return False
    if current is None:
        return total >= 1000
    return current >= 100 and current % 100 == 0 and following < 100


def _hyphen_goes_on(tokens: Tokens, index: int, lexis: Lexis) -> bool:
    following = tokens.words[index + 1]
    if not tokens.touches(index) or not tokens.touches(index + 1):
        return False
    before = lexis.numerals.cardinals.get(tokens.words[index - 1])
    if following in lexis.numerals.magnitudes:
        return True
    after = lexis.numerals.cardinals.get(following)
    return before is not None and after is not None and before >= 20 and after < 10


def _vague(tokens: Tokens, first: int, lexis: Lexis) -> Amount | None:
    """ "dozens", "tens of thousands", "several hundred", "a few dozen", "a couple of"."""
    vague, words = lexis.numerals.vague, tokens.words
    word = words[first]
    if word in vague.multipliers and words[first + 1] == "of" and words[first + 2] in vague.plurals:
        scale = lexis.numerals.magnitudes.get(words[first + 2].removesuffix("s"))
        if scale is not None and not (word == "hundreds" and scale == 100):
            return Amount(first, first + 3, vague.multipliers[word] * scale, Form.VAGUE)
    if word == "scores" and not (
        words[first + 1] in {"of", "more"} or lexis.states & set(words[first + 1 : first + 4])
    ):
        return None  # "test scores"
    if word in vague.plurals:
        return Amount(first, first + 1, vague.plurals[word], Form.VAGUE)
    index = first + 1 if word in {"a", "an"} else first
    quantifier = words[index]
    if quantifier not in vague.quantifiers or (quantifier == "couple" and index == first):
        return None
    scaled = index + 1
    if words[scaled] == "of" and quantifier == "couple":
        scaled += 1
    scale = Decimal(1)
    while (
        words[scaled].removesuffix("s") in lexis.numerals.magnitudes
        or words[scaled].removesuffix("s") in lexis.numerals.dozens
    ):
        name = words[scaled].removesuffix("s")
        scale *= lexis.numerals.magnitudes.get(name) or lexis.numerals.dozens[name]
        scaled += 1
    if scale > 1:
        return Amount(first, scaled, vague.quantifiers[quantifier] * scale, Form.VAGUE)
    if quantifier == "couple" and words[index + 1] == "of":
        return Amount(first, index + 2, Decimal(2), Form.VAGUE)
    return None


def _half(tokens: Tokens, first: int, lexis: Lexis) -> Amount | None:
    """ "half a million", "half an hour", "half of them", "half the voters"; not "the second half"."""
    words, numerals = tokens.words, lexis.numerals
    index = first + 1 if words[first] in {"a", "one"} and words[first + 1] == "half" else first
    if words[index] != "half":
        return None
    after = index + 1
    if words[after] == "-" and tokens.touches(after):
        after += 1
    if words[after] in {"a", "an"}:
        after += 1
        after += words[after] == "-"
    scale = numerals.magnitudes.get(words[after]) or numerals.dozens.get(words[after])
    if scale is not None:
        return Amount(first, after + 1, scale / 2, Form.WORDS)
    if (
        tokens.word(first - 1) in lexis.numerals.ordinals
        or tokens.word(first - 1) in lexis.cues.before_half_time
    ):
        return None
    if words[after].startswith(
        (
            "time",
            "way",
            "back",
            "brother",
            "sister",
            "mast",
            "marathon",
            "life",
            "hearted",
            "empty",
            "full",
            "baked",
            "term",
        )
    ):
        return None
    if after > index + 1:
        unit = words[after] in lexis.unit_words
        return Amount(first, after, _HALF, Form.SHARE) if unit else None
    nxt = words[index + 1]
    if nxt == "of" or nxt in lexis.cues.after_half_determiner:
        return _share_of_unit(tokens, Amount(first, index + 1, _HALF, Form.SHARE), lexis)
    if nxt in lexis.unit_words and words[index - 1] not in {"and"}:
        return Amount(first, index + 1, _HALF, Form.SHARE)
    if nxt in lexis.cues.after_half:
        return Amount(first, index + 1, _HALF, Form.SHARE)
    return None


def _share(tokens: Tokens, first: int, lexis: Lexis) -> Amount | None:
    """ "two-thirds", "one third", "a quarter of", "three quarters"; not "a third explosion"."""
    words, numerals = tokens.words, lexis.numerals
    above = Decimal(1) if words[first] in {"a", "an"} else numerals.cardinals.get(words[first])
    if above is None or not 0 < above < 100:
        return None
    index = first + 1
    hyphen = words[index] == "-" and tokens.touches(index)
    index += hyphen
    if words[index] not in numerals.shares or words[index] in {"half", "halves"}:
        return None
    plural = words[index].endswith("s")
    after = words[index + 1]
    if above == 1:
        scale = numerals.magnitudes.get(after)
        if words[index] == "quarter" and scale is not None:
            return Amount(first, index + 2, scale / 4, Form.WORDS)
        after_by = tokens.word(first - 1) in lexis.cues.before_share and not (
            after[:1].isalpha() and after not in lexis.cues.after_share
        )
        if after_by and not plural:
            return Amount(first, index + 1, above / numerals.shares[words[index]], Form.SHARE)
        loose = (
            lexis.cues.after_a_share if words[first] in {"a", "an"} else lexis.cues.after_one_share
        )
        if (
            plural
            or not (after in loose or hyphen)
            or (hyphen and after.isalpha() and after not in loose)
        ):
            return None
        if after == "in" and words[first] in {"a", "an"}:
            return None
    elif not plural or (
        words[index] == "quarters"
        and not hyphen
        and after in {"in", "after", "before", "as"} | {"."}
    ):
        return None
    value = above / numerals.shares[words[index]]
    return _share_of_unit(tokens, Amount(first, index + 1, value, Form.SHARE), lexis)


def _share_of_unit(tokens: Tokens, share: Amount, lexis: Lexis) -> Amount:
    """ "a quarter of a million" is a figure, "two-tenths of a mile" a length."""
    words = tokens.words
    if words[share.end] == "of" and words[share.end + 1] in {"a", "an", "one"}:
        scale = lexis.numerals.magnitudes.get(words[share.end + 2])
        if scale is not None:
            return Amount(share.first, share.end + 3, share.value * scale, Form.WORDS)
        if words[share.end + 2 + (words[share.end + 2] in lexis.before_units)] in lexis.unit_words:
            return Amount(share.first, share.end + 2, share.value, Form.SHARE)
    return share


def _one_in(tokens: Tokens, above: Amount, lexis: Lexis) -> Amount | None:
    """ "one in five", "nine out of ten", "1 in every 3": a share. Not "two in 2019"."""
    words, index = tokens.words, above.end
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
    elif words[index] in lexis.numerals.cardinals:
        below = lexis.numerals.cardinals[words[index]]
    elif words[index] == "a" and words[index + 1] in lexis.numerals.magnitudes:
        below, end = lexis.numerals.magnitudes[words[index + 1]], index + 2
    if (
        below is None
        or above.value != above.value.to_integral_value()
        or not 1 <= above.value < below
    ):
        return None
    # Nobody says "three in seven": the second figure is a small or a round one. A unit behind
    # it makes a span of time, a currency a price: "two in 10 days".
    if (below > 12 and below % 10) or 1500 <= below <= 2100 or words[end] in lexis.unit_words:
        return None
    if tokens.words[end] == "-" and tokens.touches(end):
        return None
    return Amount(above.first, end, above.value / below, Form.SHARE)


def _ordinal(tokens: Tokens, first: int, lexis: Lexis) -> Amount | None:
    """ "fourth", "twenty-first"."""
    words, numerals = tokens.words, lexis.numerals
    if words[first] in numerals.ordinals:
        return Amount(first, first + 1, numerals.ordinals[words[first]], Form.ORDINAL)
    tens = numerals.cardinals.get(words[first])
    if tens is not None and 20 <= tens < 100 and words[first + 1] == "-":
        unit = numerals.ordinals.get(words[first + 2])
        if unit is not None and unit < 10:
            return Amount(first, first + 3, tens + unit, Form.ORDINAL)
    return None


def one_of_a_unit(tokens: Tokens, first: int, lexis: Lexis) -> Amount | None:
    """The one that "a" stands for where a bound before it makes it a figure: "just over a year"."""
    if tokens.words[first] not in {"a", "an"} or tokens.words[first + 1] not in lexis.unit_words:
        return None
    value, end = Decimal(1), first + 1
    if tokens.words[first + 2 : first + 5] == ["and", "a", "half"]:
        value = Decimal("1.5")
    elif tokens.word(first - 1) not in lexis.cues.bounds_on_a_unit:
        return None
    return Amount(first, end, value, Form.WORDS)


def _multiple(tokens: Tokens, first: int, lexis: Lexis) -> Amount | None:
    """ "double the budget", "twice as many", "doubled to", "sixfold"; not "a double murder"."""
    word, after = tokens.words[first], tokens.words[first + 1]
    value = lexis.numerals.multiples.get(word)
    if value is None:
        return None
    if word in {"twice", "thrice"}:
        compared = tokens.words[first + 2 : first + 4]
        fits = after in lexis.cues.after_twice or (
            after == "as"
            and ("as" in compared[1:] or compared[0] in {"many", "much", "likely", "often"})
        )
    elif word.endswith("fold"):
        fits = True
    elif word.endswith("ed"):
        fits = after != "up" and (after in lexis.cues.after_doubled)
    else:
        fits = after in lexis.cues.after_double and tokens.word(first - 1) not in {"a", "the"}
    return Amount(first, first + 1, value, Form.MULTIPLE) if fits else None
