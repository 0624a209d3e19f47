"""Answers, outlets and counts in the words of a newsroom."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from functools import cache

from factcheck.answers.comparable import is_counted_back
from factcheck.answers.zones import zone_in_words
from factcheck.arithmetic import CONTEXT, in_own_context
from factcheck.kinds import EventTime
from factcheck.lexicon import any_of
from factcheck.models import Claim, Dimension, Period, Quantity, Side
from factcheck.quantities.currencies import sign_of
from factcheck.quantities.lexicon import quantity_lexicon

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_PARTS = {"MO": "morning", "MI": "noon", "AF": "afternoon", "EV": "evening", "NI": "night"}
_MOST_NAMES = 5
_LONGEST_QUOTE = 160
# A quote of fewer words is given with so many characters of its sentence on each side.
_FEWEST_WORDS = 5
_AROUND = 50
A_WORD_OR_TWO = 15  # characters for which no sentence is cut
_MAGNITUDES = ((12, "trillion"), (9, "billion"), (6, "million"))
_MOST_DIGITS = 4
_MOST_PLACES = 18
_TENTH, _CENT, _THOUSANDTH = Decimal("0.1"), Decimal("0.01"), Decimal("0.001")
_LEAST_SPREAD = Decimal("1.05")
_LARGE = 1000  # from which on a sum is given without its cents
_CLOCKS = {"00:00": "midnight", "12:00": "noon"}
_SHARES = {
    Decimal(value): words
    for value, words in (
        ("0.500", "half"), ("0.333", "a third"), ("0.667", "two thirds"), ("0.250", "a quarter"),
        ("0.750", "three quarters"), ("0.200", "a fifth"), ("0.400", "two fifths"),
        ("0.600", "three fifths"), ("0.800", "four fifths"), ("0.100", "a tenth"),
    )
}  # fmt: skip
# The hedges that answers are given with, and the effects that the lexicon lists their like under;
# "roughly 90" and "some 90" are both "about 90".
_EFFECTS = {
    "at most": "most", "fewer than": "under", "at least": "least", "more than": "over",
    "almost": "below", "just over": "above",
}  # fmt: skip
_BEFORE_A_FIGURE = frozenset(
    {"than", "as", "of", "to", "over", "under", "above", "below", "least", "most"}
)
_ORDINALS = (
    "", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
    "tenth",
)  # fmt: skip
_ENDINGS = {1: "st", 2: "nd", 3: "rd"}
_BY_Y = re.compile("[^aeiou]y$")
_SIDED = {Side.BELOW: "almost", Side.ABOVE: "just over"}
_IRREGULAR = {"foot": "feet", "inch": "inches", "century": "centuries"}


def answer(claim: Claim) -> str:
    """The answer of a claim, in as few words as possible: "about 6,000", "25 May 2021"."""
    if isinstance(claim, EventTime):
        return f"{'about ' if claim.approximate else ''}{_CLOCKS.get(claim.clock, claim.clock)}" + (
            "" if claim.zone is None else f" {zone_in_words(claim.zone)}"
        )
    if claim.quantity is not None:
        if claim.quantity.vague or _close_to_nothing(claim.quantity):
            return claim.quote.strip(" ()[],;:-–—")
        return _with_own_hedge(claim.quantity, claim.quote)
    if claim.when is None:
        return claim.quote
    if is_counted_back(claim, claim.when) and claim.when.start is not None:
        return _this_or_the_day_before(claim.when.start)
    return period(claim.when, claim.quote)


def _close_to_nothing(quantity: Quantity) -> bool:
    """Whether a quantity is a hedged none, for which there is no figure: "close to nil"."""
    return quantity.approximate and {quantity.low, quantity.high} == {Decimal(0)}


def _with_own_hedge(quantity: Quantity, quote: str) -> str:
    """A quantity with the hedge of the text: "nearly 90", where a standard one would be "almost",
    and "as many as 300", where it would be "at most"."""
    shown = amount(quantity)
    plain = next((hedge for hedge in _EFFECTS if shown.startswith(f"{hedge} ")), None)
    own = None if plain is None else _own_hedges()[_EFFECTS[plain]].match(quote)
    return shown if own is None or plain is None else shown.replace(plain, own[1].lower(), 1)


@cache
def _own_hedges() -> dict[str, re.Pattern[str]]:
    """For each effect of a hedge, a pattern of the words that may open a quote before a bare
    figure, which "topped 300" does not."""
    by_effect: dict[str, list[str]] = {effect: [] for effect in _EFFECTS.values()}
    for phrases in quantity_lexicon().hedges_before.values():
        for words, effect in phrases:
            whole = effect in ("below", "above") or words[-1] in _BEFORE_A_FIGURE
            if effect in by_effect and whole and all(word.isalpha() for word in words):
                by_effect[effect].append(" ".join(words))
    return {
        effect: re.compile(rf"({any_of(phrases)})\b(?=\W|$)", re.IGNORECASE)
        for effect, phrases in by_effect.items()
    }


def amount(quantity: Quantity) -> str:
    """A quantity with its hedge and unit: "almost 80 percent", "$2.10", "three quarters"."""
    if quantity.unit == "fraction":
        return _hedged(quantity, _share)
    sign = None if quantity.unit is None else sign_of(quantity.unit)
    if quantity.dimension is Dimension.ORDINAL:
        return _hedged(quantity, _ordinal)
    if quantity.unit == "category":  # of a storm, which is given before its number
        return f"Category {_hedged(quantity, figure)}"
    if quantity.dimension is Dimension.MONEY and sign is not None:
        per = "" if quantity.per is None else f" per {quantity.per}"
        return _hedged(quantity, lambda value: _minus(value) + sign + _sum(abs(value))) + per
    return _hedged(quantity, figure) + _unit(quantity)


def _ordinal(value: Decimal) -> str:
    """An ordinal: "fourth", "21st"."""
    if value != value.to_integral_value() or abs(value) >= _LARGE:
        return figure(value)
    number = int(value)
    if 0 < number < len(_ORDINALS):
        return _ORDINALS[number]
    teen = number % 100 in (11, 12, 13)
    return f"{number}{'th' if teen else _ENDINGS.get(number % 10, 'th')}"


def _share(value: Decimal) -> str:
    """A share in words: "three quarters"."""
    named = _SHARES.get(rounded(value, _THOUSANDTH))
    return named or f"{figure(rounded(value * 100, _TENTH))} percent"


def _minus(value: Decimal) -> str:
    """The sign of a sum below zero, which stands before that of its currency: "-$5"."""
    return "-" if value < 0 else ""


def _sum(value: Decimal) -> str:
    """A sum of money: "2.10", "45", "1.2 million"."""
    cents = abs(value) < _LARGE and value != value.to_integral_value()
    return f"{rounded(value, _CENT):,f}" if cents else figure(value)


def _unit(quantity: Quantity) -> str:
    """The unit and rate as they are printed behind a figure; empty for a count."""
    per = "" if quantity.per is None else f" per {quantity.per}"
    # An age is given bare, as papers do: "Roe, 54".
    if quantity.unit in (None, "person", "magnitude", "year of age"):
        return per
    assert quantity.unit is not None
    one = {quantity.low, quantity.high} <= {None, Decimal(1)}
    invariable = one or quantity.unit.isupper() or quantity.unit == "percent"
    unit = quantity.unit if invariable else _plural(quantity.unit)
    return f" {unit}{per}".replace(" of age", " old")  # "15 months old"


def _plural(unit: str) -> str:
    """The unit in the plural: "square miles", but "miles per hour", "months of age" and "degrees
    Celsius"."""
    head, per, rest = unit.partition(" of " if " of " in unit else " per ")
    adjective, space, noun = head.rpartition(" ")
    if noun in ("Celsius", "Fahrenheit"):
        return f"{_plural(adjective)} {noun}"
    several = f"{noun[:-1]}ies" if _BY_Y.search(noun) else f"{noun}s"
    return f"{adjective}{space}{_IRREGULAR.get(noun, several)}{per}{rest}"


def _hedged(quantity: Quantity, written: Callable[[Decimal], str]) -> str:
    """The figures of a quantity with its bound or hedge in words: "at least 40", "about 3 to 4"."""
    low, high = quantity.low, quantity.high
    if low is None:
        assert high is not None
        return f"{'at most' if quantity.high_inclusive else 'fewer than'} {written(high)}"
    if high is None:
        return f"{'at least' if quantity.low_inclusive else 'more than'} {written(low)}"
    text = written(low) if low == high else f"{written(low)} to {written(high)}"
    if not quantity.approximate:
        return text
    return f"{_SIDED.get(quantity.side or Side.AROUND, 'about')} {text}"


@in_own_context
def figure(value: Decimal) -> str:
    """A figure in the style of papers: "1,600", "5.6", "1.2 million"."""
    plain = value.normalize()
    if abs(plain.adjusted()) > _MOST_PLACES:
        return f"{plain:.3g}"
    for power, word in _MAGNITUDES:
        short = plain.scaleb(-power).normalize()
        # 1,234,567 is clearer than 1.234567 million.
        if abs(short) >= 1 and len(short.as_tuple().digits) <= _MOST_DIGITS:
            return f"{short:,f} {word}"
    return f"{plain:,f}"


def spread_in_words(spread: Decimal | None) -> str:
    """How far answers lie apart, "6.3 times apart"; empty where that would say "1 times"."""
    return f"{times(spread)} apart" if spread is not None and spread >= _LEAST_SPREAD else ""


def times(ratio: Decimal) -> str:
    """The size of a spread: "6.3 times"."""
    return f"{figure(rounded(ratio, _TENTH))} times"


def rounded(value: Decimal, step: Decimal) -> Decimal:
    """`value` to the nearest `step`, half up; figures too large for steps stay as they are."""
    if value.adjusted() > _MOST_PLACES:
        return value
    return value.quantize(step, ROUND_HALF_UP, CONTEXT)


def period(when: Period, quote: str) -> str:
    """Days in the style of papers; a partial date in the words of the claim."""
    days = when.days()
    if days is None:
        return _partial(when.pattern or "") or quote
    first, last = days.low, days.high
    if first is None:
        return quote if last is None else f"until {day(last)}"
    if last is None:
        return f"from {day(first)} on"
    if first == last:
        return day(first)
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        years = dict.fromkeys((str(first.year), str(last.year)))
        return " to ".join(years)
    _, length = monthrange(first.year, first.month)
    if (first.day, last) == (1, first.replace(day=length)):
        return f"{_MONTHS[first.month - 1]} {first.year}"
    return f"{_until(first, last)} to {_plain(last)}"


def _this_or_the_day_before(when: date) -> str:
    """A day that may be the one before: "Friday 17 or Saturday 18 October 2014"."""
    before = when - timedelta(days=1)
    shared = (before.year, before.month) == (when.year, when.month)
    weekday, date_of = _WEEKDAYS[before.weekday()], before.day if shared else _plain(before)
    return f"{weekday} {date_of} or {day(when)}"


def _until(first: date, last: date) -> str:
    """The first of two days, without the parts that it shares with the last: "12 to 16 March
    2018"."""
    if first.year != last.year:
        return _plain(first)
    return (
        str(first.day) if first.month == last.month else f"{first.day} {_MONTHS[first.month - 1]}"
    )


def _plain(when: date) -> str:
    """A day without its weekday: "25 May 2021"."""
    return f"{when.day} {_MONTHS[when.month - 1]} {when.year}"


def _partial(pattern: str) -> str | None:
    """A TIMEX3 value without its year: "Tuesday", "26 December", "September"."""
    if weekday := re.fullmatch(r"XXXX-WXX-([1-7])", pattern):
        return _WEEKDAYS[int(weekday[1]) - 1]
    if month := re.fullmatch(r"XXXX-(0[1-9]|1[0-2])(?:-(\d\d))?", pattern):
        name = _MONTHS[int(month[1]) - 1]
        return name if month[2] is None else f"{int(month[2])} {name}"
    return None


def day(when: date) -> str:
    """A day with its weekday: "Tuesday 25 May 2021"."""
    return f"{_WEEKDAYS[when.weekday()]} {when.day} {_MONTHS[when.month - 1]} {when.year}"


def short_day(when: date, among: Sequence[date]) -> str:
    """A day as short as is unambiguous: "Sunday" within a week, else "4 March", with the year where
    years differ."""
    if (max(among) - min(among)).days < len(_WEEKDAYS):
        return _WEEKDAYS[when.weekday()]
    year = f" {when.year}" if len({day.year for day in among}) > 1 else ""
    return f"{when.day} {_MONTHS[when.month - 1]}{year}"


def part_of_day(time: str | None) -> str:
    """The suffix of a day for a time in TIMEX3: " 14:00", " morning"."""
    if time is None:
        return ""
    if time[:1].isdigit():
        return f" {time[:5]}"
    return f" {_PARTS[time]}" if time in _PARTS else ""


def listed(items: Sequence[str], last: str = "and") -> str:
    """A list in words: "a", "a and b", "a, b and c"."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {last} {items[-1]}"


def some_of(names: Sequence[str]) -> str:
    """The names, or the first of them and the number of the others."""
    if len(names) <= _MOST_NAMES + 1:
        return listed(names)
    return listed([*names[:_MOST_NAMES], f"{len(names) - _MOST_NAMES} more"])


def quoted(claim: Claim, text: str) -> str:
    """The words of a claim, between quotation marks, cut where they run on.

    `text` is that of the article: a bare figure is quoted with the words around it, from its
    own sentence, so that an editor can hear what is counted.
    """
    start, end = claim.span.start, claim.span.end
    if len(claim.quote.split()) < _FEWEST_WORDS:
        first, last = claim.sentence.start, claim.sentence.end
        start, end = start - _AROUND, end + _AROUND
        start = first if start - first <= A_WORD_OR_TWO else _word_start(text, start, first)
        end = last if last - end <= A_WORD_OR_TWO else _word_end(text, end, last)
    words = " ".join(text[start:end].split()).strip('“”".')
    if len(words) > _LONGEST_QUOTE:
        words = words[:_LONGEST_QUOTE].rsplit(" ", 1)[0] + " …"
    before = "… " if start > claim.sentence.start and start < claim.span.start else ""
    after = " …" if claim.span.end < end < claim.sentence.end else ""
    return f"“{before}{words}{after}”"


def _word_start(text: str, place: int, first: int) -> int:
    """The start of the word that `place` is in, not before `first`."""
    while place > first and not text[place - 1].isspace():
        place -= 1
    return place


def _word_end(text: str, place: int, last: int) -> int:
    """The end of the word that `place` is in, not behind `last`."""
    while place < last and not text[place].isspace():
        place += 1
    return place


def number_of(number: int, noun: str) -> str:
    """A number with its noun: "one origin", "3 origins"."""
    return f"one {noun}" if number == 1 else f"{number} {noun}s"
