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
from factcheck.quantities.lexis import Lexis
from factcheck.quantities.reading import Reading
from factcheck.quantities.sides import Side, read_side
from factcheck.text.tokens import Tokens

_FIRST_SIGNS = frozenset("0123456789.½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞")


def readings(tokens: Tokens, lexis: Lexis, said: Reading | None = None) -> list[Reading]:
    """The quantities of one sentence in order. Linear: every step looks at a bounded window.

    `said` is the last count of the sentence before, which figures without a noun go on
    counting: "Seventeen people were charged. Eight of them are in custody."
    """
    found: list[Reading] = [] if said is None else [replace(said, change=None, elsewhere=True)]
    starters, zeros_of = lexis.starters, lexis.zeros
    read_to = 0
    # Three words of four begin no quantity.
    candidates = [
        (index, word)
        for index, word in enumerate(tokens.words[: tokens.size])
        if word in starters or word[0] in _FIRST_SIGNS or word in zeros_of
    ]
    for index, word in candidates:
        if index < read_to:
            continue
        if word in zeros_of and (zeros := zero.none(tokens, index, lexis)):
            found += zeros
            read_to = zeros[-1].read_to
            continue
        if word[0] not in _FIRST_SIGNS and word not in starters:
            continue
        if word in lexis.cues.articles and not _article_of_figure(tokens, index, lexis):
            continue
        side = read_side(tokens, index, lexis)
        if side is None:
            continue
        skip = exclusions.passes_over(tokens, side.amount, lexis)
        if skip is not None:
            read_to = skip
            continue
        made = _quantities(tokens, side, found, lexis)
        found += made
        read_to = max([side.amount.end] + [max(r.figure[1], r.read_to) for r in made])
    return found if said is None else found[1:]


def _article_of_figure(tokens: Tokens, index: int, lexis: Lexis) -> bool:
    """Whether an article may begin a figure: "a hundred", "a 1,000", "just over a year"."""
    behind = tokens.words[index + 1]
    return behind in lexis.after_article or behind[:1].isdecimal()


def _quantities(tokens: Tokens, side: Side, earlier: list[Reading], lexis: Lexis) -> list[Reading]:
    amount = side.amount
    if amount.form is Form.ORDINAL:
        return special.rank(tokens, amount, lexis)
    if amount.form is Form.MULTIPLE:
        return _multiple(tokens, amount, lexis)
    other, joint = ranges.other_side(tokens, side, lexis) or (None, "")
    if other is not None and special.is_score(
        tokens, side.amount, other.amount, joint, other.unit is not None, lexis
    ):
        return special.score(tokens, side.amount, other.amount)
    if other is not None and (
        ranges.is_change(tokens, side, other, joint, lexis)
        # "up 7 percent, or $8 to $115" is where it ended
        or (joint == "to" and rates.change_goes_on(tokens, side.first, earlier))
    ):
        side, other = ranges.before_change(tokens, side, other, lexis), None
    made = [_quantity(tokens, side, other, earlier, lexis)]
    again = None if other is None else ranges.again(tokens, side, lexis)
    return made if again is None else [*made, _quantity(tokens, again, None, made, lexis)]


def _quantity(
    tokens: Tokens, side: Side, other: Side | None, earlier: list[Reading], lexis: Lexis
) -> Reading:
    last = other or side
    unit = last.unit or side.unit
    low = side.amount.value if other is None else ranges.lower_figure(side, other)
    high = low if other is None else other.amount.value
    first = ranges.range_first(tokens, side.first, other, lexis)
    first, low, high = ranges.signed(tokens, first, side.amount.first, low, high)
    reading = Reading(
        first,
        last.end,
        (side.first, max(last.amount.end, side.amount.end)),
        min(low, high),
        max(low, high),
        last.amount.form,
        "figure",
    )
    reading.unit = unit
    reading.read_to = last.end
    if side.amount.form is Form.VAGUE:
        reading.form = Form.VAGUE
    reading.dimension = unit.dimension if unit is not None else Dimension.COUNT
    if reading.form is Form.SHARE and unit is None:
        reading.dimension = Dimension.PERCENT
    ellipsis.take_from_before(tokens, reading, lexis)
    _add_hedges(tokens, reading, lexis)
    if ages.age(tokens, reading, lexis) or special.magnitude(tokens, reading, lexis):
        _add_hedges_behind(tokens, reading, lexis)
        return reading
    _add_hedges_behind(tokens, reading, lexis)
    counting.add_subject(tokens, reading, last.modifies, earlier, lexis)
    if reading.hedge.bound is None:
        _add_hedges_behind(tokens, reading, lexis)
    rates.add_rate(tokens, reading, lexis)
    reading.change = rates.change(tokens, reading, lexis) or rates.change_goes_on(
        tokens, reading.first, earlier
    )
    return reading


def _add_hedges(tokens: Tokens, reading: Reading, lexis: Lexis) -> None:
    first, effects = hedges.before(tokens, reading.first, lexis)
    if (
        effects == ("over",)
        and reading.dimension is Dimension.DURATION
        and [w for w in tokens.words[first : reading.first] if w not in lexis.skipped] == ["over"]
        and tokens.word(first - 1) not in lexis.over_bounds
    ):
        return  # "over two days" is during them
    if tokens.word(reading.first - 1) == "within" and reading.dimension is not Dimension.DISTANCE:
        return  # "within six weeks" may take all of them
    inner: tuple[str, ...] = ()
    if tokens.words[reading.first] in lexis.cues.range_openers:
        _, inner = hedges.before(tokens, reading.figure[0], lexis)
    reading.first = first
    reading.hedge = hedges.combined((*inner, *effects))


def _add_hedges_behind(tokens: Tokens, reading: Reading, lexis: Lexis) -> None:
    for end in (reading.figure[1], reading.end):
        found = hedges.after(tokens, end, lexis)
        if found is not None:
            reading.end = max(reading.end, found[0])
            extra = hedges.combined((found[1],))
            old = reading.hedge
            reading.hedge = Hedge(
                old.approximate or extra.approximate,
                old.side or extra.side,
                extra.bound or old.bound,
            )
            return


def _multiple(tokens: Tokens, amount: Amount, lexis: Lexis) -> list[Reading]:
    reading = Reading(
        amount.first,
        amount.end,
        (amount.first, amount.end),
        amount.value,
        amount.value,
        Form.MULTIPLE,
        "multiple",
    )
    reading.dimension = Dimension.MULTIPLE
    _add_hedges(tokens, reading, lexis)
    period = rates.per_behind(tokens, amount.end, lexis)
    if period is not None and tokens.words[amount.first] in lexis.cues.twice:
        reading.per, reading.end = period  # "twice a day"
        reading.dimension, reading.rule = Dimension.RATE, "figure"
        return [reading]
    word = tokens.words[amount.first]
    if tokens.words[amount.end] in lexis.contexts.rates.openers and word in lexis.cues.twice:
        return []  # "twice a winner"
    if word.endswith(("ed", "ing")):
        reading.change = Change.UP
    else:
        reading.change = rates.change(tokens, reading, lexis)
    return [reading]
