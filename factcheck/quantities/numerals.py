"""Figures in words: "forty-five thousand", "dozens", "a few hundred", "twenty-first", "tripled"."""

from __future__ import annotations

from decimal import Decimal

from factcheck.quantities.amounts import Amount, Form, plain
from factcheck.quantities.digits import digits
from factcheck.quantities.lexicon import QuantityLexicon
from factcheck.quantities.shares import one_in
from factcheck.text.tokens import Tokens

_MOST_PLACES = 6


def words(tokens: Tokens, first: int, lexicon: QuantityLexicon) -> Amount | None:
    """Read a number in words: "forty-five thousand", "a hundred and one", "one and a half million",
    "two dozen"."""
    numerals = lexicon.numerals
    start = first + ("ARTICLES" in tokens.classes[first])
    if start > first and tokens.digits(start):
        behind = digits(tokens, start, lexicon, money=False)  # "more than a 1,000 people"
        return behind if "," in tokens.words[start] else None
    if start > first and tokens.words[start] in numerals.cardinals:
        return None
    value, scale, end = _run(tokens, start, lexicon)
    broken = _decimals(tokens, end, lexicon) if end > start and scale == 1 else None
    if broken is not None:
        places, end = broken
        value += places
        scale = numerals.magnitudes.get(tokens.words[end], Decimal(1))
        return Amount(first, end + (scale > 1), plain(value * scale), Form.WORDS)
    part = _and_a_part(tokens, end, lexicon)
    if end == start:
        part, value = None, Decimal(1)
    if part is not None:
        added, end = part
        shared = numerals.magnitudes.get(tokens.words[end])
        value += scale * added
        if scale == 1 and shared is not None:
            value, end = value * shared, end + 1
    elif (
        tokens.words[end] in numerals.dozens and "BEFORE_NO_DOZEN" not in tokens.classes[first - 1]
    ):
        value, end = value * numerals.dozens[tokens.words[end]], end + 1
    if end == start:
        return None
    dozens = tokens.words[end - 1] in numerals.dozens
    amount = Amount(first, end, plain(value), Form.WORDS, dozens=dozens)
    return one_in(tokens, amount, lexicon) or amount


def _run(tokens: Tokens, start: int, lexicon: QuantityLexicon) -> tuple[Decimal, Decimal, int]:
    """The value of the number words from `start` on, the magnitude of the last, and their end."""
    numerals = lexicon.numerals
    total, current, last, scale = Decimal(0), None, Decimal(0), Decimal(1)
    index = end = start
    while index < tokens.size:
        word = tokens.words[index]
        if word in numerals.cardinals:
            value, scale = numerals.cardinals[word], Decimal(1)
            if current is None and not (last and value >= last):
                current = value
            elif current is not None and _continues(current, value):
                current += value
            else:
                break
        elif word in numerals.magnitudes:
            scale = numerals.magnitudes[word]
            count = Decimal(1) if current is None else current
            if scale == 100:
                if count >= 100:
                    break  # "hundred hundred" are two figures, and no larger one
                current = count * scale
            elif last and scale >= last and current is None:
                total, last = total * scale, scale  # "ten thousand crore"
            elif last and scale >= last:
                break
            else:
                total, current, last = total + count * scale, None, scale
        elif _goes_on(tokens, index, current, total, lexicon):
            index += 1
            continue
        else:
            break
        index += 1
        end = index
    return total + (current or 0), scale, end


def _decimals(tokens: Tokens, index: int, lexicon: QuantityLexicon) -> tuple[Decimal, int] | None:
    """The digits behind "point" and the index behind them: "two [point five] million"."""
    if tokens.words[index] != "point":
        return None
    digits = ""
    while (digit := lexicon.numerals.cardinals.get(tokens.words[index + 1])) is not None and (
        digit < 10 and len(digits) < _MOST_PLACES
    ):
        digits, index = f"{digits}{int(digit)}", index + 1
    return (Decimal(f"0.{digits}"), index + 1) if digits else None


def _goes_on(
    tokens: Tokens, index: int, current: Decimal | None, total: Decimal, lexicon: QuantityLexicon
) -> bool:
    """Whether a word or hyphen between two number words joins them to one figure."""
    if tokens.words[index] == "and":
        return _and_goes_on(tokens, index, current, total, lexicon)
    return tokens.words[index] == "-" and _hyphen_goes_on(tokens, index, lexicon)


def _and_a_part(tokens: Tokens, index: int, lexicon: QuantityLexicon) -> tuple[Decimal, int] | None:
    """The fraction that "and a half" adds, and its end: "a five-and-a-half-year deal", "one and a
    quarter million", "two and three-quarter hours"; not "two and a third died"."""
    if tokens.words[index] != "and" and tokens.words[index + 1] != "and":
        return None
    ends = []
    for _ in range(3):
        index += tokens.words[index] == "-" and tokens.touches(index)
        ends.append(index)
        index += 1
    _, above, below = (tokens.words[at] for at in ends)
    if (above, below) == ("a", "half"):
        return Decimal("0.5"), index
    parts = lexicon.numerals.shares.get(below)
    count = Decimal(1) if above == "a" else lexicon.numerals.cardinals.get(above)
    follows = tokens.words[index + (tokens.words[index] == "-")]
    counts = follows in lexicon.numerals.magnitudes or follows in lexicon.unit_words
    if parts is None or count is None or not counts or not 0 < count < parts:
        return None
    return count / parts, index


def _continues(current: Decimal, value: Decimal) -> bool:
    """Whether a number word can follow a value in one number: 20 and 5, 300 and 20."""
    if current >= 100 and current % 100 == 0:
        return value < 100
    return 20 <= current % 100 <= 90 and current % 10 == 0 and 1 <= value <= 9


def _and_goes_on(
    tokens: Tokens, index: int, current: Decimal | None, total: Decimal, lexicon: QuantityLexicon
) -> bool:
    """Whether "and" joins the words of one figure: "a hundred and one", but not "three and five
    more"."""
    following = lexicon.numerals.cardinals.get(tokens.words[index + 1])
    if following is None:
        return False
    if current is None:
        return total >= 1000
    if lexicon.numerals.magnitudes.get(tokens.words[index + 2]) == 100:
        return False  # "between one hundred and two hundred"
    return current >= 100 and current % 100 == 0 and following < 100


def _hyphen_goes_on(tokens: Tokens, index: int, lexicon: QuantityLexicon) -> bool:
    """Whether a hyphen joins a number word to another. Whether these make one figure is checked
    where that is read."""
    before, following = tokens.words[index - 1], tokens.words[index + 1]
    if not tokens.touches(index) or not tokens.touches(index + 1):
        return False
    numerals = lexicon.numerals
    return following in numerals.magnitudes or (
        before in numerals.cardinals and following in numerals.cardinals
    )


def vague(tokens: Tokens, first: int, lexicon: QuantityLexicon) -> Amount | None:
    """Read a vague number: "dozens", "tens of thousands", "several hundred", "a few dozen", "a
    couple of"."""
    vague, words = lexicon.numerals.vague, tokens.words
    word = words[first]
    if word in vague.multipliers and words[first + 1] == "of" and words[first + 2] in vague.plurals:
        scale = lexicon.numerals.magnitudes.get(words[first + 2].removesuffix("s"))
        if scale is not None and not (word == "hundreds" and scale == 100):
            return Amount(first, first + 3, vague.multipliers[word] * scale, Form.VAGUE)
    if word == "scores" and not lexicon.fit("many_scores", tokens, first, first + 1):
        return None
    if word in vague.plurals:
        return Amount(first, first + 1, vague.plurals[word], Form.VAGUE)
    index = first + ("ARTICLES" in tokens.classes[first])
    quantifier = words[index]
    bare = index == first and "BEFORE_A_COUPLE" not in tokens.classes[first - 1]
    if quantifier not in vague.quantifiers or (quantifier == "couple" and bare):
        return None
    scaled = index + 1
    if words[scaled] == "of" and quantifier == "couple":
        scaled += 1
    scale = Decimal(1)
    while (
        words[scaled].removesuffix("s") in lexicon.numerals.magnitudes
        or words[scaled].removesuffix("s") in lexicon.numerals.dozens
    ):
        name = words[scaled].removesuffix("s")
        scale *= lexicon.numerals.magnitudes.get(name) or lexicon.numerals.dozens[name]
        scaled += 1
    if scale > 1:
        return Amount(first, scaled, vague.quantifiers[quantifier] * scale, Form.VAGUE)
    if quantifier == "couple" and words[index + 1] == "of":
        return Amount(first, index + 2, Decimal(2), Form.COUPLE)
    return None


def ordinal(tokens: Tokens, first: int, lexicon: QuantityLexicon) -> Amount | None:
    """Read an ordinal in words: "fourth", "twenty-first"."""
    words, numerals = tokens.words, lexicon.numerals
    if words[first] in numerals.ordinals:
        return Amount(first, first + 1, numerals.ordinals[words[first]], Form.ORDINAL)
    tens = numerals.cardinals.get(words[first])
    if tens is not None and 20 <= tens < 100 and words[first + 1] == "-":
        unit = numerals.ordinals.get(words[first + 2])
        if unit is not None and unit < 10:
            return Amount(first, first + 3, tens + unit, Form.ORDINAL)
    return None


def one_of_a_unit(tokens: Tokens, first: int, lexicon: QuantityLexicon) -> Amount | None:
    """Read "a" as one, where a bound before it or a figure of a smaller unit behind makes it a
    figure: "just over a year", "an hour and 40 minutes"."""
    if "ARTICLES" not in tokens.classes[first]:
        return None
    amount = Amount(first, first + 1, Decimal(1), Form.WORDS)
    fits = lexicon.fit("one_of_a_unit", tokens, first, first + 1) or lexicon.fit(
        "one_and_smaller", tokens, first, first + 1
    )
    return amount if fits else None


def one_in_a_sum(tokens: Tokens, amount: Amount, lexicon: QuantityLexicon) -> bool:
    """Whether an amount is an "a" that is a figure only together with what is added to it."""
    first, end = amount.first, amount.end
    return (
        end == first + 1
        and "ARTICLES" in tokens.classes[first]
        and lexicon.fit("one_of_a_unit", tokens, first, end) is None
    )


def multiple(tokens: Tokens, first: int, lexicon: QuantityLexicon) -> Amount | None:
    """Read a word for a multiple: "double the budget", "twice as many", "doubled to", "sixfold";
    not "a double murder"."""
    value = lexicon.numerals.multiples.get(tokens.words[first])
    if value is None:
        return None
    fits = lexicon.fit("multiple", tokens, first, first + 1)
    return Amount(first, first + 1, value, Form.MULTIPLE) if fits else None
