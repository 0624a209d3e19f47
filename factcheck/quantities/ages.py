"""Figures that are ages: "14-year-old", "aged 30", "Jane Roe, 45,", "those over 65"."""

from __future__ import annotations

from factcheck.models import Dimension
from factcheck.quantities.amounts import Form, is_whole
from factcheck.quantities.hedges import Hedge
from factcheck.quantities.lexicon import MeasureUnit, QuantityLexicon
from factcheck.quantities.parsed import ParsedQuantity
from factcheck.quantities.subjects import is_person
from factcheck.text.inflection import verb_forms
from factcheck.text.phrases import Phrase, counted_phrase, is_plural
from factcheck.text.tokens import Tokens

OLDEST = 125
_LAST_HOUR = 12
_LEAST_STATED_AGE = 10


def age(tokens: Tokens, parsed: ParsedQuantity, lexicon: QuantityLexicon) -> bool:
    """Mark a quantity that is an age, and return whether it is one: "14-year-old", "aged 30", "ages
    10, 9 and 4", "Jane Roe, 45,", "turned 50"."""
    unit = parsed.unit
    if unit is None:
        if not (_years_old(tokens, parsed, lexicon) or _is_age(tokens, parsed, lexicon)):
            return False
        parsed.unit = MeasureUnit("year of age", Dimension.AGE)
    else:
        span = unit.dimension is Dimension.DURATION
        found = lexicon.fit("span_of_age", tokens, parsed.first, parsed.end) if span else None
        if found is None:
            return False
        parsed.unit, parsed.end = MeasureUnit(f"{unit.name} of age", Dimension.AGE), found.end
        if tokens.words[found.end - 1] in lexicon.contexts.ages.old:
            _add_aged(tokens, parsed, lexicon)
    parsed.dimension = Dimension.AGE
    parsed.rule = "age"
    _add_bound(tokens, parsed, lexicon)
    return True


def _years_old(tokens: Tokens, parsed: ParsedQuantity, lexicon: QuantityLexicon) -> bool:
    """Whether a short form of "years old" touches the figure: "a 45yo man". Extends the quantity
    over it."""
    if not tokens.touches(parsed.end) or "YEARS_OLD" not in tokens.classes[parsed.end]:
        return False
    parsed.end += 1
    return True


def _is_age(tokens: Tokens, parsed: ParsedQuantity, lexicon: QuantityLexicon) -> bool:
    """Whether a figure without a unit is an age by the words around it."""
    if parsed.form is Form.SHARE or parsed.high > OLDEST or parsed.low < 0:
        return False
    return (
        _is_age_by_words(tokens, parsed, lexicon)
        or _is_apposed_age(tokens, parsed, lexicon)
        or _is_stated_age(tokens, parsed, lexicon)
    )


def _add_bound(tokens: Tokens, parsed: ParsedQuantity, lexicon: QuantityLexicon) -> None:
    """Add the bound of an age: "over the age of 65", "under the age of five"."""
    found = lexicon.fit("bound_of_age", tokens, parsed.first, parsed.first + 1)
    bound = None if found is None else found.at("bound")
    if bound is not None:
        parsed.first = bound
        older = "OLDER" in tokens.classes[bound]
        parsed.hedge = Hedge(bound="over" if older else "under")


def _add_aged(tokens: Tokens, parsed: ParsedQuantity, lexicon: QuantityLexicon) -> None:
    """Add the noun that an age modifies: "a 14-year-old *boy*"; "the 14-year-old fled" names
    nobody."""
    phrase = counted_phrase(tokens, parsed.end, plural=False)
    if phrase is not None and not _is_followed_by_verb(tokens, phrase, lexicon):
        parsed.subject, parsed.end = (phrase.first, phrase.end), phrase.end


def _is_followed_by_verb(tokens: Tokens, phrase: Phrase, lexicon: QuantityLexicon) -> bool:
    """Whether a phrase behind an age is a verb: "the 30-year-old *fled*"; not "the 30-year-old
    *armed* man"."""
    word = tokens.words[phrase.first]
    if word.endswith("ing") or verb_forms().get(word, word) == word:
        return False
    return not (word.endswith("ed") and is_person(tokens.words[phrase.head], lexicon))


def _is_age_by_words(tokens: Tokens, parsed: ParsedQuantity, lexicon: QuantityLexicon) -> bool:
    """Whether the words before a figure make it an age: "aged 30", "age 25", "ages 10, 9 and 4",
    "who turned 50"."""
    index = parsed.first - 1
    while (
        "BETWEEN_AGES" in tokens.classes[index]
        or (tokens.digits(index) and tokens.word(index - 1) != "$")
        or tokens.word(index) in lexicon.numerals.cardinals
    ):
        index -= 1
        if parsed.first - index > 8:
            return False
    word = tokens.word(index)
    first, end = parsed.first, parsed.number[1]
    if lexicon.fit("man_or_turns", tokens, first, end):
        young = tokens.word(first - 1) != "of" and parsed.high < _LEAST_STATED_AGE
        return not young and counted_phrase(tokens, end) is None
    if (
        _at_an_age(tokens, parsed, lexicon)
        or _of_an_age(tokens, parsed, lexicon)
        or _of_several(tokens, parsed, lexicon)
    ):
        return True
    hedges = tokens.classes[parsed.first : parsed.number[0]]
    if any("AGE_LISTS" in hedge for hedge in hedges):
        return True  # "between the ages of 8 and 11"
    if "BEFORE_COMPARATIVE_AGE" in tokens.classes[end]:
        hedges = [*hedges, tokens.classes[end + 1]]  # "dozens of young men" are no age
    if any("AGE_COMPARATIVES" in hedge for hedge in hedges):
        return counted_phrase(tokens, end) is None  # "older than 65", "65 or older"
    if (
        tokens.word(index + 1) == ","
        and index + 1 < parsed.first
        and is_person(word, lexicon)
        and "AFTER_AGE_OF_A_PERSON" in tokens.classes[parsed.number[1]]
    ):
        return parsed.low >= 1 and is_whole(parsed.low) and parsed.form is Form.DIGITS
    if lexicon.fit("said_age", tokens, first, end):
        return True
    if "RANGE_OPENERS" in tokens.classes[parsed.first] or parsed.high > parsed.low:
        near = (
            tokens.classes[max(0, parsed.first - 6) : parsed.first]
            + tokens.classes[parsed.end : parsed.end + 4]
        )
        if counted_phrase(tokens, parsed.number[1]) is None and parsed.high <= 100:
            people = any("AGED_PEOPLE" in classes for classes in near)
            return any("AGES_STANDS_FOR_AGE" in classes for classes in near) or (
                people and "BEING" in tokens.classes[parsed.first - 1]
            )
    return False


def _at_an_age(tokens: Tokens, parsed: ParsedQuantity, lexicon: QuantityLexicon) -> bool:
    """Whether a figure is the age at an event: "She died at 81", "who left school at 14"; not "he
    died at 40 feet", "found dead at 9"."""
    if parsed.form is not Form.DIGITS:
        return False
    if tokens.word(parsed.first - 2) == "dead" and parsed.low <= _LAST_HOUR:
        return False
    if tokens.word(parsed.first - 1) == "at" and parsed.first == 1 and parsed.low <= _LAST_HOUR:
        return False  # "At 9, Roe was"
    lived = lexicon.fit("at_an_age", tokens, parsed.first, parsed.number[1])
    return lived is not None and is_whole(parsed.low) and parsed.low >= 1


def _of_an_age(tokens: Tokens, parsed: ParsedQuantity, lexicon: QuantityLexicon) -> bool:
    """Whether a figure is the age of a group: "Those over 65", "adults between 18 and 34",
    "children under 5"; not "killed 40"."""
    first, end = parsed.first, parsed.number[1]
    bound = parsed.hedge.bound in {"over", "under"} or tokens.words[first] == "between"
    if not bound or not is_whole(parsed.low) or "AGE_BOUNDS" not in tokens.classes[first]:
        return False
    people = tokens.word(first - 1)
    known = "PEOPLE_OF_AN_AGE" in tokens.classes[first - 1] or (
        is_plural(people) and is_person(people, lexicon)
    )
    return known and parsed.low >= 1 and "AFTER_AGE_OF_PEOPLE" in tokens.classes[end]


def _of_several(tokens: Tokens, parsed: ParsedQuantity, lexicon: QuantityLexicon) -> bool:
    """Whether a figure is one of the ages of several people: "two boys of 4 and 5"; not "a group of
    boys of 40 teams"."""
    end = parsed.number[1]
    found = lexicon.fit("people_of", tokens, parsed.first, end)
    at = None if found is None else found.at("people")
    if at is None or not is_whole(parsed.low) or not 1 <= parsed.low <= OLDEST:
        return False
    people = tokens.words[at]
    return (
        is_plural(people)
        and is_person(people, lexicon)
        and counted_phrase(tokens, end) is None
        and tokens.words[end] not in lexicon.unit_words
    )


def _is_apposed_age(tokens: Tokens, parsed: ParsedQuantity, lexicon: QuantityLexicon) -> bool:
    """Whether a figure between commas behind a name is an age in apposition: "Jane Roe, 45,
    fled"."""
    first, end = parsed.number
    if (
        parsed.low != parsed.high
        or parsed.form is not Form.DIGITS
        or parsed.first != first
        or end != first + 1
    ):
        return False
    named = lexicon.fit("apposed_age", tokens, first, end)
    return named is not None and parsed.low >= 1 and is_whole(parsed.low)


def _is_of_one_person(tokens: Tokens, first: int, end: int, lexicon: QuantityLexicon) -> bool:
    """Whether a bare figure is stated of one person, who is a number of nothing else: "The victim
    was 58", "his younger sister is 31"; not "the crew was 12"."""
    found = lexicon.fit("of_one_person", tokens, first, end)
    at = None if found is None else found.at("noun")
    if at is None:
        return False
    noun = tokens.words[at]
    return is_person(noun, lexicon) and not is_plural(noun)


def _is_stated_age(tokens: Tokens, parsed: ParsedQuantity, lexicon: QuantityLexicon) -> bool:
    """Whether a bare figure is the age that a sentence states of a pronoun or a name: "She is 35",
    "he will be 60 by then"."""
    first, end = parsed.first, parsed.number[1]
    if parsed.low < 1 or "AFTER_STATED_AGE" not in tokens.classes[end]:
        return False
    if lexicon.fit("stated_age", tokens, first, end) is None and not _is_of_one_person(
        tokens, first, end, lexicon
    ):
        return False
    return (
        parsed.low >= _LEAST_STATED_AGE or lexicon.fit("childhood", tokens, first, end) is not None
    )
