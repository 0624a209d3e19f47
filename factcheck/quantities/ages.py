"""Figures that are ages: "14-year-old", "aged 30", "Jane Roe, 45,", "those over 65"."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

from factcheck.models import Dimension
from factcheck.quantities.amounts import Form, is_whole
from factcheck.quantities.hedges import Hedge
from factcheck.quantities.lexis import Lexis, Unit
from factcheck.quantities.reading import Reading
from factcheck.quantities.subjects import is_person
from factcheck.text.inflection import verb_forms
from factcheck.text.phrases import Phrase, counted, is_plural
from factcheck.text.tokens import Tokens

_OLDEST = 125
_LAST_HOUR = 12


def age(tokens: Tokens, reading: Reading, lexis: Lexis) -> bool:
    """Mark an age: "14-year-old", "aged 30", "ages 10, 9 and 4", "Jane Roe, 45,", "turned 50"."""
    words = tokens.words
    end = reading.end
    after = end + (words[end] == "-")
    unit = reading.unit
    if (
        unit is not None
        and unit.dimension is Dimension.DURATION
        and words[after] in lexis.contexts.ages.old
    ):
        reading.unit = Unit(f"{unit.name} of age", Dimension.AGE)
        reading.end = after + 1
        _add_aged(tokens, reading, lexis)
    elif (
        unit is not None
        and unit.dimension is Dimension.DURATION
        and tokens.word(reading.first - 1) == "aged"
    ):
        reading.unit = Unit(f"{unit.name} of age", Dimension.AGE)
    elif (
        unit is not None
        and unit.dimension is Dimension.DURATION
        and words[end : end + 2] == ["of", "age"]
    ):
        reading.unit, reading.end = Unit(f"{unit.name} of age", Dimension.AGE), end + 2
    elif unit is None and words[end] in lexis.cues.years_old and tokens.touches(end):
        reading.unit, reading.end = Unit("year of age", Dimension.AGE), end + 1
    elif (
        unit is None
        and reading.form is not Form.SHARE
        and reading.high <= _OLDEST
        and reading.low >= 0
        and (
            _said(tokens, reading, lexis)
            or _apposed(tokens, reading, lexis)
            or _pronoun(tokens, reading, lexis)
        )
    ):
        reading.unit = Unit("year of age", Dimension.AGE)
    else:
        return False
    reading.dimension = Dimension.AGE
    reading.rule = "age"
    _bound_of_age(tokens, reading, lexis)
    return True


def _bound_of_age(tokens: Tokens, reading: Reading, lexis: Lexis) -> None:
    """The bound of "over the age of 65", "under the age of five"."""
    first = reading.first - 4
    bound = tokens.word(first)
    if (
        first >= 0
        and bound in lexis.cues.age_bounds
        and (tokens.words[first + 1 : reading.first] == ["the", "age", "of"])
    ):
        reading.first = first
        reading.hedge = Hedge(bound="over" if bound in lexis.cues.older else "under")


def _add_aged(tokens: Tokens, reading: Reading, lexis: Lexis) -> None:
    """Who or what is so old: "a 14-year-old *boy*"; "the 14-year-old fled" names nobody."""
    phrase = counted(tokens, reading.end, plural=False)
    if phrase is not None and not _acts(tokens, phrase, lexis):
        reading.subject, reading.end = (phrase.first, phrase.end), phrase.end


def _acts(tokens: Tokens, phrase: Phrase, lexis: Lexis) -> bool:
    """Whether a verb follows: "the 30-year-old *fled*"; not "the 30-year-old *armed* man"."""
    word = tokens.words[phrase.first]
    if word.endswith("ing") or verb_forms().get(word, word) == word:
        return False
    return not (word.endswith("ed") and is_person(tokens.words[phrase.head], lexis))


def _said(tokens: Tokens, reading: Reading, lexis: Lexis) -> bool:
    """ "aged 30", "age 25", "ages 10, 9 and 4", "who turned 50"."""
    ages = lexis.contexts.ages
    index = reading.first - 1
    while (
        tokens.word(index) in lexis.cues.between_ages
        or (tokens.digits(index) and tokens.word(index - 1) != "$")
        or tokens.word(index) in lexis.numerals.cardinals
    ):
        index -= 1
        if reading.first - index > 8:
            return False
    word = tokens.word(index)
    if (
        tokens.word(reading.first - 1) == "of"
        and tokens.word(reading.first - 2) in lexis.cues.of_an_age
    ):
        return counted(tokens, reading.figure[1]) is None
    if _at_an_age(tokens, reading, lexis) or _of_an_age(tokens, reading, lexis):
        return True
    end = reading.figure[1]
    hedges = tokens.words[reading.first : reading.figure[0]]
    if not lexis.cues.age_lists.isdisjoint(hedges):
        return True  # "between the ages of 8 and 11"
    if tokens.words[end] in lexis.cues.before_comparative_age:
        hedges = [*hedges, tokens.words[end + 1]]  # "dozens of young men" are no age
    if not lexis.cues.age_comparatives.isdisjoint(hedges):
        return counted(tokens, end) is None  # "older than 65", "65 or older"
    if (
        tokens.word(index + 1) == ","
        and index + 1 < reading.first
        and is_person(word, lexis)
        and tokens.words[reading.figure[1]] in lexis.cues.after_age_of_a_person
    ):
        return reading.low >= 1 and is_whole(reading.low) and reading.form is Form.DIGITS
    if word in ages.before and (index == reading.first - 1 or word in lexis.cues.age_lists):
        if word.startswith("turn"):
            return counted(tokens, reading.figure[1]) is None and reading.high >= 10
        return True
    if (
        tokens.words[reading.figure[1]] == "and"
        and tokens.words[reading.figure[1] + 1] in lexis.cues.after_age_and
    ):
        return True
    if tokens.words[reading.first] in lexis.cues.range_openers or reading.high > reading.low:
        window = (
            tokens.words[max(0, reading.first - 6) : reading.first]
            + tokens.words[reading.end : reading.end + 4]
        )
        if counted(tokens, reading.figure[1]) is None and reading.high <= 100:
            people = any(w in lexis.cues.aged_people for w in window)
            return any(w in ages.stands_for_age for w in window) or (
                people and tokens.word(reading.first - 1) in lexis.cues.being
            )
    return False


def _at_an_age(tokens: Tokens, reading: Reading, lexis: Lexis) -> bool:
    """ "She died at 81", "who left school at 14"; not "he died at 40 feet", "found dead at 9"."""
    if tokens.word(reading.first - 1) != "at" or reading.form is not Form.DIGITS:
        return False
    if tokens.word(reading.first - 2) == "dead" and reading.low <= _LAST_HOUR:
        return False
    lived = tokens.word(reading.first - 2) in lexis.cues.events_of_a_life
    ends = tokens.words[reading.figure[1]] in lexis.cues.after_stated_age
    return lived and ends and is_whole(reading.low) and reading.low >= 1


def _of_an_age(tokens: Tokens, reading: Reading, lexis: Lexis) -> bool:
    """ "Those over 65", "adults between 18 and 34", "children under 5"; not "killed 40"."""
    first, end = reading.first, reading.figure[1]
    bound = reading.hedge.bound in {"over", "under"} or tokens.words[first] == "between"
    if not bound or not is_whole(reading.low) or tokens.words[first] not in lexis.cues.age_bounds:
        return False
    people = tokens.word(first - 1)
    known = people in lexis.cues.people_of_an_age or (
        is_plural(people) and is_person(people, lexis)
    )
    return known and reading.low >= 1 and tokens.words[end] in lexis.cues.after_age_of_people


def _apposed(tokens: Tokens, reading: Reading, lexis: Lexis) -> bool:
    """ "Jane Roe, 45, fled": a bare figure between commas behind a name."""
    first, end = reading.figure
    if (
        reading.low != reading.high
        or reading.form is not Form.DIGITS
        or reading.first != first
        or end != first + 1
    ):
        return False
    if tokens.word(first - 1) in lexis.cues.before_stated_age:
        first -= 1  # "Jane Roe, now 27,"
    comma = tokens.word(first - 1)
    if comma == "(" and tokens.words[end] == ")":
        return (
            tokens.capital(first - 2)
            and tokens.capital(first - 3)
            and tokens.word(first - 2).isalpha()
        )
    if comma != "," or tokens.words[end] not in lexis.cues.after_apposed_age:
        return False
    name = first - 2
    if (
        not tokens.capital(name)
        or not tokens.word(name)[:1].isalpha()
        or tokens.word(name) in lexis.cues.not_names
    ):
        return tokens.word(name - (tokens.word(name) == ".")) in lexis.cues.after_name
    earlier = tokens.word(name - 1)
    named = tokens.capital(name - 1) and earlier[:1].isalpha()
    return (
        (named or tokens.words[end] == ",") and Decimal(1) <= reading.low and is_whole(reading.low)
    )


def _pronoun(tokens: Tokens, reading: Reading, lexis: Lexis) -> bool:
    """ "She is 35", "he will be 60 by then"."""
    end = reading.figure[1]
    window = tokens.words[max(0, reading.first - 10) : reading.first]
    childhood = "when" in window[-4:]  # "when she was 4"
    youngest = not lexis.cues.age_superlatives.isdisjoint(window[-4:])
    if reading.low < (1 if childhood or youngest else 10):
        return False
    if tokens.words[end] not in lexis.cues.after_stated_age:
        return False
    if youngest or "lived" in window[-3:]:
        return True  # "the youngest victim was 3", "she lived to 101"
    if "expectancy" in window or any(
        kind in lexis.cues.kinds_of_age and noun == "age" for kind, noun in pairwise(window)
    ):
        return True
    before = window[-3:]
    if before and before[-1] in lexis.cues.before_stated_age:
        before = window[-4:-1]  # "she is now 27"
    if before and before[-1] in lexis.cues.contracted:
        return True  # "I'm 90"
    if not before or before[-1] not in lexis.cues.copulas:
        return False
    verb = reading.first - 1 - (tokens.word(reading.first - 1) in lexis.cues.before_stated_age)
    return not lexis.cues.aged_pronouns.isdisjoint(before) or _named(tokens, verb, lexis)


def _named(tokens: Tokens, verb: int, lexis: Lexis) -> bool:
    """Whether a name alone is the subject of a copula: "officers said Roe was 24", "Jo Roe is 27".

    The first word of a sentence has its capital anyhow ("Turnout was 45"), and behind a
    preposition a name is no subject ("the toll in Ohio is now 27").
    """
    first = verb
    while first and tokens.capital(first - 1) and tokens.words[first - 1].isalpha():
        first -= 1
    words = tokens.words[first:verb]
    if not words or not lexis.contexts.never_names.isdisjoint(words):
        return False
    if not lexis.cues.not_names.isdisjoint(words):
        return False
    return len(words) > 1 if first == 0 else tokens.words[first - 1] in lexis.cues.before_a_subject
