"""The two ends of a quantity: "150 to 200", "between $1bn and $1.5bn", "two or three"."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from factcheck.models import Change, Dimension
from factcheck.quantities import exclusions, measures
from factcheck.quantities.amounts import Form, is_multiple, plain
from factcheck.quantities.lexicon import QuantityLexicon
from factcheck.quantities.sides import RangeEnd, read_side
from factcheck.text.phrases import counted_phrase
from factcheck.text.tokens import Tokens

_DOZEN = 12
_WIDEST_RANGE = 3


def other_side(
    tokens: Tokens, side: RangeEnd, lexicon: QuantityLexicon
) -> tuple[RangeEnd, str] | None:
    """The second figure of a range or an alternative and the word between, if there is one."""
    index = side.end
    if side.modifies and tokens.words[index] == "or":
        return None
    inserted = again(tokens, side, lexicon)
    if inserted is not None:
        index = inserted.end + 1
    joint = tokens.words[index]
    if joint == "-" and tokens.words[index + 1] == "to":
        index, joint = index + 1, "to"  # "0-to-60-mph"
    elif joint == "-" and tokens.words[index + 1] == "or" and not tokens.touches(index + 1):
        index, joint = index + 1, "or"  # "a 7- or 8-inch screen"
    if joint == "-":
        if tokens.touches(index) != tokens.touches(index + 1):
            return None  # "Stoxx 50 -1.3%" is a minus sign
    elif joint == "and":
        if not _between(tokens, side.first):
            return None
    elif "RANGE_JOINTS" not in tokens.classes[index]:
        return None
    at = index + 1
    if tokens.words[at] == "-" and tokens.touches(at + 1):
        at += 1
    while "BEFORE_SECOND_END" in tokens.classes[at] and at < index + 2:
        at += 1
    for words_first in (at, at + 1, at + 2):
        if (tokens.digits(words_first) or tokens.words[words_first] in lexicon.starters) and (
            words_first == at or measures.currency_before(tokens, words_first, lexicon) is not None
        ):
            other = read_side(tokens, words_first, lexicon)
            break
    else:
        return None
    if (
        other is None
        or other.first != at
        or other.amount.form not in {Form.DIGITS, Form.WORDS, Form.SHARE, side.amount.form}
    ):
        return None
    if exclusions.passes_over(tokens, other.amount, lexicon) is not None and joint != "-":
        return None
    if inserted is not None and _converted(tokens, other, lexicon) is not None:
        return None  # each end is given with its own: "between 8 km (5 miles) and 10 km (6 miles)"
    return (other, joint) if _joins(tokens, side, other, joint) else None


def again(tokens: Tokens, side: RangeEnd, lexicon: QuantityLexicon) -> RangeEnd | None:
    """The first end of a range in its second unit, in parentheses before the second end: "between
    $7m (£5m) and $9m"."""
    opened = range_first(tokens, side.first, side, lexicon) < side.first
    return _converted(tokens, side, lexicon) if opened else None


def _converted(tokens: Tokens, side: RangeEnd, lexicon: QuantityLexicon) -> RangeEnd | None:
    """The measure or sum in another unit in parentheses behind: "8 km (5 miles)"."""
    if tokens.words[side.end] != "(" or side.unit is None:
        return None
    first = side.end + 1
    sign = not tokens.digits(first)
    inner = read_side(tokens, first + sign, lexicon)
    if inner is None or inner.first != first or tokens.words[inner.end] != ")":
        return None
    same = inner.unit is not None and inner.unit.dimension is side.unit.dimension
    return inner if same else None


def _between(tokens: Tokens, first: int) -> bool:
    """Whether "between" stands before the figure at `first`."""
    window = 3 + _length_of_ages(tokens, first)
    return any(tokens.word(i) == "between" for i in range(first - window, first))


def _length_of_ages(tokens: Tokens, first: int) -> int:
    """How many words to skip backwards from the figure at `first` to reach the "between" of
    "between the ages of 8 and 11": 3 for "the ages of", else 0."""
    ages = ["the", "ages", "of"]
    return len(ages) if tokens.words[max(0, first - len(ages)) : first] == ages else 0


def _joins(tokens: Tokens, side: RangeEnd, other: RangeEnd, joint: str) -> bool:
    """Whether two figures are the ends of one quantity, since their units agree."""
    if side.unit is not None and other.unit != side.unit:
        money = other.unit is None or other.unit.dimension is Dimension.MONEY
        if not (side.currency_first and money):
            return False
    if joint == "or":
        return _close(side, other)
    return True


def lower_figure(side: RangeEnd, other: RangeEnd) -> Decimal:
    """The lower figure with the magnitude that the pair shares: "$10 to $15 billion"."""
    low, high = side.amount, other.amount
    scale = high.value
    if low.form is Form.VAGUE or not (low.bare or low.form is Form.WORDS):
        return low.value
    if high.dozens and not low.dozens and low.value * _DOZEN < high.value:
        return low.value * _DOZEN  # "three to four dozen"
    magnitude = Decimal(1)
    while scale >= 1000 and is_multiple(scale, 1000):
        scale, magnitude = scale / 1000, magnitude * 1000
    if high.bare or magnitude == 1:
        coefficient_only = (
            high.form is Form.WORDS
            and high.value >= 100
            and is_multiple(high.value, 100)
            and low.value * 100 < high.value
        )
        return low.value * 100 if coefficient_only else low.value
    scaled = low.value * _named_magnitude(high.value)
    return scaled if scaled <= high.value else low.value


def _named_magnitude(value: Decimal) -> Decimal:
    """The magnitude that a figure is read in: trillion, billion, million or thousand."""
    for magnitude in (Decimal(10) ** 12, Decimal(10) ** 9, Decimal(10) ** 6):
        if value >= magnitude:
            return magnitude
    return Decimal(1000)


def is_change(
    tokens: Tokens, side: RangeEnd, other: RangeEnd, joint: str, lexicon: QuantityLexicon
) -> bool:
    """Whether two figures are before and after a change, and no range: "Fell from 400 to 150"; not
    "from 150 to 400", nor "rose 3 to 5 percent", which shares a unit and has no "from"."""
    if joint != "to":
        falls = lower_figure(side, other) > other.amount.value
        return joint == "-" and falls and other.unit is None  # "185-175 mph" is a range
    if lower_figure(side, other) > other.amount.value:
        return True
    shared = _share_a_unit(tokens, side, other)
    for index in range(side.first - 1, max(-1, side.first - 6), -1):
        word = tokens.words[index]
        after = tokens.words[index + 1]
        loose = "LOOSE_CHANGES" in tokens.classes[index] and not (
            (word, after) == ("up", "from")  # "down from 3-4" is a range
            or (index == side.first - 1 and side.unit is not None)  # "down $2 to $55"
        )
        if (
            word in lexicon.moving
            or (word == "by" and index >= side.first - 2)
            or (word in lexicon.changes and not loose)
        ):
            return not shared or "from" in tokens.words[index : side.first]
        if word in {",", ".", ";"} or tokens.digits(index):
            break
    return False


def _share_a_unit(tokens: Tokens, side: RangeEnd, other: RangeEnd) -> bool:
    """Whether a unit or noun stands once for two figures, the second not far above the first, or a
    share."""
    if side.unit is not None:
        return False
    if other.unit is None:
        return _close(side, other) and counted_phrase(tokens, other.end) is not None
    return other.unit.dimension is Dimension.PERCENT or _close(side, other)


def _close(side: RangeEnd, other: RangeEnd) -> bool:
    """Whether the second figure is not far above the first."""
    low, high = lower_figure(side, other), other.amount.value
    return low < high <= low * _WIDEST_RANGE + 1


def before_change(
    tokens: Tokens, side: RangeEnd, other: RangeEnd, lexicon: QuantityLexicon
) -> RangeEnd:
    """The figure that a change starts from, with the magnitude and unit that stand once.

    "Sales fell from 9 to 7.5 million tonnes": both are millions of tonnes.
    """
    beyond = other_side(tokens, other, lexicon)
    last = other if beyond is None else beyond[0]  # "from 20 to 30-35 million"
    value = lower_figure(side, last)
    down = any(
        lexicon.changes.get(tokens.word(i)) is Change.DOWN
        for i in range(side.first - 4, side.first)
    )
    if down and side.amount.bare and not last.amount.bare and value < last.amount.value:
        value = side.amount.value * _named_magnitude(last.amount.value)
    unit = side.unit or last.unit
    return replace(side, amount=replace(side.amount, value=plain(value)), unit=unit)


def range_first(
    tokens: Tokens, first: int, other: RangeEnd | None, lexicon: QuantityLexicon
) -> int:
    """The index at which a range begins: at its "between" or "from", also "between the ages of"."""
    if other is None:
        return first
    ages = _length_of_ages(tokens, first)
    for back in (1 + ages, 2 + ages):
        if "RANGE_OPENERS" in tokens.classes[first - back]:
            return first - back
    return first


def below_zero(tokens: Tokens, end: int) -> int:
    """The end of words that make the figure before them negative, "20 degrees below zero"; `end`
    itself without such words."""
    return end + 2 * (tokens.words[end : end + 2] == ["below", "zero"])


def signed(
    tokens: Tokens, first: int, at: int, low: Decimal, high: Decimal
) -> tuple[int, Decimal, Decimal]:
    """The start and both figures with a minus in front of them applied: "-1.3%", "minus 20",
    "-$5"."""
    index = first - 1
    before = tokens.word(index)
    minus = (before == "minus" and tokens.word(index - 1) != "or") or (
        before == "-" and tokens.touches(first) and not tokens.touches(index) and tokens.digits(at)
    )
    if before == "-" and tokens.word(index - 1) == "minus" and tokens.touches(index):
        minus, index = True, index - 1
    if not minus:
        return first, low, high
    return index, -high, -low
