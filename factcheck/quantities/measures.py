"""Units, currencies and rates beside a figure."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from factcheck.models import Dimension
from factcheck.quantities import ontology, signs
from factcheck.quantities.lexicon import MeasureUnit, QuantityLexicon, Unitbook
from factcheck.text.tokens import Tokens

# The least sum beside which a word that is also none is a currency: "1,200 won".
_LEAST_SUM = 1000
_PAID_BEFORE = 16
_POWERS = {"2": "square", "²": "square", "3": "cubic", "³": "cubic"}


@dataclass(frozen=True, slots=True)
class FoundUnit:
    """A unit, where it ends, and whether a hyphen or a singular makes it modify a noun."""

    unit: MeasureUnit
    end: int
    modifies: bool = False


def currency_before(
    tokens: Tokens, first: int, lexicon: QuantityLexicon
) -> tuple[MeasureUnit, int] | None:
    """The currency sign in front of token `first`, and the index at which it begins."""
    for words, unit in lexicon.currency_signs.get(tokens.word(first - 1), ()):
        begin = first - len(words)
        if begin < 0 or tuple(tokens.words[begin:first]) != words:
            continue
        if (
            words[0][0].isalpha()
            and words[0][-1].isalpha()
            and not _is_sign(tokens, begin, first, words, lexicon)
        ):
            continue
        return unit, begin
    return None


def _is_sign(
    tokens: Tokens, begin: int, first: int, words: tuple[str, ...], lexicon: QuantityLexicon
) -> bool:
    """Whether letters in front of a figure are written as one currency sign: "Rs 500", "RM50",
    "PS6m"; not "PS 5"."""
    raw = tokens.text[tokens.starts[begin] : tokens.ends[first - 1]]
    if not raw[0].isupper():
        return "SMALL_SIGNS" in tokens.classes[begin]  # "dlrs 2 million", as wires write it
    if "TOUCHING_SIGNS" in tokens.classes[begin]:
        number = tokens.words[first]
        letters = tokens.touches(first + 1) and tokens.words[first + 1].isalpha()
        scaled = tokens.words[first + 1] in lexicon.numerals.magnitudes
        if not tokens.touches(first):
            return scaled  # "R 200 million"
        plain = number.isdecimal() and len(number) < 4 and not (letters or scaled)
        return not plain or signs.priced(tokens, begin, lexicon)
    return raw.isupper() or words[0] not in lexicon.codes


def unit_behind(
    tokens: Tokens, end: int, value: Decimal, lexicon: QuantityLexicon, *, digits: bool
) -> FoundUnit | None:
    """The unit that follows a figure ending at token `end`."""
    index = end
    hyphen = tokens.words[index] == "-" and (tokens.touches(index + 1) or tokens.touches(index))
    if hyphen:
        index += 1
    found = _longest(tokens, index, lexicon.units, raw=False)
    if found is None and tokens.words[index] in lexicon.before_units:
        found = _longest(tokens, index + 1, lexicon.units, raw=False)
        if found is not None and found.unit.dimension is Dimension.MONEY:
            found = None
    if found is None and tokens.words[index] in lexicon.before_durations:
        found = _longest(tokens, index + 1, lexicon.units, raw=False)
        if found is not None and found.unit.dimension is not Dimension.DURATION:
            found = None
    if found is not None and not _is_unit(tokens, index, found, value, lexicon):
        found = None
    if digits:
        sign = _longest(tokens, index, lexicon.signs, raw=True)
        if (
            sign is not None
            and not (tokens.digits(sign.end) and tokens.touches(sign.end))  # "40 $5 bills"
            and (sign.end > index + 1 or signs.fits(tokens, index, sign.end, lexicon))
            and (found is None or sign.end > found.end)
        ):
            found = sign
        if tokens.words[index] in lexicon.unsure_signs and (
            found is None or found.end == index + 1
        ):
            found = _by_what_stands_around(tokens, index, lexicon) or found
    if found is None:
        return None
    unit = certain(found.unit)
    if unit is None:
        return None
    if unit.name == "pound" and (
        value >= 100_000 or _are_pounds_money(tokens, end, found.end, lexicon)
    ):
        unit = lexicon.currency_signs["£"][0][1]
    last = tokens.words[found.end - 1]
    first = index if found.end - index > 2 else found.end - 1  # "80 kilometres an hour"
    singular = (
        len(last) > 3  # "six foot hedges", but "60 km south"
        and not any(word.endswith(("s", "feet")) for word in (tokens.words[first], last))
        and value != 1
        and "ARTICLES" not in tokens.classes[end - 1]  # "half an hour passed"
        and unit.dimension not in {Dimension.PERCENT, Dimension.MONEY}
    )
    return FoundUnit(unit, found.end, modifies=hyphen or singular)


def _are_pounds_money(tokens: Tokens, end: int, after: int, lexicon: QuantityLexicon) -> bool:
    """Whether pounds are money: "was fined 200 pounds", "a five-pound note"; "sold 40 pounds of
    rice" weighs."""
    if "PAID_IN_POUNDS" in tokens.classes[after]:
        return True
    if tokens.words[after] == "of":
        return False
    for index in range(end - 1, max(-1, end - _PAID_BEFORE), -1):
        word = tokens.words[index]
        if word in lexicon.price_words:
            return True
        if word in {",", ";", ":"} or word in lexicon.currency_signs:
            return False  # "paid $40 for it and weighs 9 pounds"
    return False


def _by_what_stands_around(
    tokens: Tokens, index: int, lexicon: QuantityLexicon
) -> FoundUnit | None:
    """The unit of a sign that needs certain words near it, or of a mark of feet or inches."""
    unit = signs.in_context(tokens, index, lexicon)
    if unit is not None:
        return FoundUnit(unit, index + 1)
    mark = signs.mark(tokens, index, lexicon)
    return None if mark is None else FoundUnit(*mark)


def certain(unit: MeasureUnit) -> MeasureUnit | None:
    """The unit itself, or for one that only the ontology knows, its unit there."""
    return ontology.unit(unit.name) if unit.asked else unit


def named(tokens: Tokens, index: int, lexicon: QuantityLexicon) -> tuple[str, int] | None:
    """The name of the unit at token `index`, where no figure stands before it ("per square inch",
    "µg/m3"), and its end."""
    found = _longest(tokens, index, lexicon.signs, raw=True) or _longest(
        tokens, index, lexicon.units, raw=False
    )
    if found is not None and found.unit.dimension is not Dimension.MONEY:
        unit = certain(found.unit)
        return None if unit is None else (unit.name, found.end)
    sign, power = tokens.raw(index)[:-1], _POWERS.get(tokens.raw(index)[-1:])
    for words, unit in lexicon.signs.get(sign, ()) if power else ():
        if len(words) == 1 and (whole := certain(unit)) is not None:
            return f"{power} {whole.name}", index + 1
    return None


def _longest(tokens: Tokens, index: int, book: Unitbook, *, raw: bool) -> FoundUnit | None:
    """The longest form of a unit that begins at a token."""
    key = tokens.raw(index) if raw and index < tokens.size else tokens.words[index]
    for words, unit in book.get(key, ()):
        end = _matched(tokens, index, words, raw=raw)
        if end is not None:
            return FoundUnit(unit, end)
    return None


def _matched(tokens: Tokens, index: int, words: tuple[str, ...], *, raw: bool) -> int | None:
    """The end of `words` where they stand at `index`; hyphens may join them:
    "0.2-percentage-point". Else `None`."""
    for word in words:
        if tokens.words[index] == "-" != word and tokens.touches(index):
            index += 1
        if (tokens.raw(index) if raw else tokens.words[index]) != word:
            return None
        index += 1
    return index


def _is_unit(
    tokens: Tokens, index: int, found: FoundUnit, value: Decimal, lexicon: QuantityLexicon
) -> bool:
    """Whether words that name a unit are used as one here: "1,200 won", not "three won medals"."""
    classes = tokens.classes[index]
    if found.unit.asked and not tokens.raw(index).islower():
        return False  # "two Teslas" are cars: the name of a unit has no capital
    if "CURRENCIES_ALSO_WORDS" in classes:
        return value >= _LEAST_SUM or signs.priced(tokens, index, lexicon)
    if tokens.words[index] == "second" and (
        "AFTER_RANK_SECOND" in tokens.classes[found.end]
        or (
            tokens.words[found.end] == "-"
            and tokens.touches(found.end)
            and tokens.words[found.end + 1] != "long"
        )
    ):
        return False  # "two second places", "40 second-hand cars"
    return "TOUCHING_UNITS" not in classes or tokens.touches(index)


def nation_behind(tokens: Tokens, end: int, lexicon: QuantityLexicon) -> FoundUnit | None:
    """The currency of a nation named behind a sum, and its end: "$76 US a barrel", "$31.20
    Canadian"."""
    nation = _longest(tokens, end, lexicon.nations, raw=False) if tokens.capital(end) else None
    follows = nation is not None and "AFTER_NATION_OF_SUM" in tokens.classes[nation.end]
    return nation if follows else None
