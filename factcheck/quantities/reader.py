"""From the figures of one sentence to its quantities: range, unit, hedge, what is counted."""

from __future__ import annotations

from dataclasses import replace

from factcheck.models import Change, Dimension
from factcheck.quantities import (
    ages,
    counting,
    ellipsis,
    exclusions,
    hedges,
    ranges,
    rates,
    special,
    zero,
)
from factcheck.quantities.amounts import Amount, Form
from factcheck.quantities.hedges import Hedge
from factcheck.quantities.lexicon import QuantityLexicon
from factcheck.quantities.parsed import ParsedQuantity
from factcheck.quantities.sides import RangeEnd, read_side
from factcheck.text.tokens import Tokens

_FIRST_SIGNS = frozenset("0123456789.½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞")


def parse_quantities(
    tokens: Tokens, lexicon: QuantityLexicon, said: ParsedQuantity | None = None
) -> list[ParsedQuantity]:
    """The quantities of one sentence in order. Linear: every step looks at a bounded window.

    `said` is the last count of the sentence before, which figures without a noun go on
    counting: "Seventeen people were charged. Eight of them are in custody."
    """
    found: list[ParsedQuantity] = (
        [] if said is None else [replace(said, change=None, elsewhere=True)]
    )
    starters, articles, zeros_of = lexicon.starters, lexicon.articles, lexicon.zeros
    read_to = 0
    # Most words begin no quantity, and a sentence without any needs no classes.
    candidates = [
        (index, word)
        for index, word in enumerate(tokens.words[: tokens.size])
        if (word in starters and (word not in articles or _of_figure(tokens, index, lexicon)))
        or word[0] in _FIRST_SIGNS
        or (word in zeros_of and zero.may_begin(tokens, index, lexicon))
    ]
    if candidates:
        lexicon.classes.classify(tokens)
    for index, word in candidates:
        if index < read_to:
            continue
        if word in zeros_of and (zeros := zero.none(tokens, index, lexicon)):
            found += zeros
            read_to = zeros[-1].read_to
            continue
        if word[0] not in _FIRST_SIGNS and word not in starters:
            continue
        side = read_side(tokens, index, lexicon)
        if side is None:
            continue
        skip = exclusions.passes_over(tokens, side.amount, lexicon)
        if skip is not None:
            read_to = skip
            continue
        made = _quantities(tokens, side, found, lexicon)
        if made and found and _is_lower_end(tokens, found[-1], made[0]):
            _extend_down(made[0], found.pop())
        found += made
        read_to = max([side.amount.end] + [max(r.number[1], r.read_to) for r in made])
    return found if said is None else found[1:]


def _is_lower_end(tokens: Tokens, lower: ParsedQuantity, upper: ParsedQuantity) -> bool:
    """Whether a bound from below and the bound from above behind it are the ends of one range:
    "more than 500 but fewer than 600 people"; not "at least 5 dead and at most 40 hurt"."""
    if lower.elsewhere or tokens.words[lower.end : upper.first] not in (["but"], ["and"]):
        return False
    bounds = lower.hedge.bound in {"over", "least"} and upper.hedge.bound in {"under", "most"}
    alone = lower.subject is None and lower.per is None and lower.unit in (None, upper.unit)
    figures = lower.low == lower.high < upper.low == upper.high
    exact = {Form.DIGITS, Form.WORDS}
    return bounds and alone and figures and {lower.form, upper.form} <= exact


def _extend_down(upper: ParsedQuantity, lower: ParsedQuantity) -> None:
    """Extend a quantity that is bounded from above down to its lower end."""
    upper.first, upper.low = lower.first, lower.low
    upper.number = (lower.number[0], upper.number[1])
    upper.upper_bound, upper.hedge = upper.hedge.bound, lower.hedge


def _of_figure(tokens: Tokens, index: int, lexicon: QuantityLexicon) -> bool:
    """Whether an article may begin a figure: "a hundred", "a 1,000", "just over a year"."""
    behind = tokens.words[index + 1]
    return behind in lexicon.after_article or behind[:1].isdecimal()


def _quantities(
    tokens: Tokens, side: RangeEnd, earlier: list[ParsedQuantity], lexicon: QuantityLexicon
) -> list[ParsedQuantity]:
    """The quantities that begin with one figure: none, one, or a range and its restatement."""
    amount = side.amount
    if amount.form is Form.ORDINAL:
        return special.rank(tokens, amount, lexicon)
    if amount.form is Form.MULTIPLE:
        return _multiple(tokens, amount, lexicon)
    other, joint = ranges.other_side(tokens, side, lexicon) or (None, "")
    if other is not None and special.is_score(
        tokens, side.amount, other.amount, joint, other.unit is not None, lexicon
    ):
        return special.score(tokens, side.amount, other.amount)
    if other is not None and (
        ranges.is_change(tokens, side, other, joint, lexicon)
        # "up 7 percent, or $8 to $115" is where it ended
        or (joint == "to" and rates.change_goes_on(tokens, side.first, earlier))
    ):
        side, other = ranges.before_change(tokens, side, other, lexicon), None
    made = [_quantity(tokens, side, other, earlier, lexicon)]
    again = None if other is None else ranges.again(tokens, side, lexicon)
    return made if again is None else [*made, _quantity(tokens, again, None, made, lexicon)]


def _quantity(
    tokens: Tokens,
    side: RangeEnd,
    other: RangeEnd | None,
    earlier: list[ParsedQuantity],
    lexicon: QuantityLexicon,
) -> ParsedQuantity:
    """One quantity, given its figure and the other end of its range."""
    last = other or side
    unit = last.unit or side.unit
    low = side.amount.value if other is None else ranges.lower_figure(side, other)
    high = low if other is None else other.amount.value
    first = ranges.range_first(tokens, side.first, other, lexicon)
    first, low, high = ranges.signed(tokens, first, side.amount.first, low, high)
    end = ranges.below_zero(tokens, last.end)
    if end > last.end:
        low, high = -high, -low
    parsed = ParsedQuantity(
        first,
        end,
        (side.first, max(last.amount.end, side.amount.end)),
        min(low, high),
        max(low, high),
        last.amount.form,
        "figure",
    )
    parsed.unit = unit
    parsed.read_to = end
    if side.amount.form is Form.VAGUE:
        parsed.form = Form.VAGUE
    parsed.dimension = unit.dimension if unit is not None else Dimension.COUNT
    if parsed.form is Form.SHARE and unit is None:
        parsed.dimension = Dimension.PERCENT
    ellipsis.take_from_before(tokens, parsed, lexicon)
    _add_hedges(tokens, parsed, earlier, lexicon)
    if ages.age(tokens, parsed, lexicon) or special.magnitude(tokens, parsed, lexicon):
        _add_hedges_behind(tokens, parsed, lexicon)
        return parsed
    _add_hedges_behind(tokens, parsed, lexicon)
    counting.add_subject(tokens, parsed, last.modifies, earlier, lexicon)
    if parsed.hedge.bound is None:
        _add_hedges_behind(tokens, parsed, lexicon)
    rates.add_rate(tokens, parsed, lexicon)
    parsed.change = rates.change(tokens, parsed, lexicon) or rates.change_goes_on(
        tokens, parsed.first, earlier
    )
    return parsed


def _add_hedges(
    tokens: Tokens,
    parsed: ParsedQuantity,
    earlier: list[ParsedQuantity],
    lexicon: QuantityLexicon,
) -> None:
    """Add the hedges in front of a quantity: bound, vagueness, approximation."""
    first, effects = hedges.before(tokens, parsed.first, lexicon)
    if _is_compared_with(tokens, first, parsed, earlier):
        return
    if (
        effects == ("over",)
        and parsed.dimension is Dimension.DURATION
        and [w for w in tokens.words[first : parsed.first] if w not in lexicon.skipped] == ["over"]
        and tokens.word(first - 1) not in lexicon.over_bounds
    ):
        return  # "over two days" is during them
    if tokens.word(parsed.first - 1) == "within" and parsed.dimension is not Dimension.DISTANCE:
        return  # "within six weeks" may take all of them
    inner: tuple[str, ...] = ()
    if "RANGE_OPENERS" in tokens.classes[parsed.first]:
        _, inner = hedges.before(tokens, parsed.number[0], lexicon)
    parsed.first = first
    parsed.hedge = hedges.combined((*inner, *effects))


def _is_compared_with(
    tokens: Tokens, first: int, parsed: ParsedQuantity, earlier: list[ParsedQuantity]
) -> bool:
    """Whether a measure right before the hedge at `first` is a difference from the figure, which is
    then no bound: "3 percent more than 40 tonnes", "$2 above $50"."""
    measure = earlier[-1] if earlier else None
    if measure is None or measure.elsewhere or measure.end != first or measure.subject is not None:
        return False
    if measure.dimension is parsed.dimension:
        return measure.dimension is not Dimension.COUNT
    # "14 percent under 18" are of an age, "up 5 percent over two years" is when.
    compares = parsed.unit is not None or not {"than", "as"}.isdisjoint(
        tokens.words[first : parsed.first]
    )
    return (
        measure.dimension in {Dimension.MULTIPLE, Dimension.PERCENT}
        and parsed.dimension is not Dimension.DURATION
        and compares
    )


def _add_hedges_behind(tokens: Tokens, parsed: ParsedQuantity, lexicon: QuantityLexicon) -> None:
    """Add the hedge behind the figure of a quantity, or behind its unit."""
    for end in (parsed.number[1], parsed.end):
        found = hedges.after(tokens, end, lexicon)
        if found is not None:
            parsed.end = max(parsed.end, found[0])
            extra = hedges.combined((found[1],))
            old = parsed.hedge
            parsed.hedge = Hedge(
                old.approximate or extra.approximate,
                old.side or extra.side,
                extra.bound or old.bound,
            )
            return


def _multiple(tokens: Tokens, amount: Amount, lexicon: QuantityLexicon) -> list[ParsedQuantity]:
    """The quantity of a multiple: "tripled", "twice as many"; "twice a day" is a rate."""
    parsed = ParsedQuantity(
        amount.first,
        amount.end,
        (amount.first, amount.end),
        amount.value,
        amount.value,
        Form.MULTIPLE,
        "multiple",
    )
    parsed.dimension = Dimension.MULTIPLE
    _add_hedges(tokens, parsed, [], lexicon)
    period = rates.per_behind(tokens, amount.end, lexicon)
    twice = "TWICE" in tokens.classes[amount.first]
    if period is not None and twice:
        parsed.per, parsed.end = period  # "twice a day"
        parsed.dimension, parsed.rule = Dimension.RATE, "figure"
        return [parsed]
    if twice and tokens.words[amount.end] in lexicon.contexts.rates.openers:
        return []  # "twice a winner"
    word = tokens.words[amount.first]
    if word.endswith(("ed", "ing")):
        parsed.change = Change.UP
    else:
        parsed.change = rates.change(tokens, parsed, lexicon)
    return [parsed]
