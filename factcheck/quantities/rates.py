"""Rates and changes: "a day", "were arrested daily", "per 100,000 people", "rose by 3%"."""

from __future__ import annotations

from decimal import Decimal

from factcheck.models import Change, Dimension
from factcheck.quantities import measures
from factcheck.quantities.lexicon import QuantityLexicon
from factcheck.quantities.parsed import ParsedQuantity
from factcheck.text.phrases import after_article
from factcheck.text.tokens import Tokens

_CHANGE_WINDOW = 4


def add_rate(tokens: Tokens, parsed: ParsedQuantity, lexicon: QuantityLexicon) -> None:
    """Add the rate of a quantity, what it is counted per: "a day", "per 100,000 people", "were
    arrested daily"."""
    found = (
        per_behind(tokens, parsed.end, lexicon)
        or _short_per(tokens, parsed, lexicon)
        or _per_behind_pair(tokens, parsed, lexicon)
    )
    if found is not None:
        parsed.per, end = found
        speed = None if parsed.unit is None else f"{parsed.unit.name} per {parsed.per}"
        if speed in lexicon.sized:  # "59 miles (95 km) per hour"
            parsed.unit, parsed.per = lexicon.sized[speed], None
            parsed.dimension = parsed.unit.dimension
        parsed.end = max(parsed.end, end)
        parsed.read_to = max(parsed.read_to, parsed.end)
    elif (
        parsed.dimension is Dimension.COUNT
        and parsed.subject is not None
        and tokens.words[parsed.subject[0]] in lexicon.contexts.rates.adverbs
        and not _paid_by(tokens, parsed, lexicon)
    ):
        parsed.per = lexicon.contexts.rates.adverbs[tokens.words[parsed.subject[0]]]
    elif parsed.dimension is Dimension.COUNT and (parsed.subject is not None or parsed.person):
        parsed.per = stated_rate(tokens, parsed.first, parsed.end, lexicon)
    elif parsed.dimension is Dimension.MONEY:
        parsed.per = _adjective_before(tokens, parsed.first, lexicon)
    if parsed.per is not None and parsed.dimension is Dimension.COUNT:
        parsed.dimension = Dimension.RATE


def _short_per(
    tokens: Tokens, parsed: ParsedQuantity, lexicon: QuantityLexicon
) -> tuple[str, int] | None:
    """The unit that a sum is paid for in letters, and its end: "£40pp", "£900 pcm", "$30 psf"."""
    paid = parsed.dimension is Dimension.MONEY
    name = lexicon.contexts.rates.short.get(tokens.words[parsed.end]) if paid else None
    return None if name is None else (name, parsed.end + 1)


def _paid_by(tokens: Tokens, parsed: ParsedQuantity, lexicon: QuantityLexicon) -> bool:
    """Whether an adverb of time says how the counted are paid: "9,000 hourly jobs"."""
    assert parsed.subject is not None
    return "JOBS" in tokens.classes[parsed.subject[1] - 1]


def _per_behind_pair(
    tokens: Tokens, parsed: ParsedQuantity, lexicon: QuantityLexicon
) -> tuple[str, int] | None:
    """The rate behind one sum or measure given in two units: "C$6 ($4.46) per share", "59 miles
    (95 km) per hour"."""
    if parsed.unit is None or parsed.dimension is Dimension.DURATION:
        return None
    close = parsed.end
    if tokens.words[parsed.end] == "(":
        inside = tokens.words[parsed.end + 2 : parsed.end + 6]
        close = parsed.end + 2 + inside.index(")") if ")" in inside else parsed.end
    elif tokens.word(parsed.first - 1) != "(" or not _is_unit_before(tokens, parsed, lexicon):
        return None
    if tokens.words[close] != ")":
        return None
    found = per_behind(tokens, close + 1, lexicon)
    return None if found is None else (found[0], parsed.end)


def _is_unit_before(tokens: Tokens, parsed: ParsedQuantity, lexicon: QuantityLexicon) -> bool:
    """Whether a measure or sum ends before the parenthesis that `reading` stands in."""
    last = parsed.first - 2
    return tokens.digits(last) or tokens.word(last) in lexicon.unit_words


def per_behind(tokens: Tokens, end: int, lexicon: QuantityLexicon) -> tuple[str, int] | None:
    """The rate behind a figure, and its end: "a day", "per 100,000 people", "/day", "annually"."""
    index = end
    if tokens.words[index] == "-" and tokens.words[index + 1] in lexicon.contexts.rates.openers:
        index += 1
    word, classes = tokens.words[index], tokens.classes[index]
    if (word in lexicon.contexts.rates.adverbs and "ATTRIBUTIVE_RATES" not in classes) or (
        "RATES_BEHIND" in classes
        and not (tokens.words[index + 1].isalpha() and tokens.words[index + 1].endswith("s"))
    ):
        return lexicon.contexts.rates.adverbs[word], index + 1
    if word not in lexicon.contexts.rates.openers:
        return None
    index += 1
    if word != "/" and tokens.words[index] == "-":
        index += 1  # "$3,500-a-month rent"
    if tokens.words[index] == "single":
        index += 1
    if word == "per" and tokens.digits(index):
        return _per_figure(tokens, index, lexicon)
    for words, name in lexicon.periods.get(tokens.words[index], ()):
        stop = index + len(words)
        if tuple(tokens.words[index:stop]) == words:
            if "ARTICLES" in classes and (
                "AFTER_PERIOD_NO_RATE" in tokens.classes[stop]
                or (tokens.words[stop] == "-" and tokens.touches(stop))
            ):
                return None
            return lexicon.contexts.rates.names.get(name, name), stop
    if word in {"per", "/"}:
        unit = measures.named(tokens, index, lexicon)
        if unit is not None:
            return unit
    if word == "per" and tokens.words[index].isalpha() and after_article(tokens, index) == index:
        return tokens.words[index], index + 1
    return None


def _per_figure(tokens: Tokens, index: int, lexicon: QuantityLexicon) -> tuple[str, int]:
    """The unit of a rate with a figure behind "per", and its end: "100,000 people"."""
    number = tokens.words[index].replace(",", "")
    end = index + 1
    if tokens.words[end] in lexicon.numerals.magnitudes:
        number = str(int(Decimal(number) * lexicon.numerals.magnitudes[tokens.words[end]]))
        end += 1
    if tokens.words[end].isalpha() and "AFTER_PER_FIGURE" not in tokens.classes[end]:
        return f"{number} {tokens.words[end]}", end + 1
    return number, end


def stated_rate(tokens: Tokens, first: int, end: int, lexicon: QuantityLexicon) -> str | None:
    """The rate that another part of the clause states: "daily arrests of up to 900", "were arrested
    daily".

    "Daily" belongs to a figure where nothing but the words of one clause lies between.
    """
    found = lexicon.fit("rate_behind", tokens, first, end)
    if found is not None and (adverb := found.at("rate")) is not None:
        return lexicon.contexts.rates.adverbs[tokens.words[adverb]]
    if found is not None:
        return tokens.words[found.end - 1]
    return _adjective_before(tokens, first, lexicon)


def _adjective_before(tokens: Tokens, first: int, lexicon: QuantityLexicon) -> str | None:
    """The rate of a noun before the figure: "daily arrests of 900", "annual fuel savings of $2
    million". A "quarterly loss of $2 million" has none: it is the result of one quarter."""
    for index in range(first - 1, max(-1, first - 7), -1):
        word = tokens.words[index]
        if not word[:1].isalpha() or tokens.digits(index):
            break
        if "RATE_ADJECTIVES" not in tokens.classes[index]:
            continue
        for stop in (index + 2, index + 3):
            if "AFTER_RATE_NOUN" in tokens.classes[stop] and stop <= first:
                booked = "BOOKED" in tokens.classes[stop - 1]
                return None if booked else lexicon.contexts.rates.adverbs[word]
        break
    return None


def change(tokens: Tokens, parsed: ParsedQuantity, lexicon: QuantityLexicon) -> Change | None:
    """The direction in which the verb in front moves the figure: "rose by 3%"; `None` for "to 13%",
    which is where it ended."""
    if tokens.words[parsed.first] == "from" or _of_a_thing(tokens, parsed, lexicon):
        return None
    if parsed.dimension in {Dimension.DURATION, Dimension.DISTANCE} and lexicon.fit(
        "circumstance", tokens, parsed.first, parsed.end
    ):
        return None
    sign = parsed.number[0] - 1
    if (
        parsed.dimension is Dimension.PERCENT
        and tokens.word(sign) in {"-", "+"}
        and _listed_name(tokens, sign - 1)
    ):
        return Change.DOWN if tokens.word(sign) == "-" else Change.UP
    if tokens.words[parsed.first] == "as" and "LEVELS" in tokens.classes[parsed.first + 1]:
        return None  # "rose as high as $2,075" is where it ended
    if parsed.dimension is Dimension.PERCENT:
        compared = parsed.number[1] + (parsed.unit is not None)
        if "COMPARATIVES" in tokens.classes[compared]:  # "a quarter more"
            return Change.UP if tokens.words[compared] == "more" else Change.DOWN
    index = parsed.first - 1
    shares = {Dimension.PERCENT, Dimension.PERCENTAGE_POINT}
    if (
        tokens.word(index) == "by"
        and tokens.word(index - 1) not in lexicon.changes
        and parsed.dimension in shares
    ):
        found = lexicon.fit("change_of_object", tokens, parsed.first, parsed.first + 1)
        verb = None if found is None else found.at("verb")
        return None if verb is None else lexicon.changes.get(tokens.words[verb], Change.UP)
    for _ in range(_CHANGE_WINDOW):
        word = tokens.word(index)
        if word in lexicon.changes:
            phrasal = lexicon.fit("phrasal", tokens, index, index + 1)
            return lexicon.changes[word] if phrasal is None else None
        if word not in lexicon.between:
            return None
        index -= 1
    return None


def _of_a_thing(tokens: Tokens, parsed: ParsedQuantity, lexicon: QuantityLexicon) -> bool:
    """Whether the figure measures one thing, which is moved itself: "dropped a 40-pound sack",
    "lost a 12-point lead". A share is the change itself: "a 3 percent drop"."""
    if parsed.unit is None or parsed.subject is None or parsed.dimension is Dimension.PERCENT:
        return False
    first = parsed.number[0]
    return "ARTICLES" in tokens.classes[first - tokens.digits(first)]


def _listed_name(tokens: Tokens, index: int) -> bool:
    """Whether a name of a list of prices ends there: "FTSE -0.6%", "Nikkei 225 -1.1%"."""
    return tokens.capital(index - tokens.digits(index))


def change_goes_on(tokens: Tokens, first: int, earlier: list[ParsedQuantity]) -> Change | None:
    """The change of the figure before token `first`, if this one restates it in another measure:
    "lost 190 points, or 0.6%"."""
    if not earlier or earlier[-1].change is None:
        return None
    between = tokens.words[earlier[-1].end : first]
    return earlier[-1].change if between in ([",", "or"], ["or"], ["("]) else None
