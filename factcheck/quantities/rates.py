"""Rates and changes: "a day", "were arrested daily", "per 100,000 people", "rose by 3%"."""

from __future__ import annotations

from decimal import Decimal

from factcheck.models import Change, Dimension
from factcheck.quantities import measures
from factcheck.quantities.lexis import Lexis
from factcheck.quantities.reading import Reading
from factcheck.text.inflection import verb_forms
from factcheck.text.phrases import after_article
from factcheck.text.tokens import Tokens

_PERIOD_WINDOW = 14
_CHANGE_WINDOW = 4
_OBJECT_WINDOW = 8


def add_rate(tokens: Tokens, reading: Reading, lexis: Lexis) -> None:
    found = per_behind(tokens, reading.end, lexis) or _per_behind_pair(tokens, reading, lexis)
    if found is not None:
        reading.per, end = found
        speed = None if reading.unit is None else f"{reading.unit.name} per {reading.per}"
        if speed in lexis.sized:  # "59 miles (95 km) per hour"
            reading.unit, reading.per = lexis.sized[speed], None
            reading.dimension = reading.unit.dimension
        reading.end = max(reading.end, end)
        reading.read_to = max(reading.read_to, reading.end)
    elif (
        reading.dimension is Dimension.COUNT
        and reading.subject is not None
        and tokens.words[reading.subject[0]] in lexis.contexts.rates.adverbs
        and not _paid_by(tokens, reading, lexis)
    ):
        reading.per = lexis.contexts.rates.adverbs[tokens.words[reading.subject[0]]]
    elif reading.dimension is Dimension.COUNT and (reading.subject is not None or reading.person):
        reading.per = told_rate(tokens, reading.first, reading.end, lexis)
    elif reading.dimension is Dimension.MONEY:
        reading.per = _adjective_before(tokens, reading.first, lexis)
    if reading.per is not None and reading.dimension is Dimension.COUNT:
        reading.dimension = Dimension.RATE


def _paid_by(tokens: Tokens, reading: Reading, lexis: Lexis) -> bool:
    """Whether the adverb says how the counted are paid: "9,000 hourly jobs"."""
    assert reading.subject is not None
    return tokens.words[reading.subject[1] - 1] in lexis.cues.jobs


def _per_behind_pair(tokens: Tokens, reading: Reading, lexis: Lexis) -> tuple[str, int] | None:
    """The rate behind one sum or measure given in two units: "C$6 ($4.46) per share", "59 miles
    (95 km) per hour"."""
    if reading.unit is None or reading.dimension is Dimension.DURATION:
        return None
    close = reading.end
    if tokens.words[reading.end] == "(":
        inside = tokens.words[reading.end + 2 : reading.end + 6]
        close = reading.end + 2 + inside.index(")") if ")" in inside else reading.end
    elif tokens.word(reading.first - 1) != "(" or not _is_unit_before(tokens, reading, lexis):
        return None
    if tokens.words[close] != ")":
        return None
    found = per_behind(tokens, close + 1, lexis)
    return None if found is None else (found[0], reading.end)


def _is_unit_before(tokens: Tokens, reading: Reading, lexis: Lexis) -> bool:
    """Whether a measure or sum ends before the parenthesis that `reading` stands in."""
    last = reading.first - 2
    return tokens.digits(last) or tokens.word(last) in lexis.unit_words


def per_behind(tokens: Tokens, end: int, lexis: Lexis) -> tuple[str, int] | None:
    """The rate told behind a figure: "a day", "per 100,000 people", "/day", "annually"."""
    index = end
    if tokens.words[index] == "-" and tokens.words[index + 1] in lexis.contexts.rates.openers:
        index += 1
    word = tokens.words[index]
    if (word in lexis.contexts.rates.adverbs and word not in lexis.cues.attributive_rates) or (
        word in lexis.cues.rates_behind
        and not (tokens.words[index + 1].isalpha() and tokens.words[index + 1].endswith("s"))
    ):
        return lexis.contexts.rates.adverbs[word], index + 1
    if word not in lexis.contexts.rates.openers:
        return None
    index += 1
    if word == "a" and tokens.words[index] == "-":
        index += 1
    if tokens.words[index] == "single":
        index += 1
    if word == "per" and tokens.digits(index):
        return _per_figure(tokens, index, lexis)
    for words, name in lexis.periods.get(tokens.words[index], ()):
        stop = index + len(words)
        if tuple(tokens.words[index:stop]) == words:
            if word in lexis.cues.articles and (
                tokens.words[stop] in lexis.cues.after_period_no_rate
                or (tokens.words[stop] == "-" and tokens.touches(stop))
            ):
                return None
            return lexis.contexts.rates.names.get(name, name), stop
    if word in {"per", "/"}:
        unit = measures.named(tokens, index, lexis)
        if unit is not None:
            return unit
    if word == "per" and tokens.words[index].isalpha() and after_article(tokens, index) == index:
        return tokens.words[index], index + 1
    return None


def _per_figure(tokens: Tokens, index: int, lexis: Lexis) -> tuple[str, int]:
    number = tokens.words[index].replace(",", "")
    end = index + 1
    if tokens.words[end] in lexis.numerals.magnitudes:
        number = str(int(Decimal(number) * lexis.numerals.magnitudes[tokens.words[end]]))
        end += 1
    if tokens.words[end].isalpha() and tokens.words[end] not in lexis.cues.after_per_figure:
        return f"{number} {tokens.words[end]}", end + 1
    return number, end


def told_rate(tokens: Tokens, first: int, end: int, lexis: Lexis) -> str | None:
    """A rate told elsewhere in the clause: "daily arrests of up to 900", "were arrested daily".

    "Daily" belongs to a figure where nothing but the words of one clause lies between.
    """
    for index in range(end, min(end + _PERIOD_WINDOW, tokens.size)):
        word = tokens.words[index]
        if (
            (not word[:1].isalnum() and word != "-")
            or tokens.digits(index)
            or word in lexis.numerals.cardinals
            or word in lexis.cues.clause_breaks
        ):
            break
        if word in lexis.cues.rate_adverbs and index >= end:
            nxt = tokens.words[index + 1]
            if not nxt[:1].isalpha() or nxt in lexis.cues.after_rate_adverb:
                return lexis.contexts.rates.adverbs[word]
            break
        if (
            word in lexis.contexts.rates.openers
            and tokens.words[index + 1] in lexis.cues.rate_periods
        ):
            if tokens.words[index + 2] in lexis.cues.after_period_no_rate or (
                tokens.word(index - 1) in lexis.cues.before_period_no_rate
            ):
                break
            return tokens.words[index + 1]
    return _adjective_before(tokens, first, lexis)


def _adjective_before(tokens: Tokens, first: int, lexis: Lexis) -> str | None:
    """The rate that a noun before the figure has: "daily arrests of 900", "annual fuel savings of
    $2 million". A "quarterly loss of $2 million" is none: the books of one quarter show it."""
    for index in range(first - 1, max(-1, first - 7), -1):
        word = tokens.words[index]
        if not word[:1].isalpha() or tokens.digits(index):
            break
        if word not in lexis.cues.rate_adjectives:
            continue
        for stop in (index + 2, index + 3):
            if tokens.words[stop] in lexis.cues.after_rate_noun and stop <= first:
                booked = tokens.words[stop - 1] in lexis.cues.booked
                return None if booked else lexis.contexts.rates.adverbs[word]
        break
    return None


def change(tokens: Tokens, reading: Reading, lexis: Lexis) -> Change | None:
    """Which way the verb in front moves the figure: "rose by 3%"; "to 13%" is where it ended."""
    if tokens.words[reading.first] == "from" or _of_a_thing(tokens, reading, lexis):
        return None
    sign = reading.figure[0] - 1
    if (
        reading.dimension is Dimension.PERCENT
        and tokens.word(sign) in {"-", "+"}
        and _listed_name(tokens, sign - 1)
    ):
        return Change.DOWN if tokens.word(sign) == "-" else Change.UP
    if tokens.words[reading.first] == "as" and tokens.words[reading.first + 1] in lexis.cues.levels:
        return None  # "rose as high as $2,075" is where it ended
    if reading.dimension is Dimension.PERCENT:
        compared = tokens.words[reading.figure[1] + (reading.unit is not None)]
        if compared in lexis.cues.comparatives:
            return Change.UP if compared == "more" else Change.DOWN  # "a quarter more"
    index = reading.first - 1
    shares = {Dimension.PERCENT, Dimension.PERCENTAGE_POINT}
    if (
        tokens.word(index) == "by"
        and tokens.word(index - 1) not in lexis.changes
        and reading.dimension in shares
    ):
        return _change_of_object(tokens, index - 1, lexis)
    for _ in range(_CHANGE_WINDOW):
        word = tokens.word(index)
        if word in lexis.changes:
            verb = verb_forms().get(tokens.word(index - 1))
            return None if verb in lexis.cues.phrasal.get(word, ()) else lexis.changes[word]
        if word not in lexis.between:
            return None
        index -= 1
    return None


def _of_a_thing(tokens: Tokens, reading: Reading, lexis: Lexis) -> bool:
    """Whether the figure is the measure of one thing, which is moved itself: "dropped a 40-pound
    sack", "lost a 12-point lead"; shares change by what they are ("a 3 percent drop")."""
    if reading.unit is None or reading.subject is None or reading.dimension is Dimension.PERCENT:
        return False
    first = reading.figure[0]
    return tokens.word(first - tokens.digits(first)) in lexis.cues.articles


def _change_of_object(tokens: Tokens, index: int, lexis: Lexis) -> Change | None:
    """Which way a verb moves its object: "[cut] its staff by 10 percent", "[raised] rents by 5%".

    Only of shares, which say nothing without it; of sums the hedge tells more ("by up to $5")."""
    for at in range(index, max(-1, index - _OBJECT_WINDOW), -1):
        word = tokens.words[at]
        if not word[:1].isalpha() or word in lexis.clause_openers or word in lexis.cues.finite:
            return None
        if word in lexis.changes or word in lexis.raising:
            return lexis.changes.get(word, Change.UP)
    return None


def _listed_name(tokens: Tokens, index: int) -> bool:
    """Whether a name of a list of prices ends there: "FTSE -0.6%", "Nikkei 225 -1.1%"."""
    return tokens.capital(index - tokens.digits(index))


def change_goes_on(tokens: Tokens, first: int, earlier: list[Reading]) -> Change | None:
    """The change that the figure before token `first` tells in another measure: "lost 190 points,
    or 0.6%"."""
    if not earlier or earlier[-1].change is None:
        return None
    between = tokens.words[earlier[-1].end : first]
    return earlier[-1].change if between in ([",", "or"], ["or"], ["("]) else None
