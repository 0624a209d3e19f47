"""Figures of a sort of their own: ages, ranks, scores and votes, magnitudes of earthquakes."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

from factcheck.models import Dimension
from factcheck.quantities.amounts import Amount, Form, is_whole
from factcheck.quantities.lexis import Lexis, Unit
from factcheck.quantities.reading import Reading
from factcheck.quantities.subjects import is_person
from factcheck.text.inflection import verb_forms
from factcheck.text.phrases import Phrase, counted
from factcheck.text.tokens import Tokens

_OLDEST = 125
_SCORE_WINDOW = 7
_STRONGEST = Decimal(10)


def rank(tokens: Tokens, amount: Amount, lexis: Lexis) -> list[Reading]:
    """An ordinal that ranks: "the world's fourth-largest", "the second one to hit"."""
    index = amount.end + (tokens.words[amount.end] == "-")
    word = tokens.words[index]
    superlative = (len(word) > 4 and word.endswith("est")) or word in lexis.cues.superlatives
    superlative = superlative and not word.endswith(lexis.cues.not_superlatives)
    behind = counted(tokens, amount.end, plural=False)
    if not (
        superlative or _unique(tokens, amount, lexis) or _in_a_series(tokens, amount, behind, lexis)
    ):
        return []
    end = index + 1 if superlative else amount.end
    if word in lexis.cues.most_or_least:
        end += 1
    phrase = counted(tokens, end, plural=False)
    reading = Reading(
        amount.first,
        end,
        (amount.first, amount.end),
        amount.value,
        amount.value,
        Form.ORDINAL,
        "rank",
    )
    reading.dimension = Dimension.ORDINAL
    if phrase is not None:
        reading.subject, reading.end = (phrase.first, phrase.end), phrase.end
    elif tokens.words[amount.end] in lexis.cues.unique:
        reading.end = amount.end + 1
    return [reading]


def _in_a_series(tokens: Tokens, amount: Amount, phrase: Phrase | None, lexis: Lexis) -> bool:
    """Whether an ordinal numbers what has happened so far: "the third crash since December", "the
    fourth person diagnosed", "its second recall in six months"; not "the third quarter"."""
    if tokens.words[amount.end] in lexis.cues.series and tokens.word(amount.first - 1) == "the":
        return amount.value >= 2  # "the fourth diagnosed in the country"
    if amount.value < 2 or phrase is None or tokens.words[phrase.head] in lexis.unit_words:
        return False
    after, then = tokens.words[phrase.end : phrase.end + 2]
    if after in lexis.cues.series or after in lexis.states:
        return True
    if (after, then) == ("to", "be") or (after == "this" and then in lexis.unit_words):
        return True
    first = phrase.end + 1 + (tokens.words[phrase.end + 1] in lexis.cues.before_period)
    number = tokens.digits(first) or tokens.words[first] in lexis.numerals.cardinals
    return after == "in" and number and tokens.words[first + 1] in lexis.unit_words


def _unique(tokens: Tokens, amount: Amount, lexis: Lexis) -> bool:
    """Whether the ordinal counts events: "the second quake to hit", "the third time"."""
    before = tokens.word(amount.first - 1)
    if before in lexis.cues.before_rank and tokens.words[amount.end] in lexis.cues.after_rank:
        return True
    if before not in lexis.cues.before_unique or amount.value < 2:
        return False
    if tokens.words[amount.end] == "time" and tokens.words[amount.end + 1] != "out":
        return True
    for index in range(amount.end + 1, amount.end + 4):
        word = tokens.words[index]
        if (
            word == "to"
            and tokens.words[index + 1].isalpha()
            and tokens.words[index + 1] not in lexis.cues.not_infinitives
        ):
            return before == "the" and not tokens.capital(index + 1)
        if not word.isalpha() or word in lexis.cues.breaks_rank:
            return False
    return False


def is_score(
    tokens: Tokens, left: Amount, right: Amount, joint: str, has_unit: bool, lexis: Lexis
) -> bool:
    """Whether two figures are a result: "won 3-1", "134 to 63"; not "150-200 people"."""
    if has_unit or joint not in {"-", "to"} or not (left.bare and right.bare):
        return False
    if (
        max(left.value, right.value) > 700
        or not is_whole(left.value)
        or not is_whole(right.value)
        or min(left.value, right.value) < 0
    ):
        return False
    context = False
    for index in [
        *range(left.first - 1, max(-1, left.first - 1 - _SCORE_WINDOW), -1),
        *range(right.end, right.end + 4),
    ]:
        if tokens.word(index) in lexis.contexts.sports.verbs:
            context = True
            break
    if left.value >= right.value:
        if joint == "to":
            return context and tokens.word(left.first - 1) != "from"
        return True
    if counted(tokens, right.end) is not None:
        return False
    if tokens.word(left.first - 1) == "(" and tokens.words[right.end] == ")":
        return joint == "-"  # "the Bears (4-8)"
    if (
        joint == "-"
        and tokens.word(left.first - 1) == ","
        and tokens.word(left.first - 3) == "-"
        and tokens.digits(left.first - 2)
    ):
        return True  # the second set of "6-4, 3-6"
    nearer = any(
        tokens.word(i) in lexis.contexts.sports.verbs - lexis.cues.loose_results
        for i in [*range(left.first - 4, left.first), right.end, right.end + 1]
    )
    return nearer and joint == "-"


def score(tokens: Tokens, left: Amount, right: Amount) -> list[Reading]:
    """The two figures of a result, each a quantity of its own."""
    made = []
    for amount in (left, right):
        reading = Reading(
            amount.first,
            amount.end,
            (amount.first, amount.end),
            amount.value,
            amount.value,
            amount.form,
            "score",
        )
        reading.dimension = Dimension.SCORE
        made.append(reading)
    return made


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
    return True


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
    while tokens.word(index) in lexis.cues.between_ages or (
        tokens.digits(index) and tokens.word(index - 1) != "$"
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
    if (
        tokens.word(index + 1) == ","
        and index + 1 < reading.first
        and is_person(word, lexis)
        and tokens.words[reading.figure[1]] in {",", ".", "and", ")"}
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
    if reading.low < (1 if childhood else 10):
        return False
    if tokens.words[end] not in lexis.cues.after_stated_age:
        return False
    if "expectancy" in window or any(
        kind in lexis.cues.kinds_of_age and noun == "age" for kind, noun in pairwise(window)
    ):
        return True
    before = window[-3:]
    if before and before[-1] in lexis.cues.contracted:
        return True  # "I'm 90"
    if not before or before[-1] not in lexis.cues.copulas:
        return False
    return not lexis.cues.aged_pronouns.isdisjoint(before)


def magnitude(tokens: Tokens, reading: Reading, lexis: Lexis) -> bool:
    """Mark an earthquake's magnitude: "magnitude 6.1", "a 5.6 quake", "5.6 on the Richter."""
    quakes = lexis.contexts.quakes
    if reading.high >= _STRONGEST or reading.low < 0 or reading.form is not Form.DIGITS:
        return False
    if reading.unit is not None and reading.unit.name != "degree":
        return False
    words, end = tokens.words, reading.end
    behind = end + (words[end] == "-" and not tokens.digits(end + 1))
    before = [tokens.word(i) for i in range(reading.first - 3, reading.first)]
    scale = any(w in quakes.scale for w in words[end : end + 4]) and "scale" in words[end : end + 6]
    measured = before[-1] in quakes.before and any(
        w in quakes.after for w in tokens.words[max(0, reading.first - 8) : reading.first]
    )
    told = measured or "magnitude" in before or "magnitudes" in before
    told = told or (
        before[-1] in quakes.links
        and "magnitude" in tokens.words[max(0, reading.first - 8) : reading.first]
        and counted(tokens, reading.end) is None
    )  # "put the magnitude of the quake at 6.7", "its magnitude was revised to 6.5"
    if not (scale or told or words[behind] in quakes.after):
        return False
    reading.unit, reading.dimension, reading.rule = None, Dimension.MAGNITUDE, "magnitude"
    if words[behind] in quakes.after:
        phrase = counted(tokens, behind, plural=False)
        reading.end = behind + 1 if phrase is None else phrase.end
        noun = behind + (words[behind] == "magnitude")
        if phrase is not None and noun < phrase.end:
            reading.subject = (noun, phrase.end)
    return True
