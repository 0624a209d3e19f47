"""Figures that are ages: "14-year-old", "aged 30", "Jane Roe, 45,", "those over 65"."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

from factcheck.models import Dimension
from factcheck.quantities.amounts import Form, is_whole
from factcheck.quantities.hedges import Hedge
from factcheck.quantities.lexicon import MeasureUnit, QuantityLexicon
from factcheck.quantities.parsed import ParsedQuantity
from factcheck.quantities.subjects import is_person
from factcheck.text.inflection import verb_forms
from factcheck.text.phrases import Phrase, counted_phrase, is_plural
from factcheck.text.tokens import Tokens

_OLDEST = 125
_LAST_HOUR = 12


def age(tokens: Tokens, parsed: ParsedQuantity, lexicon: QuantityLexicon) -> bool:
    """Mark an age: "14-year-old", "aged 30", "ages 10, 9 and 4", "Jane Roe, 45,", "turned 50"."""
    words = tokens.words
    end = parsed.end
    after = end + (words[end] == "-")
    unit = parsed.unit
    if (
        unit is not None
        and unit.dimension is Dimension.DURATION
        and words[after] in lexicon.contexts.ages.old
    ):
        parsed.unit = MeasureUnit(f"{unit.name} of age", Dimension.AGE)
        parsed.end = after + 1
        _add_aged(tokens, parsed, lexicon)
    elif (
        unit is not None
        and unit.dimension is Dimension.DURATION
        and tokens.word(parsed.first - 1) == "aged"
    ):
        parsed.unit = MeasureUnit(f"{unit.name} of age", Dimension.AGE)
    elif (
        unit is not None
        and unit.dimension is Dimension.DURATION
        and words[end : end + 2] == ["of", "age"]
    ):
        parsed.unit, parsed.end = MeasureUnit(f"{unit.name} of age", Dimension.AGE), end + 2
    elif unit is None and words[end] in lexicon.cues.years_old and tokens.touches(end):
        parsed.unit, parsed.end = MeasureUnit("year of age", Dimension.AGE), end + 1
    elif (
        unit is None
        and parsed.form is not Form.SHARE
        and parsed.high <= _OLDEST
        and parsed.low >= 0
        and (
            _said(tokens, parsed, lexicon)
            or _apposed(tokens, parsed, lexicon)
            or _stated(tokens, parsed, lexicon)
        )
    ):
        parsed.unit = MeasureUnit("year of age", Dimension.AGE)
    else:
        return False
    parsed.dimension = Dimension.AGE
    parsed.rule = "age"
    _bound_of_age(tokens, parsed, lexicon)
    return True


def _bound_of_age(tokens: Tokens, parsed: ParsedQuantity, lexicon: QuantityLexicon) -> None:
    """The bound of "over the age of 65", "under the age of five"."""
    first = parsed.first - 4
    bound = tokens.word(first)
    if (
        first >= 0
        and bound in lexicon.cues.age_bounds
        and (tokens.words[first + 1 : parsed.first] == ["the", "age", "of"])
    ):
        parsed.first = first
        parsed.hedge = Hedge(bound="over" if bound in lexicon.cues.older else "under")


def _add_aged(tokens: Tokens, parsed: ParsedQuantity, lexicon: QuantityLexicon) -> None:
    """Who or what is so old: "a 14-year-old *boy*"; "the 14-year-old fled" names nobody."""
    phrase = counted_phrase(tokens, parsed.end, plural=False)
    if phrase is not None and not _acts(tokens, phrase, lexicon):
        parsed.subject, parsed.end = (phrase.first, phrase.end), phrase.end


def _acts(tokens: Tokens, phrase: Phrase, lexicon: QuantityLexicon) -> bool:
    """Whether a verb follows: "the 30-year-old *fled*"; not "the 30-year-old *armed* man"."""
    word = tokens.words[phrase.first]
    if word.endswith("ing") or verb_forms().get(word, word) == word:
        return False
    return not (word.endswith("ed") and is_person(tokens.words[phrase.head], lexicon))


def _said(tokens: Tokens, parsed: ParsedQuantity, lexicon: QuantityLexicon) -> bool:
    """ "aged 30", "age 25", "ages 10, 9 and 4", "who turned 50"."""
    ages = lexicon.contexts.ages
    index = parsed.first - 1
    while (
        tokens.word(index) in lexicon.cues.between_ages
        or (tokens.digits(index) and tokens.word(index - 1) != "$")
        or tokens.word(index) in lexicon.numerals.cardinals
    ):
        index -= 1
        if parsed.first - index > 8:
            return False
    word = tokens.word(index)
    if (
        tokens.word(parsed.first - 1) == "of"
        and tokens.word(parsed.first - 2) in lexicon.cues.of_an_age
    ):
        return counted_phrase(tokens, parsed.number[1]) is None
    if _at_an_age(tokens, parsed, lexicon) or _of_an_age(tokens, parsed, lexicon):
        return True
    end = parsed.number[1]
    hedges = tokens.words[parsed.first : parsed.number[0]]
    if not lexicon.cues.age_lists.isdisjoint(hedges):
        return True  # "between the ages of 8 and 11"
    if tokens.words[end] in lexicon.cues.before_comparative_age:
        hedges = [*hedges, tokens.words[end + 1]]  # "dozens of young men" are no age
    if not lexicon.cues.age_comparatives.isdisjoint(hedges):
        return counted_phrase(tokens, end) is None  # "older than 65", "65 or older"
    if (
        tokens.word(index + 1) == ","
        and index + 1 < parsed.first
        and is_person(word, lexicon)
        and tokens.words[parsed.number[1]] in lexicon.cues.after_age_of_a_person
    ):
        return parsed.low >= 1 and is_whole(parsed.low) and parsed.form is Form.DIGITS
    if word in ages.before and (index == parsed.first - 1 or word in lexicon.cues.age_lists):
        if word.startswith("turn"):
            return counted_phrase(tokens, parsed.number[1]) is None and parsed.high >= 10
        return True
    if (
        tokens.words[parsed.number[1]] == "and"
        and tokens.words[parsed.number[1] + 1] in lexicon.cues.after_age_and
    ):
        return True
    if tokens.words[parsed.first] in lexicon.cues.range_openers or parsed.high > parsed.low:
        window = (
            tokens.words[max(0, parsed.first - 6) : parsed.first]
            + tokens.words[parsed.end : parsed.end + 4]
        )
        if counted_phrase(tokens, parsed.number[1]) is None and parsed.high <= 100:
            people = any(w in lexicon.cues.aged_people for w in window)
            return any(w in ages.stands_for_age for w in window) or (
                people and tokens.word(parsed.first - 1) in lexicon.cues.being
            )
    return False


def _at_an_age(tokens: Tokens, parsed: ParsedQuantity, lexicon: QuantityLexicon) -> bool:
    """ "She died at 81", "who left school at 14"; not "he died at 40 feet", "found dead at 9"."""
    if tokens.word(parsed.first - 1) != "at" or parsed.form is not Form.DIGITS:
        return False
    if tokens.word(parsed.first - 2) == "dead" and parsed.low <= _LAST_HOUR:
        return False
    lived = tokens.word(parsed.first - 2) in lexicon.cues.events_of_a_life
    ends = tokens.words[parsed.number[1]] in lexicon.cues.after_stated_age
    return lived and ends and is_whole(parsed.low) and parsed.low >= 1


def _of_an_age(tokens: Tokens, parsed: ParsedQuantity, lexicon: QuantityLexicon) -> bool:
    """ "Those over 65", "adults between 18 and 34", "children under 5"; not "killed 40"."""
    first, end = parsed.first, parsed.number[1]
    bound = parsed.hedge.bound in {"over", "under"} or tokens.words[first] == "between"
    if not bound or not is_whole(parsed.low) or tokens.words[first] not in lexicon.cues.age_bounds:
        return False
    people = tokens.word(first - 1)
    known = people in lexicon.cues.people_of_an_age or (
        is_plural(people) and is_person(people, lexicon)
    )
    return known and parsed.low >= 1 and tokens.words[end] in lexicon.cues.after_age_of_people


def _apposed(tokens: Tokens, parsed: ParsedQuantity, lexicon: QuantityLexicon) -> bool:
    """ "Jane Roe, 45, fled": a bare figure between commas behind a name."""
    first, end = parsed.number
    if (
        parsed.low != parsed.high
        or parsed.form is not Form.DIGITS
        or parsed.first != first
        or end != first + 1
    ):
        return False
    if tokens.word(first - 1) in lexicon.cues.before_stated_age:
        first -= 1  # "Jane Roe, now 27,"
    comma = tokens.word(first - 1)
    if comma == "(" and tokens.words[end] == ")":
        return (
            tokens.capital(first - 2)
            and tokens.capital(first - 3)
            and tokens.word(first - 2).isalpha()
        )
    if comma != "," or tokens.words[end] not in lexicon.cues.after_apposed_age:
        return False
    name = first - 2
    if (
        not tokens.capital(name)
        or not tokens.word(name)[:1].isalpha()
        or tokens.word(name) in lexicon.cues.not_names
    ):
        return tokens.word(name - (tokens.word(name) == ".")) in lexicon.cues.after_name
    earlier = tokens.word(name - 1)
    named = tokens.capital(name - 1) and earlier[:1].isalpha()
    return (named or tokens.words[end] == ",") and Decimal(1) <= parsed.low and is_whole(parsed.low)


def _stated(tokens: Tokens, parsed: ParsedQuantity, lexicon: QuantityLexicon) -> bool:
    """Whether a bare figure is the age that a sentence states of a pronoun or a name: "She is 35",
    "he will be 60 by then"."""
    end = parsed.number[1]
    window = tokens.words[max(0, parsed.first - 10) : parsed.first]
    childhood = "when" in window[-4:]  # "when she was 4"
    youngest = not lexicon.cues.age_superlatives.isdisjoint(window[-4:])
    if parsed.low < (1 if childhood or youngest else 10):
        return False
    if tokens.words[end] not in lexicon.cues.after_stated_age:
        return False
    if youngest or "lived" in window[-3:]:
        return True  # "the youngest victim was 3", "she lived to 101"
    if "expectancy" in window or any(
        kind in lexicon.cues.kinds_of_age and noun == "age" for kind, noun in pairwise(window)
    ):
        return True
    before = window[-3:]
    if before and before[-1] in lexicon.cues.before_stated_age:
        before = window[-4:-1]  # "she is now 27"
    if before and before[-1] in lexicon.cues.contracted:
        return True  # "I'm 90"
    if not before or before[-1] not in lexicon.cues.copulas:
        return False
    verb = parsed.first - 1 - (tokens.word(parsed.first - 1) in lexicon.cues.before_stated_age)
    return not lexicon.cues.aged_pronouns.isdisjoint(before) or _named(tokens, verb, lexicon)


def _named(tokens: Tokens, verb: int, lexicon: QuantityLexicon) -> bool:
    """Whether a name alone is the subject of a copula: "officers said Roe was 24", "Jo Roe is 27".

    The first word of a sentence has its capital anyhow ("Turnout was 45"), and behind a
    preposition a name is no subject ("the toll in Ohio is now 27").
    """
    first = verb
    while first and tokens.capital(first - 1) and tokens.words[first - 1].isalpha():
        first -= 1
    words = tokens.words[first:verb]
    if not words or not lexicon.contexts.never_names.isdisjoint(words):
        return False
    if not lexicon.cues.not_names.isdisjoint(words):
        return False
    return (
        len(words) > 1 if first == 0 else tokens.words[first - 1] in lexicon.cues.before_a_subject
    )
