"""From the figures of one sentence to its quantities: range, unit, hedge, what is counted."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from factcheck.models import Change, Dimension
from factcheck.quantities import exclusions, hedges, measures, special, subjects
from factcheck.quantities.amounts import Amount, Form, read
from factcheck.quantities.hedges import Hedge
from factcheck.quantities.lexis import Lexis, Unit
from factcheck.quantities.subjects import Subject
from factcheck.text.phrases import counted
from factcheck.text.tokens import Tokens

_FIRST_SIGNS = frozenset("0123456789.½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞")
_CHANGE_WINDOW = 4
_MEMORY = 6
_TOLL_WINDOW = 9


@dataclass(slots=True)
class Reading:
    """One quantity on its way: tokens `first` up to `end` are its span, all else as in `Quantity`."""

    first: int
    end: int
    figure: tuple[int, int]
    low: Decimal
    high: Decimal
    form: Form
    rule: str
    hedge: Hedge = field(default_factory=lambda: Hedge(0, 0))
    unit: Unit | None = None
    dimension: Dimension = Dimension.COUNT
    person: bool = False
    per: str | None = None
    subject: tuple[int, int] | None = None
    change: Change | None = None
    read_to: int = 0
    restates: Reading | None = None
    part_of: Reading | None = None


@dataclass(frozen=True, slots=True)
class _Side:
    """One end of a quantity: its figure with the currency before it and the unit behind."""

    amount: Amount
    first: int
    end: int
    unit: Unit | None = None
    modifies: bool = False
    currency_first: bool = False


def readings(tokens: Tokens, lexis: Lexis) -> list[Reading]:
    """The quantities of one sentence in order. Linear: every step looks at a bounded window."""
    found: list[Reading] = []
    starters = lexis.starters
    read_to = 0
    for index, word in enumerate(tokens.words[: tokens.size]):
        if (word[0] not in _FIRST_SIGNS and word not in starters) or index < read_to:
            continue
        if word in {"a", "an"} and not _article_of_figure(tokens, index, lexis):
            continue
        side = _side(tokens, index, lexis)
        if side is None:
            continue
        skip = exclusions.passes_over(tokens, side.amount, lexis)
        if skip is not None:
            read_to = skip
            continue
        made = _quantities(tokens, side, found, lexis)
        found += made
        read_to = max([side.amount.end] + [max(r.figure[1], r.read_to) for r in made])
    return found


def _article_of_figure(tokens: Tokens, index: int, lexis: Lexis) -> bool:
    """Whether an article may begin a figure: "a hundred", "a 1,000", "just over a year"."""
    behind = tokens.words[index + 1]
    return behind in lexis.after_article or behind[:1].isdecimal()


def _side(tokens: Tokens, index: int, lexis: Lexis) -> _Side | None:
    currency = measures.currency_before(tokens, index, lexis)
    amount = read(tokens, index, lexis, money=currency is not None)
    if amount is None:
        return None
    if currency is not None:
        unit, first = currency
        if unit.name == "dollar" and measures.american(tokens, amount.end, lexis):
            usd = lexis.currency_signs["us$"][0][1]
            return _Side(amount, first, amount.end + 1, usd, currency_first=True)
        named = measures.unit_behind(tokens, amount.end, amount.value, lexis, digits=False)
        if named is not None and named.unit.dimension is Dimension.MONEY:
            return _Side(amount, first, named.end, named.unit, currency_first=True)
        return _Side(amount, first, amount.end, unit, currency_first=True)
    if amount.form in {Form.ORDINAL, Form.MULTIPLE}:
        return _Side(amount, index, amount.end)
    behind = measures.unit_behind(
        tokens,
        _past_article(tokens, amount),
        amount.value,
        lexis,
        digits=amount.form is Form.DIGITS,
    )
    if behind is None:
        return _Side(amount, index, amount.end)
    return _Side(amount, index, behind.end, behind.unit, behind.modifies)


def _past_article(tokens: Tokens, amount: Amount) -> int:
    """Behind the article of "half an hour", "two-tenths of a mile", "hundreds of miles"."""
    end = amount.end
    if amount.form is Form.VAGUE and tokens.words[end] == "of":
        return end + 1
    if amount.form is Form.SHARE:
        end += tokens.words[end] == "of" and tokens.words[end + 1] in {"a", "an"}
        end += tokens.words[end] in {"a", "an"}
    return end


def _quantities(tokens: Tokens, side: _Side, earlier: list[Reading], lexis: Lexis) -> list[Reading]:
    amount = side.amount
    if amount.form is Form.ORDINAL:
        return special.rank(tokens, amount, lexis)
    if amount.form is Form.MULTIPLE:
        return [_multiple(tokens, amount, lexis)]
    other, joint = _other_side(tokens, side, lexis)
    if other is not None and special.is_score(
        tokens, side.amount, other.amount, joint, other.unit is not None, lexis
    ):
        return special.score(tokens, side.amount, other.amount)
    if other is not None and _is_change(tokens, side, other, joint, lexis):
        other = None
    return [_quantity(tokens, side, other, earlier, lexis)]


def _other_side(tokens: Tokens, side: _Side, lexis: Lexis) -> tuple[_Side | None, str]:
    """The second figure of a range or an alternative and the word between, if there is one."""
    index = side.end
    if side.modifies and tokens.words[index] == "or":
        return None, ""
    joint = tokens.words[index]
    if joint == "-" and tokens.words[index + 1] == "to":
        index, joint = index + 1, "to"  # "0-to-60-mph"
    if joint == "-":
        if tokens.touches(index) != tokens.touches(index + 1):
            return None, ""  # "Stoxx 50 -1.3%" is a minus sign
    elif joint == "and":
        if not _between(tokens, side.first):
            return None, ""
    elif joint not in {"to", "or", "through"}:
        return None, ""
    at = index + 1
    if tokens.words[at] == "-" and tokens.touches(at + 1):
        at += 1
    while tokens.words[at] in {"the", "up", "about", "around"} and at < index + 2:
        at += 1
    for words_first in (at, at + 1, at + 2):
        if (tokens.digits(words_first) or tokens.words[words_first] in lexis.starters) and (
            words_first == at or measures.currency_before(tokens, words_first, lexis) is not None
        ):
            other = _side(tokens, words_first, lexis)
            break
    else:
        return None, ""
    if (
        other is None
        or other.first != at
        or other.amount.form not in {Form.DIGITS, Form.WORDS, Form.SHARE, side.amount.form}
    ):
        return None, ""
    if exclusions.passes_over(tokens, other.amount, lexis) is not None and joint != "-":
        return None, ""
    return (other, joint) if _joins(tokens, side, other, joint) else (None, "")


def _between(tokens: Tokens, first: int) -> bool:
    return any(tokens.word(i) == "between" for i in range(first - 3, first))


def _joins(tokens: Tokens, side: _Side, other: _Side, joint: str) -> bool:
    """Whether two figures are the ends of one quantity: their units agree, and the first is less."""
    if side.unit is not None and other.unit != side.unit:
        if not (other.unit is None and side.currency_first):
            return (
                side.currency_first
                and other.unit is not None
                and other.unit.dimension is Dimension.MONEY
            )
    if joint == "or":
        low, high = _low(side, other), other.amount.value
        return low < high <= low * 3 + 1
    return True


def _low(side: _Side, other: _Side) -> Decimal:
    """The lower figure with the magnitude that the pair shares: "$10 to $15 billion"."""
    low, high = side.amount, other.amount
    scale = high.value
    if low.value >= 1000 or low.form is Form.VAGUE or not (low.bare or low.form is Form.WORDS):
        return low.value
    magnitude = Decimal(1)
    while scale % 1000 == 0 and scale >= 1000:
        scale, magnitude = scale / 1000, magnitude * 1000
    if high.bare or magnitude == 1:
        coefficient_only = (
            high.form is Form.WORDS
            and high.value >= 100
            and high.value % 100 == 0
            and low.value < 10
        )
        return low.value * 100 if coefficient_only else low.value
    if high.value >= 1_000_000 and magnitude > 1:
        scaled = low.value * _named_magnitude(high.value)
        return scaled if scaled <= high.value else low.value
    scaled = low.value * 1000
    return scaled if scaled <= high.value else low.value


def _named_magnitude(value: Decimal) -> Decimal:
    for magnitude in (Decimal(10) ** 12, Decimal(10) ** 9, Decimal(10) ** 6):
        if value >= magnitude:
            return magnitude
    return Decimal(1000)


def _is_change(tokens: Tokens, side: _Side, other: _Side, joint: str, lexis: Lexis) -> bool:
    """ "Fell from 400 to 150" are two figures, before and after; "from 150 to 400" is a range."""
    if joint != "to":
        return joint == "-" and _low(side, other) > other.amount.value
    if _low(side, other) > other.amount.value:
        return True
    for index in range(side.first - 1, max(-1, side.first - 6), -1):
        word = tokens.words[index]
        if (word == "by" and index >= side.first - 2) or (
            word in lexis.changes and word not in {"up", "down", "lower", "cut"}
        ):
            return True
        if word in {",", ".", ";"} or tokens.digits(index):
            break
    return False


def _quantity(
    tokens: Tokens, side: _Side, other: _Side | None, earlier: list[Reading], lexis: Lexis
) -> Reading:
    last = other or side
    unit = last.unit or side.unit
    low = side.amount.value if other is None else _low(side, other)
    high = low if other is None else other.amount.value
    first = _range_first(tokens, side.first, other)
    first, low, high = _signed(tokens, first, side.amount.first, low, high, side.currency_first)
    reading = Reading(
        first,
        last.end,
        (side.first, max(last.amount.end, side.amount.end)),
        low,
        max(low, high),
        last.amount.form,
        "figure",
    )
    reading.unit = unit
    if side.amount.form is Form.VAGUE:
        reading.form = Form.VAGUE
    reading.dimension = unit.dimension if unit is not None else Dimension.COUNT
    if reading.form is Form.SHARE and unit is None:
        reading.dimension = Dimension.PERCENT
    _add_hedges(tokens, reading, lexis)
    if special.age(tokens, reading, lexis) or special.magnitude(tokens, reading, lexis):
        _add_hedges_behind(tokens, reading, lexis)
        return reading
    _add_hedges_behind(tokens, reading, lexis)
    _add_subject(tokens, reading, last.modifies, earlier, lexis)
    if reading.hedge.bound is None:
        _add_hedges_behind(tokens, reading, lexis)
    _add_rate(tokens, reading, lexis)
    reading.change = _change(tokens, reading, lexis) or _change_goes_on(tokens, reading, earlier)
    return reading


def _change_goes_on(tokens: Tokens, reading: Reading, earlier: list[Reading]) -> Change | None:
    """The change that the figure before it tells in another measure: "lost 190 points, or 0.6%"."""
    if not earlier or earlier[-1].change is None:
        return None
    between = tokens.words[earlier[-1].end : reading.first]
    return earlier[-1].change if between in ([",", "or"], ["or"], ["("]) else None


def _range_first(tokens: Tokens, first: int, other: _Side | None) -> int:
    if other is None:
        return first
    for back in (1, 2):
        if tokens.word(first - back) in {"between", "from"}:
            return first - back
    return first


def _signed(
    tokens: Tokens, first: int, at: int, low: Decimal, high: Decimal, money: bool
) -> tuple[int, Decimal, Decimal]:
    """The figures with a minus in front of them: "-1.3%", "minus 20", "-$5"."""
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


def _add_hedges(tokens: Tokens, reading: Reading, lexis: Lexis) -> None:
    first, effects = hedges.before(tokens, reading.first, lexis)
    if (
        effects == ("over",)
        and reading.dimension is Dimension.DURATION
        and tokens.words[first : reading.first] == ["over"]
        and tokens.word(first - 1) not in lexis.over_bounds
    ):
        return  # "over two days" is during them
    inner: tuple[str, ...] = ()
    if tokens.words[reading.first] in {"between", "from"}:
        _, inner = hedges.before(tokens, reading.figure[0], lexis)
    reading.first = first
    reading.hedge = hedges.combined(first, reading.end, (*inner, *effects))


def _add_hedges_behind(tokens: Tokens, reading: Reading, lexis: Lexis) -> None:
    for end in {reading.figure[1], reading.end}:
        found = hedges.after(tokens, end, lexis)
        if found is not None:
            reading.end = max(reading.end, found[0])
            extra = hedges.combined(reading.first, reading.end, (found[1],))
            old = reading.hedge
            reading.hedge = Hedge(
                reading.first,
                reading.end,
                old.approximate or extra.approximate,
                old.side or extra.side,
                extra.bound or old.bound,
            )
            return


def _add_subject(
    tokens: Tokens, reading: Reading, modifies: bool, earlier: list[Reading], lexis: Lexis
) -> None:
    if reading.unit is None and reading.dimension is Dimension.COUNT:
        _add_counted(tokens, reading, earlier, lexis)
        return
    start = reading.end
    if modifies and tokens.words[start] != "of":
        subject = subjects.behind(
            tokens, start + (tokens.words[start] == "-"), lexis, plural=False, partitive=False
        )
    elif reading.form is Form.SHARE and tokens.words[start] != "of":
        subject = subjects.behind(
            tokens, start, lexis, plural=True, partitive=False
        )  # "one in five children"
    elif tokens.words[start] in {"of", "in"} and (
        tokens.words[start] == "of" or reading.dimension is Dimension.MONEY
    ):
        subject = _of(tokens, start, lexis)
    else:
        subject = None
    if subject is not None and not subject.unsaid and not tokens.digits(subject.end):
        reading.subject = (subject.first, subject.end)
        if tokens.words[start] != "in" or reading.dimension is Dimension.MONEY:
            reading.end = subject.end


def _of(tokens: Tokens, start: int, lexis: Lexis) -> Subject | None:
    if tokens.words[start] == "in":
        phrase = subjects.behind(tokens, start + 1, lexis, plural=False, partitive=False)
        return None if phrase is None or tokens.capital(phrase.first) else phrase
    return subjects.behind(tokens, start, lexis, plural=False)


def _add_counted(tokens: Tokens, reading: Reading, earlier: list[Reading], lexis: Lexis) -> None:
    end = max(reading.end, reading.figure[1])
    if tokens.words[end] == "times" and (
        tokens.words[end + 1] in lexis.cues.after_times or tokens.words[end + 1].endswith("er")
    ):
        reading.dimension, reading.end, reading.rule = Dimension.MULTIPLE, end + 1, "multiple"
        return
    hyphen = tokens.words[end] == "-" and tokens.words[end + 1] in lexis.contexts.hyphenated
    if hyphen or _bare_compound(tokens, end, reading, lexis):
        end += hyphen  # "a 12-member panel", "a three course meal"
        subject: Subject | None = Subject(end, end + 1, subjects.in_compound(tokens, end, lexis))
    elif tokens.words[end] == "-" and tokens.touches(end):
        subject = None
    else:
        fate = tokens.words[end] in lexis.states or tokens.words[end] in lexis.cues.finite
        subject = subjects.state(tokens, end, lexis) if fate else None
        family = tokens.words[max(0, reading.first - 2) : reading.first] in (
            ["family", "of"],
            ["mother", "of"],
            ["father", "of"],
        )
        subject = subject or (
            None if family else subjects.behind(tokens, end, lexis, plural=reading.high != 1)
        )
        if subject is None or subject.unsaid:
            subject = subjects.state(tokens, end, lexis) or subject
    if subject is None and _people_unsaid(tokens, reading, earlier, lexis):
        subject = Subject(end, end, True)
    if subject is None:
        return
    reading.person = subject.people
    if subject.unsaid and tokens.words[end : end + 2] in (["of", "them"], ["of", "those"]):
        last = next(
            (r for r in reversed(earlier[-_MEMORY:]) if r.dimension is Dimension.COUNT), None
        )
        reading.person = last is not None and last.person
    if tokens.words[subject.end - 1] in {"others", "other"} and not subject.unsaid:
        reading.person = _others_are_people(tokens, subject, earlier, lexis)
    if not subject.unsaid:
        reading.subject = (subject.first, subject.end)
        reading.end = max(reading.end, subject.end)


def _bare_compound(tokens: Tokens, end: int, reading: Reading, lexis: Lexis) -> bool:
    """ "a 12 page document", "a three course meal": the hyphen is left out."""
    word = tokens.words[end]
    if word not in lexis.contexts.hyphenated or word in lexis.states or reading.high == 1:
        return False
    return counted(tokens, end) is None and counted(tokens, end + 1, plural=False) is not None


def _others_are_people(
    tokens: Tokens, subject: Subject, earlier: list[Reading], lexis: Lexis
) -> bool:
    """ "Others" are of the sort counted before; with nothing before, their fate tells."""
    last = next((r for r in reversed(earlier[-_MEMORY:]) if r.dimension is Dimension.COUNT), None)
    return subjects.state(tokens, subject.end, lexis) is not None if last is None else last.person


def _toll(tokens: Tokens, first: int) -> bool:
    """ "The death toll rose to 61", "the number of victims is 59": what is counted stands before."""
    for index in range(first - 1, max(-1, first - 1 - _TOLL_WINDOW), -1):
        word = tokens.words[index]
        if word in {"toll", "casualties", "victims"}:
            return True
        if tokens.digits(index) or word in {";", ":", "but", "while"}:
            return False
    return False


def _people_unsaid(tokens: Tokens, reading: Reading, earlier: list[Reading], lexis: Lexis) -> bool:
    """Whether a figure without a noun counts people: after "wounding", or the ones just counted.

    "Of the 53 wounded, 12 remain in hospital": both are people.
    """
    if reading.low % 1:
        return False
    if subjects.fate_before(tokens, reading.first, lexis) or _toll(tokens, reading.first):
        return True
    if (
        tokens.word(reading.first - 1) == "of"
        and tokens.word(reading.first - 2) in lexis.cues.families
    ):
        return True
    if tokens.words[reading.figure[1]] in {"strong", "aboard"} or tokens.words[
        reading.figure[1] : reading.figure[1] + 2
    ] == ["on", "board"]:
        return True
    after = tokens.words[reading.figure[1]]
    goes_on = after in lexis.cues.after_people_unsaid
    last = next(
        (
            r
            for r in reversed(earlier[-_MEMORY:])
            if r.dimension not in {Dimension.AGE, Dimension.DURATION}
        ),
        None,
    )
    return goes_on and last is not None and last.person


def _add_rate(tokens: Tokens, reading: Reading, lexis: Lexis) -> None:
    found = measures.per_behind(tokens, reading.end, lexis) or _per_behind_pair(
        tokens, reading, lexis
    )
    if found is None and reading.subject is not None and reading.unit is not None:
        found = (
            measures.per_behind(tokens, reading.subject[0] - 1, lexis)
            if reading.dimension is not Dimension.COUNT
            else None
        )
    if found is not None:
        reading.per, end = found
        reading.end = reading.read_to = max(reading.end, end)
    elif (
        reading.dimension is Dimension.COUNT
        and reading.subject is not None
        and tokens.words[reading.subject[0]] in lexis.contexts.rates.adverbs
    ):
        reading.per = lexis.contexts.rates.adverbs[tokens.words[reading.subject[0]]]
    elif reading.dimension is Dimension.COUNT and (reading.subject is not None or reading.person):
        reading.per = measures.told_rate(tokens, reading.first, reading.end, lexis)
    if reading.per is not None and reading.dimension is Dimension.COUNT:
        reading.dimension = Dimension.RATE


def _per_behind_pair(tokens: Tokens, reading: Reading, lexis: Lexis) -> tuple[str, int] | None:
    """The rate behind the same sum in another currency: "C$6 ($4.46) per share"."""
    if tokens.words[reading.end] != "(" or reading.dimension is not Dimension.MONEY:
        return None
    for index in range(reading.end + 2, reading.end + 6):
        if tokens.words[index] == ")":
            found = measures.per_behind(tokens, index + 1, lexis)
            return None if found is None else (found[0], reading.end)
    return None


def _change(tokens: Tokens, reading: Reading, lexis: Lexis) -> Change | None:
    """Which way the verb in front moves the figure: "rose by 3%"; "to 13%" is where it ended."""
    if tokens.words[reading.first] == "from" or tokens.word(reading.first - 1) == "from":
        return None
    if (
        reading.figure[0] > 0
        and reading.dimension is Dimension.PERCENT
        and tokens.word(reading.figure[0] - 1) in {"-", "+"}
        and tokens.capital(reading.figure[0] - 2)
    ):
        return (
            Change.DOWN if tokens.word(reading.figure[0] - 1) == "-" else Change.UP
        )  # "FTSE -0.6%"
    if tokens.words[reading.first] == "as" and tokens.words[reading.first + 1] in {"high", "low"}:
        return None  # "rose as high as $2,075" is where it ended
    index = reading.first - 1
    for _ in range(_CHANGE_WINDOW):
        word = tokens.word(index)
        if word in lexis.changes:
            return lexis.changes[word]
        if word not in lexis.between:
            return None
        index -= 1
    return None


def _multiple(tokens: Tokens, amount: Amount, lexis: Lexis) -> Reading:
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
    word = tokens.words[amount.first]
    if word.endswith(("ed", "ing")):
        reading.change = Change.UP
    else:
        reading.change = _change(tokens, reading, lexis)
    return reading
