"""One end of a quantity: its figure with the currency before it and the unit behind it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from factcheck.models import Dimension
from factcheck.quantities import hedges, measures
from factcheck.quantities.amounts import Amount, Form, is_whole, plain
from factcheck.quantities.figures import read
from factcheck.quantities.lexicon import MeasureUnit, QuantityLexicon
from factcheck.quantities.measures import FoundUnit
from factcheck.quantities.numerals import one_in_a_sum
from factcheck.text.tokens import Tokens

_HALF, _HUNDRED = Decimal("0.5"), Decimal(100)
# Only these are given in two units with an "and" between: "5 km and 200 metres" are two lengths.
_JOINED = (Dimension.DURATION, Dimension.MASS)
_MOST_INCHES = 12
_MOST_LARGER = 1_000_000  # nobody adds ounces to more pounds
_EXACT = (Form.DIGITS, Form.WORDS)
# Sizes of units are rounded: a foot is 12 inches up to this.
_SLIGHT = Decimal("0.001")


@dataclass(frozen=True, slots=True)
class RangeEnd:
    """One end of a quantity: its figure with the currency before it and the unit behind."""

    amount: Amount
    first: int
    end: int
    unit: MeasureUnit | None = None
    modifies: bool = False
    currency_first: bool = False


def read_side(tokens: Tokens, index: int, lexicon: QuantityLexicon) -> RangeEnd | None:
    """The figure at token `index` with its currency or unit, or `None`."""
    currency = measures.currency_before(tokens, index, lexicon)
    amount = read(tokens, index, lexicon, money=currency is not None)
    if amount is None:
        return None
    if currency is not None:
        unit, first = currency
        nation = measures.nation_behind(tokens, amount.end, lexicon)
        if unit.name == "dollar" and nation is not None:
            return RangeEnd(amount, first, nation.end, nation.unit, currency_first=True)
        # "$1.13 EUR": the code behind decides; "£5m-£10m" is a range.
        digits = amount.form is Form.DIGITS and tokens.words[amount.end] != "-"
        named = measures.unit_behind(tokens, amount.end, amount.value, lexicon, digits=digits)
        if named is not None and named.unit.dimension is Dimension.MONEY:
            return RangeEnd(amount, first, named.end, named.unit, currency_first=True)
        return RangeEnd(amount, first, amount.end, unit, currency_first=True)
    if amount.form in {Form.ORDINAL, Form.MULTIPLE}:
        return RangeEnd(amount, index, amount.end)
    behind = measures.unit_behind(
        tokens,
        _past_article(tokens, amount, lexicon),
        amount.value,
        lexicon,
        digits=amount.form is Form.DIGITS,
    )
    if behind is None:
        hedge = hedges.after(tokens, amount.end, lexicon)  # "fifty-odd years", "10 or more miles"
        if hedge is not None:
            behind = measures.unit_behind(
                tokens, hedge[0], amount.value, lexicon, digits=amount.form is Form.DIGITS
            )
    if behind is None:
        return RangeEnd(amount, index, amount.end)
    side = RangeEnd(amount, index, behind.end, behind.unit, behind.modifies)
    whole = _with_a_half(tokens, side, lexicon) or _with_smaller(tokens, side, lexicon)
    if whole is None and one_in_a_sum(tokens, amount, lexicon):
        return None  # "for a day and two weeks later"
    return whole or side


def _past_article(tokens: Tokens, amount: Amount, lexicon: QuantityLexicon) -> int:
    """The index behind the article of "half an hour", "two-tenths of a mile", "hundreds of
    miles"."""
    end = amount.end
    if amount.form is Form.VAGUE and tokens.words[end] == "of":
        return end + 1
    if amount.form is Form.SHARE:
        end += "ARTICLES" in tokens.classes[end]
    elif amount.value < 1 and tokens.words[end] == "of":
        end += 2 * ("ARTICLES" in tokens.classes[end + 1])  # "0.25 of a percentage point"
    return end


def _with_a_half(tokens: Tokens, side: RangeEnd, lexicon: QuantityLexicon) -> RangeEnd | None:
    """The measure with "and a half" behind its unit added: "Two hours and a half", "a ton and a
    half of steel"; not "a mile and a half hour"."""
    if tokens.words[side.end] != "and":
        return None
    end = side.end + 3
    if (
        tokens.words[side.end : end] != ["and", "a", "half"]
        or tokens.words[end] in lexicon.unit_words
    ):
        return None
    amount = replace(side.amount, value=plain(side.amount.value + _HALF), bare=False)
    return replace(side, amount=amount, end=end)


def _with_smaller(tokens: Tokens, side: RangeEnd, lexicon: QuantityLexicon) -> RangeEnd | None:
    """A quantity in two units, converted to the smaller: "4 hours 32 minutes", "12st 4lb",
    "5-foot-9". Sums stay in the larger: "three dollars and 50 cents"."""
    if side.unit is None or side.amount.form not in _EXACT:
        return None
    second = _start_of_second(tokens, side)
    if second is None or not (
        tokens.digits(second) or tokens.words[second] in lexicon.numerals.cardinals
    ):
        return None
    if side.amount.value > _MOST_LARGER or not is_whole(side.amount.value):
        return None
    small = read(tokens, second, lexicon)
    if small is None or small.form not in _EXACT or small.value <= 0:
        return None
    behind = measures.unit_behind(
        tokens, small.end, small.value, lexicon, digits=small.form is Form.DIGITS
    )
    if side.unit.dimension is Dimension.MONEY:
        return _with_minor(side, small, behind)
    if behind is None:
        behind = _inches_unsaid(tokens, side, small, lexicon)
    if behind is None or not _is_smaller(side, small, behind.unit):
        return None
    joined = tokens.words[second - 1] == "and"
    if joined and side.unit.dimension not in _JOINED:
        return None
    whole = side.amount.value * _divided(side.unit, behind.unit) + small.value
    amount = replace(side.amount, value=plain(whole), end=small.end, bare=False)
    made = replace(side, amount=amount, end=behind.end, unit=behind.unit, modifies=behind.modifies)
    if _goes_on_in_days(tokens, made, lexicon):
        return None
    return _with_smaller(tokens, made, lexicon) or made


def _goes_on_in_days(tokens: Tokens, side: RangeEnd, lexicon: QuantityLexicon) -> bool:
    """Whether months are followed by days, which cannot be added to them: "3 years, 2 months and
    14 days". The 38 months alone would be as wrong as each of the three."""
    second = _start_of_second(tokens, side)
    if second is None or side.unit is None or side.unit.scale == "si":
        return False
    second += tokens.words[second] == "and"
    third = read(tokens, second, lexicon)
    if third is None:
        return False
    digits = tokens.digits(second)
    unit = measures.unit_behind(tokens, third.end, third.value, lexicon, digits=digits)
    return unit is not None and unit.unit.scaled == (Dimension.DURATION, "si")


def _start_of_second(tokens: Tokens, side: RangeEnd) -> int | None:
    """The index of the second figure of two units, behind the first unit and a hyphen, comma or
    "and"."""
    index = side.end
    between = tokens.words[index]
    if between in {"and", ","}:
        return index + 1
    if between == "-":
        return index + 1 if tokens.touches(index) and tokens.touches(index + 1) else None
    return index


def _with_minor(side: RangeEnd, small: Amount, minor: FoundUnit | None) -> RangeEnd | None:
    """A sum in major and minor units as one figure: "three dollars and 50 cents"."""
    if side.unit is None or minor is None or small.value >= _HUNDRED:
        return None
    if minor.unit.size is None or side.unit.size is not None:
        return None
    value = side.amount.value + small.value / _HUNDRED
    whole = replace(side.amount, value=value, end=small.end, bare=False)
    return RangeEnd(whole, side.first, minor.end, side.unit)


def _inches_unsaid(
    tokens: Tokens, side: RangeEnd, small: Amount, lexicon: QuantityLexicon
) -> FoundUnit | None:
    """The unit inches, left out behind feet: "the 5-foot-9 forward", "6ft 2", "6'2"."""
    short = tokens.words[side.end - 1] in {"ft", "'"} and not tokens.words[small.end][:1].isalpha()
    tied = tokens.words[side.end] == "-" or short
    if side.unit is not lexicon.sized["foot"] or small.value >= _MOST_INCHES or not tied:
        return None
    end = small.end + (tokens.words[small.end] == '"' and tokens.touches(small.end))
    return FoundUnit(lexicon.sized["inch"], end)


def _is_smaller(side: RangeEnd, small: Amount, unit: MeasureUnit) -> bool:
    """Whether the second unit divides the first a whole number of times, and the figure is less
    than that: 32 of the 60 minutes of an hour."""
    times = 0 if side.unit is None else _divided(side.unit, unit)
    return times > small.value and times > 1


def _divided(unit: MeasureUnit, smaller: MeasureUnit) -> int:
    """How many of the smaller unit make one of the other; 0 where no whole number does."""
    if unit.size is None or smaller.size is None or unit.scaled != smaller.scaled:
        return 0
    if unit.zero or smaller.zero:
        return 0
    times = unit.size / smaller.size
    whole = round(times)
    return whole if abs(times - whole) < _SLIGHT else 0
